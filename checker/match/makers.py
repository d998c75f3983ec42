"""makers: the scores that a goal made, `to make it 2-1`, and who made them where their words leave him to their sentence."""

import re
from collections.abc import Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_OWNED = ("'", "’")
_MAKE = 10
"""Code points before a score within which `to make it` stands."""


class MadeIt:
    """Finds the words of a pack that make a score, before it or as its own first: `make it 2-1`."""

    def __init__(self, words: Words) -> None:
        self._made_it = words.pattern("made_it_words")

    def before(self, score: Claim, text: str) -> re.Match[str] | None:
        """Those words with a score, as found in the text; None where the score has none."""
        return self._made_it.search(text, max(0, score.span.start - _MAKE), score.span.end)


class MakerReader:
    """Finds the men who change scores, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._made_it = MadeIt(words)
        self._governed = words.frame("governed")
        self._served_by, self._service = words.frame("served_by"), words.frame("service_of_man")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; those that begin like `made it 2-1` with the key of the one man whom their sentence names before them as
        `maker`, if he acts in it; goals with `own_service` where their scorer made them: `Hill headed in from Hill's cross`."""
        told = []
        for claim in claims:
            if claim.type == "goal" and (place := self._own_service(claim, reading)):
                claim = claim.having(own_service=True, places={"own_service": place})
            made = self._made_it.before(claim, reading.text) if claim.type == "score" and claim.sentence >= 0 else None
            maker = self._maker(claim, reading) if made and made.start() == claim.span.start else ""
            told.append(claim.having(keys={"maker": maker}) if maker else claim)
        return told

    def _own_service(self, claim: Claim, reading: Reading) -> Span | None:
        """Where the scorer of a goal stands behind it as the man who made it, nobody else being named between."""
        scorer = claim.keys.get("scorer")
        if not scorer or claim.zone in ("block", "quotation") or claim.sentence < 0:
            return None
        end = claim.place("scorer").end
        people = (mention for mention in reading.named_in(claim.sentence) if mention.kind == "person")
        mention = next((mention for mention in people if mention.span.start > end), None)
        person = reading.people.at(mention.span.start) if mention else None
        if mention is None or person is None or person.key != scorer:
            return None
        served = self._served_by.search(reading.text, end, mention.span.start)
        return mention.span if served and self._service.match(reading.text, mention.span.end) else None

    def _maker(self, claim: Claim, reading: Reading) -> str:
        before = [m for m in reading.named_in(claim.sentence) if m.span.end <= claim.span.start and m.kind == "person"]
        person = reading.people.at(before[0].span.start) if len(before) == 1 and self._acts(before[0], reading) else None
        return person.key if person else ""

    def _acts(self, mention: Mention, reading: Reading) -> bool:
        """Whether nothing before or behind a name says that another acts: `from Dunne`, `Dunne's pass`."""
        start = reading.sentences[mention.sentence].start
        owned = reading.text.startswith(_OWNED, mention.span.end)
        return not owned and not self._governed.search(reading.text, start, mention.span.start)
