"""results: which statements of scores tell one result, so that they must agree.

Of its own match an article may tell the score wherever it likes. Of a round-up, which is of no one match, the headline,
the first sentences and the captions tell the results that matter more than once; the two clubs say which is which.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from checker.claims.model import Claim
from checker.match.facts import high_low
from checker.match.reported import is_early
from checker.match.sides import score_clubs
from checker.pipeline.reading import Reading

ElseWhen = Callable[[Claim, Reading], bool]
"""Whether the words around a score point to another day, season or leg."""
_KINDS = ("final", "half-time", "aggregate", "shoot-out")
_OWN = ("this", "first-leg")
LEAST_LISTED = 2
"""So many printed results make a list: one alone is the article's own."""
_MANY_RESULTS = 3
"""Different results of other matches that make an article a round-up."""


def score_events(claims: Sequence[Claim], reading: Reading) -> dict[int, str]:
    """What each statement of a score tells, by the claim's number: a score of this match by its kind, or the result of two
    clubs that is told twice."""
    stated = [(n, c) for n, c in enumerate(claims) if c.type == "score" and c.zone != "quotation" and not c.get("passing")]
    ours = [(n, c) for n, c in stated if c.get("kind") in _KINDS and c.get("about") in _OWN]
    ours = [item for item in ours if not any(_are_two(item[1], other) for _, other in ours)]
    if not any(_heads_report(claim) for _, claim in stated):
        ours = [item for item in ours if item[1].get("kind") != "half-time"]  # of many old matches, each with its break
    own = {number: f"{claim.get('about')} {claim.get('kind')} score" for number, claim in ours}
    others = [item for item in stated if item[0] not in own and item[1].get("kind") == "final"]
    return own | _printed(others, reading) | _retold(others, reading)


def _heads_report(claim: Claim) -> bool:
    """Whether a claim tells how this match ended where a report does so: in a result line or the first sentences."""
    near = claim.zone == "block" or claim.get("lead") or claim.get("early")
    return claim.get("kind") == "final" and claim.get("about") == "this" and bool(near)


def _are_two(one: Claim, other: Claim) -> bool:
    """Whether one sentence gives two results with another outcome: `a 3-1 defeat at Ayton and a 2-2 draw with Denby`."""
    outcomes = one.get("outcome"), other.get("outcome")
    apart = None not in outcomes and outcomes[0] != outcomes[1] and one.get("kind") == other.get("kind") == "final"
    return apart and one.sentence == other.sentence >= 0 and high_low(one) != high_low(other)


def _retold(stated: Iterable[tuple[int, Claim]], reading: Reading) -> dict[int, str]:
    by_pair: dict[frozenset[str], list[int]] = defaultdict(list)
    for number, claim in stated:
        if not claim.get("elsewhen") and (claim.get("lead") or claim.zone == "caption"):
            by_pair[_pair(claim, reading)].append(number)
    told_twice = {pair: numbers for pair, numbers in by_pair.items() if len(pair) == 2 and len(numbers) > 1}
    return {number: f"result of {' and '.join(sorted(pair))}" for pair, numbers in told_twice.items() for number in numbers}


def _printed(stated: Sequence[tuple[int, Claim]], reading: Reading) -> dict[int, str]:
    """The results that a round-up prints in a list, and those of its prose that are of one of these alone: it has every club
    that the words of the result name, and its other one stands in their sentence or in the one before."""
    listed = {number: score_clubs(claim) for number, claim in stated if claim.zone == "block"}
    if len(listed) < LEAST_LISTED:
        return {}
    found: dict[int, str] = {}
    for number, claim in stated:
        named = score_clubs(claim)
        if number in listed or not named or claim.get("elsewhen") or claim.sentence < 0:
            continue
        near = _pair(claim, reading).union(reading.clubs_in(claim.sentence - 1))
        rows = [row for row, pair in listed.items() if named <= pair <= near]
        if len(rows) == 1:
            event = f"result of {' and '.join(sorted(listed[rows[0]]))}"
            found |= {number: event, rows[0]: event}
    return found


def with_printed_finals(claims: Sequence[Claim], reading: Reading, is_elsewhen: ElseWhen) -> list[Claim]:
    """The claims of an article of no one match; a score on the way with how its match ended, where it names a side, or its
    sentence both, of one printed result and none of another."""
    printed = [claim for claim in claims if claim.type == "score" and claim.zone == "block" and claim.get("kind") == "final"]
    if len(printed) < LEAST_LISTED:
        return with_lone_final(claims, reading, is_elsewhen)
    told = []
    for claim in claims:
        if _is_on_the_way(claim, reading, is_elsewhen):
            sides = score_clubs(claim).union(reading.clubs_in(claim.sentence))
            sure = bool(score_clubs(claim)) or len(sides) > 1
            rows = [row for row in printed if sure and sides <= score_clubs(row)]
            claim = _on_the_way(claim, rows[0]) if len(rows) == 1 else claim
        told.append(claim)
    return told


def with_lone_final(claims: Sequence[Claim], reading: Reading, is_elsewhen: ElseWhen) -> list[Claim]:
    """The claims of an article whose clubs cannot be told; where it tells one final score and no other, in its first sentences,
    each score on the way with `only_high` and `only_low`: how that match ended."""
    finals = [claim for claim in claims if claim.type == "score" and claim.get("kind") in ("final", "aggregate", "shoot-out")]
    if len({high_low(claim) for claim in finals}) != 1 or any(is_elsewhen(claim, reading) for claim in finals):
        return list(claims)
    early = [claim for claim in finals if is_early(claim, reading) and claim.get("kind") == "final"]
    return [_before(claim, early[0]) if early and _is_on_the_way(claim, reading, is_elsewhen) else claim for claim in claims]


def _before(claim: Claim, only: Claim) -> Claim:
    """A score on the way with the only result of its article."""
    (high, low), (only_high, only_low) = high_low(claim), high_low(only)
    return claim.having(high=high, low=low, only_high=only_high, only_low=only_low, places={"told": only.span})


def _is_on_the_way(claim: Claim, reading: Reading, is_elsewhen: ElseWhen) -> bool:
    running = claim.type == "score" and claim.get("kind") == "running" and claim.zone == "prose"
    return running and not is_elsewhen(claim, reading)


def with_first_legs(claims: Sequence[Claim]) -> list[Claim]:
    """The claims; a final score of the prose that is what the aggregate leaves for the first leg beside this match's printed
    result is one of that leg: `Ayton 2-3 Corley (agg 4-5)`, and `had come back to draw 2-2`."""
    scores = [claim for claim in claims if claim.type == "score" and claim.get("about") in _OWN]
    totals = {high_low(claim) for claim in scores if claim.get("kind") == "aggregate"}
    finals = {high_low(claim) for claim in scores if claim.get("kind") == "final" and (claim.get("lead") or claim.get("both"))}
    if len(totals) != 1 or len(finals) != 1:
        return list(claims)
    (total, low_total), (high, low) = totals.pop(), finals.pop()
    left = {(max(leg), min(leg)) for leg in ((total - high, low_total - low), (total - low, low_total - high))} - {(high, low)}
    theirs = (high_low(claim) in left and _is_plain_final(claim) for claim in claims)
    return [claim.having(about="first-leg") if is_theirs else claim for claim, is_theirs in zip(claims, theirs, strict=True)]


def _is_plain_final(claim: Claim) -> bool:
    own = claim.type == "score" and claim.get("kind") == "final" and claim.get("about") == "this"
    return own and claim.zone == "prose" and not claim.get("lead")


def _on_the_way(claim: Claim, final: Claim) -> Claim:
    high, low = high_low(claim)
    final_high, final_low = high_low(final)
    return claim.having(high=high, low=low, final_high=final_high, final_low=final_low, places={"told": final.span})


def _pair(claim: Claim, reading: Reading) -> frozenset[str]:
    """The keys of the two clubs of a result: those that it names, or, with one of them, all that its sentence names."""
    named = score_clubs(claim)
    if len(named) != 1 or claim.sentence < 0:
        return named
    return named.union(reading.clubs_in(claim.sentence))


def is_round_up(claims: Iterable[Claim]) -> bool:
    """Whether an article tells how several other matches ended: whose goals it counts is then open."""
    others = {high_low(c) for c in claims if c.type == "score" and c.get("kind") == "final" and c.get("about") != "this"}
    return len(others) >= _MANY_RESULTS
