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
_STANDINGS = ("running", "half-time")


class ChainReader:
    """Counts the goals from one score on the way to the next, with the words of a pack for what tells a goal."""

    def __init__(self, words: Words) -> None:
        self._made_it = MadeIt(words)
        self._of_goal = words.pattern("makes_it_words")
        self._goal = words.pattern("goal_cues", "lead_noun", "goal_noun")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; each score that words like `make it` give, behind another one with no goal told between, with `step`:
        by how many goals it is more."""
        standing = [n for n, claim in enumerate(claims) if _stands(claim)]
        told = list(claims)
        for one, other in pairwise(sorted(standing, key=lambda n: claims[n].span)):
            if self._follows(claims[one], claims[other], claims, reading):
                step = _goals(claims[other]) - _goals(claims[one])
                told[other] = claims[other].having(step=step, places={"before": claims[one].span})
        return told

    def _follows(self, one: Claim, other: Claim, claims: Sequence[Claim], reading: Reading) -> bool:
        made = self._made_it.before(other, reading.text)
        if not made or not 0 < other.sentence - one.sentence <= _NEAR:
            return False
        start = reading.sentences[other.sentence].start
        before = [claim for claim in claims if claim.type == "goal" and start <= claim.span.start < made.start()]
        goals = [claim for claim in before if not (claim.get("again") or claim.span.overlaps(other.span))]
        near = goals and made.start() - goals[-1].span.end <= _REACH
        alone = near and self._of_goal.match(made[0]) if goals else not self._goal.search(reading.text, start, made.start())
        return bool(alone) and len(goals) <= 1 and not self._goal.search(reading.text, one.span.end, start)


def _stands(claim: Claim) -> bool:
    here = claim.type == "score" and claim.get("kind") in _STANDINGS and claim.get("about") in ("this", None)
    return here and claim.zone == "prose" and claim.sentence >= 0


def _goals(claim: Claim) -> int:
    return int(str(claim.get("first"))) + int(str(claim.get("second")))
