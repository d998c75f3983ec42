"""decisions: what reviewers said, one decision a line of `decisions.jsonl`. Lines are added, never changed.

A line is the same for everybody who pulls it, so copies of the file merge by keeping the lines of both; the folder gets a
.gitattributes that tells git so. A line that says nothing new of a flag and a reviewer is not written again.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from checker.errors import Position, ReviewError

FILE_NAME = "decisions.jsonl"
Kind = Literal["upheld", "dismissed", "edited", "missed"]
KINDS: tuple[Kind, ...] = get_args(Kind)

_ATTRIBUTES = f"# Decisions of two people are the lines of both.\n{FILE_NAME} merge=union\n"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer said of a flag. Of a flag that the checker missed, `rule` is its family."""

    fingerprint: str
    rule: str
    article: str
    """The article's key: its path as seen from the folder of .factcheck.yml."""
    text: str
    """The words that were flagged."""
    decision: Kind
    reviewer: str
    time: str
    """When the article was ticked: ISO 8601, UTC."""
    note: str = ""
    sha256: str = ""
    """Of the version of the article that was reviewed."""
    edited: str = ""
    """The words that the reviewer marked instead; another label stands before them in brackets."""

    @property
    def flag(self) -> tuple[str, str]:
        """What it is about: an article and a flag in it."""
        return self.article, self.fingerprint

    def says_more_than(self, other: "Decision | None") -> bool:
        """Whether it is news after another one of the same flag by the same reviewer."""
        if other is None:
            return True
        said = (self.decision, self.note, self.edited)
        return self.time >= other.time and said != (other.decision, other.note, other.edited)

    def line(self) -> str:
        """Its line in the file, without what is empty."""
        said = {name: value for name, value in asdict(self).items() if value or name == "note"}
        return json.dumps(said, ensure_ascii=False) + "\n"


@dataclass(frozen=True)
class Decisions:
    """All decisions, each once, in the order of time; and the lines that could not be read."""

    all: tuple[Decision, ...] = ()
    problems: tuple[ReviewError, ...] = ()

    def latest(self) -> dict[tuple[str, str], Decision]:
        """What holds for each flag: whoever spoke last decides."""
        return {decision.flag: decision for decision in self.all}

    def by_reviewer(self) -> dict[tuple[str, str, str], Decision]:
        """What each reviewer said last of each flag."""
        return {(*decision.flag, decision.reviewer): decision for decision in self.all}


def read_decisions(file: Path) -> Decisions:
    """The decisions in a file (none where there is no file); raises ReviewError for a file that cannot be read.

    A last line without its line end was cut off while it was written, and counts for nothing.
    """
    try:
        data = file.read_bytes()
    except FileNotFoundError:
        return Decisions()
    except OSError as problem:
        raise ReviewError(f"cannot be read: {problem.strerror}", Position(str(file))) from None
    whole = data[: data.rfind(b"\n") + 1]
    found: dict[Decision, None] = {}
    problems = []
    for number, line in enumerate(whole.split(b"\n"), 1):
        if line.strip():
            try:
                found[_decision(line)] = None
            except ValueError as problem:
                problems.append(ReviewError(str(problem), Position(str(file), number, 1)))
    return Decisions(tuple(sorted(found, key=lambda decision: decision.time)), tuple(problems))


def append_decisions(file: Path, decisions: Iterable[Decision]) -> list[Decision]:
    """Adds to the file what is news, and gives that back. All of it is on the disk on return, or ReviewError is raised.

    Killed at any byte, it leaves whole lines and at most one that is cut off, which the next call takes away.
    """
    wanted = list(decisions)
    if not wanted:
        return []
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        _tell_git(file.parent)
        with _locked(file) as handle:
            end = _healed(handle)
            new = _news(read_decisions(file), wanted)
            _write(handle, end, "".join(decision.line() for decision in new).encode())
    except OSError as problem:
        raise ReviewError(f"decisions cannot be written: {problem.strerror}; pull again", Position(str(file))) from None
    return new


def _news(known: Decisions, decisions: Iterable[Decision]) -> list[Decision]:
    latest: dict[tuple[str, str, str], Decision] = known.by_reviewer()
    new = []
    for decision in sorted(decisions, key=lambda decision: decision.time):
        who = (*decision.flag, decision.reviewer)
        if decision.says_more_than(latest.get(who)):
            latest[who] = decision
            new.append(decision)
    return new


@contextmanager
def _locked(file: Path) -> Iterator[int]:
    """The file, open to be added to by this process alone; made, with its name on the disk, when it is missing."""
    handle = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o666)
    try:
        _lock(handle)
        _sync_folder(file.parent)
        yield handle
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    """Waits until no other process adds to the file. Where the system has no such locks, one write is one line's best."""
    try:
        import fcntl
    except ImportError:
        return
    fcntl.flock(handle, fcntl.LOCK_EX)


def _healed(handle: int) -> int:
    """Takes away a last line that was cut off; gives the file's length in bytes."""
    size = os.fstat(handle).st_size
    end = size
    while end and os.pread(handle, 1, end - 1) != b"\n":
        end -= 1
    if end < size:
        os.ftruncate(handle, end)
        os.fsync(handle)
    return end


def _write(handle: int, end: int, data: bytes) -> None:
    """All of the data behind `end`, or nothing."""
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(handle, left) :]
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, end)
        raise


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _tell_git(folder: Path) -> None:
    """Once, where nothing is said yet: how git is to merge decisions."""
    file = folder / ".gitattributes"
    if not file.exists() and not (folder / FILE_NAME).exists():
        file.write_text(_ATTRIBUTES, encoding="utf-8")


def _decision(line: bytes) -> Decision:
    """The decision in a line; raises ValueError that says what was found and expected."""
    if line.startswith((b"<<<<<<<", b"=======", b">>>>>>>")):
        raise ValueError("found a mark of a merge that was left open; keep the lines of both sides and delete the marks")
    try:
        said = json.loads(line)
    except ValueError:
        raise ValueError("not a decision: expected one JSON object a line") from None
    if not isinstance(said, dict):
        raise ValueError(f"not a decision: found {type(said).__name__}, expected a JSON object")
    return _made(said)


def _made(said: Mapping[str, Any]) -> Decision:
    names = [field.name for field in fields(Decision)]
    values = {name: said.get(name, "") for name in names}
    for name in names[:7]:
        if not said.get(name) and name != "text":
            raise ValueError(f"not a decision: {name!r} is missing")
    wrong = next((name for name, value in values.items() if not isinstance(value, str)), None)
    if wrong:
        raise ValueError(f"not a decision: {wrong!r} is {values[wrong]!r}, expected text")
    if values["decision"] not in KINDS:
        raise ValueError(f"not a decision: found {values['decision']!r}, expected one of {', '.join(KINDS)}")
    return Decision(**values)


def decisions_file(annotations: Path | None, folder: Path) -> Path:
    """Where decisions are kept: in the folder of annotated copies, else in `annotations` beside .factcheck.yml."""
    return (annotations or folder / "annotations") / FILE_NAME
