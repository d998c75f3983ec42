"""Singles: goals and dismissals of which a match has one, given to two men."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
TEN = "Ayton ended with ten men. Then Adam Dunne was sent off."
WON = "It was Ayton who had a 2-1 win over Corley."
LONE = "It was Ayton who had a 1-0 win over Corley."


def rivals(found: MatchRecord) -> list[tuple[object, object]]:
    """Each man who is asked about, and the other one."""
    asked = [claim for claim in found.claims if "rival" in claim.fields]
    return [(claim.get("scorer") or claim.get("player"), claim.get("rival")) for claim in asked]


@pytest.mark.parametrize(
    "prose",
    [
        f"{WON} Adam Dunne scored the winner, and Adam Dunne scored before. Sam Ray's winner came late.",
        f"{WON} Adam Dunne scored a late 84th-minute winner, and Adam Dunne scored before. Then Sam Ray scored a late winner.",
        f"{WON} Then Adam Dunne opened the scoring. Sam Ray's opener was fine.",
        f"{LONE} Then Adam Dunne scored. It was Sam Ray who scored.",
        f"{WON} {TEN} After Sam Ray's dismissal it rained.",
        f"{WON} Ayton ended with ten men. Ayton's Adam Dunne was sent off in the 20th minute. Adam Dunne wept. "
        "Corley's Sam Ray was sent off in the 20th minute.",
    ],
    ids=["the winner", "behind the words", "the opener", "the only goal", "the one sent off", "in one minute"],
)
def test_one_thing_given_to_two_men(record: Record, prose: str) -> None:
    assert rivals(record(prose)) == [("Sam Ray", "Adam Dunne")]


@pytest.mark.parametrize(
    "prose",
    [
        f"{WON} Then Adam Dunne scored the winner. Sam Ray's opener was fine.",
        f"{WON} Then Adam Dunne scored the winner. Dunne's winner was fine.",
        f"{WON} Then Adam Dunne scored the winner. Adam Dunn's winner was fine.",
        f"{WON} Then Adam Dunne scored the winner. Last week Sam Ray scored the winner.",
        f"{WON} Then Adam Dunne scored. It was Sam Ray who scored.",
        f"{WON} {TEN} After Dunne's dismissal it rained.",
        f"{WON} {TEN} Then Sam Ray was also sent off.",
        f"{WON} {TEN} Then Ayton had nine men after Sam Ray's dismissal.",
        f"{WON} Then Adam Dunne was sent off. After Sam Ray's dismissal it rained.",
        f"{WON} Ayton ended with ten men. Ayton's Adam Dunne was sent off. After the dismissal of Corley's Sam Ray it rained.",
        f"{WON} Ayton ended with ten men. Adam Dunne was sent off in the 20th minute. Sam Ray was sent off in the 80th minute.",
        f"{WON} {TEN} Corley were themselves a man short when Sam Ray was sent off.",
    ],
    ids=[
        "two goals", "one man", "a typing error", "another match", "two goals of two", "one man off", "another one", "nine men",
        "no men counted", "two sides", "two minutes", "themselves",
    ],
)  # fmt: skip
def test_two_things_have_two_men(record: Record, prose: str) -> None:
    assert rivals(record(prose)) == []


def test_whom_a_live_text_does_not_have_among_its_goals_is_misread(record: Record) -> None:
    assert rivals(record(f"{LONE} Then Adam Dunne scored. It was Sam Ray who scored.\nGOAL! Dunne it is.\n")) == []
