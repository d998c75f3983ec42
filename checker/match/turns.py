"""turns: what the words of a goal say that it did: levelled the match, doubled a lead, halved a deficit, opened the scoring."""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.results import is_round_up

_TURNS = ("levelled", "doubled", "halved", "opened")


class TurnReader:
    """Reads what goals did, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._words, self._nouns = (
            {turn: words.pattern(f"{turn}_{kind}") for turn in _TURNS if words.lists.get(f"{turn}_{kind}")}
            for kind in ("words", "nouns")
        )

    def told(self, claims: Sequence[Claim]) -> list[Claim]:
        """The claims; the goals of the prose whose words say one such thing with it as `turn`, and, where one of them opens
        the scoring in a minute of its own, the other men's with that minute as `opened`."""
        told = [self._told(claim) if claim.type == "goal" and not claim.get("block") else claim for claim in claims]
        openers = {claim.get("minute"): claim for claim in told if claim.get("turn") == "opened" and _is_dated(claim)}
        return told if len(openers) != 1 or is_round_up(told) else [_with_opener(claim, *openers.values()) for claim in told]

    def _told(self, claim: Claim) -> Claim:
        tables = (self._words, self._nouns) if "scorer" in claim.keys else (self._words,)
        found = [turn for table in tables for turn, pattern in table.items() if pattern.search(claim.text)]
        return claim.having(turn=found[0]) if len(found) == 1 else claim


def _is_dated(claim: Claim) -> bool:
    """Whether a goal is one of this match of which the prose gives man and minute exactly."""
    exact = claim.type == "goal" and claim.get("form") == "ordinal" and "scorer" in claim.keys
    return exact and claim.get("about") == "this" and claim.zone == "prose"


def _with_opener(claim: Claim, opener: Claim) -> Claim:
    if not _is_dated(claim) or claim.keys["scorer"] == opener.keys["scorer"]:
        return claim
    return claim.having(opened=opener.get("earliest"), places={"opened": opener.place("minute")})
