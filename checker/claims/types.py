"""Claim types as a pack declares them: fields, patterns, examples; loaded from claims/*.yml with positions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel

from checker.claims.model import Value
from checker.claims.pattern import Form, PatternError, compile_pattern
from checker.errors import Position, did_you_mean
from checker.yaml_source import YamlSource

FieldKind = Literal["int", "bool", "string", "minute", "person", "club", "list"]


class ExampleSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    text: str
    claim: dict[str, Any] | Literal["none"]


class TokensSchema(BaseModel):
    """A raw list of spaCy token dicts; the key FIELD names the field that a token fills."""

    model_config = ConfigDict(extra="forbid")

    tokens: list[dict[str, Any]] = Field(min_length=1)
    set: dict[str, Value] = Field(default_factory=dict)


class ClaimTypeSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    fields: dict[str, FieldKind]
    patterns: list[str | TokensSchema | dict[str, dict[str, Value]]] = Field(default_factory=list)
    exclude: list[str] = Field(default_factory=list, alias="not")
    apart_by: str = ""
    examples: list[ExampleSchema] = Field(default_factory=list)


class ClaimFile(RootModel[dict[str, ClaimTypeSchema]]):
    """One file of claims/: claim types by name."""


@dataclass(frozen=True, slots=True)
class ClaimPattern:
    """One form of a pattern (or a raw list of spaCy token dicts), with the fields that it sets."""

    claim_type: str
    form: Form
    tokens: tuple[Mapping[str, Any], ...]
    sets: Mapping[str, Value]
    rank: int
    """Its place in the file: of two matches of one length, the earlier pattern's stands."""
    excludes: bool = False
    """A `not` pattern: where it matches, no claim of the type is read."""
    where: Position = Position("")


@dataclass(frozen=True, slots=True)
class Example:
    """Copy that must (or, without fields, must not) be read as a claim of the type."""

    claim_type: str
    text: str
    fields: Mapping[str, Any] | None
    where: str


@dataclass(frozen=True, slots=True)
class ClaimType:
    name: str
    fields: Mapping[str, FieldKind]
    patterns: tuple[ClaimPattern, ...]
    examples: tuple[Example, ...]
    apart_by: str = ""
    """Two claims of this type may overlap where they capture different spans for this field."""


def load_claim_types(
    source: YamlSource, word_lists: Mapping[str, Sequence[str]], patterns: bool = True
) -> list[ClaimType]:
    """The claim types of one file; raises PackError at the position of the first mistake.

    Without `patterns` only names and fields are read: enough to list and explain rules.
    """
    schema = source.into(ClaimFile)
    if not patterns:
        return [ClaimType(name, declared.fields, (), ()) for name, declared in schema.root.items()]
    return [_claim_type(name, declared, source, word_lists) for name, declared in schema.root.items()]


def _claim_type(
    name: str, declared: ClaimTypeSchema, source: YamlSource, word_lists: Mapping[str, Sequence[str]]
) -> ClaimType:
    patterns: list[ClaimPattern] = []
    for rank, entry in enumerate(declared.patterns):
        place = (name, "patterns", rank)
        text, tokens, sets = _entry(entry)
        forms: list[Form] = [()] if tokens else _compile(text, source, place, word_lists)
        used = {part for form in forms for element in form for part in element.field.split()} | set(sets)
        used |= {str(token["FIELD"]) for token in tokens if "FIELD" in token}
        for field in sorted(used - set(declared.fields)):
            hint = did_you_mean(field, declared.fields)
            raise source.fail(f"{name} has no field {field!r}{hint}", *place)
        here = source.position(place)
        patterns += [ClaimPattern(name, form, tuple(tokens), sets, rank, where=here) for form in forms]
    for rank, text in enumerate(declared.exclude):
        forms = _compile(text, source, (name, "not", rank), word_lists)
        patterns += [ClaimPattern(name, form, (), {}, rank, excludes=True) for form in forms]
    examples = tuple(
        Example(name, e.text, None if e.claim == "none" else e.claim, str(source.position((name, "examples", n))))
        for n, e in enumerate(declared.examples)
    )
    return ClaimType(name, declared.fields, tuple(patterns), examples, declared.apart_by)


def _entry(
    entry: str | TokensSchema | dict[str, dict[str, Value]],
) -> tuple[str, list[dict[str, Any]], dict[str, Value]]:
    if isinstance(entry, str):
        return entry, [], {}
    if isinstance(entry, TokensSchema):
        return "", entry.tokens, entry.set
    text, sets = next(iter(entry.items()))
    return text, [], sets


def _compile(
    text: str, source: YamlSource, place: tuple[str | int, ...], word_lists: Mapping[str, Sequence[str]]
) -> list[Form]:
    try:
        return compile_pattern(text, word_lists)
    except PatternError as problem:
        raise source.fail(f"{problem}, at column {problem.column} of the pattern {text!r}", *place) from None
