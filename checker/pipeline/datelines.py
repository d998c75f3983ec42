"""datelines: the day that an article gives at its head as its own: `Friday 6 June 2025`, `By Ann Reed, July 12, 2025`.

An agency's (`OSLO, June 6 (Agency) - `) leaves out the year; the weekday of the match in its sentence may tell its own.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.article import Article, Span
from checker.claims.model import Claim
from checker.claims.words import Words, one_of, whole
from checker.pipeline.zones import sentence_at
from checker.reference.names import fold

_HEAD_LINES = 8
"""Lines with words among which a dateline stands."""
_LONGEST_LINE = 100
"""Code points of a line that is no prose."""
_LONGEST_PLACE = 40
"""Code points before the day of an agency's dateline: `SAO PAULO, Brazil, `."""
_LONGEST_DAY = 60
"""Code points of its day, the agency's name and the dash."""
_TELLING = 3
"""Letters that tell a month from the others."""
_APART = datetime.timedelta(days=7)
"""An article is brought up to date within a week, or it tells of two matches."""
_BEGINS = re.compile(r"(?:^|[,;|(/·•*–—-])[\s(]*$")
"""What stands before a date that is a part of its own of a line; the same behind it."""
_ENDS = re.compile(r"\s*(?:$|[,;|)/·•*–—]|-\s|by\b)", re.IGNORECASE)
_AGENCY = re.compile(r"\s*(?:\([^()\n]{2,30}\)\s*)?[-–—]{1,2}\s")
"""What divides an agency's dateline from the sentence behind it: ` (Agency) - `."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)*]*\s*$")
_LINE = re.compile(r"[^\n]*\w[^\n]*")


def month_numbers(words: Words) -> Mapping[str, int]:
    """The number of each month by its name and by what it is shortened to, folded."""
    months = [fold(name) for name in words.lists.get("months", ())]
    short = (fold(word) for word in words.lists.get("any_month", ()))
    return {word: at for word in (*months, *short) for at, name in enumerate(months, 1) if name[:_TELLING] == word[:_TELLING]}


class Dateline(NamedTuple):
    """The day of an agency's dateline, and on which weekdays it may have been: that of the match, or the day after."""

    span: Span
    month: int
    day: int
    weekdays: frozenset[str]


class DatelineReader:
    """Finds datelines, with a pack's words for what is none."""

    def __init__(self, words: Words) -> None:
        self._months = month_numbers(words)
        self._weekdays = [fold(name) for name in words.lists.get("weekdays", ())]
        self._agencys = re.compile(
            rf", (?P<month>{one_of(words.lists.get('any_month', ()))})\.? (?P<day>\d\d?)(?={_AGENCY.pattern})"
        )
        self._labels = frozenset(words.folded("dateline_labels"))
        self._none = whole(words.lists.get("no_dateline", ()))

    def day(self, article: Article, claims: Sequence[Claim]) -> datetime.date | None:
        """The article's date; of an undated article that of its dateline; None where it has none, or two that differ."""
        if article.date:
            return article.date
        dated = [claim for claim in claims if claim.type == "date" and isinstance(claim.get("on"), str)]
        head = list(_head(article)) if dated else []
        days = {day for line in head for claim in dated if (day := self._day(claim, line, article.plain))}
        if not days or max(days) - min(days) > _APART:
            return None
        later = any(isinstance(year := claim.get("year"), int) and year > max(days).year + 1 for claim in claims)
        return None if later else max(days)  # who tells of later years looks back at that day

    def agencys(self, article: Article, claims: Sequence[Claim], sentences: Sequence[Span]) -> Dateline | None:
        """The dateline without a year at the beginning of a report: its sentence tells a score and one weekday."""
        for line in _head(article):
            found = self._agencys.search(article.plain, line.start, min(line.end, line.start + _LONGEST_PLACE + _LONGEST_DAY))
            if found:
                sentence = sentence_at(sentences, found.end())
                weekdays = self._weekdays_of([claim for claim in claims if claim.sentence == sentence])
                day = Span(found.start("month"), found.end())
                return Dateline(day, self._months[fold(found["month"])], int(found["day"]), weekdays)
        return None

    def _weekdays_of(self, told: Sequence[Claim]) -> frozenset[str]:
        days = [self._weekdays.index(str(c.get("weekday"))) for c in told if c.type == "date" and c.get("form") == "weekday"]
        if len(days) != 1 or not any(claim.type == "score" for claim in told):
            return frozenset()
        return frozenset(self._weekdays[(days[0] + later) % len(self._weekdays)] for later in (0, 1))

    def _day(self, claim: Claim, line: Span, text: str) -> datetime.date | None:
        """The day of a full date that stands in a line for itself, on its weekday where it has one."""
        day = claim.get("on")
        if not isinstance(day, str) or not line.holds(claim.span) or claim.zone == "quotation":
            return None
        if claim.get("weekday") and claim.get("weekday") != claim.get("true_weekday"):
            return None
        before, behind = text[line.start : claim.span.start], text[claim.span.end : line.end]
        if self._none.search(before) or not (self._is_apart(before, behind, line.of(text)) or _is_agencys(before, behind)):
            return None
        return datetime.date.fromisoformat(day)

    def _is_apart(self, before: str, behind: str, line: str) -> bool:
        """Whether a date is a part of its own in a line that is no sentence."""
        if len(line) > _LONGEST_LINE or _SENTENCE_END.search(line):
            return False
        labelled = before.rstrip().endswith(":") and before.strip(" :*").rsplit("|")[-1].strip().lower() in self._labels
        return (labelled or bool(_BEGINS.search(before))) and bool(_ENDS.match(behind))


def _is_agencys(before: str, behind: str) -> bool:
    """Whether a date stands between a place and the first sentence: `OSLO, 6 June 2025 (Agency) - `."""
    return len(before) <= _LONGEST_PLACE and bool(_BEGINS.search(before)) and bool(_AGENCY.match(behind))


def _head(article: Article) -> Iterator[Span]:
    lines = _LINE.finditer(article.plain, article.start)
    return (Span(*line.span()) for line, _ in zip(lines, range(_HEAD_LINES), strict=False))
