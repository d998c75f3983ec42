"""cards: which words tell the same dismissal."""

from collections.abc import Sequence

from checker.claims.model import Claim


def is_red(claim: Claim) -> bool:
    """Whether a card is one that sends a man off."""
    return claim.type == "card" and claim.get("colour") in ("red", "second-yellow")


def card_events(claims: Sequence[Claim]) -> dict[int, str]:
    """The event of each dismissal about this match whose man is named, by the claim's number: one man is sent off once.

    In `Dunne fouls Ray and collects his second yellow card` it is open which man the words behind `and` speak of.
    """
    return {
        number: f"dismissal of {claim.keys['player']}"
        for number, claim in enumerate(claims)
        if is_red(claim) and claim.get("about") == "this" and claim.zone != "quotation" and claim.keys.get("player")
        and " and " not in claim.text
    }
