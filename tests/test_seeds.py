"""The three articles that the project was created from: what must be flagged in them, and that nothing else is."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from checker.article import read_article
from checker.check import Checker
from checker.judge.verdict import Flag

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

Checks = Callable[[list[Path], bool], list[Flag]]


@pytest.fixture(scope="module")
def flags_of(checker: Checker, lone_checker: Checker) -> Checks:
    def check(paths: list[Path], reference: bool = True) -> list[Flag]:
        chosen = checker if reference else lone_checker
        reports = chosen.check_all([read_article(str(path)) for path in paths])
        return [flag for report in reports for flag in report.flags if flag.level != "query"]

    return check


def test_all_three_together_show_their_errors_and_nothing_else(flags_of: Checks) -> None:
    found = [(flag.path[-24:-21], flag.family, flag.text, flag.suggestions) for flag in flags_of(SEEDS, True)]
    assert found == [
        ("000", "minute", "in the 14th minute", ()),
        ("000", "spelling", "Avarez", ("Alvarez",)),
        ("001", "lineup", "Jonas Hofmann", ()),
        ("001", "spelling", "Bay Arena", ("BayArena",)),
        ("001", "spelling", "Fabianksi", ("Fabianski",)),
        ("001", "spelling", "Fabianksi", ("Fabianski",)),
        ("001", "spelling", "Hoffmann", ("Hofmann",)),
        ("001", "lineup", "Boniface", ()),
        ("001", "spelling", "Hoffman", ("Hofmann",)),
        ("001", "lineup", "Nayef Aguerd", ()),
        ("002", "membership", "Julian Alvarez", ("Edson Alvarez",)),
    ]


def test_the_minute_is_held_against_the_other_report(flags_of: Checks) -> None:
    flag = flags_of(SEEDS, True)[0]
    assert [(e.kind, e.path, e.text) for e in flag.evidence] == [
        ("article", str(SEEDS[2]), "Michail Antonio's 13th-minute header")
    ]


def test_the_second_report_alone_has_the_wrong_first_name(flags_of: Checks) -> None:
    found = flags_of(SEEDS[2:], True)
    assert [(flag.level, flag.text) for flag in found] == [("error", "Julian Alvarez")]


def test_an_article_that_contradicts_itself_needs_no_reference(flags_of: Checks) -> None:
    spellings = [(flag.text, flag.suggestions) for flag in flags_of(SEEDS[1:2], False) if flag.family == "spelling"]
    assert spellings == [
        ("Fabianksi", ("Fabianski",)),
        ("Fabianksi", ("Fabianski",)),
        ("Hoffmann", ("Hofmann",)),
        ("Hoffman", ("Hofmann",)),
    ]


def test_the_command_ends_with_1_for_the_second_report(factcheck: Callable[..., CompletedProcess[str]]) -> None:
    run = factcheck(SEEDS[2])
    assert (run.returncode, run.stdout.count("membership/namesake")) == (1, 1)
    assert "did you mean: Edson Alvarez" in run.stdout


def test_the_annotated_copies_are_those_of_today(
    factcheck: Callable[..., CompletedProcess[str]], root: Path, desk: Path
) -> None:
    factcheck(*SEEDS, "--annotate", "marked")
    for seed in SEEDS:
        written, kept = desk / "marked" / seed.name, root / "annotations" / seed.name
        assert kept.read_bytes() == written.read_bytes()
