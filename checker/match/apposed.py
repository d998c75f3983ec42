"""apposed: two times of one moment, side by side: `just before the break, in the 44th minute`."""

from collections.abc import Sequence
from itertools import pairwise

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.reading import Reading

_EXACT = ("ordinal", "on-after")
"""Forms of the time that says which minute it was."""
_AGAIN = ("half-word", "relative")
"""Forms of the time beside it that says once more when that was."""
_STANDING = "half-time"
"""What tells how it stood, in a row of such: `1-1 at half-time, after 90 minutes and at the end`."""


class ApposedReader:
    """Finds the times that stand side by side, with the frame of a pack for what may stand between them."""

    def __init__(self, words: Words) -> None:
        self._between = words.frame("one_moment")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims, each exact time of the prose with `apposed`, the time beside it, and its bounds."""
        times = sorted(filter(_is_time, claims), key=lambda claim: claim.span)
        beside: dict[int, Claim] = {}
        for one, other in pairwise(times):
            if one.sentence == other.sentence and self._between.fullmatch(reading.text, one.span.end, other.span.start):
                beside |= {id(a): b for a, b in ((one, other), (other, one)) if _tells(a, b)}
        return [_with_apposed(claim, beside[id(claim)]) if id(claim) in beside else claim for claim in claims]


def _is_time(claim: Claim) -> bool:
    return claim.type == "minute" and claim.zone == "prose" and {"earliest", "latest"} <= claim.fields.keys()


def _tells(exact: Claim, other: Claim) -> bool:
    """Whether the first of two times says which minute it was, and the second, in other words, when that was."""
    return exact.get("form") in _EXACT and other.get("form") in _AGAIN and other.get("means") != _STANDING


def _with_apposed(claim: Claim, other: Claim) -> Claim:
    told = {"apposed": other.text, "apposed_earliest": other.get("earliest"), "apposed_latest": other.get("latest")}
    return claim.having(told, places={"apposed": other.span})
