"""The words of a pack: numbers, ordinals, lists, labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.words import Words
from checker.pack import Pack
from checker.yaml_source import parse_yaml

SOURCE = """\
side: [Home, Away]
role: [Left back, back]
number_words: {nil: 0, one: 1, eleven: 11}
ordinal_words: {first: 1, eleventh: 11}
labels: {booked: [Booked, Cautions], goals: [Goals]}
particles: [de, "'t"]
other_spellings: {defence: [defense], metre: [meter, m]}
work: [six-metre box, Defence and Attack]
"""


@pytest.fixture(scope="module")
def words() -> Words:
    """The words of a small file."""
    return Words.load(parse_yaml(SOURCE, "words.yml"))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        ("0", 0),
        ("2024", 2024),
        ("50,430", 50430),
        ("1,000,000", 1_000_000),
        ("nil", 0),
        ("One", 1),
        ("ELEVEN", 11),
        ("many", None),
        ("7th", None),
        ("1-1", None),
        ("12345", None),
        ("1,00", None),
        ("", None),
    ],
)
def test_cardinals_in_figures_and_words(words: Words, text: str, value: int | None) -> None:
    assert words.number(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1st", 1),
        ("22nd", 22),
        ("83rd", 83),
        ("13TH", 13),
        ("First", 1),
        ("eleventh", 11),
        ("13", None),
        ("thirteenish", None),
        ("th", None),
        ("", None),
    ],
)
def test_ordinals_in_figures_and_words(words: Words, text: str, value: int | None) -> None:
    assert words.ordinal(text) == value


@given(st.integers(0, 999_999))
def test_a_figure_with_its_commas_is_itself(number: int) -> None:
    assert Words({}, {}, {}).number(f"{number:,}") == number


def test_a_list_keeps_its_spelling(words: Words) -> None:
    assert words.lists["side"] == ("Home", "Away")


def test_a_table_of_numbers_is_a_list_as_well(words: Words) -> None:
    assert words.lists["number_words"] == ("nil", "one", "eleven")


def test_a_table_of_lists_gives_labels(words: Words) -> None:
    assert words.labels == {"booked": ("Booked", "Cautions"), "goals": ("Goals",)}


def test_a_list_can_be_had_folded(words: Words) -> None:
    assert words.folded("side") == {"home", "away"}
    assert words.folded("gone") == frozenset()


def test_phrases_can_be_had_in_single_words(words: Words) -> None:
    assert words.parts_of("side", "role", "gone") == {"home", "away", "left", "back"}


def test_a_pattern_is_made_once(words: Words) -> None:
    assert words.pattern("side", "role") is words.pattern("side", "role")
    assert words.pattern("role").findall("A LEFT BACK came backwards") == ["LEFT BACK"]
    assert words.beginnings("role").search("backwards")
    assert not words.pattern("role").search("backwards")


def test_particles_are_folded(words: Words) -> None:
    assert words.particles == {"de", "'t"}


@pytest.mark.parametrize(("word", "value"), [("nil", 0), ("two", 2), ("twenty", 20)])
def test_football_counts_in_words(pack: Pack, word: str, value: int) -> None:
    assert pack.words.number(word) == value


@pytest.mark.parametrize(("word", "value"), [("first", 1), ("third", 3), ("tenth", 10)])
def test_football_orders_in_words(pack: Pack, word: str, value: int) -> None:
    assert pack.words.ordinal(word) == value


def test_a_list_has_its_phrases_in_every_spelling(words: Words) -> None:
    assert words.lists["work"] == (
        "six-metre box",
        "six-meter box",
        "six-m box",
        "Defence and Attack",
        "defense and Attack",
    )


def test_other_spellings_are_no_list_and_no_label(words: Words) -> None:
    assert words.spellings == {"defence": ("defense",), "metre": ("meter", "m")}
    assert "other_spellings" not in words.lists
    assert "metre" not in words.labels
