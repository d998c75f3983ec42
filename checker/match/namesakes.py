"""namesakes: two full names of one surname, of which one is likely a slip.

"Wayne Naysmith" beside "Gary Naysmith" is a slip of the pen when the article names one Naysmith otherwise, and another
Wayne: the writer's mind was at the other man. Brothers, fathers and true namesakes are told by the words about them, by the
reference, or by being named more than once.
"""

from collections import defaultdict
from collections.abc import Iterator

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.store import Reference

_AROUND = 60
"""Code points about a name in which a word of kinship tells two bearers of one surname."""
_TIMES = 2
"""Times that the right man is named; of two men who are each named once neither name is a slip."""


class NamesakeReader:
    """Finds full names that differ from another of the same surname by the first name of a third man."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._reference = reference
        self._kin = words.pattern("kinship")

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """A `namesake` claim for each full name that is likely another's: the name, the right one, how often that stands."""
        by_surname: dict[str, list[Person]] = defaultdict(list)
        first_names: dict[str, set[str]] = defaultdict(set)
        for person in reading.people.by_key.values():
            if person.has_first_name and person.key.endswith(person.surname):
                by_surname[person.surname].append(person)
                first_names[person.key.split()[0]].add(person.surname)
        for surname, bearers in by_surname.items():
            if len(bearers) == 2:
                yield from self._slips(bearers, {name for name, of in first_names.items() if of - {surname}}, reading)

    def _slips(self, bearers: list[Person], others: set[str], reading: Reading) -> Iterator[Claim]:
        for slip, right in (bearers, bearers[::-1]):
            if self._is_slip(slip, right, others, reading):
                mention = slip.mentions[0]
                fields: dict[str, Value] = {"name": slip.name, "right": right.name, "seen_right": len(_full(right))}
                yield Claim(
                    "namesake", mention.span, mention.span.of(reading.text), fields, reading.zones.at(mention.span.start),
                    mention.sentence, reading.article.path, places={"right": _full(right)[0]},
                )  # fmt: skip

    def _is_slip(self, slip: Person, right: Person, others: set[str], reading: Reading) -> bool:
        first, other = slip.key.split()[0], right.key.split()[0]
        if len(slip.mentions) != 1 or first not in others or not _full(right) or self._reference.knows(slip.key):
            return False
        shouted = slip.name.isupper() or right.name.isupper()
        if shouted or first.startswith(other) or other.startswith(first):
            return False  # a heading's capitals are no first name; Met is Metropolitan
        if slip.mentions[0].block and any(mention.block for mention in right.mentions):
            return False  # a line-up tells brothers apart
        alone = sum(mention.words == right.surname for mention in reading.mentions)
        if len(_full(right)) + alone < _TIMES:
            return False
        sentences = {mention.sentence for mention in right.mentions if mention.sentence >= 0}
        span = slip.mentions[0].span
        around = reading.text[max(0, span.start - _AROUND) : span.end + _AROUND]
        return slip.mentions[0].sentence not in sentences and not self._kin.search(around)


def _full(person: Person) -> list[Span]:
    """Where a person stands with his first name."""
    return [mention.span for mention in person.mentions if mention.words == person.key]
