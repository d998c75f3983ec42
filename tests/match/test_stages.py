"""Scores on the way that some result of an article can follow on, or none."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
ROUND_UP = "Beeford beat Denby 2-1. Elmstead Town beat Farley Rovers 2-0."


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Beeford had led 2-0.", True),
        ("Beeford had led 3-0.", False),
        ("Beeford had a three-goal lead.", False),
        ("Beeford had a two-goal lead.", True),
        ("Beeford had led 3-0 last season.", None),
        ("Garsdale United had led 3-0.", None),
        ("Ten bookmakers had it at 14-1.", None),
    ],
    ids=["fits", "beyond", "lead beyond", "lead fits", "another day", "a side without a result", "odds"],
)
def test_a_score_on_the_way_has_a_result_that_follows_on_it(record: Record, rest: str, expected: bool | None) -> None:
    found = record(f"{ROUND_UP} Ilbury City drew 1-1 with Hexby Town. {rest}")
    ways = [claim for claim in found.claims if claim.type == "margin" or claim.get("kind") in ("running", "half-time")]
    assert [claim.get("reached") for claim in ways] == [expected]
