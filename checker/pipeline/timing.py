"""timing: what moment the words of a time stand for.

"With two minutes left" is the 88th, "four minutes later" counts on from the last time told.
"""

from collections.abc import Mapping, Sequence

from checker.article import Span
from checker.claims.clock import moment
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.pipeline.dating import EVENTS

_FULL_TIME = 90
_HALF_TIME = 45
_EXTRA_TIME = 120
_LATER_REACH = 2
"""Sentences over which "four minutes later" counts on from the last time told."""


class MomentReader:
    """Tells the moments of times, in the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._happenings = words.pattern("happenings")
        self._joint = words.frame("joint_of_times")
        self._untold = {means: words.frame(f"untold_{means}") for means in ("left", "into", "added")}
        """Beside times that count minutes, what makes it uncertain from which minute on they count."""

    def told(self, claims: Sequence[Claim], sentences: Sequence[Span], text: str) -> list[Claim]:
        """The claims with the moments of their times told. Loose times stand where their clause tells an event, or has one of
        the words of `happenings`."""
        told: list[Claim] = []
        last: Claim | None = None
        for claim in self._without_loose(claims, sentences, text):
            if claim.type == "minute":
                words = sentences[claim.sentence].of(text) if claim.sentence >= 0 else ""
                near = last if last is not None and 0 <= claim.sentence - last.sentence <= _LATER_REACH else None
                claim = claim.having(self._moment(claim, near, words))
                if "earliest" in claim.fields and "latest" in claim.fields and claim.zone != "quotation":
                    last = claim
            told.append(claim)
        return told

    def _without_loose(self, claims: Sequence[Claim], sentences: Sequence[Span], text: str) -> list[Claim]:
        """The claims but for the loose times of quotations and of clauses in which nothing happens: `in the first half`
        alone."""
        kept = []
        for claim in claims:
            if claim.type == "minute" and claim.get("loose"):
                around = self._clause(claim.span, sentences[claim.sentence], text)
                told = any(other.type in EVENTS and other.span.overlaps(around) for other in claims)
                if claim.zone == "quotation" or not (told or self._happenings.search(text, around.start, around.end)):
                    continue
            kept.append(claim)
        return kept

    def _clause(self, span: Span, sentence: Span, text: str) -> Span:
        """The clause of a sentence in which a time stands."""
        start = max((found.end() for found in self._joint.finditer(text, sentence.start, span.start)), default=sentence.start)
        found = self._joint.search(text, span.end, sentence.end)
        return Span(start, found.start() if found else sentence.end)

    def _moment(self, claim: Claim, last: Claim | None, sentence: str) -> dict[str, Value]:
        """The minute that a time's words stand for, with the bounds that they allow."""
        means, count = str(claim.get("means")), claim.get("n")
        if means in _BOUNDS:
            minute, earliest, latest = _BOUNDS[means]
            bounds: dict[str, Value] = {"earliest": earliest, "latest": latest}
            return {"minute": minute, **bounds} if minute else bounds
        if not isinstance(count, int) or (means in self._untold and self._untold[means].search(sentence)):
            return {}
        return _later(count, last) if means == "later" else _counted(means, count)


def _counted(means: str, count: int) -> dict[str, Value]:
    """The moment of a time that counts minutes."""
    if means == "ordinal":
        return {"minute": str(count), "earliest": count * 100, "latest": count * 100}
    if means == "within":
        return {"earliest": 0, "latest": count * 100 + 100}
    if means == "within-break":
        return {"minute": str(_HALF_TIME + count), "earliest": _HALF_TIME * 100, "latest": (_HALF_TIME + count + 1) * 100}
    if means == "added":  # which some lists print as 90
        return {"minute": f"{_FULL_TIME}+{count}", "earliest": _FULL_TIME * 100, "latest": _FULL_TIME * 100 + count}
    if means in ("into", "live"):
        return {"minute": str(count)}
    origin, sign = _COUNTED.get(means, (None, 0))
    return {} if origin is None else _about(origin + sign * count)


def _later(count: int, last: Claim | None) -> dict[str, Value]:
    """A number of minutes after the last time told."""
    before = moment(str(last.get("minute") or "")) if last is not None else None
    return _about(before // 100 + count) if before is not None and before % 100 == 0 else {}


_COUNTED: Mapping[str, tuple[int, int]] = {
    "about": (0, 1),
    "left": (_FULL_TIME, -1),
    "left-extra": (_EXTRA_TIME, -1),
    "before-break": (_HALF_TIME, -1),
    "after-break": (_HALF_TIME, 1),
    "extra": (_FULL_TIME, 1),
}
"""Times that count minutes: from which minute on, and whether forwards or back."""

_BOUNDS: Mapping[str, tuple[str, int, int]] = {
    "first-minute": ("1", 100, 200),
    "final": ("90", 8900, 9020),
    "half-time": ("45", 4500, 4600),
    "stroke": ("45", 4300, 4520),
    "first-half": ("", 0, 4520),
    "in-first-half": ("", 0, 4520),
    "second-half": ("", 4500, 9020),
    "in-second-half": ("", 4500, 9020),
    "first-stoppage": ("", 4500, 4520),
    "restart": ("46", 4500, 4700),
    "couple-before-break": ("43", 4100, 4500),
    "final-extra": ("120", 11900, 12020),
}
"""Times that need no number: the minute if it can be told, the earliest and the latest moment."""


def _about(minute: int) -> dict[str, Value]:
    """A rounded minute: one to either side is allowed."""
    if minute < 0:
        return {}
    return {"minute": str(minute), "earliest": max(0, minute - 1) * 100, "latest": (minute + 1) * 100}
