"""Fantasy Premier League: squads since 2016-17 with dated departures, and results since 2018-19.

Format: https://github.com/vaastav/Fantasy-Premier-League (MIT for the code; the data are the Premier League's, so they are not
passed on): data/SEASON/players_raw.csv (first_name, second_name, web_name, id, team_code, news, news_added, birth_date in
later seasons), teams.csv (id, code, name), fixtures.csv (kickoff_time, team_h, team_a, team_h_score, team_a_score, stats).
A squad says that a man was there at some time of the season; news of a departure ends it.
"""

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from checker.reference.events import Action, ActionKind, Event
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
)

_SEASON = re.compile(r"(\d{4})-\d{2}$")
_LEFT = re.compile(r"\b(?:joined|transferred|loan|left|released|returned)\b", re.IGNORECASE)
_GOALS: Mapping[str, ActionKind] = {"goals_scored": "goal", "own_goals": "og"}


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    names = ("teams.csv", "players_raw.csv", "fixtures.csv")
    folders = [folder for folder in sorted((root / "data").glob("*")) if _SEASON.match(folder.name)]
    return [folder / name for folder in folders for name in names if (folder / name).is_file()]


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    codes = _codes(root, lists)
    ids: dict[str, str] = {}
    people: dict[str, str] = {}
    for file in _files(root, lists):
        started(file)
        if file.name == "teams.csv":
            ids = {row["id"]: row["name"] for row in _plain(file, ("id", "name"))}
        elif file.name == "players_raw.csv":
            people = {}
            yield from _squads(file, codes, people)
        else:
            yield from _fixtures(file, ids, people)
            ids = {}


def _codes(root: Path, lists: Lists) -> dict[str, str]:
    """The clubs by the code that they keep from season to season; the first seasons do not name them."""
    files = [file for file in _files(root, lists) if file.name == "teams.csv"]
    return {row["code"]: row["name"] for file in files for row in _plain(file, ("code", "name"))}


def _plain(file: Path, columns: tuple[str, ...]) -> Iterator[Mapping[str, str]]:
    return (row[1] for row in csv_rows(file, columns) if not isinstance(row, Rejected))


def _squads(file: Path, codes: Mapping[str, str], people: dict[str, str]) -> Iterator[Found]:
    first = int(file.parent.name[:4])
    for row in csv_rows(file, ("id", "first_name", "second_name", "team_code", "news")):
        if isinstance(row, Rejected):
            yield row
            continue
        at, fields = At(str(file), row[0]), row[1]
        name = f"{fields['first_name']} {fields['second_name']}".strip()
        people[fields["id"]] = name
        club = codes.get(fields["team_code"])
        if club is None:
            yield Rejected(at, f"the team code {fields['team_code']!r}", "a code of a teams.csv")
            continue
        shown = fields.get("web_name", "")
        person = PersonRow(at, name, birth(fields.get("birth_date", "")), (shown,) if " " in shown and shown != name else ())
        left = day(fields.get("news_added", "")) if _LEFT.search(fields["news"]) else ""
        start, end = f"{first}-07-01", f"{first + 1}-06-30"
        yield MembershipRow(person, TeamRef(club, "England"), start, min(end, left) if left > start else end)


def _fixtures(file: Path, ids: Mapping[str, str], people: Mapping[str, str]) -> Iterator[Found]:
    for row in csv_rows(file, ("kickoff_time", "team_h", "team_a", "team_h_score", "team_a_score", "stats")):
        if isinstance(row, Rejected):
            yield row
            continue
        at, fields = At(str(file), row[0]), row[1]
        home, away = whole(fields["team_h_score"]), whole(fields["team_a_score"])
        if not ids or home is None or away is None:
            continue  # a season without teams.csv, or a match to come
        teams = ids.get(fields["team_h"]), ids.get(fields["team_a"])
        when = day(fields["kickoff_time"])
        if not all(teams) or not when:
            found = f"teams {fields['team_h']!r} and {fields['team_a']!r} at {fields['kickoff_time']!r}"
            yield Rejected(at, found, "ids of teams.csv and a time")
            continue
        actions = _goals(fields["stats"], people)
        event = Event(
            "Premier League", date.fromisoformat(when), "home", "away", (home, away), season=file.parent.name,
            actions=actions if len(actions) == home + away else (),
        )  # fmt: skip
        yield MatchRow(at, TeamRef(teams[0] or "", "England"), TeamRef(teams[1] or "", "England"), event)


def _goals(stats: str, people: Mapping[str, str]) -> tuple[Action, ...]:
    """Who scored, without minutes; an own goal is the other side's."""
    try:
        listed = ast.literal_eval(stats or "[]")
        return tuple(
            Action(_GOALS[item["identifier"]], _side(side, item["identifier"]), people[str(entry["element"])])
            for item in listed
            if item["identifier"] in _GOALS
            for side in ("h", "a")
            for entry in item[side]
            for _ in range(entry["value"])
        )
    except (ValueError, SyntaxError, KeyError, TypeError):
        return ()


def _side(side: str, kind: str) -> str:
    return "home" if (side == "h") == (kind == "goals_scored") else "away"


IMPORTER = Importer(
    "fantasy-premier-league", "Fantasy Premier League", "https://github.com/vaastav/Fantasy-Premier-League",
    "the Premier League's data, no licence", "open", False, _files, _read,
    "a folder with data/2023-24/players_raw.csv and the like",
)  # fmt: skip
