"""How fast articles are checked: `python benchmarks/speed.py`, or `make bench`.

Measures, in one run and on copy that no tool has seen before (football_copy.py makes it; --corpus takes a
folder of real copy):

* words a second in one process: the whole check, proselint, and the bare tokeniser. Every round has other
  articles, and all three tools read the same ones, from their files, taking turns at being first. A word is
  what stands between white space;
* the command with --jobs 2 against --jobs 1, and two commands side by side, which is as much as the machine
  gives: its second core may be half a one;
* the memory of a worker over many articles;
* the command's cold start against that of a bare spaCy.

Time is wall time (time.perf_counter), memory is ru_maxrss. Other programs at work on the machine make all
figures worse; the header says how busy it was.
"""

import argparse
import os
import platform
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import spacy
from football_copy import write_articles

from checker.article import find_copy, read_article
from checker.check import across
from checker.errors import FactcheckError
from checker.judge.judge import Judge
from checker.pack import load_pack
from checker.pipeline.reader import ArticleReader
from checker.places import default_pack
from checker.run import Job, make_checker

DENSE_ENOUGH = 300
"""Articles from which the header tells how dense the copy is."""
WARM_UP = 20
"""Articles that each tool reads before the clock starts, to compile its patterns."""

QUIET = ("--no-annotate", "--exit-zero")

Tool = Callable[[Sequence[str]], None]


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, what came out, what is wanted."""

    what: str
    values: tuple[float, ...]
    unit: str
    least: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        figures = map(_figure, (min(self.values), median(self.values), max(self.values)))
        columns = "".join(f"{figure:>10}" for figure in figures)
        return f"  {self.what:<46}{columns}  {self.unit:<8}{self._goal()}".rstrip()

    def _goal(self) -> str:
        middle = median(self.values)
        if self.least is not None:
            return f"at least {self.least:g}: {'yes' if middle >= self.least else 'NO'}"
        if self.most is not None:
            return f"at most {self.most:g}: {'yes' if middle <= self.most else 'NO'}"
        return ""


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


@dataclass(frozen=True)
class Copy:
    """The articles of a run, each used for one measurement of one kind."""

    warm_up: list[str]
    rounds: list[list[str]]
    many: list[str]
    """For the command and the worker, which start afresh."""


def main() -> int:
    """Prints the tables; 0 also where a goal is missed, since figures are the machine's."""
    options = _options()
    _check_for_proselint()
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as folder:
        copy = _copy(options, Path(folder))
        _print_header(options, copy)
        _print_table("worker's memory (ru_maxrss)", memory_rows(copy.many))
        _print_table("cold start (wall time)", start_rows(copy.warm_up[0], options.rounds, folder))
        _print_table("one process (words a second)", speed_rows(copy))
        if (os.cpu_count() or 1) > 1:
            _print_table("the command, --jobs N", jobs_rows(copy.many, options.rounds, folder))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast articles are checked.")
    parser.add_argument("--articles", type=int, default=200, help="articles a round [200]")
    parser.add_argument("--many", type=int, default=5000, help="articles for memory and --jobs [5000]")
    parser.add_argument("--rounds", type=int, default=3, help="rounds; the median counts [3]")
    parser.add_argument("--long", action="store_true", help="--many 10000 --articles 400")
    parser.add_argument("--corpus", type=Path, help="a folder of real copy instead of copy that is made here")
    parser.add_argument("--seed", type=int, default=0, help="other copy for another seed [0]")
    options = parser.parse_args()
    if options.long:
        options.articles, options.many = 400, 10_000
    return options


def _check_for_proselint() -> None:
    try:
        version("proselint")
    except PackageNotFoundError:
        sys.exit("proselint is not installed: pip install --group bench")


def _copy(options: argparse.Namespace, folder: Path) -> Copy:
    wanted = WARM_UP + options.articles * options.rounds + options.many
    if options.corpus is None:
        paths = write_articles(folder / "copy", wanted, options.seed)
    else:
        paths = [path for path in find_copy([str(options.corpus)]) if isinstance(path, str)]
    if len(paths) < WARM_UP + options.rounds * 2:
        sys.exit(f"{options.corpus}: {len(paths)} articles are too few for {options.rounds} rounds")
    timed = paths[WARM_UP : WARM_UP + options.articles * options.rounds]
    rest = paths[WARM_UP + len(timed) :] or paths
    rounds = [timed[start :: options.rounds] for start in range(options.rounds)]
    return Copy(paths[:WARM_UP], rounds, rest[: options.many])


def _print_header(options: argparse.Namespace, copy: Copy) -> None:
    origin = options.corpus or f"made by football_copy.py, seed {options.seed}"
    timed = [path for files in copy.rounds for path in files]
    size = words(timed) / len(timed)
    print(f"$ python {' '.join(sys.argv)}")
    print(f"{_programs()}; {_machine()}")
    print(f"copy: {origin}; {len(timed):,} articles of {size:,.0f} words in {len(copy.rounds)} rounds,")
    claims, names = density(timed[:DENSE_ENOUGH])
    print(f"{claims:.0f} claims and {names:.0f} names in 1,000 words; {len(copy.many):,} articles for memory and --jobs")


def _programs() -> str:
    return f"Python {platform.python_version()}, spaCy {version('spacy')}, proselint {version('proselint')}"


def _machine() -> str:
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores{load}"


def _print_table(title: str, rows: Iterator[Row]) -> None:
    print(f"\n{title:<48}{'min':>10}{'median':>10}{'max':>10}")
    for row in rows:
        print(row, flush=True)


def density(paths: Sequence[str]) -> tuple[float, float]:
    """How many claims and names the pack reads in 1,000 words of some files: what there is to do in copy."""
    pack = load_pack(default_pack())
    reader = ArticleReader(spacy.blank("en"), dict(pack.claim_types), pack.words, pack.reference())
    readings = [reader.read(read_article(path)) for path in paths]
    thousands = words(paths) / 1_000
    return sum(len(r.claims) for r in readings) / thousands, sum(len(r.mentions) for r in readings) / thousands


def words(paths: Sequence[str]) -> int:
    """How many words some files hold: what stands between white space."""
    return sum(len(Path(path).read_text(encoding="utf-8").split()) for path in paths)


# One process.


def speed_rows(copy: Copy) -> Iterator[Row]:
    """Words a second of each tool, and how many times as fast the check is as the others, round by round."""
    tools = {"check": check_tool(), "proselint": proselint_tool(), "tokeniser": tokeniser_tool()}
    rates: dict[str, list[float]] = {name: [] for name in tools}
    for tool in tools.values():
        tool(copy.warm_up)
    for number, files in enumerate(copy.rounds):
        size = words(files)
        names = list(tools)
        for name in names[number % len(names) :] + names[: number % len(names)]:
            rates[name].append(size / _seconds(tools[name], files))
    yield Row("whole check (checker.check.Checker)", tuple(rates["check"]), "words/s")
    yield Row("proselint (LintFile.lint, all its checks)", tuple(rates["proselint"]), "words/s")
    yield Row('tokeniser (spacy.blank("en").pipe)', tuple(rates["tokeniser"]), "words/s")
    yield Row("check / proselint", _ratios(rates["check"], rates["proselint"]), "times", least=1.5)
    yield Row("check / tokeniser", _ratios(rates["check"], rates["tokeniser"]), "times")


def _ratios(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, ...]:
    return tuple(a / b for a, b in zip(ours, theirs, strict=True))


def _seconds(tool: Tool, paths: Sequence[str]) -> float:
    start = time.perf_counter()
    tool(paths)
    return time.perf_counter() - start


def check_tool() -> Tool:
    """The whole check: read, find claims, assemble, judge, and compare the articles with each other."""
    pack = load_pack(default_pack())
    job = Job(pack.folder, pack.folder)
    checker = make_checker(job, pack)
    judge = Judge(pack.rules)

    def check(paths: Sequence[str]) -> None:
        checked = [checker.check(job.read(path), claims=False).lighter() for path in paths]
        across(checked, judge, pack, job.read)

    return check


def proselint_tool() -> Tool:
    """proselint as its own command calls it, its checks registered once, with its default configuration."""
    checks, config, registry, tools = (import_module(f"proselint.{name}") for name in ("checks", "config", "registry", "tools"))
    registry.CheckRegistry().register_many(checks.__register__)

    def lint(paths: Sequence[str]) -> None:
        for path in paths:
            tools.LintFile(Path(path)).lint(config.DEFAULT)

    return lint


def tokeniser_tool() -> Tool:
    nlp = spacy.blank("en")

    def tokenise(paths: Sequence[str]) -> None:
        for _ in nlp.pipe(Path(path).read_text(encoding="utf-8") for path in paths):
            pass

    return tokenise


# The command.


def jobs_rows(paths: Sequence[str], rounds: int, folder: str) -> Iterator[Row]:
    """Words a second of the whole command, start and report included, with one process and with two; and of two commands at
    once that read half of the articles each, which tells what the second core of this machine gives."""
    size = words(paths)
    taken: dict[str, list[float]] = {name: [] for name in ("--jobs 1", "--jobs 2", "two of --jobs 1 side by side, half each")}
    for _ in range(rounds):
        seconds = (
            _run(_checking(paths, 1), folder),
            _run(_checking(paths, 2), folder),
            _run_at_once([_checking(paths[half::2], 1) for half in range(2)], folder),
        )
        for rates, time_taken in zip(taken.values(), seconds, strict=True):
            rates.append(size / time_taken)
    for name, rates in taken.items():
        yield Row(name, tuple(rates), "words/s")
    one, two, halves = taken.values()
    yield Row("--jobs 2 / --jobs 1", _ratios(two, one), "times", least=1.9)
    yield Row("side by side / --jobs 1", _ratios(halves, one), "times")


def _checking(paths: Sequence[str], jobs: int) -> tuple[str, ...]:
    return (*_factcheck(), "check", *paths, *QUIET, "--format", "json", "-o", os.devnull, "--jobs", str(jobs))


def start_rows(article: str, rounds: int, folder: str) -> Iterator[Row]:
    """Wall time of commands that start afresh, a round of all of them at a time."""
    bare_spacy = (sys.executable, "-c", "import spacy; spacy.blank('en')")
    commands = {
        "factcheck check ARTICLE": (*_factcheck(), "check", article, *QUIET),
        "python -c 'import spacy; spacy.blank(\"en\")'": bare_spacy,
        "factcheck --help": (*_factcheck(), "--help"),
        "factcheck rules": (*_factcheck(), "rules"),
        "factcheck explain score/draw-is-level": (*_factcheck(), "explain", "score/draw-is-level"),
    }
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(max(5, rounds) + 1):
        for name, command in commands.items():
            seconds = _run(command, folder)
            if number:  # the first round fills the file system's caches
                taken[name].append(seconds)
    check, bare, *others = taken
    yield Row(check, tuple(taken[check]), "s")
    yield Row(bare, tuple(taken[bare]), "s")
    yield Row("check / bare spaCy", _ratios(taken[check], taken[bare]), "times", most=1.5)
    for name in others:
        yield Row(name, tuple(taken[name]), "s", most=0.2)


def _factcheck() -> tuple[str, ...]:
    """The command of this environment."""
    command = Path(sys.executable).with_name("factcheck")
    if command.exists():
        return (str(command),)
    return (sys.executable, "-c", "from checker.cli import main; main()")


def _run(command: Sequence[str], folder: str) -> float:
    """Seconds that a command takes in a folder without configuration; ends the benchmark where it fails."""
    return _run_at_once([command], folder)


def _run_at_once(commands: Sequence[Sequence[str]], folder: str) -> float:
    """Seconds until the last of some commands has ended. Modules are compiled once, as those of an installed program are,
    whatever this environment says of that."""
    env = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{folder}/compiled"}
    start = time.perf_counter()
    with ExitStack() as stack:
        running = [
            stack.enter_context(
                subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            )
            for command in commands
        ]
        said = [process.communicate()[1] for process in running]
    seconds = time.perf_counter() - start
    for process, problems in zip(running, said, strict=True):
        if process.returncode:
            sys.exit(f"{' '.join(commands[0][:3])}… ended with {process.returncode}:\n{problems}")
    return seconds


# A worker's memory.


def memory_rows(paths: Sequence[str]) -> Iterator[Row]:
    """The most memory that one process has held, on the way through the articles and after all."""
    context = get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=_worker, args=(list(paths), theirs))
    worker.start()
    theirs.close()
    marks = _marks(paths)
    peaks = [ours.recv() for _ in marks]
    worker.join()
    for mark, peak in zip(marks[:-1], peaks, strict=False):
        yield Row(f"after {mark:,} articles", (peak,), "MB")
    yield Row(f"after {marks[-1]:,} articles", (peaks[-1],), "MB", most=250)
    yield Row("growth over the second half", (peaks[-1] - peaks[-2],), "MB")


def _marks(paths: Sequence[str]) -> tuple[int, ...]:
    """After how many articles the memory is read."""
    return len(paths) // 10, len(paths) // 2, len(paths)


def _worker(paths: list[str], results: Connection) -> None:
    """Checks articles as a worker of --jobs does: nothing of an article is kept when the next one comes."""
    pack = load_pack(default_pack())
    job = Job(pack.folder, pack.folder)
    checker = make_checker(job, pack)
    marks = _marks(paths)
    for number, path in enumerate(paths, 1):
        with suppress(FactcheckError):
            checker.check(job.read(path))
        if number in marks:
            results.send(_peak())


def _peak() -> float:
    """The most memory that this process has held, in MB: ru_maxrss is kilobytes, on macOS bytes."""
    unit = 1_000_000 if sys.platform == "darwin" else 1_000
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


if __name__ == "__main__":
    sys.exit(main())
