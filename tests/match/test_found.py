"""Which stored match an article reports."""

import datetime
from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.match.assemble import Assembler
from checker.match.found import MatchFinder, same_man
from checker.pack import Pack
from checker.pipeline.reading import Reading
from checker.reference.events import Action, Event
from checker.reference.store import Reference

LEG = Event(
    "Moor Cup", datetime.date(2023, 4, 18), "ayton", "beeford", (2, 1), stage="semi-final", source="desk", tier="desk",
    actions=(
        Action("goal", "ayton", "Peter Marsh", "13"), Action("goal", "ayton", "Gary Neve", "50"),
        Action("goal", "beeford", "Luka Okoro", "89"),
    ),
)  # fmt: skip
FIRST_LEG = replace(LEG, date=datetime.date(2023, 4, 11), home="beeford", away="ayton", score=(2, 0), actions=())
LAST_YEAR = replace(LEG, date=datetime.date(2022, 4, 2), stage="", score=(0, 0), actions=())

REPORT = "Ayton beat Beeford 2-1 in the Moor Cup. Gary Neve scored the second goal for Ayton."
Find = Callable[..., Event | None]


@pytest.fixture
def find(pack: Pack, moorland: Reference, read: Callable[..., Reading]) -> Find:
    """The stored match that a text reports, of some that are stored."""

    def run(text: str, *stored: Event, date: str = "") -> Event | None:
        reading = read(text)
        if date:
            reading = replace(reading, date=datetime.date.fromisoformat(date))
        record = Assembler(pack.words, moorland, pack.thresholds).assemble(reading)
        finder = MatchFinder(moorland, stored, pack.thresholds)
        found = finder.find(reading, record.clubs, record.window, record.facts, record.claims)
        return found.event if found else None

    return run


def test_clubs_alone_are_not_enough(find: Find) -> None:
    assert find("Ayton beat Beeford 2-1. Ayton were strong, Beeford weak.", LEG) is None
    assert find("Ayton met Beeford in the Moor Cup. Ayton were strong, Beeford weak.", LEG) is None


def test_competition_score_and_a_scorer_are(find: Find) -> None:
    assert find(REPORT, LEG) == LEG
    assert find(REPORT, FIRST_LEG, LEG, LAST_YEAR) == LEG


def test_so_are_scorers_with_their_minutes(find: Find) -> None:
    text = "Ayton were too strong for Beeford. Peter Marsh's 13th-minute header and Gary Neve's 50th-minute goal beat Beeford."
    assert find(text, FIRST_LEG, LEG) == LEG


def test_of_two_matches_that_fit_neither_is_taken(find: Find) -> None:
    assert find(REPORT, LEG, replace(LEG, date=datetime.date(2021, 4, 18))) is None


@pytest.mark.parametrize(
    ("date", "found"),
    [
        ("2023-04-18", LEG), ("2023-04-22", LEG), ("2023-04-23", None), ("2023-04-17", None), ("2023-04-13", FIRST_LEG),
    ],
)
def test_a_dated_article_reports_a_match_of_its_last_days(find: Find, date: str, found: Event | None) -> None:
    assert find("Ayton met Beeford. Ayton were strong, Beeford weak.", LEG, FIRST_LEG, LAST_YEAR, date=date) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Antonio", "Michail Antonio", True),
        ("De Bruyne", "Kevin De Bruyne", True),
        ("Vinicius Junior", "Vinícius Júnior", True),
        ("Pelinho", "Pelinho", True),
        ("J Hofmann", "Jonas Hofmann", True),
        ("Hoffmann", "Jonas Hofmann", True),  # a typing error is for the rules on spelling
        ("Gary Neville", "Phil Neville", False),
        ("Hofmann", "Hartmann", False),
        ("Rice", "Ricketts", False),
        ("", "Jonas Hofmann", False),
    ],
)
def test_two_names_of_one_man(one: str, other: str, same: bool) -> None:
    assert same_man(one, other) == same == same_man(other, one)


def test_a_scorer_of_another_match_speaks_against_one(find: Find) -> None:
    text = REPORT + " Sam Dunne headed the first goal for Ayton."
    assert find(text, LEG) is None
    assert find(text + " Peter Marsh's 13th-minute shot had put Ayton ahead.", LEG) == LEG


def test_a_shoot_out_that_a_match_had_not_speaks_against_it(find: Find) -> None:
    text = "Ayton drew 2-2 with Beeford in the Moor Cup. Gary Neve scored the second goal for Ayton, who won 4-2 on penalties."
    drawn = replace(LEG, score=(2, 2), actions=LEG.actions[:2])
    assert find(text, drawn) is None
    assert find(text, replace(drawn, pens=(4, 2))) is not None
