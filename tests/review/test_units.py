"""Code points and UTF-16 units, both ways."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.review.units import Units

TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("😀🏟é\u0301\u200b\u202e\r\n"))


@given(TEXTS)
def test_units_are_those_of_utf_16(text: str) -> None:
    units = Units(text)
    for offset in range(len(text) + 1):
        assert units.to_utf16(offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(TEXTS)
def test_there_and_back_is_the_same_place(text: str) -> None:
    units = Units(text)
    assert [units.to_code_points(units.to_utf16(offset)) for offset in range(len(text) + 1)] == list(range(len(text) + 1))


@pytest.mark.parametrize(("unit", "code_point"), [(0, 0), (1, 1), (3, 2), (5, 3), (6, 4)])
def test_an_emoji_is_one_code_point_and_two_units(unit: int, code_point: int) -> None:
    assert Units("a😀😀b").to_code_points(unit) == code_point


def test_a_unit_amid_an_emoji_is_its_place() -> None:
    assert Units("a😀b").to_code_points(2) == 1
