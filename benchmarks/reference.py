"""What a big reference costs: `python benchmarks/reference.py`.

Imports 3,000 clubs and 100,000 people that are made here (or takes a store, --store) and measures, side by side with the
curated reference alone:

* the import: time, memory;
* the command's cold start on one article;
* words a second in one process, and the memory of a worker;
* a look-up of a name that has not been asked before;
* the alarms on clean copy (--corpus takes a folder of it; else copy that is made here).

Time is wall time (time.perf_counter), memory is ru_maxrss. The two references take turns, and the median of the rounds counts.
"""

import argparse
import itertools
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from football_copy import write_articles

from checker.article import find_copy, read_article
from checker.check import Checker
from checker.errors import FactcheckError
from checker.pack import Pack, load_pack
from checker.places import default_pack

_COMMAND = (sys.executable, "-c", "from checker.cli import main; main()")
PEOPLE, CLUBS = 100_000, 3_000
_PARTS = "ba den gor hal ist jor kal lin mar nor ost pel ros sten tor ul ver wim".split()  # noqa: SIM905 - syllables


def main() -> int:
    """Prints the table; 0 also where a goal is missed, since figures are the machine's."""
    options = _options()
    pack = load_pack(default_pack())
    with tempfile.TemporaryDirectory(prefix="factcheck-bench-") as place:
        folder = Path(place)
        store = options.store or _import(folder)
        copy = _articles(options, folder)
        _print_starts(copy[0], store, options.rounds, folder)
        _print_speed(pack, copy, store, options.rounds)
        _print_look_ups(pack, store)
        _print_memory(copy, store)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="What a big reference costs.")
    parser.add_argument("--store", type=Path, help="a store instead of one that is made here")
    parser.add_argument("--corpus", type=Path, help="a folder of clean copy instead of copy that is made here")
    parser.add_argument("--articles", type=int, default=300, help="articles [300]")
    parser.add_argument("--rounds", type=int, default=5, help="rounds; the median counts [5]")
    parser.add_argument("--worker", nargs=2, metavar=("STORE", "LIST"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        _work(*options.worker)
        raise SystemExit(0)
    return options


def _names(seed: int, parts: int) -> list[str]:
    words = ["".join(chosen).capitalize() for chosen in itertools.product(_PARTS, repeat=parts)]
    random.Random(seed).shuffle(words)
    return words


def _import(folder: Path) -> Path:
    """A store of made-up clubs and people, each at a club for the season 2023-24."""
    _write_lists(folder)
    store = folder / "reference.sqlite"
    for kind in ("clubs", "people"):
        command = [*_COMMAND, "reference", "import", "csv", str(folder / f"{kind}.csv")]
        begun = time.perf_counter()
        _run([*command, "--mapping", str(folder / f"{kind}.yml"), "--store", str(store)])
        print(f"  import of {kind:<38}{time.perf_counter() - begun:>10.1f}  s")
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  the import's memory{'':<29}{most:>10.0f}  MB      at most 500: {'yes' if most <= 500 else 'NO'}")
    return store


def _write_lists(folder: Path) -> None:
    towns, surnames, firsts = _names(1, 3), _names(2, 4), _names(3, 2)
    clubs = [f"{town} {kind}" for town in towns for kind in ("Town", "United", "Rovers")][:CLUBS]
    (folder / "clubs.csv").write_text("club\n" + "\n".join(clubs) + "\n")
    rows = ["name,born,club,from,to"]
    for number in range(PEOPLE):
        name = f"{firsts[number % len(firsts)]} {surnames[number % len(surnames)]}"
        born = f"{1970 + number % 35}-{1 + number % 12:02}-{1 + number % 28:02}"
        rows.append(f"{name},{born},{clubs[number % len(clubs)]},2023-07-01,2024-06-30")
    (folder / "people.csv").write_text("\n".join(rows) + "\n")
    head = "source: made up\nlicence: CC0-1.0\ntier: open\nvalues: {country: England}\n"
    (folder / "clubs.yml").write_text(head + "kind: clubs\ncolumns: {team: club}\n")
    (folder / "people.yml").write_text(
        head + "kind: memberships\ncolumns: {person: name, born: born, team: club, from: from, to: to}\n"
    )


def _run(command: Sequence[str], **environment: str) -> None:
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr)


def _articles(options: argparse.Namespace, folder: Path) -> list[str]:
    if options.corpus is None:
        (folder / "copy").mkdir()
        write_articles(folder / "copy", options.articles, 0)
    found = find_copy([str(options.corpus or folder / "copy")], None)
    return [path for path in found if not isinstance(path, FactcheckError)][: options.articles]


def _print_starts(article: str, store: Path, rounds: int, folder: Path) -> None:
    homes = {"curated": folder / "none", "big": folder / "home"}
    (homes["big"] / "factcheck").mkdir(parents=True)
    (homes["big"] / "factcheck" / "reference.sqlite").symlink_to(store.resolve())
    command = [*_COMMAND, "--no-annotate", "--exit-zero", article]
    times: dict[str, list[float]] = {name: [] for name in homes}
    for number in range(rounds + 1):  # the first fills the caches
        for name, home in homes.items():
            begun = time.perf_counter()
            _run(command, XDG_DATA_HOME=str(home))
            if number:
                times[name].append(time.perf_counter() - begun)
    _compare("cold start on one article", times, "s", 3, most=1.2)


def _compare(what: str, values: dict[str, list[float]], unit: str, digits: int, most: float) -> None:
    curated, big = (median(values[name]) for name in ("curated", "big"))
    ratio = big / curated if unit != "words/s" else curated / big
    goal = f"{ratio:.2f} times, at most {most:g}: {'yes' if ratio <= most else 'NO'}"
    print(f"  {what:<30}{curated:>14,.{digits}f}{big:>14,.{digits}f}  {unit:<8}{goal}")


def _print_speed(pack: Pack, copy: Sequence[str], store: Path, rounds: int) -> None:
    articles = [read_article(path) for path in copy]
    words = sum(len(article.text.split()) for article in articles)
    checkers = {"curated": Checker(pack, pack.reference()), "big": Checker(pack, pack.reference(store))}
    speeds: dict[str, list[float]] = {name: [] for name in checkers}
    flags: dict[str, int] = {}
    for number in range(rounds + 1):
        for name, checker in checkers.items():
            begun = time.perf_counter()
            reports = [checker.check(article).report for article in articles]
            if number:
                speeds[name].append(words / (time.perf_counter() - begun))
            flags[name] = sum(len(report.flags) for report in reports)
    _compare("words a second", speeds, "words/s", 0, most=1.2)
    fine = "yes" if flags["big"] <= flags["curated"] else "NO"
    print(f"  {'alarms':<30}{flags['curated']:>14,}{flags['big']:>14,}  {'':<8}no more: {fine}")


def _print_look_ups(pack: Pack, store: Path) -> None:
    reference = pack.reference(store)
    words = [name.lower() for name in _names(2, 4)[:20_000]]
    begun = time.perf_counter()
    for word in words:
        reference.knows(word)
    each = (time.perf_counter() - begun) / len(words) * 1e6
    print(f"  {'a look-up of a new name':<44}{each:>14.1f}  {'µs':<8}at most 50: {'yes' if each <= 50 else 'NO'}")


def _print_memory(copy: Sequence[str], store: Path) -> None:
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write("\n".join(copy))
        listed.flush()
        command = [sys.executable, __file__, "--worker", str(store), listed.name]
        most = float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    print(f"  {'memory of a worker':<44}{most:>14.0f}  {'MB':<8}at most 250: {'yes' if most <= 250 else 'NO'}")


def _work(store: str, listed: str) -> None:
    """Checks the listed articles in this process and prints its memory in MB."""
    pack = load_pack(default_pack())
    checker = Checker(pack, pack.reference(Path(store)))
    for path in Path(listed).read_text().splitlines():
        checker.check(read_article(path))
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
