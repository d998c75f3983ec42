"""Membership: a man under the other club, or with another man's first name."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from injections.copy import CAPITAL, FULL_NAME, Copy, Place, Side, surname
from injections.lineup import swapped
from injections.model import Error, Kind, Site, one
from injections.names import NATIONALITIES, NO_CLUBS, NO_NAME_OF_MEN

_CLUB = rf"(?P<club>[{CAPITAL}][a-zà-ÿ]+(?: (?:[{CAPITAL}][a-zà-ÿ]+))?)"
_ROLE = (
    r"(?:(?:young|veteran|captain|skipper|left|right|centre|star|talisman|substitute|record)[- ]?)*"
    r"(?:striker|forward|midfielder|winger|defender|full-back|left-back|right-back|centre-back|centre-half|goalkeeper|keeper|"
    r"captain|skipper|playmaker|striker's|substitute|stopper|number one)"
)
_MAN = rf"(?P<man>(?:[{CAPITAL}][\w'’-]+ )?(?:(?:de|van|der|di|da) ){{0,2}}[{CAPITAL}][\w-]*[a-zà-ÿ])"
_AT_CLUB = re.compile(rf"\b{_CLUB}(?:['’]s?(?: {_ROLE})?| {_ROLE}) {_MAN}\b")
_NOT_NOW = re.compile(
    r"\b(?:former|ex|one-time|loan|on-loan|then|target|bound|old|joined|signed|signing|move|transfer|deal|moved|left)\b|-(?:bound|linked)"
)


class Affiliation(NamedTuple):
    """A club and a man of it in one phrase."""

    club: str
    place: Place
    man: str
    man_place: Place


def affiliations(copy: Copy) -> Iterator[Affiliation]:
    """Every phrase of the prose that gives a man to a club today."""
    for place in copy.prose:
        if not _NOT_NOW.search(copy.text, *place):
            for found in copy.find(_AT_CLUB, place):
                if not set(found["club"].split()) & NO_CLUBS:
                    yield Affiliation(found["club"], Place(*found.span("club")), found["man"], Place(*found.span("man")))


def other_club(site: Site) -> Iterator[Error]:
    """A phrase gives a man to the other club of the match; a line-up has him at his own."""
    copy = site.copy
    for said in affiliations(copy):
        for side, other in _both(copy):
            mine = [man for man in side.played if man.surname == surname(said.man)]
            theirs = any(man.surname == surname(said.man) for man in other.played)
            if len(mine) == 1 and not theirs and _alike(side.club.name, said.club) and other.club.name:
                yield one(said.place, _title(other.club.name), mine[0].place)


def _both(copy: Copy) -> tuple[tuple[Side, ...], ...]:
    return (copy.sides, copy.sides[::-1]) if copy.sides else ()


def _alike(one_name: str, other_name: str) -> bool:
    return bool(set(one_name.lower().split()) & set(other_name.lower().split()))


def _title(club: str) -> str:
    return club.title() if club.isupper() else club


def told_twice(site: Site) -> Iterator[Error]:
    """One of two phrases and more that give a man to a club gives him to another club that the article names so."""
    found = list(affiliations(site.copy))
    clubs = sorted(_with_a_role(site.copy))
    for said in found:
        same = [a for a in found if surname(a.man) == surname(said.man)]
        others = [club for club in clubs if not _alike(club, said.club)]
        proof = next((a for a in same if a != said), None)
        if proof and {a.club for a in same} == {said.club} and said.club in clubs and others and " " in said.man:
            yield one(said.place, site.draw.choice(others), proof.place)


def _with_a_role(copy: Copy) -> set[str]:
    """The clubs that stand before a role: "Celtic striker John Smith"; whatever else has a 's may be no club."""
    told = [said for said in affiliations(copy) if re.search(rf" {_ROLE} $", copy.text[said.place.end : said.man_place.start])]
    return {said.club for said in told if not set(said.club.split()) & NATIONALITIES}


def first_name(site: Site) -> Iterator[Error]:
    """One of two full names gets the first name of another man of the article."""
    copy = site.copy
    told = [
        (m[1], m[2], Place(*m.span(1))) for place in copy.prose for m in copy.find(FULL_NAME, place) if m.start() > place.start
    ]
    surnames = {last: {first for first, other, _ in told if other == last} for _, last, _ in told}
    men = {last: first.pop() for last, first in surnames.items() if len(first) == 1}
    men = {last: first for last, first in men.items() if _is_man(copy, first, last)}
    men = {last: first for last, first in men.items() if first.lower() not in site.corpus.lower_words}
    for first, last, place in told:
        same = [where for _, other, where in told if other == last]
        if last in men and len(same) > 1:
            others = sorted({name for other, name in men.items() if other != last and name[0] != first[0]})
            if others:
                proof = next(where for where in same if where != place)
                yield one(place, site.draw.choice(others), proof)


def _is_man(copy: Copy, first: str, last: str) -> bool:
    """Whether a pair of capitalised words is a man: the second stands alone too, with a man's verb or 's, the first never, and
    no line-up, result, article or plural verb makes the pair a side, a prize or a ground."""
    if {first, last} & NO_NAME_OF_MEN or "'" in first or "’" in first or first.startswith("Al-") or _EPITHET.search(first):
        return False
    club = rf"\b(?:[Tt]he|club|side|team) {first} {last}\b|\b{first} {last} (?:A?FC|SC|CF|[Ww]omen|[Ll]adies)\b"
    if re.search(club, copy.text):
        return False
    row = rf"^{first} {last} \d{{1,2}}(?:$| [A-Z])|\d {first} {last} \d{{1,2}}$|^{first} {last}(?: \([\d-]+\))?:"
    side = rf"{row}|\b{first} {last} (?:were|have|vs?)\b"
    if re.search(side, copy.text, re.IGNORECASE | re.MULTILINE):
        return False
    alone = len(re.findall(rf"(?<!{re.escape(first)} )\b{re.escape(last)}\b", copy.text))
    first_alone = re.search(rf"\b{re.escape(first)}\b(?! {re.escape(last)})", copy.text)
    return alone > 0 and not first_alone


_EPITHET = re.compile(r"-(?:born|based|owned|inspired|linked|bound|goal)$", re.IGNORECASE)
"""What no first name ends in: `Bristol-born`."""


KINDS = (
    Kind("membership/other-club-against-line-up", other_club),
    Kind("membership/other-club-told-twice", told_twice),
    Kind("membership/first-name-of-another", first_name),
    Kind("membership/scorer-in-the-other-line-up", swapped),
)
