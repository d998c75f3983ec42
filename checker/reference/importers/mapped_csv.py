"""Any CSV, by a mapping that says what its columns mean: for a desk's own lists (docs/reference.md shows how to write one).

    kind: memberships                 # or people, clubs, matches
    source: Sports desk
    licence: own
    tier: desk                        # or open
    delimiter: ";"
    dates: "%d/%m/%Y"                 # else ISO days
    columns: {person: Player, born: DOB, team: Club, from: Joined, to: Left}
    values: {country: England}        # the same in every row
"""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.errors import ConfigError, did_you_mean
from checker.reference.events import Event, Pair
from checker.reference.files import birth, csv_rows, whole
from checker.reference.rows import (
    At,
    Found,
    Importer,
    Lists,
    MatchRow,
    MembershipRow,
    PersonRow,
    Rejected,
    Started,
    TeamRef,
    TeamRow,
)
from checker.reference.schema import Tier
from checker.yaml_source import YamlSource, read_yaml

Kind = Literal["memberships", "people", "clubs", "matches"]
_NEEDED: Mapping[Kind, tuple[str, ...]] = {
    "memberships": ("person", "team"),
    "people": ("person",),
    "clubs": ("team",),
    "matches": ("date", "home", "away", "home_score", "away_score"),
}
_ALLOWED: Mapping[Kind, tuple[str, ...]] = {
    "memberships": ("born", "from", "to", "country", "loan", "role", "alias"),
    "people": ("born", "alias"),
    "clubs": ("country", "alias"),
    "matches": ("competition", "stage", "country", "half_home", "half_away", "ground", "referee", "attendance"),
}


class MappingSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Kind
    source: str
    licence: str
    tier: Tier = "desk"
    redistributable: bool = False
    delimiter: str = Field(default=",", min_length=1, max_length=1)
    dates: str = "%Y-%m-%d"
    columns: dict[str, str]
    values: dict[str, str] = Field(default_factory=dict)


def mapped(mapping: Path) -> Importer:
    """The importer that a mapping makes; raises ConfigError at the position of the first mistake."""
    source = read_yaml(mapping, ConfigError)
    said = source.into(MappingSchema)
    _check(source, said)

    def files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
        return [root] if root.is_file() else sorted(root.glob("*.csv"))

    def read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
        for file in files(root, lists):
            started(file)
            for row in csv_rows(file, tuple(said.columns.values()), said.delimiter):
                yield row if isinstance(row, Rejected) else _row(At(str(file), row[0]), row[1], said, lists)

    return Importer(
        "csv", said.source, said.source, said.licence, said.tier, said.redistributable, files, read,
        "a .csv file, or a folder of them",
    )  # fmt: skip


def _check(source: YamlSource, said: MappingSchema) -> None:
    known = (*_NEEDED[said.kind], *_ALLOWED[said.kind])
    for part, names in (("columns", said.columns), ("values", said.values)):
        for name in names:
            if name not in known:
                expected = f"{said.kind} have: {', '.join(known)}"
                raise source.fail(f"found {name!r}{did_you_mean(name, known)}; {expected}", part, name)
    missing = [name for name in _NEEDED[said.kind] if name not in {**said.columns, **said.values}]
    if missing:
        raise source.fail(f"{said.kind} need {' and '.join(missing)}", "columns")


class _BadValueError(ValueError):
    """A value of a row that is not what its column is to hold."""


def _row(at: At, fields: Mapping[str, str], said: MappingSchema, lists: Lists) -> Found:
    told = {**said.values, **{name: fields[column].strip() for name, column in said.columns.items()}}
    try:
        if said.kind == "matches":
            return _match(at, told, said, lists)
        team = TeamRef(told.get("team", ""), lists.country(told.get("country", "")))
        aliases = tuple(alias.strip() for alias in told.get("alias", "").split("|") if alias.strip())
        if said.kind == "clubs":
            return TeamRow(at, _named(team), aliases)
        person = PersonRow(at, _filled(told["person"], "a person's name"), _day(told.get("born", ""), said, year=True), aliases)
        if said.kind == "people":
            return person
        start, end = _day(told.get("from", ""), said), _day(told.get("to", ""), said)
        kind = "loan" if told.get("loan", "").lower() in ("1", "yes", "true", "loan") else ""
        return MembershipRow(person, _named(team), start, end, told.get("role") or "player", kind, exact=bool(start))
    except _BadValueError as problem:
        found, expected = problem.args
        return Rejected(at, found, expected)


def _match(at: At, told: Mapping[str, str], said: MappingSchema, lists: Lists) -> MatchRow:
    when = _filled(_day(told["date"], said), "a day")
    score = _figures(told, "home_score", "away_score")
    half = _figures(told, "half_home", "half_away") if told.get("half_home") else None
    country = lists.country(told.get("country", ""))
    event = Event(
        told.get("competition", ""), datetime.date.fromisoformat(when), "home", "away", score, half,
        stage=told.get("stage", ""), site=told.get("ground", ""), referee=told.get("referee", ""),
        attendance=whole(told.get("attendance", "").replace(",", "")) or 0,
    )  # fmt: skip
    return MatchRow(at, _named(TeamRef(told["home"], country)), _named(TeamRef(told["away"], country)), event)


def _figures(told: Mapping[str, str], first: str, second: str) -> Pair:
    home, away = whole(told[first]), whole(told.get(second, ""))
    if home is None or away is None:
        raise _BadValueError(f"the score {told[first]!r}-{told.get(second, '')!r}", "two whole numbers")
    return home, away


def _named(team: TeamRef) -> TeamRef:
    _filled(team.name, "a team's name")
    return team


def _filled(text: str, expected: str) -> str:
    if not text:
        raise _BadValueError("nothing", expected)
    return text


def _day(text: str, said: MappingSchema, year: bool = False) -> str:
    """A day in the mapping's form as ISO; empty for nothing."""
    if not text or (year and birth(text) == text):
        return text
    try:
        return datetime.datetime.strptime(text, said.dates).date().isoformat()
    except ValueError:
        raise _BadValueError(f"the day {text!r}", f"a day such as {datetime.date(2024, 3, 26).strftime(said.dates)}") from None
