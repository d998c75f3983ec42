"""Curated YAML of a pack (reference/*.yml) compiled into the store's SQLite file.

The compiled file lives in the user's cache folder under the hash of the YAML, so an unchanged pack is compiled once.
Where the folder cannot be written, the store is built in memory.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from checker.cache import cache_folder
from checker.errors import did_you_mean
from checker.reference.curated_rows import CuratedFile, Spell
from checker.reference.curated_tables import ROWS_VERSION, TEAM_KINDS, CuratedWriter
from checker.reference.location import connect_read_only, open_store
from checker.reference.schema import SCHEMA_VERSION, create
from checker.reference.store import Reference
from checker.yaml_source import Place, YamlSource, read_yaml


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
    digest = hashlib.sha256(f"{SCHEMA_VERSION}.{ROWS_VERSION} {sorted(particles)}".encode())
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
    writer = CuratedWriter(database, particles)
    sources = [read_yaml(file) for file in files]
    contents = [(source, source.into(CuratedFile)) for source in sources]
    for number, (source, content) in enumerate(contents):
        writer.write_file(source, content, number)
    writer.finish()
    for number, (source, content) in enumerate(contents):
        _check_spells(source, content, writer.entities)
        writer.write_matches(source, content, number)
    database.commit()


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
            yield membership, membership.team, TEAM_KINDS, ("athletes", number, "memberships", index)
    for number, associate in enumerate(content.associates):
        yield associate, associate.team, TEAM_KINDS, ("associates", number)
    for number, team in enumerate(content.teams):
        for index, tenure in enumerate(team.sites):
            yield tenure, tenure.site, _SITE, ("teams", number, "sites", index)
