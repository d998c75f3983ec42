"""stages: scores and leads on the way that no result of the article can follow on.

An article may tell of several matches; where none of its results has as many goals as a score on the way, that score or the
result is wrong, or the match's end is not told. The writer is asked, no more.
"""

import re
from collections.abc import Container, Sequence

from checker.claims.model import Claim
from checker.match.about import Aboutness
from checker.match.facts import high_low
from checker.match.sides import score_clubs
from checker.pipeline.reading import Reading

Figures = tuple[int, int]
"""Goals of a score, the higher number first."""

_ON_THE_WAY = ("running", "half-time")
_NO_RESULT = (*_ON_THE_WAY, "shoot-out")
_PAIR = re.compile(
    r"([0-9](?<![\w.:/+£$€-].)\d?)(?:\s?[-–—]\s?(\d{1,2})\b(?![-–]\d|[.:/]\d|-[a-z])|"
    r"(?:(?<=[a-z)] \d)|(?<=[a-z)] \d\d)),? [A-Z][\w.'’& ]{2,30}? (\d{1,2})\b)"
)
"""Whatever may be a result, also where no pattern reads it: `4-2`, `Ayton 4 Beeford 2`. It begins with a set, which is what
`re` can look for fast."""
_HIGHEST = 20
_TWO_GOALS = 2
"""A lead of one goal is in every match that is won."""
_MOST_GOALS = 9
"""So many goals a side may have on the way; `at 14-1` are odds, and `44 goals ahead` is of many matches."""


def with_stages(claims: Sequence[Claim], reading: Reading, aboutness: Aboutness) -> list[Claim]:
    """The claims; each score and lead on the way with `reached`, whether some result of the article can follow on it, and
    with `results`: those that it tells."""
    finals = [claim for claim in claims if claim.type == "score" and claim.get("kind") == "final"]
    on_the_way = [n for n, claim in enumerate(claims) if _is_on_the_way(claim)] if finals else []
    if not on_the_way:
        return list(claims)
    results = _results(claims, reading.text)
    ended = {club for final in finals if not aboutness.is_elsewhen(final, reading) for club in _clubs_of(final, reading)}
    shown = ", ".join(dict.fromkeys(_shown(high_low(claim)) for claim in finals))
    told = list(claims)
    for number in on_the_way:
        claim = claims[number]
        elsewhere = _may_be_untold(claim, ended, reading) or aboutness.is_elsewhen(claim, reading)
        if not elsewhere and not aboutness.is_kick(claim, reading):
            told[number] = claim.having(reached=any(_may_become(claim, result) for result in results), results=shown)
    return told


def _shown(figures: Figures) -> str:
    return f"{figures[0]}-{figures[1]}"


def _is_on_the_way(claim: Claim) -> bool:
    """Whether a score or a lead of the prose is of a match that went on."""
    if claim.zone != "prose" or claim.get("about") in ("first-leg", "second-leg"):
        return False
    if claim.type == "margin":
        n = claim.get("n")
        return claim.get("direction") in ("up", "down") and isinstance(n, int) and _TWO_GOALS <= n <= _MOST_GOALS
    return claim.type == "score" and claim.get("kind") in _ON_THE_WAY and high_low(claim)[0] <= _MOST_GOALS


def _clubs_of(final: Claim, reading: Reading) -> set[str]:
    """The clubs whose result a score may be: those that it names, and those of its sentence."""
    return {*score_clubs(final), *(reading.clubs_in(final.sentence) if final.sentence >= 0 else ())}


def _may_be_untold(claim: Claim, ended: Container[str], reading: Reading) -> bool:
    """Whether the end of the match may be told nowhere: the sentence and the one before name a club that has no result, or
    none at all."""
    near = {club for sentence in (claim.sentence - 1, claim.sentence) if sentence >= 0 for club in reading.clubs_in(sentence)}
    return not near or any(club not in ended for club in near)


def _results(claims: Sequence[Claim], text: str) -> set[Figures]:
    """Every pair of figures of a text that may be how a match ended."""
    none = [claim.span for claim in claims if claim.type == "score" and claim.get("kind") in _NO_RESULT]
    told = {high_low(claim) for claim in claims if claim.type == "score" and claim.get("kind") not in _NO_RESULT}
    for found in _PAIR.finditer(text):
        first, second = sorted(int(figure) for figure in found.groups() if figure is not None)
        if second <= _HIGHEST and not any(span.start < found.end() and found.start() < span.end for span in none):
            told.add((second, first))
    return told


def _may_become(claim: Claim, result: Figures) -> bool:
    """Whether a match that stood so can have ended so."""
    if claim.type == "margin":
        return int(str(claim.get("n"))) <= result[0]
    high, low = high_low(claim)
    return high <= result[0] and low <= result[1]
