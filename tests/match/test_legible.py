"""Names that are written as copy writes them, and addresses and mangled letters that are not."""

import pytest

from checker.article import Span
from checker.claims.model import Claim
from checker.match.legible import is_legible, is_written


@pytest.mark.parametrize(
    ("text", "name", "legible"),
    [
        ("It was DenbyTown who won.", "DenbyTown", True),
        ("It was McHill who won. #DEN", "McHill", True),
        ("We face DenbyTown tonight. #DEN", "DenbyTown", False),
        ("We face @DenbyTown tonight.", "DenbyTown", False),
        ("Reddit: r/DenbyTown", "DenbyTown", False),
        ("We face DenbyTown.\nIt is #DEN tonight.", "DenbyTown", True),
        ("The third round of the League_Cup.", "League_Cup", False),
        ("Ayton v Denby N/A", "Denby N", False),
        ("The JuneHER trophy.", "JuneHER", False),
        ("It was Hill\u00e2\x80\x99s goal.", "Hill\u00e2", False),
        ("It was Hill\u00e2\u20ac\u2122s goal.", "Hill\u00e2", False),
        ("It was Hill\u2019s goal.", "Hill", True),
        ("He told Denbytown.com of it.", "Denbytown", False),
        ("He told Denby.\ncome on", "Denby", True),
    ],
)
def test_what_a_machine_wrote_is_not_legible(text: str, name: str, legible: bool) -> None:
    start = text.index(name)
    assert is_legible(Span(start, start + len(name)), text) is legible


def test_a_line_up_with_mangled_letters_is_none() -> None:
    span = Span(0, 5)
    claim = Claim("lineup", span, "Ayton", {}, "block")
    assert is_written(claim, "Ayton: Hill, Marsh, Ray")
    assert not is_written(claim, "Ayton: Hill, Pi\u00c3\xa9rre, Ray")
