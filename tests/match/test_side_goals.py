"""What a report says of one side's goals, of who led and of who won."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

HEAD = "Ayton 2-1 Corley\n\n"


@pytest.mark.parametrize(
    ("prose", "over"),
    [
        ("Corley striker Adam Hill scored in the 20th minute. Hill scored again in the 79th minute.", 1),
        ("Ayton striker Adam Hill scored in the 20th minute. Hill scored again in the 79th minute.", None),
        ("Corley striker Adam Hill scored in the 20th minute. Hill had scored on 21 minutes.", None),
        ("Corley striker Adam Hill scored. Tom Gale of Corley scored in the 20th minute.", None),
    ],
)
def test_no_side_has_more_goals_told_than_it_scored(record: Callable[..., MatchRecord], prose: str, over: int | None) -> None:
    assert record(HEAD + prose).facts.get("told_over") == over


@pytest.mark.parametrize(
    ("prose", "fits"),
    [
        ("Ayton won late. Corley were 2-0 up at half-time.", False),
        ("Ayton won late. Corley were 1-0 up at half-time.", True),
        ("Ayton won late. Ayton were 2-0 up at half-time.", True),
        ("Ayton won late. Corley were 2-0 down at half-time.", True),
        ("Ayton won late. Last season Corley were 2-0 up at half-time.", None),
        ("Ayton won late. It was 2-0 at half-time.", None),
    ],
)
def test_the_side_that_led_has_lost_no_goals(record: Callable[..., MatchRecord], prose: str, fits: bool | None) -> None:
    scores = [claim for claim in record(HEAD + prose).claims if claim.type == "score" and claim.get("kind") == "half-time"]
    assert [claim.get("leads_fit") for claim in scores] == [fits]


@pytest.mark.parametrize(
    ("prose", "fits"),
    [
        ("The win lifts Ayton to third.", [True]),
        ("The draw leaves Ayton third.", [False]),
        ("Corley's win lifts them to third.", [False]),
        ("Corley's defeat leaves them third.", [True]),
        ("Denby beat Beeford 3-0. The draw leaves Denby third.", []),
    ],
)
def test_results_in_a_word_are_held_against_the_score(
    record: Callable[..., MatchRecord], prose: str, fits: list[bool]
) -> None:
    found = record(f"{HEAD}It was a cold night. {prose}").claims
    assert [claim.get("fits") for claim in found if claim.type == "outcome"] == fits
