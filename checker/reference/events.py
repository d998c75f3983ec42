"""Matches as a source knows them: the Event of the IPTC Sport Schema with its Actions and Participations."""

import datetime
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from checker.reference.schema import Tier

ActionKind = Literal["goal", "pen", "og", "yellow", "second-yellow", "red", "sub", "missed-pen"]
Role = Literal["starter", "bench"]
Pair = tuple[int, int]
"""The home side's figure and the away side's."""


@dataclass(frozen=True, slots=True)
class Action:
    """A goal, a card or a substitution. `team` is the side that benefits from a goal; `other` is who went off."""

    kind: ActionKind
    team: str
    person: str
    minute: str = ""
    """`83`, `90+1`; empty where the source does not tell."""
    other: str = ""


@dataclass(frozen=True, slots=True)
class Participation:
    team: str
    person: str
    role: Role
    shirt: int | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """A match. Teams are ids of the reference, or folded names of teams that it does not have; people stand by name."""

    competition: str
    date: datetime.date
    home: str
    away: str
    score: Pair | None = None
    """After extra time where there was any, without the shoot-out."""
    half: Pair | None = None
    full: Pair | None = None
    """After 90 minutes, where that is told apart from `score`."""
    pens: Pair | None = None
    season: str = ""
    stage: str = ""
    site: str = ""
    city: str = ""
    referee: str = ""
    attendance: int = 0
    actions: tuple[Action, ...] = ()
    participations: tuple[Participation, ...] = ()
    source: str = ""
    tier: Tier = "curated"

    @property
    def goals(self) -> tuple[Action, ...]:
        return tuple(action for action in self.actions if action.kind in ("goal", "pen", "og"))

    @property
    def has_all_goals(self) -> bool:
        """Whether the goals that the source lists are as many as the score says."""
        return self.score is not None and len(self.goals) == sum(self.score)

    def between(self, home: str, away: str) -> "Event":
        """The event, its sides named: in its actions and line-ups `home` and `away` are the two teams."""
        sides = {"home": home, "away": away}
        actions = tuple(replace(action, team=sides[action.team]) for action in self.actions)
        people = tuple(replace(person, team=sides[person.team]) for person in self.participations)
        return replace(self, home=home, away=away, actions=actions, participations=people)

    def opponent(self, team: str) -> str:
        return self.away if team == self.home else self.home


_COLUMNS = (
    "e.id, e.competition, e.date, e.home, e.away, e.home_goals, e.away_goals, e.half_home, e.half_away, e.full_home,"
    " e.full_away, e.pens_home, e.pens_away, e.season, e.stage, e.site, e.city, e.referee, e.attendance, s.path, s.tier"
)


def write_event(database: sqlite3.Connection, number: int, event: Event, source: int) -> None:
    """Writes a match, its actions and its line-ups into a store, under a number that no other has."""
    pairs = [figure for pair in (event.score, event.half, event.full, event.pens) for figure in (pair or (None, None))]
    row = (number, event.competition, event.season, event.stage, event.date.isoformat(), event.home, event.away, *pairs)
    database.execute(
        f"insert into event values ({', '.join('?' * 20)})",
        (*row, event.site, event.city, event.referee, event.attendance or None, source),
    )
    actions = [(number, at, a.kind, a.team, a.person, a.other, a.minute) for at, a in enumerate(event.actions)]
    people = [(number, at, p.team, p.person, p.role, p.shirt or None) for at, p in enumerate(event.participations)]
    if actions:
        database.executemany("insert into action values (?, ?, ?, ?, ?, ?, ?)", actions)
    if people:
        database.executemany("insert into participation values (?, ?, ?, ?, ?, ?)", people)


def read_events(database: sqlite3.Connection, one: str, other: str) -> Iterator[Event]:
    """The matches of two teams in one store, whoever was at home."""
    rows = database.execute(
        f"select {_COLUMNS} from event e join source s on s.id = e.source"
        " where (e.home = ?1 and e.away = ?2) or (e.home = ?2 and e.away = ?1)",
        (one, other),
    ).fetchall()
    return (_event(database, row) for row in rows)


def _event(database: sqlite3.Connection, row: tuple[object, ...]) -> Event:
    number, competition, date, home, away = row[:5]
    season, stage, site, city, referee, attendance, source, tier = row[13:]
    actions = database.execute(
        "select kind, team, person, minute, other from action where event = ? order by number", (number,)
    )
    people = database.execute(
        "select team, person, role, shirt from participation where event = ? order by number", (number,)
    )
    return Event(
        str(competition), datetime.date.fromisoformat(str(date)), str(home), str(away), _pair(row[5:7]), _pair(row[7:9]),
        _pair(row[9:11]), _pair(row[11:13]), str(season or ""), str(stage or ""), str(site or ""), str(city or ""),
        str(referee or ""), int(str(attendance or 0)), tuple(Action(*found) for found in actions),
        tuple(Participation(*found) for found in people), str(source), tier,  # type: ignore[arg-type]
    )  # fmt: skip


def _pair(figures: tuple[object, ...]) -> Pair | None:
    home, away = figures
    return (home, away) if isinstance(home, int) and isinstance(away, int) else None
