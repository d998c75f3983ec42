"""Changes: who came on for whom, and when, by the prose against the line-ups."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
SHEETS = """

Fulham: Poole, Stone, Heller, Marsh, Dunne (Gower 60), Lunder, Becker (Ashby 72), Reyes (Pym 72), Mosser, Fenner, Quist.
Everton: Rudder, Hurst, Nunez, Oram, Tully, Udall, Wexler, Yorke, Zeller, Abbott (Thrale 80), Birch.
"""


def changes(record: Record, prose: str) -> list[Claim]:
    """The changes of the prose."""
    found = record(f"Fulham beat Everton 1-0. {prose}{SHEETS}")
    return [claim for claim in found.claims if claim.type == "substitution" and claim.zone == "prose"]


@pytest.mark.parametrize(
    ("prose", "listed"),
    [
        ("A shot by Adam Gower, who had replaced Dunne, went wide.", "Dunne"),
        ("A shot by Adam Gower, who had replaced Marsh, went wide.", "Dunne"),
        ("They threw on Adam Gower for Marsh.", "Dunne"),
        ("It was Dunne who replaced the limping Adam Gower.", "Dunne"),  # the wrong way round
        ("It was Adam Gower who replaced the limping Dunne.", "Dunne"),
        ("A shot by Carl Pym, who had replaced Becker, went wide.", None),  # two changes of one minute
        ("Adam Gower and Carl Pym came on for Dunne and Marsh.", None),
        ("Then Adam Gower replaced Sven Ericson as captain.", None),  # a man of no line-up
        ("A shot by Adam Gower, who had replaced Oram, went wide.", "Dunne"),  # a man of the other side
    ],
)
def test_a_change_is_held_against_the_bracket_of_the_man_who_came_on(record: Record, prose: str, listed: str | None) -> None:
    assert {claim.get("listed_off") for claim in changes(record, prose)} == {listed}


@pytest.mark.parametrize(
    ("prose", "listed"),
    [
        ("Ed Dunne made way for Bob Slade.", "Gower"),
        ("Ed Dunne made way for Adam Gower.", None),
        ("Ed Dunne made way for Bob Mosser.", None),  # he began: the claim is misread, or wrong in another way
    ],
)
def test_a_man_of_no_line_up_replaces_nobody(record: Record, prose: str, listed: str | None) -> None:
    assert {claim.get("listed_on") for claim in changes(record, prose)} == {listed}


def test_whoever_makes_a_change_does_not_come_on(record: Record) -> None:
    found = changes(record, "Then Ian Prescott replaced Ed Dunne with Adam Gower.")
    assert {(claim.get("on"), claim.get("listed_on")) for claim in found} == {("Ian Prescott", None), ("Adam Gower", None)}


@pytest.mark.parametrize(
    ("prose", "off"),
    [
        ("Adam Gower replaced Dunne after 60 minutes.", 0),
        ("Adam Gower replaced Dunne in the 66th minute.", 6),
        ("On 70 minutes Adam Gower replaced Dunne.", 9),
        ("Adam Gower, on for Dunne in the 66th minute, hit the bar.", 6),
        ("Adam Gower, on for Dunne since the 66th minute, hit the bar.", 6),
        ("Dunne made way for Adam Gower, making his first start, after 66 minutes.", 5),
        ("On 66 minutes, to loud applause, Dunne was replaced by Adam Gower.", 5),
        ("Dunne made way for Adam Gower, who scored, after 66 minutes.", None),
        ("With ten minutes left Adam Gower, on for Dunne, hit the bar.", None),  # the time of the shot
        ("The substitute Adam Gower hit the bar after 70 minutes.", None),
        ("Adam Gower replaced Dunne and scored after 80 minutes.", None),
    ],
)
def test_a_time_right_beside_a_change_is_held_against_the_bracket(record: Record, prose: str, off: int | None) -> None:
    assert {claim.get("off_minutes") for claim in changes(record, prose)} == {off}
