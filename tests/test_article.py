"""Reading: bytes in any shape to one immutable text, with offsets that never lie."""

import datetime
import hashlib
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checker.article import MAX_BYTES, Article, Span, article_from_bytes, find_copy, read_article
from checker.errors import ArticleError, FactcheckError

COPY = "Rovers drew 1-1.\nIt rained."
DATED = "---\ndate: 2023-11-04\nheadline: Rovers hold on\nmatch: Rovers v City\n---\nIt rained.\n"
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1).filter(
    lambda text: bool(text.strip("\ufeff \t\r\n"))
)


def failure(data: bytes, path: str = "story.txt") -> str:
    with pytest.raises(ArticleError) as found:
        article_from_bytes(data, path)
    return str(found.value)


@pytest.mark.parametrize(
    "text",
    [
        COPY,
        "\ufeff" + COPY,
        COPY.replace("\n", "\r\n"),
        COPY.replace("\n", "\r"),
        unicodedata.normalize("NFD", "Łukasz Żółć scored, Müller did not."),
        "Goal! 👩‍👩‍👧 ⚽️ 1-1",
        "no end of line",
        "ends with many\n\n\n",
    ],
)
def test_the_text_is_kept_exactly_as_decoded(text: str) -> None:
    assert article_from_bytes(text.encode(), "story.txt").text == text


@given(TEXTS)
def test_any_text_comes_back_from_its_bytes(text: str) -> None:
    assert article_from_bytes(text.encode(), "story.txt").text == text


def test_the_digest_is_that_of_the_bytes() -> None:
    data = "\ufeff" + COPY
    expected = hashlib.sha256(data.encode()).hexdigest()
    assert article_from_bytes(data.encode(), "story.txt").sha256 == expected


def test_a_byte_order_mark_is_no_part_of_the_copy() -> None:
    article = article_from_bytes(("\ufeff" + COPY).encode(), "story.txt")
    assert article.body.of(article.text) == COPY


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("ab\ncd", 0, 1, 1),
        ("ab\ncd", 3, 2, 1),
        ("ab\r\ncd", 5, 2, 2),
        ("ab\rcd", 4, 2, 2),
        ("👍é\nx", 1, 1, 2),
        ("👍é\nx", 3, 2, 1),
        ("ab\n", 3, 2, 1),
    ],
)
def test_positions_count_lines_and_code_points_from_one(text: str, offset: int, line: int, column: int) -> None:
    found = article_from_bytes(text.encode(), "story.txt").position(offset)
    assert (found.path, found.line, found.column) == ("story.txt", line, column)


@given(TEXTS, st.data())
@example("a\r\nb\rc\nd", None)
def test_a_position_leads_back_to_its_offset(text: str, data: st.DataObject | None) -> None:
    offset = data.draw(st.integers(0, len(text) - 1)) if data else 5
    article = article_from_bytes(text.encode(), "story.txt")
    found = article.position(offset)
    assert article.line_starts[found.line - 1] + found.column - 1 == offset


@given(TEXTS, st.data())
def test_the_line_of_an_offset_holds_it_and_no_line_end(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text) - 1))
    article = article_from_bytes(text.encode(), "story.txt")
    line = article.line_span(offset)
    assert "\n" not in line.of(text)
    assert "\r" not in line.of(text)
    assert line.start <= offset <= line.end + 1


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [((0, 3), (2, 5), True), ((0, 3), (3, 5), False), ((0, 9), (3, 5), True), ((4, 5), (0, 4), False)],
)
def test_spans_overlap_when_they_share_a_code_point(one: tuple[int, int], other: tuple[int, int], overlap: bool) -> None:
    assert Span(*one).overlaps(Span(*other)) is overlap


@pytest.mark.parametrize(
    ("outer", "inner", "holds"),
    [((0, 5), (0, 5), True), ((0, 5), (1, 4), True), ((0, 5), (1, 6), False), ((1, 5), (0, 3), False)],
)
def test_a_span_holds_what_lies_inside_it(outer: tuple[int, int], inner: tuple[int, int], holds: bool) -> None:
    assert Span(*outer).holds(Span(*inner)) is holds


def dated(end: str = "\n", mark: str = "") -> Article:
    return article_from_bytes((mark + DATED.replace("\n", end)).encode(), "story.md")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_gives_date_headline_and_match(end: str, mark: str) -> None:
    article = dated(end, mark)
    assert (article.date, article.headline, article.match) == (
        datetime.date(2023, 11, 4),
        "Rovers hold on",
        "Rovers v City",
    )
    assert article.body.of(article.text) == f"It rained.{end}"


def test_keys_of_other_programs_are_left_alone() -> None:
    data = b"---\nlayout: post\ntags: [a, b]\n---\nIt rained.\n"
    assert article_from_bytes(data, "story.md").headline is None


@pytest.mark.parametrize("matter", ["---\n---\n", "---\n\n---\n", "---\n# a comment\n---\n"])
def test_empty_front_matter_is_no_copy(matter: str) -> None:
    article = article_from_bytes(f"{matter}It rained.\n".encode(), "story.md")
    assert article.body.of(article.text) == "It rained.\n"


def test_plain_text_may_have_front_matter() -> None:
    article = article_from_bytes(DATED.encode(), "story.txt")
    assert article.date == datetime.date(2023, 11, 4)
    assert article.plain.split() == ["Rovers", "hold", "on", "It", "rained."]


@pytest.mark.parametrize("matter", ["It rained: all day.", "---", "Rovers 2", "", "a: &a [*a]"])
def test_a_rule_at_the_head_of_plain_text_is_no_front_matter(matter: str) -> None:
    text = f"---\n{matter}\n---\nIt rained.\n"
    article = article_from_bytes(text.encode(), "story.txt")
    assert (article.date, article.plain) == (None, text)


def test_rules_between_paragraphs_are_no_front_matter() -> None:
    text = "It rained.\n\n---\ndate: 2023-11-04\n---\n"
    assert article_from_bytes(text.encode(), "story.md").date is None


@pytest.mark.parametrize(
    ("matter", "message"),
    [
        ("headline: x\ndate: next Sunday", "story.md:3:1: date: "),
        ("headline: x\ndate: 2023-13-45", "story.md:3"),
        ("headline: a: b", "story.md:2:12: not YAML: "),
        ("headline: x\nheadline: y", "story.md:3:1: the key 'headline' stands here twice"),
        ("- a\n- b", "story.md:2:1: "),
        ("match: [Rovers, City]", "story.md:2:1: match: "),
        ("a: &a [*a]", "story.md:2"),
        ("a: " + "[" * 3000 + "]" * 3000, "story.md: nested too deeply"),
    ],
)
def test_a_mistake_in_the_front_matter_has_the_line_of_the_file(matter: str, message: str) -> None:
    assert failure(f"---\n{matter}\n---\nIt rained.\n".encode(), "story.md").startswith(message)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60))
def test_any_front_matter_is_read_or_refused_with_a_message(matter: str) -> None:
    data = f"---\n{matter}\n---\nIt rained.\n".encode()
    try:
        article = article_from_bytes(data, "story.md")
    except ArticleError as problem:
        assert str(problem).startswith("story.md")  # noqa: PT017 - either outcome is right
    else:
        assert article.body.of(article.text).endswith("It rained.\n")


@pytest.mark.parametrize("path", ["story.txt", "story.md"])
@given(text=st.text(st.sampled_from(list("ab*_[]()#-`>~|!\n\r ")), min_size=1).filter(lambda text: bool(text.strip())))
def test_what_is_read_is_as_long_as_the_text_and_keeps_its_lines(path: str, text: str) -> None:
    article = article_from_bytes(text.encode(), path)
    assert len(article.plain) == len(text)
    assert [at for at, letter in enumerate(article.plain) if letter in "\r\n"] == [
        at for at, letter in enumerate(text) if letter in "\r\n"
    ]


def test_plain_text_is_read_as_it_stands() -> None:
    assert article_from_bytes(b"A *big* [win](x).", "story.txt").plain == "A *big* [win](x)."


def test_a_title_is_the_headline() -> None:
    article = article_from_bytes(b"---\ntitle: Rovers hold on\ndate: 2023-11-04\n---\nIt rained.\n", "story.md")
    assert article.headline == "Rovers hold on"
    assert article.plain[article.start :].split("\n")[0] == "Rovers hold on"


@pytest.mark.parametrize("title", ["1984", "[a, b]", "2023-11-04"])
def test_a_title_of_another_kind_is_none(title: str) -> None:
    assert article_from_bytes(f"---\ntitle: {title}\n---\nIt rained.\n".encode(), "story.md").headline is None


def test_the_headline_of_the_front_matter_is_read_and_nothing_else_of_it() -> None:
    article = dated()
    assert article.plain.split() == ["Rovers", "hold", "on", "It", "rained."]
    assert article.text[article.start :].startswith("Rovers hold on")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"Caf\xe9 closed.", "story.txt:1:4: not UTF-8: found byte 0xe9; save the file as UTF-8"),
        ("one\ntwo é ".encode() + b"\xff", "story.txt:2:7: not UTF-8: found byte 0xff"),
        (b"one\r\ntwo " + b"\x80", "story.txt:2:5: not UTF-8: found byte 0x80"),
        (b"one\rtwo " + b"\x80", "story.txt:2:5: not UTF-8: found byte 0x80"),
        ("Goal".encode("utf-16"), "story.txt:"),
        (b"GIF89a\x00\x01", "story.txt: binary, not text: found a NUL byte at byte 6"),
        (b"", "story.txt: empty"),
        (b" \r\n\t\n", "story.txt: empty"),
        (b"\xef\xbb\xbf", "story.txt: empty"),
        (b"x" * (MAX_BYTES + 1), "story.txt: 4,000,001 bytes; an article has at most 4,000,000"),
    ],
    ids=["latin-1", "second line", "crlf", "cr", "utf-16", "binary", "empty", "blank", "bom alone", "large"],
)
def test_what_is_no_copy_is_refused(data: bytes, message: str) -> None:
    assert failure(data).startswith(message)


def test_front_matter_alone_is_no_copy() -> None:
    assert failure(b"---\nheadline: x\n---\n\n", "story.md").startswith("story.md: empty")


def test_a_date_for_all_is_used_where_the_article_has_none() -> None:
    day = datetime.date(2024, 4, 18)
    assert article_from_bytes(b"It rained.", "story.md", day).date == day


def test_an_article_s_own_date_counts_more_than_the_date_for_all() -> None:
    article = article_from_bytes(DATED.encode(), "story.md", datetime.date(2024, 4, 18))
    assert article.date == datetime.date(2023, 11, 4)


def test_a_missing_file_cannot_be_read(tmp_path: Path) -> None:
    path = str(tmp_path / "gone.txt")
    with pytest.raises(ArticleError, match="cannot be read: No such file or directory"):
        read_article(path)


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as out:
        out.truncate(20_000_000)
    with pytest.raises(ArticleError, match="20,000,000 bytes"):
        read_article(str(file))


def found(*paths: Path | str) -> list[str]:
    return [str(item) for item in find_copy([str(path) for path in paths])]


def test_a_folder_is_walked_for_copy_in_the_order_of_its_names(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "deep/down/c.MARKDOWN", "notes.doc", ".hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(COPY)
    expected = [str(tmp_path / name) for name in ("a.md", "b.txt", "deep/down/c.MARKDOWN")]
    assert found(tmp_path) == expected


def test_a_file_that_is_named_is_copy_whatever_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "story.copy").write_text(COPY)
    assert found(tmp_path / "story.copy") == [str(tmp_path / "story.copy")]


def test_a_file_that_is_named_twice_is_checked_once(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(COPY)
    assert found(tmp_path / "story.txt", tmp_path, tmp_path / "story.txt") == [str(tmp_path / "story.txt")]


def test_standard_input_is_passed_on() -> None:
    assert found("-") == ["-"]


@pytest.mark.parametrize("name", ["gone.txt", "x" * 300, "a/b/gone.txt"])
def test_a_path_that_is_not_there_is_an_error_in_its_place(tmp_path: Path, name: str) -> None:
    (tmp_path / "story.txt").write_text(COPY)
    items = list(find_copy([str(tmp_path / name), str(tmp_path / "story.txt")]))
    assert isinstance(items[0], FactcheckError)
    assert items[1:] == [str(tmp_path / "story.txt")]


def test_a_folder_without_copy_is_an_error_that_names_the_suffixes(tmp_path: Path) -> None:
    (tmp_path / "notes.doc").write_text(COPY)
    (error,) = found(tmp_path)
    assert error.startswith(f"{tmp_path}: no copy in this folder")
    assert ".markdown, .md, .txt" in error


def test_an_acute_accent_alone_is_an_apostrophe() -> None:
    assert article_from_bytes("Hill´s header".encode(), "story.txt").plain == "Hill's header"
