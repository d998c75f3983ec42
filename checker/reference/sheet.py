"""--match-sheet: a desk's own facts of matches, as YAML or CSV (docs/reference.md has both layouts).

A sheet is trusted above open data and below nothing but the pack. Its matches are matched with articles like those of a
store: by clubs and day, or clubs, competition and score.
"""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from checker.errors import ConfigError, Position, did_you_mean
from checker.reference.events import Action, ActionKind, Event, Participation
from checker.reference.files import csv_rows
from checker.reference.match_parts import MatchPart, event_of, pair
from checker.reference.names import fold
from checker.reference.rows import Rejected
from checker.reference.store import Reference
from checker.yaml_source import read_yaml


class SheetFile(BaseModel):
    model_config = ConfigDict(extra="forbid")

    source: str = ""
    matches: list[MatchPart] = Field(min_length=1)


def read_sheet(file: Path, reference: Reference) -> tuple[Event, ...]:
    """The matches of a sheet, whose teams the reference knows from now on; raises ConfigError at the position of the first
    mistake."""
    if not file.is_file():
        raise ConfigError("the match sheet is no file", Position(str(file)))
    events = _csv_events(file) if file.suffix.lower() == ".csv" else _yaml_events(file)
    return tuple(_with_ids(event, reference) for event in events)


def _yaml_events(file: Path) -> Iterator[Event]:
    source = read_yaml(file, ConfigError)
    if not isinstance(source.data, dict):
        raise source.fail("expected the key `matches:` with a list of matches")
    said = source.into(SheetFile)
    for number, match in enumerate(said.matches):
        try:
            yield event_of(match, said.source or file.name, "desk")
        except ValueError as problem:
            raise source.fail(str(problem), "matches", number, "goals") from None


_COLUMNS = ("date", "competition", "home", "away", "fact", "side", "person", "minute", "value")
_ACTIONS: tuple[ActionKind, ...] = ("goal", "pen", "og", "yellow", "second-yellow", "red", "sub")
_SCORES = ("score", "half-time", "full-time", "penalties")
_WORDS = ("ground", "referee", "attendance", "stage")
_ROLES = ("starter", "bench")
_FACTS = (*_SCORES, *_WORDS, *_ACTIONS, *_ROLES)


def _csv_events(file: Path) -> Iterator[Event]:
    """A row a fact; rows of one date and two teams are one match."""
    matches: dict[tuple[str, ...], list[tuple[int, Mapping[str, str]]]] = defaultdict(list)
    for row in csv_rows(file, _COLUMNS):
        if isinstance(row, Rejected):
            raise ConfigError(f"found {row.found}; expected {row.expected}", Position(row.at.path, row.at.line, 1))
        number, fields = row
        _check(file, number, fields)
        matches[tuple(fields[name] for name in ("date", "competition", "home", "away"))].append((number, fields))
    for (date, competition, home, away), rows in matches.items():
        facts = {fields["fact"]: fields["value"] for _, fields in rows}
        score, half, full, pens = (pair(facts.get(name)) for name in _SCORES)
        yield Event(
            competition, datetime.date.fromisoformat(date), home, away, score, half, full, pens, "", facts.get("stage", ""),
            facts.get("ground", ""), "", facts.get("referee", ""), int(facts.get("attendance") or 0), tuple(_actions(rows)),
            tuple(_people(rows)), file.name, "desk",
        )  # fmt: skip


def _check(file: Path, number: int, fields: Mapping[str, str]) -> None:
    """Raises ConfigError for a field of a row that is none."""
    fact, value = fields["fact"], fields["value"]
    problem = ""
    if fact not in _FACTS:
        problem = f"found the fact {fact!r}{did_you_mean(fact, _FACTS)}; expected one of: {', '.join(_FACTS)}"
    elif not re.fullmatch(r"\d{4}-\d{2}-\d{2}", fields["date"]):
        problem = f"found the date {fields['date']!r}; expected a day such as 2024-03-26"
    elif fact in _SCORES and not re.fullmatch(r"\d{1,2}-\d{1,2}", value):
        problem = f"found the {fact} {value!r}; expected two figures such as 2-1"
    elif fact == "attendance" and not value.isdigit():
        problem = f"found the attendance {value!r}; expected a whole number"
    elif fact in (*_ACTIONS, *_ROLES) and fields["side"] not in ("home", "away"):
        problem = f"found the side {fields['side']!r}; expected home or away"
    elif fields["minute"] and not re.fullmatch(r"\d{1,3}(\+\d{1,2})?", fields["minute"]):
        problem = f"found the minute {fields['minute']!r}; expected a minute such as 83 or 90+1"
    if problem:
        raise ConfigError(problem, Position(str(file), number, 1))


def _actions(rows: list[tuple[int, Mapping[str, str]]]) -> Iterator[Action]:
    kinds = {kind: kind for kind in _ACTIONS}
    for _, fields in rows:
        if fields["fact"] in kinds:
            yield Action(kinds[fields["fact"]], fields["side"], fields["person"], fields["minute"], fields["value"])


def _people(rows: list[tuple[int, Mapping[str, str]]]) -> Iterator[Participation]:
    for _, fields in rows:
        if fields["fact"] == "starter":
            yield Participation(fields["side"], fields["person"], "starter")
        elif fields["fact"] == "bench":
            yield Participation(fields["side"], fields["person"], "bench")


def _with_ids(event: Event, reference: Reference) -> Event:
    return event.between(*(_team(name, event.source, reference) for name in (event.home, event.away)))


def _team(name: str, source: str, reference: Reference) -> str:
    """The id of a team by its name or alias; one that the reference does not have, or has several of, is made known to it."""
    words = fold(name)
    first = words.split()[0]
    found = {
        form.entity
        for form in reference.forms_of(first)
        if form.words == words and form.kind in ("club", "national") and form.style in ("name", "alias")
    }
    return found.pop() if len(found) == 1 else reference.teach(name, source)
