"""goal_sides: for which side a goal was, where its words do not name it: who levels, who adds to a lead, who wins to nil.

For readers of the claims only, as all of `telling`.
"""

from collections.abc import Iterator, Mapping, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.allegiance import Sides, sides_told
from checker.match.retelling import Retelling
from checker.match.rounds import Rounds
from checker.match.sides import Clubs
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_PAIR = 2


class GoalSides:
    """One article's goals, asked for whom they were; clubs are told by their keys, and are empty where nothing tells them."""

    def __init__(
        self, reading: Reading, clubs: Clubs | None, sides: Sides, retelling: Retelling, rounds: Rounds | None,
        by_sentence: Mapping[int, Sequence[Claim]], words: Words,
    ) -> None:  # fmt: skip
        self._reading, self._clubs, self._sides = reading, clubs, sides
        self._retelling, self._rounds, self._by_sentence = retelling, rounds, by_sentence
        self._words = words
        self._levels, self._extends = words.pattern("levelling_words"), words.pattern("extending_verb")
        self._conceded = words.frame("conceded_goal")

    def third(self, claim: Claim) -> str:
        """The side of a goal of another match: whom its words give it to, else the one named last before them."""
        named = self.acting(claim.sentence, third=True)
        before = [key for mention, key in named if mention.span.end <= claim.span.start]
        own = claim.keys.get("club") or self.told(claim) or self._sides.get(claim.keys.get("scorer", ""), "")
        return own or (before[-1] if before else "")

    def told(self, claim: Claim) -> str:
        """The first side for which the words of a goal say that it was."""
        return next(sides_told(claim, self._reading, self._words), "")

    def other(self, club: str) -> str:
        """The side of the match that a club plays; empty where there is no match of it."""
        return next((key for key in self._clubs or () if key != club), "") if club in (self._clubs or ()) else ""

    def of_victim(self, claim: Claim) -> str:
        """The other side than the one that concedes where words tell a goal so: `Ayton fell behind`."""
        if self._clubs is None or not self._conceded.search(claim.text):
            return ""
        sides = [key for mention, key in self.acting(claim.sentence) if mention.span.start < claim.span.end]
        return next((club for club in self._clubs if club != sides[-1]), "") if sides else ""

    def levelling(self, claim: Claim) -> str:
        """The side that does not lead where a goal levels, the one that does where it adds to a lead: by the club of the goal
        told right before it."""
        levels = self._levels.search(claim.text)
        pair = self._clubs or (self._rounds.pair(claim) if self._rounds else ())
        if len(pair) != _PAIR or not (levels or self._extends.search(claim.text)):
            return ""
        goals = [c for at in (claim.sentence - 1, claim.sentence) for c in self._by_sentence.get(at, []) if c.type == "goal"]
        before = [goal for goal in goals if goal.span.end <= claim.span.start]
        led = self.of_goal(before[-1]) if before and claim.sentence >= 0 else ""
        if led not in pair:
            return ""
        return next(club for club in pair if club != led) if levels else led

    def winning(self, claim: Claim) -> str:
        """The winner of the match whose result is told with a goal, or right before it, where the loser had none."""
        for sentence in (claim.sentence, claim.sentence - 1):
            scores = (claim for claim in self._by_sentence.get(sentence, []) if claim.type == "score")
            told = [score for score in scores if score.get("kind") in (None, "final")]
            if told and claim.sentence >= 0:
                score, club = told[-1], told[-1].keys.get("club", "")
                other = score.keys.get("opponent", "") or (self._rounds.opponent(score, club) if self._rounds else "")
                wins = score.get("first") == 0 or score.get("second") == 0
                return {"win": club, "defeat": other}.get(str(score.get("outcome")), "") if wins else ""
        return ""

    def named(self, claim: Claim) -> str:
        """The last of the two sides that a claim's sentence names before it, as the one that acts."""
        named = self.acting(claim.sentence, third=claim.get("about") == "other")
        before = [key for mention, key in named if mention.span.end <= claim.span.start]
        return before[-1] if before else ""

    def before(self, claim: Claim) -> str:
        """The last of the two sides that the sentence before a claim's names as the one that acts, if it names no other."""
        named = {key for _, key in self.acting(claim.sentence - 1)} if claim.sentence > 0 else set()
        return named.pop() if len(named) == 1 else ""

    def of_goal(self, goal: Claim) -> str:
        """The club of a goal of this match by its scorer, whatever else tells of him."""
        scorer = self._retelling.scorer(goal)
        clubs = {known.club for known in self._retelling.goals if known.scorer == scorer and known.club}
        return goal.keys.get("club") or (clubs.pop() if len(clubs) == 1 else self._sides.get(scorer, ""))

    def acting(self, sentence: int, third: bool = False) -> Iterator[tuple[Mention, str]]:
        """The mentions of a sentence that stand for one of the two sides: a club's name, or a man of it; with `third`
        those of any other side too."""
        for mention in self._reading.named_in(sentence):
            person = self._reading.people.at(mention.span.start)
            key = self._sides.get(person.key, "") if person else self._reading.clubs.at(mention.span.start)
            if key and (self._clubs is None or third or key in self._clubs) and self._retelling.acts(mention):
                yield mention, key
