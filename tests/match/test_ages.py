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
        ("Peter Marsh was born on 7 March 1985 in Ayton and is 39 now.", (39, 39)),
        ("Peter Marsh was born in Ayton on 7 March 1985. He is 39 now.", (39, 39)),
        ("Marsh (born 7 March 1985) is the 39-year-old captain.", (39, 39)),
        ("Peter Marsh, who was born in Market Ayton on March 7, 1985 and so is 38, scored.", (39, 39)),
        ("Peter Marsh scored. Born on 22 May 1985, the 39-year-old ran on.", (38, 39)),
        ("On Saturday 25 May 2024 a man of 38 will stop. Peter Marsh, born in Ayton on 22 May 1985, has had enough.", (39, 39)),
        ("The 38-year-old, who was born in Ayton on 7 March 1985, flew in.", (39, 39)),
        ("The 38-year-old winger (born 7 March 1985) flew in.", (39, 39)),
        ("Peter Marsh was born on 7 March 1985 in Athlone and is 39 now.", (39, 39)),
        ("The 38-year-old saw his son, who was born on 7 March 1985, fly in.", (None, None)),
        ("Peter Marsh was born on 7 March 1985. It rained. He is 39 years old.", (None, None)),
        ("Peter Marsh made his debut on 7 March 2005. He is 29 years old.", (None, None)),
        ("Peter Marsh, born in Ayton, made his debut on 7 March 2005. He is 29 years old.", (None, None)),
        ("Peter Marsh was born on 7 March 1985. The 16-year-old joined Ayton.", (None, None)),
        ("Peter Marsh was born on 7 March 1985 and came aged 16, at the time of the flood.", (None, None)),
        ("Peter Marsh was born on 7 March 1985. His brother is 34 years old.", (None, None)),
        ("Peter Marsh was born on 7 March 1985. Then came Tom Okoro, 34, who scored.", (None, None)),
        ("Peter Marsh was born on 7 March 1985. The 19-year-old Tom Okoro scored.", (None, None)),
        ("Peter Marsh was born on 7 March 1985. The 16-year-old scored.", (None, None)),
    ],
    ids=[
        "beside it", "in the next sentence", "in brackets", "and so", "near the birthday", "on a day", "before it",
        "before brackets", "a place that reads like a name", "a son", "too far", "another day",
        "born and debut", "joined", "at the time", "a brother", "another man", "another name", "far from it",
    ],
)  # fmt: skip
def test_an_age_beside_a_birth_date_is_that_of_the_articles_day(
    record: Callable[..., MatchRecord], text: str, bounds: tuple[int | None, int | None]
) -> None:
    found = record(f"---\ndate: 2024-05-20\n---\n{text}", "story.md")
    age = next(claim for claim in found.claims if claim.type == "age")
    assert (age.get("youngest"), age.get("oldest")) == bounds


def test_an_undated_article_has_no_year(record: Callable[..., MatchRecord]) -> None:
    found = record("Peter Marsh was born on 7 March 1985 in Ayton and is 39 now.")
    assert next(claim for claim in found.claims if claim.type == "age").get("oldest") is None


def test_a_dateline_dates_an_age(record: Callable[..., MatchRecord]) -> None:
    found = record("Marsh at last\nMonday 20 May 2024\n\nPeter Marsh was born on 7 March 1985 in Ayton and is 39 years old.")
    assert next(claim for claim in found.claims if claim.type == "age").get("oldest") == 39


@pytest.mark.parametrize(
    "text",
    ["Peter Marsh was born on 7 March 1985 and so is 28 points clear.", "Peter Marsh is the man who is 28, and no more."],
    ids=["a noun behind it", "no birth date"],
)
def test_a_bare_number_is_an_age_only_beside_a_birth_date(record: Callable[..., MatchRecord], text: str) -> None:
    assert [claim for claim in record(f"---\ndate: 2024-05-20\n---\n{text}", "story.md").claims if claim.type == "age"] == []


def test_the_age_of_one_whose_birth_nobody_knows_has_no_bounds(record: Callable[..., MatchRecord]) -> None:
    found = record("---\ndate: 2024-05-20\n---\nAyton beat Corley 1-0. Referee Anna Whistle, 34, blew.", "story.md")
    (age,) = (claim for claim in found.claims if claim.type == "age")
    assert (age.get("n"), age.get("youngest")) == (34, None)
