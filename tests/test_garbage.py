"""Python's garbage collector: how seldom it goes round, and through what."""

import gc
from collections.abc import Iterator

import pytest

from checker import garbage


@pytest.fixture
def collector() -> Iterator[None]:
    """The collector, as it was again afterwards."""
    threshold = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*threshold)


@pytest.mark.usefixtures("collector")
def test_it_goes_round_seldom() -> None:
    gc.set_threshold(700, 10, 10)
    garbage.collect_seldom()
    assert gc.get_threshold()[0] > 10_000


@pytest.mark.usefixtures("collector")
def test_what_is_kept_is_left_out_of_its_rounds() -> None:
    gc.unfreeze()
    kept: list[list[str]] = [[]]
    garbage.keep()
    assert gc.get_freeze_count() > 0
    assert not any(kept is tracked for tracked in gc.get_objects())
