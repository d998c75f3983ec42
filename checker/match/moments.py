"""moments: the times of the prose at which a goal fell, also where no pattern reads the goal itself.

"Zwolle had led since the 34th minute, when Tamminga finished a quick break" dates a goal of somebody whom its sentence
names. Such a time is told by the words round it: some speak of a goal, none of a miss, a card or a change. Whether one of
the men named scored then is for the goals lists to say, and for the other reports of the match.
"""

import re
from collections.abc import Iterator, Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Passage, Words
from checker.match.about import Aboutness
from checker.match.sides import Clubs
from checker.pipeline.reading import Reading

FORMS = ("ordinal", "on-after", "left")
"""Times that say when something happened; `for 20 minutes` and `in the second half` do not."""
_POINTS = (*FORMS, "relative", "stoppage")
"""Times that part a sentence into moments; `at the break` may stand beside the minute of a goal that came before it."""
_JOINTS = (re.compile(r", and\b"), re.compile(r"\band\b"), re.compile(r","))
_APPOSED = re.compile(r"[,.;)]|$")
"""Behind a time that only says again when it was: `levelled just before the hour, in the 58th minute, and went on to win`."""
_ADDED = re.compile(r", and\b")
_MAIN_CLAUSE = re.compile(r", (?=[A-ZÀ-Þ])")
"""Where the clause ends that such a word begins: `After Hill had given them a 56th-minute lead, Moss fouled`."""
_SCORE = re.compile(r"(?<![\d–-])\d[–-]\d(?![\d–-])")
_TAKEN_BACK = 45
"""Code points behind `but` in which it does."""

_HITS = ("net_verb", "put_verb", "goal_maker", "lob_verb", "in_verb")
"""Lists of verbs of shots; the frame `…_goal` of each says where a shot ends that is a goal."""


class MomentReader:
    """Tells at which times of an article somebody scored, with the cue words of a pack."""

    def __init__(self, words: Words, aboutness: Aboutness) -> None:
        self._aboutness = aboutness
        self._annulled = aboutness.annulled
        self._goal = words.cues("goal_cues")
        noun = words.pattern("goal_noun").pattern
        self._noun = re.compile(rf"-?\s?(?:[\w-]+ ){{0,2}}{noun}")
        self._lead = re.compile(rf" (?:{words.one_of('lead_noun')})\b", re.IGNORECASE)
        self._his = re.compile(rf"['’]s? (?:[\w-]+ ){{0,3}}{noun}(?: (?i:from) [\w' -]{{1,30}})?,? $")
        self._standing = words.pattern("standing_cues")
        self._still = words.pattern("still_cues")
        self._none = words.cues("no_goal_cues")
        self._harmless = words.pattern("goal_phrases")
        self._taken_back = words.pattern("taken_back_cues")
        self._hits = [(words.cues(verbs), _shot(verbs, words)) for verbs in _HITS]
        self._until, self._on_for, self._but = (words.frame(name) for name in ("until_then", "on_for", "but_not"))
        self._in_off, self._rebound = words.frame("in_off"), words.frame("rebound")
        self._apart, self._beside = words.frame("moments_apart"), words.frame("told_beside")
        self._fronted = words.frame("clause_first")
        self._counts_back = words.frame("counts_back")

    def told(self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None) -> list[Claim]:
        """The claims, each time of a goal of this match with `men`: who is named near it; with `near` where the words round
        it leave open what happened then."""
        if clubs is None:
            return list(claims)
        points = [claim for claim in claims if claim.type == "minute" and claim.get("form") in _POINTS]
        times = [claim.span for claim in points if not self._counts_back.search(claim.text)]
        changes = [claim.span for claim in claims if claim.type == "substitution"]
        return [
            claim if _is_of_change(claim, changes) else self._with_men(claim, reading, clubs, times) for claim in claims
        ]

    def _with_men(self, claim: Claim, reading: Reading, clubs: Clubs, times: Sequence[Span]) -> Claim:
        if claim.type != "minute" or claim.zone != "prose" or claim.get("form") not in FORMS or "earliest" not in claim.fields:
            return claim
        around = _around(claim, reading, times, self._apart)
        near = _men(claim, reading, around)
        parts = [part for part in _parts(claim, reading, around, self._fronted) if not self._is_none(claim, reading, part)]
        if not near or not parts or self._aboutness.told(claim, reading, clubs) != "this":
            return claim
        men = next((men for part in parts if (men := self._scorers(claim, reading, part))), None)
        if men is None:
            return claim.having(near=near) if claim.get("event") in (None, "chance") else claim
        return claim.having(men=men, event="goal")

    def _scorers(self, claim: Claim, reading: Reading, around: Span) -> list[str] | None:
        """The men of a part of a time's sentence that speaks of a goal."""
        men = _men(claim, reading, around)
        return men if men and self._is_goal(claim, reading, around) else None

    def _is_goal(self, claim: Claim, reading: Reading, around: Span) -> bool:
        """Whether the words before and behind a time speak of a goal; how a match stood says when it fell beside an exact
        minute only."""
        if any(noun.match(reading.text, claim.span.end, around.end) for noun in (self._noun, self._lead)):
            return True
        if self._his.search(reading.text[around.start : claim.span.start]):
            return True
        for words in (reading.text[around.start : claim.span.end], reading.text[claim.span.end : around.end]):
            told = Passage(words)
            if self._goal.are_in(told) or any(verb.may_be_in(told.words) and hit.search(words) for verb, hit in self._hits):
                return True
        words = around.of(reading.text)
        if claim.get("form") != "ordinal" or not (self._standing.search(words) or _SCORE.search(words)):
            return False
        ended = self._until.search(reading.text, around.start, claim.span.start)
        return bool(ended) or not self._still.search(words)

    def _is_none(self, claim: Claim, reading: Reading, around: Span) -> bool:
        """Whether the words speak of anything else than a goal, or, up to the end of the next sentence, take it back."""
        text, end = reading.text, reading.sentences[claim.sentence].end
        came_on = self._on_for.search(text, around.start, claim.span.start)
        behind = around.end, min(around.end + _TAKEN_BACK, end)
        but = self._but.match(text, around.end) and self._taken_back.search(text, *behind)
        later = self._annulled.is_taken_back(claim, reading, around.start)
        return bool(came_on or but or later or self._is_of_none(_without_beside(claim, reading, around, self._beside)))

    def _is_of_none(self, words: Passage) -> bool:
        """Whether words speak of a miss, a card or a change, but for those that go with a goal as well."""
        if not self._none.may_be_in(words.words):
            return False
        return self._none.are_in(Passage(self._rebound.sub("", self._harmless.sub("", self._in_off.sub("in", words.text)))))


def _shot(verbs: str, words: Words) -> re.Pattern[str]:
    """Shots that are goals: the verbs of a list, a few words, and where such a shot ends."""
    return re.compile(rf"{words.pattern(verbs).pattern}(?: [\w'’-]+){{0,6}}? (?i:{words.frame(f'{verbs}_goal').pattern})")


def _is_of_change(claim: Claim, changes: Sequence[Span]) -> bool:
    """Whether a time stands among the words of a change or right behind them: `Hill, who entered in the 60th minute`."""
    return any(change.start <= claim.span.start <= change.end + 1 for change in changes)


def _around(claim: Claim, reading: Reading, times: Sequence[Span], apart: re.Pattern[str]) -> Span:
    """The words of a time's own clause: up to where the next time's begin, or to a word that parts two moments."""
    text, sentence, span = reading.text, reading.sentences[claim.sentence], claim.span
    before = max((other.end for other in times if sentence.start <= other.end <= span.start), default=None)
    behind = min((other.start for other in times if span.end <= other.start < sentence.end), default=None)
    start = sentence.start if before is None else _shared(text, before, _clause_end(text, span), before)
    end = sentence.end if behind is None else _shared(text, span.end, behind, behind)
    start = max((found.end() for found in apart.finditer(text, start, span.start)), default=start)
    found = apart.search(text, span.end, end)
    return Span(start, found.start() if found else end)


def _clause_end(text: str, time: Span) -> int:
    """Up to where a joint before a time may begin its clause: to no comma between which and another it stands."""
    end = time.start
    while end and text[end - 1] == " ":
        end -= 1
    return end - 1 if text[end - 1 : end] == "," and _APPOSED.match(text, time.end) else time.start


def _shared(text: str, start: int, end: int, default: int) -> int:
    """Where the words between two times begin to be those of the second: at the last joint of the strongest kind."""
    for joint in _JOINTS:
        places = [found.start() for found in joint.finditer(text, start, end)]
        if places:
            return places[-1]
    return default


def _parts(claim: Claim, reading: Reading, around: Span, fronted: re.Pattern[str]) -> Iterator[Span]:
    """A time's clause without what `, and` adds to it, or without the main clause behind it, and from the man on of whom it
    tells, or from the `, and` before it; then with them."""
    added = _MAIN_CLAUSE if fronted.match(reading.text, around.start) else _ADDED
    found = added.search(reading.text, claim.span.end, around.end)
    end = found.start() if found else around.end
    joints = [joint.start() for joint in _ADDED.finditer(reading.text, around.start, claim.span.start)]
    starts = [*_of_whom(claim, reading, around), *joints[-1:], around.start]
    yield from dict.fromkeys([*(Span(start, end) for start in starts), around])


def _of_whom(claim: Claim, reading: Reading, around: Span) -> list[int]:
    """Where the man stands, if anywhere, of whom the words up to a time tell more: `his shot was saved and fell to Hill who put
    it away in the 12th minute`."""
    named = [m.span for m in reading.named_in(claim.sentence) if m.kind == "person" and m.span.start >= around.start]
    return [span.start for span in named if span.end < claim.span.start and reading.text.startswith(" who ", span.end)][-1:]


def _without_beside(claim: Claim, reading: Reading, around: Span, beside: re.Pattern[str]) -> Passage:
    """The words of a time's clause without what they tell beside of a man, unless the time stands there."""
    words = around.of(reading.text)
    if ", who" in words:
        at = claim.span.start - around.start
        words = beside.sub(lambda told: told[0] if told.start() < at < told.end() else "", words)
    return Passage(words)


def _men(claim: Claim, reading: Reading, around: Span) -> list[str]:
    """The names of the men in a time's clause; of the one named last before a clause that names none."""
    named = [mention for mention in reading.named_in(claim.sentence) if mention.kind == "person"]
    near = [mention for mention in named if around.start <= mention.span.start < around.end]
    near = near or [mention for mention in named if mention.span.end <= around.start][-1:]
    people = (reading.people.at(mention.span.start) for mention in near)
    return list(dict.fromkeys(person.name for person in people if person))
