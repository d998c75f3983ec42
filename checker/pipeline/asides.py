"""asides: what is said of a man or a side between the name and its verb: `Hill, on as a substitute, headed in`.

No pattern could have room for all that is said there. So a sentence with an aside is read once more from the name on, without
it.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline.mentions import Mention
from checker.pipeline.tokens import Tokens

_OF_KINDS = ("person", "club")
_CLOSED_BY = {",": ",", "(": ")"}
"""The mark that opens an aside, and the one that ends it."""
_PARTED = frozenset(",.;:()—")
_LONGEST = 20
"""Tokens of an aside, at most."""
_ROLE = 4
"""Tokens from the opening mark within which an aside says what its man is: `, the referee,`."""
_GOVERNED = 3
"""Tokens before a name within which a preposition governs it: `off Ayton defender Hill`."""


class Aside(NamedTuple):
    """A sentence from a name on, without what is said beside of it."""

    tokens: Tokens
    mentions: list[Mention]
    span: Span
    """What was left out."""
    sentence: int


class AsideReader:
    """Finds asides, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._governing = words.folded("object_cues")
        self._no_aside = words.folded("no_aside")
        self._officials = words.folded("official_words")
        self._no_verb = words.folded("no_verb_behind_aside")

    def read(self, tokens: Tokens, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Aside]:
        """The asides behind the names of men and sides that nothing governs."""
        words, starts = tokens.words, tokens.starts
        people = {mention.span.start for mention in mentions if mention.kind == "person"}
        for at, mention in enumerate(mentions):
            if mention.sentence < 0 or not mention.sure or mention.kind not in _OF_KINDS:
                continue
            opened = bisect_left(starts, mention.span.end)
            if opened == len(starts) or words[opened] not in _CLOSED_BY:
                continue  # as mostly
            first, edge = bisect_left(starts, mention.span.start), bisect_left(starts, sentences[mention.sentence].end)
            closed = self._closed(tokens, opened, edge, people)
            if closed and not self._is_governed(words, first):
                kept = [*range(first, opened), *range(closed + 1, edge)]
                span = Span(starts[opened], starts[closed + 1])
                others = [m for m in mentions[at:] if m.sentence == mention.sentence and not m.span.overlaps(span)]
                yield Aside(tokens.only(kept), others, span, mention.sentence)

    def _closed(self, tokens: Tokens, opened: int, edge: int, people: AbstractSet[int]) -> int:
        """The token that ends the aside that one opens, before what may be a verb; 0 where it opens none."""
        words, starts = tokens.words, tokens.starts
        if opened + 2 >= edge or words[opened + 1] in self._no_aside:
            return 0
        closed = _mark_behind(words, opened, edge)
        goes_on = closed and words[closed + 1].isalpha() and words[closed + 1] not in self._no_verb
        if not self._officials.isdisjoint(words[opened + 1 : min(opened + _ROLE, closed)]):
            return 0  # `Hill, the referee, produced a second yellow`: he only shows it
        is_list = words[opened] == "," and starts[opened + 1] in people
        return closed if goes_on and not is_list and starts[closed + 1] not in people else 0

    def _is_governed(self, words: Sequence[str], first: int) -> bool:
        """Whether a preposition stands before a name and what the man is: `past the young Denby keeper Hill`."""
        for word in reversed(words[max(0, first - _GOVERNED) : first]):
            if word in _PARTED:
                return False
            if word in self._governing:
                return True
        return False


def _mark_behind(words: Sequence[str], opened: int, edge: int) -> int:
    """The mark that ends what another one opens, if a word follows it; 0 where another mark comes before it."""
    for at in range(opened + 2, min(opened + _LONGEST, edge - 1)):
        if words[at] in _PARTED or "\n" in words[at]:
            return at if words[at] == _CLOSED_BY[words[opened]] else 0
    return 0
