"""factcheck stats: a table for people, JSON for programs."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess

from checker.review.decisions import Decision, append_decisions

Factcheck = Callable[..., CompletedProcess[str]]
ONE = Decision("f", "score/draw-is-level", "story.txt", "2-1 draw", "upheld", "ann", "2026-11-21T08:00:00Z")


def decide(desk: Path, upheld: int, dismissed: int) -> None:
    kept = [replace(ONE, fingerprint=f"u{number}") for number in range(upheld)]
    gone = [replace(ONE, fingerprint=f"d{number}", decision="dismissed") for number in range(dismissed)]
    missed = replace(ONE, fingerprint="m", rule="spelling", decision="missed")
    append_decisions(desk / "annotations" / "decisions.jsonl", [*kept, *gone, missed])


def test_without_decisions_it_says_so(factcheck: Factcheck, desk: Path) -> None:
    run = factcheck("stats")
    assert (run.returncode, run.stdout) == (0, "no decisions yet: factcheck review pull brings them\n")


def test_the_table(factcheck: Factcheck, desk: Path) -> None:
    decide(desk, upheld=3, dismissed=9)
    assert factcheck("stats").stdout == (
        "rule                 level    upheld  edited  dismissed  missed  precision (95 %)\n"
        "score/draw-is-level  error         3       0          9       0  25% (5% to 57%)  under 95%: lower it to warning\n"
        "spelling             -             0       0          0       1\n"
        "\n"
        "no flag was judged by two people\n"
    )


def test_the_json(factcheck: Factcheck, desk: Path) -> None:
    decide(desk, upheld=3, dismissed=1)
    told = json.loads(factcheck("stats", "--format", "json").stdout)
    assert (told["version"], told["flags"], told["agreement"]) == ("1", 5, {"pairs": 0, "agreed": 0, "alpha": None})
    rule, family = told["rules"]
    assert (rule["rule"], rule["upheld"], rule["dismissed"], rule["floor"], rule["advice"]) == (
        "score/draw-is-level", 3, 1, 0.95, "",
    )  # fmt: skip
    assert rule["precision"]["share"] == 0.75
    assert (family["rule"], family["missed"], family["precision"]) == ("spelling", 1, None)


def test_a_rule_that_the_pack_no_longer_has_is_counted(factcheck: Factcheck, desk: Path) -> None:
    append_decisions(desk / "annotations" / "decisions.jsonl", [replace(ONE, rule="score/gone")])
    assert "score/gone  -             1" in factcheck("stats").stdout


def test_a_line_that_is_no_decision_is_told(factcheck: Factcheck, desk: Path) -> None:
    decide(desk, upheld=1, dismissed=0)
    with (desk / "annotations" / "decisions.jsonl").open("a") as file:
        file.write("{}\n")
    run = factcheck("stats")
    assert run.returncode == 2
    assert "annotations/decisions.jsonl:3:1: not a decision: 'fingerprint' is missing" in run.stderr
    assert "score/draw-is-level" in run.stdout
