"""Proofs: what lists, line-ups and the result say against the single claims of an article."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"
LEAD = "It was Ayton who had a 2-1 win over Corley. "


def told(record: Record, prose: str, home: str = "Goals: Hill 12, Moss 80", away: str = "Goal: Gale 44") -> MatchRecord:
    """The record of a 2-1 win with both line-ups and both sides' goals."""
    return record(f"{LEAD}{prose}\n\nAyton: {HOME}. {home}.\nCorley: {AWAY}. {away}.\n")


def in_prose(found: MatchRecord, kind: str) -> Claim:
    """The last claim of a kind in the prose."""
    return [claim for claim in found.claims if claim.type == kind and claim.zone == "prose"][-1]


@pytest.mark.parametrize(
    ("prose", "unlisted", "listed_scorer"),
    [
        ("Then Hill scored in the 12th minute for Ayton.", False, None),
        ("Then Dunne scored in the 12th minute for Ayton.", True, "Hill"),
        ("Then Dunne scored for Ayton.", True, None),
        ("Then Hyll scored for Ayton.", None, None),
    ],
    ids=["listed", "the list has another then", "in no list", "spelt otherwise"],
)
def test_a_scorer_of_the_prose_is_held_against_the_lists(
    record: Record, prose: str, unlisted: bool | None, listed_scorer: str | None
) -> None:
    goal = in_prose(told(record, prose), "goal")
    assert (goal.get("unlisted"), goal.get("listed_scorer")) == (unlisted, listed_scorer)


def test_lists_with_too_few_goals_miss_nobody(record: Record) -> None:
    goal = in_prose(told(record, "Then Dunne scored for Ayton.", home="Goal: Hill 12"), "goal")
    assert goal.get("unlisted") is None


def test_brothers_whom_a_list_gives_an_initial_are_in_it(record: Record) -> None:
    sheet = HOME.replace("Hill", "M. Hill").replace("Moss", "J. Hill")
    text = f"{LEAD}Then Mark Hill scored, and so did Jon Hill.\n\nAyton: {sheet}.\nCorley: {AWAY}.\n"
    found = record(f"{text}Goals: 1-0 M. Hill 12, 1-1 Gale 44, 2-1 J. Hill 80.\n")
    assert in_prose(found, "goal").get("scorer") == "Mark Hill"
    assert in_prose(found, "goal").get("unlisted") is False


@pytest.mark.parametrize(("minute", "off"), [("12th", 0), ("15th", 3), ("70th", 10)])
def test_a_dated_goal_of_nobody_knows_how_far_the_nearest_listed_one_is(record: Record, minute: str, off: int) -> None:
    goal = in_prose(told(record, f"It went on until Ayton took the lead in the {minute} minute."), "goal")
    assert goal.get("off_list") == off


@pytest.mark.parametrize(
    ("home", "away", "other_side"),
    [
        ("Goals: Hill 12, Gale 80", "Goal: Ford 44", {"Hill": False, "Gale": True, "Ford": False}),
        ("Goals: Hill 12, Gale 80 og", "Goal: Ford 44", {"Hill": False, "Gale": None, "Ford": False}),
        ("Goals: Hill 12, Gale 80", "Booked: Ford", {"Hill": False, "Gale": True}),
        ("Booked: Hill", "Goals: Hill 12, Gale 80", {"Hill": None, "Gale": False}),
    ],
    ids=["in the other line-up", "an own goal", "the first line-up's own", "the last may be that of both sides"],
)
def test_a_goals_list_names_men_of_its_own_side(
    record: Record, home: str, away: str, other_side: dict[str, bool | None]
) -> None:
    goals = [c for c in told(record, "", home, away).claims if c.type == "goal" and c.get("block")]
    assert {str(goal.get("scorer")): goal.get("other_side") for goal in goals} == other_side


@pytest.mark.parametrize(
    ("home", "other_side"),
    [("Hill 12, Moss 80", {"Hill": False, "Moss": False}), ("Hill 12, Gale 80", {"Hill": False, "Gale": True})],
    ids=["its own men", "a man of the other line-up"],
)
def test_a_list_that_lost_its_label_is_that_of_the_line_up_before_it(
    record: Record, home: str, other_side: dict[str, bool]
) -> None:
    prose = "Ayton 2-1 Corley\n\nIt rained on Ayton's Hill, on Ayton's Ray, on Corley's Gale and on Corley's Kell."
    text = f"{prose}\n\n{HOME} (Lee 80).\n\nSubs not used: Nash.\n\n{home}.\n\n{AWAY}.\n\nKell 44.\n"
    goals = [c for c in record(text).claims if c.type == "goal" and c.get("block")]
    assert {str(goal.get("scorer")): goal.get("other_side") for goal in goals if goal.get("scorer") != "Kell"} == other_side


@pytest.mark.parametrize(
    ("prose", "stage"),
    [
        ("Ayton led 1-0 when the rain came.", True),
        ("Ayton led 2-1 when the rain came.", True),
        ("Ayton led 2-0 when the rain came.", False),
    ],
)
def test_a_score_on_the_way_is_one_of_those_that_the_lists_pass_through(record: Record, prose: str, stage: bool) -> None:
    score = in_prose(told(record, prose), "score")
    assert (score.get("stage"), score.get("final_high"), score.get("final_low")) == (stage, 2, 1)


@pytest.mark.parametrize(
    ("prose", "after"),
    [
        ("Late on Moss made it 2-1.", True),
        ("Late on Moss made it 1-1.", False),
        ("Then Hill ran on to make it 1-0.", True),
        ("From a pass by Hill he made it 1-1.", None),
        ("Then Hill's corner made it 1-1.", None),
        ("Then Hill and Moss made it 1-1.", None),
        ("Then Hill led 1-1 by then.", None),
    ],
)
def test_who_made_it_so_scored_that_goal(record: Record, prose: str, after: bool | None) -> None:
    assert in_prose(told(record, prose), "score").get("after_goal") is after


@pytest.mark.parametrize(("prose", "stage"), [("Ayton led 2-0 at that time.", True), ("It was 1-1 at that time.", False)])
def test_an_own_goal_in_a_list_of_both_sides_counts_for_the_other_side(record: Record, prose: str, stage: bool) -> None:
    found = told(record, prose, home="", away="Goals: Hill 12, Gale 40 og; Moss 80")
    assert in_prose(found, "score").get("stage") is stage


def test_goals_whose_side_or_minute_is_not_told_make_no_stages(record: Record) -> None:
    found = told(record, "Ayton led 2-0 when the rain came.", home="Goals: Hill, Moss 80")
    assert in_prose(found, "score").get("stage") is None


def test_a_lead_knows_the_final_score(record: Record) -> None:
    margin = in_prose(told(record, "Ayton had a three-goal lead by then."), "margin")
    assert (margin.get("n"), margin.get("final_high")) == (3, 2)


def test_over_two_legs_a_score_on_the_way_may_be_the_aggregate(record: Record) -> None:
    found = told(record, "Ayton led 4-0 when the rain came. They went through on aggregate.")
    assert in_prose(found, "score").get("final_high") is None


def test_a_score_on_the_night_is_this_match_s(record: Record) -> None:
    found = told(record, "Then Moss made it 4-0 on the night. They went through on aggregate.")
    assert in_prose(found, "score").get("final_high") == 2


@pytest.mark.parametrize(("name", "sent_off"), [("Hill", True), ("Dunne", False), ("Bob Thrale", None)])
def test_a_dismissal_is_held_against_the_list(record: Record, name: str, sent_off: bool | None) -> None:
    found = told(record, f"Then {name} was sent off for Ayton.", home="Goals: Hill 12, Moss 80. Sent off: Hill 85")
    assert in_prose(found, "card").get("sent_off") is sent_off


def test_where_no_dismissal_is_listed_none_is_doubted(record: Record) -> None:
    assert in_prose(told(record, "Then Dunne was sent off for Ayton."), "card").get("sent_off") is None


def test_a_quotation_is_held_against_nothing(record: Record) -> None:
    found = told(record, "He said: “We were 4-0 up and should have left it there.”")
    assert [c.get("final_high") for c in found.claims if c.type == "score" and c.zone == "quotation"] == [None]


@pytest.mark.parametrize(
    ("prose", "booked"),
    [
        ("Then Hill was booked.", True),
        ("Then Moss was booked.", False),
        ("Then Ray was booked.", True),
        ("Then Gale was booked.", None),
        ("Then Moss was booked last week.", None),
    ],
    ids=["listed", "not listed", "sent off by the list", "his side has no list", "another match"],
)
def test_a_booking_is_held_against_the_list_of_its_side(record: Record, prose: str, booked: bool | None) -> None:
    found = told(record, prose, home="Booked: Hill, Lund. Sent off: Ray. Goals: Hill 12, Moss 80")
    assert in_prose(found, "card").get("booked") is booked


@pytest.mark.parametrize(
    ("prose", "high"),
    [
        ("Ayton were leading 2-0 when it rained.", 2),
        ("That day they lost it 3-2 after leading 2-0.", None),
        ("They have led since they took a 2-0 lead.", 2),
    ],
    ids=["of this match", "beside another result", "since they led"],
)
def test_a_score_on_the_way_is_none_of_this_match_beside_another_result(record: Record, prose: str, high: int | None) -> None:
    found = told(record, f"It rained. It rained on. {prose}")
    assert next(c for c in found.claims if c.get("kind") == "running").get("high") == high


@pytest.mark.parametrize(
    ("prose", "off"),
    [
        ("Moss's header with 10 minutes left was a relief.", 0),
        ("Moss's header with 20 minutes left was a relief.", 9),
        ("Moss's header with 40 minutes left was a relief.", 0),
    ],
    ids=["of ninety", "of neither", "of a hundred and twenty"],
)
def test_minutes_left_of_extra_time_may_be_of_either_end(record: Record, prose: str, off: int) -> None:
    found = told(record, f"It went to extra time. {prose}", home="Goals: Hill 112, Moss 80")
    assert in_prose(found, "minute").get("off_list") == off


@pytest.mark.parametrize(("prose", "booked"), [("Then Gale was booked.", False), ("Then Hill was booked.", True)])
def test_one_list_of_those_booked_may_be_both_sides(record: Record, prose: str, booked: bool) -> None:
    found = told(record, prose, away="Goal: Gale 44. Booked: Hill, Kell")
    assert in_prose(found, "card").get("booked") is booked
