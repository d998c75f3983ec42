"""apposed: two times of one moment, side by side: `just before the break, in the 44th minute`."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.reading import Reading

_EXACT = ("ordinal", "on-after")
"""Forms of the time that says which minute it was."""
_AGAIN = ("half-word", "relative")
"""Forms of the time beside it that says once more when that was."""
_SAID = ("half-word", "left", "stoppage")
"""Forms of the one that tells it in the clause of the other: `with 15 minutes left Hill levelled in the 75th minute`."""
_ENDS_FIRST_HALF, _COUNTED_ON = ("first-stoppage", "first-half", "stroke"), 4900
"""What tells the end of the first half, and up to where copy counts its stoppage time on: the 47th minute for 45+2."""
_STANDING = "half-time"
"""What tells how it stood, in a row of such: `1-1 at half-time, after 90 minutes and at the end`."""


class ApposedReader:
    """Finds the times that stand side by side, with the frame of a pack for what may stand between them."""

    def __init__(self, words: Words) -> None:
        self._between, self._in_clause = words.frame("one_moment"), words.frame("one_goal")
        self._dates, self._counts_back = words.frame("dates_clause"), words.frame("counts_back")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims, each exact time of the prose with `apposed`, the time beside it, and its bounds."""
        times = sorted(filter(_is_time, claims), key=lambda claim: claim.span)
        pairs = [(one, other) for one, other in pairwise(times) if one.sentence == other.sentence]
        beside = _exact_times(pairs, self._tells_goal, self._in_clause, reading.text)
        beside |= _exact_times(pairs, _tells, self._between, reading.text)
        return [_with_apposed(claim, beside[id(claim)]) if id(claim) in beside else claim for claim in claims]


    def _tells_goal(self, exact: Claim, other: Claim) -> bool:
        """The same as `_tells` of two times of one clause that tells a goal."""
        said = other.get("form") in _SAID and other.get("means") != _STANDING
        same = exact.get("event") == "goal" == other.get("event")
        dates = self._dates.match(exact.text) and not self._counts_back.search(exact.text)
        return exact.get("form") in _EXACT and bool(dates) and said and same


def _exact_times(
    pairs: Sequence[tuple[Claim, Claim]], tells: Callable[[Claim, Claim], bool], between: re.Pattern[str], text: str
) -> dict[int, Claim]:  # fmt: skip
    """The other time of each exact one of some pairs of times with such words between them, by the exact one's identity."""
    found: dict[int, Claim] = {}
    for one, other in pairs:
        exact = {id(a): b for a, b in ((one, other), (other, one)) if tells(a, b)}
        if exact and between.fullmatch(text, one.span.end, other.span.start):
            found |= exact
    return found


def _is_time(claim: Claim) -> bool:
    return claim.type == "minute" and claim.zone == "prose" and {"earliest", "latest"} <= claim.fields.keys()


def _tells(exact: Claim, other: Claim) -> bool:
    """Whether the first of two times says which minute it was, and the second, in other words, when that was."""
    return exact.get("form") in _EXACT and other.get("form") in _AGAIN and other.get("means") != _STANDING


def _with_apposed(claim: Claim, other: Claim) -> Claim:
    latest = other.get("latest")
    if other.get("means") in _ENDS_FIRST_HALF and isinstance(latest, int):
        latest = max(latest, _COUNTED_ON)
    told = {"apposed": other.text, "apposed_earliest": other.get("earliest"), "apposed_latest": latest}
    return claim.having(told, places={"apposed": other.span})
