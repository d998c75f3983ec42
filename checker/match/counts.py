"""counts: what an article's own score, lists and cards say of the numbers that it gives in words.

A hat-trick is three goals of one man, "the third goal of the game" needs three goals, and a side of ten has lost a man.
Each count learns what it can be held against: a fact that is not known is absent, and no rule then says anything.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from checker.claims.clock import apart
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match import tallies
from checker.match.about import Aboutness
from checker.match.cards import is_red
from checker.match.dismissals import DismissalReader
from checker.match.facts import Facts, Sources, goals_of, high_low
from checker.match.reported import is_early
from checker.match.results import is_round_up
from checker.match.sides import Clubs, score_clubs
from checker.pipeline.block_parts import ELEVEN
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import last_word
from checker.reference.store import is_national

_ONLY_GOAL = "only-goal"
_HIS = ("his ", "her ")
_RIGHT_BESIDE = 2
"""Code points between a count and the time of what it counts: `three changes on the hour`."""
_POINTS = ("ordinal", "about", "half-time", "hour", "left")
"""What times mean that say when something was done."""


class CountReader:
    """Gives counts what the rest of the article says of them."""

    def __init__(self, words: Words, aboutness: Aboutness, dismissed: DismissalReader) -> None:
        self._is_elsewhen = aboutness.is_elsewhen
        self._makes_win, self._score_by = words.frame("makes_win"), words.frame("score_by")
        self._lost = words.beginnings("red_words", "man_lost_words")
        self._changes = words.folded("change_words")
        self._dismissed = dismissed
        self._last_team = words.frame("last_team")
        self._bringing, self._next_of_row = words.frame("bringing_on"), words.frame("next_of_row")
        self._in_came = words.frame("in_came")

    def told(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, of: Mapping[str, str], facts: Facts,
        sources: Sources,
    ) -> list[Claim]:  # fmt: skip
        """The claims, each count that is about this match with the figures that it must fit, and where these stand."""
        goals = goals_of(facts, claims, clubs)
        told = []
        for claim in claims:
            if claim.type == "count" and str(claim.get("what")) in self._changes:
                claim = claim.having(named=self._named_behind(claim, reading), at_once=_changes_then(claim, claims, reading))
            if claim.type == "count" and claim.get("about") != "this":
                men_told = self._men_near(claim, claims, reading)
                haul = _haul_elsewhere(claim, claims, reading)
                claim = claim.having(score_high=self._score_beside(claim, claims, reading), men_told=men_told, haul=haul)
            elif claim.type == "count":
                figures = self._figures(claim, claims, reading, of, facts, goals)
                stated = sources.get("listed_goals" if "listed" in figures else "final", ())
                place = next((c.place("minute") if c.zone == "block" else c.span for c in stated if c is not claim), None)
                claim = claim.having(figures, places={"told": place} if place else None)
            told.append(claim)
        return told

    def _figures(
        self, claim: Claim, claims: Sequence[Claim], reading: Reading, of: Mapping[str, str], facts: Facts,
        goals: Mapping[str, int],
    ) -> dict[str, Value | None]:  # fmt: skip
        high, low = facts.get("final_high"), facts.get("final_low")
        told: dict[str, Value | None] = {}
        told_apart = claim.get("what") == _ONLY_GOAL and _tells_of_goals(claims)
        if isinstance(high, int) and isinstance(low, int) and not (told_apart or _is_of_both_legs(claim, claims)):
            told |= {"final_goals": high + low, "final_margin": high - low, "early": is_early(claim, reading)}
        told["score_high"] = self._score_beside(claim, claims, reading)
        if claim.get("what") == "men":
            told = {"men_lost": self._men_lost(claims, reading), "men_told": self._men_gone(claim, claims, reading)}
            return told | {"other_side": _is_of_other_side(claim, claims, reading, of)}
        if isinstance(high, int) and not is_round_up(claims) and not _is_beside_other_day(claim, claims):
            told["final_high"] = high
        if claim.get("form") == "window" and _lists_are_whole(facts):
            told["in_window"] = tallies.in_window(claim, claims)
        if (_lists_are_whole(facts) or ("final_high" not in facts and _both_listed(reading))) and _is_of_one_man(claim):
            told["listed_most"] = tallies.of_best(claims)
        who = claim.keys.get("who", "")
        if who:
            bound = high if isinstance(high, int) and not is_round_up(claims) else None
            told["most"] = goals.get(of.get(who, ""), bound)
            told["left"] = tallies.left_for(who, claims, goals, of)
            told["told"] = tallies.dated(who, claims)
            told["listed"] = tallies.listed(who, claims) if _lists_are_whole(facts) else None
            told["in_half"] = tallies.of_half(claim, claims) if "half" in claim.fields and _lists_are_whole(facts) else None
            told["haul"] = tallies.of_hat_trick(claim, claims)
        return told

    def _men_near(self, claim: Claim, claims: Sequence[Claim], reading: Reading) -> int | None:
        """How many men an article may tell to have gone, where it tells of one near a count of those left in any match; or
        of one anywhere, against a count that is of no other day, unless the article is a round-up."""
        if claim.get("what") != "men":
            return None
        fewer = tallies.number_of(claim) < ELEVEN
        own = (c for c in claims if fewer and c.get("what") == "men" and c.get("who") == claim.get("who"))
        near = any(self._dismissed.is_near(count, reading) for count in (claim, *own))
        of_others = [c for c in claims if not _is_of(claim, c, reading)]
        if not near and (tallies.number_of(claim) >= ELEVEN or is_round_up(of_others) or self._is_elsewhen(claim, reading)):
            return None
        return self._men_gone(claim, claims, reading) if near or self._dismissed.is_anywhere(claim, claims, reading) else None

    def _men_gone(self, claim: Claim, claims: Sequence[Claim], reading: Reading) -> int | None:
        """How many men the article tells to have gone, against a count of those left: the most that it may where two or more
        are missing, those whom it names where none is; one man short is for `men_lost`."""
        if tallies.number_of(claim) == ELEVEN:
            return self._dismissed.surely(claim, claims)
        return self._dismissed.told(claim, claims, reading) if tallies.number_of(claim) < ELEVEN - 1 else None

    def _named_behind(self, claim: Claim, reading: Reading) -> int | None:
        """How many men are named in one row behind a count of changes: `three changes, bringing on A, B and C`."""
        came_in = self._came_in_next(claim, reading)
        if came_in:
            return self._length(_men_between(came_in, reading.sentences[claim.sentence + 1].end, reading), reading)
        end = reading.sentences[claim.sentence].end
        last_team = self._last_team.match(reading.text, claim.span.end, end)
        start = last_team.end() if last_team else claim.span.end
        row = _men_between(start, end, reading)
        while row and not self._bringing.search(reading.text, start, row[0].span.start):
            row = row[1:]
        return self._length(row, reading)

    def _came_in_next(self, claim: Claim, reading: Reading) -> int | None:
        """Where the next sentence goes on with who came in: `Arsenal made three changes. In came A, B and C`."""
        if not 0 <= claim.sentence < len(reading.sentences) - 1:
            return None
        found = self._in_came.match(reading.text, *reading.sentences[claim.sentence + 1])
        return found.end() if found else None

    def _length(self, row: Sequence[Mention], reading: Reading) -> int | None:
        """How many of some men stand in one row, from the first on."""
        if not row:
            return None
        count = 1
        for before, after in pairwise(row):
            if not self._next_of_row.fullmatch(reading.text, before.span.end, after.span.start):
                break
            count += 1
        return count

    def _men_lost(self, claims: Iterable[Claim], reading: Reading) -> int:
        """How many men the article may tell to have left a side short: cards, and words of dismissal or of injury."""
        cards = (claim for claim in claims if claim.type == "card" and claim.get("colour") != "yellow")
        sent_off = {claim.keys.get("player") or str(claim.span.start) for claim in cards}
        words = len(self._lost.findall(reading.text))
        return max(len(sent_off), words)

    def _score_beside(self, claim: Claim, claims: Iterable[Claim], reading: Reading) -> int | None:
        """The higher figure of the one final score that a count's sentence tells; None where it tells none or several, that of
        another day, or one of a side that it names between: `his brace took them top as Denby lost 1-0`."""
        scores = [c for c in claims if c.type == "score" and c.sentence == claim.sentence >= 0 and c.get("kind") != "running"]
        if len(scores) != 1 or scores[0].get("kind") != "final":
            return None
        first, second = sorted((claim.span, scores[0].span))
        if scores[0].get("elsewhen") and not self._score_by.fullmatch(reading.text, first.end, second.start):
            return None
        teams = [team for team in reading.teams_in(claim.sentence) if first.end <= team.span.start < second.start]
        if teams and scores[0].get("outcome") == "win" and reading.clubs.at(teams[0].span.start) == scores[0].keys.get("club"):
            teams = teams[self._makes_win.fullmatch(reading.text, first.end, teams[0].span.start) is not None :]
        of_nations = any(map(is_national, score_clubs(scores[0])))  # beside clubs a nation only says where somebody is from
        between = any(of_nations or not is_national(reading.clubs.at(team.span.start)) for team in teams)
        return None if between else high_low(scores[0])[0]


def _men_between(start: int, end: int, reading: Reading) -> list[Mention]:
    """The men named in a stretch of the text, in order."""
    at = bisect_left(reading.mentions, start, key=lambda mention: mention.span.start)
    return [m for m in reading.mentions[at:] if m.span.end <= end and m.kind == "person" and m.sure]


def _is_of_other_side(claim: Claim, claims: Sequence[Claim], reading: Reading, of: Mapping[str, str]) -> bool | None:
    """Whether all men sent off whom the article names are of the other side than the one whose men a count names; None where it
    names no side, or a man of neither, or where the sentence of a dismissal names men of both, whichever of them had to go."""
    reds = [c for c in claims if is_red(c) and c.keys.get("player") and c.get("about") == "this"]
    people = [reading.people.at(m.span.start) for red in reds if red.sentence >= 0 for m in reading.named_in(red.sentence)]
    beside = {of[person.key] for person in people if person and person.key in of}
    sides = {of.get(red.keys["player"], "") for red in reds} | beside
    club = claim.keys.get("club")
    return club not in sides if club and sides and "" not in sides else None


def _is_of(count: Claim, score: Claim, reading: Reading) -> bool:
    """Whether a score is that of the side whose men are counted."""
    own = count.keys.get("club") or next((key for key, name in reading.clubs.names.items() if name == count.get("who")), "")
    return score.type == "score" and bool(own) and own in score_clubs(score)


def _tells_of_goals(claims: Iterable[Claim]) -> bool:
    """Whether an article tells of the goals of two men in its match, or of a way to its score on which two had fallen: `the
    only goal` is then one of another."""
    ours = [claim for claim in claims if claim.get("about") == "this" and claim.zone != "quotation"]
    scorers = {str(claim.get("scorer")) for claim in ours if claim.type == "goal" and claim.get("scorer")}
    on_the_way = (high_low(claim) for claim in ours if claim.type == "score" and claim.get("kind") == "running")
    return len(scorers) > 1 or any(sum(figures) > 1 for figures in on_the_way)


def _is_beside_other_day(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether the sentence of a count tells how a match of another day ended: `his hat-trick in the 4-1 win in November`."""
    scores = (c for c in claims if c.type == "score" and c.sentence == claim.sentence >= 0 and c.get("kind") == "final")
    return any(score.get("elsewhen") and score.get("about") != "this" for score in scores)


def _haul_elsewhere(claim: Claim, claims: Iterable[Claim], reading: Reading) -> int | None:
    """How many goals a man's hat-trick has of whom a count says less, where the sentences of both name the same two sides: of
    an article that tells of many matches that is one of them."""
    sides = {*reading.clubs_in(claim.sentence)} if claim.keys.get("who") and tallies.is_brace(claim) else set()
    if len(sides) < 2:
        return None
    return tallies.of_hat_trick(claim, [c for c in claims if len(sides.intersection(reading.clubs_in(c.sentence))) > 1])


def _is_of_both_legs(claim: Claim, claims: Iterable[Claim]) -> bool:
    """Whether a count is that of the goals of a tie: `an eight-goal epic` that was 4-4 on aggregate."""
    totals = (high_low(c) for c in claims if c.type == "score" and c.get("kind") == "aggregate")
    return claim.get("what") == "match-goals" and any(sum(total) == tallies.number_of(claim) for total in totals)


def _lists_are_whole(facts: Facts) -> bool:
    """Whether the lists name as many goals as the final score has; a list of which some is missing proves nothing."""
    listed, high, low = (facts.get(name) for name in ("listed_goals", "final_high", "final_low"))
    return isinstance(listed, int) and isinstance(high, int) and isinstance(low, int) and listed == high + low


def _both_listed(reading: Reading) -> bool:
    """Whether each of two line-ups has goals of its own: of an article that never tells the final score, enough to go by."""
    return len(reading.blocks.sheets) == 2 and all(sheet.goals for sheet in reading.blocks.sheets)


def _is_of_one_man(claim: Claim) -> bool:
    """Whether a count is of one man's goals in this match: a hat-trick, `his third goal of the game`."""
    own = "who" in claim.keys or claim.text.lower().startswith(_HIS)
    return claim.get("form") == "goals" or (claim.get("within") == "match" and own)


def _changes_then(claim: Claim, claims: Sequence[Claim], reading: Reading) -> int | None:
    """How many men a side changed at most at the time right beside a count of changes, a minute allowed, by the line-ups; None
    where they do not tell it of both sides."""
    times = (c for c in claims if c.type == "minute" and c.get("means") in _POINTS and "earliest" in c.fields)
    time = next((c for c in times if c.span.distance(claim.span) <= _RIGHT_BESIDE), None)
    listed = [c for c in claims if c.type == "substitution" and c.zone == "block"]
    if time is None or len(reading.blocks.sheets) != 2 or not all("earliest" in c.fields for c in listed):
        return None
    first, last = int(str(time.get("earliest"))), int(str(time.get("latest")))
    then = Counter(c.keys.get("club") for c in listed if apart(first, last, _at(c), _at(c)) <= 1)
    return max(then.values(), default=0) if len({c.keys.get("club") for c in listed}) == len(reading.blocks.sheets) else None


def _at(listed: Claim) -> int:
    return int(str(listed.get("earliest")))


def count_events(claims: Sequence[Claim]) -> dict[int, str]:
    """What an article says that each man scored in its match, by the claim's number: of several counts the highest, if
    it names him itself."""
    highest: dict[str, int] = {}
    for number, claim in enumerate(claims):
        who = last_word(str(claim.get("who") or "").lower())
        counted = claim.type == "count" and claim.get("form") == "goals" and claim.zone != "quotation"
        if counted and who and tallies.number_of(claim) > tallies.number_of(claims[highest[who]] if who in highest else None):
            highest[who] = number
    sure = {number: who for who, number in highest.items() if "who" in claims[number].keys}
    return {number: f"goals of {who}" for number, who in sure.items() if claims[number].get("about") == "this"}
