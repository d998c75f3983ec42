"""The pattern language: what each construct stands for, and where each mistake is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.claims.pattern import DASHES, NAMES, POSSESSIVES, Element, Form, PatternError, compile_pattern, tokens_of

WORDS = {
    "role": ["striker", "head coach", "left-back"],
    "side": ["home", "away"],
    "function_words": ["the", "of"],
    "empty": [],
}


def shown(form: Form) -> str:
    """A form in one line: `who=striker {n:number} ...3`."""
    return " ".join(_shown(element) for element in form)


def _shown(element: Element) -> str:
    if element.most:
        return f"...{element.most}"
    if element.kind:
        return f"{{{element.field}:{element.kind}}}"
    known = {DASHES: "DASH", POSSESSIVES: "'s"}.get(element.words) or "|".join(sorted(element.words))
    return f"{element.field}={known}" if element.field else known


def forms(text: str) -> set[str]:
    return {shown(form) for form in compile_pattern(text, WORDS)}


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        # words
        ("won it", {"won it"}),
        ("Won IT", {"won it"}),
        ("spot-kick", {"spot - kick"}),
        ("ex-Rovers", {"ex - rovers"}),
        ("4 goals", {"4 goals"}),
        # captures
        ("{n:number} goals", {"{n:number} goals"}),
        ("{n:ordinal} goal", {"{n:ordinal} goal"}),
        ("{n:nth} goal", {"{n:nth} goal"}),
        ("{:number} goals", {"{:number} goals"}),
        ("{who:person} of {club:club}", {"{who:person} of {club:club}"}),
        ("{a:nation} {b:site} {c:competition}", {"{a:nation} {b:site} {c:competition}"}),
        ("{who:side} win", {"who=away|home win"}),
        ("{:side} win", {"away|home win"}),
        ("{as:role}", {"as=striker", "as=head as=coach", "as=left as=- as=back"}),
        ("{how:(won|lost)} it", {"how=lost|won it"}),
        ("{how:(went down|lost)}", {"how=went how=down", "how=lost"}),
        # choices and options
        ("(won|lost) it", {"lost|won it"}),
        ("(went down|lost) it", {"went down it", "lost it"}),
        ("(won (home|away)|lost)", {"won away|home", "lost"}),
        ("(a {n:number}|b)", {"a {n:number}", "b"}),
        ("won [again]", {"won", "won again"}),
        ("won [again|at last]", {"won", "won again", "won at last"}),
        ("won [(at|in) {:side}]", {"won", "won at|in away|home"}),
        ("[a] [b] c", {"c", "a c", "b c", "a b c"}),
        ("week[-]old", {"week old", "week - old"}),
        # gaps
        ("won ...3 goals", {"won ...3 goals"}),
        ("won ~2 goals", {"won ...2 goals"}),
        # possessives and dashes
        ("{who:person}'s goal", {"{who:person} 's goal"}),
        ("{who:person}’s goal", {"{who:person} 's goal"}),
        ("Rovers's goal", {"rovers 's goal"}),
        ("{n:number}-goal lead", {"{n:number} - goal lead"}),
        ("{a:number}-{b:number}", {"{a:number} DASH {b:number}", "{a b:pair}"}),
        ("{a:number}–{b:number} win", {"{a:number} DASH {b:number} win", "{a b:pair} win"}),
        ("{:number}-{:number}", {"{:number} DASH {:number}", "{:pair}"}),
    ],
)  # fmt: skip
def test_a_pattern_stands_for_these_forms(pattern: str, expected: set[str]) -> None:
    assert forms(pattern) == expected


def test_three_numbers_in_a_row_join_at_either_dash() -> None:
    assert forms("{a:number}-{b:number}-{c:number}") == {
        "{a:number} DASH {b:number} DASH {c:number}",
        "{a b:pair} DASH {c:number}",
        "{a:number} DASH {b c:pair}",
    }


def test_a_form_that_two_readings_give_stands_once() -> None:
    compiled = compile_pattern("[a] [a] b", WORDS)
    assert sorted(shown(form) for form in compiled) == ["a a b", "a b", "b"]


@pytest.mark.parametrize("word", ["the", "of"])
def test_a_narrow_gap_stops_at_function_words_and_a_wide_one_does_not(word: str) -> None:
    (narrow,), (wide,) = (compile_pattern(f"a {gap}2 b", WORDS) for gap in ("~", "..."))
    assert word in narrow[1].closed
    assert word not in wide[1].closed


@pytest.mark.parametrize("gap", ["...", "+"])
@pytest.mark.parametrize("mark", [".", ",", ";", "(", "”", "\n"])
def test_no_gap_strides_over_a_mark(mark: str, gap: str) -> None:
    (form,) = compile_pattern(f"a {gap}2 b", WORDS)
    assert mark in form[1].closed


@pytest.mark.parametrize("word", ["'s", NAMES])
def test_a_gap_of_a_clause_strides_over_names_and_what_is_theirs(word: str) -> None:
    (clause,), (wide,) = (compile_pattern(f"a {gap}2 b", WORDS) for gap in ("+", "..."))
    assert word not in clause[1].closed
    assert word in wide[1].closed


def test_a_gap_of_a_clause_stops_where_another_begins() -> None:
    (clause,) = compile_pattern("a +2 b", {"clause_words": ["when"]})
    assert "when" in clause[1].closed


@pytest.mark.parametrize(
    ("pattern", "column", "message"),
    [
        ("{n:numbr} goals", 4, "unknown type 'numbr' (did you mean 'number'?)"),
        ("a {who:rloe}", 8, "unknown type 'rloe' (did you mean 'role'?)"),
        ("{n:xyzzy}", 4, "unknown type 'xyzzy'"),
        ("(won|lost", 10, "found the end where ')' was expected (opened at 1)"),
        ("won [again", 11, "found the end where ']' was expected (opened at 5)"),
        ("won [again)", 11, "found ')' where a word, {field:type}, ( or [ was expected"),
        ("(won]", 5, "found ']' where a word, {field:type}, ( or [ was expected"),
        ("{n:number", 10, "found the end where '}' was expected (opened at 1)"),
        ("{n:number goals}", 11, "found 'goals' where '}' was expected (opened at 1)"),
        ("{n:}", 4, "found '}' where the type of 'n' was expected"),
        ("{n:[a]}", 4, "found '[' where the type of 'n' was expected"),
        ("won) it", 4, "found ')' where a word, {field:type}, ( or [ was expected"),
        ("won }", 5, "found '}' where a word, {field:type}, ( or [ was expected"),
        ("won | lost", 5, "found '|' where a word, {field:type}, ( or [ was expected"),
        ("{n number}", 1, "cannot read '{n number"),
        ("won {n number}", 5, "cannot read '{n number"),
        ("{:empty}", 1, "the pattern can match nothing at all"),
        ("", 1, "the pattern can match nothing at all"),
        ("   ", 1, "the pattern can match nothing at all"),
        ("...3", 1, "the pattern is nothing but a gap"),
        ("...3 ~2", 1, "the pattern is nothing but a gap"),
    ],
)
def test_a_mistake_is_found_at_its_column(pattern: str, column: int, message: str) -> None:
    with pytest.raises(PatternError) as found:
        compile_pattern(pattern, WORDS)
    assert str(found.value).startswith(message)
    assert found.value.column == column


def test_a_pattern_of_too_many_forms_should_be_two() -> None:
    with pytest.raises(PatternError, match="more than 400 forms; make two patterns of it") as found:
        compile_pattern(" ".join(f"[word{n}]" for n in range(9)), WORDS)
    assert found.value.column == 1 + 8 * len("[word0] ")


def test_so_many_forms_and_no_more() -> None:
    twenty = "(" + "|".join(f"one{n} two{n}" for n in range(20)) + ")"
    assert len(compile_pattern(f"{twenty} {twenty}", WORDS)) == 400
    with pytest.raises(PatternError):
        compile_pattern(f"{twenty} {twenty} [more]", WORDS)


@given(st.text("ab {}[]()|:.~-'3ns", max_size=24))
def test_any_text_compiles_or_is_a_mistake_inside_it(pattern: str) -> None:
    try:
        compiled = compile_pattern(pattern, WORDS)
    except PatternError as problem:
        assert 1 <= problem.column <= len(pattern) + 1  # noqa: PT017 - either outcome is right
    else:
        assert all(any(not element.most for element in form) for form in compiled)


@given(st.lists(st.sampled_from(["won", "lost", "the", "cup", "spot"]), min_size=1, max_size=5))
def test_a_pattern_of_words_is_those_words(words: list[str]) -> None:
    (form,) = compile_pattern(" ".join(words), WORDS)
    assert [set(element.words) for element in form] == [{word} for word in words]


@pytest.mark.parametrize(
    ("phrase", "tokens"),
    [
        ("head coach", ["head", "coach"]),
        ("spot-kick", ["spot", "-", "kick"]),
        ("Rovers' own", ["rovers'", "own"]),
        ("rover's own", ["rover", "'s", "own"]),
        ("rover’s own", ["rover", "’s", "own"]),
    ],
)
def test_a_phrase_is_divided_as_the_tokeniser_divides_it(phrase: str, tokens: list[str]) -> None:
    assert tokens_of(phrase) == tuple(tokens)


def test_a_word_stands_for_its_other_spellings() -> None:
    compiled = compile_pattern("the {n:number} (metre|yard) run", WORDS, {"metre": ["meter"], "run": ["ran"]})
    assert {shown(form) for form in compiled} == {"the {n:number} meter|metre|yard ran|run"}
