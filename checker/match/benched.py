"""benched: men who by the prose never came on: `unused substitute Hill`, `left Hill on the bench throughout`."""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.listing import on_the_pitch
from checker.pipeline.reading import Reading


class BenchReader:
    """Finds the men who stayed on the bench, with the frames of a pack."""

    def __init__(self, words: Words) -> None:
        self._cues = words.cues("bench_cues")
        self._before, self._behind = words.frame("unused_before"), words.frame("unused_behind")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; goals and changes of the prose with `unused` where who scores or comes on stayed on the bench."""
        if not self._cues.may_be_in(reading.words):
            return list(claims)
        idle = self._idle(reading)
        return [claim.having(unused=True) if _is_his(claim, idle) else claim for claim in claims]

    def _idle(self, reading: Reading) -> dict[str, int]:
        """The men who stayed on the bench, by keys, and the sentence that says so."""
        found = {}
        for mention in reading.mentions:
            person = reading.people.at(mention.span.start) if mention.sentence >= 0 else None
            if person is None or reading.zones.at(mention.span.start) == "quotation":
                continue
            start, end = reading.sentences[mention.sentence]
            behind = self._behind.match(reading.text, mention.span.end, end)
            if behind or self._before.search(reading.text, start, mention.span.start):
                found[person.key] = mention.sentence
        return found


def _is_his(claim: Claim, idle: dict[str, int]) -> bool:
    key = on_the_pitch(claim)
    return key is not None and idle.get(key, claim.sentence) != claim.sentence
