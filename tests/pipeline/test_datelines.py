"""The day that the head of an article gives as its own."""

from collections.abc import Callable

import pytest

from checker.check import Checker
from checker.pipeline.reading import Reading
from tests.pipeline.test_dates import dates

PROSE = "Ann Reed scored twice as Ayton beat Marden 2-0 in the rain."


def day_of(read: Callable[..., Reading], text: str, path: str = "story.txt") -> str | None:
    found = read(f"{text}\n\n{PROSE}", path).date
    return found.isoformat() if found else None


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Ayton 2 Marden 0\nSaturday 8 March 2025", "2025-03-08"),
        ("Tom Hill replaced Peter Marsh\nSaturday 8 March 2025", "2025-03-08"),
        ("By Ann Reed, Friday 6 June 2025", "2025-06-06"),
        ("Ayton 2 Marden 0\nBy Ann Reed\nJuly 12, 2025", "2025-07-12"),
        ("County Cup, Mill Lane, Saturday, July 12, 2025, 3pm", "2025-07-12"),
        ("Tuesday 4 March 2025 | County League | Mill Lane", "2025-03-04"),
        ("4th March 2025 By Ann Reed", "2025-03-04"),
        ("Published: 4 March 2025 | Updated: 6 March 2025", "2025-03-06"),
        ("AYTON, Kent, 4 March 2025 (Agency) - Ann Reed scored.", "2025-03-04"),
        ("March 4, 2025 — In the first half Ayton were the better side and in the second Marden, as the whole of Kent saw.",
         "2025-03-04"),
    ],
)  # fmt: skip
def test_the_day_of_the_head_is_the_articles(read: Callable[..., Reading], head: str, day: str) -> None:
    assert day_of(read, head) == day


@pytest.mark.parametrize(
    "head",
    [
        "Ayton won\nSunday 8 March 2025",
        "On Saturday 8 March 2025 Ayton won the cup\n",
        "Ayton last met Marden on Saturday 8 March 2014.",
        "Saturday, March 8, 2025, was the day on which Ayton won the cup.",
        "ON THIS DAY: Saturday 8 March 2025",
        "Born: 8 March 1985",
        "Marden, Mill Lane, 8 March 2025\nAyton, Cork Park, 8 May 2025",
        "Saturday 8 March 2025\nSaturday 12 April 2025",
        "The cup final: Saturday 8 March 2025",
        "Saturday 8 March",
        "Saturday 8 March 2014\nIt was in 2019 that they met again.",
    ],
    ids=[
        "another weekday", "a phrase", "a sentence", "a sentence that begins with it", "looking back", "birth", "two games",
        "two days", "a label", "no year", "a later year",
    ],
)  # fmt: skip
def test_other_dates_of_the_head_are_not(read: Callable[..., Reading], head: str) -> None:
    assert day_of(read, head) is None


def test_a_date_far_down_is_none(read: Callable[..., Reading]) -> None:
    assert day_of(read, f"{PROSE}\n" * 9 + "Saturday 8 March 2025") is None


def test_the_front_matter_comes_first(read: Callable[..., Reading]) -> None:
    assert day_of(read, "---\ndate: 2024-03-02\n---\nSaturday 8 March 2025", "story.md") == "2024-03-02"


@pytest.mark.parametrize(
    ("said", "weekday"),
    [
        ("They meet on Saturday 16 March.", "sunday"),
        ("They meet on Sunday 16 March.", "sunday"),
        ("They met on Friday 30 August.", "friday"),
        ("They met on Saturday 30 August.", "saturday"),
        ("They met on Monday 30 August.", "saturday"),
        ("They met on Sunday 16 June.", "sunday"),
    ],
    ids=["wrong", "right", "the year before", "this year", "neither", "eleven weeks ahead or the year before"],
)
def test_a_date_without_a_year_is_near_the_dateline(checker: Checker, said: str, weekday: str) -> None:
    claims = dates(checker, f"Ayton win\nSaturday 29 March 2025\n\n{PROSE} {said}")
    assert claims[-1].fields["true_weekday"] == weekday
