"""singles: what a match has one of: its winner, its opener, the only goal after a 1-0, the man without whom ten are left.

Where an article gives such a thing to two men, the one whom it names less often learns of the other.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from checker.claims.clock import apart
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.about import Aboutness
from checker.match.cards import card_events, told_dismissals
from checker.match.dismissals import DismissalReader
from checker.match.record import Roll
from checker.match.results import is_round_up
from checker.match.roll import is_on
from checker.match.sides import Clubs, called_staff
from checker.pipeline.block_parts import ELEVEN
from checker.pipeline.reading import Reading
from checker.reference.names import may_be_one

ONCE = ("winner", "opener")
"""What a match has once, as a goal's field `once` calls it; a pack's lists have the words."""
_BEFORE_NOUN = r"[- ](?:(?:an?|the|his|her) )?(?:[\w-]+ ){0,2}"
"""What stands between a goal's words and such a noun behind them: `scored a late winner`."""
_OWNED = ("'s ", "’s ")
_OWNED_BEFORE = (*_OWNED, "s' ", "s’ ")
_TWO = 2
"""Men between whom a thing that a match has once can lie; of three some are misread."""
_ONE_MOMENT = 3
"""Minutes by which two accounts of one dismissal differ at most."""


class SingleReader:
    """Gives goals and dismissals of which there is one the other man of whom they are told, with the words of a pack."""

    def __init__(self, words: Words, aboutness: Aboutness, dismissed: DismissalReader) -> None:
        self._dismissed = dismissed
        self._is_elsewhen = aboutness.is_elsewhen
        self._against = words.frame("against_whom")
        self._plain, self._no_goal = words.pattern("plain_goal_words"), words.frame("no_goal_before")
        self._both_short, self._fouled = words.frame("both_sides_short"), words.frame("fouled_man")
        self._passive, self._ten_since = words.frame("was_sent_off"), words.frame("ten_since")
        self._officials = words.folded("official_words")
        self._nouns = {name: words.pattern(f"{name}_words") for name in ONCE}
        self._behind = {name: re.compile(_BEFORE_NOUN + noun.pattern, re.IGNORECASE) for name, noun in self._nouns.items()}

    def once(self, claim: Claim, reading: Reading) -> str | None:
        """What the words of a goal call it that a match has but once: `winner`, `opener`; None where they do not."""
        if claim.zone == "block":
            return None
        if reading.text.endswith(_OWNED_BEFORE, 0, claim.span.start):
            return None  # `cancelled out Moss's opener through Hill`: it is Moss's
        minute = claim.places.get("minute", claim.span)
        end = max(claim.span.end, minute.end)
        for name, noun in self._nouns.items():
            told = noun.search(reading.text, min(claim.span.start, minute.start), end)
            if told or self._behind[name].match(reading.text, end):
                return name
        return None

    def told(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, facts: Mapping[str, Value], roll: Roll | None,
        staff: Container[str],
    ) -> list[Claim]:  # fmt: skip
        """The claims, with the `rival` of one and the same goal or dismissal. Whom a roll does not have is misread; who is
        one of `staff`, by keys, neither scores nor leaves his side a man short, unless words say so. An article that tells of
        no match how it ended is taken to be of one."""
        told = list(claims)
        named = (n for n, c in enumerate(claims) if _names_scorer(c) and (not roll or is_on(roll, str(c.get("scorer")))))
        real = [n for n in named if claims[n].keys["scorer"] not in staff and not self._is_none(claims[n], reading)]
        scored = [number for number in real if claims[number].get("about") == "this"]
        lone: Sequence[str] = clubs if clubs is not None and not is_round_up(claims) else ()
        if clubs is None and not any(c.type == "score" and c.get("kind") == "final" for c in claims):
            lone = tuple({club for s in range(len(reading.sentences)) for club in reading.clubs_in(s)})
        here = [number for number in real if self._may_be_here(claims[number], reading, lone)]
        groups = [("scorer", numbers, here) for numbers in self._groups(claims, scored, here, facts)]
        reds = self._lone_dismissal(claims, reading, clubs, staff)
        for field, numbers, all_of in (*groups, ("player", reds, reds)):
            for number, rival in _rivals(claims, numbers, all_of, field):
                told[number] = claims[number].having(
                    rival=str(claims[rival].get(field)), places={"told": claims[rival].place(field)}
                )
        return told

    def _lone_dismissal(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, staff: Container[str]
    ) -> list[int]:
        """The dismissals of an article that leaves one side with ten men and speaks of no second man, by their numbers."""
        left = {claim.get("n") for claim in claims if claim.type == "count" and claim.get("what") == "men"}
        if not left or left - {ELEVEN - 1, ELEVEN} or self._both_short.search(reading.text):
            return []
        numbers = [n for n in self._of_this(claims, reading, clubs) if self._is_sent_off(claims[n], reading, staff)]
        events = [claims[number] for number in numbers]
        sides = set(filter(None, (_side_of(claim, claims, reading) for claim in events)))
        told_in = {claim.sentence for claim in events if claim.sentence >= 0}
        two_sides = len(sides) > 1 and not (len(told_in) > 1 and _at_one_time(events))
        several = any(self._dismissed.is_one_of_several(sentence, reading) for sentence in told_in)
        return [] if several or two_sides or _fell_apart(events) else numbers

    def _of_this(self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None) -> list[int]:
        """The dismissals of this match that are of no other day."""
        if clubs is not None:
            return [number for number in card_events(claims) if not self._is_of_other_day(claims[number], reading)]
        if is_round_up(claims):
            return _in_one_breath(claims, reading)
        return [number for number in told_dismissals(claims) if not self._is_of_other_day(claims[number], reading)]

    def _is_sent_off(self, claim: Claim, reading: Reading, staff: Container[str]) -> bool:
        """Whether a dismissal is that of a man who plays, and not of one who was fouled: `a foul on Hill and a red card`."""
        man, sentence = claim.place("player"), reading.sentences[claim.sentence]
        if claim.keys["player"] in staff and not self._leaves_ten(claim, reading):
            return False
        return not self._fouled.search(reading.text, sentence.start, man.start)

    def _leaves_ten(self, claim: Claim, reading: Reading) -> bool:
        """Whether words say that the side had ten men since a man beside the pitch was sent off, or a referee was."""
        start = reading.sentences[claim.sentence].start
        if not self._passive.search(claim.text):
            return False
        tied = self._ten_since.search(reading.text, start, claim.span.start)
        return bool(tied) or claim.keys["player"] in called_staff(reading, self._officials)

    def _is_none(self, claim: Claim, reading: Reading) -> bool:
        """Whether words before a goal make it none: `denied an early opener by Hill`, `replaced in goal by Hill`."""
        return bool(self._no_goal.search(reading.text, reading.sentences[claim.sentence].start, claim.span.start))

    def _may_be_here(self, claim: Claim, reading: Reading, lone: Sequence[str]) -> bool:
        """Whether a goal is of this match, or not parted from it by its words: those of no other day or side, in an article of
        one match alone, whose clubs are `lone`."""
        if claim.get("about") == "this":
            return True
        if not lone or claim.get("about") or self._is_of_other_day(claim, reading):
            return False
        return set(reading.clubs_in(claim.sentence)) <= set(lone)

    def _is_of_other_day(self, claim: Claim, reading: Reading) -> bool:
        """Whether words point to another day, or say behind a claim against whom it was: `Hill's red card against Denby`."""
        return self._is_elsewhen(claim, reading) or self._against.match(reading.text, claim.span.end) is not None

    def _groups(
        self, claims: Sequence[Claim], scored: Sequence[int], here: Sequence[int], facts: Mapping[str, Value]
    ) -> Iterator[list[int]]:
        """The goals that tell one and the same, by their numbers; after a 1-0 those whose words are not a shot's as well."""
        men = {claims[number].keys["scorer"] for number in scored}
        if (facts.get("final_high"), facts.get("final_low")) == (1, 0) and len(men) == _TWO:
            yield [number for number in scored if self._plain.search(claims[number].text)]
        for sort in ONCE:
            yield [number for number in here if claims[number].get("once") == sort]


def _in_one_breath(claims: Sequence[Claim], reading: Reading) -> list[int]:
    """Two dismissals of a round-up that stand in two sentences running, the first of which counts the men left, where the
    second takes up what was told and names no other side: `had ten men after Hill was sent off. Ray scored after Moss's
    dismissal`."""
    counted = {claim.sentence for claim in claims if claim.type == "count" and claim.get("what") == "men"}
    for one, other in pairwise(told_dismissals(claims)):
        first, second = claims[one], claims[other]
        taken_up = any(mark in second.text for mark in _OWNED) and first.sentence in counted
        if taken_up and second.sentence - first.sentence == 1:
            named = set(reading.clubs_in(second.sentence))
            return [one, other] if named <= set(reading.clubs_in(first.sentence)) else []
    return []


def _side_of(dismissal: Claim, claims: Sequence[Claim], reading: Reading) -> str | None:
    """The key of the club of a man sent off: by the dismissal's own words, by the one side that its sentence names and leaves
    with ten men, or by whose player he is called."""
    if club := dismissal.keys.get("club"):
        return club
    named = set(reading.clubs_in(dismissal.sentence)) if dismissal.sentence >= 0 else set()
    left = any(c.type == "count" and c.get("what") == "men" and c.sentence == dismissal.sentence for c in claims)
    if left and len(named) == 1:
        return named.pop()
    his = (c for c in claims if c.type == "affiliation" and c.keys.get("person") == dismissal.keys["player"])
    return next((c.keys["club"] for c in his if c.get("status") == "current" and c.keys.get("club")), None)


def _fell_apart(dismissals: Sequence[Claim]) -> bool:
    """Whether two dismissals have minutes that cannot be one: there were two."""
    times = [(claim.get("earliest"), claim.get("latest")) for claim in dismissals]
    known = [(first, last) for first, last in times if isinstance(first, int) and isinstance(last, int)]
    return any(apart(*one, *other) > _ONE_MOMENT for one, other in combinations(known, 2))


def _at_one_time(dismissals: Sequence[Claim]) -> bool:
    """Whether each dismissal is dated, and all at one minute: one man went, whichever sides the men are of."""
    times = [(claim.get("earliest"), claim.get("latest")) for claim in dismissals]
    known = [(first, last) for first, last in times if isinstance(first, int) and isinstance(last, int)]
    return len(known) == len(times) and all(apart(*one, *other) == 0 for one, other in combinations(known, 2))


def _names_scorer(claim: Claim) -> bool:
    told = claim.type == "goal" and claim.zone not in ("quotation", "block") and claim.sentence >= 0
    return told and bool(claim.keys.get("scorer")) and claim.get("kind") != "og"


def _rivals(
    claims: Sequence[Claim], numbers: Sequence[int], all_of: Sequence[int], field: str
) -> Iterator[tuple[int, int]]:
    """Of claims that tell one thing, those of the man whom fewest name, each with one of the other man's."""
    men: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        men[claims[number].keys[field]].append(number)
    if len(men) != _TWO:
        return
    one, other = men
    if may_be_one(one, other):
        return
    often = {man: sum(claims[number].keys[field] == man for number in all_of) for man in men}
    rare, known = sorted(men, key=lambda man: (often[man], -men[man][0]))
    yield from ((number, men[known][0]) for number in men[rare])
