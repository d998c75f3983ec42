"""affiliations that stand in blocks: `Manager: Vincenzo Montella` under a line-up."""

from collections.abc import Iterator

from checker.claims.model import Claim
from checker.pipeline.clubs import span_club
from checker.pipeline.reading import Reading


def managers(reading: Reading) -> Iterator[Claim]:
    """An affiliation for each manager whom a line-up names."""
    for sheet in reading.blocks.sheets:
        person = reading.people.at(sheet.manager.start) if sheet.manager else None
        club = span_club(reading.clubs, sheet.label, reading.text)
        if sheet.manager is None or person is None or not club:
            continue
        fields = {"person": person.name, "club": reading.clubs.names.get(club, club), "status": "current", "role": "manager"}
        yield Claim(
            "affiliation", sheet.manager, sheet.manager.of(reading.text), fields, zone="block", path=reading.article.path,
            keys={"person": person.key, "club": club}, places={"person": sheet.manager},
        )  # fmt: skip
