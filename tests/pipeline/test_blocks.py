"""Blocks: line-ups, goals, bookings, substitutions and results, in the layouts that papers use. All names are invented."""

import re
from collections.abc import Callable, Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Span
from checker.pack import Pack
from checker.pipeline.block_parts import Blocks, Change, Entry, Section, TeamSheet
from checker.pipeline.block_patterns import at_lines
from checker.pipeline.blocks import BlockReader

Read = Callable[[str], Blocks]
NAMES = ["Poole", "Stone", "Hill", "Marsh", "Ray", "Dunne", "Okoro", "Lund", "Beck", "Vale", "Reyes"]
ROW = ", ".join(NAMES)


@pytest.fixture(scope="module")
def blocks(pack: Pack) -> Read:
    """The blocks of a text."""
    return BlockReader(pack.words).read


def names(text: str, entries: Iterable[Entry]) -> list[str]:
    return [entry.name.of(text) for entry in entries]


def minutes(text: str, entries: Iterable[Entry]) -> list[tuple[str, list[str], list[str]]]:
    """Each entry as its name, its minutes and their marks."""
    return [(e.name.of(text), [minute for minute, _ in e.minutes], list(e.marks)) for e in entries]


def changes(text: str, found: Iterable[Change]) -> list[tuple[str, str, str]]:
    """Each change as who came on, who went off, and when."""
    return [(c.on.of(text), c.off.of(text) if c.off else "", c.minute) for c in found]


def sheet(blocks: Read, text: str) -> TeamSheet:
    (found,) = blocks(text).sheets
    return found


# the eleven


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        ROW + ".",
        ", ".join(f"{name} 6" for name in NAMES),
        ", ".join(f"{name} 6.5" for name in NAMES),
        ", ".join(f"{name} - 7" for name in NAMES),
        ", ".join(f"{name} (7)" for name in NAMES),
        ", ".join(f"{name}-7" for name in NAMES),
        ROW.replace("Ray, ", "Ray;\n\n"),
        "Poole; Stone, Hill, Marsh, Ray; Dunne, Okoro, Lund; Beck, Vale; Reyes",
        "Poole; Stone, Hill; Marsh, Ray; Dunne, Okoro, Lund; Beck, Vale and Reyes".replace(" and", ", and"),
        ROW.replace("Hill", "Hill (c)").replace("Poole", "Poole (GK)"),
        ROW.replace("Okoro", "Okoro*"),
        ROW.replace("Hill,", "Hill (Pym 80)").replace("Lund,", "Lund 6 (Rudd 90+2)"),
    ],
)
def test_a_long_row_of_names_behind_a_club_is_a_line_up(blocks: Read, row: str) -> None:
    text = f"Ayton: {row}\nIt rained."
    found = sheet(blocks, text)
    assert found.label is not None
    assert found.label.of(text) == "Ayton"
    assert names(text, found.starters) == NAMES


@pytest.mark.parametrize("number", ["{} ", "{}. ", "{}-", "#{} ", "{}) "])
def test_squad_numbers_stand_before_the_names(blocks: Read, number: str) -> None:
    row = ", ".join(number.format(3 * at + 1) + name for at, name in enumerate(NAMES))
    text = f"Ayton (4-4-2): {row.replace('Vale', 'Vale (14 Pym, 70)')}. Not used: 12 Quist, 30 Rudd.\nIt rained."
    found = sheet(blocks, text)
    assert names(text, found.starters) == NAMES
    assert changes(text, found.changes) == [("Pym", "Vale", "70")]
    assert names(text, found.unused) == ["Quist", "Rudd"]


def counted(names: Iterable[str], joint: str = ", ") -> str:
    return joint.join(f"{number} {name}" for number, name in enumerate(names, start=1))


@pytest.mark.parametrize("row", [counted(NAMES), counted(NAMES[:10], "; "), counted([*NAMES, "Pym", "Rudd"], "; ")])
def test_a_ranking_is_no_line_up(blocks: Read, row: str) -> None:
    assert not blocks(f"Result: {row}\nIt rained.").sheets


def test_numbers_from_one_to_eleven_are_a_line_up_that_says_more(blocks: Read) -> None:
    assert len(sheet(blocks, f"Ayton: {counted(NAMES, '; ')}\nIt rained.").starters) == 11
    assert len(sheet(blocks, f"Ayton 4-4-2: {counted(NAMES)}\nIt rained.").starters) == 11


def test_a_dash_heads_numbered_men(blocks: Read) -> None:
    text = f"Ayton - {counted(NAMES, '; ')}\nIt rained."
    label = sheet(blocks, text).label
    assert label is not None
    assert label.of(text) == "Ayton"
    assert not blocks(f"He went through Ayton - {ROW}\nIt rained.").sheets


def test_a_table_is_no_line_up(blocks: Read) -> None:
    assert not blocks("Points: Ayton 28, Beeford 24, Corley 22, Denby 21, Eaton 16, Farley 13, Gorton 3, Hadley 0.\n").sheets


def test_results_in_a_row_are_no_numbered_line_up(blocks: Read) -> None:
    results = "; ".join(f"{home} 0 - 2 {away}" for home, away in pairwise(NAMES))
    assert not blocks(f"Results: {results}\nIt rained.").sheets


@pytest.mark.parametrize(
    "bracket", ["(Pym 70)", "(70 Pym)", "(70' Pym)", "(70 min Pym)", "(14 Pym 70)", "(14 - Pym 70th)", "(for 14 Pym, 70)"]
)
def test_a_bracket_tells_who_came_on_and_when(blocks: Read, bracket: str) -> None:
    text = f"Ayton: {ROW.replace('Vale', f'Vale {bracket}')}\nIt rained."
    assert changes(text, sheet(blocks, text).changes) == [("Pym", "Vale", "70")]


def test_a_club_may_end_with_the_letters_of_a_label(blocks: Read) -> None:
    text = f"Utrecht: {ROW}\nIt rained."
    assert names(text, sheet(blocks, text).starters) == NAMES


@pytest.mark.parametrize(
    "name",
    [
        "Van der Berg", "van der Berg", "O'Brien", "O’Brien", "De Souza", "Saint-Just", "Łukaszewski", "A. Poole",
        "João Félix", "'t Hart",
    ],
)
def test_names_of_all_kinds_stand_in_a_line_up(blocks: Read, name: str) -> None:
    text = f"Ayton: {ROW.replace('Hill', name)}"
    assert names(text, sheet(blocks, text).starters)[2] == name


@pytest.mark.parametrize(
    ("heading", "label", "formation"),
    [
        ("Ayton: ", "Ayton", None),
        ("Ayton (4-4-2): ", "Ayton", "4-4-2"),
        ("Ayton Town (3-4-2-1): ", "Ayton Town", "3-4-2-1"),
        ("Ayton 4-2-3-1 ", "Ayton", "4-2-3-1"),
        ("Ayton (4-4-1-1) ", "Ayton", "4-4-1-1"),
        ("AYTON (4-4-2): ", "AYTON", "4-4-2"),
        ("Ayton (4–4–2): ", "Ayton", "4–4–2"),
        ("Ayton: (4-4-1-1) ", "Ayton", "4-4-1-1"),
        ("FC Ayton: ", "FC Ayton", None),
        ("Ayton & Beeford (4-4-2): ", "Ayton & Beeford", "4-4-2"),
        ("AYTON – ", "AYTON", None),
        ("Ayton (4-4-2)\n", "Ayton", "4-4-2"),
        ("Ayton:\n", "Ayton", None),
        ("It rained.\nAyton (4-1-4-1, diamond): ", "Ayton", "4-1-4-1"),
    ],
)
def test_the_club_and_the_formation_head_the_row(blocks: Read, heading: str, label: str, formation: str | None) -> None:
    text = heading + ROW
    found = sheet(blocks, text)
    assert found.label is not None
    assert found.label.of(text) == label
    assert (found.formation.of(text) if found.formation else None) == formation


@pytest.mark.parametrize(
    "text",
    [
        "Probable teams\nAyton (4-4-2, probable): " + ROW,
        "Ayton (possible): " + ROW,
        "Ayton (from): " + ROW,
        "The scorers were " + ROW,
        "Ayton: " + ", ".join(NAMES[:5]),
        "Results: " + "; ".join(f"{one} 2, {other} 1" for one, other in zip(NAMES[::2], NAMES[1::2], strict=False)) + ".",
        "Ayton: " + ", ".join([*NAMES, *(f"{name}son" for name in NAMES)]),
        "Scoring: " + ROW,
        "Booked: " + ROW,
        "Strongest team vs Ayton: " + ROW,
    ],
    ids=["forecast", "possible", "from", "prose", "short", "results", "squad", "goals", "cards", "opponent"],
)
def test_other_rows_are_no_line_up(blocks: Read, text: str) -> None:
    assert blocks(text).sheets == ()


@pytest.mark.parametrize(
    ("heading", "label", "formation"),
    [
        ("Ayton predicted lineup vs Denby Town (4-2-3-1):", "Ayton", "4-2-3-1"),
        ("Ayton predicted lineup vs Denby Town: (4-3-3):", "Ayton", "4-3-3"),
        ("Ayton’s expected XI:", "Ayton", None),
        ("Predicted Ayton XI (4-4-2):", "Ayton", "4-4-2"),
        ("Predicted Ayton XI (4-4-2):\n", "Ayton", "4-4-2"),
        ("AYTON TEAM LINEUP (predicted):", "AYTON", None),
        ("Possible team vs Denby Town:", None, None),
        ("Possible XI:", None, None),
    ],
)
def test_an_expected_eleven_is_a_forecast(blocks: Read, heading: str, label: str | None, formation: str | None) -> None:
    text = f"{heading} {ROW}"
    found = blocks(text)
    (expected,) = found.forecasts
    assert found.sheets == ()
    assert names(text, expected.starters) == NAMES
    assert (expected.label and expected.label.of(text)) == label
    assert (expected.formation and expected.formation.of(text)) == formation


@pytest.mark.parametrize(
    ("line", "on"),
    [("Subs: Pym (6), Rudd (n/a).", ["Pym", "Rudd"]), ("Subs used: Pym (6), Rudd.", []), ("Subs: Pym, Rudd.", [])],
)
def test_substitutes_with_marks_came_on(blocks: Read, line: str, on: list[str]) -> None:
    text = f"Ayton: {', '.join(f'{name} (7)' for name in NAMES)}.\n{line}"
    found = sheet(blocks, text)
    assert [change.on.of(text) for change in found.changes] == on
    assert found.unused == ()


def test_eleven_numbered_one_to_eleven_before_their_substitutes_are_a_line_up(blocks: Read) -> None:
    row = ", ".join(f"{number} {name}" for number, name in enumerate(NAMES[:11], 1))
    assert len(sheet(blocks, f"It rained.\nAYTON: {row}. Subs: 12 Moss (for {NAMES[3]}, 60).").starters) == 11


def test_the_first_of_twelve_in_a_row_of_semicolons_is_the_side(blocks: Read) -> None:
    text = f"It rained.\nAyton; {'; '.join(NAMES)}.\nIt rained."
    found = sheet(blocks, text)
    assert found.label is not None
    assert found.label.of(text) == "Ayton"
    assert names(text, found.starters) == NAMES


@pytest.mark.parametrize(("result", "label"), [("Ayton Town 2-1 Beeford", "Ayton Town"), ("Denby 2-1 Beeford", None)])
def test_a_side_of_the_result_may_head_its_row_without_a_mark(blocks: Read, result: str, label: str | None) -> None:
    text = f"{result}\n\nIt rained.\n\nAyton Town {ROW}.\n"
    found = sheet(blocks, text)
    assert (found.label.of(text) if found.label else None) == label
    assert names(text, found.starters)[0] == (ROW.split(",")[0] if label else f"Ayton Town {ROW.split(',')[0]}")


def test_two_blanks_may_part_the_names_of_a_row(blocks: Read) -> None:
    row = ";\u00a0 ".join(NAMES)
    text = f"It rained.\nAyton: {row}\nSubs not used: Moss,\u00a0 Fenn\n"
    found = sheet(blocks, text)
    assert (names(text, found.starters), names(text, found.unused)) == (NAMES, ["Moss", "Fenn"])


def test_the_last_of_a_row_may_stand_behind_and(blocks: Read) -> None:
    text = f"It rained.\nAyton: {', '.join(NAMES[:-1])} and {NAMES[-1]}.\n"
    assert names(text, sheet(blocks, text).starters) == NAMES
    prose = f"With {', '.join(NAMES[:-1])} and {NAMES[-1]} absent it was hard.\n"
    assert len(sheet(blocks, prose).starters) == 10  # a row of prose, which is no eleven


def test_a_list_of_both_sides_may_give_their_abbreviations(blocks: Read) -> None:
    text = "It rained.\nCautions: AYT — Hill 65; COR — Moss 90.\n"
    found = [(s.team.of(text) if s.team else "", names(text, s.entries)) for s in blocks(text).sections]
    assert found == [("AYT", ["Hill"]), ("COR", ["Moss"])]


def test_line_ups_may_follow_their_clubs_and_a_dash_in_one_paragraph(blocks: Read) -> None:
    other = ROW.replace("Hill", "Moss")
    text = f"It rained.\nLineups: Ayton — {ROW}. Beeford — {other}.\n"
    assert [found.label.of(text) for found in blocks(text).sheets if found.label] == ["Ayton", "Beeford"]


def test_each_side_has_its_own(blocks: Read) -> None:
    text = f"Ayton: {ROW}\nBooked: Hill.\nBeeford: {ROW.replace('Hill', 'Moss')}\nBooked: Moss.\n"
    first, second = blocks(text).sheets
    assert names(text, first.booked) == ["Hill"]
    assert names(text, second.booked) == ["Moss"]


# substitutions


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Hill (Moss 66)", [("Moss", "Hill", "66")]),
        ("Hill (Moss, 90)", [("Moss", "Hill", "90")]),
        ("Hill (Moss 66, 6)", [("Moss", "Hill", "66")]),
        ("Hill 6.5 (Moss 66, 6)", [("Moss", "Hill", "66")]),
        ("Hill 6 (Moss 90+2)", [("Moss", "Hill", "90+2")]),
        ("Hill (Moss 66')", [("Moss", "Hill", "66")]),
        ("Hill (Moss, 66 mins)", [("Moss", "Hill", "66")]),
        ("Hill (Moss h-t)", [("Moss", "Hill", "h-t")]),
        ("Hill (46. Moss)", [("Moss", "Hill", "46")]),
        ("Hill [Moss 66]", [("Moss", "Hill", "66")]),
        ("Hill (Van der Berg 66)", [("Van der Berg", "Hill", "66")]),
        ("Hill (Moss 11), Moss (Fenn 79)", [("Moss", "Hill", "11"), ("Fenn", "Moss", "79")]),
        ("Hill (Moss 11 (Fenn 79))", [("Moss", "Hill", "11"), ("Fenn", "Moss", "79")]),
        ("Hill-6 (66 Moss-6)", [("Moss", "Hill", "66")]),
        ("Hill (c)", []),
    ],
)
def test_a_bracket_in_the_row_is_a_substitution(blocks: Read, entry: str, expected: list[tuple[str, str, str]]) -> None:
    text = f"Ayton: {ROW.replace('Hill', entry)}"
    assert changes(text, sheet(blocks, text).changes) == expected


@pytest.mark.parametrize(
    ("section", "expected", "unused"),
    [
        ("Subs: Moss (Hill 60), Fenn (Ray, 72), Gale", [("Moss", "Hill", "60"), ("Fenn", "Ray", "72")], ["Gale"]),
        ("Substitutes: Moss (for Hill 60), Gale.", [("Moss", "Hill", "60")], ["Gale"]),
        ("Substitutions: Moss for Hill 60, Fenn for Ray 72.", [("Moss", "Hill", "60"), ("Fenn", "Ray", "72")], []),
        ("Subs: Moss for Hill 60, Fenn for Ray (72).", [("Moss", "Hill", "60"), ("Fenn", "Ray", "72")], []),
        ("Substitutes used: Moss for Hill 60.", [("Moss", "Hill", "60")], []),
        ("Substitution: Moss for Hill (60).", [("Moss", "Hill", "60")], []),
    ],
)
def test_a_list_of_substitutes_tells_who_came_on(
    blocks: Read, section: str, expected: list[tuple[str, str, str]], unused: list[str]
) -> None:
    text = f"Ayton: {ROW}\n{section}\n"
    found = sheet(blocks, text)
    assert changes(text, found.changes) == expected
    assert names(text, found.unused) == unused


# sections


@pytest.mark.parametrize("label", ["Subs not used:", "Subs Not Used:", "Unused subs:", "Not used –"])
def test_unused_substitutes(blocks: Read, label: str) -> None:
    text = f"Ayton: {ROW}.\n{label} Moss, Fenn, Gale.\n"
    assert names(text, sheet(blocks, text).unused) == ["Moss", "Fenn", "Gale"]


def test_nine_unused_substitutes_are_no_eleven(blocks: Read) -> None:
    text = f"Ayton: {ROW}\nSubs not used: {', '.join(f'{name}son' for name in NAMES[:9])}\n"
    assert len(sheet(blocks, text).unused) == 9


@pytest.mark.parametrize(
    ("label", "field"),
    [("Booked:", "booked"), ("Bookings:", "booked"), ("Yellow cards:", "booked"), ("Sent off:", "sent_off")],
)
def test_cards(blocks: Read, label: str, field: str) -> None:
    text = f"Ayton: {ROW}. {label} Hill, Ray 55, Beck (80).\n"
    entries = getattr(sheet(blocks, text), field)
    assert [(name, found) for name, found, _ in minutes(text, entries)] == [
        ("Hill", []),
        ("Ray", ["55"]),
        ("Beck", ["80"]),
    ]


def test_labels_may_lose_their_colon(blocks: Read) -> None:
    lists = "Substitutes not used Cole, Finch. Booked Hill, Ray. Goals 1-0 Hill 12, 2-0 Ray (pen) 55.\nReferee S Beck"
    text = f"Ayton (4-4-2) {ROW}. {lists}\n"
    found = sheet(blocks, text)
    assert [names(text, entries) for entries in (found.unused, found.booked)] == [["Cole", "Finch"], ["Hill", "Ray"]]
    assert minutes(text, found.goals) == [("Hill", ["12"], [""]), ("Ray", ["55"], ["pen"])]


def test_words_of_prose_behind_a_line_up_are_no_label(blocks: Read) -> None:
    found = sheet(blocks, f"Ayton (4-4-2) {ROW}.\nManager Peter Hill said it. Goals were few. Booked in, they slept.\n")
    assert (found.goals, found.booked, found.manager) == ((), (), None)


@pytest.mark.parametrize("nothing", ["-", "–", "none", "None."])
def test_a_dash_stands_for_nobody(blocks: Read, nothing: str) -> None:
    text = f"Ayton: {ROW}\nBooked: {nothing}\nGoals: Hill 12\n"
    found = sheet(blocks, text)
    assert found.booked == ()
    assert names(text, found.goals) == ["Hill"]


@pytest.mark.parametrize(
    ("goals", "expected"),
    [
        ("Hill 12", [("Hill", ["12"], [""])]),
        ("Hill (12)", [("Hill", ["12"], [""])]),
        ("Hill 12'", [("Hill", ["12"], [""])]),
        ("Hill 12, 55", [("Hill", ["12", "55"], ["", ""])]),
        ("Hill (12, 55)", [("Hill", ["12", "55"], ["", ""])]),
        ("Hill 12, Ray 55", [("Hill", ["12"], [""]), ("Ray", ["55"], [""])]),
        ("Hill (83), Ray (90+1)", [("Hill", ["83"], [""]), ("Ray", ["90+1"], [""])]),
        ("Hill 90 + 4", [("Hill", ["90+4"], [""])]),
        ("Hill 90 pen", [("Hill", ["90"], ["pen"])]),
        ("Hill 45 pen, 60", [("Hill", ["45", "60"], ["pen", ""])]),
        ("Hill 12, 90 (pen)", [("Hill", ["12", "90"], ["", "pen"])]),
        ("Hill 12, 90-pen", [("Hill", ["12", "90"], ["", "pen"])]),
        ("Hill 4 (pen), 33, Ray 55", [("Hill", ["4", "33"], ["pen", ""]), ("Ray", ["55"], [""])]),
        ("Hill (pen, 90), Moss (og) 95", [("Hill", ["90"], ["pen"]), ("Moss", ["95"], ["og"])]),
        ("Hill pen 45", [("Hill", ["45"], ["pen"])]),
        ("Moss 35 og", [("Moss", ["35"], ["og"])]),
        ("Moss (35 og)", [("Moss", ["35"], ["og"])]),
        ("Moss og (35), Hill pen (40)", [("Moss", ["35"], ["og"]), ("Hill", ["40"], ["pen"])]),
        ("Moss og 35, Hill 40", [("Moss", ["35"], ["og"]), ("Hill", ["40"], [""])]),
        ("Moss OG 35, Hill 40", [("Moss", ["35"], ["og"]), ("Hill", ["40"], [""])]),
        ("Van der Berg 5, O’Brien 7", [("Van der Berg", ["5"], [""]), ("O’Brien", ["7"], [""])]),
    ],
)
def test_goals_have_a_scorer_minutes_and_marks(
    blocks: Read, goals: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    text = f"Ayton: {ROW}. Goals: {goals}.\n"
    assert minutes(text, sheet(blocks, text).goals) == expected


def test_a_minute_knows_its_place(blocks: Read) -> None:
    text = f"Ayton: {ROW}. Goals: Hill 12, 90 + 4.\n"
    (goal,) = sheet(blocks, text).goals
    assert [place.of(text) for _, place in goal.minutes] == ["12", "90 + 4"]


@pytest.mark.parametrize("manager", ["Manager: Ken Boot", "Head coach: Ken Boot.", "Coach: Ken Boot; Referee: A Whistle"])
def test_the_manager_closes_the_block(blocks: Read, manager: str) -> None:
    text = f"Ayton: {ROW}\n{manager}\n"
    found = sheet(blocks, text)
    assert found.manager is not None
    assert found.manager.of(text) == "Ken Boot"


@pytest.mark.parametrize(
    "line", ["Att: 50,430 Ref: S Dunn (Gloucestershire)", "Referee: S Dunn", "Attendance: 50,430", "Man of the match: Hill"]
)
def test_other_labels_do_not_break_the_block(blocks: Read, line: str) -> None:
    text = f"Ayton: {ROW}\n{line}\nBooked: Hill\n"
    assert names(text, sheet(blocks, text).booked) == ["Hill"]


def test_sections_may_follow_in_one_line(blocks: Read) -> None:
    text = f"Ayton: {ROW}. Subs Not Used: Moss, Fenn. Booked: Ray. Goals: Hill 12, 90 pen.\nIt rained.\n"
    found = sheet(blocks, text)
    assert (names(text, found.unused), names(text, found.booked)) == (["Moss", "Fenn"], ["Ray"])
    assert minutes(text, found.goals) == [("Hill", ["12", "90"], ["", "pen"])]
    assert not found.span.holds(Span(text.index("It rained"), len(text)))


# labels that were lost


def test_a_row_that_lost_its_label_is_still_a_line_up(blocks: Read) -> None:
    text = f"It rained.\n\n{ROW}.\n"
    found = sheet(blocks, text)
    assert (found.label, names(text, found.starters)) == (None, NAMES)


def test_a_paragraph_with_minutes_that_lost_its_label_is_goals(blocks: Read) -> None:
    text = f"It rained.\n\n{ROW}.\n\nMoss, Fenn, Gale.\n\nHill, Ray.\n\nHill 1, Beck 113.\n"
    found = sheet(blocks, text)
    assert names(text, found.unused) == ["Moss", "Fenn", "Gale"]
    assert names(text, found.booked) == ["Hill", "Ray"]
    assert minutes(text, found.goals) == [("Hill", ["1"], [""]), ("Beck", ["113"], [""])]


def test_a_bracketed_minute_that_lost_its_label_is_a_dismissal(blocks: Read) -> None:
    text = f"It rained.\n\n{ROW}.\n\nHill (88).\n"
    assert names(text, sheet(blocks, text).sent_off) == ["Hill"]


@pytest.mark.parametrize(
    ("line", "goals", "booked"),
    [
        ("Hill 1, Beck 113.", ["Hill", "Beck"], []),
        ("Hill, Ray.", [], ["Hill", "Ray"]),
        ("Hill, Ray", [], []),
        ("Gale 12.", [], []),
        ("Hill rained goals on them.", [], []),
    ],
    ids=["goals", "bookings", "a caption", "another side's", "prose"],
)
def test_lists_of_a_labelled_side_may_lose_their_labels(blocks: Read, line: str, goals: list[str], booked: list[str]) -> None:
    text = f"It rained.\n\nAyton: {ROW}.\n\nSubs not used: Moss, Fenn.\n\n{line}\n"
    found = sheet(blocks, text)
    assert (names(text, found.goals), names(text, found.booked)) == (goals, booked)


# lists outside a line-up


def sections(blocks: Read, text: str) -> list[tuple[str, str, list[str]]]:
    """Each section as its kind, its team and its names."""
    return [_section(text, section) for section in blocks(text).sections]


def _section(text: str, section: Section) -> tuple[str, str, list[str]]:
    return section.kind, section.team.of(text) if section.team else "", names(text, section.entries)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Goals: Hill 12, Ray 55.", [("goals", "", ["Hill", "Ray"])]),
        ("Scorers: Hill (12), Ray (55)", [("goals", "", ["Hill", "Ray"])]),
        ("Goals 1-0 Hill 12, 1-1 Ray 55.", [("goals", "", ["Hill", "Ray"])]),
        ("Booked: Hill, Ray.", [("booked", "", ["Hill", "Ray"])]),
        ("Goals: Ayton – Hill 27; Beeford – Moss 40", [("goals", "Ayton", ["Hill"]), ("goals", "Beeford", ["Moss"])]),
        ("Scorers: Ayton: Hill 27. Beeford: Moss 40.", [("goals", "Ayton", ["Hill"]), ("goals", "Beeford", ["Moss"])]),
        ("Yellow cards: Hill, Ray / Moss", [("booked", "", ["Hill", "Ray", "Moss"])]),
        ("Yellow-red card: Hill (73, repeated foul)", [("sent_off", "", ["Hill"])]),
    ],
)
def test_a_labelled_list_stands_alone(blocks: Read, line: str, expected: list[tuple[str, str, list[str]]]) -> None:
    assert sections(blocks, f"It rained.\n{line}\nIt snowed.") == expected


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        ("AYTON: Hill 12, 90+3 (pen), Ray 55.\nBEEFORD: Moss 40", True),
        ("Ayton:\nHill 12, 90+3, Ray 55\nBeeford:\nMoss 40", True),
        ("Ayton: Hill 12, Ray 55\n\nBeeford: Moss 40", True),
        ("Ayton: Hill 7, Ray 5, Moss 6\nBeeford: Moss 40", False),
        ("Shots: Ayton 12, Beeford 14\nCorners: Ayton 4, Beeford 7", False),
        ("Ayton: Hill 12, Ray 55\nBeeford: Moss 40\nCorley: Fenn 3", False),
        ("Ayton: Hill 12, Ray 55 and so on\nBeeford: Moss 40", False),
    ],
)
def test_each_side_may_head_a_line_of_its_goals(blocks: Read, lines: str, whole: bool) -> None:
    found = sections(blocks, f"It rained on Ayton and Beeford.\n\n{lines}\n\nIt snowed.")
    assert [(kind, team.title(), men) for kind, team, men in found] == (
        [("goals", "Ayton", ["Hill", "Ray"]), ("goals", "Beeford", ["Moss"])] if whole else []
    )


# results


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ayton 2-1 Beeford", ("Ayton", 2, 1, "Beeford")),
        ("Ayton 2 - 1 Beeford", ("Ayton", 2, 1, "Beeford")),
        ("Ayton 2–1 Beeford", ("Ayton", 2, 1, "Beeford")),
        ("Ayton 2 Beeford 1", ("Ayton", 2, 1, "Beeford")),
        ("Ayton Town 2 Beeford Rovers 1", ("Ayton Town", 2, 1, "Beeford Rovers")),
        ("AYTON 2 BEEFORD 1", ("AYTON", 2, 1, "BEEFORD")),
        ("Ayton & Moor 0-0 Beeford", ("Ayton & Moor", 0, 0, "Beeford")),
        ("Ayton 2-1 Beeford (aet)", ("Ayton", 2, 1, "Beeford")),
        ("Ayton 2-1 Beeford.", ("Ayton", 2, 1, "Beeford")),
        ("Ayton 2, Beeford 1", ("Ayton", 2, 1, "Beeford")),
        ("Ligue 1: Ayton 2, Beeford 1", ("Ayton", 2, 1, "Beeford")),
        ("REPORT | Ayton 2-1 Beeford", ("Ayton", 2, 1, "Beeford")),
        ("Ayton 2 Beeford 1\n(Ayton win 4-2 on aggregate)", ("Ayton", 2, 1, "Beeford")),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_line_that_is_a_result(blocks: Read, line: str, expected: tuple[str, int, int, str], end: str) -> None:
    text = f"Preview{end}{line}{end}It rained.{end}"
    (found,) = blocks(text.replace("\r", "\n")).results
    assert (found.home.of(text), found.first, found.second, found.away.of(text)) == expected


@pytest.mark.parametrize(
    "line",
    [
        "Ayton beat Beeford 2-1",
        "Ayton 2-1 Beeford was the score.",
        "In 2014-15 Ayton won",
        "Ayton 85-81 Beeford",
        "Hill 12, Ray 55",
        "Booked: Hill 12 Ray 15",
        "It rained. " * 40 + "\nHill 12, Ray 15",
        "Cups 2\nPromotions 3\nBrothers 1",
        "Ayton 2\nHill 12\nBeeford 1\nMoss 80",
        "It rained. " * 40 + "\nLast season: Ayton 2-1 Beeford",
    ],
)
def test_other_lines_are_no_result(blocks: Read, line: str) -> None:
    assert blocks(f"It rained.\n{line}\nIt snowed.").results == ()


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Full-time: Ayton 2-1 Beeford", "final"),
        ("FULL-TIME: AYTON 2-1 BEEFORD", "final"),
        ("\tFT: Ayton 2-1 Beeford.", "final"),
        ("90'\tFull time: Ayton 2-1 Beeford", "final"),
        ("Final score | Ayton 2-1 Beeford", "final"),
        ("HALF-TIME: AYTON 2-1 BEEFORD", "half-time"),
        ("HT Ayton 2-1 Beeford", "half-time"),
        ("Ayton 2-1 Beeford (63 MINS)", "running"),
        ("Ayton 2-1 Beeford (63')", "running"),
        ("First leg (24 April): Ayton 2 Beeford 1", "first-leg"),
        ("First leg: Ayton 2 Beeford 1 (Thursday 24 April).", "first-leg"),
        ("1st leg: Ayton 2 (Hill 12, 55) Beeford 1 (Ray 80)", "first-leg"),
    ],
)
def test_a_result_may_say_when_it_stood(blocks: Read, line: str, kind: str) -> None:
    text = f"It rained.\n{line}\nIt snowed."
    (found,) = blocks(text).results
    assert (found.kind, found.home.of(text).title(), found.away.of(text).title()) == (kind, "Ayton", "Beeford")
    assert found.span.start == found.home.start
    assert found.home_goals == found.away_goals == ()


def test_a_side_of_the_result_alone_on_its_line_heads_the_row_below(blocks: Read) -> None:
    text = f"Ayton 2 Beeford 1\n\nAyton\n{ROW}\nBeeford\n{ROW}\nThe jury\n{ROW}\n"
    assert [found.label and found.label.of(text) for found in blocks(text).sheets] == ["Ayton", "Beeford", None]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_each_side_of_a_result_may_have_its_scorers_in_lines_of_their_own(blocks: Read, gap: str) -> None:
    text = gap.join(["It rained.", "AYTON 2", "Hill 2", "Ray 11", "BEEFORD UNITED 0", "It snowed."])
    (found,) = blocks(text).results
    assert (found.home.of(text), found.first, found.away.of(text), found.second) == ("AYTON", 2, "BEEFORD UNITED", 0)
    assert names(text, found.home_goals) == ["Hill", "Ray"]


@pytest.mark.parametrize(
    ("line", "home", "away"),
    [
        ("Ayton 2-1 Beeford (Hill 12, 40; Ray 80)", ["Hill"], ["Ray"]),
        ("Ayton 0-2 Beeford (Hill 12, Ray 80 pen)", [], ["Hill", "Ray"]),
        ("Ayton 1-1 Beeford (Hill 12, Ray 80)", [], []),
        ("Ayton 2-0 Beeford (Hill 12, two by Ray)", [], []),
        ("Ayton 2-0 Beeford (after extra time)", [], []),
    ],
)
def test_the_goals_of_both_sides_may_stand_behind_a_result(
    blocks: Read, line: str, home: list[str], away: list[str]
) -> None:
    text = f"It rained.\n{line}\nIt snowed."
    (found,) = blocks(text).results
    assert (names(text, found.home_goals), names(text, found.away_goals)) == (home, away)


def test_results_may_stand_in_one_line(blocks: Read) -> None:
    text = "It rained.\n\nSaturday's results: Ayton 2-1 Beeford; Corley 0 Denby 3 (0-1); Ely Town 1, Fenn 1.\n"
    found = [(result.home.of(text), result.first, result.second, result.away.of(text)) for result in blocks(text).results]
    assert found == [("Ayton", 2, 1, "Beeford"), ("Corley", 0, 3, "Denby"), ("Ely Town", 1, 1, "Fenn")]


def test_other_parts_of_a_line_make_it_no_row_of_results(blocks: Read) -> None:
    assert not blocks("Ayton 2-1 Beeford; Corley 0 Denby 3; It rained 3 times").results


def test_a_result_may_carry_its_scorers(blocks: Read) -> None:
    text = "Ayton 2 (Hill 12, Ray 55 pen) Beeford 1 (Moss 80)\n"
    (found,) = blocks(text.replace("\r", "\n")).results
    assert minutes(text, found.home_goals) == [("Hill", ["12"], [""]), ("Ray", ["55"], ["pen"])]
    assert minutes(text, found.away_goals) == [("Moss", ["80"], [""])]


@pytest.mark.parametrize("verb", ["bt", "beat", "drew with", "lost to"])
def test_a_verb_may_stand_between_the_sides_and_their_scorers(blocks: Read, verb: str) -> None:
    text = "It rained.\n" * 50 + f"The result: Ayton 2 (Hill 12, Ray 55-pen) {verb} Beeford 1 (Moss 80). Half-time: 1-0.\n"
    (found,) = blocks(text).results
    assert found.away.of(text) == "Beeford"
    assert minutes(text, found.home_goals) == [("Hill", ["12"], [""]), ("Ray", ["55"], ["pen"])]


def test_a_date_behind_a_side_is_no_goal(blocks: Read) -> None:
    (found,) = blocks("It rained.\nAyton 2 Beeford 1 (Thursday 24 April)\nIt snowed.").results
    assert found.away_goals == ()


@pytest.mark.parametrize("goals", ["Hill 12’ Ray 55’80’", "Hill 12’Ray 55’ 80’", "Hill 12’ Ray 55 80’"])
def test_nothing_but_the_mark_of_a_minute_may_part_scorers(blocks: Read, goals: str) -> None:
    text = f"Ayton 3 ({goals}) Beeford 0\n"
    (found,) = blocks(text).results
    assert minutes(text, found.home_goals) == [("Hill", ["12"], [""]), ("Ray", ["55", "80"], ["", ""])]


def test_of_a_bracket_that_cannot_all_be_read_no_goal_is_told(blocks: Read) -> None:
    (found,) = blocks("Ayton 3 (Hill 12; 55 and then 80) Beeford 0\n").results
    assert found.home_goals == ()


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_result_may_give_each_side_a_line_and_its_scorers_the_next(blocks: Read, gap: str) -> None:
    text = f"It rained.\n\nAyton 2\nHill 12, Ray 55 pen{gap}Beeford 1\nMoss 80\n\nIt snowed."
    (found,) = blocks(text).results
    assert (found.first, found.second, found.home.of(text), found.away.of(text)) == (2, 1, "Ayton", "Beeford")
    assert minutes(text, found.home_goals) == [("Hill", ["12"], [""]), ("Ray", ["55"], ["pen"])]
    assert minutes(text, found.away_goals) == [("Moss", ["80"], [""])]


def test_a_side_without_goals_has_no_scorers_below_it(blocks: Read) -> None:
    text = "It rained.\nAyton 0\nBeeford 1\nMoss 80\nIt snowed."
    found = blocks(text).results[-1]
    assert (found.first, found.second, minutes(text, found.away_goals)) == (0, 1, [("Moss", ["80"], [""])])


@pytest.mark.parametrize("line", ["HT: 1-0", "Half-time: 1-0", "h-t 1-0", "(HT 1-0)", "half-time 1–0"])
def test_half_time_scores(blocks: Read, line: str) -> None:
    text = f"It rained.\n{line}\n"
    ((first, second, span),) = blocks(text).half_time
    assert (first, second) == (1, 0)
    assert span.of(text).endswith(("1-0", "1–0", "1-0)"))


# the whole


MARKS = [":", ", ", "; ", ". ", "\n", " ", "(", ")", "-", "12", "90+1", "4-4-2", "pen", "Goals", "Booked", "Subs"]


@given(st.lists(st.sampled_from([*NAMES, *MARKS]), max_size=60).map("".join))
def test_blocks_of_any_text_lie_in_it_and_never_overlap(blocks: Read, text: str) -> None:
    found = blocks(text)
    for sheet_ in found.sheets:
        inner = [*sheet_.starters, *sheet_.booked, *sheet_.goals, *sheet_.unused, *sheet_.sent_off]
        assert all(sheet_.span.holds(entry.span) for entry in inner)
        assert all(entry.span.holds(entry.name) for entry in inner)
    spans = sorted(sheet_.span for sheet_ in found.sheets)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(0 <= span.start < span.end <= len(text) for span in found.spans)


def test_reading_begins_where_it_is_told_to(pack: Pack) -> None:
    text = f"Ayton: {ROW}\nIt rained."
    assert BlockReader(pack.words).read(text, text.index("It rained")).sheets == ()


# lists that print more than names and minutes


@pytest.mark.parametrize(
    "goals",
    [
        "Hill (12) 1-0; Gale (44) 1-1; Ray (80) 2-1",
        "Hill (12) 1-0, Gale (44, pen) 1-1, Ray (80) 2-1",
        "1-0 Hill (12), 1-1 Gale (44), 2-1 Ray (80)",
        "Hill 12 (1-0), Gale 44 (1-1), Ray 80 (2-1)",
    ],
)
def test_a_goals_list_may_tell_the_score_beside_each_goal(blocks: Read, goals: str) -> None:
    text = f"Ayton: {ROW}.\nBeeford: {ROW}.\nGoals: {goals}.\nBooked: Moss."
    found = blocks(text)
    assert minutes(text, found.sheets[1].goals) == [
        ("Hill", ["12"], [""]), ("Gale", ["44"], ["pen" if "pen" in goals else ""]), ("Ray", ["80"], [""])
    ]  # fmt: skip
    assert not found.goals_unread


@pytest.mark.parametrize(
    ("goals", "unread"),
    [
        ("Hill 12, Ray 80", False),
        ("Hill 12 / Ray 80", True),
        ("Hill 12 * Gale 44 * Ray 80", True),
        ("Hill 12. Att: Ayton 20,000", False),
        ("Hill 12. It rained", False),
        (f"Hill 12. Corley: {ROW.replace('Moss', 'Moss (Cole 70)')}", False),
    ],
)
def test_a_goals_list_that_goes_on_is_not_whole(blocks: Read, goals: str, unread: bool) -> None:
    text = f"Ayton: {ROW}.\nBeeford: {ROW}.\nGoals: {goals}.\nIn 1966 Moss was there."
    assert blocks(text).goals_unread is unread


def test_a_list_may_call_a_man_with_his_club(blocks: Read) -> None:
    text = f"Ayton Town: {ROW}.\nBeeford: {ROW}. Sent off: Ayton Reyes (81).\nIt rained."
    assert names(text, blocks(text).sheets[1].sent_off) == ["Reyes"]


def test_dashes_may_part_the_lines_of_a_team(blocks: Read) -> None:
    backs, midfield = "L Stone (T Finch, 46min), D Hill, J Ray, S Dunne", "A Lund, P Beck, M Vale, W Reyes (E Cole, 74)"
    row = f"B Poole — {backs} — {midfield} — C Moss, O Fenn"
    text = f"Ayton (4-4-2): {row}."
    assert len(sheet(blocks, text).starters) == 11


def timed(*lines: str) -> str:
    return "It rained.\n3' Hill shoots wide\n" + "\n".join(lines) + "\n90' Full-time\n"


def test_a_timeline_may_tell_the_score_behind_each_scorer(blocks: Read) -> None:
    text = timed("12' GOAL! Hill 1-0", "45+1' Half-time: Ayton 1-0 Beeford", "61' Goal! Moss (pen) 1-1")
    told = [minutes(text, section.entries) for section in blocks(text).sections]
    assert told == [[("Hill", ["12"], [""])], [("Moss", ["61"], ["pen"])]]


@pytest.mark.parametrize("last", ["61' GOAL! Moss 2-1", "61' GOAL! It's in! 1-1", "61' GOAL! BEEFORD 1-1 AYTON. Moss!"])
def test_a_timeline_without_all_its_goals_lists_none(blocks: Read, last: str) -> None:
    assert not blocks(timed("12' GOAL! Hill 1-0", last)).sections


# live texts


def live(*entries: str) -> str:
    return "It rained.\n" + "\n\n".join(f"{entry} What a finish!" for entry in entries) + "\n\nIt snowed."


def test_the_goals_of_a_live_text_are_a_list(blocks: Read) -> None:
    first, second = "13 min GOAL! Ayton 1-0 Beeford (Hill).", "40': GOAL! Ayton 1-1 Beeford (Stone og)."
    text = live(first, second, "45+2 GOAL Ayton 2-1 Beeford (Ray, pen).")
    told = [minutes(text, section.entries) for section in blocks(text).sections]
    assert told == [[("Hill", ["13"], [""])], [("Stone", ["40"], ["og"])], [("Ray", ["45+2"], ["pen"])]]


def test_the_latest_goal_of_a_live_text_may_stand_on_top(blocks: Read) -> None:
    text = live("40 min GOAL! Ayton 1-1 Beeford (Stone).", "13 min GOAL! Ayton 1-0 Beeford (Hill).")
    assert [minutes(text, section.entries)[0][0] for section in blocks(text).sections] == ["Hill", "Stone"]


@pytest.mark.parametrize("scores", [("1-0", "2-1"), ("1-0", "2-0", "1-1"), ("0-0",)])
def test_a_live_text_without_all_its_goals_lists_none(blocks: Read, scores: tuple[str, ...]) -> None:
    text = live(*(f"{10 + at} min GOAL! Ayton {score} Beeford (Hill)." for at, score in enumerate(scores)))
    assert not blocks(text).sections


@pytest.mark.parametrize("bracket", ["(70' Keane [Y:81'])", "(Keane 70 [Y:81])"])
def test_a_card_inside_the_bracket_of_a_change_is_no_name(blocks: Read, bracket: str) -> None:
    text = f"Ayton: {ROW.replace('Marsh', f'Marsh {bracket}')}"
    found = sheet(blocks, text)
    assert len(found.starters) == 11
    (change,) = found.changes
    assert change.on.of(text) == "Keane"
    assert change.off is not None
    assert change.off.of(text) == "Marsh"


def test_ratings_are_of_the_eleven_and_of_no_bench(blocks: Read) -> None:
    text = f"Ayton match ratings: {ROW.replace(',', ' 6,')} 7. Subs: Keane 6, Hurst 5, Gale 6, Thorn 6, Kell 7."
    found = sheet(blocks, text)
    assert (found.label and found.label.of(text), len(found.starters)) == ("Ayton", 11)
    assert (found.unused, found.bench) == ((), False)


def test_a_card_in_brackets_before_a_change_is_no_man(blocks: Read) -> None:
    row = ROW.replace("Marsh", "Marsh [Y:40'] (70' Keane)").replace("Beck", "Beck [Y:22']")
    sheet = blocks(f"Ayton: {row}.").sheets[0]
    assert len(sheet.starters) == len(NAMES)
    assert len(sheet.changes) == 1


def test_a_goal_that_was_disallowed_is_none_of_the_list(blocks: Read) -> None:
    found = blocks("Key moments\n\n35' GOAL DISALLOWED: Hill was offside.\n\n52' GOAL! Marsh, 1-0\n")
    assert [entry.minutes[0][0] for entry in found.scorers] == ["52"]


@pytest.mark.parametrize(
    "text",
    [
        "Substitutes\n\nPoole; Stone, Hill, Marsh; Ray, Dunne; Okoro, Lund, Beck",
        "LEAGUE LADDER: Ayton 24, Poole FC 22, Denby 19, Norbury 18, Ashe 18, Heath 17, Purdey 17, Lanes End 16, Buckle 15",
        "OUT: Al Poole (knee), Ben Hill (leg), Tom Marsh (hip), Guy Ray (leg), Ed Lund (toe), Al Beck, Ed Vale, Jo Dunne",
        "AVERAGE (5.0-5.9): Poole (5.9), Stone (5.8), Hill (5.7), Marsh (5.6), Ray (5.5), Dunne (5.4), Okoro (5.3), Lund (5.2)",
        "Ayton Town:\nPoole 21, Stone 31, Hill 35, Marsh 56, Ray 61, Dunne 68, Okoro73, Lund 87",
    ],
)
def test_benches_tables_the_injured_marks_and_goals_are_no_eleven(blocks: Read, text: str) -> None:
    assert not blocks(f"Ayton beat Denby.\n\n{text}\n").sheets


def test_a_captain_is_no_change(blocks: Read) -> None:
    text = "Ayton: " + ROW.replace("Ray", "Ray (captain) (Frost, 71)")
    found = sheet(blocks, text)
    assert names(text, found.starters) == NAMES
    assert changes(text, found.changes) == [("Frost", "Ray", "71")]


@given(st.text("ab\n"), st.integers(0, 5))
def test_lines_are_matched_as_finditer_would(text: str, start: int) -> None:
    pattern = re.compile(r"^a+(?:\nb)?", re.MULTILINE)
    start = min(start, len(text))
    assert [found.span() for found in at_lines(pattern, text, start)] == [f.span() for f in pattern.finditer(text, start)]
