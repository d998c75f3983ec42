"""The whole loop with a real doccano: the seeds pushed, judged by two people, pulled; the next check is quieter."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.review.conftest import Desk, make_desk
from tests.review.doccano_server import DoccanoServer

pytestmark = pytest.mark.xdist_group("doccano")

SEEDS = ("000_847d7c631413faa3.txt", "001_dcc8d7cc1ca8426e.txt", "002_d7919eba89ddc421.txt")


@pytest.fixture
def desk(server: DoccanoServer, tmp_path: Path, root: Path) -> Desk:
    desk = make_desk(server, tmp_path / "desk")
    shutil.copytree(root / "seeds", desk.folder / "seeds")
    desk.write("annotations: annotations\n", ".factcheck.yml")
    desk.done("review", "init")
    return desk


def flags(desk: Desk, *options: str) -> dict[str, list[dict[str, Any]]]:
    """The flags of each seed, as a program is given them."""
    run = desk.run(*(f"seeds/{seed}" for seed in SEEDS), "--format", "json", "--exit-zero", *options)
    assert run.returncode == 0, run.stderr
    return {article["path"].removeprefix("seeds/"): article["flags"] for article in json.loads(run.stdout)["articles"]}


def test_the_loop_on_the_seeds(desk: Desk) -> None:
    before = flags(desk)
    total = sum(map(len, before.values()))
    first, second, third = (before[seed] for seed in SEEDS)
    assert first
    assert len(second) > 3
    assert third

    assert f"3 articles with {total} flags sent" in desk.done("review", "push", "seeds")
    desk.assert_whole(3, len({(name, flag["start"], flag["end"], flag["family"]) for name in before for flag in before[name]}))

    # Ann keeps all of the first seed and finds an error that nobody flagged.
    ann, bob, project = desk.reviewer("ann"), desk.reviewer("bob"), desk.project
    example = desk.example(f"seeds/{SEEDS[0]}")
    words = "season-long unbeaten run"
    at = example["text"].index(words)
    assert not any(flag["start"] < at + len(words) and at < flag["end"] for flag in first)
    ann.add(project, example["id"], at, at + len(words), "count")
    ann.tick(project, example["id"])

    # Bob dismisses the first flag of the second seed, moves the second, says why, and keeps the rest.
    example = desk.example(f"seeds/{SEEDS[1]}")
    spans = bob.spans(project, example["id"])
    bob.delete(project, example["id"], spans[0]["id"])
    bob.move(project, example["id"], spans[1], spans[1]["start_offset"], spans[1]["end_offset"] - 2, "minute")
    bob.comment(project, example["id"], "f1: the house style\nf2: only the first of it")
    bob.tick(project, example["id"])

    # The third is half done: a span is gone, and nobody has ticked it.
    example = desk.example(f"seeds/{SEEDS[2]}")
    ann.delete(project, example["id"], ann.spans(project, example["id"])[0]["id"])

    said = desk.done("review", "pull")
    assert said.startswith("2 ticked articles")
    decided = desk.decisions
    assert len(decided) == len(first) + len(second) + 1
    by_bob = [decision for decision in decided if decision["reviewer"] == bob.name]
    assert [decision["decision"] for decision in by_bob] == ["dismissed", "edited"] + ["upheld"] * (len(second) - 2)
    assert (by_bob[0]["note"], by_bob[1]["note"]) == ("the house style", "only the first of it")
    assert by_bob[1]["edited"].startswith("[minute] ")
    missed = [decision for decision in decided if decision["decision"] == "missed"]
    assert [(decision["rule"], decision["reviewer"]) for decision in missed] == [("count", ann.name)]
    assert "0 new decisions" in desk.done("review", "pull")

    # The next check is silent on what was dismissed, and on nothing else.
    after = flags(desk)
    assert after[SEEDS[0]] == first
    assert after[SEEDS[1]] == [flag for flag in second if flag["fingerprint"] != by_bob[0]["fingerprint"]]
    assert after[SEEDS[2]] == third

    # Statistics are right to the count.
    statistics = json.loads(desk.done("stats", "--format", "json"))
    counted = {kind: sum(rule[kind] for rule in statistics["rules"]) for kind in ("upheld", "dismissed", "edited", "missed")}
    assert counted == {"upheld": len(first) + len(second) - 2, "dismissed": 1, "edited": 1, "missed": 1}
    assert statistics["flags"] == len(decided)

    # Pushing again brings nothing: what is decided is decided, and the third waits as it is.
    assert "0 articles with 0 flags sent" in desk.done("review", "push", "seeds")
    status = desk.done("review", "status")
    assert f"1 ({len(third)} flags) waiting, 2 ({len(first) + len(second)} flags) done, 0 of them not yet pulled" in status
    assert {f"{ann.name}", f"{bob.name}"} <= set(status.split())

    # Bob takes Ann's place at the first seed, and they do not agree.
    example = desk.example(f"seeds/{SEEDS[0]}")
    bob.tick(project, example["id"])
    bob.delete(project, example["id"], bob.spans(project, example["id"])[-1]["id"])
    bob.tick(project, example["id"])
    desk.done("review", "pull")
    agreement = json.loads(desk.done("stats", "--format", "json"))["agreement"]
    assert (agreement["pairs"], agreement["agreed"]) == (len(first), len(first) - 1)
    assert len(flags(desk)[SEEDS[0]]) == len(first) - 1


def test_an_edited_article_keeps_what_was_said_of_it(review_desk: Desk) -> None:
    review_desk.write("It was a 2-1 draw. The return was a 3-1 draw.")
    review_desk.done("review", "push", "story.txt")
    ann, project = review_desk.reviewer("ann"), review_desk.project
    example = review_desk.example()
    ann.delete(project, example["id"], ann.spans(project, example["id"])[0]["id"])
    ann.tick(project, example["id"])
    review_desk.done("review", "pull")

    review_desk.write("It was a 2-1 draw. The return was a 3-1 draw. The third was a 4-1 draw.")
    assert "1 article with 1 flag sent" in review_desk.done("review", "push", "story.txt")
    shown = [row["meta"]["factcheck"]["flags"] for row in review_desk.bot.examples(project)]
    assert [[flag["text"] for flag in flags] for flags in shown] == [["2-1 draw", "3-1 draw"], ["4-1 draw"]]
    assert review_desk.run("story.txt").stdout.count("score/draw-is-level") == 2


def test_copy_that_nobody_has_reviewed_is_replaced(review_desk: Desk) -> None:
    review_desk.write("It was a 2-1 draw.")
    review_desk.done("review", "push", "story.txt")
    review_desk.write("In the end it was a 2-1 draw.")
    assert "1 taken away" in review_desk.done("review", "push", "story.txt")
    assert review_desk.example()["text"].startswith("In the end")
    review_desk.assert_whole(1, 1)


def test_copy_that_somebody_has_begun_with_is_kept(review_desk: Desk) -> None:
    review_desk.write("It was a 2-1 draw.")
    review_desk.done("review", "push", "story.txt")
    review_desk.reviewer("ann").comment(review_desk.project, review_desk.example()["id"], "f1: I am on it")
    review_desk.write("It was a 2-1 draw. Then came a 3-1 draw.")
    said = review_desk.done("review", "push", "story.txt")
    assert "1 flag sent; beside 1 earlier version that somebody has worked on; 0 taken away" in said


@pytest.mark.parametrize("option", ["--dry-run", "--only-new"])
def test_a_known_article_is_left_alone(review_desk: Desk, option: str) -> None:
    review_desk.write("It was a 2-1 draw.")
    review_desk.done("review", "push", "story.txt")
    review_desk.write("It was a 3-1 draw.")
    review_desk.done("review", "push", "story.txt", option)
    assert review_desk.flagged() == ["2-1 draw"]


def test_articles_above_the_folder_may_be_pushed_and_taken_away(review_desk: Desk) -> None:
    review_desk.write("It was a 2-1 draw.", "../wire.txt")
    review_desk.done("review", "push", "../wire.txt")
    assert review_desk.flagged("../wire.txt") == ["2-1 draw"]
    review_desk.write("It was a 1-1 draw.", "../wire.txt")
    assert "1 taken away" in review_desk.done("review", "push", "../wire.txt")


def test_articles_of_others_in_the_project_are_left_alone(review_desk: Desk) -> None:
    review_desk.bot.call("POST", f"projects/{review_desk.project}/examples", json={"text": "Somebody's own.", "meta": {}})
    review_desk.write("It was a 2-1 draw.")
    review_desk.done("review", "push", "story.txt")
    review_desk.done("review", "push", "story.txt")
    assert len(review_desk.bot.examples(review_desk.project)) == 2
    review_desk.bot.tick(review_desk.project, review_desk.bot.examples(review_desk.project)[0]["id"])
    assert "0 ticked articles" in review_desk.done("review", "pull")


def test_a_second_opinion_is_asked_in_a_second_project(review_desk: Desk) -> None:
    review_desk.write("It was a 2-1 draw.")
    review_desk.done("review", "push", "story.txt")
    review_desk.bot.tick(review_desk.project, review_desk.example()["id"])
    review_desk.done("review", "pull")
    review_desk.name = f"{review_desk.name}-second"
    review_desk.environment["DOCCANO_PROJECT"] = review_desk.name
    review_desk.done("review", "init")
    assert "0 articles" in review_desk.done("review", "push", "story.txt")
    assert "1 article with 1 flag sent" in review_desk.done("review", "push", "story.txt", "--second-opinion")
    bob = review_desk.reviewer("bob")
    bob.tick(review_desk.project, review_desk.example()["id"])
    review_desk.done("review", "pull")
    assert "two people agreed on 1 of 1 flags (100%)" in review_desk.done("stats")
