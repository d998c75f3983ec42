"""decisions.jsonl: added to and never changed, safe against kills and full disks, merged by git."""

import json
import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import ReviewError
from checker.review.decisions import FILE_NAME, Decision, append_decisions, read_decisions

UPHELD = Decision("a1", "score/draw-is-level", "story.txt", "2-1 draw", "upheld", "ann", "2026-11-21T08:00:00Z", "", "5ha")
DISMISSED = replace(UPHELD, fingerprint="b2", decision="dismissed", note="ein Zitat: „2-1“", time="2026-11-21T09:00:00Z")
MISSED = replace(UPHELD, fingerprint="c3", rule="spelling", decision="missed", time="2026-11-21T10:00:00Z")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "annotations" / FILE_NAME


def test_what_is_written_is_read(file: Path) -> None:
    assert append_decisions(file, [UPHELD, DISMISSED]) == [UPHELD, DISMISSED]
    assert read_decisions(file).all == (UPHELD, DISMISSED)


def test_a_line_has_the_keys_of_the_contract(file: Path) -> None:
    append_decisions(file, [UPHELD])
    assert json.loads(file.read_text(encoding="utf-8")) == {
        "fingerprint": "a1",
        "rule": "score/draw-is-level",
        "article": "story.txt",
        "text": "2-1 draw",
        "decision": "upheld",
        "reviewer": "ann",
        "time": "2026-11-21T08:00:00Z",
        "note": "",
        "sha256": "5ha",
    }


def test_lines_are_added_and_none_is_changed(file: Path) -> None:
    append_decisions(file, [UPHELD])
    before = file.read_bytes()
    append_decisions(file, [DISMISSED])
    assert file.read_bytes().startswith(before)


def test_a_decision_is_written_once(file: Path) -> None:
    append_decisions(file, [UPHELD, UPHELD])
    assert append_decisions(file, [UPHELD, replace(UPHELD, time="2026-11-22T08:00:00Z")]) == []
    assert len(file.read_text().splitlines()) == 1


LATER = replace(UPHELD, time="2026-11-22T08:00:00Z")


@pytest.mark.parametrize(
    "news",
    [
        replace(LATER, decision="dismissed"),
        replace(LATER, note="look again"),
        replace(LATER, reviewer="bob"),
        replace(LATER, article="other.txt"),
    ],
)
def test_what_is_new_is_written(file: Path, news: Decision) -> None:
    append_decisions(file, [UPHELD])
    assert append_decisions(file, [news]) == [news]


def test_what_an_older_tick_said_is_no_news(file: Path) -> None:
    append_decisions(file, [DISMISSED])
    assert append_decisions(file, [replace(DISMISSED, decision="upheld", time="2026-11-20T08:00:00Z")]) == []


def test_whoever_spoke_last_decides(file: Path) -> None:
    later = replace(UPHELD, decision="dismissed", reviewer="bob", time="2026-11-22T08:00:00Z")
    append_decisions(file, [later])
    append_decisions(file, [UPHELD])
    assert read_decisions(file).latest() == {("story.txt", "a1"): later}


@pytest.mark.parametrize("kept", range(1, len(DISMISSED.line().encode()), 7))
def test_a_write_that_is_killed_at_any_byte_heals(file: Path, kept: int) -> None:
    append_decisions(file, [UPHELD])
    with file.open("ab") as handle:
        handle.write(DISMISSED.line().encode()[:kept])
    assert read_decisions(file).all == (UPHELD,)
    assert read_decisions(file).problems == ()
    assert append_decisions(file, [DISMISSED]) == [DISMISSED]
    assert file.read_text(encoding="utf-8") == UPHELD.line() + DISMISSED.line()


def test_several_processes_may_write_at_once(file: Path) -> None:
    batches = [[replace(UPHELD, fingerprint=f"{writer}-{number}") for number in range(50)] for writer in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda batch: append_decisions(file, batch), batches))
    assert len(read_decisions(file).all) == 200


def test_no_file_is_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "none.jsonl").all == ()


def test_nothing_new_makes_no_file(file: Path) -> None:
    assert append_decisions(file, []) == []
    assert not file.exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "expected one JSON object a line"),
        ("[1]", "found list, expected a JSON object"),
        ('{"rule": "x"}', "'fingerprint' is missing"),
        (UPHELD.line().strip().replace("upheld", "uphold"), "found 'uphold', expected one of upheld, dismissed"),
        (UPHELD.line().replace('"ann"', "7").strip(), "'reviewer' is 7, expected text"),
        ("<<<<<<< HEAD", "a merge that was left open"),
    ],
)
def test_a_line_that_is_no_decision_is_told_and_the_rest_counts(file: Path, line: str, words: str) -> None:
    append_decisions(file, [UPHELD])
    with file.open("a", encoding="utf-8") as handle:
        handle.write(f"{line}\n{DISMISSED.line()}")
    found = read_decisions(file)
    assert found.all == (UPHELD, DISMISSED)
    (problem,) = found.problems
    assert words in problem.message
    assert problem.position is not None
    assert problem.position.line == 2


def test_a_folder_in_the_place_of_the_file_is_told(file: Path) -> None:
    file.mkdir(parents=True)
    with pytest.raises(ReviewError, match="cannot be read: Is a directory"):
        read_decisions(file)
    with pytest.raises(ReviewError, match="cannot be written: Is a directory; pull again"):
        append_decisions(file, [UPHELD])


def test_a_full_disk_leaves_the_file_as_it_was(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    append_decisions(file, [UPHELD])
    before, write = file.read_bytes(), os.write

    def full(handle: int, data: bytes) -> int:
        if len(data) < len(MISSED.line().encode()) * 2:
            raise OSError(28, "No space left on device")
        return write(handle, data[:40])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        with pytest.raises(ReviewError, match="No space left on device; pull again"):
            append_decisions(file, [DISMISSED, MISSED])
    assert file.read_bytes() == before
    assert append_decisions(file, [DISMISSED, MISSED]) == [DISMISSED, MISSED]


def git(folder: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{what}": "desk@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    environment = {**os.environ, **who, "GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(["git", *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_copies_of_two_people_merge_by_themselves(file: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    append_decisions(file, [UPHELD])
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    git(tmp_path, "checkout", "--quiet", "-b", "theirs")
    append_decisions(file, [DISMISSED, MISSED])
    git(tmp_path, "commit", "--quiet", "--all", "--message", "theirs")
    git(tmp_path, "checkout", "--quiet", "main")
    append_decisions(file, [MISSED])
    git(tmp_path, "commit", "--quiet", "--all", "--message", "ours")
    git(tmp_path, "merge", "--quiet", "theirs")
    assert read_decisions(file).all == (UPHELD, DISMISSED, MISSED)
    assert read_decisions(file).problems == ()
    assert append_decisions(file, [UPHELD, DISMISSED, MISSED]) == []


def test_what_is_said_to_git_is_left_as_it_is(file: Path) -> None:
    file.parent.mkdir()
    attributes = file.parent / ".gitattributes"
    attributes.write_text("* text\n")
    append_decisions(file, [UPHELD])
    assert attributes.read_text() == "* text\n"
