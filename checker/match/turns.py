"""turns: what the words of a goal say that it did: levelled the match, doubled a lead, halved a deficit, opened the scoring."""

from collections.abc import Sequence

from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.makers import MadeIt
from checker.match.results import is_round_up

_TURNS = ("levelled", "doubled", "halved", "opened")
_REACH = 50
"""Code points between the words of a goal and the score that it made: `doubled the lead from a corner to make it 2-0`."""
_LEVELLED = 60
"""Code points before such words in which a verb says that they level: `steal in and level for Denby to make it 2-2`."""
_THIRD = 3
"""From here on a goal that is counted is the side's or the match's; `a second` is as often the scorer's."""


class TurnReader:
    """Reads what goals did, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._words, self._nouns = (
            {turn: words.pattern(f"{turn}_{kind}") for turn in _TURNS if words.lists.get(f"{turn}_{kind}")}
            for kind in ("words", "nouns")
        )
        self._levels = words.frame("and_level")
        self._led, self._not_first = words.pattern("lead_given_words"), words.pattern("lead_held_words")
        self._made_it, self._next = MadeIt(words), words.frame("next_goal_told")

    def told(self, claims: Sequence[Claim], text: str) -> list[Claim]:
        """The claims; the goals of the prose whose words say one such thing with it as `turn`, and, where one of them opens
        the scoring in a minute of its own, the other men's with that minute as `opened`; the scores that a goal of their
        sentence made with its `turn`, or which goal it was as `nth`."""
        told = [self._told(claim) if claim.type == "goal" and not claim.get("block") else claim for claim in claims]
        told = [self._with_step(claim, told, text) if claim.type == "score" else claim for claim in told]
        to_nil = _is_to_nil(told)
        openers = {claim.get("minute"): claim for claim in told if _is_dated(claim) and self._is_first(claim, to_nil)}
        return told if len(openers) != 1 or is_round_up(told) else [_with_opener(claim, *openers.values()) for claim in told]

    def _is_first(self, claim: Claim, to_nil: bool) -> bool:
        """Whether a goal is the match's first: it opened the scoring, or gave a lead where the other side did not score."""
        led = to_nil and "turn" not in claim.fields and self._led.search(claim.text) and not self._not_first.search(claim.text)
        return claim.get("turn") == "opened" or bool(led)

    def _told(self, claim: Claim) -> Claim:
        tables = (self._words, self._nouns) if "scorer" in claim.keys else (self._words,)
        found = [turn for table in tables for turn, pattern in table.items() if pattern.search(claim.text)]
        return claim.having(turn=found[0]) if len(found) == 1 else claim

    def _with_step(self, claim: Claim, claims: Sequence[Claim], text: str) -> Claim:
        """A score that words like `make it` give, with what the goal told right before it did."""
        made = self._made_it.before(claim, text)
        if not made or claim.sentence < 0 or claim.get("about") not in ("this", None):
            return claim
        near = (other for other in claims if _leads_to(other, claim, made.start()))
        before = [other for other in near if not self._next.search(text, other.span.end, made.start())]
        last = max((other.span for other in before if other.type == "goal"), default=claim.span)
        told: dict[str, Value | None] = {}
        start = max(made.start() - _LEVELLED, 0)
        if not any(other.type == "goal" for other in before) and self._levels.search(text, start, made.start()):
            told["turn"] = "levelled"
        for other in before:
            if other.span == last:
                told["turn"] = other.get("turn")
            elif _is_nth(other) and other.span.end >= last.start:
                told["nth"] = other.get("n")
        return claim.having(told) if told else claim


def _leads_to(claim: Claim, score: Claim, made_at: int) -> bool:
    """Whether a claim stands in the sentence of a score right before the words that make it, or takes them in."""
    return claim.sentence == score.sentence and claim.span.start < made_at <= claim.span.end + _REACH


def _is_nth(claim: Claim) -> bool:
    """Whether a count is of the goals of a side or a match: `a fourth`, not `his fourth`."""
    number = claim.get("n")
    counts = claim.get("form") == "ordinal" and claim.get("what") == "goal" and isinstance(number, int) and number >= _THIRD
    return counts and not {"who", "club"} & claim.keys.keys()


def _is_to_nil(claims: Sequence[Claim]) -> bool:
    """Whether one side alone scored: by every result of this match that its report tells."""
    finals = [c for c in claims if c.type == "score" and c.get("kind") == "final" and c.get("about") == "this"]
    return bool(finals) and all(0 in (claim.get("first"), claim.get("second")) for claim in finals)


def _is_dated(claim: Claim) -> bool:
    """Whether a goal is one of this match of which the prose gives man and minute exactly."""
    exact = claim.type == "goal" and claim.get("form") == "ordinal" and "scorer" in claim.keys
    return exact and claim.get("about") == "this" and claim.zone == "prose"


def _with_opener(claim: Claim, opener: Claim) -> Claim:
    if not _is_dated(claim) or claim.keys["scorer"] == opener.keys["scorer"]:
        return claim
    return claim.having(opened=opener.get("earliest"), places={"opened": opener.place("minute")})
