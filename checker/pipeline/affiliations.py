"""affiliations that no pattern reads alone: `Manager: Vincenzo Montella` under a line-up, and the men of a row."""

import re
from collections.abc import Iterator, Sequence

from checker.claims.model import Claim
from checker.pipeline.clubs import span_club
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

_JOINT = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&)\s+")
_LAST = re.compile(r"\band\b|&")


def with_rows(claims: Sequence[Claim], reading: Reading) -> Iterator[Claim]:
    """The claims, each that says so with those of the men in a row behind its own: `his Hull team-mates Amos, Bell and Cole`.
    Of a loose one nobody is held to, the keys are left out."""
    for claim in claims:
        if claim.type == "affiliation" and claim.get("loose"):
            status = "national" if is_national(claim.keys.get("club", "")) and claim.get("status") == "current" else None
            claim = claim._replace(keys={}).having(status=status)
        if claim.get("several"):
            yield from _row(claim, reading)
        yield claim


def _row(claim: Claim, reading: Reading) -> Iterator[Claim]:
    """The affiliations of the men who follow a claim's own up to the one behind `and`; none where none is."""
    end, row, last = claim.place("person").end, [], False
    for mention in reading.named_in(claim.sentence):
        joint = _JOINT.fullmatch(reading.text, end, mention.span.start) if mention.span.start > end else None
        if joint is None or last or mention.kind != "person":
            continue
        row.append(mention)
        end, last = mention.span.end, bool(_LAST.search(joint[0]))
    for mention in row if last else ():
        person = reading.people.at(mention.span.start)
        if person is not None:
            words = mention.span.of(reading.text)
            yield claim._replace(span=mention.span, text=words, keys={}, places={}).having(person=person.name)


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
