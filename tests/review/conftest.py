"""A real doccano for the tests of the review loop: one server a worker, a project of its own for each test."""

import io
import itertools
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

from checker.cli import main
from tests.conftest import LITTLE_PACK
from tests.review.doccano_server import ADMIN, DoccanoServer, Reviewer, running_server

_NUMBERS = itertools.count(1)


@pytest.fixture(scope="session")
def server() -> Iterator[DoccanoServer]:
    """doccano with its task process; tests that stop something start it again."""
    with running_server() as server:
        yield server


@dataclass
class Desk:
    """A folder with copy, and a project of its own for its flags."""

    folder: Path
    server: DoccanoServer
    environment: dict[str, str]
    name: str
    _reviewers: dict[str, Reviewer] = field(default_factory=dict)

    @property
    def decisions(self) -> list[dict[str, Any]]:
        file = self.folder / "annotations" / "decisions.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    @property
    def bot(self) -> Reviewer:
        """The account that pushes."""
        if ADMIN not in self._reviewers:
            self._reviewers[ADMIN] = self.server.reviewer(ADMIN, self.server.password)
        return self._reviewers[ADMIN]

    @property
    def project(self) -> int:
        listed = self.bot.call("GET", f"projects?limit=10000&q={self.name}")["results"]
        return int(next(project["id"] for project in listed if project["name"] == self.name))

    def reviewer(self, name: str) -> Reviewer:
        """A reviewer of this project."""
        if name not in self._reviewers:
            self._reviewers[name] = self.server.add_reviewer(f"{name}-{self.name}", self.project)
        return self._reviewers[name]

    def write(self, text: str | bytes, name: str = "story.txt") -> Path:
        file = self.folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def start(self, *arguments: str, url: str = "") -> "subprocess.Popen[str]":
        """The command in a process of its own, `url` in the place of the server's."""
        command = [sys.executable, "-c", "from checker.cli import main; main()", *arguments]
        environment = {**self.environment, "DOCCANO_URL": url} if url else self.environment
        pipe = subprocess.PIPE
        return subprocess.Popen(command, cwd=self.folder, env=environment, stdout=pipe, stderr=pipe, text=True)

    def run(self, *arguments: str, url: str = "") -> CompletedProcess[str]:
        """The command's end; it runs in this process, which has what it needs in memory."""
        environment = {**self.environment, "DOCCANO_URL": url or self.environment["DOCCANO_URL"]}
        out, err = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch, chdir(self.folder), redirect_stdout(out), redirect_stderr(err):
            for name, value in environment.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["factcheck", *arguments])
            with pytest.raises(SystemExit) as ended:
                main()
        return CompletedProcess(arguments, int(ended.value.code or 0), out.getvalue(), err.getvalue())

    def done(self, *arguments: str, url: str = "") -> str:
        """What the command says, which must not fail."""
        run = self.run(*arguments, url=url)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    def example(self, name: str = "story.txt") -> dict[str, Any]:
        """The one example of an article."""
        (found,) = [row for row in self.bot.examples(self.project) if row["meta"]["article"] == name]
        return found

    def spans(self, name: str = "story.txt") -> list[dict[str, Any]]:
        return self.bot.spans(self.project, self.example(name)["id"])

    def flagged(self, name: str = "story.txt") -> list[str]:
        """The words under an article's spans, as the page would show them."""
        units = self.example(name)["text"].encode("utf-16-le")
        return [units[2 * span["start_offset"] : 2 * span["end_offset"]].decode("utf-16-le") for span in self.spans(name)]

    def assert_whole(self, articles: int, flags: int) -> None:
        """Each article is there once, each flag once, each list of flags once."""
        rows = self.bot.examples(self.project)
        assert Counter(Counter(row["meta"]["article"] for row in rows).values()) == {1: articles}
        spans = [
            (row["id"], span["start_offset"], span["end_offset"], span["label"])
            for row in rows
            for span in self.bot.spans(self.project, row["id"])
        ]
        assert len(spans) == len(set(spans)) == flags
        assert [len(self.bot.comments(self.project, row["id"])) for row in rows] == [1] * articles


@pytest.fixture
def review_desk(server: DoccanoServer, tmp_path: Path) -> Desk:
    """A desk with a little pack, whose project has been made."""
    desk = make_desk(server, tmp_path / "desk")
    for name, content in LITTLE_PACK.items():
        desk.write(content, f"pack/{name}")
    desk.write("annotations: annotations\npack: pack\n", ".factcheck.yml")
    desk.done("review", "init")
    return desk


def make_desk(server: DoccanoServer, folder: Path) -> Desk:
    """A desk whose commands know the server, with a cache of their own."""
    folder.mkdir()
    name = f"flags-{os.getpid()}-{next(_NUMBERS)}"
    environment = {key: value for key, value in os.environ.items() if not key.startswith("DOCCANO")}
    account = {"DOCCANO_URL": server.url, "DOCCANO_USERNAME": ADMIN, "DOCCANO_PASSWORD": server.password}
    desk = Desk(folder, server, {**environment, **account, "XDG_CACHE_HOME": str(folder.parent / "cache")}, name)
    desk.environment["DOCCANO_PROJECT"] = name
    return desk


