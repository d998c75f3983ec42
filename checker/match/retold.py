"""retold: results that an article tells twice, of whichever match: the win of one side over another has one score.

Statements that are plainly of the article's own match are paired by results.py. Here are the others: those of a round-up, of a
preview, of an article whose match cannot be told. Two sides may have met twice; so the writer is asked, no more.
"""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Passage, Words
from checker.match.facts import high_low
from checker.match.sides import score_clubs
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

_OUTCOMES = ("win", "defeat", "draw")
_TWO = 2
_THE = 4
"""Code points before a result in which `the` stands."""
_LEAD_SENTENCES = 2
"""In its first two a report gives its own result."""


class RetoldReader:
    """Holds the statements of one result against each other, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._met_before = words.cues("met_before_cues")
        self._sealed, self._the = words.frame("sealed_it"), words.frame("behind_the")
        self._how_it_ended = words.frame("how_it_ended")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; results that the article tells more than once with `retold`, whether they say what most of them say, and
        with `retold_as`, where they do not: what most say."""
        told = list(claims)
        results = [number for number, claim in enumerate(claims) if self._is_of_two_sides(claim, reading)]
        while results:
            first = claims[results[0]]
            same = [number for number in results[1:] if _is_same(first, claims[number], reading)]
            same += [n for n in results[1:] if n not in same and self._takes_up(first, claims[n], claims, reading)]
            if same and not all(claims[number].get("about") == "this" for number in (results[0], *same)):
                _compare(told, [results[0], *same])
            results = [number for number in results[1:] if number not in same]
        return self._with_lead(told, reading)

    def _is_of_two_sides(self, claim: Claim, reading: Reading) -> bool:
        """Whether a claim tells how a match of no other day against a side that it names ended, and nothing says that the two
        met more than once."""
        if not _is_result(claim) or not claim.keys.get("opponent") or claim.zone in ("quotation", "block"):
            return False
        around = reading.sentences[claim.sentence].of(reading.text) if claim.sentence >= 0 else claim.text
        return not self._met_before.are_in(Passage(around))

    def _with_lead(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; a result of the first sentences that names no opponent, and of which other names leave open whose it is,
        held against the one that the article gives its own match."""
        own = {high_low(claim): claim for claim in claims if _is_own(claim)}
        told = list(claims)
        for number, claim in enumerate(claims) if len(own) == 1 else ():
            figures, final = next(iter(own.items()))
            if self._is_told_of(claim, final, reading) and (figures[0] == figures[1]) == (claim.get("outcome") == "draw"):
                told[number] = _against(claim, final)
        return told

    def _is_told_of(self, claim: Claim, final: Claim, reading: Reading) -> bool:
        """Whether a claim is a result of the first sentences, the only score of its own but for those of two other sides:
        `ended it with a 2-0 victory`, or the winners' own: `Ayton's 2-0 victory`; or one that its sentence brings about and in
        which no third side is named: `wrapped up a 2-0 win`."""
        if not _is_result(claim) or claim.zone != "prose" or claim.get("about") or claim.keys.get("opponent"):
            return False
        start = reading.sentences[claim.sentence].start
        if not _is_alone(claim, reading, but=score_clubs(final)):
            return False
        if claim.sentence < reading.lead(_LEAD_SENTENCES):
            theirs = claim.get("won") and claim.get("won") == final.get("won")
            ended = self._how_it_ended.search(reading.text, start, claim.span.start)
            return bool(theirs or (ended and (_is_alone(claim, reading) or not _has_other_side(claim, final, reading))))
        third = set(reading.clubs_in(claim.sentence)) - score_clubs(final)
        return not third and self._sealed.search(reading.text, start, claim.span.start) is not None

    def _takes_up(self, one: Claim, other: Claim, claims: Sequence[Claim], reading: Reading) -> bool:
        """Whether a result is the one told before, the only other one against its opponent: `the 3-0 home defeat by Denby`,
        in a sentence that names no other side."""
        if {"club"} & {*one.keys, *other.keys} or one.keys["opponent"] != other.keys["opponent"]:
            return False
        told = [c for c in claims if _is_result(c) and other.keys["opponent"] in score_clubs(c)]
        definite = self._the.search(reading.text, max(0, other.span.start - _THE), other.span.start)
        only = len(told) == _TWO and _named_near(other, reading) <= {other.keys["opponent"]}
        return bool(definite) and only and one.get("outcome") == other.get("outcome") and one.span < other.span


def _is_result(claim: Claim) -> bool:
    """Whether a claim tells who won a match that no words put on another day."""
    final = claim.type == "score" and claim.get("kind") == "final" and claim.get("outcome") in _OUTCOMES
    return final and not claim.get("elsewhen") and claim.get("about") not in ("first-leg", "second-leg")


def _is_own(claim: Claim) -> bool:
    final = claim.type == "score" and claim.get("kind") == "final" and claim.zone != "quotation"
    return final and claim.get("about") == "this" and not claim.get("passing")


def _is_same(one: Claim, other: Claim, reading: Reading) -> bool:
    """Whether two results are of one match: of the same two sides, or of one against whom they tell the same outcome, where no
    third is named beside."""
    clubs = [claim.keys.get("club", "") for claim in (one, other)]
    if all(clubs):
        return score_clubs(one) == score_clubs(other) and _winner(one) == _winner(other)
    if one.keys["opponent"] != other.keys["opponent"] or one.get("outcome") != other.get("outcome"):
        return False
    near, far = (_named_near(claim, reading) for claim in (one, other))
    if near == far or _is_subjects(one, other, reading) or _is_subjects(other, one, reading):
        return True
    alone = all(club or _is_alone(claim, reading) for club, claim in zip(clubs, (one, other), strict=True))
    return alone and near | far <= {*clubs, one.keys["opponent"]}


def _is_subjects(full: Claim, bare: Claim, reading: Reading) -> bool:
    """Whether a result that names one side alone is that of its sentence's first name, and another gives it to that side."""
    named = reading.clubs_in(bare.sentence)
    alone = not bare.keys.get("club") and _is_alone(bare, reading)
    return alone and bool(named) and named[0] == full.keys.get("club") and named[0] != bare.keys["opponent"]


def _named_near(claim: Claim, reading: Reading) -> set[str]:
    """The sides that the sentence of a result names; beside clubs a nation only says where somebody is from."""
    named = set(reading.clubs_in(claim.sentence)) if claim.sentence >= 0 else set()
    return named if is_national(claim.keys["opponent"]) else {club for club in named if not is_national(club)}


def _is_alone(claim: Claim, reading: Reading, but: frozenset[str] = frozenset()) -> bool:
    """Whether a result is the only score of its sentence; two sides none of which is one of `but` may have another."""
    beside = (other for other in reading.claims if other.type == "score" and other.sentence == claim.sentence)
    rest = [other for other in beside if other.span != claim.span]
    return all(but and len(score_clubs(other)) > 1 and not score_clubs(other) & but for other in rest)


def _has_other_side(claim: Claim, final: Claim, reading: Reading) -> bool:
    """Whether the sentence of a result names a side that is neither one of the final score's nor of another score there."""
    scores = [other for other in reading.claims if other.type == "score" and other.sentence == claim.sentence]
    told = score_clubs(final).union(*map(score_clubs, scores))
    return not told.issuperset(reading.clubs_in(claim.sentence))


def _winner(claim: Claim) -> str:
    """The key of the side that won; empty for a draw."""
    return claim.keys.get({"win": "club", "defeat": "opponent"}.get(str(claim.get("outcome")), ""), "")


def _compare(told: list[Claim], numbers: Sequence[int]) -> None:
    """Holds the statements of one result against the one that most of them agree with."""
    figures = [high_low(told[number]) for number in numbers]
    most = max(numbers, key=lambda number: (figures.count(high_low(told[number])), -number))
    for number in numbers:
        told[number] = _against(told[number], told[most])


def _against(claim: Claim, other: Claim) -> Claim:
    """A result with what another statement says of it."""
    if high_low(claim) == high_low(other):
        return claim.having(retold=True)
    return claim.having(retold=False, retold_as=f"{other.get('first')}-{other.get('second')}", places={"told": other.span})
