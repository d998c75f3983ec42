"""How importers read files: line by line, so that a file of any size fits, and no bad row stops the rest."""

import csv
import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.reference.rows import At, Rejected

MOST_JSON = 256 * 1024 * 1024
"""Bytes of a JSON file, which can only be read as a whole."""
LONGEST_LINE = 1024 * 1024
"""Bytes; a longer line is no row of any format here."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}$")
_YEAR = re.compile(r"\d{4}$")


def text_lines(file: Path) -> Iterator[tuple[int, str] | Rejected]:
    """The lines of a UTF-8 file with their numbers, without line ends; a line that is no UTF-8 is rejected."""
    with file.open("rb") as stream:
        number = 0
        while raw := stream.readline(LONGEST_LINE):
            number += 1
            if not raw.endswith(b"\n") and len(raw) == LONGEST_LINE:
                yield Rejected(At(str(file), number), f"a line of more than {LONGEST_LINE} bytes", "one row a line")
                return
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as problem:
                found = f"byte 0x{raw[problem.start]:02x} at column {problem.start + 1}"
                yield Rejected(At(str(file), number), found, "text in UTF-8")
                continue
            yield number, text.rstrip("\r\n")


def csv_rows(
    file: Path, required: Sequence[str], delimiter: str = ","
) -> Iterator[tuple[int, Mapping[str, str]] | Rejected]:
    """The rows of a CSV file with their line numbers, by column. A file without a required column is rejected whole."""
    rejected: list[Rejected] = []
    rows = csv.reader(_plain_lines(file, rejected), delimiter=delimiter, strict=True)
    header = _next(rows, file, rejected)
    if header is not None:
        missing = [column for column in required if column not in header]
        if missing:
            found = f"the columns {', '.join(header[:12])}" if any(header) else "no header"
            rejected.append(Rejected(At(str(file), 1), found, f"the columns {', '.join(required)}"))
        else:
            yield from _records(rows, file, header, rejected)
    elif not rejected:
        rejected.append(Rejected(At(str(file), 1), "an empty file", f"the columns {', '.join(required)}"))
    yield from rejected


def _records(
    rows: Any, file: Path, header: Sequence[str], rejected: list[Rejected]
) -> Iterator[tuple[int, Mapping[str, str]] | Rejected]:
    while (row := _next(rows, file, rejected)) is not None:
        if len(row) == len(header):
            yield rows.line_num, dict(zip(header, row, strict=True))
        elif row:
            yield Rejected(At(str(file), rows.line_num), f"{len(row)} fields", f"{len(header)}, as in the header")
        yield from rejected
        rejected.clear()


def _plain_lines(file: Path, rejected: list[Rejected]) -> Iterator[str]:
    """The readable lines; an unreadable one is an empty line, so that the numbers stay right."""
    for line in text_lines(file):
        if isinstance(line, Rejected):
            rejected.append(line)
        yield "\n" if isinstance(line, Rejected) else line[1] + "\n"


def _next(rows: Any, file: Path, rejected: list[Rejected]) -> list[str] | None:
    while True:
        try:
            return list(next(rows))
        except StopIteration:
            return None
        except csv.Error as problem:
            rejected.append(Rejected(At(str(file), rows.line_num), str(problem), "a row of CSV"))


def json_data(file: Path) -> Any:
    """The data of a JSON file; Rejected where it is none, or too big to be read as a whole."""
    size = file.stat().st_size
    if size > MOST_JSON:
        return Rejected(At(str(file), 1), f"a JSON file of {size:,} bytes", f"at most {MOST_JSON:,}; split it")
    try:
        return json.loads(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError as problem:
        return Rejected(At(str(file), 1), f"byte 0x{problem.object[problem.start]:02x}", "text in UTF-8")
    except json.JSONDecodeError as problem:
        return Rejected(At(str(file), problem.lineno), f"{problem.msg} at column {problem.colno}", "JSON")


def day(text: str) -> str:
    """An ISO day, from a day or a time; empty where it is none."""
    if not _DAY.match(text[:10]):
        return ""
    try:
        return datetime.date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def birth(text: str) -> str:
    """A day of birth, or its year; empty where it is neither."""
    return day(text) or (text if _YEAR.match(text) else "")


def whole(text: str) -> int | None:
    """A whole number, also written `2.0`; None for anything else."""
    plain = text.strip().removesuffix(".0")
    return int(plain) if plain.isdigit() else None
