"""dismissals: how many men an article may tell to have left the pitch before the end.

Nine men need two of them. Of one man told in several sentences (`he was shown the red card`) there is still one: a sentence
counts only where it names nobody who is known to have gone, and stands beside none that does.
"""

from collections.abc import Collection, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.cards import is_red
from checker.pipeline.reading import Reading
from checker.reference.names import fold, last_word

_LONGEST_PARAGRAPH = 800
"""Code points of a paragraph that speaks of one match; copy that has lost its line ends may speak of many in one."""
_NEAR = 2
"""Sentences after a man is named in which `he` is still he."""


class DismissalReader:
    """Counts the men of an article who went, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._red = words.beginnings("sending_off")
        self._several = words.beginnings("several_off")
        self._known = words.frame("known_to_be_off")
        self._hurt = words.beginnings("hurt_words")
        self._added = words.pattern("added_time")

    def told(self, count: Claim, claims: Sequence[Claim], reading: Reading) -> int | None:
        """The most men that the article may tell to have gone; None where its words leave the number open."""
        reds = [claim for claim in claims if is_red(claim) and claim.keys.get("player")]
        men = _men([claim.keys["player"] for claim in reds])
        if any(claim.get("block") for claim in reds):
            return len(men)  # where lists print them, they print them all
        prose = [span.of(reading.text) for span in reading.sentences]
        red = [number for number, text in enumerate(prose) if self._red.search(text) and not self._is_block(number, reading)]
        if any(self._several.search(prose[number]) for number in red):
            return None
        near = range(count.sentence - 1, count.sentence + 2)
        if any(self._hurt.search(self._added.sub("", prose[number])) for number in near if 0 <= number < len(prose)):
            return None  # a man may have been hurt; `injury time` is none
        named = [number for number, text in enumerate(prose) if any(man in fold(text) for man in men)]
        others = [number for number in red if number not in named and not self._is_of(number, named, reading)]
        return max(1, len(men) + len(others))

    def surely(self, count: Claim, claims: Sequence[Claim]) -> int | None:
        """How many men the article names as sent off; None where the count's sentence tells how many the others were."""
        others = (c for c in claims if c is not count and c.type == "count" and c.get("what") == "men")
        if any(other.sentence == count.sentence for other in others):
            return None
        reds = [claim for claim in claims if is_red(claim) and claim.keys.get("player")]
        return len(_men([claim.keys["player"] for claim in reds]))

    def is_near(self, count: Claim, reading: Reading) -> bool:
        """Whether a count's sentence, one beside it or one of its paragraph speaks of a man sent off."""
        if count.sentence < 0:
            return False
        first, last = max(0, count.sentence - 1), min(len(reading.sentences), count.sentence + 2) - 1
        start, end = reading.sentences[first].start, reading.sentences[last].end
        opens, closes = reading.text.rfind("\n", 0, count.span.start) + 1, reading.text.find("\n", count.span.end)
        if closes >= 0 and closes - opens <= _LONGEST_PARAGRAPH:
            start, end = min(start, opens), max(end, closes)
        return bool(self._red.search(reading.text, start, end))

    def _is_of(self, sentence: int, named: Sequence[int], reading: Reading) -> bool:
        """Whether a sentence that names nobody speaks of a man whom those near it name."""
        near = any(0 < sentence - other <= _NEAR or other == sentence + 1 for other in named)
        spoken_of = self._known.search(reading.sentences[sentence].of(reading.text))
        return near and spoken_of is not None and not any(m.kind == "person" for m in reading.named_in(sentence))

    def _is_block(self, sentence: int, reading: Reading) -> bool:
        span = reading.sentences[sentence]
        return any(span.overlaps(block) for block in reading.blocks.spans)


def _men(keys: Collection[str]) -> set[str]:
    """The surnames of some men, each once: `alli` is `dele alli`."""
    return {last_word(key) for key in keys}
