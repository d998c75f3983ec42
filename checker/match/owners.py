"""owners: the man or the team whose a count or a run is: `his second goal`, `Denby's one chance`, `a fourth win in a row`."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.named import Fits, first_named, last_named, last_person, name_of, names_before
from checker.match.sides import Clubs
from checker.pipeline.clubs import TEAM_KINDS, is_team
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import last_word

_OWNER = 20
"""Code points before a claim in which `his` or `their` tells whose it is."""
_POSSESSIVE = re.compile(r"(?:['’]s?)(?: [\w-]+){0,3} ?")
_BRACKET = " ("
_OWNED = ("'s", "’s")
_COUNTED = ("count", "streak")
_ANYBODY = ("person", *TEAM_KINDS)


class OwnerReader:
    """Tells whose counts and runs are, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._opens_clause = words.frame("opens_clause")
        self._who_did, self._fronted_by, self._made_by = (words.frame(name) for name in ("who_did", "fronted_by", "made_by"))
        self._tally, self._counted_with = words.frame("tally_of_season"), words.frame("counted_with")
        self._given, self._given_to = words.folded("given_to_man"), words.frame("given_to")
        self._of_teams = words.folded("counted_of_teams")
        self._objects = words.folded("object_cues")
        self._his, self._their = words.folded("his_words"), words.folded("their_words")
        self._pronouns, self._they = words.pattern("he_words", "they_words"), words.folded("they_words")
        self._they_only = words.pattern("they_words")
        self._served, self._described = words.frame("served_his"), words.frame("described_man")
        self._no_men = words.folded("league_words") | words.folded("prize_words") | words.folded("office_words")
        self._his_side, self._inflicted, self._dealt_to = (words.frame(name) for name in ("his_side", "inflicts", "dealt_to"))

    def who(
        self, claim: Claim, reading: Reading, clubs: Clubs | None, of: Mapping[str, str], described: Mapping[int, Span],
        beside: AbstractSet[str], told: Sequence[Claim],
    ) -> str | None:  # fmt: skip
        """The name of the man or team whose count or run it is; `beside` has the keys of those beside the pitch, `told` the
        claims before it."""
        if claim.get("club"):
            return str(claim.get("club"))
        before = reading.text[max(0, claim.span.start - _OWNER) : claim.span.start].lower().split()[-2:]
        own = {*before, *claim.text.lower().split()[:2]}
        if whose := self._beside(claim, reading, of) or self._joined(claim, reading, told) or self._who(claim, reading):
            return whose
        man = self._called(claim, reading, described, told) or self._told_by_kind(claim, reading, described)
        if man and not own & self._their and not self._is_of_team(claim):
            return man
        if own & self._his and not own & self._their:
            return self._last_acting(claim, reading)
        if whose := self._owner_of(claim, reading) or self._inflicted_on(claim, reading):
            return whose
        if whose := self._spoken_of(claim, reading, described, self._they_only if own & self._their else self._pronouns):
            return whose
        if own & self._their or self._is_of_team(claim):
            kinds = _ANYBODY if claim.type == "streak" and not own & self._their else TEAM_KINDS
            return self._subject_of_clause(claim, reading, described, kinds) or _team(claim, reading, clubs, of)
        if actor := self._subject_of_clause(claim, reading, described, _ANYBODY):
            return actor
        man = first_named(claim, reading, _is_man, back=0) if claim.get("form") == "goals" else None
        return man or first_named(claim, reading, lambda named: self._may_be_whose(named, reading, beside))

    def _may_be_whose(self, mention: Mention, reading: Reading, beside: AbstractSet[str] = frozenset()) -> bool:
        """Whether a count may be that of somebody named who is not `beside` the pitch; of a man whose side is spoken of,
        `Hill's men`, it is the side's."""
        person = reading.people.at(mention.span.start) if beside else None
        if mention.kind not in _ANYBODY or (person is not None and person.key in beside):
            return False
        if mention.kind == "person" and last_word(mention.words) in self._no_men:
            return False  # `the Golden Boot winner with 22 goals`
        return not self._his_side.match(reading.text, mention.span.end)

    def _beside(self, claim: Claim, reading: Reading, of: Mapping[str, str]) -> str | None:
        """Whom the words right beside a count or a run name, whatever else its sentence speaks of."""
        owner = _owner(claim, reading)
        if owner and owner.kind == "person" and claim.type == "streak" and self._tally.fullmatch(claim.text):
            return name_of(owner, reading)
        return self._fronted(claim, reading) or self._maker(claim, reading) or self._of_his_side(claim, reading, of)

    def _joined(self, claim: Claim, reading: Reading, told: Sequence[Claim]) -> str | None:
        """Whose the count right before one of its sentence is: `eleven goals in 14 appearances`."""
        before = next((c for c in reversed(told) if c.type in _COUNTED and c.sentence == claim.sentence >= 0), None)
        if before is None or before.span.end > claim.span.start:
            return None
        joined = self._counted_with.fullmatch(reading.text, before.span.end, claim.span.start)
        return str(before.get("who") or "") or None if joined else None

    def _who(self, claim: Claim, reading: Reading) -> str | None:
        """The man or the side right before a claim of whom a clause with `who` tells it: `Denby boss Hill, who saw two`."""
        mention = next(iter(names_before(claim, reading)), None)
        if mention is None or mention.sentence != claim.sentence or mention.kind not in _ANYBODY:
            return None
        told = self._who_did.fullmatch(reading.text, mention.span.end, claim.span.start)
        return name_of(mention, reading) if told else None

    def _called(
        self, claim: Claim, reading: Reading, described: Mapping[int, Span], told: Sequence[Claim]
    ) -> str | None:
        """The man with whom the clause of a count begins, by what he is: `The Uruguay international has 11 goals`."""
        nameless = (c for c in reversed(told) if c.type in ("affiliation", "age") and "person" not in c.places)
        man = next((c for c in nameless if c.sentence == claim.sentence >= 0 and c.span.end <= claim.span.start), None)
        begin = reading.sentences[claim.sentence].start
        if man is None or not self._opens_clause.search(reading.text[begin : man.span.start]):
            return None
        named = [m for m in names_before(claim, reading) if m.span.start > man.span.end and m.kind in _ANYBODY]
        if any(self._who_did.fullmatch(reading.text, m.span.end, claim.span.start) for m in named):
            return None
        return None if any(self._opens(m, reading, described) for m in named) else str(man.get("person") or "") or None

    def _told_by_kind(self, claim: Claim, reading: Reading, described: Mapping[int, Span]) -> str | None:
        """The man named last before a sentence that begins with what he is: `The Spaniard scored twelve goals`."""
        if claim.sentence < 0:
            return None
        start = reading.sentences[claim.sentence].start
        told = self._described.match(reading.text, start, claim.span.start)
        named = (m for m in names_before(claim, reading) if m.span.start >= start and m.kind in _ANYBODY)
        if told is None or any(self._opens(mention, reading, described) for mention in named):
            return None
        return self._last_acting(replace(claim, span=Span(start, start)), reading)

    def _owner_of(self, claim: Claim, reading: Reading) -> str | None:
        """Whose a count or a run is called; of men on the pitch, the side that is named last."""
        if owner := _owner(claim, reading):
            return name_of(owner, reading)
        return last_named(claim, reading, is_team) if claim.get("what") == "men" else None

    def _subject_of_clause(
        self, claim: Claim, reading: Reading, described: Mapping[int, Span], kinds: Sequence[str]
    ) -> str | None:
        """The name right before a claim, or with which the last clause before it begins that begins with one: `while Denby
        keeper Hill made two saves`. `described` has the words that say what men are, by where their names begin."""
        for mention in names_before(claim, reading):
            if mention.sentence != claim.sentence:
                return None
            behind = reading.text[mention.span.end : claim.span.start]
            if mention.kind not in kinds or behind.startswith(_OWNED) or not self._may_be_whose(mention, reading):
                continue
            if not behind.strip() or self._who_did.fullmatch(behind) or self._opens(mention, reading, described):
                return name_of(mention, reading)
        return None

    def _of_his_side(self, claim: Claim, reading: Reading, of: Mapping[str, str]) -> str | None:
        """The side of the man last named before a claim, where its sentence speaks of that: `Hill's men have lost three`."""
        mention = next(iter(names_before(claim, reading)), None)
        person = reading.people.at(mention.span.start) if mention and mention.sentence == claim.sentence else None
        if mention is None or person is None or not self._his_side.match(reading.text, mention.span.end, claim.span.start):
            return None
        key = of.get(person.key, "")
        return reading.clubs.names.get(key, key) or None

    def _inflicted_on(self, claim: Claim, reading: Reading) -> str | None:
        """The side behind a run of defeats that another dealt it: `inflicted a fourth straight defeat on Denby`."""
        start = max(0, claim.span.start - _OWNER)
        if claim.type != "streak" or not self._inflicted.search(reading.text, start, claim.span.start):
            return None
        at = bisect_left(reading.mentions, claim.span.end, key=lambda mention: mention.span.start)
        behind = (m for m in reading.mentions[at:] if m.sentence == claim.sentence and m.kind in TEAM_KINDS)
        side = next(behind, None)
        dealt = side and self._dealt_to.fullmatch(reading.text, claim.span.end, side.span.start)
        return name_of(side, reading) if side and dealt else None

    def _spoken_of(
        self, claim: Claim, reading: Reading, described: Mapping[int, Span], pronouns: re.Pattern[str]
    ) -> str | None:
        """The man or the team of which the last of some pronouns of a sentence before a claim speaks, where no name begins a
        clause between."""
        if claim.sentence < 0:
            return None
        start = reading.sentences[claim.sentence].start
        pronoun = next(iter([*pronouns.finditer(reading.text, start, claim.span.start)][::-1]), None)
        if pronoun is None:
            return None
        named = (m for m in names_before(claim, reading) if m.span.start > pronoun.start() and m.kind in _ANYBODY)
        if any(self._opens(mention, reading, described) for mention in named):
            return None
        there = replace(claim, span=Span(pronoun.start(), pronoun.start()))
        if pronoun[0].lower() in self._they:
            return self._subject_of_clause(there, reading, described, TEAM_KINDS) or first_named(there, reading, is_team)
        return self._subject_of_clause(there, reading, described, ("person",)) or self._last_acting(there, reading)

    def _fronted(self, claim: Claim, reading: Reading) -> str | None:
        """The name right behind a count or a run with which its sentence begins: `In her first start, Hill`, `the fifth time
        Denby had won`."""
        at = bisect_left(reading.mentions, claim.span.end, key=lambda mention: mention.span.start)
        before = reading.mentions[at - 1] if at else None
        if claim.sentence < 0 or (before is not None and before.sentence == claim.sentence) or at == len(reading.mentions):
            return None
        mention = reading.mentions[at]
        between = reading.text[claim.span.end : mention.span.start]
        near = mention.sentence == claim.sentence and self._fronted_by.fullmatch(between)
        return name_of(mention, reading) if near and mention.kind in _ANYBODY and mention.style != "demonym" else None

    def _maker(self, claim: Claim, reading: Reading) -> str | None:
        """The man behind a count from whom what is counted came, or to whom it was given."""
        at = bisect_left(reading.mentions, claim.span.end, key=lambda mention: mention.span.start)
        for mention in reading.mentions[at : at + 1]:
            person = reading.people.at(mention.span.start)
            between = reading.text[claim.span.end : mention.span.start]
            made = claim.get("form") != "ordinal" and self._made_by.fullmatch(between)
            given = str(claim.get("what")) in self._given and self._given_to.fullmatch(between)
            whose = person and not self._his_side.match(reading.text, mention.span.end)
            if person and claim.type == "count" and (made or (given and whose)):
                return person.name
        return None

    def _opens(self, mention: Mention, reading: Reading, described: Mapping[int, Span]) -> bool:
        """Whether a clause begins with a name and what its man is; a club that only says so is not what it begins with."""
        if mention.kind in TEAM_KINDS and any(span.holds(mention.span) for span in described.values()):
            return False
        start = described.get(mention.span.start, mention.span).start
        before = reading.text[reading.sentences[mention.sentence].start : start]
        return bool(self._opens_clause.search(before))

    def _last_acting(self, claim: Claim, reading: Reading) -> str | None:
        """The last man named before a claim of whom `he` may speak; any where there is none."""
        return last_person(claim, reading, self._acts(reading)) or last_person(claim, reading)

    def _acts(self, reading: Reading) -> Fits:
        """Whether a name may be whom `his` speaks of: it stands behind no preposition, or something is called its own that he
        did not serve another with: `headed in Moss's cross for his third`."""

        def fits(mention: Mention) -> bool:
            if last_word(mention.words) in self._no_men:
                return False
            before = reading.text[max(0, mention.span.start - _OWNER) : mention.span.start].lower().split()
            if reading.text.startswith(_OWNED, mention.span.end):
                return not self._served.match(reading.text, mention.span.end)
            governed = bool(before) and before[-1] in self._objects
            return not governed or (before[-1] == "for" and reading.text.startswith(" to ", mention.span.end))

        return fits

    def _is_of_team(self, claim: Claim) -> bool:
        ordinal = claim.get("form") == "ordinal" and str(claim.get("what")).startswith("goal")
        return claim.type == "streak" or ordinal or str(claim.get("what")) in self._of_teams


def _team(claim: Claim, reading: Reading, clubs: Clubs | None, of: Mapping[str, str]) -> str | None:
    """The team that a sentence speaks of before a claim: whose run it is called, else the first of the two that it names,
    else the last man's."""
    named = names_before(claim, reading)
    owner = next((mention for mention in named if mention.kind in TEAM_KINDS), None)
    if owner and _POSSESSIVE.fullmatch(reading.text, owner.span.end, claim.span.start):
        return name_of(owner, reading)

    def fits(mention: Mention) -> bool:
        ours = clubs is None or reading.clubs.at(mention.span.start) in clubs
        return ours and is_team(mention)

    team = first_named(claim, reading, fits, back=0)
    if team:
        return team
    if claim.type == "streak":  # the side of which a sentence speaks first
        named = sorted(named, key=lambda mention: (-mention.sentence, mention.span.start))
    for mention in named:
        person = reading.people.at(mention.span.start)
        key = of.get(person.key, "") if person else reading.clubs.at(mention.span.start) if fits(mention) else ""
        if key:
            return reading.clubs.names.get(key, key)
    return None


def _is_man(mention: Mention) -> bool:
    return mention.kind == "person"


def _owner(claim: Claim, reading: Reading) -> Mention | None:
    """Whose a count or run is called: `Denby's one chance`, `Hill's 15th goal of the season`, `only Hill (15 goals)`."""
    mention = next(iter(names_before(claim, reading)), None)
    if mention and mention.kind == "person" and reading.text[mention.span.end : claim.span.start] == _BRACKET:
        return mention
    return mention if mention and _POSSESSIVE.fullmatch(reading.text, mention.span.end, claim.span.start) else None
