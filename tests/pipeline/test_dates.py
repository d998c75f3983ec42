"""What the calendar says of dates."""

import datetime

import pytest

from checker.article import Article, article_from_bytes
from checker.check import Checker
from checker.judge.verdict import Found


def dates(checker: Checker, text: str, date: str | None = None) -> list[Found]:
    day = datetime.date.fromisoformat(date) if date else None
    article: Article = article_from_bytes(text.encode(), "story.txt", day)
    return [claim for claim in checker.check(article).report.found if claim.type == "date"]


@pytest.mark.parametrize(
    ("text", "date", "weekday"),
    [
        ("It is on Wednesday, May 22, 2024.", None, "wednesday"),
        ("It is on Friday 22 May 2024.", None, "wednesday"),
        ("It is on Friday, May 22.", "2024-04-12", "wednesday"),
        ("It is on Sunday, January 5.", "2024-12-28", "sunday"),
        ("It is on Friday, May 22.", None, None),
        ("It is on Friday, February 29.", "2023-02-01", None),
    ],
)
def test_a_full_date_has_the_weekday_of_the_calendar(
    checker: Checker, text: str, date: str | None, weekday: str | None
) -> None:
    [claim] = dates(checker, text, date)
    assert claim.fields.get("true_weekday") == weekday


def test_the_other_dates_of_an_article_tell_its_year(checker: Checker) -> None:
    claims = dates(checker, "Saturday May 2: Rovers. Sunday May 10: County. Friday May 16: Town. Sunday May 24: Albion.")
    assert [claim.fields["true_weekday"] for claim in claims] == ["saturday", "sunday", "saturday", "sunday"]


def test_two_dates_that_disagree_tell_nothing(checker: Checker) -> None:
    claims = dates(checker, "Saturday May 2: Rovers. Monday May 10: County.")
    assert [claim.fields.get("true_weekday") for claim in claims] == [None, None]


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("Saturday May 2: Rovers. Sunday May 10: County.", [None, True]),
        ("Saturday May 2: Rovers. Monday May 10: County.", [None, False]),
        ("Sunday May 10: Rovers. Saturday May 2: County.", [None, True]),
        ("Saturday May 2: Rovers. Monday May 2: County.", [None, False]),
        ("Saturday May 2: Rovers. Monday August 10: County.", [None, None]),
        ("Saturday February 27: Rovers. Monday March 7: County.", [None, True]),
        ("Saturday February 27: Rovers. Saturday March 7: County.", [None, False]),
        ('"Saturday May 2: Rovers. Monday May 10: County."', [None, False]),
        ("Sat Dec 28: Rovers. Sun, Jan. 5: County.", [None, True]),
        ("Sat 28 Dec: Rovers. Mon 5 Jan: County.", [None, False]),
        ("Saturday May 2: Rovers. Tuesday May 5: Town. Saturday May 2: Rovers again.", [None, True, None]),
        ("Friday May 2: Rovers. Sunday May 10: County. Tuesday May 5: Town.", ["saturday", "sunday", "tuesday"]),
        ("Friday May 2: Rovers. Saturday May 3: County. Friday May 8. Saturday May 9.", [None, None, False, None]),
    ],
    ids=[
        "both fit", "they do not", "backwards", "one day", "too far apart", "a leap year", "no leap year", "spoken",
        "over New Year", "over New Year wrong", "one told twice", "one of three", "two against two",
    ],
)  # fmt: skip
def test_near_dates_must_fit_one_calendar(checker: Checker, text: str, fits: list[bool | str | None]) -> None:
    assert [claim.fields.get("true_weekday", claim.fields.get("fits")) for claim in dates(checker, text)] == fits


@pytest.mark.parametrize(
    ("text", "last"),
    [("On 31 June it rained.", 30), ("On February 30 it rained.", 29), ("On 29 February 2023 it rained.", 28)],
)
def test_a_month_has_so_many_days(checker: Checker, text: str, last: int) -> None:
    [claim] = dates(checker, text)
    assert claim.fields["last_day"] == last


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("They lost four days earlier.", -4),
        ("They won three days later.", 3),
        ("They won a week ago.", -7),
        ("They won yesterday.", -1),
        ("They meet next week.", 7),
        ("They met in midweek.", None),
    ],
)
def test_days_are_counted_from_the_match(checker: Checker, text: str, days: int | None) -> None:
    [claim] = dates(checker, text)
    assert claim.fields.get("offset_days") == days


@pytest.mark.parametrize("text", ["Sheffield Wednesday lost.", "He may one day return.", "It was the 2014-15 season."])
def test_words_that_are_no_dates(checker: Checker, text: str) -> None:
    assert dates(checker, text) == []


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ("OSLO, Norway, Feb 9 (Agency) - Ann Reed scored in a 2-0 win on Sunday. Next is Friday, Feb 15.", False),
        ("OSLO, Feb. 9 (Agency) - Ann Reed scored in a 2-0 win on Sunday. Next is Friday, Feb. 14.", True),
        ("OSLO, February 10 — Ann Reed scored in a 2-0 win on Sunday. Next is Friday, Feb. 14.", True),
        ("OSLO, Feb 9 (Agency) - Ann Reed is to play on Sunday. Next is Friday, Feb 15.", None),
        ("OSLO, Feb 9 (Agency) - Ann Reed scored in a 2-0 win on Sunday as on Friday. Next is Tuesday, Feb 15.", None),
        ("It was Feb 9, and Ann Reed scored in a 2-0 win on Sunday. Next is Friday, Feb 15.", None),
    ],
    ids=["neither day", "the day", "the day after", "no score", "two weekdays", "no dateline"],
)
def test_an_agencys_dateline_is_held_against_the_dates(checker: Checker, said: str, fits: bool | None) -> None:
    assert dates(checker, said)[-1].fields.get("fits") == fits


def test_of_two_dates_the_dateline_tells_the_wrong_one(checker: Checker) -> None:
    text = "OSLO, Feb 9 (Agency) - Ann Reed scored in a 2-0 win on Sunday. Next are Friday, Feb 15 and Sunday, Feb 16."
    assert [claim.fields.get("fits") for claim in dates(checker, text)][-2:] == [False, None]


@pytest.mark.parametrize(
    "text",
    ["They sat May 5 in Oslo.", "He told the Sun, May 5 was late.", "Jan 5, Sept 7 and Mar 8 were marks.", "Dec 6.5 Jan 7"],
)
def test_shortened_names_are_no_dates_alone(checker: Checker, text: str) -> None:
    assert [claim for claim in dates(checker, text) if claim.fields.get("form") == "full"] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They met on 12 December.", ["12 December"]),
        ("They met on Saturday, May 22.", ["May 22"]),
        ("They met on May 23, 2007.", ["May 23, 2007"]),
        ("They meet on Feb. 13.", ["Feb. 13"]),
        ("AYTON 1996-08-25\nRovers drew at home.", ["1996-08-25"]),
        ("AYTON 1996-13-25\nRovers drew at home.", []),
    ],
)
def test_a_date_is_told_as_it_is_written(checker: Checker, text: str, told: list[str]) -> None:
    assert [claim.fields.get("date") for claim in dates(checker, text)] == told
