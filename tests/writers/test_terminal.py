"""What an editor sees in the terminal."""

from collections.abc import Callable
from io import StringIO

from rich.console import Console

from checker.article import Span
from checker.errors import ArticleError, Position
from checker.judge.verdict import Evidence, Flag, Found
from checker.report import ArticleReport, Report
from checker.writers.terminal import TerminalWriter

MakeFlag = Callable[..., Flag]
MakeReport = Callable[..., ArticleReport]

COPY = "The hosts led.\nIt ended in a 2-1 draw.\n"


def seen(*articles: ArticleReport, width: int = 100, colour: bool = False, **options: bool) -> str:
    """What the writer prints of some articles."""
    out = StringIO()
    console = Console(
        file=out, width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    TerminalWriter(console, **options).write(Report(articles))
    return out.getvalue()


def claims(supported: int, refuted: int, unknown: int) -> tuple[Found, ...]:
    verdicts = ("supported",) * supported + ("refuted",) * refuted + ("not-enough-info",) * unknown
    return tuple(
        Found("score", Span(0, 3), "2-1", {}, verdict, (), ("agrees with '2-1'",))  # type: ignore[arg-type]
        for verdict in verdicts
    )


def test_a_flag_is_shown_under_its_line_of_copy(make_flag: MakeFlag, make_report: MakeReport) -> None:
    evidence = (
        Evidence("span", "1-1", "story.txt", Span(4, 7), 12),
        Evidence("article", "level at 1-1", "other.txt", Span(0, 3)),
        Evidence("reference", "1-1 on 18 April", source="results.yml"),
    )
    flag = make_flag(COPY, "2-1 draw", evidence=evidence, suggestions=("1-1 draw",))
    assert seen(make_report(flag, found=claims(17, 2, 22))) == (
        "story.txt:2:15 error score/draw-is-level\n"
        "     2 | It ended in a 2-1 draw.\n"
        "       |               ^^^^^^^^\n"
        "       = a draw ends level\n"
        '       = seen: line 12: "1-1"\n'
        '       = seen: other.txt: "level at 1-1"\n'
        "       = reference: 1-1 on 18 April (results.yml)\n"
        "       = did you mean: 1-1 draw\n"
        "\n"
        "story.txt: 41 claims: 17 supported, 2 refuted, 22 not checkable\n"
        "\n"
    )


def test_a_paragraph_in_one_line_is_cut_around_the_span(make_flag: MakeFlag, make_report: MakeReport) -> None:
    copy = "Word after word. " * 300 + "It ended in a 2-1 draw. " + "And so on. " * 300
    shown = seen(make_report(make_flag(copy, "2-1 draw")), width=80).splitlines()
    assert shown[1].startswith("     1 | … ")
    assert shown[1].endswith(" …")
    assert len(shown[1]) <= 80
    assert shown[1].index("2-1 draw") == shown[2].index("^^^^^^^^")


def test_carets_hold_in_a_narrow_terminal(make_flag: MakeFlag, make_report: MakeReport) -> None:
    shown = seen(make_report(make_flag(COPY, "2-1 draw", message="long " * 40)), width=20).splitlines()
    assert shown[2] == "       |               ^^^^^^^^"
    assert shown[3] == "       = " + ("long " * 40).strip()


def test_brackets_in_copy_are_no_markup(make_flag: MakeFlag, make_report: MakeReport) -> None:
    copy = "[bold]A[/bold] 2-1 [red]draw[/] :smile: [link=file:///etc]x"
    shown = seen(make_report(make_flag(copy, "2-1", message="[blink]no[/blink]")))
    assert f"     1 | {copy}\n" in shown
    assert "= [blink]no[/blink]\n" in shown


def test_an_article_cannot_speak_to_the_terminal(make_flag: MakeFlag, make_report: MakeReport) -> None:
    copy = "\x1b]0;title\x07 2-1 \x1b[31mdraw"
    flag = make_flag(copy, "2-1", message=copy, path="a\x1b[2J.txt", suggestions=(copy,))
    shown = seen(make_report(flag, path="a\x1b[2J.txt"))
    assert not {"\x1b", "\x07"} & set(shown)
    assert "     1 | ␛]0;title␇ 2-1 ␛[31mdraw\n" in shown


def test_colours_only_where_there_is_a_terminal(make_flag: MakeFlag, make_report: MakeReport) -> None:
    report = make_report(make_flag(COPY, "2-1 draw"))
    assert "\x1b[" in seen(report, colour=True)
    assert "\x1b[" not in seen(report)


def test_verbose_lists_what_is_supported_and_why(make_report: MakeReport) -> None:
    shown = seen(make_report(found=claims(1, 0, 1)), verbose=True)
    assert "supported score \"2-1\": agrees with '2-1'\n" in shown
    assert shown.count("supported score") == 1


def test_what_is_supported_is_not_listed_unasked(make_report: MakeReport) -> None:
    shown = seen(make_report(found=claims(1, 0, 0)))
    assert shown == "story.txt: 1 claim: 1 supported, 0 refuted, 0 not checkable\n"


def test_silenced_flags_are_counted_with_their_reason(make_flag: MakeFlag, make_report: MakeReport) -> None:
    report = make_report(silenced=((make_flag(COPY, "2-1 draw"), "a joke"),), found=claims(0, 1, 0))
    assert seen(report).endswith("1 claim: 0 supported, 1 refuted, 0 not checkable; 1 silenced (a joke)\n")
    assert "^^^" not in seen(report)


def test_dismissed_flags_are_counted(make_flag: MakeFlag, make_report: MakeReport) -> None:
    report = make_report(dismissed=((make_flag(COPY, "2-1 draw"), "ann, 2026-11-21"),), found=claims(0, 1, 0))
    assert seen(report).endswith("1 claim: 0 supported, 1 refuted, 0 not checkable; 1 dismissed\n")
    assert "^^^" not in seen(report)


def test_dismissed_flags_are_shown_when_asked_for(make_flag: MakeFlag, make_report: MakeReport) -> None:
    shown = seen(make_report(dismissed=((make_flag(COPY, "2-1 draw"), "ann, 2026-11-21: a joke"),)), show_dismissed=True)
    assert "story.txt:2:15 error (dismissed) score/draw-is-level\n" in shown
    assert "       = dismissed: ann, 2026-11-21: a joke\n" in shown


def test_several_articles_have_a_total(make_flag: MakeFlag, make_report: MakeReport) -> None:
    flags = [make_flag(COPY, "2-1 draw", level=level) for level in ("error", "query", "query")]
    shown = seen(make_report(*flags, found=claims(1, 3, 0)), make_report(found=claims(2, 0, 5)))
    assert shown.splitlines()[-1] == (
        "2 articles, 1 error, 2 queries; 11 claims: 3 supported, 3 refuted, 5 not checkable"
    )


def test_one_article_has_no_total(make_report: MakeReport) -> None:
    assert seen(make_report(found=claims(1, 0, 0))).count("\n") == 1


def test_errors_and_warnings_are_told_at_the_end(make_report: MakeReport) -> None:
    out = StringIO()
    error = ArticleError("not UTF-8: found byte 0xff", Position("[a].txt", 2, 3))
    report = Report((make_report(),), (error,), (".factcheck.yml:3:5: silences nothing",))
    TerminalWriter(Console(file=out, width=60)).write(report)
    assert out.getvalue() == (
        "story.txt: no claims\n"
        "error: [a].txt:2:3: not UTF-8: found byte 0xff\n"
        "warning: .factcheck.yml:3:5: silences nothing\n"
        "1 article, no flags; no claims; 1 could not be checked\n"
    )


def test_articles_may_come_one_by_one(make_report: MakeReport) -> None:
    out = StringIO()
    writer = TerminalWriter(Console(file=out, width=60))
    writer.write_article(make_report(path="first.txt"))
    assert out.getvalue().startswith("first.txt: ")
    writer.write_article(make_report(path="second.txt"))
    writer.write_summary()
    assert out.getvalue().splitlines()[-1].startswith("2 articles, ")
