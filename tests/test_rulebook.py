"""The rulebook: what `rules` and `explain` show, kept in the cache and made anew when anything has changed."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from checker import pack as packs
from checker.errors import ConfigError, PackError
from checker.rulebook import Entry, read_rulebook

Little = Callable[..., Path]
RULE = """\
- id: score/draw-is-level
  level: {level}
  each: score
  when: score.outcome == "draw"
  assert: score.first == score.second
  message: "a draw ends level, {{score}} does not"
  explain: A draw is level. That is what the word means.
  examples: {{wrong: ["It was a [[2-1 draw]]."], right: ["It was a 1-1 draw."]}}
"""


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which rulebooks are kept, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "factcheck" / "rules"


@pytest.fixture
def no_loading(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes every loading of a pack from here on an error of the test."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the pack was loaded")

    return lambda: monkeypatch.setattr(packs, "load_pack", refuse)


def test_a_rule_has_a_line_and_a_page(cache: Path, little_pack: Little) -> None:
    (rule,) = read_rulebook(little_pack({"rules/score.yml": RULE.format(level="error")}))
    assert (rule.id, rule.level, rule.gist) == ("score/draw-is-level", "error", "A draw is level.")
    assert rule.page.startswith("# score/draw-is-level\n\nLevel: error. Applies to: score.\n\nA draw is level. That")


def test_the_second_time_no_pack_is_loaded(cache: Path, little_pack: Little, no_loading: Callable[[], None]) -> None:
    first = read_rulebook(folder := little_pack())
    assert len(list(cache.iterdir())) == 1
    no_loading()
    assert read_rulebook(folder) == first


@pytest.mark.parametrize("part", ["rules/score.yml", "pack.yml", "words.yml", "claims/more.yml"])
def test_a_pack_that_has_changed_is_loaded(
    cache: Path,
    little_pack: Little,
    no_loading: Callable[[], None],
    part: str,
) -> None:
    read_rulebook(folder := little_pack())
    with (folder / part).open("a") as file:
        file.write("# seen again\n")
    no_loading()
    with pytest.raises(AssertionError, match="the pack was loaded"):
        read_rulebook(folder)


def test_a_rule_that_has_changed_is_shown_as_it_is_now(cache: Path, little_pack: Little) -> None:
    for level in ("error", "query"):
        (rule,) = read_rulebook(little_pack({"rules/score.yml": RULE.format(level=level)}))
        assert rule.level == level


def test_a_mistake_is_told_every_time(cache: Path, little_pack: Little) -> None:
    read_rulebook(little_pack())
    folder = little_pack({"rules/score.yml": RULE.format(level="fatal")})
    for _ in range(2):
        with pytest.raises(PackError, match=r"score\.yml:2:3: level: Input should be 'error', 'warning' or 'query'"):
            read_rulebook(folder)
    assert len(list(cache.iterdir())) == 1


def test_the_configuration_is_read_as_it_is_now(cache: Path, desk: Path, little_pack: Little) -> None:
    config = desk / ".factcheck.yml"
    config.write_text(f"pack: {little_pack()}\n")
    assert len(read_rulebook(None)) == len(read_rulebook(None)) == 1
    config.write_text("level: error\n")
    assert len(read_rulebook(None)) > 50
    config.write_text("levle: error\n")
    with pytest.raises(ConfigError, match=r"1:1: unknown key 'levle' \(did you mean 'level'\?\)"):
        read_rulebook(None)


def test_a_page_tells_its_file_from_the_working_folder(
    cache: Path,
    little_pack: Little,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = little_pack()
    ends = []
    for here in (folder, folder / "rules"):
        monkeypatch.chdir(here)
        ends += [read_rulebook(folder)[0].page.rpartition("Written in ")[2] for _ in range(2)]
    assert ends == ["rules/score.yml:1:3."] * 2 + ["score.yml:1:3."] * 2


@pytest.mark.parametrize("damage", ["", "{", "[]", "{}", '{"pack": "x", "digest": "y", "rules": []}'])
def test_a_damaged_rulebook_is_made_anew(cache: Path, little_pack: Little, damage: str) -> None:
    first = read_rulebook(folder := little_pack())
    (file,) = cache.iterdir()
    file.write_text(damage)
    assert read_rulebook(folder) == first
    assert file.read_text() != damage


def test_a_cache_that_cannot_be_written_is_done_without(cache: Path, little_pack: Little) -> None:
    cache.parent.mkdir(parents=True)
    cache.write_text("a file, not a folder")
    assert isinstance(read_rulebook(little_pack())[0], Entry)


@pytest.mark.skipif(os.name == "nt", reason="a home is found otherwise there")
def test_a_user_without_a_home_has_no_cache(little_pack: Little, monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)  # as in a container that runs under a number
    assert isinstance(read_rulebook(little_pack())[0], Entry)
