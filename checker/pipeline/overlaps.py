"""overlaps: which matches of a claim type's patterns stand where several take in the same words."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.article import Span
from checker.claims.types import Hit


def best(hits: Sequence[Hit], apart_by: str) -> list[Hit]:
    """The hits that stand: none that a `not` pattern overlaps, and of overlapping ones the longest, then the first."""
    excluding = [hit for hit in hits if hit.pattern.excludes]
    if len(hits) == 1:
        return [] if excluding else list(hits)
    if excluding:
        hits = [h for h in hits if not h.pattern.excludes and not any(_excludes(other, h) for other in excluding)]
    order = sorted(
        hits,
        key=lambda hit: (_is_likely(hit), hit.span.start - hit.span.end, -len(hit.captures), hit.pattern.rank, hit.span.start),
    )
    chosen: list[Hit] = []
    for hit in order:
        if not any(hit.span.overlaps(other.span) and _same(hit, other, apart_by) for other in chosen):
            chosen.append(hit)
    if not apart_by or len(chosen) == len(order):
        return chosen
    return [_with_beginning(_with_subject_of(hit, order, apart_by), order, apart_by) for hit in chosen]


def held(hits: Sequence[Hit], never: Iterable[tuple[str, frozenset[str]]], text: str) -> Sequence[Hit]:
    """The hits but for those with a word that a field never holds."""
    for name, words in never:
        hits = [hit for hit in hits if name not in hit.captures or hit.captures[name].of(text).lower() not in words]
    return hits


def _with_subject_of(hit: Hit, hits: Sequence[Hit], apart_by: str) -> Hit:
    """A hit without the field that tells claims apart, joined with the shorter ones over which it was chosen where these all
    have the same there: `Hill glanced in` in `glanced in off the post`."""
    if apart_by in hit.captures or _is_likely(hit):
        return hit
    beside = [other for other in hits if apart_by in other.captures and other.span.overlaps(hit.span) and not _is_likely(other)]
    if len({other.captures[apart_by] for other in beside}) != 1:
        return hit
    other = beside[0]
    span = Span(min(hit.span.start, other.span.start), max(hit.span.end, other.span.end))
    return replace(hit, span=span, captures={**other.captures, **hit.captures})


def _with_beginning(hit: Hit, hits: Sequence[Hit], apart_by: str) -> Hit:
    """A hit joined with the shorter one that begins before it and ends in it, where that tells of nobody else: `to open the
    scoring` and `scoring in the 39th minute`."""
    for other in hits:
        joins = other.span.start < hit.span.start < other.span.end < hit.span.end and _same(hit, other, apart_by)
        if joins and not _is_likely(other):
            hit = replace(hit, span=Span(other.span.start, hit.span.end), captures={**other.captures, **hit.captures})
    return hit


def _excludes(other: Hit, hit: Hit) -> bool:
    """Whether a `not` pattern's hit forbids another: any that it overlaps; where it captures, only what captures the same."""
    if not other.captures:
        return hit.span.overlaps(other.span)
    return any(hit.captures.get(name) == span for name, span in other.captures.items())


def _is_likely(hit: Hit) -> bool:
    """Whether a pattern's words are a claim only where more speaks for it: any surer pattern's go before."""
    return bool(hit.pattern.sets.get("likely"))


def _same(one: Hit, other: Hit, apart_by: str) -> bool:
    mine, others = one.captures.get(apart_by), other.captures.get(apart_by)
    return not apart_by or mine is None or others is None or mine == others
