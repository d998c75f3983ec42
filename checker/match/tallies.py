"""tallies: how many goals an article gives a man, a half or a stretch of minutes, by its lists and by its prose."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from checker.claims.clock import apart
from checker.claims.model import Claim
from checker.match.facts import HALF_TIME
from checker.match.playing_time import REGULAR_TIME

_SURE_GAP = 2
"""Minutes by which two times of a goal must miss each other before they are two goals."""


def number_of(claim: Claim | None) -> int:
    """The number that a count gives; 0 where it gives none."""
    n = claim.get("n") if claim else None
    return n if isinstance(n, int) else 0


def of_best(claims: Iterable[Claim]) -> int:
    """The most goals that the lists give one man."""
    return max(Counter(claim.keys.get("scorer") for claim in claims if _is_listed(claim)).values(), default=0)


def _is_listed(claim: Claim) -> bool:
    return claim.type == "goal" and bool(claim.get("block")) and claim.get("kind") != "og"


def is_brace(claim: Claim) -> bool:
    """Whether a count calls a man's two goals a brace, and not in a quotation."""
    return claim.text.lower().endswith(("brace", "double")) and claim.zone != "quotation"


def of_hat_trick(claim: Claim, claims: Sequence[Claim]) -> int | None:
    """How many goals a man's hat-trick has, beside a brace of his that no time in its sentence makes but a part of it; None for
    other counts."""
    if not is_brace(claim):
        return None
    timed = any(c.type == "minute" and c.sentence == claim.sentence for c in claims)
    same = (c for c in claims if c.type == "count" and c.get("form") == "goals" and c.get("about") == claim.get("about"))
    told = [number_of(c) for c in same if c.keys.get("who") == claim.keys.get("who") and c.sentence != claim.sentence]
    return max(told, default=None) if not timed else None


def _goals(who: str, claims: Iterable[Claim]) -> list[Claim]:
    return [c for c in claims if c.type == "goal" and c.keys.get("scorer") == who and c.get("kind") != "og"]


def listed(who: str, claims: Iterable[Claim]) -> int:
    """The goals that the lists give a man."""
    return sum(map(_is_listed, _goals(who, claims)))


def of_half(claim: Claim, claims: Iterable[Claim]) -> int | None:
    """The goals that the lists give a man in the half of which a count speaks; None where a goal has no minute."""
    at = _minutes(goal for goal in _goals(claim.keys["who"], claims) if goal.get("block"))
    return None if at is None else sum((minute <= HALF_TIME) == (claim.get("half") == "first") for minute in at)


def in_window(claim: Claim, claims: Iterable[Claim]) -> int | None:
    """The most goals that the lists have in so many minutes, one more allowed: the last or the first ones, or any; None where a
    goal has no minute."""
    at = _minutes(goal for goal in claims if goal.type == "goal" and goal.get("block"))
    if at is None:
        return None
    width = int(str(claim.get("window") or 0)) + 1
    if claim.get("span") == "last":
        return sum(minute >= REGULAR_TIME - width for minute in at)
    if claim.get("span") == "first":
        return sum(minute <= width for minute in at)
    return max((sum(first <= minute <= first + width for minute in at) for first in at), default=0)


def _minutes(goals: Iterable[Claim]) -> list[int] | None:
    """The minutes of some listed goals, those of stoppage time counted to the last of the half; None where one has none."""
    at = [goal.get("earliest") for goal in goals]
    found = [moment // 100 for moment in at if isinstance(moment, int)]
    return found if len(found) == len(at) else None


def left_for(who: str, claims: Iterable[Claim], goals: Mapping[str, int], of: Mapping[str, str]) -> int | None:
    """How many goals of his side are left for a man beside one of each other man of it who plainly scored."""
    side = of.get(who, "")
    if side not in goals:
        return None
    dated = (c for c in claims if c.type == "goal" and c.get("about") == "this" and "minute" in c.fields)
    sure = (c for c in dated if c.get("kind") != "og" and c.zone != "quotation" and c.keys.get("scorer", who) != who)
    others = {c.keys["scorer"] for c in sure}
    return goals[side] - sum(of.get(other) == side for other in others)


def dated(who: str, claims: Iterable[Claim]) -> int | None:
    """How many goals of a man the article dates for sure, each clearly at another time; None where it dates none."""
    times: list[tuple[int, int]] = []
    for claim in _goals(who, claims):
        first, last = claim.get("earliest"), claim.get("latest")
        if not _is_exact(claim) or not isinstance(first, int) or not isinstance(last, int):
            continue
        if all(apart(first, last, *other) > _SURE_GAP for other in times):
            times.append((first, last))
    return len(times) or None


def _is_exact(goal: Claim) -> bool:
    return goal.get("form") in ("ordinal", "block") and goal.get("about") == "this" and goal.zone != "quotation"
