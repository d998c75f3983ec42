"""How long the review loop takes: `python benchmarks/review.py`. A real doccano is started on this machine, on loopback.

1,000 articles with 5 flags each (football_copy.py makes them, with five wrong draws added to each) are pushed, pushed again,
ticked and pulled, each by the command in a process of its own, check included. Time is wall time; memory is the most that the
command's process has held (ru_maxrss).
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from football_copy import write_articles

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.review.doccano_server import ADMIN, DoccanoServer, Reviewer, running_server

GOALS = {"push": 30.0, "push again": 5.0, "pull": 15.0}
"""Seconds that each may take."""
MEMORY = 300
"""Megabytes that a command may hold."""
WRONG = "\nIn the year {year} their game ended in a {n}-{m} draw."
YEARS = (1978, 1983, 1989, 1994, 1999)


def main() -> int:
    """Prints a line for each command; 0 also where a goal is missed, since figures are the machine's."""
    parser = argparse.ArgumentParser(description="How long the review loop takes.")
    parser.add_argument("--articles", type=int, default=1000, help="articles [1000]")
    parser.add_argument("--jobs", type=int, default=2, help="processes that check [2]")
    options = parser.parse_args()
    with running_server() as server, tempfile.TemporaryDirectory() as folder:
        desk = Path(folder)
        (desk / ".factcheck.yml").write_text("annotations: annotations\n", encoding="utf-8")
        make_copy(desk / "copy", options.articles)
        machine = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, the server beside"
        print(f"{options.articles:,} articles; {machine}", flush=True)
        jobs = ("--jobs", str(options.jobs))
        run(server, desk, "init", "review", "init")
        run(server, desk, "push", "review", "push", "copy", *jobs)
        run(server, desk, "push again", "review", "push", "copy", *jobs)
        tick_all(server.reviewer(ADMIN, server.password))
        run(server, desk, "pull", "review", "pull")
        run(server, desk, "pull again", "review", "pull")
    return 0


def make_copy(folder: Path, articles: int) -> None:
    """Articles that no tool has seen before, each with five flags."""
    for number, path in enumerate(write_articles(folder, articles, seed=5)):
        wrong = (WRONG.format(year=year, n=number % 5 + 2 + at, m=number % 5 + 1) for at, year in enumerate(YEARS))
        with Path(path).open("a", encoding="utf-8") as article:
            article.writelines(wrong)


def run(server: DoccanoServer, desk: Path, name: str, *arguments: str) -> None:
    """Runs the command and prints its time, its memory and what it said."""
    command = [sys.executable, "-c", "from checker.cli import main; main()", *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=desk, env=environment(server), stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{name} ended with {os.waitstatus_to_exitcode(status)}")
    figures = f"{seconds:>6.1f} s{_goal(name, seconds)}, {_memory(usage):.0f} MB (at most {MEMORY})"
    print(f"{name:<12}{figures}  {said.strip().splitlines()[-1]}", flush=True)


def environment(server: DoccanoServer) -> Mapping[str, str]:
    return {**os.environ, "DOCCANO_URL": server.url, "DOCCANO_USERNAME": ADMIN, "DOCCANO_PASSWORD": server.password}


def _memory(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024 * 1024)


def _goal(name: str, seconds: float) -> str:
    if name not in GOALS:
        return ""
    return f" (at most {GOALS[name]:g}: {'yes' if seconds <= GOALS[name] else 'NO'})"


def tick_all(reviewer: Reviewer) -> None:
    """Ticks every article as it is."""
    (project,) = reviewer.call("GET", "projects")["results"]
    numbers = [example["id"] for example in reviewer.examples(project["id"])]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda number: reviewer.tick(project["id"], number), numbers))


if __name__ == "__main__":
    sys.exit(main())
