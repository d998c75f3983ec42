"""The benchmark's own look at copy: sentences, quotations, line-ups, goals lists, scores, all by plain regular expressions.

It shares nothing with checker/ on purpose: what the checker does not read must count as missed. It may overlook what it
likes, since a place that is not found is a place where no error is put; but what it finds must be what it says.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from injections.names import NO_NAME_OF_MEN, SENTENCE_OPENERS

CAPITAL = "A-ZÀ-ÖØ-ÞĆČŁŚŠŻŽ"
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PARTICLE = r"(?:de|da|di|do|dos|del|der|den|van|von|ter|ten|el|al|la|le|De)"
NAME = rf"(?:[{CAPITAL}]\. ?)?(?:{_PARTICLE} ){{0,2}}[{CAPITAL}][\w'’-]*(?: (?:{_PARTICLE} ){{0,2}}[{CAPITAL}][\w'’-]*){{0,3}}"
_OPENER = rf"(?!(?:{'|'.join(sorted(SENTENCE_OPENERS))})\b)"
FULL_NAME = re.compile(
    rf"\b(?<!\w['’]){_OPENER}([{CAPITAL}][a-zà-ÿ-]+(?:-[{CAPITAL}][a-zà-ÿ]+)?) "
    rf"((?:{_PARTICLE} ){{0,2}}(?:[A-Z]['’])?[{CAPITAL}][\w-]*[a-zà-ÿ])"
)
"""A first name and a surname; Golo is no first name in N’Golo."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’']?\s+(?=[\"“‘']?[A-Z0-9À-Þ])|(?<=[.!?][\"”’'])\s+|\n+|(?<=[a-z]\.)(?=[A-Z][a-z])")
_QUOTED = re.compile(r"“[^”\n]*”?|(?<![\w])\"[^\"\n]*\"?|(?<![\w])‘(?:[^’\n]|’(?=\w))*’?")

_RATING = r"(?: \d{1,2}(?:\.\d)?)?"
_ENTRY = rf"{NAME}{_RATING}(?: ?\([^()\n]{{2,60}}\))?{_RATING}"
_FORMATION = r"\(?(?P<formation>\d(?:-\d){2,4})\)?"
_HEAD = rf"(?P<club>[{CAPITAL}][\w'’&-]*(?: [\w'’&-]+){{0,3}}?)(?: XI)?(?:\s?{_FORMATION}\s?:?|:)\*{{0,2}}\s"
_LINE_UP = re.compile(rf"\b(?:{_HEAD}|(?<![\w.,;:)] ))(?P<team>{_ENTRY}(?:\s?[,;]\s{_ENTRY}){{9,11}})(?!\s?[,;]\s[{CAPITAL}])")
_LINE_UP_ENTRY = re.compile(rf"(?P<name>{NAME}){_RATING}(?: ?\((?P<change>[^()\n]{{2,60}})\))?{_RATING}(?:\s?[,;]\s|$)")
_CHANGE = re.compile(rf"(?P<name>{NAME}),? (?P<minute>\d{{1,3}}(?:\+\d)?)")
_GOALS = re.compile(
    r"\b(?:Goals?|Scorers?|Scored):\s?(?P<list>[^\n]*?)(?=\.\s|\.?$|\n| [A-Z][a-z]+(?: [a-z]+){0,2}:)", re.MULTILINE
)
_WHEN = r"(?:(?:pen|og) )?\d{1,3}(?:\+\d{1,2})?['’]?(?: ?\(?(?:pen|og|p)\)?)?"
_SCORER = rf"(?P<name>{NAME}) ?(?:\((?:pen|og)\) )?\(?(?P<minutes>{_WHEN}(?:(?:,| and| &) {_WHEN})*)\)?"
_GOAL = re.compile(_SCORER)
_PLAIN_SCORER = re.sub(r"\?P<\w+>", "?:", _SCORER)
_LOST_GOALS = re.compile(rf"^(?P<list>{_PLAIN_SCORER}(?:[,;] {_PLAIN_SCORER})*)\.?$", re.MULTILINE)
"""A goals list that lost its label, alone in its paragraph."""
_MINUTE = re.compile(r"(\d{1,3})(\+\d{1,2})?")
_CARDS = re.compile(
    r"\b(?P<label>Booked|Yellow cards?|Sent off|Red cards?):\s?(?P<list>[^\n]*?)(?=\.\s|\.?$|\n| [A-Z][a-z]+(?: [a-z]+){0,2}:)",
    re.MULTILINE,
)


class Place(NamedTuple):
    """[start, end) in code points of an article's text."""

    start: int
    end: int

    def overlaps(self, other: "Place") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Place") -> bool:
        return self.start <= other.start and other.end <= self.end


class Named(NamedTuple):
    """A name and where it stands."""

    name: str
    place: Place

    @property
    def surname(self) -> str:
        return surname(self.name)


class Goal(NamedTuple):
    """An entry of a goals list. `minute` without stoppage time; `place` is the minute's."""

    scorer: Named
    minute: int
    place: Place
    own_goal: bool
    stoppage: bool


class Change(NamedTuple):
    """A substitute's name in brackets behind the man whom he replaces."""

    on: Named
    minute: int
    place: Place
    """The minute's."""


@dataclass(frozen=True)
class Side:
    """One team of a match block, with what its own lists tell."""

    club: Named
    formation: Place | None
    team: Place
    starters: tuple[Named, ...]
    changes: tuple[Change, ...]
    goals: tuple[Goal, ...]
    booked: tuple[Named, ...]
    sent_off: tuple[Named, ...]
    end: int

    @property
    def played(self) -> tuple[Named, ...]:
        return (*self.starters, *(change.on for change in self.changes))


@dataclass(frozen=True)
class Copy:
    """An article as the benchmark sees it. `key` names it in tables and labels, `start` is where front matter ends."""

    key: str
    text: str
    start: int = 0
    year: int | None = None

    @cached_property
    def sentences(self) -> tuple[Place, ...]:
        ends = [(found.start(), found.end()) for found in _SENTENCE_END.finditer(self.text, self.start)]
        starts = [self.start, *(end for _, end in ends)]
        stops = [*(start for start, _ in ends), len(self.text)]
        return tuple(Place(a, b) for a, b in zip(starts, stops, strict=True) if b - a > 1)

    @cached_property
    def quoted(self) -> tuple[Place, ...]:
        return tuple(Place(*found.span()) for found in _QUOTED.finditer(self.text, self.start))

    @cached_property
    def sides(self) -> tuple[Side, ...]:
        """The two teams of the match block; none where there are not exactly two line-ups."""
        found = list(_LINE_UP.finditer(self.text, self.start))
        if len(found) != 2 or (found[0]["club"] is not None and found[0]["club"] == found[1]["club"]):
            return ()
        second = found[1].start()
        return (_side(found[0], second), _side(found[1], min(len(self.text), found[1].end() + 700)))

    @cached_property
    def prose(self) -> tuple[Place, ...]:
        """The sentences outside the match block and outside quotations."""
        blocks = [Place(side.club.place.start, side.end) for side in self.sides]
        if blocks:
            blocks = [Place(blocks[0].start, self._block_end(blocks[-1]))]
        apart = (*blocks, *self.quoted)
        return tuple(place for place in self.sentences if not any(place.overlaps(other) for other in apart))

    def _block_end(self, last: Place) -> int:
        """Where the second side's last list ends."""
        tail = self.text[self.sides[1].team.end : last.end]
        labels = [found.end() for found in re.finditer(r"\b[A-Z][a-z]+(?: [A-Za-z]+){0,2}:[^.\n]*", tail)]
        return self.sides[1].team.end + max(labels, default=0)

    def of(self, place: Place) -> str:
        return self.text[place.start : place.end]

    def find(self, pattern: "re.Pattern[str]", within: Place) -> Iterator["re.Match[str]"]:
        return pattern.finditer(self.text, within.start, within.end)

    @cached_property
    def full_names(self) -> Mapping[str, str]:
        """The men of the prose by surname, as it names them in full."""
        told = (found for place in self.prose for found in self.find(FULL_NAME, place))
        named = (found for found in told if found[1] != found[2])  # a caption's `Ayton Ayton had led` names no man
        return {found[2]: found[0] for found in named if not {found[1], found[2]} & NO_NAME_OF_MEN}

    @cached_property
    def men(self) -> frozenset[str]:
        """The surnames of the prose's and the line-ups' men."""
        return frozenset(self.full_names) | {man.surname for side in self.sides for man in side.played}

    @cached_property
    def goals(self) -> tuple[Goal, ...]:
        """The goals of both lists in the order in which they fell."""
        return tuple(sorted((goal for side in self.sides for goal in side.goals), key=lambda goal: (goal.minute, goal.place)))

    @cached_property
    def score_of_lists(self) -> tuple[int, int] | None:
        """How many goals the two lists hold, the greater first; None without lists."""
        if not self.goals:
            return None
        counts = sorted((len(side.goals) for side in self.sides), reverse=True)
        return counts[0], counts[1]


def surname(name: str) -> str:
    return name.rsplit(" ", 1)[-1]


def named(found: "re.Match[str]", group: str | int = "name") -> Named:
    return Named(found[group] or "", Place(*found.span(group)))


def _side(found: "re.Match[str]", end: int) -> Side:
    text, team = found.string, Place(*found.span("team"))
    entries = list(_LINE_UP_ENTRY.finditer(text, team.start, team.end))
    formation = Place(*found.span("formation")) if found["formation"] else None
    changes = tuple(change for entry in entries if entry["change"] for change in _changes(entry))
    lists = (_GOALS.finditer(text, team.end, end), _LOST_GOALS.finditer(text, team.end, end))
    goals = tuple(goal for parts in lists for part in parts for goal in _goals(part))
    cards = list(_CARDS.finditer(text, team.end, end))
    return Side(
        Named(found["club"] or "", Place(*found.span("club")) if found["club"] else Place(team.start, team.start)),
        formation,
        team,
        tuple(named(entry) for entry in entries),
        changes,
        goals,
        tuple(man for part in cards if part["label"].startswith(("B", "Y")) for man in _men(part)),
        tuple(man for part in cards if part["label"].startswith(("S", "R")) for man in _men(part)),
        end,
    )


def _changes(entry: "re.Match[str]") -> Iterator[Change]:
    found = _CHANGE.match(entry.string, *entry.span("change"))
    if found:
        minute = re.match(r"\d+", found["minute"])
        assert minute
        start = found.start("minute")
        yield Change(named(found), int(minute[0]), Place(start, start + minute.end()))


def _goals(part: "re.Match[str]") -> Iterator[Goal]:
    for found in _GOAL.finditer(part.string, *part.span("list")):
        own = "og" in found[0]
        for minute in _MINUTE.finditer(part.string, *found.span("minutes")):
            yield Goal(named(found), int(minute[1]), Place(*minute.span()), own, bool(minute[2]))


def _men(part: "re.Match[str]") -> Iterator[Named]:
    return (named(found, 0) for found in re.compile(NAME).finditer(part.string, *part.span("list")))


# Scores.

_SCORE = re.compile(r"(?<![\d.:/+£$€-])\b(\d{1,2})[-–](\d{1,2})\b(?![-–]\d|[.:/]\d|-[a-z])")
_AFTER = re.compile(
    r" (?:(?:(?:Premier|Champions|Europa) League|Championship|(?:FA|League) Cup|Serie A|La ?Liga|Bundesliga|Ligue 1|"
    r"(?!(?:aggregate|deficit|lead|advantage|half|up|down|ahead|"
    r"or|and|after|before|in|by|from|for|to|at|on|of|with|a|the)\b)[a-z]+) ){0,2}"
    r"(win|victory|triumph|success|defeat|loss|reverse|drubbing|thrashing|hammering|beating|draw|stalemate)\b"
    r"(?! on (?:pen|away|aggregate))(?! after extra)"
)
_BEFORE = re.compile(
    r"\b(?:beat(?:s|ing|en)?|defeated|thrashed|edged|won|win|lost|lose|drew|draw|winners|held|overcame|hammered|crushed)\b"
    r"[^.;,\d]{0,40}$"
)
ELSEWHERE = re.compile(
    r"\b(?:first[- ]leg|last (?:week|month|season|year|term|time|[A-Z][a-z]+day|weekend)|earlier|"
    r"previous|half-time|half time|interval|shoot-?out|penalties|on pens|reverse fixture|in (?:19|20)\d\d|"
    r"opening (?:game|match|fixture)|elsewhere|could|would|disallowed|if|"
    r"when they|by the same|against the same|ago|since|their last|midweek|also)\b"
)
LEVEL_WORDS = ("draw", "stalemate")
_HEADLINE = re.compile(rf"^(?:[{CAPITAL}][\w'’& .-]+) \(?(\d{{1,2}})[-–](\d{{1,2}})\)? [{CAPITAL}]", re.MULTILINE)


class Score(NamedTuple):
    """Two figures and the word that says what they are: win, draw … ("" where it is a verb or a result line)."""

    first: int
    second: int
    word: str
    place: Place
    """Of the two figures."""

    @property
    def sides(self) -> tuple[int, int]:
        return max(self.first, self.second), min(self.first, self.second)

    def of(self, number: int) -> Place:
        """The place of the first (0) or second (1) figure."""
        if number == 0:
            return Place(self.place.start, self.place.start + len(str(self.first)))
        return Place(self.place.end - len(str(self.second)), self.place.end)


def scores(copy: Copy, within: Place) -> Iterator[Score]:
    """Every pair of figures in a sentence that reads as a score."""
    for found in copy.find(_SCORE, within):
        if max(int(found[1]), int(found[2])) < 12:
            yield Score(int(found[1]), int(found[2]), "", Place(*found.span()))


def results(copy: Copy, within: Place) -> Iterator[Score]:
    """The scores of a sentence that say how a match ended."""
    for score in scores(copy, within):
        after = _AFTER.match(copy.text, score.place.end, within.end)
        if after:
            yield score._replace(word=after[1])
        elif (
            _BEFORE.search(copy.text, within.start, score.place.start)
            and copy.text[score.place.end : score.place.end + 1] in " ,."
        ):
            yield score


def finals(copy: Copy) -> list[Score]:
    """How this match ended, each time that the copy says so in a sentence that speaks of no other match.

    Statements that differ from the first one (or from the goals lists) are some other match's and left out.
    """
    told = [score for place in copy.prose for score in _own_results(copy, place)]
    told += [
        Score(int(found[1]), int(found[2]), "", Place(found.start(1), found.end(2)))
        for found in _HEADLINE.finditer(copy.text, copy.start, copy.start + 120)
    ]
    told = sorted({score.place: score for score in told}.values(), key=lambda score: score.place)
    wanted = copy.score_of_lists or next((score.sides for score in told if _is_early(copy, score)), None)
    return [score for score in told if score.sides == wanted]


def _own_results(copy: Copy, place: Place) -> Iterator[Score]:
    for score in results(copy, place):
        around = max(place.start, score.place.start - 60), min(place.end, score.place.end + 40)
        if not ELSEWHERE.search(copy.text, *around) and not _AGGREGATE.match(copy.text, score.place.end):
            yield score


_AGGREGATE = re.compile(r"(?: [a-z]+)? (?:on )?aggregate")


def _is_early(copy: Copy, score: Score) -> bool:
    """Within the first sentences of prose: reports begin with their own result."""
    return any(place.holds(score.place) for place in copy.prose[:4])


def digits(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The pairs with the greater figure first."""
    return {(max(pair), min(pair)) for pair in pairs}
