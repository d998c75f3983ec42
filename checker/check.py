"""The check as a whole: articles in, a report out. This is the way of an article as code, one call a step."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from checker.article import Article
from checker.judge.judge import Judge, make_flag
from checker.judge.verdict import Flag, Found, with_fingerprints
from checker.match.assemble import Assembler, without_claims
from checker.match.meeting import meetings
from checker.match.record import MatchRecord
from checker.pack import Pack
from checker.pipeline.reader import ArticleReader
from checker.reference.store import Reference
from checker.report import ArticleReport


@dataclass(frozen=True)
class Checked:
    """One article's own result, and of its match what other articles can be compared with (None where nothing can)."""

    report: ArticleReport
    record: MatchRecord | None


class Checker:
    """A pack and a reference, ready to check articles one after the other."""

    def __init__(self, pack: Pack, reference: Reference, nlp: Language | None = None) -> None:
        self._pack = pack
        self._nlp = nlp if nlp is not None else spacy.blank("en")
        self._reader = ArticleReader(self._nlp, dict(pack.claim_types), pack.words, reference)
        self._assembler = Assembler(pack.words, reference, pack.thresholds)
        self._judge = Judge(pack.rules)

    def check(self, article: Article, doc: Doc | None = None) -> Checked:
        """The flags and claims of one article, judged on its own."""
        reading = self._reader.read_doc(article, doc) if doc is not None else self._reader.read(article)
        record = self._assembler.assemble(reading)
        judgement = self._judge.judge(article, record)
        flags = tuple(with_fingerprints(judgement.flags))
        report = ArticleReport(article.path, article.sha256, flags, tuple(judgement.found))
        return Checked(report, without_claims(record) if record.clubs and record.events else None)

    def across(self, checked: Sequence[Checked], article_at: Callable[[str], Article]) -> dict[str, list[Flag]]:
        """The flags that articles about one match raise against each other, by the path of the article they stand in."""
        records = [item.record for item in checked if item.record is not None]
        found: dict[str, list[Flag]] = {}
        for meeting in meetings(records, self._pack.thresholds):
            for rule, subject in self._judge.across(meeting.records, meeting.events):
                article = article_at(subject.judged.path)
                found.setdefault(article.path, []).append(make_flag(rule, subject, article))
        return found

    def check_all(self, articles: Iterable[Article]) -> list[ArticleReport]:
        """The reports of some articles, judged on their own and against each other."""
        kept = list(articles)
        checked = [self.check(article) for article in kept]
        by_path = {article.path: article for article in kept}
        return merged(checked, self.across(checked, by_path.__getitem__))


def merged(checked: Sequence[Checked], across: dict[str, list[Flag]]) -> list[ArticleReport]:
    """The reports with the flags that other articles raised, in the order of the text."""
    return [with_flags(item.report, across.get(item.report.path, [])) for item in checked]


def with_flags(report: ArticleReport, more: Sequence[Flag]) -> ArticleReport:
    """The report with more flags; the claims that they refute are refuted."""
    have = {(flag.rule, flag.span) for flag in report.flags}
    new = [flag for flag in more if (flag.rule, flag.span) not in have]
    if not new:
        return report
    flags = sorted([*report.flags, *new], key=lambda flag: (flag.span, flag.rule))
    found = tuple(replace(claim, verdict="refuted") if _is_refuted(claim, new) else claim for claim in report.found)
    return replace(report, flags=tuple(with_fingerprints(flags)), found=found)


def _is_refuted(claim: Found, flags: Sequence[Flag]) -> bool:
    """Whether a flag stands in the claim, and a flag is of the family that judges such claims."""
    family = "minute" if claim.type == "goal" else claim.type
    return any(claim.span.holds(flag.span) for flag in flags) and any(flag.family == family for flag in flags)
