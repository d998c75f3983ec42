"""dates: what the calendar says of a date, and how many days before or after the match a statement puts something.

A year that the copy leaves out is the one that puts the date nearest to the article's own; of an article without a date
it is not known, and only its dates together tell a weekday.
"""

import calendar
import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.article import Article, Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.pipeline.calendars import Fixed, held_together
from checker.pipeline.datelines import Dateline, month_numbers
from checker.pipeline.holidays import Holidays
from checker.pipeline.intervals import with_intervals
from checker.pipeline.zones import sentence_at
from checker.reference.names import fold

_ISO = re.compile(r"-(?<=\b(?:19|20)\d\d-)\d\d-\d\d\b(?![-/])")
"""A date from its year on; it begins with a letter of its own, which is what `re` can look for fast."""
_LETTERS_OF_YEAR = 4
_LEAP_YEAR = 2000
"""A date without a year may be in any: February has 29 days then."""
_COMMON_YEAR = 2001
_SHORTEST = 3
"""Letters that tell a weekday or a month from the others."""
_SURELY_NEAREST = datetime.timedelta(days=75)
"""A date without a year that is no farther from the article's own is of no other year: a season has less than ten months."""
_HALF_A_YEAR = datetime.timedelta(days=183)
_A_YEAR = datetime.timedelta(days=366)
_OF_LATE = 2000
"""An older year beside a day of no year may be that of what the day recalls."""
_ENOUGH_DATES = 3
"""Different days with their weekdays that an undated article needs before they tell which year it may be."""
_YEARS = range(1993, 2021)
"""Twenty-eight years in a row: each way in which weekdays can fall on dates occurs."""


class DateReader:
    """Tells date claims what the calendar says, with a pack's names of months and weekdays."""

    def __init__(self, words: Words) -> None:
        self._months = month_numbers(words)
        self._holidays = Holidays(words)
        self._names = [fold(name) for name in words.lists.get("months", ())]
        self._weekdays = [fold(name) for name in words.lists.get("weekdays", ())]

    def told(self, claims: Sequence[Claim], text: str) -> list[Claim]:
        """The claims, those that are dates with their days counted and, where the copy gives the year, their weekday."""
        told = [self._dated(claim, text) if claim.type == "date" else claim for claim in claims]
        named = [claim.span for claim in told if "holiday" in claim.fields]
        told = [c for c in told if c.get("form") != "holiday" or not any(span.holds(c.span) for span in named)]
        return with_intervals(told, text, self._weekdays)

    def placed(
        self, claims: Sequence[Claim], date: datetime.date | None, dateline: Dateline | None = None
    ) -> list[Claim]:
        """The claims, dates that leave out the year with their weekday too, as far as the article's date tells it; of an
        article without one as far as its other dates do, that of an agency's dateline with them."""
        if date is None:
            return self._with_year(list(claims), dateline)
        return [self._placed(claim, date) if _has_no_year(claim) else claim for claim in claims]

    def _placed(self, claim: Claim, date: datetime.date) -> Claim:
        """A date without a year, with its weekday, or that of its holiday, in the year that puts it nearest to a day."""
        holiday = str(claim.get("holiday") or "")
        if not self._holidays.is_movable(holiday):
            return claim.having(true_weekday=self._weekday_near(date, claim))
        found = [day for year in (date.year - 1, date.year, date.year + 1) if (day := self._in_year(year, claim))]
        near = next((day for day in found if abs(day - date) <= _SURELY_NEAREST), None)
        return claim.having(self._holiday(holiday, near.year, near)) if near else claim

    def _holiday(self, name: str, year: int, said: datetime.date) -> dict[str, Value | None]:
        """Whether a day is that of a holiday, and on which day it falls."""
        days = self._holidays.days(name, year)
        if not days:
            return {}
        day = said if said in days else days[0]
        return {"is_holiday": said in days, "holiday_date": f"{day.day} {self._names[day.month - 1].capitalize()}"}

    def _with_year(self, claims: list[Claim], dateline: Dateline | None) -> list[Claim]:
        """The claims, weekdays told for dates of an undated article too: by the year that it gives one of them elsewhere, or by
        the years that nearly all its dates fit."""
        claims = self._with_year_elsewhere(claims)
        full = [c for c in claims if c.get("form") == "full" and "true_weekday" not in c.fields and "year" not in c.fields]
        if len({(claim.get("month"), claim.get("day")) for claim in full}) < _ENOUGH_DATES:
            return self._held_together(claims, full, dateline)
        fitting = {year: sum(self._weekday_in(year, claim) == claim.get("weekday") for claim in full) for year in _YEARS}
        most = max(fitting.values())
        years = [year for year, count in fitting.items() if count == most]
        told = {id(claim): {self._weekday_in(year, claim) for year in years} for claim in full}
        if most < _ENOUGH_DATES - 1 or most < len(full) - 1:
            return self._held_together(claims, full, dateline)
        sure = [claim for claim in full if len(told[id(claim)]) == 1]
        proofs = {id(claim): next(other.span for other in full if other is not claim) for claim in sure}
        return [
            c.having(true_weekday=min(told[id(c)]), places={"told": proofs[id(c)]}) if id(c) in proofs else c for c in claims
        ]

    def _with_year_elsewhere(self, claims: list[Claim]) -> list[Claim]:
        """The claims; days without a year that stand elsewhere with one, the latest that the article names or the one before,
        with their weekday. An older year is that of an anniversary."""
        years = {claim.span: year for claim in claims if isinstance(year := claim.get("year"), int)}
        least = max(_OF_LATE, max(years.values(), default=0) - 1)
        days = {(c.get("month"), c.get("day")): c for c in claims if "on" in c.fields and years.get(c.span, 0) >= least}
        told = {
            id(claim): days[claim.get("month"), claim.get("day")]
            for claim in claims
            if claim.get("form") == "full" and _has_no_year(claim) and (claim.get("month"), claim.get("day")) in days
        }
        return [
            claim.having(true_weekday=self._weekday_in(years[day.span], claim), places={"told": day.span})
            if (day := told.get(id(claim)))
            else claim
            for claim in claims
        ]

    def _held_together(self, claims: list[Claim], full: Sequence[Claim], dateline: Dateline | None) -> list[Claim]:
        """The claims; of days with their weekdays that lie near each other those that fit no calendar with the others, and
        one of these as proof."""
        days = [fixed for claim in full if (fixed := self._fixed(claim))]
        if dateline and dateline.weekdays and (day := _day_of(_COMMON_YEAR, dateline.month, dateline.day)):
            days.append(Fixed(dateline.span, day, frozenset(self._weekdays.index(name) for name in dateline.weekdays)))
        told = {held.span: held for held in held_together(days)}
        return [
            claim.having(fits=held.fits, places={"told": held.proof}) if (held := told.get(claim.span)) else claim
            for claim in claims
        ]

    def _fixed(self, claim: Claim) -> Fixed | None:
        day = self._in_year(_COMMON_YEAR, claim)
        return Fixed(claim.span, day, frozenset({self._weekdays.index(str(claim.get("weekday")))})) if day else None

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

    def _dated(self, claim: Claim, text: str) -> Claim:
        """A date with what the calendar says of it; the holiday before it is a part of it."""
        if beside := self._holidays.beside(claim, text):
            holiday, span, listed = beside
            if not listed:
                claim = replace(claim, span=span, text=span.of(text)).having(holiday=holiday)
            elif span.holds(claim.place("weekday")):
                claim = claim.having(form="day")  # the weekday is a part of the holiday's name
        return claim.having(self._fields(claim))

    def _fields(self, claim: Claim) -> dict[str, Value | None]:
        count, form = claim.get("count"), claim.get("form")
        if isinstance(count, int) and str(form).startswith("days-"):
            return {"offset_days": -count if form in ("days-before", "days-ago") else count}
        month = self._months.get(str(claim.get("month") or ""))
        if month is None:
            year = claim.get("year")
            return {"date": str(year)} if isinstance(year, int) else {}
        day, year, name = claim.get("day"), claim.get("year"), self._names[month - 1]
        holiday = str(claim.get("holiday") or "")
        told = self._day(
            day if isinstance(day, int) else 0, month, year if isinstance(year, int) else None, holiday
        )
        return {**told, "month": name, "date": _as_written(claim), **self._weekday_in_full(claim)}

    def _weekday_in_full(self, claim: Claim) -> dict[str, Value | None]:
        """The weekday of a date that shortens it: `Sat 15 Feb`; `where they sat May 5` names none."""
        said = str(claim.get("weekday") or "")
        if not said or said in self._weekdays:
            return {}
        known = next((name for name in self._weekdays if name.startswith(said[:_SHORTEST])), None)
        return {"weekday": known, "form": "full" if claim.text[:1].isupper() else "day"}

    def _day(self, day: int, month: int, year: int | None, holiday: str) -> dict[str, Value | None]:
        if not day:
            return {}
        told: dict[str, Value | None] = {}
        told["last_day"] = calendar.monthrange(year or _LEAP_YEAR, month)[1]
        found = _day_of(year, month, day) if year else None
        said = found or _day_of(_LEAP_YEAR, month, day)
        if said and (found or not self._holidays.is_movable(holiday)):
            told |= self._holiday(holiday, said.year, said)
        if found:
            told["on"] = found.isoformat()
        if found and told.get("is_holiday") is not False:  # else the weekday is the holiday's
            told["true_weekday"] = self._weekdays[found.weekday()]
        return told


def _as_written(claim: Claim) -> str:
    """The words of a day without its weekday: `12 December`, `May 23, 2007`."""
    parts = [claim.places[name] for name in ("day", "month", "year") if name in claim.places]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    return claim.text[start - claim.span.start : end - claim.span.start]


def iso_dates(article: Article, sentences: Sequence[Span]) -> Iterator[Claim]:
    """The dates that are written as `1996-08-25`, as agencies do under their headlines."""
    for found in _ISO.finditer(article.plain, article.start):
        span = Span(found.start() - _LETTERS_OF_YEAR, found.end())
        date = span.of(article.plain)
        day = _day_of(*(int(part) for part in date.split("-")))
        if day is not None:
            fields = {"form": "iso", "date": date, "on": day.isoformat()}
            yield Claim("date", span, date, fields, sentence=sentence_at(sentences, span.start), path=article.path)


def _has_no_year(claim: Claim) -> bool:
    return claim.type == "date" and "day" in claim.fields and "year" not in claim.fields


def _day_of(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None
