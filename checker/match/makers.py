"""makers: who made it 2-1, where the words of a score on the way leave him to their sentence."""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

_OWNED = ("'", "’")


class MakerReader:
    """Finds the men who change scores, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._made_it = words.pattern("made_it_words")
        self._governed = words.frame("governed")

    def told(self, claims: Sequence[Claim], reading: Reading) -> list[Claim]:
        """The claims; those that begin like `made it 2-1` with the key of the one man whom their sentence names before them as
        `maker`, if he acts in it."""
        told = []
        for claim in claims:
            made = claim.type == "score" and claim.sentence >= 0 and self._made_it.match(claim.text)
            maker = self._maker(claim, reading) if made else ""
            told.append(claim.having(keys={"maker": maker}) if maker else claim)
        return told

    def _maker(self, claim: Claim, reading: Reading) -> str:
        before = [m for m in reading.named_in(claim.sentence) if m.span.end <= claim.span.start and m.kind == "person"]
        person = reading.people.at(before[0].span.start) if len(before) == 1 and self._acts(before[0], reading) else None
        return person.key if person else ""

    def _acts(self, mention: Mention, reading: Reading) -> bool:
        """Whether nothing before or behind a name says that another acts: `from Dunne`, `Dunne's pass`."""
        start = reading.sentences[mention.sentence].start
        owned = reading.text.startswith(_OWNED, mention.span.end)
        return not owned and not self._governed.search(reading.text, start, mention.span.start)
