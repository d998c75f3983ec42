"""factcheck check: exit codes, bad input beside good, choosing and silencing flags, where the report goes."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest
import spacy

Factcheck = Callable[..., CompletedProcess[str]]
DRAW, WIN = "It was a 2-1 draw.", "Rovers recorded a 1-1 win."
RIGHT = "It was a 1-1 draw."
TWO_WAYS = "It was Adam Hansson who shot. Then Hansson shot. But Hansson missed. In the end Hanson scored."
REPORT = "Arsenal drew 1-1 with Chelsea. Adam Dunne's 13th-minute header put Arsenal ahead, and Sam Ray scored for Chelsea."
EITHER_WAY = "It was Adam Hansson who shot. In the end Adam Hanson scored."


@pytest.fixture
def write(desk: Path) -> Callable[..., Path]:
    """Writes an article into the working folder."""

    def make(text: str, name: str = "story.txt") -> Path:
        (desk / name).parent.mkdir(parents=True, exist_ok=True)
        (desk / name).write_text(text, encoding="utf-8")
        return desk / name

    return make


Write = Callable[..., Path]


def flags(run: CompletedProcess[str]) -> list[dict[str, Any]]:
    """The flags of a JSON report, article by article."""
    return [flag for article in json.loads(run.stdout)["articles"] for flag in article["flags"]]


def texts(run: CompletedProcess[str]) -> list[str]:
    return [flag["text"] for flag in flags(run)]


# exit codes


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (RIGHT, [], 0),
        (DRAW, [], 1),
        (DRAW, ["--exit-zero"], 0),
        (TWO_WAYS, [], 0),
        (TWO_WAYS, ["--level", "warning"], 1),
        (TWO_WAYS, ["--level", "query"], 1),
        (EITHER_WAY, ["--level", "warning"], 0),
        (EITHER_WAY, ["--level", "query"], 1),
        (DRAW, ["--level", "query"], 1),
    ],
)
def test_the_exit_code_tells_whether_a_flag_reaches_the_level(
    factcheck: Factcheck, write: Write, text: str, options: list[str], code: int
) -> None:
    assert factcheck(write(text), "--no-reference", *options).returncode == code


@pytest.mark.parametrize("level", ["error", "warning"])
def test_the_configuration_may_set_the_level(factcheck: Factcheck, desk: Path, write: Write, level: str) -> None:
    (desk / ".factcheck.yml").write_text(f"level: {level}\n")
    assert factcheck(write(TWO_WAYS), "--no-reference").returncode == int(level == "warning")


def bad_input(desk: Path) -> dict[str, str]:
    """Files that cannot be checked, with the words that tell why."""
    (desk / "latin.txt").write_bytes(b"Caf\xe9 closed.")
    (desk / "binary.txt").write_bytes(b"GIF89a\x00\x01")
    (desk / "empty.txt").write_bytes(b"")
    (desk / "matter.md").write_text("---\ndate: Sunday\n---\nIt rained.")
    with (desk / "large.txt").open("wb") as file:
        file.truncate(20_000_000)
    (desk / "nothing").mkdir()
    return {
        "latin.txt:1:4": "not UTF-8",
        "binary.txt": "binary, not text",
        "empty.txt": "empty",
        "matter.md:2:1": "date: ",
        "large.txt": "20,000,000 bytes",
        "nothing": "no copy in this folder",
        "gone.txt": "no such file or folder",
    }


@pytest.mark.parametrize("first", [True, False], ids=["good first", "good last"])
def test_good_copy_beside_bad_input_is_still_checked(factcheck: Factcheck, desk: Path, write: Write, first: bool) -> None:
    expected = bad_input(desk)
    bad = [place.split(":")[0] for place in expected]
    good = write(DRAW, "good.txt").name
    run = factcheck(*([good, *bad] if first else [*bad, good]))
    said = run.stdout + run.stderr
    assert (run.returncode, "score/draw-is-level" in said, "Traceback" in said) == (2, True, False)
    for place, words in expected.items():
        assert any(place in line and words in line for line in said.splitlines()), (place, words, said)


def test_bad_input_is_told_in_the_json(factcheck: Factcheck, desk: Path, write: Write) -> None:
    expected = bad_input(desk)
    run = factcheck(*(place.split(":")[0] for place in expected), write(DRAW, "good.txt").name, "--format", "json")
    report = json.loads(run.stdout)
    assert run.returncode == 2
    assert sorted(error["path"] for error in report["errors"]) == sorted(place.split(":")[0] for place in expected)
    assert [article["path"] for article in report["articles"]] == ["good.txt"]


def test_exit_zero_does_not_hide_bad_input(factcheck: Factcheck, desk: Path) -> None:
    assert factcheck("gone.txt", "--exit-zero").returncode == 2


# choosing


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ([], ["2-1 draw", "1-1 win"]),
        (["--select", "score/draw-is-level"], ["2-1 draw"]),
        (["--select", "score"], ["2-1 draw", "1-1 win"]),
        (["--select", "minute"], []),
        (["--select", "minute", "--select", "score/win-is-not-level"], ["1-1 win"]),
        (["--ignore", "score"], []),
        (["--ignore", "score/draw-is-level"], ["1-1 win"]),
        (["--select", "score", "--ignore", "score/draw-is-level"], ["1-1 win"]),
    ],
)
def test_rules_and_families_can_be_chosen(factcheck: Factcheck, write: Write, options: list[str], shown: list[str]) -> None:
    run = factcheck(write(f"{DRAW} {WIN}"), "--format", "json", *options)
    assert texts(run) == shown
    assert run.returncode == int(bool(shown))


# silencing


@pytest.mark.parametrize("entry", ["rule: score/draw-is-level", "family: score", "fingerprint: {print}"])
def test_a_silenced_flag_is_counted_and_does_not_fail(factcheck: Factcheck, desk: Path, write: Write, entry: str) -> None:
    (found,) = flags(factcheck(write(DRAW), "--format", "json"))
    entry = entry.format(print=found["fingerprint"])
    (desk / ".factcheck.yml").write_text(f"ignore:\n  - {{{entry}, reason: house style}}\n")
    run = factcheck("story.txt")
    assert run.returncode == 0
    assert "score/draw-is-level" not in run.stdout
    assert "1 silenced" in run.stdout


def test_an_entry_that_silences_nothing_is_told(factcheck: Factcheck, desk: Path, write: Write) -> None:
    (desk / ".factcheck.yml").write_text("ignore:\n  - {rule: score/draw-is-level, reason: old}\n")
    run = factcheck(write(RIGHT))
    assert run.returncode == 0
    assert ".factcheck.yml:2:5: the entry for 'score/draw-is-level' silences nothing" in run.stdout + run.stderr


def test_an_entry_that_is_not_asked_for_is_not_idle(factcheck: Factcheck, desk: Path, write: Write) -> None:
    (desk / ".factcheck.yml").write_text("ignore:\n  - {rule: score/draw-is-level, reason: old}\n")
    run = factcheck(write(DRAW), "--select", "minute")
    assert "silences nothing" not in run.stdout + run.stderr


@pytest.mark.parametrize("entry", ["rule: score/draw-is-levl", "family: scroe"])
def test_an_entry_for_what_the_pack_does_not_have_is_refused(
    factcheck: Factcheck, desk: Path, write: Write, entry: str
) -> None:
    (desk / ".factcheck.yml").write_text(f"ignore:\n  - {{{entry}, reason: old}}\n")
    run = factcheck(write(DRAW))
    assert run.returncode == 2
    assert ".factcheck.yml:2:5: the pack has no" in run.stderr
    assert "did you mean" in run.stderr


@pytest.mark.parametrize("text", ["anotations: a\n", "level: eror\n", "level: [\n"])
def test_a_mistake_in_the_configuration_is_told(factcheck: Factcheck, desk: Path, write: Write, text: str) -> None:
    (desk / ".factcheck.yml").write_text(text)
    run = factcheck(write(DRAW))
    assert (run.returncode, run.stdout) == (2, "")
    assert ".factcheck.yml:" in run.stderr
    assert "Traceback" not in run.stderr


# standard input


def test_standard_input_is_checked(factcheck: Factcheck) -> None:
    run = factcheck("-", stdin=DRAW.encode())
    assert run.returncode == 1
    assert "<stdin>:1:10" in run.stdout


def test_standard_input_may_have_a_name(factcheck: Factcheck) -> None:
    text = "---\nheadline: Rovers hold on\n---\nIt was a 2-1 draw."
    run = factcheck("-", "--stdin-filename", "copy/story.md", "--format", "json", stdin=text.encode())
    (article,) = json.loads(run.stdout)["articles"]
    assert article["path"] == "copy/story.md"
    assert [(flag["line"], flag["column"]) for flag in article["flags"]] == [(4, 10)]


@pytest.mark.parametrize("data", [b"", b"\xff", b"\0"])
def test_bad_standard_input_is_told(factcheck: Factcheck, data: bytes) -> None:
    run = factcheck("-", stdin=data)
    assert run.returncode == 2
    assert "<stdin>" in run.stdout + run.stderr


def test_standard_input_is_held_against_a_file(factcheck: Factcheck, write: Write) -> None:
    run = factcheck("-", write(REPORT), "--format", "json", stdin=REPORT.replace("13th", "14th").encode())
    assert [flag["rule"] for flag in flags(run)] == ["minute/one-goal-one-minute"]


# where the report goes


def test_the_report_may_go_to_a_file(factcheck: Factcheck, desk: Path, write: Write) -> None:
    shown = factcheck(write(DRAW), "--format", "json")
    run = factcheck("story.txt", "--format", "json", "-o", "report.json")
    assert (run.returncode, run.stdout) == (1, "")
    assert (desk / "report.json").read_text(encoding="utf-8") == shown.stdout.replace(str(desk / "story.txt"), "story.txt")


def test_claims_are_listed_when_asked_for(factcheck: Factcheck, write: Write) -> None:
    without = json.loads(factcheck(write(DRAW), "--format", "json").stdout)["articles"][0]
    (claim,) = json.loads(factcheck("story.txt", "--format", "json", "--claims").stdout)["articles"][0]["found"]
    assert "found" not in without
    assert (claim["type"], claim["text"], claim["verdict"]) == ("score", "2-1 draw", "refuted")
    assert without["claims"] == {"checked": 1, "supported": 0, "refuted": 1, "not-enough-info": 0}


def test_a_date_settles_where_a_man_plays(factcheck: Factcheck, write: Write) -> None:
    story = write("West Ham met Leverkusen. It was West Ham's Phil Foden who shot for West Ham against Leverkusen.")
    assert texts(factcheck(story, "--format", "json")) == []
    (flag,) = flags(factcheck(story, "--format", "json", "--date", "2024-04-18"))
    assert flag["rule"] == "membership/player-at-club"


def test_without_the_reference_only_the_article_speaks(factcheck: Factcheck, write: Write) -> None:
    story = write("West Ham met Leverkusen. It was West Ham's Phil Foden who shot for West Ham against Leverkusen.")
    assert texts(factcheck(story, "--format", "json", "--date", "2024-04-18", "--no-reference")) == []


def test_another_pipeline_of_spacy_may_be_named(factcheck: Factcheck, desk: Path, write: Write) -> None:
    spacy.blank("en").to_disk(desk / "pipeline")
    run = factcheck(write(DRAW), "--model", "./pipeline", "--format", "json")
    assert texts(run) == ["2-1 draw"]


# annotated copies


def test_annotated_copies_are_written_where_they_are_wanted(factcheck: Factcheck, desk: Path, write: Write) -> None:
    factcheck(write(DRAW), "--annotate", "marked")
    (copy,) = (desk / "marked").iterdir()
    assert copy.read_text(encoding="utf-8").startswith("It was a {==2-1 draw==}{>>score/draw-is-level: ")


def test_the_configuration_may_ask_for_annotated_copies(factcheck: Factcheck, desk: Path, write: Write) -> None:
    (desk / ".factcheck.yml").write_text("annotations: marked\n")
    write(DRAW, "copy/story.txt")
    factcheck("copy")
    assert [path.suffix for path in (desk / "marked").iterdir()] == [".txt"]


def test_annotated_copies_can_be_left_out(factcheck: Factcheck, desk: Path, write: Write) -> None:
    (desk / ".factcheck.yml").write_text("annotations: marked\n")
    factcheck(write(DRAW), "--no-annotate")
    assert not (desk / "marked").exists()


def test_annotated_copies_are_not_checked_themselves(factcheck: Factcheck, desk: Path, write: Write) -> None:
    (desk / ".factcheck.yml").write_text("annotations: marked\n")
    write(DRAW)
    factcheck(".")
    assert len(texts(factcheck(".", "--format", "json"))) == 1


@pytest.mark.parametrize("name", ["<stdin>", "story.txt"])
def test_standard_input_with_annotations_is_still_reported(factcheck: Factcheck, desk: Path, name: str) -> None:
    run = factcheck("-", "--stdin-filename", name, "--annotate", "marked", stdin=DRAW.encode())
    assert run.returncode == 1
    assert "score/draw-is-level" in run.stdout


def test_annotated_copies_that_cannot_be_written_are_told(factcheck: Factcheck, desk: Path, write: Write) -> None:
    (desk / "taken").write_text("a file")
    run = factcheck(write(DRAW), "--annotate", "taken/marked")
    assert run.returncode == 2
    assert "score/draw-is-level" in run.stdout
    assert "the annotated copy cannot be written" in run.stdout + run.stderr


# several processes


@pytest.fixture
def many(desk: Path) -> Path:
    """More articles than one process takes at a time: wrong, right, about one match, and one that is not UTF-8."""
    folder = desk / "copy"
    folder.mkdir()
    for number in range(18):
        (folder / f"{number:02}.txt").write_text(f"It was a {number % 3}-1 draw on day {number}.")
    (folder / "30.txt").write_text(REPORT)
    (folder / "31.txt").write_text(REPORT.replace("13th", "14th"))
    (folder / "40.txt").write_bytes(b"Caf\xe9")
    return folder


ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere workers are spawned")


@pytest.mark.parametrize("start", ["spawn", pytest.param("fork", marks=ON_LINUX)])
def test_two_processes_find_what_one_finds(
    factcheck: Factcheck, python: Factcheck, many: Path, desk: Path, start: str
) -> None:
    one = factcheck("copy", "--format", "json", "--claims")
    main = f"from checker import cli, run\nrun._START = {start!r}\nif __name__ == '__main__': cli.main()"
    two = python(main, "copy", "--format", "json", "--claims", "--jobs", "2", cwd=desk)
    assert two.returncode == one.returncode == 2, two.stderr
    assert json.loads(two.stdout) == json.loads(one.stdout)
    assert [flag["rule"] for flag in flags(one)].count("minute/one-goal-one-minute") == 1


def test_standard_input_is_read_beside_many_files(python: Factcheck, many: Path, desk: Path) -> None:
    (many / "40.txt").unlink()
    main = "import io, sys\nfrom checker.cli import main\nif __name__ == '__main__':\n"
    main += f"    sys.stdin = io.TextIOWrapper(io.BytesIO({DRAW.encode()!r}))\n    main()"
    run = python(main, "copy", "-", "--format", "json", "--jobs", "2", cwd=desk)
    assert run.returncode == 1, run.stderr
    assert json.loads(run.stdout)["articles"][-1]["path"] == "<stdin>"
