"""pull: an article as a reviewer left it, to a decision for each of its flags.

A flag's span still there: upheld. Gone: dismissed. Gone, and another one on some of its words: edited; so is one with another
label. A span on words that no flag was about: missed.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from checker.article import Span
from checker.review.backend import Found, Note, Review
from checker.review.decisions import Decision, Kind
from checker.review.entry import Mark
from checker.review.keys import missed_fingerprint
from checker.review.triage import Triage

_NOTE = re.compile(r"^\s*f(\d+)\b\s*[:.,\-–—]*\s*", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_LINE = re.compile(r"[^\r\n]*")


def decide(review: Review, triage: Triage) -> list[Decision]:
    """The decisions on one ticked article: one for each flag, in their order, then one for each that was missed."""
    marks = review.item.marks
    left, instead, added = _sorted_out(marks, review.spans)
    notes = _notes(review)
    return [
        *(_judged(review, mark, mark in left, instead.get(mark), notes.get(mark.number, "")) for mark in marks),
        *_missed(review, added, triage),
    ]


def _sorted_out(
    marks: Sequence[Mark], spans: Sequence[Found]
) -> tuple[frozenset[Mark], dict[Mark, Found], list[Found]]:
    """The marks whose spans are left; for each other one the span that took its place, if any; the spans that are new."""
    there = {(found.span, found.label) for found in spans}
    pushed = {(mark.span, mark.label) for mark in marks}
    left = frozenset(mark for mark in marks if (mark.span, mark.label) in there)
    added = list(dict.fromkeys(found for found in spans if (found.span, found.label) not in pushed))
    instead: dict[Mark, Found] = {}
    for mark in marks:
        nearest = max(added, key=lambda found: _nearness(found, mark), default=None)
        if mark not in left and nearest is not None and _nearness(nearest, mark)[0]:
            instead[mark] = nearest
    taken = set(instead.values())
    return left, instead, [found for found in added if found not in taken]


def _nearness(found: Found, mark: Mark) -> tuple[int, bool]:
    """How much of a mark another span stands on (code points + 1; 1 where they touch), and whether the label is the same."""
    common = min(found.span.end, mark.span.end) - max(found.span.start, mark.span.start)
    return (common + 1 if common >= 0 else 0), found.label == mark.label


def _judged(review: Review, mark: Mark, left: bool, instead: Found | None, note: str) -> Decision:
    kind: Kind = "upheld" if left else "edited" if instead else "dismissed"
    edited = ""
    if instead is not None:
        words = instead.span.of(review.text)
        edited = words if instead.label == mark.label else f"[{instead.label}] {words}"
    return _decision(review, mark.fingerprint, mark.rule, mark.text, kind, note, edited)


def _missed(review: Review, added: Iterable[Found], triage: Triage) -> Iterator[Decision]:
    """One decision for each words and label that were added; two reviewers who marked the same are one."""
    seen: set[tuple[Span, str]] = set()
    for found in sorted(added, key=lambda found: found.span):
        if (found.span, found.label) in seen:
            continue
        seen.add((found.span, found.label))
        family, words = triage.family(found.label), found.span.of(review.text)
        number = missed_fingerprint(family, words, _line_at(review.text, found.span.start))
        yield _decision(review, number, family, words, "missed", reviewer=found.user)


def _decision(
    review: Review, number: str, rule: str, text: str, kind: Kind, note: str = "", edited: str = "", reviewer: str = ""
) -> Decision:
    item = review.item
    who = reviewer or review.reviewer
    return Decision(number, rule, item.article, text, kind, who, review.time, note, item.sha256, edited)


def _line_at(text: str, offset: int) -> str:
    """The line of copy around an offset, which stands for the sentence of a flag that no rule has raised."""
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    found = _LINE.match(text, start)
    return found[0] if found else ""


def _notes(review: Review) -> dict[int, str]:
    """What was written of each flag, by its number. `f2: reason` names a flag; where there is but one, nobody need name it."""
    said: dict[int, list[str]] = defaultdict(list)
    for note in sorted(review.notes, key=lambda note: note.time):
        for number, words in _parts(note, len(review.item.marks)):
            said[number].append(words if note.user == review.reviewer else f"{note.user}: {words}")
    return {number: "; ".join(words) for number, words in said.items()}


def _parts(note: Note, marks: int) -> Iterator[tuple[int, str]]:
    """A comment's words by the flag that they are about; lines without a number belong to the one before."""
    parts: dict[int, list[str]] = {}
    number = 1 if marks == 1 else 0
    for line in note.text.splitlines():
        found = _NOTE.match(line)
        if found:
            number = int(found[1])
        parts.setdefault(number, []).append(line[found.end() if found else 0 :])
    for about, lines in parts.items():
        words = _SPACES.sub(" ", " ".join(lines)).strip()
        if about and words:
            yield about, words
