"""Boxes: goals and cards one a line, as American leagues and colleges print them. All names are invented."""

from collections.abc import Callable

import pytest

from checker.pack import Pack
from checker.pipeline.blocks import BlockReader
from checker.pipeline.boxes import BoxReader
from checker.pipeline.reading import Reading

Told = list[tuple[str, str, str, str, str]]


@pytest.fixture(scope="module")
def boxes(pack: Pack) -> Callable[[str], Told]:
    """Each event of a text's boxes: its kind, side, man, minute and mark."""

    def events(text: str) -> Told:
        sections, _ = BoxReader(pack.words).read(text, 0)
        return [
            (s.kind, s.team.of(text) if s.team else "", e.name.of(text), e.minutes[0][0], e.marks[0])
            for s in sections
            for e in s.entries
        ]

    return events


@pytest.mark.parametrize(
    ("line", "event"),
    [
        ("AYT — Ezra Lunde (Malik Strand) 18", ("goals", "AYT", "Ezra Lunde", "18", "")),
        ("AYT -- Ezra Lunde (unassisted) 18'", ("goals", "AYT", "Ezra Lunde", "18", "")),
        ("AYT: Ezra Lunde (penalty kick) 90'+4'", ("goals", "AYT", "Ezra Lunde", "90+4", "pen")),
        ("AYT – Ezra Lunde 90+4", ("goals", "AYT", "Ezra Lunde", "90+4", "")),
        ("Ayton: Ezra Lunde (own goal), 18", ("goals", "Ayton", "Ezra Lunde", "18", "og")),
    ],
)
def test_a_line_of_a_scoring_summary_is_a_goal(boxes: Callable[[str], Told], line: str, event: tuple[str, ...]) -> None:
    assert boxes(f"It rained.\n\nSCORING SUMMARY\n{line}\n\nIt snowed.") == [event]
    assert boxes(f"It rained.\nScoring Summary: {line}\n") == [event]
    assert boxes(f"It rained.\n{line}\n") == []


@pytest.mark.parametrize(
    ("words", "kind"),
    [("caution; Reckless Foul", "booked"), ("ejection", "sent_off"), ("second caution; ejection", "sent_off")],
)
def test_a_line_of_a_misconduct_summary_is_a_card(boxes: Callable[[str], Told], words: str, kind: str) -> None:
    text = f"SCORING SUMMARY\nAYT — Ezra Lunde 18\nMISCONDUCT SUMMARY\nBEE — Hugo Frost ({words}) 41\n"
    assert boxes(text) == [("goals", "AYT", "Ezra Lunde", "18", ""), (kind, "BEE", "Hugo Frost", "41", "")]


@pytest.mark.parametrize(("line", "unread"), [("BEE — Hugo Frost 40", False), ("BEE — own goal 40", True)])
def test_a_box_that_is_not_read_whole_says_so(pack: Pack, line: str, unread: bool) -> None:
    text = f"SCORING SUMMARY\nAYT — Ezra Lunde 18\n{line}\n"
    assert BlockReader(pack.words).read(text).goals_unread == unread


@pytest.mark.parametrize(
    ("code", "club"), [("SEA", "Seattle"), ("RSL", "Real Salt Lake"), ("CLB", "Columbus Crew"), ("SAN", ""), ("XYZ", "")]
)
def test_an_abbreviation_is_the_one_club_that_it_fits(read: Callable[..., Reading], code: str, club: str) -> None:
    clubs = ["Seattle", "Real Salt Lake", "Columbus Crew", "Sandwick", "Santerre"]
    text = "".join(f"On Sunday {name} were there. They beat {name} 2-0. " for name in clubs) + "\n\n"
    reading = read(f"{text}SCORING SUMMARY\n{code} — Ezra Lunde 18\n")
    row = "Poole, Stone, Hill, Marsh, Ray, Dunne, Okoro, Lund, Beck, Vale, Reyes"
    headed = read(f"{text}Lineups: {code} -- {row}\n")
    assert [claim.get("club") or "" for claim in headed.claims if claim.type == "lineup"] == [club or code]
    assert [claim.get("club") or "" for claim in reading.claims if claim.zone == "block" and claim.type == "goal"] == [club]
