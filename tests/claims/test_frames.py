"""Frames: regular expressions of a pack that name its lists, and what is said of those that cannot be read."""

import pytest

from checker.claims.words import Words
from checker.errors import PackError
from checker.yaml_source import parse_yaml

LISTS = Words({"modals": ("could", "might"), "modal": ("must",)}, {}, {})


def framed(text: str) -> Words:
    return LISTS.with_frames(parse_yaml(text, "frames.yml"))


def test_a_frame_holds_for_any_word_of_a_list() -> None:
    words = framed("unreal: '\\bit {modals} (?:\\w+ ){0,2}have\\b'\n")
    assert words.frame("unreal").search("and it might well have been five")
    assert not words.frame("unreal").search("and it must have been five")


def test_of_several_expressions_one_must_hold() -> None:
    words = framed("either: ['one$', 'two$']\n")
    assert [bool(words.frame("either").search(text)) for text in ("one", "two", "two or")] == [True, True, False]


def test_a_frame_may_be_part_of_a_later_one() -> None:
    words = framed("timed: ' (?:in|on)'\nlast: '{timed} time$'\n")
    assert words.frame("last").search("came on time")
    assert not words.frame("last").search("came time")


def test_a_frame_that_a_pack_does_not_have_matches_nothing() -> None:
    assert not LISTS.frame("unreal").search("")


UNKNOWN = "neither a list of words.yml nor a frame before it"
MISTAKES = [
    ("a: 'it {modls} be'\n", f"1:1: a names 'modls', {UNKNOWN} (did you mean 'modals'?)"),
    ("a: '{b}'\nb: 'x'\n", f"1:1: a names 'b', {UNKNOWN}"),
    ("a: x\nb: 'x)'\n", "2:1: b: not a regular expression: unbalanced parenthesis at position 1, found 'x)'"),
    ("a: {b: c}\n", "1:1: a: Input should be a valid string or a valid list, found keys with their values"),
    ("- a\n", "1:1: Input should be keys with their values, found a list"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_frame_that_cannot_be_read_is_told_with_its_place(text: str, message: str) -> None:
    with pytest.raises(PackError) as error:
        framed(text)
    assert str(error.value) == f"frames.yml:{message}"
