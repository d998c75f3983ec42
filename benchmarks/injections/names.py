"""Capitalised words that are no clubs, such as are no part of a man's name, and names of nobody (names.yml)."""

from pathlib import Path

import yaml

_WORDS: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text(encoding="utf-8"))


def _all(*lists: str) -> frozenset[str]:
    return frozenset(word for name in lists for word in _WORDS[name])


DAYS_AND_MONTHS = _all("days_and_months")
SENTENCE_OPENERS = _all("sentence_openers")
NATIONALITIES = _all("nationalities")
NO_CLUBS = _all("days_and_months", "nations", "sentence_openers", "competitions_and_nicknames")
NO_NAME_OF_MEN = NO_CLUBS | NATIONALITIES | _all("clubs_and_places", "sides_and_firms", "particles")
SHARED_NAMES = _all("shared_names")
STRANGERS = tuple(_WORDS["strangers"])
"""Names of nobody, for whose place is to be taken."""
