"""days: on which day of the week an article says that its match was played."""

from collections.abc import Sequence

from checker.claims.model import Claim

LEAD_SENTENCES = 3
"""In its first sentences a report says when its match was played."""
_MOST_BETWEEN = 120
"""Code points between a result and the day that goes with it."""


def day_events(claims: Sequence[Claim]) -> dict[int, str]:
    """The weekday of this match, by the claim's number: the one weekday of a sentence of the lead that tells how it ended.

    A sentence with two weekdays, or one that tells another match's score too, may mean either.
    """
    found: dict[int, str] = {}
    for number, claim in enumerate(claims):
        if claim.type != "date" or "weekday" not in claim.fields or not 0 <= claim.sentence < LEAD_SENTENCES:
            continue
        same = [other for other in claims if other.sentence == claim.sentence]
        days = [other for other in same if other.type == "date"]
        scores = [other for other in same if other.type == "score" and other.zone != "quotation"]
        results = [score for score in scores if (score.get("kind"), score.get("about")) == ("final", "this")]
        if len(days) == len(scores) == len(results) == 1 and _gap(claim, results[0]) <= _MOST_BETWEEN:
            found[number] = "day of the match"
    return found


def _gap(one: Claim, other: Claim) -> int:
    return max(one.span.start - other.span.end, other.span.start - one.span.end, 0)
