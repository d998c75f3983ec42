"""likely: words that tell a goal only of a man who is known to have scored.

`Hill's header` may have gone over, `Hill beat Marsh` may be a race: such words are read as a goal where the article gives the
man one elsewhere, and where nothing beside them tells of a miss. No rule judges them.
"""

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_BEFORE, _BEHIND = 60, 70
"""Code points around such words within which a miss is told."""
_BACK = 1
"""Sentences before their own in which the man may be named who scored."""
_OWNER = ("'s", "’s")


class LikelyGoals:
    """Sorts out which likely goals are goals, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._miss = words.pattern("miss_sign", "no_goal_cues", "no_likely_cues")
        self._through, self._sure = words.frame("goal_through"), words.frame("sure_finish")
        self._joint, self._aside = words.frame("clause_before"), words.frame("told_aside")
        self._netted, self._no_net = words.frame("netted"), words.pattern("no_net_cues", "annulled_after_cues")
        self._phrases = words.pattern("goal_phrases")
        self._objects = words.folded("object_cues")
        self._keepers = words.folded("keeper_role")

    def confirmed(self, claims: Sequence[Claim], listed: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims of the prose without the likely goals that are none; `listed` are those of the blocks."""
        goals = [claim for claim in claims if claim.type == "goal"]
        if not any(claim.get("likely") for claim in goals):
            return list(claims)
        scorers = {c.keys.get("scorer", "") for c in (*goals, *listed) if c.type == "goal" and not c.get("likely")} - {""}
        told: dict[int, set[str]] = defaultdict(set)
        for goal in goals:
            if not goal.get("likely"):
                told[goal.sentence].add(goal.keys.get("scorer", ""))
        kept = []
        for claim in claims:
            if claim.type == "goal" and claim.get("likely"):
                scorer = claim.keys.get("scorer") or self._subject(claim, reading, scorers)
                known = scorer in scorers or self._is_plain(claim, reading)
                again = not told[claim.sentence].isdisjoint({scorer, ""})
                again = again or bool(told[claim.sentence] and self._netted.search(claim.text))
                if not known or again or self._is_miss(claim, reading):
                    continue
                told[claim.sentence].add(scorer)
            kept.append(claim)
        return kept

    def _is_miss(self, claim: Claim, reading: Reading) -> bool:
        """Whether the words around a claim tell of a miss, or of anything but a goal."""
        if claim.sentence < 0 or claim.zone == "quotation":
            return True
        sentence = reading.sentences[claim.sentence]
        start, end = max(sentence.start, claim.span.start - _BEFORE), min(sentence.end, claim.span.end + _BEHIND)
        if self._sure.search(claim.text):
            start = claim.span.start  # what came before led to it
        start = max((joint.end() for joint in self._joint.finditer(reading.text, start, claim.span.start)), default=start)
        aside = self._aside.search(reading.text, claim.span.end, end)
        around = reading.text[start : aside.start() if aside else end]
        miss = self._no_net if self._netted.search(claim.text) else self._miss
        return miss.search(self._phrases.sub("", around)) is not None

    def _is_plain(self, claim: Claim, reading: Reading) -> bool:
        """Whether a claim's own words, or those before them, tell a goal whoever its man is."""
        sure = self._sure.search(claim.text) or self._netted.search(claim.text)
        return bool(sure) or self._beats_keeper(claim, reading) or self._succeeds(claim, reading)

    def _succeeds(self, claim: Claim, reading: Reading) -> bool:
        """Whether the words before a man's claim say that a side scored so: `were pegged back through Hill's header`."""
        if claim.sentence < 0 or "scorer" not in claim.keys:
            return False
        return self._through.search(reading.text, reading.sentences[claim.sentence].start, claim.span.start) is not None

    def _subject(self, claim: Claim, reading: Reading, scorers: AbstractSet[str]) -> str:
        """The key of the scorer named last before a claim, in its sentence or the one before: who can be a subject, then any;
        empty where others act in its sentence."""
        for sentence in range(claim.sentence, max(-1, claim.sentence - _BACK - 1), -1):
            named = [m for m in reading.named_in(sentence) if m.kind == "person" and m.span.end <= claim.span.start]
            acting = [mention for mention in named if self._acts(mention, reading.text)]
            for mention in (*reversed(acting), *(reversed(named) if sentence < claim.sentence else ())):
                person = reading.people.at(mention.span.start)
                if person is not None and person.key in scorers:
                    return person.key
            if acting:
                return ""
        return ""

    def _acts(self, mention: Mention, text: str) -> bool:
        before = text[max(0, mention.span.start - 12) : mention.span.start].lower().split()
        return not text.startswith(_OWNER, mention.span.end) and not (before and before[-1] in self._objects)

    def _beats_keeper(self, claim: Claim, reading: Reading) -> bool:
        """Whether the man beaten is called a goalkeeper somewhere."""
        beaten = reading.people.by_key.get(claim.keys.get("other", ""))
        return beaten is not None and reading.is_called(beaten, self._keepers)
