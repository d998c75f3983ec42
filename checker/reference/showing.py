"""What the reference knows, for people and for other programs."""

import sqlite3
from collections.abc import Iterator

from checker.reference.names import fold
from checker.reference.store import Entity, Membership, Reference

_TABLES = {
    "entity": "t.id, t.kind, t.name, t.detail",
    "membership": "t.person, t.team, t.role, t.kind, t.start, t.end, t.exact",
    "event": "t.id, t.competition, t.season, t.stage, t.date, t.home, t.away, t.home_goals, t.away_goals, t.half_home,"
    " t.half_away, t.full_home, t.full_away, t.pens_home, t.pens_away, t.site, t.city, t.referee, t.attendance",
    "same_as": "t.entity, t.authority, t.value",
}
_OF_EVENT = {
    "action": "t.event, t.number, t.kind, t.team, t.person, t.other, t.minute",
    "participation": "t.event, t.number, t.team, t.person, t.role, t.shirt",
}


def known_as(name: str, reference: Reference) -> list[Entity]:
    """The entities that a name or an id stands for."""
    words = fold(name)
    by_id = reference.entity(name)
    found = [by_id] if by_id else []
    if words:
        first = words.split()[0]
        ids = dict.fromkeys(form.entity for form in reference.forms_of(first) if form.words == words)
        found += [entity for identity in ids if (entity := reference.entity(identity)) and entity not in found]
    return found


def shown(entity: Entity, reference: Reference) -> Iterator[str]:
    """An entity in lines: what it is, where its people or where he has been."""
    detail = f", {entity.detail}" if entity.detail else ""
    yield f"{entity.name} ({entity.kind}{detail}) [{entity.id}], from {entity.source}"
    if entity.kind == "person":
        members = reference.memberships(entity.id)
        yield from (f"  {_time(m)}  {reference.name(m.team)}{_kind(m)}, from {m.source}" for m in _ordered(members))
    elif entity.kind in ("club", "national"):
        squad = _ordered(reference.squad(entity.id))
        yield from (f"  {_time(m)}  {reference.name(m.person)}{_kind(m)}, from {m.source}" for m in squad)
        yield from (f"  ground: {reference.name(site)}" for site in reference.sites(entity.id))


def _ordered(members: tuple[Membership, ...]) -> list[Membership]:
    return sorted(members, key=lambda m: (str(m.start or ""), str(m.end or ""), m.person))


def _time(member: Membership) -> str:
    end = str(member.end) if member.end else f"(as of {member.as_of})"
    about = "" if member.exact else "at some time of "
    return f"{about}{member.start or '?'} to {end}"


def _kind(member: Membership) -> str:
    notes = [note for note in (member.role if member.role != "player" else "", member.kind) if note]
    return f" ({', '.join(notes)})" if notes else ""


def exported(database: sqlite3.Connection, redistributable: bool) -> Iterator[dict[str, object]]:
    """The rows of a store, each with its table, source and licence."""
    which = " where s.redistributable = 1" if redistributable else ""
    for table, columns in _TABLES.items():
        yield from _rows(database, table, columns, "join source s on s.id = t.source" + which)
    for table, columns in _OF_EVENT.items():
        yield from _rows(database, table, columns, "join event e on e.id = t.event join source s on s.id = e.source" + which)


def _rows(database: sqlite3.Connection, table: str, columns: str, rest: str) -> Iterator[dict[str, object]]:
    found = database.execute(f"select {columns}, s.key as source, s.licence, s.as_of from {table} t {rest}")
    names = [column[0] for column in found.description]
    for row in found:
        yield {"table": table, **{name: value for name, value in zip(names, row, strict=True) if value not in (None, "")}}
