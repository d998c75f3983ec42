"""company: for whom men play by those with whom they score and whom they beat: `Hill headed in Moss's cross`, `past Dunne`;
and by whose lead a goal levels or adds to.

For readers of the claims only, as all of `telling`.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_ROUNDS = 4
"""What one goal tells of a man tells of the next."""
_BEFORE = 60
"""Code points before a name in which the words stand that make him a team-mate or a beaten man."""


class Link(NamedTuple):
    """Two men, or a man and a club, by their keys, and whether they are of one side."""

    one: str
    other: str
    same: bool


class Company:
    """One article's goals, asked for whom their men play."""

    def __init__(self, reading: Reading, clubs: Clubs | None, words: Words, goals: Sequence[Claim]) -> None:
        self._reading = reading
        self._others = {clubs[0]: clubs[1], clubs[1]: clubs[0]} if clubs else {}
        self._beaten, self._hindered = words.frame("beaten_before"), words.frame("hindered_behind")
        self._broken, self._apart = words.frame("broken_behind"), words.frame("moments_apart")
        self._helped_by, self._helped = words.frame("helped_before"), words.frame("helped_behind")
        self._levels, self._extends = words.pattern("levelling_words"), words.pattern("extending_verb")
        self._reduces, self._retakes = words.frame("reduces_lead"), words.frame("retakes_lead")
        self._row, self._owned = words.frame("row_of_scorers"), words.frame("owned_goal")
        self._made_good, self._told_late = words.frame("made_good"), words.frame("told_late")
        self._links = list(self._all_links(goals))

    def sides(self, known: Mapping[str, str]) -> dict[str, str]:
        """The key of a club by the key of each man of whom the words of goals let one tell it and `known` does not."""
        found: dict[str, str] = {}
        known = {**{club: club for club in self._others}, **known}
        for _ in range(_ROUNDS):
            votes: dict[str, Counter[str]] = defaultdict(Counter)
            told = {**found, **known}
            for link in self._links:
                for man, mate in ((link.one, link.other), (link.other, link.one)):
                    side = told.get(mate, "")
                    votes[man][side if link.same else self._others.get(side, "")] += 1
            found |= {man: _first(sides) for man, sides in votes.items() if man not in known and _first(sides)}
        return found

    def _all_links(self, goals: Sequence[Claim]) -> Iterator[Link]:
        named = sorted((goal for goal in goals if goal.keys.get("scorer")), key=lambda goal: goal.span)
        for number, goal in enumerate(named):
            if goal.get("kind") == "og":
                continue
            yield from self._told(goal, len({o.keys["scorer"] for o in named if o.sentence == goal.sentence}) > 1)
            yield from self._by_score(named, number)

    def _told(self, goal: Claim, several: bool) -> Iterator[Link]:
        """Men and sides that the words of one goal put together; of `several` in a sentence those of the same clause."""
        scorer = goal.keys["scorer"]
        for mention in self._reading.named_in(goal.sentence):
            person = self._reading.people.at(mention.span.start)
            man = person.key if person else self._reading.clubs.at(mention.span.start)
            parted = several and self._apart.search(self._reading.text, *goal.span.between(mention.span))
            if not man or man == scorer or parted:
                continue
            if person and self._is_mate(mention):
                yield Link(scorer, man, same=True)
            elif self._is_beaten(goal, mention, person is not None):
                yield Link(scorer, man, same=False)

    def _by_score(self, goals: Sequence[Claim], number: int) -> Iterator[Link]:
        """What a goal that levels, adds to a lead or halves one tells of its man and of the one told right before or of whose
        goal it made good; who score in one row score for one side."""
        goal = goals[number]
        then = goals[number + 1] if number + 1 < len(goals) else None
        before = goals[number - 1] if number else None
        made_good = then and then.sentence == goal.sentence and self._is_made_good(goal, then)
        if then and made_good:
            yield Link(goal.keys["scorer"], then.keys["scorer"], same=False)
        if before and before.get("kind") != "og" and before.keys["scorer"] != goal.keys["scorer"]:
            in_row, follows = self._is_in_row(before, goal), not made_good and self._follows(before, goal)
            same = in_row or (self._is_of_same_side(before.text, goal.text) if follows else None)
            if same is not None:
                yield Link(goal.keys["scorer"], before.keys["scorer"], same)

    def _is_in_row(self, before: Claim, goal: Claim) -> bool:
        """Whether two men scored in one row of names: `goals from Hill, Moss and Ray`."""
        one, other = before.places.get("scorer"), goal.places.get("scorer")
        if before.sentence != goal.sentence or goal.sentence < 0 or one is None or other is None:
            return False
        return bool(self._row.fullmatch(self._reading.text, one.end, max(one.end, other.start)))

    def _follows(self, before: Claim, goal: Claim) -> bool:
        """Whether a goal fell after the one told right before it: one sentence further on at most, and not told late."""
        begin = self._reading.sentences[goal.sentence].start if goal.sentence >= 0 else goal.span.start
        if before.sentence != goal.sentence and (before.sentence != goal.sentence - 1 or self._owned.search(before.text)):
            return False
        return self._told_late.search(self._reading.text, max(before.span.end, begin), goal.span.end) is None

    def _is_made_good(self, goal: Claim, then: Claim) -> bool:
        levels = self._levels.search(self._reading.text, goal.span.start, then.span.start)
        return bool(levels and self._made_good.match(self._reading.text, goal.span.start, then.span.start))

    def _is_of_same_side(self, before: str, goal: str) -> bool | None:
        """Whether a goal is for the side of the one told before it, by what the words of both say of the score; None where
        they leave it open."""
        reduced = self._reduces.search(before) is not None
        if self._reduces.search(goal) or self._levels.search(goal):
            return reduced
        if self._retakes.search(goal):
            return False if reduced or self._levels.search(before) else None
        if self._extends.search(goal):
            return None if reduced or self._levels.search(before) else True
        return None

    def _is_mate(self, mention: Mention) -> bool:
        before = max(self._reading.sentences[mention.sentence].start, mention.span.start - _BEFORE)
        helped = self._helped_by.search(self._reading.text, before, mention.span.start)
        return bool(helped or self._helped.match(self._reading.text, mention.span.end))

    def _is_beaten(self, goal: Claim, mention: Mention, is_man: bool) -> bool:
        if not is_man and self._broken.match(self._reading.text, mention.span.end):
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
