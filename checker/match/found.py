"""Which stored match an article reports: by its clubs, and by its day or its competition and score; never by clubs alone.

A dated article reports a match of its last days. For one without a date points are counted: the competition, the score, each
scorer and his minute; below the pack's threshold, or where two matches have as many, none is taken. The same match from
several sources is one match with several tellings.
"""

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.article import Span
from checker.claims.clock import block_minute
from checker.claims.model import Claim, Value
from checker.match.goals import gap
from checker.match.sides import Clubs
from checker.match.window import REPORT_DELAY
from checker.pipeline.reading import Reading
from checker.reference.events import Event
from checker.reference.names import distance, fold
from checker.reference.store import Reference, Window

TIE = datetime.timedelta(days=40)
"""The two legs of a tie are not farther apart."""


@dataclass(frozen=True)
class FoundMatch:
    """A match as its sources tell it, the most trusted first, and the first leg of its tie."""

    tellings: tuple[Event, ...]
    first_leg: tuple[Event, ...] = ()

    @property
    def event(self) -> Event:
        return self.tellings[0]


class MatchFinder:
    """Finds the stored match of an article, in a desk's sheet and in the reference."""

    def __init__(self, reference: Reference, sheet: Sequence[Event], thresholds: Mapping[str, float]) -> None:
        self._reference = reference
        self._thresholds = thresholds
        self._sheet = tuple(sheet)

    def events(self, one: str, other: str) -> list[Event]:
        """The matches of two teams, those of the sheet first."""
        own = [event for event in self._sheet if {event.home, event.away} == {one, other}]
        return [*own, *self._reference.events(one, other)]

    def find(
        self, reading: Reading, clubs: Clubs | None, window: Window | None, facts: Mapping[str, Value], claims: Iterable[Claim]
    ) -> FoundMatch | None:
        """The stored match; None where there is none, or several that fit."""
        if clubs is None:
            return None
        matches = _matches(self.events(*clubs))
        if not matches:
            return None
        day = reading.date
        if day is not None:
            fitting = [match for match in matches if day - REPORT_DELAY <= match[0].date <= day]
        else:
            fitting = self._tied(reading, [m for m in matches if _is_within(m[0].date, window)], window, facts, list(claims))
        if len(fitting) != 1:
            return None
        return FoundMatch(tuple(fitting[0]), _first_leg(fitting[0][0], matches))

    def _tied(
        self, reading: Reading, matches: Sequence[list[Event]], window: Window | None, facts: Mapping[str, Value],
        claims: Sequence[Claim],
    ) -> list[list[Event]]:  # fmt: skip
        """The matches that most ties an undated article to, where that is enough; fewer will do where the people it names
        tell the season."""
        needed = self._thresholds.get("known_match_points" if window else "known_match_points_undated", 3)
        matches = [match for match in matches if not _ended_otherwise(match, claims)]
        points = [max(self._points(event, reading, facts, claims) for event in match) for match in matches]
        best = max(points, default=0)
        return [m for m, count in zip(matches, points, strict=True) if count == best] if best >= needed else []

    def _points(self, event: Event, reading: Reading, facts: Mapping[str, Value], claims: Sequence[Claim]) -> int:
        said = facts.get("final_high"), facts.get("final_low")
        score = event.score is not None and said == (max(event.score), min(event.score))
        named = int(self._is_named(event.competition, reading))
        return named + int(score) + _scorer_points(event, claims) - _strangers(event, claims)

    def _is_named(self, competition: str, reading: Reading) -> bool:
        """Whether the article names a competition, by any of its names."""
        wanted = self._competitions(fold(competition)) | {fold(competition)}
        for mention in reading.mentions:
            if mention.kind == "competition" and wanted & {mention.words, *mention.entities}:
                return True
        return False

    def _competitions(self, words: str) -> set[str]:
        """The ids of the competition that a source's name ends with: `UEFA Europa League` is the Europa League."""
        parts = words.split()
        for at in range(len(parts)):
            rest = " ".join(parts[at:])
            forms = self._reference.forms_of(parts[at])
            found = {form.entity for form in forms if form.words == rest and form.kind == "competition"}
            if found:
                return found
        return set()


def _matches(events: Iterable[Event]) -> list[list[Event]]:
    """Events that are one match: the same side at home, and no more than a day apart (kick-offs near midnight)."""
    groups: list[list[Event]] = []
    for event in events:
        home = next((g for g in groups if g[0].home == event.home and abs((g[0].date - event.date).days) <= 1), None)
        if home is None:
            groups.append([event])
        else:
            home.append(event)
    return groups


def _is_within(day: datetime.date, window: Window | None) -> bool:
    return window is None or window.first <= day <= window.last


def _scorer_points(event: Event, claims: Sequence[Claim]) -> int:
    """A point for each of a match's scorers whom an article names as one, two where it gives his minute too."""
    goals = [c for c in claims if c.type == "goal" and c.get("about") == "this" and c.get("scorer")]
    points = 0
    for person in dict.fromkeys(goal.person for goal in event.goals):
        said = [claim for claim in goals if same_man(str(claim.get("scorer")), person)]
        minutes = [moment_claim(goal.minute) for goal in event.goals if goal.person == person]
        points += int(bool(said)) + int(any(gap(claim, minute) <= 1 for claim in said for minute in minutes))
    return points


def _strangers(event: Event, claims: Sequence[Claim]) -> int:
    """How many scorers an article gives the match who are none of a match's; two sides often part with one score."""
    if not event.goals or not event.has_all_goals:
        return 0
    goals = [c for c in claims if c.type == "goal" and c.get("about") == "this" and c.zone != "quotation"]
    said = {str(claim.get("scorer")) for claim in goals if claim.get("scorer")}
    return sum(not any(same_man(scorer, goal.person) for goal in event.goals) for scorer in said)


def _ended_otherwise(match: Sequence[Event], claims: Sequence[Claim]) -> bool:
    """Whether an article tells of a shoot-out that a match, as its sources know it, had not."""
    shoot_out = any(c.type == "score" and c.get("kind") == "shoot-out" and c.get("about") == "this" for c in claims)
    return shoot_out and not any(event.pens for event in match)


def moment_claim(minute: str) -> Claim:
    """The minute of a stored goal, to be compared with those of claims."""
    return Claim("known_goal", Span(0, 0), "", dict(block_minute(minute)))


def _first_leg(event: Event, matches: Iterable[Sequence[Event]]) -> tuple[Event, ...]:
    for match in matches:
        gap = event.date - match[0].date
        one_tie = match[0].competition == event.competition and match[0].stage == event.stage
        if match[0].home == event.away and datetime.timedelta() < gap <= TIE and one_tie:
            return tuple(match)
    return ()


SHORTEST_NEAR = 6
"""Letters of a surname from which one typing error leaves the man the same."""


def same_man(one: str, other: str) -> bool:
    """Whether two names can be one man's: a surname and a full name, a name by which he is called, one typing error."""
    a, b = fold(one).replace(".", " ").split(), fold(other).replace(".", " ").split()
    if not a or not b:
        return False
    if set(a) <= set(b) or set(b) <= set(a):
        return True
    if a[-1] == b[-1]:
        return len(a) == 1 or len(b) == 1 or a[0][0] == b[0][0]  # else they are brothers
    parts = set(a) & set(b) - {"de", "da", "van", "von", "der", "dos", "el", "al"}
    if any(len(part) >= SHORTEST_NEAR for part in parts):
        return True
    return min(len(a[-1]), len(b[-1])) >= SHORTEST_NEAR and distance(a[-1], b[-1]) <= 2 and a[-1][0] == b[-1][0]
