"""Clubs, players and squads of openfootball, in the layouts that its repositories have.

clubs    `Arsenal FC, 1886, @ Emirates Stadium, London`, then `  | Arsenal | The Arsenal`; `ii)` begins a reserve side.
players  `Mikey Moore,  F,  - ,  b. 11 Aug 2007 @ Southwark`
squads   `= Club - League 2023/24`, then ` 1,  Name (POL),  GK,  b. 1985,  Former C`
         `#   Chelsea FC 2014/15`, then `26 (c) John Terry   DF  1998-`
         `# England (ENG)` in 1998--france/squads, then ` (1)  GK  David Seaman   ## 40, Arsenal`
"""

import re
from collections.abc import Iterator
from pathlib import Path

from checker.reference.files import text_lines
from checker.reference.rows import At, Found, Lists, MembershipRow, PersonRow, Rejected, TeamRef, TeamRow

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTHS = {name: number for number, name in enumerate(_MONTHS, 1)}
_NUMBERING = re.compile(r"[a-z]{1,3}\)\s*")
_TAG = re.compile(r"\s*\[[a-z]{2}\]")
_BORN = re.compile(r"b\.\s*(?:(?P<day>\d{1,2}) (?P<month>[A-Z][a-z]{2})[a-z]* )?(?P<year>\d{4}|\?{4})")
_SEASON = re.compile(r"(?P<first>\d{4})(?:/(?P<second>\d{2,4}))?\s*$")
_CODE = re.compile(r"\s*\((?P<code>[A-Z]{3})\)")
_LISTED = re.compile(r"\s*(?:\(?\d*\)?|-)\s+(?:GK|DF|MF|FW)\s+(?P<name>[^#]+)")
_NUMBERED = re.compile(r"\s*(?:\d+|-)\s+(?:\((?:c|vc)\)\s*)?(?P<name>\D+?)\s+(?:GK|DF|MF|FW)\b")
_COMMA = re.compile(r"\s*(?:\d*|-)\s*,\s*(?P<name>[^,]+),")

_CUP = re.compile(r"(\d{4})--")
_Head = tuple[TeamRef, str, str]
"""A team, and the first and last day of its season or tournament."""


def clubs(file: Path, country: str) -> Iterator[Found]:
    """The clubs of a file, each with its aliases."""
    open_row: tuple[At, str] | None = None
    aliases: list[str] = []
    for line in text_lines(file):
        if isinstance(line, Rejected):
            yield line
            continue
        number, text = line[0], line[1].split("#", 1)[0].rstrip()
        if text.lstrip().startswith("|"):
            aliases += _aliases(text)
        elif text and not text[0].isspace() and not text.startswith("="):
            yield from _club(open_row, aliases, country)
            name = _NUMBERING.sub("", text, count=1) if _NUMBERING.match(text) else text
            open_row, aliases = (At(str(file), number), name.split(",")[0].strip()), []
    yield from _club(open_row, aliases, country)


def _aliases(text: str) -> Iterator[str]:
    for alias in text.split("|"):
        plain = _TAG.sub("", alias).strip()
        if plain:
            yield plain


def _club(row: tuple[At, str] | None, aliases: list[str], country: str) -> Iterator[Found]:
    if row is None:
        return
    at, name = row
    if not country:
        yield Rejected(at, f"{name!r} in a folder of no known country", "a folder such as europe/england")
    elif not any(letter.isalpha() for letter in name):
        yield Rejected(at, repr(name), "the name of a club")
    else:
        yield TeamRow(at, TeamRef(name, country), tuple(aliases))


def players(file: Path) -> Iterator[Found]:
    """The people of a file with their births."""
    for line in text_lines(file):
        if isinstance(line, Rejected):
            yield line
            continue
        number, text = line
        plain = text.split("#", 1)[0].strip()
        if not plain or plain.startswith("="):
            continue
        born = _born(plain)
        name = plain.split(",")[0].strip()
        if not born or not name:
            yield Rejected(At(str(file), number), repr(plain[:60]), "name, position, height, b. day month year")
        else:
            yield PersonRow(At(str(file), number), name, born)


def _born(text: str) -> str:
    """A birth as an ISO day, or the year alone; empty where there is none."""
    found = _BORN.search(text)
    if not found or not found["year"].isdigit():
        return ""
    month = MONTHS.get((found["month"] or "").lower(), 0)
    return f"{found['year']}-{month:02}-{int(found['day']):02}" if month else found["year"]


def squad(file: Path, country: str, lists: Lists) -> Iterator[Found]:
    """The squad of a club's season, or of a national side's tournament: there at some time of it."""
    head: _Head | None = None
    for line in text_lines(file):
        if isinstance(line, Rejected):
            yield line
            continue
        number, text = line
        at = At(str(file), number)
        if text.startswith(("=", "#")) or not text.strip():
            head = head or _head(text.strip("=# "), file, country, lists)
            continue
        name = _listed_name(text)
        head = head or _named_after(file, lists)
        if head is None:
            yield Rejected(at, repr(text.strip()[:60]), "a heading with the team and the season first")
            return
        if name is None:
            yield Rejected(at, repr(text.strip()[:60]), "number, name, position, b. year")
            continue
        team, start, end = head
        yield MembershipRow(PersonRow(at, name, _born(text)), team, start, end)


def _head(text: str, file: Path, country: str, lists: Lists) -> _Head | None:
    """The team of a heading, and the first and last day of its season or tournament."""
    cup = _CUP.match(file.parent.parent.name)
    if cup:
        code = _CODE.search(text)
        return _nation(text[: code.start()].strip(), cup[1]) if code else None
    season = _SEASON.search(text)
    if not season:
        return None
    club = _SEASON.sub("", text).split(" - ")[0].strip()
    first = int(season["first"])
    return TeamRef(club, lists.country(country)), f"{first}-07-01", f"{first + 1}-06-30"


def _named_after(file: Path, lists: Lists) -> _Head | None:
    """The national side that a file of a tournament is named after: `br-brazil.txt`."""
    cup = _CUP.match(file.parent.parent.name)
    name = file.stem.partition("-")[2].replace("-", " ")
    return _nation(lists.country_of(name) or name.title(), cup[1]) if cup and name else None


def _nation(name: str, year: str) -> _Head:
    return TeamRef(name, "", "national"), f"{year}-01-01", f"{year}-12-31"


def _listed_name(text: str) -> str | None:
    for layout in (_COMMA, _LISTED, _NUMBERED):
        found = layout.match(text)
        if found:
            name = _CODE.sub("", found["name"]).strip().rstrip("†*").strip()
            return re.sub(r"\s*\((?:c|vc)\)\s*", "", name) or None
    return None
