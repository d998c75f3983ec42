"""changes: who came on for whom, and when, by the prose and by the brackets of the line-ups.

`Adeyemi, who had replaced Rudd` is held against `Lund (Adeyemi 68)`. In a double change papers pair the men as they like: there
nothing is said, nor where the prose names several men at once.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet

from checker.article import Span
from checker.claims.clock import apart
from checker.claims.model import AGAINST, Claim
from checker.claims.words import Words
from checker.match.sides import LineUps, unused_men
from checker.pipeline.reading import Reading
from checker.reference.names import may_be_one

MINUTE_REACH = 12
"""Code points between a change and the time that dates it."""
_DATED = ("ordinal", "on-after", "left")
"""The forms of a time that can be held against a list."""


class ChangeReader:
    """Holds the changes of the prose against those of the line-ups, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._told = words.pattern("change_told")
        self._joined = words.frame("joined_men")
        self._beside = words.frame("beside_change")
        self._of_bench = re.compile(rf"\b(?:{words.one_of('substitute_words')})\b", re.IGNORECASE)

    def told(self, claims: Sequence[Claim], reading: Reading, line_ups: LineUps) -> list[Claim]:
        """The claims; a change of the prose with `listed_off` or `listed_on`, the other man of the line-up's change, and with
        `off_minutes`, how far from its time the line-up has it."""
        listed = [claim for claim in claims if claim.type == "substitution" and claim.zone == "block"]
        lists = _Lists(listed, line_ups, unused_men(reading))
        times = [claim for claim in claims if claim.type == "minute" and claim.get("form") in _DATED]
        return [self._held(claim, reading, lists, times) if _is_told(claim) else claim for claim in claims]

    def _held(self, claim: Claim, reading: Reading, lists: "_Lists", times: Iterable[Claim]) -> Claim:
        if not self._is_joint(claim, reading):
            claim = lists.men(claim)
        if self._of_bench.search(claim.text) and (began := lists.began(claim)):
            claim = claim.having(began=True, places={f"on{AGAINST}": began})
        change = lists.change(claim)
        time = next((time for time in times if self._dates(time, claim, reading)), None)
        if change is None or time is None or "earliest" not in change.fields or "earliest" not in time.fields:
            return claim
        off = apart(*(int(str(one.get(name))) for one in (time, change) for name in ("earliest", "latest")))
        places = {"told_minute": time.span, f"told_minute{AGAINST}": change.span}
        return claim.having(off_minutes=off, told_minute=time.get("minute"), places=places)

    def _dates(self, time: Claim, claim: Claim, reading: Reading) -> bool:
        """Whether a time stands right beside a change that a verb tells, or in or right behind one that none tells: what stands
        before `Lowndes, on for Bellis, shot` is the time of the shot."""
        if time.sentence != claim.sentence:
            return False
        if not self._told.search(claim.text):
            behind = reading.text[claim.span.end : max(claim.span.end, time.span.start)] in (" ", " since the ")
            return (behind and bool(claim.keys.get("on") and claim.keys.get("off"))) or claim.span.holds(time.span)
        if time.span.start >= claim.span.end:
            between = reading.text[self._end_of_row(claim, reading) : time.span.start]
        elif time.span.end <= claim.span.start and "," not in claim.text:
            between = reading.text[time.span.end : claim.span.start]
        else:
            return claim.span.holds(time.span)
        between = self._beside.sub(" ", between)
        return len(between) <= MINUTE_REACH and " and " not in between

    def _is_joint(self, claim: Claim, reading: Reading) -> bool:
        """Whether other men are named with those of a change: `Slade and Chilton came on for Allard and Fox`."""
        people = [mention.span for mention in reading.named_in(claim.sentence) if mention.kind == "person"]
        places = sorted(place for name in ("on", "off") if (place := claim.places.get(name)))
        others = [other for other in people if not any(other.overlaps(place) for place in places)]
        return any(self._is_among(place, other, reading.text) for place in places for other in others)

    def _end_of_row(self, claim: Claim, reading: Reading) -> int:
        """Where the men end whose row a change's last man begins: `Lund and Moss replaced Dunne and Ray`."""
        end = claim.span.end
        for start, last in (mention.span for mention in reading.named_in(claim.sentence) if mention.kind == "person"):
            if start > end and self._joined.fullmatch(reading.text, end, start):
                end = last
        return end

    def _is_among(self, place: Span, other: Span, text: str) -> bool:
        """Whether a few words between two men's names make them men of one row, or of one change."""
        first, second = sorted((place, other))
        return bool(self._joined.fullmatch(text, first.end, second.start))


class _Lists:
    """The changes of the line-ups by their men."""

    def __init__(self, listed: Sequence[Claim], line_ups: LineUps, unused: AbstractSet[str]) -> None:
        self._line_ups = line_ups
        self._unused = unused
        self._clubs = {change.keys.get("club") for change in listed}
        self._by: dict[str, dict[str, list[Claim]]] = {"on": defaultdict(list), "off": defaultdict(list)}
        for change in listed:
            for field, of in self._by.items():
                of[change.keys.get(field, "")].append(change)

    def _only(self, field: str, key: str) -> Claim | None:
        found = self._by[field].get(key, []) if key else []
        return found[0] if len(found) == 1 else None

    def change(self, claim: Claim) -> Claim | None:
        """The one change of the line-ups in which the man of a claim comes on, or goes off where it names nobody else."""
        if claim.keys.get("on"):
            return self._only("on", claim.keys["on"])
        return self._only("off", claim.keys.get("off", ""))

    def men(self, claim: Claim) -> Claim:
        """A claim that names both men, with the one whom the line-up has in place of either."""
        on, off = (claim.keys.get(name, "") for name in ("on", "off"))
        if not on or not off or may_be_one(on, off):
            return claim
        came, went = self._only("on", on), self._only("off", off)
        turned = self._only("on", off)
        if turned and turned.keys.get("off") == on and not came and not went:
            return claim.having(listed_off=turned.get("off"), places={f"off{AGAINST}": turned.span})
        if came and self._differs(came, "off", off) and not (went and went.get("minute") == came.get("minute")):
            return claim.having(listed_off=came.get("off"), places={f"off{AGAINST}": came.span})
        if went and on not in self._by["on"] and not self._is_starter(on) and self._differs(went, "on", on):
            return claim.having(listed_on=went.get("on"), places={f"on{AGAINST}": went.span})
        if came and came.keys.get("off") == off:
            return claim.having(listed_off=claim.get("off"), places={f"off{AGAINST}": came.span})
        return claim

    def began(self, claim: Claim) -> Span | None:
        """Where the man who is to have come on stands in an eleven, if the line-ups tell of changes on either side, and of none
        in which he, or who may be he, came on."""
        key = claim.keys.get("on", "")
        told = len(self._clubs) > 1 and not any(may_be_one(other, key) for other in self._by["on"] if other)
        began = [places[key] for places in self._line_ups.values() if key in places]
        return began[0] if key and told and len(began) == 1 else None

    def _differs(self, change: Claim, field: str, key: str) -> bool:
        """Whether a line-up's change has another man than a key's; of a man who is to go off, that he stands in a line-up."""
        other = change.keys.get(field, "")
        return bool(other) and not may_be_one(other, key) and (field == "on" or self._is_starter(key) or key in self._unused)

    def _is_starter(self, key: str) -> bool:
        return any(key in places for places in self._line_ups.values())


def _is_told(claim: Claim) -> bool:
    prose = claim.zone not in ("quotation", "block")
    return claim.type == "substitution" and prose and claim.get("about") == "this"
