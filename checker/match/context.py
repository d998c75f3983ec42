"""context: whom a claim is about where its own words do not say it.

"The Ivory Coast defender" is somebody whom the sentences before have named, "his second goal" is a goal of the last man
named, "a fourth win in a row" the team's that the sentence speaks of. Such a name is the reader's inference: it gets no
key and no place, so that no rule ever takes it for what the writer wrote.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.sides import Clubs
from checker.pipeline.clubs import TEAM_KINDS, is_team
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import fold
from checker.reference.store import is_national

Fits = Callable[[Mention], bool]

_FIELDS = {"affiliation": "person", "age": "person", "count": "who", "streak": "who"}
"""The field of a claim type that names whom it is about."""
_NEAR = 30
"""Code points behind an age within which a name may still be its own: `the 17-year-old Italian striker Arturo Lupoli`."""
_BACK = 2
"""Sentences before a claim's own in which the one it speaks of may be named."""
_YOUNGEST, _OLDEST = 13, 99
"""Years of the people whom football copy tells the age of."""
_OWNER = 20
"""Code points before a claim in which `his` or `their` tells whose it is."""
_POSSESSIVE = re.compile(r"(?:['’]s?)(?: [\w-]+){0,3} ?")

_OWNED = ("'s", "’s")
_ANYBODY = ("person", *TEAM_KINDS)


@dataclass(frozen=True)
class _Row:
    """What a named affiliation says: man, club, role (folded)."""

    person: str
    club: str
    role: str


class ContextReader:
    """Gives claims the names that their own words lack."""

    def __init__(self, words: Words) -> None:
        self._joint = words.frame("clause_joint")
        self._opens_clause = words.frame("opens_clause")
        self._who_did, self._fronted_by, self._made_by = (words.frame(name) for name in ("who_did", "fronted_by", "made_by"))
        self._tally = words.frame("tally_of_season")
        self._staff = words.folded("staff_role")
        self._keepers = words.folded("keeper_role")
        self._first_names = words.folded("first_names")
        self._men_of_nations = words.folded("men_of_nations")
        self._of_teams = words.folded("counted_of_teams")
        self._objects = words.folded("object_cues")
        self._his, self._their = words.folded("his_words"), words.folded("their_words")
        self._pronouns, self._they = words.pattern("he_words", "they_words"), words.folded("they_words")
        self._his_side = words.frame("his_side")

    def told(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, of: Mapping[str, str]
    ) -> list[Claim]:
        """The claims, those on people and counts with whom they are about; `of` is the club of each person, by keys."""
        rows = [
            _Row(claim.keys["person"], claim.keys.get("club", ""), fold(str(claim.get("role") or "")))
            for claim in claims
            if claim.type == "affiliation" and "person" in claim.keys and claim.get("status") != "former"
        ]
        called = [claim for claim in claims if claim.type == "affiliation" and "person" in claim.places]
        described = {claim.places["person"].start: claim.span for claim in called}
        told: list[Claim] = []
        for claim in claims:
            if claim.type == "affiliation":
                told += self._affiliation(claim, reading, of, rows, claims)
            elif claim.type == "age" and not _is_age(claim):
                continue
            elif claim.type not in _FIELDS or _FIELDS[claim.type] in claim.fields:
                told.append(claim)
            elif claim.type == "age":
                told.append(claim.having(person=_just_behind(claim, reading) or _last_person(claim, reading)))
            else:
                told.append(claim.having(who=self._who(claim, reading, clubs, of, described)))
        return told

    def _staff_of(self, claim: Claim, claims: Sequence[Claim]) -> set[str]:
        """Who lead the club of an affiliation, by those of the article that name them."""
        named = (other for other in claims if other.type == "affiliation" and other.get("club") == claim.get("club"))
        leading = (other for other in named if fold(str(other.get("role") or "")) in self._staff)
        return {str(other.get("person")) for other in leading if "person" in other.fields and other.get("status") != "former"}

    def _affiliation(
        self, claim: Claim, reading: Reading, of: Mapping[str, str], rows: Sequence[_Row], claims: Sequence[Claim]
    ) -> list[Claim]:
        """The affiliation with its man, where he can be told; none where it only reads like one."""
        club = claim.keys.get("club", "")
        if is_national(club) and claim.get("status") == "current":
            claim = claim.having(status="national")
        if "person" in claim.fields:
            return [] if self._is_chance(claim, reading) else [claim]
        role = fold(str(claim.get("role") or ""))
        if role in self._staff:
            staff = self._staff_of(claim, claims)
            return [claim.having(person=staff.pop() if len(staff) == 1 else None)]

        here = club if claim.get("status") in ("current", "national") else ""

        def fits(mention: Mention) -> bool:
            person = reading.people.at(mention.span.start)
            return person is not None and not self._contradicted(person.key, here, role, of, rows)

        def elsewhere(mention: Mention) -> bool:
            """Whether a name stands in another clause: `Poole denied the Norland striker` speaks of two men."""
            return fits(mention) and bool(self._joint.search(reading.text, mention.span.end, claim.span.start))

        described = claim.text.lower().startswith("the ")
        man = _last_person(claim, reading, elsewhere) if described else None
        return [claim.having(person=man or _last_person(claim, reading, fits))]

    def _contradicted(
        self, person: str, club: str, role: str, of: Mapping[str, str], rows: Sequence[_Row]
    ) -> bool:
        """Whether a man is known to be at another club (or side), or to play where this one does not."""
        own = [row for row in rows if row.person == person]
        national = is_national(club)
        clubs = {row.club for row in own if is_national(row.club) == national}
        clubs |= {of[person]} if person in of and is_national(of[person]) == national else set()
        roles = {row.role for row in own if row.role}
        elsewhere = bool(club and clubs) and club not in clubs
        return elsewhere or (bool(roles) and (role in self._keepers) != bool(roles & self._keepers))

    def _is_chance(self, claim: Claim, reading: Reading) -> bool:
        """Whether a people's name only happens to stand before a name that occurs nowhere else: `a Scottish Derby`."""
        surer = {"role", "loose"} & claim.fields.keys() or fold(str(claim.get("club"))) in self._men_of_nations
        if surer or claim.get("status") != "national" or "club" in claim.keys:
            return False
        person = reading.people.by_key.get(claim.keys.get("person", ""))
        return person is None or (len(person.mentions) < 2 and person.key.split()[0] not in self._first_names)

    def _who(
        self, claim: Claim, reading: Reading, clubs: Clubs | None, of: Mapping[str, str], described: Mapping[int, Span]
    ) -> str | None:
        """The name of the man or team whose count or run it is."""
        if claim.get("club"):
            return str(claim.get("club"))
        before = reading.text[max(0, claim.span.start - _OWNER) : claim.span.start].lower().split()[-2:]
        own = {*before, *claim.text.lower().split()[:2]}
        if told := self._beside(claim, reading, of):
            return told
        if own & self._his and not own & self._their:
            return self._last_acting(claim, reading)
        if told := self._owner_of(claim, reading) or self._spoken_of(claim, reading, described):
            return told
        if own & self._their or self._is_of_team(claim):
            kinds = _ANYBODY if claim.type == "streak" and not own & self._their else TEAM_KINDS
            return self._subject_of_clause(claim, reading, described, kinds) or _team(claim, reading, clubs, of)
        if actor := self._subject_of_clause(claim, reading, described, _ANYBODY):
            return actor
        if claim.get("form") == "goals" and (man := _subject(claim, reading, lambda mention: mention.kind == "person", back=0)):
            return man
        return _subject(claim, reading, lambda mention: mention.kind in _ANYBODY)

    def _beside(self, claim: Claim, reading: Reading, of: Mapping[str, str]) -> str | None:
        """Whom the words right beside a count or a run name, whatever else its sentence speaks of."""
        owner = _owner(claim, reading)
        if owner and owner.kind == "person" and claim.type == "streak" and self._tally.fullmatch(claim.text):
            return _name(owner, reading)
        made = claim.get("form") != "ordinal" and self._maker(claim, reading)
        return self._fronted(claim, reading) or made or self._of_his_side(claim, reading, of)

    def _owner_of(self, claim: Claim, reading: Reading) -> str | None:
        """Whose a count or a run is called; of men on the pitch, the side that is named last."""
        if owner := _owner(claim, reading):
            return _name(owner, reading)
        return _last(claim, reading, is_team) if claim.get("what") == "men" else None

    def _subject_of_clause(
        self, claim: Claim, reading: Reading, described: Mapping[int, Span], kinds: Sequence[str]
    ) -> str | None:
        """The name right before a claim, or with which the last clause before it begins that begins with one: `while Denby
        keeper Hill made two saves`. `described` has the words that say what men are, by where their names begin."""
        for mention in _before(claim, reading):
            if mention.sentence != claim.sentence:
                return None
            behind = reading.text[mention.span.end : claim.span.start]
            if mention.kind not in kinds or behind.startswith(_OWNED):
                continue
            if not behind.strip() or self._who_did.fullmatch(behind) or self._opens(mention, reading, described):
                return _name(mention, reading)
        return None

    def _of_his_side(self, claim: Claim, reading: Reading, of: Mapping[str, str]) -> str | None:
        """The side of the man last named before a claim, where its sentence speaks of that: `Hill's men have lost three`."""
        mention = next(iter(_before(claim, reading)), None)
        person = reading.people.at(mention.span.start) if mention and mention.sentence == claim.sentence else None
        if mention is None or person is None or not self._his_side.match(reading.text, mention.span.end, claim.span.start):
            return None
        key = of.get(person.key, "")
        return reading.clubs.names.get(key, key) or None

    def _spoken_of(self, claim: Claim, reading: Reading, described: Mapping[int, Span]) -> str | None:
        """The man or the team of which the last `he` or `they` of a sentence before a claim speaks, where no name begins a
        clause between."""
        if claim.sentence < 0:
            return None
        start = reading.sentences[claim.sentence].start
        pronoun = next(iter([*self._pronouns.finditer(reading.text, start, claim.span.start)][::-1]), None)
        if pronoun is None:
            return None
        named = (m for m in _before(claim, reading) if m.span.start > pronoun.start() and m.kind in _ANYBODY)
        if any(self._opens(mention, reading, described) for mention in named):
            return None
        there = replace(claim, span=Span(pronoun.start(), pronoun.start()))
        if pronoun[0].lower() in self._they:
            return self._subject_of_clause(there, reading, described, TEAM_KINDS) or _subject(there, reading, is_team)
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
        return _name(mention, reading) if near and mention.kind in _ANYBODY and mention.style != "demonym" else None

    def _maker(self, claim: Claim, reading: Reading) -> str | None:
        """The man behind a count from whom what is counted came."""
        at = bisect_left(reading.mentions, claim.span.end, key=lambda mention: mention.span.start)
        for mention in reading.mentions[at : at + 1]:
            person = reading.people.at(mention.span.start)
            if person and claim.type == "count" and self._made_by.fullmatch(reading.text[claim.span.end : mention.span.start]):
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
        return _last_person(claim, reading, self._acts(reading)) or _last_person(claim, reading)

    def _acts(self, reading: Reading) -> Fits:
        """Whether a name may be whom `his` speaks of: it stands behind no preposition, or something is called its own."""

        def fits(mention: Mention) -> bool:
            before = reading.text[max(0, mention.span.start - _OWNER) : mention.span.start].lower().split()
            owned = reading.text.startswith(_OWNED, mention.span.end)
            return owned or not before or before[-1] not in self._objects

        return fits

    def _is_of_team(self, claim: Claim) -> bool:
        ordinal = claim.get("form") == "ordinal" and str(claim.get("what")).startswith("goal")
        return claim.type == "streak" or ordinal or str(claim.get("what")) in self._of_teams


def _team(claim: Claim, reading: Reading, clubs: Clubs | None, of: Mapping[str, str]) -> str | None:
    """The team that a sentence speaks of before a claim: whose run it is called, else the first of the two that it names,
    else the last man's."""
    named = _before(claim, reading)
    owner = next((mention for mention in named if mention.kind in TEAM_KINDS), None)
    if owner and _POSSESSIVE.fullmatch(reading.text, owner.span.end, claim.span.start):
        return _name(owner, reading)

    def fits(mention: Mention) -> bool:
        ours = clubs is None or reading.clubs.at(mention.span.start) in clubs
        return ours and is_team(mention)

    team = _subject(claim, reading, fits, back=0)
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


def _owner(claim: Claim, reading: Reading) -> Mention | None:
    """Whose a count or run is called: `Denby's one chance`, `Hill's 15th goal of the season`."""
    mention = next(iter(_before(claim, reading)), None)
    return mention if mention and _POSSESSIVE.fullmatch(reading.text, mention.span.end, claim.span.start) else None


def _last(claim: Claim, reading: Reading, fits: Fits) -> str | None:
    """The last name that fits of those before a claim in its sentence."""
    named = (mention for mention in _before(claim, reading) if mention.sentence == claim.sentence and fits(mention))
    return next((name for mention in named if (name := _name(mention, reading))), None)


def _is_age(claim: Claim) -> bool:
    """Whether a number can be a man's age: copy has no younger players, and lists of goals are no ages."""
    n = claim.get("n")
    return isinstance(n, int) and _YOUNGEST <= n <= _OLDEST


def _just_behind(claim: Claim, reading: Reading) -> str | None:
    """The man named right behind an age, no mark between."""
    end = claim.span.end
    at = bisect_left(reading.mentions, end, key=lambda mention: mention.span.start)
    for mention in reading.mentions[at : at + 2]:
        between = reading.text[end : mention.span.start]
        owned = reading.text[mention.span.end : mention.span.end + 2] in ("'s", "’s")
        if len(between) > _NEAR or owned or " of " in between or any(mark in between for mark in ",.;:()"):
            return None
        person = reading.people.at(mention.span.start)
        if person and mention.kind == "person":
            return person.name
    return None


def _subject(claim: Claim, reading: Reading, fits: Fits, back: int = _BACK) -> str | None:
    """The first name that fits in a claim's sentence before it; of the sentences before where none does."""
    for number in range(claim.sentence, max(claim.sentence - back, 0) - 1, -1):
        sentence = reading.sentences[number]
        at = bisect_left(reading.mentions, sentence.start, key=lambda mention: mention.span.start)
        for mention in reading.mentions[at:]:
            if mention.span.end > min(claim.span.start, sentence.end):
                break
            if mention.sure and mention.sentence == number and fits(mention) and (name := _name(mention, reading)):
                return name
    return None


def _last_person(claim: Claim, reading: Reading, fits: Fits = lambda _: True) -> str | None:
    """The last man named before a claim, in its sentence or in the ones before, that fits."""
    named = (mention for mention in _before(claim, reading) if mention.kind == "person" and fits(mention))
    return next((name for mention in named if (name := _name(mention, reading))), None)


def _before(claim: Claim, reading: Reading) -> Sequence[Mention]:
    """The sure names of the prose before a claim, the last first, not farther back than some sentences."""
    if claim.sentence < 0:
        return []
    at = bisect_right(reading.mentions, claim.span.start, key=lambda mention: mention.span.end)
    first = claim.sentence - _BACK
    near = []
    for mention in reversed(reading.mentions[:at]):
        if 0 <= mention.sentence < first:
            break
        if mention.sentence >= 0 and mention.sure and mention.style != "demonym":
            near.append(mention)
    return near


def _name(mention: Mention, reading: Reading) -> str | None:
    person = reading.people.at(mention.span.start)
    return person.name if person else reading.clubs.names.get(reading.clubs.at(mention.span.start))
