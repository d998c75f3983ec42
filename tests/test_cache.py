"""The user's cache: names that change with what they stand for, files that are whole or not there."""

import os
import stat
from pathlib import Path

import pytest

from checker.cache import cache_folder, digest_of, program_files, write_kept


def test_the_folder_lies_where_the_desktop_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "factcheck"


def test_a_digest_knows_content_place_and_what_was_said(tmp_path: Path) -> None:
    one, other = tmp_path / "one.yml", tmp_path / "other.yml"
    one.write_text("a draw")
    other.write_text("a draw")
    digests = [digest_of([one]), digest_of([other]), digest_of([one], "2024"), digest_of([one, other])]
    assert digest_of([one]) == digests[0]
    one.write_text("a win")
    assert len({*digests, digest_of([one])}) == 5


def test_a_file_that_is_gone_has_no_digest(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"gone\.yml"):
        digest_of([tmp_path / "gone.yml"])


def test_the_program_is_its_modules() -> None:
    assert {"cache.py", "cli.py", "judge.py"} <= {file.name for file in program_files()}


def test_the_oldest_files_go(tmp_path: Path) -> None:
    for number in range(4):
        file = tmp_path / "kept" / f"{number}.json"
        write_kept(file, f"{number}", most=9)
        os.utime(file, (number, number))
    write_kept(tmp_path / "kept" / "4.json", "4", most=2)
    assert sorted(file.name for file in (tmp_path / "kept").iterdir()) == ["3.json", "4.json"]


@pytest.mark.skipif(os.name == "nt", reason="POSIX rights")
def test_what_is_kept_is_the_user_s_own(tmp_path: Path) -> None:
    write_kept(tmp_path / "kept.json", "{}", most=1)
    assert stat.S_IMODE((tmp_path / "kept.json").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    write_kept(tmp_path / "file" / "kept.json", "{}", most=1)
    assert (tmp_path / "file").read_text() == "no folder"
