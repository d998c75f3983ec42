"""The wheel: what a newsroom installs. The pack must be in it, and be found from any folder."""

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent

pytestmark = pytest.mark.xdist_group("packaging")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.glob("factcheck-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel's files alone; what it depends on stays where it is."""
    folder = tmp_path_factory.mktemp("installed")
    pip("install", "--no-deps", "--no-index", "--target", str(folder), str(wheel))
    return folder


def pip(*arguments: str) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments]
    subprocess.run(command, check=True, timeout=600)


def factcheck(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The installed command, run in a folder that knows nothing of the checkout."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONSAFEPATH": "1"}
    command = [sys.executable, str(installed / "bin" / "factcheck"), *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=300)


def test_the_wheel_holds_every_file_of_the_pack(wheel: Path) -> None:
    pack = [file for file in (ROOT / "rules" / "football").rglob("*") if file.is_file()]
    assert pack
    shipped = ZipFile(wheel).namelist()
    assert {f"checker/{file.relative_to(ROOT).as_posix()}" for file in pack} <= set(shipped)


def test_the_wheel_is_typed_and_licensed_and_holds_no_tests(wheel: Path) -> None:
    shipped = ZipFile(wheel).namelist()
    assert "checker/py.typed" in shipped
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in shipped)
    assert {name.split("/")[0].split("-")[0] for name in shipped} == {"checker", "factcheck"}


def test_the_installed_command_lists_the_rules_of_its_own_pack(installed: Path, tmp_path: Path) -> None:
    run = factcheck(installed, tmp_path, "rules")
    assert (run.returncode, run.stderr) == (0, "")
    assert "score/draw-is-level" in run.stdout
    explained = factcheck(installed, tmp_path, "explain", "score/draw-is-level").stdout
    assert str(installed / "checker" / "rules" / "football") in explained


def test_the_installed_command_checks_an_article(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text("It ended in a 2-1 draw.\n", encoding="utf-8")
    run = factcheck(installed, tmp_path, "story.txt")
    assert (run.returncode, run.stderr) == (1, "")
    assert "story.txt:1:15 error score/draw-is-level" in run.stdout
