"""Transfermarkt datasets: people, transfers, matches with goals, cards, changes and elevens, from the user's own copy.

Format: https://github.com/dcaribou/transfermarkt-datasets (CC0 as stated; the tables are downloaded, and may be .csv.gz to
unpack first): players.csv, clubs.csv, competitions.csv, games.csv, game_events.csv, game_lineups.csv, transfers.csv. A man is
at a club from one transfer to the next; the last has no end, and proves nothing. Events are looked up by match in a table on
disk, since millions of rows fit no memory.
"""

import sqlite3
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from checker.reference.events import Action, ActionKind, Event, Participation
from checker.reference.files import birth, csv_rows, day, whole
from checker.reference.rows import (
    At,
    Found,
    Importer,
    Lists,
    MatchRow,
    MembershipRow,
    PersonRow,
    Rejected,
    Started,
    TeamRef,
    TeamRow,
)

_NAMES = ("competitions", "clubs", "players", "transfers", "game_events", "game_lineups", "games")
_NO_CLUB = frozenset({"without club", "retired", "career break", "unknown", "ban", "disqualification", "own u19", ""})


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    found = [root / f"{name}.csv" for name in _NAMES if (root / f"{name}.csv").is_file()]
    return found if any(file.stem in ("players", "games") for file in found) else []


class _Tables:
    """What later tables look up in earlier ones."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.competitions: dict[str, tuple[str, str]] = {}
        self.clubs: dict[str, TeamRef] = {}
        self.people: dict[str, PersonRow] = {}
        self.moves: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
        self.database = database
        database.execute("create table event (game, kind, club, person, other, minute, told)")
        database.execute("create table lineup (game text, club text, person text, role text, shirt integer)")

    def club(self, identity: str, name: str = "") -> TeamRef:
        return self.clubs.get(identity) or TeamRef(name)

    def name(self, person: str) -> str:
        known = self.people.get(person)
        return known.name if known else ""


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    with tempfile.NamedTemporaryFile(suffix=".sqlite") as place, closing(sqlite3.connect(place.name)) as database:
        database.execute("pragma journal_mode = off")
        tables = _Tables(database)
        for file in _files(root, lists):
            started(file)
            required, reader = _READERS[file.stem]
            for row in csv_rows(file, required):
                if isinstance(row, Rejected):
                    yield row
                else:
                    yield from reader(tables, At(str(file), row[0]), row[1], lists)
            if file.stem == "transfers":
                yield from _memberships(tables)
            elif file.stem in ("game_events", "game_lineups"):
                table = file.stem.removeprefix("game_").removesuffix("s")
                database.execute(f"create index {table}_game on {table} (game)")


Fields = Mapping[str, str]


def _competition(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    name = fields["name"].replace("-", " ").title()
    tables.competitions[fields["competition_id"]] = (name, lists.country(fields.get("country_name", "")))
    yield from ()


def _club(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    country = tables.competitions.get(fields["domestic_competition_id"], ("", ""))[1]
    tables.clubs[fields["club_id"]] = TeamRef(fields["name"], country)
    yield TeamRow(at, tables.clubs[fields["club_id"]], (), {"transfermarkt": fields["club_id"]})


def _player(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    if not fields["name"].strip():
        yield Rejected(at, "no name", "a name")
        return
    same = {"transfermarkt": fields["player_id"]}
    person = PersonRow(at, fields["name"].strip(), birth(fields["date_of_birth"][:10]), (), same)
    tables.people[fields["player_id"]] = person
    yield person


def _transfer(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    when = day(fields["transfer_date"])
    if not when:
        yield Rejected(at, f"the date {fields['transfer_date']!r}", "a day such as 2023-08-10")
        return
    tables.moves[fields["player_id"]].append((when, fields["to_club_id"], fields["to_club_name"]))


def _memberships(tables: _Tables) -> Iterator[Found]:
    for player, moves in tables.moves.items():
        person = tables.people.get(player)
        if person is None:
            continue
        moves.sort()
        ends = [_day_before(following[0]) for following in moves[1:]] + [""]
        for (start, club, name), end in zip(moves, ends, strict=True):
            if name.strip().lower() not in _NO_CLUB and (not end or end >= start):
                yield MembershipRow(person, tables.club(club, name), start, end, exact=bool(end))
    tables.moves.clear()


def _day_before(when: str) -> str:
    return (date.fromisoformat(when) - timedelta(days=1)).isoformat()


def _event(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    row = (
        fields["game_id"], fields["type"], fields["club_id"], fields["player_id"], fields["player_in_id"], fields["minute"],
        fields["description"],
    )  # fmt: skip
    tables.database.execute("insert into event values (?, ?, ?, ?, ?, ?, ?)", row)
    yield from ()


def _lineup(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    role = "starter" if fields["type"] == "starting_lineup" else "bench"
    row = (fields["game_id"], fields["club_id"], fields["player_name"], role, whole(fields["number"]))
    tables.database.execute("insert into lineup values (?, ?, ?, ?, ?)", row)
    yield from ()


def _game(tables: _Tables, at: At, fields: Fields, lists: Lists) -> Iterator[Found]:  # noqa: ARG001 - one signature
    home, away = whole(fields["home_club_goals"]), whole(fields["away_club_goals"])
    when = day(fields["date"])
    if not when:
        yield Rejected(at, f"the date {fields['date']!r}", "a day such as 2023-08-10")
        return
    if home is None or away is None:
        return  # not played
    sides = {fields["home_club_id"]: "home", fields["away_club_id"]: "away"}
    actions = tuple(_actions(tables, fields["game_id"], sides))
    competition, country = tables.competitions.get(fields["competition_id"], (fields["competition_id"], ""))
    people = tables.database.execute("select club, person, role, shirt from lineup where game = ?", (fields["game_id"],))
    event = Event(
        competition, date.fromisoformat(when), "home", "away", (home, away), season=fields["season"], stage=fields["round"],
        site=fields["stadium"], referee=fields["referee"], attendance=whole(fields["attendance"]) or 0, actions=actions,
        participations=tuple(Participation(sides[club], *rest) for club, *rest in people if club in sides),
    )  # fmt: skip
    named = [tables.club(fields[f"{side}_club_id"], fields[f"{side}_club_name"]) for side in ("home", "away")]
    first, second = (team if team.country else TeamRef(team.name, country) for team in named)
    yield MatchRow(at, first, second, event)


def _actions(tables: _Tables, game: str, sides: Mapping[str, str]) -> Iterator[Action]:
    found = tables.database.execute("select kind, club, person, other, minute, told from event where game = ?", (game,))
    for kind, club, person, other, minute, told in found:
        side = sides.get(club, "")
        if not side:
            continue
        if kind == "Goals":
            yield Action(_goal_kind(told), side, tables.name(person), minute)
        elif kind == "Cards":
            yield Action("red" if "red" in told.lower() else "yellow", side, tables.name(person), minute)
        elif kind == "Substitutions":
            yield Action("sub", side, tables.name(other), minute, tables.name(person))


def _goal_kind(told: str) -> ActionKind:
    plain = told.lower()
    return "og" if "own-goal" in plain or "own goal" in plain else "pen" if "penalty" in plain else "goal"


_READERS = {
    "competitions": (("competition_id", "name", "country_name"), _competition),
    "clubs": (("club_id", "name", "domestic_competition_id"), _club),
    "players": (("player_id", "name", "date_of_birth"), _player),
    "transfers": (("player_id", "transfer_date", "to_club_id", "to_club_name"), _transfer),
    "game_events": (("game_id", "minute", "type", "club_id", "player_id", "description", "player_in_id"), _event),
    "game_lineups": (("game_id", "club_id", "player_name", "type", "number"), _lineup),
    "games": (
        (
            "game_id", "competition_id", "season", "round", "date", "home_club_id", "away_club_id", "home_club_goals",
            "away_club_goals", "stadium", "attendance", "referee", "home_club_name", "away_club_name",
        ),
        _game,
    ),
}  # fmt: skip

IMPORTER = Importer(
    "transfermarkt", "Transfermarkt datasets", "https://github.com/dcaribou/transfermarkt-datasets",
    "CC0-1.0 as stated; the data are Transfermarkt's", "open", False, _files, _read, "a folder with players.csv or games.csv",
)  # fmt: skip
