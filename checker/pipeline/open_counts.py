"""open_counts: numbers with what they count, and ordinals, where nothing else is read.

Of `five` and what follows copy counts nearly anything: passes, cups, matches in charge. No list has all of that; so a number
before a plural is a count unless the plural is one of time, place or money, and unless the patterns have read something there,
or have found that nothing is to be read. No rule judges such a count: what is counted is none of what they know.
"""

import re
from collections.abc import Iterable, Iterator

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.reading import Reading
from checker.pipeline.zones import sentence_at

_REACH = 60
"""Code points before a number in which words stand that make it none: `should have had two penalties`."""
_BESIDE = 24
"""Code points before a number in which the words beside it stand: `two and a half`, `becoming the very`."""
_TELLING_MORE = frozenset({"goal", "affiliation", "name", "action", "card", "substitution"})
"""Types whose claims may tell of what is counted besides: `her 12th international goal`."""


class OpenCounts:
    """Finds them, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._number, self._no_number = words.frame("open_count"), words.frame("no_open_count")
        self._nth, self._own = words.frame("open_nth"), words.frame("before_open_nth")
        self._unreal = words.frame("unreal_before")

    def told(
        self, claims: Iterable[Claim], read: Iterable[Span], reading: Reading, numbers: Iterable[int]
    ) -> list[Claim]:
        """The counts that stand where no claim does, nor a match of a pattern of counts, which `read` has; `numbers` tells
        where words begin that are numbers or ordinals."""
        taken = [*read, *(claim.span for claim in claims if claim.type not in _TELLING_MORE)]
        found = []
        for match, fields in self._matches(reading.text, reading.article.start, numbers):
            span = Span(match.start(), match.end())
            number = self._words.number(match["n"]) or self._words.ordinal(match["n"])
            if number is not None and not any(span.overlaps(other) for other in taken):
                place = {"n": Span(*match.span("n")), "what": Span(*match.span("what"))}
                told = {**fields, "what": match["what"].lower(), "n": number}
                zone, sentence = reading.zones.at(span.start), sentence_at(reading.sentences, span.start)
                found.append(Claim("count", span, match[0], told, zone, sentence, reading.article.path, {}, place))
        return found

    def _matches(self, text: str, begin: int, numbers: Iterable[int]) -> Iterator[tuple[re.Match[str], dict[str, str]]]:
        number_end = nth_end = begin
        for at in numbers:
            start, beside = max(begin, at - _REACH), max(begin, at - _BESIDE)
            if at >= number_end and (match := self._number.match(text, at)):
                number_end = match.end()
                if not self._no_number.search(text, beside, at) and not self._unreal.search(text, start, at):
                    yield match, {"form": "number"}
            if at >= nth_end and (match := self._nth.match(text, at)):
                nth_end = match.end()
                if self._own.search(text, beside, at) and not self._unreal.search(text, start, at):
                    yield match, {"form": "ordinal"}
