"""singles: what a match has one of: its winner, its opener, the only goal after a 1-0, the man without whom ten are left.

Where an article gives such a thing to two men, the one whom it names less often learns of the other.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from checker.claims.clock import apart
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.cards import card_events
from checker.match.record import Roll
from checker.match.roll import is_on
from checker.pipeline.block_parts import ELEVEN
from checker.pipeline.reading import Reading
from checker.reference.names import may_be_one

ONCE = ("winner", "opener")
"""What a match has once, as a goal's field `once` calls it; a pack's lists have the words."""
_BEFORE_NOUN = r"[- ](?:(?:an?|the|his|her) )?(?:[\w-]+ ){0,2}"
"""What stands between a goal's words and such a noun behind them: `scored a late winner`."""
_ONE_MOMENT = 3
"""Minutes by which two accounts of one dismissal differ at most."""


class SingleReader:
    """Gives goals and dismissals of which there is one the other man of whom they are told, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._several = words.pattern("several_off")
        self._nouns = {name: words.pattern(f"{name}_words") for name in ONCE}
        self._behind = {name: re.compile(_BEFORE_NOUN + noun.pattern, re.IGNORECASE) for name, noun in self._nouns.items()}

    def once(self, claim: Claim, reading: Reading) -> str | None:
        """What the words of a goal call it that a match has but once: `winner`, `opener`; None where they do not."""
        if claim.zone == "block":
            return None
        minute = claim.places.get("minute", claim.span)
        end = max(claim.span.end, minute.end)
        for name, noun in self._nouns.items():
            told = noun.search(reading.text, min(claim.span.start, minute.start), end)
            if told or self._behind[name].match(reading.text, end):
                return name
        return None

    def told(
        self, claims: Sequence[Claim], reading: Reading, facts: Mapping[str, Value], roll: Roll | None
    ) -> list[Claim]:
        """The claims, with the `rival` of one and the same goal or dismissal. Whom a roll does not have is misread."""
        told = list(claims)
        scored = [n for n, c in enumerate(claims) if _names_scorer(c) and (not roll or is_on(roll, str(c.get("scorer"))))]
        groups = [("scorer", numbers, scored) for numbers in self._groups(claims, scored, facts)]
        reds = self._lone_dismissal(claims, reading)
        for field, numbers, all_of in (*groups, ("player", reds, reds)):
            for number, rival in _rivals(claims, numbers, all_of, field):
                told[number] = claims[number].having(
                    rival=str(claims[rival].get(field)), places={"told": claims[rival].place(field)}
                )
        return told

    def _lone_dismissal(self, claims: Sequence[Claim], reading: Reading) -> list[int]:
        """The dismissals of an article that leaves one side with ten men and speaks of no second man, by their numbers."""
        left = {claim.get("n") for claim in claims if claim.type == "count" and claim.get("what") == "men"}
        events = card_events(claims)
        told_in = {claims[number].sentence for number in events if claims[number].sentence >= 0}
        several = any(self._several.search(reading.sentences[sentence].of(reading.text)) for sentence in told_in)
        clubs = {claims[number].keys.get("club", "") for number in events}
        two_sides = len(clubs) > 1 and not (len(told_in) > 1 and _at_one_time([claims[number] for number in events]))
        if several or two_sides or not left or left - {ELEVEN - 1, ELEVEN} or _fell_apart([claims[n] for n in events]):
            return []
        return list(events)

    def _groups(self, claims: Sequence[Claim], scored: Sequence[int], facts: Mapping[str, Value]) -> Iterator[list[int]]:
        """The goals that tell one and the same, by their numbers."""
        if (facts.get("final_high"), facts.get("final_low")) == (1, 0):
            yield list(scored)
        for sort in ONCE:
            yield [number for number in scored if claims[number].get("once") == sort]


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
    here = claim.type == "goal" and claim.get("about") == "this" and claim.zone not in ("quotation", "block")
    return here and bool(claim.keys.get("scorer")) and claim.get("kind") != "og"


def _rivals(
    claims: Sequence[Claim], numbers: Sequence[int], all_of: Sequence[int], field: str
) -> Iterator[tuple[int, int]]:
    """Of claims that tell one thing, those of the man whom fewest name, each with one of the other man's."""
    men: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        men[claims[number].keys[field]].append(number)
    if len(men) != 2:
        return
    one, other = men
    if may_be_one(one, other):
        return
    often = {man: sum(claims[number].keys[field] == man for number in all_of) for man in men}
    rare, known = sorted(men, key=lambda man: (often[man], -men[man][0]))
    yield from ((number, men[known][0]) for number in men[rare])
