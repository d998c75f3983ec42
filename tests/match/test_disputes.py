"""Disputes: what two reports of one match give to two men."""

from collections.abc import Callable

import pytest

from checker.claims.model import Value
from checker.match.assemble import without_claims
from checker.match.disputes import disputes
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
Told = Callable[[str, str], list[tuple[int, Value | None, str]]]
TEAMS = """

Ayton: Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn. Goals: Hill 12, Moss 80.
Corley: Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford. Goal: Gale 44.
"""
LEAD = "It was Ayton who had a 2-1 win over Corley. Then Tom Moss scored for Ayton and Jack Gale scored for Corley."


@pytest.fixture
def told(record: Record) -> Told:
    """The disputes of two reports: which report is judged, its man, and the words of the other."""

    def tell(one: str, other: str) -> list[tuple[int, Value | None, str]]:
        records = [without_claims(record(text, f"{number}.txt")) for number, text in enumerate((one, other))]
        paths = [record.path for record in records]
        return [
            (paths.index(claim.path), claim.get("scorer") or claim.get("player"), counter.text)
            for claim, counter in disputes(records)
        ]

    return tell


def test_who_is_on_no_roll_of_the_other_report_is_disputed(told: Told) -> None:
    assert told(f"{LEAD} Then Adam Dunne scored for Ayton.", LEAD + TEAMS) == [(0, "Adam Dunne", "Hill 12")]


def test_a_goal_of_one_minute_has_one_scorer(told: Told) -> None:
    mine, theirs = (f"{LEAD} Then {man} scored in the 12th minute." for man in ("Adam Dunne", "Sam Hill"))
    both = f"{mine} It was Sam Hill who scored in the 30th minute."
    assert told(both, theirs) == [(0, "Adam Dunne", "Sam Hill scored in the 12th minute")]


def test_of_two_who_score_in_one_report_each_one_is_asked_about(told: Told) -> None:
    mine, theirs = (f"{LEAD} Then {man} scored in the 12th minute." for man in ("Adam Dunne", "Sam Hill"))
    assert told(mine, theirs) == [(0, "Adam Dunne", "Sam Hill scored in the 12th minute")]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ("Then Sam Hill scored for Ayton.", TEAMS),
        ("Then Adam Dunne put through his own net.", TEAMS),
        ("Then Adam Dunne shot wide.", TEAMS),
        ("Then Sam Hall scored for Ayton.", TEAMS.replace("Hill", "Halls")),
        ("Then Adam Dunne scored last week.", TEAMS),
        ("Then Adam Dunne scored for Ayton.", ""),
        ("Then Adam Dunne scored in the 12th minute.", " Then Sam Hill scored in the 13th minute."),
        (
            "Then Adam Dunne scored in the 12th minute.",
            " Then Sam Hill scored in the 12th minute. Then Ian Fenn scored in the 12th minute.",
        ),
    ],
    ids=[
        "the same man",
        "an own goal",
        "no goal",
        "a typing error",
        "another match",
        "no lists",
        "another minute",
        "two goals",
    ],
)
def test_other_goals_are_not_disputed(told: Told, mine: str, theirs: str) -> None:
    assert told(f"{LEAD} {mine}", LEAD + theirs) == []


@pytest.mark.parametrize(
    ("mine", "theirs", "disputed"),
    [
        ("Ben Ray was sent off.", "Adam Dunne was sent off.", True),
        ("Ben Ray was sent off in the 66th minute.", "Adam Dunne was sent off in the 67th minute.", True),
        ("Ben Ray was sent off.", "Ray was sent off.", False),
        ("Ben Ray was sent off in the 20th minute.", "Adam Dunne was sent off in the 67th minute.", False),
        ("Ayton's Ben Ray was sent off.", "Corley's Carl Wood was sent off.", False),
        ("Ben Ray was sent off.", "Adam Dunne was sent off. It was Carl Wood who was sent off too.", False),
        (
            "Ben Ray was sent off in the 9th minute.",
            "Adam Dunne was sent off in the 9th minute. Later Carl Wood was sent off.",
            True,
        ),
        ("Ben Ray was sent off.", "Adam Dunne was booked.", False),
        ("Ben Ray was sent off.", "Then Dunne fouled Reyes and collected his second yellow card.", False),
    ],
    ids=[
        "two men", "much the same minute", "one man", "two minutes", "two sides", "one more", "one more, one minute",
        "a booking", "whose?",
    ],
)  # fmt: skip
def test_a_dismissal_has_one_man(told: Told, mine: str, theirs: str, disputed: bool) -> None:
    found = told(f"{LEAD} Later {mine}", f"{LEAD} Later {theirs}")
    assert found == ([(0, "Ben Ray", "Adam Dunne was sent off")] if disputed else [])
