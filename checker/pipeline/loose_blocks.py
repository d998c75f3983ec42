"""The blocks that belong to no line-up: goals and cards listed by themselves, results, the key moments of a match."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checker.article import Span
from checker.claims.clock import moment
from checker.claims.words import Words
from checker.pipeline import block_patterns as pattern
from checker.pipeline.block_lists import ListReader, span_of
from checker.pipeline.block_parts import HIGHEST_SCORE, Entry, ResultLine, Section
from checker.pipeline.block_patterns import Layouts, at_lines

MOST_GOALS = 7
"""Men in one side's line of goals; in a longer one each has his rating."""
_LEAST_MARKS = 2
"""Semicolons in a row of results."""
HEAD = 400
"""Code points at an article's head, where a competition may stand before the result: `League One: Lincoln 0 Barnsley 2`."""


class LooseReader:
    """Reads the lists and results of a text wherever they stand."""

    def __init__(self, layouts: Layouts, lists: ListReader, words: Words) -> None:
        self._layouts = layouts
        self._lists = lists
        self._first_leg = tuple(label.lower() for label in words.lists.get("first_leg_labels", ()))

    def sections(self, text: str, start: int) -> Iterator[Section]:
        """The labelled lists of goals and cards; of one for both sides a section for each."""
        mark = pattern.LABEL_MARK.search(text, start)
        if mark is None:
            return
        for found in self._layouts.any_label.finditer(text, max(start, text.rfind("\n", 0, mark.start()))):
            kind = self._lists.kind(found)
            if kind not in ("goals", "booked", "sent_off"):
                continue
            stop = text.find("\n", found.end())
            limit = stop if stop >= 0 else len(text)
            yield from self._team_parts(text, kind, found.start("label"), found.end(), limit)

    def goals_of_sides(self, text: str, start: int) -> Iterator[Section]:
        """The goals that stand in two lines, each headed by its side and by nothing else: `Celta: Suarez 27`. More such lines
        in a row are figures of another kind."""
        lines = list(self._side_lines(text, start)) if pattern.LABEL_MARK.search(text, start) else []
        near = [not text[a.span.end : b.span.start].strip(" .\n") for a, b in pairwise(lines)]
        for number, (one, other) in enumerate(pairwise(lines)):
            alone = near[number] and not any(near[max(0, number - 1) : number] + near[number + 1 : number + 2])
            if alone and _are_goals(text, one, other):
                yield from (one, other)

    def _side_lines(self, text: str, start: int) -> Iterator[Section]:
        """The lines that a name and a colon head, and that hold names with numbers and nothing else."""
        for found in at_lines(pattern.SIDE_HEAD, text, start):
            stop = text.find("\n", found.end())
            stop = stop if stop >= 0 else len(text)
            entries, end = self._lists.scorers(text, found.end(), stop)
            if entries and not text[end:stop].strip(" .") and found["team"].lower() not in self._layouts.kind_of:
                yield Section("goals", tuple(entries), Span(found.start(), end), span_of(found, "team"))

    def _team_parts(self, text: str, kind: str, start: int, at: int, limit: int) -> Iterator[Section]:
        """The parts of a list in which each side's names follow its own: `Goals: Celta – Suarez 27; Betis – Castro 40`."""
        end = at
        while end < limit:
            head = pattern.TEAM_HEAD.match(text, end, limit)
            team = span_of(head, "team") if head else None
            begin = head.end() if head else end + len(text[end:limit]) - len(text[end:limit].lstrip())
            entries, stop = self._lists.entries(text, kind, begin, limit)
            if not entries:
                return
            yield Section(kind, tuple(entries), Span(start, stop), team)
            start = end = stop
            if not team or not pattern.PART_JOINT.match(text, stop, limit):
                return

    def results(self, text: str, start: int) -> Iterator[ResultLine]:
        """The lines that are a result and nothing else."""
        for found in at_lines(self._layouts.result, text, start):
            first, second = int(found["first"]), int(found["second"] or found["last"])
            if max(first, second) <= HIGHEST_SCORE and self._is_result(found) and not _is_of_table(found):
                home, away = (self._result_goals(found, side) for side in ("home_goals", "away_goals"))
                if found["second"] and found["note"]:
                    home, away = self._goals_behind(found, first, second)
                names = span_of(found, "home"), span_of(found, "away")
                last = ("away", "last", "away_goals") if away else ("away", "last")
                span = Span(found.start("home"), max(found.end(name) for name in last))
                yield ResultLine(*names, first, second, span, home, away, kind=self._kind(found))

        yield from self._stacked(text, start)
        yield from _rows_of_results(text, start)

    def _is_result(self, found: re.Match[str]) -> bool:
        """Whether a result is one: `Smith 3, Jones 4` is none, and neither is what a heading stands before, but at an article's
        head, with its goals, or of the first leg."""
        goals = found["home_goals"] or found["away_goals"]
        if found.start() < HEAD or self._is_of_first_leg(found):
            return True
        return bool(goals) if found["heading"] else bool(goals or not found["comma"])

    def _is_of_first_leg(self, found: re.Match[str]) -> bool:
        return (found["heading"] or "").lower().startswith(self._first_leg)

    def _kind(self, found: re.Match[str]) -> str:
        """What a result is: of the match, of its first half, of the first leg, or of a moment on the way
        (`Hearts 1-0 Livingston (15 mins)`)."""
        if found["half"]:
            return "half-time"
        if self._is_of_first_leg(found):
            return "first-leg"
        return "running" if pattern.STOOD.match(found["note"] or "") else "final"

    def _stacked(self, text: str, start: int) -> Iterator[ResultLine]:
        """The results that give each side its line and its scorers the line below; the scorers make up the score."""
        if not pattern.FIGURE_AT_END.search(text, start):
            return
        for one in at_lines(pattern.SIDE_LINE, text, start):
            home, end = self._scorers_below(text, one)
            other = pattern.SIDE_LINE.match(text, _next_line(text, end)) if home is not None else None
            away, last = self._scorers_below(text, other) if other else (None, end)
            if other and home is not None and away is not None and (home or away):
                names = span_of(one, "side"), span_of(other, "side")
                counts = int(one["goals"]), int(other["goals"])
                yield ResultLine(*names, *counts, Span(one.start(), last), tuple(home), tuple(away))

    def _scorers_below(self, text: str, side: re.Match[str]) -> tuple[list[Entry] | None, int]:
        """The scorers in the lines below a side's, and where they end; None where they do not make up its goals."""
        count, end = int(side["goals"]), side.end()
        found: list[Entry] = []
        while sum(len(entry.minutes) for entry in found) < count <= HIGHEST_SCORE:
            begin = _next_line(text, end)
            line = text.find("\n", begin)
            entries, end = self._lists.scorers(text, begin, line if line >= 0 else len(text))
            if not entries:
                return None, end
            found += entries
        return (found if sum(len(entry.minutes) for entry in found) == count else None), end

    def _goals_behind(self, found: re.Match[str], first: int, second: int) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
        """The goals of both sides in the bracket behind a result: `Hearts 2-1 Livingston (Boyce 12, 55; Devlin 80)`; none where
        it is not told whose they are."""
        start, end = found.span("note")
        half = found.string.find(";", start, end)
        if half < 0:
            only = self._all_scorers(found.string, start, end) if 0 in (first, second) else ()
            return (only, ()) if first else ((), only)
        return self._all_scorers(found.string, start, half), self._all_scorers(found.string, half + 1, end)

    def _all_scorers(self, text: str, start: int, end: int) -> tuple[Entry, ...]:
        """The goals of one side in a part of a bracket, none where they cannot all be read."""
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        entries, last = self._lists.scorers(text, begin, end)
        return () if any(letter.isalnum() for letter in text[last:end]) else tuple(entries)

    def _result_goals(self, found: re.Match[str], side: str) -> tuple[Entry, ...]:
        """The goals in the bracket behind a side of a result, none where they cannot all be read; a half-time score is none, a
        date, or a goal of the first leg."""
        bracket = found[side] or ""
        if not bracket.strip() or pattern.HALF_TIME.search(bracket) or self._is_of_first_leg(found):
            return ()
        return self._all_scorers(found.string, found.start(side) + len(bracket) - len(bracket.lstrip(" (")), found.end(side))


def _are_goals(text: str, *lines: Section) -> bool:
    """Whether the numbers of both sides' lines rise from man to man as minutes do, under heads of which one is named elsewhere.
    A name that stands in both is a side's, in lines of shots and corners."""
    firsts = [[moment(entry.minutes[0][0]) or 0 for entry in line.entries] for line in lines]
    names = [entry.name.of(text) for line in lines for entry in line.entries]
    heads = [line.team.of(text).lower() for line in lines if line.team]
    rising = all(len(first) <= MOST_GOALS and first == sorted(first) for first in firsts)
    return rising and len(set(names)) == len(names) and any(text.lower().count(head) > 1 for head in heads)


def _next_line(text: str, end: int) -> int:
    """Where the text goes on behind the blanks at an offset."""
    return end + len(text[end:]) - len(text[end:].lstrip())


def _rows_of_results(text: str, start: int) -> Iterator[ResultLine]:
    """The results that stand in one line, parted by semicolons, where each part of the line is one."""
    if text.count(";", start) < _LEAST_MARKS:
        return  # as mostly
    for row in at_lines(pattern.ROW_OF_RESULTS, text, start):
        ends = [found.start() for found in re.finditer(";", row["row"])]
        bounds = [row.start("row") - 1, *(row.start("row") + end for end in ends), row.end("row")]
        parts = [pattern.RESULT_OF_ROW.fullmatch(text, first + 1, last) for first, last in pairwise(bounds)]
        for found in parts if all(parts) else ():
            if found is not None:
                goals = int(found["first"]), int(found["second"] or found["last"])
                names = span_of(found, "home"), span_of(found, "away")
                yield ResultLine(*names, *goals, Span(found.start("home"), max(found.end("away"), found.end("last"))))


def _is_of_table(found: re.Match[str]) -> bool:
    """Whether a result over two lines is but two lines of a list of figures: a third stands right before or behind them."""
    text = found.string
    if "\n" not in found[0]:
        return False
    before = text.rfind("\n", 0, max(found.start() - 1, 0)) + 1
    behind = text.find("\n", found.end() + 1)
    lines = text[before : max(found.start() - 1, 0)], text[found.end() + 1 : behind if behind >= 0 else len(text)]
    return any(pattern.SIDE_LINE.fullmatch(line) for line in lines)


def timeline(text: str, start: int, layouts: Layouts) -> list[Section]:
    """The goals of a list of key moments, one a line: `52' GOAL! Diaby, 2-2`; none where the scores beside them do not count up
    goal by goal: then one is missing."""
    found = list(layouts.key_moment.finditer(text, start))
    scored = [goal for goal in found if goal["first"]]
    counted = not scored or len(scored) == len(found) == sum(1 for _ in pattern.TIMED_GOAL.finditer(text, start))
    return [_timed_goal(goal, layouts.marks) for goal in _from_the_first(found if counted else [], bool(scored))]


def _from_the_first(found: Sequence[re.Match[str]], scored: bool = True) -> Sequence[re.Match[str]]:
    """Goals with the scores that they made, the first one first; none where these do not count up, one goal each."""
    stages = [int(goal["first"]) + int(goal["second"]) for goal in found] if scored else []
    if stages == list(range(len(stages), 0, -1)):
        found, stages = found[::-1], stages[::-1]
    return found if stages == list(range(1, len(stages) + 1)) else []


def live_goals(text: str, start: int, marks: re.Pattern[str]) -> list[Section]:
    """The goals of a live text whose entries tell the score and the scorer, the first one first (of a text whose latest entry
    stands on top as well); none where the scores do not count up goal by goal: then one is missing, or was taken back."""
    return [_timed_goal(goal, marks) for goal in _from_the_first(list(pattern.LIVE_GOAL.finditer(text, start)))]


def live_scores(text: str, start: int) -> Iterator[ResultLine]:
    """The scores that the goals of a live text make, each of both sides."""
    for found in pattern.LIVE_GOAL.finditer(text, start):
        names, span = (span_of(found, "home"), span_of(found, "away")), Span(found.start("home"), found.end("away"))
        yield ResultLine(*names, int(found["first"]), int(found["second"]), span, kind="running")


def _timed_goal(goal: re.Match[str], marks: re.Pattern[str]) -> Section:
    mark = marks.search(goal["mark"] or "")
    sort = "og" if mark and mark["og"] else "pen" if mark else ""
    span = Span(goal.start("minute"), goal.end())
    return Section("goals", (Entry(span_of(goal, "name"), span, ((goal["minute"], span_of(goal, "minute")),), (sort,)),), span)


def half_times(text: str, start: int) -> Iterator[tuple[int, int, Span]]:
    """The scores at half-time that are labelled so, with their places."""
    for found in pattern.HALF_TIME.finditer(text, start):
        yield int(found[1]), int(found[2]), span_of(found)
