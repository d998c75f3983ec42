"""SARIF 2.1.0."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from checker.article import Span
from checker.errors import ArticleError, Position
from checker.judge.verdict import Evidence, Flag
from checker.report import ArticleReport, Report
from checker.writers.sarif import write_sarif

MakeFlag = Callable[..., Flag]
MakeReport = Callable[..., ArticleReport]


def run_of(report: Report) -> dict[str, Any]:
    log = json.loads(write_sarif(report))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert isinstance(run, dict)
    return run


def test_a_flag_is_a_result_with_its_place(make_flag: MakeFlag, make_report: MakeReport) -> None:
    flag = make_flag("so\na 2-1 draw", "2-1 draw", level="query", path="my story.txt")
    (result,) = run_of(Report((make_report(flag),)))["results"]
    assert (result["ruleId"], result["level"]) == ("score/draw-is-level", "note")
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "my%20story.txt"},
                "region": {
                    "startLine": 2,
                    "startColumn": 3,
                    "endLine": 2,
                    "endColumn": 11,
                    "charOffset": 5,
                    "charLength": 8,
                    "snippet": {"text": "2-1 draw"},
                },
            }
        }
    ]


def test_a_span_over_lines_ends_in_the_last_of_them(make_flag: MakeFlag, make_report: MakeReport) -> None:
    (result,) = run_of(Report((make_report(make_flag("a 2-1\r\ndraw.", "2-1\r\ndraw")),)))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["endLine"], region["endColumn"]) == (1, 2, 5)


def test_columns_are_code_points_and_say_so() -> None:
    assert run_of(Report(()))["columnKind"] == "unicodeCodePoints"


def test_evidence_is_a_related_location(make_flag: MakeFlag, make_report: MakeReport) -> None:
    span = Evidence("article", "2-2", "other.txt", Span(4, 7))
    row = Evidence("reference", "at West Ham", source="wikidata")
    flag = make_flag("2-1", "2-1", evidence=(span, row))
    (result,) = run_of(Report((make_report(flag),)))["results"]
    other, reference = result["relatedLocations"]
    assert other["physicalLocation"]["region"] == {"charOffset": 4, "charLength": 3}
    assert reference == {"message": {"text": "at West Ham (wikidata)"}}


@pytest.mark.parametrize("how", ["silenced", "dismissed"])
def test_a_silenced_flag_is_suppressed_with_its_reason(make_flag: MakeFlag, make_report: MakeReport, how: str) -> None:
    report = Report((make_report(**{how: ((make_flag("2-1", "2-1"), "a joke"),)}),))
    (result,) = run_of(report)["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "a joke"}]


def test_what_could_not_be_read_is_told() -> None:
    invocation = run_of(Report((), (ArticleError("not UTF-8", Position("a.txt", 2, 3)),), ("idle",)))[
        "invocations"
    ][0]
    assert invocation["executionSuccessful"] is False
    assert [notice["message"]["text"] for notice in invocation["toolExecutionNotifications"]] == [
        "not UTF-8",
        "idle",
    ]


def test_rules_are_listed_once(make_flag: MakeFlag, make_report: MakeReport) -> None:
    flags = [make_flag("2-1 2-1", span) for span in ((0, 3), (4, 7))]
    assert run_of(Report((make_report(*flags),)))["tool"]["driver"]["rules"] == [
        {"id": "score/draw-is-level"}
    ]
