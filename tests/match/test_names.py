"""The `name` claims: what a spelling may have been meant for, and when nobody can say."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
LEAD = "Ayton met Beeford. It was Péter Marsh, Kevin De Bruin, Gary Neve, Pelinho and Luka Okoro who played. "


def names(found: MatchRecord, words: str) -> list[Claim]:
    """The name claims that spell a name so."""
    return [claim for claim in found.claims if claim.type == "name" and claim.text == words]


def right(found: MatchRecord, words: str) -> set[tuple[object, object, object]]:
    """What a name should be, how many edits away, and who says so."""
    claims = names(found, words)
    return {(c.get("right"), c.get("edits"), c.get("basis")) for c in claims if c.get("edits")}


@pytest.mark.parametrize(
    ("text", "name", "meant", "edits"),
    [
        ("Then Olaf Lindqvits shot.", "Lindqvits", "Lindqvist", 1),
        ("Then Lindqvits shot.", "Lindqvits", "Lindqvist", 1),
        ("Then Olaf Linqvits shot.", "Linqvits", "Lindqvist", 2),
        ("Then Tom Okoru shot.", "Okoru", None, None),
        ("Then Luka Okoru shot.", "Okoru", "Okoro", 1),
        ("Then Adam Lindqvits shot.", "Lindqvits", None, None),
        ("Then Olaf Sindqvist shot.", "Sindqvist", None, None),
        ("Then Olaf Lindqvist shot.", "Lindqvist", None, None),
    ],
)
def test_the_nearest_name_of_the_two_squads_is_meant(
    record: Record, text: str, name: str, meant: str | None, edits: int | None
) -> None:
    found = record(LEAD + text)
    assert right(found, name) == ({(meant, edits, "reference")} if meant else set())


def test_accents_are_no_misspelling(record: Record) -> None:
    assert right(record(LEAD + "Then Peter Marsh shot."), "Marsh") == set()


def test_a_name_that_is_anybody_s_is_no_misspelling(record: Record) -> None:
    text = "Ayton met Corley. It was Péter Marsh, Kevin De Bruin, Gary Neve and Tom Okoro who played. Then Boot left."
    assert right(record(text), "Boot") == set()


def test_the_article_s_own_other_spelling_is_meant(record: Record) -> None:
    text = "It was Adam Hansson who shot. Then Hansson shot. But Hansson missed. In the end Hanson scored."
    assert right(record(text), "Hanson") == {("Hansson", 1, "article")}
    assert right(record(text), "Hansson") == set()


@pytest.mark.parametrize(
    "text",
    [
        "It was Adam Hansson. Then Hansson shot. But Brian Hanson scored.",
        "It was Adam Hansson. Then Hansson shot. But Vansson scored.",
        "It was Adam Hansson. Then Hansson shot. But Larsen scored.",
        "It was a German. It was Germany. It was Germany again.",
        "It was all of Cascadia. It was a Cascadian. It was Cascadia again.",
    ],
    ids=["other first name", "other letter", "far", "derived", "a place and its people"],
)
def test_two_names_may_be_two_names(record: Record, text: str) -> None:
    found = record(text)
    assert [claim for claim in found.claims if claim.type == "name" and claim.get("edits")] == []


def test_two_men_of_one_line_up_are_two_men(record: Record) -> None:
    row = "Poole, Hansson, Hanson, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
    assert right(record(f"It was Hansson, then Hansson.\nAyton: {row}\n"), "Hanson") == set()


def test_a_namesake_elsewhere_suggests_the_man_of_the_match(record: Record) -> None:
    lead = "---\ndate: 2023-11-04\n---\nAyton met Beeford. "
    found = record(lead + "Then Tom Okoro shot.", "story.md")
    assert {(c.text, c.get("right")) for c in found.claims if c.get("basis") == "namesake"} == {("Tom Okoro", "Luka Okoro")}


def test_a_man_of_one_of_the_clubs_is_no_namesake(record: Record) -> None:
    found = record(LEAD + "Then Luka Okoro shot.")
    assert [c for c in found.claims if c.get("basis") == "namesake"] == []


@pytest.mark.parametrize(("written", "edits"), [("Quarry End", 1), ("QuaryEnd", 1), ("QaurryEnd", 1)])
def test_a_ground_of_one_of_the_clubs_is_meant(record: Record, written: str, edits: int) -> None:
    found = record(LEAD + f"It was wet at the {written} again.")
    assert {(c.get("right"), c.get("edits")) for c in found.claims if c.get("kind") == "ground"} == {("QuarryEnd", edits)}


def test_a_hyphen_makes_no_other_ground(record: Record) -> None:
    found = record(LEAD + "It was wet at the Quarry-End again.")
    assert [c for c in found.claims if c.get("kind") == "ground"] == []


def test_a_club_that_the_article_names_is_meant(record: Record) -> None:
    text = "Beeford met Sunderby. So Beeford won. It was Sunderby's day, then Sundreby left."
    claims = [c for c in record(text).claims if c.get("kind") == "club"]
    assert [(c.text, c.get("right")) for c in claims] == [("Sundreby", "Sunderby")]


def test_the_men_of_a_club_are_no_misspelling_of_it(record: Record) -> None:
    found = record("It was Ayton against Corley. The Aytoners shot, an Aytonian scored, and then Aytonn left.")
    assert [claim.text for claim in found.claims if claim.get("kind") == "club" and claim.get("edits")] == ["Aytonn"]


def test_one_of_the_redwoods_is_a_redwood(record: Record) -> None:
    text = "Beeford met the Redwoods. So the Redwoods 1-0 Beeford. It was a Redwood who shot, then a Redwood who left."
    assert [c for c in record(text).claims if c.get("kind") == "club" and c.get("edits")] == []


def test_a_name_claim_counts_both_spellings(record: Record) -> None:
    text = "It was Adam Hansson who shot. Then Hansson shot. But Hansson missed. In the end Hanson scored."
    (claim,) = names(record(text), "Hanson")
    assert (claim.get("seen"), claim.get("seen_right")) == (1, 3)


def test_two_men_of_the_two_line_ups_are_two_men(record: Record) -> None:
    rest = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss"
    text = f"Ayton beat Corley 2-1. Sand was there. Sand shot. Sand rested.\nAyton: {rest}, Sand.\nCorley: {rest}, Shand."
    assert "Sand" not in {other for other, *_ in right(record(text), "Shand")}


def test_a_man_of_a_row_of_names_is_no_misspelt_club(record: Record) -> None:
    row = "Maunder; Pym, Sloane, Tozer, Voysey; Harker, Kelland, Noakes; Bastin, Crocker"
    kinds = [
        {claim.get("kind") for claim in names(record(f"Ayton met Corley. {text}"), "Corleyy")}
        for text in (f"The team may be {row}, Corleyy.", "It was a day for Corleyy.")
    ]
    assert "club" not in kinds[0]
    assert "club" in kinds[1]


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("It was Teo Lukki who shot. Then Teo Lukkii shot.", "Lukkii", "Lukki"),
        ("It was Teo Lukki who shot. Then Lukkii shot.", "Lukkii", "Lukki"),
        ("It was Teo Hansson who shot. Then Women Teo Hanson shot.", "Hanson", "Hansson"),
        ("It was Teo Hanson who shot. Then Teo Hansons shot.", "Hansons", None),
        ("Lammert shot. Then Sam Lamkert shot.", "Lamkert", "Lammert"),
        ("Lasting pressure told. Then Sam Lastins shot, lasting no longer.", "Lastins", None),
        ("It was Teo Hansson who shot. Then Adam Hanson shot.", "Hanson", None),
    ],
)
def test_two_spellings_behind_one_first_name_are_one_man_s(record: Record, text: str, name: str, meant: str | None) -> None:
    assert {other for other, *_ in right(record(text), name)} == ({meant} if meant else set())


@pytest.mark.parametrize(("role", "meant"), [("coach", set()), ("striker", {("Mosse", 1, "article")})])
def test_a_man_beside_the_pitch_is_no_other_spelling_of_one_of_the_line_up(
    record: Record, role: str, meant: set[tuple[str, int, str]]
) -> None:
    row = "Poole, Stone, Hill, Marsh, Ray, Dunne, Lund, Beck, Vale, Reyes"
    prose = f"Ayton met Beeford. It was {role} Adam Mosse who spoke. Mosse was pleased. Mosse said so."
    found = record(f"{prose}\nAyton: {row}, Moss\nBeeford: Pike, Lamb, Rowe, Cole, Nash, Webb, Frey, Dorn, Gill, Hart, Wynn\n")
    assert right(found, "Moss") == meant
