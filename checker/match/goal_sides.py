"""goal_sides: for which side a goal was, where its words do not name it: who levels, who adds to a lead, who wins to nil.

For readers of the claims only, as all of `telling`.
"""

from collections.abc import Iterator, Mapping, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.allegiance import Sides, sides_told
from checker.match.retelling import Retelling
from checker.match.rounds import Rounds
from checker.match.sides import Clubs, other_of
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
        self._won_with, self._won_by = words.frame("won_with_goal"), words.frame("goal_that_won")
        self._who = words.frame("who_acts")
        self._clause, self._consolation = words.frame("clause_of_round"), words.pattern("consolation_words")

    def third(self, claim: Claim) -> str:
        """The side of a goal of another match: whom its words give it to, else the one named last before them."""
        named = self.acting(claim.sentence, third=True)
        before = [key for mention, key in named if mention.span.end <= claim.span.start]
        own = claim.keys.get("club") or self.told(claim) or self._sides.get(claim.keys.get("scorer", ""), "")
        return own or (before[-1] if before else "")

    def told(self, claim: Claim) -> str:
        """The first side for which the words of a goal say that it was."""
        return next(sides_told(claim, self._reading, self._words), "")

    def of_victim(self, claim: Claim) -> str:
        """The other side than the one that concedes where words tell a goal so: `Ayton fell behind`."""
        if self._clubs is None or not self._conceded.search(claim.text):
            return ""
        sides = [key for mention, key in self.acting(claim.sentence) if mention.span.start < claim.span.end]
        return other_of(self._clubs, sides[-1]) if sides else ""

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
        return other_of(pair, led) if levels else led

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

    def won_with(self, claim: Claim) -> str:
        """The winner of the result that a goal's sentence tells it with: `beat Denby 3-1, with Hill scoring twice`, `after Hill
        secured a 1-0 win`; of a consolation the loser."""
        around = self._by_sentence.get(claim.sentence, []) if claim.sentence >= 0 else []
        man = claim.places.get("scorer", claim.span)
        for score in around:
            leads = score.span < claim.span
            between = score.span.between(man if leads else claim.span).of(self._reading.text)
            link = self._won_with if leads else self._won_by
            if score.type == "score" and score.get("outcome") in ("win", "defeat") and link.fullmatch(between):
                winner, loser = self._sides_of(score)
                return loser if self._consolation.search(claim.text) else winner
        return ""

    def _sides_of(self, score: Claim) -> tuple[str, str]:
        """The winner and the loser of a result, each empty where nothing tells it: its side is the first of its clause."""
        start = self._reading.sentences[score.sentence].start
        begins = [start, *(found.end() for found in self._clause.finditer(self._reading.text, start, score.span.start))]
        opponent = score.keys.get("opponent", "")
        teams = [team for team in self._reading.teams_in(score.sentence) if begins[-1] <= team.span.start < score.span.start]
        whose = [at for at, team in enumerate(teams) if self._who.match(self._reading.text, team.span.end)]
        teams = teams[whose[-1] :] if whose else teams  # `behind Denby, who beat`
        named = (self._reading.clubs.at(team.span.start) for team in teams)
        club = score.keys.get("club") or next((key for key in named if key and key != opponent), "")
        opponent = opponent or (self._rounds.opponent(score, club) if self._rounds else "")
        return (club, opponent) if score.get("outcome") == "win" else (opponent, club)

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
