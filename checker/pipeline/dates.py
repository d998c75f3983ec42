"""dates: what the calendar says of a date, and how many days before or after the match a statement puts something.

A year that the copy leaves out is the one that puts the date nearest to the article's own; of an article without a date
it is not known, and only its dates together tell a weekday.
"""

import calendar
import datetime
from collections.abc import Sequence

from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.reference.names import fold

_LEAP_YEAR = 2000
"""A date without a year may be in any: February has 29 days then."""
_COMMON_YEAR = 2001
_FEBRUARY = 2
_NEAR = datetime.timedelta(days=45)
"""Two days of an article no farther apart are days of one year."""
_SURELY_NEAREST = datetime.timedelta(days=120)
"""A date without a year that is no farther from the article's own is of no other year."""
_HALF_A_YEAR = datetime.timedelta(days=183)
_A_YEAR = datetime.timedelta(days=366)
_ENOUGH_DATES = 3
"""Different days with their weekdays that an undated article needs before they tell which year it may be."""
_YEARS = range(1993, 2021)
"""Twenty-eight years in a row: each way in which weekdays can fall on dates occurs."""


class DateReader:
    """Tells date claims what the calendar says, with a pack's names of months and weekdays."""

    def __init__(self, words: Words) -> None:
        self._months = {fold(name): number for number, name in enumerate(words.lists.get("months", ()), 1)}
        self._weekdays = [fold(name) for name in words.lists.get("weekdays", ())]

    def told(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims, those that are dates with their days counted and, where the copy gives the year, their weekday."""
        return [claim.having(self._fields(claim)) if claim.type == "date" else claim for claim in claims]

    def placed(self, claims: Sequence[Claim], date: datetime.date | None) -> list[Claim]:
        """The claims, dates that leave out the year with their weekday too, as far as the article's date or its other dates
        tell it."""
        if date is None:
            return self._with_year(list(claims))
        return [c.having(true_weekday=self._weekday_near(date, c)) if _has_no_year(c) else c for c in claims]

    def _with_year(self, claims: list[Claim]) -> list[Claim]:
        """The claims, weekdays told for dates of an undated article too: by the years that nearly all its dates fit."""
        full = [c for c in claims if c.get("form") == "full" and "true_weekday" not in c.fields and "year" not in c.fields]
        if len({claim.get("date") for claim in full}) < _ENOUGH_DATES:
            return self._with_partner(claims, full)
        fitting = {year: sum(self._weekday_in(year, claim) == claim.get("weekday") for claim in full) for year in _YEARS}
        most = max(fitting.values())
        years = [year for year, count in fitting.items() if count == most]
        told = {id(claim): {self._weekday_in(year, claim) for year in years} for claim in full}
        if most < _ENOUGH_DATES - 1 or most < len(full) - 1:
            return claims
        return [c.having(true_weekday=min(told[id(c)])) if len(told.get(id(c), ())) == 1 else c for c in claims]

    def _with_partner(self, claims: list[Claim], full: Sequence[Claim]) -> list[Claim]:
        """The claims; of two near days with their weekdays the second with whether both fit one calendar, and the first as
        proof."""
        if len(full) != 2 or any(claim.zone == "quotation" for claim in full):
            return claims
        first, second = full
        one, other = (self._in_year(_COMMON_YEAR, claim) for claim in full)
        if one is None or other is None or abs(other - one) > _NEAR or _crosses_leap_day(one, other):
            return claims
        weekdays = [self._weekdays.index(str(claim.get("weekday"))) for claim in full]
        fits = (other - one).days % 7 == (weekdays[1] - weekdays[0]) % 7
        told = second.having(fits=fits, places={"told": first.span})
        return [told if claim is second else claim for claim in claims]

    def _weekday_in(self, year: int, claim: Claim) -> str:
        found = self._in_year(year, claim)
        return self._weekdays[found.weekday()] if found else ""

    def _in_year(self, year: int, claim: Claim) -> datetime.date | None:
        month, day = self._months.get(str(claim.get("month")), 0), claim.get("day")
        return _day_of(year, month, day) if isinstance(day, int) else None

    def _weekday_near(self, date: datetime.date, claim: Claim) -> str | None:
        """The weekday of a date without a year, of the one nearest to a day; months away the year before or after will do as
        well."""
        found = [day for year in (date.year - 1, date.year, date.year + 1) if (day := self._in_year(year, claim))]
        if not found or abs((nearest := min(found, key=lambda day: abs(day - date))) - date) > _HALF_A_YEAR:
            return None
        told = [self._weekdays[day.weekday()] for day in found if abs(day - date) <= _A_YEAR]
        if abs(nearest - date) > _SURELY_NEAREST and claim.get("weekday") in told:
            return str(claim.get("weekday"))
        return self._weekdays[nearest.weekday()]

    def _fields(self, claim: Claim) -> dict[str, Value | None]:
        count, form = claim.get("count"), claim.get("form")
        if isinstance(count, int) and form in ("days-before", "days-after"):
            return {"offset_days": -count if form == "days-before" else count}
        month = self._months.get(str(claim.get("month") or ""))
        if month is None:
            year = claim.get("year")
            return {"date": str(year)} if isinstance(year, int) else {}
        day, year = claim.get("day"), claim.get("year")
        return self._day(claim, day if isinstance(day, int) else 0, month, year if isinstance(year, int) else None)

    def _day(self, claim: Claim, day: int, month: int, year: int | None) -> dict[str, Value | None]:
        if not day:
            return {"date": f"{claim.get('month')} {year}"}
        told: dict[str, Value | None] = {"date": f"{claim.get('month')} {day}"}
        told["last_day"] = calendar.monthrange(year or _LEAP_YEAR, month)[1]
        if year and (found := _day_of(year, month, day)):
            told |= {"on": found.isoformat(), "true_weekday": self._weekdays[found.weekday()]}
        return told


def _has_no_year(claim: Claim) -> bool:
    return claim.type == "date" and "day" in claim.fields and "year" not in claim.fields


def _day_of(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _crosses_leap_day(one: datetime.date, other: datetime.date) -> bool:
    """Whether the number of days between two days depends on the year."""
    return (min(one, other).month <= _FEBRUARY) != (max(one, other).month <= _FEBRUARY)

