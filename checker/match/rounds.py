"""rounds: of which match each sentence speaks in an article of several matches.

For readers of the claims only, as all of `telling`: a round-up goes from match to match, and names both sides of one mostly
once, where it comes to it.
"""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.match.record import MatchRecord
from checker.match.sides import score_clubs
from checker.pipeline.reading import Reading

Sides = frozenset[str]
"""The keys of the clubs of a match: two, or the one that is named so far."""

_FIRST_SENTENCES = 3
"""A round-up whose own match there is tells its result in its first sentences of prose."""
_MATCH = 2


class Rounds:
    """The matches of one article that reports no single one."""

    def __init__(self, reading: Reading, record: MatchRecord) -> None:
        self._scores = [c for c in record.claims if c.type == "score" and c.sentence >= 0]
        self._by_sentence = self._walk(reading)
        self.own = self._first(reading)

    def _walk(self, reading: Reading) -> dict[int, Sides]:
        """The sides of each sentence's match: those that it names, or else those named last."""
        found: dict[int, Sides] = {}
        current: Sides = frozenset()
        for number in range(len(reading.sentences)):
            named = frozenset(reading.clubs_in(number))
            if len(named) > _MATCH:
                current = self._scored(number)
            elif len(named) == _MATCH or not named <= current:
                current = named
            found[number] = current
        return found

    def _scored(self, sentence: int) -> Sides:
        """The sides of the one score of a sentence that names more clubs than two."""
        pairs = {score_clubs(claim) for claim in self._scores if claim.sentence == sentence} - {frozenset()}
        return pairs.pop() if len(pairs) == 1 else frozenset()

    def _first(self, reading: Reading) -> Sides:
        """The match with which the article begins, where its first sentences tell how it ended."""
        early = (c.sentence for c in self._scores if c.sentence < reading.lead(_FIRST_SENTENCES))
        sides = (self._by_sentence.get(sentence, frozenset()) for sentence in early)
        return next((pair for pair in sides if len(pair) == _MATCH), frozenset())

    def about(self, claim: Claim) -> str:
        """`this` of a claim about the match with which the article begins, `other` of any other, or empty."""
        pair = self._by_sentence.get(claim.sentence, frozenset()) | score_clubs(claim)
        if not pair:
            return ""
        return "this" if pair <= self.own else "other"

    def pair(self, claim: Claim) -> Sequence[str]:
        """The sides of the match of which a claim's sentence speaks, by the order of their keys; two, or fewer."""
        return sorted(self._by_sentence.get(claim.sentence, frozenset()))

    def opponent(self, claim: Claim, club: str) -> str:
        """The other side of the match of which a club's claim speaks; or empty."""
        pair = self._by_sentence.get(claim.sentence, frozenset())
        others = pair - {club}
        return next(iter(others)) if club in pair and len(pair) == _MATCH else ""
