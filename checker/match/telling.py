"""telling: the fields of a claim that other parts of the article tell: who "he" is that scored, when, and for whom.

For readers of the claims only: no rule judges what is put together here, since a pronoun may stand for another man. What a
claim says itself always stands.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.allegiance import allegiances
from checker.match.facts import goals_of
from checker.match.goal_sides import GoalSides
from checker.match.one_goal import told_once
from checker.match.presumed import presumed_clubs, presumed_side
from checker.match.record import MatchRecord
from checker.match.retelling import Goal, Retelling
from checker.match.rounds import Rounds
from checker.match.score_sides import ScoreSides
from checker.match.sides import Clubs, other_of
from checker.pipeline.dating import EVENTS
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

Told = dict[str, Value]

_STRETCHES = ("lasting", "within", "half-time", "second-half", "halves")
"""Times that mostly tell how things stood, not when something happened."""
_STANDING = ("lasting", "half-time", "second-half")
"""Times that tell how things stood also where a goal of their sentence, of another clause, has a time of its own."""
_NO_MOMENT = (*_STRETCHES, "vague", "first-half")
"""Times that are no moment."""
_OUTCOMES = {
    "final": ("win", "defeat"), "running": ("lead", "defeat"), "half-time": ("lead", "defeat"), "shoot-out": ("win", "defeat"),
}  # fmt: skip
"""What a score means for the side that its words speak of, its first figure the higher one or the other way round."""
_LENGTHS = ("lasting", "within")
_OWNED_COUNT = re.compile(r"['’]s? $")
_SPOT = 30
"""Code points behind a goal within which `from the spot` says that it was a penalty."""
_MATES = {"card": ("player", "card"), "substitution": ("on", "substitution")}
"""Events of the prose that a block tells more of, by the field that names the man."""


class Telling:
    """One article's claims, asked for what they leave to the rest of the article."""

    def __init__(self, reading: Reading, record: MatchRecord, words: Words) -> None:
        self._rounds = None if record.clubs else Rounds(reading, record)
        record = record if record.clubs else replace(record, clubs=presumed_clubs(reading))
        self._reading = reading
        self._record = record
        self._clubs: Clubs | None = record.clubs
        self._only = "" if record.clubs else presumed_side(reading)
        self._his = words.folded("his_words")
        self._spot = words.beginnings("penalty_words")
        self._scored = words.pattern("goal_cues", "lead_noun")
        self._missed = words.pattern("no_goal_cues")
        self._happened = {
            "card": words.pattern("card_signs"),
            "substitution": words.pattern("change_signs"),
            "action": words.pattern("chance_signs"),
        }
        self._days = {word: days for days, name in ((-7, "a_week_ago"), (7, "in_a_week")) for word in words.folded(name)}
        self._from_spot, self._until = words.frame("from_the_spot"), words.frame("until_that_time")
        self._own_goal = words.pattern("own_goal_marks")
        self._apart, self._counted = words.frame("moments_apart"), words.pattern("next_goals")
        self._man_of_nation = words.frame("man_of_nation")
        self._sides = allegiances(reading, record, words)
        self._retelling = Retelling(reading, record, words, self._sides)
        self._by_sentence: dict[int, list[Claim]] = {}
        for claim in record.claims:
            self._by_sentence.setdefault(claim.sentence, []).append(claim)
        self._whose = GoalSides(reading, record.clubs, self._sides, self._retelling, self._rounds, self._by_sentence, words)
        self._scored_by = goals_of(record.facts, record.claims, record.clubs)
        self._of_score = ScoreSides(reading, record.clubs, self._whose, self._by_sentence, self._scored_by, words)

    def told(self) -> list[Mapping[str, Value]]:
        """For each claim of the record, in order, its fields with those that the rest of the article adds."""
        told = [_merged(claim, self._more(claim)) for claim in self._record.claims]
        names = {self._reading.clubs.names.get(club, ""): count for club, count in self._scored_by.items()}
        return told_once(self._record.claims, told, names, self._counted)

    def _more(self, claim: Claim) -> Told:
        if claim.type == "goal":
            return self._goal(claim)
        if claim.type == "minute":
            return self._minute(claim)
        if claim.type == "date":
            return self._date(claim)
        if claim.type in ("score", "margin"):
            return self._standing(claim)
        if claim.type in _MATES:
            return self._event(claim)
        if claim.type == "affiliation" and "club" not in claim.fields:
            return self._affiliation(claim)
        counted = self._count(claim) if claim.type == "count" and not {"who", "club"} & claim.keys.keys() else {}
        if claim.type in ("count", "streak") and "who" not in {*claim.fields, *counted}:
            return self._club_field("who", self._only)  # as most are that name nobody
        return counted

    def _affiliation(self, claim: Claim) -> Told:
        """The club of a man whose words leave it out: his own, else the one that his sentence names first: `Denby's revival
        under Hill`."""
        key = self._reading.people.named(str(claim.get("person") or ""))
        club = self._record.sides.get(key, "") or self._sides.get(key, "")
        if claim.get("status") == "former" and "role" not in claim.fields:  # `his former club` is not his own
            return self._club_field("club", other_of(self._clubs, club))
        named = (self._reading.clubs.at(team.span.start) for team in self._reading.teams_in(claim.sentence))
        return self._club_field("club", club or next(filter(None, named), "") or self._only)

    def _date(self, claim: Claim) -> Told:
        """How many days from the article's a day is that its words tell only so: `tonight`, `last week`."""
        days = 0 if claim.get("form") == "today" else self._days.get(claim.text.lower())
        count = claim.get("count")
        if claim.get("form") == "weeks-ago" and isinstance(count, int):
            days = -7 * count
        return {} if days is None else {"offset_days": days}

    def _count(self, claim: Claim) -> Told:
        """Whose the goal is that is counted: `his second` is the scorer's, `the third` his side's."""
        told = (goal for goal in self._by_sentence.get(claim.sentence, []) if goal.type == "goal" and claim.sentence >= 0)
        goal = next((goal for goal in told if goal.span.overlaps(claim.span)), None)
        owned = _OWNED_COUNT.search(self._reading.text, max(0, claim.span.start - _SPOT), claim.span.start)
        if goal is None or claim.get("form") != "ordinal" or owned:
            return {}
        own = not self._his.isdisjoint(claim.text.lower().split())
        more = self._goal(goal)
        who = {**more, **goal.fields}.get("scorer" if own else "club")
        return {"who": who} if who else {}

    def _goal(self, claim: Claim) -> Told:
        told = self._round(claim)
        if not told and "about" not in claim.fields and self._names_third(claim):
            person = self._reading.people.by_key.get(self._retelling.owner(claim))
            scorer: Told = {"scorer": person.name} if person else {}
            return {"about": "other"} | scorer | self._club_field("club", self._whose.third(claim)) | self._kind(claim)
        return told | self._goal_of_match(claim) | self._kind(claim)

    def _round(self, claim: Claim) -> Told:
        """Whether a claim of a round-up is about the match with which the article begins."""
        about = self._rounds.about(claim) if self._rounds and (self._rounds.own or self._clubs is None) else ""
        return {"about": about} if about else {}

    def _kind(self, claim: Claim) -> Told:
        """Which kind of goal it is where only the words of it, or right behind it, say so."""
        if claim.get("kind") != "goal":
            return {}
        if self._is_own_goal(claim):
            return {"kind": "og"}
        behind = self._reading.text[claim.span.end : claim.span.end + 2 * _SPOT]
        return {"kind": "pen"} if self._spot.search(self._of_scorer(claim)) or self._from_spot.match(behind) else {}

    def _of_scorer(self, claim: Claim) -> str:
        """The words of a goal without those of another man's: `a Hill penalty and a Ray header`."""
        at = claim.places.get("scorer", claim.span).start - claim.span.start
        first = claim.text.rfind(" and ", 0, max(0, at))
        last = claim.text.find(" and ", max(0, at))
        return claim.text[max(0, first) : last if last >= 0 else None] if "scorer" in claim.places else claim.text

    def _goal_of_match(self, claim: Claim) -> Told:
        lone = self._retelling.lone(claim)
        if lone:
            return self._club_field("club", claim.keys.get("club") or self._whose.told(claim)) | {"scorer": lone}
        scorer, goal = self._retelling.scorer(claim), self._retelling.of(claim)
        if self._is_own_goal(claim) and claim.zone != "block" and "club" not in claim.places:
            club = self._whose.told(claim) or other_of(self._clubs, self._sides.get(scorer, ""))
            club = club or (self._whose.named(claim) if self._clubs else "")
        else:
            club = self._club_of(claim, scorer, goal)
        told = self._club_field("club", club)
        person = self._reading.people.by_key.get(goal.scorer if goal else scorer)
        if person is not None:
            told["scorer"] = goal.name if goal else person.name
        if goal and goal.kind == "pen" and self._clubs:
            told["kind"] = "pen"
        minute = self._retelling.minute(claim) or self._time_beside(claim)
        return told | ({"minute": minute} if minute else {})

    def _time_beside(self, claim: Claim) -> str:
        """The only time of a goal's sentence that dates no other goal, where nothing between the two parts them."""
        around = self._by_sentence.get(claim.sentence, []) if claim.sentence >= 0 and "minute" not in claim.fields else []
        times = [other for other in around if other.type == "minute"]
        dated = any(other.type in _MATES or (other.type == "goal" and "minute" in other.fields) for other in around)
        if len(times) != 1 or dated or "minute" not in times[0].fields or times[0].get("means") in _NO_MOMENT:
            return ""
        between = claim.span.between(times[0].span).of(self._reading.text)
        parted = self._apart.search(between) or self._missed.search(between)
        return "" if parted else str(times[0].get("minute"))

    def _club_of(self, claim: Claim, scorer: str, goal: Goal | None) -> str:
        """The key of the club for which a goal was that nobody put into his own net."""
        club = claim.keys.get("club") or self._whose.won_with(claim) or (goal.club if goal else "")
        club = club or self._whose.of_victim(claim) or self._whose.told(claim)
        club = club or self._record.sides.get(scorer, "") or self._whose.levelling(claim)
        return club or self._sides.get(scorer, "") or self._whose.named(claim) or self._whose.winning(claim) or self._only

    def _is_own_goal(self, claim: Claim) -> bool:
        return claim.get("kind") == "og" or (claim.get("kind") == "goal" and bool(self._own_goal.search(claim.text)))

    def _minute(self, claim: Claim) -> Told:
        around = self._by_sentence.get(claim.sentence, []) if claim.sentence >= 0 else []
        kinds = [other.type for other in around if not other.get("described")]
        event = next((word for kind, word in EVENTS.items() if kind in kinds and kind != "action"), self._lone_event(claim))
        if claim.get("means") in _STANDING and "event" not in claim.fields:
            event = "other"
        if event == "other" and claim.get("means") != "half-time" and any(map(_counts_goals, around)):
            event = EVENTS["goal"]
        told: Told = {"event": event}
        goals = [other for other in around if other.type == "goal"]
        if event == "goal" and len(goals) == 1 and claim.get("means") not in ("vague", "halves", "within"):
            minute = self._goal(goals[0]).get("minute")
            if minute and claim.get("form") in ("stoppage", "relative", "left", "on-after"):
                told["minute"] = minute
        return told

    def _lone_event(self, claim: Claim) -> str:
        """What a time dates where no event that the reader knows stands beside it: what the words of its sentence tell, of a
        goal only where none tells of a miss; else mostly a chance, unless it is a stretch."""
        words = self._reading.sentences[claim.sentence].of(self._reading.text) if claim.sentence >= 0 else ""
        scored = self._scored.search(words) and not self._missed.search(words)
        stretch = claim.get("means") in _NO_MOMENT
        before = self._reading.text[: claim.span.start]
        if (scored and claim.get("means") not in _STRETCHES) or self._until.search(before, max(0, len(before) - _SPOT)):
            return EVENTS["goal"]
        for kind, told in self._happened.items():
            if told.search(words) and (kind != "action" or claim.get("means") not in _LENGTHS):
                return EVENTS[kind]
        return "other" if stretch else EVENTS["action"]

    def _standing(self, claim: Claim) -> Told:
        """The side that a score or a lead is told of, and the other one."""
        told: Told = self._round(claim)
        if claim.type == "score" and "kind" not in claim.fields:
            told["kind"] = "final"  # as most bare figures are
        if self._clubs and "about" not in {*told, *claim.fields}:
            told["about"] = "other" if self._names_third(claim) else "this"
        outcome = claim.get("outcome")
        first, second = claim.get("first"), claim.get("second")
        kind = str(claim.get("kind") or told.get("kind"))
        if outcome is None and kind in _OUTCOMES and isinstance(first, int) and isinstance(second, int):
            better, worse = _OUTCOMES[kind]
            told["outcome"] = better if first > second else worse if first < second else "draw"
        pair = self._of_score.level(claim) if (claim.get("outcome") or told.get("outcome")) == "draw" else ()
        club = pair[0] if pair else claim.keys.get("club", "") or self._of_score.owner(claim)
        if not club:
            club = self._of_score.of_result({**told, **claim.fields}) or self._of_score.beside(claim, told.get("about"))
            club = club or self._of_score.spoken_of(claim)
        told |= self._club_field("club", club)
        if pair:
            return told | self._club_field("opponent", pair[1])
        if claim.type == "score" and self._clubs and club in self._clubs and (claim.get("about") or "this") == "this":
            told |= self._club_field("opponent", other_of(self._clubs, club))
        elif claim.type == "score" and self._rounds:
            told |= self._club_field("opponent", self._rounds.opponent(claim, club))
        return told

    def _event(self, claim: Claim) -> Told:
        """A card or substitution of the prose with what the block tells of the same man's."""
        field, kind = _MATES[claim.type]
        told = self._lacking(claim)
        name = told.get(field) or claim.get(field) or told.get("off") or claim.get("off")
        key = claim.keys.get(field) or claim.keys.get("off") or self._reading.people.named(str(name or ""))
        club = claim.keys.get("club") or self._sides.get(key, "") or self._whose.named(claim) or self._whose.before(claim)
        told |= self._club_field("club", club)
        others = [c for c in self._record.claims if c.type == kind and c is not claim and key and c.keys.get(field) == key]
        for other in sorted(others, key=lambda other: other.zone != "block"):
            more = other.get("minute") or other.get("off")
            if other.zone == "block" or (more and other.get("colour") == claim.get("colour")):
                return told | {name: value for name, value in other.fields.items() if name in ("off", "minute", "club")}
        return {**self._of_same_change(claim, told), **told}

    def _of_same_change(self, claim: Claim, told: Told) -> Told:
        """What other words of a change tell of it, in which the same man comes on or goes off: `Hill limped off`, `Moss
        replaced him`."""
        men = {name: {**told, **claim.fields}.get(name) for name in ("on", "off")}
        more: Told = {}
        for other in self._record.claims if claim.type == "substitution" else ():
            if other.type == "substitution" and other is not claim:
                fields = {**self._lacking(other), **other.fields}
                if any(man and fields.get(name) == man for name, man in men.items()):
                    more |= {name: fields[name] for name in ("on", "off", "minute", "club") if name in fields}
        return more

    def _lacking(self, claim: Claim) -> Told:
        """The man of a card or a change whom its words leave out: its sentence's last subject, or that of the one before."""
        field = "player" if claim.type == "card" and "player" not in claim.fields else claim.get("lacks")
        if not field or field in claim.fields:
            return {}
        person = self._reading.people.by_key.get(self._retelling.subject(claim))
        return {str(field): person.name} if person is not None else {}

    def _names_third(self, claim: Claim) -> bool:
        """Whether the claim's sentence names a side that is not of this match: a nation where nations play, and no club that a
        man of it came from."""
        if self._clubs is None:
            return False
        past = [c.span for c in self._by_sentence.get(claim.sentence, []) if c.get("status") in ("former", "loan")]
        mentions = (m for m in self._reading.named_in(claim.sentence) if not any(span.holds(m.span) for span in past))
        named = [m for m in mentions if m.kind != "national" or not self._man_of_nation.match(self._reading.text, m.span.end)]
        keys = {self._reading.clubs.at(mention.span.start) for mention in named} - {"", *self._clubs}
        nations = all(map(is_national, self._clubs))
        return any(is_national(key) or not nations for key in keys)

    def _club_field(self, field: str, key: str) -> Told:
        name = self._reading.clubs.names.get(key, "")
        return {field: name} if name else {}


def _counts_goals(claim: Claim) -> bool:
    """Whether a claim counts goals that fell: `conceded two goals in the last 20 minutes`."""
    return claim.type == "count" and (claim.get("form") == "goals" or str(claim.get("what")) in ("goal", "goals"))


def _merged(claim: Claim, more: Told) -> Told:
    """What a claim says itself stands; but a `goal` may turn out a penalty or an own goal, and a count to be another's."""
    better = {"kind": more["kind"]} if claim.get("kind") == "goal" and "kind" in more else {}
    if {**claim.fields, **better}.get("kind") == "og" and claim.zone != "block" and "club" in more:
        better["club"] = more["club"]  # the other side than the man's
    if claim.type == "count":
        better |= more
    return {**more, **claim.fields, **better}


def tell(reading: Reading, record: MatchRecord, words: Words) -> list[Mapping[str, Value]]:
    """The fields of each claim of a record, with those that other parts of the article tell."""
    return Telling(reading, record, words).told()
