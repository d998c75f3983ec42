"""rivals: which of two spellings of one name is the right one, and which are two men's."""

import pytest

from checker.article import Span
from checker.match.famous import Famous
from checker.match.rivals import Apart, Name, Rivals, by_initial, same_first, together
from checker.pack import Pack
from checker.pipeline.mentions import Mention
from checker.reference.store import Reference


def name(words: str, times: int, *firsts: str, selected: bool = False) -> Name:
    mention = Mention(Span(0, len(words)), "person", words)
    return Name(words, words.title(), (mention,) * times, frozenset(firsts), selected)


@pytest.fixture(scope="module")
def rivals(pack: Pack) -> Rivals:
    return Rivals(pack.words, Reference.empty(), Famous(pack.words))


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        (name("velmar", 1), name("vellmar", 2), ("Vellmar", 1, "article")),
        (name("velmar", 1), name("vellmar", 1), ("Vellmar", 1, "either")),
        (name("vellmar", 2), name("velmar", 1), None),
        (name("velmar", 1), name("vellmar", 1, selected=True), ("Vellmar", 1, "article")),
        (name("velmar", 1, "peter"), name("vellmar", 2, "adam"), None),
        (name("velmar", 1, "peter"), name("vellmar", 2, "peter"), ("Vellmar", 1, "article")),
        (name("velmar", 1), name("wellmar", 2), None),
    ],
    ids=["rarer", "as often", "commoner", "in the line-up", "two men", "one man", "another first letter"],
)
def test_the_commoner_or_listed_spelling_was_meant(
    rivals: Rivals, one: Name, other: Name, found: tuple[str, int, str] | None
) -> None:
    assert rivals.of(one, by_initial([one, other]), Apart()) == found


def test_a_third_spelling_links_two(rivals: Rivals) -> None:
    names = [name("hoffman", 1), name("hoffmann", 1), name("hofmann", 3)]
    assert rivals.of(names[0], by_initial(names), Apart()) == ("Hofmann", 1, "article")


@pytest.mark.parametrize(
    ("apart", "alike", "two"),
    [
        (Apart(listed=frozenset({"hill", "hall"})), True, True),
        (Apart(listed=frozenset({"hill"}), staff=frozenset({"hall"})), False, True),
        (Apart(listed=frozenset({"hill"}), staff=frozenset({"hall"})), True, False),
        (Apart(benched=frozenset({"hall"}), told=frozenset({"hill"})), False, True),
        (Apart(benched=frozenset({"hall"})), False, False),
    ],
    ids=["both listed", "one is the coach", "the coach, misspelt", "one was not used", "nothing is told of the other"],
)
def test_names_of_two_men_are_no_rivals(apart: Apart, alike: bool, two: bool) -> None:
    assert apart.are_two({"hill", "hall"}, alike) is two


def test_names_that_are_one_word_are_put_together() -> None:
    assert [(found.words, len(found.mentions)) for found in together([name("hill", 1), name("hall", 1), name("hill", 2)])] == [
        ("hill", 3),
        ("hall", 1),
    ]


@pytest.mark.parametrize(("one", "other", "same"), [("alex", "alejandro", True), ("j", "james", True), ("adam", "sam", False)])
def test_a_first_name_may_be_short_for_another(one: str, other: str, same: bool) -> None:
    assert same_first(one, other) is same
