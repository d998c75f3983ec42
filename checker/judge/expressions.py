"""Rule expressions: CEL (Common Expression Language), checked field by field when a pack is loaded.

A field that is not known is absent, and an expression that needs it has no value: `||` and `&&` absorb that where the other
side decides. So every expression is true, false, or not enough info; nothing an expression can do has a side effect.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from sys import intern
from typing import Any

from cel_expr_python import cel

from checker.claims.clock import apart
from checker.claims.model import Value
from checker.reference.names import same_surname

Kinds = tuple[tuple[str, str], ...]
"""Variables and their kinds, as declared by a claim type: (("score.first", "int"), …)."""

MATCH_FACTS: Mapping[str, str] = {
    f"match.{score}_{end}": "int"
    for score in ("final", "half_time", "aggregate", "first_leg", "shoot_out", "listed", "listed_half")
    for end in ("high", "low")
} | {
    f"match.{score}_{end}": "int" for score in ("final", "half_time") for end in ("home", "away")
} | {
    f"match.{name}": "int"
    for name in (
        "listed_goals", "listed_first_half", "listed_over", "over_listed", "over_scored", "margin_first_leg", "told_goals",
        "told_early", "told_late", "told_over", "side_told", "side_scored",
    )
} | {"match.over_side": "string", "match.told_side": "string", "match.two_legs": "bool"}
"""What is known of a match (checker/match/facts.py)."""


_NAME = re.compile(r"(?<![\w.])[a-z]\w*\.\w+")
_EQUAL = re.compile(r'(?:^|(?<= && ))([a-z]\w*\.\w+) == "([^"\\]*)"(?= && |$)')
"""A part of a plain conjunction that holds a text against a constant."""
_MOST_GIVEN = 1_000
"""Answers of one expression that are remembered: nine in ten questions come again, `goal.block` or `minute.base <= 120`."""
_NOT_PLAIN = re.compile(r"\|\||[?(]")


class ExpressionError(ValueError):
    """An expression that CEL refuses, with its message."""


class Expression:
    """A compiled expression. Calling it gives True, False, or None for not enough info."""

    def __init__(self, text: str, program: Any, kinds: Kinds) -> None:
        self.text = text
        self._program = program
        self._names = tuple(map(intern, sorted(set(_NAME.findall(text)))))
        self._equal = () if _NOT_PLAIN.search(text) else tuple(_EQUAL.findall(text))
        self._reads_lists = any(kind == "list" and name in self._names for name, kind in kinds)
        self._given: dict[tuple[Value | None, ...], bool | None] = {}

    def __call__(self, data: Mapping[str, Value]) -> bool | None:
        for name, wanted in self._equal:  # what decides most calls needs no CEL: `false && unknown` is false
            if data.get(name, wanted) != wanted:
                return False
        if self._reads_lists:
            return self._evaluated(data)
        values = tuple(map(data.get, self._names))
        if values not in self._given:
            if len(self._given) >= _MOST_GIVEN:
                self._given.clear()
            self._given[values] = self._evaluated(data)
        return self._given[values]

    def _evaluated(self, data: Mapping[str, Value]) -> bool | None:
        value = self._program.eval(data={name: data[name] for name in self._names if name in data})
        return bool(value.value()) if value.type() == cel.Type.BOOL else None


def compile_expression(text: str, kinds: Kinds) -> Expression:
    """The compiled expression; raises ExpressionError for an unknown field, a wrong type or a mistake in the syntax."""
    if re.search(r"\bhas\s*\(", text):
        raise ExpressionError("has() is not needed: an expression whose field is not known has no value, and judges nothing")
    try:
        program = _environment(kinds).compile(text)
    except RuntimeError as problem:
        raise ExpressionError(_readable(str(problem))) from None
    if program.return_type() != cel.Type.BOOL:
        raise ExpressionError(f"expected an expression that is true or false, found one of type {program.return_type().name()}")
    return Expression(text, program, kinds)


@lru_cache(maxsize=256)
def _environment(kinds: Kinds) -> Any:
    variables = {name: _types()[kind] for name, kind in kinds}
    return cel.NewEnv(variables=variables, functions=_functions())


@cache
def _types() -> dict[str, Any]:
    text = dict.fromkeys(("string", "minute", "person", "club"), cel.Type.STRING)
    return {**text, "int": cel.Type.INT, "bool": cel.Type.BOOL, "list": cel.Type.List(cel.Type.DYN)}


@cache
def _functions() -> list[Any]:
    whole, text = cel.Type.INT, cel.Type.STRING
    return [
        cel.FunctionDecl("apart", [cel.Overload("apart_moments", whole, [whole] * 4, impl=apart)]),
        cel.FunctionDecl("same_surname", [cel.Overload("same_surname_names", cel.Type.BOOL, [text] * 2, impl=same_surname)]),
        cel.FunctionDecl("abs", [cel.Overload("abs_int", whole, [whole], impl=abs)]),
    ]


def _readable(message: str) -> str:
    """CEL's message without its wrapping: `1:6: undeclared reference to 'score.frist'`."""
    first = message.split("\n", 1)[0]
    for noise in ("INVALID_ARGUMENT: ", "ERROR: ", "<input>:", " (in container '')"):
        first = first.replace(noise, "")
    return first
