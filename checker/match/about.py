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
        self._weak = _either(words.lists.get("weak_match_cues", ()))
        self._first_leg = _either(words.lists.get("first_leg_cues", ()))
        self._overturn = _either(words.lists.get("overturn_cues", ()))

    def told(self, claim: Claim, reading: Reading, clubs: Clubs | None) -> str:
        """`this`, `first-leg`, `other`, or an empty string where it cannot be told."""
        said = claim.get("about")
        if isinstance(said, str) and said:
            return said
        named = score_clubs(claim)
        if claim.zone == "block":
            return "this" if clubs and named <= frozenset(clubs) else ""
        if clubs and named and not named <= frozenset(clubs) and claim.type == "score":
            return "other"
        around = self._around(claim, reading)
        if claim.type == "margin" and self._overturn.search(around):
            return "first-leg"
        if claim.type in ("score", "margin") and claim.get("kind") != "aggregate" and self._first_leg.search(around):
            return "first-leg"
        if clubs is None or self._other.search(around) or self._names_third(claim, reading, clubs):
            return ""
        return "this" if claim.type != "score" or self._is_stated_here(claim, reading, clubs, around) else ""

    def _around(self, claim: Claim, reading: Reading) -> str:
        sentence = reading.sentences[claim.sentence]
        start = max(sentence.start, claim.span.start - REACH)
        end = min(sentence.end, claim.span.end + REACH)
        return reading.text[start:end]

    def _clubs_near(self, claim: Claim, reading: Reading) -> set[str]:
        return {
            reading.clubs.at(mention.span.start)
            for mention in reading.mentions
            if mention.sentence == claim.sentence and mention.kind in ("club", "national") and mention.style != "demonym"
        } - {""}

    def _names_third(self, claim: Claim, reading: Reading, clubs: Clubs) -> bool:
        return bool(self._clubs_near(claim, reading) - set(clubs))

    def _is_stated_here(self, claim: Claim, reading: Reading, clubs: Clubs, around: str) -> bool:
        """Whether a score is this match's: in the lead, or near the name of one of its clubs and nothing else."""
        if claim.sentence < LEAD_SENTENCES or claim.get("kind") in ("half-time", "aggregate", "shoot-out"):
            return True
        return bool(self._clubs_near(claim, reading) & set(clubs)) and not self._weak.search(around)


def _either(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words; one that matches nothing where there are none."""
    parts = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)" if parts else r"(?!)", re.IGNORECASE)
