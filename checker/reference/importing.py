"""Imports: rows of a source into the user's store, all or nothing.

A store is never changed: an import copies it, takes the source's old rows out, puts the new ones in and moves the copy to
the store's place. Who reads meanwhile reads the old store; killed half-way, an import leaves the old store whole. A second
import waits for the first.
"""

import datetime
import hashlib
import os
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from checker.errors import FactcheckError, Position
from checker.reference.identity import Identities
from checker.reference.rows import Found, Importer, Lists, Rejected
from checker.reference.schema import SchemaError, create, migrate
from checker.reference.writing import Writer

PATIENCE = 600
"""Seconds that an import waits for another to end."""
SHOWN_ROWS = 10_000
"""Rejected rows that a report keeps; more are counted."""


@dataclass
class Report:
    """What one source gave: rows by kind, and what was rejected."""

    source: str
    files: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    rejected: list[Rejected] = field(default_factory=list)
    rejected_count: int = 0
    unchanged: bool = False
    """Whether the store had this very data already."""

    def reject(self, row: Rejected) -> None:
        self.rejected_count += 1
        if len(self.rejected) < SHOWN_ROWS:
            self.rejected.append(row)


@dataclass(frozen=True)
class Plan:
    """What to import: by which importer, from which folders or files."""

    importer: Importer
    paths: tuple[Path, ...]
    lists: Lists
    particles: frozenset[str]
    curated: sqlite3.Connection | None
    as_of: str = ""
    """The day on which the data were right (ISO); else the newest day that they name."""
    again: bool = False
    """Whether to import data that the store has already."""
    hidden: frozenset[str] = frozenset()
    """Folded words that are no club's name on their own, whatever a source says: first names, words of English."""


Tick = Callable[[Path], None]


def run_import(plan: Plan, store: Path, tick: Tick = lambda _: None) -> list[Report]:
    """Imports each path as one source; raises FactcheckError where nothing could be imported, the store being as it was."""
    for path in plan.paths:
        if not path.exists():
            raise FactcheckError("no such file or folder", Position(str(path)))
        if not plan.importer.files(path, plan.lists):
            raise FactcheckError(f"found nothing to import; expected {plan.importer.expects}", Position(str(path)))
    try:
        with exclusive(store), changed(store) as database:
            reports = [_import_source(plan, path, database, tick) for path in plan.paths]
            if all(report.unchanged for report in reports):
                raise _NothingNewError(reports)
            Writer.finish(database, plan.hidden)
    except _NothingNewError as nothing:
        return nothing.reports
    except sqlite3.Error as problem:
        raise FactcheckError(f"the import failed, the store is as it was: {problem}", Position(str(store))) from None
    except OSError as problem:
        where = problem.filename or store
        raise FactcheckError(f"the import failed, the store is as it was: {problem.strerror}", Position(str(where))) from None
    return reports


class _NothingNewError(Exception):
    """Every source was in the store already: the copy is let go."""

    def __init__(self, reports: list[Report]) -> None:
        self.reports = reports


def _import_source(plan: Plan, path: Path, database: sqlite3.Connection, tick: Tick) -> Report:
    report = Report(source_key(plan.importer, path))
    files = plan.importer.files(path, plan.lists)
    report.files = len(files)
    digest = _digest(files, path, plan)
    kept = database.execute("select id, digest from source where key = ?", (report.source,)).fetchone()
    if kept and kept[1] == digest and not plan.again:
        report.unchanged = True
        return report
    if kept:
        remove_source(database, kept[0])
    number = kept[0] if kept else database.execute("select coalesce(max(id), 0) + 1 from source").fetchone()[0]
    identities = Identities(plan.lists, plan.curated, database)
    writer = Writer(database, number, identities, plan.particles)
    _write_rows(plan.importer.read(path, plan.lists, tick), writer, report)
    writer.flush()
    newest = plan.as_of or writer.newest or _newest_file(files)
    row = (number, report.source, plan.importer.name, plan.importer.url, plan.importer.licence, plan.importer.tier, newest)
    database.execute(
        "insert into source values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*row, _now(), digest, int(plan.importer.redistributable)),
    )
    return report


def _write_rows(found: Iterator[Found], writer: Writer, report: Report) -> None:
    for item in found:
        rejected = item if isinstance(item, Rejected) else writer.write(item)
        if rejected:
            report.reject(rejected)
        else:
            report.rows[type(item).__name__.removesuffix("Row").lower()] += 1


def source_key(importer: Importer, path: Path) -> str:
    """What a source is called in the store: the importer and the folder's or file's name."""
    return f"{importer.name}/{path.resolve().name}"


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).replace(microsecond=0).isoformat()


def _newest_file(files: Sequence[Path]) -> str:
    newest = max(file.stat().st_mtime for file in files)
    return datetime.datetime.fromtimestamp(newest, datetime.UTC).date().isoformat()


def _digest(files: Sequence[Path], root: Path, plan: Plan) -> str:
    """A hash of what is imported: the files, their names, the day given."""
    digest = hashlib.sha256(f"{plan.importer.name} {plan.as_of}".encode())
    for file in files:
        digest.update(str(file.relative_to(root) if file != root else file.name).encode() + b"\0")
        with file.open("rb") as stream:
            while block := stream.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()


_OF_SOURCE = ("entity", "same_as", "membership", "tenure", "name", "surname", "event")


def remove_source(database: sqlite3.Connection, number: int) -> None:
    """Takes a source out of a store, and all that only it says."""
    for table in ("action", "participation"):
        database.execute(f"delete from {table} where event in (select id from event where source = ?)", (number,))
    for table in _OF_SOURCE:
        database.execute(f"delete from {table} where source = ?", (number,))
    database.execute("delete from source where id = ?", (number,))


@contextmanager
def exclusive(store: Path) -> Iterator[None]:
    """Keeps other imports out; SQLite's own lock on a file beside the store, which ends with the process that holds it."""
    store.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(store.with_suffix(".lock"), timeout=PATIENCE, isolation_level=None)) as lock:
        lock.execute("begin exclusive")
        for left in store.parent.glob(f".{store.stem}-*.part*"):  # of an import that was killed
            left.unlink(missing_ok=True)
        yield


@contextmanager
def changed(store: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the store (an empty one where there is none), which takes its place at the end, unless anything failed."""
    handle, name = tempfile.mkstemp(dir=store.parent, prefix=f".{store.stem}-", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        if store.exists():
            _copy(store, part)
        with closing(sqlite3.connect(part)) as database:
            _prepare(database, store)
            yield database
            database.commit()
            database.execute("analyze")
            database.commit()
        _settle(part)
        part.replace(store)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _prepare(database: sqlite3.Connection, store: Path) -> None:
    for pragma in ("journal_mode = memory", "synchronous = off", "cache_size = -65536"):
        database.execute(f"pragma {pragma}")
    if not store.exists():
        create(database)
        return
    try:
        migrate(database)
    except SchemaError as problem:
        raise FactcheckError(str(problem), Position(str(store))) from None


def _copy(store: Path, part: Path) -> None:
    with store.open("rb") as source, part.open("wb") as target:
        while block := source.read(1 << 20):
            target.write(block)


def _settle(part: Path) -> None:
    """Writes the file out to the disk before it takes its place: a power cut leaves the old store or the new."""
    with part.open("rb+") as stream:
        os.fsync(stream.fileno())


_TABLES: Mapping[str, str] = {
    "people": "select count(distinct id) from entity where kind = 'person'",
    "clubs": "select count(distinct id) from entity where kind = 'club'",
    "national sides": "select count(distinct id) from entity where kind = 'national'",
    "grounds": "select count(distinct id) from entity where kind = 'site'",
    "competitions": "select count(distinct competition) from event",
    "names": "select count(*) from name",
    "memberships": "select count(*) from membership",
    "matches": "select count(*) from event",
    "goals, cards, changes": "select count(*) from action",
    "line-up places": "select count(*) from participation",
}


def counts(database: sqlite3.Connection) -> dict[str, int]:
    """How much a store holds, by kind."""
    return {name: database.execute(query).fetchone()[0] for name, query in _TABLES.items()}
