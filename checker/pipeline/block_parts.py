"""What the blocks of a text are made of: the entries of its lists, its line-ups, its results."""

from dataclasses import dataclass
from functools import cached_property

from checker.article import Span

ELEVEN = 11
HIGHEST_SCORE = 20
"""Goals of one side; a higher figure is no score."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of a block with what stands behind it: minutes as written (`90+1`), marks (`pen`, `og`)."""

    name: Span
    span: Span
    minutes: tuple[tuple[str, Span], ...] = ()
    marks: tuple[str, ...] = ()
    """One mark a minute: "", "pen" or "og"."""
    number: int | None = None
    """The squad number before the name."""


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
    bench: bool = False
    """Whether all substitutes are listed, those who came on among `unused` as well."""
    idle: bool = False
    """Whether a label says of those in `unused` that they were not used."""
    heading: Span | None = None
    """What heads a block whose club stands nowhere near: `Starting XI`."""
    forecast: bool = False
    """Whether it is what the writer expects, and nobody has played."""

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
    """`half-time` or `first-leg` where the line says so (`HALF-TIME: Hearts 1-1 Livingston`), `running` where it says at which
    minute."""


@dataclass(frozen=True)
class Blocks:
    sheets: tuple[TeamSheet, ...] = ()
    sections: tuple[Section, ...] = ()
    results: tuple[ResultLine, ...] = ()
    half_time: tuple[tuple[int, int, Span], ...] = ()
    forecasts: tuple[TeamSheet, ...] = ()
    """Elevens that somebody expects; they are none of `sheets`."""
    goals_unread: bool = False
    """Whether a goals list goes on behind its last goal that could be read."""

    @property
    def scorers(self) -> list[Entry]:
        """The entries of the goals lists that belong to no line-up."""
        lists = [section.entries for section in self.sections if section.kind == "goals"]
        lists += [goals for result in self.results for goals in (result.home_goals, result.away_goals)]
        return [entry for entries in lists for entry in entries]

    @cached_property
    def spans(self) -> list[Span]:
        """The parts of the text that are blocks, in order."""
        found = [sheet.span for sheet in (*self.sheets, *self.forecasts)] + [section.span for section in self.sections]
        return sorted(found + [result.span for result in self.results])
