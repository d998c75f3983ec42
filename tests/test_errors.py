"""Errors: where they point, and the words that they suggest."""

import pytest

from checker.errors import ArticleError, FactcheckError, Position, did_you_mean


def test_an_error_reads_file_line_column_message() -> None:
    problem = ArticleError("not UTF-8", Position("story.txt", 3, 14))
    assert str(problem) == "story.txt:3:14: not UTF-8"


def test_a_position_without_a_line_is_the_file_alone() -> None:
    assert str(ArticleError("empty", Position("story.txt"))) == "story.txt: empty"


def test_an_error_without_a_position_is_its_message() -> None:
    assert str(FactcheckError("no such rule")) == "no such rule"


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("scroe", " (did you mean 'score'?)"),
        ("minutes", " (did you mean 'minute'?)"),
        ("xyzzy", ""),
    ],
)
def test_the_nearest_known_word_is_suggested(word: str, hint: str) -> None:
    assert did_you_mean(word, ["score", "minute", "lineup"]) == hint
