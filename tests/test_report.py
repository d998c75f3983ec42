"""Reports: what they count, and how flags of other articles join them."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from checker.report import ArticleReport

TWO = "It was a 2-1 draw. It was a 3-1 draw. It was a 1-1 draw."


@pytest.fixture
def report(check: Callable[[str], ArticleReport]) -> ArticleReport:
    """Two draws that are none, and one that is."""
    return check(TWO)


def test_claims_are_counted_by_their_verdict(report: ArticleReport) -> None:
    assert report.counts == {"checked": 3, "supported": 0, "refuted": 2, "not-enough-info": 1}


def test_counts_stay_when_the_claims_are_let_go(report: ArticleReport) -> None:
    light = report.lighter([])
    assert (light.found, light.counts) == ((), report.counts)


def test_flags_of_other_articles_join_in_the_order_of_the_text(report: ArticleReport) -> None:
    first, second = report.flags
    assert [flag.text for flag in replace(report, flags=(second,)).with_flags([first]).flags] == [first.text, second.text]


def test_a_flag_that_is_there_is_not_added_again(report: ArticleReport) -> None:
    assert report.with_flags(list(report.flags)).flags == report.flags


def test_a_claim_that_another_article_refutes_is_refuted(report: ArticleReport) -> None:
    known = tuple(claim._replace(verdict="not-enough-info") for claim in report.found)
    joined = replace(report, flags=(), found=known).with_flags(report.flags[:1])
    assert [claim.verdict for claim in joined.found] == ["refuted", "not-enough-info", "not-enough-info"]
    assert joined.counts == {"checked": 3, "supported": 0, "refuted": 1, "not-enough-info": 2}


def test_a_claim_is_refuted_but_once(report: ArticleReport) -> None:
    assert report.with_flags([replace(report.flags[0], rule="score/other")]).counts == report.counts


@pytest.mark.parametrize("family", ["spelling", "minute", "lineup"])
def test_a_flag_of_another_family_refutes_no_score(report: ArticleReport, family: str) -> None:
    known = tuple(claim._replace(verdict="not-enough-info") for claim in report.found)
    other = replace(report.flags[0], family=family, rule=f"{family}/other")
    assert replace(report, flags=(), found=known).with_flags([other]).counts["refuted"] == 0
