"""namesakes: two full names of one surname, of which one is likely a slip.

"Wayne Naysmith" beside "Gary Naysmith" is a slip of the pen when the article names one Naysmith otherwise, and another
Wayne: the writer's mind was at the other man. Brothers, fathers and true namesakes are told by the words about them, by the
reference, or by being named more than once.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.listing import ACTORS, PET_STEM
from checker.match.sides import called_staff
from checker.pipeline.block_parts import TeamSheet
from checker.pipeline.mentions import Mention
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word
from checker.reference.store import Reference

_AROUND = 60
"""Code points about a name in which a word of kinship tells two bearers of one surname."""
_BESIDE = 12
"""The same about the other bearer's: `Hansson (junior)`."""
_TIMES = 2
"""Times that the right man is named; of two men who are each named once neither name is a slip."""
_OFTEN = 3
"""Times that he is named in full where the article has a third bearer of his surname."""
SHORTEST_SURNAME = 3
"""Letters of a surname: `Pool A` and `Pool B` are no men."""
_MOSTLY = 0.8
"""The share of a line-up's men with a first name from which the line-up prints first names."""


class NamesakeReader:
    """Finds full names that differ from another of the same surname by the first name of a third man."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._reference = reference
        self._kin = words.pattern("kinship")
        self._staff_roles = words.folded("staff_role")
        men, roles = words.one_of("men_of_manager"), words.one_of("staff_role")
        self._leads = re.compile(rf"['’]s? (?:(?:{men})\b|[^.!?\n]{{0,30}}\bas (?:[\w-]+ ){{0,2}}(?:{roles})\b)")
        """Behind a name it says that he leads a side: `Marsh's men`, `Marsh's first match as interim manager`."""
        self._introduced = words.frame("another_bearer")
        self._known = words.folded("famous_namesakes")
        self._of_list = re.compile(rf" \((?!(?:{words.one_of('caption_word')})\b)")
        """Behind a name of a list: `Hill (Ayr)`, not `Hill (left)`."""
        no_first = frozenset(fold(word) for word in words.all_of("club_endings", "role", "staff_role", "holder_words"))
        self._first_names = words.folded("first_names")
        self._no_first = (frozenset(words.particles) - words.folded("first_names")) | no_first
        self._no_surname = words.folded("league_words") | words.folded("prize_words") | words.folded("office_words")

    def claims(self, reading: Reading, told: Sequence[Claim]) -> Iterator[Claim]:
        """A `namesake` claim for each full name that is likely another's: the name, the right one, how often that stands.
        `told` are the claims of the article."""
        slips = list(self._of_third_men(reading, told))
        yield from slips
        names = {str(slip.get("name")) for slip in slips}
        yield from (claim for claim in self._not_listed(reading, told) if claim.get("name") not in names)

    def _of_third_men(self, reading: Reading, told: Sequence[Claim]) -> Iterator[Claim]:
        """Full names with the first name of a third man, beside another of the same surname; a coach and a player are two."""
        by_surname: dict[str, list[Person]] = defaultdict(list)
        first_names: dict[str, set[str]] = defaultdict(set)
        bearers = list(self._bearers(reading))
        if len({person.surname for person in bearers}) == len(bearers):
            return  # as mostly
        for person in bearers:
            if person.has_first_name and person.key.endswith(person.surname) and self._is_of_man(person):
                forms = (mention.words.split() for mention in person.mentions if " " in mention.words)
                for first in (person.key.split()[0], *(words[0] for words in forms if len(words[0].rstrip(".")) > 1)):
                    first_names[first].add(person.surname)
                if not person.name.isupper():  # a heading's capitals run into one name what is none
                    by_surname[person.surname].append(person)
        for surname, called in by_surname.items():
            others = {name for name, of in first_names.items() if of - {surname}}
            for pair in _pairs(_told_apart(called)):
                slips = list(self._slips(pair, others, reading))
                if slips and not self._plays_beside_leader(pair, reading, told):
                    yield from slips

    def _bearers(self, reading: Reading) -> Iterator[Person]:
        """The men of an article, each under one first name: what stands before it is left out (`Culture Secretary Al Hill`),
        and who has two before a double surname is two men (`Al Hill Rowe`, `Ed Hill Rowe`)."""
        called: dict[tuple[str, str], list[Person]] = defaultdict(list)
        for person in reading.people.by_key.values():
            key = self._without_title(person)
            called[key, person.surname].append(person if key == person.key else _renamed(person, key))
        for (key, _), same in called.items():
            double = _under_each_first_name(same[0], reading.text) if key.split()[0] not in self._first_names else []
            if len(double) > 1 and not any(f" {word} " in reading.text for word in key.split()):
                yield from double
            elif len(same) > 1:
                yield replace(same[0], mentions=tuple(mention for person in same for mention in person.mentions))
            else:
                yield same[0]

    def _without_title(self, person: Person) -> str:
        """A man's key without what stands before a well-known first name and is none."""
        before = person.key.removesuffix(person.surname).split()
        titled = len(before) > 1 and before[-1] in self._first_names and self._first_names.isdisjoint(before[:-1])
        return f"{before[-1]} {person.surname}" if titled else person.key

    def _plays_beside_leader(self, bearers: Sequence[Person], reading: Reading, told: Sequence[Claim]) -> bool:
        """Whether of two bearers of a surname one leads a side, and the other acts in the match."""
        staff = called_staff(reading, self._staff_roles)
        players = [man for man in bearers if man.key not in staff and not self._is_leader(man, reading.text)]
        acting = {claim.keys.get(ACTORS[claim.type], "") for claim in told if claim.type in ACTORS}
        return len(players) == 1 and players[0].key in acting

    def _is_leader(self, person: Person, text: str) -> bool:
        return any(self._leads.match(text, mention.span.end) for mention in person.mentions if " " in mention.words)

    def _is_of_man(self, person: Person) -> bool:
        """Whether a full name may be a man's: `FC Nasaf`, `Prva Liga`, `Striker Hill` and `Yashin Trophy` are none."""
        abbreviated = "." in person.surname  # `Norbury S.S`
        return not abbreviated and person.key.split()[0] not in self._no_first and person.surname not in self._no_surname

    def _slips(self, bearers: list[Person], others: set[str], reading: Reading) -> Iterator[Claim]:
        for slip, right in (bearers, bearers[::-1]):
            if self._is_slip(slip, right, others, reading):
                yield _claim(slip, right.name, _full(right), reading)

    def _not_listed(self, reading: Reading, told: Sequence[Claim]) -> Iterator[Claim]:
        """Men who act in the match with another first name than the one man of their surname in line-ups that print first
        names."""
        listed = _listed_in_full(reading)
        acting = {_actor(claim) for claim in told} if listed else set()
        for person in reading.people.by_key.values():
            one = _has_one_first_name(person)  # a heading runs two men's names together
            entries = listed.get(person.surname, []) if person.has_first_name and one else []
            if person.key not in acting or len(entries) != 1 or any(mention.block for mention in person.mentions):
                continue
            bearer = reading.people.at(entries[0].start)
            right = bearer.name if bearer else entries[0].of(reading.text)
            first, other = person.key.split()[0], fold(right).split()[0]
            like = first.startswith(other) or other.startswith(first) or distance(first, other) <= TYPING_ERRORS
            known = self._reference.knows(person.key) or any(self._is_kin(m.span, reading) for m in person.mentions)
            if not like and not known and not right.isupper():
                yield _claim(person, right, entries, reading)

    def _is_kin(self, span: Span, reading: Reading, around: int = _AROUND) -> bool:
        """Whether a word of kinship stands about a name, and is no man's surname (`Hueng-min Son`)."""
        surnames = {mention.span.end for mention in reading.mentions if mention.kind == "person"}
        found = self._kin.finditer(reading.text, max(0, span.start - around), span.end + around)
        return any(word.end() not in surnames for word in found)

    def _is_slip(self, slip: Person, right: Person, others: set[str], reading: Reading) -> bool:
        first, other = slip.key.split()[0], right.key.split()[0]
        if len(slip.mentions) != 1 or first not in others or not _full(right) or self._reference.knows(slip.key):
            return False
        shouted = slip.name.isupper() or right.name.isupper()
        if shouted or first.startswith(other) or other.endswith(first) or other.startswith(first) or _is_form(first, other):
            return False  # a heading's capitals are no first name; Met is Metropolitan; Danny is Daniel
        if not (_has_one_first_name(slip) and _has_one_first_name(right)):
            return False  # `Interim President Al Hill`
        told = self._introduced.search(reading.text, 0, slip.mentions[0].span.start)
        if len(slip.surname) < SHORTEST_SURNAME or slip.key in self._known or told:
            return False
        if slip.mentions[0].block and _are_listed_together(slip.mentions[0], right, reading):
            return False  # a line-up tells brothers apart
        bare = [mention for mention in reading.mentions if mention.words == right.surname]
        alone = sum(mention.block or not self._of_list.match(reading.text, mention.span.end) for mention in bare)
        if len(_full(right)) + alone < _TIMES:
            return False
        sentences = {mention.sentence for mention in right.mentions if mention.sentence >= 0}
        if slip.mentions[0].sentence in sentences or self._is_kin(slip.mentions[0].span, reading):
            return False
        return not any(self._is_kin(mention.span, reading, _BESIDE) for mention in right.mentions)


def _are_listed_together(slip: Mention, right: Person, reading: Reading) -> bool:
    """Whether two men stand in the line-ups, or in one line of a list."""
    sheets = reading.blocks.sheets
    listed = {name.start for sheet in sheets for name in (*sheet.played, *(entry.name for entry in sheet.unused))}
    starts = [mention.span.start for mention in right.mentions if mention.block]
    if slip.span.start in listed and not listed.isdisjoint(starts):
        return True
    return any("\n" not in reading.text[min(start, slip.span.start) : max(start, slip.span.start)] for start in starts)


def _pairs(bearers: list[Person]) -> Iterator[list[Person]]:
    """The two bearers of a surname; of more, each one that is named once beside the only one that is named in full often."""
    if len(bearers) == 2:
        yield bearers
    often = [man for man in bearers if len(_full(man)) >= _OFTEN]
    if len(often) == 1 and len(bearers) > 2:
        yield from ([man, often[0]] for man in bearers if len(man.mentions) == 1)


def _told_apart(bearers: list[Person]) -> list[Person]:
    """The bearers of a surname but for those who are another of them under a short or misspelt first name: `Stevie Naismith`
    beside `Steven Naismith`, where `David Naismith` is a third form."""
    if len(bearers) <= 2:
        return bearers
    kept: list[Person] = []
    for man in sorted(bearers, key=lambda bearer: -len(bearer.mentions)):
        if not any(_is_form(man.key.split()[0], other.key.split()[0]) for other in kept):
            kept.append(man)
    return kept


def _renamed(person: Person, key: str) -> Person:
    """A man under the last words of his name alone."""
    return replace(person, key=key, name=" ".join(person.name.split()[-len(key.split()) :]))


def _under_each_first_name(person: Person, text: str) -> list[Person]:
    """A man of a double surname as one man for each first name that stands before it."""
    names: dict[str, list[Mention]] = defaultdict(list)
    for mention in person.mentions:
        if mention.words.endswith(f" {person.key}"):
            names[mention.words].append(mention)
    return [Person(words, found[0].span.of(text), person.key, tuple(found), ()) for words, found in names.items()]


def _is_form(first: str, other: str) -> bool:
    """Whether a first name is another one shortened or misspelt."""
    if other.endswith(f"-{first}"):
        return True
    return first[0] == other[0] and (first[:PET_STEM] == other[:PET_STEM] or distance(first, other) <= TYPING_ERRORS)


def _has_one_first_name(person: Person) -> bool:
    return " " not in person.key.removesuffix(person.surname).strip()


def _full(person: Person) -> list[Span]:
    """Where a person stands with his first name."""
    return [mention.span for mention in person.mentions if f" {mention.words}".endswith(f" {person.key}")]


def _claim(slip: Person, right: str, places: Sequence[Span], reading: Reading) -> Claim:
    """The claim that a man's name is another's, who stands at some places."""
    mention = slip.mentions[0]
    fields: dict[str, Value] = {"name": slip.name, "right": right, "seen_right": len(places)}
    return Claim(
        "namesake", mention.span, mention.span.of(reading.text), fields, reading.zones.at(mention.span.start),
        mention.sentence, reading.article.path, places={"right": places[0]},
    )  # fmt: skip


def _actor(claim: Claim) -> str:
    """The key of the man who acts in this match by the prose, or is called a side's whose line-up has his surname."""
    if claim.zone != "prose":
        return ""
    if claim.type == "affiliation":
        return claim.keys.get("person", "") if claim.get("listed_club") else ""
    return claim.keys.get(ACTORS.get(claim.type, ""), "") if claim.get("about") == "this" else ""


def _listed_in_full(reading: Reading) -> dict[str, list[Span]]:
    """Where the men of two line-ups that print first names stand, the unused too, by their surnames; none for line-ups of
    surnames."""
    sheets = reading.blocks.sheets
    if len(sheets) != 2 or any(_share_of_full(sheet, reading.text) < _MOSTLY for sheet in sheets):
        return {}
    found: dict[str, list[Span]] = defaultdict(list)
    for sheet in sheets:
        for span in (*sheet.played, *(entry.name for entry in sheet.unused)):
            person = reading.people.at(span.start)
            found[person.surname if person else last_word(fold(span.of(reading.text)))].append(span)
    return found


def _share_of_full(sheet: TeamSheet, text: str) -> float:
    names = [name.of(text) for name in sheet.played]
    return sum(" " in name and "." not in name for name in names) / len(names)
