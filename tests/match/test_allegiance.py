"""Allegiance: the sides of men whom neither a line-up nor the reference places."""

from collections.abc import Callable

import pytest

from checker.match.allegiance import allegiances
from checker.match.record import MatchRecord
from checker.pack import Pack
from checker.pipeline.reading import Reading

LEAD = "Ayton beat Corley 3-1 at Ayton on Saturday. Ayton and Corley had drawn before. "


@pytest.mark.parametrize(
    ("prose", "club"),
    [
        ("Adam Dunne put Corley ahead.", "Corley"),
        ("Then Adam Dunne scored for Corley.", "Corley"),
        ("Corley took the lead through Adam Dunne.", "Corley"),
        ("Corley midfielder Sam Ray was hurt and Adam Dunne replaced Sam Ray. Then Dunne scored.", "Corley"),
        ("Sam Ray put Corley ahead. Then Adam Dunne scored.", "Ayton"),
        ("Sam Ray put Ayton ahead. Adam Dunne equalised.", "Corley"),
        ("Sam Ray put Ayton ahead. Adam Dunne doubled the lead.", "Ayton"),
        ("Adam Dunne levelled after Sam Ray put Ayton ahead.", "Corley"),
        ("Sam Ray put Corley ahead. Peter Marsh pulled one back. Adam Dunne made it 2-2 with an equaliser.", "Ayton"),
        ("Sam Ray put Ayton ahead. There were late goals by Sam Ray and Adam Dunne.", "Ayton"),
        ("Corley fell behind when Adam Dunne scored.", "Ayton"),
        ("Then Adam Dunne scored.", None),
    ],
    ids=["put ahead", "scored for", "through", "came on for", "the other side's goals are told", "levelled a lead",
         "added to one", "levelled what is told then", "after another halved it", "in a row", "beat them", "nothing says it"],
)
def test_a_scorers_side_is_put_together(
    read: Callable[..., Reading], record: Callable[..., MatchRecord], pack: Pack, prose: str, club: str | None
) -> None:
    reading = read(LEAD + prose)
    key = allegiances(reading, record(LEAD + prose), pack.words).get("adam dunne")
    assert (reading.clubs.names[key] if key else None) == club


def test_of_a_win_without_a_goal_against_all_scorers_are_the_winners(
    read: Callable[..., Reading], record: Callable[..., MatchRecord], pack: Pack
) -> None:
    text = "Ayton beat Corley 2-0 on Saturday. Ayton and Corley had drawn before. Then Adam Dunne and Sam Ray scored."
    reading, found = read(text), allegiances(read(text), record(text), pack.words)
    assert {reading.clubs.names[found[key]] for key in ("adam dunne", "sam ray")} == {"Ayton"}
