"""The roll: everyone who scored, where an article tells every goal."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord
from checker.match.roll import is_on

Record = Callable[..., MatchRecord]
LEAD = "It was Ayton who had a 2-1 win over Corley.\n"
TEAMS = """
Ayton: Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn. Goals: Hill 12, Moss 80.
Corley: Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford. Goal: Gale 44.
"""
LIVE = """
GOOOAALL! Hill rises above Thorn and heads in. 1-0.
Vale shoots wide. Then Kurt Hahn comes on.
44' GOALLLL!!! Gale levels for Corley.
45' + 1' GOAL NOT GIVEN! Brook was offside.
80' GOAL! HAHN HAS DONE IT! The substitute turns in Dunne's cross.
"""


def test_lists_name_every_scorer(record: Record) -> None:
    roll = record(LEAD + TEAMS).roll
    assert roll is not None
    assert (roll.words, roll.goals, roll.claim.text) == (frozenset({"hill", "moss", "gale"}), 3, "Hill 12")


def test_a_live_text_names_every_scorer_in_its_goals(record: Record) -> None:
    roll = record(LEAD + LIVE).roll
    assert roll is not None
    assert roll.goals == 3
    assert {name: is_on(roll, name) for name in ("Tom Hill", "Gale", "Hahn", "Dunne", "Vale", "Brook")} == {
        "Tom Hill": True, "Gale": True, "Hahn": True, "Dunne": False, "Vale": False, "Brook": False,
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [TEAMS.replace(", Moss 80", ""), LIVE.replace("GOALLLL!!! ", ""), "GOALKEEPER HURST IS OFF!", "It rained."],
    ids=["a list misses one", "an entry is not marked", "a longer word", "nothing"],
)
def test_fewer_goals_than_the_score_has_name_nobody(record: Record, text: str) -> None:
    assert record(LEAD + text).roll is None


def test_a_name_that_may_be_a_scorers_is_on_the_roll(record: Record) -> None:
    roll = record(LEAD + TEAMS.replace("Hill", "Hillier")).roll
    assert roll is not None
    assert is_on(roll, "Hilliar")
    assert not is_on(roll, "Dunne")


def test_a_first_name_or_a_word_that_only_looks_like_a_scorer_puts_nobody_on_the_roll(record: Record) -> None:
    roll = record(LEAD + LIVE.replace("Gale levels", "Gale, the winger, levels").replace("Hahn", "Arsenal")).roll
    assert roll is not None
    assert not is_on(roll, "Arsene Wenger")


def test_lists_with_an_own_goal_are_no_roll(record: Record) -> None:
    assert record(LEAD + TEAMS.replace("Hill 12", "Gale 12 og")).roll is None


def test_what_a_live_text_shouts_beside_a_name_is_none(record: Record) -> None:
    shouted = LIVE.replace("HAHN HAS DONE IT!", "HAHN MAKES IT 2-1!").replace("GOOOAALL!", "GOOOAALL! BACK IN IT!")
    roll = record(LEAD + shouted).roll
    assert roll is not None
    assert {name: is_on(roll, name) for name in ("Tom Hill", "Kurt Hahn", "Dunne")} == {
        "Tom Hill": True, "Kurt Hahn": True, "Dunne": False,
    }  # fmt: skip
