"""telling: the fields of a claim that other parts of the article tell: who "he" is that scored, when, and for whom.

For readers of the claims only: no rule judges what is put together here, since a pronoun may stand for another man. What a
claim says itself always stands.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.allegiance import allegiances
from checker.match.record import MatchRecord
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.pipeline.timing import EVENTS

Told = dict[str, Value]

_STRETCHES = ("lasting", "within", "half-time", "second-half", "halves")
"""Times that mostly tell how things stood, not when something happened."""
_MATES = {"card": ("player", "card"), "substitution": ("on", "substitution")}
"""Events of the prose that a block tells more of, by the field that names the man."""


@dataclass(frozen=True)
class _Goal:
    """A goal as the lists, or the plainest words, tell it."""

    scorer: str
    name: str
    club: str
    minute: str
    kind: str


class Telling:
    """One article's claims, asked for what they leave to the rest of the article."""

    def __init__(self, reading: Reading, record: MatchRecord, words: Words) -> None:
        self._reading = reading
        self._record = record
        self._clubs: Clubs | None = record.clubs
        self._not_subject = words.folded("object_cues")
        self._spot = words.beginnings("penalty_words")
        self._scored = words.pattern("goal_cues", "lead_noun")
        self._missed = words.pattern("no_goal_cues")
        self._sides = allegiances(reading, record)
        self._goals = list(_goals(record.claims, self._sides))
        self._by_sentence: dict[int, list[Claim]] = {}
        for claim in record.claims:
            self._by_sentence.setdefault(claim.sentence, []).append(claim)

    def told(self) -> list[Told]:
        """For each claim of the record, in order, its fields with those that the rest of the article adds."""
        return [_merged(claim, self._more(claim)) for claim in self._record.claims]

    def _more(self, claim: Claim) -> Told:
        if claim.type == "goal":
            return self._goal(claim)
        if claim.type == "minute":
            return self._minute(claim)
        if claim.type in ("score", "margin"):
            return self._standing(claim)
        if claim.type in _MATES:
            return self._event(claim)
        return {}

    def _goal(self, claim: Claim) -> Told:
        if "about" not in claim.fields and self._names_third(claim):
            return {"about": "other"}
        return self._penalty(claim) | self._goal_of_match(claim)

    def _penalty(self, claim: Claim) -> Told:
        """Which kind of goal it is where only the words beside it say so."""
        is_penalty = claim.get("kind") == "goal" and self._spot.search(claim.text)
        return {"kind": "pen"} if is_penalty else {}

    def _goal_of_match(self, claim: Claim) -> Told:
        scorer = claim.keys.get("scorer") or self._scorer(claim)
        known = [goal for goal in self._goals if goal.scorer == scorer]
        told: Told = self._club_field("club", claim.keys.get("club") or self._sides.get(scorer, ""))
        if not known:
            return told
        goal = known[0] if len(known) == 1 else _nearest(known, claim)
        told["scorer"] = goal.name
        if goal.club:
            told |= self._club_field("club", goal.club)
        if goal.kind == "pen" and len(known) == 1:
            told["kind"] = "pen"
        if goal.minute and (len(known) == 1 or "minute" in claim.fields):
            told["minute"] = goal.minute
        return told

    def _scorer(self, claim: Claim) -> str:
        """The key of the man whom a goal's words leave out: its minute's, its club's one scorer, or the sentence's subject."""
        by_minute = {goal.scorer for goal in self._goals if goal.minute and goal.minute == claim.get("minute")}
        if len(by_minute) == 1:
            return by_minute.pop()
        club = claim.keys.get("club", "")
        scorers = {goal.scorer for goal in self._goals if not club or goal.club == club}
        if len(scorers) == 1:
            return scorers.pop()
        return self._subject(claim, scorers)

    def _subject(self, claim: Claim, scorers: set[str]) -> str:
        """The last man named before the words, in their sentence or the one before it; a known scorer before any other."""
        for sentence in (claim.sentence, claim.sentence - 1):
            people = (mention for mention in self._reading.named_in(sentence) if mention.kind == "person")
            named = [m for m in people if m.span.end <= claim.span.start or sentence < claim.sentence]
            keys = [person.key for m in named if (person := self._reading.people.at(m.span.start)) and self._acts(m)]
            for key in reversed(keys):
                if key in scorers:
                    return key
            if keys and not scorers:
                return keys[-1]
        return ""

    def _acts(self, mention: Mention) -> bool:
        """Whether a name can be its sentence's subject: no `'s` behind it, no preposition before it."""
        text = self._reading.text
        before = text[max(0, mention.span.start - 12) : mention.span.start].split()
        owned = text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        return not owned and not (before and before[-1].lower() in self._not_subject)

    def _minute(self, claim: Claim) -> Told:
        around = self._by_sentence.get(claim.sentence, []) if claim.sentence >= 0 else []
        kinds = [other.type for other in around]
        event = next((word for kind, word in EVENTS.items() if kind in kinds and kind != "action"), self._lone_event(claim))
        told: Told = {"event": event}
        goals = [other for other in around if other.type == "goal"]
        if event == "goal" and len(goals) == 1 and claim.get("means") not in ("vague", "halves", "within"):
            minute = self._goal(goals[0]).get("minute")
            if minute and claim.get("form") in ("stoppage", "relative", "left", "on-after"):
                told["minute"] = minute
        return told

    def _lone_event(self, claim: Claim) -> str:
        """What a time dates where no event that the reader knows stands beside it: a goal where the words speak of one and of
        no miss, mostly a chance, unless it is a stretch."""
        if claim.get("means") in _STRETCHES:
            return "other"
        words = self._reading.sentences[claim.sentence].of(self._reading.text) if claim.sentence >= 0 else ""
        scored = self._scored.search(words) and not self._missed.search(words)
        return EVENTS["goal"] if scored else EVENTS["action"]

    def _standing(self, claim: Claim) -> Told:
        """The side that a score or a lead is told of, and the other one."""
        told: Told = {}
        if self._clubs and "about" not in claim.fields:
            told["about"] = "other" if self._names_third(claim) else "this"
        outcome = claim.get("outcome")
        first, second = claim.get("first"), claim.get("second")
        if outcome is None and claim.get("kind") == "final" and isinstance(first, int) and isinstance(second, int):
            told["outcome"] = "win" if first > second else "defeat" if first < second else "draw"
        club = claim.keys.get("club", "") or self._side(claim)
        told |= self._club_field("club", club)
        if claim.type == "score" and self._clubs and club in self._clubs and (claim.get("about") or "this") == "this":
            other = self._clubs[0] if club == self._clubs[1] else self._clubs[1]
            told |= self._club_field("opponent", other)
        return told

    def _side(self, claim: Claim) -> str:
        """The club of the goal told in the same breath, else the last club or man of the two clubs named before it."""
        near = [c for c in self._by_sentence.get(claim.sentence, []) if c.type == "goal" and claim.sentence >= 0]
        for goal in sorted(near, key=lambda goal: goal.span.distance(claim.span)):
            club = self._club_of_goal(goal)
            if club:
                return club
        inside = [key for m, key in self._sides_named(claim.sentence) if claim.span.holds(m.span)]
        before = [key for m, key in self._sides_named(claim.sentence) if m.span.end <= claim.span.start]
        return (inside or before[-1:] or [""])[0]

    def _club_of_goal(self, goal: Claim) -> str:
        scorer = goal.keys.get("scorer") or self._scorer(goal)
        clubs = {known.club for known in self._goals if known.scorer == scorer and known.club}
        return goal.keys.get("club") or (clubs.pop() if len(clubs) == 1 else self._sides.get(scorer, ""))

    def _sides_named(self, sentence: int) -> Iterator[tuple[Mention, str]]:
        """The mentions of a sentence that stand for one of the two sides: a club's name, or a man of it."""
        for mention in self._reading.named_in(sentence):
            person = self._reading.people.at(mention.span.start)
            key = self._sides.get(person.key, "") if person else self._reading.clubs.at(mention.span.start)
            if key and (self._clubs is None or key in self._clubs) and self._acts(mention):
                yield mention, key

    def _event(self, claim: Claim) -> Told:
        """A card or substitution of the prose with what the block tells of the same man's."""
        field, kind = _MATES[claim.type]
        key = claim.keys.get(field, "")
        told = self._club_field("club", claim.keys.get("club") or self._sides.get(key, ""))
        for other in self._record.claims:
            if key and other.type == kind and other.zone == "block" and other.keys.get(field) == key and other is not claim:
                return told | {name: value for name, value in other.fields.items() if name in ("off", "minute", "club")}
        return told

    def _names_third(self, claim: Claim) -> bool:
        """Whether the claim's sentence names a club that is not of this match."""
        keys = {self._reading.clubs.at(mention.span.start) for mention in self._reading.named_in(claim.sentence)}
        return self._clubs is not None and bool(keys - {"", *self._clubs})

    def _club_field(self, field: str, key: str) -> Told:
        name = self._reading.clubs.names.get(key, "")
        return {field: name} if name else {}


def _merged(claim: Claim, more: Told) -> Told:
    """What a claim says itself stands; but a `goal` may turn out a penalty."""
    kind = {"kind": "pen"} if claim.get("kind") == "goal" and more.get("kind") == "pen" else {}
    return {**more, **claim.fields, **kind}


def _goals(claims: Sequence[Claim], sides: Mapping[str, str]) -> Iterator[_Goal]:
    """The goals of the match whose scorer is told: of one man's those of the lists, else one for each minute told."""
    named = [c for c in claims if c.type == "goal" and c.keys.get("scorer") and (c.get("about") or "this") == "this"]
    named = [claim for claim in named if claim.zone != "quotation"]
    listed = {claim.keys["scorer"] for claim in named if claim.get("block")}
    seen: set[tuple[str, str]] = set()
    dated = {claim.keys["scorer"] for claim in named if "minute" in claim.fields}
    for claim in named:
        key, minute = claim.keys["scorer"], str(claim.get("minute") or "")
        if (key in listed and not claim.get("block")) or (key in dated and not minute) or (key, minute) in seen:
            continue
        seen.add((key, minute))
        club = claim.keys.get("club", "") or sides.get(key, "")
        yield _Goal(key, str(claim.get("scorer")), club, minute, str(claim.get("kind") or "goal"))


def _nearest(goals: Sequence[_Goal], claim: Claim) -> _Goal:
    """Of one man's goals the one at the claim's minute; else the first."""
    return next((goal for goal in goals if goal.minute and goal.minute == claim.get("minute")), goals[0])


def tell(reading: Reading, record: MatchRecord, words: Words) -> list[Mapping[str, Value]]:
    """The fields of each claim of a record, with those that other parts of the article tell."""
    return list(Telling(reading, record, words).told())
