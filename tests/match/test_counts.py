"""What the score, the lists and the cards say of the numbers that copy gives in words."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.counts import count_events
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


def counts(found: MatchRecord) -> list[Claim]:
    return [claim for claim in found.claims if claim.type == "count"]


def sheets(prose: str, goals: str) -> str:
    return f"Ayton beat Corley 3-0. {prose}\nAyton: {HOME}. Goals: {goals}.\nCorley: {AWAY}.\n"


def test_a_hat_trick_learns_what_the_lists_give_the_man(record: Record) -> None:
    [claim] = counts(record(sheets("Then Hill had a hat-trick.", "Hill 12, 40, Ray 60")))
    assert (claim.get("n"), claim.get("listed")) == (3, 2)


@pytest.mark.parametrize(
    ("prose", "haul"),
    [
        ("Then Sam Hill had a hat-trick. It was Sam Hill's brace.", 3),
        ("Then Sam Hill had a hat-trick. In the 12th minute came Sam Hill's brace.", None),
        ("Then Sam Hill had a hat-trick. It was Sam Hill who struck twice.", None),
        ("Then Sam Hill had a hat-trick. It was Tom Ray's brace.", None),
    ],
)
def test_a_brace_knows_of_a_hat_trick(record: Record, prose: str, haul: int | None) -> None:
    found = counts(record(f"Ayton beat Corley 5-0. {prose}"))
    assert [claim.get("haul") for claim in found if claim.get("n") == 2] == [haul]


@pytest.mark.parametrize(
    ("prose", "haul"),
    [
        ("Sam Hill got a hat-trick as Ayton thrashed Beeford. It was Sam Hill's brace that took Ayton past Beeford.", 3),
        ("Sam Hill got a hat-trick as Ayton thrashed Beeford. It was Sam Hill's brace that took Beeford past Corley.", None),
    ],
    ids=["one match", "two matches"],
)
def test_of_many_matches_a_brace_knows_of_a_hat_trick_in_the_same(record: Record, prose: str, haul: int | None) -> None:
    found = counts(record(f"Ayton beat Corley 5-0. {prose}"))
    assert [claim.get("haul") for claim in found if claim.get("n") == 2] == [haul]


def test_a_score_beyond_another_side_bounds_no_count(record: Record) -> None:
    near, far = (
        counts(record(f"It was Ayton against Corley. It rained. It rained. It rained. {text}"))[0].get("score_high")
        for text in ("Sam Hill had a hat-trick in a 3-1 win.", "Sam Hill had a hat-trick as Beeford went down in a 1-0 defeat.")
    )
    assert (near, far) == (3, None)


def test_a_nation_between_a_count_and_a_score_of_clubs_is_no_side(record: Record) -> None:
    [claim] = counts(record("Sam Hill scored twice on his return to England as Ayton beat Corley 4-1."))
    assert claim.get("score_high") == 4


def test_lists_that_lack_a_goal_prove_nothing(record: Record) -> None:
    [claim] = counts(record(sheets("Then Hill had a hat-trick.", "Hill 12, 40")))
    assert claim.get("listed") is None


def test_the_score_bounds_a_count(record: Record) -> None:
    [claim] = counts(record("Ayton beat Corley 3-1. For Ayton it was the fourth goal of the game."))
    assert (claim.get("final_goals"), claim.get("final_margin")) == (4, 2)


def test_a_tie_may_have_as_many_goals_as_its_legs_together(record: Record) -> None:
    text = "Ayton beat Corley 3-2 in the second leg. They won 5-3 on aggregate. It was an {}-goal epic."
    assert [c.get("final_goals") for c in counts(record(text.format("eight"))) if c.get("what") == "match-goals"] == [None]


def test_the_score_of_another_day_bounds_no_count(record: Record) -> None:
    text = "Ayton beat Corley 4-0. Adam Dunne, whose last goal came in the 2-0 defeat by Denby in November, had a hat-trick."
    assert [c.get("score_high") for c in counts(record(text)) if c.get("what") == "hat-trick"] == [None]


@pytest.mark.parametrize(
    ("prose", "lost"),
    [
        ("Ayton ended with 10 men.", 0),
        ("Hill was sent off and Ayton ended with 10 men.", 1),
        ("Hill limped off and Ayton ended with 10 men.", 1),
        ("Hill was shown a red card, Ray saw red, and Ayton ended with nine men.", 2),
    ],
)
def test_a_side_that_is_short_has_lost_men(record: Record, prose: str, lost: int) -> None:
    [claim] = counts(record(f"Ayton beat Corley 3-1. {prose}"))
    assert claim.get("men_lost") == lost


@pytest.mark.parametrize(
    ("prose", "named"),
    [
        ("Ayton made three changes, bringing on Sam Hill, Tom Ray and Ben Moss for the second half.", 3),
        ("Ayton made three changes, with Sam Hill and Tom Ray replacing Ben Moss and Joe Fenn.", 2),
        ("Ayton made three changes to the side that drew 1-1 at Denby Park, with Sam Hill and Tom Ray coming in.", 2),
        ("Ayton made three changes from the team that lost at Denby with Sam Hill, Tom Ray and Ben Moss coming in.", 3),
        ("Ayton made three changes to the side that Ben Moss led, for Sam Hill and Tom Ray were hurt.", None),
        ("Ayton made three changes. Sam Hill, Tom Ray and Ben Moss shot over.", None),
        ("Ayton made three changes but Sam Hill, Tom Ray and Ben Moss were tired.", None),
    ],
)
def test_the_men_named_behind_a_count_of_changes(record: Record, prose: str, named: int | None) -> None:
    [claim] = [c for c in counts(record(f"Ayton beat Corley 3-1. {prose}")) if c.get("what") == "changes"]
    assert claim.get("named") == named


def test_of_several_counts_of_one_man_the_highest_is_his(record: Record) -> None:
    found = record("Ayton beat Corley 3-1. Sam Hill scored twice for Ayton. In the end Sam Hill had a hat-trick for Ayton.")
    events = count_events(found.claims)
    assert [(found.claims[number].get("n"), event) for number, event in events.items()] == [(3, "goals of hill")]


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Then Adam Hill was sent off and Ayton ended with nine men.", 1),
        ("Then Adam Hill was sent off. It was a clear red card for Hill. Ayton ended with nine men.", 1),
        ("Then Adam Hill was sent off. He had earned his second yellow. Ayton ended with nine men.", 1),
        ("Then Adam Hill was sent off. It was a red card for a lunge at Tom Ray. Ayton ended with nine men.", 1),
        ("Then Adam Hill was sent off. “It was no red card,” Tom Ray said. Ayton ended with nine men.", 1),
        ("Then Adam Hill was sent off. It was also a red card that was due. Ayton ended with nine men.", None),
        ("Adam Hill was also unhappy that Tom Ray, whose tackle had been late and high, was sent off. Ayton had nine men.", 1),
        ("Then Adam Hill was sent off. With no substitutes left Ayton ended with nine men.", None),
        ("Then Adam Hill was sent off. It rained. Tom Ray saw red. Ayton ended with nine men.", 2),
        ("Then Adam Hill was sent off. There was a red card for a defender. Ayton ended with nine men.", 2),
        ("Then Adam Hill was sent off and Tom Ray joined him. Ayton ended with nine men.", None),
        ("Then Adam Hill was sent off. Tom Ray limped away and Ayton ended with nine men.", None),
    ],
    ids=[
        "one", "named again", "he", "a fouled man", "a man who speaks", "also", "also far away", "no substitutes", "two",
        "one unnamed", "words of two", "an injury",
    ],
)
def test_how_many_men_may_have_gone(record: Record, prose: str, told: int | None) -> None:
    [claim] = [claim for claim in counts(record(f"Ayton beat Corley 3-1. {prose}")) if claim.get("what") == "men"]
    assert claim.get("men_told") == told


@pytest.mark.parametrize(
    ("prose", "most"),
    [
        ("The winger celebrated his second goal of the game.", 2),
        ("It was the second goal of the game.", None),
        ("There was a hat-trick by nobody.", 2),
    ],
)
def test_what_one_man_scored_is_held_against_the_lists(record: Record, prose: str, most: int | None) -> None:
    [claim] = counts(record(sheets(prose, "Hill 12, 40, Ray 60")))
    assert claim.get("listed_most") == most


def test_lists_of_both_sides_will_do_where_no_score_is_told(record: Record) -> None:
    text = f"Ayton met Corley. It was his third goal of the game.\nAyton: {HOME}. Goals: Hill 12.\nCorley: {AWAY}."
    assert [claim.get("listed_most") for claim in counts(record(f"{text} Goal: Gale 3.\n"))] == [1]
    assert [claim.get("listed_most") for claim in counts(record(f"{text}\n"))] == [None]


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Hill saw the red card, and they went on with nine men.", 1),
        ("Hill saw the red card. It rained. It rained on. It rained again. They went on with nine men.\nThen it was over.", 1),
        ("Hill saw the red card. It rained. It rained on.\n\nIt rained again. They went on with nine men.", 1),
        ("Hill saw the red card. It rained. It rained on.\n\nIt rained again. They were down to eight men.", None),
        ("Hill saw the red card. It rained. It rained on.\n\nLast season they went on with nine men.", None),
        ("Hill saw the red card. They went on with nine men in injury time.", 1),
        ("Hill saw the red card. They went on with nine men after an injury.", None),
    ],
    ids=[
        "beside the count", "in its paragraph", "somewhere else", "eight elsewhere", "another season", "injury time",
        "a man was hurt",
    ],
)
def test_without_a_match_a_dismissal_counts_near_or_for_nine_men_anywhere(
    record: Record, prose: str, told: int | None
) -> None:
    found = record(prose)
    assert found.clubs is None
    assert next(claim for claim in counts(found) if claim.get("what") == "men").get("men_told") == told


@pytest.mark.parametrize(
    ("prose", "told"),
    [
        ("Adam Hill was shown a red card. They held out with eleven men.", 1),
        ("It rained. They held out with eleven men.", 0),
        ("Hill saw the red card. It was ten men against eleven men.", None),
    ],
    ids=["a man is gone", "all are there", "the other side's"],
)
def test_eleven_men_are_counted_where_one_was_sent_off(record: Record, prose: str, told: int | None) -> None:
    found = counts(record(f"Ayton beat Corley 3-1. {prose}"))
    assert next(claim for claim in found if claim.get("n") == 11).get("men_told") == told


@pytest.mark.parametrize(
    ("told", "goals"),
    [
        ("Sam Hill put Ayton ahead.", 3),
        ("Sam Hill put Ayton ahead and Tom Ray scored the second.", None),
        ("At 1-1 the rain came.", None),
    ],
)
def test_an_only_goal_beside_others_is_of_another_match(record: Record, told: str, goals: int | None) -> None:
    found = counts(record(f"Ayton beat Corley 2-1. {told} Sam Hill scored the only goal of the game."))
    assert [claim.get("final_goals") for claim in found if claim.get("what") == "only-goal"] == [goals]


def test_a_result_of_another_day_bounds_no_hat_trick(record: Record) -> None:
    [claim, *_] = counts(record("Ayton beat Corley 2-1. Sam Hill had a hat-trick in Ayton's 4-1 win back in November."))
    assert claim.get("final_high") is None
