"""ends: how a match ended that stood so, by the words of one sentence: `blew a 2-0 lead to draw 2-2`.

The two scores are of one match whatever else an article tells, and whether its clubs are known or not.
"""

from collections.abc import Sequence
from itertools import pairwise

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.facts import high_low
from checker.pipeline.clubs import is_team
from checker.pipeline.reading import Reading

_TURNED = {("lead", "defeat"), ("defeat", "win")}
"""How a side stood and how it ended, where the other one won in the end."""


class EndReader:
    """Ties scores on the way to results of their own sentence, with the frames of a pack."""

    def __init__(self, words: Words) -> None:
        self._ended, self._after = words.frame("ended_so"), words.frame("after_it_stood")
        self._of_tie = words.pattern("first_leg_cues", "two_leg_cues", "played_again_words")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; scores on the way with `ends_fit`, whether the match can have ended as their sentence says, and with
        `ends`: how that was."""
        scores = [n for n, claim in enumerate(claims) if claim.type == "score" and claim.sentence >= 0]
        told = list(claims)
        for one, other in pairwise(sorted(scores, key=lambda n: claims[n].span)):
            way, end = (one, other) if claims[one].get("kind") in ("running", "half-time") else (other, one)
            if self._are_one(claims[way], claims[end], reading):
                first, second = claims[end].get("first"), claims[end].get("second")
                told[way] = claims[way].having(
                    ends_fit=_fits(claims[way], claims[end]), ends=f"{first}-{second}", places={"told": claims[end].span}
                )
        return told

    def _are_one(self, way: Claim, end: Claim, reading: Reading) -> bool:
        """Whether the words of one sentence lead from a score on the way to a result."""
        on_the_way = way.get("kind") in ("running", "half-time") and end.get("kind") == "final" and "outcome" in end.fields
        if not on_the_way or way.sentence != end.sentence or "quotation" in (way.zone, end.zone):
            return False
        start, stop = min(way.span.end, end.span.end), max(way.span.start, end.span.start)
        joined = (self._ended if way.span < end.span else self._after).fullmatch(reading.text, start, stop)
        third = any(is_team(m) and start <= m.span.start < stop for m in reading.named_in(way.sentence))
        sentence = reading.sentences[way.sentence]
        return bool(joined) and not third and not self._of_tie.search(reading.text, sentence.start, sentence.end)


def _fits(way: Claim, end: Claim) -> bool:
    """Whether no side has lost goals."""
    (high, low), (most, least) = high_low(way), high_low(end)
    if (way.get("outcome"), end.get("outcome")) in _TURNED:
        return high <= least and low <= most
    return high <= most and low <= least
