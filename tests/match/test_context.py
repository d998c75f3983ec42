"""Whom a claim is about where its own words do not say it."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.judge.verdict import Found
from checker.report import ArticleReport

Check = Callable[..., ArticleReport]


def found(check: Check, text: str, kind: str) -> Found:
    claims = [claim for claim in check(text).found if claim.type == kind]
    assert len(claims) == 1, [claim.text for claim in claims]
    return claims[0]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("It came to Peter Marsh. The Arsenal striker shot over.", "Peter Marsh"),
        ("It came to Peter Marsh, but the France international shot over.", "Peter Marsh"),
        ("Peter Marsh was there. The former Everton player shot over.", "Peter Marsh"),
        ("Peter Marsh has been a find on loan from Chelsea.", "Peter Marsh"),
        ("Then the Arsenal striker shot over.", None),
        ("Peter Marsh shot, and Tom Ray denied the Arsenal striker.", "Peter Marsh"),
    ],
)
def test_a_description_is_of_the_last_man_named(check: Check, text: str, person: str | None) -> None:
    claims = [claim for claim in check(text).found if claim.type == "affiliation"]
    assert [claim.fields.get("person") for claim in claims] == [person]


def test_a_man_of_another_club_is_not_meant(check: Check) -> None:
    text = "Everton defender Tom Ray was there with Peter Marsh and Tom Ray. Then the Arsenal striker shot over."
    last = [claim for claim in check(text).found if claim.type == "affiliation"][-1]
    assert last.fields["person"] == "Peter Marsh"


def test_the_manager_is_he_whom_the_article_calls_so(check: Check) -> None:
    text = "Arsenal manager Peter Marsh was glad of Tom Ray. The Arsenal boss praised Ben Stone."
    last = [claim for claim in check(text).found if claim.type == "affiliation"][-1]
    assert (last.text, last.fields["person"]) == ("The Arsenal boss", "Peter Marsh")


def test_an_inferred_name_has_no_key_and_no_place(record: Callable[..., object]) -> None:
    told = record("It came to Peter Marsh. The former Ayton player shot over.")
    claims: list[Claim] = [claim for claim in told.claims if claim.type == "affiliation"]  # type: ignore[attr-defined]
    assert [("person" in claim.keys, "person" in claim.places) for claim in claims] == [(False, False)]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("They joined Arsenal's famous Carnival.", []),
        ("They joined Arsenal's Peter Marsh.", ["Peter Marsh"]),
        ("Norwegian Ola Fjeldvik scored the winner.", ["Ola Fjeldvik"]),
        ("They met in a Norwegian Fjeldvik.", []),
        ("They met Fjeldvik Sports of Norway.", []),
        ("They met Peter Marsh of Norway.", ["Peter Marsh"]),
    ],
    ids=["what a club has", "its man", "a man who acts", "a place", "a club of a nation", "a man of it"],
)
def test_a_name_that_stands_once_is_a_man_s_where_something_says_so(check: Check, text: str, person: list[str]) -> None:
    claims = [claim for claim in check(text).found if claim.type == "affiliation"]
    assert [claim.fields.get("person") for claim in claims] == person


def test_a_national_side_is_no_club(check: Check) -> None:
    assert found(check, "It was France striker Peter Marsh.", "affiliation").fields["status"] == "national"


@pytest.mark.parametrize(
    ("text", "kind", "who"),
    [
        ("Peter Marsh shot. Later he had his second goal.", "count", "Peter Marsh"),
        ("Arsenal, who beat Everton, made three changes.", "count", "Arsenal"),
        ("It was the last day of Arsenal boss Peter Marsh, who has overseen four defeats.", "count", "Peter Marsh"),
        ("Then Peter Marsh turned in Tom Hill's low cross for his third goal.", "count", "Peter Marsh"),
        ("Peter Marsh came from Everton. The Spaniard scored twelve goals.", "count", "Peter Marsh"),
        ("Peter Marsh won. He was the Golden Boot winner with twelve goals.", "count", "Peter Marsh"),
        ("Everton ended Arsenal's unbeaten run.", "streak", "Arsenal"),
        ("Arsenal have won their last three games.", "streak", "Arsenal"),
        ("Peter Marsh had 12 caps.", "count", "Peter Marsh"),
        ("It was a second goal.", "count", None),
        ("Peter Marsh danced with Tom Ray after his second goal.", "count", "Peter Marsh"),
        ("It was won by Peter Marsh's shot, his second goal.", "count", "Peter Marsh"),
        ("On a night for Arsenal, Peter Marsh enjoyed scoring twice.", "count", "Peter Marsh"),
        ("Arsenal beat Everton at home. A run of four games without a win had hurt.", "streak", "Arsenal"),
        ("Tom Ray was there. It was a first start for defender Peter Marsh.", "count", "Peter Marsh"),
        ("Tom Ray has scored less than Peter Marsh (15 goals).", "count", "Peter Marsh"),
    ],
)
def test_a_count_has_an_owner(check: Check, text: str, kind: str, who: str | None) -> None:
    assert found(check, text, kind).fields.get("who") == who


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("It was the 17-year-old French striker Peter Marsh who shot.", "Peter Marsh"),
        ("Peter Marsh shot over. The 19-year-old was sorry.", "Peter Marsh"),
        ("Peter Marsh shot over. The 19-year-old cousin of Tom Ray was sorry.", "Peter Marsh"),
        ("Peter Marsh shot over. The 19-year-old set up Tom Ray's goal.", "Peter Marsh"),
        ("The 19-year-old, who was at school with Peter Marsh, shot over.", None),
    ],
)
def test_an_age_is_of_him_who_stands_behind_it_or_came_before(check: Check, text: str, person: str | None) -> None:
    assert found(check, text, "age").fields.get("person") == person


def test_a_number_that_is_no_age_makes_no_claim(check: Check) -> None:
    assert [claim for claim in check("Peter Marsh, 5, shot over in a two-year-old ground.").found if claim.type == "age"] == []
