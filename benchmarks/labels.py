"""What a reader said of alarms on real, unchanged copy: labels.jsonl, one label a line and no text.

    {"source": "paper/017.txt", "start": 120, "end": 128, "rule": "spelling/person-two-ways", "label": "right"}

`source` is the article's path in the corpus, `start` and `end` are code points. `right`: the copy is wrong there, or is one of
two places of which one is; `wrong`: the copy is right; `arguable`: something is wrong, but not what the flag says, or people
would differ.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from intervals import Share
from measure import Alarm

from checker.errors import ArticleError, Position

LABELS = Path(__file__).resolve().parent / "labels.jsonl"
Judgement = Literal["right", "wrong", "arguable"]
Key = tuple[str, int, int, str]


@dataclass(frozen=True)
class Label:
    """What one alarm is. In counts of what is right an arguable alarm is not."""

    source: str
    start: int
    end: int
    rule: str
    label: Judgement

    @property
    def key(self) -> Key:
        return self.source, self.start, self.end, self.rule


def read_labels(path: Path) -> list[Label]:
    """The labels of a file; raises ArticleError that names the line of a bad one."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_label(line, Position(str(path), number)) for number, line in enumerate(lines, 1) if line.strip()]


def _label(line: str, position: Position) -> Label:
    try:
        label = Label(**json.loads(line))
    except (TypeError, ValueError) as problem:
        raise ArticleError(f"not a label: {problem}", position) from None
    if label.label not in get_args(Judgement):
        raise ArticleError(f"found label {label.label!r}, expected one of {', '.join(get_args(Judgement))}", position)
    return label


def alarm_key(alarm: Alarm) -> Key:
    return alarm.source, alarm.flag.span.start, alarm.flag.span.end, alarm.flag.rule


def unlabelled(alarms: Sequence[Alarm], labels: Sequence[Label]) -> Iterator[str]:
    """For each alarm without a label the line that labels.jsonl wants, its label open, and what the alarm says."""
    known = {label.key for label in labels}
    for alarm in alarms:
        if alarm_key(alarm) not in known:
            source, start, end, rule = alarm_key(alarm)
            yield json.dumps({"source": source, "start": start, "end": end, "rule": rule, "label": "?"}, ensure_ascii=False)
            yield f"    {alarm.flag.path}:{alarm.flag.line}: {alarm.flag.text!r}: {alarm.flag.message}"


def precision_rows(alarms: Sequence[Alarm], labels: Sequence[Label]) -> Iterator[str]:
    """A row for each rule: right of all, the share and its interval.

    Where the articles that the labels speak of are here, only alarms of this run count; else every label does.
    """
    here = {alarm_key(alarm) for alarm in alarms}
    kept = [label for label in labels if label.key in here] or list(labels)
    missing = len(here - {label.key for label in labels})
    loud = {alarm_key(alarm) for alarm in alarms if alarm.flag.level != "query"}
    for name, chosen in [
        ("all", kept),
        ("error and warning", [label for label in kept if label.key in loud]),
        *((rule, [x for x in kept if x.rule == rule]) for rule in sorted({x.rule for x in kept})),
    ]:
        arguable = sum(label.label == "arguable" for label in chosen)
        told = Share(sum(label.label == "right" for label in chosen), len(chosen))
        yield f"{name:<40}{told}" + (f"  ({arguable} arguable)" if arguable else "")
    if missing:
        yield f"{missing} alarms of this run have no label (--unlabelled lists them)"
