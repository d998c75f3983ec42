"""context: whom a claim is about where its own words do not say it.

"The Ivory Coast defender" is somebody whom the sentences before have named, "his second goal" is a goal of the last man
named, "a fourth win in a row" the team's that the sentence speaks of. Such a name is the reader's inference: it gets no
key and no place, so that no rule ever takes it for what the writer wrote.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.listing import ACTORS
from checker.match.named import Fits, last_person
from checker.match.owners import OwnerReader
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.names import fold
from checker.reference.store import is_national

_FIELDS = {"affiliation": "person", "age": "person", "count": "who", "streak": "who"}
"""The field of a claim type that names whom it is about."""
_BEFORE = 12
"""Code points before a name in which the word beside it stands."""
_NEAR = 30
"""Code points behind an age within which a name may still be its own: `the 17-year-old Italian striker Arturo Lupoli`."""
_YOUNGEST, _OLDEST = 13, 99
"""Years of the people whom football copy tells the age of."""
_OWNED = ("'s", "’s")


@dataclass(frozen=True)
class _Row:
    """What a named affiliation says: man, club, role (folded)."""

    person: str
    club: str
    role: str


class ContextReader:
    """Gives claims the names that their own words lack."""

    def __init__(self, words: Words) -> None:
        self._owners = OwnerReader(words)
        self._joint = words.frame("clause_joint")
        self._places = words.folded("before_places")
        self._staff = words.folded("staff_role")
        self._keepers = words.folded("keeper_role")
        self._first_names = words.folded("first_names")
        self._men_of_nations = words.folded("men_of_nations")

    def told(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, of: Mapping[str, str], beside: AbstractSet[str]
    ) -> list[Claim]:
        """The claims, those on people and counts with whom they are about; `of` is the club of each person, by keys, `beside`
        has the keys of those who stand beside the pitch."""
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
                told += self._affiliation(claim, reading, of, rows, claims, beside)
            elif claim.type == "age" and not _is_age(claim):
                continue
            elif claim.type not in _FIELDS or _FIELDS[claim.type] in claim.fields:
                told.append(claim)
            elif claim.type == "age":
                told.append(claim.having(person=_just_behind(claim, reading) or self._last(claim, reading)))
            else:
                who = self._owners.who(claim, reading, clubs, of, described, beside, told)
                told.append(claim.having(who=_man_described(who, claim, told)))
        return told

    def _staff_of(self, claim: Claim, claims: Sequence[Claim]) -> set[str]:
        """Who lead the club of an affiliation, by those of the article that name them."""
        named = (other for other in claims if other.type == "affiliation" and other.get("club") == claim.get("club"))
        leading = (other for other in named if fold(str(other.get("role") or "")) in self._staff)
        return {str(other.get("person")) for other in leading if "person" in other.fields and other.get("status") != "former"}

    def _affiliation(
        self, claim: Claim, reading: Reading, of: Mapping[str, str], rows: Sequence[_Row], claims: Sequence[Claim],
        beside: AbstractSet[str],
    ) -> list[Claim]:  # fmt: skip
        """The affiliation with its man, where he can be told; none where it only reads like one."""
        club = claim.keys.get("club", "")
        if is_national(club) and claim.get("status") == "current":
            claim = claim.having(status="national")
        if "person" in claim.fields:
            return [] if self._is_chance(claim, claims, reading) else [claim]
        role = fold(str(claim.get("role") or ""))
        here = club if claim.get("status") in ("current", "national") else ""
        leads = role in self._staff

        def fits(mention: Mention) -> bool:
            person = reading.people.at(mention.span.start)
            if person is None or self._contradicted(person.key, here, role, of, rows):
                return False
            return (person.key in beside) == leads if role else True

        def elsewhere(mention: Mention) -> bool:
            """Whether a name stands in another clause: `Poole denied the Norland striker` speaks of two men."""
            return fits(mention) and bool(self._joint.search(reading.text, mention.span.end, claim.span.start))

        staff = self._staff_of(claim, claims) if leads else set()
        if len(staff) > 1:
            return [claim]
        described = claim.text.lower().startswith("the ")
        man = staff.pop() if staff else self._last(claim, reading, elsewhere) if described else None
        return [claim.having(person=man or self._last(claim, reading, fits))]

    def _last(self, claim: Claim, reading: Reading, fits: Fits = lambda _: True) -> str | None:
        """The last man named before a claim that fits; a lone name that nobody knows is a place's behind `in`."""

        def is_man(mention: Mention) -> bool:
            before = reading.text[max(0, mention.span.start - _BEFORE) : mention.span.start].lower().split()
            return (bool(mention.entities) or not before or before[-1] not in self._places) and fits(mention)

        return last_person(claim, reading, is_man)

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

    def _is_chance(self, claim: Claim, claims: Sequence[Claim], reading: Reading) -> bool:
        """Whether a side's or a people's name only happens to stand beside a name that is no man's: `Denby's Carnival`,
        `a Scottish Derby`, `Volos of Greece`."""
        person = reading.people.by_key.get(claim.keys.get("person", ""))
        told = {"role", "loose"} & claim.fields.keys()
        if not told and _is_owned_once(claim, person):
            return True
        if person and not person.entities and is_national(claim.keys.get("club", "")) and _is_from(claim, reading):
            return person.key.split()[0] not in self._first_names  # `Volos of Greece` is a club
        surer = told or fold(str(claim.get("club"))) in self._men_of_nations
        if surer or claim.get("status") != "national" or "club" in claim.keys:
            return False
        return person is None or not self._is_man(person, claims)

    def _is_man(self, person: Person, claims: Sequence[Claim]) -> bool:
        """Whether a name is a man's: it is told again, has a man's first name, or its bearer acts."""
        first, _, rest = person.key.partition(" ")
        acts = rest and any(claim.keys.get(ACTORS[claim.type]) == person.key for claim in claims if claim.type in ACTORS)
        return len(person.mentions) > 1 or first in self._first_names or bool(acts)


def _is_owned_once(claim: Claim, person: Person | None) -> bool:
    """Whether a lone word that nobody knows stands behind a club's name this once: `Denby's Carnival`."""
    once = person is None or (len(person.mentions) < 2 and not person.entities)
    return once and any(mark in claim.text for mark in _OWNED) and " " not in str(claim.get("person"))


def _man_described(who: str | None, claim: Claim, told: Sequence[Claim]) -> str | None:
    """Whose a count is; where that is only the club or the nation by which its sentence says what a man is, that man's: `the
    Norway striker has 39 goals`."""
    if claim.type != "count":
        return who
    nameless = (c for c in told if c.type == "affiliation" and c.sentence == claim.sentence and "person" not in c.places)
    described = next((c for c in nameless if who and c.get("club") == who and c.span.end <= claim.span.start), None)
    return who if described is None else str(described.get("person") or "") or None


def _is_from(claim: Claim, reading: Reading) -> bool:
    """Whether a name stands right before a nation and `of`: `Hill of Norway`."""
    named = claim.places.get("person")
    return named is not None and named.start == claim.span.start and reading.text.startswith(" of ", named.end)


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
        owned = reading.text[mention.span.end : mention.span.end + 2] in _OWNED
        if len(between) > _NEAR or owned or " of " in between or any(mark in between for mark in ",.;:()"):
            return None
        person = reading.people.at(mention.span.start)
        if person and mention.kind == "person":
            return person.name
    return None
