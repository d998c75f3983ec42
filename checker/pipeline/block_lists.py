"""The lists of a block: names with minutes, ratings and brackets, as they stand behind a label."""

import re
from collections.abc import Iterator

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline import block_patterns as pattern
from checker.pipeline.block_parts import Change, Entry
from checker.pipeline.block_patterns import Layouts

_MARKS = str.maketrans("", "", " '’")
"""What may stand inside a minute: `90' + 3`."""


def span_of(found: re.Match[str], group: str | int = 0) -> Span:
    """Where a match, or one group of it, stands."""
    return Span(*found.span(group))


def squad_number(entry: re.Match[str]) -> int | None:
    """The squad number that an entry of a list begins with."""
    return int("".join(filter(str.isdigit, entry["number"]))) if entry["number"] else None


class ListReader:
    """Reads the entries of lists with the labels of a pack."""

    def __init__(self, layouts: Layouts, words: Words) -> None:
        self._layouts = layouts
        self._nil = frozenset(words.lists.get("nil_marks", ()))

    def kind(self, label: re.Match[str]) -> str:
        """Which kind of section a label opens: `booked`, `goals`, `unused`."""
        return self._layouts.kind_of[label["label"].lower()]

    def entries(self, text: str, kind: str, at: int, limit: int) -> tuple[list[Entry], int]:
        """The entries of a list of a kind that begins at an offset, and where it ends."""
        if kind == "goals":
            return self.scorers(text, at, limit)
        if text[at:limit].lstrip()[:4].rstrip(". \n").lower() in self._nil or text[at : at + 1] in self._nil:
            return [], self.skip_value(text, at, limit)
        entries: list[Entry] = []
        end = at
        while found := self._layouts.entry.match(text, end, limit):
            name = span_of(found, "name")
            minute = pattern.MINUTE_BEHIND.match(text, name.end, limit)
            minutes = ((minute[1], span_of(minute, 1)),) if minute and kind != "unused" else ()
            last = max(found.end(), minute.end() if minute else 0)
            entries.append(Entry(name, Span(name.start, last), minutes, number=squad_number(found)))
            end = last
            joint = pattern.JOINT.match(text, end, limit)
            if not joint or pattern.DASHED_PART.match(text, joint.end(), limit):
                break
            end = joint.end()
        return entries, end

    def scorers(self, text: str, at: int, limit: int) -> tuple[list[Entry], int]:
        """The entries of a goals list, each with its minutes, and where it ends."""
        entries: list[Entry] = []
        end = begin = at
        while found := self._layouts.scorer.match(text, begin, limit):
            entries.append(self._goal_entry(found))
            end = found.end()
            joint = pattern.SCORER_JOINT.match(text, end, limit)
            if not joint:
                break
            begin = joint.end()
        return entries, end

    def _goal_entry(self, found: re.Match[str]) -> Entry:
        start, name = found.start("rest"), span_of(found, "name")
        minutes: list[tuple[str, Span]] = []
        marks: list[str] = []
        rest = found["rest"]
        leading = self._layouts.marks.match(rest.lstrip(" (["))
        man, _, last = found["name"].rpartition(" ")
        if man and (behind := self._layouts.marks.fullmatch(last)):  # `Emerson OG 48`
            name, leading = Span(name.start, name.start + len(man)), behind
        places = list(pattern.A_MINUTE.finditer(rest))
        for number, place in enumerate(places):
            after = rest[place.end() : places[number + 1].start() if number + 1 < len(places) else len(rest)]
            mark = self._layouts.marks.search(after) or (leading if number == 0 else None)
            marks.append("og" if mark and mark["og"] else "pen" if mark else "")
            minutes.append((place[0].translate(_MARKS), Span(start + place.start(), start + place.end())))
        return Entry(name, span_of(found), tuple(minutes), tuple(marks))

    def changes(self, text: str, off: Span, bracket: Span, numbered: bool = False) -> Iterator[Change]:
        """The changes that the bracket behind a man tells: `(Anita 72)`, `(Anita 72 (Gutierrez 80))`. None for a bracket that
        tells something else. Where the men of a row are numbered, a number before a name is no minute."""
        words = bracket.of(text).lstrip()
        place = Span(bracket.end - len(words), bracket.end)
        twice = pattern.CHANGED_TWICE.fullmatch(words)
        if twice is None:
            yield from self._change(words, place, off, numbered)
            return
        first, second = (Span(place.start + twice.start(part), place.start + twice.end(part)) for part in ("first", "second"))
        for change in self._change(twice["first"] + ")", first, off, numbered):
            yield change
            yield from self._change(twice["second"], second, change.on, numbered)

    def _change(self, words: str, place: Span, off: Span, numbered: bool) -> Iterator[Change]:
        """The change that the words of one bracket tell."""
        found, start = pattern.BRACKET.fullmatch(words), place.start
        group = "first" if found and found["first"] and not numbered else "minute"
        if found and found["name"] and found[group] and not self._layouts.kind_of.get(found["name"].lower()):
            on = Span(start + found.start("name"), start + found.end("name"))
            at = Span(start + found.start(group), start + found.end(group))
            yield Change(on, off, found[group], Span(off.start, place.end), at)

    def swaps(self, text: str, at: int, limit: int) -> Iterator[Change]:
        """`Substitution: Aina for Roberts 87`."""
        for found in pattern.SWAP.finditer(text, at, self.skip_value(text, at, limit)):
            place = span_of(found, "minute") if found["minute"] else None
            yield Change(span_of(found, "on"), span_of(found, "off"), found["minute"] or "", span_of(found), place)

    def skip_value(self, text: str, at: int, limit: int) -> int:
        """The end of a section whose value is not a list of names: the next full stop, line end or label."""
        found = pattern.VALUE_END.search(text, at, limit)
        label = self._layouts.any_label.search(text, at, limit)
        ends = [m.start() for m in (found, label) if m]
        return min(ends) if ends else limit
