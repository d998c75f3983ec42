"""Scores on the way, and how their own sentence says that the match ended."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord


@pytest.mark.parametrize(
    ("prose", "fits"),
    [
        ("Beeford blew a 3-0 lead to draw 2-2 with Denby.", False),
        ("Beeford blew a 2-0 lead to draw 2-2 with Denby.", True),
        ("Beeford blew a 2-0 lead to lose 3-1 to Denby.", False),
        ("Beeford lost 3-2 after leading 2-0.", True),
        ("Beeford drew 2-2 with Denby after being 3-0 down.", False),
        ("Beeford overturned a 3-1 deficit from the first leg to win 2-0.", None),
        ("Beeford had led 3-0, and Ayton drew 2-2 with Denby.", None),
    ],
)
def test_no_side_loses_goals_in_one_sentence(record: Callable[..., MatchRecord], prose: str, fits: bool | None) -> None:
    ways = [claim for claim in record(prose).claims if claim.get("kind") == "running"]
    assert {claim.get("ends_fit") for claim in ways} <= {fits}
    assert ways or fits is None
