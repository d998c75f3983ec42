"""Packs: a folder becomes words, claim types and rules; what is missing or wrong in it is told with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.errors import PackError
from checker.pack import Pack, load_pack
from checker.places import default_pack

LittlePack = Callable[..., Path]
SCORE = "score:\n  fields: {first: int}\n  patterns: ['{first:number} goals']\n"


def failure(folder: Path) -> str:
    """The message of a pack that does not load, without the folder's name."""
    with pytest.raises(PackError) as found:
        load_pack(folder)
    return str(found.value).removeprefix(str(folder)).removeprefix("/")


def test_a_folder_becomes_a_pack(little_pack: LittlePack) -> None:
    folder = little_pack()
    pack = load_pack(folder)
    assert (pack.name, pack.families, pack.folder) == ("little", ("score",), folder)
    assert list(pack.claim_types) == ["score"]
    assert pack.rule_ids == {"score/draw-is-level"}


def test_patterns_are_compiled_where_they_are_needed(little_pack: LittlePack) -> None:
    folder = little_pack()
    assert load_pack(folder).claim_types["score"].patterns
    assert not load_pack(folder, patterns=False).claim_types["score"].patterns


def test_a_pack_without_words_or_reference_loads(little_pack: LittlePack) -> None:
    pack = load_pack(little_pack())
    assert pack.words.lists == {}
    assert pack.reference().is_empty


def test_claim_types_and_rules_may_stand_in_several_files(little_pack: LittlePack) -> None:
    rule = "- {id: score/few, level: query, each: tally, assert: tally.n < 9, message: m, explain: e,"
    rule += " examples: {wrong: ['[[9 goals]]'], right: ['8 goals']}}\n"
    tally = "tally:\n  fields: {n: int}\n  patterns: ['{n:number} goals']\n"
    pack = load_pack(little_pack({"claims/tally.yaml": tally, "rules/tally.yaml": rule}))
    assert set(pack.claim_types) == {"score", "tally"}
    assert pack.rule_ids == {"score/draw-is-level", "score/few"}


def test_football_is_found_without_being_named(pack: Pack) -> None:
    assert (default_pack() / "pack.yml").is_file()
    assert pack.name == "football"
    assert "score" in pack.families


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"pack.yml": None}, ": not a pack: found no pack.yml in this folder"),
        ({"rules/score.yml": None}, ": a pack without rules checks nothing: found no rules/*.yml"),
        ({"rules/score.yml": "[]"}, ": a pack without rules checks nothing"),
        ({"pack.yml": "name: little\nfamilies: []\n"}, "pack.yml:2:1: families: List should have at least 1 item"),
        ({"pack.yml": "families: [score]\n"}, "pack.yml:1:1: the key 'name' is missing"),
        ({"pack.yml": "name: a\nfamilies: [score]\nthreshold: {}\n"}, "pack.yml:3:1: unknown key 'threshold' (did"),
        ({"pack.yml": "name: a\nfamilies: [score]\nthresholds: {a: b}\n"}, "pack.yml:3:14: a: Input should be a "),
        ({"words.yml": "sides: 3\n"}, "words.yml:1:1: "),
        ({"words.yml": "sides: [home, 3]\n"}, "words.yml:1:"),
        ({"words.yml": "sides: [home\n"}, "words.yml:2:1: not YAML"),
    ],
)
def test_a_pack_that_is_wrong_does_not_load(little_pack: LittlePack, files: dict[str, str | None], message: str) -> None:
    assert failure(little_pack(files)).startswith(message)


def test_two_files_cannot_declare_one_claim_type(little_pack: LittlePack) -> None:
    assert failure(little_pack({"claims/zweite.yml": SCORE})).startswith("claims/zweite.yml:1:1: ")


def test_two_files_cannot_declare_one_rule(little_pack: LittlePack) -> None:
    folder = little_pack()
    (folder / "rules" / "zweite.yml").write_text((folder / "rules" / "score.yml").read_text())
    assert failure(folder).startswith("rules/zweite.yml:1:3: ")


def test_a_folder_that_is_not_there_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="not a pack"):
        load_pack(tmp_path / "gone")


def test_a_mistake_in_the_reference_is_told_when_it_is_opened(little_pack: LittlePack) -> None:
    rows = "source: s\nlicence: CC0-1.0\nas_of: 2024-06-30\nteams: [{id: a, nmae: Ayton}]\n"
    pack = load_pack(little_pack({"reference/clubs.yml": rows}))
    with pytest.raises(PackError, match=r"clubs\.yml:4:17: unknown key 'nmae' \(did you mean 'name'\?\)"):
        pack.reference()
