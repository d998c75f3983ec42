"""The pre-commit hook, run by the real pre-commit from a commit: wrong copy is stopped, good copy passes."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
WRONG = "The match was level until the end.\nIt ended in a 2-1 draw.\n"
GOOD = "The match was level until the end.\nIt ended in a 1-1 draw.\n"

# One worker: the hook's environment is installed once.
pytestmark = pytest.mark.xdist_group("pre-commit")


@dataclass(frozen=True)
class Desk:
    """A desk's repository of copy in which the hook is installed."""

    folder: Path
    environment: Mapping[str, str]

    def commit(self, **articles: str) -> subprocess.CompletedProcess[str]:
        """Writes articles (`name="text"` is name.txt) and commits them."""
        for name, text in articles.items():
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8", newline="")
        self.run("git", "add", "--all")
        return self.run("git", "commit", "--message", "Copy", check=False)

    def run(self, *command: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        return run(*command, cwd=self.folder, environment=self.environment, check=check)

    def commits(self) -> int:
        return int(self.run("git", "rev-list", "--count", "--all").stdout)

    def files(self) -> set[str]:
        return {file.name for file in self.folder.iterdir()} - {".git"}


def run(
    *command: str, cwd: Path, environment: Mapping[str, str], check: bool = True
) -> subprocess.CompletedProcess[str]:
    """A command with its output and errors as one text; a failure that is not expected shows it."""
    done = subprocess.run(
        command,
        cwd=cwd,
        env=environment,
        text=True,
        timeout=900,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    assert done.returncode == 0 or not check, done.stdout
    return done


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Nothing of the git configuration, hooks or pre-commit cache of whoever runs the tests."""
    names = {
        f"GIT_{who}_{what}": "desk@example.org"
        for who in ("AUTHOR", "COMMITTER")
        for what in ("NAME", "EMAIL")
    }
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    home = tmp_path_factory.mktemp("pre-commit")
    return {**clean, **names, "GIT_CONFIG_GLOBAL": os.devnull, "PRE_COMMIT_HOME": str(home), "NO_COLOR": "1"}


@pytest.fixture(scope="module")
def factcheck_at(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """This checkout as it stands, committed in a repository of its own: its folder and commit."""
    folder = tmp_path_factory.mktemp("factcheck")
    for name in ("checker", "rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, folder / name)
    for command in (
        ("init", "--quiet"),
        ("add", "--all"),
        ("commit", "--quiet", "--message", "As it stands"),
    ):
        run("git", *command, cwd=folder, environment=environment)
    return folder, run("git", "rev-parse", "HEAD", cwd=folder, environment=environment).stdout.strip()


@pytest.fixture
def desk(environment: dict[str, str], factcheck_at: tuple[Path, str], tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, environment)
    repository, commit = factcheck_at
    config = {"repos": [{"repo": str(repository), "rev": commit, "hooks": [{"id": "factcheck"}]}]}
    (tmp_path / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    (tmp_path / ".factcheck.yml").write_text("annotations: annotations\n", encoding="utf-8")
    desk.run("git", "init", "--quiet")
    desk.run(sys.executable, "-m", "pre_commit", "install")
    return desk


def test_wrong_copy_is_not_committed(desk: Desk) -> None:
    done = desk.commit(story=WRONG)
    assert done.returncode == 1
    assert "story.txt:2:15 error score/draw-is-level" in done.stdout
    assert desk.commits() == 0


def test_good_copy_is_committed(desk: Desk) -> None:
    done = desk.commit(story=GOOD)
    assert done.returncode == 0, done.stdout
    assert desk.commits() == 1


def test_only_the_wrong_article_is_flagged(desk: Desk) -> None:
    done = desk.commit(good=GOOD, wrong=WRONG)
    assert done.returncode == 1
    assert "wrong.txt:2:15 error" in done.stdout
    assert "good.txt:2:" not in done.stdout


def test_the_hook_writes_nothing(desk: Desk) -> None:
    before = desk.files()
    desk.commit(story=WRONG)
    assert desk.files() == before | {"story.txt"}
    assert (desk.folder / "story.txt").read_bytes() == WRONG.encode()


def test_what_is_no_copy_is_left_alone(desk: Desk) -> None:
    (desk.folder / "code.py").write_text("# It ended in a 2-1 draw.\n", encoding="utf-8")
    assert desk.commit().returncode == 0


def test_annotated_copies_are_left_alone(desk: Desk) -> None:
    (desk.folder / "annotations").mkdir()
    (desk.folder / "annotations" / "story.txt").write_text(WRONG, encoding="utf-8")
    assert desk.commit().returncode == 0


@pytest.mark.parametrize(
    ("command", "file"),
    [("validate-manifest", ".pre-commit-hooks.yaml"), ("validate-config", ".pre-commit-config.yaml")],
)
def test_the_files_for_pre_commit_are_valid(command: str, file: str, environment: dict[str, str]) -> None:
    run(sys.executable, "-m", "pre_commit", command, file, cwd=ROOT, environment=environment)
