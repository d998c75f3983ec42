"""holidays: those that copy gives with a date (`Boxing Day, 26 December`), and on which day of a year they fall."""

import datetime
import re
from collections.abc import Mapping

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words, whole
from checker.reference.names import fold

_HUNDRED = 100
_TABLES = ("fixed_holidays", "easter_holidays")
_REACH = 60
"""Code points before a date in which its holiday stands."""


class Holidays:
    """The holidays of a pack: `fixed_holidays` have the same day each year (a month's number and the day's, 1226),
    `easter_holidays` so many days after Easter Sunday."""

    def __init__(self, words: Words) -> None:
        self._fixed = _folded(words.tables.get("fixed_holidays", {}))
        self._of_easter = _folded(words.tables.get("easter_holidays", {}))
        self._names = {_key(name): name for table in _TABLES for name in words.tables.get(table, {})}
        name = whole([form for name in self._names.values() for form in _forms(name)]).pattern
        weekdays, months = words.lists.get("any_weekday", ()), words.lists.get("any_month", ())
        weekday, day = whole(weekdays).pattern, rf"(?:\d|{whole([*weekdays, *months]).pattern})"
        mark = r"(?:,\s|\s?\(|\s[–—-]\s|\s)"
        self._named = re.compile(rf"(?P<holiday>{name}){mark}(?:{weekday},?\s)?(?:the\s)?$")
        self._listed_before = re.compile(rf"(?:{day},|\b(?:before|after|between|plus|not))\s$")
        joint = r"\s?(?:,|,?\s(?:and|or|then)\b|,?\s&)\s?(?:on\s|then\s|and\s)?"
        self._listed_behind = re.compile(rf"{joint}(?:{day}|{name})")

    def beside(self, claim: Claim, text: str) -> tuple[str, Span, bool] | None:
        """The holiday that stands before a date, where the two stand, and whether it is not the date's other name but one more
        day of a list, and then where it stands alone."""
        if not {"day", "month"} <= claim.places.keys():
            return None
        begin = min(claim.places["day"].start, claim.places["month"].start)
        before = text[max(0, begin - _REACH) : begin]
        found = self._named.search(before)
        if not found:
            return None
        name, start = self._names[_key(found["holiday"])], begin - len(before)
        listed = bool(self._listed_before.search(before[: found.start()]))
        if listed or ("(" not in found[0] and self._listed_behind.match(text, claim.span.end)):
            return name, Span(start + found.start(), start + found.end("holiday")), True
        return name, Span(start + found.start(), claim.span.end), False

    def is_movable(self, name: str) -> bool:
        """Whether the day of a holiday depends on the year."""
        return _key(name) in self._of_easter

    def days(self, name: str, year: int) -> list[datetime.date]:
        """On which day of a year a holiday falls, or on which two: churches differ over Easter. None for another name."""
        if _key(name) in self._fixed:
            return [datetime.date(year, *divmod(self._fixed[_key(name)], _HUNDRED))]
        after = self._of_easter.get(_key(name))
        if after is None:
            return []
        return [sunday + datetime.timedelta(days=after) for sunday in (easter(year), orthodox_easter(year))]


def easter(year: int) -> datetime.date:
    """Easter Sunday of the Gregorian calendar: the algorithm of Nature (20 April 1876), as in J. Meeus, Astronomical
    Algorithms (1991), chapter 8."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leaps = century // 4
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return datetime.date(year, month, day + 1)


def orthodox_easter(year: int) -> datetime.date:
    """Easter Sunday by the Julian calendar, told in the Gregorian one, 1900 to 2099: J. Meeus, the same chapter."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return datetime.date(year, month, day + 1) + datetime.timedelta(days=13)


def _forms(name: str) -> list[str]:
    """A holiday's name in the ways in which it is written."""
    return [name, name.replace("'", "’"), name.replace("St ", "St. ")]


def _folded(days: Mapping[str, int]) -> dict[str, int]:
    return {_key(name): day for name, day in days.items()}


def _key(name: str) -> str:
    """A holiday's name without what is written either way: `New Year’s Day`, `St. Stephen's Day`."""
    return fold(name).replace("’", "'").replace("st. ", "st ")
