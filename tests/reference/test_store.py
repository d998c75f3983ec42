"""The store: look-ups, and the three answers to whether a man was at a club."""

import datetime
from pathlib import Path

import pytest

from checker.reference.curated import open_reference
from checker.reference.store import Answer, Entity, Membership, Reference, Window

ROWS = """\
source: by hand
licence: CC0-1.0
as_of: 2024-06-30
sites: [{id: mill-lane, name: Mill Lane, city: Ayton}]
teams:
  - {id: ayton, name: Ayton United, country: England, sites: [{site: mill-lane}]}
  - {id: beeford, name: Beeford Town}
  - {id: nat-wales, name: Wales, kind: national}
athletes:
  - id: peter-marsh
    name: Peter Marsh
    born: 1999-02-03
    memberships:
      - {team: ayton, from: 2018-07-01, to: 2021-06-30}
      - {team: beeford, from: 2020-01-15, to: 2020-05-31, kind: loan}
      - {team: beeford, from: 2022-01-01}
      - {team: nat-wales, from: 2019-01-01}
  - {id: tom-ray, name: Tom Ray, memberships: [{team: beeford, to: 2020-06-30}]}
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """Two clubs, a national side and two players."""
    folder: Path = tmp_path_factory.mktemp("reference")
    (folder / "rows.yml").write_text(ROWS)
    return open_reference([folder], frozenset(), folder / "cache")


def day(text: str) -> Window:
    return days(text, text)


def days(first: str, last: str) -> Window:
    return Window(datetime.date.fromisoformat(first), datetime.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("person", "team", "window", "answer"),
    [
        # at the club, and elsewhere because of it
        ("peter-marsh", "ayton", day("2019-10-01"), "here"),
        ("peter-marsh", "beeford", day("2019-10-01"), "elsewhere"),
        # on loan: at the one, and still the other's
        ("peter-marsh", "beeford", day("2020-03-01"), "here"),
        ("peter-marsh", "ayton", day("2020-03-01"), "here"),
        # between two clubs nobody knows: playing for Wales is no proof
        ("peter-marsh", "ayton", day("2021-10-01"), "unknown"),
        ("peter-marsh", "beeford", day("2021-10-01"), "unknown"),
        # an open end reaches to the day of the source, not beyond
        ("peter-marsh", "beeford", day("2024-06-30"), "here"),
        ("peter-marsh", "ayton", day("2024-06-30"), "elsewhere"),
        ("peter-marsh", "beeford", day("2024-07-01"), "unknown"),
        ("peter-marsh", "ayton", day("2024-07-01"), "unknown"),
        # the first and the last day count
        ("peter-marsh", "ayton", day("2018-07-01"), "here"),
        ("peter-marsh", "ayton", day("2018-06-30"), "unknown"),
        ("peter-marsh", "ayton", day("2021-06-30"), "here"),
        # a window that a move falls into proves nothing
        ("peter-marsh", "ayton", days("2021-06-28", "2021-07-02"), "here"),
        ("peter-marsh", "beeford", days("2021-12-30", "2022-01-02"), "here"),
        ("peter-marsh", "ayton", days("2021-12-30", "2022-01-02"), "unknown"),
        # a beginning that is not known proves nothing either
        ("tom-ray", "beeford", day("2019-10-01"), "here"),
        ("tom-ray", "ayton", day("2019-10-01"), "unknown"),
        # nobody knows him, nobody knows the day
        ("sam-gone", "ayton", day("2019-10-01"), "unknown"),
        ("peter-marsh", "ayton", None, "unknown"),
    ],
)
def test_membership_has_three_answers(store: Reference, person: str, team: str, window: Window | None, answer: Answer) -> None:
    assert store.membership(person, team, window) == answer


def test_an_entity_has_a_name_a_kind_and_a_detail(store: Reference) -> None:
    assert store.entity("peter-marsh") == Entity("peter-marsh", "person", "Peter Marsh", "1999-02-03", "rows.yml")
    assert store.entity("mill-lane") == Entity("mill-lane", "site", "Mill Lane", "Ayton", "rows.yml")


def test_what_the_store_does_not_have_is_none_and_named_by_its_id(store: Reference) -> None:
    assert store.entity("gone") is None
    assert store.name("gone") == "gone"
    assert store.memberships("gone") == store.squad("gone") == ()


def test_a_squad_is_everybody_who_was_ever_there(store: Reference) -> None:
    assert {membership.person for membership in store.squad("beeford")} == {"peter-marsh", "tom-ray"}


def test_a_row_reads_as_evidence(store: Reference) -> None:
    first, loan, last, _ = store.memberships("peter-marsh")
    assert store.row(first) == "Peter Marsh, Ayton United, from 2018-07-01 to 2021-06-30"
    assert store.row(loan) == "Peter Marsh, Beeford Town, from 2020-01-15 to 2020-05-31"
    assert store.row(last) == "Peter Marsh, Beeford Town, from 2022-01-01"


def test_a_team_has_its_grounds(store: Reference) -> None:
    assert store.sites("ayton") == ["mill-lane"]
    assert store.sites("beeford") == []


def test_name_forms_come_longest_first(store: Reference) -> None:
    forms = store.forms(["peter", "xyz"])
    assert [form.words for form in forms["peter"]] == ["peter marsh", "peter"]
    assert forms["xyz"] == ()


def test_as_many_names_as_an_article_can_hold_are_looked_up(store: Reference) -> None:
    words = [f"name{number}" for number in range(40_000)]
    assert store.forms([*words, "peter"])["peter"]


def test_an_empty_reference_knows_nothing() -> None:
    empty = Reference.empty()
    assert empty.is_empty
    assert empty.membership("peter-marsh", "ayton", day("2019-10-01")) == "unknown"
    assert (empty.entity("ayton"), empty.name("ayton"), empty.sites("ayton")) == (None, "ayton", [])
    assert not empty.forms(["peter"]).get("peter")


def spell(start: str | None, end: str | None) -> Membership:
    first, last = (datetime.date.fromisoformat(text) if text else None for text in (start, end))
    return Membership("p", "t", "player", "", first, last, datetime.date(2024, 6, 30), "rows.yml")


@pytest.mark.parametrize(
    ("start", "end", "meets", "covers"),
    [
        ("2023-01-01", "2023-12-31", True, True),
        ("2023-05-02", None, True, False),
        (None, "2023-05-31", True, False),
        ("2023-05-09", None, False, False),
        ("2022-01-01", "2023-04-30", False, False),
    ],
)
def test_a_spell_meets_or_covers_a_window(start: str | None, end: str | None, meets: bool, covers: bool) -> None:
    window = days("2023-05-01", "2023-05-08")
    assert (spell(start, end).meets(window), spell(start, end).covers(window)) == (meets, covers)


def test_what_was_forgotten_is_looked_up_again(store: Reference, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("checker.reference.store._MOST_KEPT", 3)
    taught = store.teach("Corley Rangers", "sheet.yml")
    for number in range(20):
        assert not store.knows(f"nobody {number}")
        assert not store.squad(f"club-{number}")
        assert store.knows(taught)
        assert store.vouches_for("peter marsh")
        assert {membership.person for membership in store.squad("beeford")} == {"peter-marsh", "tom-ray"}
        assert store.forms([f"word{number}", "ayton"])["ayton"][0].entity == "ayton"
    assert store.name(taught) == "Corley Rangers"
