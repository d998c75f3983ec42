"""tokens: the words and marks of an article, as spaCy divides it."""

from collections.abc import Sequence
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
        """The tokens of a Doc, but for those that are blanks of a line: `on 19  minutes` reads like `on 19 minutes`."""
        kept = [token for token in doc if not token.is_space or "\n" in token.text]
        starts = [token.idx for token in kept]
        ends = [token.idx + len(token) for token in kept]
        return cls(starts, ends, [token.lower_ for token in kept], doc)

    def only(self, kept: Sequence[int]) -> "Tokens":
        """Some of the tokens, told by their numbers, without the Doc."""
        return Tokens([self.starts[n] for n in kept], [self.ends[n] for n in kept], [self.words[n] for n in kept])
