"""push: which articles must be sent, which are there already, which have had their day; then it is done, in a safe order.

What is new is sent before what is old is taken away, so a push that is cut off loses nothing; the next one takes up what it
left behind.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checker.article import Article
from checker.judge.verdict import Flag
from checker.report import ArticleReport
from checker.review.backend import Item, Progress, ReviewBackend
from checker.review.decisions import Decision
from checker.review.entry import Entry, make_entry
from checker.review.triage import Triage


@dataclass(frozen=True)
class Candidate:
    """An article as it was checked just now."""

    key: str
    report: ArticleReport
    decided: Mapping[str, Decision]
    """What reviewers said of it in earlier rounds, by fingerprint."""

    @property
    def wanted(self) -> dict[str, Flag]:
        """The flags that nobody has judged yet, by fingerprint."""
        return {flag.fingerprint: flag for flag in self.report.flags if flag.fingerprint not in self.decided}

    @property
    def known(self) -> frozenset[str]:
        """The fingerprints of all that the checker raises in it now, judged or not."""
        hidden = (flag for flag, _ in (*self.report.dismissed, *self.report.silenced))
        return frozenset(flag.fingerprint for flag in (*self.report.flags, *hidden))


@dataclass
class Plan:
    """What a push would do."""

    send: list[tuple[Candidate, Sequence[Flag]]] = field(default_factory=list)
    remove: list[Item] = field(default_factory=list)
    unchanged: int = 0
    """Articles that are there as they should be."""
    kept: int = 0
    """Articles whose earlier version somebody has worked on, and which stays for that."""

    @property
    def flags(self) -> int:
        return sum(len(flags) for _, flags in self.send)


def make_plan(
    candidates: Iterable[Candidate], items: Iterable[Item], touched: Callable[[Item], bool], everything: bool = False
) -> Plan:
    """The plan for some articles, given what the place holds; `everything` also sends articles without flags."""
    held: dict[str, list[Item]] = {}
    for item in items:
        held.setdefault(item.article, []).append(item)
    plan = Plan()
    for candidate in candidates:
        _plan_article(plan, candidate, held.get(candidate.key, []), touched, everything)
    return plan


def _plan_article(
    plan: Plan, candidate: Candidate, held: Sequence[Item], touched: Callable[[Item], bool], everything: bool
) -> None:
    kept = [item for item in held if item.ticked]
    waiting = [item for item in held if not item.ticked]
    new = _without(candidate.wanted, kept)
    current = _current(waiting, candidate, new)
    others = [item for item in waiting if item is not current]
    begun = [item for item in others if touched(item)]
    if current is None and begun:
        new = _without(new, begun)
        current = _current([item for item in others if item not in begun], candidate, new)
    kept += begun
    plan.remove += [item for item in others if item is not current and item not in begun]
    if current is not None or (not new and (kept or not everything)):
        plan.unchanged += bool(held)
    else:
        plan.send.append((candidate, list(new.values())))
        plan.kept += bool(kept)


def _current(waiting: Iterable[Item], candidate: Candidate, new: Mapping[str, Flag]) -> Item | None:
    return next((item for item in waiting if _is_current(item, candidate, new)), None)


def _is_current(item: Item, candidate: Candidate, new: Mapping[str, Flag]) -> bool:
    """Whether an item that waits shows this very copy, with all that is new and nothing that is not true any more."""
    return item.sha256 == candidate.report.sha256 and item.fingerprints >= new.keys() and item.fingerprints <= candidate.known


def _without(flags: Mapping[str, Flag], items: Iterable[Item]) -> dict[str, Flag]:
    """The flags that none of some items shows: what was said of the others there is carried over."""
    shown = frozenset[str]().union(*(item.fingerprints for item in items))
    return {fingerprint: flag for fingerprint, flag in flags.items() if fingerprint not in shown}


def push(
    backend: ReviewBackend,
    candidates: Sequence[Candidate],
    read: Callable[[str], Article],
    triage: Triage,
    progress: Progress,
    everything: bool = False,
) -> Plan:
    """Carries out the plan for some articles and gives it back; raises ReviewError where the place fails."""
    items = backend.items()
    keys = {candidate.key for candidate in candidates}
    again = backend.mend([item for item in items if item.article in keys], progress)
    backend.remove(again)
    plan = make_plan(candidates, [item for item in items if item not in again], backend.touched, everything)
    entries = [
        make_entry(backend.project, candidate.key, read(candidate.report.path), flags, triage) for candidate, flags in plan.send
    ]
    if entries:
        backend.add(_once(entries), progress)
    backend.remove(plan.remove)
    return plan


def _once(entries: Iterable[Entry]) -> list[Entry]:
    """Each entry once: one article may be named by two paths."""
    return list({entry.id: entry for entry in entries}.values())
