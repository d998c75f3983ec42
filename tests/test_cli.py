"""The command line as a whole: subcommands, help, what is imported when, and mistakes without a traceback."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from checker import __version__
from checker.cli import COMMANDS, IN_SHORT

Factcheck = Callable[..., CompletedProcess[str]]
Python = Callable[..., CompletedProcess[str]]
HEAVY = ("spacy", "thinc", "numpy", "rapidfuzz", "rich", "pydantic", "yaml")


def imported(python: Python, *arguments: str) -> set[str]:
    """The heavy packages that a command imports."""
    code = f"""\
import sys
from checker.cli import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
sys.stderr.write("imported: " + " ".join(name for name in {HEAVY} if name in sys.modules))
"""
    run = python(code, *arguments)
    assert "imported: " in run.stderr, run.stderr
    return set(run.stderr.rsplit("imported: ")[-1].split())


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["--version"], ["check", "--help"], ["rules"], ["explain", "score/draw-is-level"]],
    ids=" ".join,
)
def test_what_only_shows_text_imports_no_spacy(python: Python, arguments: list[str]) -> None:
    assert imported(python, *arguments) & {"spacy", "thinc", "numpy"} == set()


@pytest.mark.parametrize("arguments", [["rules"], ["explain", "score/draw-is-level"]], ids=" ".join)
def test_what_was_shown_before_imports_nothing_heavy(python: Python, arguments: list[str]) -> None:
    imported(python, *arguments)
    assert imported(python, *arguments) == set()


def test_a_check_does_import_spacy(python: Python, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("It rained.")
    assert "spacy" in imported(python, "check", str(tmp_path / "story.txt"))


@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_lists_every_subcommand(factcheck: Factcheck, option: str) -> None:
    run = factcheck(option)
    assert run.returncode == 0
    assert set(COMMANDS) <= set(run.stdout.split())


def test_every_subcommand_is_told_in_short() -> None:
    assert list(IN_SHORT) == list(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_subcommand_has_help(factcheck: Factcheck, command: str) -> None:
    run = factcheck(command, "--help")
    assert run.returncode == 0
    assert run.stdout.startswith(f"Usage: factcheck {command}")


def test_the_version_is_told(factcheck: Factcheck) -> None:
    assert factcheck("--version").stdout.strip().endswith(__version__)


def test_a_path_is_checked_without_saying_so(factcheck: Factcheck, desk: Path) -> None:
    (desk / "story.txt").write_text("It was a 2-1 draw.")
    short, long = factcheck("story.txt"), factcheck("check", "story.txt")
    assert (short.returncode, short.stdout) == (long.returncode, long.stdout)
    assert "score/draw-is-level" in short.stdout


def test_options_may_stand_before_the_path(factcheck: Factcheck, desk: Path) -> None:
    (desk / "story.txt").write_text("It was a 2-1 draw.")
    assert factcheck("--exit-zero", "story.txt").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "Usage"),
        (["check"], "Missing argument"),
        (["--frmat", "json", "story.txt"], "No such option"),
        (["--format", "xml", "story.txt"], "Invalid value for '--format'"),
        (["--level", "eror", "story.txt"], "Invalid value for '--level'"),
        (["--date", "Sunday", "story.txt"], "Invalid value for '--date'"),
        (["--jobs", "0", "story.txt"], "Invalid value for '--jobs'"),
        (["--select", "scroe", "story.txt"], "the pack has no rule or family 'scroe' (did you mean 'score'?)"),
        (["--ignore", "score/draw-is-levl", "story.txt"], "(did you mean 'score/draw-is-level'?)"),
        (["--pack", "gone", "story.txt"], "gone: not a pack: found no pack.yml in this folder"),
        (["-o", "gone/report.txt", "story.txt"], "gone/report.txt: cannot be written: No such file or directory"),
        (["--model", "en_no_such_model", "story.txt"], "--model en_no_such_model: "),
        (["gone.txt"], "gone.txt: no such file or folder"),
        (["x" * 300], ": cannot be read: File name too long"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_a_mistake_is_told_and_ends_with_2(factcheck: Factcheck, desk: Path, arguments: list[str], words: str) -> None:
    (desk / "story.txt").write_text("It was a 1-1 draw.")
    run = factcheck(*arguments)
    assert run.returncode == 2
    assert words in run.stdout + run.stderr
    assert "Traceback" not in run.stderr


def test_a_name_that_is_not_unicode_is_told(factcheck: Factcheck, desk: Path) -> None:
    name = b"caf\xe9.txt"
    (desk / name.decode(errors="surrogateescape")).write_text("It was a 2-1 draw.")
    run = factcheck("--format", "json", ".")
    assert run.returncode == 1
    assert "score/draw-is-level" in run.stdout


def test_an_article_of_any_letters_can_be_shown_anywhere(python: Python, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("Łukasz “Ħ” 👍: a 2-1 draw.", encoding="utf-8")
    code = "import sys; sys.stdout.reconfigure(encoding='ascii'); from checker.cli import main; main()"
    run = python(code, str(tmp_path / "story.txt"))
    assert (run.returncode, "Traceback" in run.stderr) == (1, False), run.stderr
