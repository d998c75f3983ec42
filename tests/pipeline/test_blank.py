"""The blank tokeniser: spaCy's own tokens, sooner."""

import sys
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from checker.pipeline.blank import BlankTokeniser

OURS = BlankTokeniser(lexical=False)
SPACY = spacy.blank("en")
PARTS = ("Kane", "can't", "US$5m", "20km", "é", "’s", "-", ".", "…", " ", "2-1", "(Álvarez")


@given(st.text() | st.lists(st.sampled_from(PARTS)).map("".join))
def test_tokens_are_spacy_s_own(text: str) -> None:
    assert [token.text for token in OURS.make_doc(text)] == [token.text for token in SPACY(text)]


def test_no_rule_cuts_letters_off_letters() -> None:
    """What the shortcut rests on, for every letter there is."""
    letters = [letter for letter in map(chr, range(sys.maxunicode + 1)) if letter.isalpha()]
    tokenizer: Any = SPACY.tokenizer
    cut = [
        letter
        for letter in letters
        if tokenizer.prefix_search(f"{letter}ab") or tokenizer.suffix_search(f"ab{letter}")
        or list(tokenizer.infix_finditer(f"ab{letter}ab"))
    ]  # fmt: skip
    assert cut == []


@pytest.mark.parametrize("lexical", [True, False])
def test_only_what_patterns_ask_for_is_worked_out(lexical: bool) -> None:
    (token,) = BlankTokeniser(lexical).make_doc("Wembley")
    assert token.shape_ == ("Xxxxx" if lexical else "")


def test_it_is_begun_afresh_before_it_knows_too_many_words() -> None:
    tokeniser = BlankTokeniser(lexical=False, most_words=1_000)
    sizes = []
    for number in range(300):
        text = " ".join(f"Name{number * 10 + place}" for place in range(10))
        assert [token.text for token in tokeniser.make_doc(text)] == text.split()
        sizes.append(len(tokeniser.vocab))
    assert max(sizes) < 1_200
    assert min(sizes[-100:]) < 1_000


def test_a_vocabulary_that_patterns_are_made_for_stays() -> None:
    tokeniser = BlankTokeniser(lexical=True, most_words=1)
    vocab = tokeniser.vocab
    tokeniser.make_doc("Leeds lost at home")
    tokeniser.make_doc("Hull won away")
    assert tokeniser.vocab is vocab


def test_a_text_of_two_million_letters_is_read() -> None:
    """More than the parsers of spaCy would take."""
    assert len(OURS.make_doc("goal " * 400_000)) == 400_000
