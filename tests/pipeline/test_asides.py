"""Asides: claims whose man and verb have something said of the man between them."""

from collections.abc import Callable

import pytest

from checker.match.record import MatchRecord

Record = Callable[..., MatchRecord]


def goals(found: MatchRecord) -> list[tuple[str, object]]:
    return [(claim.text, claim.get("scorer")) for claim in found.claims if claim.type == "goal"]


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Then Adam Dunne, on as a substitute, headed home.", "headed home"),
        ("Then Adam Dunne, who had missed three matches with a bad knee, opened the scoring.", "opened the scoring"),
        ("Then Adam Dunne, 18, headed home.", "headed home"),
        ("Adam Dunne (left) headed home.", "headed home"),
        ("Then the Denby captain Adam Dunne, once of Hull, pulled one back.", "pulled one back"),
    ],
)
def test_a_man_does_what_stands_behind_what_is_said_of_him(record: Record, prose: str, words: str) -> None:
    assert goals(record(f"Ayton beat Corley 2-1. {prose}")) == [(words, "Adam Dunne")]


@pytest.mark.parametrize(
    "prose",
    [
        "Ayton waited for Adam Dunne, who was unfit, and Sam Ray headed home.",
        "It came off the striker Adam Dunne, on as a substitute, headed home as it was.",
        "Then Adam Dunne, Ben Lock, headed home.",
        "Then Adam Dunne, and nobody else, headed home.",
        "Then Adam Dunne, on as a substitute; headed home.",
        "Then Adam Dunne, who had come on: waiting, headed home.",
        "Then Adam Dunne, the referee, headed home.",
    ],
    ids=["goes on", "governed", "a list", "a conjunction", "two clauses", "another mark", "a referee"],
)
def test_others_are_no_men_of_the_verb(record: Record, prose: str) -> None:
    assert "Adam Dunne" not in [scorer for _, scorer in goals(record(f"Ayton beat Corley 2-1. {prose}"))]


def test_the_claim_begins_behind_the_aside(record: Record) -> None:
    [claim] = [c for c in record("Ayton beat Corley 2-1. Adam Dunne (left) headed home.").claims if c.type == "goal"]
    assert claim.places["scorer"].of("Ayton beat Corley 2-1. Adam Dunne (left) headed home.") == "Adam Dunne"
    assert claim.text == "headed home"


@pytest.mark.parametrize(
    ("prose", "minute"),
    [
        ("Adam Dunne, who had come on in the 84th minute, headed home.", None),
        ("Adam Dunne (84th minute) headed home.", "84"),
        ("In the 88th minute Adam Dunne, who had come on for Sam Ray, headed home.", "88"),
    ],
)
def test_a_time_in_an_aside_dates_what_it_is_about(record: Record, prose: str, minute: str | None) -> None:
    [claim] = [c for c in record(f"Ayton beat Corley 2-1. {prose}").claims if c.type == "goal"]
    assert claim.get("minute") == minute
