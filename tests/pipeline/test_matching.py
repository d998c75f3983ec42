"""Matching: where the patterns of a pack match in copy, and what they capture."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from checker.article import Article
from checker.claims.forms import Forms
from checker.claims.types import ClaimType, load_claim_types
from checker.pack import Pack
from checker.pipeline.reader import ArticleReader
from checker.reference.store import Reference
from checker.yaml_source import parse_yaml

Claims = Callable[..., list[tuple[str, dict[str, object]]]]
FIELDS = "{n: int, m: int, who: person, whom: person, club: club, word: string, minute: minute}"


@pytest.fixture
def claims(pack: Pack, moorland: Reference, article: Callable[..., Article]) -> Claims:
    """The claims that some patterns read in a text: the words and the fields of each."""

    def found(text: str, *patterns: str, more: str = "") -> list[tuple[str, dict[str, object]]]:
        lines = "".join(f"    - {pattern}\n" for pattern in patterns)
        source = parse_yaml(f"told:\n  fields: {FIELDS}\n  patterns:\n{lines}{more}", "claims.yml")
        (claim_type,) = load_claim_types(source, Forms(pack.words))
        reader = ArticleReader(spacy.blank("en"), {"told": claim_type}, pack.words, moorland)
        read = reader.read(article(text)).claims
        return [(claim.text, dict(claim.fields)) for claim in read if claim.type == "told"]

    return found


@pytest.mark.parametrize(
    ("pattern", "text", "words", "fields"),
    [
        ("'won it'", "They Won IT again.", "Won IT", {}),
        ("'{n:number} goals'", "He scored 7 goals.", "7 goals", {"n": 7}),
        ("'{n:number} goals'", "He scored seven goals.", "seven goals", {"n": 7}),
        ("'{n:ordinal} goal'", "It was his 7th goal.", "7th goal", {"n": 7}),
        ("'{n:ordinal} goal'", "It was his third goal.", "third goal", {"n": 3}),
        ("'{n:nth} goal'", "It was his 7th goal, not a third goal.", "7th goal", {"n": 7}),
        ("'in the {n:nth} {then:(and|.)}'", "It was in the 7th.", "in the 7th", {"n": 7}),
        ("'{n:nth} ({then:person}|{then:club})'", "In the 7th Péter Marsh scored.", "7th", {"n": 7}),
        ("'{n:number} goals'", "He scored 7  goals.", "7  goals", {"n": 7}),
        ("'{n:number} goals'", "He scored 7\xa0goals.", "7\xa0goals", {"n": 7}),
        ("'{minute:ordinal}-minute'", "A 13th-minute goal.", "13th-minute", {"minute": "13"}),
        ("'{word:(draw|win)}'", "It was a Draw.", "Draw", {"word": "draw"}),
        ("'{word:weekdays}'", "It was on Friday.", "Friday", {"word": "friday"}),
        ("'{word:staff_role} Boot'", "It was head coach Boot.", "head coach Boot", {"word": "head coach"}),
        ("'{who:person} scored'", "Then Péter Marsh scored.", "Péter Marsh scored", {"who": "Péter Marsh"}),
        ("'{who:person} of {club:club}'", "It was Marsh of Ayton.", "Marsh of Ayton", {"who": "Marsh", "club": "Ayton"}),
        ("'{club:nation} player'", "He is a Norlander player.", "Norlander player", {"club": "Norlander"}),
        ("'at {word:site}'", "It was at Mill Lane.", "at Mill Lane", {"word": "mill lane"}),
        ("'in the {word:competition}'", "It was in the Moor Cup.", "in the Moor Cup", {"word": "moor cup"}),
        ("'{:ordinal} goal': {n: 9}", "It was his 7th goal.", "7th goal", {"n": 9}),
        ("\"{who:person}'s goal\"", "It was Marsh's goal.", "Marsh's goal", {"who": "Marsh"}),
        ("\"{who:person}'s goal\"", "It was Marsh’s goal.", "Marsh’s goal", {"who": "Marsh"}),
        ("\"{who:person}'s goal\"", "It was Davies' goal.", "Davies' goal", {"who": "Davies"}),
    ],
)  # fmt: skip
def test_a_pattern_captures_its_fields(claims: Claims, pattern: str, text: str, words: str, fields: dict[str, object]) -> None:
    assert claims(text, pattern) == [(words, fields)]


@pytest.mark.parametrize("score", ["2-1", "2–1", "2—1", "2‑1", "2 - 1", "2 – 1", "two-one", "2−1"])
def test_two_numbers_join_at_any_dash(claims: Claims, score: str) -> None:
    ((words, fields),) = claims(f"It ended in a {score} win.", "'{n:number}-{m:number} win'")
    assert (words, fields) == (f"{score} win", {"n": 2, "m": 1})


@pytest.mark.parametrize("score", ["123–45", "1–2–3", "3–x"])
def test_other_words_with_a_dash_are_no_two_numbers(claims: Claims, score: str) -> None:
    assert claims(f"It ended in a {score} win.", "'{n:number}-{m:number} win'") == []


@pytest.mark.parametrize("text", ["They won.\nIt rained.", "They won. It rained.", "They won it"])
def test_a_match_never_leaves_its_sentence(claims: Claims, text: str) -> None:
    assert claims(text, "'won ...2 rained'") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They won goals.", "won goals"),
        ("They won a few goals.", "won a few goals"),
        ("They won a few late goals", "won a few late goals"),
        ("They won a few more late goals.", None),
        ("They won, goals or not.", None),
        ("They won (some) goals.", None),
        ("They won with Adam Dunne goals.", None),
        ("They won with Ayton goals.", "won with Ayton goals"),
    ],
)
def test_a_gap_skips_up_to_so_many_words_and_no_name(claims: Claims, text: str, words: str | None) -> None:
    assert [found for found, _ in claims(text, "'won ...3 goals'")] == ([words] if words else [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They won with Adam Dunne's late goals.", True),
        ("They won, with Adam Dunne's late goals.", False),
        ("They won with Adam Dunne when Ayton had goals.", False),
    ],
    ids=["names and possessives", "a mark", "another clause"],
)
def test_a_gap_of_a_clause_skips_names(claims: Claims, text: str, found: bool) -> None:
    assert bool(claims(text, "'won +6 goals'")) is found


@pytest.mark.parametrize(
    ("text", "found"), [("a 2-0 home win", True), ("a 2-0 late away win", True), ("a 2-0 lead and the win", False)]
)
def test_a_narrow_gap_skips_no_function_word(claims: Claims, text: str, found: bool) -> None:
    assert bool(claims(f"It was {text}.", "'{n:number}-{m:number} ~4 win'")) is found


def test_the_longest_of_overlapping_matches_stands(claims: Claims) -> None:
    found = claims("It was a 2-1 home win.", "'{n:number}-{m:number}'", "'{n:number}-{m:number} home win': {word: home}")
    assert found == [("2-1 home win", {"n": 2, "m": 1, "word": "home"})]


def test_of_two_matches_of_one_length_the_earlier_pattern_stands(claims: Claims) -> None:
    assert claims("They won.", "'won': {word: first}", "'won': {word: second}") == [("won", {"word": "first"})]


def test_matches_that_do_not_overlap_all_stand(claims: Claims) -> None:
    assert [words for words, _ in claims("It was 2-1, then 3-1.", "'{n:number}-{m:number}'")] == ["2-1", "3-1"]


def test_a_not_pattern_keeps_a_match_out(claims: Claims) -> None:
    more = "  not:\n    - '{:number}-{:number} season'\n"
    assert claims("It was 2-1 in the 20-21 season.", "'{n:number}-{m:number}'", more=more) == [("2-1", {"n": 2, "m": 1})]


def test_claims_may_overlap_where_a_field_holds_them_apart(claims: Claims) -> None:
    pair = ("'{who:person} and {whom:person} shot'", "'{whom:person} and {who:person} shot'")
    assert len(claims("Then Adam Dunne and Sam Ray shot.", *pair)) == 1
    assert len(claims("Then Adam Dunne and Sam Ray shot.", *pair, more="  apart_by: who\n")) == 2


def test_a_name_that_is_nobody_in_particular_leaves_the_field_unknown(claims: Claims) -> None:
    text = "It was Gary Neve. It was Phil Neve. But Neve scored."
    assert claims(text, "'{who:person} scored'") == [("Neve scored", {})]


@pytest.mark.parametrize(
    ("pattern", "text", "words", "fields"),
    [
        # the anchor is the first word that is no everyday one; what stands before it is matched backwards
        ("'the {n:number} late goals'", "It was the 7 late goals.", "the 7 late goals", {"n": 7}),
        ("'{who:person} ...2 netted'", "Then Adam Dunne had also netted.", "Adam Dunne had also netted", {"who": "Adam Dunne"}),
        ("'{who:person} ...2 netted'", "Then Adam Dunne had by then also netted.", None, {}),
        ("'{who:person} ...2 netted'", "Then Adam Dunne, and they say so, netted.", None, {}),
        ("'{club:club} ...2 netted'", "Then Ayton with Dunne netted.", None, {}),
        ("'by {n:number} ~2 goals'", "They won by 7 fine goals.", "by 7 fine goals", {"n": 7}),
        ("'by {n:number} ~2 goals'", "They won by 7 of the goals.", None, {}),
        # beginnings that may be left out
        ("'[{who:person} ...1] netted it'", "Then Adam Dunne netted it.", "Adam Dunne netted it", {"who": "Adam Dunne"}),
        ("'[{who:person} ...1] netted it'", "Then they netted it.", "netted it", {}),
        ("'[with] [only] {n:number} minutes'", "With only 7 minutes gone.", "With only 7 minutes", {"n": 7}),
        ("'[with] [only] {n:number} minutes'", "Then 7 minutes passed.", "7 minutes", {"n": 7}),
        # no word but everyday ones: a number, a name or the first word is the anchor
        ("'of the {n:number}'", "It was one of the 7.", "of the 7", {"n": 7}),
        ("'the {who:person}'", "It was the Adam Dunne.", "the Adam Dunne", {"who": "Adam Dunne"}),
        ("'it was'", "Then it was.", "it was", {}),
        # words of one field that follow each other are one capture, before the anchor and behind it
        ("'{word:(late|early)} {word:(winner|strike)}'", "It was a late winner.", "late winner", {"word": "late winner"}),
        ("'the {word:(late|early)} {word:(winner|strike)} came'", "So the late winner came.", "the late winner came",
         {"word": "late winner"}),
    ],
)  # fmt: skip
def test_a_pattern_is_matched_from_its_anchor_both_ways(
    claims: Claims, pattern: str, text: str, words: str | None, fields: dict[str, object]
) -> None:
    assert claims(text, pattern) == ([(words, fields)] if words else [])


def test_what_stands_before_an_anchor_is_of_its_sentence(claims: Claims) -> None:
    assert claims("It was Adam Dunne.\nNetted it.", "'{who:person} ...3 netted'") == []


def test_of_optional_beginnings_the_longest_stands(claims: Claims) -> None:
    pattern = "'[{who:person} ...3 [had|has]] netted'"
    assert claims("Then Adam Dunne had netted.", pattern) == [("Adam Dunne had netted", {"who": "Adam Dunne"})]


RAW = "{tokens: [{LOWER: won}, {IS_DIGIT: true, FIELD: n}, {LOWER: {IN: [cups, caps]}, OP: '?', FIELD: word}], set: {m: 5}}"


@pytest.mark.parametrize(
    ("text", "words", "fields"),
    [
        ("They won 3 cups.", "won 3 cups", {"n": 3, "word": "cups", "m": 5}),
        ("They won 3 times.", "won 3", {"n": 3, "m": 5}),
    ],
)
def test_raw_tokens_match_and_capture(claims: Claims, text: str, words: str, fields: dict[str, object]) -> None:
    assert claims(text, RAW) == [(words, fields)]


def test_raw_tokens_may_ask_for_an_entity(claims: Claims) -> None:
    raw = "{tokens: [{LOWER: by}, {ENT_TYPE: PERSON, OP: '+', FIELD: who}]}"
    assert claims("It was by Adam Dunne.", raw)[-1] == ("by Adam Dunne", {"who": "Adam Dunne"})


def test_raw_tokens_never_leave_their_sentence(claims: Claims) -> None:
    assert claims("They won.\n3 cups.", "{tokens: [{LOWER: won}, {}, {}, {IS_DIGIT: true}]}") == []


def test_a_raw_token_pack_needs_no_python(
    little_pack: Callable[..., Path], factcheck: Callable[..., CompletedProcess[str]], desk: Path
) -> None:
    claims_file = "score:\n  fields: {first: int, second: int, outcome: string}\n  patterns:\n    - tokens: "
    claims_file += "[{IS_DIGIT: true, FIELD: first}, {LOWER: to}, {IS_DIGIT: true, FIELD: second}, {LOWER: draw}]\n"
    claims_file += "      set: {outcome: draw}\n"
    folder = little_pack({"claims/score.yml": claims_file})
    (desk / "story.txt").write_text("It ended in a 2 to 1 draw.")
    run = factcheck("--pack", folder, "story.txt")
    assert (run.returncode, "a draw ends level" in run.stdout) == (1, True)


WORDS = ["2", "-", "1", "–", "3–1", "win", "a", "draw", "Adam", "Dunne", "Ayton", ".", ",", "\n", "7th", "goal", "'s", "İ"]


@given(text=st.lists(st.sampled_from(WORDS), min_size=1, max_size=20).map(" ".join).filter(lambda t: bool(t.strip())))
def test_every_match_of_any_text_is_a_slice_of_it(
    pack: Pack, moorland: Reference, article: Callable[..., Article], text: str
) -> None:
    reader = ArticleReader(spacy.blank("en"), _types(pack), pack.words, moorland)
    for claim in reader.read(article(text)).claims:
        assert claim.text == claim.span.of(text)
        assert all(claim.span.start <= place.start < place.end for place in claim.places.values())


def _types(pack: Pack) -> dict[str, ClaimType]:
    return {name: kind for name, kind in pack.claim_types.items() if name in ("score", "goal", "count")}
