"""The days on which a match may have been played."""

import datetime
from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord
from checker.match.window import YOUTH
from checker.reference.store import Window

Record = Callable[..., MatchRecord]


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def test_a_dated_article_reports_a_match_of_the_last_days(record: Record) -> None:
    found = record("---\ndate: 2023-11-04\n---\nAyton met Corley.", "story.md").window
    assert found == Window(day("2023-10-31"), day("2023-11-04"))


def test_a_dateline_dates_an_article(record: Record) -> None:
    found = record("Ayton win\nBy Ann Reed, Saturday 4 November 2023\n\nAyton met Corley.").window
    assert found == Window(day("2023-10-31"), day("2023-11-04"))


def test_a_date_needs_no_match(record: Record) -> None:
    assert record("---\ndate: 2023-11-04\n---\nIt rained.", "story.md").window is not None


def test_the_people_of_an_undated_article_leave_these_days_open(record: Record) -> None:
    text = "Ayton met Beeford. It was Péter Marsh, Kevin De Bruin, Gary Neve, Pelinho and Luka Okoro who scored."
    assert record(text).window == Window(day("2022-07-01") - YOUTH, day("2024-06-30"))


def test_a_man_who_left_closes_the_window(record: Record) -> None:
    text = "Ayton met Beeford. It was Péter Marsh, Kevin De Bruin, Gary Neve, Tom Okoro and Olaf Lindqvist who scored."
    assert record(text).window == Window(day("2021-07-01") - YOUTH, day("2022-06-30"))


@pytest.mark.parametrize(
    "text",
    [
        "Ayton met Beeford. It was Péter Marsh, Kevin De Bruin, Pelinho and Luka Okoro who scored.",
        "It was Péter Marsh, Kevin De Bruin, Gary Neve, Pelinho and Luka Okoro who scored.",
        "Ayton met Beeford. It was Adam Dunne, Sam Ray, Tom Poole, Jack Vale and Jack Moss who scored.",
    ],
    ids=["few", "no match", "nobody known"],
)
def test_too_few_people_leave_every_day_open(record: Record, text: str) -> None:
    assert record(text).window is None
