"""chain: how a match stood, statement after statement, where each `made it 2-1` is one goal more than the last."""

from collections.abc import Sequence
from itertools import pairwise

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.makers import MadeIt
from checker.pipeline.reading import Reading

_NEAR = 2
"""Sentences from one statement to the next between which no goal goes untold, as a rule."""
_REACH = 60
"""Code points between the words of a goal and those that it made a score with: `headed in from a corner to make it 2-0`."""
_TWO = 2
_STANDINGS = ("running", "half-time")


class ChainReader:
    """Counts the goals from one score on the way to the next, with the words of a pack for what tells a goal."""

    def __init__(self, words: Words) -> None:
        self._made_it = MadeIt(words)
        self._of_goal = words.pattern("makes_it_words")
        self._goal = words.pattern("goal_cues", "lead_noun", "goal_noun")
        self._nth = words.frame("nth_alone")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; each score that words like `make it` give, behind another one with no goal told between, with `step`:
        by how many goals it is more."""
        standing = [n for n, claim in enumerate(claims) if _stands(claim)]
        told = list(claims)
        for one, other in pairwise(sorted(standing, key=lambda n: claims[n].span)):
            if self._follows(claims[one], claims[other], claims, reading):
                between = self._told_between(claims[one], claims[other], claims)
                step = _goals(claims[other]) - _goals(claims[one]) - len(between)
                if _is_comeback(claims[one], claims[other]):
                    continue
                told[other] = claims[other].having(step=step, places={"before": claims[one].span})
        return told

    def _follows(self, one: Claim, other: Claim, claims: Sequence[Claim], reading: Reading) -> bool:
        made = self._made_it.before(other, reading.text)
        if not made or not 0 < other.sentence - one.sentence <= _NEAR:
            return False
        start = reading.sentences[other.sentence].start
        before = [claim for claim in claims if claim.type == "goal" and start <= claim.span.start < made.start()]
        goals = [claim for claim in before if not (claim.get("again") or claim.span.overlaps(other.span))]
        makes = any(claim.span.overlaps(other.span) and claim.get("scorer") for claim in before)
        near = goals and made.start() - goals[-1].span.end <= _REACH
        alone = near and self._of_goal.match(made[0]) if goals else makes or self._is_alone(start, made.start(), reading)
        between = self._told_between(one, other, claims)
        untold = _without(between, reading.text, one.span.end, start)
        return bool(alone) and len(goals) <= 1 and not (self._goal.search(untold) or self._nth.search(untold))

    def _is_alone(self, start: int, end: int, reading: Reading) -> bool:
        """Whether nothing of a goal stands before the words that make a score."""
        return not self._goal.search(reading.text, start, end)

    def _told_between(self, one: Claim, other: Claim, claims: Sequence[Claim]) -> list[Claim]:
        """The goals that the sentences between two scores tell, one each."""
        near = (c for c in claims if c.type == "goal" and one.sentence < c.sentence < other.sentence)
        return [c for c in near if c.get("about") == "this" and not (c.get("again") or c.get("several") or c.get("likely"))]


def _without(told: Sequence[Claim], text: str, start: int, end: int) -> str:
    """A stretch of the text without the words of some claims."""
    parts = []
    for claim in sorted(told, key=lambda claim: claim.span):
        parts.append(text[start : max(start, claim.span.start)])
        start = max(start, claim.span.end)
    return " ".join([*parts, text[start:end]])


def _stands(claim: Claim) -> bool:
    here = claim.type == "score" and claim.get("kind") in _STANDINGS and claim.get("about") in ("this", None)
    return here and claim.zone == "prose" and claim.sentence >= 0


def _is_comeback(before: Claim, after: Claim) -> bool:
    """Whether a side has drawn level from two goals down, which copy tells in one: `assisted him to make it 2-2`."""
    level = after.get("first") == after.get("second")
    return level and (_goals(after) - _goals(before)) == _TWO and 0 in (before.get("first"), before.get("second"))


def _goals(claim: Claim) -> int:
    return int(str(claim.get("first"))) + int(str(claim.get("second")))
