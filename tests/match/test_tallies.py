"""How many goals the lists and the prose give a man, a half or some minutes."""

import pytest

from checker.article import Span
from checker.claims.model import Claim
from checker.match import tallies


def listed_goal(scorer: str, earliest: int | None, kind: str = "goal") -> Claim:
    """A goal of a list, its moment in hundredths of a minute; None for one that the list does not date."""
    told = {"kind": kind} | ({} if earliest is None else {"earliest": earliest, "latest": earliest})
    return Claim("goal", Span(0, 4), "goal", {**told, "block": "goals", "form": "block"}, "block", keys={"scorer": scorer})


def goals_in(minutes: int, span: str) -> Claim:
    return Claim("count", Span(0, 4), "goals", {"n": 3, "window": minutes, "span": span})


def of_the(half: str) -> Claim:
    return Claim("count", Span(0, 4), "twice", {"n": 2, "half": half}, keys={"who": "hill"})


GOALS = [listed_goal("hill", 1200), listed_goal("hill", 4502), listed_goal("ray", 8000), listed_goal("ray", 8800, "og")]


@pytest.mark.parametrize(("half", "goals"), [("first", 2), ("second", 0)])
def test_a_man_has_so_many_goals_of_a_half(half: str, goals: int) -> None:
    assert tallies.of_half(of_the(half), GOALS) == goals


STRETCHES = [(10, "last", 2), (9, "first", 0), (15, "first", 1), (8, "any", 2), (1, "any", 1)]


@pytest.mark.parametrize(("minutes", "span", "goals"), STRETCHES)
def test_the_lists_have_so_many_goals_in_some_minutes(minutes: int, span: str, goals: int) -> None:
    assert tallies.in_window(goals_in(minutes, span), GOALS) == goals


def test_a_goal_without_a_minute_leaves_halves_and_minutes_open() -> None:
    goals = [*GOALS, listed_goal("hill", None)]
    assert tallies.of_half(of_the("first"), goals) is None
    assert tallies.in_window(goals_in(10, "any"), goals) is None
    assert tallies.listed("hill", goals) == 3


def test_own_goals_are_no_man_s() -> None:
    assert tallies.listed("ray", GOALS) == 1
    assert tallies.of_best(GOALS) == 2


@pytest.mark.parametrize(("moments", "goals"), [((1200, 1300), 1), ((1200, 4502), 2), ((), None)])
def test_goals_near_each_other_may_be_one(moments: tuple[int, ...], goals: int | None) -> None:
    told = [listed_goal("hill", moment).having(about="this") for moment in moments]
    assert tallies.dated("hill", told) == goals
