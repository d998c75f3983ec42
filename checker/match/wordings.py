"""wordings: sentences that two reports of one match share but for one figure or one man.

Papers print an agency's copy, and a desk its own story of an hour ago: where such a sentence says `62nd minute` here and
`73rd minute` there, no more need be understood of it.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from checker.article import Article, Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.zones import find_sentences
from checker.reference.names import TYPING_ERRORS, distance, fold

WORDING = "wording"
"""The type of the claims."""
LEAST_SHARED = 8
"""Words that two sentences have alike at least."""
MOST_APART = 3
"""Words of the longest name."""
_WORD = re.compile(r"\S+")
_EDGE = ".,;:!?()[]\"'’‘“”–—-"
_OWNING = re.compile(r"['’]s?$")
_FIGURE = re.compile(r"\d+")


class _Sentence(NamedTuple):
    """A sentence as its words, and where they stand."""

    words: tuple[str, ...]
    places: tuple[Span, ...]


class Wording(NamedTuple):
    """An article as its sentences, and the folded surnames of the people whom it names."""

    article: Article
    people: Container[str]
    sentences: tuple[_Sentence, ...]

    @classmethod
    def of(cls, article: Article, people: Container[str]) -> "Wording":
        return cls(article, people, tuple(_sentences(article)))


def wordings(one: Wording, other: Wording, words: Words) -> Iterator[tuple[Claim, Claim]]:
    """The `wording` claims of two articles in pairs: the figures, or the men, in which two of their sentences differ."""
    by_end: dict[tuple[str, ...], list[_Sentence]] = defaultdict(list)
    for sentence in other.sentences:
        for end in _ends(sentence):
            by_end[end].append(sentence)
    told = {sentence.words for sentence in other.sentences}
    for sentence in one.sentences:
        if sentence.words in told:
            continue
        near = {id(found): found for end in _ends(sentence) for found in by_end[end]}
        parts = [part for found in near.values() if (part := _difference(sentence, found))]
        if len(parts) == 1:
            mine, counter = parts[0]
            pair = _bare(mine.of(one.article.plain)), _bare(counter.of(other.article.plain))
            kind = _kind(pair, (one.people, other.people), words)
            if kind:
                yield _claim(one.article, mine, kind), _claim(other.article, counter, kind)


def _sentences(article: Article) -> Iterator[_Sentence]:
    for sentence in find_sentences(article):
        found = list(_WORD.finditer(article.plain, *sentence))
        if len(found) > LEAST_SHARED:
            yield _Sentence(tuple(word[0] for word in found), tuple(Span(*word.span()) for word in found))


def _ends(sentence: _Sentence) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first and the last words of a sentence, of which two that differ in one place share one."""
    half = LEAST_SHARED // 2
    return ("", *sentence.words[:half]), (*sentence.words[-half:], "")


def _difference(one: _Sentence, other: _Sentence) -> tuple[Span, Span] | None:
    """The one place where two sentences differ, in each; None where they share too little."""
    first = _shared(one.words, other.words)
    last = _shared(one.words[first:][::-1], other.words[first:][::-1])
    apart = [len(sentence.words) - first - last for sentence in (one, other)]
    if first + last < LEAST_SHARED or not 0 < min(apart) <= max(apart) <= MOST_APART:
        return None
    mine, counter = (
        Span(sentence.places[first].start, sentence.places[first + count - 1].end)
        for sentence, count in zip((one, other), apart, strict=True)
    )
    return mine, counter


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two rows begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _kind(pair: tuple[str, str], people: tuple[Container[str], Container[str]], words: Words) -> str:
    """What two words are that stand in one place: `figure` for two of one shape (`62nd` and `fifth`, `2-1` and `3-1`), `man`
    for two men of whom neither is the other misspelt; or empty."""
    if _are_figures(pair, words):
        return "figure"
    surnames = [fold(name).split()[-1] if name[:1].isupper() else "" for name in pair]
    named = all(surname in known for surname, known in zip(surnames, people, strict=True))
    return "man" if named and distance(*surnames) > TYPING_ERRORS else ""


def _are_figures(pair: tuple[str, str], words: Words) -> bool:
    """Whether two words are different figures of one kind."""
    shapes = {_FIGURE.sub("#", word) for word in pair}
    if len(shapes) == 1 and "#" in next(iter(shapes)):
        return True
    values = ({read(word) for word in pair} for read in (words.number, words.ordinal))
    return any(None not in found and len(found) > 1 for found in values)


def _bare(words: str) -> str:
    """A name without its marks and its `'s`."""
    return _OWNING.sub("", words.strip(_EDGE))


def _claim(article: Article, place: Span, kind: str) -> Claim:
    words = place.of(article.plain)
    start = place.start + len(words) - len(words.lstrip(_EDGE))
    span = Span(start, start + len(words.strip(_EDGE)))
    return Claim(WORDING, span, span.of(article.plain), {"words": span.of(article.plain), "kind": kind}, path=article.path)
