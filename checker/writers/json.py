"""json: the report for other programs (docs/output.md).

`start` and `end` are code points, [start, end), into the file decoded as UTF-8; `line` and `column` are
1-based code points.
"""

import json
from collections.abc import Iterator

from checker.errors import FactcheckError
from checker.judge.verdict import Evidence, Flag, Found
from checker.report import ArticleReport, Report
from checker.writers.paths import printable_path

VERSION = "1"
"""Of the contract: it changes when a key is taken away or means something else, not when one is added."""

Entries = dict[str, object]


def write_json(report: Report, with_claims: bool) -> str:
    """The report as one JSON document; `with_claims` adds every claim of an article as `found`."""
    document = {
        "version": VERSION,
        "articles": [dict(_article(article, with_claims)) for article in report.articles],
        "errors": [_error(error) for error in report.errors],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _article(article: ArticleReport, with_claims: bool) -> Iterator[tuple[str, object]]:
    yield "path", printable_path(article.path)
    yield "sha256", article.sha256
    yield "claims", article.counts
    yield "flags", [_flag(flag) for flag in article.flags]
    if article.dismissed:
        yield "dismissed", [{**_flag(flag), "reason": reason} for flag, reason in article.dismissed]
    if with_claims:
        yield "found", [_found(found) for found in article.found]


def _flag(flag: Flag) -> Entries:
    return {
        "rule": flag.rule,
        "family": flag.family,
        "level": flag.level,
        "verdict": flag.verdict,
        "start": flag.span.start,
        "end": flag.span.end,
        "line": flag.line,
        "column": flag.column,
        "text": flag.text,
        "message": flag.message,
        "evidence": [dict(_evidence(evidence)) for evidence in flag.evidence],
        "suggestions": list(flag.suggestions),
        "fingerprint": flag.fingerprint,
    }


def _evidence(evidence: Evidence) -> Iterator[tuple[str, object]]:
    """Only what is known: a row of the reference has no span, a span of the article has no source."""
    yield "kind", evidence.kind
    if evidence.path:
        yield "path", printable_path(evidence.path)
    if evidence.span is not None:
        yield "start", evidence.span.start
        yield "end", evidence.span.end
    yield "text", evidence.text
    if evidence.source:
        yield "source", evidence.source


def _found(found: Found) -> Entries:
    return {
        "type": found.type,
        "start": found.span.start,
        "end": found.span.end,
        "text": found.text,
        "fields": found.fields,
        "verdict": found.verdict,
        "rules": list(found.rules),
    }


def _error(error: FactcheckError) -> Entries:
    place = error.position
    entries: Entries = {"path": printable_path(place.path) if place else "", "message": error.message}
    if place and place.line:
        entries["line"] = place.line
    if place and place.column:
        entries["column"] = place.column
    return entries
