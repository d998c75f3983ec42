"""The store's versions: an old one is brought up to date, a newer one and a stranger are told apart."""

import sqlite3
from pathlib import Path

import pytest

from checker.errors import FactcheckError
from checker.reference.importing import changed, exclusive
from checker.reference.location import open_store
from checker.reference.schema import SCHEMA, SCHEMA_VERSION, create, migrate, version_of
from checker.reference.store import Reference

FIRST = """
create table meta (key text primary key, value text) without rowid;
create table source (id integer primary key, path text, source text, licence text, as_of text);
create table entity (id text primary key, kind text, name text, detail text, source integer) without rowid;
create table membership (person text, team text, role text, kind text, start text, end text, source integer);
create table tenure (team text, site text, start text, end text);
create table name (first text, words text, entity text, kind text, style text);
create index name_first on name (first);
create index membership_person on membership (person);
create index membership_team on membership (team);
insert into meta values ('schema', '1');
insert into source values (0, 'a.yml', 'by hand', 'CC0-1.0', '2024-06-30');
insert into entity values ('peter-marsh', 'person', 'Peter Marsh', '1999-02-03', 0);
insert into membership values ('peter-marsh', 'ayton', 'player', '', '2020-07-01', null, 0);
insert into name values ('peter', 'peter marsh', 'peter-marsh', 'person', 'name');
"""
"""A store of the first version."""


def columns(database: sqlite3.Connection) -> dict[str, list[str]]:
    tables = [row[0] for row in database.execute("select name from sqlite_master where type = 'table'")]
    return {table: sorted(row[1] for row in database.execute(f"pragma table_info({table})")) for table in tables}


def indexes(database: sqlite3.Connection) -> set[str]:
    rows = database.execute("select name from sqlite_master where type = 'index' and sql is not null")
    return {name for (name,) in rows} - {"source_key"}


def test_an_old_store_gets_the_tables_of_a_new_one() -> None:
    old, new = sqlite3.connect(":memory:"), sqlite3.connect(":memory:")
    old.executescript(FIRST)
    new.executescript(SCHEMA)
    assert migrate(old)
    assert columns(old) == columns(new)
    assert indexes(old) == indexes(new)
    assert version_of(old) == SCHEMA_VERSION
    assert not migrate(old)


def test_an_old_store_keeps_its_facts() -> None:
    old = sqlite3.connect(":memory:")
    old.executescript(FIRST)
    migrate(old)
    reference = Reference(old)
    assert reference.name("peter-marsh") == "Peter Marsh"
    assert [(m.team, m.exact, m.tier) for m in reference.memberships("peter-marsh")] == [("ayton", True, "curated")]
    assert [form.entity for form in reference.forms(["peter"])["peter"]] == ["peter-marsh"]


def written(tmp_path: Path, script: str) -> Path:
    store = tmp_path / "reference.sqlite"
    with sqlite3.connect(store) as database:
        database.executescript(script)
    return store


def test_a_store_is_migrated_when_it_is_next_written(tmp_path: Path) -> None:
    store = written(tmp_path, FIRST)
    with exclusive(store), changed(store):
        pass
    assert version_of(open_store(store)) == SCHEMA_VERSION


@pytest.mark.parametrize(
    ("script", "message"),
    [
        (FIRST, "found a store of version 1, expected 2; `factcheck reference migrate` brings it up to date"),
        ("create table meta (key, value); insert into meta values ('schema', '99')", "version 99, expected 2; install a newer"),
        ("create table other (a)", "found no store of factcheck"),
        ("create table meta (key, value)", "found no store of factcheck"),
    ],
)
def test_another_version_is_not_read(tmp_path: Path, script: str, message: str) -> None:
    with pytest.raises(FactcheckError, match=message.replace("(", r"\(")):
        open_store(written(tmp_path, script))


def test_what_is_no_database_is_not_read(tmp_path: Path) -> None:
    store = tmp_path / "reference.sqlite"
    store.write_text("no database at all, but long enough to be taken for one by its length alone" * 20)
    with pytest.raises(FactcheckError, match="found no store of factcheck"):
        open_store(store)


def test_a_newer_store_is_not_written(tmp_path: Path) -> None:
    store = written(tmp_path, "create table meta (key, value); insert into meta values ('schema', '99')")
    with pytest.raises(FactcheckError, match="knows versions up to 2"), changed(store):
        pass


def test_a_new_store_has_its_version() -> None:
    database = sqlite3.connect(":memory:")
    create(database)
    assert version_of(database) == SCHEMA_VERSION
