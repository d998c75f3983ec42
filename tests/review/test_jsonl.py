"""A folder of JSON lines as a place of review: the same push and pull, without a server."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
from doccano_client import DoccanoClient

from tests.review.conftest import Desk
from tests.review.doccano_server import ADMIN

Factcheck = Callable[..., CompletedProcess[str]]
TEXT = "😀 It was a 2-1 draw. The return was a 3-1 draw.\r\n"


@pytest.fixture
def pushed(factcheck: Factcheck, desk: Path) -> Callable[..., str]:
    """Pushes an article of some text to the folder `out`."""
    (desk / ".factcheck.yml").write_text("annotations: annotations\n")

    def make(text: str = TEXT) -> str:
        (desk / "story.txt").write_bytes(text.encode())
        run = factcheck("review", "push", "story.txt", "--to", "out")
        assert run.returncode == 0, run.stderr
        return run.stdout

    return make


Pushed = Callable[..., str]


def rows(desk: Path, name: str = "to-review.jsonl") -> list[dict[str, Any]]:
    return [json.loads(line) for line in (desk / "out" / name).read_text().splitlines()]


def answer(desk: Path, row: dict[str, Any], **more: object) -> None:
    """What Prodigy's db-out writes of a row."""
    with (desk / "out" / "reviewed.jsonl").open("a") as file:
        file.write(json.dumps({**row, "answer": "accept", "_annotator_id": "ann", "_timestamp": 1795248000, **more}) + "\n")


def decisions(desk: Path) -> list[tuple[str, str, str]]:
    lines = (desk / "annotations" / "decisions.jsonl").read_text().splitlines()
    return [(said["text"], said["decision"], said["reviewer"]) for said in map(json.loads, lines)]


def test_a_row_has_its_spans_in_both_units(pushed: Pushed, desk: Path) -> None:
    assert "1 article with 2 flags sent" in pushed()
    (row,) = rows(desk)
    assert row["text"] == TEXT
    assert [TEXT[span["start"] : span["end"]] for span in row["spans"]] == ["2-1 draw", "3-1 draw"]
    units = TEXT.encode("utf-16-le")
    assert [units[2 * start : 2 * end].decode("utf-16-le") for start, end, _ in row["label"]] == ["2-1 draw", "3-1 draw"]


def test_pushing_again_changes_nothing(pushed: Pushed, desk: Path) -> None:
    pushed()
    before = (desk / "out" / "to-review.jsonl").read_bytes()
    assert "1 unchanged" in pushed()
    assert (desk / "out" / "to-review.jsonl").read_bytes() == before


def test_changed_copy_replaces_what_nobody_has_reviewed(pushed: Pushed, desk: Path) -> None:
    pushed()
    pushed("It was a 4-1 draw.")
    assert [row["text"] for row in rows(desk)] == ["It was a 4-1 draw."]


def test_what_prodigy_gives_back_becomes_decisions(pushed: Pushed, factcheck: Factcheck, desk: Path) -> None:
    pushed()
    (row,) = rows(desk)
    added = {"start": TEXT.index("return"), "end": TEXT.index("return") + 6, "label": "date"}
    answer(desk, row, spans=[row["spans"][1], added])
    run = factcheck("review", "pull", "--from", "out")
    assert (run.returncode, run.stdout) == (0, "1 ticked article; 3 new decisions: 1 dismissed, 1 missed, 1 upheld\n")
    assert decisions(desk) == [("2-1 draw", "dismissed", "ann"), ("3-1 draw", "upheld", "ann"), ("return", "missed", "ann")]
    assert factcheck("story.txt").stdout.count("score/draw-is-level") == 1
    assert "0 new decisions" in factcheck("review", "pull", "--from", "out").stdout


def test_a_row_that_was_put_aside_is_pending(pushed: Pushed, factcheck: Factcheck, desk: Path) -> None:
    pushed()
    answer(desk, rows(desk)[0], answer="ignore")
    assert "0 ticked articles" in factcheck("review", "pull", "--from", "out").stdout


def test_new_flags_on_reviewed_copy_come_alone(pushed: Pushed, desk: Path) -> None:
    pushed()
    answer(desk, rows(desk)[0])
    pushed(TEXT + "The third was a 4-1 draw.")
    assert [[span["label"] for span in row["spans"]] for row in rows(desk)] == [["score"] * 2, ["score"]]


def test_a_line_that_is_no_row_is_told(pushed: Pushed, factcheck: Factcheck, desk: Path) -> None:
    pushed()
    with (desk / "out" / "to-review.jsonl").open("a") as file:
        file.write("{\n")
    run = factcheck("review", "push", "story.txt", "--to", "out")
    assert run.returncode == 2
    assert "out/to-review.jsonl:2:1: not a row of a review" in run.stderr


def test_a_folder_that_cannot_be_written_is_told(factcheck: Factcheck, desk: Path) -> None:
    (desk / "out").write_text("a file")
    (desk / "story.txt").write_text("It was a 2-1 draw.")
    run = factcheck("review", "push", "story.txt", "--to", "out/there")
    assert run.returncode == 2
    assert "cannot be" in run.stderr
    assert "Traceback" not in run.stderr


@pytest.mark.xdist_group("doccano")
def test_doccano_imports_the_file(review_desk: Desk) -> None:
    review_desk.write(TEXT)
    review_desk.done("review", "push", "story.txt", "--to", "out")
    client = DoccanoClient(review_desk.server.url, ADMIN, review_desk.server.password)
    folder = str(review_desk.folder / "out")
    task = client.post_doc_upload(review_desk.project, "to-review.jsonl", folder, encoding="utf-8")["task_id"]
    until = time.monotonic() + 60
    while not client.get(f"v1/tasks/status/{task}")["ready"] and time.monotonic() < until:
        time.sleep(0.1)
    (row,) = review_desk.bot.examples(review_desk.project)
    assert row["text"] == TEXT
    assert len(review_desk.bot.spans(review_desk.project, row["id"])) == 2
