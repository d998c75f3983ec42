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


TYPING_ERRORS = 2
"""Letters by which two names may differ and be one man's, misspelt; that is for the rules on spelling to say."""


LONG_SURNAME = 6
"""Letters of a surname of which a slip makes no other man's."""


def last_word(name: str) -> str:
    """The last word of a name, by which two articles, or a line-up and the prose, know a man."""
    return name.rsplit(" ", 1)[-1]


def same_surname(one: str, other: str) -> bool:
    """Whether two names as written may be one man's by their last words: `Salomón Rondón` and `RONDON`, `Ingason` and
    `Ignason`."""
    a, b = last_word(fold(one)), last_word(fold(other))
    near = min(len(a), len(b)) >= LONG_SURNAME and a[0] == b[0] and distance(a, b) <= TYPING_ERRORS
    return a == b or near


def may_be_one(one: str, other: str) -> bool:
    """Whether two folded names may be one man's, or two brothers': they share a part, or their last words nearly agree."""
    shared = not set(one.split()).isdisjoint(other.split())
    return shared or distance(last_word(one), last_word(other)) <= TYPING_ERRORS


@lru_cache(maxsize=16384)
def surname_of(name: str, particles: frozenset[str]) -> str:
    """The surname of a full name, folded, with its particles: `Kevin De Bruyne` has `de bruyne`; a lone name is its own."""
    words = fold(name).split()
    at = len(words) - 1
    while at > 1 and words[at - 1] in particles:
        at -= 1
    return " ".join(words[at:])
