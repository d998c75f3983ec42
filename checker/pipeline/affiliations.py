"""affiliations that no pattern reads alone: `Manager: Vincenzo Montella` under a line-up, the men and the clubs of a row."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.clubs import span_club
from checker.pipeline.enumeration import Enumeration
from checker.pipeline.mentions import Mention
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


class ClubRows:
    """The other clubs of a row whose one club an affiliation has, with the words of a pack: `starred for Denby, Hull and then
    Corley`, `the former Denby and Hull striker`."""

    def __init__(self, words: Words) -> None:
        self._link, self._ends = words.frame("club_link"), words.frame("club_row_ends")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims, and a loose affiliation for each other club of their rows that none has."""
        found = list(claims)
        taken = {(c.sentence, c.places["club"].start) for c in claims if c.type == "affiliation" and "club" in c.places}
        for claim in claims:
            club = claim.places.get("club") if claim.type == "affiliation" else None
            for mention in self._others(club, claim, reading) if club else ():
                if (claim.sentence, mention.span.start) not in taken:
                    taken.add((claim.sentence, mention.span.start))
                    found.append(_of_club(claim, mention, reading))
        return sorted(found, key=lambda claim: claim.span) if len(found) > len(claims) else found

    def _others(self, club: Span, claim: Claim, reading: Reading) -> list[Mention]:
        """The clubs behind a claim's own that ends its words, or before it where a man was with all of them."""
        teams = reading.teams_in(claim.sentence)
        at = next((number for number, team in enumerate(teams) if team.span == club), None)
        if at is None or len(teams) == 1:
            return []
        if claim.span.end == club.end:
            return self._behind(teams[at:], reading.text)
        return self._before(teams[: at + 1], reading.text) if claim.get("status") == "former" else []

    def _behind(self, teams: Sequence[Mention], text: str) -> list[Mention]:
        """The clubs behind the first, up to the one that the row's `and` adds; none where it goes on as another clause."""
        row: list[Mention] = []
        for one, other in pairwise(teams):
            link = self._link.fullmatch(text, one.span.end, other.span.start)
            if link is None:
                return []
            row.append(other)
            if link["and"]:
                return row if self._ends.match(text, other.span.end) else []
        return []

    def _before(self, teams: Sequence[Mention], text: str) -> list[Mention]:
        """The clubs before the last, to which the row's `and` joins it."""
        row: list[Mention] = []
        for other, one in pairwise(reversed(teams)):
            link = self._link.fullmatch(text, one.span.end, other.span.start)
            if link is None or bool(link["and"]) == bool(row):
                break
            row.append(one)
        return row


def _of_club(claim: Claim, mention: Mention, reading: Reading) -> Claim:
    """A claim as it is told of another club."""
    key = reading.clubs.at(mention.span.start)
    words = mention.span.of(reading.text)
    return replace(claim, span=mention.span, text=words, keys={}, places={}).having(
        club=reading.clubs.names.get(key, words), loose=True
    )


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
