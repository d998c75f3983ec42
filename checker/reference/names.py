"""Names: how they are folded for look-up and how far apart two spellings are."""

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_LETTERS = str.maketrans(
    {
        "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "AE",
        "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D", "’": "'", "‘": "'", "ʼ": "'", "`": "'",
        "´": "'", "‑": "-", "–": "-", "\u00a0": " ", "\u200b": None,
    }
)  # fmt: skip


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The text as it is compared: without case and accents (ł, ø, ß, ı too), one kind of apostrophe, hyphen and space."""
    return fold_passage(text)


def fold_passage(text: str) -> str:
    """The same for text that will hardly come again, and is not worth remembering."""
    if text.isascii():
        return " ".join(text.casefold().replace("`", "'").split())
    plain = text.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


def distance(one: str, other: str) -> int:
    """Optimal string alignment distance of two folded names: insertions, deletions, changes, swaps of neighbours."""
    return int(OSA.distance(one, other))


def surname_of(name: str, particles: frozenset[str]) -> str:
    """The surname of a full name, folded, with its particles: `Kevin De Bruyne` has `de bruyne`; a lone name is its own."""
    words = fold(name).split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in particles:
        at -= 1
    return " ".join(words[at:])
