"""rounds: of which match each sentence of a round-up speaks."""

from collections.abc import Callable

import pytest

from checker.claims.model import Claim
from checker.match.record import MatchRecord
from checker.match.rounds import Rounds
from checker.pipeline.reading import Reading

ROUND_UP = (
    "Ayton Town beat Corley United 2-0. Adam Hill scored after 12 minutes. "
    "In the other games Denby County lost 1-0 at home to Marston Rovers. The hosts hit the bar. "
    "Luke Moss scored after an hour. "
    "Harwick City drew 1-1 with Thornby Athletic. Sam Reyes scored from the spot. "
    "Kelsford Town beat Eastham Rovers 3-1. Owen Vale scored twice. "
)
Ask = Callable[[str], tuple[Rounds, Claim]]


@pytest.fixture(scope="module")
def asked(read: Callable[..., Reading], record: Callable[..., MatchRecord]) -> Ask:
    """The round-up's matches, and the first claim that holds some words."""

    def of(words: str) -> tuple[Rounds, Claim]:
        found = record(ROUND_UP)
        claim = next(c for c in found.claims if c.type in ("goal", "score", "count") and words in c.text)
        return Rounds(read(ROUND_UP), found), claim

    return of


@pytest.mark.parametrize(
    ("words", "about"),
    [("2-0", "this"), ("Hill", "this"), ("1-0", "other"), ("Moss", "other"), ("Reyes", "other"), ("3-1", "other")],
)
def test_a_claim_is_about_the_match_that_its_sentence_or_the_one_before_names(asked: Ask, words: str, about: str) -> None:
    rounds, claim = asked(words)
    assert rounds.about(claim) == about


@pytest.mark.parametrize(
    ("words", "club", "opponent"),
    [
        ("1-0", "Denby County", "Marston Rovers"),
        ("1-1", "Thornby Athletic", "Harwick City"),
        ("Reyes", "Harwick City", "Thornby Athletic"),
        ("Reyes", "Ayton", ""),
    ],
)
def test_the_opponent_is_the_other_side_of_the_match_at_hand(
    asked: Ask, read: Callable[..., Reading], words: str, club: str, opponent: str
) -> None:
    rounds, claim = asked(words)
    keys = {name: key for key, name in read(ROUND_UP).clubs.names.items()}
    assert rounds.opponent(claim, keys[club]) == keys.get(opponent, "")
