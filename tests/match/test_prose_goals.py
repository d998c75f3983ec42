"""The goals that the prose tells one by one."""

from collections.abc import Callable

from checker.match.record import MatchRecord

GOALS = "Adam Hill scored in the 20th minute. Tom Gale levelled in the 30th minute. Hill scored in the 60th minute."


def test_goals_are_counted_that_cannot_be_one(record: Callable[..., MatchRecord]) -> None:
    again = "It was a fine goal that Adam Hill scored in the 20th minute."
    facts = record(f"Ayton beat Corley 2-1. It was 1-1 at half-time. {GOALS} {again}").facts
    assert [facts.get(f"told_{name}") for name in ("goals", "early", "late")] == [3, 2, 1]
    assert "told_goals" not in record(f"Ayton beat Corley 3-1. {GOALS} {again}").facts


def test_nothing_is_counted_without_a_result_or_over_two_legs(record: Callable[..., MatchRecord]) -> None:
    assert "told_goals" not in record(f"Ayton met Corley. {GOALS}").facts
    legs = f"Ayton beat Corley 2-1. They had won the first leg 1-0, and went through 3-1 on aggregate. {GOALS}"
    assert "told_goals" not in record(legs).facts
