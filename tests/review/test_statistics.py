"""Precision with its interval, advice, agreement."""

from dataclasses import replace

import pytest

from checker.judge.rules import Rule
from checker.pack import Pack
from checker.review.decisions import Decision, Decisions
from checker.review.statistics import RuleStatistics, agreement, count, interval

ONE = Decision("f", "score/draw-is-level", "story.txt", "2-1 draw", "upheld", "ann", "2026-11-21T08:00:00Z")


def decisions(*kinds: str, rule: str = ONE.rule) -> Decisions:
    made = (replace(ONE, fingerprint=f"{rule}{number}", rule=rule, decision=kind) for number, kind in enumerate(kinds))  # type: ignore[arg-type]
    return Decisions(tuple(made))


@pytest.fixture(scope="module")
def rules(pack: Pack) -> tuple[Rule, ...]:
    return pack.rules


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2527, 0.3676),  # Newcombe, Two-sided confidence intervals for the single proportion (1998), table I
        (15, 148, 0.0578, 0.1617),
        (0, 20, 0.0, 0.1684),
        (1, 29, 0.0009, 0.1776),
        (20, 20, 0.8316, 1.0),
        (0, 1, 0.0, 0.975),
    ],
)
def test_the_interval_is_the_exact_one(hits: int, of: int, low: float, high: float) -> None:
    found = interval(hits, of)
    assert found is not None
    assert (found.share, round(found.low, 4), round(found.high, 4)) == (hits / of, low, high)


def test_no_cases_have_no_interval() -> None:
    assert interval(0, 0) is None


def test_each_kind_is_counted(rules: tuple[Rule, ...]) -> None:
    (rule,) = count(decisions("upheld", "upheld", "edited", "dismissed"), rules, {}).rules
    assert (rule.upheld, rule.edited, rule.dismissed, rule.level) == (2, 1, 1, "error")
    assert rule.precision is not None
    assert rule.precision.share == 0.75


def test_what_was_missed_is_counted_by_family(rules: tuple[Rule, ...]) -> None:
    (rule,) = count(decisions("missed", "missed", rule="spelling"), rules, {"error": 0.9}).rules
    assert (rule.rule, rule.missed, rule.precision, rule.level, rule.advice) == ("spelling", 2, None, None, "")


def test_a_flag_counts_once_as_it_was_decided_last(rules: tuple[Rule, ...]) -> None:
    later = replace(ONE, decision="dismissed", reviewer="bob", time="2026-11-22T08:00:00Z")
    found = count(Decisions((ONE, later)), rules, {})
    assert (found.decisions, found.rules[0].upheld, found.rules[0].dismissed) == (1, 0, 1)


@pytest.mark.parametrize(
    ("upheld", "dismissed", "level", "advice"),
    [
        (0, 1, "error", ""),  # one case proves nothing
        (1, 1, "error", ""),
        (5, 10, "error", "lower it to warning"),
        (95, 5, "error", ""),
        (5, 10, "warning", "lower it to query"),
        (0, 40, "query", "narrow it or take it out"),
    ],
)
def test_a_rule_that_is_surely_under_its_floor_gets_advice(upheld: int, dismissed: int, level: str, advice: str) -> None:
    floor = {"error": 0.95, "warning": 0.8, "query": 0.5}[level]
    found = RuleStatistics("r", level, upheld, dismissed, 0, 0, floor)  # type: ignore[arg-type]
    assert found.advice == advice


def by_two(*pairs: tuple[str, str]) -> Decisions:
    made = []
    for number, pair in enumerate(pairs):
        for reviewer, kind in zip(("ann", "bob"), pair, strict=True):
            made.append(replace(ONE, fingerprint=str(number), reviewer=reviewer, decision=kind))  # type: ignore[arg-type]
    return Decisions(tuple(made))


def test_agreement_is_counted_where_two_people_judged_a_flag() -> None:
    found = agreement(by_two(("upheld", "upheld"), ("upheld", "dismissed"), ("dismissed", "dismissed"), ("edited", "upheld")))
    assert (found.pairs, found.agreed) == (4, 3)


def test_alpha_is_krippendorffs() -> None:
    """The example of section A in Krippendorff's Computing Krippendorff's alpha-reliability (2011): alpha is 0.095."""
    first, second = "0100000010", "1110010000"
    kinds = {"0": "dismissed", "1": "upheld"}
    found = agreement(by_two(*((kinds[a], kinds[b]) for a, b in zip(first, second, strict=True))))
    assert found.alpha == pytest.approx(0.095, abs=0.001)


def test_one_reviewer_agrees_with_nobody() -> None:
    found = agreement(decisions("upheld", "dismissed"))
    assert (found.pairs, found.agreed, found.alpha) == (0, 0, None)


def test_what_one_person_changed_their_mind_on_is_no_disagreement() -> None:
    later = replace(ONE, decision="dismissed", time="2026-11-22T08:00:00Z")
    assert agreement(Decisions((ONE, later))).pairs == 0
