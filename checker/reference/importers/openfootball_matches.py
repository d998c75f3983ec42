"""Matches of openfootball's leagues and cups.

    = English Premier League 2023/24
    Matchday 1                                   a stage; `» Round 1` and `▪ Group A` are stages too
    [Fri Aug/11]                                 a day; also `Sat Aug 4 2018`, `11 June`
      20.00  Burnley FC   0-3 (0-2)  Manchester City FC
             Home v Away  4-2 pen. 1-1 a.e.t. (1-1, 0-1)     shoot-out, extra time, (90 minutes, half-time)
             Home  1-1 a.e.t. (1-1, 1-1), 3-2 pen.  Away  @ Ground, City
             (Scorer 18' Other 90+1' (pen.); Third 32')       goals, the home side's first

A year is that in which the day fell on its weekday. Fixtures without a score are passed over.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from checker.reference.events import Action, ActionKind, Event, Pair
from checker.reference.files import text_lines
from checker.reference.importers.openfootball_people import MONTHS
from checker.reference.rows import At, Found, Lists, MatchRow, Rejected, TeamRef

_SEASON = re.compile(r"(?P<first>\d{4})(?:[/-](?P<second>\d{2,4}))?")
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
_MONTH = "|".join(month.title() for month in MONTHS)
_DAY = (
    r"(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?"
    rf"(?:(?P<month>{_MONTH})[a-z]*[/ ](?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})[a-z]*)"
    r"(?:[ /,]+(?P<year>\d{4}))?"
)
_DATE_LINE = re.compile(rf"\s*\[?{_DAY}\]?\s*$")
_DATE_FIRST = re.compile(rf"\s*{_DAY}(?:\s{{2,}}(?=\S)|\s+(?=\d{{1,2}}[.:]\d{{2}}\s))")
_TIME = re.compile(r"\s*\d{1,2}[.:]\d{2}(?:\s+UTC[+-]?\d*)?\s+")
_FIGURES = r"(?<![\d(/])\d{1,2}-\d{1,2}(?![\d/])"
_SCORE = re.compile(
    rf"(?:(?P<pens>{_FIGURES})\s*pen\.?\s*)?(?:(?P<score>{_FIGURES})(?P<aet>\s*a\.?e\.?t\.?)?)?"
    r"\s*(?:\((?P<one>\d+-\d+)(?:,\s*(?P<two>\d+-\d+))?\))?(?:,\s*(?P<after>\d+-\d+)\s*pen\.?)?"
)
_HAS_SCORE = re.compile(_FIGURES)
_VERSUS = re.compile(r"\s+v\s+")
_COUNTRY = re.compile(r"\s*\((?P<code>[A-Z]{3})\)$")
_NOTE = re.compile(r"\s*\[[^\]]*\]\s*$")
_STAGE = re.compile(r"\s*[»▪]\s*(?P<marked>[^|]+)|(?P<plain>[A-Z0-9][^|]*)$")
_GOAL = re.compile(r"(?P<name>[^\d;]+?)\s+(?P<minutes>\d{1,3}(?:\+\d{1,2})?'?.*?)(?=$|(?<=[\d')])[,\s]+[^\d\s,(])")
_MINUTE = re.compile(r"(?P<minute>\d{1,3}(?:\+\d{1,2})?)'?\s*(?P<mark>\((?:pen|p|og|o\.g)\.?\))?")


@dataclass
class _Place:
    """What the lines above a match say: the competition, its season, the stage, the day."""

    competition: str = ""
    season: str = ""
    first_year: int = 0
    last_year: int = 0
    stage: str = ""
    date: datetime.date | None = None
    bad_date: str = ""
    goals: list[str] = field(default_factory=list)


def matches(file: Path, country: str, lists: Lists) -> Iterator[Found]:
    """The matches of a file, with their goals where it lists them."""
    place = _Place()
    last: MatchRow | None = None
    for line in text_lines(file):
        if isinstance(line, Rejected):
            yield line
            continue
        at, text = At(str(file), line[0]), line[1].split("#", 1)[0].rstrip()
        if place.goals or (last and text.lstrip().startswith("(")):
            place.goals.append(text.strip())
            if text.count(")") and _closed(place.goals):
                last = _with_goals(last, " ".join(place.goals)) if last else None
                place.goals = []
            continue
        if last is not None and text.strip():
            yield last
            last = None
        found = _line(text, at, place, country, lists)
        if isinstance(found, Rejected):
            yield found
        elif found is not None:
            last = found
    if last is not None:
        yield last


def _closed(parts: list[str]) -> bool:
    text = " ".join(parts)
    return text.count("(") <= text.count(")")


def _line(text: str, at: At, place: _Place, country: str, lists: Lists) -> MatchRow | Rejected | None:
    if not text.strip():
        return None
    if text.startswith("="):
        _read_heading(text.strip("= "), place)
        return None
    if _DATE_LINE.match(text):
        return _read_date(_DATE_LINE.match(text), place, at)
    body, site, city = _without_place(_NOTE.sub("", text))
    first = _DATE_FIRST.match(body)
    if first and (_HAS_SCORE.search(body) or _VERSUS.search(body)):
        problem = _read_date(first, place, at)
        if problem:
            return problem
        body = body[first.end() :]
    body = _TIME.sub("", body, count=1) if _TIME.match(body) else body
    if not _HAS_SCORE.search(body):
        if not _VERSUS.search(body):
            _read_stage(text, place)
        return None
    if " | " in body:
        return None
    return _match(body.strip(), at, place, (country, site, city), lists)


def _read_heading(text: str, place: _Place) -> None:
    season = _SEASON.search(text)
    if season:
        place.season = season[0]
        place.first_year = int(season["first"])
        place.last_year = place.first_year + (1 if season["second"] else 0)
        place.competition = re.sub(r"\s+", " ", _SEASON.sub("", text)).strip(" -,")
    place.stage, place.date = "", None


def _read_stage(text: str, place: _Place) -> None:
    found = _STAGE.match(text)
    if found:
        place.stage = (found["marked"] or found["plain"] or "").strip()


def _read_date(found: re.Match[str] | None, place: _Place, at: At) -> Rejected | None:
    """Sets the day of the matches that follow; Rejected where the words are no day of the season."""
    assert found is not None
    month = MONTHS.get((found["month"] or found["month2"]).lower(), 0)
    day = int(found["day"] or found["day2"])
    wanted = (found["weekday"] or "").lower()
    years = [int(found["year"])] if found["year"] else _years(place, month, bool(wanted))
    for year in years:
        try:
            date = datetime.date(year, month, day)
        except ValueError:
            continue
        if not wanted or _WEEKDAYS[date.weekday()] == wanted:
            place.date, place.bad_date = date, ""
            return None
    place.date, place.bad_date = None, found[0].strip(" []")
    return Rejected(at, repr(place.bad_date), f"a day of {place.season or 'a season named in a heading'}")


def _years(place: _Place, month: int, weekday: bool) -> list[int]:
    if place.first_year == place.last_year or not place.first_year:
        return [place.first_year] if place.first_year else []
    likely = place.first_year if month >= 7 else place.last_year
    other = place.last_year if likely == place.first_year else place.first_year
    return [likely, other] if weekday else [likely]


def _without_place(text: str) -> tuple[str, str, str]:
    """A line without its ground, the ground, and its city."""
    body, _, place = text.partition(" @")
    site, _, city = place.partition(",")
    return body, site.strip(), city.strip()


def _match(
    body: str, at: At, place: _Place, where: tuple[str, str, str], lists: Lists
) -> MatchRow | Rejected | None:
    country, site, city = where
    shown = Rejected(at, repr(body[:80]), "home team, score, away team")
    figures = _HAS_SCORE.search(body)
    found = _SCORE.match(body, figures.start()) if figures else None
    if found is None or not (found["score"] or found["pens"]):
        return shown
    before, after = body[: found.start()].strip(), body[found.end() :].strip()
    versus = _VERSUS.split(before, maxsplit=1)
    home, away = (versus[0].strip(), versus[1].strip()) if len(versus) == 2 else (before, after)
    if not home or not away:
        return shown
    if place.date is None:
        return None if place.bad_date else Rejected(at, repr(body[:80]), "a day above the match")
    score = _scores(found)
    if score is None or (score.half and score.full and max(score.half) > max(score.full)):
        return shown
    national = not country and not _COUNTRY.search(home)
    kept = replace(
        score, competition=place.competition, date=place.date, season=place.season, stage=place.stage, site=site, city=city
    )
    return MatchRow(at, _team(home, country, national, lists), _team(away, country, national, lists), kept)


def _team(name: str, country: str, national: bool, lists: Lists) -> TeamRef:
    code = _COUNTRY.search(name)
    plain = name[: code.start()] if code else name
    return TeamRef(plain, lists.country(code["code"]) if code else country, "national" if national else "club")


def _scores(found: re.Match[str]) -> Event | None:
    """An event with nothing but its figures."""
    one, two, pens = _pair(found["one"]), _pair(found["two"]), _pair(found["pens"] or found["after"])
    score = _pair(found["score"])
    if score is None or found["aet"]:  # what stands in brackets is 90 minutes, then half-time
        full, half = (one, two)
        score = score or full
    else:
        full, half = score, two or one
    if score is None:
        return None
    return Event("", datetime.date.min, "home", "away", score, half, full, pens)


def _pair(figures: str | None) -> Pair | None:
    if not figures:
        return None
    home, away = figures.split("-")
    return int(home), int(away)


def _with_goals(row: MatchRow, text: str) -> MatchRow:
    """The match with its goals, where they can be told apart by side and are as many as the score says."""
    inner = text.strip().removeprefix("(").removesuffix(")")
    parts = inner.split(";")
    score = row.event.score or (0, 0)
    one_side = ["home"] if score[1] == 0 else ["away"] if score[0] == 0 else []
    sides = one_side if len(parts) == 1 else ["home", "away"]
    actions = [action for side, part in zip(sides, parts, strict=False) for action in _goals(part, side)]
    kept = tuple(actions) if len(actions) == sum(score) else ()
    return replace(row, event=replace(row.event, actions=kept))


def _goals(text: str, side: str) -> Iterator[Action]:
    for found in _GOAL.finditer(text):
        name = found["name"].strip(" ,")
        for minute in _MINUTE.finditer(found["minutes"]):
            mark = (minute["mark"] or "").strip("().").replace(".", "")
            kind: ActionKind = "pen" if mark.startswith("p") else "og" if mark else "goal"
            yield Action(kind, side, name, minute["minute"])
