"""recall: the report of a check, kept in the user's cache, so that pushing the same copy again need not check it again.

What a check says depends on the copy (of all articles: they are held against each other), the pack, the options and this
program. All of them are in the name under which the report is kept; so it is found again only where a check would say the same.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checker.article import Span
from checker.judge.verdict import Evidence, Flag
from checker.report import ArticleReport, Report

_KEPT = 20
"""Reports that are kept; the oldest go first."""
Json = dict[str, Any]


def name_of(paths: Sequence[str], pack: Path, options: Iterable[object]) -> str | None:
    """The name of the report on the files; None when one of them cannot be read, which a check will tell."""
    digest = hashlib.sha256(repr(tuple(options)).encode())
    try:
        for path in (*_program(), *_files(pack), *map(Path, paths)):
            digest.update(str(path).encode("utf-8", "surrogateescape") + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    except OSError:
        return None
    return digest.hexdigest()[:32]


def recall(name: str | None) -> Report | None:
    """The report that was kept under a name; None when there is none, or none that can be read."""
    if name is None:
        return None
    try:
        said = json.loads((_folder() / f"{name}.json").read_text(encoding="utf-8"))
        return Report(tuple(_article(article) for article in said["articles"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(name: str | None, report: Report) -> None:
    """Keeps a report without errors; a cache that cannot be written to costs time and nothing else."""
    if name is None or report.errors:
        return
    with suppress(OSError):
        folder = _folder()
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=folder, suffix=".part", delete=False, encoding="utf-8") as part:
            json.dump({"articles": [_told(article) for article in report.articles]}, part)
        Path(part.name).replace(folder / f"{name}.json")
        for old in sorted(folder.glob("*.json"), key=lambda file: file.stat().st_mtime)[:-_KEPT]:
            old.unlink()


def _folder() -> Path:
    try:
        home = Path.home()
    except RuntimeError:  # a user without a home
        home = Path(tempfile.gettempdir())
    return Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache") / "factcheck" / "checked"


def _program() -> Iterator[Path]:
    yield from sorted(Path(__file__).resolve().parent.parent.rglob("*.py"))


def _files(pack: Path) -> Iterator[Path]:
    yield from sorted(file for file in pack.rglob("*") if file.is_file())


def _told(article: ArticleReport) -> Json:
    return {"path": article.path, "sha256": article.sha256, "flags": [asdict(flag) for flag in article.flags]}


def _article(said: Json) -> ArticleReport:
    return ArticleReport(said["path"], said["sha256"], tuple(map(_flag, said["flags"])), ())


def _flag(said: Json) -> Flag:
    place = {
        "span": Span(*said["span"]),
        "evidence": tuple(map(_evidence, said["evidence"])),
        "suggestions": tuple(said["suggestions"]),
    }
    return Flag(**{**said, **place})


def _evidence(said: Json) -> Evidence:
    span = Span(*said["span"]) if said["span"] is not None else None
    return Evidence(**{**said, "span": span})
