"""Open counts: numbers with what they count, and ordinals, where no pattern reads anything."""

from collections.abc import Callable

import pytest

from checker.pipeline.reading import Reading


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They lost 27 balls in the first half.", [("27 balls", 27)]),
        ("She has won six FA Cups.", [("six FA Cups", 6)]),
        ("It was her first tournament.", [("first tournament", 1)]),
        ("It was his 300th Serie A duel.", [("300th Serie A duel", 300)]),
        ("He became only the second male player to do so.", [("second male player", 2)]),
        ("The two sides met in 14 days.", []),
        ("The two strikers met.", []),
        ("They should have won three cups.", []),
        ("They have six cups left.", []),
        ("Six League Two clubs met.", []),
        ("It was his first touch.", []),
        ("The first player fell.", []),
        ("They scored three goals.", [("three goals", 3)]),
    ],
    ids=[
        "anything", "a competition", "his first", "with a letter", "became the second", "sides and time", "known men", "wanted",
        "to come", "in a name", "no count of it", "not his", "by a pattern",
    ],
)  # fmt: skip
def test_a_number_counts_the_plural_behind_it(
    read: Callable[..., Reading], text: str, told: list[tuple[str, int]]
) -> None:
    assert [(claim.text, claim.get("n")) for claim in read(text).claims if claim.type == "count"] == told


def test_a_number_of_a_run_is_no_count_besides(read: Callable[..., Reading]) -> None:
    reading = read("It was his ninth goal of the season.")
    assert [claim.type for claim in reading.claims if claim.type in ("count", "streak")] == ["streak"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They took the lead.", 1),
        ("They had several chances to take the lead.", 0),
        ("They could have had a two-goal cushion.", 0),
        ("They failed to hold on to their lead.", 1),
        ("He could not prevent Marsh from firing Denby into the lead.", 1),
        ("They almost conjured an equaliser.", 0),
        ("When they could, they scored an equaliser.", 1),
    ],
)
def test_a_lead_that_nobody_had_is_no_margin(read: Callable[..., Reading], text: str, told: int) -> None:
    assert sum(claim.type == "margin" for claim in read(text).claims) == told
