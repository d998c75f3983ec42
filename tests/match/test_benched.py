"""Men who by the prose never came on."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord


@pytest.mark.parametrize(
    ("told", "unused"),
    [
        ("They had left Moss on the bench throughout.", True),
        ("Moss was an unused substitute.", True),
        ("Among those left out was unused substitute Moss.", True),
        ("They had left Moss on the bench.", None),
        ("Moss was an unused substitute in the cup defeat by Denby.", None),
    ],
)
def test_who_stayed_on_the_bench_does_not_score(record: Callable[..., MatchRecord], told: str, unused: bool | None) -> None:
    goals = [c for c in record(f"Ayton beat Corley 1-0. Sam Moss scored the goal. {told}").claims if c.type == "goal"]
    assert [goal.get("unused") for goal in goals if goal.get("scorer")][:1] == [unused]
