"""Internationals since 1872: results, goals with minutes, shoot-outs.

Format: https://github.com/martj42/international_results (CC0): results.csv (date, home_team, away_team, home_score, away_score,
tournament, city, country, neutral), goalscorers.csv (… team, scorer, minute, own_goal, penalty; own goals under the side that
benefits), shootouts.csv (… winner), former_names.csv (current, former, start_date, end_date).
Scores are after extra time. shootouts.csv tells who won, not by how much.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from checker.reference.events import Action, ActionKind, Event
from checker.reference.files import csv_rows, day, whole
from checker.reference.rows import At, Found, Importer, Lists, MatchRow, Rejected, Started, TeamRef, TeamRow

_MATCH = ("date", "home_team", "away_team")
Key = tuple[str, str, str]


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    names = ("former_names.csv", "goalscorers.csv", "results.csv")
    return [root / name for name in names if (root / name).is_file()] if (root / "results.csv").is_file() else []


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    goals: dict[Key, list[Action]] = defaultdict(list)
    for file in _files(root, lists):
        started(file)
        if file.name == "former_names.csv":
            yield from _former_names(file)
        elif file.name == "goalscorers.csv":
            yield from _read_goals(file, goals)
        else:
            yield from _results(file, goals)


def _former_names(file: Path) -> Iterator[Found]:
    for row in csv_rows(file, ("current", "former")):
        if isinstance(row, Rejected):
            yield row
        else:
            number, fields = row
            yield TeamRow(At(str(file), number), TeamRef(fields["current"], "", "national"), (fields["former"],))


def _read_goals(file: Path, goals: dict[Key, list[Action]]) -> Iterator[Rejected]:
    for row in csv_rows(file, (*_MATCH, "team", "scorer", "minute", "own_goal", "penalty")):
        if isinstance(row, Rejected):
            yield row
            continue
        number, fields = row
        if fields["team"] not in (fields["home_team"], fields["away_team"]):
            yield Rejected(At(str(file), number), f"a goal of {fields['team']!r}", "one of the match's teams")
            continue
        side = "home" if fields["team"] == fields["home_team"] else "away"
        minute = whole(fields["minute"])
        goals[_key(fields)].append(Action(_kind(fields), side, fields["scorer"], str(minute) if minute else ""))


def _kind(fields: Mapping[str, str]) -> ActionKind:
    return "og" if fields["own_goal"] == "TRUE" else "pen" if fields["penalty"] == "TRUE" else "goal"


def _key(fields: Mapping[str, str]) -> Key:
    return fields["date"], fields["home_team"], fields["away_team"]


def _results(file: Path, goals: Mapping[Key, list[Action]]) -> Iterator[Found]:
    for row in csv_rows(file, (*_MATCH, "home_score", "away_score", "tournament", "city")):
        if isinstance(row, Rejected):
            yield row
            continue
        at, fields = At(str(file), row[0]), row[1]
        home, away = whole(fields["home_score"]), whole(fields["away_score"])
        if not day(fields["date"]):
            yield Rejected(at, f"the date {fields['date']!r}", "a day such as 2024-03-26")
        elif home is None or away is None:
            yield Rejected(at, f"the score {fields['home_score']!r}-{fields['away_score']!r}", "two whole numbers")
        else:
            event = Event(
                fields["tournament"], date.fromisoformat(day(fields["date"])), "home", "away", (home, away), city=fields["city"]
            )
            listed = goals.get(_key(fields), [])
            event = replace(event, actions=tuple(listed)) if len(listed) == home + away else event
            yield MatchRow(at, _nation(fields["home_team"]), _nation(fields["away_team"]), event)


def _nation(name: str) -> TeamRef:
    return TeamRef(name, "", "national")


IMPORTER = Importer(
    "international-results", "International football results", "https://github.com/martj42/international_results", "CC0-1.0",
    "open", True, _files, _read, "a folder with results.csv, goalscorers.csv and former_names.csv",
)  # fmt: skip
