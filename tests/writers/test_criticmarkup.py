"""Inline copies: what an editor reads in them, and the original that comes back from every one of them."""

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.errors import ArticleError
from checker.judge.verdict import Flag
from checker.writers.criticmarkup import annotate, annotated_names, strip

MakeFlag = Callable[..., Flag]

# What hypothesis would seldom think of: what delimiters are made of, in every order, among other characters.
FRAGMENTS = [
    "{==",
    "==}",
    "{>>",
    "<<}",
    "{",
    "}",
    "=",
    "<",
    ">",
    "\\",
    "\r\n",
    "\n",
    "\r",
    "a",
    " ",
    "é",
    "日",
    "👍🏽",
]
TEXTS = st.one_of(
    st.text(st.characters(codec="utf-8")),
    st.lists(st.sampled_from(FRAGMENTS), max_size=14).map("".join),
)


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]]]:
    text = draw(TEXTS)
    places = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(places, places), max_size=6))
    return text, [(min(pair), max(pair)) for pair in pairs]


def test_a_flag_is_highlighted_and_explained(make_flag: MakeFlag) -> None:
    text = "It ended in a 2-1 draw."
    flag = make_flag(text, "2-1 draw")
    annotated = "It ended in a {==2-1 draw==}{>>score/draw-is-level: a draw ends level<<}."
    assert annotate(text, [flag]) == annotated


def test_suggestions_stand_in_the_comment(make_flag: MakeFlag) -> None:
    flag = make_flag("Alvarez", "Alvarez", suggestions=("Edson Álvarez", "Alvares"))
    assert annotate("Alvarez", [flag]).endswith("; did you mean: Edson Álvarez, Alvares?<<}")


def test_copy_without_flags_stays_as_it_is() -> None:
    text = "No flags, \\ and {curly} = brackets ==.\r\n"
    assert annotate(text, []) == text


def test_two_flags_on_the_same_words_share_a_highlight(make_flag: MakeFlag) -> None:
    flags = [make_flag("2-1", "2-1", rule=f"score/{name}", message="no") for name in ("b", "a")]
    assert annotate("2-1", flags) == "{==2-1==}{>>score/a: no<<}{>>score/b: no<<}"


def test_touching_flags_stay_two(make_flag: MakeFlag) -> None:
    flags = [make_flag("2-1draw", words, message="no") for words in ("2-1", "draw")]
    comment = "{>>score/draw-is-level: no<<}"
    assert annotate("2-1draw", flags) == f"{{==2-1==}}{comment}{{==draw==}}{comment}"


def test_overlapping_flags_are_cut_and_quote_their_words(make_flag: MakeFlag) -> None:
    first = make_flag("a b c", "a b", rule="score/first", message="no")
    second = make_flag("a b c", "b c", rule="score/second", message="no")
    assert annotate("a b c", [first, second]) == (
        "{==a ==}{==b==}{>>score/first (“a b”): no<<}{== c==}{>>score/second (“b c”): no<<}"
    )


def test_of_nested_flags_that_end_together_the_inner_speaks_first(make_flag: MakeFlag) -> None:
    outer = make_flag("a b", "a b", rule="score/outer", message="no")
    inner = make_flag("a b", "b", rule="score/inner", message="no")
    expected = "{==a ==}{==b==}{>>score/inner: no<<}{>>score/outer (“a b”): no<<}"
    assert annotate("a b", [outer, inner]) == expected


def test_line_ends_inside_a_flag_are_kept(make_flag: MakeFlag) -> None:
    text = "ended 2-1\r\ndraw.\r\n"
    annotated = annotate(text, [make_flag(text, "2-1\r\ndraw")])
    assert "{==2-1\r\ndraw==}" in annotated
    assert strip(annotated) == text


def test_a_message_can_neither_end_its_comment_nor_its_line(make_flag: MakeFlag) -> None:
    annotated = annotate("2-1 x", [make_flag("2-1 x", "2-1", message="no <<} {==\r\n==} end")])
    assert annotated == "{==2-1==}{>>score/draw-is-level: no << } {== ==} end<<} x"
    assert strip(annotated) == "2-1 x"


@pytest.mark.parametrize(
    ("text", "annotated"),
    [
        ("{==ours==}", r"\{==ours\==}"),
        ("{>>theirs<<}", r"\{>>theirs\<<}"),
        (r"\{==", r"\\\{=="),
        (r"a \ b \\ c", r"a \ b \\ c"),
    ],
)
def test_markup_of_the_copy_itself_is_escaped(text: str, annotated: str) -> None:
    assert annotate(text, []) == annotated
    assert strip(annotated) == text


@pytest.mark.parametrize("text", ["{", "{=", "\\", "\\\\", "{==", "==}", "{\\"])
def test_a_highlight_ends_where_it_should(text: str, make_flag: MakeFlag) -> None:
    assert strip(annotate(f"{text}}}", [make_flag(text, text)])) == f"{text}}}"


@given(texts_with_spans())
@example(("{==}", [(0, 1)]))
@example(("{==}", [(0, 2), (1, 3)]))
@example(("\\{==", [(1, 4), (0, 0)]))
@example(("a\\", [(2, 2)]))
@example(("a\r\nb", [(0, 2)]))
@settings(max_examples=400)
def test_the_original_comes_back_whatever_is_flagged(
    make_flag: MakeFlag, case: tuple[str, list[tuple[int, int]]]
) -> None:
    text, spans = case
    flags = [make_flag(text, span, rule=f"rule/{number}") for number, span in enumerate(spans)]
    annotated = annotate(text, flags)
    assert strip(annotated) == text
    assert all(f"{{>>{flag.rule}" in annotated for flag in flags)


@given(TEXTS, st.text(st.characters(codec="utf-8")) | TEXTS)
def test_the_original_comes_back_whatever_is_said(make_flag: MakeFlag, text: str, message: str) -> None:
    flag = make_flag(text, (0, len(text)), message=message, suggestions=(message,))
    assert strip(annotate(text, [flag])) == text


@given(TEXTS)
def test_a_copy_can_itself_be_annotated(make_flag: MakeFlag, text: str) -> None:
    once = annotate(text, [make_flag(text, (0, len(text)))])
    assert strip(annotate(once, [])) == once


def test_an_open_comment_is_an_error_that_says_where() -> None:
    with pytest.raises(ArticleError, match=re.escape("begins in line 2 and never ends; expected <<}")):
        strip("one\ntwo {>> three")


def test_an_annotated_copy_has_the_name_of_its_article() -> None:
    assert annotated_names(["seeds/002_west-ham.txt"]) == {"seeds/002_west-ham.txt": "002_west-ham.txt"}


def test_articles_of_one_name_get_names_of_their_own() -> None:
    names = annotated_names(["2024/report.txt", "2025/report.txt", "2025/other.txt"])
    assert names["2025/other.txt"] == "other.txt"
    assert len(set(names.values())) == 3
    assert all(
        re.fullmatch(r"report\.[0-9a-f]{8}\.txt", names[f"{year}/report.txt"]) for year in (2024, 2025)
    )


def test_names_do_not_depend_on_the_other_articles_of_a_run() -> None:
    few = annotated_names(["a/report.txt", "b/report.txt"])
    many = annotated_names(["c/report.txt", "b/report.txt", "a/report.txt"])
    assert few["a/report.txt"] == many["a/report.txt"]


def test_one_article_named_in_two_ways_has_one_copy() -> None:
    assert set(annotated_names(["./story.txt", "story.txt"]).values()) == {"story.txt"}


def test_names_that_differ_only_in_capitals_are_told_apart() -> None:
    names = annotated_names(["a/Story.txt", "b/story.txt"])
    assert len({name.casefold() for name in names.values()}) == 2
