"""turns and steps: what the words of a goal say that it did, and what the goals of the lists did."""

from collections.abc import Callable

import pytest

from checker.article import Span
from checker.claims.model import Claim
from checker.match.record import MatchRecord
from checker.match.steps import steps

CLUBS = ("ayton", "corley")
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"
SHEETS = f"\n\nAyton: {HOME}. Goals: Hill 12, Moss 30, 80.\nCorley: {AWAY}. Goals: Gale 44, 60.\n"


@pytest.mark.parametrize(
    ("prose", "fits"),
    [
        ("Then Adam Hill opened the scoring.", True),
        ("Then Adam Hill equalised.", False),
        ("Then Sam Moss doubled the lead.", True),
        ("Then Sam Moss halved the deficit.", False),
        ("Then Tom Gale halved the deficit.", True),
        ("Then Tom Gale equalised in the 60th minute.", True),
        ("Then Tom Gale equalised in the 44th minute.", False),
        ("Then Corley levelled.", True),
        ("They pushed for an equaliser.", None),
        ("Then Ben Lock of Denby equalised.", None),
    ],
)
def test_what_a_goal_did_is_held_against_the_goals_of_the_lists(
    record: Callable[..., MatchRecord], prose: str, fits: bool | None
) -> None:
    claims = record(f"Ayton beat Corley 3-2. {prose}{SHEETS}").claims
    turned = [claim.get("turn_fits") for claim in claims if claim.type == "goal" and not claim.get("block")]
    assert turned[-1:] == ([fits] if turned else [])
    assert fits is None or turned


def test_where_one_side_did_not_score_nobody_levelled(record: Callable[..., MatchRecord]) -> None:
    claims = record("Ayton beat Corley 2-0. Then Adam Hill equalised.").claims
    assert [claim.get("turn_fits") for claim in claims if claim.type == "goal"] == [False]


def test_over_two_legs_nothing_is_said(record: Callable[..., MatchRecord]) -> None:
    claims = record("Ayton beat Corley 2-0 to win 2-1 on aggregate. Then Adam Hill equalised.").claims
    assert {claim.get("turn_fits") for claim in claims if claim.type == "goal"} == {None}


def listed(minute: str) -> Claim:
    return Claim("goal", Span(0, 1), "x", {"minute": minute}, zone="block")


def test_each_step_knows_how_it_stood() -> None:
    goals = [(listed("60"), "corley"), (listed("12"), "ayton"), (listed("45+1"), "corley")]
    stood = [(step.own, step.other, step.made) for step in steps(goals, CLUBS)]
    assert stood == [(0, 0, (1, 0)), (0, 1, (1, 1)), (1, 1, (2, 1))]


@pytest.mark.parametrize("goals", [[(listed(""), "ayton")], [(listed("12"), "denby")]])
def test_a_goal_without_minute_or_side_leaves_the_steps_open(goals: list[tuple[Claim, str]]) -> None:
    assert steps(goals, CLUBS) == []
