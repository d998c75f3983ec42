"""On which day an article says that its match was played."""

from collections.abc import Callable

import pytest

from checker.match.days import day_events
from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ayton beat Corley 2-1 on Sunday.", ["sunday"]),
        ("Ayton drew 1-1 with Corley on Saturday afternoon. On Monday they rest.", ["saturday"]),
        ("Ayton, who play again on Friday, beat Corley 2-1 on Sunday.", []),
        ("Ayton played on Sunday. They beat Corley 2-1.", []),
        ("On Sunday it rained in Corley.", []),
    ],
)
def test_the_one_weekday_of_a_sentence_that_tells_the_result(record: Record, text: str, days: list[str]) -> None:
    found = record(text)
    assert [found.claims[number].get("weekday") for number in day_events(found.claims)] == days
