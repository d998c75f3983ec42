"""Whom a name stands for: the id of a team or a person, the same whenever the same facts are imported.

A team is known by its name in its country, also without the words that are written with and without (FC, 1899). A person is
known by name and birth: two men of one name and no birth are one only where they share a team. What the pack's curated facts
have keeps the curated id.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from checker.reference.names import distance, fold
from checker.reference.rows import Lists, PersonRow, TeamRef


def slug(name: str) -> str:
    """An identifier made of a name: `Łukasz Fabiański` is `lukasz-fabianski`."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold(name)).split())


class AmbiguousNameError(ValueError):
    """A name that several teams of one country have."""

    def __init__(self, name: str, teams: Iterable[str]) -> None:
        super().__init__(f"{name!r}, which is the name of {' and '.join(teams)}")


class Identities:
    """The ids of a pack's curated facts and of a store, and new ones for whom neither has."""

    def __init__(self, lists: Lists, curated: sqlite3.Connection | None, store: sqlite3.Connection | None) -> None:
        self._lists = lists
        self._teams: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._loose: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        self._country: dict[str, str] = {}
        self._people: dict[str, dict[str, str]] = defaultdict(dict)
        self._ids: set[str] = set()
        self._listed: set[str] = set()
        self._at: dict[str, set[str]] = defaultdict(set)
        self._curated: dict[str, set[str]] = defaultdict(set)
        if curated is not None:
            self._load(curated)
            for (kind, place, words), ids in self._teams.items():
                if len(ids) == 1 and (place or kind == "national"):
                    self._curated[next(iter(ids))].add(words)
        if store is not None:
            self._load(store)

    def _load(self, database: sqlite3.Connection) -> None:
        """What a store has; of two stores the first is asked first."""
        teams = database.execute(
            "select distinct n.words, e.id, e.kind, e.detail from name n join entity e on e.id = n.entity"
            " where n.kind in ('club', 'national') and n.style in ('name', 'alias')"
        )
        for words, identity, kind, country in teams:
            self._know_team(words, identity, kind, country)
        for identity, name, born in database.execute("select id, name, detail from entity where kind = 'person'"):
            self._know_person(name, identity, born)
        aliases = database.execute(
            "select n.words, n.entity, e.detail from name n join entity e on e.id = n.entity"
            " where n.kind = 'person' and n.style = 'alias'"
        )
        for words, identity, born in aliases:
            self._know_person(words, identity, born)
        for person, team in database.execute("select distinct person, team from membership"):
            self._at[person].add(team)

    def _know_team(self, words: str, identity: str, kind: str, country: str) -> None:
        self._ids.add(identity)
        self._country.setdefault(identity, country)
        for place in {country if kind == "club" else "", ""}:
            self._teams[kind, place, words].add(identity)
            self._loose[kind, place, self._bare(words)].add(identity)

    def _know_person(self, name: str, identity: str, born: str) -> None:
        self._ids.add(identity)
        known = self._people[fold(name)]
        known[identity] = max(known.get(identity, ""), born, key=len)

    def _bare(self, words: str) -> str:
        """A folded name of a club without the words that it is written with and without."""
        kept = [word for word in words.replace(".", "").split() if word not in self._lists.club_words and not word.isdigit()]
        return " ".join(kept) or words

    def team(self, ref: TeamRef) -> str:
        """The id of a team; a new one where no team of its name in its country is known. Raises AmbiguousNameError."""
        words, country = fold(ref.name), self._lists.country(ref.country)
        places = [country, *self._lists.beside.get(country, ())] if ref.kind == "club" else [""]
        for index, name in ((self._teams, words), (self._loose, self._bare(words))):
            for place in places:
                known = index.get((ref.kind, place, name), set())
                known = known & self._curated.keys() or known
                if len(known) > 1 and index is self._teams:
                    raise AmbiguousNameError(ref.name, sorted(known))
                if len(known) == 1:
                    return next(iter(known))
        found = self._new_team(ref, country)
        self._know_team(words, found, ref.kind, country)
        return found

    def is_misspelling(self, identity: str, alias: str) -> bool:
        """Whether an alias is one letter away from a curated name of the same team: sources list common mistakes too."""
        return any(distance(alias, name) == 1 for name in self._curated.get(identity, ()))

    def country_of(self, identity: str) -> str:
        """The country of a team that is known; empty where it is not told."""
        return self._country.get(identity, "")

    def own_team(self, ref: TeamRef, aliases: Iterable[str]) -> str:
        """The id of a team that a source lists with its aliases, which are from now on its own."""
        country = self._lists.country(ref.country)
        place = country if ref.kind == "club" else ""
        names = [fold(ref.name), *map(fold, aliases)]
        by_name = self._teams.get((ref.kind, place, names[0]), set())
        by_alias = set().union(*(self._teams.get((ref.kind, place, name), set()) for name in names))
        known = by_name or by_alias - self._listed  # two that one source lists are two, whatever alias they share
        if len(known) > 1:
            known = known & self._loose.get((ref.kind, place, self._bare(names[0])), set())
        found = next(iter(known)) if len(known) == 1 else self._new_team(ref, country)
        self._listed.add(found)
        for name in names:
            self._know_team(name, found, ref.kind, country)
        return found

    def _new_team(self, ref: TeamRef, country: str) -> str:
        code = "nat" if ref.kind == "national" else self._lists.codes.get(country, slug(country) or "club")
        return f"{code}-{slug(ref.name) or 'unnamed'}"

    def person(self, row: PersonRow, team: str = "", year: int = 0) -> str:
        """The id of a person; `team` is a team that he is known to have been at, `year` one of which no more is said than
        that he was there in it: then the one man of the name who was of an age to play is taken to be he."""
        known = self._people.get(fold(row.name), {})
        found = self._same_birth(known, row.born) if row.born else ""
        if not found and team:
            mates = [identity for identity, born in known.items() if team in self._at[identity] and _agree(born, row.born)]
            found = mates[0] if len(mates) == 1 else ""
        if not found and year and not row.born:
            peers = [identity for identity, born in known.items() if born and _plays(born, year)]
            found = peers[0] if len(peers) == 1 else ""
        if not found:
            found = self._new_person(row, team)
        self._know_person(row.name, found, row.born)
        if team:
            self._at[found].add(team)
        return found

    def _same_birth(self, known: dict[str, str], born: str) -> str:
        same = [identity for identity, other in known.items() if other and _agree(other, born)]
        return same[0] if len(same) == 1 else ""

    def _new_person(self, row: PersonRow, team: str) -> str:
        stem = slug(row.name) or "unnamed"
        wanted = (f"{stem}-{row.born[:4]}", f"{stem}-{row.born}") if row.born else (f"{stem}-{team}",) if team else (stem,)
        free = [identity for identity in wanted if identity not in self._ids]
        if free:
            return free[0]
        number = 2
        while f"{wanted[-1]}-{number}" in self._ids:
            number += 1
        return f"{wanted[-1]}-{number}"


def _agree(one: str, other: str) -> bool:
    """Whether two births can be one man's: unknown, the same day, or a day in the year."""
    return one.startswith(other) or other.startswith(one)


YOUNGEST, OLDEST = 15, 45
"""Years of age between which a man is in a squad."""


def _plays(born: str, year: int) -> bool:
    return YOUNGEST <= year - int(born[:4]) <= OLDEST
