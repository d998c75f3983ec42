"""calendars: which days of an article, told with their weekdays and without a year, fit one calendar.

No year needs to be known: two days of one year tell by how far they lie apart whether their weekdays go together.
"""

import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, islice
from typing import NamedTuple

from checker.article import Span

_FEBRUARY = 2
_LAST_OF_FEBRUARY = 28
_JUNE = 6
_NEAR = datetime.timedelta(days=45)
"""Two days of an article no farther apart are days of one year."""


class Fixed(NamedTuple):
    """A day of the calendar, in a year that is none of the article's, and the weekdays on which it may fall."""

    span: Span
    day: datetime.date
    weekdays: frozenset[int]
    may_be_later: bool = False
    """Whether a leap day, of which nothing is known, may lie between this day and others of its group."""

    @property
    def begins(self) -> frozenset[int]:
        """The weekdays with which a calendar begins that has this day on one of its weekdays: near days share one."""
        days = (self.day.toordinal(), self.day.toordinal() + 1) if self.may_be_later else (self.day.toordinal(),)
        return frozenset((weekday - day) % 7 for weekday in self.weekdays for day in days)


class Held(NamedTuple):
    """A day that is held against others."""

    span: Span
    fits: bool
    proof: Span
    """One of those that it is held against."""


def held_together(days: Sequence[Fixed]) -> list[Held]:
    """Which days fit with the others: with those near them, and, where all do, with all of one year."""
    near = [held for group in _near(days) for held in _fits(group)]
    if len(days) < 2 or not all(held.fits for held in near):
        return near
    ways = [[held for held in _fits(_as_one(some)) if not held.fits] for some in (_in_a_season(days), days)]
    return near + (ways[0] if all(ways) else [])


def _near(days: Sequence[Fixed]) -> Iterator[list[Fixed]]:
    """The groups of days that lie near each other, each group in the order of the text. Summer's end divides the years of a
    season, New Year those of a calendar: it goes by what keeps the days together."""
    group: list[Fixed] = []
    ways = (days, _in_a_season(days))
    together = min(ways, key=lambda some: max(f.day for f in some) - min(f.day for f in some)) if days else days
    for fixed in sorted(together, key=lambda fixed: fixed.day):
        if group and fixed.day - group[0].day > _NEAR:
            yield _as_one(group)
            group = []
        group.append(fixed)
    yield _as_one(group)


def _as_one(days: Sequence[Fixed]) -> list[Fixed]:
    """Days of one year in the order of the text, a leap day between them and the first of them allowed for."""
    first = min((fixed.day for fixed in days), default=None)
    return sorted(fixed._replace(may_be_later=first is not None and _crosses_leap_day(first, fixed.day)) for fixed in days)


def _in_a_season(days: Sequence[Fixed]) -> list[Fixed]:
    """The days, those of the first half of the year in the next."""
    return [fixed._replace(day=_next_year(fixed.day)) if fixed.day.month <= _JUNE else fixed for fixed in days]


def _crosses_leap_day(one: datetime.date, other: datetime.date) -> bool:
    """Whether the number of days from one day to a later one depends on the year."""
    return any(one <= datetime.date(year, _FEBRUARY, _LAST_OF_FEBRUARY) < other for year in {one.year, other.year})


def _next_year(day: datetime.date) -> datetime.date:
    return day.replace(year=day.year + 1)


def _fits(group: Sequence[Fixed]) -> Iterator[Held]:
    """The days of a group that are held against the others."""
    once = [fixed for at, fixed in enumerate(group) if not any(_is_same(fixed, other) for other in group[:at])]
    counts = Counter(begin for fixed in once for begin in fixed.begins)
    most = max(counts.values(), default=0)
    leading = {begin for begin, count in counts.items() if count == most}
    with_most = [fixed for fixed in once if fixed.begins & leading]
    odd = [fixed for fixed in once if not fixed.begins & leading]
    if most == len(once):
        yield from (Held(fixed.span, True, once[0].span) for fixed in once[1:])
    elif most > 1 and len(odd) == len(once) - most == 1:
        yield Held(odd[0].span, False, with_most[-1].span)
    else:
        pairs = ((one, other) for one, other in combinations(once, 2) if not one.begins & other.begins)
        yield from (Held(other.span, False, one.span) for one, other in islice(pairs, 1))


def _is_same(one: Fixed, other: Fixed) -> bool:
    return (one.day, one.weekdays) == (other.day, other.weekdays)
