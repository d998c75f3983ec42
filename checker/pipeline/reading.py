"""What the pipeline has read in one article: the value that travels from component to component."""

import datetime
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from checker.article import Article, Span
from checker.claims.model import Claim
from checker.pipeline.block_parts import Blocks
from checker.pipeline.clubs import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.people import People
from checker.pipeline.zones import Zones

_ACCENTED = re.compile(r"[^\W\d_\x00-\x7f]")


@dataclass(frozen=True)
class Reading:
    """An article as it is understood: each component adds its part, nothing is ever searched for a second time."""

    article: Article
    zones: Zones
    sentences: list[Span]
    blocks: Blocks
    mentions: list[Mention]
    people: People
    clubs: Clubs
    claims: tuple[Claim, ...] = ()
    date: datetime.date | None = None
    """The article's date; of an undated article that of its dateline."""

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return found

    def named_in(self, sentence: int) -> Sequence[Mention]:
        """The mentions of a sentence, in order; none for -1, which stands for the blocks."""
        return self._by_sentence.get(sentence, ()) if sentence >= 0 else ()

    @cached_property
    def has_accents(self) -> bool:
        """Whether the article writes any accents at all."""
        return bool(_ACCENTED.search(self.text))

    @cached_property
    def text(self) -> str:
        """The article as it is read; its offsets are those of the article's text."""
        return self.article.plain
