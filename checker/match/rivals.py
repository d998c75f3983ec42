"""rivals: two spellings of one name in an article, and which of them is the right one.

A name that stands more often, or that the reference or the line-ups have, is what the other was meant for; where nothing tells
them apart, either may be. Names of two men are no rivals, however alike they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checker.claims.words import Words
from checker.match.endings import Endings, is_plural
from checker.match.famous import Famous
from checker.pipeline.mentions import Mention
from checker.reference.names import TYPING_ERRORS, distance, last_word
from checker.reference.store import Reference

REPEATED = 2
"""A spelling that stands so many times as often as another is the one that the writer meant."""
OVERRULED = 3
"""So many times as often, and the prose is believed before the line-up."""
SHORT_FIRST = 5
"""Letters of a first name up to which a surname that is nearly it is one of its own."""
TOLD_OF = 3
"""Times that a man is named of whom a report tells much."""


class Name(NamedTuple):
    """One surname as an article spells it: where, how often, with which first names."""

    words: str
    written: str
    """As the article writes it, accents and capitals kept."""
    mentions: tuple[Mention, ...]
    firsts: frozenset[str]
    selected: bool = False
    """Whether it stands so in a line-up, which is printed from the teams' own sheets."""


class Apart(NamedTuple):
    """Names that are two men's, however alike they are."""

    listed: frozenset[str] = frozenset()
    """Those of the line-ups and the benches."""
    staff: frozenset[str] = frozenset()
    """Those of men whom the article calls manager or coach: none of them plays."""
    benched: frozenset[str] = frozenset()
    """Those that stand once, and that among the substitutes who were not used."""
    told: frozenset[str] = frozenset()
    """Those of men who played by the line-ups, and those that stand often, as theirs do."""

    def are_two(self, names: set[str], called_alike: bool) -> bool:
        """Whether two names both stand in the line-ups, or one there and one, called otherwise, beside the pitch; who was not
        used is no one of whom the report tells."""
        if names <= self.listed:
            return True
        if not called_alike and names & self.benched and names - self.benched <= self.told:
            return True
        parted = not self.listed.isdisjoint(names) and not (self.staff - self.listed).isdisjoint(names)
        return parted and not called_alike


Alike = Mapping[str, Sequence[Name]]
"""The names of an article by their first letter, which no slip of the pen changes."""


class Rivals:
    """Finds for a name of an article the spelling that it may have been meant for."""

    def __init__(self, words: Words, reference: Reference, famous: Famous) -> None:
        self._reference = reference
        self._first_names = words.folded("first_names")
        plain = ("common_capitals", "words_of_places", "office_words", "everyday_words")
        self._plain = frozenset().union(*(words.folded(name) for name in plain))
        self._namesakes = frozenset(last_word(name) for name in words.folded("famous_namesakes"))
        self._forms, self._famous = Endings(words), famous

    def of(self, name: Name, alike: Alike, apart: Apart) -> tuple[str, int, str] | None:
        """Another spelling of the article that stands more often (or that the reference knows), and is near."""
        if self._reference.knows(name.words) or name.words in self._first_names:
            return None
        if name.words in self._plain and self._first_names.isdisjoint(name.firsts):
            return None  # `the Chicago Red Stars`, not `Thomas Party`
        if self._famous.are_of(name.words, name.firsts):
            return None  # however often the article has it wrong
        if name.words.count("-") > 1:
            return None  # sung by its syllables: `Qua-li-ty`
        others = alike.get(name.words[0], ())
        if name.words[-1] == "s" and any(other.words == name.words[:-1] for other in others):
            return None  # `Kane's` without its mark is Kane's, whoever else is called nearly so
        rivals = [
            (edits, -len(other.mentions), other)
            for other in others
            if 0 < (edits := distance(name.words, other.words)) <= TYPING_ERRORS and self._is_rival(name, other, apart)
        ]
        if not rivals:
            return None
        edits, _, best = min(rivals, key=lambda rival: (rival[1], rival[0]))
        basis = "article" if self._is_right(best, name) else "either" if not self._is_right(name, best) else ""
        if basis == "either" and self._forms.is_derived(name.words, best.words):
            return None  # `High Commission` and `High Commissioner`
        return (best.written, min(edits, _by_way_of(name, best, others)), basis) if basis else None

    def _is_rival(self, name: Name, other: Name, apart: Apart) -> bool:
        same = any(same_first(a, b) for a in name.firsts for b in other.firsts)
        if apart.are_two({name.words, other.words}, same):
            return False
        if not name.firsts and other.firsts and self._reference.begins_name(name.words):
            return False  # the Olympics in Paris are no Nikita Parris
        if {name.words, other.words} <= self._namesakes:
            return False  # `Fernandes` need not be meant for Enzo Fernandez
        short = len(other.words) <= SHORT_FIRST
        if short and name.firsts and not other.firsts and other.words in self._first_names:
            return False  # `Derek Garry` is no slip of a Gary who is called by his first name
        if self._forms.is_of_place(name.words, other.words):
            return False
        if same and not is_plural(name.words, other.words):
            return True
        if self._forms.is_pet_name(name.words, other.words):
            return False
        return not (name.firsts and other.firsts) and not self._forms.is_derived(name.words, other.words)

    def _is_right(self, one: Name, other: Name) -> bool:
        """Whether of two spellings the first is the right one: the reference's, the line-up's, or by far the commoner."""
        vouched = [self._reference.vouches_for(words) for words in (one.words, other.words)]
        if vouched[0] != vouched[1]:
            return vouched[0] and len(other.mentions) < OVERRULED * len(one.mentions)
        known = [self._famous.are_of(name.words, name.firsts) for name in (one, other)]
        if known[0] != known[1]:
            return known[0]
        if self._reference.knows(other.words) and not self._reference.knows(one.words):
            return False  # an import has the other: no count makes this one right
        mine, others = len(one.mentions), len(other.mentions)
        if one.selected != other.selected and max(mine, others) < OVERRULED * min(mine, others):
            return one.selected and not all(mention.block for mention in other.mentions)
        return mine >= REPEATED * others


def by_initial(names: Iterable[Name]) -> Alike:
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        found[name.words[0]].append(name)
    return found


def together(names: Iterable[Name]) -> list[Name]:
    """Names with those that are the same word put together."""
    found: dict[str, Name] = {}
    for name in names:
        same = found.get(name.words)
        found[name.words] = name._replace(mentions=(*same.mentions, *name.mentions)) if same else name
    return list(found.values())


def _by_way_of(name: Name, best: Name, others: Sequence[Name]) -> int:
    """1 where a third spelling stands one edit from both: Hoffman, Hoffmann, Hofmann; else more than any edits count."""
    steps = (d for d in others if d is not name and d is not best)
    linked = any(distance(name.words, d.words) == 1 and distance(d.words, best.words) == 1 for d in steps)
    return 1 if linked else TYPING_ERRORS + 1


def same_first(one: str, other: str) -> bool:
    """Alex for Alejandro, J for James: one first name begins like the other, or is one typing error away."""
    a, b = one.rstrip("."), other.rstrip(".")
    if a.startswith(b) or b.startswith(a) or a[:3] == b[:3] or distance(a, b) <= 1:
        return True
    return not set(a.split()).isdisjoint(b.split())  # a heading runs words together: `Women Leah Galton`
