"""Scores of both sides in a live text: which of them no match can go through."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]


def live(*scores: str) -> str:
    entries = [f"{20 + 10 * at} mins: GOAL! Ayton {score} Corley (Hill). What a hit." for at, score in enumerate(scores)]
    return "\n\n".join(["Ayton v Corley: live", *entries])


def unsteady(found: MatchRecord) -> list[tuple[object, object]]:
    """The scores that do not fit another, each with that other one."""
    scores = [claim for claim in found.claims if claim.get("steady") is False]
    return [(f"{claim.get('first')}-{claim.get('second')}", claim.get("clash")) for claim in scores]


@pytest.mark.parametrize(
    ("scores", "wrong"),
    [
        (("1-0", "1-1", "2-1"), []),
        (("1-0", "0-1", "1-1"), [("1-0", "0-1")]),
        (("1-0", "2-0", "1-1", "1-2"), [("2-0", "1-1")]),
    ],
)
def test_no_side_of_a_live_text_loses_goals(record: Record, scores: tuple[str, ...], wrong: list[tuple[str, str]]) -> None:
    assert unsteady(record(live(*scores))) == wrong


def test_the_final_result_is_believed_before_a_score_on_the_way(record: Record) -> None:
    assert unsteady(record(live("1-0", "2-1") + "\n\nFULL-TIME: Ayton 1-2 Corley")) == [("2-1", "1-2")]


def test_results_of_other_years_are_no_live_text(record: Record) -> None:
    text = "Ayton beat Corley 2-0.\n\nIn 2004 came Ayton 1-1 Corley.\n\nIn 2009 it was Ayton 0-3 Corley.\n\nAyton 2-1 Corley."
    assert not unsteady(record(text))
