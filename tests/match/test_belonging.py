"""Whose man somebody is by the article's own word."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Sam Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Moss, Ford"


@pytest.mark.parametrize(
    ("prose", "listed"),
    [
        ("Corley's Sam Hill shot over.", "Ayton"),
        ("Ayton's Sam Hill shot over.", "Ayton"),
        ("Corley's Joe Moss shot over.", None),
        ("Corley's Joe Thrale shot over.", None),
    ],
)
def test_the_line_up_in_which_a_man_stands(record: Record, prose: str, listed: str | None) -> None:
    found = record(f"Ayton beat Corley 3-1. {prose}\nAyton: {HOME}. Goals: Hill 12.\nCorley: {AWAY}.\n")
    [claim] = [claim for claim in found.claims if claim.type == "affiliation"]
    assert (claim.get("ours"), claim.get("listed_club")) == (True, listed)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ayton keeper Sam Hill was pleased.", True),
        ("Ayton's Sam Hill was pleased.", True),
        ("Former Ayton keeper Sam Hill was pleased.", None),
        ("Ayton keeper Sam Hill joined Corley.", None),
        ("Ayton legend Sam Hill was pleased.", None),
        ("Ayton keeper Sam Hill, whom the rain of a long, windy afternoon had not spared at all, smiled when it ended.", True),
        ("When it ended Ayton keeper Sam Hill smiled.", None),
    ],
)
def test_a_man_named_with_his_club_and_no_move(record: Record, text: str, plain: bool | None) -> None:
    found = record(f"It was Ayton, Beeford, Corley and Norland. {text}")
    told = [claim.get("plain") for claim in found.claims if claim.type == "affiliation"]
    assert set(told) == {plain}


def test_two_men_of_one_surname_are_nobody_s(record: Record) -> None:
    text = f"Ayton beat Corley 3-1. Moss of Ayton shot over.\nAyton: {HOME}. Goals: Hill 12.\nCorley: {AWAY}.\n"
    assert [claim.get("ours") for claim in record(text).claims if claim.type == "affiliation"] in ([], [None])


@pytest.mark.parametrize(("more", "ours"), [("", None), (" It was Bastion who won.", True)])
def test_a_heading_s_noun_is_no_man(record: Record, more: str, ours: bool | None) -> None:
    text = f"Ayton beat Corley 3-1.\n\nAyton's Bastion\n\nIt held.\n\nCorley's Bastion\n\nIt fell.{more}\n"
    told = [claim.get("ours") for claim in record(text).claims if claim.type == "affiliation"]
    assert set(told) == {ours}
