"""Likely goals: words that tell one only of a man who is known to have scored."""

from collections.abc import Callable

import pytest

from checker.pipeline.reading import Reading

SCORED = "Adam Dunne scored in the 12th minute. "


def goals(reading: Reading) -> list[str]:
    return [claim.text for claim in reading.claims if claim.type == "goal" and claim.get("likely")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{SCORED}It was Dunne's header.", ["Dunne's header"]),
        (f"{SCORED}The striker's low shot was his first.", ["striker's low shot"]),
        ("It was Adam Dunne's header.", []),
        (f"{SCORED}It was Sam Ray's header.", []),
        (f"{SCORED}Later Dunne's header was saved.", []),
        (f"{SCORED}Then Sam Ray ran on to his shot.", []),
        (f"{SCORED}Dunne scored with his header.", []),
        ("Sam Ray beat goalkeeper Peter Marsh.", ["Sam Ray beat goalkeeper Peter Marsh"]),
        ("Sam Ray beat Peter Marsh.", []),
        ("It came to Sam Ray, who made no mistake when the keeper saved.", ["made no mistake"]),
        ("They had a top-four finish.", []),
        (f"{SCORED}A shot was saved minutes after Dunne's header.", ["Dunne's header"]),
        ("The ball came off his knee and dribbled into the net.", ["into the net"]),
        ("The ball was prevented from going into the net.", []),
    ],
    ids=["his", "pronoun", "not known", "another", "a miss", "another acts", "told already", "keeper beaten", "man beaten",
         "no mistake", "a season's finish", "another clause's miss", "in the net", "not in the net"],
)
def test_a_likely_goal_needs_a_known_scorer(read: Callable[..., Reading], text: str, told: list[str]) -> None:
    assert goals(read(text)) == told


def test_no_rule_judges_it(record: Callable[..., object], read: Callable[..., Reading]) -> None:
    text = f"Ayton beat Corley 2-1. {SCORED}It was Dunne's header."
    likely = [claim for claim in record(text).claims if claim.type == "goal" and claim.get("likely")]  # type: ignore[attr-defined]
    assert [claim.get("about") for claim in likely] == [None]
