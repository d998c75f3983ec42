"""reep: clubs, people and competitions with their ids in Wikidata and at providers.

Format: https://github.com/withqwerty/reep (CC0, from Wikidata): data/teams.csv and data/competitions.csv (reep_id,
key_wikidata, name, country, …, key_PROVIDER), data/people.csv (reep_id, key_wikidata, type, name, full_name, date_of_birth,
nationality, …, key_PROVIDER). Wikidata says nothing here of who was where.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from checker.reference.files import birth, csv_rows
from checker.reference.rows import (
    At,
    CompetitionRow,
    Found,
    Importer,
    Lists,
    PersonRow,
    Rejected,
    Started,
    TeamRef,
    TeamRow,
)

_KEPT = ("key_wikidata", "key_transfermarkt", "key_opta", "key_fbref", "key_uefa", "key_fotmob")
"""The ids that are kept, of the two dozen."""


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    names = ("teams.csv", "competitions.csv", "people.csv")
    places = [root / "data", root]
    return next((kept for place in places if (kept := [place / n for n in names if (place / n).is_file()])), [])


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    for file in _files(root, lists):
        started(file)
        columns = ("name", "date_of_birth") if file.name == "people.csv" else ("name", "country")
        for row in csv_rows(file, ("key_wikidata", *columns)):
            yield row if isinstance(row, Rejected) else _row(file, At(str(file), row[0]), row[1], lists)


def _row(file: Path, at: At, fields: Mapping[str, str], lists: Lists) -> Found:
    name = fields["name"].strip()
    if not any(letter.isalpha() for letter in name):
        return Rejected(at, f"the name {name!r}", "a name with letters")
    same = {key.removeprefix("key_"): fields[key] for key in _KEPT if fields.get(key)}
    if file.name == "competitions.csv":
        return CompetitionRow(at, name, same)
    if file.name == "teams.csv":
        return TeamRow(at, TeamRef(name, lists.country(fields["country"])), (), same)
    full = fields.get("full_name", "").strip()
    return PersonRow(at, name, birth(fields["date_of_birth"]), (full,) if full and full != name else (), same)


IMPORTER = Importer(
    "reep", "reep (Wikidata)", "https://github.com/withqwerty/reep", "CC0-1.0", "open", True, _files, _read,
    "a folder with data/teams.csv, data/people.csv or data/competitions.csv",
)  # fmt: skip
