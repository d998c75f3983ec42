"""playing_time: what a claim's time means once it is known whether the match went on after 90 minutes."""

from collections.abc import Sequence
from dataclasses import replace

from checker.claims.clock import moment
from checker.claims.model import Claim

REGULAR_TIME = 90
_LATEST_FIRST = 3
"""So many goals, each before the one above it, stand in a live text that is read from the end."""
_BOUNDS = ("minute", "earliest", "latest")


def _is_beyond_90(claim: Claim) -> bool:
    at = moment(str(claim.get("minute") or ""))
    return at is not None and at // 100 > REGULAR_TIME


def with_extra_time(claims: Sequence[Claim], extra_time: bool) -> list[Claim]:
    """The claims with `base` and `plus`, the minute and that of stoppage time; `extra_time` is whether the article speaks of
    it. Where a goal or a card came after 90 minutes, `with seven minutes left` is of none, and a level aggregate is one on
    the way."""
    timed = ("goal", "card", "substitution", "minute")
    played_on = extra_time and any(_is_beyond_90(claim) for claim in claims if claim.type in timed)
    told = []
    for claim in claims:
        if played_on and claim.get("means") == "left":  # of 90 minutes, or of 120
            claim = replace(claim, fields={name: claim.fields[name] for name in claim.fields if name not in _BOUNDS})
        if played_on and claim.get("kind") == "aggregate" and claim.get("first") == claim.get("second"):
            claim = claim.having(passing=True)  # so it stood before
        at = moment(str(claim.get("minute") or "")) if claim.type in timed else None
        if at is not None:
            claim = claim.having(base=at // 100, plus=at % 100, extra_time=extra_time)
        told.append(claim)
    return told


def ordered(claims: Sequence[Claim]) -> list[Claim]:
    """Listed goals with `previous`: the moment of the same man's goal that stands before it in the list. A live text whose
    latest entry stands on top has none."""
    listed = [claim for claim in claims if claim.type == "goal" and claim.get("block")]
    moments = [int(str(claim.get("earliest") or 0)) for claim in listed]
    sided = any(claim.keys.get("list") for claim in listed)
    if not sided and len(moments) >= _LATEST_FIRST and moments == sorted(moments, reverse=True):
        return list(claims)
    last: dict[tuple[str, str], int] = {}
    told = []
    for claim in claims:
        if claim.type == "goal" and claim.get("block") and isinstance(at := claim.get("earliest"), int):
            key = claim.keys.get("scorer", ""), claim.keys.get("club", "")
            if key[0]:
                claim = claim.having(previous=last.get(key))
                last[key] = at
        told.append(claim)
    return told
