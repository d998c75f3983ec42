"""sarif: the Static Analysis Results Interchange Format 2.1.0, which editors and code hosts show in place.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; its sections are named where they decide.
"""

import json
import os
import re
from collections.abc import Iterator
from urllib.parse import quote

from checker import __version__
from checker.article import Span
from checker.errors import FactcheckError
from checker.judge.verdict import Evidence, Flag
from checker.report import ArticleReport, Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "query": "note"}
_LINE_END = re.compile(r"\r\n|\n|\r")

Entries = dict[str, object]


def write_sarif(report: Report, with_claims: bool = False) -> str:  # noqa: ARG001 - one signature for all formats
    """The report as one SARIF log with one run; silenced and dismissed flags are results with a suppression."""
    results = [result for article in report.articles for result in _results(article)]
    run = {
        "tool": {"driver": {"name": "factcheck", "version": __version__, "rules": _rules(report)}},
        "columnKind": "unicodeCodePoints",  # 3.14.17; the default would be UTF-16 code units
        "invocations": [_invocation(report)],
        "results": results,
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rules(report: Report) -> list[Entries]:
    """A writer knows nothing of rules: it lists the names of those that raised something."""
    shown = {flag.rule for article in report.articles for flag in article.flags}
    silenced = {flag.rule for article in report.articles for flag, _ in (*article.silenced, *article.dismissed)}
    return [{"id": rule} for rule in sorted(shown | silenced)]


def _invocation(report: Report) -> Entries:
    notices = [
        *(_notice("error", error.message, error) for error in report.errors),
        *(_notice("warning", warning) for warning in report.warnings),
    ]
    return {"executionSuccessful": not report.errors, "toolExecutionNotifications": notices}


def _notice(level: str, message: str, error: FactcheckError | None = None) -> Entries:
    notice: Entries = {"level": level, "message": {"text": message}}
    place = error.position if error else None
    if place:
        physical: Entries = {"artifactLocation": {"uri": _uri(place.path)}}
        if place.line:
            physical["region"] = {"startLine": place.line, "startColumn": max(place.column, 1)}
        notice["locations"] = [{"physicalLocation": physical}]
    return notice


def _results(article: ArticleReport) -> Iterator[Entries]:
    for flag in article.flags:
        yield _result(flag)
    for flag, reason in (*article.silenced, *article.dismissed):
        yield {**_result(flag), "suppressions": [{"kind": "external", "justification": reason}]}


def _result(flag: Flag) -> Entries:
    hints = "".join(f" Did you mean: {suggestion}?" for suggestion in flag.suggestions)
    place = {"artifactLocation": {"uri": _uri(flag.path)}, "region": _region(flag)}
    result: Entries = {
        "ruleId": flag.rule,
        "level": _LEVELS[flag.level],
        "message": {"text": flag.message + hints},
        "locations": [{"physicalLocation": place}],
        "partialFingerprints": {"factcheck/v1": flag.fingerprint},
    }
    related = [_related(evidence) for evidence in flag.evidence]
    return {**result, "relatedLocations": related} if related else result


def _region(flag: Flag) -> Entries:
    """Lines and columns from 1, the end column is the first that no longer belongs to the span (3.30.8)."""
    lines = _LINE_END.split(flag.text)
    return {
        "startLine": flag.line,
        "startColumn": flag.column,
        "endLine": flag.line + len(lines) - 1,
        "endColumn": len(lines[-1]) + (flag.column if len(lines) == 1 else 1),
        "charOffset": flag.span.start,
        "charLength": flag.span.end - flag.span.start,
        "snippet": {"text": flag.text},
    }


def _related(evidence: Evidence) -> Entries:
    """The place of a piece of evidence; for a row of the reference its words alone (3.28 allows that)."""
    source = f" ({evidence.source})" if evidence.source else ""
    location: Entries = {"message": {"text": f"{evidence.text}{source}"}}
    if evidence.path:
        physical: Entries = {"artifactLocation": {"uri": _uri(evidence.path)}}
        if evidence.span is not None:
            physical["region"] = _evidence_region(evidence.line, evidence.span)
        location["physicalLocation"] = physical
    return location


def _evidence_region(line: int, span: Span) -> Entries:
    region: Entries = {"charOffset": span.start, "charLength": span.end - span.start}
    return {"startLine": line, **region} if line else region


def _uri(path: str) -> str:
    """The path as a URI reference (3.4.3), percent-encoded."""
    uri = quote(os.fsencode(path.replace(os.sep, "/")))
    return f"file://{uri}" if uri.startswith("/") else uri
