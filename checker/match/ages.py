"""ages: how old a man can have been on the days on which an article's match may have been played.

His birth date is the reference's, or the one that the article gives in the same sentence or the one before.
"""

import datetime
import re
from collections.abc import Iterable

from checker.claims.model import Claim, Value
from checker.pipeline.reading import Reading
from checker.reference.store import Reference, Window

_BORN = re.compile(r"\bborn\b[^.;]*$")
_BORN_REACH = 40
"""Code points before a date in which `born` makes it a birthday."""


def with_ages(
    claims: Iterable[Claim], reading: Reading, reference: Reference, window: Window | None
) -> list[Claim]:
    """The claims, each age of a man whose birth date the article or the reference has with `youngest` and `oldest`, in whole
    years."""
    claims = list(claims)
    births = [claim for claim in claims if _is_birth(claim, reading)]
    told = []
    for claim in claims:
        birth = next((b for b in births if claim.type == "age" and 0 <= claim.sentence - b.sentence <= 1), None)
        if birth is not None:
            claim = _told_beside(claim, birth, reading)
        elif claim.type == "age" and window:
            claim = claim.having(_bounds(claim, reading, reference, window))
        told.append(claim)
    return told


def _is_birth(claim: Claim, reading: Reading) -> bool:
    """Whether a full date is told as a day of birth: `born on 7 March 1985`."""
    before = reading.text[max(0, claim.span.start - _BORN_REACH) : claim.span.start]
    return claim.type == "date" and "year" in claim.fields and "day" in claim.fields and bool(_BORN.search(before))


def _told_beside(claim: Claim, birth: Claim, reading: Reading) -> Claim:
    """An age beside a birth date, with what it was in the year in which the article appeared."""
    on, year = reading.date, birth.get("year")
    if on is None or not isinstance(year, int):
        return claim
    return claim.having(youngest=on.year - year - 1, oldest=on.year - year, places={"told": birth.span})


def _bounds(claim: Claim, reading: Reading, reference: Reference, window: Window | None) -> dict[str, Value]:
    person = reading.people.by_key.get(claim.keys.get("person", ""))
    if window is None or person is None or len(person.entities) != 1 or not person.has_first_name:
        return {}
    entity = reference.entity(person.entities[0])
    if entity is None or not entity.detail:
        return {}
    born = datetime.date.fromisoformat(entity.detail)
    told: dict[str, Value] = {"youngest": years(born, window.first), "oldest": years(born, window.last)}
    return {**told, "fact": f"{entity.name}, born {entity.detail}", "source": entity.source}


def years(born: datetime.date, on: datetime.date) -> int:
    """Somebody's age on a day, in whole years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
