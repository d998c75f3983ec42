"""blocks: line-ups, goals, bookings and substitutions as papers list them, in the layouts met in 2,000 reports.

A line-up is found by its shape: a long row of names, each perhaps with a rating, a captain's mark and a bracket. What
stands before it is its label, what follows are its sections (`Subs not used:`, `Booked:`, `Goals:`), also where the
labels were lost on the way to the page and only the order of the paragraphs is left.
"""

from collections.abc import Collection, Container, Iterator, Sequence
from dataclasses import dataclass, field, replace

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline import block_patterns as pattern
from checker.pipeline.block_lists import ListReader, span_of, squad_number
from checker.pipeline.block_parts import ELEVEN, Blocks, Change, Entry, Section, TeamSheet
from checker.pipeline.block_patterns import Layouts
from checker.pipeline.boxes import BoxReader
from checker.pipeline.headings import HeadingReader, line_above
from checker.pipeline.loose_blocks import LooseReader, half_times, live_goals, live_scores, timeline

LEAST_BENCH = 3
"""So many substitutes without a minute are all that the side had; fewer may be those who stayed on the bench."""
MAX_ROW = 14
"""A row of more names is a squad."""
_LABEL_BEFORE = 40
"""Code points before a row in which the label of a section stands."""


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
    rated: bool = False
    """Whether it gives the men with their marks: those who came on late have none, and are not named."""
    bench: bool = False
    idle: bool = False
    heading: Span | None = None
    forecast: bool = False

    def finished(self) -> TeamSheet:
        start = min(self.row.start, self.label.start if self.label else self.row.start)
        return TeamSheet(
            self.label, self.formation, self.starters, tuple(self.changes), self._listed("unused"), self._listed("booked"),
            self._listed("sent_off"), self._listed("goals"), self.manager, Span(start, self.end), self.bench,
            self.idle, self.heading, self.forecast,
        )  # fmt: skip

    def _listed(self, kind: str) -> tuple[Entry, ...]:
        return tuple(self.lists.get(kind, ()))


class BlockReader:
    """Reads the blocks of a text with the labels of a pack."""

    def __init__(self, words: Words) -> None:
        self._layouts = Layouts.of(words)
        heads = words.all_of("no_clubs", "box_goals", "box_cards")
        self._no_clubs = frozenset(word.lower() for word in [*heads, *self._layouts.kind_of])
        self._tables = frozenset(words.lists.get("table_words", ()))
        self._lists = ListReader(self._layouts, words)
        self._headings = HeadingReader(self._layouts)
        self._loose = LooseReader(self._layouts, self._lists, words)
        self._boxes = BoxReader(words)

    def read(self, text: str, start: int = 0) -> Blocks:
        """The blocks of a text from `start` on."""
        sheets = list(self._sheets(text, start))
        taken = [sheet.span for sheet in sheets]
        boxed, box_unread = self._boxes.read(text, start)
        timed = text[start : start + 1].isdigit() or pattern.DIGIT_AHEAD.search(text, max(0, start - 1))
        boxed += live_goals(text, start, self._layouts.marks) if timed else []
        loose = [*self._loose.sections(text, start), *(timeline(text, start, self._layouts) if timed else ())]
        loose += [] if any(s.kind == "goals" for s in loose) else self._loose.goals_of_sides(text, start)
        loose = [*boxed, *(s for s in loose if not any(s.span.overlaps(box.span) for box in boxed))]
        sections = [s for s in loose if not any(s.span.overlaps(t) for t in taken)]
        results = [r for r in self._loose.results(text, start) if not any(r.span.overlaps(t) for t in taken)]
        results += live_scores(text, start) if timed else []
        sides = {span.of(text) for result in results for span in (result.home, result.away)}
        sheets = [_headed_by_side(sheet, text, sides) for sheet in sheets]
        heads = {word for sheet in sheets if sheet.label for word in _heads(sheet.label.of(text))}
        sheets = [_without_clubs(sheet, text, heads) for sheet in sheets]
        sections = [replace(s, entries=tuple(_without_club(entry, text, heads) for entry in s.entries)) for s in sections]
        unread = box_unread or self._goals_go_on(text, sheets, sections)
        half = tuple(half_times(text, start))
        forecasts = tuple(sheet for sheet in sheets if sheet.forecast)
        played = tuple(sheet for sheet in sheets if not sheet.forecast)
        return Blocks(played, tuple(sections), tuple(results), half, forecasts, unread)

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
            sheet = self._start_sheet(text, span_of(row))
            if sheet is None:
                continue
            self._read_sections(text, sheet, limit)
            yield sheet.finished()

    def _is_section(self, text: str, at: int) -> bool:
        """Whether a row is the content of a labelled section: nine unused substitutes are no eleven, `Ayton ratings:` heads
        one."""
        heads = self._headings.calls_an_eleven(text, max(text.rfind("\n", 0, at) + 1, at - _LABEL_BEFORE), at)
        return not heads and bool(self._layouts.label_before.search(text[max(0, at - _LABEL_BEFORE) : at]))

    def _start_sheet(self, text: str, row: Span) -> _Sheet | None:
        """A sheet with its label and eleven; None for a row that is a squad or an ordinary list."""
        line = text.rfind("\n", 0, row.start) + 1
        lead = self._layouts.line_ups_head.match(text, line, row.end)  # `Lineups: Ayton — Poole, Stone. Corley — Hurst`
        begins = row.start == line or (lead is not None and text[row.start - 2 : row.start - 1] in ":.")
        headed = pattern.DASHED_LABEL.match(text, row.start, row.end) if begins else None
        row = Span(headed.end(), row.end) if headed else row
        found = self._headings.above(text, line, row.start)
        if found is None or (found.is_none and self._layouts.told_of.match(text, row.end)):
            return None  # `Poole, Stone, Ray and Hill are the substitutes`
        dashed = found.mark in pattern.DASHES and not text[row.start].isalpha()  # `Ayton - 1 - Poole; 2 - Stone`
        if found.label is not None and not (found.is_marked or dashed or headed):
            return None
        if found.label is not None and self._heads_no_side(found.label.of(text).lower()):
            return None
        if pattern.RESULTS_ROW.fullmatch(row.of(text)):
            return None
        starters, changes = self._starters(text, row)
        label = found.label
        if begins and label is None and _is_led_by_club(text, starters):
            label, row, starters = starters[0].name, Span(starters[1].name.start, row.end), starters[1:]
        if len(starters) > MAX_ROW:
            return None
        sheet = _Sheet(
            label, found.formation, row, tuple(starters), row.end, changes=changes, heading=found.eleven,
            rated=found.rated or _are_marked(starters, text), forecast=found.forecast,
        )  # fmt: skip
        listed = self._layouts.label.match(text, row.end)  # `Subs:`
        if _is_ranking(text, sheet) and not (listed and len(starters) == ELEVEN):
            return None
        return None if _is_of_goals(text, sheet) else sheet

    def _heads_no_side(self, label: str) -> bool:
        """Whether a label is that of a table, of the injured, of men by their marks."""
        return label in self._no_clubs or label.split()[-1] in self._tables

    def _starters(self, text: str, row: Span) -> tuple[list[Entry], list[Change]]:
        starters: list[Entry] = []
        changes: list[Change] = []
        for found in self._layouts.entry.finditer(text, row.start, row.end):
            name = span_of(found, "name")
            starters.append(Entry(name, Span(name.start, found.end()), number=squad_number(found)))
            if found["bracket"]:
                changes += self._lists.changes(text, name, span_of(found, "bracket"), numbered=bool(found["number"]))
        return starters, changes

    def _read_sections(self, text: str, sheet: _Sheet, limit: int) -> None:
        while sheet.end < limit:
            found = self._layouts.label.match(text, sheet.end, limit)
            if found:
                kind = self._lists.kind(found)
                if kind == "goals" and pattern.TEAM_HEAD.match(text, found.end()):
                    return  # both sides' goals in one list, each behind its club: a section of its own
                self._labelled(text, sheet, kind, found.end(), limit)
            elif not self._unlabelled(text, sheet, limit):
                return

    def _labelled(self, text: str, sheet: _Sheet, kind: str, at: int, limit: int) -> None:
        sheet.end = at
        if kind == "subs" and pattern.SWAP.match(text, at, limit):
            kind = "substitution"  # `Subs: Aina for Roberts 87`
        if kind in ("goals", "booked", "sent_off", "unused", "subs"):
            entries, sheet.end = self._lists.entries(text, kind, at, limit)
            sheet.idle |= kind == "unused"
            if kind == "subs" and sheet.rated:
                sheet.changes += _marked_subs(entries, text)
                return
            if kind == "subs":
                self._used_subs(text, sheet, entries)
                came_on = {change.on.of(text) for change in sheet.changes}
                entries = [entry for entry in entries if entry.name.of(text) not in came_on]
                sheet.bench = len(entries) >= LEAST_BENCH and not came_on
            sheet.lists.setdefault("unused" if kind == "subs" else kind, []).extend(entries)
        elif kind == "manager":
            name = pattern.A_NAME.match(text, at, limit)
            if name:
                sheet.manager = span_of(name)
            sheet.end = self._lists.skip_value(text, at, limit)
        elif kind == "substitution":
            sheet.changes += self._lists.swaps(text, at, limit)
            sheet.end = self._lists.skip_value(text, at, limit)
        else:
            sheet.end = self._lists.skip_value(text, at, limit)

    def _used_subs(self, text: str, sheet: _Sheet, entries: list[Entry]) -> None:
        """`Subs: Gutierrez (Anita 72), Elliot`: those with a bracket came on, the others stayed on the bench."""
        for entry in list(entries):
            bracket = pattern.BRACKET_BEHIND.search(text, entry.name.end, entry.span.end)
            if not bracket:
                continue
            for change in self._lists.changes(text, entry.name, span_of(bracket)):
                sheet.changes.append(Change(entry.name, change.on, change.minute, change.span, change.at))
                entries.remove(entry)

    def _unlabelled(self, text: str, sheet: _Sheet, limit: int) -> bool:
        """A paragraph of names whose label was lost: with minutes goals, in brackets dismissals, else bookings."""
        gap = pattern.PARAGRAPH_GAP.match(text, sheet.end, limit)
        if not gap:
            return False
        stop = text.find("\n", gap.end(), limit)
        end = stop if stop >= 0 else limit
        line = Span(gap.end() + len(text[gap.end() : end]) - len(text[gap.end() : end].lstrip(": ")), end)
        content = line.of(text).rstrip(" .")
        if not content or content.isupper() or (sheet.label is not None and not self._is_of_side(text, sheet, line)):
            return False
        goals, end = self._lists.scorers(text, line.start, line.start + len(content))
        if goals and end == line.start + len(content):
            bracketed = all(text[g.name.end :].lstrip().startswith("(") for g in goals) and len(goals) <= 2
            sheet.lists.setdefault("sent_off" if bracketed and "sent_off" not in sheet.lists else "goals", []).extend(goals)
        elif self._layouts.names_only.fullmatch(content) and "booked" not in sheet.lists and "goals" not in sheet.lists:
            entries, _ = self._lists.entries(text, "booked", line.start, line.start + len(content))
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
        scorers, last = self._lists.scorers(text, line.start, end)
        if last != end and not line.of(text).rstrip().endswith("."):
            return False
        own = {entry.name.of(text) for entry in sheet.starters} | {change.on.of(text) for change in sheet.changes}
        named = scorers if last == end else self._lists.entries(text, "booked", line.start, end)[0]
        return bool(named) and all(entry.name.of(text) in own for entry in named)


def _headed_by_side(sheet: TeamSheet, text: str, sides: Collection[str]) -> TeamSheet:
    """A sheet without a label whose first man's name begins with a side of a result, `Ayton Town Poole; Stone, Ray, …`, or with
    nothing but a side on the line above."""
    first = sheet.starters[0]
    if sheet.label is not None:
        return sheet
    above = line_above(text, sheet.span.start)
    if above.of(text) in sides:
        return replace(sheet, label=above, span=Span(above.start, sheet.span.end))
    side = next((side for side in sides if first.name.of(text).startswith(f"{side} ")), "")
    if not side:
        return sheet
    label = Span(first.name.start, first.name.start + len(side))
    keeper = replace(first, name=Span(label.end + 1, first.name.end))
    return replace(sheet, label=label, starters=(keeper, *sheet.starters[1:]))


def _are_marked(entries: Sequence[Entry], text: str) -> bool:
    """Whether each man of a list has a mark in brackets behind him: `Poole (6), Stone (7)`."""
    return bool(entries) and all(pattern.MARK_BEHIND.search(entry.span.of(text)) for entry in entries)


def _marked_subs(entries: Sequence[Entry], text: str) -> list[Change]:
    """The substitutes of a side that is given with its marks: who has one came on."""
    return [Change(entry.name, None, "", entry.span) for entry in entries] if _are_marked(entries, text) else []


def _is_led_by_club(text: str, starters: Sequence[Entry]) -> bool:
    """Whether the first of twelve entries is the side that the row lists: `Ayton; Poole; Stone`."""
    return len(starters) == ELEVEN + 1 and text[starters[0].name.end :][:1] == ";"


def _is_ranking(text: str, sheet: _Sheet) -> bool:
    """Whether a row that counts `1 …, 2 …, 3 …` may be a table or the order of a race: nothing else makes it an eleven."""
    if [entry.number for entry in sheet.starters] != list(range(1, len(sheet.starters) + 1)):
        return False
    return len(sheet.starters) != ELEVEN or not (sheet.formation or sheet.changes or ";" in sheet.row.of(text))


def _is_of_goals(text: str, sheet: _Sheet) -> bool:
    """Whether a row of more or fewer names than eleven has a minute behind each: `Hill 21, Marsh 31, Ray 35`."""
    marks = [int(found) for found in pattern.MARKED.findall(sheet.row.of(text))]
    rising = marks == sorted(marks) and len(marks) == len(sheet.starters) != ELEVEN
    return rising and marks[-1] > 2 * ELEVEN


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
