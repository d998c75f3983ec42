"""The configuration: where it is found, what it may say, and how its mistakes are told."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checker.article import Span
from checker.config import Config, Ignore, check_targets, find_config, load_config
from checker.errors import ConfigError, Position
from checker.judge.verdict import Flag
from checker.places import CONFIG_NAME

WHERE = Position("x", 1, 1)


@pytest.fixture
def config(tmp_path: Path) -> Callable[[str], Config]:
    """Loads a configuration from its text."""

    def load(text: str) -> Config:
        (tmp_path / CONFIG_NAME).write_text(text)
        return load_config(tmp_path / CONFIG_NAME)

    return load


def flag(rule: str = "score/draw-is-level", fingerprint: str = "0123456789abcdef") -> Flag:
    family = rule.split("/")[0]
    return Flag(rule, family, "error", "a.txt", Span(0, 1), 1, 1, "x", "no", (), (), "x", 0, "x", fingerprint=fingerprint)


def test_paths_are_relative_to_the_folder_of_the_file(tmp_path: Path, config: Callable[[str], Config]) -> None:
    found = config("pack: ../packs/cricket\nannotations: marked\nlevel: warning\n")
    assert found.pack == tmp_path / "../packs/cricket"
    assert found.annotations == tmp_path / "marked"
    assert found.level == "warning"


def test_an_empty_file_says_nothing(tmp_path: Path, config: Callable[[str], Config]) -> None:
    assert config("# nothing yet\n") == Config(tmp_path)


def test_the_nearest_file_upwards_counts(tmp_path: Path) -> None:
    (tmp_path / CONFIG_NAME).write_text("level: query\n")
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / CONFIG_NAME).write_text("level: warning\n")
    (tmp_path / "desk" / "today").mkdir()
    assert find_config(tmp_path / "desk" / "today").level == "warning"
    assert find_config(tmp_path).level == "query"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("anotations: a", ":1:1: unknown key 'anotations' (did you mean 'annotations'?); expected one of: pack"),
        ("level: eror", ":1:1: level: Input should be 'error', 'warning' or 'query', found 'eror'"),
        ("level: no", ":1:1: level: "),
        ("annotations: [a]", ":1:1: annotations: Input should be a valid string"),
        ("pack: a\npack: b", ":2:1: the key 'pack' stands here twice"),
        ("ignore:\n  - rule: score/x", ":2:5: the key 'reason' is missing"),
        ("ignore:\n  - {rule: score/x, reason: ''}", ":2:21: reason: String should have at least 1 character"),
        ("ignore:\n  - reason: why", ":2:5: an entry names a rule, a family or a fingerprint; found none"),
        ("ignore:\n  - {rule: a, reason: b, fmaily: c}", ":2:26: unknown key 'fmaily' (did you mean 'family'?)"),
        ("ignore: score/x", ":1:1: ignore: Input should be a valid list"),
        ("- a", ":1:1: "),
        ("a: b: c", ":1:5: not YAML"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_column(
    tmp_path: Path, config: Callable[[str], Config], text: str, message: str
) -> None:
    with pytest.raises(ConfigError) as found:
        config(text)
    assert str(found.value).startswith(f"{tmp_path / CONFIG_NAME}{message}")


@pytest.mark.parametrize(
    ("entry", "silenced"),
    [
        ("rule: score/draw-is-level", True),
        ("rule: score/win-is-not-level", False),
        ("family: score", True),
        ("family: minute", False),
        ("fingerprint: 0123456789abcdef", True),
        ("fingerprint: 0123456789abcdef-2", False),
        ("rule: score/draw-is-level, fingerprint: feedfeedfeedfeed", False),
        ("rule: score/draw-is-level, family: score", True),
    ],
)
def test_an_entry_silences_a_flag_that_every_key_of_it_fits(
    config: Callable[[str], Config], entry: str, silenced: bool
) -> None:
    (ignore,) = config(f"ignore:\n  - {{{entry}, reason: why}}\n").ignore
    assert ignore.silences(flag()) is silenced


def test_an_entry_knows_where_it_stands(tmp_path: Path, config: Callable[[str], Config]) -> None:
    (ignore,) = config("ignore:\n  - family: score\n    reason: old style\n").ignore
    assert ignore.where == Position(str(tmp_path / CONFIG_NAME), 2, 5)
    assert (ignore.target, ignore.reason) == ("score", "old style")


@pytest.mark.parametrize(
    ("rule", "family", "message"),
    [
        ("score/draw-is-levl", "", "x:1:1: the pack has no 'score/draw-is-levl' (did you mean 'score/draw-is-level'?)"),
        ("", "scroe", "x:1:1: the pack has no 'scroe' (did you mean 'score'?)"),
    ],
)
def test_an_entry_for_what_the_pack_does_not_have_is_refused(rule: str, family: str, message: str) -> None:
    entry = Ignore(rule, family, "", "why", WHERE)
    with pytest.raises(ConfigError) as found:
        check_targets([entry], ["score/draw-is-level"], ["score"])
    assert str(found.value) == message


def test_entries_for_what_the_pack_has_are_accepted() -> None:
    entries = [
        Ignore("score/draw-is-level", "", "", "why", WHERE),
        Ignore("", "score", "", "why", WHERE),
        Ignore("", "", "feed", "why", WHERE),
    ]
    check_targets(entries, ["score/draw-is-level"], ["score"])
