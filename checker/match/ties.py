"""ties: the aggregate of a tie and its two legs, in an article whose clubs cannot be told.

Where an article tells one aggregate, one score of a first leg, and one result beside the aggregate, and names no other side
beside the first leg, they are of one tie.
"""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.facts import high_low
from checker.pipeline.reading import Reading

_NEAR = 25
"""Code points round a score in which it is called that of the first leg."""


class TieReader:
    """Holds an aggregate against the legs, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._first_leg = words.pattern("first_leg_cues")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; an aggregate with `sum_fits`, whether the legs add up to it, and with `legs`: how they ended."""
        scores = [claim for claim in claims if claim.type == "score" and claim.sentence >= 0 and claim.zone != "quotation"]
        totals = [claim for claim in scores if claim.get("kind") == "aggregate"]
        finals = [claim for claim in scores if claim.get("kind") == "final"] if totals else []
        first = [claim for claim in finals if self._is_first_leg(claim, reading)]
        beside = [claim for claim in finals if claim not in first and any(claim.sentence == t.sentence for t in totals)]
        if any(len(set(map(high_low, told))) != 1 for told in (totals, first, beside)) or len(finals) > len(first + beside):
            return list(claims)
        if not set(reading.clubs_in(first[0].sentence)) <= set(reading.clubs_in(totals[0].sentence)):
            return list(claims)
        legs = f"{beside[0].get('first')}-{beside[0].get('second')} and {first[0].get('first')}-{first[0].get('second')}"
        fits = _adds_up(high_low(totals[0]), high_low(beside[0]), high_low(first[0]))
        return [
            claim.having(sum_fits=fits, legs=legs, places={"told": first[0].span}) if claim in totals else claim
            for claim in claims
        ]

    def _is_first_leg(self, claim: Claim, reading: Reading) -> bool:
        start, end = reading.sentences[claim.sentence]
        return bool(self._first_leg.search(
            reading.text, max(start, claim.span.start - _NEAR), min(end, claim.span.end + _NEAR)
        ))  # fmt: skip


def _adds_up(total: tuple[int, int], one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two scores make a third, whichever side won which."""
    sums = ((one[0] + other[0], one[1] + other[1]), (one[0] + other[1], one[1] + other[0]))
    return any(sorted(total) == sorted(found) for found in sums)
