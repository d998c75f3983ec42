"""reported: which result is the one that an article reports, by where it stands and whom it names."""

import re

from checker.article import Span
from checker.claims.model import Claim
from checker.match.sides import Clubs, score_clubs
from checker.pipeline.block_parts import ResultLine
from checker.pipeline.clubs import span_club
from checker.pipeline.reading import Reading

LEAST_BOARDS = 4
"""So often a text repeats how its match stands that runs along with it."""
LEAD_SENTENCES = 3
"""In its first sentences a report says how its match ended."""
HALF_OF_LIVE_TEXT = 1000
"""Code points between the half-time line and the full-time line that only a text which runs along with its match has."""
_BEHIND_RESULT = 20
"""Code points behind a result line in which its half-time score begins."""
_AT = re.compile(r" at ")


def is_of_other_result(claim: Claim, reading: Reading, clubs: Clubs) -> bool:
    """Whether a goal stands in a result line of two other clubs, or a half-time score right behind one, in an article that has
    this match's result line too."""
    lines = reading.blocks.results
    if len(lines) < 2:
        return False
    sides = [{span_club(reading.clubs, side, reading.text) for side in (line.home, line.away)} for line in lines]
    at = claim.span.start
    own = [side for side, line in zip(sides, lines, strict=True) if line.span.start <= at <= line.span.end + _BEHIND_RESULT]
    return set(clubs) in sides and bool(own) and own[-1].isdisjoint(clubs)


def is_one_of_dated(claim: Claim, reading: Reading) -> bool:
    """Whether a result line is one of several that each stand under a date of their own: old matches, told one by one."""
    if claim.type != "score" or len(reading.blocks.results) < 2:
        return False
    days = [day.span for day in reading.claims if day.type == "date" and "year" in day.fields]
    under = [line.span for line in reading.blocks.results if any(_heads(day, line.span, reading.text) for day in days)]
    return len(under) > 1 and any(span.holds(claim.span) for span in under)


def is_board_on_the_way(claim: Claim, reading: Reading) -> bool:
    """Whether a result line is one of many of the same two sides, of which another has more goals: a text that ran along with
    its match repeats how it stands, and the last stand has the most."""
    lines = reading.blocks.results
    if claim.type != "score" or claim.get("kind") != "final" or len(lines) < LEAST_BOARDS:
        return False  # what is labelled a half-time score is one
    own = next((line for line in lines if line.span.holds(claim.span)), None)
    if own is None:
        return False
    sides = _sides_of(own, reading)
    boards = [line for line in lines if _sides_of(line, reading) == sides]
    most = max(line.first + line.second for line in boards)
    return len(boards) >= LEAST_BOARDS and own.first + own.second < most


def _sides_of(line: ResultLine, reading: Reading) -> set[str]:
    """The two sides of a result line: clubs where they are known, else what is written."""
    return {reading.clubs.at(side.start) or side.of(reading.text).lower() for side in (line.home, line.away)}


def _heads(day: Span, line: Span, text: str) -> bool:
    """Whether a date stands right before a line, and alone in its own."""
    return day.end <= line.start and not text[day.end : line.start].strip() and text[:day.start].rstrip(" ").endswith("\n")


def is_played_elsewhere(claim: Claim, reading: Reading, clubs: Clubs) -> bool:
    """Whether a score behind the first sentences was at a place that the article names only there: `a 3-0 defeat at Denby`."""
    if is_early(claim, reading) or claim.get("kind") != "final":
        return False
    behind = (mention for mention in reading.named_in(claim.sentence) if mention.span.start > claim.span.end)
    place = next(behind, None)
    if place is None or place.entities or not _AT.fullmatch(reading.text, claim.span.end, place.span.start):
        return False
    named = sum(mention.words == place.words for mention in reading.mentions)
    return named == 1 and reading.clubs.at(place.span.start) not in clubs


def is_early(claim: Claim, reading: Reading) -> bool:
    """Whether a claim stands in the first sentences of the prose."""
    return 0 <= claim.sentence < reading.lead(LEAD_SENTENCES)


def is_headline_result(claim: Claim, clubs: Clubs | None) -> bool:
    """Whether a score is the result that heads the article, whatever its headline goes on to say: `Ayton 1-5 Marden Visitors
    move clear of Kelsford`."""
    bare = claim.type == "score" and claim.zone == "headline" and claim.get("kind") == "final" and "outcome" not in claim.fields
    return bare and clubs is not None and score_clubs(claim) == set(clubs)


def is_result_of_both(claim: Claim, reading: Reading, clubs: Clubs) -> bool:
    """Whether a score names both clubs where few words point elsewhere: in the first sentences or in a caption."""
    near = is_early(claim, reading) or claim.zone == "caption"
    return near and score_clubs(claim) == set(clubs)


def is_result_of_lead(claim: Claim, reading: Reading) -> bool:
    """Whether a claim is a final score of the first sentences that names its club itself: what else they name is the table."""
    named = claim.keys.get("opponent") and "outcome" in claim.fields
    return bool(named) and claim.type == "score" and claim.get("kind") == "final" and is_early(claim, reading)


def end_of_live_text(reading: Reading) -> int:
    """Where a text that runs along with its match gives the result, in code points: what stands before was written while
    nobody knew it. 0 for other articles; a report may give both results in one block."""
    lines = reading.blocks.results
    half_times = [line.span.end for line in lines if line.kind == "half-time"]
    ends = [line.span.start for line in lines if line.kind == "final"]
    return max(ends) if half_times and ends and max(ends) - min(half_times) > HALF_OF_LIVE_TEXT else 0


def is_report(reading: Reading, clubs: Clubs) -> bool:
    """Whether the article reports a match: it lists the teams, or its first sentences give the result of its two clubs."""
    blocks = reading.blocks
    return bool(blocks.sheets or blocks.results) or any(
        claim.type == "score" and claim.get("kind") == "final" and is_early(claim, reading)
        and score_clubs(claim) <= set(clubs)
        for claim in reading.claims
    )  # fmt: skip
