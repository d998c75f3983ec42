"""The store's tables, and how a store that an older factcheck made is brought up to date.

Tables use the words of the IPTC Sport Schema (Team, Athlete, Associate, Official, Site, Membership, Event, Participation,
Action; https://sportschema.org). Every row of facts belongs to a source, so that a source can be taken out whole and put in
again; an entity or a name that two sources know stands in both.
"""

import sqlite3
from typing import Literal

SCHEMA_VERSION = 2

Tier = Literal["curated", "desk", "open"]
TIERS: tuple[Tier, ...] = ("curated", "desk", "open")
"""From the most to the least trusted: a pack's own YAML, a desk's feed, open data."""

SCHEMA = """
create table meta (key text primary key, value text) without rowid;
create table source (id integer primary key, key text unique, path text, source text, licence text, tier text, as_of text,
  imported_at text, digest text, redistributable integer);
create table entity (id text, kind text, name text, detail text, source integer, primary key (id, source)) without rowid;
create table same_as (entity text, authority text, value text, source integer);
create table membership (person text, team text, role text, kind text, start text, end text, exact integer, source integer);
create table tenure (team text, site text, start text, end text, source integer);
create table name (first text, words text, entity text, kind text, style text, source integer);
create table surname (words text, source integer, primary key (words, source)) without rowid;
create table event (id integer primary key, competition text, season text, stage text, date text, home text, away text,
  home_goals integer, away_goals integer, half_home integer, half_away integer, full_home integer, full_away integer,
  pens_home integer, pens_away integer, site text, city text, referee text, attendance integer, source integer);
create table action (event integer, number integer, kind text, team text, person text, other text, minute text);
create table participation (event integer, number integer, team text, person text, role text, shirt integer);
create index name_first on name (first);
create index entity_source on entity (source);
create index membership_person on membership (person);
create index membership_team on membership (team);
create index tenure_team on tenure (team);
create index same_as_entity on same_as (entity);
create index event_teams on event (home, away, date);
create index event_away on event (away);
create index action_event on action (event);
create index participation_event on participation (event);
"""

_TO_2 = """
alter table source add column key text;
alter table source add column tier text default 'curated';
alter table source add column imported_at text;
alter table source add column digest text;
alter table source add column redistributable integer default 1;
update source set key = path;
create unique index source_key on source (key);
create table entity_2 (id text, kind text, name text, detail text, source integer, primary key (id, source)) without rowid;
insert into entity_2 select id, kind, name, detail, source from entity;
drop table entity;
alter table entity_2 rename to entity;
alter table membership add column exact integer default 1;
alter table tenure add column source integer default 0;
alter table name add column source integer default 0;
create table same_as (entity text, authority text, value text, source integer);
create table surname (words text, source integer, primary key (words, source)) without rowid;
create table event (id integer primary key, competition text, season text, stage text, date text, home text, away text,
  home_goals integer, away_goals integer, half_home integer, half_away integer, full_home integer, full_away integer,
  pens_home integer, pens_away integer, site text, city text, referee text, attendance integer, source integer);
create table action (event integer, number integer, kind text, team text, person text, other text, minute text);
create table participation (event integer, number integer, team text, person text, role text, shirt integer);
create index entity_source on entity (source);
create index tenure_team on tenure (team);
create index same_as_entity on same_as (entity);
create index event_teams on event (home, away, date);
create index event_away on event (away);
create index action_event on action (event);
create index participation_event on participation (event);
"""
_STEPS = {1: _TO_2}
"""What brings a store of one version to the next."""


class SchemaError(ValueError):
    """A store of a version that this factcheck cannot read."""


def create(database: sqlite3.Connection) -> None:
    """Makes the tables of an empty store."""
    database.executescript(SCHEMA)
    database.execute("insert into meta values ('schema', ?)", (str(SCHEMA_VERSION),))


def version_of(database: sqlite3.Connection) -> int:
    """The version of a store; raises SchemaError where it is none."""
    try:
        row = database.execute("select value from meta where key = 'schema'").fetchone()
    except sqlite3.DatabaseError as problem:
        raise SchemaError(f"found no store of factcheck ({problem})") from None
    if row is None:
        raise SchemaError("found no store of factcheck (it has no schema version)")
    return int(row[0])


def migrate(database: sqlite3.Connection) -> bool:
    """Brings a store up to date, step by step; whether there was anything to do. Raises SchemaError for a newer store."""
    found = version_of(database)
    if found > SCHEMA_VERSION:
        raise SchemaError(f"found a store of version {found}; this factcheck knows versions up to {SCHEMA_VERSION}")
    for step in range(found, SCHEMA_VERSION):
        database.executescript(_STEPS[step])
        database.execute("update meta set value = ? where key = 'schema'", (str(step + 1),))
    database.commit()
    return found != SCHEMA_VERSION
