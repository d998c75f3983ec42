"""matching: runs the patterns of a pack over an article.

The forms of the patterns stand in a tree (`pattern_tree`), which is walked from each token at which one may be hung up
(`tree_walk`). spaCy's Matcher runs the patterns that are given as raw token dicts (`raw_patterns`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import compress
from operator import itemgetter

from spacy.tokens import Doc
from spacy.vocab import Vocab

from checker.article import Span
from checker.claims.pattern import DASHES, POSSESSIVES, THEN
from checker.claims.types import ClaimPattern, ClaimType, Hit
from checker.claims.words import Words
from checker.pipeline.asides import AsideReader
from checker.pipeline.mentions import Mention
from checker.pipeline.pattern_tree import MARKS, Tree
from checker.pipeline.raw_patterns import RawPatterns
from checker.pipeline.tokens import Tokens
from checker.pipeline.tree_walk import Capture, Line, Match, begun, extended, walk_kinds, walk_on

_TYPES = {"official": "person", "national": "club"}
_MOST_SEEN = 20_000
"""Words remembered with their kinds; a process that reads for days meets ever new ones."""
_YEAR = re.compile(r"(?:18[6-9]|19\d|20[0-4])\d")
"""From the first rules of the game on."""


@dataclass(slots=True)
class _Lines:
    """The tokens of an article as the trees read them."""

    ahead: Line
    back: Line
    anchors: list[int]
    """The tokens at which a form may be hung up."""


class PatternMatcher:
    """The patterns of a pack, ready to run on the tokens of articles."""

    def __init__(self, claim_types: Sequence[ClaimType], words: Words, vocab: Vocab | None) -> None:
        """Raw token patterns are made for a vocabulary, and run on its Docs alone."""
        self._words = words
        self._asides = AsideReader(words)
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._seen: set[str] = set()
        marks = DASHES | POSSESSIVES | MARKS
        everyday, commonest = (marks.union(words.lists.get(name, ())) for name in ("function_words", "commonest_words"))
        patterns = [pattern for claim_type in claim_types for pattern in claim_type.patterns]
        self._tree = Tree((pattern for pattern in patterns if not pattern.tokens), everyday, commonest)
        raw = [pattern for pattern in patterns if pattern.tokens]
        self._known = set(self._tree.words)
        """Words at which a form is hung up, and those that have kinds."""
        self._raw = RawPatterns(raw, vocab) if vocab and raw else None

    def hits(self, tokens: Tokens, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Hit]:
        """Every match in every sentence, in the order of the text, then those over asides; overlaps are the caller's to
        resolve."""
        yield from self._hits(tokens, sentences, mentions)
        for aside in self._asides.read(tokens, sentences, mentions):
            for hit in self._hits(aside.tokens, [sentences[aside.sentence]], aside.mentions):
                if hit.span.start < aside.span.start and aside.span.end < hit.span.end:
                    yield replace(hit, span=Span(aside.span.end, hit.span.end), sentence=aside.sentence)
        if self._raw is not None and tokens.doc is not None:
            set_entities(tokens.doc, mentions)
            yield from self._raw.hits(tokens.doc, sentences)

    def numbers(self, tokens: Tokens) -> Iterator[int]:
        """Where the words begin that are numbers or ordinals."""
        self._learn(tokens.words)
        return compress(tokens.starts, map(self._kinds.__contains__, tokens.words))

    def _hits(self, tokens: Tokens, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Hit]:
        lines, tree = self._lines(tokens, mentions), self._tree
        ahead = lines.ahead
        number, edge, begin = -1, 0, 0
        for at in lines.anchors:
            while at >= edge:
                number += 1
                begin, edge = edge, _edge(tokens.starts, sentences, number)
            found: list[Match] = []
            word = ahead.words[at]
            walk_on(tree.on(word) if word in tree.words else (), ahead, at, edge, (), found)
            if ahead.special[at]:
                walk_kinds(tree, ahead, at, edge, (), found)
            if not found:
                continue  # as mostly
            hits = [
                (place, pattern, first, end, (*before, *captures))
                for node, end, captures in found
                for place, pattern, first, before in begun(node, lines.back, at, begin)
            ]
            for _, pattern, first, end, captures in sorted(hits, key=itemgetter(0)):
                yield _hit(pattern, tokens, first, end, captures, number)

    def _lines(self, tokens: Tokens, mentions: Sequence[Mention]) -> _Lines:
        words = tokens.words
        self._learn(words)
        ahead: dict[int, tuple[str, int]] = {}
        back: dict[int, tuple[str, int]] = {}
        size = len(words)
        for first, end, label in placed(mentions, tokens):
            ahead[first] = label, end
            back[size - end] = label, size - first
        known = list(compress(range(size), map(self._known.__contains__, words)))
        numbers = [at for at in known if words[at] in self._kinds]
        named = [at for at, (label, _) in ahead.items() if label in self._tree.kinds]
        people = [(first, end) for first, (label, end) in back.items() if label == "person"]
        return _Lines(
            Line.of(words, self._kinds, numbers, ahead, (at for at, (label, _) in ahead.items() if label == "person")),
            Line.of(
                words[::-1], self._kinds, [size - 1 - at for at in numbers], back,
                (at for first, end in people for at in range(first, end)),
            ),
            sorted({*known, *named}) if named else known,
        )  # fmt: skip

    def _learn(self, words: Sequence[str]) -> None:
        """Finds out the kinds of words that were not met before."""
        if len(self._seen) > _MOST_SEEN:
            self._seen, self._kinds, self._known = set(), {}, set(self._tree.words)
        for word in set(words) - self._seen:
            self._seen.add(word)
            if found := self._kinds_of(word):
                self._kinds[word] = found
                self._known.add(word)

    def _kinds_of(self, word: str) -> tuple[str, ...]:
        number = self._words.number(word) is not None
        ordinal = self._words.ordinal(word) is not None
        holding = {"number": number, "ordinal": ordinal}
        if not word.isalpha():
            holding |= {"nth": ordinal, "year": bool(_YEAR.fullmatch(word)), "pair": _is_pair(word)}
        return tuple(kind for kind, holds in holding.items() if holds)


def _hit(
    pattern: ClaimPattern, tokens: Tokens, first: int, last: int, captures: tuple[Capture, ...], sentence: int
) -> Hit:
    joined: tuple[Capture, ...] = captures[:1]
    for name, start, end in captures[1:]:
        joined = extended(joined, name, start, end)
    if joined and joined[-1][0] == THEN:
        last, joined = joined[-1][1], joined[:-1]
    spans = {name: Span(tokens.starts[start], tokens.ends[end - 1]) for name, start, end in joined}
    return Hit(pattern, Span(tokens.starts[first], tokens.ends[last - 1]), spans, sentence)


def _edge(starts: Sequence[int], sentences: Sequence[Span], number: int) -> int:
    """The first token that does not belong to a sentence."""
    return bisect_left(starts, sentences[number].end) if number + 1 < len(sentences) else len(starts)


def _is_pair(word: str) -> bool:
    parts = _split_at_dash(word)
    return len(parts) == 2 and all(part.isdigit() and len(part) <= 2 for part in parts)


def _split_at_dash(word: str) -> list[str]:
    for dash in DASHES:
        word = word.replace(dash, "-")
    return word.split("-")


def placed(mentions: Sequence[Mention], tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """The sure mentions that begin and end with a token: first token, the token behind the last, type."""
    first, starts, ends = 0, tokens.starts, tokens.ends
    for mention in mentions:
        if not mention.sure:
            continue
        start, end = mention.span
        first = bisect_left(starts, start, first)
        if first < len(starts) and starts[first] == start:
            last = first if ends[first] == end else bisect_left(ends, end, first)
            if last < len(ends) and ends[last] == end:
                yield first, last + 1, type_of(mention)


def set_entities(doc: Doc, mentions: Sequence[Mention]) -> None:
    """Makes the sure mentions the Doc's entities, labelled PERSON, CLUB, NATION, SITE, COMPETITION."""
    found = (doc.char_span(*mention.span, label=type_of(mention).upper()) for mention in mentions if mention.sure)
    doc.set_ents([entity for entity in found if entity is not None])


def type_of(mention: Mention) -> str:
    """The type of the pattern language that a mention is: a demonym (`Brazilian`) is a nation, a national side a club."""
    return "nation" if mention.style == "demonym" else _TYPES.get(mention.kind, mention.kind)
