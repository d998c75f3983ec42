"""The store: the reference as one SQLite file, read-only while checking.

Tables use the words of the IPTC Sport Schema (Team, Athlete, Associate, Official, Site, Membership). Everything that the
checker asks goes through `Reference`, so that a bigger store needs no change outside this folder.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

SCHEMA_VERSION = 1

SCHEMA = """
create table meta (key text primary key, value text) without rowid;
create table source (id integer primary key, path text, source text, licence text, as_of text);
create table entity (id text primary key, kind text, name text, detail text, source integer) without rowid;
create table membership (person text, team text, role text, kind text, start text, end text, source integer);
create table tenure (team text, site text, start text, end text);
create table name (first text, words text, entity text, kind text, style text);
create index name_first on name (first);
create index membership_person on membership (person);
create index membership_team on membership (team);
"""

Kind = Literal["club", "national", "person", "site", "competition", "official"]
Style = Literal["name", "alias", "short", "nickname", "demonym", "surname", "first-name"]
Answer = Literal["here", "elsewhere", "unknown"]


@dataclass(frozen=True, slots=True)
class NameForm:
    """One way to write an entity's name, folded; `style` tells how much it says on its own."""

    words: str
    entity: str
    kind: Kind
    style: Style


@dataclass(frozen=True, slots=True)
class Entity:
    id: str
    kind: Kind
    name: str
    detail: str
    """A person's birth date (ISO), a site's city, a team's country."""
    source: str


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's time at a team. An open `end` means: still there on the source's as-of date."""

    person: str
    team: str
    role: str
    kind: str
    start: datetime.date | None
    end: datetime.date | None
    as_of: datetime.date
    source: str

    @property
    def last(self) -> datetime.date:
        return self.end or self.as_of

    def meets(self, window: "Window") -> bool:
        """Whether any day of the window lies in this membership (an open start counts as always)."""
        return (self.start is None or self.start <= window.last) and window.first <= self.last

    def covers(self, window: "Window") -> bool:
        return self.start is not None and self.start <= window.first and window.last <= self.last


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which an article's match may have been played, both included."""

    first: datetime.date
    last: datetime.date


class Reference:
    """Look-ups in a store. Each answer is remembered: copy names the same few hundred people again and again."""

    def __init__(self, database: sqlite3.Connection | None) -> None:
        self._database = database
        self._names: dict[str, tuple[NameForm, ...]] = {}
        self._entities: dict[str, Entity] = {}
        self._memberships: dict[str, tuple[Membership, ...]] = {}
        self._squads: dict[str, tuple[Membership, ...]] = {}
        self._sites: dict[str, list[str]] = {}
        self._places: dict[str, tuple[NameForm, ...]] = {}

    @classmethod
    def empty(cls) -> "Reference":
        return cls(None)

    @property
    def is_empty(self) -> bool:
        return self._database is None

    def forms(self, first_words: Iterable[str]) -> Mapping[str, tuple[NameForm, ...]]:
        """The name forms that begin with each of the folded words, longest first."""
        wanted = [word for word in first_words if word not in self._names]
        if wanted and self._database is not None:
            found: dict[str, list[NameForm]] = {word: [] for word in wanted}
            marks = ",".join("?" * len(wanted))
            rows = self._database.execute(f"select * from name where first in ({marks})", wanted)
            for first, words, entity, kind, style in rows:
                found[first].append(NameForm(words, entity, kind, style))
            for word, forms in found.items():
                self._names[word] = tuple(sorted(forms, key=lambda form: -len(form.words)))
        return self._names

    def places(self, beginning: str) -> tuple[NameForm, ...]:
        """The names of clubs and grounds that begin with some folded letters."""
        if beginning not in self._places:
            rows: Iterable[tuple[str, str, Kind, Style]] = ()
            if self._database is not None:
                rows = self._database.execute(
                    "select words, entity, kind, style from name where first >= ? and first < ?"
                    " and kind in ('club', 'site') and style in ('name', 'alias')",
                    (beginning, beginning + "\U0010ffff"),
                )
            self._places[beginning] = tuple(NameForm(*row) for row in rows)
        return self._places[beginning]

    def entity(self, entity: str) -> Entity | None:
        """The entity of an id; None where the store does not have it."""
        if entity not in self._entities and self._database is not None:
            row = self._database.execute(
                "select e.id, e.kind, e.name, e.detail, s.path from entity e join source s on s.id = e.source"
                " where e.id = ?",
                (entity,),
            ).fetchone()
            if row:
                self._entities[entity] = Entity(*row)
        return self._entities.get(entity)

    def name(self, entity: str) -> str:
        """The name of an entity; the id itself where the store does not have it."""
        found = self.entity(entity)
        return found.name if found else entity

    def memberships(self, person: str) -> tuple[Membership, ...]:
        """Where a person has been, in the order of the source."""
        if person not in self._memberships:
            self._memberships[person] = self._members("person", person)
        return self._memberships[person]

    def squad(self, team: str) -> tuple[Membership, ...]:
        """Everybody who has ever been at a team, as far as the store knows."""
        if team not in self._squads:
            self._squads[team] = self._members("team", team)
        return self._squads[team]

    def _members(self, column: str, value: str) -> tuple[Membership, ...]:
        if self._database is None:
            return ()
        rows = self._database.execute(
            "select m.person, m.team, m.role, m.kind, m.start, m.end, s.as_of, s.path from membership m"
            f" join source s on s.id = m.source where m.{column} = ?",
            (value,),
        )
        return tuple(
            Membership(p, t, role, kind, _date(start), _date(end), datetime.date.fromisoformat(as_of), path)
            for p, t, role, kind, start, end, as_of, path in rows
        )

    def row(self, membership: Membership) -> str:
        """A membership in words: `Edson Álvarez, West Ham United, from 2023-08-10`."""
        spell = [f"{word} {day.isoformat()}" for word, day in (("from", membership.start), ("to", membership.end)) if day]
        return ", ".join([self.name(membership.person), self.name(membership.team), " ".join(spell)]).rstrip(", ")

    def sites(self, team: str) -> list[str]:
        """The ids of the grounds that a team has had."""
        if team not in self._sites and self._database is not None:
            rows = self._database.execute("select site from tenure where team = ?", (team,))
            self._sites[team] = [row[0] for row in rows]
        return self._sites.get(team, [])

    def membership(self, person: str, team: str, window: Window | None) -> Answer:
        """Whether a person was at a team in a window of days: `here`, `elsewhere` or `unknown`.

        `elsewhere` needs proof: a club membership that covers the whole window, and none at the team that meets it.
        """
        if window is None:
            return "unknown"
        known = self.memberships(person)
        if any(m.team == team and m.meets(window) for m in known):
            return "here"
        away = any(m.covers(window) and not m.team.startswith("nat-") for m in known)
        return "elsewhere" if away else "unknown"


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
