"""company: for whom men play by those with whom they score and whom they beat: `Hill headed in Moss's cross`, `past Dunne`.

For readers of the claims only, as all of `telling`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_ROUNDS = 2
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
        self._helped_by, self._helped = words.frame("helped_before"), words.frame("helped_behind")

    def sides(self, goals: Sequence[Claim], known: Mapping[str, str]) -> dict[str, str]:
        """The key of a club by the key of each man of whom the words of goals let one tell it and `known` does not."""
        found: dict[str, str] = {}
        for _ in range(_ROUNDS):
            votes: dict[str, Counter[str]] = defaultdict(Counter)
            for goal in goals:
                for man, side in self._told(goal, {**found, **known}):
                    votes[man][side] += 1
            found |= {man: _first(sides) for man, sides in votes.items() if man not in known and _first(sides)}
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


def _first(sides: Counter[str]) -> str:
    """The side that most speaks for; empty where two are level."""
    ranked = [(count, side) for side, count in sides.items() if side]
    ranked.sort(reverse=True)
    return ranked[0][1] if ranked and (len(ranked) == 1 or ranked[0][0] > ranked[1][0]) else ""
