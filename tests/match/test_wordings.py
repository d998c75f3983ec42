"""Wordings: what two reports of one match say differently in a sentence that is otherwise the same."""

from collections.abc import Callable

import pytest

from checker.article import article_from_bytes
from checker.match.wordings import Wording, wordings
from checker.pack import Pack

Told = Callable[[str, str], list[tuple[str, str, str]]]
PEOPLE = frozenset({"hill", "ray", "marsh", "marshe"})


@pytest.fixture
def told(pack: Pack) -> Told:
    """The words of two reports that differ, and what they are."""

    def tell(one: str, other: str) -> list[tuple[str, str, str]]:
        first, second = (article_from_bytes(f"It rained. {text} It snowed.".encode(), "a.txt") for text in (one, other))
        pairs = wordings(Wording.of(first, PEOPLE), Wording.of(second, PEOPLE), pack.words)
        return [(mine.text, counter.text, str(mine.get("kind"))) for mine, counter in pairs]

    return tell


SENTENCE = "The hosts inched ahead in the {} minute when Hill slid in at the far post."


@pytest.mark.parametrize(
    ("one", "other"),
    [("62nd", "73rd"), ("62nd", "63rd"), ("62nd", "fifth"), ("fourth", "fifth"), ("90+1", "90+2"), ("four", "5")],
)
def test_figures_of_one_kind_are_told(told: Told, one: str, other: str) -> None:
    assert told(SENTENCE.format(one), SENTENCE.format(other)) == [(one, other, "figure")]


@pytest.mark.parametrize(("one", "other"), [("62nd", "62nd"), ("62nd", "62"), ("fifth", "final"), ("final", "last")])
def test_other_words_are_not(told: Told, one: str, other: str) -> None:
    assert told(SENTENCE.format(one), SENTENCE.format(other)) == []


@pytest.mark.parametrize(
    ("man", "pair"),
    [
        ("Tom Ray", [("Hill", "Tom Ray", "man")]),
        ("Ray’s", [("Hill", "Ray’s", "man")]),
        ("Dunne", []),
        ("Hill", []),
        ("Sam Hill", []),
    ],
)
def test_men_whom_both_reports_know_are_told(told: Told, man: str, pair: list[tuple[str, str, str]]) -> None:
    sentence = SENTENCE.format("62nd")
    assert told(sentence, sentence.replace("Hill", man)) == pair


def test_a_misspelt_man_is_for_the_rules_on_spelling(told: Told) -> None:
    sentence = SENTENCE.format("62nd").replace("Hill", "Marsh")
    assert told(sentence, sentence.replace("Marsh", "Marshe")) == []


@pytest.mark.parametrize(
    "other",
    [
        "The guests inched ahead in the 73rd minute when Hill slid in at the far post.",
        "Hill inched ahead in the 73rd minute.",
        f"{SENTENCE.format('62nd')} {SENTENCE.format('73rd')}",
        f"{SENTENCE.format('61st')} {SENTENCE.format('73rd')}",
    ],
    ids=["two places", "short", "both", "which"],
)
def test_sentences_that_are_not_one_say_nothing(told: Told, other: str) -> None:
    assert told(SENTENCE.format("62nd"), other) == []


def test_a_short_sentence_is_anybodys(told: Told) -> None:
    assert told("Hill scored in the 62nd minute.", "Hill scored in the 73rd minute.") == []
