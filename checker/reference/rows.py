"""What an importer gives: rows of facts as a source has them, and the rows that it could not take.

Teams and people stand by name here; whom a name stands for is settled by identity.py when a row is written.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from checker.reference.events import Event
from checker.reference.names import fold
from checker.reference.schema import Tier

TeamKind = Literal["club", "national"]


@dataclass(frozen=True, slots=True)
class At:
    """Where a row stands: the file, and its line (1-based)."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that cannot be taken: what was found and what was expected."""

    at: At
    found: str
    expected: str

    def __str__(self) -> str:
        return f"{self.at.path}:{self.at.line}: found {self.found}; expected {self.expected}"


@dataclass(frozen=True, slots=True)
class TeamRef:
    """A team by name; `country` tells clubs of one name apart."""

    name: str
    country: str = ""
    kind: TeamKind = "club"


@dataclass(frozen=True, slots=True)
class TeamRow:
    at: At
    team: TeamRef
    aliases: tuple[str, ...] = ()
    same_as: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SiteRow:
    at: At
    name: str
    city: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CompetitionRow:
    at: At
    name: str
    same_as: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonRow:
    at: At
    name: str
    born: str = ""
    """`1999-02-03`, or `1999` where only the year is known."""
    aliases: tuple[str, ...] = ()
    same_as: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MembershipRow:
    """A person's time at a team, both days included. Where it is not `exact`, he was there at some time of it."""

    person: PersonRow
    team: TeamRef
    start: str = ""
    end: str = ""
    role: str = "player"
    kind: str = ""
    exact: bool = False


@dataclass(frozen=True, slots=True)
class MatchRow:
    """A match; in its actions and participations the teams are `home` and `away`."""

    at: At
    home: TeamRef
    away: TeamRef
    event: Event


Row = TeamRow | SiteRow | CompetitionRow | PersonRow | MembershipRow | MatchRow
Found = Row | Rejected
Started = Callable[[Path], None]
"""Told of each file that an importer begins to read."""


@dataclass(frozen=True)
class Lists:
    """The words of a pack that importers need (importing.yml), folded where they are compared."""

    countries: Mapping[str, str]
    """Folded names and codes of countries, and the name that the pack's clubs have them under."""
    codes: Mapping[str, str]
    """The code that begins the ids of a country's teams."""
    beside: Mapping[str, Sequence[str]]
    """Countries whose clubs play in a country's leagues too."""
    club_words: frozenset[str]
    """Words that names of clubs are written with and without: FC, AFC."""
    skip: frozenset[str]
    """Folders that hold notes or the same facts a second time."""

    def country(self, name: str) -> str:
        """The pack's name of a country, by its name or code; the name itself where the pack does not have it."""
        return self.countries.get(fold(name).replace("-", " "), name)

    def country_of(self, *names: str) -> str:
        """The first of some names (folders, say) that is a country's; empty where none is."""
        plain = (fold(name).replace("-", " ") for name in names)
        return next((self.countries[name] for name in plain if len(name) > 3 and name in self.countries), "")


@dataclass(frozen=True)
class Importer:
    """One format: what its source is, and how it is read."""

    name: str
    about: str
    """The source, for people: `openfootball (football.txt)`."""
    url: str
    licence: str
    tier: Tier
    redistributable: bool
    """Whether the licence lets anybody pass the facts on."""
    files: Callable[[Path, Lists], list[Path]]
    """The files under a path that the importer reads; empty where it is no such data."""
    read: Callable[[Path, Lists, Started], Iterator[Found]]
    expects: str
    """What the path must hold, for the error when it does not."""
