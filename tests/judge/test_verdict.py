"""Fingerprints: stable while a flag's own sentence stands, different where two flags differ."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Span
from checker.judge.verdict import Flag, with_fingerprints
from checker.report import ArticleReport

WORDS = st.text("abc .\n", max_size=12)
LEAD = "Rovers met City on Saturday."
WRONG = "It ended in a 2-1 draw."


def flag(rule: str = "score/draw", text: str = "2-1 draw", sentence: str = WRONG, start: int = 0) -> Flag:
    return Flag(
        rule, "score", "error", "a.txt", Span(start, start + len(text)), 1, 1, text, "no", (), (), sentence, 0, sentence
    )


def prints(*flags: Flag) -> list[str]:
    return [found.fingerprint for found in with_fingerprints(flags)]


def test_a_fingerprint_is_short_and_plain() -> None:
    (found,) = prints(flag())
    assert len(found) == 16
    assert set(found) <= set("0123456789abcdef")


@pytest.mark.parametrize(
    "other",
    [flag(rule="score/win"), flag(text="1-2 draw"), flag(sentence="They left with a 2-1 draw.")],
    ids=["rule", "text", "sentence"],
)
def test_flags_that_differ_have_different_fingerprints(other: Flag) -> None:
    assert prints(flag()) != prints(other)


@pytest.mark.parametrize("sentence", [f"  {WRONG}\n", WRONG.replace(" ", "\u00a0"), WRONG.replace(" ", "\r\n")])
def test_spaces_and_line_ends_do_not_count(sentence: str) -> None:
    assert prints(flag(sentence=sentence)) == prints(flag())


def test_place_does_not_count() -> None:
    assert prints(flag(start=100)) == prints(flag())


def test_a_second_flag_with_all_alike_gets_a_number() -> None:
    first, second, third = prints(flag(), flag(start=50), flag(start=90))
    assert (second, third) == (f"{first}-2", f"{first}-3")


@given(st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=6))
def test_no_two_flags_of_an_article_share_a_fingerprint(parts: list[tuple[str, str, str]]) -> None:
    found = prints(*(flag(rule, text, sentence) for rule, text, sentence in parts))
    assert len(set(found)) == len(parts)


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n{WRONG}\nThe rain never stopped, and the crowd left early.",
        f"{LEAD} There were 9,000 to see it.\n{WRONG}\nThe rain stopped.",
        f"A new paragraph.\n{LEAD}\n{WRONG}",
        f"{LEAD}\r\n{WRONG}\r\n",
        f"\ufeff{LEAD}\n{WRONG}",
    ],
    ids=["later", "before", "new", "line ends", "bom"],
)
def test_another_paragraph_changes_no_fingerprint(check: Callable[[str], ArticleReport], text: str) -> None:
    (before,) = check(f"{LEAD}\n{WRONG}\nThe rain stopped.").flags
    (after,) = check(text).flags
    assert after.fingerprint == before.fingerprint


def test_another_sentence_makes_another_flag(check: Callable[[str], ArticleReport]) -> None:
    (before,) = check(f"{LEAD}\n{WRONG}").flags
    (after,) = check(f"{LEAD}\nRovers were held to a 2-1 draw.").flags
    assert after.fingerprint != before.fingerprint
