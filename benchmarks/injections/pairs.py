"""Which articles of a corpus tell of one match: the same final score, a goal with the same scorer and minute in both (or a
result line that names both teams), and names that few other articles have. In doubt they are two matches."""

import re
from collections import Counter
from collections.abc import Sequence

from injections.copy import Copy, finals
from injections.minute import goal_sentences
from injections.score import result_lines

LEAST_SHARED = 10
"""Names that two reports share at least: the men of two teams."""
LEAST_SHARE = 0.5
"""Of the rare names of the one that has fewer. Reports of one match shared 58 to 93 %, two matches of one club up to 45 %."""
RARE = 0.1
"""A name that a greater share of the articles has, and more than a handful, says little of a match."""
_HANDFUL = 6
_HEAD = 600
"""Code points within which a report names both teams."""
_RESULT_LINE = re.compile(r"FULL[- ]TIME:? ([^\n\d]+?) \d[-–]\d ([A-Z][^\n\d.]+)")
_NAME = re.compile(r"\b[A-ZÀ-Þ][a-zà-ÿ]{3,}\b")


def partners(copies: Sequence[Copy]) -> dict[str, Copy]:
    """For each article that has one, the other report of its match that shares most names with it."""
    names = {copy.key: frozenset(_NAME.findall(copy.text)) for copy in copies}
    counts = Counter(name for found in names.values() for name in found)
    most = max(_HANDFUL, RARE * len(copies))
    rare = {key: frozenset(name for name in found if counts[name] <= most) for key, found in names.items()}
    ends = {copy.key: _score(copy) for copy in copies}
    facts = {copy.key: _goals(copy) for copy in copies}
    found: dict[str, Copy] = {}
    for copy in copies:
        same = [other for other in copies if other.key != copy.key and ends[copy.key] == ends[other.key] is not None]
        same = [other for other in same if facts[copy.key] & facts[other.key] or _is_result_of(other, copy)]
        shared = {other.key: len(rare[copy.key] & rare[other.key]) for other in same}
        best = max(same, key=lambda other: shared[other.key], default=None)
        least = min(len(rare[key]) for key in (copy.key, best.key)) * LEAST_SHARE if best else 0
        if best is not None and shared[best.key] >= max(LEAST_SHARED, least):
            found[copy.key] = best
    return found


def _goals(copy: Copy) -> set[tuple[str, int]]:
    """Surnames with the minutes of their goals."""
    told = {(name, minute.minute) for _, name, minute in goal_sentences(copy)}
    return told | {(goal.scorer.surname, goal.minute) for goal in copy.goals}


def _is_result_of(live: Copy, report: Copy) -> bool:
    """Whether a live text ends with a result line whose two teams the beginning of a report names."""
    found = _RESULT_LINE.search(live.text)
    head = report.text[report.start : report.start + _HEAD].lower()
    return found is not None and all(any(word in head for word in _words(found[side])) for side in (1, 2))


def _words(team: str) -> list[str]:
    return [word.lower() for word in team.split() if len(word) > 3]


def _score(copy: Copy) -> tuple[int, int] | None:
    told = finals(copy) or result_lines(copy)
    return told[0].sides if told else None
