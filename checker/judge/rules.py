"""Rules as a pack declares them: what they are about, what must hold, what to say, and examples of wrong and right."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from checker.claims.types import ClaimType
from checker.errors import did_you_mean
from checker.judge.expressions import MATCH_FACTS, Expression, ExpressionError, Kinds, compile_expression
from checker.yaml_source import YamlSource

Level = Literal["error", "warning", "query"]
LEVELS: tuple[Level, ...] = ("error", "warning", "query")
"""From the gravest to the mildest."""

_ID = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*")
_NAME = re.compile(r"[\w.]+")
_HOLE = re.compile(r"\{([\w.]+)\}")
_MARKED = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


class ExamplesSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    wrong: list[str | list[str]] = Field(min_length=1)
    right: list[str | list[str]] = Field(min_length=1)


class RuleSchema(BaseModel):
    """One rule. `each` is a claim type, a pair of them, or `match`."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    id: str
    level: Level
    each: str | list[str]
    join: str = ""
    when: str = ""
    demand: str = Field(alias="assert")
    mark: str = ""
    message: str
    suggest: str = ""
    explain: str
    source: str = ""
    across: bool = True
    examples: ExamplesSchema


class RuleFile(RootModel[list[RuleSchema]]):
    """One file of rules/: a list of rules."""


@dataclass(frozen=True, slots=True)
class RuleExample:
    """Copy (one article or several) with the spans that the rule must flag: (article number, start, end)."""

    texts: tuple[str, ...]
    marks: tuple[tuple[int, int, int], ...]
    wrong: bool


@dataclass(frozen=True)
class Rule:
    """A rule, its expressions compiled and checked against the fields of the claims it is about."""

    id: str
    family: str
    level: Level
    each: tuple[str, ...]
    """One claim type, two of them for a pair, or `match`."""
    join: tuple[str, str] | None
    """For a pair: the fields of a and b that must name the same person; without it, the two tell the same event."""
    when: Expression | None
    demand: Expression
    mark: str
    message: str
    suggest: str
    explain: str
    source: str
    across: bool
    """Whether a pair may come from two articles about one match."""
    examples: tuple[RuleExample, ...]
    where: str
    needs: frozenset[str]
    """Fields without which `assert` has no value: no evaluation is wasted on a claim that lacks one."""

    def filled(self, template: str, values: Mapping[str, object]) -> str:
        """A message with its holes filled from the subject's values; an unknown value reads `?`."""
        return _HOLE.sub(lambda hole: _shown(values.get(hole[1])), template)


def _shown(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return "?" if value is None else str(value)


def load_rules(
    source: YamlSource, claim_types: Mapping[str, ClaimType], families: Sequence[str]
) -> Iterator[Rule]:
    """The rules of one file; raises PackError at the position of the first mistake."""
    seen: set[str] = set()
    for number, declared in enumerate(source.into(RuleFile).root):
        if declared.id in seen:
            raise source.fail(f"the rule {declared.id!r} stands here twice", number, "id")
        seen.add(declared.id)
        yield _rule(declared, source, number, claim_types, families)


def _rule(
    declared: RuleSchema, source: YamlSource, number: int, claim_types: Mapping[str, ClaimType], families: Sequence[str]
) -> Rule:
    if not _ID.fullmatch(declared.id):
        raise source.fail(f"found id {declared.id!r}; expected family/name-in-small-letters", number, "id")
    family = declared.id.split("/")[0]
    if family not in families:
        hint = did_you_mean(family, families)
        raise source.fail(f"unknown family {family!r}{hint}; expected one of: {', '.join(families)}", number, "id")
    each = (declared.each,) if isinstance(declared.each, str) else tuple(declared.each)
    kinds = _kinds(each, source, number, claim_types)
    names = {name for name, _ in kinds} | {name.split(".")[0] for name, _ in kinds}
    for key in ("message", "suggest"):
        for name in _HOLE.findall(getattr(declared, key)):
            _check_name(name, key, names, source, number)
    _check_mark(declared.mark, each, names, source, number)
    when = _compiled(declared.when, kinds, source, number, "when") if declared.when else None
    demand = _compiled(declared.demand, kinds, source, number, "assert")
    examples = tuple(
        _example(text, wrong, source, number)
        for wrong, texts in ((True, declared.examples.wrong), (False, declared.examples.right))
        for text in texts
    )
    return Rule(
        declared.id, family, declared.level, each, _join(declared.join, names, source, number), when, demand,
        declared.mark, declared.message, declared.suggest, declared.explain.strip(), declared.source, declared.across,
        examples, str(source.position((number,))), _needs(declared, kinds),
    )  # fmt: skip


def _kinds(
    each: tuple[str, ...], source: YamlSource, number: int, claim_types: Mapping[str, ClaimType]
) -> Kinds:
    """The variables that a rule's expressions may use."""
    if each == ("match",):
        return tuple(MATCH_FACTS.items())
    if len(each) not in (1, 2):
        raise source.fail("found a list of claim types; expected one type, two types, or match", number, "each")
    if "match" in each:
        raise source.fail("found match in a pair; expected two claim types, or match alone", number, "each")
    for name in each:
        if name not in claim_types:
            hint = did_you_mean(name, claim_types if len(each) == 2 else [*claim_types, "match"])
            raise source.fail(f"unknown claim type {name!r}{hint}", number, "each")
    prefixes = each if len(each) == 1 else ("a", "b")
    return tuple(
        (f"{prefix}.{field}", kind)
        for prefix, name in zip(prefixes, each, strict=True)
        for field, kind in claim_types[name].fields.items()
    )


def _check_name(name: str, key: str, names: Iterable[str], source: YamlSource, number: int) -> None:
    if name not in names:
        raise source.fail(f"{key} names {name!r}, which is not known here{did_you_mean(name, names)}", number, key)


_TOLD = (
    "final", "half_time", "half_time_home", "aggregate", "first_leg", "shoot_out", "listed_goals", "listed_over", "told_over",
    "margin",
)  # fmt: skip
_MATCH_MARKS = tuple(f"match.{name}" for name in _TOLD)
"""Facts of a match whose claim a rule may mark."""


def _check_mark(mark: str, each: tuple[str, ...], names: Iterable[str], source: YamlSource, number: int) -> None:
    """A claim has a span to flag without being told; a match has none but those of the statements about it."""
    if each != ("match",):
        if mark:
            _check_name(mark, "mark", names, source, number)
    elif mark not in _MATCH_MARKS:
        found = f"found mark: {mark}{did_you_mean(mark, _MATCH_MARKS)}" if mark else "the key 'mark' is missing"
        expected = f"a rule about the match marks a statement, one of: {', '.join(_MATCH_MARKS)}"
        raise source.fail(f"{found}; {expected}", number, "mark")


def _compiled(text: str, kinds: Kinds, source: YamlSource, number: int, key: str) -> Expression:
    try:
        return compile_expression(text, kinds)
    except ExpressionError as problem:
        unknown = re.search(r"undeclared reference to '([\w.]+)'", str(problem))
        hint = did_you_mean(unknown[1], [name for name, _ in kinds]) if unknown else ""
        raise source.fail(f"{key}: {problem}{hint}", number, key) from None


def _join(text: str, names: set[str], source: YamlSource, number: int) -> tuple[str, str] | None:
    if not text:
        return None
    sides = [side.strip() for side in text.split("==")]
    if len(sides) != 2 or not names.issuperset(sides) or not all(map(str.startswith, sides, ("a.", "b."))):
        raise source.fail(f"found {text!r}; expected a join like: a.scorer == b.on", number, "join")
    return sides[0], sides[1]


def _needs(declared: RuleSchema, kinds: Kinds) -> frozenset[str]:
    if any(mark in declared.demand + declared.when for mark in ("||", "?", "has(")):
        return frozenset()
    used = _NAME.findall(f"{declared.demand} {declared.when}")
    parts = {part for name in used for part in accumulate(name.split("."), "{}.{}".format)}  # `goal.men` of `goal.men.size()`
    return frozenset(name for name, _ in kinds if name in parts)


def _example(texts: str | list[str], wrong: bool, source: YamlSource, number: int) -> RuleExample:
    articles = [texts] if isinstance(texts, str) else texts
    plain, marks = [], []
    for at, text in enumerate(articles):
        bare, spans = unmarked(text)
        plain.append(bare)
        marks += [(at, start, end) for start, end in spans]
    if wrong != bool(marks):
        expected = "a wrong example marks the span that is flagged as [[…]]" if wrong else "a right example marks nothing"
        raise source.fail(expected, number, "examples")
    return RuleExample(tuple(plain), tuple(marks), wrong)


def unmarked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """An example without its [[ ]] marks, and the spans that they enclosed."""
    spans: list[tuple[int, int]] = []
    plain = ""
    at = 0
    for found in _MARKED.finditer(text):
        plain += text[at : found.start()]
        spans.append((len(plain), len(plain) + len(found[1])))
        plain += found[1]
        at = found.end()
    return plain + text[at:], spans
