"""Which words tell the same goal.

A goal in the prose and an entry in a list are one when their scorer is one; a man who scored twice is told apart by the
minute. A club that scored once has but one goal to tell. What stays open is an event of its own, and pairs with nothing.
"""

from collections.abc import Iterable, Mapping, Sequence

from checker.claims.clock import apart
from checker.claims.model import Claim
from checker.reference.names import fold

FAR = 10_000
"""Minutes: farther apart than any two moments."""


def gap(one: Claim, other: Claim) -> int:
    """By how many minutes two claims' times miss each other; FAR where one has none."""
    told = [claim.get(name) for claim in (one, other) for name in ("earliest", "latest")]
    bounds = [bound for bound in told if isinstance(bound, int)]
    return apart(*bounds) if len(bounds) == len(told) else FAR


def same_scorer(one: Claim, other: Claim, across: bool = False) -> bool:
    """Whether two goals have one scorer: by their key within an article, by their surname across articles."""
    if not across:
        return bool(one.keys.get("scorer")) and one.keys.get("scorer") == other.keys.get("scorer")
    names = [fold(str(claim.get("scorer") or "")).rsplit(" ", 1)[-1] for claim in (one, other)]
    return bool(names[0]) and names[0] == names[1]


def goal_events(claims: Sequence[Claim], goals_of: Mapping[str, int]) -> dict[int, str]:
    """The event of each goal about this match, by the claim's number. `goals_of` is how often each club scored."""
    goals = [number for number, claim in enumerate(claims) if claim.type == "goal" and claim.get("about") == "this"]
    listed = [number for number in goals if claims[number].get("block")]
    events = {number: f"goal {number}" for number in listed}
    for number in goals:
        if number not in events:
            events[number] = _event(claims, number, listed, events, goals_of)
    return events


def _event(
    claims: Sequence[Claim], number: int, listed: Iterable[int], events: Mapping[int, str], goals_of: Mapping[str, int]
) -> str:
    claim = claims[number]
    own = [other for other in listed if same_scorer(claim, claims[other])]
    if own:
        return events[min(own, key=lambda other: gap(claim, claims[other]))]
    club = claim.keys.get("club", "")
    if club and goals_of.get(club) == 1:
        of_club = [other for other in listed if claims[other].keys.get("club") == club]
        if not claim.keys.get("scorer"):
            return events[of_club[0]] if len(of_club) == 1 else f"only goal of {club}"
        return f"only goal of {club}" if not of_club else f"goal {number}"
    if not claim.keys.get("scorer") and not any(gap(claim, claims[other]) == 0 for other in listed):
        return f"goal {number}"
    same_time = [other for other in listed if gap(claim, claims[other]) == 0 and not claim.keys.get("scorer")]
    return events[same_time[0]] if same_time else f"goal of {claim.keys.get('scorer')} {claim.get('minute')}"
