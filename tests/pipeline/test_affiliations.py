"""Affiliations that stand in blocks."""

from collections.abc import Callable

from checker.match.record import MatchRecord

ELEVEN = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
OTHERS = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


def test_the_manager_under_a_line_up_is_the_club_s(record: Callable[..., MatchRecord]) -> None:
    found = record(f"Ayton met Corley.\nAyton: {ELEVEN}. Manager: Sam Thrale.\nCorley: {OTHERS}.\n")
    [claim] = [claim for claim in found.claims if claim.type == "affiliation"]
    assert [claim.get(name) for name in ("person", "club", "role", "status")] == ["Sam Thrale", "Ayton", "manager", "current"]
