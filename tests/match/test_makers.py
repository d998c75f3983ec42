"""makers: the one man whom a sentence names as acting before `made it 2-1`."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Told = Callable[..., MatchRecord]


@pytest.mark.parametrize(
    ("sentence", "maker"),
    [
        ("Adam Hill made it 2-1.", "adam hill"),
        ("Late on Adam Hill rolled in a penalty to make it 2-1.", "adam hill"),
        ("From Adam Hill's header he made it 2-1.", ""),
        ("Adam Hill's corner made it 2-1.", ""),
        ("Adam Hill found Luke Moss, who made it 2-1.", ""),
        ("Adam Hill scored when it was 2-1.", ""),
    ],
)
def test_he_who_made_it_so_is_the_one_man_who_acts(record: Told, sentence: str, maker: str) -> None:
    claims = record(f"Ayton Town beat Corley United 3-1. {sentence}").claims
    [score] = [claim for claim in claims if claim.type == "score" and "2-1" in claim.text]
    assert score.keys.get("maker", "") == maker
