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
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from checker.errors import PackError
from checker.reference.names import fold, surname_of
from checker.reference.store import SCHEMA, SCHEMA_VERSION, Reference
from checker.yaml_source import YamlSource, read_yaml

Form = tuple[str, str]
"""A name as written, and its style."""


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class SiteTenure(Row):
    site: str
    start: datetime.date | None = Field(default=None, alias="from")
    end: datetime.date | None = Field(default=None, alias="to")


class SiteRow(Row):
    id: str
    name: str
    aliases: list[str] = Field(default_factory=list)
    city: str = ""


class TeamRow(Row):
    id: str
    name: str
    kind: str = "club"
    country: str = ""
    city: str = ""
    aliases: list[str] = Field(default_factory=list)
    short: list[str] = Field(default_factory=list)
    nicknames: list[str] = Field(default_factory=list)
    demonyms: list[str] = Field(default_factory=list)
    competitions: list[str] = Field(default_factory=list)
    sites: list[SiteTenure] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class CompetitionRow(Row):
    id: str
    name: str
    aliases: list[str] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class MembershipRow(Row):
    team: str
    kind: str = ""
    start: datetime.date | None = Field(default=None, alias="from")
    end: datetime.date | None = Field(default=None, alias="to")


class AthleteRow(Row):
    id: str
    name: str
    aliases: list[str] = Field(default_factory=list)
    born: datetime.date | None = None
    nation: str = ""
    position: str = ""
    memberships: list[MembershipRow] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class AssociateRow(MembershipRow):
    name: str
    role: str
    aliases: list[str] = Field(default_factory=list)
    born: datetime.date | None = None


_Identified = SiteRow | TeamRow | AthleteRow
"""Rows whose ids must differ in all files together."""


class OfficialRow(Row):
    name: str
    nation: str = ""
    aliases: list[str] = Field(default_factory=list)


class CuratedFile(Row):
    """One file of reference/: facts with their source, licence and as-of date."""

    source: str
    licence: str
    as_of: datetime.date
    sites: list[SiteRow] = Field(default_factory=list)
    teams: list[TeamRow] = Field(default_factory=list)
    competitions: list[CompetitionRow] = Field(default_factory=list)
    athletes: list[AthleteRow] = Field(default_factory=list)
    associates: list[AssociateRow] = Field(default_factory=list)
    officials: list[OfficialRow] = Field(default_factory=list)


def open_reference(folders: Sequence[Path], particles: frozenset[str], cache: Path | None = None) -> Reference:
    """The reference that the YAML files of the folders make; raises PackError for a mistake in one of them."""
    files = sorted(file for folder in folders for file in folder.glob("*.yml"))
    if not files:
        return Reference.empty()
    target = (cache or _cache_folder()) / f"reference-{_digest(files)}.sqlite"
    if not target.exists():
        try:
            _compile_file(files, particles, target)
        except OSError:
            return Reference(_compiled(files, particles, ":memory:"))
    return Reference(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro&immutable=1", uri=True))


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "factcheck"


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256(str(SCHEMA_VERSION).encode())
    for file in files:
        digest.update(str(file).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


def _compile_file(files: Sequence[Path], particles: frozenset[str], target: Path) -> None:
    """Writes the store beside its place and moves it there: another process sees the whole file or none."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, suffix=".part")
    os.close(handle)
    try:
        _compiled(files, particles, name).close()
        Path(name).replace(target)
    finally:
        Path(name).unlink(missing_ok=True)


def _compiled(files: Sequence[Path], particles: frozenset[str], place: str) -> sqlite3.Connection:
    database = sqlite3.connect(place)
    database.executescript(SCHEMA)
    writer = _Writer(database, particles)
    sources = [(read_yaml(file), number) for number, file in enumerate(files)]
    contents = [(source, source.into(CuratedFile), number) for source, number in sources]
    for source, content, number in contents:
        writer.write_file(source, content, number)
    writer.finish()
    for source, content, _ in contents:
        _check_links(source, content, writer.entities)
    database.execute("insert into meta values ('schema', ?)", (str(SCHEMA_VERSION),))
    database.commit()
    return database


def _check_links(source: YamlSource, content: CuratedFile, entities: dict[str, str]) -> None:
    """Raises PackError for a membership or a tenure that names a team or site which no file has."""
    for number, athlete in enumerate(content.athletes):
        for index, membership in enumerate(athlete.memberships):
            if membership.team not in entities:
                place = ("athletes", number, "memberships", index)
                raise source.fail(f"no team has the id {membership.team!r}", *place)
    for number, associate in enumerate(content.associates):
        if associate.team not in entities:
            raise source.fail(f"no team has the id {associate.team!r}", "associates", number)
    for number, team in enumerate(content.teams):
        for index, tenure in enumerate(team.sites):
            if tenure.site not in entities:
                raise source.fail(f"no site has the id {tenure.site!r}", "teams", number, "sites", index)


def slug(name: str) -> str:
    """An identifier made of a name: `Łukasz Fabiański` is `lukasz-fabianski`."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


class _Writer:
    """Rows of the curated files into the tables. A person may stand in several files: the first gives the name."""

    def __init__(self, database: sqlite3.Connection, particles: frozenset[str]) -> None:
        self._database = database
        self._particles = particles
        self._forms: dict[tuple[str, str, str], tuple[str, str]] = {}
        self.entities: dict[str, str] = {}

    def write_file(self, source: YamlSource, content: CuratedFile, number: int) -> None:
        row = (number, Path(source.path).name, content.source, content.licence, content.as_of.isoformat())
        self._database.execute("insert into source values (?, ?, ?, ?, ?)", row)
        tables: Mapping[str, Sequence[_Identified]] = {
            "sites": content.sites, "teams": content.teams, "athletes": content.athletes,
        }  # fmt: skip
        for key, rows in tables.items():
            for index, item in enumerate(rows):
                if item.id in self.entities:
                    raise PackError(f"the id {item.id!r} is taken", source.position((key, index, "id")))
                self._write(item, number)
        for competition in content.competitions:
            self._entity(competition.id, "competition", competition.name, "", number)
            self._add_forms(competition.id, "competition", _plain(competition.name, competition.aliases))
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
        elif isinstance(item, TeamRow):
            self._entity(item.id, item.kind, item.name, item.country, number)
            self._add_forms(item.id, item.kind, _team_forms(item))
            for tenure in item.sites:
                row = (item.id, tenure.site, _iso(tenure.start), _iso(tenure.end))
                self._database.execute("insert into tenure values (?, ?, ?, ?)", row)
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
        row = (person, item.team, role, item.kind, _iso(item.start), _iso(item.end), number)
        self._database.execute("insert into membership values (?, ?, ?, ?, ?, ?, ?)", row)

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

    def finish(self) -> None:
        rows = [
            (words.split()[0], words, identity, kind, style)
            for (words, identity, _), (kind, style) in self._forms.items()
        ]
        self._database.executemany("insert into name values (?, ?, ?, ?, ?)", rows)


def _plain(name: str, aliases: Iterable[str]) -> list[Form]:
    return [(name, "name"), *((alias, "alias") for alias in aliases)]


def _team_forms(team: TeamRow) -> Iterator[Form]:
    yield from _plain(team.name, team.aliases)
    for style, forms in (("short", team.short), ("nickname", team.nicknames), ("demonym", team.demonyms)):
        for form in forms:
            yield form.removeprefix("the ").removeprefix("The "), style


def _iso(date: datetime.date | None) -> str | None:
    return date.isoformat() if date else None
