"""Results told twice, of whichever match."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
REST = "Elmstead Town beat Farley Rovers 3-0. Garsdale United beat Hexby Town 4-1. Ilbury City beat Jarley County 4-0."


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("Hill tired in Beeford's 2-1 win over Denby.", [True, True]),
        ("Hill tired in Beeford's 3-1 win over Denby.", [True, False]),
        ("Hill tired in Denby's 3-1 win over Beeford.", []),
        ("Hill tired in Beeford's 3-1 win over Denby last season.", []),
        ("Beeford have already had a 3-1 win over Denby.", []),
    ],
    ids=["the same", "another score", "another winner", "another day", "met before"],
)
def test_the_result_of_two_sides_is_told_as_one(record: Record, later: str, expected: list[bool]) -> None:
    found = record(f"Beeford beat Denby 2-1. {REST} {later}")
    assert [claim.get("retold") for claim in found.claims if "retold" in claim.fields] == expected
