"""The seeds with a desk's match sheet: what it refutes and what it supports."""

from pathlib import Path

import pytest

from checker.article import read_article
from checker.check import Checker
from checker.pack import Pack
from checker.reference.sheet import read_sheet
from checker.reference.store import Reference
from checker.report import ArticleReport

SHEET = """\
source: Sports desk
matches:
  - {competition: Premier League, date: 2024-04-14, home: West Ham United, away: Fulham, score: 0-2}
  - competition: Europa League
    stage: quarter-final
    date: 2024-04-11
    home: Bayer Leverkusen
    away: West Ham United
    score: 2-0
    half-time: 0-0
    goals: [{for: home, scorer: Jonas Hofmann, minute: 83}, {for: home, scorer: Victor Boniface, minute: 90+1}]
  - competition: Europa League
    stage: quarter-final
    date: 2024-04-18
    home: West Ham United
    away: Bayer Leverkusen
    score: 1-1
    half-time: 1-0
    goals: [{for: home, scorer: Michail Antonio, minute: 13}, {for: away, scorer: Jeremie Frimpong, minute: 89}]
"""


@pytest.fixture(scope="module")
def reports(pack: Pack, reference: Reference, root: Path, tmp_path_factory: pytest.TempPathFactory) -> list[ArticleReport]:
    """The three seeds, each judged with the sheet."""
    sheet = tmp_path_factory.mktemp("sheet") / "sheet.yml"
    sheet.write_text(SHEET)
    checker = Checker(pack, reference, sheet=read_sheet(sheet, reference))
    return [checker.check(read_article(str(file))).report for file in sorted((root / "seeds").glob("*.txt"))]


def by_facts(report: ArticleReport) -> dict[str, tuple[str, ...]]:
    """What the sheet supports: the claims' words and why."""
    return {
        claim.text: claim.reasons
        for claim in report.found
        if claim.verdict == "supported" and any("Sports desk" in reason for reason in claim.reasons)
    }


def test_the_14th_minute_is_refuted_by_the_facts(reports: list[ArticleReport]) -> None:
    found = [(flag.rule, flag.text[-11:], flag.evidence[0].text) for flag in reports[0].flags if "facts" in flag.rule]
    assert found == [("minute/goal-in-the-facts", "14th minute", "Michail Antonio 13")]


def test_the_13th_minute_is_supported(reports: list[ArticleReport]) -> None:
    assert by_facts(reports[2])["Michail Antonio's 13th-minute header"] == ("agrees with Sports desk: Michail Antonio 13",)


def test_both_goals_of_each_leg_are_supported(reports: list[ArticleReport]) -> None:
    second = " ".join(" ".join(reasons) for reasons in by_facts(reports[0]).values())
    assert "Michail Antonio 13" in second
    assert "Jeremie Frimpong 89" in second
    first = " ".join(" ".join(reasons) for reasons in by_facts(reports[1]).values())
    assert "Jonas Hofmann 83" in first
    assert "Victor Boniface 90+1" in first


def test_fulhams_win_four_days_earlier_is_supported(reports: list[ArticleReport]) -> None:
    assert by_facts(reports[0])["2-0 home defeat by Fulham"] == (
        "agrees with Sports desk: West Ham United 0-2 Fulham, 2024-04-14",
    )


def test_the_facts_refute_nothing_else(reports: list[ArticleReport]) -> None:
    assert sum("facts" in flag.rule for report in reports for flag in report.flags) == 1
