"""read: bytes to an immutable Article. Nothing after this step changes the text."""

import datetime
import hashlib
import os
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel, ConfigDict

from checker.errors import ArticleError, FactcheckError, Position
from checker.yaml_source import parse_yaml

COPY_SUFFIXES = frozenset({".txt", ".md", ".markdown"})
MARKDOWN_SUFFIXES = frozenset({".md", ".markdown"})
MAX_BYTES = 4_000_000
"""A longer file is not an article: the longest in 2,000 published reports has 30,000 bytes."""

_LINE_END = re.compile(r"\r\n|\n|\r")
_MARKS = re.compile(
    r"[*_#>|(\[\]`](?:(?<=\*)\**|(?<=_)(?:(?<!\w_)_*|_*(?!\w))|(?<=^#)#*|(?<=^>)|(?<=\|)|(?<=\]\()[^()\s]*\)"
    r"|(?<=[\[\]])(?=[^\[\]]*\]?\()|(?<=`)`*)", re.MULTILINE
)
"""Markdown that stands around words; blanked so that names and sentences read as in plain text. It begins with a set of
letters, which is what `re` can look for fast."""
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?:(.*?)(?:\r\n|\n|\r))?---[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
_FRONT_KEY = re.compile(r"^(?:date|headline|title|match)[ \t]*:", re.MULTILINE)
"""A key that is read of front matter, by which plain text's is told from a rule with words below it."""


class Span(NamedTuple):
    """[start, end) in Unicode code points of an article's text. A tuple, since there are more of them than of anything."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        return self.start <= other.start and other.end <= self.end

    def distance(self, other: "Span") -> int:
        """Code points between the two; 0 where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, 0)

    def between(self, other: "Span") -> "Span":
        """The stretch from the end of the first to the start of the other; empty where they touch or overlap."""
        first, then = sorted((self, other))
        return Span(first.end, max(first.end, then.start))

    def of(self, text: str) -> str:
        """The slice of the text that this span stands for."""
        return text[self.start : self.end]


class FrontMatter(BaseModel):
    """What an article may say of itself before its first line; other keys belong to other programs."""

    model_config = ConfigDict(extra="ignore")

    date: datetime.date | None = None
    headline: str | None = None
    title: object = None
    """What site generators call the headline; of other kinds of value it is none."""
    match: str | None = None


@dataclass(frozen=True)
class Article:
    """One piece of copy: its text exactly as decoded (line ends and byte order mark kept) and what is known of it."""

    path: str
    text: str
    sha256: str
    date: datetime.date | None = None
    headline: str | None = None
    match: str | None = None
    body: Span = field(default=Span(0, 0))
    """Where the copy stands, without front matter."""
    markdown: bool = False

    @cached_property
    def lined(self) -> str:
        """The text with every line end (and a byte order mark) made line feeds, of the same length: an empty line more says
        nothing. An acute accent alone is an apostrophe there, as which some desks write it: `Hill´s header`."""
        text = self.text.replace("\r", "\n") if "\r" in self.text else self.text
        text = text.replace("´", "'") if "´" in text else text
        return "\n" + text[1:] if text.startswith("\ufeff") else text

    @cached_property
    def plain(self) -> str:
        """The text as it is read: of the same length, every line end a line feed, all front matter but the headline and the
        marks of Markdown blank."""
        if not (self.markdown or self._has_front_matter):
            return self.lined
        body = self.lined[self.body.start :]
        body = _MARKS.sub(lambda found: " " * len(found[0]), body) if self.markdown else body
        head = "".join(letter if letter in "\r\n" else " " for letter in self.text[: self.body.start])
        at = self.text.find(self.headline, 0, self.body.start) if self.headline else -1
        if at >= 0 and self.headline:
            head = head[:at] + self.headline + head[at + len(self.headline) :]
        return head + body

    @property
    def start(self) -> int:
        """Where reading begins: at the headline of the front matter, else at the body."""
        at = self.text.find(self.headline, 0, self.body.start) if self.headline else -1
        return at if at >= 0 else self.body.start

    @property
    def _has_front_matter(self) -> bool:
        return self.body.start > 1  # more than a byte order mark

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in _LINE_END.finditer(self.text)))

    def position(self, offset: int) -> Position:
        """The 1-based line and column, in code points, of an offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(self.path, line, offset - self.line_starts[line - 1] + 1)

    def line_span(self, offset: int) -> Span:
        """The line that holds an offset, without its line end."""
        start = self.line_starts[bisect_right(self.line_starts, offset) - 1]
        found = _LINE_END.search(self.text, start)
        return Span(start, found.start() if found else len(self.text))


def article_from_bytes(data: bytes, path: str, date: datetime.date | None = None) -> Article:
    """The article that the bytes of a file hold; raises ArticleError for bytes that are not copy."""
    if len(data) > MAX_BYTES:
        raise ArticleError(f"{len(data):,} bytes; an article has at most {MAX_BYTES:,}", Position(path))
    text = _decode(data, path)
    if not text.strip("\ufeff \t\r\n"):
        raise ArticleError("empty: found no copy to check", Position(path))
    markdown = Path(path).suffix.lower() in MARKDOWN_SUFFIXES
    found = _FRONT_MATTER.match(text)
    if found and not markdown and not _FRONT_KEY.search(found[1] or ""):
        found = None
    matter = _front_matter(found[1] or "", path) if found else FrontMatter()
    if found and not text[found.end() :].strip():
        raise ArticleError("empty: found front matter and no copy after it", Position(path))
    body = Span(found.end() if found else int(text.startswith("\ufeff")), len(text))
    digest = hashlib.sha256(data).hexdigest()
    headline = matter.headline or (matter.title if isinstance(matter.title, str) else None)
    return Article(path, text, digest, matter.date or date, headline, matter.match, body, markdown)


def _decode(data: bytes, path: str) -> str:
    nul = data.find(b"\0")
    if nul >= 0:
        raise ArticleError(f"binary, not text: found a NUL byte at byte {nul}; expected UTF-8 text", Position(path))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start]
        lines = _LINE_END.split(before.decode("utf-8"))
        message = f"not UTF-8: found byte 0x{data[problem.start]:02x}; save the file as UTF-8"
        raise ArticleError(message, Position(path, len(lines), len(lines[-1]) + 1)) from None


def _front_matter(text: str, path: str) -> FrontMatter:
    source = parse_yaml(text, path, ArticleError, first_line=2)
    if source.data is None:
        return FrontMatter()
    if not isinstance(source.data, dict):
        raise source.fail("front matter is not a list of keys and values")
    return source.into(FrontMatter)


def read_article(path: str, date: datetime.date | None = None, stdin_name: str = "<stdin>") -> Article:
    """The article in a file, or on standard input for `-`; raises ArticleError."""
    if path == "-":
        return article_from_bytes(sys.stdin.buffer.read(MAX_BYTES + 1), stdin_name, date)
    file = Path(path)
    try:
        size = file.stat().st_size
        if size > MAX_BYTES:
            raise ArticleError(f"{size:,} bytes; an article has at most {MAX_BYTES:,}", Position(path))
        return article_from_bytes(file.read_bytes(), path, date)
    except OSError as problem:
        raise ArticleError(f"cannot be read: {problem.strerror}", Position(path)) from None


def find_copy(paths: Iterable[str], leave_out: Path | None = None) -> Iterator[str | FactcheckError]:
    """The files of copy that the paths name, each once: files as they are, folders walked for .txt, .md, .markdown.

    Yields an ArticleError in the place of a path that is missing, a folder that cannot be read or one that holds no copy.
    The folder `leave_out` (annotated copies, whose errors are known) is walked only when it is named itself.
    """
    seen: set[str] = set()
    for path in paths:
        for item in _copy_at(path, leave_out):
            if not isinstance(item, str) or item not in seen:
                yield item
            if isinstance(item, str):
                seen.add(item)


def _copy_at(path: str, leave_out: Path | None) -> Iterable[str | FactcheckError]:
    if path == "-":
        return [path]
    place = Path(path)
    try:
        if place.is_dir():
            return _walk(place, leave_out)
        return [path] if place.exists() else [ArticleError("no such file or folder", Position(path))]
    except OSError as problem:
        return [ArticleError(f"cannot be read: {problem.strerror}", Position(path))]


def _walk(root: Path, leave_out: Path | None) -> list[str | FactcheckError]:
    found: list[str | FactcheckError] = []

    def unreadable(problem: OSError) -> None:
        found.append(ArticleError(f"cannot be read: {problem.strerror}", Position(str(problem.filename))))

    for folder, folders, files in os.walk(root, onerror=unreadable):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _is(here / name, leave_out))
        found += [str(here / name) for name in sorted(files) if _is_copy(name)]
    suffixes = ", ".join(sorted(COPY_SUFFIXES))
    return found or [ArticleError(f"no copy in this folder; expected files that end in {suffixes}", Position(str(root)))]


def _is(folder: Path, other: Path | None) -> bool:
    return other is not None and folder.resolve() == other.resolve()


def _is_copy(name: str) -> bool:
    return not name.startswith(".") and Path(name).suffix.lower() in COPY_SUFFIXES
