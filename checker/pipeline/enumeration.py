"""enumeration: men of one list to whom one word gives the same: `goals from Hill, Ray and Moss`.

A pattern takes one man of the list; each of the others gets a claim of his own, whose span is his name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

LISTED_BY = {"goal": "scorer", "card": "player", "substitution": "on"}
"""The field of a claim that may stand for each man of a list."""
_OF_ONE_MAN = frozenset({"minute", "off", "other"})
"""Fields of the one man whom the pattern took."""
_STOPS = ".,;:!?—–-)”\"’"
_OWNER = ("'s", "’s")
_OWNED = 3
"""Code points between a club and its man: `'s `."""


class Enumeration:
    """Reads the lists of men, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._roles = words.parts_of("role", "list_words")
        self._many = words.pattern("many_words", "bringing_on")
        self._list_link = words.frame("list_link")
        self._timed_first, self._timed_next = words.frame("timed_first"), words.frame("timed_next")
        self._timed_last = words.frame("timed_last")
        self._openers, self._company = words.folded("clause_openers"), words.folded("company_words")
        self._together = words.pattern("together_words")

    def others(self, claim: Claim, reading: Reading) -> Iterator[Claim]:
        """A claim for each other man of the list in which a claim's man stands."""
        name = _listed_by(claim)
        places = [claim.places[field] for field in (name, "other") if field in claim.places]
        changed = {"on", "off"} <= claim.fields.keys()
        if name not in claim.places or claim.sentence < 0 or changed or self._together.search(claim.text):
            return
        men = [mention for mention in reading.named_in(claim.sentence) if mention.kind == "person"]
        first, last = (_place(men, place) for place in (min(places), max(places)))
        if first is None or last is None:
            return
        place, at = min(places), first
        many = self._many.search(claim.text) is not None
        if timed := self._with_times(men[at:], reading.text):
            yield from self._claims(claim, name, timed, reading)
        elif claim.span.end == place.end and many:
            yield from self._claims(claim, name, self._behind(men[at:], reading), reading)
        elif claim.span.start == place.start:
            yield from self._claims(claim, name, self._before(men[: last + 1], many, reading), reading)

    def behind(self, place: Span, reading: Reading, sentence: int) -> list[Mention]:
        """The men of a list behind the one who stands at a place, up to the one that its `and` adds; none where none is."""
        men = [m for m in reading.named_in(sentence) if m.kind == "person" and m.span.start >= place.start]
        return self._behind(men, reading) if men and men[0].span.start == place.start else []

    def _behind(self, men: Sequence[Mention], reading: Reading) -> list[Mention]:
        """The men of a list behind its first, up to the one that its `and` adds."""
        listed: list[Mention] = []
        for one, other in pairwise(men):
            link = self._link(one, other, reading)
            if not link or reading.text.startswith(_OWNER, other.span.end):
                return []
            listed.append(other)
            if link != ",":
                return listed
        return []

    def _before(self, men: Sequence[Mention], many: bool, reading: Reading) -> list[Mention]:
        """The men of a list before its last. Who is the object of other words begins none, `after good work by Hill and Ray,
        Moss scored`, and what is one man's is no list's, unless the words speak of `many`: `Hill and Ray's goals`."""
        listed: list[Mention] = []
        for other, one in pairwise(reversed(men)):
            link = self._link(one, other, reading)
            if not link or (link == ",") != bool(listed):
                break
            listed.append(one)
        one_mans = not many and reading.text.startswith(_OWNER, men[-1].span.end)
        if not listed or one_mans or not self._begins_clause(listed[-1], reading, len(listed) + many < 2):
            return []
        return listed

    def _begins_clause(self, mention: Mention, reading: Reading, of_two: bool) -> bool:
        """Whether a name is the first of its clause, but for what the man is: `as striker Hill`, not `from the other Hill`, nor
        of two men `wrestled with Hill and Ray`."""
        start, end = reading.sentences[mention.sentence].start, mention.span.start
        owner = next((club for club in reading.teams_in(mention.sentence) if club.span.end + _OWNED == end), None)
        if owner is not None and reading.text.startswith(_OWNER, owner.span.end):
            end = owner.span.start  # `Denby's Hill and Ray scored`
        words = reading.text[start:end].split()
        while words and words[-1].lower() in self._roles:
            words.pop()
        if of_two and len(words) > 1 and words[-1].lower() in self._company:
            return words[-2][-1] in _STOPS
        return not words or words[-1][-1] in _STOPS or words[-1].lower() in self._openers

    def _link(self, one: Mention, other: Mention, reading: Reading) -> str:
        """What ties two names into a list; empty where other words stand between them."""
        between = reading.text[one.span.end : other.span.start]
        for mention in reading.named_in(one.sentence):
            if mention.kind != "person" and one.span.end <= mention.span.start and mention.span.end <= other.span.start:
                between = between.replace(f"{mention.span.of(reading.text)} ", "", 1)
        found = self._list_link.match(between)
        if not found or not {word.lower() for word in found["words"].split()} <= self._roles:
            return ""
        return found["link"].strip() if found["link"] == "," else "and"

    def _with_times(self, men: Sequence[Mention], text: str) -> list[Mention]:
        """The men behind a list's first where each has a time of his own: `Hill scored in the 4th minute, Ray in the 47th, and
        Moss on 86 minutes`."""
        listed: list[Mention] = []
        for one, other in pairwise(men):
            between = (self._timed_next if listed else self._timed_first).fullmatch(text, one.span.end, other.span.start)
            if between is None or not self._timed_last.match(text, other.span.end):
                break
            listed.append(other)
            if between["link"] != ",":
                break
        return listed

    def _claims(self, claim: Claim, name: str, men: Sequence[Mention], reading: Reading) -> Iterator[Claim]:
        for mention in men:
            person = reading.people.at(mention.span.start)
            if person is not None and person.key != claim.keys.get(name):
                fields: dict[str, Value] = {key: value for key, value in claim.fields.items() if key not in _OF_ONE_MAN}
                keys = {key: value for key, value in claim.keys.items() if key not in _OF_ONE_MAN}
                yield replace(
                    claim, span=mention.span, text=mention.span.of(reading.text), fields={**fields, name: person.name},
                    keys={**keys, name: person.key}, places={name: mention.span},
                )  # fmt: skip


def _place(men: Sequence[Mention], place: Span) -> int | None:
    """Which of some men stands at a place."""
    return next((number for number, mention in enumerate(men) if mention.span.start == place.start), None)


def _listed_by(claim: Claim) -> str:
    """The field of a claim that may stand for each man of a list: of a change who came on, or who went where none came."""
    went = claim.type == "substitution" and "on" not in claim.fields
    return "off" if went else LISTED_BY.get(claim.type, "")


def with_others(claims: Sequence[Claim], reading: Reading, enumeration: Enumeration) -> list[Claim]:
    """The claims, and one for each man of a list whom no claim of its sentence names yet."""
    found = list(claims)
    told = {(c.type, c.sentence, c.keys.get(_listed_by(c), "")) for c in claims}
    for claim in claims:
        for other in enumeration.others(claim, reading):
            key = other.type, other.sentence, other.keys[_listed_by(other)]
            if key not in told:
                told.add(key)
                found.append(other)
    return found
