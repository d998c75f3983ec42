"""Which runs and tallies of an article are one."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord
from checker.match.streaks import StreakReader
from checker.pack import Pack

Record = Callable[..., MatchRecord]


@pytest.mark.parametrize(
    ("prose", "events"),
    [
        ("It ended Ayton's eight-match winless run.", {"winless run of Ayton"}),
        ("It ended Ayton's eight-game unbeaten streak.", {"unbeaten run of Ayton"}),
        ("It was Ayton's fourth straight win this season.", {"win run of Ayton"}),
        ("It was Ayton's fourth straight win in Europe.", set()),
        ("Ayton have suffered five straight league defeats.", {"league defeat in all run of Ayton"}),
        ("It was Hill's 15th goal of the season.", {"goal of the season run of Hill"}),
        ("Hill scored twice. It was Hill's 15th goal of the season.", set()),
        ("It stretched Ayton's unbeaten run to nine games.", set()),
        ("It was a run.", set()),
    ],
)
def test_a_run_is_known_by_its_sort_and_team(record: Record, pack: Pack, prose: str, events: set[str]) -> None:
    copy = f"Ayton beat Corley 3-1. {prose}"
    assert set(StreakReader(pack.words).events(record(copy).claims, copy).values()) == events
