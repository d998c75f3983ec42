"""presumed: the clubs that an article is most likely about where nothing says so plainly enough for a rule.

For readers of the claims only, as all of `telling`: a report of a club's own may name the other side twice, a column no other.
"""

from collections import Counter

from checker.match.sides import Clubs
from checker.pipeline.clubs import is_team
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

_EARLY = 6
"""Sentences of prose within which a report has named both sides."""
_OFTEN = 3
"""So often an article names the one club that it is about, at least."""
_FEW = 6
"""More clubs than these are named in a round-up or a preview of many matches."""


def presumed_clubs(reading: Reading) -> Clubs | None:
    """The two clubs (or nations) that an article names most and early, and more often than any third; None in doubt."""
    counts = Counter(reading.clubs.counts)
    ranked = counts.most_common(3)
    third = ranked[2][1] if len(ranked) > 2 else 0
    if len(ranked) < 2 or len(counts) > _FEW or ranked[1][1] < 2 or third == ranked[1][1]:
        return None
    pair = ranked[0][0], ranked[1][0]
    early = {key for number in range(reading.lead(_EARLY)) for key in reading.clubs_in(number)}
    plain = {*pair} <= early or ranked[1][1] >= max(_OFTEN, 2 * third)
    return pair if plain and is_national(pair[0]) == is_national(pair[1]) else None


def presumed_side(reading: Reading) -> str:
    """The key of the one club that an article names at least three times as often as any other, or names that may be
    of several (`United`); empty where there is none."""
    ranked = Counter(reading.clubs.counts).most_common(2)
    unknown = sum(m.sure and is_team(m) and not reading.clubs.at(m.span.start) for m in reading.mentions)
    others = max([unknown, *(count for _, count in ranked[1:])])
    if not ranked or ranked[0][1] < max(_OFTEN, 3 * others):
        return ""
    return "" if is_national(ranked[0][0]) and not all(map(is_national, reading.clubs.counts)) else ranked[0][0]
