"""Minutes: prose against the goals list, prose against prose, a half against its minute."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from injections.copy import Change, Copy, Goal, Place, Side
from injections.model import Error, Kind, Site, one
from injections.numbers import NUMBER, ORDINALS, group, like, other, value

_ORDINAL = re.compile(rf"\b(?P<n>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[2:])})[- ]minute")
_AFTER = re.compile(
    rf"\b(?:[Aa]fter|[Oo]n|[Ii]nside|[Jj]ust) (?:just |only )?(?P<n>{NUMBER}) minutes"
    r"(?! (?:later|after|of|left|remaining|from|before|earlier|to ))"
)
_LEFT = re.compile(rf"\b[Ww]ith (?:just |only )?(?P<n>{NUMBER}) minutes (?:left|remaining|to go|to play|from time)")
_ANY = re.compile(rf"\b(?:(?:{NUMBER}(?:st|nd|rd|th)?|{'|'.join(ORDINALS[2:])})[- ]minutes?|stoppage|injury)\b")
_GOAL_WORD = re.compile(
    r"\b(?:goal|scor(?:ed|ing|e)|strike|struck|header|headed|equalis\w+|level\w*|opener|net(?:ted)?|penalty|lead|ahead|winner|"
    r"volley\w*|finish\w*|fired|tapped|slotted|converted|drilled|curled|effort)\b"
)
_NO_GOAL = re.compile(
    r"\b(?:wide|over|saved|denied|post|crossbar|booked|yellow|replaced|substitut\w+|disallowed|missed|blocked|tested|"
    r"(?:did well )?to claim)\b"
)
_NEAR = 4
"""Minutes apart at which no rounding explains the difference any more."""
_BEFORE_BREAK = (
    r"(?:before|on the stroke of|just before|shortly before|ahead of) (?:half-time|half time|the break|the interval)"
)
_AFTER_BREAK = r"(?:after|into the second half|following) (?:half-time|half time|the break|the interval|the restart)"
_HALF = re.compile(
    r"(?<!opening )(?<!first )\b(?P<n>\d{1,2})(?:st|nd|rd|th)?[- ]minutes?\b(?! (?:before|after|later|left))"
    rf"(?:(?! and | but | while )[^.;,\d]){{0,40}}(?:(?P<first>{_BEFORE_BREAK})|(?P<second>{_AFTER_BREAK}))"
)
_HALF_GOAL = re.compile(
    r"\b(?P<half>first|second)[- ]half (?:goal|strike|header|opener|penalty|equaliser|winner|effort|finish|volley)"
)


class Minute(NamedTuple):
    """A minute that prose tells: the number as it is written, the minute it stands for, whether it rounds or counts down."""

    place: Place
    written: int
    minute: int
    exact: bool
    left: bool


def chances(copy: Copy, within: Place) -> list[Minute]:
    """The minutes that a sentence tells in full."""
    found = [
        *(_ordinal(m) for m in copy.find(_ORDINAL, within)),
        *(_counted(m, left=False) for m in copy.find(_AFTER, within)),
        *(_counted(m, left=True) for m in copy.find(_LEFT, within)),
    ]
    return sorted(found)


def _ordinal(found: "re.Match[str]") -> Minute:
    written = value(found["n"]) or 0
    return Minute(group(found, "n"), written, written, True, False)


def _counted(found: "re.Match[str]", left: bool) -> Minute:
    written = value(found["n"]) or 0
    return Minute(group(found, "n"), written, 90 - written if left else written, False, left)


def told(copy: Copy) -> Iterator[tuple[Place, Goal, Minute]]:
    """The sentences of prose that name a scorer and, as their only minute, that of a goal of his in the list."""
    for place in copy.prose:
        minutes = chances(copy, place)
        if len(minutes) == 1 == len(_ANY.findall(copy.text, *place)):
            goals = [goal for goal in copy.goals if _is_his(copy, place, goal, minutes[0])]
            if len(goals) == 1:
                yield place, goals[0], minutes[0]


def _is_his(copy: Copy, place: Place, goal: Goal, minute: Minute) -> bool:
    near = 0 if minute.exact else 1
    named = re.search(rf"\b{re.escape(goal.scorer.surname)}\b", copy.of(place))
    return named is not None and abs(goal.minute - minute.minute) <= near and not goal.stoppage


def _another(site: Site, minute: Minute) -> str | None:
    """Another number in the place of a minute, in the same half and near no goal of the lists."""
    near = {m for goal in site.copy.goals for m in range(goal.minute - _NEAR, goal.minute + _NEAR + 1)}
    near |= set(range(minute.minute - _NEAR, minute.minute + _NEAR + 1))
    least, most = (2, 45) if minute.minute <= 45 else (47, 89)
    if minute.left:
        least = 70
    new = other(minute.minute, site.draw, least, most, near)
    return None if new is None else like(site.copy.of(minute.place), 90 - new if minute.left else new)


def prose_against_list(site: Site) -> Iterator[Error]:
    """The report tells a goal of the list with another minute."""
    for _, goal, minute in told(site.copy):
        new = _another(site, minute)
        bound = site.copy.text[: minute.place.start].lower().endswith("inside ")  # a later one would be as true
        if new and not bound:
            yield one(minute.place, new, goal.place)


def list_against_prose(site: Site) -> Iterator[Error]:
    """The goals list has another minute than the report."""
    for _, goal, minute in told(site.copy):
        new = _another(site, Minute(goal.place, goal.minute, goal.minute, True, False))
        if new and _keeps_order(site.copy, goal, int(new)):
            yield one(goal.place, new, minute.place)


def _keeps_order(copy: Copy, goal: Goal, minute: int) -> bool:
    """Whether an entry's goals still ascend: a list out of order would be another error."""
    same = [minute if other == goal else other.minute for other in copy.goals if other.scorer.place == goal.scorer.place]
    places = [other.place for other in copy.goals if other.scorer.place == goal.scorer.place]
    return [m for _, m in sorted(zip(places, same, strict=True))] == sorted(same)


def told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that tell the same man's goal of the same minute."""
    found = list(goal_sentences(site.copy))
    for place, name, minute in found:
        others = [m for p, n, m in found if n == name and p != place]
        if len(others) == 1 and others[0].minute == minute.minute:
            new = _another(site, minute)
            if new:
                yield one(minute.place, new, others[0].place)


def goal_sentences(copy: Copy) -> Iterator[tuple[Place, str, Minute]]:
    """Sentences that tell a goal and no miss beside an ordinal minute, with each man who is named there."""
    for place in copy.prose:
        minutes = [minute for minute in chances(copy, place) if minute.exact]
        for before, minute, after in zip([None, *minutes], minutes, [*minutes[1:], None], strict=False):
            start = max(before.place.end if before else place.start, minute.place.start - _BESIDE)
            end = min(after.place.start if after else place.end, minute.place.end + _BESIDE)
            near = copy.text[start:end]
            if _GOAL_WORD.search(near) and not _NO_GOAL.search(near):
                yield from ((place, name, minute) for name in sorted(_named(copy, near)))


_BESIDE = 50
"""Code points on either side of a minute in which its man is looked for."""


def _named(copy: Copy, text: str) -> set[str]:
    return {name for name in re.findall(r"[A-ZÀ-Þ][\w-]*[a-zà-ÿ]", text) if name in copy.men}


def half(site: Site) -> Iterator[Error]:
    """A minute of the second half before the break, or one of the first after it."""
    for place in site.copy.prose:
        for found in site.copy.find(_HALF, place):
            minute, first = int(found["n"]), bool(found["first"])
            if (30 <= minute <= 45) if first else (46 <= minute <= 60):
                new = site.draw.randint(52, 85) if first else site.draw.randint(8, 40)
                yield one(
                    _with_ending(site.copy, group(found, "n")),
                    _as(site.copy, group(found, "n"), new),
                    group(found, "first" if first else "second"),
                )


def _with_ending(copy: Copy, place: Place) -> Place:
    ending = re.compile(r"(?:st|nd|rd|th)?").match(copy.text, place.end)
    return Place(place.start, ending.end() if ending else place.end)


def _as(copy: Copy, place: Place, minute: int) -> str:
    return like(copy.of(_with_ending(copy, place)), minute)


def list_against_half(site: Site) -> Iterator[Error]:
    """The list's minute of a man's only goal is of the other half than the report's words."""
    copy = site.copy
    for place in copy.prose:
        for found in copy.find(_HALF_GOAL, place):
            for goal in _only_goals(copy):
                before = copy.text[max(place.start, found.start() - 30) : found.start()]
                if re.search(rf"\b{re.escape(goal.scorer.surname)}['’]s? (?:\w+ )?$", before) and (goal.minute <= 45) == (
                    found["half"] == "first"
                ):
                    new = site.draw.randint(52, 86) if goal.minute <= 45 else site.draw.randint(6, 38)
                    yield one(goal.place, str(new), group(found, 0))


def _only_goals(copy: Copy) -> list[Goal]:
    names = [goal.scorer.surname for goal in copy.goals]
    return [goal for goal in copy.goals if names.count(goal.scorer.surname) == 1 and not goal.stoppage]


def scored_before_coming_on(site: Site) -> Iterator[Error]:
    """A substitute comes on after the minute of his goal."""
    for side in site.copy.sides:
        for change, goal in _substitutes_goals(side):
            if change.minute < goal.minute < 86 and not goal.stoppage:
                yield one(change.place, str(site.draw.randint(goal.minute + 2, 90)), goal.place, [goal.place])


def _substitutes_goals(side: Side) -> Iterator[tuple[Change, Goal]]:
    for change in side.changes:
        for goal in side.goals:
            if goal.scorer.surname == change.on.surname and not goal.own_goal:
                yield change, goal


def between_reports(site: Site) -> Iterator[Error]:
    """A goal's minute in one of two reports, both of which give it with the scorer's name."""
    assert site.partner
    theirs = {(name, minute.minute) for _, name, minute in goal_sentences(site.partner)}
    theirs |= {(goal.scorer.surname, goal.minute) for goal in site.partner.goals}
    mine = [(name, minute) for _, name, minute in goal_sentences(site.copy)]
    listed = {goal.minute for goal in site.copy.goals}
    for name, minute in mine:
        once = [minute.minute for other, minute in mine if other == name].count(minute.minute) == 1
        new = _another(site, minute) if once and (name, minute.minute) in theirs and minute.minute not in listed else None
        if new:
            yield one(minute.place, new, minute.place)


KINDS = (
    Kind("minute/prose-against-goals-list", prose_against_list),
    Kind("minute/goals-list-against-prose", list_against_prose),
    Kind("minute/told-twice", told_twice),
    Kind("minute/half-against-minute", half),
    Kind("minute/goals-list-against-half", list_against_half),
    Kind("minute/scored-before-coming-on", scored_before_coming_on),
    Kind("minute/between-reports", between_reports, pair=True),
)
