"""factcheck rules: the list of a pack's rules."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from checker.pack import Pack

Factcheck = Callable[..., CompletedProcess[str]]


def test_every_rule_stands_in_the_list_with_its_level(factcheck: Factcheck, pack: Pack) -> None:
    run = factcheck("rules")
    listed = [tuple(line.split()[:2]) for line in run.stdout.splitlines()]
    assert run.returncode == 0
    assert listed == sorted((rule.id, rule.level) for rule in pack.rules)


def test_another_pack_s_rules_are_listed(factcheck: Factcheck, little_pack: Callable[..., Path]) -> None:
    run = factcheck("rules", "--pack", little_pack())
    assert run.stdout == "score/draw-is-level  error    A draw is level.\n"


def test_the_configuration_may_name_the_pack(factcheck: Factcheck, desk: Path, little_pack: Callable[..., Path]) -> None:
    (desk / ".factcheck.yml").write_text(f"pack: {little_pack()}\n")
    assert len(factcheck("rules").stdout.splitlines()) == 1


def test_a_mistake_in_the_pack_is_told(factcheck: Factcheck, little_pack: Callable[..., Path]) -> None:
    run = factcheck("rules", "--pack", little_pack({"rules/score.yml": "- id: score/x\n"}))
    assert (run.returncode, run.stdout) == (2, "")
    assert "rules/score.yml:1:3: the key " in run.stderr
