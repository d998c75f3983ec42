"""On which day an article says that its match was played."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Ayton beat Corley 2-1 on Sunday.", ["sunday"]),
        ("Ayton drew 1-1 with Corley on Saturday afternoon. On Monday they rest.", ["saturday"]),
        ("Ayton beat Corley 2-1 on Sunday, having led 2-0 at the break.", ["sunday"]),
        ("Ayton, who play again on Friday, beat Corley 2-1 on Sunday.", []),
        ("Ayton played on Sunday. They beat Corley 2-1.", []),
        ("On Sunday it rained in Corley.", []),
        (
            "Ayton beat Corley 2-1 on Sunday. It rained. It rained. They sang in the 2-1 defeat of Corley by Ayton on Monday.",
            ["sunday", "monday"],
        ),
        ("Ayton beat Corley 2-1 on Sunday. It rained. It rained. Ayton had a 2-1 win over Corley last Monday.", ["sunday"]),
        (
            "Ayton beat Corley 2-1 on Sunday. It rained. It rained. He left following Corley's 2-1 defeat by Ayton on Monday.",
            ["sunday", "monday"],
        ),
        (
            "Ayton beat Corley 2-1 on Sunday. It rained. It rained. He left following Ayton's 2-1 defeat by Corley on Monday.",
            ["sunday"],
        ),
        ("Ayton beat Corley 2-1 on Sunday. It rained. It rained. Beeford had a 2-1 win over Corley on Monday.", ["sunday"]),
    ],
)
def test_the_one_weekday_of_a_sentence_that_tells_the_result(record: Record, text: str, days: list[str]) -> None:
    found = record(text)
    told = [found.claims[number].get("weekday") for number, event in found.events.items() if event == "day of the match"]
    assert told == days


def test_a_year_beside_the_weekday_of_another_match_is_no_other_day(record: Record) -> None:
    found = record(
        "Beeford drew 0-0 with Albion. Ayton beat Corley 2-1 on Sunday, their best win since 2014. It rained. Ayton's 2-1 win "
        "over Corley on Monday was dull."
    )
    days = [number for number, event in found.events.items() if event == "day of ayton and corley 2-1"]
    assert [found.claims[number].get("weekday") for number in days] == ["sunday", "monday"]


@pytest.mark.parametrize(
    ("text", "occasions"),
    [
        ("They play in Sunday's cup final. The cup final at Corley on Monday is sold out.", ["cup final", "cup final"]),
        ("They play in Sunday's final. They meet in the final on Monday, May 6, at noon.", ["final", "final"]),
        ("They play in Sunday's final. Saturday's semi-final was dull.", []),
        ("They play in Sunday's final. The final was originally on Saturday.", []),
        ("They won their final group game on Saturday. They play in Sunday's final.", []),
    ],
)
def test_an_occasion_that_is_told_twice_has_its_days(record: Record, text: str, occasions: list[str]) -> None:
    assert [claim.get("occasion") for claim in record(text).claims if claim.get("occasion")] == occasions
