"""OpenLigaDB: results with half-time, goals with minutes, attendances, as the service gives them.

Format: https://www.openligadb.de (ODbL 1.0), the answer of /getmatchdata/bl1/2023 kept as a .json file: a list of matches with
matchDateTime, leagueName, leagueShortcut, group, team1, team2, matchResults (resultTypeID 1 half-time, 2 final, else by its
name), goals (scoreTeam1, scoreTeam2, matchMinute, goalGetterName, isPenalty, isOwnGoal), location, numberOfViewers.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from checker.reference.events import Action, ActionKind, Event, Pair
from checker.reference.files import json_data
from checker.reference.rows import At, Found, Importer, Lists, MatchRow, Rejected, Started, TeamRef

HALF_TIME, FINAL = 1, 2
_GERMAN = ("bl", "dfb")
"""How the shortcuts of German leagues and cups begin."""


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    return [root] if root.suffix == ".json" else sorted(root.glob("*.json"))


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    for file in _files(root, lists):
        started(file)
        data = json_data(file)
        if isinstance(data, Rejected):
            yield data
            continue
        for number, match in enumerate(data if isinstance(data, list) else [data], 1):
            at = At(str(file), number)
            try:
                row = _match(at, match)
            except (KeyError, TypeError, ValueError, AttributeError) as problem:
                yield Rejected(at, f"match {number} of the list ({problem!r})", "a match of OpenLigaDB's format")
                continue
            if row is not None:
                yield row


def _match(at: At, match: Any) -> MatchRow | None:
    """The match; None where it has not been played."""
    results = {result["resultTypeID"]: (result["pointsTeam1"], result["pointsTeam2"]) for result in match["matchResults"]}
    if not match.get("matchIsFinished") or not results:
        return None
    score: Pair = results.get(FINAL) or list(results.values())[-1]
    country = "Germany" if str(match.get("leagueShortcut") or "").lower().startswith(_GERMAN) else ""
    place = match.get("location") or {}
    league = " ".join(word for word in match["leagueName"].split() if "/" not in word)
    event = Event(
        league, date.fromisoformat(match["matchDateTime"][:10]),
        "home", "away", score, results.get(HALF_TIME), season=str(match.get("leagueSeason") or ""),
        stage=(match.get("group") or {}).get("groupName") or "", site=place.get("locationStadium") or "",
        city=place.get("locationCity") or "", attendance=int(match.get("numberOfViewers") or 0),
        actions=tuple(_goals(match.get("goals") or [])),
    )  # fmt: skip
    return MatchRow(at, TeamRef(match["team1"]["teamName"], country), TeamRef(match["team2"]["teamName"], country), event)


def _goals(goals: list[Any]) -> Iterator[Action]:
    before = (0, 0)
    for goal in sorted(goals, key=lambda goal: (goal["scoreTeam1"] + goal["scoreTeam2"])):
        kind: ActionKind = "og" if goal.get("isOwnGoal") else "pen" if goal.get("isPenalty") else "goal"
        side = "home" if goal["scoreTeam1"] != before[0] else "away"
        before = goal["scoreTeam1"], goal["scoreTeam2"]
        yield Action(kind, side, goal.get("goalGetterName") or "?", str(goal.get("matchMinute") or ""))


IMPORTER = Importer(
    "openligadb", "OpenLigaDB", "https://www.openligadb.de", "ODbL-1.0", "open", True, _files, _read,
    "a .json file with an answer of /getmatchdata, or a folder of them",
)  # fmt: skip
