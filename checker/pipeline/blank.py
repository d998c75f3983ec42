"""blank: spaCy's English tokeniser, without the work that the check has no use for."""

from collections.abc import Callable
from typing import Any, TypeVar

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab

MOST_WORDS = 20_000
"""Different words after which a tokeniser is begun afresh: spaCy forgets none, and papers never stop making new ones."""

Found = TypeVar("Found")


class BlankTokeniser:
    """Finds the same tokens as `spacy.blank("en")`, in two thirds of the time and in bounded memory.

    Not `lexical`, it works out nothing of each new word (its shape, whether it is a stop word …): only raw token patterns
    ask for that. These stay with the vocabulary for which they were made, which then grows.
    """

    def __init__(self, lexical: bool, most_words: int = MOST_WORDS) -> None:
        self._lexical = lexical
        self._most_words = most_words
        self._tokenizer = _tokenizer(lexical)

    @property
    def vocab(self) -> Vocab:
        vocab: Vocab = self._tokenizer.vocab
        return vocab

    def make_doc(self, text: str) -> Doc:
        """A Doc with the tokens of a text."""
        if not self._lexical and len(self.vocab) > self._most_words:
            self._tokenizer = _tokenizer(self._lexical)
        doc: Doc = self._tokenizer(text)
        return doc


def _tokenizer(lexical: bool) -> Any:
    """A tokeniser; Any, since spaCy's stubs do not know what is set here."""
    tokenizer: Any = spacy.blank("en").tokenizer
    if not lexical:
        tokenizer.vocab.lex_attr_getters = {}
    tokenizer.prefix_search = _unless_letters(tokenizer.prefix_search, None)
    tokenizer.suffix_search = _unless_letters(tokenizer.suffix_search, None)
    tokenizer.infix_finditer = _unless_letters(tokenizer.infix_finditer, ())
    return tokenizer


def _unless_letters(search: Callable[[str], Found], nothing: Found) -> Callable[[str], Found]:
    """A search for what is cut off a word, which every rule of English knows by a mark or a digit: letters are not searched."""
    return lambda word: nothing if word.isalpha() else search(word)
