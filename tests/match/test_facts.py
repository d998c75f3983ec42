"""The facts of a match: the scores an article states once, and what its lists add up to."""

from collections.abc import Callable

import pytest

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.match.facts import goals_of, high_low, margin_facts, score_facts
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


def score(first: int, second: int, kind: str = "final", about: str = "this", zone: str = "prose", **keys: str) -> Claim:
    fields: dict[str, Value] = {"first": first, "second": second, "kind": kind, "about": about}
    return Claim("score", Span(0, 1), "x", fields, zone=zone, keys=keys)


@pytest.mark.parametrize(
    ("claims", "facts"),
    [
        ([score(2, 1)], {"final_high": 2, "final_low": 1}),
        ([score(1, 2)], {"final_high": 2, "final_low": 1}),
        ([score(2, 1), score(1, 2)], {"final_high": 2, "final_low": 1}),
        ([score(2, 1), score(3, 1)], {}),
        ([score(2, 1, about="other")], {}),
        ([score(2, 1, zone="quotation")], {}),
        ([score(2, 0, about="first-leg")], {"first_leg_high": 2, "first_leg_low": 0}),
        ([score(1, 0, "half-time")], {"half_time_high": 1, "half_time_low": 0}),
        ([score(3, 1, "aggregate")], {"aggregate_high": 3, "aggregate_low": 1}),
        ([score(5, 4, "shoot-out")], {"shoot_out_high": 5, "shoot_out_low": 4}),
        ([score(1, 0, "running")], {}),
        ([], {}),
    ],
)
def test_a_score_that_is_stated_one_way_is_a_fact(claims: list[Claim], facts: dict[str, int]) -> None:
    found, sources = score_facts(claims)
    assert found == facts
    assert {name.rsplit("_", 1)[0] for name in found} == set(sources)


def margin(n: int | None, about: str = "first-leg", zone: str = "prose") -> Claim:
    claim = Claim("margin", Span(0, 1), "x", {"about": about}, zone=zone)
    return claim if n is None else claim.having(places={"n": Span(0, 1)}, n=n)


@pytest.mark.parametrize(
    ("claims", "facts"),
    [
        ([margin(2)], {"margin_first_leg": 2}),
        ([margin(2), margin(2)], {"margin_first_leg": 2}),
        ([margin(2), margin(3)], {}),
        ([margin(2, "this")], {}),
        ([margin(2, zone="quotation")], {}),
        ([margin(None)], {}),
        ([margin(None), margin(2)], {"margin_first_leg": 2}),
    ],
)
def test_a_deficit_that_is_stated_one_way_is_a_fact(claims: list[Claim], facts: dict[str, int]) -> None:
    assert margin_facts(claims)[0] == facts


@pytest.mark.parametrize(("first", "second"), [(2, 1), (1, 2)])
def test_the_higher_figure_comes_first(first: int, second: int) -> None:
    assert high_low(score(first, second)) == (2, 1)


@pytest.mark.parametrize(
    ("claim", "goals"),
    [
        (score(1, 1), {"ayton": 1, "corley": 1}),
        (score(2, 1, club="ayton", opponent="corley", zone="block"), {"ayton": 2, "corley": 1}),
        (score(1, 2, club="ayton", opponent="corley", zone="block"), {"ayton": 1, "corley": 2}),
        (score(2, 1, opponent="corley").having(outcome="win"), {"ayton": 2, "corley": 1}),
        (score(2, 1, opponent="corley").having(outcome="defeat"), {"ayton": 1, "corley": 2}),
        (score(2, 1, club="corley").having(outcome="win"), {"ayton": 1, "corley": 2}),
        (score(2, 1), {}),
    ],
)
def test_who_scored_how_often_needs_a_winner(claim: Claim, goals: dict[str, int]) -> None:
    facts, _ = score_facts([claim])
    assert goals_of(facts, [claim], ("ayton", "corley")) == goals


def listed(record: Record, home: str, away: str) -> dict[str, Value]:
    return dict(record(f"Ayton met Corley.\nAyton: {HOME}{home}\nCorley: {AWAY}{away}\n").facts)


def test_the_lists_of_both_sides_add_up(record: Record) -> None:
    facts = listed(record, ". Goals: Hill 12, 55.", ". Goals: Gale 45+2, Holm 80 pen.")
    assert (facts["listed_goals"], facts["listed_first_half"]) == (4, 2)
    assert (facts["listed_high"], facts["listed_low"]) == (2, 2)


def test_a_side_without_goals_has_none(record: Record) -> None:
    facts = listed(record, ". Goals: Hill 12, 55.", ".")
    assert (facts["listed_high"], facts["listed_low"]) == (2, 0)


def test_one_side_s_list_alone_proves_nothing(record: Record) -> None:
    found = record(f"Ayton met Corley.\nAyton: {HOME}. Goals: Hill 12, 55.\n")
    assert "listed_goals" not in found.facts


def test_where_no_goals_are_listed_nothing_is_known(record: Record) -> None:
    assert "listed_goals" not in listed(record, ".", ".")


def test_the_result_line_of_another_match_has_goals_of_its_own(record: Record) -> None:
    text = (
        "Ayton beat Corley 2-1 on Sunday.\n\nAyton 2 (Poole 12, Ray 55) Corley 1 (Hurst 80)\nHT: 1-0\n\n"
        "Denby then beat Melling.\n\nDenby 3 (Moss 5, 40, 70) Melling 0\nHT: 2-0\n"
    )
    facts = record(text).facts
    assert (facts["listed_goals"], facts["half_time_high"]) == (3, 1)
