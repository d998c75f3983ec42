"""Affiliations that stand in blocks, and those of men in a row."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.record import MatchRecord
from checker.pipeline.reading import Reading

ELEVEN = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
OTHERS = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


def test_the_manager_under_a_line_up_is_the_club_s(record: Callable[..., MatchRecord]) -> None:
    found = record(f"Ayton met Corley.\nAyton: {ELEVEN}. Manager: Sam Thrale.\nCorley: {OTHERS}.\n")
    [claim] = [claim for claim in found.claims if claim.type == "affiliation"]
    assert [claim.get(name) for name in ("person", "club", "role", "status")] == ["Sam Thrale", "Ayton", "manager", "current"]


def affiliations(reading: Reading) -> list[Claim]:
    return [claim for claim in reading.claims if claim.type == "affiliation"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("He met his Ayton team-mates Adam Dunne, Sam Ray and Bob Hill.", ["Adam Dunne", "Sam Ray", "Bob Hill"]),
        ("He met the Ayton duo Adam Dunne and Sam Ray, and Bob Hill shot.", ["Adam Dunne", "Sam Ray"]),
        ("Beside the Ayton players Adam Dunne, Bob Hill shot.", ["Adam Dunne"]),
        ("He met Ayton striker Adam Dunne and Sam Ray.", ["Adam Dunne"]),
        ("He met his Ayton team-mates Adam Dunne, captain Sam Ray and Bob Hill.", ["Adam Dunne", "Sam Ray", "Bob Hill"]),
    ],
    ids=["three", "two", "no last one", "one man's role", "what a man is"],
)
def test_men_in_a_row_are_all_the_club_s(read: Callable[..., Reading], text: str, people: list[str]) -> None:
    found = affiliations(read(text))
    assert [(claim.get("person"), claim.get("club")) for claim in found] == [(person, "Ayton") for person in people]


def test_a_loose_affiliation_holds_nobody_to_it(read: Callable[..., Reading]) -> None:
    [claim] = affiliations(read("Adam Dunne joined Ayton."))
    assert (claim.get("person"), claim.get("club"), dict(claim.keys)) == ("Adam Dunne", "Ayton", {})


def test_a_club_before_the_name_of_another_is_not_the_man_s(read: Callable[..., Reading]) -> None:
    found = affiliations(read("Norland 2-1 Corley Ayton striker Adam Dunne scores\n\nNorland met Corley."))
    assert [claim.get("club") for claim in found] == ["Ayton"]


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        ("Adam Dunne starred for Ayton, Corley and then Denby County, where he won it.", {"Ayton", "Corley", "Denby County"}),
        ("They met former Ayton and Corley striker Adam Dunne.", {"Ayton", "Corley"}),
        ("They met former Denby County, Ayton and Corley striker Adam Dunne.", {"Ayton", "Corley", "Denby County"}),
        ("Adam Dunne starred for Ayton and Corley won.", {"Ayton"}),
        ("Adam Dunne starred for Ayton, Corley won.", {"Ayton"}),
    ],
    ids=["behind", "before", "three before", "another clause", "no last one"],
)
def test_clubs_in_a_row_are_all_a_man_s(read: Callable[..., Reading], text: str, clubs: set[str]) -> None:
    assert {claim.get("club") for claim in affiliations(read(text))} == clubs
