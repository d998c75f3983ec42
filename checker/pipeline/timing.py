"""timing: what moment the words of a time stand for, and which event they date.

"With two minutes left" is the 88th, "four minutes later" counts on from the last time told. A time dates the nearest
event of its sentence; where two are equally near, or another event stands between, it dates none.
"""

import re
from collections.abc import Mapping, Sequence

from checker.article import Span
from checker.claims.clock import moment
from checker.claims.model import Claim, Value

EVENTS = {"goal": "goal", "card": "card", "substitution": "sub", "action": "chance"}
"""What a time can date: claim types, and the word for each in a time's field `event`."""
_FULL_TIME = 90
_HALF_TIME = 45
_EXTRA_TIME = 120
_OTHER_ENDS = ("half", "interval", "break", "extra")
"""Parts of words that tell added time of the first half, or of extra time."""
_SECOND_HALF = ("second", "restart", "resum")
"""Parts of words that tell that a match is begun again: "five minutes in" may be the 50th, and is held against nothing."""
_CLAUSE = re.compile(r"\b(?:and|but|while|after|when|then|who|which|cancelled|wiped|answered)\b|[;:]")
_OTHER_TIME = re.compile(r"\b(?:before|but)\b")
"""What parts two moments: `made it 1-0 in the 20th minute before Dunne levelled`, `salvaged a point late, but Dunne won it`."""
_WITH = re.compile(r"\w,? with $")
"""Before an event, what parts it from a time before: `two first-half goals in a fine show, with Dunne adding a third`."""
_AFTER = re.compile(r"\bafter\b")
_HAD = re.compile(r"\bhad\b")
"""Behind `after`, what came before the time: `scored twice in the second half after Dunne had given them the lead`."""
_LATER_REACH = 2
"""Sentences over which "four minutes later" counts on from the last time told."""
_BESIDE = 12
"""Letters between an exact minute and the event that it dates, whatever other times their sentence has."""
_LONGEST_REACH = 90
"""Code points between a time and its event; farther apart they belong to different clauses."""


def timed(claims: Sequence[Claim], sentences: Sequence[Span], text: str, happenings: re.Pattern[str]) -> list[Claim]:
    """The claims with the moments of their times told, and each event with the time that dates it. Loose times stand where
    their clause tells an event, or has one of the words of `happenings`."""
    claims = _without_loose(claims, sentences, text, happenings)
    told: list[Claim] = []
    last: Claim | None = None
    for claim in claims:
        if claim.type == "minute":
            words = sentences[claim.sentence].of(text) if claim.sentence >= 0 else ""
            near = last if last is not None and 0 <= claim.sentence - last.sentence <= _LATER_REACH else None
            claim = claim.having(_moment(claim, near, words))
            if "earliest" in claim.fields and "latest" in claim.fields and claim.zone != "quotation":
                last = claim
        told.append(claim)
    return _dated(told, text)


def _without_loose(
    claims: Sequence[Claim], sentences: Sequence[Span], text: str, happenings: re.Pattern[str]
) -> list[Claim]:
    """The claims but for the loose times of quotations and of clauses in which nothing happens: `in the first half` alone."""
    kept = []
    for claim in claims:
        if claim.type == "minute" and claim.get("loose"):
            around = _clause(claim.span, sentences[claim.sentence], text)
            told = any(other.type in EVENTS and other.span.overlaps(around) for other in claims)
            if claim.zone == "quotation" or not (told or happenings.search(text, around.start, around.end)):
                continue
        kept.append(claim)
    return kept


def _clause(span: Span, sentence: Span, text: str) -> Span:
    """The clause of a sentence in which a time stands."""
    start = max((found.end() for found in _CLAUSE.finditer(text, sentence.start, span.start)), default=sentence.start)
    found = _CLAUSE.search(text, span.end, sentence.end)
    return Span(start, found.start() if found else sentence.end)


def _moment(claim: Claim, last: Claim | None, sentence: str) -> dict[str, Value]:
    """The minute that a time's words stand for, with the bounds that they allow."""
    means = str(claim.get("means"))
    number = claim.get("n")
    count = number if isinstance(number, int) else None
    if means in _BOUNDS:
        minute, earliest, latest = _BOUNDS[means]
        bounds: dict[str, Value] = {"earliest": earliest, "latest": latest}
        return {"minute": minute, **bounds} if minute else bounds
    if count is None:
        return {}
    if means == "ordinal":
        return {"minute": str(count), "earliest": count * 100, "latest": count * 100}
    if means == "within":
        return {"earliest": 0, "latest": count * 100 + 100}
    if means == "within-break":
        return {"minute": str(_HALF_TIME + count), "earliest": _HALF_TIME * 100, "latest": (_HALF_TIME + count + 1) * 100}
    if means == "later":
        return _later(count, last)
    if means == "added":
        return _added(count, sentence)
    if means == "left" and ("extra time" in sentence or "extra-time" in sentence):
        return {}
    if means in ("into", "live"):
        again = means == "into" and any(word in sentence for word in (*_OTHER_ENDS, *_SECOND_HALF))
        return {} if again else {"minute": str(count)}
    origin, sign = _COUNTED.get(means, (None, 0))
    return {} if origin is None else _about(origin + sign * count)


def _added(count: int, sentence: str) -> dict[str, Value]:
    """A minute of added time, which some lists print as 90; nothing where the sentence speaks of another end than the
    match's."""
    if any(word in sentence for word in _OTHER_ENDS):
        return {}
    return {"minute": f"{_FULL_TIME}+{count}", "earliest": _FULL_TIME * 100, "latest": _FULL_TIME * 100 + count}


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


def _dated(claims: Sequence[Claim], text: str) -> list[Claim]:
    """Each event with the minute that dates it, each minute with the kind of event that it dates."""
    by_sentence: dict[int, list[int]] = {}
    for number, claim in enumerate(claims):
        if claim.sentence >= 0:
            by_sentence.setdefault(claim.sentence, []).append(number)
    result = list(claims)
    for numbers in by_sentence.values():
        minutes = [n for n in numbers if claims[n].type == "minute"]
        if not minutes:
            continue
        goals = [claims[n].span for n in numbers if claims[n].type == "goal"]
        several = len(minutes) > 1
        events = [n for n in numbers if _is_event(claims[n], several) and not _is_part(claims[n], goals)]
        near = {n: found for n in minutes if (found := _nearest(claims[n], [claims[e] for e in events], text))}
        for number in sorted(near, key=lambda number: near[number]):  # an event has the time that stands nearest
            at = events[near[number][1]]
            result[number] = result[number].having(event=EVENTS[claims[at].type])
            others = [claims[n] for n in events if claims[n].type == claims[at].type]
            if "minute" not in result[at].fields or "earliest" not in result[at].fields:
                alone = len(minutes) == 1 or _is_beside(result[number], result[at], text)
                result[at] = _with_time(result[at], result[number], alone=alone and _tell_one(others))
    return [_own_time(claim) for claim in result]


def _is_beside(minute: Claim, event: Claim, text: str) -> bool:
    """Whether an exact minute stands so near its event, no mark between, that no other time of the sentence can be meant: `In
    the 76th minute he finished off a counter`."""
    between = text[min(minute.span.end, event.span.end) : max(minute.span.start, event.span.start)].replace(" ", "")
    return minute.get("form") == "ordinal" and len(between) <= _BESIDE and (between.isalpha() or not between)


def _is_event(claim: Claim, several: bool) -> bool:
    """Whether a claim is one thing that a time can date: of a man who `scored twice` neither goal; of one goal told twice
    the telling that names him, unless its sentence has `several` times."""
    again = claim.get("again") and not several
    return claim.type in EVENTS and not (claim.get("several") or claim.get("described") or again)


def _is_part(claim: Claim, goals: Sequence[Span]) -> bool:
    """Whether what a player did is how he scored: the header of `Hill's header put them ahead`."""
    return claim.type == "action" and any(claim.span.overlaps(goal) for goal in goals)


def _tell_one(events: Sequence[Claim]) -> bool:
    """Whether events of one sentence may all be one: a goal can be told twice, `United led when Grady scored`."""
    scorers = {claim.keys.get("scorer", "") for claim in events} - {""}
    return len(events) == 1 or (len(scorers) <= 1 and len(events) == 2)


def _with_time(event: Claim, minute: Claim, alone: bool) -> Claim:
    fields = {name: minute.get(name) for name in ("minute", "form", "means", "earliest", "latest")}
    if event.type == "goal":
        fields["alone"] = alone
    return event.having(fields, places={"minute": minute.span})


def _own_time(claim: Claim) -> Claim:
    """An event whose pattern took the minute itself (`Antonio's 13th-minute header`) has it exactly."""
    if claim.type not in EVENTS or claim.zone == "block" or "earliest" in claim.fields:
        return claim
    at = moment(str(claim.get("minute") or ""))
    if at is None:
        return claim
    exact: dict[str, Value] = {"earliest": at, "latest": at, "form": "ordinal", "means": "ordinal"}
    return claim.having(exact, alone=True if claim.type == "goal" else None)


def _nearest(minute: Claim, events: Sequence[Claim], text: str) -> tuple[int, int] | None:
    """How near the event is that a time dates, and its number; None where none is near. An event whose pattern took its
    minute itself is dated by no other."""
    told = [_aside(event, text) for event in events]
    asides = [aside for aside in told if aside]
    gaps = [
        (_reach(minute.span, _whole(event, minute, aside, text), text), number)
        for number, (event, aside) in enumerate(zip(events, told, strict=True))
        if ("minute" not in event.places or event.places["minute"].overlaps(minute.span))
        and all(aside.holds(minute.span) == aside.holds(event.span) for aside in asides)
    ]
    return min((gap for gap in gaps if gap[0] <= _LONGEST_REACH), default=None)


def _aside(event: Claim, text: str) -> Span | None:
    """An event's man and what is said of him before the event, which is about another time: `Hill, who had come on in the 84th
    minute, headed in`; a time in brackets is the event's. None where nothing is."""
    man = min((span for span in event.places.values() if span.end <= event.span.start), default=None)
    return Span(man.start, event.span.start) if man and text.startswith(",", man.end) else None


def _whole(event: Claim, minute: Claim, aside: Span | None, text: str) -> Span:
    """An event, from its man on where he stands right behind a time: `In the 88th minute Hill, who had come on, headed in`."""
    right_behind = aside and minute.span.end <= aside.start and not text[minute.span.end : aside.start].strip(" ,")
    return Span(aside.start, event.span.end) if aside and right_behind else event.span


def _reach(one: Span, other: Span, text: str) -> int:
    """Code points between a time and an event; the words that part two clauses count as many more."""
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    parted = len(_CLAUSE.findall(between)) * _LONGEST_REACH // 2
    had_been = _HAD.search(text, other.start, other.end) and _AFTER.search(between)
    another = one.end <= other.start and (had_been or _WITH.search(between))
    apart = _LONGEST_REACH if another or _OTHER_TIME.search(between) else 0
    return one.distance(other) + parted + apart


