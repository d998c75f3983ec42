"""GitHub's workflow commands."""

from collections.abc import Callable

import pytest

from checker.errors import ArticleError, Position
from checker.judge.verdict import Flag
from checker.report import ArticleReport, Report
from checker.writers.github import write_github

MakeFlag = Callable[..., Flag]
MakeReport = Callable[..., ArticleReport]


@pytest.mark.parametrize(
    ("level", "command"), [("error", "error"), ("warning", "warning"), ("query", "notice")]
)
def test_a_flag_is_one_command(
    level: str, command: str, make_flag: MakeFlag, make_report: MakeReport
) -> None:
    flag = make_flag("a 2-1 draw", "2-1 draw", level=level, suggestions=("2-2",))
    assert write_github(Report((make_report(flag),))) == (
        f"::{command} file=story.txt,line=1,col=3,endColumn=11,title=score/draw-is-level"
        "::a draw ends level Did you mean: 2-2?\n"
    )


def test_nothing_in_a_message_or_path_ends_the_command(make_flag: MakeFlag, make_report: MakeReport) -> None:
    flag = make_flag("2-1", "2-1", path="a,b:c%.txt", message="100%\r\n::error::x")
    line = write_github(Report((make_report(flag),)))
    assert "file=a%2Cb%3Ac%25.txt," in line
    assert line.endswith("::100%25%0D%0A::error::x\n")
    assert line.count("\n") == 1


def test_a_span_over_two_lines_has_no_end_column(make_flag: MakeFlag, make_report: MakeReport) -> None:
    assert "endColumn" not in write_github(Report((make_report(make_flag("a\nb", "a\nb")),)))


def test_an_error_is_a_command_with_what_is_known_of_its_place() -> None:
    errors = (ArticleError("empty", Position("a.txt")), ArticleError("not UTF-8", Position("b.txt", 2, 3)))
    assert write_github(Report((), errors)) == (
        "::error file=a.txt::empty\n::error file=b.txt,line=2,col=3::not UTF-8\n"
    )
