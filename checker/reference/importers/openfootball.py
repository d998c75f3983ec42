"""openfootball: matches, squads, clubs and players as plain text (football.txt).

Format: https://github.com/openfootball (each repository's README; CC0): leagues in england, deutschland, espana, italy, europe;
cups in champions-league and worldcup; clubs with their aliases in clubs; people with births in players.
The grounds that `clubs` gives are out of date and are not taken.
"""

from collections.abc import Iterator
from pathlib import Path

from checker.reference.importers import openfootball_matches, openfootball_people
from checker.reference.rows import Found, Importer, Lists, Started


def _files(root: Path, lists: Lists) -> list[Path]:
    """The text files that hold facts: clubs first, since matches and squads name them."""
    found = [root] if root.is_file() else sorted(root.rglob("*.txt"))
    kept = [file for file in found if not _is_left_out(file.relative_to(root).parts if file != root else (file.name,), lists)]
    return sorted(kept, key=lambda file: (not file.name.endswith(".clubs.txt"), not file.name.endswith(".players.txt")))


def _is_left_out(parts: tuple[str, ...], lists: Lists) -> bool:
    name = parts[-1]
    if any(part in lists.skip or part.startswith(".") for part in parts):
        return True
    kinds = (".clubs.", ".players.", ".stadiums.", "clubs.", "stadiums.")
    if not any(kind in name for kind in kinds):
        return not name.endswith(".txt")
    return not name.endswith((".clubs.txt", ".players.txt"))


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    for file in _files(root, lists):
        started(file)
        country = lists.country_of(*reversed(file.relative_to(root).parts[:-1]), root.resolve().name)
        if file.name.endswith(".clubs.txt"):
            yield from openfootball_people.clubs(file, country or _folder(file, root))
        elif file.name.endswith(".players.txt"):
            yield from openfootball_people.players(file)
        elif file.parent.name == "squads":
            yield from openfootball_people.squad(file, country, lists)
        else:
            yield from openfootball_matches.matches(file, country, lists)


def _folder(file: Path, root: Path) -> str:
    """A country that the pack has no clubs of, by its folder: `asia/singapore`."""
    parts = file.relative_to(root).parts[:-1]
    return parts[1].replace("-", " ").title() if len(parts) > 1 else ""


IMPORTER = Importer(
    "openfootball", "openfootball (football.txt)", "https://github.com/openfootball", "CC0-1.0", "open", True, _files, _read,
    "a folder of an openfootball repository with .txt files",
)  # fmt: skip
