"""The store: the reference as SQLite files, read-only while checking.

Tables use the words of the IPTC Sport Schema (Team, Athlete, Associate, Official, Site, Membership, Event). Everything that
the checker asks goes through `Reference`, which reads the pack's curated facts and, where there are any, the user's imports:
curated beats a desk's feed beats open data. More names known never mean more alarms: what imports add to the index of names
can say that a word is a name, and for the rest only speaks where the curated facts are silent.
"""

import datetime
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from checker.reference.events import Event, read_events
from checker.reference.names import fold
from checker.reference.schema import TIERS, Tier

LEADERS = ("manager", "head coach")
"""The roles of those who lead a side."""
_MOST_KEPT = 10_000
"""Answers of one kind that are remembered; a process that reads for days is asked ever new questions."""

Kind = Literal["club", "national", "person", "site", "competition", "official"]
Style = Literal["name", "alias", "short", "nickname", "demonym", "surname", "first-name"]
Answer = Literal["here", "elsewhere", "doubtful", "unknown"]
"""`doubtful`: the sources contradict each other, or only open data says that he was elsewhere."""


_DAY_LETTERS = len("1999-02-03")


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
    """A person's birth date or the year of it (ISO), a site's city, a team's country, an official's nation."""
    source: str

    @property
    def born(self) -> datetime.date | None:
        """The day of a person's birth; None where it is not known to the day."""
        return datetime.date.fromisoformat(self.detail) if self.kind == "person" and len(self.detail) == _DAY_LETTERS else None


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
    tier: Tier = "curated"
    exact: bool = True
    """Whether the days are known; a list of a season's squad says that he was there at some time of it."""

    @property
    def last(self) -> datetime.date:
        return self.end or self.as_of

    def meets(self, window: "Window") -> bool:
        """Whether any day of the window lies in this membership (an open start counts as always)."""
        return (self.start is None or self.start <= window.last) and window.first <= self.last

    def covers(self, window: "Window") -> bool:
        """Whether it proves that he was there on each day of the window: an end that open data leaves open proves nothing."""
        if not self.exact or (self.end is None and self.tier == "open"):
            return False
        return self.start is not None and self.start <= window.first and window.last <= self.last


@dataclass(frozen=True, slots=True)
class Window:
    """The days on which an article's match may have been played, both included."""

    first: datetime.date
    last: datetime.date


def is_national(team: str) -> bool:
    """Whether an id is a national side's: `nat-scotland`."""
    return team.startswith("nat-")


class Reference:
    """Look-ups in a store. Each answer is remembered: copy names the same few hundred people again and again."""

    def __init__(self, curated: sqlite3.Connection | None, imported: sqlite3.Connection | None = None) -> None:
        self._layers = [layer for layer in (curated, imported) if layer is not None]
        self._curated = curated
        self._imported = imported
        self._begun = _first_words(curated)
        """The words that begin a curated name: most words of copy do not, and need no look-up."""
        self._names: dict[str, tuple[NameForm, ...]] = {}
        self._entities: dict[str, Entity] = {}
        self._memberships: dict[str, tuple[Membership, ...]] = {}
        self._squads: dict[str, tuple[Membership, ...]] = {}
        self._sites: dict[str, list[str]] = {}
        self._places: dict[str, dict[int, list[NameForm]]] = {}
        self._taught: dict[str, tuple[NameForm, ...]] = {}
        self._known: dict[str, bool] = {}
        self._vouched: dict[str, frozenset[str]] = {}
        self._events: dict[tuple[str, str], tuple[Event, ...]] = {}

    @classmethod
    def empty(cls) -> "Reference":
        return cls(None)

    @property
    def is_empty(self) -> bool:
        return not self._layers

    def forms(self, first_words: Iterable[str]) -> Mapping[str, tuple[NameForm, ...]]:
        """The name forms that begin with each of the folded words, longest first."""
        if len(self._names) > _MOST_KEPT:
            self._names, self._vouched = {}, {}  # who was given the old ones keeps them
        wanted = [word for word in first_words if word not in self._names]
        if wanted and (self._layers or self._taught):
            found = _forms(self._curated, [word for word in wanted if word in self._begun])
            for word, forms in found.items():
                self._vouched[word] = frozenset(form.words for form in forms)
            for word, more in _forms(self._imported, wanted).items():
                found[word] = [*found.get(word, ()), *self._beside(found.get(word, ()), more)]
            for word in wanted:
                known = sorted(found.get(word, ()), key=lambda form: -len(form.words))
                self._names[word] = (*self._taught.get(word, ()), *known)
        return self._names

    def forms_of(self, word: str) -> tuple[NameForm, ...]:
        """The name forms that begin with one folded word, longest first."""
        found = self._names.get(word)
        return self.forms([word]).get(word, ()) if found is None else found

    def _beside(self, curated: Sequence[NameForm], imported: Iterable[NameForm]) -> Iterable[NameForm]:
        """The imported forms that the curated leave room for: a club of a name that a curated club, ground or man has is
        not meant, nor a namesake of a curated man of whom nothing but his name is known."""
        have = {(form.words, form.entity) for form in curated}
        taken = {form.words for form in curated if form.style in ("name", "alias", "short", "demonym")}
        for form in imported:
            if (form.words, form.entity) in have:
                continue
            if form.words not in taken or (form.kind == "person" and self.memberships(form.entity)):
                yield form

    def teach(self, team: str, source: str) -> str:
        """Makes a club known by its name alone, for as long as this reference lives; gives its id, the folded name."""
        words = fold(team)
        first = words.split()[0]
        self._taught[first] = (NameForm(words, words, "club", "name"), *self._taught.get(first, ()))
        self._names.pop(first, None)
        self._known.pop(words, None)
        self._entities[words] = Entity(words, "club", team, "", source)
        return words

    def knows(self, words: str) -> bool:
        """Whether folded words are anybody's or anything's name or surname: an exact match is never a misspelling."""
        known = self._known.get(words)
        if known is None:
            _make_room(self._known)
            named = any(form.words == words for form in self.forms_of(words.partition(" ")[0]))
            known = self._known[words] = named or self._is_surname(words)
        return known

    def begins_name(self, word: str) -> bool:
        """Whether a folded word is a name, or the first word of one."""
        return bool(self.forms_of(word))

    def vouches_for(self, words: str) -> bool:
        """Whether folded words are a curated name: imports say that a spelling exists, not that it is the right one."""
        first = words.partition(" ")[0]
        return bool(self.forms_of(first)) and words in self._vouched.get(first, ())

    def some_names(self, name: str) -> list[str]:
        """Names that begin like a name, for a hint."""
        beginning = fold(name)[:3]
        query = "select distinct words from name where words >= ? and words < ? limit 2000"
        rows = (row for layer in self._layers for row in layer.execute(query, (beginning, beginning + "\U0010ffff")))
        return [words for (words,) in rows]

    def _is_surname(self, words: str) -> bool:
        query = "select 1 from surname where words = ? limit 1"
        return self._imported is not None and self._imported.execute(query, (words,)).fetchone() is not None

    def places(self, beginning: str, length: int, edits: int) -> list[NameForm]:
        """The curated names of clubs and grounds that begin with some folded letters, and are at most so many letters longer or
        shorter than a length."""
        if beginning not in self._places:
            self._places[beginning] = self._places_by_length(beginning)
        known = self._places[beginning]
        return [form for letters in range(length - edits, length + edits + 1) for form in known.get(letters, ())]

    def _places_by_length(self, beginning: str) -> dict[int, list[NameForm]]:
        found: dict[int, list[NameForm]] = {}
        if self._curated is not None:
            rows = self._curated.execute(
                "select words, entity, kind, style from name where first >= ? and first < ?"
                " and kind in ('club', 'site') and style in ('name', 'alias')",
                (beginning, beginning + "\U0010ffff"),
            )
            for words, entity, kind, style in rows:
                found.setdefault(len(words), []).append(NameForm(words, entity, kind, style))
        return found

    def entity(self, entity: str) -> Entity | None:
        """The entity of an id, as its most trusted source has it; None where the store does not have it."""
        for layer in self._layers:
            if entity not in self._entities:
                rows = layer.execute(
                    "select e.id, e.kind, e.name, e.detail, s.path, s.tier from entity e join source s on s.id = e.source"
                    " where e.id = ?",
                    (entity,),
                ).fetchall()
                if rows:
                    best = min(rows, key=lambda row: (TIERS.index(row[5]), not row[3], row[4]))
                    self._entities[entity] = Entity(*best[:5])
        return self._entities.get(entity)

    def name(self, entity: str) -> str:
        """The name of an entity; the id itself where the store does not have it."""
        found = self.entity(entity)
        return found.name if found else entity

    def memberships(self, person: str) -> tuple[Membership, ...]:
        """Where a person has been, in the order of the sources."""
        _make_room(self._memberships)
        if person not in self._memberships:
            self._memberships[person] = self._members("person", person)
        return self._memberships[person]

    def squad(self, team: str) -> tuple[Membership, ...]:
        """Everybody who has ever been at a team, as far as the store knows."""
        _make_room(self._squads)
        if team not in self._squads:
            self._squads[team] = self._members("team", team)
        return self._squads[team]

    def _members(self, column: str, value: str) -> tuple[Membership, ...]:
        return tuple(
            Membership(p, t, role, kind, _date(start), _date(end), datetime.date.fromisoformat(as_of), path, tier, bool(exact))
            for layer in self._layers
            for p, t, role, kind, start, end, exact, as_of, path, tier in layer.execute(
                "select m.person, m.team, m.role, m.kind, m.start, m.end, m.exact, s.as_of, s.path, s.tier from membership m"
                f" join source s on s.id = m.source where m.{column} = ?",
                (value,),
            )
        )

    def events(self, one: str, other: str) -> tuple[Event, ...]:
        """The matches of two teams, by date; the same match from two sources stands here twice."""
        key = min(one, other), max(one, other)
        _make_room(self._events)
        if key not in self._events:
            found = [event for layer in self._layers for event in read_events(layer, *key)]
            self._events[key] = tuple(sorted(found, key=lambda event: (event.date, TIERS.index(event.tier))))
        return self._events[key]

    def row(self, membership: Membership) -> str:
        """A membership in words: `Edson Álvarez, West Ham United, from 2023-08-10`."""
        about = "" if membership.exact else "at some time "
        spell = [f"{word} {day.isoformat()}" for word, day in (("from", membership.start), ("to", membership.end)) if day]
        return ", ".join([self.name(membership.person), self.name(membership.team), about + " ".join(spell)]).rstrip(", ")

    def sites(self, team: str) -> list[str]:
        """The ids of the grounds that a team has had."""
        _make_room(self._sites)
        if team not in self._sites:
            query = "select site from tenure where team = ?"
            self._sites[team] = [row[0] for layer in self._layers for row in layer.execute(query, (team,))]
        return self._sites[team]

    def membership(self, person: str, team: str, window: Window | None) -> Answer:
        """Whether a person was at a team in a window of days: `here`, `elsewhere`, `doubtful` or `unknown`.

        `elsewhere` needs proof: a club membership that covers the whole window, and none at the team that meets it.
        """
        if window is None:
            return "unknown"
        known = self.memberships(person)
        here = [TIERS.index(m.tier) for m in known if m.team == team and m.meets(window)]
        away = [TIERS.index(m.tier) for m in known if m.covers(window) and not is_national(m.team)]
        if here:
            return "doubtful" if away and min(away) < min(here) else "here"
        if not away:
            return "unknown"
        return "doubtful" if TIERS[min(away)] == "open" else "elsewhere"


def _make_room(kept: dict[Any, Any]) -> None:
    """Forgets the answers of one kind when they have become too many."""
    if len(kept) > _MOST_KEPT:
        kept.clear()


def _first_words(layer: sqlite3.Connection | None) -> frozenset[str]:
    return frozenset(first for (first,) in layer.execute("select distinct first from name")) if layer else frozenset()


def _forms(layer: sqlite3.Connection | None, wanted: Sequence[str]) -> dict[str, list[NameForm]]:
    """The name forms of one layer by their first word."""
    found: dict[str, list[NameForm]] = {}
    if layer is not None and wanted:
        marks = ",".join("?" * len(wanted))
        query = f"select distinct first, words, entity, kind, style from name where first in ({marks})"
        for first, words, entity, kind, style in layer.execute(query, wanted):
            found.setdefault(first, []).append(NameForm(words, entity, kind, style))
    return found


def _date(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
