"""Flags to write, made by hand: a writer needs no judge."""

from collections.abc import Callable

import pytest

from checker.article import Article, Span
from checker.judge.rules import Level
from checker.judge.verdict import Evidence, Flag
from checker.report import ArticleReport


def _flag_in(
    text: str,
    quoted: str | tuple[int, int],
    *,
    rule: str = "score/draw-is-level",
    level: Level = "error",
    message: str = "a draw ends level",
    path: str = "story.txt",
    evidence: tuple[Evidence, ...] = (),
    suggestions: tuple[str, ...] = (),
) -> Flag:
    """A flag on the first place of some words in a text, or on [start, end)."""
    start = text.index(quoted) if isinstance(quoted, str) else quoted[0]
    end = start + len(quoted) if isinstance(quoted, str) else quoted[1]
    article = Article(path, text, sha256="")
    position, line = article.position(start), article.line_span(start)
    return Flag(
        rule=rule,
        family=rule.split("/")[0],
        level=level,
        path=path,
        span=Span(start, end),
        line=position.line,
        column=position.column,
        text=text[start:end],
        message=message,
        evidence=evidence,
        suggestions=suggestions,
        context=line.of(text),
        context_start=line.start,
        sentence=line.of(text),
        fingerprint="0123456789abcdef",
    )


def _report_of(*flags: Flag, **more: object) -> ArticleReport:
    fields = {"path": "story.txt", "sha256": "ab" * 32, "flags": flags, "found": ()}
    return ArticleReport(**{**fields, **more})  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def make_flag() -> Callable[..., Flag]:
    """Makes a flag: its text, the words it quotes, and whatever else matters to a test."""
    return _flag_in


@pytest.fixture(scope="session")
def make_report() -> Callable[..., ArticleReport]:
    """Makes an article's report from its flags, and whatever else matters to a test."""
    return _report_of
