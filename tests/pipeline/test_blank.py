"""The blank tokeniser: spaCy's own tokens, sooner."""

import sys
from typing import Any

import spacy
from hypothesis import given
from hypothesis import strategies as st

from checker.pipeline.blank import BlankTokeniser
from checker.pipeline.tokens import Tokens

OURS = BlankTokeniser()
SPACY = spacy.blank("en")
PARTS = (
    "Kane", "can't", "cannot", "US$5m", "20km", "é", "’s", "-", ".", "…", " ", "\n", ",", "?", "won.", "Ltd.", "U.", "etc", "İ",
    "2-1", "(Álvarez", "Hill's", "“", '"', "(", ")", ":", "90", "VAR.", ":)",
)  # fmt: skip


@given(st.text() | st.lists(st.sampled_from(PARTS)).map("".join))
def test_tokens_are_spacy_s_own(text: str) -> None:
    ours, theirs = OURS.tokens(text), Tokens.of(SPACY(text))
    assert (ours.starts, ours.ends, ours.words) == (theirs.starts, theirs.ends, theirs.words)


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


def test_it_is_begun_afresh_before_it_knows_too_many_words() -> None:
    tokeniser = BlankTokeniser(most_words=1_000)
    sizes = []
    for number in range(300):
        text = " ".join(f"Name{number * 10 + place}" for place in range(10))
        assert tokeniser.tokens(text).words == text.lower().split()
        sizes.append(len(tokeniser))
    assert max(sizes) < 1_200
    assert min(sizes[-100:]) < 1_000


def test_a_text_of_two_million_letters_is_read() -> None:
    """More than the parsers of spaCy would take."""
    assert len(OURS.tokens("goal " * 400_000).words) == 400_000
