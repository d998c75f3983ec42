"""days: on which day of the week an article says that its match was played."""

from collections.abc import Mapping, Sequence

from checker.claims.model import Claim, Value
from checker.match.facts import high_low
from checker.match.sides import Clubs
from checker.pipeline.reading import Reading

_MOST_BETWEEN = 120
"""Code points between a result and the day that goes with it."""


def day_events(
    claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, facts: Mapping[str, Value]
) -> dict[int, str]:
    """The weekday of this match, by the claim's number: the one weekday of a sentence that tells how it ended.

    A sentence with two weekdays, or one that tells another match's score too, may mean either.
    """
    found: dict[int, str] = {}
    for number, claim in enumerate(claims):
        if claim.type != "date" or "weekday" not in claim.fields or claim.sentence < 0:
            continue
        same = [other for other in claims if other.sentence == claim.sentence]
        days = [other for other in same if other.type == "date"]
        scores = [other for other in same if other.type == "score" and other.zone != "quotation"]
        results = [score for score in scores if _is_result(score, reading, clubs, facts)]
        if len(days) == len(scores) == len(results) == 1 and _gap(claim, results[0]) <= _MOST_BETWEEN:
            found[number] = "day of the match"
    return found


def _is_result(score: Claim, reading: Reading, clubs: Clubs | None, facts: Mapping[str, Value]) -> bool:
    """Whether a score says how this match ended: by its words, or by its figures in a sentence that names both clubs."""
    if score.get("kind") != "final" or score.get("elsewhen") or clubs is None:
        return False
    if score.get("about") == "this":
        return True
    named = {reading.clubs.at(mention.span.start) for mention in reading.named_in(score.sentence)} - {""}
    figures = facts.get("final_high"), facts.get("final_low")
    return "about" not in score.fields and high_low(score) == figures and named == set(clubs)


def _gap(one: Claim, other: Claim) -> int:
    return max(one.span.start - other.span.end, other.span.start - one.span.end, 0)
