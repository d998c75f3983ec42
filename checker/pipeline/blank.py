"""blank: spaCy's English tokeniser, without the work that the check has no use for."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from sys import intern
from typing import Any

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import create_vocab

from checker.pipeline.tokens import Tokens

MOST_WORDS = 20_000
"""Different words after which a tokeniser is begun afresh: spaCy forgets none, and papers never stop making new ones."""

_PIECE = re.compile(r"\S+ ?|\s+")
"""What spaCy divides by itself, whatever stands around it; the blank behind a word is no token."""
_Cut = tuple[tuple[int, int, str], ...]
"""The tokens of a piece: where each begins and ends in it, and its small letters."""
_EXCEPTIONS = frozenset(English.Defaults.tokenizer_exceptions)
"""Words that no rule divides as they are divided: `cannot` in two, `etc.` not at all."""
_PLAIN = re.compile(r"([(\"“]?)([^\W\d_]{3,}|[0-9]{2,})(['’]s)?((?:(?<=[a-z0-9])\.)?(?:[,!?)\"”]|[;:](?!\)))*)")
"""A word or a number between marks that spaCy cuts off it one by one, as it does not `:)` and `;)`; its exceptions with
such marks, `:-D`, have no three letters in a row."""


class BlankTokeniser:
    """Finds the tokens of `spacy.blank("en")`, but for blanks, in half of the time and in bounded memory: spaCy is asked once
    about each word, and about nothing but where to divide it; about the plainest it need not be asked."""

    def __init__(self, most_words: int = MOST_WORDS) -> None:
        self._most_words = most_words
        self._tokenizer = _tokenizer()
        self._cuts: dict[str, _Cut] = {}

    def __len__(self) -> int:
        """How many different words are remembered, here or by spaCy."""
        return max(len(self._cuts), len(self._tokenizer.vocab))

    def tokens(self, text: str) -> Tokens:
        """The tokens of a text."""
        pieces = _PIECE.findall(text)
        self._learn(pieces)
        starts: list[int] = []
        ends: list[int] = []
        words: list[str] = []
        cuts, at = self._cuts, 0
        for piece in pieces:
            for start, end, word in cuts[piece]:
                starts.append(at + start)
                ends.append(at + end)
                words.append(word)
            at += len(piece)
        return Tokens(starts, ends, words)

    def _learn(self, pieces: Iterable[str]) -> None:
        """Finds out where to divide the pieces that were not met before."""
        if len(self._cuts) > self._most_words:
            self._cuts = {}
        if len(self._tokenizer.vocab) > self._most_words:
            self._tokenizer = _tokenizer()
        asked: dict[str, str] = {}
        for piece in set(pieces).difference(self._cuts):
            word = piece if piece.isspace() else piece.removesuffix(" ")
            cut = _plain_cut(word)
            if cut is None:
                asked[piece] = word
            else:
                self._cuts[piece] = cut
        divided = self._divided(list(set(asked.values()))) if asked else {}
        self._cuts.update((piece, divided[word]) for piece, word in asked.items())

    def _divided(self, words: Sequence[str]) -> dict[str, _Cut]:
        """Where spaCy divides some words, all asked about at once: it takes its time to begin."""
        found: dict[str, list[tuple[int, int, str]]] = {word: [] for word in words}
        following = iter(words)
        word, begin = next(following, ""), 0
        for token in self._tokenizer("\n".join(words)):
            if token.idx == begin + len(word):  # the line end
                begin += len(word) + 1
                word = next(following)
            else:
                found[word].append((token.idx - begin, token.idx - begin + len(token), intern(token.text.lower())))
        return {word: tuple(cut) for word, cut in found.items()}


def _plain_cut(word: str) -> _Cut | None:
    """Where a word of letters alone is divided, or one with marks around it, as most words are; None for any other. Of blanks
    only line ends are a token."""
    if word.isspace():
        return ((0, len(word), word),) if "\n" in word else ()
    if word.isalpha():
        return None if word in _EXCEPTIONS else ((0, len(word), intern(word.lower())),)
    found = _PLAIN.fullmatch(word)
    if found is None or not (found[2].isalpha() or found[2].isdecimal()):
        return None
    parts = [found[1], found[2], found[3] or "", *found[4]]
    if not _EXCEPTIONS.isdisjoint(accumulate(parts[1:4])):
        return None
    ends = accumulate(map(len, parts))
    return tuple((end - len(part), end, intern(part.lower())) for part, end in zip(parts, ends, strict=True) if part)


def _tokenizer() -> Any:
    """A tokeniser with the rules of `spacy.blank("en")`, put together at once: each rule that is set later makes spaCy work
    out its exceptions anew. It works out nothing of each new word (its shape, whether it is a stop word …), which only raw
    token patterns ask for. Any, since spaCy's stubs do not know all of its arguments."""
    english = English.Defaults
    vocab: Any = create_vocab(English.lang, english)
    vocab.lex_attr_getters = {}
    return Tokenizer(
        vocab,
        rules=english.tokenizer_exceptions,
        prefix_search=_unless_letters(compile_prefix_regex(english.prefixes or ()).search, None),
        suffix_search=_unless_letters(compile_suffix_regex(english.suffixes or ()).search, None),
        infix_finditer=_unless_letters(compile_infix_regex(english.infixes or ()).finditer, ()),
        token_match=english.token_match,
        url_match=english.url_match,
    )


def _unless_letters(search: Callable[[str], object], nothing: object) -> Callable[[str], object]:
    """A search for what is cut off a word, which every rule of English knows by a mark or a digit: letters are not searched."""
    return lambda word: nothing if word.isalpha() else search(word)
