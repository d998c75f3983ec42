"""Spelling: a letter of a name that the article writes rightly elsewhere."""

import random
import re
from collections import defaultdict
from collections.abc import Iterator

from injections.copy import WORD, Copy, Place
from injections.model import Corpus, Edit, Error, Kind, Site
from injections.names import DAYS_AND_MONTHS, NO_NAME_OF_MEN

SHORTEST = 5
"""Of four letters two different names may differ in one: nothing is proved."""

VOWELS = "aeiou"
CONSONANTS = "bcdfghklmnprstvz"
_POSSESSIVE = re.compile(r"['’]s$|['’]$")
_DEMONYM = re.compile(r"(?:ish|ese|ian|ians|ans|can|men|man|French|Dutch|Welsh)$")
"""Italy and Italian differ by more than a letter, German and Germany do not."""


def names(copy: Copy, corpus: Corpus) -> dict[str, list[Place]]:
    """The words of an article that are names, with every place where they stand (without 's)."""
    found: dict[str, list[Place]] = defaultdict(list)
    inside: set[str] = set()
    for match in WORD.finditer(copy.text, copy.start):
        word = _POSSESSIVE.sub("", match[0])
        if word[0].isupper() and len(word) >= SHORTEST:
            found[word].append(Place(match.start(), match.start() + len(word)))
            if copy.text[max(0, match.start() - 2) : match.start() - 1].islower():
                inside.add(word)
    return {word: places for word, places in found.items() if word in inside and _is_name(word, corpus)}


def _is_name(word: str, corpus: Corpus) -> bool:
    if word.isupper() or word in DAYS_AND_MONTHS or _DEMONYM.search(word):
        return False
    return word.lower() not in corpus.lower_words and not any(letter.isdigit() for letter in word)


def sort_of(copy: Copy, places: list[Place]) -> str:
    """Whether a name is a man's surname, his first name, or another: of a club, a nation, a ground."""
    if is_surname(copy, places):
        return "surname"
    return "first name" if is_first_name(copy, places) else "other"


def is_first_name(copy: Copy, places: list[Place]) -> bool:
    """Whether a name stands before a surname and is no first word of a club or a place."""
    return copy.of(places[0]) not in NO_NAME_OF_MEN and all(_SURNAME.match(copy.text, place.end) for place in places)


_SURNAME = re.compile(
    r" (?!(?:City|United|Town|Rovers|Athletic|County|Albion|League|Cup|Park|Road|Stadium|Madrid|Villa|Arena)\b)[A-ZÀ-Þ][a-zà-ÿ]"
)


def is_surname(copy: Copy, places: list[Place]) -> bool:
    """Whether a name follows a first name somewhere and is followed by no other part of a name there."""
    return copy.of(places[0]) not in NO_NAME_OF_MEN and any(_follows_first_name(copy, place) for place in places)


_BEFORE = re.compile(r"[a-zà-ÿ,;:(] ?(?P<first>[A-Z][a-zà-ÿ]+) $")
_AFTER = re.compile(r"(?:['’]s?)? ?[A-Z]")


def _follows_first_name(copy: Copy, place: Place) -> bool:
    found = _BEFORE.search(copy.text, max(0, place.start - 20), place.start)
    return found is not None and found["first"] not in NO_NAME_OF_MEN and not _AFTER.match(copy.text, place.end)


def misspelt(word: str, draw: random.Random, corpus: Corpus) -> str | None:
    """The word with one letter wrong, never the first; None where each try gives another word of the corpus."""
    for _ in range(20):
        wrong = _one_letter(word, draw)
        if _is_no_plural(wrong, word) and wrong not in corpus.words and wrong.lower() not in corpus.lower_words:
            return wrong
    return None


def _is_no_plural(wrong: str, word: str) -> bool:
    """Whether two forms differ, and by more than an s at the end, which may be right where it stands."""
    return wrong.rstrip("s") != word.rstrip("s")


def _one_letter(word: str, draw: random.Random) -> str:
    small = [at for at in range(1, len(word)) if word[at].islower()]
    at = draw.choice(small or [len(word) - 1])
    kind = draw.choice(("swap", "drop", "double", "replace"))
    if kind == "swap" and at + 1 in small:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == "drop":
        return word[:at] + word[at + 1 :]
    if kind == "double":
        return word[:at] + word[at] + word[at:]
    return word[:at] + draw.choice(VOWELS if word[at] in VOWELS else CONSONANTS) + word[at + 1 :]


def _misspellings(site: Site, least: int, most: int, times: int, sort: str) -> Iterator[Error]:
    for word, places in names(site.copy, site.corpus).items():
        if least <= len(places) <= most and sort_of(site.copy, places) == sort:
            wrong = misspelt(word, site.draw, site.corpus)
            changed = site.draw.sample(places, times)
            proof = next(place for place in places if place not in changed)
            if wrong:
                yield Error(tuple(Edit(place, wrong) for place in sorted(changed)), proof)


def thrice(site: Site) -> Iterator[Error]:
    """A man's name that stands three times and more, once misspelt."""
    return _misspellings(site, 3, 99, 1, sort="surname")


def twice(site: Site) -> Iterator[Error]:
    """A man's name that stands twice, once misspelt: the article contradicts itself."""
    return _misspellings(site, 2, 2, 1, sort="surname")


def same_twice(site: Site) -> Iterator[Error]:
    """A man's name that stands five times and more, misspelt twice in the same way."""
    return _misspellings(site, 5, 99, 2, sort="surname")


def first_name(site: Site) -> Iterator[Error]:
    """A man's first name that stands three times and more, once misspelt."""
    return _misspellings(site, 3, 99, 1, sort="first name")


def place_or_club(site: Site) -> Iterator[Error]:
    """Another name (a club, a town, a ground) that stands three times and more, once misspelt."""
    return _misspellings(site, 3, 99, 1, sort="other")


KINDS = (
    Kind("spelling/name-thrice", thrice),
    Kind("spelling/name-twice", twice),
    Kind("spelling/same-misspelling-twice", same_twice),
    Kind("spelling/first-name-thrice", first_name),
    Kind("spelling/club-or-place", place_or_club),
)
