"""Whom a name stands for: teams by name and country, people by name and birth."""

import sqlite3

import pytest

from checker.reference.identity import AmbiguousNameError, Identities
from checker.reference.rows import At, Lists, PersonRow, TeamRef
from checker.reference.schema import create

LISTS = Lists(
    {"england": "England", "eng": "England", "wales": "Wales", "uruguay": "Uruguay"}, {"England": "eng", "Wales": "wal"},
    {"England": ["Wales"]}, frozenset({"fc", "afc", "town"}), frozenset(),
)  # fmt: skip


@pytest.fixture
def known() -> Identities:
    """A pack with Ayton and Taffs, Norland, and Peter Marsh of Ayton."""
    curated = sqlite3.connect(":memory:")
    create(curated)
    rows = [
        ("eng-ayton", "club", "Ayton Town", "England"), ("wal-taffs", "club", "Taff City", "Wales"),
        ("nat-norland", "national", "Norland", ""), ("peter-marsh", "person", "Peter Marsh", "1985-04-18"),
    ]  # fmt: skip
    curated.executemany("insert into entity values (?, ?, ?, ?, 0)", rows)
    names = [("ayton town", "eng-ayton", "club"), ("taff city", "wal-taffs", "club"), ("norland", "nat-norland", "national")]
    curated.executemany("insert into name values ('', ?, ?, ?, 'name', 0)", names)
    curated.execute("insert into membership values ('peter-marsh', 'eng-ayton', 'player', '', null, null, 1, 0)")
    return Identities(LISTS, curated, None)


@pytest.mark.parametrize(
    ("ref", "identity"),
    [
        (TeamRef("Ayton Town", "England"), "eng-ayton"),
        (TeamRef("AYTON TOWN FC", "eng"), "eng-ayton"),
        (TeamRef("F.C. Ayton 1886", "England"), "eng-ayton"),
        (TeamRef("FC Ayton 1886", "England"), "eng-ayton"),
        (TeamRef("Ayton Town"), "eng-ayton"),
        (TeamRef("Ayton Town", "Uruguay"), "uruguay-ayton-town"),
        (TeamRef("Taff City AFC", "England"), "wal-taffs"),  # plays in the other country's league
        (TeamRef("Norland", "", "national"), "nat-norland"),
        (TeamRef("Ayton Town II", "England"), "eng-ayton-town-ii"),
    ],
)
def test_a_team_is_known_by_its_name_in_its_country(known: Identities, ref: TeamRef, identity: str) -> None:
    assert known.team(ref) == identity
    assert known.team(ref) == identity


def test_a_source_lists_a_team_with_its_aliases(known: Identities) -> None:
    assert known.own_team(TeamRef("Ayton Athletic Club", "England"), ["Ayton Town", "The Ayton"]) == "eng-ayton"
    assert known.team(TeamRef("The Ayton", "England")) == "eng-ayton"


def test_two_that_one_source_lists_are_two(known: Identities) -> None:
    assert known.own_team(TeamRef("Beeford", "England"), ["Rovers"]) == "eng-beeford"
    assert known.own_team(TeamRef("Corley", "England"), ["Rovers"]) == "eng-corley"
    with pytest.raises(AmbiguousNameError, match="'Rovers', which is the name of eng-beeford and eng-corley"):
        known.team(TeamRef("Rovers", "England"))


def test_an_alias_one_letter_from_the_teams_name_is_a_mistake_that_a_source_lists(known: Identities) -> None:
    assert known.is_misspelling("eng-ayton", "aytan town")
    assert not known.is_misspelling("eng-ayton", "ayton town")
    assert not known.is_misspelling("eng-ayton", "the ayton")


def person(name: str, born: str = "") -> PersonRow:
    return PersonRow(At("x", 1), name, born)


@pytest.mark.parametrize(
    ("row", "team", "year", "identity"),
    [
        (person("Péter Marsh", "1985"), "", 0, "peter-marsh"),
        (person("Peter Marsh", "1985-04-18"), "", 0, "peter-marsh"),
        (person("Peter Marsh", "1985-04-19"), "", 0, "peter-marsh-1985"),
        (person("Peter Marsh", "1990"), "eng-ayton", 0, "peter-marsh-1990"),
        (person("Peter Marsh"), "eng-ayton", 0, "peter-marsh"),
        (person("Peter Marsh"), "eng-other", 0, "peter-marsh-eng-other"),
        (person("Peter Marsh"), "eng-other", 2010, "peter-marsh"),  # the one man of the name who could play then
        (person("Peter Marsh"), "eng-other", 1960, "peter-marsh-eng-other"),
        (person("Tom Ray"), "", 0, "tom-ray"),
    ],
)
def test_a_person_is_known_by_name_and_birth_or_team(
    known: Identities, row: PersonRow, team: str, year: int, identity: str
) -> None:
    assert known.person(row, team, year) == identity


def test_two_men_of_one_name_and_nothing_else_are_two(known: Identities) -> None:
    assert [known.person(person("Tom Ray")) for _ in range(3)] == ["tom-ray", "tom-ray-2", "tom-ray-3"]
