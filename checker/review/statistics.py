"""statistics: how far each rule can be trusted, and whether reviewers agree, counted from decisions."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import exp, lgamma, log, log1p

from checker.judge.rules import LEVELS, Level, Rule
from checker.review.decisions import Decision, Decisions

_TAIL = 0.025
"""What an interval of 95 % leaves out at each end."""
_HALVINGS = 40


@dataclass(frozen=True, slots=True)
class Interval:
    """A share and the 95 % interval around it."""

    share: float
    low: float
    high: float


def interval(hits: int, of: int) -> Interval | None:
    """The share of hits with its exact interval, which is never too narrow, however few the cases; None for no cases.

    C. J. Clopper and E. S. Pearson, The use of confidence or fiducial limits, Biometrika 26 (1934).
    """
    if not of:
        return None
    low = _solve(lambda share: 1 - _at_most(hits - 1, of, share)) if hits else 0.0
    high = _solve(lambda share: 1 - _at_most(hits, of, share), 1 - _TAIL) if hits < of else 1.0
    return Interval(hits / of, low, high)


def _at_most(hits: int, of: int, share: float) -> float:
    """How likely so many hits or fewer are, of some cases with a share of hits."""
    if share in (0.0, 1.0):
        return float(share == 0.0 or hits >= of)
    win, lose, all_ways = log(share), log1p(-share), lgamma(of + 1)
    logs = (all_ways - lgamma(n + 1) - lgamma(of - n + 1) + n * win + (of - n) * lose for n in range(hits + 1))
    return min(1.0, sum(map(exp, logs)))


def _solve(likely: Callable[[float], float], wanted: float = _TAIL) -> float:
    """The share at which something that grows with it is as likely as is wanted, by halving."""
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if likely(middle) < wanted else (low, middle)
    return (low + high) / 2


@dataclass(frozen=True, slots=True)
class RuleStatistics:
    """What reviewers made of one rule's flags. `missed` is counted for a family: nobody knows which rule was to see it."""

    rule: str
    level: Level | None
    """None for a family, and for a rule that the pack no longer has."""
    upheld: int
    dismissed: int
    edited: int
    missed: int
    floor: float | None

    @property
    def precision(self) -> Interval | None:
        """The share of flags that were right; one that a reviewer moved was right that something is wrong there."""
        return interval(self.upheld + self.edited, self.upheld + self.edited + self.dismissed)

    @property
    def advice(self) -> str:
        """`lower it to warning`, where the whole interval lies under the floor of the level; an empty string otherwise."""
        found = self.precision
        if self.level is None or self.floor is None or found is None or found.high >= self.floor:
            return ""
        lower = LEVELS[LEVELS.index(self.level) + 1 :]
        return f"lower it to {lower[0]}" if lower else "narrow it or take it out"


@dataclass(frozen=True, slots=True)
class Agreement:
    """Flags that two or more people judged, pair by pair: a flag upheld or edited is right, a dismissed one wrong."""

    pairs: int
    agreed: int
    alpha: float | None
    """Krippendorff's alpha for nominal data: 1 full agreement, 0 what chance would give; None where it is not defined."""


@dataclass(frozen=True)
class Statistics:
    rules: tuple[RuleStatistics, ...]
    agreement: Agreement
    decisions: int
    """Flags that somebody has decided on."""


def count(decisions: Decisions, rules: Iterable[Rule], floors: Mapping[Level, float]) -> Statistics:
    """The statistics of some decisions. Each flag counts once, as it was decided last."""
    levels = {rule.id: rule.level for rule in rules}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    latest = decisions.latest().values()
    for decision in latest:
        counts[decision.rule][decision.decision] += 1
    told = tuple(_rule(rule, levels.get(rule), counts[rule], floors) for rule in sorted(counts))
    return Statistics(told, agreement(decisions), len(latest))


def _rule(rule: str, level: Level | None, counts: Counter[str], floors: Mapping[Level, float]) -> RuleStatistics:
    floor = floors.get(level) if level else None
    return RuleStatistics(
        rule, level, counts["upheld"], counts["dismissed"], counts["edited"], counts["missed"], floor
    )  # fmt: skip


def agreement(decisions: Decisions) -> Agreement:
    """How often two people who judged one flag said the same of it. What each said last counts."""
    said: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for decision in decisions.by_reviewer().values():
        if decision.decision != "missed":
            said[decision.flag].append(_right(decision))
    shared = [votes for votes in said.values() if len(votes) > 1]
    pairs = [first == second for votes in shared for first, second in combinations(votes, 2)]
    return Agreement(len(pairs), sum(pairs), _alpha(shared))


def _right(decision: Decision) -> bool:
    return decision.decision != "dismissed"


def _alpha(units: Iterable[list[bool]]) -> float | None:
    """K. Krippendorff, Computing Krippendorff's alpha-reliability (2011), section C: nominal data, any number of observers."""
    votes = [(sum(unit), len(unit)) for unit in units]
    total = sum(size for _, size in votes)
    right = sum(hits for hits, _ in votes)
    expected = 2 * right * (total - right)
    if not expected:
        return None
    observed = sum(2 * hits * (size - hits) / (size - 1) for hits, size in votes)
    return 1 - (total - 1) * observed / expected
