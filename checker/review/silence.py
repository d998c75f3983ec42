"""silence: what decisions do to a report. A flag that was dismissed is not raised again in its article."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from checker.judge.verdict import Flag
from checker.report import ArticleReport, Report
from checker.review.decisions import Decision, Decisions
from checker.review.keys import article_key


class Silence:
    """Knows which flags were dismissed, and where.

    A decision holds for its article: the same path, in whatever version, or the same bytes under another name. The fingerprint
    is made of the rule, the words and their sentence; so it holds as long as the sentence stands.
    """

    def __init__(self, decisions: Decisions) -> None:
        self._by_article: dict[str, dict[str, Decision]] = {}
        for decision in decisions.latest().values():
            for place in {decision.article, decision.sha256} - {""}:
                self._by_article.setdefault(place, {})[decision.fingerprint] = decision

    def of(self, key: str, sha256: str) -> Mapping[str, Decision]:
        """What was decided in an article, by fingerprint; its own path speaks before its bytes."""
        return {**self._by_article.get(sha256, {}), **self._by_article.get(key, {})}

    def over(self, report: Report, folder: Path) -> Report:
        """The report with dismissed flags set apart. Paths are seen from `folder`, that of .factcheck.yml."""
        if not self._by_article:
            return report
        articles = tuple(self._over(article, article_key(article.path, folder)) for article in report.articles)
        return replace(report, articles=articles)

    def _over(self, article: ArticleReport, key: str) -> ArticleReport:
        decided = self.of(key, article.sha256)
        shown: list[Flag] = []
        gone: list[tuple[Flag, str]] = []
        for flag in article.flags:
            decision = decided.get(flag.fingerprint)
            if decision is not None and decision.decision == "dismissed":
                gone.append((flag, _reason(decision)))
            else:
                shown.append(flag)
        return replace(article, flags=tuple(shown), dismissed=tuple(gone)) if gone else article


def _reason(decision: Decision) -> str:
    """`ann, 2026-11-21: he left on loan`."""
    note = f": {decision.note}" if decision.note else ""
    return f"{decision.reviewer}, {decision.time[:10]}{note}"
