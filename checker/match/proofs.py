"""proofs: what the lists, the line-ups and the result of an article say against its single claims.

Each claim gets the figures that it can be held against (the final score for a score on the way), or the place in a list
that says otherwise. The rules compare; where a list could not be read whole, nothing is said.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.match.cards import is_red
from checker.match.facts import Facts, goals_in, high_low
from checker.match.goals import FAR, gap, same_scorer
from checker.match.sides import Clubs, LineUps, sheet_clubs
from checker.match.steps import Step, steps
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold


class Proofs:
    """The lists and the result of one article, asked about each of its claims."""

    def __init__(
        self,
        claims: Sequence[Claim],
        reading: Reading,
        clubs: Clubs | None,
        of: Mapping[str, str],
        facts: Facts,
        eleven: LineUps,
    ) -> None:
        """`of` is the club of each person, by keys; `eleven` are the line-ups."""
        self._claims = claims
        self._reading = reading
        self._clubs = clubs
        self._facts = facts
        self._eleven = eleven
        listed = [claim for claim in claims if claim.type == "goal" and claim.get("block")]
        self._goals = listed if "listed_goals" in facts else []
        self._dated = self._goals or (listed if len(listed) == goals_in(facts) else [])  # one line-up may stand over both lists
        self._of = of
        self._sheet_clubs = sheet_clubs(reading, clubs, of)
        self._own_lists = _own_lists(reading)
        self._list_at = {entry.name.start: n for n, sheet in enumerate(reading.blocks.sheets) for entry in sheet.goals}
        self._dismissed = [claim for claim in claims if claim.get("block") and is_red(claim)]

    def told(self) -> list[Claim]:
        """The claims with what speaks against them."""
        return [self._held(claim) for claim in self._claims]

    def _held(self, claim: Claim) -> Claim:
        if claim.zone == "quotation":
            return claim
        if claim.type == "goal" and claim.get("block"):
            return self._listed_goal(claim)
        if claim.type == "goal":
            told = self._told_goal(claim)
            return self._turned(told) if "turn" in told.fields else told
        if claim.type in ("score", "margin"):
            return self._standing(claim)
        if claim.type == "card":
            return self._dismissal(claim) if is_red(claim) else self._booking(claim)
        if claim.type == "minute":
            return self._moment(claim) if "men" in claim.fields else self._open_moment(claim)
        return claim

    def _open_moment(self, claim: Claim) -> Claim:
        """A time of which the words do not say what happened, beside one scorer: how far the goals of his are of which no
        sentence tells the minute."""
        near = claim.get("near")
        own = [goal for goal in self._dated if isinstance(near, list) and goal.get("scorer") in near]
        open_goals = [goal for goal in own if goal in self._undated]
        if not self._dates_fit or len({goal.get("scorer") for goal in own}) != 1 or not open_goals:
            return claim
        if min(_off(claim, goal) for goal in self._dated) <= 1:
            return claim
        goal = min(open_goals, key=lambda goal: _off(claim, goal))
        off = _off(claim, goal)
        if off == FAR:
            return claim
        told = claim.having(off_own=off, scorer_near=goal.get("scorer"), places={"told": goal.place("minute")})
        return told.having(minute=_counted(claim))

    def _moment(self, claim: Claim) -> Claim:
        """A time at which one of the men named near it scored: how far his nearest goal in the lists is, unless they have
        anybody's then."""
        men = claim.get("men")
        own = [goal for goal in self._dated if isinstance(men, list) and goal.get("scorer") in men]
        if not own or not (self._dates_fit or "final_high" not in self._facts):
            return claim
        rounding = 1 if claim.get("form") == "ordinal" else 0  # some lists count a minute on
        near = min(_off(claim, goal) for goal in self._dated)
        off = near if near <= rounding else min(_off(claim, goal) for goal in own)
        place = self._otherwise(claim, own).place("minute")
        told = claim.having(off_list=off, places={"told": place}) if off < FAR else claim
        return told.having(minute=_counted(claim)) if off > 1 else told

    def _listed_goal(self, claim: Claim) -> Claim:
        """A goal of one side's list whose scorer stands in the other side's line-up alone, whatever clubs they are."""
        key, own = claim.keys.get("scorer", ""), self._list_at.get(claim.place("scorer").start)
        at = {number: men[key] for number, men in enumerate(self._men) if key in men} if key else {}
        if own in at:
            return claim.having(other_side=False)
        if own not in self._own_lists or claim.get("kind") == "og" or not at:
            return claim
        return claim.having(other_side=True, places={"lineup": next(iter(at.values()))})

    @cached_property
    def _men(self) -> list[dict[str, Span]]:
        """Where the men of each line-up stand, by their keys."""
        people = self._reading.people
        rows = ([(people.at(name.start), name) for name in sheet.played] for sheet in self._reading.blocks.sheets)
        return [{person.key: name for person, name in row if person} for row in rows]

    def _otherwise(self, claim: Claim, goals: Sequence[Claim]) -> Claim:
        """Of some listed goals the one that a time of the prose most likely tells otherwise: the nearest of those that no
        other time of the prose fits."""
        free = [goal for goal in goals if goal in self._undated]
        return min(free or goals, key=lambda goal: _off(claim, goal))

    @cached_property
    def _undated(self) -> list[Claim]:
        """The listed goals whose minute no time of the prose fits."""
        times = [claim for claim in self._claims if claim.type == "minute" and claim.zone == "prose" and _is_point(claim)]
        short = {found[1] for found in _SHORT_TIME.finditer(self._reading.text)}
        free = [goal for goal in self._dated if str(goal.get("minute")) not in short]
        return [goal for goal in free if all(gap(goal, time) for time in times)]

    def _told_goal(self, claim: Claim) -> Claim:
        """A goal of the prose that no list has: how far the nearest is, and who scored then by the lists."""
        if claim.get("about") != "this" or not self._goals or claim.get("kind") == "og":
            return claim
        if any(same_scorer(claim, other) for other in self._goals):
            return claim.having(unlisted=False)
        nearest = min(self._goals, key=lambda other: gap(claim, other))
        off = gap(claim, nearest)
        if off < FAR:
            likely = self._otherwise(claim, self._goals_near(claim) or self._goals) if off else nearest
            claim = claim.having(off_list=off, places={"told": likely.place("minute")})
        then = nearest if off == 0 else None
        told_then = then is not None and claim.get("form") == "ordinal"
        if "scorer" not in claim.keys or not (self._lists_fit or told_then) or self._is_misspelt(claim):
            return claim
        return claim.having(
            unlisted=True,
            listed_scorer=str(then.get("scorer")) if then else None,
            places={"told": (then or self._goals[0]).place("scorer")},
        )

    def _goals_near(self, claim: Claim) -> list[Claim]:
        """The listed goals of the men whom a goal's time is told with, else of those whom its sentence or the next names."""
        men = self._men_at.get(claim.place("minute"), [])
        near = [m for sentence in (claim.sentence, claim.sentence + 1) for m in self._reading.named_in(sentence)]
        people = [self._reading.people.at(mention.span.start) for mention in near if mention.kind == "person"]
        named = men or [person.name for person in people if person]
        return [goal for goal in self._goals if goal.get("scorer") in named]

    @cached_property
    def _men_at(self) -> dict[Span, list[str]]:
        """The men whom each time of a goal is told with."""
        times = ((claim.span, claim.get("men")) for claim in self._claims if claim.type == "minute")
        return {span: men for span, men in times if isinstance(men, list)}

    @property
    def _lists_fit(self) -> bool:
        """Whether the lists have as many goals as the match: only then is a man who is in none of them missing."""
        return len(self._goals) == goals_in(self._facts)

    @property
    def _dates_fit(self) -> bool:
        """The same of the goals of all lists, whichever line-up they stand under."""
        return len(self._dated) == goals_in(self._facts)

    def _is_misspelt(self, claim: Claim) -> bool:
        """Whether a scorer is only spelt otherwise in the lists (`J. Neumann`); that is for the rules on spelling to say."""
        own = claim.keys["scorer"].split()
        listed = {part for goal in self._goals for part in fold(str(goal.get("scorer") or "")).split()}
        return any(len(part) > 2 and distance(part, other) <= _typing_errors(part, other) for part in own for other in listed)

    def _standing(self, claim: Claim) -> Claim:
        """A score or a lead on the way, with the final score and whether the goals lists pass through it."""
        high, low = self._facts.get("final_high"), self._facts.get("final_low")
        if claim.get("about") != "this" or not isinstance(high, int) or not isinstance(low, int):
            return claim
        of_tie = self._facts.get("two_legs") and not claim.get("night")
        if of_tie or claim.sentence in self._of_other_matches:
            return claim  # a lead may be that of the aggregate, or of the match whose result stands beside it
        if claim.type == "margin" or claim.get("kind") != "running":
            return claim.having(final_high=high, final_low=low) if claim.type == "margin" else claim
        mine = high_low(claim)
        figures: dict[str, Value] = {"high": mine[0], "low": mine[1], "final_high": high, "final_low": low}
        if self._stages and self._lists_fit:
            figures["stage"] = mine in self._stages
            maker = claim.keys.get("maker")
            after = {step.made for step in self._steps if maker and step.goal.keys.get("scorer") == maker}
            figures |= {"after_goal": mine in after} if after else {}
        return claim.having(figures, places={"told": self._goals[0].span} if self._goals else None)

    @cached_property
    def _stages(self) -> set[tuple[int, int]]:
        """The scores through which the lists have the match go, the higher figure first; empty where a goal's side or minute
        is not told."""
        return {(0, 0), *(step.made for step in self._steps)} if self._steps else set()

    @cached_property
    def _steps(self) -> list[Step]:
        return steps([(goal, self._side(goal)) for goal in self._goals], self._clubs)

    def _turned(self, claim: Claim) -> Claim:
        """A goal of the prose whose words say what it did to the score, with whether a goal of his, or of the match, did so by
        the lists; by a result to nil none levelled or halved anything."""
        if claim.get("about") != "this" or self._facts.get("two_legs") or claim.sentence in self._of_other_matches:
            return claim
        turn, scorer = str(claim.get("turn")), claim.keys.get("scorer", "")
        if self._steps and self._lists_fit:
            own = [step for step in self._steps if step.goal.keys.get("scorer") == scorer] if scorer else self._steps
            then = [step for step in own if "earliest" in claim.fields and gap(claim, step.goal) <= 1]
            if not own:
                return claim
            return claim.having(turn_fits=any(step.does(turn) for step in then or own), places={"told": own[0].goal.span})
        if self._facts.get("final_low") == 0 and turn in ("levelled", "halved") and not self._is_elsewhere(claim):
            return claim.having(turn_fits=False)
        return claim

    def _is_elsewhere(self, claim: Claim) -> bool:
        """Whether the article gives another result, or the sentence before a claim names a third side."""
        third = set(self._reading.clubs_in(claim.sentence - 1)).difference(self._clubs or ())
        return bool(self._of_other_matches or third)

    def _side(self, goal: Claim) -> str:
        """The club that a listed goal counts for; empty where it is not told. An own goal counts for the side whose list it
        stands in, or, of a list of both sides' goals, for the side that is not its scorer's."""
        if goal.get("kind") != "og":
            return goal.keys.get("club", "")
        listed = self._list_at.get(goal.place("scorer").start)
        if listed is not None and listed in self._own_lists and self._sheet_clubs[listed]:
            return self._sheet_clubs[listed]
        own = self._of.get(goal.keys.get("scorer", ""), "")
        others = [other for other in self._clubs or () if other != own]
        return others[0] if len(others) == 1 else ""

    @cached_property
    def _of_other_matches(self) -> set[int]:
        """The sentences that give a result which is not this match's, and not this one's."""
        final = self._facts.get("final_high"), self._facts.get("final_low")
        told = [c for c in self._claims if c.type == "score" and c.sentence >= 0 and c.get("kind") in (None, "final")]
        own = {claim.sentence for claim in told if claim.get("about") == "this" and high_low(claim) == final}
        return {claim.sentence for claim in told} - own

    def _dismissal(self, claim: Claim) -> Claim:
        """A dismissal of the prose, with whether the lists of those sent off have the man."""
        if claim.get("block") or claim.get("about") != "this" or not is_red(claim) or not self._dismissed:
            return claim
        key = claim.keys.get("player", "")
        if not key or len(self._eleven) != 2:
            return claim
        played = any(key in places for places in self._eleven.values())
        listed = any(other.keys.get("player") == key for other in self._dismissed)
        return claim.having(sent_off=listed, places={"told": self._dismissed[0].span}) if played else claim

    @cached_property
    def _one_list_of_booked(self) -> bool:
        """Whether those booked of both sides stand in one list, behind the second line-up: it holds a man of the first."""
        sheets = self._reading.blocks.sheets
        if len(sheets) != _SIDES or sheets[0].booked or not sheets[1].booked:
            return False
        people = (self._reading.people.at(entry.name.start) for entry in sheets[1].booked)
        return any(self._of.get(person.key) == self._sheet_clubs[0] for person in people if person and self._sheet_clubs[0])

    def _booking(self, claim: Claim) -> Claim:
        """A booking of the prose, with whether the lists of a side that has one of those booked hold the man."""
        key = claim.keys.get("player", "")
        own = [club for club, places in self._eleven.items() if key in places]
        if claim.get("block") or claim.get("about") != "this" or claim.get("colour") != "yellow" or len(own) != 1:
            return claim
        cards = [c for c in self._claims if c.type == "card" and c.get("block")]
        cards = cards if self._one_list_of_booked else [card for card in cards if card.keys.get("club") == own[0]]
        booked = [card for card in cards if not is_red(card)]
        if not booked or len(self._eleven) != 2:
            return claim
        listed = any(card.keys.get("player") == key for card in cards)
        return claim.having(booked=listed, places={"told": booked[0].span})


def _off(time: Claim, goal: Claim) -> int:
    """By how many minutes a time of the prose and a goal miss each other; `with seven minutes left` may be of 90 or of 120."""
    left = time.get("n")
    if "earliest" in time.fields or time.get("means") != "left" or not isinstance(left, int):
        return gap(time, goal)
    ends = [(100 * (end - left - 1), 100 * (end - left + 1)) for end in _ENDS]
    return min(gap(time.having(earliest=first, latest=last), goal) for first, last in ends)


def _counted(time: Claim) -> str | None:
    """The minute of a time that counts back from an end which the match had two of; None where it is told."""
    left = time.get("n")
    return None if "minute" in time.fields or not isinstance(left, int) else str(_ENDS[0] - left)


_SIDES = 2
_ENDS = (90, 120)
"""Minutes after which a match can end."""


def _typing_errors(one: str, other: str) -> int:
    """How many letters two spellings of one name may differ by: in a short one two make it another name (`Reay`, `Ryan`)."""
    return TYPING_ERRORS if min(len(one), len(other)) > SHORT_NAME else 1


SHORT_NAME = 4
"""Letters of a name of which two wrong ones leave nothing to go by."""
_SHORT_TIME = re.compile(r"\bin the (\d{1,3})(?:st|nd|rd|th)\b")
"""A time whose word another has already said: `in the 61st minute and again in the 67th`."""
_POINT = 300
"""Hundredths of a minute: a time with wider bounds fits many goals."""


def _is_point(claim: Claim) -> bool:
    first, last = claim.get("earliest"), claim.get("latest")
    return isinstance(first, int) and isinstance(last, int) and last - first <= _POINT


def _own_lists(reading: Reading) -> frozenset[int | None]:
    """The line-ups, by their number, that are followed by goals of their own: a lone list behind the second line-up may be
    that of both."""
    sheets = reading.blocks.sheets
    if len(sheets) != 2:
        return frozenset()
    return frozenset((0, 1) if all(sheet.goals for sheet in sheets) else (0,) if sheets[0].goals else ())
