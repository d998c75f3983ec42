"""The days on which an article's match may have been played: its date, or what the people it names leave open."""

import datetime
import math
from collections.abc import Iterator, Mapping
from dataclasses import replace

from checker.match.sides import Clubs
from checker.pipeline.reading import Reading
from checker.reference.store import LEADERS, Membership, Reference, Window

REPORT_DELAY = datetime.timedelta(days=4)
"""A report appears on the day of the match or a few days after it."""
YOUTH = datetime.timedelta(days=3 * 365)
"""Time for which a man may have played for his first club before a list of its first team has him."""
_DATING_ROLES = ("player", *LEADERS)
_LONG_AGO = datetime.date(1900, 1, 1)


def match_window(
    reading: Reading, clubs: Clubs | None, reference: Reference, thresholds: Mapping[str, float]
) -> Window | None:
    """The window of a dated article; of an undated one the days on which enough of the people it names were at its two
    clubs, and nearly all of those whom the reference has ever had there; else None."""
    date = reading.date
    if date:
        return Window(date - REPORT_DELAY, date)
    if clubs is None or reference.is_empty:
        return None
    elsewhere = _named_elsewhere(reading, clubs)
    spells = [
        found
        for person in reading.people.by_key.values()
        if person.key not in elsewhere
        if len(person.entities) == 1 and (found := list(_spells(person.entities[0], clubs, reference)))
    ]
    return _days_of(spells, max(thresholds.get("window_people", 3), thresholds.get("window_share", 0.7) * len(spells)))


def _named_elsewhere(reading: Reading, clubs: Clubs) -> set[str]:
    """The people whom the article names as some other club's: what it says of them is judged by the day, and dates nothing."""
    current = (claim for claim in reading.claims if claim.type == "affiliation" and claim.get("status") == "current")
    return {claim.keys.get("person", "") for claim in current if claim.keys.get("club") not in (None, *clubs)}


def _spells(entity: str, clubs: Clubs, reference: Reference) -> Iterator[Membership]:
    """A player's times at the two clubs; a director of today says nothing of when he played, a season's list of a squad too
    little of when a man came and went. The first time that is known of him may have begun some years before: a man of the
    youth team plays before a list has him."""
    known = [m for m in reference.memberships(entity) if m.exact]
    first = min((m.start or _LONG_AGO for m in known), default=_LONG_AGO)
    for spell in known:
        if spell.team in clubs and spell.role in _DATING_ROLES:
            yield replace(spell, start=spell.start - YOUTH) if spell.start and spell.start == first else spell


def _days_of(people: list[list[Membership]], needed: float) -> Window | None:
    """From the first to the last day on which enough of the people were there; None where there is none. The day on which
    most of them were may be years after the match: squads change slowly."""
    edges = sorted({spell.start or _LONG_AGO for spells in people for spell in spells})
    found: list[Window] = []
    for start in edges:
        ends = [
            max(spell.last for spell in spells if (spell.start or _LONG_AGO) <= start <= spell.last)
            for spells in people
            if any((spell.start or _LONG_AGO) <= start <= spell.last for spell in spells)
        ]
        if len(ends) >= needed:
            found.append(Window(start, sorted(ends, reverse=True)[math.ceil(needed) - 1]))
    return Window(found[0].first, max(window.last for window in found)) if found else None
