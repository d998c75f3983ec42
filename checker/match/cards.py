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
    told = ((number, claims[number]) for number in told_dismissals(claims))
    return {number: f"dismissal of {claim.keys['player']}" for number, claim in told if claim.get("about") == "this"}


def told_dismissals(claims: Sequence[Claim]) -> list[int]:
    """The dismissals of any match whose man is named, by the claim's number."""
    named = ((n, c) for n, c in enumerate(claims) if is_red(c) and c.zone != "quotation" and c.keys.get("player"))
    return [number for number, claim in named if " and " not in claim.text]
