"""The benchmark's own look at copy."""

import pytest
from injections.copy import Copy, finals

LABELLED = (
    "Ashby 2-1 Marlow\n\nAshby beat Marlow 2-1 on Saturday.\n\n"
    "Ashby (4-4-2): Orme 6; Pask 6, Quill 5, Rudd 6.5, Sayer 6; Tapp 7 (Vane 61, 6), Udall 6, Wray 6, Yarr 6; Zell 8, Abel 6. "
    "Subs not used: Bold, Crane. Goals: Zell 12, 80 pen. Booked: Rudd.\n"
    "Marlow (4-4-2): Dale 6; Elgar 6, Foss 6, Gale 6, Hurd 5; Ince 6, Jago 6 (Noble, 75), Kemp 6, Lisle 7; Mott 6, Nash 6. "
    "Goals: Kemp 33. Sent off: Hurd.\n"
)
LOST_LABELS = (
    "Marlow won at Ashby.\n\n"
    "Orme, Pask, Quill, Rudd, Sayer, Tapp (Vane 61), Udall, Wray, Yarr, Zell, Abel.\n\nRudd.\n\nZell 12.\n\n"
    "Dale, Elgar, Foss, Gale, Hurd, Ince, Jago, Kemp, Lisle, Mott, Nash.\n\nKemp 33, Orme 70 og.\n\n4,512.\n"
)


def test_sides_of_a_labelled_block() -> None:
    home, away = Copy("a", LABELLED).sides
    assert (home.club.name, away.club.name) == ("Ashby", "Marlow")
    assert len(home.starters) == len(away.starters) == 11
    assert [(change.on.name, change.minute) for change in (*home.changes, *away.changes)] == [("Vane", 61), ("Noble", 75)]
    assert [(goal.scorer.name, goal.minute) for goal in home.goals] == [("Zell", 12), ("Zell", 80)]
    assert [man.name for man in home.booked] == ["Rudd"]
    assert [man.name for man in away.sent_off] == ["Hurd"]


def test_sides_of_a_markdown_block() -> None:
    text = LABELLED.replace("Ashby (4-4-2):", "**Ashby (4-4-2):**").replace("Marlow (4-4-2):", "**Marlow:**")
    assert [side.club.name for side in Copy("a", text).sides] == ["Ashby", "Marlow"]


def test_a_side_is_not_called_its_eleven() -> None:
    text = LABELLED.replace("Ashby (4-4-2):", "ASHBY UNITED XI:").replace("Marlow (4-4-2):", "Marlow XI (4-4-2):")
    assert [side.club.name for side in Copy("a", text).sides] == ["ASHBY UNITED", "Marlow"]


def test_sides_of_a_block_without_labels() -> None:
    home, away = Copy("a", LOST_LABELS).sides
    assert [goal.minute for goal in home.goals] == [12]
    assert [(goal.scorer.name, goal.own_goal) for goal in away.goals] == [("Kemp", False), ("Orme", True)]


def test_a_lone_line_up_is_no_match_block() -> None:
    assert Copy("a", LABELLED.partition("Marlow (")[0]).sides == ()


def test_prose_leaves_out_the_block_and_quotations() -> None:
    copy = Copy("a", f'Ashby won. "We lost 3-0 last year," he said.\n{LABELLED}')
    prose = [copy.of(place) for place in copy.prose]
    assert "Ashby won." in prose
    assert not any("We lost" in sentence or "Orme" in sentence for sentence in prose)


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Ashby beat Marlow 2-1 on Saturday.", ["2-1"]),
        ("It was a 2-2 draw at Marlow.", ["2-2"]),
        ("A 3-0 home win took Ashby up.", ["3-0"]),
        ("Ashby won the first leg 3-0.", []),
        ("They play 4-4-2 and win.", []),
        ("Ashby led 2-0 at half-time.", []),
        ("Ashby beat Marlow 2-1. They had lost 3-0 to Orme.", ["2-1"]),
        ("Ashby beat Marlow 2-1. Marlow, beaten 2-1 here, go home.", ["2-1", "2-1"]),
    ],
)
def test_finals(text: str, scores: list[str]) -> None:
    copy = Copy("a", text)
    assert [copy.of(score.place) for score in finals(copy)] == scores


def test_finals_that_the_lists_contradict_are_another_match() -> None:
    assert finals(Copy("a", LABELLED.replace("2-1", "4-1"))) == []
