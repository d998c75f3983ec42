"""Timing: the moment that the words of a time stand for, and which event they date."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.pipeline.reading import Reading

Read = Callable[..., Reading]


def claims(reading: Reading, kind: str) -> list[Claim]:
    return [claim for claim in reading.claims if claim.type == kind]


def moments(reading: Reading) -> list[tuple[object, object, object]]:
    """The minute, the earliest and the latest moment of each time."""
    return [(c.get("minute"), c.get("earliest"), c.get("latest")) for c in claims(reading, "minute")]


@pytest.mark.parametrize(
    ("words", "minute", "earliest", "latest"),
    [
        ("in the 83rd minute", "83", 8300, 8300),
        ("in the fifth minute", "5", 500, 500),
        ("in the second minute of added time", "90+2", 9000, 9002),
        ("after 31 minutes", "31", 3000, 3200),
        ("on 31 minutes", "31", 3000, 3200),
        ("on the hour", "60", 5900, 6100),
        ("on the half-hour", "30", 2900, 3100),
        ("with two minutes left", "88", 8700, 8900),
        ("with 10 minutes remaining", "80", 7900, 8100),
        ("with seven minutes left to play", "83", 8200, 8400),
        ("seven minutes from time", "83", 8200, 8400),
        ("two minutes before the break", "43", 4200, 4400),
        ("five minutes after the break", "50", 4900, 5100),
        ("five minutes into the second half", "50", 4900, 5100),
        ("inside four minutes", None, 0, 500),
        ("in the final minute", "90", 8900, 9020),
        ("just before half-time", None, 0, 4520),
        ("shortly after the break", None, 4500, 9020),
        ("on the stroke of half-time", "45", 4300, 4520),
        ("in first-half stoppage time", None, 4500, 4520),
        ("in stoppage time", None, None, None),
        ("in the 56th", "56", 5600, 5600),
        ("on 19  minutes", "19", 1800, 2000),
        ("after just seven-minutes", "7", 600, 800),
        ("after 20 mins", "20", 1900, 2100),
        ("after a quarter of an hour", "15", 1400, 1600),
        ("with half an hour left", "60", 5900, 6100),
        ("12 minutes into the match", "12", 1100, 1300),
        ("20 minutes in", "20", None, None),
        ("five minutes in, as the second half began", None, None, None),
        ("within two minutes of the restart", "47", 4500, 4800),
        ("40 seconds after the break", "46", 4500, 4700),
        ("with five minutes left in the first half", "40", 3900, 4100),
        ("with 20 minutes gone in the second half", "65", 6400, 6600),
        ("in the last minute of extra time", "120", 11900, 12020),
        ("after about 20 minutes", None, None, None),
        ("late in extra time", None, None, None),
        ("towards the end of the match", None, None, None),
        ("around the hour mark", None, None, None),
    ],
)
def test_the_words_of_a_time_bound_a_moment(
    read: Read, words: str, minute: str | None, earliest: int | None, latest: int | None
) -> None:
    assert (minute, earliest, latest) in moments(read(f"Adam Dunne scored {words}."))


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Adam Dunne scored in the 13th minute. Four minutes later Sam Ray scored.", "17"),
        ("Adam Dunne scored in the 13th minute. It rained. Four minutes later Sam Ray scored.", "17"),
        ("Adam Dunne scored in the 13th minute. It rained. It did. It did. Four minutes later Sam Ray scored.", None),
        ("Adam Dunne scored. Four minutes later Sam Ray scored.", None),
    ],
)
def test_minutes_later_count_on_from_the_last_time_told(read: Read, text: str, minute: str | None) -> None:
    assert moments(read(text))[-1][0] == minute


def test_minutes_left_of_extra_time_count_back_from_the_120th(read: Read) -> None:
    assert moments(read("Adam Dunne scored with two minutes left of extra time."))[0][0] == "118"


@pytest.mark.parametrize(
    "text",
    [
        "They met for a 20-minute talk.",
        "He has scored every 12 minutes of the season.",
        "For the last 20 minutes they were better.",
    ],
)
def test_other_minutes_are_no_times(read: Read, text: str) -> None:
    assert moments(read(text)) == []


@pytest.mark.parametrize(
    ("text", "scorer", "minute"),
    [
        ("Adam Dunne scored in the 13th minute.", "Adam Dunne", "13"),
        ("In the 13th minute Adam Dunne scored.", "Adam Dunne", "13"),
        ("It was Adam Dunne's 13th-minute header that won it.", "Adam Dunne", "13"),
        ("Then Adam Dunne scored after 31 minutes.", "Adam Dunne", "31"),
        ("It rained. Adam Dunne scored.", "Adam Dunne", None),
        ("It was the 13th minute. Adam Dunne scored later on.", "Adam Dunne", None),
    ],
)
def test_a_time_dates_the_event_of_its_sentence(read: Read, text: str, scorer: str, minute: str | None) -> None:
    assert (scorer, minute) in [(c.get("scorer"), c.get("minute")) for c in claims(read(text), "goal")]


def test_a_time_dates_the_nearest_of_two_events(read: Read) -> None:
    reading = read("Adam Dunne scored in the 13th minute and Sam Ray was booked in the 80th minute.")
    assert claims(reading, "goal")[0].get("minute") == "13"
    assert claims(reading, "card")[0].get("minute") == "80"


@pytest.mark.parametrize("had", ["had given them the lead", "had scored"])
def test_what_had_been_before_a_time_is_not_dated_by_it(read: Read, had: str) -> None:
    goals = claims(read(f"Sam Ray scored twice in the second half after Adam Dunne {had}."), "goal")
    assert goals
    assert not any("earliest" in goal.fields for goal in goals)


def test_a_break_at_which_a_score_stood_dates_no_goal(read: Read) -> None:
    reading = read("Ayton led 3-0 at the break, and Sam Hill scored again.")
    assert "earliest" not in claims(reading, "goal")[0].fields


def test_a_time_far_from_its_event_dates_nothing(read: Read) -> None:
    long = " ".join(["and the rain came down on the heath"] * 4)
    assert claims(read(f"In the 13th minute it rained {long} Adam Dunne scored."), "goal")[0].get("minute") is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("Adam Dunne scored after 31 minutes.", True),
        ("Adam Dunne scored after 31 minutes and Sam Ray scored.", False),
        ("Adam Dunne scored after 31 minutes, and it rained after 40 minutes.", False),
        ("Adam Dunne scored in the 31st minute, and it rained after 40 minutes.", True),
        ("Adam Dunne, on since the 31st minute, scored after 40 minutes.", False),
    ],
)
def test_a_goal_knows_whether_its_time_is_the_only_one(read: Read, text: str, alone: bool) -> None:
    assert claims(read(text), "goal")[0].get("alone") is alone


def test_a_dated_event_knows_where_its_minute_stands(read: Read) -> None:
    reading = read("Adam Dunne scored after 31 minutes.")
    assert claims(reading, "goal")[0].place("minute").of(reading.text) == "after 31 minutes"


@pytest.mark.parametrize(("minute", "at"), [("12", 1200), ("90+3", 9003), ("45+1", 4501)])
def test_a_listed_goal_has_its_minute_exactly(read: Read, minute: str, at: int) -> None:
    row = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
    (goal,) = claims(read(f"It rained.\nAyton: {row}. Goals: Dunne {minute}.\n"), "goal")
    assert (goal.get("earliest"), goal.get("latest"), goal.get("form")) == (at, at, "block")


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        (
            "Adam Dunne scored in the 14th minute and missed in the 39th minute before Sam Ray's 49th-minute header.",
            {"Adam Dunne": "14", "Sam Ray": "49"},
        ),
        ("He made it 1-0 in the 58th minute before Sam Ray equalised six minutes later.", {"Sam Ray": "64"}),
        ("They had the first chance in the 20th minute before Sam Ray scored.", {"Sam Ray": None}),
    ],
    ids=["its own minute", "the nearer time", "the time of something else"],
)
def test_what_came_before_has_another_time(read: Read, text: str, minutes: dict[str, str | None]) -> None:
    assert {c.get("scorer"): c.get("minute") for c in claims(read(text), "goal") if c.get("scorer")} == minutes


@pytest.mark.parametrize(
    ("words", "means"),
    [
        ("in the 83rd minute", "ordinal"),
        ("after 31 minutes", "about"),
        ("with two minutes left", "left"),
        ("with two minutes left of extra time", "left-extra"),
        ("with less than 10 minutes left", "vague"),
        ("around the hour mark", "vague"),
        ("inside 40 seconds", "first-minute"),
        ("in the opening 20 minutes", "within"),
        ("in first-half stoppage time", "first-stoppage"),
        ("in stoppage time", "stoppage"),
        ("on the stroke of half-time", "stroke"),
        ("on the stroke of full-time", "final"),
        ("either side of the break", "halves"),
        ("midway through the first half", "in-first-half"),
        ("early in the second half", "in-second-half"),
        ("two minutes before the break", "before-break"),
        ("five minutes into the second half", "after-break"),
    ],
)
def test_the_words_of_a_time_have_a_meaning(read: Read, words: str, means: str) -> None:
    assert [c.get("means") for c in claims(read(f"Adam Dunne scored {words}."), "minute")] == [means]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("Adam Dunne scored inside 40 seconds.", 100, 200),
        ("Adam Dunne scored midway through the first half.", 0, 4520),
        ("Adam Dunne scored early in the second half.", 4500, 9020),
        ("Adam Dunne scored with seven minutes of extra time left.", 11200, 11400),
    ],
)
def test_a_goal_takes_the_bounds_of_its_time(read: Read, text: str, earliest: int, latest: int) -> None:
    (goal,) = claims(read(text), "goal")
    assert (goal.get("earliest"), goal.get("latest")) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Adam Dunne shot wide in the second half.", 1),
        ("There was one more chance in the second half.", 1),
        ("They had much of the ball in the second half.", 0),
        ("They had much of the ball in the second half, but Adam Dunne scored.", 0),
        ('Adam Dunne said: "We had one good chance in the first half of it all."', 0),
    ],
)
def test_a_half_is_a_time_only_where_its_clause_tells_an_event(read: Read, text: str, count: int) -> None:
    assert len(claims(read(text), "minute")) == count
