"""A dismissed flag stays silent: in its article, in an edited version of it, and nowhere else."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from checker.review.decisions import Decision, Kind, append_decisions
from checker.review.keys import article_key

Factcheck = Callable[..., CompletedProcess[str]]
DRAW = "Arsenal were held to a 2-1 draw by Chelsea."
OTHER = "Leeds had a 3-1 draw with Bolton."


@pytest.fixture
def dismiss(factcheck: Factcheck, desk: Path) -> Callable[..., None]:
    """Lets a reviewer decide on every flag of an article."""

    def make(path: str, kind: Kind = "dismissed", reviewer: str = "ann", time: str = "2026-11-21T08:00:00Z") -> None:
        (article,) = json.loads(factcheck(path, "--format", "json", "--show-dismissed").stdout)["articles"]
        flags: Sequence[dict[str, str]] = [*article["flags"], *article.get("dismissed", [])]
        assert flags
        append_decisions(
            desk / "annotations" / "decisions.jsonl",
            [
                Decision(
                    flag["fingerprint"], flag["rule"], path, flag["text"], kind, reviewer, time, "a quiz", article["sha256"]
                )
                for flag in flags
            ],
        )

    return make


Dismiss = Callable[..., None]


@pytest.fixture
def story(desk: Path) -> Path:
    (desk / ".factcheck.yml").write_text("annotations: annotations\n")
    (desk / "story.txt").write_text(f"{DRAW}\n{OTHER}\n")
    return desk / "story.txt"


def test_a_dismissed_flag_is_silent_and_does_not_fail(factcheck: Factcheck, story: Path, dismiss: Dismiss) -> None:
    assert factcheck("story.txt").returncode == 1
    dismiss("story.txt")
    run = factcheck("story.txt")
    assert run.returncode == 0
    assert "score/draw-is-level" not in run.stdout
    assert "; 2 dismissed" in run.stdout


def test_it_is_shown_when_asked_for(factcheck: Factcheck, story: Path, dismiss: Dismiss) -> None:
    dismiss("story.txt")
    run = factcheck("story.txt", "--show-dismissed")
    assert run.returncode == 0
    assert "error (dismissed) score/draw-is-level" in run.stdout
    assert "dismissed: ann, 2026-11-21: a quiz" in run.stdout


def test_programs_are_told_when_they_ask(factcheck: Factcheck, story: Path, dismiss: Dismiss) -> None:
    dismiss("story.txt")
    (quiet,) = json.loads(factcheck("story.txt", "--format", "json").stdout)["articles"]
    assert (quiet["flags"], "dismissed" in quiet) == ([], False)
    (told,) = json.loads(factcheck("story.txt", "--format", "json", "--show-dismissed").stdout)["articles"]
    assert [flag["reason"] for flag in told["dismissed"]] == ["ann, 2026-11-21: a quiz"] * 2


def test_it_stays_silent_while_its_sentence_stands(factcheck: Factcheck, story: Path, dismiss: Dismiss) -> None:
    dismiss("story.txt")
    story.write_text(f"It rained all day.\n{DRAW}\nLeeds, too, had a 3-1 draw with Bolton.\n")
    run = factcheck("story.txt")
    assert run.returncode == 1
    assert "story.txt:3:" in run.stdout
    assert "story.txt:2:" not in run.stdout


def test_another_article_is_another_matter(factcheck: Factcheck, story: Path, desk: Path, dismiss: Dismiss) -> None:
    dismiss("story.txt")
    (desk / "other.txt").write_text(f"{DRAW}\nAnd more.\n")
    assert factcheck("other.txt").returncode == 1


def test_the_same_bytes_under_another_name_are_the_same_article(
    factcheck: Factcheck, story: Path, desk: Path, dismiss: Dismiss
) -> None:
    dismiss("story.txt")
    (desk / "copy.txt").write_bytes(story.read_bytes())
    assert factcheck("copy.txt").returncode == 0


def test_an_article_is_known_from_any_folder(
    factcheck: Factcheck, story: Path, desk: Path, dismiss: Dismiss, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismiss("story.txt")
    story.write_text(f"{DRAW}\nMore.\n")
    (desk / "deep").mkdir()
    monkeypatch.chdir(desk / "deep")
    assert factcheck("../story.txt").returncode == 0
    assert factcheck(str(story)).returncode == 0


@pytest.mark.parametrize(("last", "code"), [("upheld", 1), ("dismissed", 0)])
def test_the_last_word_counts(factcheck: Factcheck, story: Path, dismiss: Dismiss, last: str, code: int) -> None:
    first = "upheld" if last == "dismissed" else "dismissed"
    dismiss("story.txt", first)
    dismiss("story.txt", last, "bob", "2026-11-22T08:00:00Z")
    assert factcheck("story.txt").returncode == code


def test_a_line_that_is_no_decision_is_told_and_the_rest_counts(
    factcheck: Factcheck, story: Path, desk: Path, dismiss: Dismiss
) -> None:
    dismiss("story.txt")
    with (desk / "annotations" / "decisions.jsonl").open("a") as file:
        file.write("<<<<<<< HEAD\n")
    run = factcheck("story.txt")
    assert run.returncode == 2
    assert "annotations/decisions.jsonl:3:1: found a mark of a merge that was left open" in run.stdout
    assert "2 dismissed" in run.stdout


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("/desk/a.txt", "a.txt"),
        ("/desk/wire/a.txt", "wire/a.txt"),
        ("/elsewhere/a.txt", "../elsewhere/a.txt"),
        ("/desk/cafe\u0301.txt", "caf\u00e9.txt"),
        ("/desk/caf\udce9.txt", "caf?.txt"),
    ],
)
def test_an_article_is_named_by_its_path_from_the_configuration(path: str, key: str) -> None:
    assert article_key(path, Path("/desk")) == key
