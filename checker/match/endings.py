"""endings: words that differ by an ending of the language, and so are forms of one word, no misspelling of each other."""

import re

from checker.article import Span
from checker.claims.words import Words
from checker.reference.names import fold

_GLUED = re.compile(r"\d(?<=[^\W\d_]\d)")
"""A figure right behind a letter, told so that `re` looks for the figure."""
_HISSING = ("ss", "ch", "sh")
"""What the plural of a word that ends so has an e behind."""
SHORTEST_PLACE = 4
"""Letters of a place whose people are called by it and an ending: Asia."""
_COUNT = 12
"""Code points before a plural in which its count stands."""
SHORTEST_STEM = 4
"""Letters of a word to which the endings of places and of their people are put."""


class Endings:
    """Tells forms of one word from slips, with the endings of a pack. All words are folded."""

    def __init__(self, words: Words) -> None:
        self._derived = words.folded("derived_endings")
        self._behind_a = words.folded("endings_behind_a")
        self._behind_islands = words.folded("endings_behind_islands")
        self._of_pets = words.folded("pet_endings")
        self._of_places = words.folded("place_endings")
        self._of_people = words.folded("people_endings")
        self._counted = words.frame("before_plural")
        self._in_a_row = words.frame("plurals_in_a_row")
        self._of_gender = [tuple(pair.split("/")) for pair in words.lists.get("gender_endings", ())]

    def is_derived(self, one: str, other: str) -> bool:
        """German and Germany, Brazil and Brazils, Tonga and Tongan, Cascadia and Cascadian: they are one word with endings of
        the language. A last letter written twice is a slip: Murrayy."""
        short, long = sorted((one, other), key=len)
        if long == short + short[-1:]:
            return False
        endings = self._derived | self._behind_a if short.endswith("a") else self._derived
        if long.startswith(short) and long[len(short) :] in endings:
            return True
        return self._is_of_one_place(one, other)

    def _is_of_one_place(self, one: str, other: str) -> bool:
        """Cascadia and Cascadian, Arabia and Arabic: one stem with two endings of places."""
        stems = {word[: -len(end)] for word in (one, other) for end in self._of_places if word.endswith(end)}
        common = (stem for stem in stems if len(stem) >= SHORTEST_STEM and one.startswith(stem) and other.startswith(stem))
        return any({one[len(stem) :], other[len(stem) :]} <= self._of_places for stem in common)

    def is_of_people(self, one: str, other: str) -> bool:
        """The men of Roma are Romans, those of Schalke Schalkers, of the Cook Islands Cook Islanders; a last letter written
        twice is a slip."""
        ending = one.removeprefix(other)
        if one.startswith(other) and ending in self._of_people and ending[0] != other[-1]:
            return True
        return bool(other) and other[-1] == "s" != one[len(other) - 1 :][:1] and self.is_of_people(one, other[:-1])

    def is_of_place(self, one: str, other: str) -> bool:
        """Asia and Asian, Islands and Islanders: a place whose name ends so, and its people, also behind the same word."""
        short, long = sorted((one, other), key=len)
        behind = self._behind_a if short.endswith("a") else self._behind_islands if short.endswith("s") else ()
        return len(short) >= SHORTEST_PLACE and any(long == short.removesuffix("s") + ending for ending in behind)

    def is_pet_name(self, one: str, other: str) -> bool:
        """Kloppo is Klopp, Spursy what is like Spurs; a last letter written twice is a slip."""
        ending = one.removeprefix(other)
        return one.startswith(other) and ending in self._of_pets and ending[0] != other[-1]

    def is_of_women(self, one: str, other: str) -> bool:
        """Bravas and Bravos, Bianconere and Bianconeri: the women's side of a nickname, or the men's."""
        swaps = [swap for man, woman in self._of_gender for swap in ((man, woman), (woman, man))]
        return any(one.endswith(end) and other == one[: -len(end)] + put for end, put in swaps)

    def is_one_of_many(self, span: Span, text: str, name: str) -> bool:
        """Whether a club's name is its plural, in a row of such or counted: `the Aytons and Denbys of this world`, `two
        Aytons`. One whose mark was lost, as in `Aytons first goal`, stands in none."""
        if fold(span.of(text)) != name + "s":
            return False
        counted = self._counted.search(text, max(0, span.start - _COUNT), span.start)
        return bool(counted or self._in_a_row.match(text, span.end))

    def is_other_ending(self, one: str, other: str) -> bool:
        """Tanners and Tannery, Americas and American, Arabia and Arabic: their last letters differ, and both are endings."""
        if self._is_of_one_place(one, other):
            return True
        endings = self._derived | self._behind_a if one[:-1].endswith("a") else self._derived
        return one[:-1] == other[:-1] and {one[-1], other[-1]} <= endings


def is_plural(one: str, other: str) -> bool:
    """Whether of two words one is the other's plural: Ranger and Rangers, Lioness and Lionesses, Chairman and Chairmen."""
    if {one[-3:], other[-3:]} == {"man", "men"} and one[:-3] == other[:-3]:
        return True
    short, long = sorted((one, other), key=len)
    return short.removesuffix("s") == long.removesuffix("s") or (short[-2:] in _HISSING and long == short + "es")


def differ_in_figures(one: str, other: str) -> bool:
    """Whether two names have figures that are not the same: the Under-18s are no misspelt Under-19s."""
    if one.isalpha() or other.isalpha():
        return _GLUED.search(one) is not None or _GLUED.search(other) is not None  # `Ayton7`, not `Ayton 04`
    return _figures(one) != _figures(other)


def _figures(name: str) -> str:
    return "".join(letter for letter in name if letter.isdigit())
