"""prose_goals: the goals of the match that the prose tells one by one, and how many they make.

A goal told again in other words is one goal. So only those count as several that cannot be one: of two men, or of one man at
times that cannot be the same.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.claims.clock import apart
from checker.claims.model import Claim
from checker.match.facts import HALF_TIME, Facts, Sources, goals_in
from checker.match.results import is_round_up

_SURE_GAP = 2
"""Minutes by which two times of one man must miss each other before they are two goals."""
_ADDED = 5
"""Minutes behind the 45th that may still be of the first half."""
_LOOSE = ("again", "several", "likely", "staff")
"""What leaves open whether the words of a goal tell one of their own."""


def prose_facts(claims: Sequence[Claim], facts: Facts) -> tuple[Facts, Sources]:
    """`told_goals`: how many goals of this match the prose dates exactly and gives a man, where they are no fewer than it had;
    `told_early` and `told_late`: those that are surely of the first half and of the second, where they fill one. Fewer say
    nothing of a score. Nothing either for a tie over two legs or a round-up."""
    total = goals_in(facts)
    if facts.get("two_legs") or total is None or is_round_up(claims):
        return {}, {}
    dated = [goal for goal in _told(claims) if goal.get("form") == "ordinal" and "earliest" in goal.fields]
    goals = [goal for own in _by_scorer(dated).values() for goal in _clearly_apart(own)]
    early = sum(_at(goal) <= HALF_TIME * 100 for goal in goals)
    late = sum(_at(goal) > (HALF_TIME + _ADDED) * 100 for goal in goals)
    half = _half_time(facts)
    told: Facts = {"told_goals": len(goals)} if len(goals) >= total else {}
    if half is not None and (early >= half or late >= total - half):
        told |= {"told_early": early, "told_late": late}
    return (told, {"told_goals": tuple(goals)}) if goals and told else ({}, {})


def _half_time(facts: Facts) -> int | None:
    """How many goals had fallen by the break; None where the article does not tell."""
    high, low = facts.get("half_time_high"), facts.get("half_time_low")
    return high + low if isinstance(high, int) and isinstance(low, int) else None


def _told(claims: Iterable[Claim]) -> Iterable[Claim]:
    """The goals of this match that the prose gives a man."""
    own = (c for c in claims if c.type == "goal" and c.zone == "prose" and c.get("about") == "this" and c.keys.get("scorer"))
    return (goal for goal in own if goal.get("kind") != "og" and not any(goal.get(name) for name in _LOOSE))


def _by_scorer(goals: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = defaultdict(list)
    for goal in goals:
        found[goal.keys["scorer"]].append(goal)
    return found


def _clearly_apart(goals: Iterable[Claim]) -> list[Claim]:
    """Of one man's goals those whose times cannot be one another's."""
    kept: list[Claim] = []
    for goal in goals:
        if all(apart(_at(goal), _till(goal), _at(other), _till(other)) > _SURE_GAP for other in kept):
            kept.append(goal)
    return kept


def _at(goal: Claim) -> int:
    return int(str(goal.get("earliest")))


def _till(goal: Claim) -> int:
    return int(str(goal.get("latest")))
