"""recall: the report of a check, kept in the user's cache, so that pushing the same copy again need not check it again.

What a check says depends on the copy (of all articles: they are held against each other), the pack, the options and this
program. All of them are in the name under which the report is kept; so it is found again only where a check would say the same.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from checker.article import Span
from checker.cache import cache_folder, digest_of, program_files, write_kept
from checker.judge.verdict import Evidence, Flag
from checker.report import ArticleReport, Report

_KEPT = 20
"""Reports that are kept; the oldest go first."""
Json = dict[str, Any]


def name_of(paths: Sequence[str], pack: Path, options: Iterable[object]) -> str | None:
    """The name of the report on the files; None when one of them cannot be read, which a check will tell."""
    try:
        return digest_of((*program_files(), *_files(pack), *map(Path, paths)), *options)
    except OSError:
        return None


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
    if name is not None and not report.errors:
        text = json.dumps({"articles": [_told(article) for article in report.articles]})
        write_kept(_folder() / f"{name}.json", text, _KEPT)


def _folder() -> Path:
    try:
        return cache_folder() / "checked"
    except RuntimeError:  # a user without a home
        return Path(tempfile.gettempdir()) / ".cache" / "factcheck" / "checked"


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
