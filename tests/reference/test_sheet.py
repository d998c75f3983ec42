"""--match-sheet: a desk's facts of matches, as YAML and as CSV."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import ConfigError
from checker.pack import Pack
from checker.reference.curated import open_reference
from checker.reference.events import Action, Participation
from checker.reference.sheet import read_sheet
from checker.reference.store import Reference
from tests.conftest import MOORLAND

YAML = """\
source: Sports desk
matches:
  - competition: Moor Cup
    stage: final
    date: 2024-04-18
    home: Ayton
    away: Corley Rangers
    score: 2-1
    half-time: 1-0
    ground: Mill Lane
    referee: Anna Whistle
    attendance: 12345
    goals:
      - {for: home, scorer: Peter Marsh, minute: 13}
      - {for: home, scorer: Jan Dee, minute: 45+1, kind: og}
      - {for: away, scorer: Jan Dee, minute: 89, kind: pen}
    cards: [{for: away, player: Jan Dee, minute: 60, colour: red}]
    substitutions: [{for: home, on: Tom Okoro, off: Peter Marsh, minute: 70}]
    line-ups: {home: {starters: [Peter Marsh], bench: [Tom Okoro]}}
"""
CSV = """\
date,competition,home,away,fact,side,person,minute,value
2024-04-18,Moor Cup,Ayton,Corley Rangers,score,,,,2-1
2024-04-18,Moor Cup,Ayton,Corley Rangers,half-time,,,,1-0
2024-04-18,Moor Cup,Ayton,Corley Rangers,stage,,,,final
2024-04-18,Moor Cup,Ayton,Corley Rangers,ground,,,,Mill Lane
2024-04-18,Moor Cup,Ayton,Corley Rangers,referee,,,,Anna Whistle
2024-04-18,Moor Cup,Ayton,Corley Rangers,attendance,,,,12345
2024-04-18,Moor Cup,Ayton,Corley Rangers,goal,home,Peter Marsh,13,
2024-04-18,Moor Cup,Ayton,Corley Rangers,og,home,Jan Dee,45+1,
2024-04-18,Moor Cup,Ayton,Corley Rangers,pen,away,Jan Dee,89,
2024-04-18,Moor Cup,Ayton,Corley Rangers,red,away,Jan Dee,60,
2024-04-18,Moor Cup,Ayton,Corley Rangers,sub,home,Tom Okoro,70,Peter Marsh
2024-04-18,Moor Cup,Ayton,Corley Rangers,starter,home,Peter Marsh,,
2024-04-18,Moor Cup,Ayton,Corley Rangers,bench,home,Tom Okoro,,
"""

Sheet = Callable[[str, str], Path]


@pytest.fixture
def moor(pack: Pack, tmp_path: Path) -> Reference:
    """The invented reference, a new one each time: a sheet makes its teams known to it."""
    (tmp_path / "moor").mkdir()
    (tmp_path / "moor" / "moor.yml").write_text(MOORLAND, encoding="utf-8")
    return open_reference([tmp_path / "moor"], pack.words.particles, tmp_path / "cache")


@pytest.fixture
def sheet(tmp_path: Path) -> Sheet:
    """Writes a sheet under a name."""

    def write(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return write


@pytest.mark.parametrize(("name", "text", "source"), [("m.yml", YAML, "Sports desk"), ("m.csv", CSV, "m.csv")])
def test_both_layouts_say_the_same(sheet: Sheet, moor: Reference, name: str, text: str, source: str) -> None:
    (event,) = read_sheet(sheet(name, text), moor)
    assert (event.home, event.away) == ("ayton", "corley rangers")
    assert moor.name("corley rangers") == "Corley Rangers"  # no club of the reference until the sheet was read
    assert (event.date, event.competition, event.stage) == (datetime.date(2024, 4, 18), "Moor Cup", "final")
    assert (event.score, event.half, event.attendance) == ((2, 1), (1, 0), 12345)
    assert (event.site, event.referee, event.source, event.tier) == ("Mill Lane", "Anna Whistle", source, "desk")
    assert event.actions == (
        Action("goal", "ayton", "Peter Marsh", "13"),
        Action("og", "ayton", "Jan Dee", "45+1"),
        Action("pen", "corley rangers", "Jan Dee", "89"),
        Action("red", "corley rangers", "Jan Dee", "60"),
        Action("sub", "ayton", "Tom Okoro", "70", "Peter Marsh"),
    )
    assert event.participations == (
        Participation("ayton", "Peter Marsh", "starter"), Participation("ayton", "Tom Okoro", "bench"),
    )  # fmt: skip


def test_the_goals_are_all_there_when_they_are_as_many_as_the_score(sheet: Sheet, moor: Reference) -> None:
    whole, part = (read_sheet(sheet("m.yml", text), moor)[0] for text in (YAML, YAML.replace("score: 2-1", "score: 3-1")))
    assert (whole.has_all_goals, part.has_all_goals) == (True, False)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("m.yml", YAML.replace("score: 2-1", "score: 2:1"), "m.yml:8:5: "),
        ("m.yml", YAML.replace("referee:", "referree:"), "m.yml:11:5: "),
        ("m.yml", YAML.replace("score: 2-1", "score: 1-1"), "m.yml:13:5: found 3 goals; expected no more than the 2 of 1-1"),
        ("m.yml", YAML.replace("minute: 13", "minute: thirteen"), "m.yml:14:"),
        ("m.yml", "- a list", "expected the key `matches:`"),
        ("m.csv", CSV.replace("2-1", "2:1"), "m.csv:2:1: found the score '2:1'; expected two figures such as 2-1"),
        ("m.csv", CSV.replace(",goal,", ",gaol,"), "m.csv:8:1: found the fact 'gaol' (did you mean 'goal'?)"),
        ("m.csv", CSV.replace(",goal,home", ",goal,left"), "m.csv:8:1: found the side 'left'; expected home or away"),
        ("m.csv", CSV.replace(",13,", ",13th,"), "m.csv:8:1: found the minute '13th'"),
        ("m.csv", CSV.replace("12345", "many"), "m.csv:7:1: found the attendance 'many'"),
        ("m.csv", CSV.replace("2024-04-18", "18/04/2024"), "m.csv:2:1: found the date '18/04/2024'"),
        ("m.csv", "date,home\n", "m.csv:1:1: found the columns date, home; expected the columns date, competition"),
    ],
)
def test_a_mistake_is_told_with_its_place(sheet: Sheet, moor: Reference, name: str, text: str, message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        read_sheet(sheet(name, text), moor)
    assert message in str(raised.value)


def test_a_sheet_that_is_not_there_is_an_error(tmp_path: Path, moor: Reference) -> None:
    with pytest.raises(ConfigError, match="the match sheet is no file"):
        read_sheet(tmp_path / "gone.yml", moor)
