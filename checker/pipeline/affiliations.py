"""affiliations that no pattern reads alone: `Manager: Vincenzo Montella` under a line-up, and the men of a row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.claims.model import Claim
from checker.pipeline.clubs import span_club
from checker.pipeline.enumeration import Enumeration
from checker.pipeline.reading import Reading
from checker.reference.store import is_national


def with_rows(claims: Sequence[Claim], reading: Reading, enumeration: Enumeration) -> Iterator[Claim]:
    """The claims, each that says so with those of the men in a row behind its own: `his Hull team-mates Amos, Bell and Cole`.
    Of a loose one nobody is held to, the keys are left out."""
    for claim in claims:
        if claim.type == "affiliation" and claim.get("loose"):
            status = "national" if is_national(claim.keys.get("club", "")) and claim.get("status") == "current" else None
            claim = replace(claim, keys={}).having(status=status)
        if claim.type == "affiliation" and claim.get("several"):
            yield from _row(claim, reading, enumeration)
        yield claim


def _row(claim: Claim, reading: Reading, enumeration: Enumeration) -> Iterator[Claim]:
    """The affiliations of the men who follow a claim's own in a list."""
    for mention in enumeration.behind(claim.place("person"), reading, claim.sentence):
        person = reading.people.at(mention.span.start)
        if person is not None:
            words = mention.span.of(reading.text)
            yield replace(claim, span=mention.span, text=words, keys={}, places={}).having(person=person.name)


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
