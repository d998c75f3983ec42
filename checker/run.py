"""run: reads the articles that the paths name and checks them, in one process or several.

A worker opens its own files and store and sends back small results, so two workers do twice the work of one. What
articles about one match say against each other is judged at the end, when all have been read.
"""

import datetime
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import spacy
from spacy.language import Language

from checker import garbage
from checker.article import Article, find_copy, read_article
from checker.check import Checked, Checker, across, merged
from checker.errors import ConfigError, FactcheckError
from checker.judge.judge import Judge
from checker.pack import Pack, load_pack
from checker.reference.sheet import read_sheet
from checker.reference.store import Reference
from checker.report import Report

_FEW = 16
"""Articles for which no workers are started."""
_CHUNK = 8
"""Articles handed to a worker at a time."""
_START = "fork" if sys.platform == "linux" else "spawn"
"""How workers begin: with what this process has loaded, where that is safe. They share no store: each opens its own."""


@dataclass(frozen=True)
class Job:
    """What a worker needs to know: where the pack is, whether the reference is used, the model, the date."""

    pack: Path
    reference: Path | None
    model: str | None = None
    date: datetime.date | None = None
    stdin_name: str = "<stdin>"
    jobs: int = 1
    claims: bool = False
    """Whether the report lists every claim, or counts them."""
    leave_out: Path | None = None
    """A folder that is not walked: the annotated copies."""
    store: Path | None = None
    """The user's imports, consulted beside the pack's reference."""
    sheet: Path | None = None
    """A desk's own facts of matches."""

    def read(self, path: str) -> Article:
        return read_article(path, self.date, self.stdin_name)


def run(paths: Iterable[str], job: Job, pack: Pack) -> Report:
    """The report on every article that the paths name; what cannot be read is an error, the others are still checked."""
    found = list(find_copy(paths, job.leave_out))
    errors = [item for item in found if not isinstance(item, str)]
    checked: list[Checked] = []
    kept: dict[str, Article] = {}
    for result in _results([item for item in found if isinstance(item, str)], job, pack, kept):
        if isinstance(result, FactcheckError):
            errors.append(result)
        else:
            checked.append(result)
    flags = across(checked, Judge(pack.rules), pack, lambda path: kept[path] if path in kept else job.read(path))
    return Report(tuple(merged(checked, flags)), tuple(errors))


def make_checker(job: Job, pack: Pack) -> Checker:
    """A checker for a job; raises ConfigError for a model that is not installed."""
    garbage.collect_seldom()
    reference = pack.reference(job.store) if job.reference else Reference.empty()
    sheet = read_sheet(job.sheet, reference) if job.sheet else ()
    checker = Checker(pack, reference, _loaded(job.model) if job.model else None, sheet)
    garbage.keep()
    return checker


def _loaded(model: str) -> Language:
    try:
        return spacy.load(model)
    except OSError as problem:
        raise ConfigError(f"--model {model}: {problem}") from None


def _results(files: list[str], job: Job, pack: Pack, kept: dict[str, Article]) -> Iterator[Checked | FactcheckError]:
    if job.jobs == 1 or len(files) <= _FEW:
        checker = make_checker(job, pack)
        yield from (_check(path, job, checker, kept) for path in files)
        return
    given = pack if _START == "fork" else None  # a pack cannot be sent, only inherited
    garbage.keep()
    with ProcessPoolExecutor(job.jobs, get_context(_START), _start_worker, (job, given)) as pool:
        results = pool.map(_check_file, [path for path in files if path != "-"], chunksize=_CHUNK)
        for path in files:  # standard input is this process's own
            yield next(results) if path != "-" else _check(path, job, make_checker(job, pack), kept)


def _check(path: str, job: Job, checker: Checker, kept: dict[str, Article]) -> Checked | FactcheckError:
    try:
        article = job.read(path)
    except FactcheckError as problem:
        return problem
    if path == "-":
        kept[article.path] = article
    checked = checker.check(article, claims=job.claims)
    return checked if job.claims else checked.lighter()


_worker: tuple[Job, Checker] | None = None


def _start_worker(job: Job, pack: Pack | None) -> None:
    global _worker
    _worker = (job, make_checker(job, pack or load_pack(job.pack)))


def _check_file(path: str) -> Checked | FactcheckError:
    assert _worker is not None
    job, checker = _worker
    return _check(path, job, checker, {})
