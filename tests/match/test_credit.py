"""Credit: sentences that date a goal of the lists and name another man than its scorer."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
TEAMS = """
Ayton: Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn. Goals: Hill 12, Moss 80.
Corley: Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford. Goal: Gale 44.
"""


def credited(record: Record, prose: str, teams: str = TEAMS) -> list[tuple[object, object]]:
    """The man of the sentence and the man of the lists, for each minute where these are two."""
    found = record(f"It was Ayton who had a 2-1 win over Corley.\n\n{prose}\n{teams}")
    minutes = [claim for claim in found.claims if claim.type == "minute" and "listed_scorer" in claim.fields]
    return [(claim.get("scorer"), claim.get("listed_scorer")) for claim in minutes]


@pytest.mark.parametrize(
    "prose",
    [
        "Dunne made amends in the 12th minute, heading in a corner.",
        "Then Lund crossed for Dunne to head the first in the 12th minute.",
        "The lead came in the 12th minute, when a corner by Lund was met by Dunne at the far post.",
        "Ayton had led through Dunne's penalty in the 12th minute.",
        "Dunne's first was a tap-in from Lund's cross in the 12th minute. It was Hill who thanked him.",
        "Dunne ran on to a long ball, held off two men and slid a shot under Hurst in the 12th minute.",
        "It was 1-0 in the 12th minute, when Dunne got above Kell at a corner.",
        "It had been Hill's week. Dunne scored in the 12th minute.",
        "Fenn ran on, the ball broke kindly to Dunne and his shot went in off the keeper in the 12th minute.",
        "Dunne drove in a rebound after 12 minutes.",
        "In the 12th minute Fenn's header was blocked, and the ball dropped to Dunne. He swept it in.",
        "Ray had a goal turned away for offside before Dunne put Ayton ahead in the 12th minute.",
        "Dunne glanced in Lund's free-kick on 11 minutes.",
    ],
)
def test_a_sentence_with_another_man_in_the_scorers_place_is_told_whose_goal_it_was(record: Record, prose: str) -> None:
    assert credited(record, prose) == [("Dunne", "Hill")]


@pytest.mark.parametrize(
    "prose",
    [
        "The lead came from the penalty spot in the 12th minute after Kell had wrestled Dunne to the ground.",
        "It had been Hill's week. The same man made it 1-0 in the 12th minute, and Dunne was all smiles.",
        "In the 12th minute Dunne crossed and Hill headed in.",
        "Dunne won a corner in the 12th minute after a shot of his had gone behind. Hill put it into the net.",
        "Hill had shot wide at first. In the 12th minute he turned in a cross that Dunne had hit too hard.",
        "The opener in the 12th minute came from Dunne's cross.",
        "The opener in the 12th minute was scored after a foul by Dunne.",
        "Dunne was brought down for the penalty in the 12th minute.",
        "The opener in the 12th minute came past a helpless Gale.",
        "There was the Rocket to put it into the net in the 12th minute when Gale dropped a Dunne corner.",
        "Dunne had a shot saved in the 12th minute.",
        "In the 12th minute the ball fell to Dunne, who had a go at goal. Hill was there to turn it in.",
        "Dunne scored in the 13th minute.",
        "Dunne was booked in the 12th minute.",
        "Moss scored in the 12th minute.",
        "Hall scored in the 12th minute.",
        "Dunne scored in the first half, said Ray.",
        "Dunne scored after 15 minutes.",
        "Dunne fashioned the opening goal after 12 minutes.",
    ],
    ids=[
        "before it", "the same man", "named beside", "named in the next sentence", "he is the man of the sentence before",
        "a cross", "a foul", "a victim", "a man of the other side", "his corner", "a save", "a ball that fell to him",
        "another minute", "a card", "a scorer of the lists", "nobody of the line-ups", "no exact minute",
        "beyond rounding", "its maker",
    ],
)  # fmt: skip
def test_a_sentence_that_may_leave_its_scorer_out_is_not(record: Record, prose: str) -> None:
    assert credited(record, prose) == []


def test_the_ball_may_have_come_to_a_man_of_the_other_side(record: Record) -> None:
    prose = "A weak clearance in the 12th minute fell to Thorn, and he took one look before he sent it into the net. It rained."
    assert credited(record, prose) == [("Thorn", "Hill")]


def test_an_own_goal_and_two_goals_of_one_minute_are_nobodys(record: Record) -> None:
    assert credited(record, "Dunne scored in the 12th minute.", TEAMS.replace("Hill 12", "Gale og 12")) == []
    assert credited(record, "Dunne scored in the 12th minute.", TEAMS.replace("Moss 80", "Moss 12")) == []
    assert credited(record, "Dunne scored after 12 minutes.", TEAMS.replace("Moss 80", "Moss 13")) == []
