"""How old a man can have been."""

import datetime

import pytest

from checker.match.ages import years


@pytest.mark.parametrize(
    ("born", "on", "age"),
    [
        ("1985-04-18", "2024-04-17", 38),
        ("1985-04-18", "2024-04-18", 39),
        ("2000-02-29", "2024-02-28", 23),
        ("2000-02-29", "2023-03-01", 23),
        ("1999-12-31", "2000-01-01", 0),
    ],
)
def test_years_are_whole_and_end_on_the_birthday(born: str, on: str, age: int) -> None:
    assert years(datetime.date.fromisoformat(born), datetime.date.fromisoformat(on)) == age
