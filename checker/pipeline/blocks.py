"""blocks: line-ups, goals, bookings and substitutions as papers list them, in the layouts met in 2,000 reports.

A line-up is found by its shape: a long row of names, each perhaps with a rating, a captain's mark and a bracket. What
stands before it is its label, what follows are its sections (`Subs not used:`, `Booked:`, `Goals:`), also where the
labels were lost on the way to the page and only the order of the paragraphs is left.
"""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline import block_patterns as pattern
from checker.pipeline.block_patterns import Layouts

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
    """A substitution of a block: who comes on, who goes off, the minute as written (or an empty string) and its place."""

    on: Span
    off: Span | None
    minute: str
    span: Span
    at: Span | None = None


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

    @property
    def played(self) -> list[Span]:
        """The names of those who began, then of those who came on."""
        return [entry.name for entry in self.starters] + [change.on for change in self.changes]


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
    kind: str = "final"
    """`half-time` where the line says so (`HALF-TIME: Hearts 1-1 Livingston`)."""


@dataclass(frozen=True)
class Blocks:
    sheets: tuple[TeamSheet, ...] = ()
    sections: tuple[Section, ...] = ()
    results: tuple[ResultLine, ...] = ()
    half_time: tuple[tuple[int, int, Span], ...] = ()
    goals_unread: bool = False
    """Whether a goals list goes on behind its last goal that could be read."""

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
        return TeamSheet(
            self.label, self.formation, self.starters, tuple(self.changes), self._listed("unused"), self._listed("booked"),
            self._listed("sent_off"), self._listed("goals"), self.manager, Span(start, self.end),
        )  # fmt: skip

    def _listed(self, kind: str) -> tuple[Entry, ...]:
        return tuple(self.lists.get(kind, ()))


class BlockReader:
    """Reads the blocks of a text with the labels of a pack."""

    def __init__(self, words: Words) -> None:
        self._layouts = Layouts.of(words)
        self._no_clubs = frozenset(word.lower() for word in words.lists.get("no_clubs", ()))
        self._nil = frozenset(words.lists.get("nil_marks", ()))

    def read(self, text: str, start: int = 0) -> Blocks:
        """The blocks of a text from `start` on."""
        sheets = list(self._sheets(text, start))
        taken = [sheet.span for sheet in sheets]
        loose = [*self._loose_sections(text, start), *_timeline(text, start)]
        sections = [s for s in loose if not any(s.span.overlaps(t) for t in taken)]
        results = [r for r in self._results(text, start) if not any(r.span.overlaps(t) for t in taken)]
        heads = {word for sheet in sheets if sheet.label for word in _heads(sheet.label.of(text))}
        sheets = [_without_clubs(sheet, text, heads) for sheet in sheets]
        sections = [replace(s, entries=tuple(_without_club(entry, text, heads) for entry in s.entries)) for s in sections]
        unread = self._goals_go_on(text, sheets, sections)
        return Blocks(tuple(sheets), tuple(sections), tuple(results), tuple(_half_times(text, start)), unread)

    def _goals_go_on(self, text: str, sheets: Sequence[TeamSheet], sections: Sequence[Section]) -> bool:
        """Whether behind the last entry of a goals list its line has another name with a number, and no label before it."""
        lists = [sheet.goals for sheet in sheets] + [section.entries for section in sections if section.kind == "goals"]
        begun = {entry.name.start for goals in lists for entry in goals}
        for end in (goals[-1].span.end for goals in lists if goals):
            line = text.find("\n", end)
            label = self._layouts.any_label.search(text, end)
            ends = [line, label.start() if label else -1, *(sheet.span.start for sheet in sheets), len(text)]
            stop = min(place for place in ends if place >= end)
            found = pattern.MORE_GOALS.search(text, end, stop)
            if found and not any(end <= start < stop for start in begun):
                return True
        return False

    def _sheets(self, text: str, start: int) -> Iterator[TeamSheet]:
        rows = [
            row
            for part in _crowded(text, start)
            for row in self._layouts.row.finditer(text, part.start, part.end)
            if not self._is_section(text, row.start())
        ]
        for number, row in enumerate(rows):
            limit = rows[number + 1].start() if number + 1 < len(rows) else len(text)
            sheet = self._start_sheet(text, _span(row))
            if sheet is None:
                continue
            self._read_sections(text, sheet, limit)
            yield sheet.finished()

    def _is_section(self, text: str, at: int) -> bool:
        """Whether a row is the content of a labelled section: nine unused substitutes are no eleven."""
        return bool(self._layouts.label_before.search(text[max(0, at - 40) : at]))

    def _start_sheet(self, text: str, row: Span) -> _Sheet | None:
        """A sheet with its label and eleven; None for a row that is a forecast, a squad or an ordinary list."""
        line = text.rfind("\n", 0, row.start) + 1
        before = text[max(line, row.start - 90) : row.start]
        label, formation, colon = _read_heading(before, row.start - len(before))
        if not before.strip() and label is None:
            label, formation, colon = _heading_line(text, line)
        near = before[max(0, label.start - row.start - 14) :] if label else before
        if self._layouts.predicted.search(near) or (label is None and before.strip()):
            return None
        if label is not None and not (colon or formation):
            return None
        if label is not None and label.of(text).lower() in self._no_clubs:
            return None
        starters, changes = self._starters(text, row)
        if len(starters) > MAX_ROW:
            return None
        return _Sheet(label, formation, row, tuple(starters), row.end, changes=changes)

    def _starters(self, text: str, row: Span) -> tuple[list[Entry], list[Change]]:
        starters: list[Entry] = []
        changes: list[Change] = []
        for found in self._layouts.entry.finditer(text, row.start, row.end):
            name = _span(found, "name")
            starters.append(Entry(name, _span(found)))
            if found["bracket"]:
                changes += self._changes(text, name, _span(found, "bracket"), found.start())
        return starters, changes

    def _changes(self, text: str, off: Span, bracket: Span, start: int) -> Iterator[Change]:
        words = bracket.of(text)
        found = pattern.BRACKET.fullmatch(words.strip())
        shift = bracket.end - len(words.lstrip())
        if found and found["name"] and found["minute"] and not self._layouts.kind_of.get(found["name"].lower()):
            on = Span(shift + found.start("name"), shift + found.end("name"))
            at = Span(shift + found.start("minute"), shift + found.end("minute"))
            yield Change(on, off, found["minute"], Span(start, bracket.end), at)

    def _read_sections(self, text: str, sheet: _Sheet, limit: int) -> None:
        while sheet.end < limit:
            found = self._layouts.label.match(text, sheet.end, limit)
            if found:
                kind = self._kind(found)
                if kind == "goals" and pattern.TEAM_HEAD.match(text, found.end()):
                    return  # both sides' goals in one list, each behind its club: a section of its own
                self._labelled(text, sheet, kind, found.end(), limit)
            elif not self._unlabelled(text, sheet, limit):
                return

    def _kind(self, label: re.Match[str]) -> str:
        return self._layouts.kind_of[label["label"].lower()]

    def _labelled(self, text: str, sheet: _Sheet, kind: str, at: int, limit: int) -> None:
        sheet.end = at
        if kind in ("goals", "booked", "sent_off", "unused", "subs"):
            entries, sheet.end = self._entries(text, kind, at, limit)
            if kind == "subs":
                self._used_subs(text, sheet, entries)
            sheet.lists.setdefault("unused" if kind == "subs" else kind, []).extend(entries)
        elif kind == "manager":
            name = pattern.A_NAME.match(text, at, limit)
            if name:
                sheet.manager = _span(name)
            sheet.end = self._skip_value(text, at, limit)
        elif kind == "substitution":
            sheet.changes += self._swaps(text, at, limit)
            sheet.end = self._skip_value(text, at, limit)
        else:
            sheet.end = self._skip_value(text, at, limit)

    def _skip_value(self, text: str, at: int, limit: int) -> int:
        """The end of a section whose value is not a list of names: the next full stop, line end or label."""
        found = pattern.VALUE_END.search(text, at, limit)
        label = self._layouts.any_label.search(text, at, limit)
        ends = [m.start() for m in (found, label) if m]
        return min(ends) if ends else limit

    def _entries(self, text: str, kind: str, at: int, limit: int) -> tuple[list[Entry], int]:
        if kind == "goals":
            return self._scorers(text, at, limit)
        if text[at:limit].lstrip()[:4].rstrip(". \n").lower() in self._nil or text[at : at + 1] in self._nil:
            return [], self._skip_value(text, at, limit)
        entries: list[Entry] = []
        end = at
        while found := self._layouts.entry.match(text, end, limit):
            name = _span(found, "name")
            minute = pattern.MINUTE_BEHIND.match(text, name.end, limit)
            minutes = ((minute[1], _span(minute, 1)),) if minute and kind != "unused" else ()
            last = max(found.end(), minute.end() if minute else 0)
            entries.append(Entry(name, Span(name.start, last), minutes))
            end = last
            joint = pattern.JOINT.match(text, end, limit)
            if not joint:
                break
            end = joint.end()
        return entries, end

    def _used_subs(self, text: str, sheet: _Sheet, entries: list[Entry]) -> None:
        """`Subs: Gutierrez (Anita 72), Elliot`: those with a bracket came on, the others stayed on the bench."""
        for entry in list(entries):
            bracket = pattern.BRACKET_BEHIND.search(text, entry.name.end, entry.span.end)
            if not bracket:
                continue
            for change in self._changes(text, entry.name, _span(bracket), entry.name.start):
                sheet.changes.append(Change(entry.name, change.on, change.minute, change.span, change.at))
                entries.remove(entry)

    def _swaps(self, text: str, at: int, limit: int) -> Iterator[Change]:
        """`Substitution: Aina for Roberts 87`."""
        for found in pattern.SWAP.finditer(text, at, self._skip_value(text, at, limit)):
            place = _span(found, "minute") if found["minute"] else None
            yield Change(_span(found, "on"), _span(found, "off"), found["minute"] or "", _span(found), place)

    def _scorers(self, text: str, at: int, limit: int) -> tuple[list[Entry], int]:
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
        start = found.start("rest")
        minutes: list[tuple[str, Span]] = []
        marks: list[str] = []
        rest = found["rest"]
        leading = self._layouts.marks.match(rest.lstrip(" (["))
        places = list(pattern.A_MINUTE.finditer(rest))
        for number, place in enumerate(places):
            after = rest[place.end() : places[number + 1].start() if number + 1 < len(places) else len(rest)]
            mark = self._layouts.marks.search(after) or (leading if number == 0 else None)
            marks.append("og" if mark and mark["og"] else "pen" if mark else "")
            minutes.append((place[0].replace(" ", ""), Span(start + place.start(), start + place.end())))
        return Entry(_span(found, "name"), _span(found), tuple(minutes), tuple(marks))

    def _unlabelled(self, text: str, sheet: _Sheet, limit: int) -> bool:
        """A paragraph of names whose label was lost: with minutes goals, in brackets dismissals, else bookings."""
        gap = pattern.PARAGRAPH_GAP.match(text, sheet.end, limit)
        if not gap:
            return False
        stop = text.find("\n", gap.end(), limit)
        end = stop if stop >= 0 else limit
        line = Span(gap.end() + len(text[gap.end() : end]) - len(text[gap.end() : end].lstrip(": ")), end)
        content = line.of(text).rstrip(" .")
        if not content or (sheet.label is not None and not self._is_of_side(text, sheet, line)):
            return False
        goals, end = self._scorers(text, line.start, line.start + len(content))
        if goals and end == line.start + len(content):
            bracketed = all(text[g.name.end :].lstrip().startswith("(") for g in goals) and len(goals) <= 2
            sheet.lists.setdefault("sent_off" if bracketed and "sent_off" not in sheet.lists else "goals", []).extend(goals)
        elif self._layouts.names_only.fullmatch(content) and "booked" not in sheet.lists and "goals" not in sheet.lists:
            entries, _ = self._entries(text, "booked", line.start, line.start + len(content))
            sheet.lists.setdefault(_kind_of_names(text, sheet, entries), []).extend(entries)
        else:
            return False
        sheet.end = line.end
        return True

    def _is_of_side(self, text: str, sheet: _Sheet, line: Span) -> bool:
        """Whether a paragraph behind a labelled line-up is a list of its men: goals, or names that end with a full stop, as a
        caption does not."""
        content = line.of(text).rstrip(" .")
        end = line.start + len(content)
        scorers, last = self._scorers(text, line.start, end)
        if last != end and not line.of(text).rstrip().endswith("."):
            return False
        own = {entry.name.of(text) for entry in sheet.starters} | {change.on.of(text) for change in sheet.changes}
        named = scorers if last == end else self._entries(text, "booked", line.start, end)[0]
        return bool(named) and all(entry.name.of(text) in own for entry in named)

    def _loose_sections(self, text: str, start: int) -> Iterator[Section]:
        mark = pattern.LABEL_MARK.search(text, start)
        if mark is None:
            return
        for found in self._layouts.any_label.finditer(text, max(start, text.rfind("\n", 0, mark.start()))):
            kind = self._kind(found)
            if kind not in ("goals", "booked", "sent_off"):
                continue
            stop = text.find("\n", found.end())
            limit = stop if stop >= 0 else len(text)
            yield from self._team_parts(text, kind, found.start("label"), found.end(), limit)

    def _team_parts(self, text: str, kind: str, start: int, at: int, limit: int) -> Iterator[Section]:
        """The parts of a list in which each side's names follow its own: `Goals: Celta – Suarez 27; Betis – Castro 40`."""
        end = at
        while end < limit:
            head = pattern.TEAM_HEAD.match(text, end, limit)
            team = _span(head, "team") if head else None
            begin = head.end() if head else end + len(text[end:limit]) - len(text[end:limit].lstrip())
            entries, stop = self._entries(text, kind, begin, limit)
            if not entries:
                return
            yield Section(kind, tuple(entries), Span(start, stop), team)
            start = end = stop
            if not team or not pattern.PART_JOINT.match(text, stop, limit):
                return

    def _results(self, text: str, start: int) -> Iterator[ResultLine]:
        for found in self._layouts.result.finditer(text, start):
            first, second = int(found["first"]), int(found["second"] or found["last"])
            if max(first, second) <= HIGHEST_SCORE:
                home, away = (self._result_goals(found, side) for side in ("home_goals", "away_goals"))
                names = _span(found, "home"), _span(found, "away")
                span = Span(found.start("home"), max(found.end(name) for name in ("away", "last", "away_goals")))
                yield ResultLine(*names, first, second, span, home, away, kind="half-time" if found["half"] else "final")

    def _result_goals(self, found: re.Match[str], side: str) -> tuple[Entry, ...]:
        """The goals in the bracket behind a side of a result; a half-time score in it is none."""
        bracket = found[side] or ""
        if not bracket.strip() or pattern.HALF_TIME.search(bracket):
            return ()
        at = found.start(side) + len(bracket) - len(bracket.lstrip(" ("))
        entries, _ = self._scorers(found.string, at, found.end(side))
        return tuple(entries)


def _span(found: re.Match[str], group: str | int = 0) -> Span:
    """Where a match, or one group of it, stands."""
    return Span(*found.span(group))


def _heading_line(text: str, line: int) -> tuple[Span | None, Span | None, bool]:
    """A heading that stands alone on the line above the row."""
    end = len(text[:line].rstrip())
    start = text.rfind("\n", 0, end) + 1
    above = text[start:end]
    if len(above) > 60 or end == 0:
        return None, None, False
    label, formation, colon = _read_heading(above, start)
    return (label, formation, True) if label and (colon or formation) else (None, None, False)


def _read_heading(before: str, offset: int) -> tuple[Span | None, Span | None, bool]:
    """The club and the formation that a text ends with, and whether a colon or dash follows them."""
    found = pattern.HEADING.search(before)
    if not found:
        return None, None, False
    club = Span(offset + found.start("club"), offset + found.end("club"))
    group = "info" if found["info"] else "bare"
    shape = pattern.FORMATION.search(found[group] or "")
    at = offset + found.start(group) + shape.start() if shape else 0
    formation = Span(at, at + len(shape[0])) if shape else None
    return club, formation, found["colon"] in (":", "--", "—")


def _heads(label: str) -> set[str]:
    """How a list may call a side before its man's name: by the whole label, or by its first word."""
    return {label, label.split()[0]}


def _without_clubs(sheet: TeamSheet, text: str, heads: Container[str]) -> TeamSheet:
    """A sheet whose lists name men only: `Sent off: Preston Reece (81)` is about Reece of Preston North End."""
    lists = ([_without_club(entry, text, heads) for entry in names] for names in (sheet.booked, sheet.sent_off, sheet.goals))
    booked, sent_off, goals = map(tuple, lists)
    return replace(sheet, booked=booked, sent_off=sent_off, goals=goals)


def _without_club(entry: Entry, text: str, heads: Container[str]) -> Entry:
    name = entry.name.of(text)
    cuts = [at for at, letter in enumerate(name) if letter == " " and name[:at] in heads]
    return replace(entry, name=Span(entry.name.start + cuts[-1] + 1, entry.name.end)) if cuts else entry


def _kind_of_names(text: str, sheet: _Sheet, entries: Sequence[Entry]) -> str:
    """What a row of names without a label is: men who played were booked, men who did not sat on the bench."""
    played = {entry.name.of(text) for entry in sheet.starters} | {change.on.of(text) for change in sheet.changes}
    names = {entry.name.of(text) for entry in entries}
    return "booked" if "unused" in sheet.lists or names & played else "unused"


def _timeline(text: str, start: int) -> Iterator[Section]:
    """The goals of a list of key moments, one a line: `52' GOAL! Diaby, 2-2`."""
    for found in pattern.KEY_MOMENT.finditer(text, start):
        span = _span(found)
        minute = found["minute"], _span(found, "minute")
        yield Section("goals", (Entry(_span(found, "name"), span, (minute,), ("",)),), span)


def _crowded(text: str, start: int) -> Iterator[Span]:
    """The parts of a text where commas, semicolons or dashes follow each other closely enough for a row of names."""
    reach, least = pattern.ENTRY_REACH, pattern.MIN_ROW - 1
    places = [found.start() for found in pattern.DIVIDER.finditer(text, start)]
    first = 0
    for number, place in enumerate(places):
        if number + 1 == len(places) or places[number + 1] - place > reach:
            if number + 1 - first >= least:
                yield Span(max(start, places[first] - reach), min(len(text), place + reach))
            first = number + 1


def _half_times(text: str, start: int) -> Iterator[tuple[int, int, Span]]:
    for found in pattern.HALF_TIME.finditer(text, start):
        yield int(found[1]), int(found[2]), _span(found)
