"""Rows of an importer into the tables of a store."""

import datetime
import sqlite3
from collections.abc import Iterable

from checker.reference.events import write_event
from checker.reference.identity import AmbiguousNameError, Identities, slug
from checker.reference.names import fold, surname_of
from checker.reference.rows import (
    CompetitionRow,
    MatchRow,
    MembershipRow,
    PersonRow,
    Rejected,
    Row,
    SiteRow,
    TeamRef,
    TeamRow,
)

_FAR = 5
"""Years after today beyond which a date is a mistake."""


class Writer:
    """Writes the rows of one source; a row that contradicts itself is given back as rejected."""

    def __init__(
        self, database: sqlite3.Connection, source: int, identities: Identities, particles: frozenset[str]
    ) -> None:
        self._database = database
        self._source = source
        self._identities = identities
        self._particles = particles
        self._entities: dict[str, tuple[str, str, str]] = {}
        self._names: dict[tuple[str, str], tuple[str, str]] = {}
        self._surnames: set[str] = set()
        self._members: dict[tuple[str, ...], tuple[object, ...]] = {}
        self._event = int(database.execute("select coalesce(max(id), 0) from event").fetchone()[0])
        self._matches: set[tuple[str, str, str]] = set()
        self._latest = (datetime.date.today() + datetime.timedelta(days=365 * _FAR)).isoformat()
        self.newest = ""
        """The newest day, not after today, that the rows name."""

    def write(self, row: Row) -> Rejected | None:
        """Writes a row, or says why it cannot be."""
        try:
            if isinstance(row, TeamRow):
                self._team(row)
            elif isinstance(row, PersonRow):
                self._person(row)
            elif isinstance(row, MembershipRow):
                return self._membership(row)
            elif isinstance(row, MatchRow):
                return self._match(row)
            else:
                self._place(row)
        except AmbiguousNameError as problem:
            at = row.person.at if isinstance(row, MembershipRow) else row.at
            return Rejected(at, str(problem), "a name that tells which")
        return None

    def _team(self, row: TeamRow) -> None:
        identity = self._identities.own_team(row.team, row.aliases)
        self._know_team(identity, row.team)
        self._same_as(identity, row.same_as)
        for alias in row.aliases:
            if not self._identities.is_misspelling(identity, fold(alias)):
                self._name(identity, row.team.kind, alias, "alias")

    def _know_team(self, identity: str, ref: TeamRef) -> None:
        if identity not in self._entities:
            self._entities[identity] = (ref.kind, ref.name, self._identities.country_of(identity))
            self._name(identity, ref.kind, ref.name, "name")

    def _person(self, row: PersonRow, team: str = "", year: int = 0) -> str:
        identity = self._identities.person(row, team, year)
        known = self._entities.get(identity)
        if known is None or len(row.born) > len(known[2]):
            self._entities[identity] = ("person", row.name, row.born)
        self._same_as(identity, row.same_as)
        for style, name in (("name", row.name), *(("alias", alias) for alias in row.aliases)):
            self._surnames.add(surname_of(name, self._particles))
            if " " in fold(name):
                self._name(identity, "person", name, style)
        return identity

    def _membership(self, row: MembershipRow) -> Rejected | None:
        if row.start and row.end and row.end < row.start:
            return Rejected(row.person.at, f"a time from {row.start} to {row.end}", "an end that is not before the start")
        for date in (row.start, row.end):
            if date > self._latest:
                return Rejected(row.person.at, f"the day {date}", f"a day before {self._latest}")
        team = self._identities.team(row.team)
        self._know_team(team, row.team)
        year = int(row.start[:4]) if row.start and not row.exact else 0
        person = self._person(row.person, team, year)
        values = (person, team, row.role, row.kind, row.start or None, row.end or None, int(row.exact), self._source)
        self._members[person, team, row.role, row.kind, row.start, row.end] = values
        self._see(row.start)
        self._see(row.end)
        return None

    def _match(self, row: MatchRow) -> Rejected | None:
        event = row.event
        home, away = self._identities.team(row.home), self._identities.team(row.away)
        if home == away:
            return Rejected(row.at, f"a match of {row.home.name} against itself", "two teams")
        date = event.date.isoformat()
        if date > self._latest:
            return Rejected(row.at, f"the day {date}", f"a day before {self._latest}")
        if (date, home, away) in self._matches:
            return Rejected(row.at, f"{row.home.name} v {row.away.name} on {date} a second time", "each match once")
        self._matches.add((date, home, away))
        self._know_team(home, row.home)
        self._know_team(away, row.away)
        self._see(date)
        self._event += 1
        write_event(self._database, self._event, event.between(home, away), self._source)
        for name in {name for action in event.actions for name in (action.person, action.other)} - {""}:
            self._surnames.add(surname_of(name, self._particles))
        for participation in event.participations:
            self._surnames.add(surname_of(participation.person, self._particles))

        return None

    def _place(self, row: SiteRow | CompetitionRow) -> None:
        kind = "site" if isinstance(row, SiteRow) else "competition"
        identity = f"{kind}-{slug(row.name)}"
        self._entities.setdefault(identity, (kind, row.name, row.city if isinstance(row, SiteRow) else ""))
        self._name(identity, kind, row.name, "name")
        if isinstance(row, CompetitionRow):
            self._same_as(identity, row.same_as)
        else:
            for alias in row.aliases:
                self._name(identity, kind, alias, "alias")

    def _name(self, identity: str, kind: str, name: str, style: str) -> None:
        words = fold(name)
        if words:
            self._names.setdefault((words, identity), (kind, style))

    def _same_as(self, identity: str, same: Iterable[tuple[str, str]] | dict[str, str] | object) -> None:
        items = same.items() if isinstance(same, dict) else ()
        rows = [(identity, authority, value, self._source) for authority, value in items if value]
        self._database.executemany("insert into same_as values (?, ?, ?, ?)", rows)

    def _see(self, date: str) -> None:
        if self.newest < date <= datetime.date.today().isoformat():
            self.newest = date

    def flush(self) -> None:
        """Writes what is kept until the source has been read: each entity, name and membership once."""
        many = self._database.executemany
        many("insert into entity values (?, ?, ?, ?, ?)", [(i, *entity, self._source) for i, entity in self._entities.items()])
        many(
            "insert into name values (?, ?, ?, ?, ?, ?)",
            [(words.split()[0], words, i, *how, self._source) for (words, i), how in self._names.items()],
        )
        many("insert into surname values (?, ?)", [(words, self._source) for words in sorted(self._surnames) if words])
        many("insert into membership values (?, ?, ?, ?, ?, ?, ?, ?)", list(self._members.values()))

    @staticmethod
    def finish(database: sqlite3.Connection, hidden: frozenset[str]) -> None:
        """Hides the names that would be taken for a club's where a man or a word is meant: what is hidden has no first word
        to be found by. `hidden` are folded words of the pack that are no name of a club."""
        database.execute("update name set first = substr(words, 1, instr(words || ' ', ' ') - 1) where first = ''")
        people = {row[0] for row in database.execute("select words from surname")}
        full = set()
        for (words,) in database.execute("select words from name where kind = 'person'"):
            full.add(words)
            people.update(words.split())
        single = people | hidden
        playing = _playing(database)
        rows = database.execute("select rowid, words, entity from name where kind <> 'person'").fetchall()
        doubtful = [
            (number,)
            for number, words, entity in rows
            if _is_doubtful(words, full, single) or (" " not in words and entity not in playing)
        ]
        database.executemany("update name set first = '' where rowid = ?", doubtful)


_SHORTEST = 4
"""Letters of a name of one word that a club of open data is recognised by."""


_MATCHES = 20
"""Matches in the store from which a team is known by one word: `Udinese`, not the `Sport` of Recife."""


def _playing(database: sqlite3.Connection) -> set[str]:
    """The teams of which the store has many matches."""
    query = (
        "select team from (select home as team from event union all select away from event)"
        " group by team having count(*) >= ?"
    )
    return {team for (team,) in database.execute(query, (_MATCHES,))}


def _is_doubtful(words: str, full: set[str], single: set[str]) -> bool:
    """Whether a club's or ground's name is as well a man's, or a word."""
    if " " in words:
        return words in full
    return len(words) < _SHORTEST or words in single or not words.isalpha()


