"""belonging: whose man somebody is by the article's own word: by the line-up in which he stands, and by what the prose says."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.reported import is_report
from checker.match.sides import Clubs
from checker.pipeline.clubs import span_club
from checker.pipeline.reading import Reading
from checker.reference.names import fold, last_word
from checker.reference.store import is_national

_WORD = re.compile(r"[a-z]+")
_IN_TWO_HEADINGS = 2
"""So often a word stands that is each side's: `Ayton's XI: …`, `Denby's XI: …`."""
_AROUND = 60
"""Code points about an affiliation in which a word of a move speaks of its man."""


class Standing:
    """Tells of whom an article says outright, and of no change, for whom he plays."""

    def __init__(self, words: Words) -> None:
        self._moves = words.folded("move_words")
        self._legends = words.folded("legend_role")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims, each affiliation that names its man (`Celtic keeper Craig Gordon`) in a sentence without a word of
        leaving or coming with `plain`."""
        return [claim.having(plain=True) if self._is_plain(claim, reading) else claim for claim in claims]

    def _is_plain(self, claim: Claim, reading: Reading) -> bool:
        if claim.type != "affiliation" or claim.get("status") != "current" or claim.zone == "quotation" or claim.sentence < 0:
            return False
        named = claim.places.get("person")
        club = claim.keys.get("club", "")
        alone = " " not in claim.keys.get("person", "")  # two men may share a surname
        if alone or named is None or not claim.span.holds(named) or not club or is_national(club):
            return False
        if reading.text[named.end : named.end + 1] in ("'", "’"):
            return False  # `Marsh's Ayton`: a manager's sides are told of whenever he had them
        sentence = reading.sentences[claim.sentence]
        start, end = max(sentence.start, claim.span.start - _AROUND), min(sentence.end, claim.span.end + _AROUND)
        words = _WORD.findall(fold(reading.text[start:end]))
        return fold(str(claim.get("role") or "")) not in self._legends and self._moves.isdisjoint(words)


def with_line_ups(claims: Sequence[Claim], reading: Reading, clubs: Clubs | None) -> list[Claim]:
    """The claims of a report, each affiliation to one of the match's two clubs with `ours`, and with the club in whose line-up
    the man stands as `listed_club`, where no other man of that surname stands in the other's. A feature on two clubs follows
    its men from one to the other."""
    if clubs is None or not is_report(reading, clubs):
        return list(claims)
    listed, shared = _listed(reading, clubs)
    told = []
    for claim in claims:
        if claim.type == "affiliation" and "person" in claim.places and _is_near(claim.keys.get("club", ""), clubs, reading):
            if claim.keys.get("person", "") in shared or not _is_somebody(claim, reading):
                told.append(claim)
                continue
            claim = claim.having(ours=claim.keys["club"] in clubs)
            club, place = listed.get(last_word(claim.keys.get("person", "")), ("", None))
            if club and place:
                claim = claim.having(listed_club=reading.clubs.names.get(club, club), places={"lineup": place})
        told.append(claim)
    return told


def _is_near(club: str, clubs: Clubs, reading: Reading) -> bool:
    """Whether a club is one of the two or has the town of one in its name: Sheffield Wednesday where United play."""
    if club in clubs:
        return True
    name = reading.clubs.names.get(club, "")
    own = [reading.clubs.names.get(key, "") for key in clubs]
    return " " in name and any(" " in side and side.split()[0] == name.split()[0] for side in own)


def _is_somebody(claim: Claim, reading: Reading) -> bool:
    """Whether an affiliation is that of a man with a full name, one whom the reference knows, or one who is named a third time:
    `Ayton's Path` and `Denby's Path` are headings."""
    person = reading.people.at(claim.place("person").start)
    return person is None or person.has_first_name or bool(person.entities) or len(person.mentions) > _IN_TWO_HEADINGS


def _listed(reading: Reading, clubs: Clubs) -> tuple[Mapping[str, tuple[str, Span]], frozenset[str]]:
    """The surnames of the line-ups and benches that stand in one of them only, with their club and place; and those that
    stand in both."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    for sheet in reading.blocks.sheets:
        club = span_club(reading.clubs, sheet.label, reading.text)
        for name in (*sheet.played, *(entry.name for entry in sheet.unused)):
            if club in clubs:
                found[last_word(fold(name.of(reading.text)))].setdefault(club, name)
    shared = frozenset(surname for surname, at in found.items() if len(at) > 1)
    return {surname: next(iter(at.items())) for surname, at in found.items() if len(at) == 1}, shared
