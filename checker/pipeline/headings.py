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
_NEAR = 14
"""Code points before a club's name in which a word may say that the row is none that played."""


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
        before = text[max(line, row - _REACH) : row]
        headless = self._layouts.headless.fullmatch(before)
        rated = self._layouts.rated.search(before) is not None
        bare = self._without_words(before)
        found = _read(bare, row - len(bare))
        if not bare.strip() and found.label is None and not headless:
            found = _line_above(text, line)
        near = bare[max(0, found.label.start - row - _NEAR) :] if found.label else bare
        if self._layouts.predicted.search(near) or (found.label is None and bare.strip() and not headless):
            return None
        begun = row - len(bare)
        eleven = Span(begun + headless.start(1), begun + headless.end(1)) if headless else None
        return found._replace(eleven=eleven, rated=rated)

    def calls_an_eleven(self, text: str, start: int, row: int) -> bool:
        """Whether what stands before a row calls it an eleven, and names the club: `Ayton ratings:`."""
        before = text[start:row]
        heads = self._layouts.head_words.search(before)
        return heads is not None and _read(self._without_words(before), start).label is not None

    def _without_words(self, before: str) -> str:
        """The words before a row, blanks for what they call an eleven."""
        return self._layouts.head_words.sub(_blanks, before)


def _blanks(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _line_above(text: str, line: int) -> Heading:
    """A heading that stands alone on the line above a row."""
    end = len(text[:line].rstrip())
    start = text.rfind("\n", 0, end) + 1
    if end - start > _LONGEST_LINE or end == 0:
        return Heading()
    found = _read(text[start:end], start)
    return found._replace(mark=":") if found.label and found.is_marked else Heading()


def _read(before: str, offset: int) -> Heading:
    """The club and the formation that a text ends with, and the colon or dash that follows them."""
    found = pattern.HEADING.search(before)
    if not found:
        return Heading()
    club = Span(offset + found.start("club"), offset + found.end("club"))
    group = "info" if found["info"] else "bare"
    shape = pattern.FORMATION.search(found[group] or "")
    at = offset + found.start(group) + shape.start() if shape else 0
    return Heading(club, Span(at, at + len(shape[0])) if shape else None, found["colon"] or "")
