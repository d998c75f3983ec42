"""The line of copy above the carets, whatever it holds and however long it is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from checker.writers.excerpt import excerpt, one_line, printable, quoted

SENTENCE = "The Hammers flew out of the blocks and it ended in a 2-1 draw that nobody at all had expected. "


def excerpt_of(line: str, words: str, room: int = 60) -> tuple[str, str]:
    """The two lines that a terminal shows."""
    start = line.index(words)
    shown = excerpt(line, start, start + len(words), room)
    return shown.line, shown.carets


def test_a_short_line_is_shown_whole() -> None:
    assert excerpt_of("It ended in a 2-1 draw.", "2-1 draw") == (
        "It ended in a 2-1 draw.",
        "              ^^^^^^^^",
    )


def test_a_long_line_is_cut_to_whole_words_on_both_sides() -> None:
    assert excerpt_of(SENTENCE * 3, "2-1 draw", 50) == (
        "… and it ended in a 2-1 draw that nobody at all …",
        "                    ^^^^^^^^",
    )


def test_a_span_at_the_beginning_leaves_its_room_to_what_follows() -> None:
    line, carets = excerpt_of(SENTENCE * 40, "The Hammers", 50)
    assert line == "The Hammers flew out of the blocks and it ended …"
    assert carets == "^" * len("The Hammers")


def test_a_span_at_the_end_leaves_its_room_to_what_precedes() -> None:
    line, _ = excerpt_of(SENTENCE * 40 + "Full stop", "Full stop", 50)
    assert line == "… draw that nobody at all had expected. Full stop"


def test_a_span_that_is_longer_than_the_line_is_cut_itself() -> None:
    line, carets = excerpt_of(SENTENCE * 3, SENTENCE * 3, 50)
    assert line == "The Hammers flew out of the blocks and it ended …"
    assert carets == "^" * len(line)


@pytest.mark.parametrize(
    ("before", "words", "carets"),
    [
        ("日本の ", "2-1", "       ^^^"),
        ("Łukasz Fabian\u0301ski ", "2-1", "                 ^^^"),
        ("👍 ", "2-1", "   ^^^"),
        ("👨‍👩‍👧 ", "2-1", "   ^^^"),
        ("\t", "2-1", "    ^^^"),
        ("so ", "日本", "   ^^^^"),
        ("", "e\u0301", "^"),
    ],
)
def test_carets_stand_under_characters_of_any_width(before: str, words: str, carets: str) -> None:
    assert excerpt_of(f"{before}{words} draw", words)[1] == carets


def test_a_span_without_width_still_has_a_caret() -> None:
    assert excerpt("draw", 4, 4, 60).carets == "    ^"


def test_a_span_that_goes_on_in_the_next_line_says_so() -> None:
    assert excerpt("It ended 2-1", 9, 20, 60).carets == "         ^^^…"


@given(st.text(st.characters(codec="utf-8"), max_size=400), st.data())
@settings(max_examples=300)
def test_the_parts_are_what_the_line_holds_there(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown = excerpt(line, start, end, 40)
    assert printable(line[:start]).endswith(shown.before.removeprefix("… "))
    assert printable(line[start:end]).startswith(shown.marked.removesuffix(" …"))
    assert printable(line[end:]).startswith(shown.after.removesuffix(" …"))
    assert "^" in shown.carets


@given(st.text("abcdefg .,日本語", max_size=400), st.data())
def test_an_excerpt_fits_into_its_room(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    assert cell_len(excerpt(line, start, end, 40).line) <= 40 + len(" …… ")


def test_a_long_word_is_cut_where_it_must_be() -> None:
    assert excerpt("x" * 500, 250, 253, 23).line == "… xxxxxxxxxxxxxxxxxxx …"


def test_control_characters_are_shown_and_not_obeyed() -> None:
    assert printable("\x1b[31mred\x07\x7f\x9b\u202e") == "␛[31mred␇␡��"


def test_a_byte_order_mark_is_not_shown() -> None:
    assert excerpt_of("\ufeff2-1 draw", "2-1") == ("2-1 draw", "^^^")


def test_one_line_holds_no_line_ends() -> None:
    assert one_line(" a\r\n b\t\x1b[0m\u2028c ") == "a b ␛[0m c"


def test_long_quotations_are_cut() -> None:
    assert quoted(SENTENCE, 30) == '"The Hammers flew out of the …"'
