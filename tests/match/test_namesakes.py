"""Namesakes: a full name that is likely another's, and the namesakes that are none."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
TWICE = "Adam Hansson shot. Adam Hansson scored."
SLIP = f"{TWICE} Then Bob Thrale shot. It rained. It was Bob Hansson who headed wide."


def slips(found: MatchRecord) -> list[tuple[str, object, object]]:
    """The names that are likely another's, each with the right one and how often that stands."""
    return [(c.text, c.get("right"), c.get("seen_right")) for c in found.claims if c.type == "namesake"]


def test_a_first_name_of_another_man_is_a_slip(record: Record) -> None:
    assert slips(record(SLIP)) == [("Bob Hansson", "Adam Hansson", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "It was Karl De Moor. Then De Moor shot. Then Bob Thrale shot. It rained. It was Bob De Moor who headed wide.",
        f"{TWICE} Then Bob Thrale shot. It rained. It was Son's pass and Bob Hansson headed wide.",
    ],
    ids=["a particle", "a man called Son"],
)
def test_neither_a_particle_nor_a_man_called_son_hides_a_slip(record: Record, text: str) -> None:
    assert len(slips(record(text))) == 1


def test_a_first_name_that_is_a_particle_elsewhere_is_a_first_name(record: Record) -> None:
    text = f"{TWICE} Then Ben Thrale shot. It rained. It was Ben Hansson who headed wide."
    assert slips(record(text)) == [("Ben Hansson", "Adam Hansson", 2)]


@pytest.mark.parametrize(("form", "found"), [("Ad", 1), ("Adma", 1), ("Cal", 0)], ids=["short", "misspelt", "another man's"])
def test_two_forms_of_one_first_name_are_one_man(record: Record, form: str, found: int) -> None:
    text = f"{TWICE} It rained. {form} Hansson sang. Then Bob Thrale shot. It rained. It was Bob Hansson who headed wide."
    assert len(slips(record(text))) == found


def test_a_slip_knows_where_the_right_name_stands(record: Record) -> None:
    found = record(SLIP)
    (claim,) = (c for c in found.claims if c.type == "namesake")
    assert claim.place("right").of(SLIP) == "Adam Hansson"


@pytest.mark.parametrize(
    "text",
    [
        f"Ayton Striker Hansson Leaves. {TWICE} Then Striker Thrale shot. It rained. It was Striker Hansson who headed wide.",
        "The Adam Trophy was his. So was the Adam Trophy. Then Bob Thrale shot. It rained. He took the Bob Trophy too.",
        "Adam Hansson shot. Then Bob Thrale shot. It rained. It was Bob Hansson who headed wide.",
        "Adam Hansson shot. It rained. Adam Hansson scored. It was Bob Hansson who headed wide.",
        f"{TWICE} Then Bob Thrale shot. It rained. Then Bob Hansson shot. It rained. Bob Hansson scored.",
        "Adam Hansson and Bob Hansson shot. Then Bob Thrale shot.",
        f"{TWICE} Then Bob Thrale shot. It rained. It was his brother Bob Hansson who headed wide.",
        f"{TWICE} Then Ad Thrale shot. It rained. It was Ad Hansson who headed wide.",
        f"{TWICE} Cal Hansson shot. Then Bob Thrale shot. It rained. It was Bob Hansson who headed wide.",
        "It was Gary Dunne who shot. Then Phil Moss shot. It rained. It was Phil Neve who shot. Gary Neve shot. It rained.",
    ],
    ids=[
        "a role", "a prize", "each once", "no other of that name", "named twice", "one sentence", "brothers", "a short form",
        "three", "known",
    ],
)
def test_true_namesakes_are_left_alone(record: Record, text: str) -> None:
    assert slips(record(text)) == []


FULL = (
    "Ayton: Sam Poole, Tom Stone, Jon Hill, Max Ray, Adam Dunne, Per Lund, Ian Beck, Leo Vale, Ed Reyes, Ken Moss, Al Fenn",
    "Corley: Abe Hurst, Jim Gale, Roy Thorn, Lee Kell, Dan Bright, Ole Holm, Ted Cross, Al Wood, Al Field, Bob Brook, Al Ford",
)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Then Karl Moss shot.", [("Karl Moss", "Ken Moss", 1)]),
        ("Then Ken Moss shot.", []),
        ("Then Kenneth Moss shot.", []),
        ("Then his brother Karl Moss shot.", []),
        ("It was Karl Moss, the coach, who left.", []),
    ],
)
def test_a_man_who_acts_has_the_first_name_of_the_line_up(
    record: Record, prose: str, expected: list[tuple[str, object, object]]
) -> None:
    assert slips(record(f"Ayton met Corley. {prose} It rained.\n\n{FULL[0]}.\n{FULL[1]}.\n")) == expected


SUMMARY = "SCORING SUMMARY\nAYT: Ken Moss 21'\nAYT: Tom Stone (Ken Moss) 55'\n"


@pytest.mark.parametrize(
    ("right", "wrong", "found"),
    [
        ("(Ken Moss)", "(Max Moss)", [("Max Moss", "Ken Moss")]),
        ("Tom Stone (", "Sam Stone (", [("Sam Stone", "Tom Stone")]),
        ("Lee Kell,", "Lee Moss,", []),
    ],
    ids=["who set a goal up", "who scored", "a namesake of the line-ups"],
)
def test_a_summary_of_the_goals_names_the_men_of_the_line_ups(
    record: Record, right: str, wrong: str, found: list[tuple[str, str]]
) -> None:
    prose = "Ayton beat Corley 2-0. Then Ken Moss shot. It rained. Tom Stone smiled. It rained. Tom Stone sang."
    text = f"{prose}\n\n{SUMMARY}\nLINEUPS\n{FULL[0]}.\n{FULL[1]}.\n".replace(right, wrong)
    assert [(name, told) for name, told, _ in slips(record(text))] == found


def test_line_ups_of_surnames_tell_no_first_names(record: Record) -> None:
    rows = [" ".join(word for word in row.split() if word.endswith((",", ":")) or word in ("Fenn", "Ford")) for row in FULL]
    assert slips(record(f"Ayton met Corley. Then Karl Moss shot. It rained.\n\n{rows[0]}.\n{rows[1]}.\n")) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ayton coach Adam Hansson sang. Adam Hansson wept. Then Bob Thrale shot. It rained. It was Bob Hansson who shot wide.",
        "Adam Hansson (junior) shot. Adam Hansson scored. Then Bob Thrale shot. It rained. It was Bob Hansson who smiled.",
    ],
    ids=["a coach", "a son"],
)
def test_a_coach_and_a_player_of_one_surname_are_two_men_and_so_are_father_and_son(record: Record, text: str) -> None:
    assert not slips(record(text))


@pytest.mark.parametrize(
    "text",
    [
        f"{TWICE} Then Bob Thrale shot. It rained. Manager Bob Hansson smiled.",
        f"{TWICE} Then Bob Thrale shot. It rained. Bob Hansson's men smiled.",
        f"{TWICE} Then Bob Thrale shot. It rained. It was Bob Hansson's first match as interim manager.",
        "The FC Nasaf side won. FC Nasaf shot. Then Al Thrale shot. It rained. It was Al Nasaf who headed wide.",
    ],
    ids=["his side's manager", "whose men they are", "what he is now", "a club"],
)
def test_a_manager_or_a_club_is_no_mans_slip(record: Record, text: str) -> None:
    assert slips(record(text)) == []
