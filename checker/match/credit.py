"""credit: sentences that date a goal of the lists, and name other men of its side than the man to whom the lists give it.

"Lambourne made amends in the 51st minute, heading in a corner" need not be read as a goal: the lists have one goal of that
minute, and if its scorer is named nowhere near, the sentence has the wrong man. Which man a sentence makes the scorer is a
guess from where his name stands; so the writer is asked, no more.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Literal

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.moments import FORMS
from checker.match.sides import Clubs, named_staff
from checker.pipeline.mentions import Mention
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.names import fold, may_be_one

_TOLD_BY = ("goal", "margin", "score")
"""Claims that make their sentence one about a goal."""
_NO_GOAL = ("card", "sub")
"""What a minute dates when it dates no goal (pipeline/dating.py)."""
_OWNED = re.compile(r"['’]s?(?: [\w-]+){1,3}")
_PLAIN = ("fed", "sure")
"""What says of a man that the goal is told of him, and not only that he acts in its sentence."""
_DETERMINERS = frozenset({"the", "their", "his", "its", "a", "an"})
_ROLE = 5
"""Words, at most, from a preposition to the name that it governs: `by the former Leeds winger `."""
_BEFORE = 60
"""Code points before a name in which the preposition is looked for."""
_DOING = 3
"""Words before `by` that say what was done: `headed home powerfully by`."""


class CreditReader:
    """Gives the minutes of the prose the man of the lists and the man of the sentence, where these are two."""

    def __init__(self, words: Words) -> None:
        self._goal = words.pattern("goal_sign", "goal_noun", "finish_sign")
        self._before_it, self._pronoun, self._verb = (words.frame(name) for name in ("before_it", "same_man", "verb_behind"))
        self._then = words.frame("what_came_then")
        self._miss, self._rebound = words.pattern("miss_sign"), words.frame("rebound")
        self._object = words.folded("object_cues")
        self._goal_nouns = words.folded("goal_noun") | words.folded("ordinal_words")
        self._sure_nouns = words.folded("sure_goal_noun") | words.folded("ordinal_words")
        self._service_verbs = words.folded("service_verb")
        self._service = words.folded("service_noun")
        self._came = words.folded("ball_came_verbs")
        self._staff = words.folded("staff_role")

    def told(self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, of: Mapping[str, str]) -> list[Claim]:
        """The claims; `of` is the club of each person, by keys."""
        goals = _goal_at(claims)
        if clubs is None or not goals:
            return list(claims)
        scorers = {goal.keys.get("scorer", "") for goal in claims if goal.type == "goal" and goal.get("block")}
        scorers |= named_staff(reading, self._staff)  # whoever stands beside the pitch scores nothing
        by_sentence: dict[int, list[Claim]] = defaultdict(list)
        for claim in claims:
            by_sentence[claim.sentence].append(claim)
        told = []
        for claim in claims:
            goal = _goal_of(claim, goals) if claim.type == "minute" and claim.sentence >= 0 else None
            if goal is not None and claim.zone != "quotation" and self._dates_goal(claim, by_sentence[claim.sentence], reading):
                claim = self._credited(claim, goal, by_sentence[claim.sentence], reading, clubs, of, scorers)
            told.append(claim)
        return told

    def _dates_goal(self, minute: Claim, beside: Sequence[Claim], reading: Reading) -> bool:
        """Whether a minute's sentence tells a goal, and no miss beside it. What it tells `before` is another moment, and a ball
        that comes to a man in the very minute of a goal went in."""
        words = reading.text[self._start(minute, reading) : reading.sentences[minute.sentence].end]
        text = self._rebound.sub("", self._before_it.sub("", words))
        if minute.get("event") in _NO_GOAL:
            return False
        if self._miss.search(text) and not (minute.get("form") == "ordinal" and self._is_fed_in(minute.sentence, reading)):
            return False
        return "men" in minute.fields or any(claim.type in _TOLD_BY for claim in beside) or bool(self._goal.search(text))

    def _start(self, minute: Claim, reading: Reading) -> int:
        """Where the words of a minute begin: at its sentence, or where the last `before` that stands there before it does."""
        start = reading.sentences[minute.sentence].start
        return max((found.start() for found in self._then.finditer(reading.text, start, minute.span.start)), default=start)

    def _is_fed_in(self, sentence: int, reading: Reading) -> bool:
        """Whether the ball came to a man of a sentence: `the header was blocked and it dropped to Oduya`."""
        return any(self._says(mention, reading) == "fed" for mention in reading.named_in(sentence) if mention.kind == "person")

    def _credited(
        self, minute: Claim, goal: Claim, beside: Sequence[Claim], reading: Reading, clubs: Clubs, of: Mapping[str, str],
        scorers: set[str],
    ) -> Claim:  # fmt: skip
        """A minute with the man whom its sentence names in the place of the goal's scorer, if there is one."""
        scorer = reading.people.by_key.get(goal.keys.get("scorer", ""))
        if scorer is None or not goal.keys.get("club"):
            return minute
        sentence = reading.sentences[minute.sentence]
        earlier = [Span(*part.span()) for part in self._before_it.finditer(reading.text, sentence.start, sentence.end)]
        named = [mention for mention in reading.named_in(minute.sentence) if mention.span.start >= self._start(minute, reading)]
        named = [mention for mention in named if not any(part.holds(mention.span) for part in earlier)]
        for mention in sorted(named, key=lambda mention: self._says(mention, reading) not in _PLAIN):
            person = reading.people.at(mention.span.start)
            alone = person is not None and minute.get("men") == [person.name] and of.get(person.key) in clubs
            ours = person is not None and (alone or of.get(person.key) == goal.keys["club"]) and person.key not in scorers
            said = self._says(mention, reading) if person and not may_be_one(person.key, scorer.key) else ""
            ours = ours or (person is not None and said in _PLAIN and self._plays(person, clubs, of, scorers))
            said = said if ours else ""
            if person is None or not said:
                continue
            whole = said == "sure" or any(c.get("earliest") == minute.get("earliest") for c in beside if c.type == "goal")
            if self._is_near(minute, scorer, mention, whole, reading):
                return minute
            return minute.having(
                {"scorer": person.name, "listed_scorer": scorer.name},
                places={"scorer": mention.span, "told": goal.place("scorer")},
            )
        return minute

    def _plays(self, person: Person, clubs: Clubs, of: Mapping[str, str], scorers: set[str]) -> bool:
        """Whether a man is of either side, and no scorer of the lists."""
        return of.get(person.key) in clubs and person.key not in scorers

    def _is_near(self, minute: Claim, scorer: Person, other: Mention, whole: bool, reading: Reading) -> bool:
        """Whether a scorer is named in his goal's sentence, or so near that the sentence may leave him out: before one that
        says `he` and names another only then, or behind one that does not tell the `whole` goal itself."""

        def named(sentence: int) -> bool:
            return any(
                scorer.surname in mention.words.split() or reading.people.at(mention.span.start) == scorer
                for mention in reading.named_in(sentence)
            )

        at = minute.sentence
        says_he = self._pronoun.search(reading.text, reading.sentences[at].start, other.span.start) is not None
        return named(at) or (named(at + 1) and not whole) or (says_he and (named(at - 1) or named(at - 2)))

    def _says(self, mention: Mention, reading: Reading) -> Literal["", "may", "fed", "sure"]:
        """Whether a name stands where its sentence's scorer does: `may` for a subject or `Oduya's header`, `fed` for `the ball
        broke to Oduya`, `sure` for `Oduya's winner`, `for Oduya to head in`, `through Oduya`; empty for `Oduya's cross`,
        `from Oduya`."""
        owned = _OWNED.match(reading.text, mention.span.end)
        things = set(fold(owned[0]).split()) if owned else set()
        verb = self._verb.match(reading.text, mention.span.end)
        behind = verb["verb"] if verb else ""
        if (owned and not self._goal_nouns & things) or behind in self._service_verbs or behind in self._service:
            return ""  # his cross, `he crossed`, `a Steve Wray corner`
        if not self._is_governed(mention, reading):
            return "sure" if self._sure_nouns & set(fold(owned[0]).split()[1:3] if owned else ()) else "may"
        if self._is_goal_of(mention, reading):
            return "sure"
        return "fed" if self._is_fed(mention, reading) else ""

    def _before(self, mention: Mention, reading: Reading) -> list[str]:
        """The words of a sentence before a name."""
        start = max(reading.sentences[mention.sentence].start, mention.span.start - _BEFORE)
        return fold(reading.text[start : mention.span.start]).split()

    def _is_governed(self, mention: Mention, reading: Reading) -> bool:
        return self._cue(self._before(mention, reading)) is not None

    def _is_goal_of(self, mention: Mention, reading: Reading) -> bool:
        """Whether the preposition before a name makes it the scorer's: `through Oduya`, `headed in by Oduya`."""
        words = self._before(mention, reading)
        cue = self._cue(words)
        if cue is None:
            return False
        if words[cue] == "by":
            doing = words[max(0, cue - _DOING) : cue]
            return bool(self._goal.search(" ".join(doing))) and not (doing and doing[-1] in self._service)
        return words[cue] == "through" or (words[cue] == "for" and reading.text.startswith(" to ", mention.span.end))

    def _is_fed(self, mention: Mention, reading: Reading) -> bool:
        """Whether the ball came to a man, no one having played it to him: `it dropped kindly to Oduya`."""
        words = self._before(mention, reading)
        cue = self._cue(words)
        return cue is not None and words[cue] == "to" and not self._came.isdisjoint(words[max(0, cue - 2) : cue])

    def _cue(self, words: Sequence[str]) -> int | None:
        """Where the preposition stands that governs a name behind some words: right before it, or before a man's role that
        stands between: `by the winger`, `by their captain`."""
        for at in range(len(words) - 1, max(-1, len(words) - _ROLE - 1), -1):
            if words[at] in self._object:
                behind = words[at + 1 :]
                return at if not behind or behind[0] in _DETERMINERS else None
        return None


def _goal_at(claims: Sequence[Claim]) -> dict[int, Claim | None]:
    """The goals of the lists by their moment; None where several fell then, or an own goal, which has two men to tell of."""
    found: dict[int, Claim | None] = {}
    for claim in claims:
        at = claim.get("earliest")
        if claim.type == "goal" and claim.get("block") and isinstance(at, int):
            found[at] = claim if at not in found and claim.get("kind") != "og" else None
    return found


def _goal_of(minute: Claim, goals: Mapping[int, Claim | None]) -> Claim | None:
    """The one goal of the lists that a time of the prose can date."""
    first, last = minute.get("earliest"), minute.get("latest")
    if minute.get("form") not in FORMS or not isinstance(first, int) or not isinstance(last, int):
        return None
    near = [at for at in goals if first <= at <= last]
    return goals[near[0]] if len(near) == 1 else None
