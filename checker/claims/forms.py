"""The forms of a pack's patterns: compiled once for a set of words, and kept in the user's cache for the next start.

To compile a thousand patterns takes as long as to check many an article.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from checker.cache import cache_folder, digest_of, write_kept
from checker.claims import pattern
from checker.claims.pattern import Element, Form, compile_pattern, element_of
from checker.claims.words import Words

_KEPT = 8
"""Sets of words whose forms are kept; the oldest go first."""


class Forms:
    """Gives the forms of patterns that use some words."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._file = _place(words)
        self._kept = _read(self._file) if self._file else {}
        self._used: dict[str, list[Form]] = {}

    def of(self, text: str) -> list[Form]:
        """The forms of a pattern; raises PatternError."""
        kept = self._kept.get(text)
        self._used[text] = compile_pattern(text, self._words.lists, self._words.spellings) if kept is None else kept
        return self._used[text]

    def keep(self) -> None:
        """Leaves the forms that were given for the next start."""
        if self._file and not self._used.keys() <= self._kept.keys():
            write_kept(self._file, _written(self._used), _KEPT)


def _place(words: Words) -> Path | None:
    """Where the forms are kept; None for a user without a home."""
    try:
        name = digest_of([Path(__file__), Path(pattern.__file__)], sorted(words.lists.items()), sorted(words.spellings.items()))
        return cache_folder() / "forms" / f"{name}.json"
    except (OSError, RuntimeError):
        return None


def _read(file: Path) -> dict[str, list[Form]]:
    """The forms that an earlier run left, by their patterns; none where it left none, or none that can be read."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        elements = [element_of(frozenset(words), kind, field, most, frozenset(closed))
                    for words, kind, field, most, closed in said["elements"]]  # fmt: skip
        return {text: [tuple(map(elements.__getitem__, form)) for form in forms] for text, forms in said["forms"].items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return {}


def _written(forms: Mapping[str, list[Form]]) -> str:
    numbers: dict[Element, int] = {}
    places = {text: [[numbers.setdefault(part, len(numbers)) for part in form] for form in own] for text, own in forms.items()}
    elements = [[sorted(part.words), part.kind, part.field, part.most, sorted(part.closed)] for part in numbers]
    return json.dumps({"elements": elements, "forms": places}, ensure_ascii=False, separators=(",", ":"))
