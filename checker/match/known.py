"""Match facts: what the sources say of the match that an article reports, held against its claims.

Each fact becomes a claim of the reference (zone `reference`), and each claim of the article that it judges is paired with it:
the rules on pairs do the rest. A fact on which sources differ is `disputed`, and its text names both.
"""

import datetime
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from checker.article import Span
from checker.claims.clock import block_minute
from checker.claims.model import Claim, Value
from checker.claims.words import Cues, Words, in_any_size, one_of
from checker.match.ages import years
from checker.match.found import FoundMatch, MatchFinder, moment_claim, same_man
from checker.match.goals import FAR, gap
from checker.match.sides import Clubs
from checker.pipeline.reading import Reading
from checker.reference.events import Action, Event, Pair
from checker.reference.names import fold
from checker.reference.store import Reference, Window

ZONE = "reference"
Link = tuple[Claim, Claim]
"""A claim of the article, and the fact that it is held against."""
Name = Callable[[str], str]
"""Gives the name of a team's id."""
LEAD_SENTENCES = 2
"""A day or a ground is told to be the match's in so many first sentences."""
_FIGURE = r"(?P<n>\d{1,3}(?:[,.]\d{3})+|\d{3,6})"
_FIGURE_BEHIND = re.compile(rf":\s*{_FIGURE}")
"""What stands behind the label of an attendance; hardly any copy has its like."""
_WORD = r"[^\W\d_][\w.'’-]*"
_NAME = rf"(?P<name>{_WORD}(?:[ \u00a0]{_WORD}){{0,3}})"
ELEVEN = 11


class MatchFacts:
    """The facts of stored matches, as claims that the article's are paired with."""

    def __init__(
        self, words: Words, reference: Reference, thresholds: Mapping[str, float], sheet: Sequence[Event] = ()
    ) -> None:
        self._reference = reference
        self._finder = MatchFinder(reference, sheet, thresholds)
        self._idle = reference.is_empty and not sheet
        self._score_verbs = words.folded("score_verb")
        attendance, referee = (words.labels.get(name, ()) for name in ("attendance", "referee"))
        self._labels = Cues([*attendance, *referee])
        self._attendance = re.compile(rf"\b{in_any_size(attendance)}\s*:\s*{_FIGURE}")
        self._referee_labels = referee
        self._referee = re.compile(rf"\b{one_of(referee)}\s*:\s*{_NAME}")

    def said(self, reading: Reading) -> list[Claim]:
        """The claims that only match facts can judge: the referee, the attendance, the ground."""
        if self._idle:
            return []
        return [*self._labelled(reading), *_grounds(reading)]

    def links(
        self, reading: Reading, clubs: Clubs | None, window: Window | None, facts: Mapping[str, Value], claims: Sequence[Claim]
    ) -> list[Link]:
        """Each claim of the article that a stored match judges, with the fact."""
        if self._idle:
            return []
        match = self._finder.find(reading, clubs, window, facts, claims)
        if match is None:
            return []
        return [
            *_goal_links(claims, match, self._score_verbs),
            *_score_links(claims, match, self._reference.name),
            *_lineup_links(claims, match.event),
            *self._place_links(claims, match.event),
            *self._other_scores(claims, match.event),
            *self._ages(reading, claims, match.event),
            *_day_links(reading, claims, match.event),
        ]

    def _labelled(self, reading: Reading) -> Iterator[Claim]:
        colon = reading.text.find(":")
        if colon < 0 or not self._labels.may_be_in(reading.words):
            return
        first = reading.text.rfind("\n", 0, colon) + 1  # what is labelled stands in no line before it
        if _FIGURE_BEHIND.search(reading.text, colon):
            for found in self._attendance.finditer(reading.text, first):
                number = int(re.sub(r"[,.]", "", found["n"]))
                yield _said(reading, "attendance", Span(*found.span("n")), {"n": number})
        if any(label in reading.text for label in self._referee_labels):
            for found in self._referee.finditer(reading.text, first):
                yield _said(reading, "referee", Span(*found.span("name")), {"name": found["name"]})

    def _place_links(self, claims: Sequence[Claim], event: Event) -> Iterator[Link]:
        for claim in claims:
            if claim.type == "attendance" and event.attendance:
                yield claim, _fact("known_attendance", event, f"{event.attendance:,}", {"n": event.attendance})
            elif claim.type == "referee" and event.referee:
                same = same_man(str(claim.get("name")), event.referee)
                yield claim, _fact("known_referee", event, event.referee, {"name": event.referee, "same": same})
            elif claim.type == "ground" and event.site:
                same = self._is_site(claim, event.site)
                yield claim, _fact("known_ground", event, event.site, {"name": event.site, "same": same})

    def _is_site(self, claim: Claim, site: str) -> bool:
        """Whether a ground of the article is the match's, by any of its names."""
        words = fold(site)
        entities = {form.entity for form in self._reference.forms_of(words.split()[0]) if form.words == words}
        return claim.keys.get("site", "") in entities or fold(str(claim.get("name"))) in words or words in fold(claim.text)

    def _other_scores(self, claims: Sequence[Claim], event: Event) -> Iterator[Link]:
        """Scores of other matches that the sentence dates from this one: `the 2-0 defeat by Fulham four days earlier`."""
        for claim in claims:
            opponent = claim.keys.get("opponent", "")
            if claim.type != "score" or claim.zone in ("quotation", "block") or not opponent:
                continue
            days = _days_before(claims, claim)
            club = claim.keys.get("club", "")
            for side in [club] if club else [event.home, event.away]:
                if days is None or opponent in (event.home, event.away):
                    continue
                wanted = event.date - datetime.timedelta(days=days)
                others = [other for other in self._finder.events(side, opponent) if abs((other.date - wanted).days) <= 1]
                if others and others[0].score:
                    yield claim, _score_fact(others, "final", others[0].score, side, self._reference.name)

    def _ages(self, reading: Reading, claims: Sequence[Claim], event: Event) -> Iterator[Link]:
        """Ages on the day of the match, where a sentence names one man."""
        for claim in claims:
            number = claim.get("n")
            if claim.type == "age" and isinstance(number, int) and claim.zone != "quotation":
                yield from self._age(reading, claim, number, event)

    def _age(self, reading: Reading, claim: Claim, number: int, event: Event) -> Iterator[Link]:
        people = {
            mention.entities[0]
            for mention in reading.named_in(claim.sentence)
            if mention.kind == "person" and len(mention.entities) == 1
        }
        entity = self._reference.entity(people.pop()) if len(people) == 1 else None
        born = entity.born if entity else None
        if entity is None or born is None:
            return
        age = years(born, event.date)
        if abs(age - number) <= 1:
            fields: dict[str, Value] = {"n": age, "same": age == number}
            yield claim, _fact("known_age", event, f"{entity.name}, born {entity.detail}", fields, entity.source)


def _said(reading: Reading, kind: str, span: Span, fields: Mapping[str, Value], keys: Mapping[str, str] | None = None) -> Claim:
    return Claim(
        kind, span, span.of(reading.text), fields, zone="block", path=reading.article.path, keys=keys or {}
    )


_LONGEST_AT = len(" at the")


def _grounds(reading: Reading) -> Iterator[Claim]:
    """The ground of the lead, where it names one alone, after `at`."""
    sites = [m for m in reading.mentions if m.kind == "site" and m.sure and 0 <= m.sentence < LEAD_SENTENCES]
    if len({site.words for site in sites}) != 1:
        return
    site = sites[0]
    before = reading.text[: site.span.start].rstrip()[-_LONGEST_AT:].lower()
    if before.endswith((" at", " at the")) and len(site.entities) == 1:
        claim = _said(reading, "ground", site.span, {"name": site.span.of(reading.text)}, {"site": site.entities[0]})
        yield claim


def _fact(kind: str, event: Event, text: str, fields: Mapping[str, Value], source: str = "") -> Claim:
    """A fact of the reference as a claim: its text is what evidence shows, its path the source."""
    return Claim(kind, Span(0, 0), text, fields, zone=ZONE, path=source or event.source)


def _goal_links(claims: Sequence[Claim], match: FoundMatch, verbs: frozenset[str]) -> Iterator[Link]:
    """Goals with the stored goal that they tell; a man who is no scorer where a list or a verb of scoring says that he was."""
    for claim in claims:
        about = claim.get("about")
        tellings = match.tellings if about == "this" else match.first_leg if about == "first-leg" else ()
        if claim.type != "goal" or claim.zone == "quotation" or not tellings:
            continue
        whole = [event for event in tellings if event.goals and event.has_all_goals]
        if not whole:
            continue
        told = min(whole, key=lambda event: _goal_gap(claim, event))
        goal = _goal_of(claim, told)
        if goal is not None:
            yield claim, _goal_fact(goal, told, tellings)
        elif claim.get("scorer") and (claim.get("block") or any(verb in fold(claim.text) for verb in verbs)):
            scorers = ", ".join(dict.fromkeys(_shown_goal(goal) for goal in told.goals)) or "no goals"
            yield claim, _fact("known_scorers", told, scorers, {"scorers": scorers, "among": False})
        if goal is not None and claim.get("scorer"):
            yield claim, _fact("known_scorers", told, _shown_goal(goal), {"scorers": goal.person, "among": True})


def _goal_gap(claim: Claim, event: Event) -> int:
    """By how many minutes a telling misses a claim: where sources differ, the one that agrees is taken."""
    goal = _goal_of(claim, event)
    return gap(claim, moment_claim(goal.minute)) if goal else FAR


def _goal_of(claim: Claim, event: Event) -> Action | None:
    """The stored goal that a claim tells: the scorer's nearest in time, or the only one of the club."""
    scorer = str(claim.get("scorer") or "")
    if scorer:
        own = [goal for goal in event.goals if same_man(scorer, goal.person)]
        return min(own, key=lambda goal: gap(claim, moment_claim(goal.minute))) if own else None
    club = claim.keys.get("club", "")
    of_club = [goal for goal in event.goals if goal.team == club]
    if len(of_club) == 1:
        return of_club[0]
    same_time = [goal for goal in of_club or event.goals if gap(claim, moment_claim(goal.minute)) == 0]
    return same_time[0] if len(same_time) == 1 else None


def _goal_fact(goal: Action, event: Event, tellings: Sequence[Event]) -> Claim:
    fields: dict[str, Value] = {"scorer": goal.person, "kind": goal.kind, "disputed": False, **block_minute(goal.minute)}
    if goal.minute:
        fields["minute"] = goal.minute
    other = _other_minute(goal, event, tellings)
    if other:
        fields["disputed"] = True
        return _fact("known_goal", event, f"{_shown_goal(goal)} ({event.source}), {other}", fields)
    return _fact("known_goal", event, _shown_goal(goal), fields)


def _other_minute(goal: Action, event: Event, tellings: Sequence[Event]) -> str:
    """How another source gives the minute of a goal, where it differs."""
    mine = [g for g in event.goals if same_man(g.person, goal.person)]
    for other in tellings:
        theirs = [g for g in other.goals if same_man(g.person, goal.person)]
        if other is not event and len(mine) == len(theirs) and not any(g.minute == goal.minute for g in theirs):
            return ", ".join(f"{_shown_goal(g)} ({other.source})" for g in theirs)
    return ""


def _shown_goal(goal: Action) -> str:
    mark = {"pen": " pen", "og": " og"}.get(goal.kind, "")
    return f"{goal.person} {goal.minute}{mark}".strip()


_FIGURES: Mapping[str, Callable[[Event], Pair | None]] = {
    "final": lambda event: event.score,
    "half-time": lambda event: event.half,
    "shoot-out": lambda event: event.pens,
}


def _score_links(claims: Sequence[Claim], match: FoundMatch, name: Name) -> Iterator[Link]:
    for claim in claims:
        kind, about = str(claim.get("kind") or ""), claim.get("about")
        if claim.type != "score" or claim.zone == "quotation" or claim.get("passing"):
            continue
        side = claim.keys.get("club", "")
        if kind == "aggregate" and about == "this" and match.first_leg:
            total = _aggregate(match)
            if total:
                yield claim, _score_fact([match.event], kind, total, side, name)
        elif kind in _FIGURES and about in ("this", "first-leg"):
            tellings = match.tellings if about == "this" else match.first_leg
            told = sorted((e for e in tellings if _FIGURES[kind](e)), key=lambda e: not _says(claim, _FIGURES[kind](e)))
            figures = _FIGURES[kind](told[0]) if told else None
            if figures:
                yield claim, _score_fact(told, kind, figures, side, name)


def _says(claim: Claim, figures: Pair | None) -> bool:
    """Whether a score of the article is that of a telling; where sources differ, the one that agrees is taken."""
    return figures is not None and {claim.get("first"), claim.get("second")} == set(figures)


def _aggregate(match: FoundMatch) -> Pair | None:
    """The goals of both legs, the home side of the second leg first."""
    second, first = match.event.score, match.first_leg[0].score
    return (second[0] + first[1], second[1] + first[0]) if second and first else None


def _score_fact(tellings: Sequence[Event], kind: str, figures: Pair, side: str, name: Name) -> Claim:
    """A score as a fact; with the outcome for the side that the claim speaks of."""
    event = tellings[0]
    shown = f"{name(event.home)} {figures[0]}-{figures[1]} {name(event.away)}"
    fields: dict[str, Value] = {"kind": kind, "high": max(figures), "low": min(figures), "disputed": False}
    if side in (event.home, event.away):
        mine, theirs = figures if side == event.home else figures[::-1]
        fields["outcome"] = "win" if mine > theirs else "defeat" if mine < theirs else "draw"
    read = _FIGURES.get(kind)
    others = [other for other in tellings[1:] if read and read(other) not in (None, figures)]
    if others and read:
        fields["disputed"] = True
        shown += "".join(f" ({event.source}), {_shown_pair(read(other))} ({other.source})" for other in others[:1])
    return _fact("known_score", event, f"{shown}, {event.date}", fields)


def _shown_pair(figures: Pair | None) -> str:
    return f"{figures[0]}-{figures[1]}" if figures else "?"


def _lineup_links(claims: Sequence[Claim], event: Event) -> Iterator[Link]:
    for claim in claims:
        if claim.type == "lineup" and not claim.get("forecast"):
            yield from _lineup_link(claim, event)


def _lineup_link(claim: Claim, event: Event) -> Iterator[Link]:
    club, starters = claim.keys.get("club", ""), claim.get("starters")
    known = [person.person for person in event.participations if person.team == club and person.role == "starter"]
    if len(known) != ELEVEN or not isinstance(starters, list):
        return
    everybody = [person.person for person in event.participations if person.team == club]
    strangers = [name for name in starters if not any(same_man(name, other) for other in everybody)]
    yield claim, _fact("known_lineup", event, ", ".join(known), {"strangers": strangers})


def _day_links(reading: Reading, claims: Sequence[Claim], event: Event) -> Iterator[Link]:
    """The weekday of the lead, where the sentence that tells the score names one alone: `won 2-1 at home on Saturday`."""
    scores = [c.sentence for c in claims if c.type == "score" and c.get("kind") == "final" and c.get("about") == "this"]
    days = [c for c in claims if c.type == "date" and 0 <= c.sentence < LEAD_SENTENCES and c.sentence in scores]
    own = [claim for claim in days if claim.get("weekday")]
    if len(days) != 1 or not own or not reading.text[: own[0].place("weekday").start].rstrip().endswith(" on"):
        return
    weekday = event.date.strftime("%A")
    same = fold(str(own[0].get("weekday"))) == fold(weekday)
    yield own[0], _fact("known_date", event, f"{weekday}, {event.date}", {"weekday": weekday, "same": same})


def _days_before(claims: Sequence[Claim], claim: Claim) -> int | None:
    """How many days before the match a sentence says that its other score was."""
    offsets = [c.get("offset_days") for c in claims if c.type == "date" and c.sentence == claim.sentence >= 0]
    known = [abs(days) for days in offsets if isinstance(days, int)]
    return known[0] if len(known) == 1 and len(offsets) == 1 else None
