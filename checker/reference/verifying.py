"""What a store says that cannot all be so: for a desk to mend at the source."""

import sqlite3
from collections.abc import Iterator

_CLASHES = """
select a.person, a.team, s.key, b.team, t.key, max(a.start, b.start)
from membership a join membership b on a.person = b.person and a.team < b.team
join source s on s.id = a.source join source t on t.id = b.source
where a.exact = 1 and b.exact = 1 and a.role = 'player' and b.role = 'player' and a.kind = '' and b.kind = ''
  and a.team not like 'nat-%' and b.team not like 'nat-%'
  and a.start is not null and b.start is not null
  and a.start <= coalesce(b.end, t.as_of) and b.start <= coalesce(a.end, s.as_of)
"""
_BIRTHS = """
select a.id, a.detail, s.key, b.detail, t.key from entity a join entity b on a.id = b.id and a.source < b.source
join source s on s.id = a.source join source t on t.id = b.source
where a.kind = 'person' and a.detail <> '' and b.detail <> ''
  and a.detail not like b.detail || '%' and b.detail not like a.detail || '%'
"""
_RESULTS = """
select a.date, a.home, a.away, a.home_goals || '-' || a.away_goals, s.key, b.home_goals || '-' || b.away_goals, t.key
from event a join event b on a.home = b.home and a.away = b.away and a.date = b.date and a.source < b.source
join source s on s.id = a.source join source t on t.id = b.source
where a.home_goals <> b.home_goals or a.away_goals <> b.away_goals
"""
_OPEN = """
select m.person, m.team, m.start, s.key from membership m join source s on s.id = m.source
where m.end is null and s.tier = 'open'
"""
_NAMES = """
select n.words, group_concat(distinct n.entity) from name n join entity e on e.id = n.entity
where n.kind = 'club' and n.first <> '' group by n.words, e.detail having count(distinct n.entity) > 1
"""


def findings(database: sqlite3.Connection, curated: sqlite3.Connection | None) -> Iterator[tuple[str, list[str]]]:
    """The kinds of doubt about a store, each with its rows in words."""
    yield "players at two clubs on one day", [
        f"{person} is at {one} ({source}) and at {other} ({second}) on {day}"
        for person, one, source, other, second, day in database.execute(_CLASHES)
    ]
    yield "births on which sources differ", [
        f"{person}: {one} ({source}), {other} ({second})" for person, one, source, other, second in database.execute(_BIRTHS)
    ]
    yield "results on which sources differ", [
        f"{day} {home} v {away}: {one} ({source}), {other} ({second})"
        for day, home, away, one, source, other, second in database.execute(_RESULTS)
    ]
    yield "open memberships from open data (no proof of anything)", [
        f"{person} at {team} from {start or '?'} ({source})" for person, team, start, source in database.execute(_OPEN)
    ]
    yield "names that two clubs of one country have", [f"{words}: {ids}" for words, ids in database.execute(_NAMES)]
    yield "rows of people or teams that no source names", list(_orphans(database, curated))


def _orphans(database: sqlite3.Connection, curated: sqlite3.Connection | None) -> Iterator[str]:
    """Ids that a membership or a match has and neither the store nor the pack: the pack changed after the import."""
    known = {row[0] for layer in (database, curated) if layer is not None for row in layer.execute("select id from entity")}
    used = database.execute(
        "select person from membership union select team from membership union select home from event"
        " union select away from event"
    )
    return (identity for (identity,) in used if identity not in known)
