"""YAML with positions: what is read, and how each mistake is told."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, Field, RootModel

from checker.errors import ConfigError, FactcheckError, PackError, Position
from checker.yaml_source import YamlSource, parse_yaml, read_yaml

PLAIN = st.recursive(
    st.integers() | st.booleans() | st.text("abcxyz", min_size=1, max_size=5).filter(str.isalpha),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("klm", min_size=1), inner, max_size=3),
    max_leaves=8,
)


class Leg(BaseModel):
    model_config = ConfigDict(extra="forbid")

    home: int
    away: int = 0


class Tie(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = ""
    legs: list[Leg] = Field(default_factory=list)
    decider: Leg | None = None


class Ties(RootModel[list[Tie]]):
    """A file that is a list."""


class Rounds(RootModel[dict[str, Tie]]):
    """A file that is a table."""


def failure(text: str, model: type[BaseModel] = Tie) -> str:
    with pytest.raises(PackError) as found:
        parse_yaml(text, "ties.yml").into(model)
    return str(found.value)


def flow(value: object) -> str:
    """A value as YAML in one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return str(value).lower() if isinstance(value, bool) else str(value)


@given(PLAIN)
def test_plain_data_comes_back(value: object) -> None:
    assert parse_yaml(flow(value), "x.yml").data == value


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "Yes", "NO", "On", "y", "n"])
def test_words_that_older_yaml_takes_for_booleans_stay_words(word: str) -> None:
    assert parse_yaml(f"word: {word}", "x.yml").data == {"word": word}


@pytest.mark.parametrize("key", ["on", "no", "yes"])
def test_such_words_stay_words_as_keys(key: str) -> None:
    assert parse_yaml(f"{key}: 1", "x.yml").data == {key: 1}


@pytest.mark.parametrize(("word", "value"), [("true", True), ("false", False), ("True", True)])
def test_true_and_false_are_booleans(word: str, value: bool) -> None:
    assert parse_yaml(f"word: {word}", "x.yml").data == {"word": value}


def test_a_score_stays_a_word() -> None:
    assert parse_yaml("[2-1, 4-4-2, 90+1]", "x.yml").data == ["2-1", "4-4-2", "90+1"]


def test_nothing_is_none() -> None:
    assert parse_yaml("# a comment\n", "x.yml").data is None


@pytest.mark.parametrize(
    ("place", "line", "column"),
    [
        ((), 1, 1),
        (("name",), 1, 1),
        (("legs", 0), 3, 5),
        (("legs", 1, "away"), 4, 15),
        (("legs", 1, "gone", 7), 4, 5),
        (("gone",), 1, 1),
    ],
)
def test_each_part_has_a_position_or_its_nearest_ancestor_s(place: tuple[str | int, ...], line: int, column: int) -> None:
    source = parse_yaml("name: cup\nlegs:\n  - {home: 1}\n  - {home: 2, away: 0}\n", "x.yml")
    assert source.position(place) == Position("x.yml", line, column)


def test_a_part_keeps_its_positions() -> None:
    source = parse_yaml("name: cup\nlegs:\n  - {home: 1}\n", "x.yml").part("legs", 0)
    assert (source.data, source.position(("home",))) == ({"home": 1}, Position("x.yml", 3, 6))


def test_the_first_line_can_be_another() -> None:
    assert parse_yaml("a: 1\nb: 2", "x.md", first_line=5).position(("b",)) == Position("x.md", 6, 1)


def test_the_model_s_value_is_made() -> None:
    source = parse_yaml("name: cup\nlegs: [{home: 2}]", "x.yml")
    assert source.into(Tie) == Tie(name="cup", legs=[Leg(home=2)])


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("nmae: cup", "ties.yml:1:1: unknown key 'nmae' (did you mean 'name'?); expected one of: name, legs"),
        ("legs: [{home: 1, awya: 2}]", "ties.yml:1:18: unknown key 'awya' (did you mean 'away'?)"),
        ("legs: [{hmoe: 1}]", "ties.yml:1:9: unknown key 'hmoe' (did you mean 'home'?)"),
        ("decider: {home: 1, xyz: 2}", "ties.yml:1:20: unknown key 'xyz'; expected one of: home, away"),
        ("legs: [{away: 1}]", "ties.yml:1:8: the key 'home' is missing"),
        ("legs: [{home: two}]", "ties.yml:1:9: home: Input should be a valid integer"),
        ("name: cup\nlegs: 3", "ties.yml:2:1: legs: Input should be a valid list"),
        ("name: [a]", "ties.yml:1:1: name: Input should be a valid string"),
        ("name: a\nname: b", "ties.yml:2:1: the key 'name' stands here twice"),
        ("legs: [{home: 1, home: 2}]", "ties.yml:1:18: the key 'home' stands here twice"),
        ("name: a: b", "ties.yml:1:8: not YAML: "),
        ("name: 'a", "ties.yml:1:9: not YAML: "),
        ("name: !tag a", "ties.yml:1:7: not YAML: "),
        ("legs: &a [*a]", "ties.yml:1:"),
        ("name: 2023-13-45", "ties.yml:1:7: not YAML: "),
    ],
)
def test_a_mistake_is_told_with_its_place(text: str, message: str) -> None:
    assert failure(text).startswith(message)


@pytest.mark.parametrize(
    ("text", "model", "message"),
    [
        ("- name: a\n- nmae: b", Ties, "ties.yml:2:3: unknown key 'nmae' (did you mean 'name'?)"),
        ("- legs: [{home: 1, awya: 2}]", Ties, "ties.yml:1:20: unknown key 'awya' (did you mean 'away'?)"),
        ("final: {nmae: b}", Rounds, "ties.yml:1:9: unknown key 'nmae' (did you mean 'name'?)"),
    ],
)
def test_a_mistake_in_a_file_that_is_a_list_or_a_table_suggests_as_well(
    text: str, model: type[BaseModel], message: str
) -> None:
    assert failure(text, model).startswith(message)


@pytest.mark.parametrize(("text", "model"), [("", Tie), ("- a", Tie), ("a: 1", Ties), ("- 3", Ties)])
def test_a_file_of_another_shape_is_told_without_python_s_words(text: str, model: type[BaseModel]) -> None:
    message = failure(text, model)
    assert message.startswith("ties.yml")
    assert "instance of" not in message
    assert message.count("ties.yml") == 1


@given(st.text(max_size=40))
def test_any_text_is_data_or_a_mistake_that_is_told(text: str) -> None:
    try:
        source = parse_yaml(text, "x.yml")
    except PackError as problem:
        assert str(problem).startswith("x.yml")  # noqa: PT017 - either outcome is right
    else:
        assert isinstance(source, YamlSource)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"name: caf\xe9", "cannot be read"), (None, "cannot be read"), (b"name: a\x00b", "not YAML")],
    ids=["latin-1", "missing", "NUL"],
)
def test_a_file_that_cannot_be_read_raises_the_caller_s_error(tmp_path: Path, content: bytes | None, message: str) -> None:
    file = tmp_path / "x.yml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ConfigError) as found:
        read_yaml(file, ConfigError)
    assert str(found.value).startswith(str(file))
    assert message in str(found.value)


def test_an_error_for_a_part_stands_at_the_part() -> None:
    source = parse_yaml("name: cup\nlegs: []", "x.yml")
    problem = source.fail("no legs", "legs")
    assert isinstance(problem, FactcheckError)
    assert str(problem) == "x.yml:2:1: no legs"
