"""The check as a whole: the same flags whatever the bytes look like, spans that are slices, articles against each other."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checker.article import Article, Span, article_from_bytes
from checker.check import Checker
from checker.judge.verdict import Flag
from checker.pack import load_pack
from checker.report import ArticleReport

ARTICLES = Path(__file__).parent / "articles"
COPY = [path for path in sorted(ARTICLES.rglob("*")) if path.suffix in (".txt", ".md") and path.name != "README.md"]
ONE = "Ayton drew 1-1 with Corley. Adam Dunne's 13th-minute header put Ayton ahead, and Sam Ray scored for Corley."
OTHER = ONE.replace("13th", "14th")
WORDS = ["2-1", "8' GOAL!", "1-1", "win", "draw", "Adam", "Dunne", "Ayton", "Corley", "scored", "in the 13th minute"]
WORDS += ["after", "12"]
MARKS = [".", ",", "\n", "\r\n", "\r", "(", ")", "“", "”", "'", "Goals:", "Booked:", "👍", "é", "İ", "ß", "\ufeff", "---"]


def seen(report: ArticleReport) -> list[tuple[str, str, int]]:
    """The flags of a report: rule, text without line ends, line."""
    return [(flag.rule, " ".join(flag.text.split()), flag.line) for flag in report.flags]


def spans(report: ArticleReport) -> list[Span]:
    return [flag.span for flag in report.flags] + [claim.span for claim in report.found]


def told(report: ArticleReport) -> list[str]:
    """The words of each flag and each claim, as the report quotes them."""
    return [flag.text for flag in report.flags] + [claim.text for claim in report.found]


def checked(checker: Checker, data: bytes, path: Path) -> ArticleReport:
    return checker.check(article_from_bytes(data, path.name)).report


@pytest.mark.parametrize(
    ("old", "new"),
    [(b"\n", b"\r\n"), (b"\n", b"\r"), (b"", b"\xef\xbb\xbf")],
    ids=["CRLF", "CR", "BOM"],
)
@pytest.mark.parametrize("path", COPY, ids=lambda path: path.name)
def test_line_ends_and_a_byte_order_mark_change_no_flag(checker: Checker, path: Path, old: bytes, new: bytes) -> None:
    data = path.read_bytes()
    other = data.replace(old, new) if old else new + data
    assert seen(checked(checker, other, path)) == seen(checked(checker, data, path))


@pytest.mark.parametrize("path", COPY, ids=lambda path: path.name)
def test_decomposed_accents_change_no_flag(checker: Checker, path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = checked(checker, unicodedata.normalize("NFD", text).encode(), path)
    rules = [(flag.rule, unicodedata.normalize("NFC", flag.text)) for flag in found.flags]
    assert rules == [(flag.rule, flag.text) for flag in checked(checker, text.encode(), path).flags]


STRAIGHT = str.maketrans("‘’“”", "''\"\"")
SPELLINGS: dict[str, Callable[[str], str]] = {
    "straight": lambda text: text.translate(STRAIGHT),
    "curly": lambda text: text.replace("'", "’"),
    "en dash": lambda text: re.sub(r"(?<=\d)-(?=\d)", "–", text),
    "hyphen": lambda text: re.sub(r"(?<=\d)–(?=\d)", "-", text),
    "two spaces": lambda text: text.replace(". ", ".  "),
    "one paragraph more": lambda text: text.rstrip() + "\n\nThe rain never stopped, and the crowd went home early.\n",
}
"""Ways to set the same copy; what is said is not changed by any of them."""


@pytest.mark.parametrize("spelling", SPELLINGS)
@pytest.mark.parametrize("path", COPY, ids=lambda path: path.name)
def test_how_copy_is_set_changes_no_flag(checker: Checker, path: Path, spelling: str) -> None:
    article = article_from_bytes(path.read_bytes(), path.name)
    matter, body = article.text[: article.body.start], article.body.of(article.text)
    other = article_from_bytes((matter + SPELLINGS[spelling](body)).encode(), path.name)
    rules = [(flag.rule, flag.line) for flag in checker.check(other).report.flags]
    assert rules == [(flag.rule, flag.line) for flag in checker.check(article).report.flags]


@pytest.mark.parametrize("path", COPY, ids=lambda path: path.name)
def test_every_span_is_a_slice_of_the_text(checker: Checker, path: Path) -> None:
    article = article_from_bytes(path.read_bytes(), path.name)
    report = checker.check(article).report
    assert report.found
    assert told(report) == [span.of(article.text) for span in spans(report)]
    assert all(told(report))
    for flag in report.flags:
        position = article.position(flag.span.start)
        assert (flag.line, flag.column) == (position.line, position.column)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(st.sampled_from([*WORDS, *MARKS]), min_size=1, max_size=40), path=st.sampled_from(["a.txt", "a.md"]))
def test_any_copy_is_checked(checker: Checker, words: list[str], path: str) -> None:
    text = "x " + " ".join(words)
    article = article_from_bytes(text.encode(), path)
    report = checker.check(article).report
    assert told(report) == [span.of(text) for span in spans(report)]
    assert all(told(report))
    assert report.counts["checked"] == sum(report.counts.values()) - report.counts["checked"]


def test_a_letter_that_grows_when_it_is_made_small_hides_nothing(checker: Checker) -> None:
    text = "It ended in a 2-1 draw, and İlhan Kurt saw it."
    report = checker.check(article_from_bytes(text.encode(), "a.txt")).report
    assert [flag.text for flag in report.flags] == ["2-1 draw"]


@pytest.fixture
def two(moor_checker: Checker, article: Callable[..., Article]) -> Callable[..., list[ArticleReport]]:
    """The reports on some texts about one match."""
    return lambda *texts: moor_checker.check_all(article(text, f"{n}.txt") for n, text in enumerate(texts))


def test_articles_about_one_match_are_held_against_each_other(two: Callable[..., list[ArticleReport]]) -> None:
    first, second = two(ONE, OTHER)
    (flag,) = [*first.flags, *second.flags]
    assert flag.rule == "minute/one-goal-one-minute"
    (evidence,) = flag.evidence
    assert (evidence.kind, evidence.path) == ("article", "1.txt" if flag.path == "0.txt" else "0.txt")


def test_of_three_reports_the_odd_one_is_flagged(two: Callable[..., list[ArticleReport]]) -> None:
    reports = two(ONE, OTHER, ONE)
    assert [len(report.flags) for report in reports] == [0, 1, 0]
    assert {evidence.path for evidence in reports[1].flags[0].evidence} == {"0.txt", "2.txt"}


def test_the_order_of_the_articles_does_not_matter(moor_checker: Checker, article: Callable[..., Article]) -> None:
    articles = [article(ONE, "a.txt"), article(OTHER, "b.txt")]
    there, back = (moor_checker.check_all(order) for order in (articles, articles[::-1]))
    assert {report.path for report in there if report.flags} == {report.path for report in back if report.flags}


def test_a_claim_that_another_article_refutes_is_refuted(two: Callable[..., list[ArticleReport]]) -> None:
    reports = two(ONE, OTHER, ONE)
    assert "refuted" in {claim.verdict for claim in reports[1].found if claim.type == "goal"}
    assert reports[1].counts["refuted"] == 1


def test_reports_that_agree_are_not_flagged(two: Callable[..., list[ArticleReport]]) -> None:
    assert [report.flags for report in two(ONE, ONE)] == [(), ()]


def test_one_article_alone_is_held_against_nothing(two: Callable[..., list[ArticleReport]]) -> None:
    (report,) = two(OTHER)
    assert report.flags == ()


def test_flags_from_elsewhere_have_fingerprints(two: Callable[..., list[ArticleReport]]) -> None:
    flags: list[Flag] = [flag for report in two(ONE, OTHER) for flag in report.flags]
    assert all(len(flag.fingerprint) == 16 for flag in flags)


def test_a_pack_without_words_reads_any_layout(little_pack: Callable[..., Path]) -> None:
    pack = load_pack(little_pack())
    small = Checker(pack, pack.reference())
    found = {claim.type for path in COPY for claim in checked(small, path.read_bytes(), path).found}
    assert found == {"score"}


@pytest.mark.parametrize("text", ["It rained.\n: so it did\n", "(It rained): so it did.", "Ayton: a, b.\n\n: c"])
def test_a_pack_without_labels_finds_none(little_pack: Callable[..., Path], text: str) -> None:
    pack = load_pack(little_pack())
    assert Checker(pack, pack.reference()).check(article_from_bytes(text.encode(), "a.txt")).report.flags == ()
