"""What an injection is: one error in a copy of an article, where it stands, and what proves it."""

import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from injections.copy import WORD, Copy, Place


@dataclass(frozen=True)
class Edit:
    """A place of the unchanged text and what stands there afterwards."""

    place: Place
    new: str


@dataclass(frozen=True)
class Error:
    """One error: the edits that make it, the place that proves it, and where besides the edits a flag would be right.

    `witnesses` are for what is missing: who looks for a man that was taken out of a line-up stands at his goal.
    """

    edits: tuple[Edit, ...]
    proof: Place
    witnesses: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Corpus:
    """All articles of a run, and which others tell of the same match as an article, by key."""

    copies: tuple[Copy, ...]
    partners: Mapping[str, Copy]

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the corpus as it is written: an invented misspelling must be none of them."""
        return frozenset(word for copy in self.copies for word in WORD.findall(copy.text))

    @cached_property
    def lower_words(self) -> frozenset[str]:
        """Every word that the corpus writes small somewhere: no such word is a name."""
        return frozenset(word for word in self.words if word[0].islower())


@dataclass(frozen=True)
class Site:
    """Where an error is to be put: the article, the other report of its match if there is one, and the draw."""

    copy: Copy
    corpus: Corpus
    draw: random.Random

    @property
    def partner(self) -> Copy | None:
        return self.corpus.partners.get(self.copy.key)


Finder = Callable[[Site], Iterator[Error]]
"""Gives every error of a kind for which an article holds the proof."""


@dataclass(frozen=True)
class Kind:
    """A kind of error: its name begins with the family. `pair` needs two reports of one match."""

    name: str
    find: Finder
    pair: bool = False

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Injection:
    """An error of some kind in some article. `partner` is the report that proves it, where the article itself does not."""

    kind: Kind
    copy: Copy
    error: Error
    partner: Copy | None = None

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        return tuple(sorted(self.error.edits, key=lambda edit: edit.place))

    @cached_property
    def text(self) -> str:
        """The article with the error in it."""
        parts, at = [], 0
        for edit in self.edits:
            parts += [self.copy.text[at : edit.place.start], edit.new]
            at = edit.place.end
        return "".join(parts) + self.copy.text[at:]

    def moved(self, place: Place) -> Place:
        """Where a place of the unchanged text stands after the change; an edited place becomes what was put there."""
        return Place(self._moved(place.start, False), self._moved(place.end, True))

    def _moved(self, offset: int, end: bool) -> int:
        shift = 0
        for edit in self.edits:
            start, stop = edit.place
            if offset > stop or (offset == stop and (end or start < stop)):
                shift += len(edit.new) - (stop - start)
            elif start < offset < stop:
                return start + shift + (len(edit.new) if end else 0)
        return offset + shift

    @property
    def places(self) -> tuple[Place, ...]:
        """Where a flag is right, in the changed text."""
        return tuple(map(self.moved, (*(edit.place for edit in self.edits), *self.error.witnesses)))

    def __str__(self) -> str:
        changes = "; ".join(f"{self.copy.of(edit.place) or '(nothing)'} → {edit.new or '(nothing)'}" for edit in self.edits)
        proof = re.sub(r"\s+", " ", self.copy.of(self.error.proof))
        return f"{self.copy.key}  {self.kind.name}  {changes}  [proof: {proof[:80]}]"


def one(place: Place, new: str, proof: Place, witnesses: Sequence[Place] = ()) -> Error:
    """An error of one edit."""
    return Error((Edit(place, new),), proof, tuple(witnesses))
