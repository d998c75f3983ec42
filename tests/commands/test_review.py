"""factcheck review: what it asks for, what it imports, what it says without a server. The loop itself: tests/review."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from click.testing import CliRunner

from checker.cli import cli

Factcheck = Callable[..., CompletedProcess[str]]
Python = Callable[..., CompletedProcess[str]]


@pytest.fixture(autouse=True)
def _no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URL", "PROJECT", "USERNAME", "PASSWORD", "TOKEN"):
        monkeypatch.delenv(f"DOCCANO_{name}", raising=False)


@pytest.mark.parametrize(
    "arguments",
    [["--help"], ["rules"], ["review", "--help"], ["review", "push", "--help"], ["stats"], ["stats", "--help"]],
    ids=" ".join,
)
def test_nothing_heavy_is_imported_before_it_is_needed(python: Python, tmp_path: Path, arguments: list[str]) -> None:
    code = """\
import sys
from checker.cli import main
try:
    main()
except SystemExit as ended:
    assert not ended.code, ended.code
print("imported:", [name for name in ("spacy", "doccano_client", "requests", "rich", "numpy") if name in sys.modules])
"""
    assert python(code, *arguments, cwd=tmp_path).stdout.endswith("imported: []\n")


@pytest.mark.parametrize("command", ["init", "push", "pull", "status"])
def test_an_address_is_needed(factcheck: Factcheck, desk: Path, command: str) -> None:
    run = factcheck("review", command)
    assert run.returncode == 2
    assert "where is doccano? Give --url, set DOCCANO_URL" in run.stderr


def test_standard_input_is_not_pushed(factcheck: Factcheck, desk: Path) -> None:
    run = factcheck("review", "push", "-", "--to", "out", stdin=b"It was a 2-1 draw.")
    assert run.returncode == 2
    assert "push files" in run.stderr


def test_what_cannot_be_read_is_told_and_the_rest_is_pushed(factcheck: Factcheck, desk: Path) -> None:
    (desk / "story.txt").write_text("It was a 2-1 draw.")
    (desk / "bad.txt").write_bytes(b"\xff")
    run = factcheck("review", "push", "story.txt", "bad.txt", "gone.txt", "--to", "out")
    assert run.returncode == 2
    assert "1 article with 1 flag sent" in run.stdout
    assert "bad.txt:1:1: not UTF-8" in run.stderr
    assert "gone.txt: no such file" in run.stderr


def test_rules_may_be_chosen(factcheck: Factcheck, desk: Path) -> None:
    (desk / "story.txt").write_text("It was a 2-1 draw.")
    assert "0 articles" in factcheck("review", "push", "story.txt", "--to", "out", "--ignore", "score").stdout
    assert "did you mean 'score'?" in factcheck("review", "push", "story.txt", "--to", "out", "--select", "scroe").stderr


def test_a_user_and_a_password_are_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(cli, ["review", "status", "--url", "http://127.0.0.1:9"], input="ann\nhunter2\n")
    assert "User: ann" in run.output
    assert "Password of ann:" in run.output
    assert "hunter2" not in run.output


def test_where_nobody_can_be_asked_it_says_what_is_missing(factcheck: Factcheck, desk: Path) -> None:
    run = factcheck("review", "status", "--url", "http://127.0.0.1:9")
    assert run.returncode == 2
    assert "no account: set DOCCANO_USERNAME and DOCCANO_PASSWORD, or DOCCANO_TOKEN" in run.stderr


def test_the_configuration_says_where(factcheck: Factcheck, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (desk / ".factcheck.yml").write_text("review: {url: 'ftp://reviews', project: ours}\n")
    monkeypatch.setenv("DOCCANO_TOKEN", "x")
    assert "not the address of a server: 'ftp://reviews'" in factcheck("review", "pull").stderr


def test_a_password_in_the_configuration_is_refused(factcheck: Factcheck, desk: Path) -> None:
    (desk / ".factcheck.yml").write_text("review: {url: 'https://x', password: hunter2}\n")
    run = factcheck("review", "pull")
    assert run.returncode == 2
    assert ".factcheck.yml:1:" in run.stderr
    assert "hunter2" not in run.stderr
