"""Expressions: true, false or not enough info; and what is refused when a pack is loaded."""

import pytest

from checker.claims.model import Value
from checker.judge.expressions import MATCH_FACTS, ExpressionError, compile_expression

KINDS = (
    ("score.first", "int"),
    ("score.second", "int"),
    ("score.outcome", "string"),
    ("score.late", "bool"),
    ("score.names", "list"),
    ("score.minute", "minute"),
    ("score.who", "person"),
)


@pytest.mark.parametrize(
    ("text", "data", "value"),
    [
        ("score.first == score.second", {"score.first": 1, "score.second": 1}, True),
        ("score.first == score.second", {"score.first": 2, "score.second": 1}, False),
        ("score.first == score.second", {"score.first": 2}, None),
        ("score.first == score.second", {}, None),
        ('score.outcome in ["win", "draw"]', {"score.outcome": "draw"}, True),
        ("score.late", {"score.late": False}, False),
        ("size(score.names) == 0", {"score.names": ["Hill", "Ray"]}, False),
        ("score.minute == '90+1' && score.who != ''", {"score.minute": "90+1", "score.who": "Ray"}, True),
        # the side that is known decides, where it can
        ("score.late || score.first > 1", {"score.late": True}, True),
        ("score.late || score.first > 1", {"score.late": False}, None),
        ("score.late && score.first > 1", {"score.late": False}, False),
        ("score.late && score.first > 1", {"score.late": True}, None),
        ("!score.late", {}, None),
        ("score.first / score.second == 1", {"score.first": 1, "score.second": 0}, None),
    ],
)
def test_an_expression_has_three_values(text: str, data: dict[str, Value], value: bool | None) -> None:
    expression = compile_expression(text, KINDS)
    assert [expression(data), expression(data)] == [value, value]


def test_an_answer_is_that_of_its_own_data_however_many_were_given() -> None:
    level = compile_expression("score.first == score.second", KINDS)
    questions = [(first, second) for first in range(60) for second in range(60)]
    for _ in range(2):
        answers = [level({"score.first": first, "score.second": second}) for first, second in questions]
        assert answers == [first == second for first, second in questions]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("apart(1300, 1300, 1400, 1400) == 1", True),
        ("apart(3000, 3200, 3200, 3200) == 0", True),
        ("abs(2 - 5) == 3", True),
        ("abs(5 - 2) == 3", True),
    ],
)
def test_football_has_functions_of_its_own(text: str, value: bool) -> None:
    assert compile_expression(text, KINDS)({}) is value


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("score.frist == 1", "1:6: undeclared reference to 'score.frist'"),
        ("goal.minute == '1'", "undeclared reference to 'goal"),
        ('score.first == "1"', "1:13: found no matching overload for '_==_' applied to '(int, string)'"),
        ("score.outcome > 1", "found no matching overload"),
        ("apart(1, 2) == 0", "1:6: undeclared reference to 'apart'"),
        ("apart('a', 1, 2, 3) == 0", "found no matching overload for 'apart'"),
        ("open('/etc/passwd')", "undeclared reference to 'open'"),
        ("score.first ==", "1:15: Syntax error"),
        ("score.first = 1", "Syntax error"),
        ("", "Syntax error"),
        ("score.late &&\n  score.frist == 1", "2:8: undeclared reference to 'score.frist'"),
        # an expression that is neither true nor false decides nothing
        ("score.first", ""),
        ("score.first + score.second", ""),
        ("'yes'", ""),
    ],
)
def test_a_mistake_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(ExpressionError) as found:
        compile_expression(text, KINDS)
    assert message in str(found.value)
    assert "\n" not in str(found.value)


@pytest.mark.parametrize("fact", ["final_high", "final_low", "aggregate_high", "half_time_low", "listed_goals"])
def test_the_facts_of_a_match_are_numbers(fact: str) -> None:
    expression = compile_expression(f"match.{fact} > 1", tuple(MATCH_FACTS.items()))
    assert expression({f"match.{fact}": 2}) is True
    assert expression({}) is None
