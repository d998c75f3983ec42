"""An aggregate and its legs, in an article whose clubs cannot be told."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

LEG = "They had won the first leg 2-1."


@pytest.mark.parametrize(
    ("prose", "fits"),
    [
        (f"Rovers went through 4-2 on aggregate after a 2-1 win. {LEG}", True),
        (f"Rovers went through 3-3 on aggregate after a 2-1 defeat. {LEG}", True),
        (f"Rovers went through 5-2 on aggregate after a 2-1 win. {LEG}", False),
        (f"Rovers went through 5-2 on aggregate. They had recorded a 2-1 win. {LEG}", None),
        (f"Rovers went through 5-2 on aggregate after a 2-1 win. {LEG} Elsewhere it was a 3-0 win for Albion.", None),
    ],
)
def test_two_legs_make_an_aggregate(record: Callable[..., MatchRecord], prose: str, fits: bool | None) -> None:
    totals = [claim for claim in record(prose).claims if claim.get("kind") == "aggregate"]
    assert [claim.get("sum_fits") for claim in totals] == [fits]
