"""The report of a check is found again for the same copy, and for no other."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checker.article import Article
from checker.check import Checker
from checker.errors import ArticleError
from checker.report import Report
from checker.review.recall import keep, name_of, recall

COPY = "Arsenal were held to a 2-1 draw by Chelsea. The 😀 return was a 3-1 draw."


@pytest.fixture
def report(checker: Checker, article: Callable[..., Article]) -> Report:
    return Report(tuple(checker.check_all([article(COPY), article(COPY, "other.txt")])))


def test_flags_come_back_as_they_were(report: Report) -> None:
    keep("name", report)
    found = recall("name")
    assert found is not None
    assert [article.flags for article in found.articles] == [article.flags for article in report.articles]
    assert found.articles[0].flags


def test_a_report_with_errors_is_not_kept(report: Report) -> None:
    keep("errors", replace(report, errors=(ArticleError("empty"),)))
    assert recall("errors") is None


@pytest.mark.parametrize("name", [None, "never-kept"])
def test_what_was_not_kept_is_not_found(name: str | None) -> None:
    assert recall(name) is None


def test_a_damaged_file_is_as_good_as_none(report: Report) -> None:
    keep("damaged", report)
    file = Path(os.environ["XDG_CACHE_HOME"]) / "factcheck" / "checked" / "damaged.json"
    file.write_bytes(file.read_bytes()[:100])
    assert recall("damaged") is None


def test_the_name_knows_copy_pack_and_options(desk: Path) -> None:
    (desk / "pack").mkdir()
    (desk / "pack" / "pack.yml").write_text("name: one")
    (desk / "story.txt").write_text(COPY)

    def name(*options: object) -> str | None:
        return name_of(["story.txt"], desk / "pack", options)

    names = [name(), name("2024-05-04")]
    (desk / "story.txt").write_text(COPY + " More.")
    names.append(name())
    (desk / "pack" / "pack.yml").write_text("name: two")
    names.append(name())
    assert len(set(names)) == 4
    assert name() == name()


def test_what_cannot_be_read_has_no_name(desk: Path) -> None:
    (desk / "pack").mkdir()
    assert name_of(["gone.txt"], desk / "pack", ()) is None
