"""How old a man can have been."""

import datetime
from collections.abc import Callable

import pytest

from checker.match.ages import years
from checker.match.record import MatchRecord


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


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Peter Marsh was born on 7 March 1985 in Ayton and is 39 now.", (38, 39)),
        ("Peter Marsh was born in Ayton on 7 March 1985. He is 39 now.", (38, 39)),
        ("Peter Marsh was born on 7 March 1985. It rained. He is 39 now.", (None, None)),
        ("Peter Marsh made his debut on 7 March 1985. He is 59 now.", (None, None)),
    ],
    ids=["beside it", "in the next sentence", "too far", "another date"],
)
def test_an_age_beside_a_birth_date_is_that_of_the_articles_year(
    record: Callable[..., MatchRecord], text: str, bounds: tuple[int | None, int | None]
) -> None:
    found = record(f"---\ndate: 2024-05-20\n---\n{text}", "story.md")
    age = next(claim for claim in found.claims if claim.type == "age")
    assert (age.get("youngest"), age.get("oldest")) == bounds


def test_an_undated_article_has_no_year(record: Callable[..., MatchRecord]) -> None:
    found = record("Peter Marsh was born on 7 March 1985 in Ayton and is 39 now.")
    assert next(claim for claim in found.claims if claim.type == "age").get("oldest") is None
