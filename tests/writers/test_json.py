"""The JSON contract (docs/output.md)."""

import json
from collections.abc import Callable
from typing import Any

from checker.article import Span
from checker.errors import ArticleError, Position
from checker.judge.verdict import Evidence, Flag, Found
from checker.report import ArticleReport, Report
from checker.writers.json import write_json

MakeFlag = Callable[..., Flag]
MakeReport = Callable[..., ArticleReport]

FOUND = (
    Found(
        "score",
        Span(14, 22),
        "2-1 draw",
        {"first": 2, "second": 1, "outcome": "draw"},
        "refuted",
        ("score/a",),
    ),
    Found(
        "name",
        Span(30, 36),
        "Müller",
        {"name": "Müller"},
        "supported",
        ("spelling/b",),
        ("agrees with 'Müller'",),
    ),
)


def written(report: Report, with_claims: bool = False) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(write_json(report, with_claims))
    return told


def test_the_document_has_exactly_the_keys_of_the_contract(
    make_flag: MakeFlag, make_report: MakeReport
) -> None:
    evidence = Evidence("span", "2-1", "story.txt", Span(0, 3), 1)
    flag = make_flag("\nIt was a 2-1 draw.", "2-1 draw", evidence=(evidence,), suggestions=("2-2 draw",))
    assert written(Report((make_report(flag, found=FOUND),))) == {
        "version": "1",
        "articles": [
            {
                "path": "story.txt",
                "sha256": "ab" * 32,
                "claims": {"checked": 2, "supported": 1, "refuted": 1, "not-enough-info": 0},
                "flags": [
                    {
                        "rule": "score/draw-is-level",
                        "family": "score",
                        "level": "error",
                        "verdict": "refuted",
                        "start": 10,
                        "end": 18,
                        "line": 2,
                        "column": 10,
                        "text": "2-1 draw",
                        "message": "a draw ends level",
                        "evidence": [
                            {"kind": "span", "path": "story.txt", "start": 0, "end": 3, "text": "2-1"}
                        ],
                        "suggestions": ["2-2 draw"],
                        "fingerprint": "0123456789abcdef",
                    }
                ],
            }
        ],
        "errors": [],
    }


def test_the_keys_of_a_flag_stand_in_the_order_of_the_contract(
    make_flag: MakeFlag, make_report: MakeReport
) -> None:
    flag = written(Report((make_report(make_flag("2-1 draw", "2-1")),)))["articles"][0]["flags"][0]
    assert " ".join(flag) == (
        "rule family level verdict start end line column text message evidence suggestions fingerprint"
    )


def test_what_is_not_known_of_evidence_is_left_out(make_flag: MakeFlag, make_report: MakeReport) -> None:
    row = Evidence("reference", "at West Ham United", source="wikidata")
    flag = make_flag("Müller", "Müller", evidence=(row,))
    told = written(Report((make_report(flag),)))["articles"][0]["flags"][0]["evidence"]
    assert told == [{"kind": "reference", "text": "at West Ham United", "source": "wikidata"}]


def test_claims_come_only_when_they_are_asked_for(make_report: MakeReport) -> None:
    report = Report((make_report(found=FOUND),))
    assert "found" not in written(report)["articles"][0]
    assert written(report, with_claims=True)["articles"][0]["found"][0] == {
        "type": "score",
        "start": 14,
        "end": 22,
        "text": "2-1 draw",
        "fields": {"first": 2, "second": 1, "outcome": "draw"},
        "verdict": "refuted",
        "rules": ["score/a"],
    }


def test_an_error_says_its_line_and_column_when_they_are_known() -> None:
    errors = (
        ArticleError("not UTF-8", Position("a.txt", 3, 7)),
        ArticleError("no such file", Position("b.txt")),
    )
    assert written(Report((), errors))["errors"] == [
        {"path": "a.txt", "message": "not UTF-8", "line": 3, "column": 7},
        {"path": "b.txt", "message": "no such file"},
    ]


def test_letters_are_written_as_they_are_with_a_final_newline(make_report: MakeReport) -> None:
    text = write_json(Report((make_report(found=FOUND),)), with_claims=True)
    assert '"Müller"' in text
    assert text.endswith("\n}\n")
    assert text.startswith('{\n  "version"')


def test_a_file_name_that_is_not_utf8_can_be_written(make_report: MakeReport) -> None:
    text = write_json(Report((make_report(path="caf\udce9.txt"),)), with_claims=False)
    assert "caf?.txt" in text.encode("utf-8").decode("utf-8")
