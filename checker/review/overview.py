"""overview: what `factcheck review status` says of a project."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from checker.review.backend import Item
from checker.review.decisions import Decisions


def overview(items: Sequence[Item], ticked: Mapping[str, int], decisions: Decisions) -> Iterator[str]:
    """The lines to print: articles and flags that wait, are done and not yet pulled; by rule; by reviewer."""
    done = [item for item in items if item.ticked]
    waiting = [item for item in items if not item.ticked]
    known = decisions.latest().keys()
    unpulled = [item for item in done if any((item.article, mark.fingerprint) not in known for mark in item.marks)]
    yield f"{_articles(waiting)} waiting, {_articles(done)} done, {len(unpulled)} of them not yet pulled"
    yield from _by_rule(waiting, done)
    yield from _by_reviewer(ticked)


def _articles(items: Sequence[Item]) -> str:
    return f"{len(items)} ({sum(len(item.marks) for item in items)} flags)"


def _by_rule(waiting: Sequence[Item], done: Sequence[Item]) -> Iterator[str]:
    left = Counter(mark.rule for item in waiting for mark in item.marks)
    judged = Counter(mark.rule for item in done for mark in item.marks)
    rules = sorted({*left, *judged})
    if rules:
        width = max(map(len, rules))
        yield ""
        yield f"{'rule':<{width}}  waiting  done"
        yield from (f"{rule:<{width}}  {left[rule]:>7}  {judged[rule]:>4}" for rule in rules)


def _by_reviewer(ticked: Mapping[str, int]) -> Iterator[str]:
    busy = {name: number for name, number in ticked.items() if number}
    if busy:
        width = max(len("reviewer"), *map(len, busy))
        yield ""
        yield f"{'reviewer':<{width}}  articles"
        yield from (f"{name:<{width}}  {busy[name]:>8}" for name in sorted(busy))
