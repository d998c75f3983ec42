"""orthography: all that an article spells, as claims: people, their namesakes, places and the words in them, other names."""

from collections.abc import Iterator, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.famous import Famous, FamousReader
from checker.match.names import NameReader
from checker.match.namesakes import NamesakeReader
from checker.match.placenames import PlaceNameReader
from checker.match.placewords import PlaceWordReader
from checker.match.sides import Clubs
from checker.match.spellings import SpellingReader
from checker.pipeline.reading import Reading
from checker.reference.store import Reference, Window


class Orthography:
    """The readers of names, each asked in its turn, so that one misspelt name is one claim."""

    def __init__(self, words: Words, reference: Reference) -> None:
        famous = Famous(words)
        self._names = NameReader(words, reference, famous)
        self._famous = FamousReader(famous, reference)
        self._namesakes = NamesakeReader(words, reference)
        self._place_names = PlaceNameReader(words, reference)
        self._place_words = PlaceWordReader(words, reference)
        self._spellings = SpellingReader(words, reference, famous)

    def claims(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, window: Window | None
    ) -> Iterator[Claim]:
        """The claims on spellings that a reading adds to the others. A word of a place is judged where no name was whole."""
        names = list(self._names.claims(reading, clubs, window))
        yield from names
        yield from self._famous.claims(reading, {name.span.start for name in names if name.get("edits")})
        yield from self._namesakes.claims(reading, claims)
        places = list(self._place_names.claims(reading, clubs))
        spelt = list(self._spellings.claims(reading))
        whole = {claim.span.start for claim in (*places, *(name for name in spelt if " " in name.text))}
        yield from (*places, *self._place_words.claims(reading, whole), *spelt)
