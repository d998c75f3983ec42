"""The blank pipeline: spaCy's own tokens, sooner."""

import sys
from typing import Any

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from checker.pipeline.blank import blank_pipeline

OURS = blank_pipeline(lexical=False)
SPACY = spacy.blank("en")
PARTS = ("Kane", "can't", "US$5m", "20km", "é", "’s", "-", ".", "…", " ", "2-1", "(Álvarez")


@given(st.text() | st.lists(st.sampled_from(PARTS)).map("".join))
def test_tokens_are_spacy_s_own(text: str) -> None:
    assert [token.text for token in OURS(text)] == [token.text for token in SPACY(text)]


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
    (token,) = blank_pipeline(lexical)("Wembley")
    assert token.shape_ == ("Xxxxx" if lexical else "")
