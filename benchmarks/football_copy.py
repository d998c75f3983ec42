"""Football copy for the benchmarks: as many articles as wanted, no two alike, for one seed always the same.

Every article is about a match of its own: two clubs (those of the football pack or invented ones), invented
players, a score, the goals that make it, changes, bookings. The sentences come from copy.yml, where choices
nest, so that hardly one returns: on repeated copy caches would flatter.

It is as dense as papers' copy, which mostly tells nothing that can be checked: 46 claims and 111 names in 1,000 words,
193 words of which have a capital, against 41, 111 and 183 in 423 reports of three papers (the first two figures stand in
the head of speed.py's table, for any --corpus).
"""

import datetime
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
REFERENCE = HERE.parent / "rules" / "football" / "reference"
KNOWN_CLUBS = ("clubs-england.yml", "clubs-germany.yml")

CAST = 6
"""Men of a side whom a report names in its prose."""
ORDINARY = 7
"""Sentences of a report that tell no event."""
WITH_BLOCKS = 0.15
"""Reports that print the line-ups."""
SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine")

_FIELD = re.compile(r"\{(\w+)\}")
_CHOICE = re.compile(r"<([^<>]*)>")
_TWICE = re.compile(r" (?=[ ,.;])|  +")
_THE_THE = re.compile(r"\b(the) the\b", re.IGNORECASE)
"""`the the Bees fans`: a nickname brings its own article."""

Words = Mapping[str, Any]


@dataclass(frozen=True)
class Club:
    """What copy calls a club, its full name first, and its ground."""

    names: tuple[str, ...]
    ground: str


@dataclass(frozen=True)
class Goal:
    """One goal of a match: the minute in which it fell and the score that it made."""

    minute: int
    home: bool
    scorer: str
    assist: str
    run: str


@dataclass
class Side:
    """One team on the day. `named` are those whom the copy has named in full already."""

    club: Club
    eleven: tuple[str, ...]
    cast: tuple[str, ...]
    """Those of the eleven whom the copy talks about: a report names half of them."""
    bench: tuple[str, ...]
    manager: str
    named: set[str] = field(default_factory=set)

    def call(self, player: str) -> str:
        """A player as copy calls him: his full name the first time, then his surname."""
        if player in self.named:
            return surname(player)
        self.named.add(player)
        return player


@dataclass(frozen=True)
class Match:
    home: Side
    away: Side
    goals: tuple[Goal, ...]
    referee: str
    crowd: int
    date: str

    @property
    def score(self) -> tuple[int, int]:
        home = sum(goal.home for goal in self.goals)
        return home, len(self.goals) - home


def surname(player: str) -> str:
    return player.partition(" ")[2]


def articles(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """File names and texts of `count` articles of about 450 words; one in five is Markdown and has a date."""
    words: Words = yaml.safe_load((HERE / "copy.yml").read_text(encoding="utf-8"))
    known = list(_known_clubs())
    for number in range(count):
        writer = Writer(words, known, random.Random(f"{seed}/{number}"))
        suffix = ".md" if number % 5 == 4 else ".txt"
        yield f"report-{number:06d}{suffix}", writer.article(dated=suffix == ".md")


def write_articles(folder: Path, count: int, seed: int = 0) -> list[str]:
    """The paths of `count` articles, written into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, text in articles(count, seed):
        (folder / name).write_text(text, encoding="utf-8")
        paths.append(str(folder / name))
    return paths


def _known_clubs() -> Iterator[Club]:
    """The clubs of the football pack."""
    for name in KNOWN_CLUBS:
        data = yaml.safe_load((REFERENCE / name).read_text(encoding="utf-8"))
        grounds = {site["id"]: site["name"] for site in data.get("sites", ())}
        for team in data["teams"]:
            names = (team["name"], *team.get("aliases", ())[:1], *team.get("nicknames", ())[:1])
            sites = [site["site"] for site in team.get("sites", ()) if site["site"] in grounds]
            yield Club(names, grounds[sites[-1]] if sites else "the ground")


class Writer:
    """Writes one article; all that it draws comes from one random generator."""

    def __init__(self, words: Words, known: Sequence[Club], draw: random.Random) -> None:
        self._words = words
        self._known = known
        self._draw = draw
        self._third = ""

    def article(self, dated: bool = False) -> str:
        """One match report; `dated` puts front matter with the day of the match before it."""
        match = self._match()
        lines = list(self._lines(match))
        gap = self._draw.choice(("\n", "\n", "\n\n"))
        front = f"---\ndate: {match.date}\n---\n" if dated else ""
        return front + gap.join(lines) + "\n"

    def _match(self) -> Match:
        home, away = self._club(), self._club()
        while away == home:
            away = self._club()
        sides = self._side(home), self._side(away)
        day = datetime.date(2004, 8, 14) + datetime.timedelta(self._draw.randrange(7_000))
        crowd = self._draw.randint(9_000, 74_000)
        return Match(*sides, self._goals(*sides), self._person(), crowd, day.isoformat())

    def _club(self) -> Club:
        if self._draw.random() < 0.6:
            return self._draw.choice(self._known)
        town, ground = self._place(), f"{self._place()} {self._draw.choice(('Road', 'Park', 'Lane'))}"
        return Club((f"{town} {self._draw.choice(self._words['towns']['ends'])}", town), ground)

    def _place(self) -> str:
        towns = self._words["towns"]
        return str(self._draw.choice(towns["heads"]) + self._draw.choice(towns["tails"]))

    def _side(self, club: Club) -> Side:
        squad: dict[str, str] = {}
        while len(squad) < 18:
            person = self._person()
            squad.setdefault(surname(person), person)
        players = tuple(squad.values())
        cast = tuple(self._draw.sample(players[1:11], CAST))
        return Side(club, players[:11], cast, players[11:17], players[17])

    def _person(self) -> str:
        names = self._words["names"]
        last = self._draw.choice(names["heads"]) + self._draw.choice(names["tails"])
        if self._draw.random() < 0.1:
            letter = self._draw.choice([c for c in last[1:] if c in names["accents"]] or [""])
            last = last[0] + last[1:].replace(letter, names["accents"][letter], 1) if letter else last
        return f"{self._draw.choice(names['first'])} {last}"

    def _goals(self, home: Side, away: Side) -> tuple[Goal, ...]:
        count = self._draw.choice((0, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6))
        score = [0, 0]
        goals = []
        for minute in sorted(self._draw.sample(range(2, 91), count)):
            at_home = self._draw.random() < 0.57
            score[not at_home] += 1
            scorer, assist = self._draw.sample((home if at_home else away).cast, 2)
            goals.append(Goal(minute, at_home, scorer, assist, f"{score[0]}-{score[1]}"))
        return tuple(goals)

    def _lines(self, match: Match) -> Iterator[str]:
        """The paragraphs, a line each."""
        self._third = self._club().names[0]
        home, away = match.score
        if self._draw.random() < 0.5:
            yield self._say("headlines", match)
        yield self._say("intro_draw" if home == away else "intro_win", match)
        ordinary = self._paragraph(match, "ordinary", ORDINARY)
        for kind, most in (("context", 2), ("early", 1)):
            yield from self._paragraph(match, kind, most)
            yield next(ordinary)
        for goal in match.goals:
            yield self._say("goal", match, goal)
        for kind, most in (("middle", 3), ("late", 1)):
            yield from self._paragraph(match, kind, most)
            yield next(ordinary)
        if self._draw.random() < 0.6:
            yield self._say("quotes", match)
        yield from ordinary
        yield from self._paragraph(match, "outro", 1)
        if self._draw.random() < WITH_BLOCKS:
            yield from self._block(match)

    def _paragraph(self, match: Match, kind: str, most: int) -> Iterator[str]:
        templates = self._draw.sample(self._words[kind], min(most, len(self._words[kind])))
        sentences = [self._expand(template, match, None) for template in templates]
        for start in range(0, len(sentences), 2):
            yield " ".join(sentences[start : start + 2])

    def _say(self, kind: str, match: Match, goal: Goal | None = None) -> str:
        return self._expand(self._draw.choice(self._words[kind]), match, goal)

    def _expand(self, template: str, match: Match, goal: Goal | None) -> str:
        """A sentence: its choices made, innermost first, then its fields filled."""
        text = template
        while _CHOICE.search(text):
            text = _CHOICE.sub(lambda found: self._draw.choice(found[1].split("|")), text)
        values = self._values(match, goal)
        text = _FIELD.sub(lambda found: values(found[1]), text)
        text = _THE_THE.sub(r"\1", _TWICE.sub(lambda found: " " if len(found[0]) > 1 else "", text))
        return text[0].upper() + text[1:]

    def _values(self, match: Match, goal: Goal | None) -> "Values":
        at_home = goal.home if goal else self._draw.random() < 0.5
        return Values(match, goal, at_home, self._third, self._words, self._draw)

    def _block(self, match: Match) -> Iterator[str]:
        """Line-ups, in one of two layouts."""
        layout = self._draw.choice((self._rated, self._plain))
        for side, at_home in ((match.home, True), (match.away, False)):
            goals = [goal for goal in match.goals if goal.home == at_home]
            yield from layout(side, goals)
        yield f"Referee: {match.referee}"
        yield f"Attendance: {match.crowd:,}"

    def _rated(self, side: Side, goals: Sequence[Goal]) -> Iterator[str]:
        rated = [f"{surname(player)} {self._draw.randint(4, 9)}" for player in side.eleven]
        for number, player in zip(self._draw.sample(range(1, 11), 2), side.bench, strict=False):
            rated[number] += f" ({surname(player)} {self._draw.randint(55, 88)}, {self._draw.randint(5, 7)})"
        yield f"{side.club.names[0]} ({self._formation()}): {', '.join(rated)}"
        yield f"Subs not used: {', '.join(map(surname, side.bench[2:]))}"
        yield f"Booked: {surname(self._draw.choice(side.eleven))}"
        if goals:
            yield f"Goals: {', '.join(f'{surname(goal.scorer)} ({goal.minute})' for goal in goals)}"
        yield f"Manager: {side.manager}"

    def _plain(self, side: Side, goals: Sequence[Goal]) -> Iterator[str]:
        names = list(map(surname, side.eleven))
        names[9] += f" ({surname(side.bench[0])} {self._draw.randint(55, 88)})"
        rows = f"{names[0]}; {', '.join(names[1:5])}; {', '.join(names[5:9])}; {', '.join(names[9:])}"
        unused = ", ".join(map(surname, side.bench[1:]))
        scorers = ", ".join(f"{surname(goal.scorer)} {goal.minute}" for goal in goals)
        told = f" Goals: {scorers}." if goals else ""
        yield f"{side.club.names[0]} (4-4-2): {rows}. Subs not used: {unused}.{told}"

    def _formation(self) -> str:
        return self._draw.choice(("4-3-3", "4-2-3-1", "3-4-2-1", "4-4-2", "3-5-2"))


class Values:
    """The values of a sentence's fields."""

    def __init__(self, match: Match, goal: Goal | None, at_home: bool, third: str, words: Words, draw: random.Random) -> None:
        self._match, self._goal, self._words, self._draw = match, goal, words, draw
        side, other = (match.home, match.away) if at_home else (match.away, match.home)
        self._side, self._other = side, other
        busy = (goal.scorer, goal.assist) if goal else ()
        self._own = draw.sample([player for player in side.cast if player not in busy], 3)
        self._their = draw.sample(other.cast, 2)
        self._fixed = {"third": third, "ref": surname(match.referee), "crowd": f"{match.crowd:,}"}

    def __call__(self, name: str) -> str:
        sources = (self._fixed.get, self._figure, self._person, self._club, self._of_goal, self._of_match)
        for source in sources:
            value = source(name)
            if value is not None:
                return value
        raise KeyError(f"copy.yml uses a field that nothing fills: {name}")

    def _figure(self, name: str) -> str | None:
        if name in ("n", "n2"):
            return self._draw.choice(SMALL)
        spans = {"n10": (10, 24), "yards": (6, 35), "percent": (51, 78), "million": (2, 85)}
        if name in spans:
            return str(self._draw.randint(*spans[name]))
        if name in ("weekday", "comp"):
            return str(self._draw.choice(self._words["weekdays" if name == "weekday" else "competitions"]))
        more = {"year": (1948, 2003), "age": (18, 37), "late": (74, 87), "minute": (12, 70), "nth": (4, 19)}
        if name in more and not (name == "minute" and self._goal):
            number = self._draw.randint(*more[name])
            return ordinal(number) if name == "nth" else str(number)
        return None

    def _person(self, name: str) -> str | None:
        own = {"a": self._own[0], "b": self._own[1], "c": self._own[2], "k2": self._side.eleven[0]}
        their = {"o": self._their[0], "o2": self._their[1], "k": self._other.eleven[0]}
        managers = {"m": self._side, "hm": self._match.home, "am": self._match.away}
        managers |= self._winners("wm", "lm")
        if name in own:
            return self._side.call(own[name])
        if name in their:
            return self._other.call(their[name])
        return managers[name].call(managers[name].manager) if name in managers else None

    def _club(self, name: str) -> str | None:
        clubs = {"club": self._side, "opp": self._other, "home": self._match.home, "away": self._match.away}
        clubs |= self._winners("winner", "loser")
        return self._draw.choice(clubs[name].club.names) if name in clubs else None

    def _winners(self, winner: str, loser: str) -> dict[str, Side]:
        home, away = self._match.score
        sides = (self._match.home, self._match.away) if home > away else (self._match.away, self._match.home)
        return {} if home == away else {winner: sides[0], loser: sides[1]}

    def _of_goal(self, name: str) -> str | None:
        goal = self._goal
        if goal is None:
            return None
        told = {"scorer": goal.scorer, "assist": goal.assist}
        if name in told:
            return self._side.call(told[name])
        return {"run": goal.run, "minute": str(goal.minute), "nth_minute": ordinal(goal.minute)}.get(name)

    def _of_match(self, name: str) -> str | None:
        home, away = self._match.score
        if name == "starman":
            scorers = [goal for goal in self._match.goals if goal.home == (home > away)]
            side = self._match.home if home > away else self._match.away
            return side.call(scorers[-1].scorer if scorers else side.eleven[0])
        told = {"hs": home, "as": away, "score": f"{max(home, away)}-{min(home, away)}"}
        return str(told[name]) if name in told else self._match.home.club.ground if name == "ground" else None


def ordinal(number: int) -> str:
    """14 as `14th`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
