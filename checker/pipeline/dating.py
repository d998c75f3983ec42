"""dating: which event the time in a sentence dates.

A time dates the nearest event of its sentence; where two are equally near, or another event stands between, it dates none.
"""

from collections.abc import Sequence

from checker.article import Span
from checker.claims.clock import moment
from checker.claims.model import Claim, Value
from checker.claims.words import Words

EVENTS = {"goal": "goal", "card": "card", "substitution": "sub", "action": "chance"}
"""What a time can date: claim types, and the word for each in a time's field `event`."""
_BY_SCORE = 2
"""Code points between a score and the break at which the match stood so."""
_BESIDE = 12
"""Letters between an exact minute and the event that it dates, whatever other times their sentence has."""
_LONGEST_REACH = 90
"""Code points between a time and its event; farther apart they belong to different clauses."""


class DatingReader:
    """Ties times to events, in the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._joint = words.frame("joint_of_times")
        self._another = words.frame("another_time")
        self._event_beside = words.frame("event_beside")
        self._did_then = words.frame("did_then")
        self._after, self._had = words.frame("set_after"), words.frame("had_been")

    def told(self, claims: Sequence[Claim], text: str) -> list[Claim]:
        """Each event with the minute that dates it, each minute with the kind of event that it dates."""
        by_sentence: dict[int, list[int]] = {}
        for number, claim in enumerate(claims):
            if claim.sentence >= 0:
                by_sentence.setdefault(claim.sentence, []).append(number)
        result = list(claims)
        for numbers in by_sentence.values():
            told = [claims[n] for n in numbers]
            minutes = [n for n in numbers if claims[n].type == "minute" and not _is_of_score(claims[n], told)]
            if minutes:
                self._date(result, numbers, minutes, text)
        return [_own_time(claim) for claim in result]

    def _date(self, claims: list[Claim], numbers: Sequence[int], minutes: Sequence[int], text: str) -> None:
        """Ties the times of one sentence, told by their numbers, to its events, in place."""
        goals = [claims[n].span for n in numbers if claims[n].type == "goal"]
        several = len(minutes) > 1
        events = [n for n in numbers if _is_event(claims[n], several) and not _is_part(claims[n], goals)]
        near = {n: found for n in minutes if (found := self._nearest(claims[n], [claims[e] for e in events], text))}
        for number in sorted(near, key=lambda number: near[number]):  # an event has the time that stands nearest
            at = events[near[number][1]]
            claims[number] = claims[number].having(event=EVENTS[claims[at].type])
            if "minute" not in claims[at].fields or "earliest" not in claims[at].fields:
                alone = not several or _is_beside(claims[number], claims[at], text)
                others = [claims[n] for n in events if claims[n].type == claims[at].type]
                claims[at] = _with_time(claims[at], claims[number], alone=alone and _tell_one(others))

    def _nearest(self, minute: Claim, events: Sequence[Claim], text: str) -> tuple[int, int] | None:
        """How near the event is that a time dates, and its number; None where none is near. An event whose pattern took its
        minute itself is dated by no other."""
        told = [_aside(event, text) for event in events]
        asides = [aside for aside in told if aside]
        gaps = [
            (self._reach(minute.span, _whole(event, minute, aside, text), text), number)
            for number, (event, aside) in enumerate(zip(events, told, strict=True))
            if ("minute" not in event.places or event.places["minute"].overlaps(minute.span))
            and not (event.type == "substitution" and self._did_then.match(text, event.span.end, minute.span.start))
            and all(aside.holds(minute.span) == aside.holds(event.span) for aside in asides)
        ]
        return min((gap for gap in gaps if gap[0] <= _LONGEST_REACH), default=None)

    def _reach(self, time: Span, event: Span, text: str) -> int:
        """Code points between a time and an event; the words that part two clauses count as many more."""
        between = text[min(time.end, event.end) : max(time.start, event.start)]
        parted = len(self._joint.findall(between)) * _LONGEST_REACH // 2
        had_been = self._had.search(text, event.start, event.end) and self._after.search(between)
        of_another = time.end <= event.start and (had_been or self._event_beside.search(between))
        apart = _LONGEST_REACH if of_another or self._another.search(between) else 0
        return time.distance(event) + parted + apart


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


def _is_of_score(minute: Claim, told: Sequence[Claim]) -> bool:
    """Whether a break is told for how the match stood then, and dates nothing: `led 3-0 at the break`."""
    if minute.get("means") != "half-time":
        return False
    return any(c.type in ("score", "margin") and c.span.distance(minute.span) <= _BY_SCORE for c in told)


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


def _aside(event: Claim, text: str) -> Span | None:
    """An event's man and what is said of him before the event, which is about another time: `Hill, who had come on in the 84th
    minute, headed in`; a time in brackets is the event's. None where nothing is."""
    man = min((span for span in event.places.values() if span.end <= event.span.start), default=None)
    return Span(man.start, event.span.start) if man and text.startswith(",", man.end) else None


def _whole(event: Claim, minute: Claim, aside: Span | None, text: str) -> Span:
    """An event, from its man on where he stands right behind a time: `In the 88th minute Hill, who had come on, headed in`."""
    right_behind = aside and minute.span.end <= aside.start and not text[minute.span.end : aside.start].strip(" ,")
    return Span(aside.start, event.span.end) if aside and right_behind else event.span
