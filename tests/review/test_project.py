"""The project: made, found, completed, or refused when it would hide flags."""

from typing import Any

import pytest

from tests.review.conftest import Desk

pytestmark = pytest.mark.xdist_group("doccano")


def detail(desk: Desk) -> dict[str, Any]:
    found: dict[str, Any] = desk.bot.call("GET", f"projects/{desk.project}")
    return found


def change(desk: Desk, **switches: object) -> None:
    said = {"resourcetype": "SequenceLabelingProject", "project_type": "SequenceLabeling", **switches}
    desk.bot.call("PATCH", f"projects/{desk.project}", json=said)


def test_a_project_is_made_with_its_switches_and_guideline(desk: Desk) -> None:
    made = detail(desk)
    assert made["project_type"] == "SequenceLabeling"
    assert (made["collaborative_annotation"], made["allow_overlapping"], made["grapheme_mode"]) == (True, True, False)
    assert made["guideline"].startswith("# Is the flag right?")


def test_each_family_has_a_label_with_its_colour_and_key(desk: Desk) -> None:
    labels = {label["text"]: label for label in desk.bot.call("GET", f"projects/{desk.project}/span-types")}
    assert set(labels) == {"score", "minute", "membership", "spelling", "lineup", "count", "date", "attribution"}
    assert (labels["score"]["background_color"], labels["score"]["suffix_key"]) == ("#b71c1c", "s")
    assert len({label["suffix_key"] for label in labels.values()}) == len(labels)


def test_a_second_init_does_nothing(desk: Desk) -> None:
    before = detail(desk)
    assert "nothing to do" in desk.done("review", "init")
    assert detail(desk) == before


def test_what_is_missing_is_added_and_what_is_there_stays(desk: Desk) -> None:
    labels = {label["text"]: label["id"] for label in desk.bot.call("GET", f"projects/{desk.project}/span-types")}
    desk.bot.call("DELETE", f"projects/{desk.project}/span-types/{labels['score']}")
    desk.bot.call("POST", f"projects/{desk.project}/span-types", json={"text": "our own", "suffix_key": "s"})
    change(desk, guideline="Our own words.")
    assert "added the labels score\n" in desk.done("review", "init")
    kept = {label["text"]: label["suffix_key"] for label in desk.bot.call("GET", f"projects/{desk.project}/span-types")}
    assert (kept["our own"], kept["score"]) == ("s", None)
    assert detail(desk)["guideline"] == "Our own words."


@pytest.mark.parametrize(
    ("switch", "value", "words"),
    [
        ("collaborative_annotation", False, "collaborative_annotation is False, expected True: else each reviewer sees only"),
        ("allow_overlapping", False, "allow_overlapping is False, expected True: else of two flags"),
        ("grapheme_mode", True, "grapheme_mode is True, expected False: else the page counts"),
    ],
)
def test_a_project_that_would_hide_flags_is_refused(desk: Desk, switch: str, value: bool, words: str) -> None:
    change(desk, **{switch: value})
    for command in ("init", "push", "pull", "status"):
        run = desk.run("review", command)
        assert run.returncode == 2
        assert "would hide flags" in run.stderr
        assert words in run.stderr


def test_a_project_of_another_kind_is_refused(desk: Desk) -> None:
    other = {"name": f"{desk.name}-other", "description": "x", "guideline": "", "project_type": "Seq2seq", "tags": []}
    desk.bot.call("POST", "projects", json={**other, "resourcetype": "Seq2seqProject"})
    run = desk.run("review", "init", "--project", f"{desk.name}-other")
    assert run.returncode == 2
    assert "project_type is 'Seq2seq', expected 'SequenceLabeling'" in run.stderr


def test_two_projects_of_one_name_are_told(desk: Desk) -> None:
    made = {"name": desk.name, "description": "x", "guideline": "", "project_type": "SequenceLabeling", "tags": []}
    desk.bot.call("POST", "projects", json={**made, "resourcetype": "SequenceLabelingProject"})
    run = desk.run("review", "push")
    assert run.returncode == 2
    assert f"2 projects are called '{desk.name}'" in run.stderr


@pytest.fixture
def desk(review_desk: Desk) -> Desk:
    """A desk with the football pack."""
    review_desk.write("annotations: annotations\n", ".factcheck.yml")
    review_desk.name = f"{review_desk.name}-football"
    review_desk.environment["DOCCANO_PROJECT"] = review_desk.name
    review_desk.done("review", "init")
    return review_desk
