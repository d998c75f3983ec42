"""blank: spaCy's English tokeniser, without the work that the check has no use for."""

from collections.abc import Callable
from typing import Any

from spacy.lang.en import English
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex
from spacy.vocab import Vocab, create_vocab

MOST_WORDS = 20_000
"""Different words after which a tokeniser is begun afresh: spaCy forgets none, and papers never stop making new ones."""


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
    """A tokeniser with the rules of `spacy.blank("en")`, put together at once: each rule that is set later makes spaCy work
    out its exceptions anew. Any, since spaCy's stubs do not know all of its arguments."""
    english = English.Defaults
    vocab: Any = create_vocab(English.lang, english)
    if not lexical:
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
