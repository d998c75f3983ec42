"""blocks: line-ups, goals, bookings and substitutions as papers list them, in the layouts met in 2,000 reports.

A line-up is found by its shape: a long row of names, each perhaps with a rating, a captain's mark and a bracket. What
stands before it is its label, what follows are its sections (`Subs not used:`, `Booked:`, `Goals:`), also where the
labels were lost on the way to the page and only the order of the paragraphs is left.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from checker.article import Span
from checker.claims.words import Words

UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ"
SPACE = r"[ \t\u00a0]"
WORD = rf"(?:[{UPPER}]\.{SPACE}?)?['’]?[{UPPER}][\w]*(?:(?:['’](?!s\b)|[-‑])\w+)*"
PARTICLE = r"(?:[dD][aeiou]s?|[dD]os|[dD]el|[dD]er|[vV]an|[vV]on|[dD]en|[tT]er|[tT]en|[lL]e|[lL]a|[eE]l|[aA]l|[bB]in|[zZ]u|e|y|['’]t)"
NAME = rf"(?:{PARTICLE}{SPACE})?{WORD}(?:{SPACE}(?:{PARTICLE}{SPACE}){{0,2}}{WORD}){{0,3}}"
MINUTE = r"\d{1,3}(?:\s?\+\s?\d{1,2})?(?![-–]\d|\d)"

MIN_ROW = 8
"""A row of fewer names is an ordinary list in a sentence."""
HIGHEST_SCORE = 20
"""Goals of one side; a higher figure is no score."""
MAX_ROW = 14
"""A row of more names is a squad."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a block with what stands behind it: minutes as written (`90+1`), marks (`pen`, `og`)."""

    name: Span
    span: Span
    minutes: tuple[tuple[str, Span], ...] = ()
    marks: tuple[str, ...] = ()
    """One mark a minute: "", "pen" or "og"."""


@dataclass(frozen=True, slots=True)
class Change:
    """A substitution of a block: who comes on, who goes off, the minute as written or an empty string."""

    on: Span
    off: Span | None
    minute: str
    span: Span


@dataclass(frozen=True, slots=True)
class TeamSheet:
    """One side's block. `label` is the club as it heads the block; None where the label was lost."""

    label: Span | None
    formation: Span | None
    starters: tuple[Entry, ...]
    changes: tuple[Change, ...]
    unused: tuple[Entry, ...]
    booked: tuple[Entry, ...]
    sent_off: tuple[Entry, ...]
    goals: tuple[Entry, ...]
    manager: Span | None
    span: Span
    """From the label to the end of the last section."""
    rowspan: Span
    """The row of the eleven alone."""


@dataclass(frozen=True, slots=True)
class Section:
    """A labelled list that belongs to no line-up: `Goals: Smith 12, Jones 55.`"""

    kind: str
    entries: tuple[Entry, ...]
    span: Span
    team: Span | None = None


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A line that is a result and nothing else: `Hearts 2-1 Livingston`, `Arsenal 2 Chelsea 0`."""

    home: Span
    away: Span
    first: int
    second: int
    span: Span
    home_goals: tuple[Entry, ...] = ()
    away_goals: tuple[Entry, ...] = ()


@dataclass(frozen=True)
class Blocks:
    sheets: tuple[TeamSheet, ...] = ()
    sections: tuple[Section, ...] = ()
    results: tuple[ResultLine, ...] = ()
    half_time: tuple[tuple[int, int, Span], ...] = ()
    referee: Span | None = None

    @property
    def spans(self) -> list[Span]:
        """The parts of the text that are blocks, in order."""
        found = [sheet.span for sheet in self.sheets] + [section.span for section in self.sections]
        return sorted(found + [result.span for result in self.results])


@dataclass
class _Sheet:
    """A team sheet under construction."""

    label: Span | None
    formation: Span | None
    row: Span
    starters: tuple[Entry, ...]
    end: int
    lists: dict[str, list[Entry]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    manager: Span | None = None

    def finished(self) -> TeamSheet:
        start = min(self.row.start, self.label.start if self.label else self.row.start)
        get = lambda kind: tuple(self.lists.get(kind, ()))  # noqa: E731
        return TeamSheet(
            self.label, self.formation, self.starters, tuple(self.changes), get("unused"), get("booked"),
            get("sent_off"), get("goals"), self.manager, Span(start, self.end), self.row,
        )  # fmt: skip


class BlockReader:
    """Reads the blocks of a text with the labels of a pack."""

    def __init__(self, words: Words) -> None:
        labels = {label: kind for kind, texts in words.labels.items() for label in texts}
        self._kind_of = {label.lower(): kind for label, kind in labels.items()}
        either = "|".join(re.escape(label) for label in sorted(labels, key=len, reverse=True))
        own = "|".join(re.escape(mark) for mark in words.lists.get("own_goal_marks", ("og",)))
        pens = "|".join(re.escape(mark) for mark in words.lists.get("penalty_marks", ("pen",)))
        self._marks = re.compile(rf"\(?(?:(?P<og>{own})|(?P<pen>{pens}))(?![\w])\.?\)?", re.IGNORECASE)
        name = rf"(?!(?:{either})\b[^,;]*:){NAME}"
        entry = (
            rf"{name}(?:\s?\((?:[cC]|[cC]apt|[gG][kK])\))?(?:\s?\*)?"
            rf"(?:\.?{SPACE}?[-–]?{SPACE}?\d{{1,2}}(?:\.\d)?(?![\d'’+]))?"
            rf"(?:{SPACE}?[(\[][^()\[\]\n]{{2,60}}[)\]])*(?:{SPACE}\d{{1,2}}(?:\.\d)?)?"
        )
        self._row = re.compile(rf"(?<![\w]){entry}(?:(?:{SPACE}?[,;]\s?(?:and )?|{SPACE}[-–]{SPACE}){entry}){{{MIN_ROW - 1},}}")
        self._entry = re.compile(
            rf"(?P<name>{name})(?:\s?\((?:[cC]|[cC]apt|[gG][kK])\))?(?:\s?\*)?"
            rf"(?:{SPACE}?[-–]?{SPACE}?\d{{1,2}}(?:\.\d)?(?![\d'’+]))?(?P<bracket>{SPACE}?[(\[][^()\[\]\n]{{2,60}}[)\]])?"
        )
        self._bracket = re.compile(
            rf"[(\[](?:[fF]or{SPACE}|[oO]n{SPACE})?(?P<name>{NAME})?[,:]?{SPACE}?(?:{SPACE}\d\.?\d?,{SPACE})?(?P<minute>{MINUTE}|h-?t|HT|half-time)?['’′]?"
            rf"(?:{SPACE}?(?:min(?:ute)?s?))?\.?(?:\s?[,;]\s?\d{{1,2}}(?:\.\d)?)?[)\]]"
        )
        self._label = re.compile(rf"[\s.;,*]*(?P<label>{either})\.?{SPACE}?(?::|[-–—]{{1,2}}(?=\s)){SPACE}*", re.IGNORECASE)
        self._label_before = re.compile(rf"(?:{either})\.?\s?[:–-]\s*$", re.IGNORECASE)
        self._any_label = re.compile(rf"(?:^|(?<=[.\n;)\]]))\s*(?P<label>{either})\s?(?::|[-–—]{{2}}|—)", re.IGNORECASE | re.MULTILINE)
        self._heading = re.compile(
            rf"(?P<club>(?:{NAME}|[{UPPER}]{{2,}})(?:{SPACE}(?:&|and|FC|of){SPACE}{NAME})?)\s*(?P<info>\([^()\n]{{3,30}}\))?"
            rf"{SPACE}?(?P<bare>\d(?:-\d){{2,4}})?{SPACE}?(?P<colon>[:.]|[-–—]{{1,2}}(?=\s))?\s*$"
        )
        after = rf"(?:['’′]|{SPACE}?min(?:ute)?s?)?(?:,?{SPACE}?[(\[]?(?i:{own}|{pens})(?!\w)\.?)?[)\]]{{0,2}}"
        self._scorer = re.compile(
            rf"(?:\d{{1,2}}[-–]\d{{1,2}}{SPACE})?(?P<name>{NAME})(?P<rest>{SPACE}?[(\[]?(?:(?:{own}|{pens}|og|pen)\s)?{MINUTE}{after}"
            rf"(?:\s?(?:,|and|&)\s?[(\[]?{MINUTE}{after})*)",
        )
        self._names_only = re.compile(rf"{name}(?:{SPACE}?\(?{MINUTE}['’]?\)?)?(?:\s?(?:,|;|and)\s?{name}(?:{SPACE}?\(?{MINUTE}['’]?\)?)?)*")
        predicted = "|".join(words.lists.get("predicted", ("probable",)))
        self._predicted = re.compile(rf"\b(?:{predicted})\b|\bfrom\s*\)?:?\s*$", re.IGNORECASE)
        club = rf"{NAME}(?:\s(?:&|and)\s{NAME})?"
        self._result = re.compile(
            rf"^(?P<home>{club})\s(?P<first>\d{{1,2}})(?:\s?[-–]\s?(?P<second>\d{{1,2}})|(?P<home_goals>\s\([^()\n]+\))?)\s"
            rf"(?P<away>{club})(?(second)|\s(?P<last>\d{{1,2}})(?P<away_goals>\s\([^()\n]+\))?)(?:\s\([^()\n]*\))?(?:$|\.(?=$|{SPACE}))",
            re.MULTILINE,
        )
        self._moment = re.compile(rf"^(?P<minute>{MINUTE})['’′]?{SPACE}(?i:goal)[!:]*{SPACE}?[-–]?{SPACE}?(?P<name>{NAME})", re.MULTILINE)
        self._no_clubs = frozenset(word.lower() for word in words.lists.get("no_clubs", ()))
        self._team_head = re.compile(rf"[\s;,.]*(?P<team>{NAME})\s?(?:[-–:]\s|\d\s(?=\())\s?\(?")
        self._nil = frozenset(words.lists.get("nil_marks", ()))

    def read(self, text: str, start: int = 0) -> Blocks:
        """The blocks of a text from `start` on."""
        sheets = list(self._sheets(text, start))
        taken = [sheet.span for sheet in sheets]
        loose = [*self._loose_sections(text, start), *self._timeline(text, start)]
        sections = [s for s in loose if not any(s.span.overlaps(t) for t in taken)]
        results = [r for r in self._results(text, start) if not any(r.span.overlaps(t) for t in taken)]
        return Blocks(
            tuple(sheets), tuple(sections), tuple(results), tuple(self._half_times(text, start)),
            self._referee(text, taken),
        )  # fmt: skip

    def _sheets(self, text: str, start: int) -> Iterator[TeamSheet]:
        rows = [row for row in self._row.finditer(text, start) if not self._is_section(text, row.start())]
        for number, row in enumerate(rows):
            limit = rows[number + 1].start() if number + 1 < len(rows) else len(text)
            sheet = self._start_sheet(text, Span(row.start(), row.end()))
            if sheet is None:
                continue
            self._read_sections(text, sheet, limit)
            yield sheet.finished()

    def _is_section(self, text: str, at: int) -> bool:
        """Whether a row is the content of a labelled section: nine unused substitutes are no eleven."""
        return bool(self._label_before.search(text[max(0, at - 40) : at]))

    def _start_sheet(self, text: str, row: Span) -> _Sheet | None:
        """A sheet with its label and eleven; None for a row that is a forecast, a squad or an ordinary list."""
        line = text.rfind("\n", 0, row.start) + 1
        before = text[max(line, row.start - 90) : row.start]
        label, formation, colon = self._read_heading(before, row.start - len(before))
        if not before.strip() and label is None:
            label, formation, colon = self._heading_line(text, line)
        near = before[max(0, label.start - row.start - 14) :] if label else before
        if self._predicted.search(near) or (label is None and before.strip()):
            return None
        if label is not None and not (colon or formation):
            return None
        if label is not None and label.of(text).lower() in self._no_clubs:
            return None
        starters, changes = self._starters(text, row)
        if len(starters) > MAX_ROW:
            return None
        return _Sheet(label, formation, row, tuple(starters), row.end, changes=changes)

    def _heading_line(self, text: str, line: int) -> tuple[Span | None, Span | None, bool]:
        """A heading that stands alone on the line above the row."""
        end = len(text[:line].rstrip())
        start = text.rfind("\n", 0, end) + 1
        above = text[start:end]
        if len(above) > 60 or end == 0:
            return None, None, False
        label, formation, colon = self._read_heading(above, start)
        return (label, formation, True) if label and (colon or formation) else (None, None, False)

    def _read_heading(self, before: str, offset: int) -> tuple[Span | None, Span | None, bool]:
        found = self._heading.search(before)
        if not found:
            return None, None, False
        club = Span(offset + found.start("club"), offset + found.end("club"))
        shape = re.search(r"\d(?:-\d){2,4}", found["info"] or found["bare"] or "")
        group = "info" if found["info"] else "bare"
        at = offset + found.start(group) + shape.start() if shape else 0
        formation = Span(at, at + len(shape[0])) if shape else None
        return club, formation, found["colon"] in (":", "--", "—")

    def _starters(self, text: str, row: Span) -> tuple[list[Entry], list[Change]]:
        starters: list[Entry] = []
        changes: list[Change] = []
        for found in self._entry.finditer(text, row.start, row.end):
            name = Span(found.start("name"), found.end("name"))
            starters.append(Entry(name, Span(found.start(), found.end())))
            if found["bracket"]:
                changes += self._changes(text, name, Span(found.start("bracket"), found.end("bracket")), found.start())
        return starters, changes

    def _changes(self, text: str, off: Span, bracket: Span, start: int) -> Iterator[Change]:
        found = self._bracket.fullmatch(text[bracket.start : bracket.end].strip())
        shift = bracket.end - len(text[bracket.start : bracket.end].lstrip())
        if found and found["name"] and found["minute"] and not self._kind_of.get(found["name"].lower()):
            on = Span(shift + found.start("name"), shift + found.end("name"))
            yield Change(on, off, found["minute"] or "", Span(start, bracket.end))

    def _read_sections(self, text: str, sheet: _Sheet, limit: int) -> None:
        while sheet.end < limit:
            found = self._label.match(text, sheet.end, limit)
            if found and self._kind_of[found["label"].lower()] == "goals" and self._team_head.match(text, found.end()):
                return  # both sides' goals in one list, each behind its club: a section of its own
            if found:
                self._labelled(text, sheet, self._kind_of[found["label"].lower()], found.end(), limit)
            elif not self._unlabelled(text, sheet, limit):
                return

    def _labelled(self, text: str, sheet: _Sheet, kind: str, at: int, limit: int) -> None:
        sheet.end = at
        if kind in ("goals", "booked", "sent_off", "unused", "subs"):
            entries, sheet.end = self._entries(text, kind, at, limit)
            if kind == "subs":
                self._used_subs(text, sheet, entries)
            sheet.lists.setdefault("unused" if kind == "subs" else kind, []).extend(entries)
        elif kind == "manager":
            name = re.compile(NAME).match(text, at, limit)
            if name:
                sheet.manager = Span(name.start(), name.end())
            sheet.end = self._skip_value(text, at, limit)
        elif kind == "substitution":
            sheet.changes += self._swaps(text, at, limit)
            sheet.end = self._skip_value(text, at, limit)
        else:
            sheet.end = self._skip_value(text, at, limit)

    def _skip_value(self, text: str, at: int, limit: int) -> int:
        """The end of a section whose value is not a list of names: the next full stop, line end or label."""
        found = re.compile(r"\.(?=\s|$)|\n|;").search(text, at, limit)
        label = self._any_label.search(text, at, limit)
        ends = [m.start() for m in (found, label) if m]
        return min(ends) if ends else limit

    def _entries(self, text: str, kind: str, at: int, limit: int) -> tuple[list[Entry], int]:
        if kind == "goals":
            return self._scorers(text, at, limit)
        if text[at:limit].lstrip()[:4].rstrip(". \n").lower() in self._nil or text[at : at + 1] in self._nil:
            return [], self._skip_value(text, at, limit)
        entries: list[Entry] = []
        end = at
        while found := self._entry.match(text, end, limit):
            name = Span(found.start("name"), found.end("name"))
            minute = re.compile(rf"{SPACE}?\(?({MINUTE})['’]?\)?").match(text, name.end, limit)
            minutes = ((minute[1], Span(minute.start(1), minute.end(1))),) if minute and kind != "unused" else ()
            last = max(found.end(), minute.end() if minute else 0)
            entries.append(Entry(name, Span(name.start, last), minutes))
            end = last
            joint = re.compile(r"\s?(?:,|;|and\b|&)\s?").match(text, end, limit)
            if not joint:
                break
            end = joint.end()
        return entries, end

    def _used_subs(self, text: str, sheet: _Sheet, entries: list[Entry]) -> None:
        """`Subs: Gutierrez (Anita 72), Elliot`: those with a bracket came on, the others stayed on the bench."""
        for entry in list(entries):
            bracket = re.compile(rf"{SPACE}?[(\[][^()\[\]\n]{{2,60}}[)\]]").search(text, entry.name.end, entry.span.end)
            if not bracket:
                continue
            for change in self._changes(text, entry.name, Span(bracket.start(), bracket.end()), entry.name.start):
                sheet.changes.append(Change(entry.name, change.on, change.minute, change.span))
                entries.remove(entry)

    def _swaps(self, text: str, at: int, limit: int) -> Iterator[Change]:
        """`Substitution: Aina for Roberts 87`."""
        pattern = re.compile(rf"(?P<on>{NAME}){SPACE}for{SPACE}(?P<off>{NAME})(?:,?{SPACE}\(?(?P<minute>{MINUTE})['’]?\)?)?")
        stop = self._skip_value(text, at, limit)
        for found in pattern.finditer(text, at, stop):
            on, off = Span(found.start("on"), found.end("on")), Span(found.start("off"), found.end("off"))
            yield Change(on, off, found["minute"] or "", Span(found.start(), found.end()))

    def _scorers(self, text: str, at: int, limit: int) -> tuple[list[Entry], int]:
        entries: list[Entry] = []
        end = at
        while found := self._scorer.match(text, end, limit):
            entries.append(self._goal_entry(found))
            end = found.end()
            joint = re.compile(r"[.]?\s?(?:,|;|and\b|&)\s?").match(text, end, limit)
            if not joint:
                break
            end = joint.end()
        return entries, end

    def _goal_entry(self, found: re.Match[str]) -> Entry:
        start = found.start("rest")
        minutes: list[tuple[str, Span]] = []
        marks: list[str] = []
        rest = found["rest"]
        leading = self._marks.match(rest.lstrip(" (["))
        places = list(re.finditer(MINUTE, rest))
        for number, place in enumerate(places):
            after = rest[place.end() : places[number + 1].start() if number + 1 < len(places) else len(rest)]
            mark = self._marks.search(after) or (leading if number == 0 else None)
            marks.append("og" if mark and mark["og"] else "pen" if mark else "")
            minutes.append((place[0].replace(" ", ""), Span(start + place.start(), start + place.end())))
        name = Span(found.start("name"), found.end("name"))
        return Entry(name, Span(found.start(), found.end()), tuple(minutes), tuple(marks))

    def _unlabelled(self, text: str, sheet: _Sheet, limit: int) -> bool:
        """A paragraph of names whose label was lost: with minutes goals, in brackets dismissals, else bookings."""
        gap = re.compile(r"[.,;\s]*\n\s*").match(text, sheet.end, limit)
        if not gap:
            return False
        stop = text.find("\n", gap.end(), limit)
        end = stop if stop >= 0 else limit
        line = Span(gap.end() + len(text[gap.end() : end]) - len(text[gap.end() : end].lstrip(": ")), end)
        content = line.of(text).rstrip(" .")
        if sheet.label is not None or not content:
            return False
        goals, end = self._scorers(text, line.start, line.start + len(content))
        if goals and end == line.start + len(content):
            bracketed = all(text[g.name.end :].lstrip().startswith("(") for g in goals) and len(goals) <= 2
            sheet.lists.setdefault("sent_off" if bracketed and "sent_off" not in sheet.lists else "goals", []).extend(goals)
        elif self._names_only.fullmatch(content) and "booked" not in sheet.lists and "goals" not in sheet.lists:
            entries, _ = self._entries(text, "booked", line.start, line.start + len(content))
            sheet.lists.setdefault(self._kind_of_names(text, sheet, entries), []).extend(entries)
        else:
            return False
        sheet.end = line.end
        return True

    def _kind_of_names(self, text: str, sheet: _Sheet, entries: Sequence[Entry]) -> str:
        """What a row of names without a label is: men who played were booked, men who did not sat on the bench."""
        played = {entry.name.of(text) for entry in sheet.starters} | {change.on.of(text) for change in sheet.changes}
        names = {entry.name.of(text) for entry in entries}
        return "booked" if "unused" in sheet.lists or names & played else "unused"

    def _loose_sections(self, text: str, start: int) -> Iterator[Section]:
        for found in self._any_label.finditer(text, start):
            kind = self._kind_of[found["label"].lower()]
            if kind not in ("goals", "booked", "sent_off"):
                continue
            stop = text.find("\n", found.end())
            limit = stop if stop >= 0 else len(text)
            yield from self._team_parts(text, kind, found.start("label"), found.end(), limit)

    def _timeline(self, text: str, start: int) -> Iterator[Section]:
        """The goals of a list of key moments, one a line: `52' GOAL! Diaby, 2-2`."""
        for found in self._moment.finditer(text, start):
            minute = found["minute"], Span(found.start("minute"), found.end("minute"))
            name = Span(found.start("name"), found.end("name"))
            span = Span(found.start(), found.end())
            yield Section("goals", (Entry(name, span, (minute,), ("",)),), span)

    def _team_parts(self, text: str, kind: str, start: int, at: int, limit: int) -> Iterator[Section]:
        """The parts of a list in which each side's names follow its own: `Goals: Celta – Suarez 27; Betis – Castro 40`."""
        end = at
        while end < limit:
            head = self._team_head.match(text, end, limit)
            team = Span(head.start("team"), head.end("team")) if head else None
            begin = head.end() if head else end + len(text[end:limit]) - len(text[end:limit].lstrip())
            entries, stop = self._entries(text, kind, begin, limit)
            if not entries:
                return
            yield Section(kind, tuple(entries), Span(start, stop), team)
            start = end = stop
            more = re.compile(r"[)\s]*[;.,)]\s*").match(text, stop, limit)
            if not more or not team:
                return

    def _results(self, text: str, start: int) -> Iterator[ResultLine]:
        for found in self._result.finditer(text, start):
            if max(int(found["first"]), int(found["second"] or found["last"])) > HIGHEST_SCORE:
                continue
            goals = []
            for group in ("home_goals", "away_goals"):
                raw = "" if _half_time_pattern().search(found[group] or "") else found[group] or ""
                at = found.start(group) + len(raw) - len(raw.lstrip(" (")) if raw else 0
                goals.append(tuple(self._scorers(text, at, found.end(group))[0]) if raw.strip() else ())
            yield ResultLine(
                Span(found.start("home"), found.end("home")), Span(found.start("away"), found.end("away")),
                int(found["first"]), int(found["second"] or found["last"]), Span(found.start(), found.end()), *goals,
            )  # fmt: skip

    def _half_times(self, text: str, start: int) -> Iterator[tuple[int, int, Span]]:
        pattern = _half_time_pattern()
        for found in pattern.finditer(text, start):
            yield int(found[1]), int(found[2]), Span(found.start(), found.end())

    def _referee(self, text: str, taken: Sequence[Span]) -> Span | None:
        pattern = re.compile(rf"\b[Rr]ef(?:eree)?\s?:\s?(?P<name>{NAME})")
        found = pattern.search(text, taken[0].start if taken else 0)
        return Span(found.start("name"), found.end("name")) if found else None


@lru_cache(maxsize=1)
def _half_time_pattern() -> re.Pattern[str]:
    return re.compile(r"\b(?:HT|H-T|h-t|ht|[Hh]alf-?\s?time)(?:\s(?:score))?\s?[:(]?\s?(\d{1,2})\s?[-–]\s?(\d{1,2})\)?")
