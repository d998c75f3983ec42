"""boards: the scores of both sides through which a live text has its match go.

`GOAL! Ayton 2-1 Beeford` names both sides, so each figure is one side's. No side loses goals: of any two such scores one has
as many goals or more for either side. Where two do not fit, one of them is wrong, most likely the one that fits fewer others.
"""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.match.sides import Clubs

LEAST_ENTRIES = 2
"""So many goals with the score of both sides make a live text; results of many years may stand in a row as well."""


def with_boards(claims: Sequence[Claim], clubs: Clubs | None) -> list[Claim]:
    """The claims; scores of both sides with `steady`, whether they fit all others of the article, and where the first stands
    that one does not fit."""
    boards = {n: figures for n, claim in enumerate(claims) if clubs and (figures := _figures(claim, clubs))}
    if sum(claims[n].get("kind") == "running" for n in boards) < LEAST_ENTRIES:
        return list(claims)
    clashes = {n: [other for other in boards if not _fit(boards[n], boards[other])] for n in boards}
    told = list(claims)
    for n, others in clashes.items():
        wrong = bool(others) and any(_is_worse(n, other, clashes, claims) for other in others)
        other = claims[others[0]] if wrong else None
        told[n] = claims[n].having(
            steady=not wrong,
            clash=f"{other.get('first')}-{other.get('second')}" if other else None,
            places={"told": other.span} if other else None,
        )
    return told


def _figures(claim: Claim, clubs: Clubs) -> tuple[int, int] | None:
    """The goals of the first and of the second of the two clubs, for a score that names both and no outcome."""
    pair = claim.keys.get("club", ""), claim.keys.get("opponent", "")
    told = claim.zone == "block" or (claim.get("kind") == "final" and claim.get("about") == "this")
    if claim.type != "score" or not told or {*pair} != {*clubs} or "outcome" in claim.fields:
        return None
    first, second = claim.get("first"), claim.get("second")
    if not isinstance(first, int) or not isinstance(second, int) or claim.get("kind") in ("aggregate", "shoot-out"):
        return None
    return (first, second) if pair == clubs else (second, first)


def _fit(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether a match can have stood at both scores."""
    return (one[0] - other[0]) * (one[1] - other[1]) >= 0


def _is_worse(one: int, other: int, clashes: dict[int, list[int]], claims: Sequence[Claim]) -> bool:
    """Whether of two scores that do not fit the first is the one to ask about: it fits fewer others, or is no final result."""
    mine, others = len(clashes[one]), len(clashes[other])
    if mine != others:
        return mine > others
    final = [claims[number].zone == "block" and claims[number].get("kind") == "final" for number in (one, other)]
    return one < other if final[0] == final[1] else final[1]
