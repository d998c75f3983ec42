"""The clock: minutes as lists print them, and by how much two times miss each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.clock import apart, block_minute, moment

MOMENTS = st.integers(0, 12_000)
STRETCHES = st.tuples(MOMENTS, MOMENTS).map(lambda pair: (min(pair), max(pair)))


@pytest.mark.parametrize(
    ("minute", "at"),
    [
        ("83", 8300),
        ("7", 700),
        ("90+1", 9001),
        ("90 + 1", 9001),
        ("45+12", 4512),
        ("120", 12000),
        ("", None),
        ("ht", None),
        ("90+", None),
        ("1234", None),
        ("83rd", None),
    ],
)
def test_a_listed_minute_is_a_moment(minute: str, at: int | None) -> None:
    assert moment(minute) == at


def test_a_listed_minute_is_exact() -> None:
    assert block_minute("90+1") == {"earliest": 9001, "latest": 9001}


def test_a_list_without_a_minute_has_no_bounds() -> None:
    assert block_minute("") == {}


@pytest.mark.parametrize(
    ("one", "other", "minutes"),
    [
        ((1300, 1300), (1300, 1300), 0),
        ((1300, 1300), (1400, 1400), 1),
        ((3000, 3200), (3200, 3200), 0),
        ((3000, 3200), (3500, 3500), 3),
        ((9003, 9003), (9000, 9000), 3),
        ((9100, 9100), (9001, 9001), 0),
        ((4500, 4500), (4502, 4502), 2),
        ((0, 4520), (5500, 5500), 0),
        ((100, 100), (12000, 12000), 119),
    ],
)
def test_times_miss_each_other_by_whole_minutes(one: tuple[int, int], other: tuple[int, int], minutes: int) -> None:
    assert apart(*one, *other) == minutes


@given(STRETCHES, STRETCHES)
def test_the_order_of_two_times_does_not_matter(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert apart(*one, *other) == apart(*other, *one) >= 0


@given(st.integers(0, 120), st.integers(0, 20))
def test_a_printed_minute_is_its_own_moment(minute: int, stoppage: int) -> None:
    at = moment(f"{minute}+{stoppage}")
    assert at is not None
    assert (at // 100, at % 100) == (minute, stoppage)
