"""Errors put into copies of articles that hold the proof of them, one module a family."""

from injections import attribution, count, date, lineup, membership, minute, score, spelling
from injections.model import Kind

KINDS: tuple[Kind, ...] = (
    *score.KINDS,
    *minute.KINDS,
    *membership.KINDS,
    *spelling.KINDS,
    *lineup.KINDS,
    *count.KINDS,
    *date.KINDS,
    *attribution.KINDS,
)
FAMILIES = tuple(dict.fromkeys(kind.family for kind in KINDS))
