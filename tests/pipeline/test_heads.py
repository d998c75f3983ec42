"""The headings of line-ups that say more than a club, or less."""

from collections.abc import Callable

import pytest

from checker.pipeline.reading import Reading

ELEVEN = "Marsh, Hill, Poole, Stone, Ray, Dunne, Grady, Wiik, Corley, Hurst, Kale"


@pytest.mark.parametrize("head", ["Ayton starting XI", "Ayton XI", "Ayton Starting line-up", "Ayton starting eleven (4-4-2)"])
def test_a_club_heads_an_eleven(read: Callable[..., Reading], head: str) -> None:
    reading = read(f"They won 2-0.\n\n{head}: {ELEVEN}")
    assert [claim.get("club") for claim in reading.claims if claim.type == "lineup"] == ["Ayton"]


def test_a_heading_without_a_club_names_none(read: Callable[..., Reading]) -> None:
    reading = read(f"They won 2-0.\n\nStarting XI: {ELEVEN}")
    found = [claim for claim in reading.claims if claim.type == "lineup"]
    assert [(claim.text, claim.keys.get("club", "")) for claim in found] == [("Starting XI", "")]
