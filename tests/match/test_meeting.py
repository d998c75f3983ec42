"""How articles about one match meet, and how articles about two matches stay apart."""

from collections.abc import Callable

import pytest

from checker.match.assemble import without_claims
from checker.match.meeting import Meeting, meetings
from checker.match.record import MatchRecord
from checker.pack import Pack

Meet = Callable[..., list[set[str]]]
GOALS = "Adam Dunne scored for Ayton and Sam Ray scored for Corley."
FIRST = f"Ayton drew 1-1 with Corley. {GOALS}"
AGENCY = "Corley drew 1-1 with Ayton. It was Ray who scored for Corley and Dunne who scored for Ayton."


@pytest.fixture(scope="module")
def met(pack: Pack, record: Callable[..., MatchRecord]) -> Callable[..., list[Meeting]]:
    """The meetings of some texts, each under its number; a text may begin with a date."""

    def meet(*texts: str) -> list[Meeting]:
        records = [without_claims(record(text, f"{number}.md")) for number, text in enumerate(texts)]
        return list(meetings(records, pack.thresholds))

    return meet


@pytest.fixture(scope="module")
def together(met: Callable[..., list[Meeting]]) -> Meet:
    """Which articles meet, by number."""
    return lambda *texts: [{record.path[:-3] for record in meeting.records} for meeting in met(*texts)]


def dated(day: str, text: str) -> str:
    return f"---\ndate: {day}\n---\n{text}"


def test_reports_with_shared_scorers_meet(together: Meet) -> None:
    assert together(FIRST, AGENCY) == [{"0", "1"}]


def test_dated_reports_of_the_same_days_meet(together: Meet) -> None:
    one, other = dated("2024-04-18", "Ayton drew 1-1 with Corley."), dated("2024-04-19", "Corley drew 1-1 with Ayton.")
    assert together(one, other) == [{"0", "1"}]


@pytest.mark.parametrize(
    "other",
    [
        "Beeford drew 1-1 with Corley. Adam Dunne scored for Beeford and Sam Ray scored for Corley.",
        "Ayton drew 1-1 with Corley. Tom Poole scored for Ayton and Jack Vale scored for Corley.",
        "Ayton met Corley.",
        "It rained.",
    ],
    ids=["other clubs", "other scorers", "nothing shared", "no match"],
)
def test_other_articles_stay_apart(together: Meet, other: str) -> None:
    assert together(FIRST, other) == []


def test_the_two_legs_of_a_tie_stay_apart(together: Meet) -> None:
    first_leg = "Ayton had a 2-0 win over Corley. Tom Poole scored for Ayton, and Jack Vale scored for Ayton."
    second_leg = "Ayton drew 1-1 with Corley. Adam Dunne scored for Ayton and Sam Ray scored for Corley."
    assert together(first_leg, second_leg) == []


def test_matches_of_two_dates_stay_apart(together: Meet) -> None:
    assert together(dated("2023-10-21", FIRST), dated("2024-04-18", AGENCY)) == []


def test_both_matches_of_a_season_find_their_own(together: Meet) -> None:
    autumn = [dated("2023-10-21", FIRST), dated("2023-10-22", AGENCY)]
    spring = [dated("2024-04-18", FIRST), dated("2024-04-19", AGENCY)]
    assert together(autumn[0], spring[0], autumn[1], spring[1]) == [{"0", "2"}, {"1", "3"}]


def test_three_reports_may_meet(together: Meet) -> None:
    assert together(FIRST, AGENCY, f"It rained. {FIRST}") == [{"0", "1", "2"}]


def test_the_order_of_the_articles_does_not_matter(together: Meet) -> None:
    other = "Ayton drew 1-1 with Corley. Tom Poole scored for Ayton and Jack Vale scored for Corley."
    assert together(other, FIRST, AGENCY) == [{"1", "2"}]
    assert together(FIRST, other, AGENCY) == [{"0", "2"}]


def test_shared_goals_are_one_event(met: Callable[..., list[Meeting]]) -> None:
    (meeting,) = met(FIRST, AGENCY)
    names = [{event for (number, _), event in meeting.events.items() if number == one and "goal" in event} for one in (0, 1)]
    assert names[0] == names[1]
    assert len(names[0]) == 2


def test_a_man_who_scored_twice_cannot_be_told_apart_across_articles(met: Callable[..., list[Meeting]]) -> None:
    brace = "Ayton had a 2-0 win over Corley. Adam Dunne scored in the {} minute. Adam Dunne scored in the {} minute."
    (meeting,) = met(brace.format("12th", "80th"), brace.format("13th", "81st"))
    assert not [event for event in meeting.events.values() if "goal" in event]


MEN = "Adam Dunne, Sam Ray, Tom Poole, Jack Vale, Ben Moss, Ian Fenn, Carl Lund, Dan Beck and Max Reyes"
WIN = "Ayton had a 2-1 win over Corley."
"""Alone, one score ties no two reports."""


@pytest.mark.parametrize(
    ("others", "meet"),
    [
        (MEN, True),
        (MEN.replace("Sam Ray", "Sam Kell"), True),
        (MEN.replace("Sam Ray", "Sam Kell").replace("Poole", "Gale").replace("Vale", "Ford").replace("Moss", "Holm"), False),
        ("Adam Dunne, Sam Ray, Tom Poole and Jack Vale", False),
    ],
    ids=["all", "all but one", "half of them", "few"],
)
def test_the_same_men_tie_two_reports_of_one_score(together: Meet, others: str, meet: bool) -> None:
    reports = f"{WIN} It was {MEN} who played.", f"{WIN} It was {others} who played."
    assert bool(together(*reports)) is meet


@pytest.mark.parametrize(
    ("first", "second", "meet"),
    [("", "", True), ("It was the first leg.", "It was the second leg.", False), ("It was the first leg.", "", True)],
    ids=["no legs", "a tie over two legs", "one does not say"],
)
def test_the_same_men_tie_two_reports_but_those_of_two_legs(together: Meet, first: str, second: str, meet: bool) -> None:
    reports = f"Ayton met Corley. {first} It was {MEN} who played.", f"Corley met Ayton. {second} It was {MEN} who played."
    assert bool(together(*reports)) is meet


LISTED = """Ayton had a 3-1 win over Corley.

Ayton: Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn. Goals: Hill 12, 58, Moss 80.
Corley: Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford. Goal: Gale 44.
"""


@pytest.mark.parametrize(
    ("prose", "minute"),
    [
        ("Hill scored in the 20th minute.", "12"),
        ("Hill scored in the 55th minute.", "58"),
        ("They had led since the 20th minute, when Hill beat two men.", "12"),
        ("They were 2-1 up in the 80th minute, when Hill found Moss.", "80"),
        ("Gale scored.", "44"),
        ("Hill scored.", None),
        ("Dunne scored in the 20th minute.", None),
    ],
    ids=["the first of two", "the second", "a time", "a time that fits", "the only one", "either", "in no list"],
)
def test_goals_are_told_apart_by_another_reports_whole_list(
    met: Callable[..., list[Meeting]], prose: str, minute: str | None
) -> None:
    [meeting] = met(f"Ayton had a 3-1 win over Corley. Hill and Gale scored. {prose}", LISTED)
    events = [(name, number, meeting.records[number].claims[at]) for (number, at), name in meeting.events.items()]
    last = {name for name, number, claim in events if number == 0 and claim.sentence == 2}
    told = {claim.get("minute") for name, number, claim in events if number == 1 and name in last}
    assert told == ({minute} if minute else set())


def test_a_live_text_that_tells_the_goals_of_the_scorers_meets_their_report(together: Meet) -> None:
    live = "Ayton 1-1 Corley\n\nGOAL! Dunne it is. 1-0.\nGOALLL! Ray is free and levels.\nTom Poole scored, no: wide.\n"
    wrong = live.replace("Dunne", "Hill").replace("Ray is", "Moss is")
    assert together(FIRST, live) == [{"0", "1"}]
    assert together(FIRST, wrong) == []


OTHERS = "Joe Ford, Kurt Hahn, Pat Gale, Rob Holm, Ted Wood, Val Brook, Wes Thorn, Asa Bright and Eli Cross"


def test_reports_with_other_men_stay_apart_though_one_scores_in_both(together: Meet) -> None:
    told = "Ayton drew 1-1 with Corley. Adam Dunne scored for Ayton. It was {} who played."
    assert together(told.format(MEN), told.format(OTHERS)) == []
    assert together(told.format(MEN), told.format(MEN)) == [{"0", "1"}]


def test_one_scorer_alone_ties_no_reports(together: Meet) -> None:
    reports = "Ayton beat Corley. Adam Dunne scored{}.", "Ayton beat Corley. Sam Ray scored. Adam Dunne scored{}."
    assert together(*(report.format("") for report in reports)) == []
    assert together(reports[0].format(" in the 12th minute"), reports[1].format(" in the 13th minute")) == [{"0", "1"}]


def test_scorers_of_other_minutes_tie_no_reports(together: Meet) -> None:
    told = "Ayton drew 1-1 with Corley. Adam Dunne scored in the {} minute for Ayton."
    assert together(told.format("12th"), told.format("13th")) == [{"0", "1"}]
    assert together(told.format("12th"), told.format("60th")) == []


def test_the_same_minutes_of_one_score_tie_reports_that_differ_on_the_scorer(together: Meet) -> None:
    told = "Ayton drew 1-1 with Corley. {} scored in the 12th minute. {} was sent off in the 80th minute."
    reports = told.format("Adam Dunne", "Tom Poole"), told.format("Sam Ray", "Tom Poole")
    assert together(*reports) == [{"0", "1"}]
    assert together(reports[0], reports[1].replace("80th", "70th")) == []
    assert together(reports[0], reports[1].replace("1-1", "2-2")) == []
