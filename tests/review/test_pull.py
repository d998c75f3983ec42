"""From what is left of the spans of a ticked article to decisions."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from checker.article import Span
from checker.pack import Pack
from checker.review.backend import Found, Item, Note, Review
from checker.review.entry import Mark
from checker.review.pull import decide
from checker.review.triage import Triage, load_triage

TEXT = "It ended in a 2-1 draw.\nThe hosts won 3-3 in the 91th minute.\nSmith, of Rovers, was sent off."
TICKED = "2026-11-21T08:00:00Z"


@pytest.fixture(scope="module")
def triage(pack: Pack) -> Triage:
    return load_triage(pack.folder, pack.families)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def mark(number: int, words: str, label: str) -> Mark:
    return Mark(number, label, f"{label}/rule", label, "error", span(words), words, "wrong", (), (), f"print{number}")


DRAW, WIN = mark(1, "2-1 draw", "score"), mark(2, "won 3-3", "score")
MINUTE = mark(3, "91th minute", "minute")


def found(words: str, label: str, user: str = "bot") -> Found:
    return Found(span(words), label, user)


def reviewed(spans: Sequence[Found], *notes: str, marks: tuple[Mark, ...] = (DRAW, WIN, MINUTE)) -> Review:
    item = Item(1, "id", "story.txt", "5ha", marks, True, True)
    told = tuple(Note("ann", f"2026-11-21T07:0{number}:00Z", text) for number, text in enumerate(notes))
    return Review(item, TEXT, tuple(spans), told, "ann", TICKED)


def left(*marks: Mark) -> list[Found]:
    return [Found(mark.span, mark.label, "bot") for mark in marks]


def kinds(review: Review, triage: Triage) -> list[str]:
    return [decision.decision for decision in decide(review, triage)]


def test_spans_that_are_left_are_upheld(triage: Triage) -> None:
    assert kinds(reviewed(left(DRAW, WIN, MINUTE)), triage) == ["upheld"] * 3


def test_spans_that_are_gone_are_dismissed(triage: Triage) -> None:
    assert kinds(reviewed(left(WIN)), triage) == ["dismissed", "upheld", "dismissed"]


@pytest.mark.parametrize("words", ["2-1", "a 2-1 draw", "draw.", "ended in a 2-1"])
def test_another_span_on_some_of_the_words_is_an_edit(triage: Triage, words: str) -> None:
    first, *rest = decide(reviewed([*left(WIN, MINUTE), found(words, "score", "ann")]), triage)
    assert (first.decision, first.text, first.edited) == ("edited", "2-1 draw", words)
    assert [decision.decision for decision in rest] == ["upheld", "upheld"]


def test_another_label_is_an_edit(triage: Triage) -> None:
    first = decide(reviewed([*left(WIN, MINUTE), found("2-1 draw", "spelling")]), triage)[0]
    assert (first.decision, first.edited) == ("edited", "[spelling] 2-1 draw")


def test_a_span_elsewhere_was_missed(triage: Triage) -> None:
    *_, last = decide(reviewed([*left(DRAW, WIN, MINUTE), found("Smith", "spelling", "bob")]), triage)
    assert (last.decision, last.rule, last.text, last.reviewer) == ("missed", "spelling", "Smith", "bob")


def test_a_span_of_the_account_that_pushed_was_missed_too(triage: Triage) -> None:
    assert kinds(reviewed([*left(DRAW, WIN, MINUTE), found("Smith", "spelling")]), triage)[-1] == "missed"


def test_a_span_beside_a_dismissed_one_replaces_nothing(triage: Triage) -> None:
    assert kinds(reviewed([*left(WIN, MINUTE), found("It ended", "score", "ann")]), triage) == [
        "dismissed", "upheld", "upheld", "missed",
    ]  # fmt: skip


def test_what_two_people_added_was_missed_once(triage: Triage) -> None:
    both = [found("Smith", "spelling", "ann"), found("Smith", "spelling", "bob")]
    assert kinds(reviewed([*left(DRAW, WIN, MINUTE), *both]), triage).count("missed") == 1


def test_of_two_flags_on_the_same_words_both_go_with_their_span(triage: Triage) -> None:
    twin = mark(2, "2-1 draw", "score")
    assert kinds(reviewed([], marks=(DRAW, twin)), triage) == ["dismissed", "dismissed"]
    assert kinds(reviewed(left(DRAW), marks=(DRAW, twin)), triage) == ["upheld", "upheld"]


def test_a_decision_names_flag_article_reviewer_and_time(triage: Triage) -> None:
    first = decide(reviewed(left(DRAW, WIN, MINUTE)), triage)[0]
    assert (first.fingerprint, first.rule, first.article, first.text) == ("print1", "score/rule", "story.txt", "2-1 draw")
    assert (first.reviewer, first.time, first.sha256) == ("ann", TICKED, "5ha")


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        (["f2: a legend's joke"], ["", "a legend's joke", ""]),
        (["F2 - a joke\nf3: told"], ["", "a joke", "told"]),
        (["f1: one\n  and two"], ["one and two", "", ""]),
        (["f1: one", "f1: two"], ["one; two", "", ""]),
        (["a nice article"], ["", "", ""]),
        (["f9: nobody"], ["", "", ""]),
        (["f12 months ago"], ["", "", ""]),
    ],
)
def test_notes_belong_to_the_flags_they_name(triage: Triage, notes: list[str], expected: list[str]) -> None:
    assert [decision.note for decision in decide(reviewed(left(DRAW), *notes), triage)] == expected


def test_where_there_is_one_flag_a_note_need_not_name_it(triage: Triage) -> None:
    (decision,) = decide(reviewed([], "he said so", marks=(DRAW,)), triage)
    assert decision.note == "he said so"


def test_another_persons_note_is_theirs(triage: Triage) -> None:
    review = reviewed([], marks=(DRAW,))
    noted = Review(review.item, TEXT, (), (Note("bob", TICKED, "f1: I was there"),), "ann", TICKED)
    assert decide(noted, triage)[0].note == "bob: I was there"


def test_what_was_missed_keeps_its_name_when_other_lines_change(triage: Triage) -> None:
    review = reviewed([*left(DRAW, WIN, MINUTE), found("Smith", "spelling")])
    shifted = "A new line.\n" + TEXT
    place = Found(Span(shifted.index("Smith"), shifted.index("Smith") + 5), "spelling", "ann")
    later = Review(Item(1, "id", "story.txt", "other", (), True, True), shifted, (place,), (), "ann", TICKED)
    assert decide(review, triage)[-1].fingerprint == decide(later, triage)[-1].fingerprint


def test_the_football_packs_labels_are_told_apart_and_short(pack: Pack) -> None:
    labels = load_triage(pack.folder, pack.families).labels
    assert set(labels) == set(pack.families)
    assert all(len(label.name) <= 12 and label.key for label in labels.values())


def test_a_pack_without_a_word_to_reviewers_has_labels(tmp_path: Path) -> None:
    triage = load_triage(tmp_path, ["score", "a-very-long-family"])
    assert [label.name for label in triage.labels.values()] == ["score", "a-very-long-"]
    assert triage.family("a-very-long-") == "a-very-long-family"
