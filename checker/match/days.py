"""days: on which day of the week an article says that its match was played, and an occasion that there is one of."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.facts import high_low
from checker.match.sides import Clubs, score_clubs
from checker.pipeline.reading import Reading

_SAID = 40
"""Code points before a day in which a verb tells that something was said then."""
_MOST_BETWEEN = 120
"""Code points between a result and the day that goes with it."""
_AROUND = 40
"""Code points about `Sunday's final` in which words may put it on another day."""
_SIDES = 2
"""Of a match."""
_ON_THE_WAY = ("running", "half-time")
"""Scores that are no result: beside one, a weekday is still the result's."""
_DAY_OF_MATCH = "day of the match"
_NO_DAYS = ("year", "month")
"""Dates beside which a weekday is the only day: `Sunday's 2-1 win took his 2015 tally to ten`."""


class Result(NamedTuple):
    """The keys of the sides of another match, one or both, and the figures of its result, the greater first."""

    sides: frozenset[str]
    figures: tuple[Value | None, Value | None]


class Occasion(NamedTuple):
    """What is on a day, and, where a round has several of the kind, the key of the one side that it is against."""

    what: str
    side: str = ""


class OccasionReader:
    """Gives the weekdays on which an article puts an occasion (`Sunday's final`, `the final in Ayton on Sunday`) its name."""

    def __init__(self, words: Words) -> None:
        occasion = words.one_of("single_occasions")
        goes_on = words.one_of("goes_on_words")
        what = rf"(?<![\w-])(?P<what>{occasion})\b(?! (?!(?:{goes_on})\b)[a-z])"  # `final`, not `final group game`
        self._of_round, self._near, self._on = (words.frame(name) for name in ("of_round", "day_near", "on_day"))
        self._behind = re.compile(rf"(?:'s|’s) (?:[\w’'-]+ ){{0,3}}?{what}")
        result = words.one_of("result_before_day")
        between = rf"(?:(?!\b(?:{result})\b)(?:[^.,;:()\n\d]|\d\d?(?:[:.]\d\d| ?[ap]m))){{0,40}}?"
        self._before = re.compile(rf"{what}(?P<between>{between}) (?:on )?$")
        self._when_said, self._of_zone = words.frame("when_said"), words.frame("day_of_zone")
        self._at = words.frame("day_preposition")
        self._other, self._mens, self._womens = (
            words.pattern(name) for name in ("other_day_words", "mens_words", "womens_words")
        )

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims, weekdays with the `occasion` that is then; none where the article names two competitions beside one."""
        found = {number: here for number, claim in enumerate(claims) if (here := self._occasion(claim, reading))}
        single = [number for number, occasion in found.items() if not occasion.side]
        beside = (mention for number in single for mention in reading.named_in(claims[number].sentence))
        if len(found) < 2 or len({mention.entities for mention in beside if mention.kind == "competition"}) > 1:
            return list(claims)
        told = list(claims)
        for number, (what, side) in found.items():
            told[number] = claims[number].having(keys={"occasion": f"{what} {side}"}, occasion=what)
        return told

    def is_no_match_day(self, day: Claim, reading: Reading) -> bool:
        """Whether a day is the one on which something was said, `the FA said on Sunday`, or of another part of the world:
        `Wednesday's (IST) 2-1 defeat`."""
        said = self._when_said.search(reading.text, max(0, day.span.start - _SAID), day.span.start)
        return bool(said or self._of_zone.match(reading.text, day.span.end))

    def may_be_another(self, day: Claim, reading: Reading) -> bool:
        """Whether words of a day's sentence may put it in another week: `a 2-1 win over Corley last Monday`."""
        return self._other.search(reading.text, *reading.sentences[day.sentence]) is not None

    def _occasion(self, claim: Claim, reading: Reading) -> Occasion | None:
        """What is on the weekday of a claim; None where nothing is told to be, or it may have been put on another day."""
        if claim.type != "date" or "weekday" not in claim.fields or claim.sentence < 0 or claim.zone == "quotation":
            return None
        sentence = reading.sentences[claim.sentence]
        behind = self._behind.match(reading.text, claim.span.end)
        around = (claim.span.start - _AROUND, behind.end() + _AROUND) if behind else sentence
        if self._other.search(reading.text, max(sentence.start, around[0]), min(sentence.end, around[1])):
            return None
        if self._womens.search(reading.text, sentence.start, sentence.end) and self._mens.search(reading.text):
            return None
        before = None if behind else self._before.search(reading.text, sentence.start, claim.span.start)
        on = self._on.match(claim.text) or (before and before[0].endswith(" on "))  # `on Saturday`, `on Saturday, May 25`
        if before and not (on or self._at.search(before["between"] + " ")):
            return None
        found = behind or before
        return Occasion(found["what"]) if found else self._against(claim, reading)

    def _against(self, claim: Claim, reading: Reading) -> Occasion | None:
        """What is on the weekday of a claim, of which a round has several, with the one side that it is against: `their
        semi-final against Denby on Sunday`."""
        sentence = reading.sentences[claim.sentence]
        teams = [team for team in reading.teams_in(claim.sentence) if team.span.end <= claim.span.start]
        found = self._of_round.search(reading.text, sentence.start, claim.span.start)
        if found is None or not teams or teams[-1].span.start != found.end() or not self._on.match(claim.text):
            return None
        side = reading.clubs.at(teams[-1].span.start)
        near = self._near.fullmatch(reading.text, teams[-1].span.end, claim.span.start)
        return Occasion(found["what"], side) if side and near else None


def day_events(
    claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, facts: Mapping[str, Value], reader: OccasionReader
) -> dict[int, str]:
    """The weekday of this match, by the claim's number: the one weekday of a sentence that tells how it ended; or that of
    another match, whose result two sentences tell, with both sides or with one of them. Where the other match has the sides
    and the score of this one, it is this one.

    A sentence with two weekdays, or one that tells another match's score too, may mean either.
    """
    found: dict[int, str] = {}
    others: dict[int, Result] = {}
    won: dict[int, Value | None] = {}
    ours = Result(frozenset(clubs or ()), (facts.get("final_high"), facts.get("final_low")))
    for number, claim in enumerate(claims):
        if claim.type != "date" or "weekday" not in claim.fields or claim.sentence < 0:
            continue
        same = [other for other in claims if other.sentence == claim.sentence]
        if reader.is_no_match_day(claim, reading):
            continue
        days = [other for other in same if other.type == "date" and other.get("form") not in _NO_DAYS]
        scores = [c for c in same if c.type == "score" and c.zone != "quotation" and c.get("kind") not in _ON_THE_WAY]
        if len(days) != 1 or len(scores) != 1 or _gap(claim, scores[0]) > _MOST_BETWEEN:
            continue
        if _is_result(scores[0], reading, clubs, facts):
            found[number] = _DAY_OF_MATCH
            won[number] = scores[0].get("victor")
        elif result := _result_of_another(scores[0], reading):
            others[number] = result
            if result == ours and not reader.may_be_another(claim, reading):
                won[number] = scores[0].get("victor")
    again = [number for number in others if number in won and won[number] in [won[own] for own in found]]
    found |= dict.fromkeys(again, _DAY_OF_MATCH)
    told = {number: _in_full(result, set(others.values())) for number, result in others.items() if number not in found}
    often = Counter(told.values())
    return found | {number: f"day of {_named(result)}" for number, result in told.items() if often[result] > 1}


def _result_of_another(score: Claim, reading: Reading) -> Result | None:
    """The sides of another match's result, the two or the one that it has or that its sentence names, and its figures; None
    where these are more, or none."""
    sides = score_clubs(score)
    sides = sides if len(sides) == _SIDES else sides.union(reading.clubs_in(score.sentence))
    ours = score.get("about") == "this" and not score.get("elsewhen")
    if not 0 < len(sides) <= _SIDES or score.get("kind") not in ("final", None) or ours:
        return None
    return Result(frozenset(sides), high_low(score))


def _in_full(result: Result, told: AbstractSet[Result]) -> Result:
    """A result with the side that it leaves out, where the article tells only one of these figures with both."""
    full = [other for other in told if len(other.sides) == _SIDES and other.figures == result.figures]
    full = [other for other in full if result.sides <= other.sides]
    return full[0] if len(full) == 1 else result


def _named(result: Result) -> str:
    return f"{' and '.join(sorted(result.sides))} {'-'.join(map(str, result.figures))}"


def _is_result(score: Claim, reading: Reading, clubs: Clubs | None, facts: Mapping[str, Value]) -> bool:
    """Whether a score says how this match ended: by its words, or by its figures in a sentence that names both clubs, or, of
    this match, one of them."""
    if score.get("kind") not in ("final", None) or score.get("elsewhen") or clubs is None:
        return False
    if score.get("about") == "this" and score.get("kind"):
        return True
    named = {reading.clubs.at(mention.span.start) for mention in reading.named_in(score.sentence)} - {""}
    told = high_low(score) == (facts.get("final_high"), facts.get("final_low"))
    if score.get("about") == "this":
        return told and bool(named) and named <= set(clubs)
    return "about" not in score.fields and told and named == set(clubs)


def _gap(one: Claim, other: Claim) -> int:
    return max(one.span.start - other.span.end, other.span.start - one.span.end, 0)
