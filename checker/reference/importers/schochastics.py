"""schochastics/football-data: goals of two dozen competitions since 1990, and cards and changes of some.

Format: https://github.com/schochastics/football-data (ODC-By 1.0; where it comes from is not said, so it is not passed on):
data/goals_time/*.csv, a row a goal (scoring_player, scoring_team, time, GH, GA, game, date, season; `game` is
`Home vs. Away 2:1`, `n.V.` after extra time, `i.E.` with a shoot-out; GH and GA the score after the goal), and
data/goals_time2/*.json, a list of matches with `incidents`.
A match without goals stands in the second alone.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from checker.reference.events import Action, ActionKind, Event
from checker.reference.files import csv_rows, day, json_data, whole
from checker.reference.rows import At, Found, Importer, Lists, MatchRow, Rejected, Started, TeamRef

_GAME = re.compile(r"(?P<home>.+) vs\. (?P<away>.+) (?P<first>\d+):(?P<second>\d+)(?P<how> (?:n\.V|aet|i\.E|pso)\.?)?$")
_MINUTE = re.compile(r"\d{1,3}(?:\+\d{1,2})?$")
_COLUMNS = ("scoring_player", "scoring_team", "time", "GH", "GA", "game", "date", "season")
_KINDS: Mapping[str, ActionKind] = {
    "Goal": "goal", "Own goal": "og", "Yellow Card": "yellow", "Red Card": "red", "Substitution": "sub",
}  # fmt: skip


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    data = root / "data"
    found = [*sorted((data / "goals_time").glob("*.csv")), *sorted((data / "goals_time2").glob("*.json"))]
    return found or ([root] if root.suffix in (".csv", ".json") else [])


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    for file in _files(root, lists):
        started(file)
        first, _, rest = file.stem.replace("_", "-").partition("-")
        country = lists.country(first)
        known = country != first
        competition = re.sub(r"[-\d]+", " ", rest if known else file.stem).strip().title()
        reader = _goals if file.suffix == ".csv" else _incidents
        yield from reader(file, country if known else "", competition)


def _goals(file: Path, country: str, competition: str) -> Iterator[Found]:
    """The matches of a file of goals, each when its last goal has been read."""
    match: tuple[tuple[str, str], At, str] | None = None
    goals: list[Mapping[str, str]] = []
    for row in csv_rows(file, _COLUMNS):
        if isinstance(row, Rejected):
            yield row
            continue
        number, fields = row
        key = fields["date"], fields["game"]
        if match is not None and match[0] != key:
            yield _match(match, goals, country, competition)
            match, goals = None, []
        match = match or (key, At(str(file), number), fields["season"])
        goals.append(fields)
    if match is not None:
        yield _match(match, goals, country, competition)


def _match(
    match: tuple[tuple[str, str], At, str], goals: list[Mapping[str, str]], country: str, competition: str
) -> MatchRow | Rejected:
    (when, game), at, season = match
    found = _GAME.match(" ".join(game.split()).removesuffix(" )"))
    if not found or not day(when):
        return Rejected(at, f"the game {game!r} on {when!r}", "`Home vs. Away 2:1` and a day")
    actions, before = [], (0, 0)
    for goal in goals:
        after = whole(goal["GH"]), whole(goal["GA"])
        if None in after or not _MINUTE.match(goal["time"]):
            return Rejected(at, f"the goal {goal['GH']}:{goal['GA']} at {goal['time']!r}", "a score and a minute")
        actions.append(Action("goal", "home" if after[0] != before[0] else "away", goal["scoring_player"], goal["time"]))
        before = int(after[0] or 0), int(after[1] or 0)
    shown = int(found["first"]), int(found["second"])
    shoot_out = (found["how"] or "").strip() in ("i.E.", "pso")
    score = before if shoot_out else shown  # with a shoot-out the figures are its sum
    kept = tuple(actions) if before == score and len(actions) == sum(score) else ()
    event = Event(competition, date.fromisoformat(day(when)), "home", "away", score, season=season, actions=kept)
    return MatchRow(at, TeamRef(found["home"], country), TeamRef(found["away"], country), event)


def _incidents(file: Path, country: str, competition: str) -> Iterator[Found]:
    data = json_data(file)
    if isinstance(data, Rejected):
        yield data
        return
    for number, match in enumerate(data if isinstance(data, list) else [data], 1):
        at = At(str(file), number)
        try:
            yield MatchRow(at, _slugged(match["home"], country), _slugged(match["away"], country), _event(match, competition))
        except (KeyError, TypeError, ValueError) as problem:
            yield Rejected(at, f"match {number} of the list ({problem!r})", "home, away, GH, GA, date and incident")


def _slugged(name: str, country: str) -> TeamRef:
    return TeamRef(name.replace("-", " ").title(), country)


def _event(match: Any, competition: str) -> Event:
    listed = (match.get("incident") or {}).get("incidents") or []
    actions = [action for item in listed if (action := _action(item))]
    score = int(match["GH"]), int(match["GA"])
    return Event(competition, date.fromisoformat(match["date"]), "home", "away", score, actions=tuple(actions))


def _action(item: Any) -> Action | None:
    kind = _KINDS.get(item.get("incident_type", ""))
    if item.get("incident_type") == "Penalty Awarded" and "home_score" in item:
        kind = "pen"
    if kind is None or item.get("team") not in ("home", "away"):
        return None
    minute = str(item.get("minute") or "").rstrip("'")
    person = item.get("player_in") if kind == "sub" else item.get("player_name")
    other = _turned(item.get("player_out") or "") if kind == "sub" else ""
    return Action(kind, item["team"], _turned(person or ""), minute if _MINUTE.match(minute) else "", other)


def _turned(name: str) -> str:
    """`Hanni S.` is `S. Hanni`."""
    surname, _, first = name.rpartition(" ")
    return f"{first} {surname}" if surname and first.endswith(".") else name


IMPORTER = Importer(
    "schochastics", "schochastics football-data", "https://github.com/schochastics/football-data", "ODC-By-1.0", "open", False,
    _files, _read, "a folder with data/goals_time/*.csv or data/goals_time2/*.json",
)  # fmt: skip
