"""Claim types: what a file of claims/ declares, and how its mistakes are told."""

import pytest

from checker.claims.forms import Forms
from checker.claims.types import ClaimType, load_claim_types
from checker.claims.words import Words
from checker.errors import PackError
from checker.yaml_source import parse_yaml

WORDS = Words({"side": ("home", "away")}, {}, {}, {"honours": ("honors",)})
HEAD = "score:\n  fields: {first: int, second: int, kind: string}\n"
SCORE = (
    HEAD
    + """\
  apart_by: first
  patterns:
    - "{first:number}-{second:number}"
    - "{first:number} all": {kind: level}
    - tokens: [{LOWER: score}, {IS_DIGIT: true, FIELD: first}]
      set: {kind: worded}
  not:
    - "{:number}-{:number} season"
  examples:
    - {text: "It was 2-1.", claim: {first: 2}}
    - {text: "In 2014-15.", claim: none}
"""
)


def loaded(text: str) -> ClaimType:
    (claim_type,) = load_claim_types(parse_yaml(text, "claims/score.yml"), Forms(WORDS))
    return claim_type


def failure(text: str) -> str:
    with pytest.raises(PackError) as found:
        loaded(text)
    return str(found.value).removeprefix("claims/score.yml:")


def test_fields_are_declared_with_their_kinds() -> None:
    assert loaded(SCORE).fields == {"first": "int", "second": "int", "kind": "string"}


def test_a_pattern_may_set_fields() -> None:
    sets = {tuple(pattern.sets.items()) for pattern in loaded(SCORE).patterns if pattern.rank == 1}
    assert sets == {(("kind", "level"),)}


def test_a_pattern_may_be_raw_tokens() -> None:
    (raw,) = [pattern for pattern in loaded(SCORE).patterns if pattern.tokens]
    assert raw.tokens == ({"LOWER": "score"}, {"IS_DIGIT": True, "FIELD": "first"})
    assert raw.sets == {"kind": "worded"}


def test_a_pattern_of_several_forms_keeps_one_rank() -> None:
    ranks = [pattern.rank for pattern in loaded(SCORE).patterns if not pattern.excludes]
    assert sorted(set(ranks)) == [0, 1, 2]
    assert ranks.count(0) == 2  # `2-1` in three tokens and in one


def test_a_not_pattern_excludes() -> None:
    assert [pattern.claim_type for pattern in loaded(SCORE).patterns if pattern.excludes] == ["score", "score"]


def test_examples_carry_the_fields_they_want_and_where_they_stand() -> None:
    wanted, none = loaded(SCORE).examples
    assert (wanted.text, wanted.fields, wanted.where) == ("It was 2-1.", {"first": 2}, "claims/score.yml:12:7")
    assert none.fields is None


def test_a_type_without_patterns_loads() -> None:
    assert loaded("lineup:\n  fields: {size: int}\n").patterns == ()


def test_a_file_may_declare_several_types() -> None:
    source = parse_yaml(HEAD + "age:\n  fields: {n: int}\n", "claims/score.yml")
    assert [claim_type.name for claim_type in load_claim_types(source, Forms(WORDS))] == ["score", "age"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("score:\n  feilds: {first: int}\n", "2:3: unknown key 'feilds' (did you mean 'fields'?)"),
        ("score:\n  patterns: []\n", "1:1: the key 'fields' is missing"),
        (HEAD + "  pattern: []\n", "3:3: unknown key 'pattern' (did you mean 'patterns'?)"),
        (HEAD + "  excludes: []\n", "3:3: unknown key 'excludes'"),
        ("score:\n  fields: {first: integer}\n", "2:12: first: Input should be 'int', 'bool', 'string'"),
        (HEAD + "  patterns: '{first:number}'\n", "3:3: patterns: Input should be a valid list"),
        (HEAD + "  examples:\n    - {text: a}\n", "4:7: the key 'claim' is missing"),
        (HEAD + "  examples:\n    - {text: a, claim: none, why: b}\n", "4:30: unknown key 'why'"),
    ],
)
def test_a_mistake_in_the_declaration_is_told_with_its_place(text: str, message: str) -> None:
    assert failure(text).startswith(message)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ('"{frist:number} all"', "4:7: score has no field 'frist' (did you mean 'first'?)"),
        ('"{first:numbr}"', "4:7: unknown type 'numbr' (did you mean 'number'?), at column 8 of the pattern '{first"),
        ('"{:sides} win"', "4:7: unknown type 'sides' (did you mean 'side'?), at column 3"),
        ('"(won"', "4:7: found the end where ')' was expected (opened at 1), at column 5 of the pattern '(won'"),
        ('"won": {kidn: final}', "4:7: score has no field 'kidn' (did you mean 'kind'?)"),
        ("{tokens: [{LOWER: a, FIELD: frist}]}", "4:7: score has no field 'frist' (did you mean 'first'?)"),
        ("{tokens: [{LOWER: a}], set: {kidn: b}}", "4:7: score has no field 'kidn' (did you mean 'kind'?)"),
        ("{tokens: [{LOWRE: a}]}", "4:"),
        ("{tokens: [{LOWER: {REGX: a}}]}", "4:"),
        ("{tokens: []}", "4:"),
        ("{}", "4:7: "),
        ('{"won": {kind: a}, "lost": {kind: b}}', "4:"),
        ('"won": {first: many}', "4:"),
        ("3", "4:7: "),
    ],
)
def test_a_mistake_in_a_pattern_is_told_with_its_place(pattern: str, message: str) -> None:
    assert failure(f"{HEAD}  patterns:\n    - {pattern}\n").startswith(message)


def test_a_mistake_in_a_not_pattern_is_told_with_its_place() -> None:
    text = HEAD + "  not:\n    - won\n    - '{:numbr}'\n"
    assert failure(text).startswith("5:7: unknown type 'numbr'")


def test_two_claims_can_be_held_apart_by_a_known_field_only() -> None:
    assert failure(HEAD + "  apart_by: frist\n").startswith("3:3: ")


def test_an_example_may_name_known_fields_only() -> None:
    text = HEAD + "  examples:\n    - {text: a, claim: {frist: 1}}\n"
    assert failure(text).startswith("4:")
