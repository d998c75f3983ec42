"""headings: what stands before an eleven: the club, its formation, what the row is called."""

import re
from typing import NamedTuple

from checker.article import Span
from checker.pipeline import block_patterns as pattern
from checker.pipeline.block_patterns import Layouts

_REACH = 90
"""Code points of a heading on the line of its row."""
_LONGEST_LINE = 60
"""Code points of a line that is a heading and nothing else."""


class Heading(NamedTuple):
    """The heading of a row: places in the text, and what its words say."""

    label: Span | None = None
    """The club as it is written."""
    formation: Span | None = None
    mark: str = ""
    """The colon or dash behind them."""
    eleven: Span | None = None
    """What heads a row whose club stands nowhere near: `Starting XI`."""
    rated: bool = False
    """Whether it says that the row is given with its marks."""
    forecast: bool = False
    """Whether it says that the row is what its writer expects."""

    @property
    def is_none(self) -> bool:
        return self.label is None and self.eleven is None

    @property
    def is_marked(self) -> bool:
        """Whether a mark or a formation makes the words a heading."""
        return self.mark in pattern.HEADING_MARKS or self.formation is not None


class HeadingReader:
    """Reads headings with the labels of a pack."""

    def __init__(self, layouts: Layouts) -> None:
        self._layouts = layouts

    def above(self, text: str, line: int, row: int) -> Heading | None:
        """The heading of a row that starts at an offset, on its line or alone on the line above; None for words that make the
        row a squad, or an ordinary list."""
        start = max(line, row - _REACH)
        before = text[start:row]
        found = self._expected(before, start)
        if found is not None:
            return found
        headless = self._layouts.headless.fullmatch(before)
        rated = self._layouts.rated.search(before) is not None
        bare = self._without_words(before)
        found = _read(bare, start)
        if not bare.strip() and found.label is None and not headless:
            found = self._line_above(text, line)
        if self._layouts.predicted.search(bare) or (found.label is None and bare.strip() and not headless):
            return None
        if found.label and self._layouts.opponent.search(text, line, found.label.start):
            return None  # `Strongest team vs Ayton:`
        eleven = Span(start + headless.start(1), start + headless.end(1)) if headless else None
        return found._replace(eleven=eleven, rated=rated)

    def _expected(self, before: str, start: int) -> Heading | None:
        """The heading of an eleven that is a forecast; None for another."""
        words = self._layouts.forecast.search(before)
        if words is None:
            return None
        club = words["club"] or ""
        blank = " " * (words.start("club") - words.start()) + club if club else ""
        found = _read(before[: words.start()] + blank.ljust(len(words[0])) + before[words.end() :], start)
        eleven = None if found.label else Span(start + words.start(), start + words.end())
        return found._replace(mark=":", eleven=eleven, forecast=True)

    def _line_above(self, text: str, line: int) -> Heading:
        """A heading that stands alone on the line above a row."""
        above = line_above(text, line)
        if above.end - above.start > _LONGEST_LINE:
            return Heading()
        found = self._expected(above.of(text), above.start) or _read(above.of(text), above.start)
        return found._replace(mark=":") if found.label and found.is_marked else Heading()

    def _without_words(self, before: str) -> str:
        """The words before a row, blanks for what they call an eleven."""
        return self._layouts.head_words.sub(_blanks, before)

    def calls_an_eleven(self, text: str, start: int, row: int) -> bool:
        """Whether what stands before a row calls it an eleven, and names the club: `Ayton ratings:`."""
        before = text[start:row]
        heads = self._layouts.head_words.search(before)
        return heads is not None and _read(self._without_words(before), start).label is not None


def line_above(text: str, line: int) -> Span:
    """The last line before an offset that holds more than blanks."""
    end = len(text[:line].rstrip())
    return Span(text.rfind("\n", 0, end) + 1, end)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _read(before: str, offset: int) -> Heading:
    """The club and the formation that a text ends with, and the colon or dash that follows them."""
    found = pattern.HEADING.search(before)
    if not found:
        return Heading()
    club = Span(offset + found.start("club"), offset + found.end("club"))
    group = next((name for name in ("info", "behind") if found[name]), "bare")
    shape = pattern.FORMATION.search(found[group] or "")
    at = offset + found.start(group) + shape.start() if shape else 0
    return Heading(club, Span(at, at + len(shape[0])) if shape else None, found["colon"] or "")
