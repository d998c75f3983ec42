"""Which match a statement is about: this one, a leg of the tie, or another. A report names several.

A statement is about this match only when nothing in its sentence points elsewhere; in doubt the field stays unknown.
"""

import re
from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.sides import Clubs, score_clubs
from checker.pipeline.reading import Reading

LEAD_SENTENCES = 3
"""In its first sentences a report says how its match ended."""
REACH = 70
"""Code points around a claim within which another match's words count; a long sentence holds several clauses."""


class Aboutness:
    """Tells what claims are about, with the cue words of a pack."""

    def __init__(self, words: Words) -> None:
        self._other = _either(words.lists.get("other_match_cues", ()))
        self._first_leg = _either(words.lists.get("first_leg_cues", ()))
        self._second_leg = _either(words.lists.get("second_leg_cues", ()))

    def told(self, claim: Claim, reading: Reading, clubs: Clubs | None) -> str:
        """`this`, `first-leg`, `second-leg`, `other`, or an empty string where it cannot be told."""
        said = claim.get("about")
        if isinstance(said, str) and said:
            return said
        if claim.zone == "block":
            return "this" if clubs and score_clubs(claim) <= frozenset(clubs) else ""
        named = score_clubs(claim)
        if clubs and named and not named <= frozenset(clubs):
            return "other"
        around = self._around(claim, reading)
        if self._first_leg.search(around):
            return "first-leg"
        if self._other.search(around):
            return ""
        return "this" if clubs and self._in_view(claim, reading, clubs) else ""

    def _around(self, claim: Claim, reading: Reading) -> str:
        sentence = reading.sentences[claim.sentence]
        start = max(sentence.start, claim.span.start - REACH)
        end = min(sentence.end, claim.span.end + REACH)
        return reading.text[start:end]

    def _in_view(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        """Whether the sentence names no third club, and stands in the lead or names one of the two."""
        here = {
            reading.clubs.at(mention.span.start)
            for mention in reading.mentions
            if mention.sentence == claim.sentence and mention.kind in ("club", "national") and mention.style != "demonym"
        }
        third = here - set(clubs) - {""}
        return not third and (claim.sentence < LEAD_SENTENCES or bool(here & set(clubs)))


def _either(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; one that matches nothing where there are none."""
    parts = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)" if parts else r"(?!)", re.IGNORECASE)
