"""told_again: one goal in two words of a sentence: `United took the lead when Grady scored`."""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words

_REACH = 50
"""Code points between two ways of telling a goal in one sentence that make them one goal told twice."""


class GoalsToldAgain:
    """Finds the second tellings of goals, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._next_goal, self._noun_of_goal = words.frame("next_goal"), words.frame("noun_of_goal")

    def told(self, claims: Sequence[Claim], text: str) -> list[Claim]:
        """The claims, a goal that names nobody beside one that their sentence has told already marked as told `again`: `United
        took the lead when Grady scored` is one goal in two words. Without such as are only a part of what is told beside them:
        `Grady scored, making it 4-1`, `Grady's goal put them ahead`."""
        goals = [claim for claim in claims if claim.type == "goal" and not claim.get("likely")]
        first = {id(claim): claim for claim in goals if {"scorer", "club"} & claim.keys.keys()}
        again, parts = set(), set()
        for claim in goals:
            beside = [other for other in first.values() if id(claim) not in first and self._is_beside(claim, other, text)]
            if not beside:
                first[id(claim)] = claim
                continue
            again.add(id(claim))
            if claim.get("part") or claim.get("several") or any(self._is_done_by(claim, other) for other in beside):
                parts.add(id(claim))
        told = (claim for claim in claims if id(claim) not in parts)
        return [claim.having(again=True) if id(claim) in again else claim for claim in told]

    def _is_beside(self, claim: Claim, other: Claim, text: str) -> bool:
        """Whether two goals are told in one breath; words of `next_goal` part them: `scored before adding a third`."""
        if claim.sentence != other.sentence or claim.span.distance(other.span) > _REACH:
            return False
        first, second = sorted((claim.span, other.span))
        return self._next_goal.search(text, first.end, max(first.end, second.end)) is None

    def _is_done_by(self, claim: Claim, other: Claim) -> bool:
        """Whether a verb says what the goal right before it did: `Grady's goal put them ahead`."""
        return claim.span.start == other.span.end + 1 and bool(self._noun_of_goal.search(other.text))
