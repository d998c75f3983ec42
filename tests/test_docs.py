"""The pages that are made from the product are those that it would make now."""

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
