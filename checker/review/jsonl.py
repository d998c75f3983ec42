"""jsonl: a place of review that is a folder of files, for programs that import and export JSON lines.

    to-review.jsonl   what push writes: a row an article, which doccano (`label`, in UTF-16 units) and Prodigy (`spans`, in code
                      points) both import
    reviewed.jsonl    what pull reads: rows that came back, with `spans`; Prodigy's `db-out` writes such rows

A row counts as ticked when it came back with Prodigy's `"answer": "accept"`.
"""

import datetime
import json
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from checker.article import Span
from checker.errors import Position, ReviewError
from checker.review.backend import Found, Item, Progress, Review
from checker.review.entry import Entry, mark_from_json, units_of

TO_REVIEW, REVIEWED = "to-review.jsonl", "reviewed.jsonl"
Json = dict[str, Any]


class JsonlBackend:
    """A folder; a ReviewBackend."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def project(self) -> str:
        return "jsonl"

    def items(self) -> list[Item]:
        """What was written, and what came back; of an article that did, that row counts."""
        rows = {row["meta"]["factcheck"]["id"]: row for row in (*self._rows(TO_REVIEW), *self._rows(REVIEWED))}
        return [_item(number, row) for number, row in enumerate(rows.values())]

    def add(self, entries: Sequence[Entry], progress: Progress) -> None:
        rows = {row["meta"]["factcheck"]["id"]: row for row in self._rows(TO_REVIEW)}
        self._write([*rows.values(), *(_row(entry) for entry in entries if entry.id not in rows)])
        progress("written", len(entries), len(entries))

    def mend(self, items: Sequence[Item], progress: Progress) -> list[Item]:  # noqa: ARG002 - a file is written whole or not
        return []

    def touched(self, item: Item) -> bool:
        return any(row["meta"]["factcheck"]["id"] == item.id for row in self._rows(REVIEWED))

    def remove(self, items: Sequence[Item]) -> None:
        gone = {item.id for item in items}
        if gone:
            self._write(row for row in self._rows(TO_REVIEW) if row["meta"]["factcheck"]["id"] not in gone)

    def reviews(self, progress: Progress) -> Iterator[Review]:
        rows = [row for row in self._rows(REVIEWED) if _is_ticked(row)]
        for number, row in enumerate(rows):
            progress("read", number + 1, len(rows))
            item, reviewer = _item(number, row), str(row.get("_annotator_id") or row.get("_session_id") or "unknown")
            spans = (_found(span, reviewer) for span in row.get("spans", ()))
            yield Review(item, row["text"], tuple(spans), (), reviewer, _time(row))

    def _rows(self, name: str) -> list[Json]:
        """The rows of a file that are ours; raises ReviewError at a line that is no row."""
        file = self._folder / name
        try:
            lines = file.read_text(encoding="utf-8").split("\n") if file.exists() else []
        except (OSError, UnicodeDecodeError) as problem:
            raise ReviewError(f"cannot be read: {problem}", Position(str(file))) from None
        rows = (_parsed(line, Position(str(file), number, 1)) for number, line in enumerate(lines, 1) if line.strip())
        return [row for row in rows if "factcheck" in row.get("meta", {})]

    def _write(self, rows: Iterable[Json]) -> None:
        """The file anew, all of it or nothing."""
        file = self._folder / TO_REVIEW
        part = file.with_suffix(".part")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with part.open("w", encoding="utf-8") as out:
                out.writelines(json.dumps(row) + "\n" for row in rows)
                out.flush()
                os.fsync(out.fileno())
            part.replace(file)
        except OSError as problem:
            raise ReviewError(f"cannot be written: {problem.strerror}", Position(str(file))) from None


def _row(entry: Entry) -> Json:
    spans = [{"start": mark.span.start, "end": mark.span.end, "label": mark.label} for mark in entry.marks]
    return {"text": entry.text, "label": units_of(entry.marks, entry.text), "spans": spans, "meta": entry.meta}


def _parsed(line: str, where: Position) -> Json:
    try:
        row = json.loads(line)
    except ValueError:
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReviewError('not a row of a review: expected a JSON object with "text"', where)
    return row


def _item(number: int, row: Json) -> Item:
    said = row["meta"]["factcheck"]
    marks = tuple(map(mark_from_json, said["flags"]))
    return Item(number, said["id"], row["meta"]["article"], said["sha256"], marks, _is_ticked(row), True)


def _is_ticked(row: Json) -> bool:
    return row.get("answer") == "accept"


def _found(span: Json, user: str) -> Found:
    return Found(Span(span["start"], span["end"]), span["label"], user)


def _time(row: Json) -> str:
    """When it was answered: Prodigy gives seconds of the epoch."""
    moment = datetime.datetime.fromtimestamp(float(row.get("_timestamp", 0)), datetime.UTC)
    return moment.isoformat().replace("+00:00", "Z")
