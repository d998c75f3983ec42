"""How articles about one match meet: same clubs, something that ties them together, and nothing that tells them apart.

A wrong meeting makes wrong flags, so points are counted: a shared scorer, score, date or leg ties; another date, another
leg, scorers of which none is shared tell apart. Below the pack's threshold the articles stay apart.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from checker.claims.model import Claim, Value
from checker.match.disputes import Dispute, disputes, scored, surnames
from checker.match.facts import goals_of
from checker.match.goals import FAR, gap, surname
from checker.match.record import MatchRecord
from checker.match.roll import is_on

_MANY_PEOPLE = 8
"""Men whom each of two reports names at least, before it counts whether they are the same men."""
_SAME_PEOPLE, _MANY_OF_THEM, _OTHER_PEOPLE = 0.8, 0.7, 0.5
"""Shares of the shorter report's men whom the other names. Of 102 pairs of a report and a live text (2016-17) all reach .5, 9
in 10 reach .8; of 1,400 pairs of reports with other final scores (2013-25) 8 in 10 fall short of .5."""
_SAME_MEN = (4, 2, 1, 0)
"""Points for the same men, by what may be why: that a report speaks of two legs, or both do, that they share no scorer. The
same clubs have much the same men in the two matches of a season."""
_SOME_MEN, _OTHER_MEN = 1, -2
_OTHER_SCORERS = -3
_NO_SHARED_SCORER = -1
_MINUTES_APART = 5
"""Minutes from which on a man's goals in two reports are no sign that the reports are of one match."""
_MOST_MOMENTS = 2
"""Points at most for minutes that two reports share: as many as tie them."""


@dataclass(frozen=True)
class Meeting:
    """Records about one match, and the events that their claims tell: (number of the record, of the claim) to event."""

    records: tuple[MatchRecord, ...]
    events: Mapping[tuple[int, int], str]
    disputes: tuple[Dispute, ...] = ()
    """What one record gives to another man than the other does."""


def meetings(records: Sequence[MatchRecord], thresholds: Mapping[str, float]) -> Iterator[Meeting]:
    """The groups of two and more records that are about one match."""
    needed = thresholds.get("meeting_points", 2)
    by_clubs: dict[frozenset[str], list[MatchRecord]] = defaultdict(list)
    for record in records:
        if record.clubs:
            by_clubs[frozenset(record.clubs)].append(record)
    for together in by_clubs.values():
        for group in _groups(together, needed):
            yield Meeting(tuple(group), _shared_events(group), tuple(disputes(group)))


def _groups(records: Sequence[MatchRecord], needed: float) -> list[list[MatchRecord]]:
    groups: list[list[MatchRecord]] = []
    for record in records:
        home = next((g for g in groups if all(_points(record, other) >= needed for other in g)), None)
        if home is None:
            groups.append([record])
        else:
            home.append(record)
    return [group for group in groups if len(group) > 1]


def _points(one: MatchRecord, other: MatchRecord) -> int:
    """How strongly two records of the same clubs belong together; negative where something tells them apart."""
    scorers = _scorer_points(one, other)
    points = scorers + _score_points(one, other) + _day_points(one, other) + _moment_points(one, other)
    return points + _people_points(one, other, no_shared_scorer=scorers < 0)


def _people_points(one: MatchRecord, other: MatchRecord, no_shared_scorer: bool) -> int:
    """For two reports that name the same men, fewer where other matches of the same clubs may be why; against two that name
    others, as the same clubs have them in another season."""
    fewer, shared = min(len(one.people), len(other.people)), len(one.people & other.people)
    if fewer < _MANY_PEOPLE:
        return 0
    if shared >= _SAME_PEOPLE * fewer:
        legs = sum(bool(record.facts.get("two_legs")) for record in (one, other))
        return _SAME_MEN[legs + no_shared_scorer]
    if shared >= _MANY_OF_THEM * fewer:
        return _SOME_MEN if _score_points(one, other) >= 0 else 0
    return _OTHER_MEN if shared < _OTHER_PEOPLE * fewer else 0


def _scorer_points(one: MatchRecord, other: MatchRecord) -> int:
    goals, other_goals = list(_scorers(one)), list(_scorers(other))
    mine, theirs = set(map(surname, goals)), set(map(surname, other_goals))
    alike = _dated_alike(one, other_goals) | _dated_alike(other, goals)
    shared = ((mine & theirs) - _dated_apart(one, other)) | alike
    if _score_points(one, other) == 1:  # who is named where a live text tells the goals of one score may have scored them
        shared |= _on_roll(mine, other) | _on_roll(theirs, one)
    if mine and theirs and not shared:
        return _OTHER_SCORERS if all(map(_tells_all_goals, (one, other))) else _NO_SHARED_SCORER
    whole = shared and min(len(mine), len(theirs)) <= len(shared)  # no scorer of the one is missing in the other
    chance = len(shared) == 1 and not alike and not all(map(_tells_all_goals, (one, other)))  # one man scores every season
    return len(shared) + int(bool(whole) and not chance)


def _on_roll(scorers: set[str], record: MatchRecord) -> set[str]:
    return {name for name in scorers if record.roll is not None and is_on(record.roll, name)}


def _moment_points(one: MatchRecord, other: MatchRecord) -> int:
    """For goals and dismissals of the same exact minutes in two reports of one score, whoever scored or went."""
    if _score_points(one, other) != 1:
        return 0
    return min(_MOST_MOMENTS, len(set(_moments(one)) & set(_moments(other))))


def _moments(record: MatchRecord) -> Iterator[tuple[str, Value | None]]:
    for number in record.events:
        claim = record.claims[number]
        if claim.type in ("goal", "card") and claim.get("about") == "this" and claim.get("form") in ("ordinal", "block"):
            yield claim.type, claim.get("earliest")


def _tells_all_goals(record: MatchRecord) -> bool:
    """Whether a record names a scorer for each goal of its final score."""
    high, low = record.facts.get("final_high"), record.facts.get("final_low")
    goals = {(surname(goal), str(goal.get("minute"))) for goal in _scorers(record)}
    return isinstance(high, int) and isinstance(low, int) and len(goals) >= high + low


def _tellings(record: MatchRecord) -> Iterator[Claim]:
    """The goals of a record with their scorers, and the times beside which a scorer is named."""
    yield from _scorers(record)
    yield from (claim for claim in record.claims if "men" in claim.fields)


def _dated_alike(record: MatchRecord, goals: Sequence[Claim]) -> set[str]:
    """The scorers of another record's goals whom a record has with a goal, or beside the time of one, within a minute."""
    tellings = [(told, surnames(told)) for told in _tellings(record)] if goals else []
    return {surname(goal) for goal in goals for told, men in tellings if surname(goal) in men and gap(told, goal) <= 1}


def _dated_apart(one: MatchRecord, other: MatchRecord) -> set[str]:
    """The scorers who in the one record never score near a minute in which they do in the other."""
    misses: dict[str, int] = {}
    for mine, theirs in product(_scorers(one), _scorers(other)):
        if surname(mine) == surname(theirs) and (missed := gap(mine, theirs)) < FAR:
            misses[surname(mine)] = min(missed, misses.get(surname(mine), FAR))
    return {name for name, missed in misses.items() if missed > _MINUTES_APART}


def _scorers(record: MatchRecord) -> Iterator[Claim]:
    return (claim for _, claim in scored(record))


def _score_points(one: MatchRecord, other: MatchRecord) -> int:
    scores = [(r.facts.get("final_high"), r.facts.get("final_low")) for r in (one, other)]
    if None in scores[0] or None in scores[1]:
        return 0
    return 1 if scores[0] == scores[1] else -1


def _day_points(one: MatchRecord, other: MatchRecord) -> int:
    """Dated articles of one match appear within days of each other; windows that never meet tell matches apart."""
    if one.window is None or other.window is None:
        return 0
    if one.window.last < other.window.first or other.window.last < one.window.first:
        return -5
    both_dated = all((r.window.last - r.window.first).days < 14 for r in (one, other) if r.window)
    return 2 if both_dated else 0


def _shared_events(records: Sequence[MatchRecord]) -> dict[tuple[int, int], str]:
    """Events of the records under common names: scores by their kind, goals by their scorer, or by a club's only one."""
    events: dict[tuple[int, int], str] = {}
    goals = _goals_of(records)
    only = _only_scorers(records, goals)
    twice = {scorer for record in records for scorer in _braces(record)}
    listed = next((whole for record in records if (whole := _whole_list(record))), [])
    for number, record in enumerate(records):
        for at, event in record.events.items():
            claim = record.claims[at]
            if claim.type not in ("goal", "minute"):
                name = event if claim.type in ("score", "date", "count") else ""
            elif listed:
                name = _listed_goal(claim, listed)
            else:
                name = _goal_name(claim, goals, only, twice)
            if name:
                events[number, at] = name
    return events


def _whole_list(record: MatchRecord) -> list[Claim]:
    """The listed goals of a record whose lists have every goal of the match."""
    listed, high, low = (record.facts.get(name) for name in ("listed_goals", "final_high", "final_low"))
    if not isinstance(listed, int) or not isinstance(high, int) or not isinstance(low, int) or listed != high + low:
        return []
    return [claim for claim in record.claims if claim.type == "goal" and claim.get("block")]


def _listed_goal(claim: Claim, listed: Sequence[Claim]) -> str:
    """The listed goal that a goal or a time of any report tells: the one of that moment among those of its scorer, or of
    the men whom a time is told with; empty where it may be several."""
    own = [goal for goal in listed if surname(goal) in surnames(claim)]
    if claim.type == "minute":
        own = [goal for goal in listed if own and gap(claim, goal) == 0] or own
    elif not own and not claim.get("scorer"):
        own = [goal for goal in listed if claim.keys.get("club", "") == goal.keys.get("club")]
        own = own if len(own) == 1 else []
    if len(own) == 1 or (own and "earliest" in claim.fields):
        goal = min(own, key=lambda goal: gap(claim, goal))
        return f"listed goal {listed.index(goal)}"
    return ""


def _goals_of(records: Sequence[MatchRecord]) -> dict[str, int]:
    """How often each club scored, where a record tells."""
    found: dict[str, int] = {}
    for record in records:
        found |= goals_of(record.facts, record.claims, record.clubs)
    return found


def _only_scorers(records: Sequence[MatchRecord], scored_by: Mapping[str, int]) -> dict[str, str]:
    """The surnames of the men who scored their club's only goal, with the club."""
    goals = (goal for record in records for goal in _scorers(record))
    return {surname(goal): goal.keys["club"] for goal in goals if scored_by.get(goal.keys.get("club", "")) == 1}


def _goal_name(claim: Claim, scored_by: Mapping[str, int], only: Mapping[str, str], twice: set[str]) -> str:
    men = surnames(claim)
    scorer = next(iter(men)) if len(men) == 1 else ""
    club = claim.keys.get("club") or only.get(scorer, "")
    if scored_by.get(club) == 1:
        return f"only goal of {club}"
    return f"goal of {scorer}" if scorer and scorer not in twice else ""


def _braces(record: MatchRecord) -> Iterator[str]:
    """The surnames of those who score more than one goal in a record: theirs cannot be told apart across articles."""
    minutes: dict[str, set[str]] = defaultdict(set)
    for claim in _tellings(record):
        for scorer in surnames(claim) if claim.type == "goal" or len(surnames(claim)) == 1 else ():
            minutes[scorer].add(str(claim.get("minute")))
    return (scorer for scorer, told in minutes.items() if len(told - {"None"}) > 1)
