"""Holidays that copy gives with a date."""

import datetime

import pytest

from checker.check import Checker
from checker.pipeline.holidays import easter, orthodox_easter
from tests.pipeline.test_dates import dates


@pytest.mark.parametrize(
    "day", ["1961-04-02", "2000-04-23", "2008-03-23", "2011-04-24", "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25"]
)
def test_easter_sunday(day: str) -> None:
    assert easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("day", ["2008-04-27", "2016-05-01", "2021-05-02", "2024-05-05", "2025-04-20"])
def test_orthodox_easter_sunday(day: str) -> None:
    assert orthodox_easter(int(day[:4])).isoformat() == day


@pytest.mark.parametrize("year", range(1900, 2100))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    assert easter(year).weekday() == orthodox_easter(year).weekday() == 6
    assert datetime.date(year, 3, 22) <= easter(year) <= orthodox_easter(year) <= datetime.date(year, 5, 8)


@pytest.mark.parametrize(
    ("text", "said", "is_on"),
    [
        ("They meet on Boxing Day, 27 December.", "Boxing Day, 27 December", "26 December"),
        ("They meet on Boxing Day (Friday, Dec. 26).", "Boxing Day (Friday, Dec. 26", "26 December"),
        ("They meet on New Year’s Day, January 2.", "New Year’s Day, January 2", "1 January"),
        ("They met on Good Friday 7 April 2023.", "Good Friday 7 April 2023", "7 April"),
        ("They meet on Easter Monday, 14 April.", "Easter Monday, 14 April", "21 April"),
        ("They meet on Easter Monday, the 21st of April.", "Easter Monday, the 21st of April", "21 April"),
        ("They met in Athens on Easter Sunday, 5 May 2024.", "Easter Sunday, 5 May 2024", "5 May"),
        ("They meet on Easter Monday, 10 December.", "Easter Monday, 10 December", None),
        ("They meet on 22 December, Boxing Day, 28 December.", "28 December", None),
        ("They meet on Boxing Day, 28 December and 1 January.", "28 December", None),
        ("They meet between Boxing Day and 28 December.", "28 December", None),
        ("They won on Boxing Day. On 28 December they lost.", "28 December", None),
    ],
)
def test_a_holiday_beside_a_date_falls_on_its_day(checker: Checker, text: str, said: str, is_on: str | None) -> None:
    claim = next(claim for claim in dates(checker, text, "2025-04-10") if claim.text == said)
    assert claim.fields.get("holiday_date") == is_on


def test_without_a_year_easter_may_be_any_day(checker: Checker) -> None:
    [claim] = dates(checker, "They meet on Easter Monday, 14 April.")
    assert "holiday_date" not in claim.fields


def test_the_weekday_of_a_listed_holiday_is_no_dates(checker: Checker) -> None:
    claim = dates(checker, "They meet on Good Friday, 22 April and 5 May.", "2025-04-10")[-2]
    assert (claim.text, claim.fields["form"]) == ("Friday, 22 April", "day")
