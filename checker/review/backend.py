"""backend: what a place of review must be able to do, so that push and pull need not know which one it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from checker.article import Span
from checker.review.entry import Entry, Mark

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many are done and of how many."""


@dataclass(frozen=True)
class Item:
    """An article version that a place holds."""

    number: int
    """The place's own number for it."""
    id: str
    article: str
    sha256: str
    marks: tuple[Mark, ...]
    ticked: bool
    complete: bool
    """Whether it arrived whole; what was cut off on its way is sent again."""

    @property
    def fingerprints(self) -> frozenset[str]:
        return frozenset(mark.fingerprint for mark in self.marks)


@dataclass(frozen=True, slots=True)
class Found:
    """A span as it stands after review: code points, and whose it is."""

    span: Span
    label: str
    user: str


@dataclass(frozen=True, slots=True)
class Note:
    """A comment that a person wrote."""

    user: str
    time: str
    text: str


@dataclass(frozen=True)
class Review:
    """An article that a reviewer has ticked: what is left of its spans, who ticked it when, and the notes."""

    item: Item
    text: str
    spans: tuple[Found, ...]
    notes: tuple[Note, ...]
    reviewer: str
    time: str
    """ISO 8601, as the place gives it: the same for everybody who pulls."""


class ReviewBackend(Protocol):
    """A place where people review flags. Every method raises ReviewError for what went wrong there."""

    @property
    def project(self) -> str:
        """What tells this project from all others; it goes into the identifiers of entries."""

    def items(self) -> list[Item]:
        """Every article version that we ever sent there and that is there still."""

    def add(self, entries: Sequence[Entry], progress: Progress) -> None:
        """Sends entries; returns when every one of them is there with all its spans, once."""

    def mend(self, items: Sequence[Item], progress: Progress) -> list[Item]:
        """Finishes what was cut off on its way; gives back the items that must be sent again."""

    def touched(self, item: Item) -> bool:
        """Whether a person has worked on an article: ticked it, changed its spans or written a comment."""

    def remove(self, items: Sequence[Item]) -> None:
        """Takes articles away, with all that stands on them."""

    def reviews(self, progress: Progress) -> Iterator[Review]:
        """Every article that is ticked now, as it stands."""
