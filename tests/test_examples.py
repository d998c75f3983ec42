"""Every example that the football pack carries does what it says."""

import pytest

from checker.check import Checker
from checker.examples import claim_failure, rule_failure
from checker.judge.rules import Rule
from checker.pack import Pack, load_pack
from checker.places import default_pack

PACK = load_pack(default_pack())


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_rule(checker: Checker, rule: Rule) -> None:
    failures = [rule_failure(checker, rule, example) for example in rule.examples]
    assert [failure.message for failure in failures if failure] == []


@pytest.mark.parametrize("name", sorted(name for name, kind in PACK.claim_types.items() if kind.examples))
def test_claim_type(checker: Checker, name: str) -> None:
    failures = [claim_failure(checker, example) for example in PACK.claim_types[name].examples]
    assert [failure.message for failure in failures if failure] == []


def test_every_family_has_a_rule() -> None:
    assert {rule.family for rule in PACK.rules} == set(PACK.families)


def test_every_rule_says_why() -> None:
    assert [rule.id for rule in PACK.rules if len(rule.explain.split()) < 5] == []


def test_the_pack_is_football() -> None:
    assert isinstance(PACK, Pack)
    assert PACK.name == "football"
