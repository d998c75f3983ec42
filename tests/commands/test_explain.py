"""factcheck explain: a rule's page."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from checker.judge.rules import Rule
from checker.pack import Pack, load_pack
from checker.places import default_pack
from checker.rulebook import rule_page

Factcheck = Callable[..., CompletedProcess[str]]
RULES = load_pack(default_pack()).rules


def test_a_page_says_what_why_wrong_right_and_where_from(factcheck: Factcheck, little_pack: Callable[..., Path]) -> None:
    folder = little_pack()
    run = factcheck("explain", "score/draw-is-level", "--pack", folder)
    assert run.returncode == 0
    assert run.stdout.splitlines()[:-1] == [
        "# score/draw-is-level",
        "",
        "Level: error. Applies to: score.",
        "",
        "A draw is level.",
        "",
        '    when:   score.outcome == "draw"',
        "    assert: score.first == score.second",
        "    says:   a draw ends level, {score} does not",
        "",
        "## Wrong",
        "",
        "    It was a [[2-1 draw]].",
        "",
        "## Right",
        "",
        "    It was a 1-1 draw.",
        "",
    ]
    assert run.stdout.splitlines()[-1].startswith("Source: ")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_of_the_pack_has_a_page(rule: Rule) -> None:
    page = "\n".join(rule_page(rule))
    assert page.startswith(f"# {rule.id}\n")
    assert page.count("[[") == sum(len(example.marks) for example in rule.examples)


def test_several_reports_are_numbered(pack: Pack) -> None:
    rule = next(rule for rule in pack.rules if any(len(example.texts) > 1 for example in rule.examples))
    assert {"    (report 1)", "    (report 2)"} <= set(rule_page(rule))


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("score/draw-is-levl", "the pack has no rule 'score/draw-is-levl' (did you mean 'score/draw-is-level'?)"),
        ("xyzzy", "the pack has no rule 'xyzzy'"),
    ],
)
def test_a_rule_that_is_not_there_is_told_with_the_nearest(factcheck: Factcheck, rule: str, words: str) -> None:
    run = factcheck("explain", rule)
    assert (run.returncode, run.stdout) == (2, "")
    assert words in run.stderr
