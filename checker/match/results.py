"""results: which statements of scores tell one result, so that they must agree.

Of its own match an article may tell the score wherever it likes. Of a round-up, which is of no one match, the headline,
the first sentences and the captions tell the results that matter more than once; the two clubs say which is which.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from checker.claims.model import Claim
from checker.match.sides import score_clubs
from checker.pipeline.clubs import TEAM_KINDS
from checker.pipeline.reading import Reading

_KINDS = ("final", "half-time", "aggregate", "shoot-out")
_OWN = ("this", "first-leg")


def score_events(claims: Sequence[Claim], reading: Reading) -> dict[int, str]:
    """What each statement of a score tells, by the claim's number: a score of this match by its kind, or the result of two
    clubs that is told twice."""
    stated = [(n, c) for n, c in enumerate(claims) if c.type == "score" and c.zone != "quotation" and not c.get("passing")]
    ours = [(n, c) for n, c in stated if c.get("kind") in _KINDS and c.get("about") in _OWN]
    own = {number: f"{claim.get('about')} {claim.get('kind')} score" for number, claim in ours}
    return own | _retold((item for item in stated if item[0] not in own), reading)


def _retold(stated: Iterable[tuple[int, Claim]], reading: Reading) -> dict[int, str]:
    by_pair: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, claim in stated:
        if claim.get("kind") == "final" and not claim.get("elsewhen") and (claim.get("lead") or claim.zone == "caption"):
            by_pair[_pair(claim, reading)].append(number)
    told_twice = {pair: numbers for pair, numbers in by_pair.items() if len(pair) == 2 and len(numbers) > 1}
    return {number: f"result of {' and '.join(sorted(pair))}" for pair, numbers in told_twice.items() for number in numbers}


def _pair(claim: Claim, reading: Reading) -> frozenset[str]:
    """The keys of the two clubs of a result: those that it names, or, with one of them, all that its sentence names."""
    named = score_clubs(claim)
    if len(named) != 1 or claim.sentence < 0:
        return named
    mentions = (m for m in reading.named_in(claim.sentence) if m.kind in TEAM_KINDS and m.style != "demonym")
    return named | ({reading.clubs.at(mention.span.start) for mention in mentions} - {""})
