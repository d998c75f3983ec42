"""An excerpt: the part of a line of copy that a terminal shows, with a place for every character.

Copy is printed as it is but for what a terminal would obey instead of print: control characters (an escape
sequence in an article must not paint the editor's screen), marks that turn the direction of writing, and
tabs, which have no width of their own. Widths are cells: a Chinese character takes two, a combining accent
none.
"""

import re
from dataclasses import dataclass

from rich.cells import cell_len

TAB = "    "
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_UNPRINTABLE: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # Unicode has pictures of the control characters
    0x7F: "\N{SYMBOL FOR DELETE}",
    **dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), _REPLACED),
    **dict.fromkeys(range(0xD800, 0xE000), _REPLACED),  # bytes of a file name that are not UTF-8
    0x2028: " ",
    0x2029: " ",
    0xFEFF: "",
    ord("\t"): TAB,
}
_CUT_WORD = re.compile(r"\S+\Z")
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line of copy in three parts, of which the middle one is the span, each as a terminal prints it."""

    before: str
    marked: str
    after: str
    goes_on: bool = False
    """Whether the span goes on in the next line."""

    @property
    def line(self) -> str:
        return self.before + self.marked + self.after

    @property
    def carets(self) -> str:
        """What to print below the line: carets exactly under the span, at least one."""
        indent = cell_len(self.before)
        width = cell_len(self.before + self.marked) - indent
        return " " * indent + "^" * max(width, 1) + (_CUT if self.goes_on else "")


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """The words around a span of a line, whole, in so many cells; a … stands where the line was cut.

    `start` and `end` are code points of the line; with an end beyond it the span goes on in the next line.
    """
    before, marked, after = printable(line[:start]), printable(line[start:end]), printable(line[end:])
    marked = _head(marked, room)
    spare = max(room - cell_len(marked), 0)
    # Each side has half of what is left, and what the other side does not need.
    half = spare // 2
    before = _tail(before, spare - (cell_len(after) if _fits(after, half) else half))
    return Excerpt(before, marked, _head(after, max(spare - cell_len(before), 0)), end > len(line))


def printable(text: str) -> str:
    """The text with everything that a terminal would obey made visible."""
    return text.translate(_UNPRINTABLE)


def one_line(text: str) -> str:
    """The text in one line, ready to print: every run of white space is one space."""
    return printable(" ".join(text.split()))


def quoted(text: str, room: int = 100) -> str:
    """The text in quotation marks and in one line, cut after so many cells."""
    return f'"{_head(one_line(text), room)}"'


def _head(text: str, room: int) -> str:
    """The whole words at the beginning of a text that fit; a first word that does not fit is cut."""
    if _fits(text, room):
        return text
    room = max(room - cell_len(_CUT) - 1, 0)
    kept = text[:room]
    while cell_len(kept) > room:
        kept = kept[:-1]
    words = kept if text[len(kept)].isspace() else _CUT_WORD.sub("", kept)
    if not words and not text[0].isspace():
        words = kept
    return f"{words.rstrip()} {_CUT}"


def _tail(text: str, room: int) -> str:
    """The whole words at the end of a text that fit."""
    return _head(text[::-1], room)[::-1]


def _fits(text: str, room: int) -> bool:
    # The first half spares measuring what is much longer: no script needs more than four code points a cell.
    return len(text) <= 4 * room and cell_len(text) <= room
