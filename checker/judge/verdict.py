"""Verdicts and flags: what the judge gives to the writers."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from checker.article import Span
from checker.claims.model import Fields
from checker.judge.rules import Level

VerdictKind = Literal["supported", "refuted", "not-enough-info"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a verdict rests on: another span of the article, another article, or a row of the reference."""

    kind: Literal["span", "article", "reference"]
    text: str
    path: str = ""
    span: Span | None = None
    line: int = 0
    source: str = ""


@dataclass(frozen=True, slots=True)
class Flag:
    """A verdict that a person should look at."""

    rule: str
    family: str
    level: Level
    path: str
    span: Span
    line: int
    column: int
    text: str
    message: str
    evidence: tuple[Evidence, ...]
    suggestions: tuple[str, ...]
    context: str
    """The line of the article that holds the span."""
    context_start: int
    sentence: str
    fingerprint: str = ""

    @property
    def verdict(self) -> VerdictKind:
        return "refuted"


class Found(NamedTuple):
    """A claim with its verdict and the rules that judged it."""

    type: str
    span: Span
    text: str
    fields: Fields
    verdict: VerdictKind
    rules: tuple[str, ...]
    reasons: tuple[str, ...] = ()
    """Why it is supported: the evidence, in words."""


_SPACES = re.compile(r"\s+")


def with_fingerprints(flags: Iterable[Flag]) -> list[Flag]:
    """The flags with fingerprints that do not change when other parts of the article do.

    A fingerprint is made of the rule, the quoted text and its sentence; a second flag with all three alike gets a number.
    """
    seen: dict[str, int] = {}
    told = []
    for flag in flags:
        sentence = _SPACES.sub(" ", flag.sentence).strip()
        digest = hashlib.sha256("\x1f".join((flag.rule, flag.text, sentence)).encode()).hexdigest()[:16]
        seen[digest] = seen.get(digest, 0) + 1
        told.append(replace(flag, fingerprint=digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"))
    return told
