"""How accurate the check is: `python benchmarks/accuracy.py [FOLDER…]`, or `make accuracy`.

Puts one error into a copy of each article where the article itself, or another report of the same match in the
same run, holds the proof, and counts how many the checker finds. The places are found without the checker's own reader
(injections/), so errors in sentences that it does not read count as missed. An error is found when a flag that was not
there before overlaps the changed place or names it in its evidence. Then the alarms on the unchanged copy are counted, by
level and rule; labels.jsonl holds what a reader said of alarms on copy that is not here.

Without a folder the articles of the project are read: benchmarks/articles and tests/articles/clean. One seed, one result.
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from injections import FAMILIES, KINDS
from intervals import Share
from labels import LABELS, precision_rows, read_labels, unlabelled
from measure import Alarm, Bench, Outcome, half, injections, make_corpus, read_articles

from checker.errors import FactcheckError

HERE = Path(__file__).resolve().parent
OWN_COPY = (HERE / "articles", HERE.parent / "tests" / "articles" / "clean")
LEVELS = ("error", "warning", "query")
GOALS = dict.fromkeys(("score", "minute", "spelling", "membership", "lineup"), 0.9) | dict.fromkeys(
    ("count", "date", "attribution"), 0.8
)
"""The recall wanted of each family."""
Half = Callable[[str], bool]


def main() -> int:
    """Prints the tables; 0 also where a goal is missed, 2 for a folder that cannot be read."""
    options = _options()
    try:
        return _run(options)
    except FactcheckError as problem:
        print(problem, file=sys.stderr)
        return 2


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How accurate the check is, on any folder of copy.")
    parser.add_argument("corpus", nargs="*", help="folders or files of copy [the project's own articles]")
    parser.add_argument(
        "--beside", nargs="*", default=[], metavar="FOLDER", help="other reports of the same matches: read, not changed"
    )
    parser.add_argument("--seed", type=int, default=0, help="other errors for another seed [0]")
    parser.add_argument("--each", type=int, default=1, metavar="N", help="errors of a kind an article, at most [1]")
    parser.add_argument("--halves", action="store_true", help="both halves of the corpus, split by path, side by side")
    parser.add_argument("--missed", action="store_true", help="list the errors that were not found")
    parser.add_argument("--found", action="store_true", help="list the errors that were found, with the rule")
    parser.add_argument("--labels", action="store_true", help="precision of each rule by labels.jsonl")
    parser.add_argument(
        "--unlabelled", action="store_true", help="list the alarms that labels.jsonl does not hold, and nothing else"
    )
    options = parser.parse_args()
    options.corpus = options.corpus or list(map(str, OWN_COPY))
    return options


def _run(options: argparse.Namespace) -> int:
    start = time.perf_counter()
    articles = read_articles([*options.corpus, *options.beside])
    beside = {article.path for article in read_articles(options.beside).values()} if options.beside else set()
    keys = [key for key, article in articles.items() if article.path not in beside]
    bench = Bench(articles)
    alarms = bench.alarms(keys)
    if options.unlabelled:
        print("\n".join(unlabelled(alarms, read_labels(LABELS))))
        return 0
    corpus = make_corpus(articles)
    outcomes = [bench.outcome(injection) for injection in injections(corpus, keys, options.seed, options.each)]
    words = {key: len(articles[key].text.split()) for key in keys}
    pairs = sum(key in corpus.partners for key in keys)
    print(f"$ python {' '.join(sys.argv)}")
    print(f"{len(keys):,} articles, {sum(words.values()):,} words, {pairs} with another report of their match;")
    print(f"{len(outcomes):,} errors, seed {options.seed}, {time.perf_counter() - start:.0f} s")
    halves = _halves(options.halves)
    _print_table(f"{'recall':<42}" + f"{'found':>9}  {'':4}  95 % interval  " * len(halves), recall_rows(outcomes, halves))
    _print_table("alarms on unchanged copy: number, per article, per 1,000 words", alarm_rows(alarms, words, halves))
    if options.labels:
        _print_table(
            f"{'precision of alarms by label':<42}{'right':>9}  {'':4}  95 % interval",
            precision_rows(alarms, read_labels(LABELS)),
        )
    if options.missed:
        _print_table("not found", (line for outcome in outcomes if not outcome.found for line in _missed(outcome)))
    if options.found:
        _print_table("found", (f"{outcome.injection}  by {outcome.found.rule}" for outcome in outcomes if outcome.found))
    return 0


def _halves(both: bool) -> list[Half]:
    """Which articles each column of the tables counts."""
    return [lambda key: half(key) == 0, lambda key: half(key) == 1] if both else [lambda _: True]


def _print_table(title: str, rows: Iterable[str]) -> None:
    print(f"\n{title}")
    for row in rows:
        print(f"  {row}".rstrip())


def recall_rows(outcomes: Sequence[Outcome], halves: Sequence[Half]) -> Iterator[str]:
    """A row for each family and kind: found of all, the share, its interval, for each half; * where only a query asks."""
    for family in FAMILIES:
        of_family = [outcome for outcome in outcomes if outcome.injection.kind.family == family]
        goal = (
            f"  at least {GOALS[family]:.2f}: {'yes' if _share(of_family).value >= GOALS[family] else 'NO'}"
            if of_family
            else ""
        )
        yield f"{family.upper():<40}" + _columns(of_family, halves) + goal
        for kind in KINDS:
            of_kind = [outcome for outcome in of_family if outcome.injection.kind.name == kind.name]
            if of_kind:
                yield f"  {kind.name.partition('/')[2]:<38}" + _columns(of_kind, halves) + _queries(of_kind)


def _columns(outcomes: Sequence[Outcome], halves: Sequence[Half]) -> str:
    return "    ".join(str(_share([o for o in outcomes if counts(o.injection.copy.key)])) for counts in halves)


def _share(outcomes: Sequence[Outcome]) -> Share:
    return Share(sum(outcome.found is not None for outcome in outcomes), len(outcomes))


def _queries(outcomes: Sequence[Outcome]) -> str:
    asked = sum(outcome.found is not None and outcome.found.level == "query" for outcome in outcomes)
    return f"  ({asked} by a query)" if asked else ""


def _missed(outcome: Outcome) -> Iterator[str]:
    yield str(outcome.injection)
    for flag in outcome.elsewhere:
        yield f"    but elsewhere: {flag.rule} {flag.text!r}: {flag.message}"


def alarm_rows(alarms: Sequence[Alarm], words: dict[str, int], halves: Sequence[Half]) -> Iterator[str]:
    """A row for each level and each rule: how many flags, how many an article and a thousand words, for each half."""
    for level in LEVELS:
        of_level = [alarm for alarm in alarms if alarm.flag.level == level]
        yield f"{level:<40}" + _rates(of_level, words, halves)
        for rule in sorted({alarm.flag.rule for alarm in of_level}):
            yield f"  {rule:<38}" + _rates([alarm for alarm in of_level if alarm.flag.rule == rule], words, halves)


def _rates(alarms: Sequence[Alarm], words: dict[str, int], halves: Sequence[Half]) -> str:
    columns = []
    for counts in halves:
        keys = [key for key in words if counts(key)]
        number = sum(counts(alarm.source) for alarm in alarms)
        size = sum(words[key] for key in keys)
        columns.append(f"{number:>9}  {number / max(1, len(keys)):5.3f}  {1000 * number / max(1, size):6.3f}")
    return "    ".join(columns)


if __name__ == "__main__":
    sys.exit(main())
