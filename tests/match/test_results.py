"""Which statements of scores tell one result: this match's, or one that a round-up tells twice."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]
REST = (
    "Beeford lost 2-0 to Denby. Elmstead Town beat Farley Rovers 3-0. Garsdale United beat Hexby Town 4-1. "
    "Ilbury City beat Jarley County 4-0."
)


def told(found: MatchRecord, figures: str) -> list[str]:
    """The events of the scores whose words hold some figures."""
    return [found.events.get(n, "") for n, c in enumerate(found.claims) if c.type == "score" and figures in c.text]


def test_scores_of_this_match_are_told_apart_by_their_kind(record: Record) -> None:
    found = record("Ayton had a 2-1 win over Corley. It was 1-0 at half-time.")
    assert told(found, "2-1") == ["this final score"]
    assert told(found, "1-0") == ["this half-time score"]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("The side had led 2-0 by then.", (2, 1)),
        ("The side had led 2-0 by then. It was a 1-1 draw in the end.", None),
        ("Last month the side had led 2-0.", None),
    ],
    ids=["one result", "another result", "another day"],
)
def test_the_only_result_of_an_article_bounds_the_way_there(
    record: Record, rest: str, expected: tuple[int, int] | None
) -> None:
    found = record(f"Ana Hill was the hero of a 2-1 win on Saturday. She headed the first from a corner. {rest}")
    assert found.clubs is None
    bounds = [(c.get("only_high"), c.get("only_low")) for c in found.claims if c.type == "score" and "2-0" in c.text]
    assert bounds == [expected or (None, None)]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Ayton had a 2-1 win over Corley in the rain.", "result of ayton and corley"),
        ("Ayton had a 2-1 win over Corley last month.", ""),
        ("Denby had a 2-1 win over Corley in the rain.", ""),
    ],
    ids=["the same clubs", "another day", "other clubs"],
)
def test_a_round_up_tells_the_result_of_two_clubs_twice(record: Record, second: str, expected: str) -> None:
    found = record(f"ROUND-UP Ayton go top with a 3-1 win over Corley\n\n{second} {REST}")
    assert found.clubs is None
    assert told(found, "2-1") == [expected]


LIST = "\n\nRESULTS\nAyton 2 Corley 1\nDenby 0 Farley Rovers 3\nHexby Town 1 Jarley County 1"


@pytest.mark.parametrize(
    ("prose", "event"),
    [
        ("Ayton had a 2-0 win over Corley in the rain.", "result of ayton and corley"),
        ("Corley were poor, and went down 2-0 to Ayton.", "result of ayton and corley"),
        ("Corley were poor. They went down 2-0 to Ayton.", "result of ayton and corley"),
        ("Ayton had a 2-0 win over Corley last week.", ""),
        ("Ayton had a 2-0 win over Denby in the rain.", ""),
    ],
)
def test_the_results_that_a_round_up_prints_are_those_of_its_prose(record: Record, prose: str, event: str) -> None:
    found = record(f"ROUND-UP from the league\n\nIt rained. {prose}{LIST}")
    assert found.clubs is None
    assert told(found, "2-0") == [event]


@pytest.mark.parametrize(
    ("prose", "final"),
    [
        ("Corley led 2-0 at that time.", (2, 1)),
        ("Ayton led 2-0 at that time, and Corley left.", (2, 1)),
        ("Corley led 2-0 at that time last week.", None),
        ("Ayton led 2-0 at that time, and Denby left.", None),
        ("The hosts led 2-0 at that time.", None),
        ("Hill, signed from Corley, made it 2-0 at that time.", None),
    ],
)
def test_a_score_on_the_way_knows_the_printed_result(record: Record, prose: str, final: tuple[int, int] | None) -> None:
    found = record(f"ROUND-UP from the league\n\nIt rained. {prose}{LIST}")
    (score,) = [claim for claim in found.claims if claim.type == "score" and "2-0" in claim.text]
    assert (score.get("final_high"), score.get("final_low")) == (final or (None, None))
