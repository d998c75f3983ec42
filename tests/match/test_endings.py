"""Forms of one word, which are no misspelling of each other."""

import pytest

from checker.article import Span
from checker.match.endings import Endings, differ_in_figures, is_plural
from checker.pack import Pack


@pytest.mark.parametrize(
    ("one", "other", "plural"),
    [
        ("ranger", "rangers", True),
        ("lioness", "lionesses", True),
        ("lioness", "lionessts", False),
        ("arsene", "arsenes", True),
        ("arsen", "arsenes", False),
    ],
)
def test_a_plural_and_its_singular(one: str, other: str, plural: bool) -> None:
    assert is_plural(one, other) is is_plural(other, one) is plural


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [("under-18s", "under-19s", True), ("ayton 04", "ayton", False), ("ayton", "aytn", False)],
)
def test_names_with_other_figures_are_others(one: str, other: str, differ: bool) -> None:
    assert differ_in_figures(one, other) is differ


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("the Aytons and Denbys of old", True),
        ("the Denbys, Aytons, Corleys", True),
        ("the Aytons of this world", True),
        ("Aytons first goal", False),
        ("a win for Aytons", False),
    ],
)
def test_clubs_in_the_plural_stand_in_a_row(pack: Pack, text: str, many: bool) -> None:
    start = text.index("Aytons")
    assert Endings(pack.words).is_one_of_many(Span(start, start + len("Aytons")), text, "ayton") is many
