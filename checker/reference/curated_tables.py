"""Rows of curated YAML into the tables of the store."""

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from checker.errors import did_you_mean
from checker.reference.curated_rows import (
    CompetitionRow,
    CuratedFile,
    Identified,
    MembershipRow,
    SiteRow,
    TeamRow,
)
from checker.reference.events import write_event
from checker.reference.identity import slug
from checker.reference.match_parts import event_of
from checker.reference.names import fold, surname_of
from checker.yaml_source import YamlSource

ROWS_VERSION = 2
"""Raised when the same files are compiled to other rows."""
TEAM_KINDS = ("club", "national")
"""The kinds of what a person may be a member of."""
Form = tuple[str, str]
"""A name as written, and its style."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"})


class CuratedWriter:
    """Rows of the curated files into the tables. A person may stand in several files: the first gives the name."""

    def __init__(self, database: sqlite3.Connection, particles: frozenset[str]) -> None:
        self._database = database
        self._particles = particles
        self._forms: dict[tuple[str, str, str], tuple[str, str]] = {}
        self._events = 0
        self.entities: dict[str, str] = {}

    def write_file(self, source: YamlSource, content: CuratedFile, number: int) -> None:
        path = Path(source.path).name
        row = (number, f"{number}/{path}", path, content.source, content.licence, content.tier, content.as_of.isoformat())
        self._database.execute("insert into source values (?, ?, ?, ?, ?, ?, ?, null, null, 1)", row)
        tables: Mapping[str, Sequence[Identified]] = {
            "sites": content.sites,
            "teams": content.teams,
            "competitions": content.competitions,
            "athletes": content.athletes,
        }
        for key, rows in tables.items():
            for index, item in enumerate(rows):
                if item.id in self.entities:
                    raise source.fail(f"the id {item.id!r} is taken", key, index, "id")
                self._write(item, number)
        for associate in content.associates:
            identity = slug(associate.name)
            self._person(identity, associate.name, associate.aliases, associate.born, number)
            self._membership(identity, associate, associate.role, number)
        for official in content.officials:
            identity = f"official-{slug(official.name)}"
            self._entity(identity, "official", official.name, official.nation, number)
            self._add_forms(identity, "official", _plain(official.name, official.aliases))
            self._add_forms(identity, "official", [(surname_of(official.name, self._particles), "surname")])

    def _write(self, item: Identified, number: int) -> None:
        if isinstance(item, SiteRow):
            self._entity(item.id, "site", item.name, item.city, number)
            self._add_forms(item.id, "site", _plain(item.name, item.aliases))
        elif isinstance(item, CompetitionRow):
            self._entity(item.id, "competition", item.name, "", number)
            self._add_forms(item.id, "competition", _plain(item.name, item.aliases))
        elif isinstance(item, TeamRow):
            self._entity(item.id, item.kind, item.name, item.country, number)
            self._add_forms(item.id, item.kind, _team_forms(item))
            for tenure in item.sites:
                row = (item.id, tenure.site, _iso(tenure.start), _iso(tenure.end), number)
                self._database.execute("insert into tenure values (?, ?, ?, ?, ?)", row)
        else:
            self._person(item.id, item.name, item.aliases, item.born, number)
            for membership in item.memberships:
                self._membership(item.id, membership, "player", number)

    def _person(
        self, identity: str, name: str, aliases: list[str], born: datetime.date | None, number: int
    ) -> None:
        self._entity(identity, "person", name, _iso(born) or "", number)
        forms = _plain(name, aliases)
        self._add_forms(identity, "person", forms)
        self._add_forms(identity, "person", [(surname_of(form, self._particles), "surname") for form, _ in forms])
        firsts = [(form.split()[0], "first-name") for form, _ in forms if " " in form]
        self._add_forms(identity, "person", firsts)

    def _membership(self, person: str, item: MembershipRow, role: str, number: int) -> None:
        row = (person, item.team, role, item.kind, _iso(item.start), _iso(item.end), int(item.exact), number)
        self._database.execute("insert into membership values (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _entity(self, identity: str, kind: str, name: str, detail: str, number: int) -> None:
        if identity not in self.entities:
            self.entities[identity] = kind
            row = (identity, kind, name, detail, number)
            self._database.execute("insert into entity values (?, ?, ?, ?, ?)", row)

    def _add_forms(self, identity: str, kind: str, forms: Iterable[Form]) -> None:
        for written, style in forms:
            words = fold(written)
            if words:
                self._forms.setdefault((words, identity, kind), (kind, style))

    def write_matches(self, source: YamlSource, content: CuratedFile, number: int) -> None:
        """The matches of a file; raises PackError for a team that no file has, or more goals than the score."""
        for index, match in enumerate(content.matches):
            for side, team in (("home", match.home), ("away", match.away)):
                if self.entities.get(team) not in TEAM_KINDS:
                    known = [known for known, kind in self.entities.items() if kind in TEAM_KINDS]
                    raise source.fail(f"no team has the id {team!r}{did_you_mean(team, known)}", "matches", index, side)
            try:
                event = event_of(match, Path(source.path).name, content.tier).between(match.home, match.away)
            except ValueError as problem:
                raise source.fail(str(problem), "matches", index, "goals") from None
            self._events += 1
            write_event(self._database, self._events, event, number)

    def finish(self) -> None:
        rows = [
            (words.split()[0], words, identity, kind, style)
            for (words, identity, _), (kind, style) in self._forms.items()
        ]
        self._database.executemany("insert into name values (?, ?, ?, ?, ?, 0)", rows)


def _plain(name: str, aliases: Iterable[str]) -> list[Form]:
    """The name and its aliases, and each as a page without umlauts prints it: `Moenchengladbach`."""
    written = [name, *aliases]
    spelt_out = [spelt for form in written if (spelt := form.translate(_SPELT_OUT)) != form]
    return [(name, "name"), *((alias, "alias") for alias in [*written[1:], *spelt_out])]


def _team_forms(team: TeamRow) -> Iterator[Form]:
    yield from _plain(team.name, team.aliases)
    for style, forms in (("short", team.short), ("nickname", team.nicknames), ("demonym", team.demonyms)):
        for form in forms:
            yield form.removeprefix("the ").removeprefix("The "), style


def _iso(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None
