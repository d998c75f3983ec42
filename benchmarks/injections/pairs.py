"""Which articles of a corpus tell of one match: the same final score, and names that few other articles have."""

import re
from collections import Counter
from collections.abc import Sequence

from injections.copy import Copy, finals
from injections.score import result_lines

LEAST_SHARED = 10
"""Names that two reports share at least: the men of two teams."""
RARE = 0.1
"""A name that a greater share of the articles has, and more than a handful, says little of a match."""
_HANDFUL = 6
_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")


def partners(copies: Sequence[Copy]) -> dict[str, Copy]:
    """For each article that has one, the other report of its match that shares most names with it."""
    names = {copy.key: frozenset(_NAME.findall(copy.text)) for copy in copies}
    counts = Counter(name for found in names.values() for name in found)
    most = max(_HANDFUL, RARE * len(copies))
    rare = {key: frozenset(name for name in found if counts[name] <= most) for key, found in names.items()}
    ends = {copy.key: _score(copy) for copy in copies}
    found: dict[str, Copy] = {}
    for copy in copies:
        same = [other for other in copies if other.key != copy.key and ends[copy.key] == ends[other.key] is not None]
        shared = {other.key: len(rare[copy.key] & rare[other.key]) for other in same}
        best = max(same, key=lambda other: shared[other.key], default=None)
        if best is not None and shared[best.key] >= LEAST_SHARED:
            found[copy.key] = best
    return found


def _score(copy: Copy) -> tuple[int, int] | None:
    told = finals(copy) or result_lines(copy)
    return told[0].sides if told else None
