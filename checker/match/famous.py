"""famous: full names that are a slip of the pen from that of a man of whom football copy speaks everywhere.

An article that names him but once, or wrongly throughout, does not contradict itself: `Robert Lewandoski`. Only full names are
read, and one of their two halves must be right.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.endings import is_plural
from checker.pipeline.mentions import Mention
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold
from checker.reference.store import Reference

SHORTEST_FIRST = 5
"""Letters of a first name of which one changed letter proves something."""
SHORTEST_SURNAME = 5
"""Letters of a surname that is read at all."""
LONG_SURNAME = 9
"""Letters of a surname from which a slip may have two."""
_UMLAUT = re.compile(r"(?<=[aou])e")
"""What stands for the dots of a German vowel: `Guendogan`."""
_ALIKE = str.maketrans("yj", "ii")
"""Letters that stand for each other where a name comes from another script: `Konoplianka`."""


class Famous:
    """The names that everybody knows, folded."""

    def __init__(self, words: Words) -> None:
        self._written = {fold(name): name for name in words.lists.get("famous_names", ())}
        self._surnames: dict[str, set[str]] = defaultdict(set)
        self._firsts: dict[str, set[str]] = defaultdict(set)
        for name in self._written:
            first, surname = name.split(" ", 1)
            self._surnames[first].add(surname)
            self._firsts[surname].add(first)
        self._first_names = words.folded("first_names") | self._surnames.keys()

    def are_of(self, surname: str, firsts: Iterable[str]) -> bool:
        """Whether a surname is spelt as that of the famous man who has one of some first names."""
        return not self._firsts.get(surname, frozenset()).isdisjoint(firsts)

    def meant(self, key: str) -> tuple[str, bool] | None:
        """The famous name, as it is written, that a folded full name was meant for, and whether its surname is what is wrong;
        None where it is right, or near to none or to several."""
        first, _, surname = key.partition(" ")
        if not surname or key in self._written:
            return None
        right = _meant(surname, self._surnames.get(first, ()), _is_slip)
        if right:
            return self._written[f"{first} {right}"], True
        if first in self._first_names or len(first) < SHORTEST_FIRST:
            return None
        right = _meant(first, self._firsts.get(surname, ()), _is_slip_of_first)
        return (self._written[f"{right} {surname}"], False) if right else None


class FamousReader:
    """Makes the name claims of men whose names are nearly famous ones."""

    def __init__(self, famous: Famous, reference: Reference) -> None:
        self._famous, self._reference = famous, reference

    def claims(self, reading: Reading, elsewhere: Container[int]) -> Iterator[Claim]:
        """A `name` claim for each place where such a name stands, with the right one; `elsewhere` are the offsets of names that
        something in the article shows to be misspelt."""
        for person in reading.people.by_key.values():
            found = self._famous.meant(person.key) if person.has_first_name and not person.entities else None
            if found and not self._reference.knows(person.key):
                claims = _claims(person, *found, reading)
                yield from (claim for claim in claims if claim.span.start not in elsewhere)


def _claims(person: Person, right: str, is_surname: bool, reading: Reading) -> Iterator[Claim]:
    """The claims of a man, wherever the wrong half of his name stands."""
    first, surname = len(person.key.partition(" ")[0]), person.key.partition(" ")[2]
    for mention in person.mentions:
        full = mention.words == person.key
        if not mention.span.of(reading.text).isupper() and (full or (is_surname and mention.words == surname)):
            start, end = mention.span
            span = Span(start + first + 1 if full else start, end) if is_surname else Span(start, start + first)
            yield _claim(span, mention, right.split(" ", 1)[is_surname], reading)


def _claim(span: Span, mention: Mention, right: str, reading: Reading) -> Claim:
    written = span.of(reading.text)
    fields: dict[str, Value] = {
        "name": written, "kind": "person", "right": right, "basis": "famous", "letters": len(written), "known": False,
        "edits": distance(fold(written), fold(right)),
    }  # fmt: skip
    zone = "block" if mention.block else reading.zones.at(span.start)
    return Claim("name", span, written, fields, zone=zone, sentence=mention.sentence, path=reading.article.path)


def _meant(name: str, known: Iterable[str], is_slip: Callable[[str, str], bool]) -> str:
    """The one of some names that another is a slip of; empty where there is none, or where it is one as another language
    writes it: `Guendogan`, `Andrii`."""
    heard = _as_heard(name)
    near = [right for right in known if is_slip(name, right)]
    return near[0] if len(near) == 1 and all(_as_heard(right) != heard for right in known) else ""


def _is_slip(surname: str, right: str) -> bool:
    """Whether a surname is another but for a slip, no plural of it, and runs into no next word (`Leah Williamson I`)."""
    if surname[0] != right[0] or len(right) < SHORTEST_SURNAME or surname.count(" ") != right.count(" "):
        return False
    part = surname.startswith(right) or right.startswith(surname)  # Leah Williams is another woman
    most = TYPING_ERRORS if len(right) >= LONG_SURNAME and not part else 1
    return 0 < distance(surname, right) <= most and not is_plural(surname, right)


def _is_slip_of_first(first: str, right: str) -> bool:
    """Whether a first name is another but for one letter."""
    if len(right) < SHORTEST_FIRST or first[0] != right[0] or is_plural(first, right):
        return False
    return distance(first, right) == 1


def _as_heard(name: str) -> str:
    """A name without what languages write otherwise: `Guendogan` and `Gundogan`, `Konoplianka` and `Konoplyanka`."""
    return _UMLAUT.sub("", name).translate(_ALIKE).replace("-", " ")
