"""boxes: the score boxes that American leagues and colleges print, one event a line, its side by an abbreviation.

    SCORING SUMMARY                                 MISCONDUCT SUMMARY
    TAC — Ezra Lunde (Malik Strand) 18              BOI — Hugo Frost (caution; Reckless Foul) 41
    BOI — Jonas Weir (penalty kick) 90'+4'          BOI — Hugo Frost (ejection) 88
"""

import re

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline.block_lists import span_of
from checker.pipeline.block_parts import Entry, Section
from checker.pipeline.block_patterns import NAME, SPACE, UPPER, at_lines

_LINE = re.compile(
    rf"[ \t]*(?P<team>[{UPPER}]{{2,4}}|{NAME})(?:{SPACE}?(?:[-–]{{1,2}}|—){SPACE}?|:{SPACE})(?P<name>{NAME})"
    rf"(?:{SPACE}\((?P<more>[^()\n]{{1,60}})\))?,?{SPACE}"
    rf"(?P<minute>\d{{1,3}}['’′]?(?:{SPACE}?\+{SPACE}?\d{{1,2}})?)(?!\d)['’′]?[.;]?"
)
_SIDE = re.compile(rf"[ \t]*[{UPPER}]{{2,4}}{SPACE}?(?:[-–]{{1,2}}|—|:)")
"""What a line of a box begins with, though the rest may be unlike an event."""


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
        small = text.lower()
        if not any(heading in small for heading in self._kinds):
            return sections, unread
        for heading in at_lines(self._heading, text, start):
            kind = self._kinds[heading["heading"].lower()]
            events, whole = _events(text, heading.end())
            sections += [section for event in events if (section := self._section(kind, event))]
            unread |= kind == "goals" and not whole
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


def _events(text: str, at: int) -> tuple[list[re.Match[str]], bool]:
    """The events that stand one a line from an offset on, and whether all lines that begin as they do could be read."""
    events: list[re.Match[str]] = []
    whole = True
    for line in text[at:].splitlines(keepends=True):
        event = _LINE.fullmatch(text, at, at + len(line.rstrip()))
        if event:
            events.append(event)
        elif line.strip() and not (events and _SIDE.match(line)):
            break
        elif line.strip():
            whole = False
        at += len(line)
    return events, whole
