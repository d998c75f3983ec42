"""One goal: what any words of it tell holds for all of them."""

from collections.abc import Callable, Mapping

import pytest

from checker.claims.model import Value
from checker.match.record import MatchRecord
from checker.match.telling import tell
from checker.pack import Pack
from checker.pipeline.reading import Reading

LEAD = "Ayton beat Corley 2-1 on Saturday. Ayton and Corley had drawn before. Ned Lund and Peter Marsh scored for Ayton. "


@pytest.mark.parametrize(
    ("prose", "scorers", "minutes"),
    [
        ("Corley levelled in the 67th minute. Adam Dunne's goal for Corley was late.", ["Adam Dunne"] * 2, ["67"] * 2),
        ("In the 20th minute Adam Dunne ran on for Corley and slotted home.", ["Adam Dunne"], ["20"]),
        ("In the 20th minute Adam Dunne was denied a cross but then slotted home for Corley.", ["Adam Dunne"], [None]),
    ],
    ids=["a side's only goal", "its sentence's only time", "another moment's time"],
)
def test_a_goal_learns_its_man_and_minute(
    read: Callable[..., Reading], record: Callable[..., MatchRecord], pack: Pack,
    prose: str, scorers: list[str], minutes: list[str | None],
) -> None:  # fmt: skip
    found = record(LEAD + prose)
    told: list[Mapping[str, Value]] = tell(read(LEAD + prose), found, pack.words)
    goals = [more for claim, more in zip(found.claims, told, strict=True) if claim.type == "goal" and claim.sentence > 2]
    assert [goal.get("scorer") for goal in goals] == scorers
    assert [goal.get("minute") for goal in goals] == minutes
