"""company: for whom men play by those with whom they score and whom they beat: `Hill headed in Moss's cross`, `past Dunne`.

For readers of the claims only, as all of `telling`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_ROUNDS = 3
"""What one goal tells of a man tells of the next."""
_BEFORE = 60
"""Code points before a name in which the words stand that make him a team-mate or a beaten man."""


class Company:
    """One article's goals, asked for whom their men play."""

    def __init__(self, reading: Reading, clubs: Clubs | None, words: Words) -> None:
        self._reading = reading
        self._others = {clubs[0]: clubs[1], clubs[1]: clubs[0]} if clubs else {}
        self._beaten, self._hindered = words.frame("beaten_before"), words.frame("hindered_behind")
        self._broken = words.frame("broken_behind")
        self._mates, self._rivals = words.frame("mates_between"), words.frame("rivals_between")
        self._helped_by, self._helped = words.frame("helped_before"), words.frame("helped_behind")

    def sides(self, goals: Sequence[Claim], known: Mapping[str, str]) -> dict[str, str]:
        """The key of a club by the key of each man of whom the words of goals let one tell it and `known` does not."""
        found: dict[str, str] = {}
        for _ in range(_ROUNDS):
            found |= _outvoted((vote for goal in goals for vote in self._told(goal, {**found, **known})), known)
        return found

    def sides_beside(self, known: Mapping[str, str]) -> dict[str, str]:
        """The same of those beside whom, or against whom, the article names men of known sides."""
        found: dict[str, str] = {}
        for _ in range(_ROUNDS):
            found |= _outvoted(self._beside({**found, **known}), {**found, **known})
        return found

    def _beside(self, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Men and the sides of those beside whom, or against whom, the article names them."""
        for one, other, together in self._men:
            for man, mate in ((one, other), (other, one)):
                side = known.get(mate, "")
                yield man, side if together else self._others.get(side, "")

    @cached_property
    def _men(self) -> list[tuple[str, str, bool]]:
        """The men of whom one is named right behind the other in a sentence that tells whether they play together."""
        named = (self._reading.named_in(number) for number in range(len(self._reading.sentences)))
        found = []
        for one, other in (pair for mentions in named for pair in pairwise(mentions)):
            first, then = self._reading.people.at(one.span.start), self._reading.people.at(other.span.start)
            if first is None or then is None or first is then:
                continue
            together = self._mates.fullmatch(self._reading.text, one.span.end, other.span.start)
            if together or self._rivals.fullmatch(self._reading.text, one.span.end, other.span.start):
                found.append((first.key, then.key, together is not None))
        return found

    def _told(self, goal: Claim, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Men and sides that the words of one goal put together."""
        scorer = goal.keys.get("scorer", "")
        if not scorer or goal.get("kind") == "og":
            return
        for mention in self._reading.named_in(goal.sentence):
            person = self._reading.people.at(mention.span.start)
            man = person.key if person else ""
            side = known.get(man, "") if man else self._reading.clubs.at(mention.span.start)
            if man == scorer:
                continue
            if man and self._is_mate(mention):
                yield (scorer, side) if side else (man, known.get(scorer, ""))
            elif self._is_beaten(goal, mention, man):
                yield (scorer, self._others.get(side, "")) if side else (man, self._others.get(known.get(scorer, ""), ""))

    def _is_mate(self, mention: Mention) -> bool:
        before = max(self._reading.sentences[mention.sentence].start, mention.span.start - _BEFORE)
        helped = self._helped_by.search(self._reading.text, before, mention.span.start)
        return bool(helped or self._helped.match(self._reading.text, mention.span.end))

    def _is_beaten(self, goal: Claim, mention: Mention, man: str) -> bool:
        if not man and self._broken.match(self._reading.text, mention.span.end):
            return True
        before = max(self._reading.sentences[mention.sentence].start, mention.span.start - _BEFORE)
        beaten = self._beaten.search(self._reading.text, before, mention.span.start)
        behind = mention.span.start > goal.span.start
        return behind and bool(beaten or self._hindered.match(self._reading.text, mention.span.end))


def _outvoted(votes: Iterable[tuple[str, str]], known: Mapping[str, str]) -> dict[str, str]:
    """The side of each man of whom it is not known that most votes are for; none where two are level."""
    counted: dict[str, Counter[str]] = defaultdict(Counter)
    for man, side in votes:
        if side and man not in known:
            counted[man][side] += 1
    ranked = {man: sides.most_common(2) for man, sides in counted.items()}
    return {man: sides[0][0] for man, sides in ranked.items() if len(sides) == 1 or sides[0][1] > sides[1][1]}
