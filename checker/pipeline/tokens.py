"""tokens: the words and marks of an article, as spaCy divides it."""

from itertools import compress
from typing import NamedTuple

from spacy.tokens import Doc


class Tokens(NamedTuple):
    """Where each token begins and ends, in code points, and its small letters; the Doc where there is one."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    doc: Doc | None = None

    @classmethod
    def of(cls, doc: Doc) -> "Tokens":
        """The tokens of a Doc."""
        starts = [token.idx for token in doc]
        ends = [token.idx + len(token) for token in doc]
        return cls(starts, ends, [token.lower_ for token in doc], doc)

    def without_blanks(self) -> "Tokens":
        """The tokens but for those that are blanks of a line: `on 19  minutes` reads like `on 19 minutes`."""
        kept = [not word.isspace() or "\n" in word for word in self.words]
        if all(kept):
            return self
        starts, ends, words = compress(self.starts, kept), compress(self.ends, kept), compress(self.words, kept)
        return Tokens([*starts], [*ends], [*words], self.doc)
