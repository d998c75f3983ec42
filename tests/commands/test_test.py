"""factcheck test: the examples of a pack."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

Factcheck = Callable[..., CompletedProcess[str]]
LittlePack = Callable[..., Path]
CLAIMS = """\
score:
  fields: {first: int, second: int, outcome: string}
  patterns:
    - "{first:number}-{second:number} {outcome:(win|draw)}"
  examples:
    - {text: "It was a 2-1 win.", claim: {first: 2, outcome: win}}
    - {text: "It was 2-1.", claim: none}
"""


def test_a_pack_whose_examples_pass_ends_with_0(factcheck: Factcheck, little_pack: LittlePack) -> None:
    run = factcheck("test", little_pack({"claims/score.yml": CLAIMS}))
    assert (run.returncode, run.stdout) == (0, "4 examples of little passed, 0 failed\n")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("It was a 2-1 win.", "It was a 3-1 win.", "claims/score.yml:6:7: claim score: 'It was a 3-1 win.': expected {"),
        ('"It was 2-1."', '"It was a 2-1 draw."', "claims/score.yml:7:7: claim score: 'It was a 2-1 draw.': read as"),
    ],
)
def test_an_example_of_a_pattern_that_fails_is_told(
    factcheck: Factcheck, little_pack: LittlePack, old: str, new: str, words: str
) -> None:
    run = factcheck("test", little_pack({"claims/score.yml": CLAIMS.replace(old, new)}))
    assert run.returncode == 1
    assert words in run.stdout
    assert run.stdout.endswith("3 examples of little passed, 1 failed\n")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("[[2-1 draw]]", "2-1 [[draw]]", "a wrong example: flagged ['2-1 draw'], expected ['draw']"),
        ("[[2-1 draw]]", "[[1-1 draw]]", "a wrong example: flagged nothing, expected ['1-1 draw']"),
        ("It was a 1-1 draw.", "It was a 3-1 draw.", "a right example: flagged ['3-1 draw'], expected nothing"),
    ],
)
def test_an_example_of_a_rule_that_fails_is_told(
    factcheck: Factcheck, little_pack: LittlePack, old: str, new: str, words: str
) -> None:
    folder = little_pack()
    file = folder / "rules" / "score.yml"
    file.write_text(file.read_text().replace(old, new))
    run = factcheck("test", folder)
    assert run.returncode == 1
    assert f"rule score/draw-is-level, {words}" in run.stdout


def test_a_folder_that_is_no_pack_is_told(factcheck: Factcheck, desk: Path) -> None:
    run = factcheck("test", ".")
    assert (run.returncode, run.stdout) == (2, "")
    assert "not a pack" in run.stderr
