"""Enumeration: each man of a list gets what one word gives them all."""

from collections.abc import Callable

import pytest

from checker.pipeline.reading import Reading


def told(reading: Reading, kind: str, field: str) -> set[str]:
    return {str(claim.get(field)) for claim in reading.claims if claim.type == kind and field in claim.fields}


@pytest.mark.parametrize(
    ("text", "scorers"),
    [
        ("There were goals from Adam Dunne, Sam Ray and Peter Marsh.", {"Adam Dunne", "Sam Ray", "Peter Marsh"}),
        ("Then Adam Dunne, Sam Ray and teenager Peter Marsh all scored.", {"Adam Dunne", "Sam Ray", "Peter Marsh"}),
        ("There were goals from Adam Dunne (2), striker Sam Ray and Peter Marsh.", {"Adam Dunne", "Sam Ray", "Peter Marsh"}),
        ("After good work by Adam Dunne and Sam Ray, Peter Marsh scored.", {"Peter Marsh"}),
        ("There were goals from Adam Dunne, who met Sam Ray and Peter Marsh.", {"Adam Dunne"}),
    ],
    ids=["behind", "before", "what they are", "object of other words", "another clause"],
)
def test_a_goal_is_of_each_man_of_the_list(read: Callable[..., Reading], text: str, scorers: set[str]) -> None:
    assert told(read(text), "goal", "scorer") == scorers


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        (
            "Adam Dunne scored in the 4th minute, Sam Ray in the 47th minute, and Peter Marsh on 86 minutes.",
            {"Adam Dunne": "4", "Sam Ray": "47", "Peter Marsh": "86"},
        ),
        ("Adam Dunne scored in the 4th minute, Sam Ray in the stands cheered.", {"Adam Dunne": "4"}),
        ("Adam Dunne scored in the 4th minute, and Sam Ray was booked in the 47th minute.", {"Adam Dunne": "4"}),
    ],
)
def test_each_man_of_a_list_may_have_a_time_of_his_own(
    read: Callable[..., Reading], text: str, minutes: dict[str, str]
) -> None:
    goals = [claim for claim in read(text).claims if claim.type == "goal"]
    assert {claim.get("scorer"): claim.get("minute") for claim in goals} == minutes


def test_a_card_is_of_each_man_of_the_list(read: Callable[..., Reading]) -> None:
    text = "Then Adam Dunne, Sam Ray and Peter Marsh were booked."
    assert told(read(text), "card", "player") == {"Adam Dunne", "Sam Ray", "Peter Marsh"}


def test_the_span_of_each_other_man_is_his_name(read: Callable[..., Reading]) -> None:
    claims = read("There were goals from Adam Dunne, Ned Poole, Sam Ray and Peter Marsh in the 12th minute.").claims
    others = [claim for claim in claims if claim.type == "goal" and claim.text in ("Ned Poole", "Sam Ray", "Peter Marsh")]
    assert len(others) == 3
    assert all(claim.text == claim.get("scorer") for claim in others)


@pytest.mark.parametrize(
    ("text", "men"),
    [
        ("Then Adam Dunne and Sam Ray were taken off.", {"Adam Dunne", "Sam Ray"}),
        ("Adam Dunne, Sam Ray and Peter Marsh made way.", {"Adam Dunne", "Sam Ray", "Peter Marsh"}),
    ],
)
def test_each_man_of_the_list_goes_off(read: Callable[..., Reading], text: str, men: set[str]) -> None:
    assert told(read(text), "substitution", "off") == men
