"""What the tests of importers share: the pack's lists, and a reader of little files."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.places import default_pack
from checker.reference.importers import IMPORTERS
from checker.reference.lists import load_lists
from checker.reference.rows import Found, Importer, Lists, Rejected, Row

Read = Callable[..., tuple[list[Row], list[Rejected]]]


@pytest.fixture(scope="session")
def lists() -> Lists:
    """importing.yml of the football pack."""
    return load_lists(default_pack())


@pytest.fixture
def read(tmp_path: Path, lists: Lists) -> Read:
    """Writes files by path below a folder and reads the folder with an importer: its rows, and what it rejects."""

    def run(importer: str | Importer, files: dict[str, str | bytes], root: str = "") -> tuple[list[Row], list[Rejected]]:
        for name, content in files.items():
            file = tmp_path / "data-set" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        one = IMPORTERS[importer] if isinstance(importer, str) else importer
        found: list[Found] = list(one.read(tmp_path / "data-set" / root, lists, lambda file: None))
        return [row for row in found if not isinstance(row, Rejected)], [row for row in found if isinstance(row, Rejected)]

    return run
