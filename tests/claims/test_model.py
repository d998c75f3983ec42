"""Claims: what is not known stays out, and places lead back to the text."""

from checker.article import Span
from checker.claims.model import Claim

GOAL = Claim("goal", Span(0, 20), "Hill's 12th-minute goal", {"minute": "12"}, places={"minute": Span(7, 9)})


def test_an_unknown_field_is_absent() -> None:
    assert GOAL.get("scorer") is None


def test_more_fields_make_another_claim() -> None:
    more = GOAL.having(scorer="Hill", keys={"scorer": "peter hill"}, places={"scorer": Span(0, 4)})
    assert (more.get("scorer"), more.keys["scorer"], more.place("scorer")) == ("Hill", "peter hill", Span(0, 4))
    assert GOAL.get("scorer") is None


def test_a_field_of_none_stays_unknown() -> None:
    assert "scorer" not in GOAL.having(scorer=None).fields


def test_false_and_nought_are_known() -> None:
    assert GOAL.having(listed=False, n=0).fields == {"minute": "12", "listed": False, "n": 0}


def test_a_field_has_its_place_or_the_claim_s() -> None:
    assert GOAL.place("minute") == Span(7, 9)
    assert GOAL.place("scorer") == GOAL.span
