"""raw_patterns: patterns that a pack gives as lists of spaCy's own token patterns."""

from collections.abc import Iterator, Sequence
from typing import cast

from spacy.errors import MatchPatternError
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from checker.article import Span
from checker.claims.types import ClaimPattern, Hit
from checker.errors import PackError
from checker.pipeline.zones import sentence_at


class RawPatterns:
    """spaCy's Matcher with the patterns, made for one vocabulary; its time grows with their number."""

    def __init__(self, patterns: Sequence[ClaimPattern], vocab: Vocab) -> None:
        """Raises PackError at a pattern that spaCy does not take."""
        self._patterns = patterns
        self._matcher = Matcher(vocab)
        for number, pattern in enumerate(patterns):
            tokens = [{key: value for key, value in token.items() if key != "FIELD"} for token in pattern.tokens]
            try:
                self._matcher.add(str(number), [tokens])
            except (MatchPatternError, ValueError) as problem:
                message = " ".join(str(problem).split())
                raise PackError(f"not a list of spaCy token patterns: {message}", pattern.where) from None

    def hits(self, doc: Doc, sentences: Sequence[Span]) -> Iterator[Hit]:
        """Every match within a sentence of a Doc of the same vocabulary."""
        # spaCy's stub does not know that alignments make the tuples longer
        found = cast("list[tuple[int, int, int, list[int]]]", self._matcher(doc, with_alignments=True))
        for key, start, end, alignment in found:
            pattern = self._patterns[int(doc.vocab.strings[key])]
            span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            number = sentence_at(sentences, span.start)
            if number >= 0 and sentences[number].holds(span):
                yield Hit(pattern, span, _captures(doc, start, end, alignment, pattern), number)


def _captures(doc: Doc, start: int, end: int, alignment: Sequence[int], pattern: ClaimPattern) -> dict[str, Span]:
    """The spans of the tokens that fill a field."""
    captures: dict[str, Span] = {}
    for token, element in zip(doc[start:end], alignment, strict=True):
        name = str(pattern.tokens[element].get("FIELD", ""))
        if name:
            first = captures[name].start if name in captures else token.idx
            captures[name] = Span(first, token.idx + len(token))
    return captures
