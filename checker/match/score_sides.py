"""score_sides: of which side a score or a lead is told where its words do not name it: its owner, the winner, who is spoken of.

For readers of the claims only, as all of `telling`.
"""

import re
from collections.abc import Mapping, Sequence

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.goal_sides import GoalSides
from checker.match.sides import Clubs
from checker.pipeline.clubs import TEAM_KINDS
from checker.pipeline.reading import Reading

_ASIDE = re.compile(r", [a-z0-9][^,.;:()—\n]{3,90},")
"""What is said of a side between its name and its verb: `Denby, now four points behind Ayton, lost 3-2`."""
_OWN_SCORE = re.compile(r"['’]s? (?:[a-z][\w-]* ){0,2}")


class ScoreSides:
    """One article's scores, asked of whom they are told; clubs are told by their keys, empty where nothing tells them."""

    def __init__(
        self, reading: Reading, clubs: Clubs | None, goals: GoalSides, by_sentence: Mapping[int, Sequence[Claim]],
        scored: Mapping[str, int], words: Words,
    ) -> None:  # fmt: skip
        """`scored` are the goals of both sides by the result, where one is known."""
        self._reading, self._clubs, self._goals = reading, clubs, goals
        self._by_sentence, self._scored = by_sentence, scored
        self._first_clause = words.frame("clause_first")

    def of_result(self, told: Mapping[str, Value]) -> str:
        """The side of which the result of the article's match is told: who won it, or of a defeat who lost."""
        figures = sorted(figure for figure in (told.get("first"), told.get("second")) if isinstance(figure, int))
        final = told.get("kind") == "final" and told.get("about") == "this" and figures == sorted(self._scored.values())
        if not final or len({*figures}) != len(self._scored):
            return ""
        best = max if told.get("outcome") != "defeat" else min
        return best(self._scored, key=lambda club: self._scored[club])

    def spoken_of(self, claim: Claim) -> str:
        """The side of the match that the sentence of a result against another names before it, or behind the clause with which
        it begins: `Since a 4-1 defeat by Denby Ayton have won`."""
        sides = self._clubs or ()
        if claim.keys.get("opponent", "") in ("", *sides) or claim.sentence < 0:
            return ""
        named = [(mention, key) for mention, key in self._goals.acting(claim.sentence) if key in sides]
        before = [key for mention, key in named if mention.span.end <= claim.span.start]
        first = self._first_clause.match(self._reading.text, self._reading.sentences[claim.sentence].start, claim.span.start)
        behind = [key for mention, key in named if mention.span.start >= claim.span.end and first]
        return (before[-1:] or behind[:1] or [""])[0]

    def owner(self, claim: Claim) -> str:
        """The club whose a score is called: `Denby's 2-1 defeat`."""
        for mention in self._reading.named_in(claim.sentence):
            owned = self._reading.text[mention.span.end : claim.span.start] if mention.span.end < claim.span.start else ""
            if mention.kind in TEAM_KINDS and _OWN_SCORE.fullmatch(owned):
                return self._reading.clubs.at(mention.span.start)
        return ""

    def level(self, claim: Claim) -> tuple[str, ...]:
        """The two sides of a draw, the one named first before the other, where its sentence names no third before it."""
        named = [self._reading.clubs.at(team.span.start) for team in self._reading.teams_in(claim.sentence)]
        pair = tuple(dict.fromkeys(key for key in named if key))
        return pair if len(pair) == 2 and "club" not in claim.keys else ()

    def beside(self, claim: Claim, about: Value | None) -> str:
        """The club of the goal told in the same breath, else the last club or man of the two clubs named before it; of another
        match of any."""
        near = [c for c in self._by_sentence.get(claim.sentence, []) if c.type == "goal" and claim.sentence >= 0]
        for goal in sorted(near, key=lambda goal: goal.span.distance(claim.span)):
            club = self._goals.of_goal(goal)
            if club:
                return club
        named = list(self._goals.acting(claim.sentence, third="other" in (about, claim.get("about"))))
        said_beside = [part for part in self._asides(claim.sentence) if not part.holds(claim.span)]
        named = [(mention, key) for mention, key in named if key != claim.keys.get("opponent")]
        named = [(mention, key) for mention, key in named if not any(part.holds(mention.span) for part in said_beside)]
        inside = [key for mention, key in named if claim.span.holds(mention.span)]
        before = [key for mention, key in named if mention.span.end <= claim.span.start]
        return (inside or before[-1:] or [""])[0]

    def _asides(self, sentence: int) -> list[Span]:
        """What is said beside of the sides of a sentence, from the mark behind their names to the next one."""
        ends = (team.span.end for team in self._reading.teams_in(sentence))
        found = (_ASIDE.match(self._reading.text, end) for end in ends)
        return [Span(*aside.span()) for aside in found if aside]
