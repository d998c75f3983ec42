"""What the pipeline has read in one article: the value that travels from component to component."""

import datetime
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from checker.article import Article, Span
from checker.claims.model import Claim
from checker.pipeline.block_parts import Blocks
from checker.pipeline.clubs import Clubs, is_team
from checker.pipeline.mentions import Mention
from checker.pipeline.people import People, Person, words_before
from checker.pipeline.zones import Zones

_ACCENTED = re.compile(r"[^\W\d_\x00-\x7f]")
_HEAD = 10
"""Sentences among which an article's first ones of prose are looked for."""
_BEHIND_END = " \n\"'’”)"


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
    words: frozenset[str]
    """The article's words in small letters: a pass whose cues are not among them has nothing to do."""
    claims: tuple[Claim, ...] = ()
    date: datetime.date | None = None
    """The article's date; of an undated article that of its dateline."""

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.sentence].append(mention)
        return found

    @cached_property
    def names_of_people(self) -> Mapping[str, Sequence[Mention]]:
        """The mentions of people by their words, in order: what goes for one goes for all that read alike."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            if mention.kind == "person":
                found.setdefault(mention.words, []).append(mention)
        return found

    def named_in(self, sentence: int) -> Sequence[Mention]:
        """The mentions of a sentence, in order; none for -1, which stands for the blocks."""
        return self._by_sentence.get(sentence, ()) if sentence >= 0 else ()

    def teams_in(self, sentence: int) -> list[Mention]:
        """The clubs and national sides that a sentence mentions, in order."""
        return [mention for mention in self.named_in(sentence) if is_team(mention)]

    def clubs_in(self, sentence: int) -> list[str]:
        """The keys of the clubs that a sentence names, each once, in order."""
        return list(dict.fromkeys(key for team in self.teams_in(sentence) if (key := self.clubs.at(team.span.start))))

    @cached_property
    def _titles(self) -> Mapping[str, frozenset[str]]:
        """The words that stand right before the names of people, by their keys."""
        return {key: words_before(person, self.text) for key, person in self.people.by_key.items()}

    def is_called(self, person: Person, roles: AbstractSet[str]) -> bool:
        """Whether the word right before a man's name says what he is: `referee Anton Wiik`."""
        return bool(roles) and not self._titles[person.key].isdisjoint(roles)

    def lead(self, count: int) -> int:
        """How many sentences from the article's head hold its first ones of prose, so many: headline, bylines, captions and
        quotations before them come on top."""
        prose = self._first_of_prose
        return max(count, prose[count - 1] + 1) if len(prose) >= count else count

    @cached_property
    def _first_of_prose(self) -> list[int]:
        return [number for number, span in enumerate(self.sentences[:_HEAD]) if self._is_prose(span)]

    def _is_prose(self, sentence: Span) -> bool:
        ends = self.text[sentence.start : sentence.end].rstrip(_BEHIND_END).endswith((".", "!", "?"))
        return ends and self.zones.at(sentence.start) == "prose"

    @cached_property
    def has_accents(self) -> bool:
        """Whether the article writes any accents at all."""
        return bool(_ACCENTED.search(self.text))

    @cached_property
    def text(self) -> str:
        """The article as it is read; its offsets are those of the article's text."""
        return self.article.plain
