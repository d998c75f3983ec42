"""Which words tell the same goal."""

from collections.abc import Callable

import pytest

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.match.goals import FAR, gap, goal_events, same_scorer
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


def goal(scorer: str = "", minute: int | None = None, club: str = "", block: bool = False, **more: Value) -> Claim:
    fields: dict[str, Value] = {"about": "this", **more}
    keys = {name: value for name, value in (("scorer", scorer), ("club", club)) if value}
    if scorer:
        fields["scorer"] = scorer
    if minute is not None:
        fields |= {"earliest": minute * 100, "latest": minute * 100, "minute": str(minute)}
    return Claim("goal", Span(0, 1), "x", {**fields, "block": block}, keys=keys)


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        (goal("hill", 12), goal("hill", 12), 0),
        (goal("hill", 12), goal("hill", 15), 3),
        (goal("hill"), goal("hill", 15), FAR),
        (goal("hill"), goal("hill"), FAR),
    ],
)
def test_two_goals_lie_so_many_minutes_apart(one: Claim, other: Claim, minutes: int) -> None:
    assert gap(one, other) == minutes


@pytest.mark.parametrize(
    ("one", "other", "across", "same"),
    [
        ("adam hill", "adam hill", False, True),
        ("adam hill", "hill", False, False),
        ("adam hill", "hill", True, True),
        ("adam hill", "Adam Hill", True, True),
        ("adam hill", "ray", True, False),
        ("", "", False, False),
        ("", "", True, False),
    ],
)
def test_one_man_scored_both(one: str, other: str, across: bool, same: bool) -> None:
    assert same_scorer(goal(one), goal(other), across) is same


@pytest.mark.parametrize(
    ("claims", "pairs"),
    [
        # a man's goal in the prose is the one that the list gives him
        ([goal("hill"), goal("hill", 12, block=True)], True),
        ([goal("hill", 14), goal("hill", 12, block=True)], True),
        ([goal("ray"), goal("hill", 12, block=True)], False),
        # a goal that names nobody is the listed one of its minute
        ([goal("", 12), goal("hill", 12, block=True)], True),
        ([goal("", 14), goal("hill", 12, block=True)], False),
        # prose alone: one man in one minute
        ([goal("hill", 12), goal("hill", 12)], True),
        ([goal("hill", 12), goal("hill", 80)], False),
    ],
)
def test_goals_pair_by_scorer_and_minute(claims: list[Claim], pairs: bool) -> None:
    events = goal_events(claims, {})
    assert (events[0] == events[1]) is pairs


def test_a_man_s_two_goals_are_told_apart_by_the_minute() -> None:
    claims = [goal("hill", 13), goal("hill", 12, block=True), goal("hill", 80, block=True), goal("hill", 79)]
    events = goal_events(claims, {})
    assert events[0] == events[1] != events[2] == events[3]


def test_a_club_that_scored_once_has_one_goal_to_tell() -> None:
    claims = [goal("hill", 13, "ayton"), goal("", 14, "ayton"), goal("gale", 50, "corley")]
    events = goal_events(claims, {"ayton": 1, "corley": 1})
    assert events[0] == events[1] != events[2]


def test_a_club_is_told_by_another_sentence_of_the_same_man() -> None:
    claims = [goal("hill", 13, "ayton"), goal("hill", 14), goal("gale", 50, "corley")]
    events = goal_events(claims, {"ayton": 1, "corley": 1})
    assert events[0] == events[1] != events[2]


@pytest.mark.parametrize(("total", "one"), [(3, True), (4, False), (None, False)])
def test_as_many_scorers_as_goals_scored_one_each(total: int | None, one: bool) -> None:
    claims = [goal("hill", 13), goal("hill", 30), goal("gale", 50), goal("ray", 60)]
    events = goal_events(claims, {"ayton": 2}, total)
    assert (events[0] == events[1]) is one


@pytest.mark.parametrize(("men", "one"), [(["hill"], True), (["hill", "gale"], False)])
def test_a_time_near_one_man_tells_his_only_goal(men: list[str], one: bool) -> None:
    time = Claim("minute", Span(0, 1), "x", {"men": men})
    events = goal_events([goal("hill", 13, "ayton"), time], {"ayton": 1})
    assert (events[0] == events[1]) is one


@pytest.mark.parametrize("about", ["first-leg", "other"])
def test_goals_of_other_matches_are_no_events(about: str) -> None:
    assert goal_events([goal("hill", 13, about=about)], {}) == {}


def test_prose_and_list_meet_in_an_article(record: Record) -> None:
    text = f"Ayton beat Corley 1-0. Adam Dunne scored after 12 minutes.\nAyton: {HOME}. Goals: Dunne 12.\nCorley: {AWAY}.\n"
    found = record(text)
    goals = [number for number, claim in enumerate(found.claims) if claim.type == "goal"]
    assert len(goals) == 2
    assert found.events[goals[0]] == found.events[goals[1]]


@pytest.mark.parametrize(
    ("prose", "pairs"),
    [
        ("Hill scores 71st-minute winner. It rained. Hill's 84th-minute winner was the last touch.", True),
        ("Hill's 71st-minute goal came first. It rained. Hill's 84th-minute winner was the last touch.", False),
        ("Hill scores 71st-minute winner. Moss levelled in the 75th minute, but Hill's late winner settled it.", False),
    ],
    ids=["two winners", "a goal and the winner", "another goal's minute"],
)
def test_a_match_has_one_winner(record: Record, prose: str, pairs: bool) -> None:
    found = record(f"It was Ayton who had a 4-2 win over Corley. {prose}")
    events = [found.events[n] for n, claim in enumerate(found.claims) if claim.type == "goal" and claim.get("scorer") == "Hill"]
    assert (len(events) > len(set(events))) == pairs
