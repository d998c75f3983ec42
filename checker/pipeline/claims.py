"""claims: the matches of the pack's patterns as typed claims, and the entries of the blocks as claims too."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.article import Span
from checker.claims.clock import block_minute
from checker.claims.model import Claim, Value
from checker.claims.types import ClaimType
from checker.claims.words import Words
from checker.pipeline.block_parts import ELEVEN, HIGHEST_SCORE, Entry, TeamSheet
from checker.pipeline.clubs import span_club
from checker.pipeline.matching import Hit
from checker.pipeline.reading import Reading

_NEXT_VERB = re.compile(r",?\s(?:and|before|but|after|having)\s[a-z]")
ONE_GOAL_REACH = 50
"""Code points between two ways of telling a goal in one sentence that make them one goal told twice."""


class ClaimReader:
    """Turns matches into claims with the fields that a pack declares."""

    def __init__(self, claim_types: Mapping[str, ClaimType], words: Words) -> None:
        self._types = claim_types
        self._words = words
        self._former = words.folded("former")
        self._objects = words.folded("object_cues")

    def prose(self, reading: Reading, hits: Iterable[Hit]) -> list[Claim]:
        """The claims of the prose, in order: of overlapping matches of one type the longest, `not` patterns obeyed."""
        by_type: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_type[hit.pattern.claim_type].append(hit)
        claims = [
            claim
            for name, found in by_type.items()
            for hit in _best(found, self._types[name].apart_by)
            if (claim := self._claim(reading, hit))
        ]
        return _told_once(sorted(claims, key=lambda claim: claim.span))

    def _claim(self, reading: Reading, hit: Hit) -> Claim | None:
        kinds = self._types[hit.pattern.claim_type].fields
        fields: dict[str, Value] = dict(hit.pattern.sets)
        keys: dict[str, str] = {}
        places: dict[str, Span] = {}
        for names, span in hit.captures.items():
            parts = _split_pair(span, reading.text) if " " in names else [span]
            for name, part in zip(names.split(), parts, strict=True):
                value = self._value(reading, kinds[name], part, name, keys)
                if value is not None:
                    fields[name] = value
                    places[name] = part
        claim = Claim(
            hit.pattern.claim_type, hit.span, hit.span.of(reading.text), fields,
            zone=reading.zones.at(hit.span.start), sentence=hit.sentence, path=reading.article.path,
            keys=keys, places=places,
        )  # fmt: skip
        if claim.type == "score":
            claim = _as_result(_with_subject(claim, reading))
        elif claim.type == "goal" and self._is_object(claim, reading.text):
            claim = _without(claim, "scorer")
        elif claim.get("status") == "current" and not self._former.isdisjoint(claim.text.lower().split()):
            claim = claim.having(status="former")
        return claim if _is_plausible(claim) else None

    def _is_object(self, claim: Claim, text: str) -> bool:
        """Whether the man before a goal's verb is another verb's: `Beck exchanged passes with Dunne and slotted home`."""
        scorer = claim.places.get("scorer")
        before = text[max(0, scorer.start - 12) : scorer.start].split() if scorer else []
        if scorer is None or not before or before[-1] not in self._objects:
            return False
        return before[-1] == "at" or (scorer.start == claim.span.start and bool(_NEXT_VERB.match(text, scorer.end)))

    def _value(self, reading: Reading, kind: str, span: Span, name: str, keys: dict[str, str]) -> Value | None:
        text = span.of(reading.text)
        if kind == "int":
            number = self._words.number(text)
            return number if number is not None else self._words.ordinal(text)
        if kind == "person":
            person = reading.people.at(span.start)
            if person:
                keys[name] = person.key
            return person.name if person else None
        if kind == "club":
            key = reading.clubs.at(span.start)
            if key:
                keys[name] = key
            return reading.clubs.names.get(key) if key else text
        if kind == "minute":
            ordinal = self._words.ordinal(text)
            return str(ordinal) if ordinal is not None else text.rstrip("'’′")
        return text.lower()

    def blocks(self, reading: Reading) -> Iterator[Claim]:
        """The claims of the blocks: line-ups, goals, cards, substitutions, results and half-time scores."""
        for sheet in reading.blocks.sheets:
            club = span_club(reading.clubs, sheet.label, reading.text)
            yield from _sheet_claims(reading, sheet, club)
        for section in reading.blocks.sections:
            club = span_club(reading.clubs, section.team, reading.text)
            for entry in section.entries:
                yield from _entry_claims(reading, section.kind, entry, club)
        for result in reading.blocks.results:
            home, away = (span_club(reading.clubs, span, reading.text) for span in (result.home, result.away))
            fields: dict[str, Value] = {"first": result.first, "second": result.second, "kind": result.kind}
            names = {name: reading.clubs.names.get(key, key) for name, key in (("club", home), ("opponent", away))}
            yield _block_claim(reading, "score", result.span, {**fields, **names}, {"club": home, "opponent": away})
            for club, goals in ((home, result.home_goals), (away, result.away_goals)):
                for entry in goals:
                    yield from _entry_claims(reading, "goals", entry, club)
        for first, second, span in reading.blocks.half_time:
            yield _block_claim(reading, "score", span, {"first": first, "second": second, "kind": "half-time"})


def _told_once(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without the goals that name nobody beside one that their sentence has told already: `Grady scored again,
    making it 4-1` is one goal."""
    goals = [claim for claim in claims if claim.type == "goal"]
    kept = {id(claim): claim for claim in goals if {"scorer", "club"} & claim.keys.keys()}
    for claim in goals:
        if id(claim) not in kept and not any(_is_beside(claim, other) for other in kept.values()):
            kept[id(claim)] = claim
    return [claim for claim in claims if claim.type != "goal" or id(claim) in kept]


def _is_beside(claim: Claim, other: Claim) -> bool:
    return claim.sentence == other.sentence and claim.span.distance(other.span) <= ONE_GOAL_REACH


def _without(claim: Claim, name: str) -> Claim:
    """A claim without one of its fields."""
    fields = {key: value for key, value in claim.fields.items() if key != name}
    keys = {key: value for key, value in claim.keys.items() if key != name}
    places = {key: span for key, span in claim.places.items() if key != name}
    return claim._replace(fields=fields, keys=keys, places=places)


def _as_result(claim: Claim) -> Claim:
    """`Arsenal 2-1 Everton` at the head of an article is how the match ended; later on it may be the score at any time."""
    both = {"club", "opponent"} <= claim.keys.keys()
    return claim.having(kind="final") if both and "kind" not in claim.fields and claim.sentence == 0 else claim


def _with_subject(claim: Claim, reading: Reading) -> Claim:
    """A score whose side is not named beside it is the one club's that its sentence names before it."""
    if "club" in claim.keys or "outcome" not in claim.fields:
        return claim
    before = {
        reading.clubs.at(mention.span.start)
        for mention in reading.named_in(claim.sentence)
        if mention.span.end <= claim.span.start and mention.style != "demonym"
    } - {"", claim.keys.get("opponent")}
    if len(before) != 1:
        return claim
    key = before.pop()
    return claim.having(keys={"club": key}, club=reading.clubs.names.get(key, key))


def _best(hits: Sequence[Hit], apart_by: str) -> list[Hit]:
    """The hits that stand: none that a `not` pattern overlaps, and of overlapping ones the longest, then the first."""
    excluded = [hit.span for hit in hits if hit.pattern.excludes]
    order = sorted(
        (h for h in hits if not h.pattern.excludes and not any(h.span.overlaps(span) for span in excluded)),
        key=lambda hit: (hit.span.start - hit.span.end, hit.pattern.rank, hit.span.start),
    )
    chosen: list[Hit] = []
    for hit in order:
        if not any(hit.span.overlaps(other.span) and _same(hit, other, apart_by) for other in chosen):
            chosen.append(hit)
    return chosen


def _same(one: Hit, other: Hit, apart_by: str) -> bool:
    mine, others = one.captures.get(apart_by), other.captures.get(apart_by)
    return not apart_by or mine is None or others is None or mine == others


def _split_pair(span: Span, text: str) -> list[Span]:
    """The two numbers of `3–1` where the tokeniser left one token."""
    inner = span.of(text)
    at = next(number for number, letter in enumerate(inner) if not letter.isdigit())
    return [Span(span.start, span.start + at), Span(span.start + at + 1, span.end)]


def _is_plausible(claim: Claim) -> bool:
    figures = (claim.get(name) for name in ("first", "second")) if claim.type == "score" else ()
    return all(figure <= HIGHEST_SCORE for figure in figures if isinstance(figure, int))


def _block_claim(
    reading: Reading, kind: str, span: Span, fields: Mapping[str, Value], keys: Mapping[str, str] | None = None
) -> Claim:
    known = {name: value for name, value in fields.items() if value != ""}
    return Claim(
        kind, span, span.of(reading.text), known, zone="block", path=reading.article.path,
        keys={name: key for name, key in (keys or {}).items() if key},
    )  # fmt: skip


def _person(reading: Reading, span: Span) -> tuple[str, str]:
    """The name and key of the person whose name a block prints."""
    person = reading.people.at(span.start)
    return (person.name, person.key) if person else (span.of(reading.text), "")


def _entry_claims(reading: Reading, section: str, entry: Entry, club: str) -> Iterator[Claim]:
    """A goals entry makes a claim for each minute; a booking or dismissal one."""
    name, key = _person(reading, entry.name)
    plain = reading.clubs.names.get(club, club)
    if section == "goals":
        for (minute, place), mark in zip(entry.minutes, entry.marks, strict=True):
            span = Span(min(entry.name.start, place.start), max(entry.name.end, place.end))
            fields: dict[str, Value] = {
                "scorer": name, "minute": minute, "form": "block", "kind": mark or "goal", "block": True, "club": plain,
                "about": "this", **block_minute(minute),
            }  # fmt: skip
            claim = _block_claim(reading, "goal", span, fields, {"scorer": key, "club": club, "list": club})
            yield claim.having(places={"minute": place, "scorer": entry.name})
            yield _minute_claim(reading, "goal", minute, place)
        return
    if section in ("booked", "sent_off"):
        minute = entry.minutes[0][0] if entry.minutes else ""
        fields = {
            "player": name, "colour": "red" if section == "sent_off" else "yellow", "block": True, "minute": minute,
            "form": "block", "club": plain, "about": "this", **block_minute(minute),
        }  # fmt: skip
        places = {"minute": entry.minutes[0][1]} if entry.minutes else {}
        yield _block_claim(reading, "card", entry.name, fields, {"player": key, "club": club}).having(places=places)
        if entry.minutes:
            yield _minute_claim(reading, "card", *entry.minutes[0])


def _minute_claim(reading: Reading, event: str, minute: str, place: Span) -> Claim:
    """The time that a block prints behind an event."""
    fields: dict[str, Value] = {"minute": minute, "form": "block", "event": event, **block_minute(minute)}
    return _block_claim(reading, "minute", place, fields)


def _sheet_claims(reading: Reading, sheet: TeamSheet, club: str) -> Iterator[Claim]:
    plain = reading.clubs.names.get(club, club)
    text = reading.text
    formation = sheet.formation.of(text) if sheet.formation else ""
    starters = [entry.name.of(text) for entry in sheet.starters]
    fields: dict[str, Value] = {
        "club": plain, "formation": formation, "starters": starters, "unused": [e.name.of(text) for e in sheet.unused],
    }  # fmt: skip
    if formation:
        fields["outfield"] = sum(int(digit) for digit in formation if digit.isdigit())
    label = sheet.label or sheet.starters[0].name
    claim = _block_claim(reading, "lineup", label, fields, {"club": club})
    places = {"formation": sheet.formation} if sheet.formation else {}
    yield claim.having(_counts(reading, sheet), places={**places, **_repeated(reading, sheet)})
    for change in sheet.changes:
        on, on_key = _person(reading, change.on)
        off, off_key = _person(reading, change.off) if change.off else ("", "")
        fields = {
            "on": on, "off": off, "minute": change.minute, "form": "block", "block": True, "club": plain, "about": "this",
            **block_minute(change.minute),
        }  # fmt: skip
        keys = {"on": on_key, "off": off_key, "club": club}
        named = {"on": change.on, **({"off": change.off} if change.off else {})}
        yield _block_claim(reading, "substitution", change.span, fields, keys).having(places=named)
        if change.at:
            yield _minute_claim(reading, "sub", change.minute, change.at)
    for kind, entries in (("goals", sheet.goals), ("booked", sheet.booked), ("sent_off", sheet.sent_off)):
        for entry in entries:
            yield from _entry_claims(reading, kind, entry, club)


def _repeated(reading: Reading, sheet: TeamSheet) -> dict[str, Span]:
    """Where the second mention of a man stands who begins, comes on or goes off twice, and where a starter comes on."""
    text = reading.text
    rows = {
        "duplicates": [(entry.name.of(text), entry.name) for entry in sheet.starters],
        "twice_on": [(change.on.of(text), change.span) for change in sheet.changes],
        "twice_off": [(change.off.of(text), change.span) for change in sheet.changes if change.off],
    }
    found: dict[str, Span] = {}
    began = {entry.name.of(text): entry.name for entry in sheet.starters}
    for change in sheet.changes:
        if change.on.of(text) in began:
            found |= {"began_on": change.on, "lineup": began[change.on.of(text)]}
    for name, row in rows.items():
        seen: set[str] = set()
        for words, span in row:
            if words in seen:
                found.setdefault(name, span)
            seen.add(words)
    return found


def _counts(reading: Reading, sheet: TeamSheet) -> dict[str, Value]:
    """How many men began, and who is listed twice. A man in the row who came on for another is no starter."""
    text = reading.text
    starters = [entry.name.of(text) for entry in sheet.starters]
    on = [change.on.of(text) for change in sheet.changes]
    off = [change.off.of(text) for change in sheet.changes if change.off]
    extra = len(starters) - ELEVEN  # names of the row beyond the eleven came on for others
    began = [name for name in starters if name not in on] if extra > 0 else starters
    duplicates = sorted({name for name in began if began.count(name) > 1})
    return {
        "size": len(began),
        "began_on": [name for name in dict.fromkeys(starters) if name in on] if extra <= 0 else [],
        "duplicates": duplicates,
        "twice_on": sorted({name for name in on if on.count(name) > 1}),
        "twice_off": sorted({name for name in off if off.count(name) > 1 and starters.count(name) < 2}),
    }
