"""turns: what the words of a goal say that it did: levelled the match, doubled a lead, halved a deficit, opened the scoring."""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words

_TURNS = ("levelled", "doubled", "halved", "opened")


class TurnReader:
    """Reads what goals did, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._words, self._nouns = (
            {turn: words.pattern(f"{turn}_{kind}") for turn in _TURNS if words.lists.get(f"{turn}_{kind}")}
            for kind in ("words", "nouns")
        )

    def told(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims; the goals of the prose whose words say one such thing with it as `turn`."""
        return [self._told(claim) if claim.type == "goal" and not claim.get("block") else claim for claim in claims]

    def _told(self, claim: Claim) -> Claim:
        tables = (self._words, self._nouns) if "scorer" in claim.keys else (self._words,)
        found = [turn for table in tables for turn, pattern in table.items() if pattern.search(claim.text)]
        return claim.having(turn=found[0]) if len(found) == 1 else claim
