"""How articles about one match meet: same clubs, something that ties them together, and nothing that tells them apart.

A wrong meeting makes wrong flags, so points are counted: a shared scorer, score, date or leg ties; another date, another
leg, scorers of which none is shared tell apart. Below the pack's threshold the articles stay apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.claims.model import Claim
from checker.match.facts import goals_of
from checker.match.goals import gap, same_scorer
from checker.match.record import MatchRecord
from checker.reference.names import fold

_MANY_PEOPLE = 8
"""Men whom each of two reports names at least, before it counts that they are the same men."""
_SHARED_PEOPLE = 0.8
"""The share of the shorter report's men whom the other names: 9 in 10 pairs of reports reach it (94 pairs, 2016-17)."""
_SAME_MEN = (4, 2, 1)
"""Points for the same men where neither report, one, or each speaks of two legs: of two matches of the same clubs in one
season no pair of reports shares more than half of its men (8 pairs), but those of a tie over two legs, which say so."""
_OTHER_SCORERS = -3
_NO_SHARED_SCORER = -1


@dataclass(frozen=True)
class Meeting:
    """Records about one match, and the events that their claims tell: (number of the record, of the claim) to event."""

    records: tuple[MatchRecord, ...]
    events: Mapping[tuple[int, int], str]


def meetings(records: Sequence[MatchRecord], thresholds: Mapping[str, float]) -> Iterator[Meeting]:
    """The groups of two and more records that are about one match."""
    needed = thresholds.get("meeting_points", 2)
    by_clubs: dict[frozenset[str], list[MatchRecord]] = defaultdict(list)
    for record in records:
        if record.clubs:
            by_clubs[frozenset(record.clubs)].append(record)
    for together in by_clubs.values():
        for group in _groups(together, needed):
            yield Meeting(tuple(group), _shared_events(group))


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
    points = _scorer_points(one, other) + _score_points(one, other) + _day_points(one, other)
    return points + _people_points(one, other)


def _people_points(one: MatchRecord, other: MatchRecord) -> int:
    """For two reports that name the same men; one point where a tie over two legs, in which they play twice, may be why."""
    fewer = min(len(one.people), len(other.people))
    if fewer < _MANY_PEOPLE or len(one.people & other.people) < _SHARED_PEOPLE * fewer:
        return 0
    return _SAME_MEN[sum(bool(record.facts.get("two_legs")) for record in (one, other))]


def _scorer_points(one: MatchRecord, other: MatchRecord) -> int:
    mine, theirs = (list(_scorers(record)) for record in (one, other))
    shared = {str(a.get("scorer")) for a in mine for b in theirs if same_scorer(a, b, across=True)}
    shared |= _dated_alike(one, theirs) | _dated_alike(other, mine)
    if mine and theirs and not shared:
        return _OTHER_SCORERS if all(map(_tells_all_goals, (one, other))) else _NO_SHARED_SCORER
    counts = [len({_surname(goal) for goal in goals}) for goals in (mine, theirs)]
    whole = shared and min(counts) <= len(shared)
    return len(shared) + int(bool(whole))  # no scorer of the one is missing in the other: nothing contradicts


def _tells_all_goals(record: MatchRecord) -> bool:
    """Whether a record names a scorer for each goal of its final score."""
    high, low = record.facts.get("final_high"), record.facts.get("final_low")
    goals = {(_surname(goal), str(goal.get("minute"))) for goal in _scorers(record)}
    return isinstance(high, int) and isinstance(low, int) and len(goals) >= high + low


def _tellings(record: MatchRecord) -> Iterator[Claim]:
    """The goals of a record with their scorers, and the times beside which a scorer is named."""
    yield from _scorers(record)
    yield from (claim for claim in record.claims if "men" in claim.fields)


def _dated_alike(record: MatchRecord, goals: Sequence[Claim]) -> set[str]:
    """The scorers of another record's goals beside whose names a record has the time of a goal, within a minute."""
    times = [claim for claim in record.claims if "men" in claim.fields]
    alike = (goal for goal in goals for time in times if gap(time, goal) <= 1 and _surname(goal) in _surnames(time))
    return {str(goal.get("scorer")) for goal in alike}


def _scorers(record: MatchRecord) -> Iterator[Claim]:
    return (c for c in record.claims if c.type == "goal" and c.get("scorer") and c.get("about") == "this")


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
    scored = _goals_of(records)
    only = _only_scorers(records, scored)
    twice = {scorer for record in records for scorer in _braces(record)}
    listed = next((goals for record in records if (goals := _whole_list(record))), [])
    for number, record in enumerate(records):
        for at, event in record.events.items():
            claim = record.claims[at]
            if claim.type in ("score", "date", "count"):
                name = event
            elif listed:
                name = _listed_goal(claim, listed)
            else:
                name = _goal_name(claim, scored, only, twice)
            if name:
                events[number, at] = name
    return events | _disputed(records)


def _whole_list(record: MatchRecord) -> list[Claim]:
    """The listed goals of a record whose lists have every goal of the match."""
    listed, high, low = (record.facts.get(name) for name in ("listed_goals", "final_high", "final_low"))
    if not isinstance(listed, int) or not isinstance(high, int) or not isinstance(low, int) or listed != high + low:
        return []
    return [claim for claim in record.claims if claim.type == "goal" and claim.get("block")]


def _listed_goal(claim: Claim, listed: Sequence[Claim]) -> str:
    """The listed goal that a goal or a time of any report tells: the one of that moment among those of its scorer, or of
    the men whom a time is told with; empty where it may be several."""
    own = [goal for goal in listed if _surname(goal) in _surnames(claim)]
    if claim.type == "minute":
        own = [goal for goal in listed if own and gap(claim, goal) == 0] or own
    elif not own and not claim.get("scorer"):
        own = [goal for goal in listed if claim.keys.get("club", "") == goal.keys.get("club")]
        own = own if len(own) == 1 else []
    if len(own) == 1 or (own and "earliest" in claim.fields):
        goal = min(own, key=lambda goal: gap(claim, goal))
        return f"listed goal {listed.index(goal)}"
    return ""


def _surnames(claim: Claim) -> set[str]:
    """The surnames of those who score by a claim: of a goal's scorer, of the men named near a time."""
    men = claim.get("men")
    names = men if isinstance(men, list) else [str(claim.get("scorer") or "")]
    return {name.lower().rsplit(" ", 1)[-1] for name in names} - {""}


def _disputed(records: Sequence[MatchRecord]) -> dict[tuple[int, int], str]:
    """The goals that two records date alike and give to men of whom the other record knows no goal: one event, two
    scorers."""
    scorers = [{name for claim in _tellings(record) for name in _surnames(claim)} for record in records]
    events: dict[tuple[int, int], str] = {}
    for number, record in enumerate(records):
        elsewhere = {name for other, names in enumerate(scorers) if other != number for name in names}
        for at, claim in enumerate(record.claims):
            exact = claim.get("earliest") if claim.get("earliest") == claim.get("latest") else None
            lone = claim.type == "goal" and claim.get("about") == "this" and claim.get("scorer") and exact
            if lone and at in record.events and _surname(claim) not in elsewhere and claim.keys.get("club"):
                events[number, at] = f"goal of {claim.keys['club']} at {exact}"
    shared = Counter(events.values())
    return {place: event for place, event in events.items() if shared[event] > 1}


def _goals_of(records: Sequence[MatchRecord]) -> dict[str, int]:
    """How often each club scored, where a record tells."""
    found: dict[str, int] = {}
    for record in records:
        found |= goals_of(record.facts, record.claims, record.clubs)
    return found


def _only_scorers(records: Sequence[MatchRecord], scored: Mapping[str, int]) -> dict[str, str]:
    """The surnames of the men who scored their club's only goal, with the club."""
    goals = (goal for record in records for goal in _scorers(record))
    return {_surname(goal): goal.keys["club"] for goal in goals if scored.get(goal.keys.get("club", "")) == 1}


def _goal_name(claim: Claim, scored: Mapping[str, int], only: Mapping[str, str], twice: set[str]) -> str:
    men = _surnames(claim)
    scorer = next(iter(men)) if len(men) == 1 else ""
    club = claim.keys.get("club") or only.get(scorer, "")
    if scored.get(club) == 1:
        return f"only goal of {club}"
    return f"goal of {scorer}" if scorer and scorer not in twice else ""


def _surname(claim: Claim) -> str:
    return fold(str(claim.get("scorer") or "")).rsplit(" ", 1)[-1]


def _braces(record: MatchRecord) -> Iterator[str]:
    """The surnames of those who score more than one goal in a record: theirs cannot be told apart across articles."""
    minutes: dict[str, set[str]] = defaultdict(set)
    for claim in _tellings(record):
        for scorer in _surnames(claim) if claim.type == "goal" or len(_surnames(claim)) == 1 else ():
            minutes[scorer].add(str(claim.get("minute")))
    return (scorer for scorer, told in minutes.items() if len(told - {"None"}) > 1)
