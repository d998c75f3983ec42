"""retelling: which goal words tell that leave out whose it was, or when: `Hill doubled the lead`, `he headed in`, `the third`.

For readers of the claims only, as all of `telling`. The scorer is looked for in the goal's own sentence, then around it; once
each goal has one, what any words tell of a man's goal holds for all the words that tell it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from checker.claims.clock import moment
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.record import MatchRecord
from checker.pipeline.mentions import Mention
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading

_ROLE_WORDS = 4
"""Words, at most, between a preposition and the name that it governs: `to the former Leeds goalkeeper `."""
_BEFORE = 48
"""Code points before a name in which they are looked for."""
_OWNED = re.compile(r"['’]s?\b")
_JUST_BEFORE = re.compile(r"(?:['’]s?)?(?: \([a-z ]+\))?(?: [a-z][\w-]*){0,3} ")
"""What may stand between a man and his goal: `Hill then `, `Hill's low `."""
_JUST_BEHIND = 24
"""Code points behind what a man is called within which his goal is told."""
_ANNOUNCED = 3
"""Sentences behind a goal that names nobody within which its man is told: `The opener came on the half-hour. …`"""


@dataclass(frozen=True)
class Goal:
    """A goal as the lists, or the plainest words, tell it; scorer and club by their keys."""

    scorer: str
    name: str
    club: str
    minute: str
    kind: str


class Retelling:
    """The goals of one article's match, and which of them each claim tells."""

    def __init__(self, reading: Reading, record: MatchRecord, words: Words, sides: Mapping[str, str]) -> None:
        self._reading = reading
        self._sides = sides
        self._objects = words.folded("object_cues") | words.folded("rounding_verb")
        self._roles = words.parts_of("role", "list_words", "team_nouns")
        self._ordinals = words.tables.get("ordinal_words", {})
        self._openers, self._who_then = words.pattern("opener_words"), words.frame("who_then")
        self._own_strike, self._met_strike = words.frame("own_strike"), words.frame("met_strike")
        self._made, self._only_made = words.frame("owned_by_maker"), words.frame("only_made")
        self._done_by, self._who_acts = words.frame("goal_done_by"), words.frame("who_acts")
        self._then_man, self._sent_wrong = words.frame("goal_then_man"), words.frame("sent_wrong")
        self._with_man, self._doing_it = words.frame("goal_with_man"), words.frame("doing_it")
        self._next_goal, self._his_own = words.frame("next_goal_told"), words.frame("his_own")
        self._doers, self._joined = words.folded("doer_cues"), words.frame("joined_name")
        self._side_scores, self._gift = words.frame("side_scores"), words.pattern("gift_verb")
        self._description, self._other_subject = words.frame("described_man"), words.frame("other_subject")
        self._affiliations = [claim for claim in record.claims if claim.type == "affiliation" and "person" not in claim.places]
        self._own = [claim for claim in record.claims if claim.type == "goal" and (claim.get("about") or "this") == "this"]
        self._bearers: dict[str, list[Person]] = defaultdict(list)
        for person in reading.people.by_key.values():
            self._bearers[person.surname].append(person)
        self._named = list(goals([claim for claim in self._own if not claim.get("likely")], sides))
        self._by_sentence: dict[int, list[Claim]] = defaultdict(list)
        for claim in record.claims:
            if claim.type == "goal" and claim.sentence >= 0:
                self._by_sentence[claim.sentence].append(claim)
        self._whole = bool(record.facts.get("listed_goals"))
        self._scorers = {id(claim): claim.keys.get("scorer") or self._scorer(claim) for claim in self._goal_claims()}
        self.goals = self._dated()

    def _goal_claims(self) -> list[Claim]:
        return [claim for claims in self._by_sentence.values() for claim in claims]

    def scorer(self, claim: Claim) -> str:
        """The key of a goal's scorer; empty where nothing tells him."""
        return self._scorers.get(id(claim), "") or claim.keys.get("scorer", "")

    def of(self, claim: Claim) -> Goal | None:
        """The goal that a claim tells, where it can be told from any other."""
        numbered = self._numbered(claim)
        if numbered is not None:
            return numbered
        known = [goal for goal in self.goals if goal.scorer and goal.scorer == self.scorer(claim)]
        if len(known) == 1:
            return known[0]
        at = claim.get("minute") or self._minute_beside(claim)
        return next((goal for goal in known if goal.minute and goal.minute == at), None)

    def minute(self, claim: Claim) -> str:
        """The minute of a claim's goal where another of its sentence tells it, or the goal itself does."""
        goal = self.of(claim)
        return (goal.minute if goal else "") or self._minute_beside(claim)

    def _dated(self) -> list[Goal]:
        """The goals told, those without a time with the one that other words give to their man's only goal."""
        told = {goal.scorer: goal for goal in self._named if not goal.minute}
        for claim in self._own:
            goal, minute = told.get(self._scorers.get(id(claim), "")), str(claim.get("minute") or "")
            if goal is not None and minute and "scorer" not in claim.keys:
                told[goal.scorer] = Goal(goal.scorer, goal.name, goal.club, minute, goal.kind)
        return [told.get(goal.scorer, goal) for goal in self._named]

    def _numbered(self, claim: Claim) -> Goal | None:
        """The goal that a count tells of whole lists: `the third`, `Ayton's second`, `opened the scoring`."""
        numbers = [self._ordinals[word] for word in re.findall(r"[a-z]+", claim.text.lower()) if word in self._ordinals]
        number = 1 if self._openers.search(claim.text) else numbers[0] if len(numbers) == 1 else 0
        if not self._whole or not number or "minute" in claim.fields or claim.get("block") or claim.get("about") == "other":
            return None
        club, scorer = claim.keys.get("club", ""), self.scorer(claim)
        his = scorer and self._his_own.search(claim.text)
        its = "club" in claim.places
        pool = [goal for goal in self._named if (not his or goal.scorer == scorer) and (not its or goal.club == club)]
        ordered = sorted((goal for goal in pool if moment(goal.minute)), key=lambda goal: moment(goal.minute) or 0)
        found = ordered[number - 1] if len(ordered) >= number else None
        return found if found is not None and (not scorer or found.scorer == scorer) else None

    def _minute_beside(self, claim: Claim) -> str:
        """The minute of the other words of its sentence that tell the same man's goal."""
        mates = [other for other in self._by_sentence.get(claim.sentence, []) if other is not claim]
        mine = self.scorer(claim)
        found = {str(mate.get("minute")) for mate in mates if mate.get("minute") and self.scorer(mate) == mine}
        return found.pop() if len(found) == 1 and mine else ""

    def _scorer(self, claim: Claim) -> str:
        """The key of the man whom a goal's words leave out: of whole lists its minute's; the one named with it, or its
        sentence's subject; its club's one scorer; who was named last before; whom the next sentence tells."""
        dated = {goal.scorer for goal in self._named if goal.minute and goal.minute == claim.get("minute")}
        if len(dated) == 1:
            return dated.pop()
        if self._gift.match(claim.text):
            return ""
        club = claim.keys.get("club", "")
        scorers = {goal.scorer for goal in self._named}
        of_club = {goal.scorer for goal in self._named if not club or goal.club == club}
        acting = self._acting(claim, claim.sentence, club)
        return (
            self.owner(claim)
            or self._described(claim)
            or (self._named_behind(claim, club) if "club" in claim.places else "")
            or self._beside(claim, club)
            or self._named_behind(claim, club)
            or next((key for key in acting if key in scorers), "")
            or ("" if self._is_of_side(claim) else self._subject_of(claim))
            or (of_club.pop() if len(of_club) == 1 else "")
            or (self._announced(claim, club) if not acting and self._is_of_side(claim) else "")
            or next((key for key in self._acting(claim, claim.sentence - 1, club) if key in scorers), "")
            or (self._announced(claim, club) if club else "")
            or next(iter(acting), "")
            or self._announced(claim, club)
        )

    def lone(self, claim: Claim) -> str:
        """The name with which a goal's sentence begins, right before its words or as the first of them, that the article has
        nowhere else: `Hill levelled`; empty where there is none, or where a man of the article is meant."""
        for mention in self._reading.named_in(claim.sentence)[:1]:
            start = self._reading.sentences[claim.sentence].start
            between = self._reading.text[mention.span.end : claim.span.start]
            near = mention.span.start == claim.span.start or _JUST_BEFORE.fullmatch(between)
            opens = not self._reading.text[start : mention.span.start].strip()
            unknown = mention.kind == "person" and not mention.sure and self._person(mention) is None
            if near and opens and unknown and "scorer" not in claim.keys:
                return mention.span.of(self._reading.text)
        return ""

    def _is_of_side(self, claim: Claim) -> bool:
        """Whether words tell a goal as a side's or as an event, not as a man's: `Ayton equalised`, `the opener came`."""
        return "club" in claim.places or self._side_scores.search(claim.text) is not None

    def owner(self, claim: Claim) -> str:
        """The key of the man right before the words, or in them: `Hill then got a third`, `Hill's flick went in`."""
        text = self._reading.text
        for mention in reversed(self._reading.named_in(claim.sentence)):
            between = text[mention.span.end : claim.span.start]
            inside = claim.span.holds(mention.span) and not self._is_beaten(claim, mention)
            beaten = mention.span == claim.places.get("other")
            made = self._made.match(text, mention.span.end)
            other = mention.kind != "person" or beaten or made
            person = None if other else self._person(mention)
            right_before = _JUST_BEFORE.fullmatch(between) and not self._is_object(mention)
            told = self._who_then.fullmatch(between) or (self._own_strike.fullmatch(between) and not self._is_met(mention))
            before = mention.span.end <= claim.span.start and (right_before or told)
            if person is not None and (inside or before):
                return person.key
        return ""

    def _is_met(self, mention: Mention) -> bool:
        """Whether another man turned in what a man struck: `Moss headed in from Hill's shot`."""
        start = self._reading.sentences[mention.sentence].start
        return self._met_strike.search(self._reading.text, start, mention.span.start) is not None

    def _described(self, claim: Claim) -> str:
        """The man whom a sentence that begins with a goal calls by what he is: `The Croatia international struck`: the one whom
        an affiliation tells, or who was named last before."""
        if claim.sentence < 0 or "scorer" in claim.keys:
            return ""
        start = self._reading.sentences[claim.sentence].start
        found = self._description.match(self._reading.text, start, claim.span.end)
        named = (m for m in self._reading.named_in(claim.sentence) if m.kind == "person")
        if found is None or any(m.span.start < claim.span.end for m in named) or claim.span.start > found.end() + _JUST_BEHIND:
            return ""
        told = (c for c in self._affiliations if c.sentence == claim.sentence and c.span.start <= found.end())
        man = next((str(c.get("person")) for c in told if c.get("person")), "")
        before = self._acting(claim, claim.sentence - 1, "")
        return self._reading.people.named(man) or next(iter(before), "")

    def _named_behind(self, claim: Claim, club: str) -> str:
        """The man whom a goal that leaves him out comes through: `Ayton took the lead when Hill rose at the far post`."""
        behind = (m for m in self._reading.named_in(claim.sentence) if m.kind == "person" and m.span.start > claim.span.end)
        mention = next(behind, None)
        person = self._person(mention) if mention else None
        text = self._reading.text
        if mention is None or person is None:
            return ""
        if self._done_by.fullmatch(text, claim.span.end, mention.span.start) and not self._made.match(text, mention.span.end):
            return person.key
        links = [self._then_man, self._with_man] if self._doing_it.match(text, mention.span.end) else [self._then_man]
        if not any(link.fullmatch(text, claim.span.end, mention.span.start) for link in links):
            return ""
        made = self._only_made.match(text, mention.span.end)
        return person.key if not made and self._fits(person.key, club) else ""

    def _fits(self, scorer: str, club: str) -> bool:
        return not club or self._sides.get(scorer, club) == club

    def _is_beaten(self, claim: Claim, mention: Mention) -> bool:
        """Whether a preposition stands before a name within a claim's words, `put another one past a helpless Marsh`, or he was
        sent the wrong way."""
        if self._sent_wrong.match(self._reading.text, mention.span.end):
            return True
        before = self._reading.text[claim.span.start : mention.span.start].lower().split()[-_ROLE_WORDS:]
        return self._doers.isdisjoint(before) and not self._objects.isdisjoint(before)

    def _beside(self, claim: Claim, club: str) -> str:
        """The scorer of the nearest goal of the same sentence that names one."""
        mates = [c for c in self._by_sentence.get(claim.sentence, []) if c is not claim and c.keys.get("scorer")]
        for mate in sorted(mates, key=lambda mate: mate.span.distance(claim.span)):
            parted = self._next_goal.search(self._reading.text, *claim.span.between(mate.span))
            leads = mate.span < claim.span and mate.places["scorer"].start == mate.span.start
            follows = leads and not _OWNED.search(mate.text)
            if self._fits(mate.keys["scorer"], club) and mate.get("kind") != "og" and (not parted or follows):
                return mate.keys["scorer"]
        return ""

    def _subject_of(self, claim: Claim) -> str:
        """The man named last before a goal in its sentence who can be its subject, where no words between speak of another."""
        named = [m for m in self._reading.named_in(claim.sentence) if m.kind == "person" and m.span.end <= claim.span.start]
        acting = (m for m in reversed(named) if self.acts(m) or self._who_acts.match(self._reading.text, m.span.end))
        mention = next(acting, None)
        person = self._person(mention) if mention else None
        if mention is None or person is None or not self._fits(person.key, claim.keys.get("club", "")):
            return ""
        end = min(claim.span.end, claim.span.start + _JUST_BEHIND)
        return "" if self._other_subject.search(self._reading.text, mention.span.end, end) else person.key

    def subject(self, claim: Claim) -> str:
        """The key of the man named last before a claim who can be its subject, in its sentence or the one before; or empty."""
        return next(iter(self._acting(claim, claim.sentence, "") or self._acting(claim, claim.sentence - 1, "")), "")

    def _acting(self, claim: Claim, sentence: int, club: str) -> list[str]:
        """The men named in a sentence before a claim who may score for a club, the last first: those who can be subjects, and
        of an earlier sentence then the others."""
        named = [m for m in self._reading.named_in(sentence) if m.kind == "person" and m.span.end <= claim.span.start]
        acting = self._keys(filter(self.acts, named), club)
        return acting if sentence == claim.sentence else [*acting, *self._keys(named, club)]

    def _keys(self, mentions: Iterable[Mention], club: str) -> list[str]:
        """The keys of the men mentioned who may score for a club, the last first."""
        people = [self._person(mention) for mention in mentions]
        return [person.key for person in reversed(people) if person is not None and self._fits(person.key, club)]

    def _announced(self, claim: Claim, club: str) -> str:
        """The scorer whom the next sentence of goals tells: `Ayton took the lead after 12 minutes. Hill headed in.`"""
        told = (self._by_sentence.get(claim.sentence + ahead, []) for ahead in range(1, _ANNOUNCED + 1))
        following = next((claims for claims in told if claims), [])
        undated = (c for c in following if "minute" not in c.fields and c.keys.get("scorer"))
        return next((c.keys["scorer"] for c in undated if self._fits(c.keys["scorer"], club)), "")

    def _person(self, mention: Mention) -> Person | None:
        """Whom a mention stands for; of several men of a surname, the one named last before it, or else first."""
        person = self._reading.people.at(mention.span.start)
        bearers = self._bearers.get(mention.words, ()) if person is None else ()
        before = [bearer for bearer in bearers if _first_at(bearer) < mention.span.start]
        return person or max(before, key=lambda man: _last_before(man, mention), default=next(iter(bearers), None))

    def acts(self, mention: Mention) -> bool:
        """Whether a name can be its sentence's subject: no `'s` behind it, no preposition before it and what he is."""
        return not _OWNED.match(self._reading.text, mention.span.end) and not self._is_object(mention)

    def _is_object(self, mention: Mention) -> bool:
        """Whether a preposition governs a name, what the man is between them or not."""
        text, sentence = self._reading.text, self._reading.sentences[mention.sentence]
        people = self._reading.named_in(mention.sentence) if mention.kind == "person" else ()
        joined = next((m for m in people if self._joined.fullmatch(text, m.span.end, mention.span.start)), None)
        if joined:
            return self._is_object(joined)
        before = text[max(sentence.start, mention.span.start - _BEFORE) : mention.span.start].lower().split()
        for word in reversed(before[-_ROLE_WORDS:]):
            if word in self._objects:
                return not (word == "for" and text.startswith(" to ", mention.span.end))  # `for Hill to chase`: he acts
            if word not in self._roles:
                break
        return False


def _first_at(person: Person) -> int:
    return min(mention.span.start for mention in person.mentions)


def _last_before(person: Person, mention: Mention) -> int:
    """Where a man is named last before a mention."""
    return max(other.span.start for other in person.mentions if other.span.start < mention.span.start)


def goals(claims: Sequence[Claim], sides: Mapping[str, str]) -> Iterable[Goal]:
    """The goals of the match whose scorer is told: of one man's those of the lists, else one for each minute told."""
    named = [c for c in claims if c.keys.get("scorer") and c.zone != "quotation"]
    listed = {claim.keys["scorer"] for claim in named if claim.get("block")}
    seen: set[tuple[str, str]] = set()
    dated = {claim.keys["scorer"] for claim in named if "minute" in claim.fields}
    for claim in named:
        key, minute = claim.keys["scorer"], str(claim.get("minute") or "")
        if (key in listed and not claim.get("block")) or (key in dated and not minute) or (key, minute) in seen:
            continue
        seen.add((key, minute))
        club = claim.keys.get("club", "") or ("" if claim.get("kind") == "og" else sides.get(key, ""))
        yield Goal(key, str(claim.get("scorer")), club, minute, str(claim.get("kind") or "goal"))
