"""entry: an article with its numbered flags, as reviewers get it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checker.article import Article, Span
from checker.errors import FactcheckError, Position
from checker.judge.verdict import Evidence, Flag
from checker.review.keys import entry_id
from checker.review.triage import Triage
from checker.review.units import Units
from checker.writers.paths import printable_path

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mark:
    """One flag on the page: its number, label and span (code points), and what is needed to judge it and to know it again."""

    number: int
    label: str
    rule: str
    family: str
    level: str
    span: Span
    text: str
    message: str
    evidence: tuple[str, ...]
    suggestions: tuple[str, ...]
    fingerprint: str

    @property
    def name(self) -> str:
        """`f2`, as reviewers write it."""
        return f"f{self.number}"

    def to_json(self) -> Json:
        return {
            "name": self.name,
            "rule": self.rule,
            "level": self.level,
            "text": self.text,
            "message": self.message,
            "evidence": list(self.evidence),
            "suggestions": list(self.suggestions),
            "label": self.label,
            "family": self.family,
            "start": self.span.start,
            "end": self.span.end,
            "fingerprint": self.fingerprint,
        }


def mark_from_json(said: Mapping[str, Any]) -> Mark:
    """The mark that `to_json` wrote; raises KeyError, TypeError or ValueError for anything else."""
    return Mark(
        number=int(said["name"][1:]),
        label=said["label"],
        rule=said["rule"],
        family=said["family"],
        level=said["level"],
        span=Span(int(said["start"]), int(said["end"])),
        text=said["text"],
        message=said["message"],
        evidence=tuple(said["evidence"]),
        suggestions=tuple(said["suggestions"]),
        fingerprint=said["fingerprint"],
    )


@dataclass(frozen=True)
class Entry:
    """One version of an article with the flags to judge, ready to be sent."""

    id: str
    article: str
    """The article's key."""
    sha256: str
    text: str
    marks: tuple[Mark, ...]

    @property
    def meta(self) -> Json:
        """What goes along with the text: the same keys for every entry, since doccano drops a batch whose rows differ."""
        return {
            "article": self.article,
            "factcheck": {
                "version": 1,
                "id": self.id,
                "sha256": self.sha256,
                "flags": [mark.to_json() for mark in self.marks],
            },
        }


def make_entry(project: str, key: str, article: Article, flags: Sequence[Flag], triage: Triage) -> Entry:
    """The entry of an article and the flags to judge; raises FactcheckError for a span that is not in the text.

    doccano loses such a span without a word, so it must not be sent.
    """
    ordered = sorted(flags, key=lambda flag: (flag.span, flag.rule))
    marks = tuple(_mark(number, flag, triage) for number, flag in enumerate(ordered, 1))
    for mark in marks:
        if not 0 <= mark.span.start < mark.span.end <= len(article.text) or mark.span.of(article.text) != mark.text:
            raise FactcheckError(f"a flag of {mark.rule} does not stand at {mark.span}", Position(article.path))
    number = entry_id(project, key, article.sha256, (mark.fingerprint for mark in marks))
    return Entry(number, key, article.sha256, article.text, marks)


def _mark(number: int, flag: Flag, triage: Triage) -> Mark:
    return Mark(
        number,
        triage.labels[flag.family].name,
        flag.rule,
        flag.family,
        flag.level,
        flag.span,
        flag.text,
        flag.message,
        tuple(map(_evidence, flag.evidence)),
        flag.suggestions,
        flag.fingerprint,
    )


def _evidence(evidence: Evidence) -> str:
    """`line 3: "1-1"`, `other.txt: "1-1"`, `Edson Álvarez … (squad.yml)`."""
    if evidence.kind == "reference":
        return f"{evidence.text} ({evidence.source})" if evidence.source else evidence.text
    place = f"line {evidence.line}" if evidence.kind == "span" else printable_path(evidence.path)
    return f'{place}: "{evidence.text}"'


def units_of(marks: Iterable[Mark], text: str) -> list[tuple[int, int, str]]:
    """The spans and labels of some marks in UTF-16 units, each once: two flags of a family on the same words are one span."""
    units = Units(text)
    spans = ((units.to_utf16(mark.span.start), units.to_utf16(mark.span.end), mark.label) for mark in marks)
    return sorted(dict.fromkeys(spans))


GREETING = "factcheck: "
"""How the comment that lists the flags begins; it tells it from what people write."""


def comment(marks: Sequence[Mark]) -> str:
    """What reviewers read beside the article: each flag with its message, evidence and suggestions.

    The page runs lines together, so each part begins with a sign of its own.
    """
    count = "no flags" if not marks else "1 flag" if len(marks) == 1 else f"{len(marks)} flags"
    return "\n".join([f"{GREETING}{count}", *(line for mark in marks for line in _told(mark))])


def _told(mark: Mark) -> Iterable[str]:
    yield f"▸ {mark.name} “{_flat(mark.text)}”: {mark.message} ({mark.rule}, {mark.level})"
    yield from (f"  · seen: {_flat(evidence)}" for evidence in mark.evidence)
    yield from (f"  · did you mean: {suggestion}?" for suggestion in mark.suggestions)


def _flat(text: str) -> str:
    return " ".join(text.split())
