"""Curated YAML of a pack (reference/*.yml) compiled into the store's SQLite file.

The compiled file lives in the user's cache folder under the hash of the YAML, so an unchanged pack is compiled once.
Where the folder cannot be written, the store is built in memory.
"""

import datetime
import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from checker.cache import cache_folder
from checker.errors import did_you_mean
from checker.reference.events import write_event
from checker.reference.identity import slug
from checker.reference.location import connect_read_only, open_store
from checker.reference.match_parts import MatchPart, event_of
from checker.reference.names import fold, surname_of
from checker.reference.schema import SCHEMA_VERSION, Tier, create
from checker.reference.store import Reference
from checker.yaml_source import Place, YamlSource, read_yaml

Form = tuple[str, str]
"""A name as written, and its style."""
_ROWS_VERSION = 2
"""Raised when the same files are compiled to other rows."""
_SPELT_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa"})
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Spell(Row):
    """A time from one day to another, both included."""

    start: datetime.date | None = Field(default=None, alias="from")
    end: datetime.date | None = Field(default=None, alias="to")


class SiteTenure(Spell):
    site: str


class SiteRow(Row):
    id: Words
    name: Words
    aliases: list[Words] = Field(default_factory=list)
    city: str = ""


class TeamRow(Row):
    id: Words
    name: Words
    kind: Literal["club", "national"] = "club"
    country: str = ""
    city: str = ""
    aliases: list[Words] = Field(default_factory=list)
    short: list[Words] = Field(default_factory=list)
    nicknames: list[Words] = Field(default_factory=list)
    demonyms: list[Words] = Field(default_factory=list)
    competitions: list[str] = Field(default_factory=list)
    sites: list[SiteTenure] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class CompetitionRow(Row):
    id: Words
    name: Words
    aliases: list[Words] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class MembershipRow(Spell):
    team: str
    kind: str = ""
    exact: bool = True
    """Whether the days are known; else he was there at some time of them."""


class AthleteRow(Row):
    id: Words
    name: Words
    aliases: list[Words] = Field(default_factory=list)
    born: datetime.date | None = None
    nation: str = ""
    position: str = ""
    memberships: list[MembershipRow] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class AssociateRow(MembershipRow):
    name: Words
    role: str
    aliases: list[Words] = Field(default_factory=list)
    born: datetime.date | None = None


_Identified = SiteRow | TeamRow | CompetitionRow | AthleteRow
"""Rows whose ids must differ in all files together."""


class OfficialRow(Row):
    name: Words
    nation: str = ""
    aliases: list[Words] = Field(default_factory=list)


class CuratedFile(Row):
    """One file of reference/: facts with their source, licence and as-of date."""

    source: str
    licence: str
    as_of: datetime.date
    tier: Tier = "curated"
    """How far the file is believed: facts that were copied from open data as they stand are `open`."""
    sites: list[SiteRow] = Field(default_factory=list)
    teams: list[TeamRow] = Field(default_factory=list)
    competitions: list[CompetitionRow] = Field(default_factory=list)
    athletes: list[AthleteRow] = Field(default_factory=list)
    associates: list[AssociateRow] = Field(default_factory=list)
    officials: list[OfficialRow] = Field(default_factory=list)
    matches: list[MatchPart] = Field(default_factory=list)


def open_reference(
    folders: Sequence[Path], particles: frozenset[str], cache: Path | None = None, store: Path | None = None
) -> Reference:
    """The reference that the YAML files of the folders make, with the imports of a store where it exists; raises PackError
    for a mistake in a file, FactcheckError for a store that cannot be read."""
    imported = open_store(store) if store is not None and store.exists() else None
    return Reference(open_curated(folders, particles, cache), imported)


def open_curated(
    folders: Sequence[Path], particles: frozenset[str], cache: Path | None = None
) -> sqlite3.Connection | None:
    """The compiled YAML files of the folders; None where there is none. Raises PackError for a mistake in one of them."""
    files = sorted(file for folder in folders for file in folder.glob("*.yml"))
    if not files:
        return None
    try:
        target = (cache or cache_folder()) / f"reference-{_digest(files, particles)}.sqlite"
        database = _kept(target)
        if database is None:
            _compile_file(files, particles, target)
            database = connect_read_only(target)
    except (OSError, RuntimeError, sqlite3.OperationalError):  # no home, or a folder that cannot be written
        database = sqlite3.connect(":memory:")
        _compile(files, particles, database)
    return database


def _kept(target: Path) -> sqlite3.Connection | None:
    """The store that an earlier run left; None where there is none, or a damaged one."""
    if not target.exists():
        return None
    database = connect_read_only(target)
    try:
        database.execute("select value from meta where key = 'schema'").fetchone()
    except sqlite3.DatabaseError:
        database.close()
        return None
    return database


def _digest(files: Iterable[Path], particles: frozenset[str]) -> str:
    digest = hashlib.sha256(f"{SCHEMA_VERSION}.{_ROWS_VERSION} {sorted(particles)}".encode())
    for file in files:
        digest.update(str(file).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def _compile_file(files: Sequence[Path], particles: frozenset[str], target: Path) -> None:
    """Writes the store beside its place and moves it there: another process sees the whole file or none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    try:
        with closing(sqlite3.connect(name)) as database:
            _compile(files, particles, database)
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _compile(files: Sequence[Path], particles: frozenset[str], database: sqlite3.Connection) -> None:
    create(database)
    writer = _Writer(database, particles)
    sources = [read_yaml(file) for file in files]
    contents = [(source, source.into(CuratedFile)) for source in sources]
    for number, (source, content) in enumerate(contents):
        writer.write_file(source, content, number)
    writer.finish()
    for number, (source, content) in enumerate(contents):
        _check_spells(source, content, writer.entities)
        writer.write_matches(source, content, number)
    database.commit()


_TEAM = ("club", "national")
_SITE = ("site",)


def _check_spells(source: YamlSource, content: CuratedFile, entities: Mapping[str, str]) -> None:
    """Raises PackError for a membership or a tenure of a team or site which no file has, or that ends before it begins."""
    for row, identity, kinds, place in _spells(content):
        if entities.get(identity) not in kinds:
            hint = did_you_mean(identity, [known for known, kind in entities.items() if kind in kinds])
            raise source.fail(f"no {'site' if kinds == _SITE else 'team'} has the id {identity!r}{hint}", *place)
        if row.start and row.end and row.end < row.start:
            raise source.fail(f"found `to: {row.end}`, which is before `from: {row.start}`", *place)


def _spells(content: CuratedFile) -> Iterator[tuple[Spell, str, tuple[str, ...], Place]]:
    """Each membership and tenure, the id and the kinds of what it is at, and its place in the file."""
    for number, athlete in enumerate(content.athletes):
        for index, membership in enumerate(athlete.memberships):
            yield membership, membership.team, _TEAM, ("athletes", number, "memberships", index)
    for number, associate in enumerate(content.associates):
        yield associate, associate.team, _TEAM, ("associates", number)
    for number, team in enumerate(content.teams):
        for index, tenure in enumerate(team.sites):
            yield tenure, tenure.site, _SITE, ("teams", number, "sites", index)


class _Writer:
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
        tables: Mapping[str, Sequence[_Identified]] = {
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

    def _write(self, item: _Identified, number: int) -> None:
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
                if self.entities.get(team) not in _TEAM:
                    known = [known for known, kind in self.entities.items() if kind in _TEAM]
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
