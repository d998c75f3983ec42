"""Which words tell the same goal.

A goal in the prose and an entry in a list are one when their scorer is one; a man who scored twice is told apart by the
minute. A club that scored once has but one goal to tell. What stays open is an event of its own, and pairs with nothing.
"""

from collections.abc import Mapping, Sequence

from checker.claims.clock import apart
from checker.claims.model import Claim
from checker.reference.names import fold, last_word

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
    return bool(surname(one)) and surname(one) == surname(other)


def surname(goal: Claim) -> str:
    """The folded surname of a goal's scorer, by which two articles know him; empty where none is named."""
    return last_word(fold(str(goal.get("scorer") or "")))


def goal_events(claims: Sequence[Claim], goals_of: Mapping[str, int], total: int | None = None) -> dict[int, str]:
    """The event of each goal about this match, and of each time at which a man near it scored, by the claim's number.
    `goals_of` is how often each club scored, `total` how many goals the match had."""
    goals = [number for number, claim in enumerate(claims) if claim.type == "goal" and claim.get("about") == "this"]
    listed = [number for number in goals if claims[number].get("block")]
    events = {number: f"goal {number}" for number in listed}
    told = _Told([claims[number] for number in goals], goals_of, total)
    for number in goals:
        if number not in events:
            events[number] = _event(claims, number, listed, events, told)
    for number, claim in enumerate(claims):
        if claim.type == "minute" and "men" in claim.fields:
            events[number] = told.only_goal(_one_man(claim)) or f"moment {number}"
    return events


class _Told:
    """What the goals that an article tells say of each man: his club, and whether he can have scored only once."""

    def __init__(self, goals: Sequence[Claim], goals_of: Mapping[str, int], total: int | None) -> None:
        self.goals_of = goals_of
        self._club: dict[str, str] = {}
        for goal in goals:
            if goal.keys.get("scorer") and goal.keys.get("club") and goal.get("kind") != "og":
                self._club.setdefault(str(goal.get("scorer")), goal.keys["club"])
        scorers = {str(goal.get("scorer")) for goal in goals if goal.keys.get("scorer")}
        self._once = scorers if len(scorers) == total and not any(goal.get("block") for goal in goals) else set()

    def club(self, goal: Claim) -> str:
        """The key of the club that a goal is for; empty where it is not told."""
        return goal.keys.get("club") or self._club.get(str(goal.get("scorer")), "")

    def only_goal(self, scorer: str) -> str:
        """The event of a man's goal where he scored but one; else empty."""
        club = self._club.get(scorer, "")
        if club and self.goals_of.get(club) == 1:
            return f"only goal of {club}"
        return f"only goal of {scorer}" if scorer in self._once else ""


def _one_man(claim: Claim) -> str:
    """The man with whom a time is told, if it is one alone."""
    men = claim.get("men")
    return men[0] if isinstance(men, list) and len(men) == 1 else ""


def _event(
    claims: Sequence[Claim], number: int, listed: Sequence[int], events: Mapping[int, str], told: _Told
) -> str:
    claim = claims[number]
    own = [other for other in listed if same_scorer(claim, claims[other])]
    if own:
        return events[min(own, key=lambda other: gap(claim, claims[other]))]
    club, scorer = told.club(claim), claim.keys.get("scorer")
    if club and told.goals_of.get(club) == 1:
        of_club = [other for other in listed if claims[other].keys.get("club") == club]
        if not scorer:
            return events[of_club[0]] if len(of_club) == 1 else f"only goal of {club}"
        return f"only goal of {club}" if not of_club else f"goal {number}"
    if scorer:
        once = f"{claim.get('once')} of {scorer}" if claim.get("once") and _is_dated_by_its_words(claim) else ""
        return told.only_goal(str(claim.get("scorer"))) or once or f"goal of {scorer} {claim.get('minute')}"
    same_time = [other for other in listed if gap(claim, claims[other]) == 0]
    return events[same_time[0]] if same_time else f"goal {number}"


def _is_dated_by_its_words(goal: Claim) -> bool:
    """Whether the minute of a goal stands among its words or right beside them."""
    return "minute" in goal.places and goal.span.distance(goal.places["minute"]) <= 1
