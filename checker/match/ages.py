"""ages: how old a man can have been on the days on which an article's match may have been played."""

import datetime
from collections.abc import Iterable

from checker.claims.model import Claim, Value
from checker.pipeline.reading import Reading
from checker.reference.store import Reference, Window


def with_ages(
    claims: Iterable[Claim], reading: Reading, reference: Reference, window: Window | None
) -> list[Claim]:
    """The claims, each age of a man whose birth date the reference has with `youngest` and `oldest`, in whole years."""
    return [
        claim.having(_bounds(claim, reading, reference, window)) if claim.type == "age" and window else claim
        for claim in claims
    ]


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
