"""IPTC SportsML 3: the match reports that agencies' feeds come in.

Format: https://iptc.org/standards/sportsml-g2/ and https://github.com/iptc/sportsml-3 (examples/soccer-match-g2-generic.xml): a
<sports-event> with <event-metadata start-date-time>, <site>, two <team> of alignment home and away with their score and
players (status starter or bench), <official>, and <action> of class score, penalty and substitution with their
<participant>s. `minutes-elapsed` counts whole minutes, so 12 is the 13th minute. The facts are the desk's own.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from checker.reference.events import Action, ActionKind, Event, Participation
from checker.reference.files import MOST_JSON, day, whole
from checker.reference.importers.statsbomb import minute_of
from checker.reference.rows import At, Found, Importer, Lists, MatchRow, Rejected, Started, TeamRef

Element = ElementTree.Element


def _files(root: Path, lists: Lists) -> list[Path]:  # noqa: ARG001 - an importer's signature
    return [root] if root.suffix == ".xml" else sorted(root.rglob("*.xml"))


def _read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
    for file in _files(root, lists):
        started(file)
        at = At(str(file), 1)
        if file.stat().st_size > MOST_JSON:
            yield Rejected(at, f"an XML file of {file.stat().st_size:,} bytes", f"at most {MOST_JSON:,}")
            continue
        try:
            tree = ElementTree.parse(file)
        except ElementTree.ParseError as problem:
            yield Rejected(At(str(file), problem.position[0]), f"{problem}", "XML")
            continue
        root_element = _bare(tree.getroot())
        events = list(root_element.iter("sports-event"))
        competition = _competition(root_element)
        for event in events:
            yield _match(at, event, competition, lists)
        if not events:
            yield Rejected(at, f"<{root_element.tag}> without a match", "a <sports-event>")


def _bare(element: Element) -> Element:
    """The tree without namespaces: feeds use the standard's with and without a prefix."""
    for part in element.iter():
        part.tag = str(part.tag).rpartition("}")[2]
    return element


def _competition(root: Element) -> str:
    for subject in root.iter("subject"):
        if subject.get("type", "").endswith((":league", ":competition")):
            return _text(subject.find("name"))
    metadata = root.find(".//tournament-metadata/name")
    return _text(metadata)


def _match(at: At, event: Element, competition: str, lists: Lists) -> MatchRow | Rejected:
    metadata = event.find("event-metadata")
    teams = {team.find("team-metadata").get("alignment"): team for team in event.findall("team")}  # type: ignore[union-attr]
    when = day(metadata.get("start-date-time", "")) if metadata is not None else ""
    if not {"home", "away"} <= teams.keys() or not when or metadata is None:
        return Rejected(at, "a <sports-event> without two aligned teams and a day", "alignment home and away, start-date-time")
    sides = {_key(team): side for side, team in teams.items() if side in ("home", "away")}
    players = [(player, str(side)) for side, team in teams.items() for player in team.iter("player")]
    names = {player.get("id", ""): _name(player.find("player-metadata")) for player, _ in players}
    of = {player.get("id", ""): side for player, side in players}
    home, away = _score(teams["home"]), _score(teams["away"])
    stats = metadata.find(".//site-stats")
    officials = list(event.iter("official"))
    referees = [official for official in officials if "referee" in _text_of(official)] or officials
    score = (home, away) if home is not None and away is not None else None
    told = Event(
        competition, date.fromisoformat(when), "home", "away", score,
        site=_name(metadata.find("site/site-metadata")),
        referee=_name(referees[0].find("official-metadata")) if referees else "",
        attendance=whole(stats.get("attendance", "") if stats is not None else metadata.get("attendance", "")) or 0,
        actions=tuple(_actions(event, sides, names, of)), participations=tuple(_people(teams)),
    )  # fmt: skip
    country = lists.country(_text(metadata.find(".//home-location//country/name")))
    return MatchRow(at, TeamRef(_club(teams["home"]), country), TeamRef(_club(teams["away"]), country), told)


def _key(team: Element) -> str:
    return team.get("id", "")


def _club(team: Element) -> str:
    return _name(team.find("team-metadata"))


def _name(metadata: Element | None) -> str:
    """The full name of a thing; older feeds write it as attributes."""
    if metadata is None:
        return ""
    names = metadata.findall("name")
    best = next((name for name in names if name.get("role", "").endswith("full")), names[0] if names else None)
    if best is None:
        return ""
    parts = [best.get("first", ""), best.get("last", "")]
    return _text(best) or best.get("full", "") or " ".join(part for part in parts if part)


def _text(element: Element | None) -> str:
    return (element.text or "").strip() if element is not None else ""


def _text_of(official: Element) -> str:
    metadata = official.find("official-metadata")
    return (metadata.get("position", "") if metadata is not None else "").lower()


def _score(team: Element) -> int | None:
    stats = team.find("team-stats")
    if stats is None:
        return None
    found = [stat.get("value", "") for stat in stats.iter("stat") if stat.get("stat-type", "").endswith(":score")]
    return whole(found[0] if found else stats.get("score", ""))


def _people(teams: dict[str | None, Element]) -> Iterator[Participation]:
    for side, team in teams.items():
        for player in team.iter("player"):
            metadata = player.find("player-metadata")
            if metadata is not None and side is not None:
                starter = metadata.get("status", "").endswith("starter")
                shirt = whole(metadata.get("uniform-number", ""))
                yield Participation(side, _name(metadata), "starter" if starter else "bench", shirt)


def _actions(event: Element, sides: dict[str, str], names: dict[str, str], of: dict[str, str]) -> Iterator[Action]:
    off: dict[str, list[str]] = {}
    starters = {_name(m) for m in event.iter("player-metadata") if m.get("status", "").endswith("starter")}
    actions = list(event.iter("action"))
    for action in actions:
        if action.get("type", "").endswith("sub-off"):
            off.setdefault(action.get("sequence-number", ""), []).append(_person(action, "sub-off", names))
    for action in actions:
        minute = minute_of(whole(action.get("period-value", "")) or 2, whole(action.get("minutes-elapsed", "")) or 0)
        side = sides.get(action.get("team-idref", ""), "")
        kind = action.get("class", "").rpartition(":")[2]
        if kind == "score":
            yield _goal(action, side, minute, names, of)
        elif kind == "penalty" and _card(action):
            yield Action(_card(action) or "yellow", side, _person(action, "infraction-by", names), minute)
        elif action.get("type", "").endswith("sub-on"):
            left = off.get(action.get("sequence-number", ""), [])
            on, gone = _person(action, "sub-on", names), left.pop(0) if left else ""
            if on in starters and gone not in starters:
                on, gone = gone, on  # some feeds name the two the other way round
            yield Action("sub", side, on, minute, gone)


def _goal(action: Element, side: str, minute: str, names: dict[str, str], of: dict[str, str]) -> Action:
    """A goal; an own goal where the scorer is not of the side that it counts for."""
    attempt = action.get("score-attempt-type", "")
    scorer = next((p.get("idref", "") for p in action.findall("participant") if not p.get("role", "").endswith("keeper")), "")
    kind: ActionKind = "pen" if "penalty" in attempt else "goal"
    if "own" in attempt or (of.get(scorer) and side and of[scorer] != side):
        kind = "og"
    return Action(kind, side or of.get(scorer, "home"), names.get(scorer, ""), minute)


def _card(action: Element) -> ActionKind | None:
    level = action.get("penalty-level", "")
    return "red" if "red" in level else "second-yellow" if "second" in level else "yellow" if "yellow" in level else None


def _person(action: Element, role: str, names: dict[str, str]) -> str:
    for participant in action.findall("participant"):
        if participant.get("role", "").endswith(role):
            return names.get(participant.get("idref", ""), "")
    return ""


IMPORTER = Importer(
    "sportsml", "SportsML 3", "https://iptc.org/standards/sportsml-g2/", "the desk's own", "desk", False, _files, _read,
    "an .xml file of SportsML, or a folder of them",
)  # fmt: skip
