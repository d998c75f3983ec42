"""The curated reference and a store of imports together: who is believed, and what imports may say."""

import datetime
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.reference.curated import open_curated
from checker.reference.schema import create
from checker.reference.store import Answer, Reference, Window

ROWS = """\
source: by hand
licence: CC0-1.0
as_of: 2024-06-30
sites: [{id: mill-lane, name: Mill Lane, city: Ayton}]
teams:
  - {id: ayton, name: Ayton United, aliases: [Ayton], country: England}
  - {id: beeford, name: Beeford Town, country: England}
athletes:
  - {id: peter-marsh, name: Peter Marsh, born: 1999-02-03, memberships: [{team: ayton, from: 2020-07-01, to: 2023-06-30}]}
"""
Layered = Callable[..., Reference]


@pytest.fixture
def layered(tmp_path: Path) -> Layered:
    """The curated rows with a store of some statements beside them."""
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "rows.yml").write_text(ROWS)

    def make(*statements: str) -> Reference:
        store = sqlite3.connect(":memory:")
        create(store)
        for number, tier in enumerate(("desk", "open", "open"), 1):
            key, path = f"{tier}{number}", f"{tier}-{number}"
            row = (number, key, path, "", "", tier, "2024-06-30", "", "", 1)
            store.execute("insert into source values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        for statement in statements:
            store.execute(statement)
        return Reference(open_curated([folder], frozenset(), tmp_path / "cache"), store)

    return make


def name(words: str, entity: str, kind: str, style: str = "name", source: int = 2) -> str:
    return f"insert into name values ('{words.split()[0]}', '{words}', '{entity}', '{kind}', '{style}', {source})"


def entities(reference: Reference, words: str) -> list[str]:
    first = words.split()[0]
    return [form.entity for form in reference.forms([first]).get(first, ()) if form.words == words]


def test_a_club_of_a_curated_clubs_name_is_not_meant(layered: Layered) -> None:
    reference = layered(name("ayton", "uru-ayton", "club"), name("dunby", "eng-dunby", "club"), name("mill lane", "x", "club"))
    assert entities(reference, "ayton") == ["ayton"]
    assert entities(reference, "mill lane") == ["mill-lane"]
    assert entities(reference, "dunby") == ["eng-dunby"]


def test_a_namesake_counts_only_if_something_is_known_of_him(layered: Layered) -> None:
    reference = layered(name("peter marsh", "peter-marsh-1980", "person"), name("peter marsh", "peter-marsh-1990", "person"),
        "insert into membership values ('peter-marsh-1990', 'beeford', 'player', '', '2020-07-01', null, 0, 2)",
    )  # fmt: skip
    assert entities(reference, "peter marsh") == ["peter-marsh", "peter-marsh-1990"]


def test_any_name_and_any_surname_is_known_but_only_curated_ones_are_vouched_for(layered: Layered) -> None:
    reference = layered(name("tom ray", "tom-ray", "person"), "insert into surname values ('okoro', 2)")
    assert [reference.knows(words) for words in ("tom ray", "okoro", "marsh", "nobody", "")] == [True, True, True, False, False]
    assert [reference.vouches_for(words) for words in ("tom ray", "okoro", "marsh")] == [False, False, True]


def test_a_hidden_name_is_not_found_by_its_first_word(layered: Layered) -> None:
    reference = layered("insert into name values ('', 'sport', 'bra-sport', 'club', 'name', 2)")
    assert entities(reference, "sport") == []


def test_spelling_is_compared_with_curated_places_alone(layered: Layered) -> None:
    reference = layered(name("aytown", "eng-aytown", "club"))
    assert {form.words for form in reference.places("ay", len("ayton"), edits=7)} == {"ayton united", "ayton"}
    assert {form.words for form in reference.places("ay", len("ayton"), edits=6)} == {"ayton"}


def test_the_most_trusted_source_names_an_entity(layered: Layered) -> None:
    reference = layered(
        "insert into entity values ('peter-marsh', 'person', 'Pete Marsh', '1999', 2)",
        "insert into entity values ('tom-ray', 'person', 'Tommy Ray', '', 2)",
        "insert into entity values ('tom-ray', 'person', 'Tom Ray', '', 1)",
    )
    assert (reference.name("peter-marsh"), reference.name("tom-ray")) == ("Peter Marsh", "Tom Ray")


def member(team: str, start: str, end: str, exact: int, source: int, person: str = "peter-marsh") -> str:
    days = ", ".join(f"'{day}'" if day else "null" for day in (start, end))
    return f"insert into membership values ('{person}', '{team}', 'player', '', {days}, {exact}, {source})"


DESK, OPEN = 1, 2


@pytest.mark.parametrize(
    ("rows", "person", "day", "answer"),
    [
        # curated alone
        ([], "peter-marsh", "2022-10-01", "elsewhere"),
        # a desk's feed proves as much
        ([member("ayton", "2020-07-01", "2023-06-30", 1, DESK, "tom")], "tom", "2022-10-01", "elsewhere"),
        # open data alone proves nothing for certain, and nothing at all without an end or without days
        ([member("ayton", "2020-07-01", "2023-06-30", 1, OPEN, "tom")], "tom", "2022-10-01", "doubtful"),
        ([member("ayton", "2020-07-01", "", 1, OPEN, "tom")], "tom", "2022-10-01", "unknown"),
        ([member("ayton", "2020-07-01", "2023-06-30", 0, OPEN, "tom")], "tom", "2022-10-01", "unknown"),
        # but it says that a man may have been there
        ([member("beeford", "2020-07-01", "2023-06-30", 0, OPEN, "tom")], "tom", "2022-10-01", "here"),
        # who is less believed only casts a doubt
        ([member("beeford", "2022-07-01", "2023-06-30", 0, OPEN)], "peter-marsh", "2022-10-01", "doubtful"),
        ([member("beeford", "2022-07-01", "2023-06-30", 1, DESK)], "peter-marsh", "2022-10-01", "doubtful"),
        # a feed's open end reaches to its day
        ([member("ayton", "2020-07-01", "", 1, DESK, "tom")], "tom", "2024-06-30", "elsewhere"),
        ([member("ayton", "2020-07-01", "", 1, DESK, "tom")], "tom", "2024-07-01", "unknown"),
    ],
)
def test_curated_beats_desk_beats_open(layered: Layered, rows: list[str], person: str, day: str, answer: Answer) -> None:
    window = Window(datetime.date.fromisoformat(day), datetime.date.fromisoformat(day))
    assert layered(*rows).membership(person, "beeford", window) == answer


def test_matches_come_by_date_and_trust(layered: Layered) -> None:
    row = "insert into event (id, competition, date, home, away, home_goals, away_goals, source) values "
    reference = layered(
        row + "(1, 'Cup', '2024-04-18', 'ayton', 'beeford', 1, 1, 2)",
        row + "(2, 'Cup', '2024-04-18', 'ayton', 'beeford', 2, 1, 1)",
        row + "(3, 'Cup', '2024-04-11', 'beeford', 'ayton', 0, 0, 2)",
        row + "(4, 'Cup', '2024-04-11', 'beeford', 'corley', 0, 0, 2)",
        "insert into action values (2, 0, 'goal', 'ayton', 'Peter Marsh', '', '13')",
    )
    found = reference.events("beeford", "ayton")
    told = [(event.date.day, event.tier, event.score) for event in found]
    assert told == [(11, "open", (0, 0)), (18, "desk", (2, 1)), (18, "open", (1, 1))]
    assert [goal.person for goal in found[1].goals] == ["Peter Marsh"]


def test_a_team_can_be_made_known(layered: Layered) -> None:
    reference = layered()
    assert reference.teach("Corley Rangers", "sheet.yml") == "corley rangers"
    assert entities(reference, "corley rangers") == ["corley rangers"]
    assert reference.name("corley rangers") == "Corley Rangers"
