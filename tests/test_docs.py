"""The pages that are made from the product are those that it would make now."""

import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize("script", ["make_rules.py", "make_readme.py"])
def test_a_page_is_current(script: str, root: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(root / "docs" / script), "--check"], cwd=root, capture_output=True, text=True, check=False
    )
    assert (run.returncode, run.stdout + run.stderr) == (0, run.stdout + run.stderr)


def test_every_fault_is_in_the_table_and_has_its_test(root: Path) -> None:
    page = (root / "docs" / "reviewing.md").read_text(encoding="utf-8")
    table = page.split("## When something goes wrong")[1].split("\n## ")[0]
    source = (root / "tests" / "review" / "test_faults.py").read_text(encoding="utf-8")
    tests = re.findall(r"^def (test_\w+)", source, re.MULTILINE)
    assert sorted(re.findall(r"`(test_\w+)`", table)) == sorted(tests)
