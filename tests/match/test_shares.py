"""Whether the goals lists and the line-ups share the goals out as the score does."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn (Cole 70)"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford (Nash 80)"


def report(score: str, goals: str, home: str = HOME) -> str:
    return f"Ayton {score} Corley\n\nIt rained.\n\nAyton: {home}.\nCorley: {AWAY}.\nGoals: {goals}."


@pytest.mark.parametrize(
    ("score", "goals", "over"),
    [
        ("2-1", "Hill 12, Ray 50, Kell 80", 0),
        ("2-1", "Hill 12, Thorn 50, Kell 80", 1),
        ("3-0", "Thorn 12, Gale 50, Kell 80", 3),
        ("2-1", "Hill 12, Thorn 50 og, Kell 80", 0),
        ("2-1", "Hill 12, Ray 50 og, Kell 80", 1),
        ("1-1", "Hill 12, Cole 75", 1),
        ("1-1", "Hill 12, Nash 85", 0),
        ("3-1", "Hill 12, Thorn 50, Kell 80", None),
        ("2-1", "Hill 12, Stranger 50, Kell 80", None),
        ("2-1", "Gale 12, Stranger 50, Kell 80", 1),
    ],
)
def test_goals_beyond_what_a_side_scored(record: Record, score: str, goals: str, over: int | None) -> None:
    assert record(report(score, goals)).facts.get("listed_over") == over


def test_the_side_with_too_many_is_named_with_its_goals_and_their_scorers_places(record: Record) -> None:
    text = report("2-1", "Hill 12, Thorn 50, Kell 80")
    found = record(text)
    facts = {name: found.facts[name] for name in ("over_side", "over_listed", "over_scored")}
    assert facts == {"over_side": "Corley", "over_listed": 2, "over_scored": 1}
    assert [claim.text for claim in found.sources["listed_over"]] == ["Thorn 50", "Kell 80", "Thorn", "Kell"]
    assert [claim.span.start for claim in found.sources["listed_over"][2:]] == [text.index("Thorn"), text.index("Kell")]


def test_a_man_of_both_line_ups_leaves_it_open(record: Record) -> None:
    text = report("2-1", "Hill 12, Thorn 50, Kell 80", HOME.replace("Dunne", "Thorn"))
    assert "listed_over" not in record(text).facts
