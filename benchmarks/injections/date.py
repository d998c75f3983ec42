"""Dates and ages: a weekday against its date, an age against a birth date, the same said twice."""

import calendar
import datetime
import re
from collections.abc import Iterator
from typing import NamedTuple

from injections.copy import CAPITAL, Copy, Place, results
from injections.model import Error, Kind, Site, one
from injections.names import SHARED_NAMES
from injections.numbers import group

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = tuple(calendar.month_name)[1:]
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DATED = re.compile(
    rf"\b{_WEEKDAY},? (?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH}\b(?:,? (?P<year>(?:19|20)\d\d))?|"
    rf"\b{_WEEKDAY.replace('weekday', 'weekday2')},? {_MONTH.replace('month', 'month2')} "
    r"(?P<day2>\d{1,2})(?:st|nd|rd|th)?\b(?:,? (?P<year2>(?:19|20)\d\d))?"
)
_ANY_WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b")
_AGE = re.compile(
    rf"\b(?P<n>\d\d)-year-old(?: [a-z-]+)? (?P<name>[{CAPITAL}][\w'’-]+(?: [{CAPITAL}][\w'’-]+)?)|"
    rf"\b(?P<name2>[{CAPITAL}][\w'’-]+ [{CAPITAL}][\w'’-]+)(?:, (?:aged )?| \(| aged )(?P<n2>\d\d)[,)]|"
    rf"\b(?P<name3>[{CAPITAL}][\w'’-]+)['’]s (?P<n3>\d\d)(?:st|nd|rd|th) birthday|"
    rf"\b(?P<name4>[{CAPITAL}][\w'’-]+),? (?:who )?(?:turned|is|was) (?P<n4>\d\d)\b(?!-| (?:minutes|goals|games|years))"
)
_POINTS = re.compile(r"\bpoints\b")
_BORN = re.compile(rf"\bborn (?:\w+ ){{0,4}}?on (?P<day>\d{{1,2}}) {_MONTH} (?P<year>(?:19|20)\d\d)")
_BORN_AGE = re.compile(r"\b(?:is|now|turned|aged|was|at) (?P<n>\d\d)\b|\b(?P<n2>\d\d)-year-old")


class Dated(NamedTuple):
    """A weekday and its date; the year where the copy gives it."""

    weekday: int
    place: Place
    day: int
    month: int
    year: int | None
    date_place: Place


def dated(copy: Copy) -> list[Dated]:
    """Every weekday with a day and a month."""
    found = []
    for match in _DATED.finditer(copy.text, copy.start):
        second = "" if match["weekday"] else "2"
        weekday, month = match["weekday" + second], match["month" + second]
        year = match["year" + second]
        place = group(match, "weekday" + second)
        found.append(
            Dated(
                WEEKDAYS.index(weekday),
                place,
                int(match["day" + second]),
                _MONTHS.index(month) + 1,
                int(year) if year else None,
                Place(place.end, match.end()),
            )
        )
    return found


def _years(said: Dated) -> frozenset[int]:
    """The years in which a date falls on its weekday."""
    years = [said.year] if said.year else range(1990, 2041)
    return frozenset(year for year in years if _weekday(year, said.month, said.day) == said.weekday)


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return datetime.date(year, month, day).weekday()
    except ValueError:
        return None


def weekday_against_date(site: Site) -> Iterator[Error]:
    """A weekday is another than its date has, in the year that the article gives or in any in which its other dates fit."""
    found = dated(site.copy)
    if any(not _years(said) for said in found):
        return
    for said in found:
        if said.year or (site.copy.year and _years(said) & {site.copy.year}):
            yield _other_day(site, said, said.date_place)
    rest = [said for said in found if not said.year]
    if not site.copy.year and len({(said.day, said.month) for said in rest}) > 1 and _consistent(rest):
        for said in rest:
            others = [other for other in rest if other != said]
            error = _other_day(site, said, others[0].date_place)
            changed = said._replace(weekday=WEEKDAYS.index(error.edits[0].new))
            if len(others) > 1 or not _consistent([*others, changed]):
                yield error


def _consistent(found: list[Dated]) -> bool:
    """Whether some season, July to June, has every weekday on its date."""
    return any(
        all(_weekday(year + (said.month < 7), said.month, said.day) == said.weekday for said in found)
        for year in range(1990, 2040)
    )


def _other_day(site: Site, said: Dated, proof: Place) -> Error:
    day = site.draw.choice([name for number, name in enumerate(WEEKDAYS) if number != said.weekday])
    return one(said.place, day, proof, [said.date_place])


def weekday_told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that give the same result of the same club on the same weekday."""
    found = []
    for place in site.copy.prose:
        days, told = list(site.copy.find(_ANY_WEEKDAY, place)), list(results(site.copy, place))
        if len(days) == 1 == len(told):
            found.append((place, days[0], told[0].sides, _names(site.copy, place)))
    for place, day, score, names in found:
        for where, other, other_score, other_names in found:
            if where != place and score == other_score and day["weekday"] == other["weekday"] and names & other_names:
                new = site.draw.choice([name for name in WEEKDAYS if name != day["weekday"]])
                yield one(group(day, 0), new, group(other, 0))


def _names(copy: Copy, place: Place) -> frozenset[str]:
    """The capitalised words of a sentence that may be those of its sides."""
    return frozenset(re.findall(r"\b[A-Z][a-z]{3,}", copy.of(place))) - {*WEEKDAYS} - SHARED_NAMES


_OCCASION = "final|semi-final|quarter-final|derby|replay|qualifier|friendly"
_ADJECTIVE = r"(?! (?:group|pool|league|home|away|game|games|match|matches|round|day|week|stages?|step|whistle|hurdle|push)\b)"
"""A final group match is no final."""
_EVENT = re.compile(
    rf"\b(?P<day>{'|'.join(WEEKDAYS)})['’]s (?:[\w-]+ ){{0,3}}(?P<event>{_OCCASION})\b{_ADJECTIVE}|"
    rf"\b(?P<event2>{_OCCASION})\b{_ADJECTIVE}(?:(?! last | next )[^.,;]){{0,40}} on (?P<day2>{'|'.join(WEEKDAYS)})\b"
)


_SEVERAL = ("semi-final", "quarter-final", "qualifier", "friendly")
"""Of these there are several in a round: only the same two sides have one of them."""


def event_told_twice(site: Site) -> Iterator[Error]:
    """One of two phrases that put the same final, derby … on the same weekday, where no phrase puts it on another."""
    found = [(place, m) for place in site.copy.prose for m in site.copy.find(_EVENT, place)]
    told = [
        (m["event"] or m["event2"], group(m, "day" if m["day"] else "day2"), _names(site.copy, place)) for place, m in found
    ]
    for event, place, _ in told:
        same = [other for name, other, _ in told if name == event]
        shared = frozenset.intersection(*(names for name, _, names in told if name == event))
        one_match = event not in _SEVERAL or len(shared) > 1
        if one_match and len(same) == 2 and len({site.copy.of(other) for other in same}) == 1:
            new = site.draw.choice([name for name in WEEKDAYS if name != site.copy.of(place)])
            yield one(place, new, next(other for other in same if other != place))


def age_told_twice(site: Site) -> Iterator[Error]:
    """One of two statements of a man's age. A sentence about points has those of clubs in brackets."""
    found = []
    for place in site.copy.prose:
        if _POINTS.search(site.copy.of(place)):
            continue
        for match in site.copy.find(_AGE, place):
            key = next(n for n in ("", "2", "3", "4") if match["n" + n])
            found.append((group(match, "n" + key), match["name" + key].rsplit(" ", 1)[-1]))
    for place, name in found:
        proof = next((other for other, man in found if man == name and other != place), None)
        if proof and site.copy.of(proof) == site.copy.of(place):
            yield one(place, str(int(site.copy.of(place)) + site.draw.choice((-3, -2, 2, 3))), proof)


def age_against_birth(site: Site) -> Iterator[Error]:
    """The age in the sentence of a birth date, or the next, is not that of the article's year."""
    copy = site.copy
    for number, place in enumerate(copy.prose):
        for born in copy.find(_BORN, place):
            end = copy.prose[min(number + 1, len(copy.prose) - 1)].end
            ages = list(copy.find(_BORN_AGE, Place(place.start, end)))
            if copy.year and len(ages) == 1:
                where = group(ages[0], "n" if ages[0]["n"] else "n2")
                if copy.year - int(born["year"]) - int(copy.of(where)) in (0, 1):
                    yield one(
                        where, str(int(copy.of(where)) + site.draw.choice((-4, -3, 2, 3))), group(born, 0), [group(born, 0)]
                    )


KINDS = (
    Kind("date/weekday-against-date", weekday_against_date),
    Kind("date/weekday-told-twice", weekday_told_twice),
    Kind("date/event-told-twice", event_told_twice),
    Kind("date/age-told-twice", age_told_twice),
    Kind("date/age-against-birth-date", age_against_birth),
)
