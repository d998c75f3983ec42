"""Whose match an article reports, and for which side its people play."""

from collections.abc import Callable

import pytest

from checker.article import Span
from checker.claims.model import Claim
from checker.match.record import MatchRecord
from checker.match.sides import match_clubs, score_clubs, sheet_clubs, sides
from checker.pipeline.reading import Reading
from checker.reference.store import Reference

Record = Callable[..., MatchRecord]
Sides = Callable[[str], dict[str, str]]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


@pytest.mark.parametrize(
    ("text", "clubs"),
    [
        (f"It rained.\nAyton: {HOME}\nCorley: {AWAY}\n", ("ayton", "corley")),
        (f"It rained.\nFenwick: {HOME}\nHarlow: {AWAY}\n", ("fenwick", "harlow")),
        ("Corley 2-1 Ayton\nIt rained.", ("corley", "ayton")),
        ("It was Ayton who had a 2-1 win over Corley. Beeford were not there.", ("ayton", "corley")),
        ("Ayton met Corley. Then Ayton won, and Corley lost.", ("ayton", "corley")),
        ("Ayton met Corley.", ("ayton", "corley")),
        (
            "Ayton rested for Beeford in a 4-0 win over Corley. Ayton sang, Ayton danced and Ayton drank. Beeford, Corley.",
            ("ayton", "corley"),
        ),
        (
            "Ayton dented the hopes of Corley with a 2-1 victory. Ayton sang. Corley wept. Beeford are next, then Denby. "
            "Beeford play Denby too.",
            ("ayton", "corley"),
        ),
        ("Ayton had a 2-0 win over 10-man Corley. Beeford lost. Beeford, Denby, Beeford.", ("ayton", "corley")),
        ("Ayton beat Corley 2-1. Beeford met Norland." + " Beeford led Norland." * 4, ("beeford", "nat-norland")),
    ],
)
def test_an_article_reports_the_match_of_two_clubs(record: Record, text: str, clubs: tuple[str, str]) -> None:
    found = record(text).clubs
    assert found is not None
    assert set(found) == set(clubs)


def test_the_front_matter_may_name_the_match(record: Record) -> None:
    text = "---\nmatch: Corley v Ayton\n---\nBeeford, Ayton, Corley and Norland were all named. Beeford, Norland."
    assert record(text, "story.md").clubs == ("corley", "ayton")


@pytest.mark.parametrize(
    "text",
    [
        "It rained.",
        "It was Ayton who won.",
        "Ayton 2-1 Corley\nBeeford 1-1 Sunderby\nNorland 3-0 Fenwick\nIt rained.",
        "Ayton, Corley and Beeford met. So Ayton, Corley and Beeford won.",
        "It was Ayton who met. Ayton again. It rained. It rained. It rained. It rained. Corley left. Corley won. Beeford left.",
    ],
    ids=["none", "one", "round-up", "three", "late"],
)
def test_in_doubt_there_is_no_match(record: Record, text: str) -> None:
    assert record(text).clubs is None


@pytest.fixture(scope="module")
def of(read: Callable[..., Reading], moorland: Reference) -> Sides:
    """The club of each man of a text, by their keys."""

    def tell(text: str) -> dict[str, str]:
        reading = read(text)
        return sides(reading, match_clubs(reading), moorland, None)

    return tell


def test_the_line_ups_tell_who_plays_where(of: Sides) -> None:
    found = of(f"It was Adam Dunne.\nAyton: {HOME}\nCorley: {AWAY}\n")
    assert (found["adam dunne"], found["gale"]) == ("ayton", "corley")


def test_a_name_of_both_line_ups_is_of_no_side_and_its_goals_are_of_their_list_s(of: Sides, record: Record) -> None:
    text = f"It rained.\nAyton: {HOME}.\nCorley: {AWAY.replace('Holm', 'Hill')}. Goals: Hill 12.\n"
    assert "hill" not in of(text)
    [goal] = [claim for claim in record(text).claims if claim.type == "goal"]
    assert goal.get("club") == "Corley"


def test_the_article_s_own_words_tell_who_plays_where(of: Sides) -> None:
    found = of("Ayton met Corley. It was Corley striker Adam Dunne who scored.")
    assert found["adam dunne"] == "corley"


def test_the_reference_tells_who_plays_where(of: Sides) -> None:
    found = of("Ayton met Beeford. It was Olaf Lindqvist and Péter Marsh who scored.")
    assert (found["olaf lindqvist"], found["peter marsh"]) == ("beeford", "ayton")


def test_a_man_whose_club_is_in_doubt_has_none(of: Sides) -> None:
    assert "okoro" not in of("Beeford met Corley. It was Okoro who scored.")


@pytest.mark.parametrize(
    ("text", "known", "keys"),
    [
        ("Ayton 2-1 Corley\n", {}, ["ayton", "corley"]),
        ("Corley 2-1 Ayton\n", {}, ["corley", "ayton"]),
        ("Ayton met Corley.\n", {}, ["", ""]),
        ("Ayton 2-1 Corley\n", {"hill": "corley", "gale": "ayton"}, ["corley", "ayton"]),
        ("Ayton met Corley.\n", {"hill": "ayton"}, ["ayton", "corley"]),
        ("Ayton met Corley.\n", {"gale": "ayton"}, ["", ""]),
        ("Ayton met Corley.\n", {"hill": "ayton", "ray": "corley"}, ["", ""]),
        ("Ayton 2-1 Corley\n", {"hill": "ayton", "gale": "ayton", "ford": "ayton"}, ["", ""]),
    ],
    ids=["result", "result turned", "no result", "men turned", "men", "one away man", "level votes", "both one side"],
)
def test_line_ups_without_labels_go_by_their_men_or_the_order_of_the_result(
    read: Callable[..., Reading], text: str, known: dict[str, str], keys: list[str]
) -> None:
    reading = read(f"{text}It was Ayton who met Corley.\n\n{HOME}.\n\n{AWAY}.\n")
    assert [len(sheet.starters) for sheet in reading.blocks.sheets] == [11, 11]
    assert sheet_clubs(reading, match_clubs(reading), known) == keys


def test_a_label_decides_whatever_is_known_of_the_men(read: Callable[..., Reading]) -> None:
    reading = read(f"Corley 2-1 Ayton\n\nAyton: {HOME}.\nCorley: {AWAY}.\n")
    assert sheet_clubs(reading, match_clubs(reading), {"hill": "corley"}) == ["ayton", "corley"]


@pytest.mark.parametrize(
    ("keys", "clubs"),
    [
        ({"club": "ayton", "opponent": "corley"}, {"ayton", "corley"}),
        ({"opponent": "corley"}, {"corley"}),
        ({}, set()),
    ],
)
def test_a_score_names_up_to_two_clubs(keys: dict[str, str], clubs: set[str]) -> None:
    assert score_clubs(Claim("score", Span(0, 1), "x", {}, keys=keys)) == clubs
