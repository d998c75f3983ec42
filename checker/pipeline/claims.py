"""claims: the matches of the pack's patterns as typed claims."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.types import ClaimType, Hit
from checker.claims.words import Words
from checker.pipeline.affiliations import ClubRows, with_rows
from checker.pipeline.block_parts import HIGHEST_SCORE
from checker.pipeline.enumeration import Enumeration, with_others
from checker.pipeline.mentions import Mention
from checker.pipeline.open_counts import OpenCounts
from checker.pipeline.overlaps import best, held
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.pipeline.told_again import GoalsToldAgain
from checker.reference.store import is_national

_BRACKETED = re.compile(r"[ \u00a0]\(")
_WORD = 16
"""Code points behind a name in which the next word stands."""
_CLAUSE = 80
"""Code points before a margin in which its clause says whether it came to be."""
_SUBJECTS = {"goal": "scorer", "action": "player"}
"""The field of a claim that names who does what its verb says."""
_LABELLED = re.compile(r" ?[:|]")
"""Behind a result that heads what follows: `Arsenal 2-1 Everton: player ratings`."""
_HEAD_LINES = 3
"""Lines, empty ones too, that may stand before a second heading."""
_ROW = 90
"""Code points before a club in which a row of clubs stands that it ends."""


class ClaimReader:
    """Turns matches into claims with the fields that a pack declares."""

    def __init__(self, claim_types: Mapping[str, ClaimType], words: Words) -> None:
        self._types = claim_types
        self._words = words
        self._former, self._loan = words.pattern("former"), words.pattern("loan_words")
        self._former_of_row = words.frame("former_of_row")
        self._next_verb = words.frame("next_verb")
        self._goals_told_again = GoalsToldAgain(words)
        self._objects = words.folded("object_cues")
        self._enumeration = Enumeration(words)
        self._club_rows = ClubRows(words)
        self._open_counts = OpenCounts(words)
        self._prevented = words.frame("prevented")
        self._unreal, self._real = words.frame("unreal_margin"), words.frame("real_margin")
        self._longer = words.pattern("two_leg_cues", "extra_time_words")
        self._of_a_man = words.folded("cap_words")
        self._met = words.folded("met_cues")
        self._man_of_nation = words.frame("man_of_nation")

    def prose(self, reading: Reading, hits: Iterable[Hit], numbers: Iterable[int]) -> list[Claim]:
        """The claims of the prose, in order: of overlapping matches of one type the longest, `not` patterns obeyed; `numbers`
        tells where words begin that are numbers or ordinals."""
        by_type: dict[str, list[Hit]] = defaultdict(list)
        for hit in hits:
            by_type[hit.pattern.claim_type].append(hit)
        claims = [
            claim
            for name, declared in self._types.items()
            for hit in best(held(by_type[name], declared.never, reading.text), declared.apart_by)
            if (claim := self._claim(reading, hit))
        ]
        claims = _without_runs(claims)
        claims += self._open_counts.told(claims, (hit.span for hit in by_type["count"]), reading, numbers)
        claims = sorted(with_others(claims, reading, self._enumeration), key=lambda claim: claim.span)
        halved = with_half_times(claims, reading.text)
        claims = claims if halved != claims and self._longer.search(reading.text) else halved
        told = self._club_rows.told([*with_rows(claims, reading, self._enumeration)], reading)
        return self._goals_told_again.told(told, reading.text)

    def _claim(self, reading: Reading, hit: Hit) -> Claim | None:
        kinds = self._types[hit.pattern.claim_type].fields
        fields: dict[str, Value] = dict(hit.pattern.sets)
        keys: dict[str, str] = {}
        places: dict[str, Span] = {}
        for name, part in _parts(hit.captures, reading.text):
            value = self._value(reading, kinds[name], part, name, keys)
            if value is not None:
                fields[name] = value
                places[name] = part
        claim = Claim(
            hit.pattern.claim_type, hit.span, hit.span.of(reading.text), fields, reading.zones.at(hit.span.start),
            hit.sentence, reading.article.path, keys, places,
        )  # fmt: skip
        if claim.type == "score":
            claim = _as_result(self._with_subject(claim, reading), reading.text)
        elif claim.type == "goal" and is_national(keys.get("club", "")) and self._is_man_of(claim, reading.text):
            claim = _without(claim, "club")
        elif claim.type in _SUBJECTS and self._is_object(claim, reading.text):
            claim = _without(claim, _SUBJECTS[claim.type])
        elif claim.get("status") == "current":
            claim = claim.having(status=self._status(claim, reading.text))
        stands = _is_plausible(claim) and not self._is_heading(claim, reading) and not self._is_unreal(claim, reading.text)
        return claim if stands else None

    def _is_man_of(self, claim: Claim, text: str) -> bool:
        """Whether the words behind the nation of a goal make it its scorer's: `the Croatia international struck`."""
        club = claim.places.get("club")
        return club is not None and self._man_of_nation.match(text, club.end) is not None

    def _status(self, claim: Claim, text: str) -> str:
        """What the words of an affiliation say of it: that it was once, before the club or before the row of clubs that it ends
        (`the former Denby, Hull and Corley manager`), or is for a time."""
        row = text[max(0, claim.span.start - _ROW) : claim.span.start]
        ends_row = row.endswith((" and ", " & ")) and bool(self._former_of_row.search(row))
        if ends_row or self._former.search(claim.text) or any(m.end() == len(row) - 1 for m in self._former.finditer(row)):
            return "former"
        return "loan" if self._loan.search(claim.text) else "current"

    def _is_unreal(self, claim: Claim, text: str) -> bool:
        """Whether the words before a margin tell that it was wanted or missed, or those before a score on the way that it was
        kept from being."""
        if claim.type == "score" and claim.get("kind") == "running":
            return self._prevented.search(text, max(0, claim.span.start - _CLAUSE), claim.span.start) is not None
        if claim.type != "margin" or self._real.search(claim.text):
            return False
        return self._unreal.search(text, max(0, claim.span.start - _CLAUSE), claim.span.start) is not None

    def _is_heading(self, claim: Claim, reading: Reading) -> bool:
        """Whether the club of an affiliation only stands before another one's name: `Hull 2-1 Wales Denby striker Amos`, or
        another stands between it and the man: `a goal against Hull outshone Denby keeper Amos`."""
        club = claim.places.get("club") if claim.type == "affiliation" else None
        man = claim.places.get("person")
        if club and man and club.end < man.start and _has_club_between(club.end, man.start, claim.sentence, reading):
            return True
        behind = club and next((m for m in reading.named_in(claim.sentence) if m.span.start == club.end + 1), None)
        if not club or not behind or behind.kind != "club" or behind.style == "demonym":
            return False
        return any(mention.span == club and mention.style != "demonym" for mention in reading.named_in(claim.sentence))

    def _is_object(self, claim: Claim, text: str) -> bool:
        """Whether the man before a goal's verb is another's: `Beck exchanged passes with Dunne and slotted home`. Who comes
        from somewhere does not act: `the signing from Denby struck`."""
        scorer = claim.places.get(_SUBJECTS[claim.type])
        before = text[max(0, scorer.start - 12) : scorer.start].split() if scorer else []
        if scorer is None or not before or before[-1] not in self._objects:
            return False
        if before[-1] == "from" and scorer.start == claim.span.start:
            return True
        if claim.type != "goal":
            return False
        return before[-1] == "at" or (scorer.start == claim.span.start and bool(self._next_verb.match(text, scorer.end)))

    def _value(self, reading: Reading, kind: str, span: Span, name: str, keys: dict[str, str]) -> Value | None:
        text = span.of(reading.text)
        if kind == "int":
            number = self._words.number(text)
            return number if number is not None else self._words.ordinal(text)
        if kind == "person":
            person = reading.people.at(span.start)
            if person is None or _is_town(person, reading):
                return None
            keys[name] = person.key
            return person.name
        if kind == "club":
            key = reading.clubs.at(span.start)
            if key:
                keys[name] = key
            return reading.clubs.names.get(key) if key else text
        if kind == "minute":
            ordinal = self._words.ordinal(text)
            return str(ordinal) if ordinal is not None else text.rstrip("'’′")
        return text.lower()

    def _with_subject(self, claim: Claim, reading: Reading) -> Claim:
        """A score whose side is not named beside it is the one club's that its sentence names before it."""
        if "club" in claim.keys or "outcome" not in claim.fields:
            return claim
        named = [name for name in reading.named_in(claim.sentence) if name.span.end <= claim.span.start]
        acting = [name for name in named if name.style != "demonym" and not self._is_of_a_man(name, reading.text)]
        before = {reading.clubs.at(name.span.start) for name in acting} - {"", claim.keys.get("opponent")}
        if len(before) != 1 or all(self._is_met(name, reading.text) for name in acting):
            return claim
        key = before.pop()
        return claim.having(keys={"club": key}, club=reading.clubs.names.get(key, key))

    def _is_met(self, mention: Mention, text: str) -> bool:
        """Whether the word before a side makes it the other one: `dominated against Ayton, Hill's header sealing a 1-0 win`."""
        before = text[max(0, mention.span.start - _WORD) : mention.span.start].lower().split()
        return bool(before) and before[-1] in self._met

    def _is_of_a_man(self, mention: Mention, text: str) -> bool:
        """Whether the word behind a nation makes it a man's: `the Gabon international missed`."""
        behind = text[mention.span.end : mention.span.end + _WORD].split()
        return bool(behind) and behind[0].lower() in self._of_a_man


def _without_runs(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without the counts whose number is part of a run: `his ninth goal of the season`."""
    runs = [claim.span for claim in claims if claim.type == "streak"]
    if not runs:
        return list(claims)
    return [c for c in claims if c.type != "count" or not any(run.holds(c.places.get("n", c.span)) for run in runs)]


def with_half_times(claims: Sequence[Claim], text: str) -> list[Claim]:
    """The claims, in order; of a score with another in brackets right behind it, as agencies print it, the first is the
    result and the second how it stood at half-time: `won 2-1 (0-1)`. A higher one in brackets is something else."""
    told = list(claims)
    scores = [number for number, claim in enumerate(claims) if claim.type == "score"]
    for number, other in pairwise(scores):
        one, half = told[number], told[other]
        bracketed = _BRACKETED.fullmatch(text, one.places.get("second", one.span).end, half.span.start)
        bare = "kind" not in half.fields and text[half.span.end : half.span.end + 1] == ")"
        if bracketed and bare and one.get("kind") in (None, "final") and _has_as_many(one, half):
            told[number] = one.having(kind="final")
            told[other] = half.having(kind="half-time")
    return told


def _has_as_many(one: Claim, half: Claim) -> bool:
    """Whether a score has as many goals as another, or more, for either side."""
    return all(int(str(one.get(name) or 0)) >= int(str(half.get(name) or 0)) for name in ("first", "second"))


def _has_club_between(start: int, end: int, sentence: int, reading: Reading) -> bool:
    """Whether a club's name stands between two places of a sentence."""
    return any(start <= m.span.start and m.span.end <= end and m.kind == "club" for m in reading.teams_in(sentence))


def _is_town(person: Person, reading: Reading) -> bool:
    """Whether a name is a club's town (`Columbus tied it`): no list has a man of that name."""
    return reading.clubs.is_town(person.name) and not any(mention.block for mention in person.mentions)


def _without(claim: Claim, name: str) -> Claim:
    """A claim without one of its fields."""
    fields = {key: value for key, value in claim.fields.items() if key != name}
    keys = {key: value for key, value in claim.keys.items() if key != name}
    places = {key: span for key, span in claim.places.items() if key != name}
    return replace(claim, fields=fields, keys=keys, places=places)


def _as_result(claim: Claim, text: str) -> Claim:
    """`Arsenal 2-1 Everton` at the head of an article is how the match ended, also where a second heading says it once more;
    later on it may be the score at any time."""
    if "kind" in claim.fields or not {"club", "opponent"} <= claim.keys.keys():
        return claim
    start, end = claim.span
    heads = _LABELLED.match(text, end) and text[:start].endswith("\n") and text.count("\n", 0, start) <= _HEAD_LINES
    return claim.having(kind="final") if claim.sentence == 0 or heads else claim


def _parts(captures: Mapping[str, Span], text: str) -> Iterable[tuple[str, Span]]:
    """The captures by single fields."""
    if not any(" " in names for names in captures):  # as mostly
        return captures.items()
    return [
        (name, part)
        for names, span in captures.items()
        for name, part in zip(names.split(), _split_pair(span, text) if " " in names else [span], strict=True)
    ]


def _split_pair(span: Span, text: str) -> list[Span]:
    """The two numbers of `3–1` where the tokeniser left one token."""
    inner = span.of(text)
    at = next(number for number, letter in enumerate(inner) if not letter.isdigit())
    return [Span(span.start, span.start + at), Span(span.start + at + 1, span.end)]


def _is_plausible(claim: Claim) -> bool:
    if claim.type != "score":
        return True
    figures = (claim.get(name) for name in ("first", "second"))
    return all(figure <= HIGHEST_SCORE for figure in figures if isinstance(figure, int))
