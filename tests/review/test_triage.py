"""What a pack says to reviewers: mistakes in it are told with their place."""

from pathlib import Path

import pytest

from checker.errors import PackError
from checker.review.triage import load_triage

FAMILIES = ("score", "minute")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("labels: {scroe: {colour: '#000000'}}", "review.yml:1:10: the pack has no family 'scroe'"),
        ("labels: {score: {colour: red}}", "review.yml:1:"),
        ("labels: {score: {colour: '#000000', key: ss}}", "review.yml:1:"),
        ("labels: {score: {colour: '#000000', name: a-name-too-long}}", "review.yml:1:"),
        ("labels: {score: {colour: '#000000', key: s}, minute: {colour: '#000000', key: s}}", "share the label 'key s'"),
        ("labels: {score: {colour: '#000000', name: x}, minute: {colour: '#000000', name: x}}", "share the label 'x'"),
        ("floors: {eror: 0.9}", "review.yml:1:"),
        ("guidline: words", "guideline"),
    ],
)
def test_a_mistake_is_told_with_its_place(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "review.yml").write_text(text)
    with pytest.raises(PackError) as found:
        load_triage(tmp_path, FAMILIES)
    assert words in str(found.value)


def test_what_is_said_is_loaded(tmp_path: Path) -> None:
    (tmp_path / "review.yml").write_text(
        "labels: {score: {colour: '#123456', key: s, name: result}}\nfloors: {error: 0.9}\nguideline: Look twice."
    )
    triage = load_triage(tmp_path, FAMILIES)
    label = triage.labels["score"]
    assert (label.name, label.colour, label.key) == ("result", "#123456", "s")
    assert (triage.floors, triage.guideline, triage.family("result")) == ({"error": 0.9}, "Look twice.", "score")
