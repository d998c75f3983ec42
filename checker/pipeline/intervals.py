"""intervals: whether so many days lie between two weekdays as the copy counts: `on Wednesday … three days later, on Saturday`.
"""

import re
from collections.abc import Sequence

from checker.article import Span
from checker.claims.model import Claim

_FORMS = ("days-before", "days-after")
_WEEK = 7
_BESIDE = re.compile(r",? (?:on )?(?:the )?")
"""What stands between the counted days and the date that they lead to, at most."""


def with_intervals(claims: Sequence[Claim], text: str, weekdays: Sequence[str]) -> list[Claim]:
    """The claims, days that are counted from one weekday to another with whether they are as many, or weeks more."""
    named = [claim for claim in claims if claim.get("weekday") in weekdays and claim.zone != "quotation"]
    days = [claim for claim in named if claim.type == "date" and "count" not in claim.fields]
    return [_counted(claim, days, text, weekdays) if claim.get("form") in _FORMS else claim for claim in claims]


def _counted(claim: Claim, days: Sequence[Claim], text: str, weekdays: Sequence[str]) -> Claim:
    count = claim.get("offset_days")
    to = next((day for day in days if _is_beside(claim, day, text)), None)
    start = _start(claim, to, days, text) if to else None
    if to is None or start is None or "weekday" in claim.fields or not isinstance(count, int):
        return claim
    passed = weekdays.index(str(to.get("weekday"))) - weekdays.index(str(start.get("weekday")))
    return claim.having(fits_count=(passed - count) % _WEEK == 0, places={"told": start.span, "to": to.span})


def _is_beside(claim: Claim, day: Claim, text: str) -> bool:
    """Whether a date says on which day the counted days ended, before or behind them."""
    first, second = sorted((claim.span, day.span))
    return claim.sentence == day.sentence and bool(_BESIDE.fullmatch(text[first.end : second.start]))


def _start(claim: Claim, to: Claim, days: Sequence[Claim], text: str) -> Claim | None:
    """The day from which days are counted: the one that their sentence names before them, or, where it names none, the one
    of the sentence before, in the same paragraph."""
    begin = min(claim.span.start, to.span.start)
    for sentence in (claim.sentence, claim.sentence - 1):
        named = [day for day in days if day.sentence == sentence and day is not to]
        if named:
            only = named[0] if len(named) == 1 and named[0].span.end <= begin else None
            return only if only and "\n" not in Span(only.span.end, begin).of(text) else None
    return None
