"""boxes: the score boxes that American leagues and colleges print, one event a line, its side by an abbreviation.

    SCORING SUMMARY                                 MISCONDUCT SUMMARY
    TAC — Ezra Lunde (Malik Strand) 18              BOI — Hugo Frost (caution; Reckless Foul) 41
    BOI — Jonas Weir (penalty kick) 90'+4'          BOI — Hugo Frost (ejection) 88
"""

import re
from collections.abc import Iterator

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline.block_lists import span_of
from checker.pipeline.block_parts import Entry, Section
from checker.pipeline.block_patterns import NAME, SPACE, UPPER

_SIDE = rf"[ \t]*(?P<team>[{UPPER}]{{2,4}}|{NAME})(?:{SPACE}?(?:[-–]{{1,2}}|—){SPACE}?|:{SPACE})"
_OF_A_SIDE = re.compile(_SIDE)
_LINE = re.compile(
    rf"{_SIDE}(?P<name>{NAME})"
    rf"(?:{SPACE}\((?P<more>[^()\n]{{1,60}})\))?,?{SPACE}"
    rf"(?P<minute>\d{{1,3}}['’′]?(?:{SPACE}?\+{SPACE}?\d{{1,2}})?)(?!\d)['’′]?[.;]?"
)


class BoxReader:
    """Reads score boxes with the headings and marks of a pack."""

    def __init__(self, words: Words) -> None:
        headings = {kind: words.lists.get(f"box_{kind}", ()) for kind in ("goals", "cards")}
        self._kinds = {heading.lower(): kind for kind, texts in headings.items() for heading in texts}
        either = "|".join(sorted(map(re.escape, self._kinds), key=len, reverse=True)) or "(?!)"
        self._heading = re.compile(rf"^[ \t*#]*(?P<heading>{either})\b[ \t*]*(?::[ \t*]*|$)", re.IGNORECASE | re.MULTILINE)
        self._og, self._pen = words.pattern("own_goal_marks"), words.pattern("penalty_marks")
        self._red, self._yellow = words.pattern("box_red"), words.pattern("box_yellow")

    def read(self, text: str, start: int) -> tuple[list[Section], bool]:
        """A section for each event of the boxes, and whether a line of a box of goals could not be read."""
        sections: list[Section] = []
        unread = False
        headings = list(self._heading.finditer(text, start))
        ends = [*(heading.start() for heading in headings[1:]), len(text)]
        for heading, end in zip(headings, ends, strict=False):
            kind = self._kinds[heading["heading"].lower()]
            lines = list(_lines(text, heading.end(), end))
            events = [_LINE.fullmatch(text, line.start, line.end) for line in lines]
            found = [section for event in events if event and (section := self._section(kind, event))]
            unread |= kind == "goals" and bool(found) and not all(events)
            sections += found
        return sections, unread

    def _section(self, kind: str, event: re.Match[str]) -> Section | None:
        more = event["more"] or ""
        minute = re.sub(r"[^\d+]", "", event["minute"])
        mark = "og" if self._og.search(more) else "pen" if self._pen.search(more) else ""
        if kind == "cards":
            kind = "sent_off" if self._red.search(more) else "booked" if self._yellow.search(more) else ""
            mark = ""
        minutes = ((minute, span_of(event, "minute")),)
        entry = Entry(span_of(event, "name"), Span(event.start("name"), event.end()), minutes, (mark,))
        return Section(kind, (entry,), span_of(event), span_of(event, "team")) if kind else None


def _lines(text: str, at: int, limit: int) -> Iterator[Span]:
    """The lines from an offset on that tell something of a side, up to the first that does not; empty ones are passed over."""
    for line in text[at:limit].splitlines(keepends=True):
        if line.strip():
            if not _OF_A_SIDE.match(line):
                return
            yield Span(at, at + len(line.rstrip()))
        at += len(line)
