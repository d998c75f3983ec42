"""What counts as found, and how it is counted."""

import math
from pathlib import Path

import pytest
from accuracy import alarm_rows, recall_rows
from injections import KINDS
from injections.copy import Copy, Place
from injections.model import Injection, one
from intervals import Share
from labels import read_labels, unlabelled
from measure import Alarm, Bench, Outcome, half, injections, make_corpus

from checker.article import Article, article_from_bytes
from checker.errors import ArticleError

DRAW = next(kind for kind in KINDS if kind.name == "score/draw-not-level")


@pytest.mark.parametrize(
    ("hits", "all_", "low", "high"), [(8, 10, 0.490, 0.943), (0, 10, 0.0, 0.278), (10, 10, 0.722, 1.0), (0, 0, 0.0, 1.0)]
)
def test_wilson_interval(hits: int, all_: int, low: float, high: float) -> None:
    assert Share(hits, all_).interval == pytest.approx((low, high), abs=0.001)


def test_nothing_counted_has_no_share() -> None:
    assert math.isnan(Share(0, 0).value)


def article(text: str, path: str = "a.txt") -> Article:
    return article_from_bytes(text.encode(), path)


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench({"a": article("It ended in a 1-1 draw. Both were tired.", "a"), "b": article("It was a 2-1 draw.", "b")})


def test_a_flag_on_the_change_finds_it(bench: Bench) -> None:
    copy = Copy("a", "It ended in a 1-1 draw. Both were tired.")
    outcome = bench.outcome(Injection(DRAW, copy, one(Place(14, 15), "2", Place(18, 22))))
    assert outcome.found is not None
    assert outcome.found.rule == "score/draw-is-level"


def test_a_flag_elsewhere_does_not_find_it(bench: Bench) -> None:
    copy = Copy("a", "It ended in a 1-1 draw. Both were tired.")
    draw_and_word = one(Place(24, 28), "They all", Place(18, 22))
    assert bench.outcome(Injection(DRAW, copy, draw_and_word)).found is None


def test_a_flag_that_was_there_before_finds_nothing(bench: Bench) -> None:
    copy = Copy("b", "It was a 2-1 draw.")
    assert bench.outcome(Injection(DRAW, copy, one(Place(12, 16), "draw", Place(9, 12)))).found is None


def test_alarms_are_those_of_unchanged_copy(bench: Bench) -> None:
    alarms = bench.alarms(["a", "b"])
    assert [(alarm.source, alarm.flag.rule) for alarm in alarms] == [("b", "score/draw-is-level")]
    rows = list(alarm_rows(alarms, {"a": 8, "b": 5}, [lambda _: True]))
    assert rows[0].split() == ["error", "1", "0.500", "76.923"]
    assert rows[-1].split() == ["query", "0", "0.000", "0.000"]


def test_one_seed_one_set_of_errors() -> None:
    texts = {f"{n}": article(f"It ended in a {n}-{n} draw. A {n + 1}-0 win came before.", f"{n}") for n in range(5)}
    corpus = make_corpus(texts)
    drawn = [[item.text for item in injections(corpus, list(texts), seed)] for seed in (0, 0, 1)]
    assert drawn[0] == drawn[1] != drawn[2]


def test_halves_are_the_path_s() -> None:
    assert [half(f"{number:03}.txt") for number in range(8)] == [half(f"{number:03}.txt") for number in range(8)]
    assert 400 < sum(half(f"{number:03}.txt") for number in range(1000)) < 600


def test_recall_rows(bench: Bench) -> None:
    copy = Copy("a", "It ended in a 1-1 draw. Both were tired.")
    item = Injection(DRAW, copy, one(Place(14, 15), "2", Place(18, 22)))
    rows = list(recall_rows([bench.outcome(item), Outcome(item, None)], [lambda _: True]))
    assert rows[0].split()[:3] == ["SCORE", "1/2", "0.50"]
    assert rows[1].split()[:3] == ["draw-not-level", "1/2", "0.50"]


def test_unlabelled_alarms(bench: Bench, tmp_path: Path) -> None:
    alarms: list[Alarm] = bench.alarms(["b"])
    line = next(unlabelled(alarms, []))
    assert line == '{"source": "b", "start": 9, "end": 17, "rule": "score/draw-is-level", "label": "?"}'
    labels = tmp_path / "labels.jsonl"
    labels.write_text(line.replace("?", "right"), encoding="utf-8")
    assert list(unlabelled(alarms, read_labels(labels))) == []


@pytest.mark.parametrize(("line", "message"), [("{", "not a label"), ('{"source": "b"}', "not a label")])
def test_a_bad_label_is_told_with_its_line(line: str, message: str, tmp_path: Path) -> None:
    labels = tmp_path / "labels.jsonl"
    labels.write_text(f"\n{line}\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=rf"labels\.jsonl:2.*{message}"):
        read_labels(labels)
