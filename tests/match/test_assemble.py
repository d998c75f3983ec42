"""The record of a match: whose side, who is listed, what the reference says, which order."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.assemble import without_claims
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
HOME = "Poole, Stone, Hill, Ray, Dunne, Lund, Beck, Vale, Reyes, Moss, Fenn"
AWAY = "Hurst, Gale, Thorn, Kell, Bright, Holm, Cross, Wood, Field, Brook, Ford"


def claims(found: MatchRecord, kind: str) -> list[Claim]:
    return [claim for claim in found.claims if claim.type == kind]


def sheets(prose: str = "", home: str = "", away: str = "") -> str:
    changed = HOME.replace("Ray", "Ray (Orde 60)")
    return f"Ayton met Corley. {prose}\nAyton: {changed}{home}.\nCorley: {AWAY}{away}.\n"


def listing(found: MatchRecord, kind: str, field: str) -> dict[object, object]:
    return {claim.get(field): claim.get("listed") for claim in claims(found, kind)}


@pytest.mark.parametrize(
    ("home", "listed"),
    [
        (". Goals: Hill 12", {"Hill": True}),
        (". Goals: Thrale 12", {"Thrale": False}),
        (". Goals: Hill 12, Thrale 30", {"Hill": True, "Thrale": False}),
        (". Goals: Gale 12 og", {"Gale": True}),
        (". Goals: Reyez 12", {"Reyez": True}),
        (". Goals: Royez 12", {"Royez": False}),
        (". Subs: Thrale for Beck (70). Goals: Thrale 80", {"Thrale": True}),
    ],
)
def test_a_listed_scorer_stands_in_his_side_s_line_up(record: Record, home: str, listed: dict[str, bool]) -> None:
    found = record(sheets(home=home))
    assert listing(found, "goal", "scorer") == listed


def test_a_man_who_came_on_is_listed(record: Record) -> None:
    found = record(f"Ayton met Corley.\nAyton: {HOME.replace('Ray', 'Ray (Thrale 60)')}. Goals: Thrale 70.\nCorley: {AWAY}.\n")
    assert listing(found, "goal", "scorer") == {"Thrale": True}


@pytest.mark.parametrize(
    ("label", "came_on"),
    [
        ("Subs", {"Thrale": True, "Okoro": False, "Reyez": True}),
        ("Subs not used", {"Thrale": True, "Okoro": True, "Reyez": True}),
    ],
)
def test_who_came_on_is_one_of_those_on_the_bench(record: Record, label: str, came_on: dict[str, bool]) -> None:
    prose = "Hill and Moss shot wide. Then Thrale came on for Beck, Okoro came on for Lund, and Reyez came on for Vale."
    home, away = f"{HOME}. {label}: Thrale, Nash, Reyes-Cole", f"{AWAY}. {label}: Webb, Frey, Dorn"
    found = record(f"Ayton met Corley. {prose}\nAyton: {home}.\nCorley: {away}.\n")
    assert listing(found, "substitution", "on") == came_on


def test_a_scorer_who_acts_alone_is_held_against_the_line_ups_that_have_the_other_scorers(record: Record) -> None:
    prose = "Then Bob Thrale's shot flew wide."
    found = record(sheets(prose, ". Goals: Thrale 12, Hill 30"))
    assert listing(found, "goal", "scorer") == {"Bob Thrale": False, "Hill": True}


def test_with_one_line_up_nobody_is_missing(record: Record) -> None:
    found = record(f"Ayton met Corley.\nAyton: {HOME}. Goals: Thrale 12.\n")
    assert listing(found, "goal", "scorer") == {"Thrale": None}


def test_where_no_line_up_tells_who_came_on_nobody_is_missing(record: Record) -> None:
    found = record(f"Ayton met Corley.\nAyton: {HOME}. Goals: Thrale 12.\nCorley: {AWAY}.\n")
    assert listing(found, "goal", "scorer") == {"Thrale": None}


def test_a_manager_is_not_missing(record: Record) -> None:
    found = record(sheets("Then Ken Boot was booked. Then Adam Dunne's shot flew wide."))
    assert listing(found, "card", "player").get("Ken Boot") is None


def test_neither_a_referee_nor_the_man_of_a_county_nor_a_nickname_is_missing(record: Record) -> None:
    prose = (
        "Then Adam Dunne's shot flew wide. Then referee Bob Thrale blocked it. Then the Cavan man shot wide. "
        "Then the Rocket shot wide. Then the signing from Benbury struck a post. Then Dunny shot wide."
    )
    found = [c for c in claims(record(sheets(prose)), "action") if c.get("listed") is False]
    assert [claim.get("player") for claim in found] == []


def test_an_actor_who_is_missing_is_told_once(record: Record) -> None:
    prose = "Then Adam Dunne's shot flew wide. Then Bob Thrale's header flew wide. Then Thrale's volley flew wide."
    missing = [c for c in claims(record(sheets(prose)), "action") if c.get("listed") is False]
    assert [claim.get("player") for claim in missing] == ["Bob Thrale"]


def test_where_most_actors_are_missing_the_line_ups_are_not_trusted(record: Record) -> None:
    prose = "Then Bob Thrale's shot flew wide. Then Sam Marden's header flew wide. Then Jack Orton's volley flew wide."
    assert {c.get("listed") for c in claims(record(sheets(prose)), "action")} == {None}


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("It was Ayton's Péter Marsh who shot.", "here"),
        ("It was Ayton's Olaf Lindqvist who shot.", "elsewhere"),
        ("It was Ayton's Adam Dunne who shot.", None),
        ("It was Ayton's Lindqvist who shot.", None),
        ("It was former Ayton striker Olaf Lindqvist who shot.", None),
        ("He said: “It was Ayton's Olaf Lindqvist who shot it.”", None),
    ],
)
def test_an_affiliation_is_held_against_the_reference(record: Record, text: str, verdict: str | None) -> None:
    lead = "---\ndate: 2023-11-04\n---\nAyton met Beeford. "
    (claim,) = claims(record(f"{lead}{text}", "story.md"), "affiliation")
    assert claim.get("verdict") == verdict


def test_a_man_of_a_line_up_is_held_against_the_reference(record: Record) -> None:
    text = f"---\ndate: 2023-11-04\n---\nAyton met Corley.\nAyton: {HOME.replace('Hill', 'Olaf Lindqvist')}.\nCorley: {AWAY}.\n"
    (claim,) = claims(record(text, "story.md"), "selection")
    assert (claim.text, claim.get("verdict"), claim.get("club")) == ("Olaf Lindqvist", "elsewhere", "Ayton")


@pytest.mark.parametrize(
    ("text", "minute", "base", "plus"),
    [("Hill 12", "12", 12, 0), ("Hill 90+3", "90+3", 90, 3), ("Hill 118", "118", 118, 0)],
)
def test_minutes_have_a_base_and_stoppage(record: Record, text: str, minute: str, base: int, plus: int) -> None:
    (goal,) = claims(record(sheets(home=f". Goals: {text}")), "goal")
    assert (goal.get("minute"), goal.get("base"), goal.get("plus")) == (minute, base, plus)


@pytest.mark.parametrize(("prose", "extra"), [("It went to extra time.", True), ("It rained.", False)])
def test_extra_time_is_told_by_the_words(record: Record, prose: str, extra: bool) -> None:
    (goal,) = claims(record(sheets(prose, ". Goals: Hill 118")), "goal")
    assert goal.get("extra_time") is extra


def test_a_man_s_listed_goals_know_the_one_before(record: Record) -> None:
    goals = claims(record(sheets(home=". Goals: Hill 55, 12, Ray 3")), "goal")
    assert [goal.get("previous") for goal in goals] == [None, 5500, None]


def test_a_live_text_read_from_its_end_has_no_goal_before_another(record: Record) -> None:
    entries = [f"{at} min GOAL! Ayton {score} Beeford (Hill)." for at, score in ((60, "3-0"), (40, "2-0"), (9, "1-0"))]
    goals = [goal for goal in claims(record("\n\n".join(entries)), "goal") if goal.get("block")]
    assert [goal.get("previous") for goal in goals] == [None, None, None]


def test_an_event_knows_the_club_of_the_man(record: Record) -> None:
    (goal,) = claims(record(sheets("Then Adam Dunne scored.")), "goal")
    assert (goal.get("club"), goal.keys["club"]) == ("Ayton", "ayton")


def test_what_travels_between_processes_are_the_claims_that_pair(record: Record) -> None:
    found = record("Ayton drew 1-1 with Corley. Adam Dunne scored. It was hot, and Sam Ray's shot flew wide.")
    light = without_claims(found)
    assert {claim.type for claim in light.claims} == {"score", "goal"}
    assert {light.claims[number].type: event for number, event in light.events.items()} == {
        found.claims[number].type: event for number, event in found.events.items()
    }


@pytest.mark.parametrize(
    ("prose", "staff"),
    [
        ("The Ayton manager Adam Dunne was pleased. Then Dunne scored for Ayton.", True),
        ("The Ayton player-manager Adam Dunne was pleased. Then Dunne scored for Ayton.", False),
        ("The Ayton captain Adam Dunne was pleased. Then Dunne scored for Ayton.", False),
        ("The Ayton manager Adam Dunne was pleased. It is Dunne's goal.", None),
        ("The Ayton manager Adam Dunne was pleased. Last season Dunne scored for Ayton.", None),
    ],
    ids=["a manager", "who plays", "a captain", "his aim", "another match"],
)
def test_who_manages_a_side_scores_no_goal(record: Record, prose: str, staff: bool | None) -> None:
    found = record(f"It was Ayton who had a 2-1 win over Corley. {prose}")
    assert [claim.get("staff") for claim in found.claims if claim.type == "goal"][-1] is staff


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("Ayton won on penalties. Adam Dunne scored with seven minutes left.", "83"),
        ("Ayton won after extra time. Sam Ray scored in the 113th minute. Adam Dunne scored with seven minutes left.", None),
    ],
)
def test_what_is_left_is_of_90_minutes_or_of_120(record: Record, text: str, minute: str | None) -> None:
    found = record(text)
    [goal] = [claim for claim in found.claims if claim.type == "goal" and claim.get("scorer") == "Adam Dunne"]
    assert goal.get("minute") == minute
