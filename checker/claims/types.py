"""Claim types as a pack declares them: fields, patterns, examples; loaded from claims/*.yml with positions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from sys import intern
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, RootModel, Tag

from checker.article import Span
from checker.claims.forms import Forms
from checker.claims.model import Value
from checker.claims.pattern import THEN, Form, PatternError
from checker.errors import Position, did_you_mean
from checker.values import light_value
from checker.yaml_source import YamlSource, shown

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


def _shape(entry: object) -> str | None:
    """Which of the three shapes an entry of `patterns` has, in a word that is no key; None for anything else."""
    if isinstance(entry, str):
        return "(text)"
    if isinstance(entry, dict) and "tokens" in entry:
        return "(tokens)"
    return "(sets)" if isinstance(entry, dict) and len(entry) == 1 else None


Sets = dict[str, Value]
Entry = Annotated[
    Annotated[str, Tag("(text)")] | Annotated[TokensSchema, Tag("(tokens)")] | Annotated[dict[str, Sets], Tag("(sets)")],
    Discriminator(
        _shape,
        custom_error_type="shape",
        custom_error_message="Input should be a pattern, one pattern with the fields that it sets, or tokens",
    ),
]


class ClaimTypeSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    fields: dict[str, FieldKind]
    patterns: list[Entry] = Field(default_factory=list)
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
    where: Position
    excludes: bool = False
    """A `not` pattern: where it matches, no claim of the type is read."""


@light_value
class Hit:
    """One match of a pattern: where, the spans of its captures by field, and the number of the sentence."""

    pattern: ClaimPattern
    span: Span
    captures: dict[str, Span]
    sentence: int


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
    never: tuple[tuple[str, frozenset[str]], ...] = ()
    """Words that fields never hold: `not` patterns that are one captured word, which need not be looked for."""


def load_claim_types(source: YamlSource, forms: Forms | None) -> list[ClaimType]:
    """The claim types of one file; raises PackError at the position of the first mistake.

    Without `forms` only names and fields are read: enough to list and explain rules.
    """
    schema = source.into(ClaimFile)
    if forms is None:
        return [ClaimType(name, declared.fields, (), ()) for name, declared in schema.root.items()]
    return [_claim_type(name, declared, source, forms) for name, declared in schema.root.items()]


def _claim_type(name: str, declared: ClaimTypeSchema, source: YamlSource, forms: Forms) -> ClaimType:
    if declared.apart_by:
        _check_fields([declared.apart_by], name, declared, source, "apart_by")
    patterns: list[ClaimPattern] = []
    never: list[tuple[str, frozenset[str]]] = []
    for rank, entry in enumerate(declared.patterns):
        patterns += _patterns(entry, rank, name, declared, source, forms)
    for rank, text in enumerate(declared.exclude):
        where = source.position((name, "not", rank))
        for form in _compile(text, source, (name, "not", rank), forms):
            first = form[0]
            if len(form) == 1 and first.field and first.words:
                never.append((first.field, first.words))
            else:
                patterns.append(ClaimPattern(name, form, (), {}, rank, where, excludes=True))
    examples = tuple(_example(e, number, name, declared, source) for number, e in enumerate(declared.examples))
    return ClaimType(name, declared.fields, tuple(patterns), examples, declared.apart_by, tuple(never))


def _patterns(
    entry: str | TokensSchema | dict[str, Sets],
    rank: int,
    name: str,
    declared: ClaimTypeSchema,
    source: YamlSource,
    forms: Forms,
) -> list[ClaimPattern]:
    """The patterns of one entry, one a form."""
    place = (name, "patterns", rank)
    text, tokens, sets = _entry(entry)
    compiled: list[Form] = [()] if tokens else _compile(text, source, place, forms)
    _check_tokens(tokens, source, place)
    used = {part for form in compiled for element in form for part in element.field.split()} - {THEN} | set(sets)
    used |= {str(token["FIELD"]) for token in tokens if "FIELD" in token}
    _check_fields(sorted(used), name, declared, source, "patterns", rank)
    for field, value in sets.items():
        _check_value(field, value, declared.fields[field], source, (*place, text or "set", field))
    where = source.position(place)
    sets = {intern(field): intern(value) if isinstance(value, str) else value for field, value in sets.items()}
    return [ClaimPattern(intern(name), form, tuple(tokens), sets, rank, where) for form in compiled]


def _entry(entry: str | TokensSchema | dict[str, Sets]) -> tuple[str, list[dict[str, Any]], Sets]:
    if isinstance(entry, str):
        return entry, [], {}
    if isinstance(entry, TokensSchema):
        return "", entry.tokens, entry.set
    text, sets = next(iter(entry.items()))
    return text, [], sets


def _check_fields(
    used: Iterable[str], name: str, declared: ClaimTypeSchema, source: YamlSource, *place: str | int
) -> None:
    for field in used:
        if field not in declared.fields:
            raise source.fail(f"{name} has no field {field!r}{did_you_mean(field, declared.fields)}", name, *place)


def _check_value(
    field: str, value: object, kind: FieldKind, source: YamlSource, place: tuple[str | int, ...]
) -> None:
    wanted = _TYPES.get(kind, str)
    if type(value) is not wanted:
        raise source.fail(f"{field}: found {shown(value)}; expected {_NAMES[wanted]}, since its kind is {kind}", *place)


_TYPES: Mapping[FieldKind, type] = {"int": int, "bool": bool, "list": list}
"""Kinds whose values are no words."""
_NAMES: Mapping[type, str] = {int: "a whole number", bool: "true or false", list: "a list", str: "text, in quotes"}


def _check_tokens(tokens: Sequence[Mapping[str, Any]], source: YamlSource, place: tuple[str | int, ...]) -> None:
    """Raises PackError for a token that spaCy's Matcher would not take."""
    if not tokens:
        return
    from spacy.schemas import TokenPattern  # half a second, which a pack without raw tokens need not spend

    for number, token in enumerate(tokens):
        plain = {key: value for key, value in token.items() if key != "FIELD"}
        replace(source.part(*place, "tokens", number), data=plain).into(TokenPattern)


def _example(
    example: ExampleSchema, number: int, name: str, declared: ClaimTypeSchema, source: YamlSource
) -> Example:
    where = str(source.position((name, "examples", number)))
    if example.claim == "none":
        return Example(name, example.text, None, where)
    for field in example.claim:
        _check_fields([field], name, declared, source, "examples", number, "claim", field)
    return Example(name, example.text, example.claim, where)


def _compile(text: str, source: YamlSource, place: tuple[str | int, ...], forms: Forms) -> list[Form]:
    try:
        return forms.of(text)
    except PatternError as problem:
        raise source.fail(f"{problem}, at column {problem.column} of the pattern {text!r}", *place) from None
