"""StatsBomb open data: line-ups, goals, cards and changes of chosen competitions.

Format: https://github.com/statsbomb/open-data (StatsBomb's user agreement: name the source, do not pass the data on):
data/matches/COMPETITION/SEASON.json, data/lineups/MATCH.json, data/events/MATCH.json. An event's minute counts from 0 and
goes on in stoppage time; period 5 is the shoot-out. Its spellings of names are not always right.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from checker.reference.events import Action, ActionKind, Event, Participation
from checker.reference.files import json_data
from checker.reference.rows import At, Found, Importer, Lists, MatchRow, PersonRow, Rejected, Started, TeamKind, TeamRef

_PERIOD_END = {1: 45, 2: 90, 3: 105, 4: 120}
_CARDS: dict[str, ActionKind] = {"Yellow Card": "yellow", "Second Yellow": "second-yellow", "Red Card": "red"}


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    return sorted((root / "data" / "matches").rglob("*.json"))


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    seen: set[str] = set()
    for file in _files(root, lists):
        started(file)
        data = json_data(file)
        if isinstance(data, Rejected):
            yield data
            continue
        for number, match in enumerate(data if isinstance(data, list) else [], 1):
            try:
                yield from _match(root, At(str(file), number), match, lists, seen)
            except (KeyError, TypeError, ValueError) as problem:
                found = f"match {number} of the list ({problem!r})"
                yield Rejected(At(str(file), number), found, "a match of StatsBomb's format")


def _match(root: Path, at: At, match: Any, lists: Lists, seen: set[str]) -> Iterator[Found]:
    names = {match["home_team"]["home_team_name"]: "home", match["away_team"]["away_team_name"]: "away"}
    lineups = _part(root / "data" / "lineups" / f"{match['match_id']}.json")
    events = _part(root / "data" / "events" / f"{match['match_id']}.json")
    for part in (lineups, events):
        if isinstance(part, Rejected):
            yield part
    called = {
        player["player_name"]: player.get("player_nickname") or player["player_name"]
        for team in _listed(lineups)
        for player in team["lineup"]
    }
    for name, short in called.items():
        if name not in seen:
            seen.add(name)
            yield PersonRow(at, short, aliases=(name,) if name != short else ())
    event = Event(
        match["competition"]["competition_name"], date.fromisoformat(match["match_date"]), "home", "away",
        (int(match["home_score"]), int(match["away_score"])), season=match["season"]["season_name"],
        stage=(match.get("competition_stage") or {}).get("name", ""), site=(match.get("stadium") or {}).get("name", ""),
        referee=(match.get("referee") or {}).get("name", ""),
        actions=(*_actions(_listed(events), names, called), *_cards(_listed(lineups), names, called)),
        participations=tuple(_people(_listed(lineups), names, called)),
    )  # fmt: skip
    yield MatchRow(at, _team(match, "home", lists), _team(match, "away", lists), event)


def _part(file: Path) -> Any:
    return json_data(file) if file.is_file() else []


def _listed(part: Any) -> list[Any]:
    return part if isinstance(part, list) else []


def _team(match: Any, side: str, lists: Lists) -> TeamRef:
    """A side; those of a national side's country bear its name, and women's sides are told apart."""
    team = match[f"{side}_team"]
    name, country = team[f"{side}_team_name"], (team.get("country") or {}).get("name", "")
    kind: TeamKind = "national" if name.removesuffix(" Women's") == country else "club"
    women = team.get(f"{side}_team_gender") == "female" and "Women" not in name
    return TeamRef(f"{name} Women" if women else name, "" if kind == "national" else lists.country(country), kind)


def minute_of(period: int, elapsed: int) -> str:
    """The minute of an event as copy counts it: elapsed minute 12 is the 13th, 46 of the first half 45+2."""
    end = _PERIOD_END.get(period, 0)
    return str(elapsed + 1) if elapsed < end else f"{end}+{elapsed - end + 1}"


def _actions(events: list[Any], names: dict[str, str], called: dict[str, str]) -> Iterator[Action]:
    for event in events:
        kind = event["type"]["name"]
        side = names.get((event.get("team") or {}).get("name", ""), "")
        if event.get("period") not in _PERIOD_END or not side:
            continue
        minute, player = minute_of(event["period"], event["minute"]), (event.get("player") or {}).get("name", "")
        shot = event.get("shot") or {}
        if kind == "Shot" and (shot.get("outcome") or {}).get("name") == "Goal":
            penalty = (shot.get("type") or {}).get("name") == "Penalty"
            yield Action("pen" if penalty else "goal", side, called.get(player, player), minute)
        elif kind == "Own Goal Against":
            yield Action("og", "away" if side == "home" else "home", called.get(player, player), minute)
        elif kind == "Substitution":
            on = ((event.get("substitution") or {}).get("replacement") or {}).get("name", "")
            yield Action("sub", side, called.get(on, on), minute, called.get(player, player))


def _cards(lineups: list[Any], names: dict[str, str], called: dict[str, str]) -> Iterator[Action]:
    for team in lineups:
        for player in team["lineup"]:
            for card in player.get("cards") or ():
                kind = _CARDS.get(card.get("card_type", ""))
                time = str(card.get("time") or "").split(":")[0]
                if kind and time.isdigit():
                    minute = minute_of(int(card.get("period") or 2), int(time))
                    yield Action(kind, names[team["team_name"]], called[player["player_name"]], minute)


def _people(lineups: list[Any], names: dict[str, str], called: dict[str, str]) -> Iterator[Participation]:
    for team in lineups:
        for player in team["lineup"]:
            positions = player.get("positions")
            if positions is None:
                continue  # older files do not say who began
            began = any(position.get("start_reason") == "Starting XI" for position in positions)
            yield Participation(
                names[team["team_name"]], called[player["player_name"]], "starter" if began else "bench",
                player.get("jersey_number"),
            )  # fmt: skip


IMPORTER = Importer(
    "statsbomb", "StatsBomb open data", "https://github.com/statsbomb/open-data", "StatsBomb user agreement", "open", False,
    _files, _read, "a folder with data/matches/…/*.json",
)  # fmt: skip
