"""Each kind of error, put into a small text that proves it; and texts that prove nothing, where none is put."""

import random

import pytest
from injections import KINDS
from injections.copy import Copy, Place
from injections.model import Corpus, Edit, Error, Injection, Kind, Site

BY_NAME = {kind.name: kind for kind in KINDS}

BLOCK = (
    "\nAshby (4-4-2): Orme 6; Pask 6, Quill 5, Rudd 6.5, Sayer 6; "
    "Tapp 7 (Vane 61, 6), Udall 6 (Webb 70), Wray 6, Yarr 6; Zell 8, Abel 6. "
    "Goals: Zell 12, 80, Vane 66. Booked: Rudd.\n"
    "Marlow (4-4-2): Dale 6; Elgar 6, Foss 6, Gale 6, Hurd 5; Ince 6, Jago 6, Kemp 6, Lisle 7; Mott 6, Nash 6. "
    "Goals: Kemp 33. Sent off: Hurd.\n"
)
RUTHERSON = "A cross by Rutherson. Then Carl Rutherson shot, and Rutherson scored."


WRAY = "So Boris Wray ran, and Boris Wray sat. Wray!"


def inject(name: str, text: str, partner: str = "", year: int | None = None) -> list[Injection]:
    """Every error of a kind that a text (with another report of its match) proves."""
    copy = Copy("here", text, year=year)
    copies = (copy, Copy("there", partner)) if partner else (copy,)
    corpus = Corpus(copies, {"here": copies[-1]} if partner else {})
    site = Site(copy, corpus, random.Random(0))
    return [Injection(BY_NAME[name], copy, error) for error in BY_NAME[name].find(site)]


def changes(found: list[Injection]) -> set[tuple[str, str]]:
    return {(item.copy.of(edit.place), edit.new) for item in found for edit in item.edits}


CASES = [
    ("score/draw-not-level", "It was a 1-1 draw.", "1"),
    ("score/win-is-level", "It was a 3-1 home win.", None),
    ("score/final-against-goals-list", "Ashby beat Marlow 3-1." + BLOCK, None),
    ("score/final-told-twice", "Ashby 3-1 Marlow\nAshby won 3-1 against Marlow on Saturday.", None),
    ("score/goals-list-loses-one", "Ashby beat Marlow 3-1." + BLOCK, "Zell 12, 80, "),
    ("score/running-beyond-final", "Ashby beat Marlow 3-1. Pask made it 2-0.", "2"),
    ("score/lead-beyond-final", "Ashby beat Marlow 3-1. They had a two-goal lead.", "two"),
    ("score/running-against-goals-list", "Kemp made it 1-1 in the 33rd minute." + BLOCK, "1"),
    ("score/running-skips", "Zell made it 1-0. Kemp made it 1-1 and Zell scored to make it 2-1.", "1"),
    ("score/aggregate", "Ashby beat Marlow 3-1. They won 4-3 on aggregate. The first leg ended 2-1.", "4"),
    ("minute/prose-against-goals-list", "Kemp scored in the 33rd minute." + BLOCK, "33rd"),
    ("minute/prose-against-goals-list", "Kemp scored after 32 minutes." + BLOCK, "32"),
    ("minute/prose-against-goals-list", "Zell scored with ten minutes left." + BLOCK, "ten"),
    ("minute/goals-list-against-prose", "Kemp scored in the 33rd minute." + BLOCK, "33"),
    ("minute/told-twice", "Ned Kemp scored in the 33rd minute. Kemp's 33rd-minute goal won it.", "33rd"),
    ("minute/half-against-minute", "Kemp scored in the 42nd minute just before half-time.", "42nd"),
    ("minute/goals-list-against-half", "Kemp's first-half header was fine." + BLOCK, "33"),
    ("minute/scored-before-coming-on", "Ashby won." + BLOCK, "61"),
    ("membership/other-club-against-line-up", "A shot by Marlow striker Ned Kemp." + BLOCK, "Marlow"),
    (
        "membership/other-club-told-twice",
        "A shot by Marlow striker Ned Kemp. Marlow striker Ned Kemp ran. They saw Ashby winger Ned Wray.",
        "Marlow",
    ),
    ("membership/scorer-in-the-other-line-up", "Ashby won." + BLOCK, None),
    (
        "membership/first-name-of-another",
        "So Carl Kemp shot, as Kemp does. So Boris Wray ran. Wray and Carl Kemp met.",
        "Carl",
    ),
    ("spelling/name-thrice", RUTHERSON, "Rutherson"),
    ("spelling/name-twice", "Then Carl Rutherson shot, and Rutherson scored.", "Rutherson"),
    ("spelling/same-misspelling-twice", RUTHERSON * 2, "Rutherson"),
    ("spelling/first-name-thrice", "See Stefan Kemp, see Stefan Wray, see Stefan Foss.", "Stefan"),
    ("spelling/club-or-place", "A win for Brampton, a loss for Brampton, home to Brampton.", "Brampton"),
    ("lineup/scorer-taken-out", "Ashby won." + BLOCK, None),
    ("lineup/booked-man-taken-out", "Ashby won." + BLOCK, None),
    ("lineup/ten-names", "Ashby won." + BLOCK, None),
    ("lineup/one-starter-twice", "Ashby won." + BLOCK, None),
    ("lineup/substitute-on-twice", "Ashby won." + BLOCK, "Webb"),
    ("lineup/starter-comes-on", "Ashby won." + BLOCK, None),
    ("lineup/formation", "Ashby won." + BLOCK, None),
    ("count/brace-or-hat-trick-against-list", "Zell scored a brace." + BLOCK, "brace"),
    ("count/hat-trick-beyond-final", "Ashby beat Marlow 2-1. Zell hit a brace.", "brace"),
    ("count/hat-trick-told-twice", "A Zell hat-trick won it. It was Zell's hat-trick.", "hat-trick"),
    ("count/men-left", "Hurd was sent off. Marlow's ten men held on.", "ten"),
    ("count/nth-goal-of-the-game", "Zell got his second of the game." + BLOCK, "second"),
    (
        "count/streak-or-tally-told-twice",
        "It was Ashby's fourth straight win. A fourth successive win for Ashby is rare.",
        "fourth",
    ),
    ("count/changes-against-names", "Ashby made two changes, with Pask and Quill coming in.", "two"),
    ("count/margin-against-final", "Ashby beat Marlow 3-1. The two-goal win took them up.", "two"),
    ("date/weekday-against-date", "They met on Saturday, September 14, 2024.", "Saturday"),
    ("date/weekday-told-twice", "Ashby won 3-1 on Sunday. The 3-1 win for Ashby on Sunday was fine.", "Sunday"),
    ("date/event-told-twice", "It is Sunday's final. They play the final on Sunday.", "Sunday"),
    ("date/age-told-twice", "The 24-year-old Kemp ran. Ned Kemp, 24, shot.", "24"),
    ("attribution/scorer-against-goals-list", "Kemp scored in the 33rd minute." + BLOCK, "Kemp"),
    ("attribution/card-against-list", "Hurd was sent off." + BLOCK, "Hurd"),
    (
        "attribution/winner-told-twice",
        "So Ned Foss and Ned Kemp. Kemp scored the winner. Foss had run. Kemp's late winner was fine.",
        "Kemp",
    ),
    (
        "attribution/dismissal-told-twice",
        "So Ned Foss and Ned Kemp. Kemp was sent off. Foss had run. After Kemp's red card the ten men held on.",
        "Kemp",
    ),
]


@pytest.mark.parametrize(("name", "text", "old"), CASES)
def test_kind(name: str, text: str, old: str | None) -> None:
    found = changes(inject(name, text))
    assert found
    assert all(before != after for before, after in found)
    assert old is None or old in {before for before, _ in found}


def test_a_win_of_another_month_has_its_own_margin() -> None:
    assert inject("count/margin-against-final", "Ashby beat Marlow 3-1. It was the two-goal win in April again.") == []


def test_age_against_birth_date() -> None:
    text = "Kemp was born on 7 March 1985 and is 39."
    assert {old for old, _ in changes(inject("date/age-against-birth-date", text, year=2024))} == {"39"}
    assert inject("date/age-against-birth-date", text, year=2030) == []


PAIRS = [
    ("score/between-reports", "Ashby beat Marlow 3-1.", "Marlow lost 3-1 to Ashby.", None),
    (
        "minute/between-reports",
        "Ned Kemp scored in the 33rd minute.",
        "A Wray pass. Ned Kemp's 33rd-minute goal won it.",
        "33rd",
    ),
    (
        "attribution/goal-between-reports",
        "So Ned Foss. Foss had run. Then Ned Kemp scored in the 33rd minute.",
        "A Wray pass. Then Ned Kemp's 33rd-minute goal won it.",
        "Ned Kemp",
    ),
    (
        "attribution/card-between-reports",
        "So Ned Foss and Ned Kemp. Foss had run. Kemp was sent off.",
        "Ned Kemp was sent off.",
        "Kemp",
    ),
]


@pytest.mark.parametrize(("name", "text", "partner", "old"), PAIRS)
def test_kind_between_reports(name: str, text: str, partner: str, old: str | None) -> None:
    found = changes(inject(name, text, partner))
    assert found
    assert old is None or {before for before, _ in found} == {old}


def test_every_kind_has_a_text() -> None:
    told = {str(case[0]) for case in (*CASES, *PAIRS)} | {"date/age-against-birth-date"}
    assert told == set(BY_NAME)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("score/draw-not-level", '"It was a 1-1 draw," he said.'),
        ("score/win-is-level", "They went through with a 3-1 aggregate win."),
        ("score/final-against-goals-list", "Ashby beat Marlow 4-1." + BLOCK),
        ("score/running-beyond-final", "Ashby beat Marlow 3-1. They led 2-0 in the first leg."),
        ("score/running-beyond-final", "Ashby beat Marlow 3-1. Kemp nearly made it 2-0."),
        (
            "score/running-beyond-final",
            "Ashby beat Marlow 3-1. Denby beat Kelsford 2-0. Norby drew 1-1 with Sandby. Kemp made it 2-0 there.",
        ),
        ("score/running-beyond-final", "Ashby beat Marlow 3-1. Elsewhere, Denby led 2-0 for an hour."),
        ("score/final-told-twice", "Ashby beat Marlow 3-1. Ashby had no rest after a 3-1 League Cup win at Denby."),
        ("score/aggregate", "Ashby beat Marlow 3-1. They won 6-3 on aggregate. The first leg ended 2-1."),
        ("score/aggregate", "Ashby beat Marlow 3-1. Denby won 4-3 on aggregate. The first leg ended 2-1."),
        ("score/final-told-twice", "A Champions League win: Ashby beat Marlow 3-1. Denby won 3-1 in the Champions League."),
        ("score/running-beyond-final", "Ashby beat Marlow 3-1. Pask had a chance to make it 2-0."),
        ("minute/prose-against-goals-list", "Kemp shot wide in the 20th minute." + BLOCK),
        ("minute/half-against-minute", "The best of the opening 45 minutes came just before half-time."),
        ("minute/half-against-minute", "Kemp scored in the 42nd minute and Foss after the break."),
        (
            "membership/other-club-told-twice",
            "The former Marlow striker Ned Kemp ran. Marlow striker Ned Kemp shot. They saw Ashby winger Ned Wray.",
        ),
        ("membership/first-name-of-another", "A shot by Carl Kemp. A run by Boris Wray."),
        ("membership/first-name-of-another", f"So Exeter-born Kemp shot, as Kemp does. {WRAY}"),
        ("membership/first-name-of-another", f"So did Welsh Kemp, as Kemp does. {WRAY}"),
        ("membership/first-name-of-another", f"A win at Hurd Thistle, as Thistle are called. {WRAY}"),
        ("membership/first-name-of-another", f"So Royal ran. {WRAY}\nAshby 4 Hurd Royal 3\n"),
        ("spelling/name-thrice", "The Tables turned, and tables, tables and Tables fell."),
        ("spelling/club-or-place", "A French win, a French loss and a French draw."),
        ("lineup/ten-names", "Ashby: Orme, Pask, Quill, Rudd, Sayer, Tapp, Udall, Wray, Yarr, Zell, Abel."),
        ("count/hat-trick-beyond-final", "Ashby beat Marlow 3-1. Zell hit a brace."),
        ("count/hat-trick-beyond-final", "Ashby beat Marlow 2-1. Zell hit a brace in a 3-2 win of his own."),
        ("count/men-left", "Hurd and Kemp were sent off. Foss was sent off. The ten men held on."),
        ("count/changes-against-names", "Ashby made three changes, with Pask and Quill coming in."),
        ("date/weekday-against-date", "They meet on Saturday September 14."),
        ("count/hat-trick-beyond-final", "Ashby beat Marlow 2-1. Denby went down 4-0 at Corley. Zell hit a brace."),
        ("count/streak-or-tally-told-twice", "It was Ashby's fourth straight win. Four successive wins for Ashby are rare."),
        ("count/streak-or-tally-told-twice", "Ashby's fourth straight win. A fourth successive home win for Ashby is rare."),
        ("count/streak-or-tally-told-twice", "Kemp's 15th league goal of the season. Kemp's 15th goal of the season."),
        ("date/event-told-twice", "Ashby play their semi-final on Sunday. Marlow meet Denby in the semi-final on Sunday."),
        ("date/event-told-twice", "They play their final group match on Sunday. It was never Sunday's final."),
        ("date/weekday-told-twice", "Ashby City won 3-1 on Sunday. The 3-1 win for Marlow City on Sunday was fine."),
        ("date/age-told-twice", "Ashby City (41) are two points behind Ned Kemp, 41, of Denby. Ned Kemp, 41, shot."),
        ("date/age-told-twice", "The 24-year-old Kemp ran. Ned Wray, 24, shot."),
        ("date/age-told-twice", "Kemp was 10-man Ashby's best. Ned Kemp was 10-man Ashby's hero."),
    ],
)
def test_no_error_where_nothing_is_proved(name: str, text: str) -> None:
    assert inject(name, text) == []


KIND = Kind("score/test", lambda _: iter(()))


@pytest.mark.parametrize(
    ("edit", "place", "moved"),
    [
        (Edit(Place(4, 6), "xyz"), Place(0, 3), Place(0, 3)),
        (Edit(Place(4, 6), "xyz"), Place(4, 6), Place(4, 7)),
        (Edit(Place(4, 6), "xyz"), Place(6, 9), Place(7, 10)),
        (Edit(Place(4, 6), "xyz"), Place(2, 9), Place(2, 10)),
        (Edit(Place(4, 6), ""), Place(4, 6), Place(4, 4)),
        (Edit(Place(4, 6), ""), Place(8, 9), Place(6, 7)),
    ],
)
def test_places_move_with_the_change(edit: Edit, place: Place, moved: Place) -> None:
    item = Injection(KIND, Copy("a", "0123456789"), Error((edit,), Place(0, 1)))
    assert item.moved(place) == moved


def test_text_of_two_edits() -> None:
    edits = (Edit(Place(8, 9), "B"), Edit(Place(1, 3), "A"))
    item = Injection(KIND, Copy("a", "0123456789"), Error(edits, Place(0, 1)))
    assert item.text == "0A34567B9"
    assert [item.text[place.start : place.end] for place in item.places] == ["A", "B"]
