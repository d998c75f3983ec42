"""Moments: the times of the prose at which a goal fell, told by the words round them."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"
LEAD = "Ayton had a 2-1 win over Corley. "


def time_of(record: Record, prose: str, home: str = "Goals: Hill 12, Moss 80") -> Claim:
    """The first time of the prose that is no relative one, in a report with both line-ups and goals lists."""
    found = record(f"{LEAD}{prose}\n\nAyton: {HOME}. {home}.\nCorley: {AWAY}. Goal: Gale 44.\n")
    times = (claim for claim in found.claims if claim.type == "minute" and claim.zone == "prose")
    return next(claim for claim in times if claim.get("form") != "relative")


@pytest.mark.parametrize(
    "prose",
    [
        "Ayton had led since the 12th minute, when Hill beat two men and shot from the edge of the area.",
        "They were 1-0 up until the 44th minute, when a cross was met by Gale.",
        "It took them until the 44th minute to answer, Gale's header going in off the bar.",
        "Hill crossed for Moss to head the second in the 80th minute.",
        "Hill slid the ball under Hurst in the 12th minute after Moss had been denied.",
        "Hill made it 1-0 in the 12th minute, and Gale hit the bar in the 30th minute.",
        "Hill saved a point for them with a 12th-minute free-kick.",
        "Hill curled in a free-kick in the 12th minute.",
        "Hill headed in the rebound in the 12th minute when Moss's shot came back off the bar.",
        "Hill put Ayton ahead after 12 minutes.",
        "Hill won a penalty in the 12th minute, saw Hurst save it and put away the rebound.",
        "Ayton had not won since beating Denby 1-0 in May, and they were glad when Hill scored in the 12th minute.",
        "Hill's header in the 12th minute was no more than they deserved.",
        "Hill robbed him to walk the ball in on 12 minutes.",
        "Two minutes earlier, in the 12th minute, Ayton had gone ahead through Hill.",
        "Hill profited from a mix-up in the 12th minute, but Corley would not lie down.",
        "Moss hit the bar and then, in the 12th minute, Hill tapped in.",
        "Hill lobbed Hurst in the 12th minute.",
        "They might have had more before Hill scored in the 12th minute.",
        "The opener was Hill's, after 12 minutes.",
        "Ayton got the goals they wanted, through Hill and, with 10 minutes left, Moss.",
        "Hill, who left Beeford for Ayton in the summer, opened the scoring in the 12th minute.",
        "Ayton, unbeaten at home since the spring of 2019, were ahead in the 12th minute when Hill lobbed Stone.",
        "Ayton took the lead in the 12th minute through Hill, last season's top scorer with 17 goals.",
        "Hill's shot in the 12th minute gave Hurst no chance and went in off the underside of the bar.",
        "In the 12th minute Hill forced in Reyes's corner.",
        "Hill scored in the 12th minute. Brook had a goal disallowed.",
        "After Hill had given them a 12th-minute lead on his debut, Moss was booked for a foul.",
        "Hill put them ahead in the 12th minute, his first goal since the move from Beeford.",
        "It was their first away win since February when Hill put them ahead in the 12th minute.",
        "In the 12th minute Hill ran on to a long ball over the top and slid it home.",
        "Hill scored in the 12th minute, and you would not have bet against him.",
        "Dunne was booked for a foul, and in the 12th minute Hill scored.",
        "In the 12th minute Hill, who had replaced Ray, pulled a goal back.",
        "Hill scored with a low shot inside the post in the 12th minute.",
        "In the 12th minute Hill was quickest when Moss's free-kick was parried, and scored.",
        "The breakthrough came in the 12th minute through a low drive from Hill.",
        "Hill gave them the lead in the 12th minute, ending a move that began with their keeper.",
        "Hill made up for his earlier miss by scoring in the 12th minute.",
        "After their 2-0 defeat by Beeford in August, Ayton took the lead through Hill in the 12th minute.",
        "Hill, borrowed from Beeford until January, struck in the 12th minute.",
        "Hill prodded Ayton ahead in 12 minutes.",
        "A shot by Ray was saved by Hurst and fell to Hill who gave Ayton the lead in the 12th minute.",
        "Hill scored in the 12th minute. They thought they had a second soon after, but Ray was flagged offside.",
        "Ray crossed, Hill met it on the run, put Ayton ahead, in the 12th minute, and ran to the bench.",
        "Hill shot low in the 12th minute and scored, a ball that Hurst ought to have kept out.",
    ],
)
def test_words_round_a_time_tell_that_a_man_scored_then(record: Record, prose: str) -> None:
    time = time_of(record, prose)
    assert time.get("men")
    assert time.get("off_list") == 0


@pytest.mark.parametrize(
    "prose",
    [
        "Hill hit the bar in the 12th minute.",
        "Ray shot, and Hill thought he had won a penalty in the 12th minute, only for the referee to wave play on.",
        "Hill ran through to score in the 12th minute, only for Hurst to save.",
        "Hill scored in the 12th minute, only for it to be ruled out. They had a second chance.",
        "Hill put the ball into the net in the 12th minute but was offside.",
        "Hill put the ball into the net in the 12th minute. The flag was up.",
        "Hill put the ball into the net in the 12th minute. But referee Adam Poole disallowed it.",
        "Hill hit the bar in the 30th minute, and Moss scored the second in the 80th minute.",
        "Hill curled in a corner in the 12th minute.",
        "Hill's header in the 12th minute drew a fine stop from Hurst.",
        "Hill might have scored in the 12th minute.",
        "Hill, who scored the opener, was replaced in the 70th minute.",
        "Ayton were ahead after 30 minutes and Hill was the best man.",
        "They were still level in the 30th minute, when Hill ran on to a long ball.",
        "Hill had scored in the 12th minute against Beeford last week.",
        "Hill took a free-kick in the second minute.",
        "Hill, on for Adam Moss in the 12th minute, bundled home.",
        "They scored in the 12th minute.",
    ],
    ids=[
        "miss", "in vain", "only for a save", "only for it", "but offside", "ruled out", "by the referee", "then a goal",
        "a cross", "a save", "might have", "a change",
        "how it stood", "still so", "other match", "no goal", "on for a man", "nobody",
    ],
)
def test_other_times_date_no_goal(record: Record, prose: str) -> None:
    assert time_of(record, prose).get("men") is None


@pytest.mark.parametrize(
    ("home", "off"),
    [("Goals: Hill 12, Moss 80", 8), ("Goals: Hill 20, Moss 80", 0), ("Goal: Moss 80", None), ("Goals: Moss 21, 80", None)],
    ids=["another minute", "the minute", "a goal too few", "none of his"],
)
def test_a_moment_is_held_against_whole_lists_that_have_the_man(record: Record, home: str, off: int | None) -> None:
    time = time_of(record, "They had led since the 20th minute, when Hill beat two men.", home)
    assert time.get("off_list") == off


def test_of_several_men_the_proof_is_the_goal_that_no_time_fits(record: Record) -> None:
    prose = "It was 1-0 in the 30th minute, when Hill shot low, and Moss scored the second. Moss did so in the 80th minute."
    found = record(f"{LEAD}{prose}\n\nAyton: {HOME}. Goals: Hill 12, Moss 80.\nCorley: {AWAY}. Goal: Gale 44.\n")
    time = next(claim for claim in found.claims if claim.type == "minute" and claim.get("minute") == "30")
    listed = next(claim for claim in found.claims if claim.type == "goal" and claim.get("minute") == "12")
    assert time.places["told"] == listed.places["minute"]


def test_lists_of_both_sides_under_one_line_up_date_the_goals_of_the_match(record: Record) -> None:
    prose = "They had led since the 20th minute, when Hill beat two men."
    found = record(f"{LEAD}{prose}\n\nAyton: {HOME}.\nGoals: 1-0 Hill (12), 1-1 Gale (44), 2-1 Moss (80).\n")
    time = next(claim for claim in found.claims if claim.type == "minute" and claim.zone == "prose")
    assert "listed_goals" not in found.facts
    assert time.get("off_list") == 8


@pytest.mark.parametrize(("minute", "off"), [("45th", 1), ("48th", 28)])
def test_a_minute_beside_another_mans_goal_is_rounding(record: Record, minute: str, off: int) -> None:
    prose = f"It was 2-0 in the {minute} minute, when Hill scored."
    assert time_of(record, prose, "Goals: Hill 20, Moss 80").get("off_list") == off


@pytest.mark.parametrize(
    ("prose", "off"),
    [
        ("The ball fell to Hill in the 30th minute.", 18),
        ("The ball fell to Hill in the 12th minute.", None),
        ("The ball fell to Hill in the 30th minute. He had scored in the 12th minute.", None),
        ("The ball fell to Hill and Moss in the 30th minute.", None),
        ("The ball fell to Dunne in the 30th minute.", None),
        ("Hill was booked in the 30th minute.", None),
    ],
    ids=["his only time", "his minute", "told elsewhere", "two scorers", "no scorer", "a card"],
)
def test_a_time_that_tells_nothing_may_be_the_goal_that_no_other_dates(record: Record, prose: str, off: int | None) -> None:
    assert time_of(record, prose).get("off_own") == off
