"""factcheck check: articles to verdicts, and out through a writer."""

import datetime
import sys
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from checker.commands.options import chosen_pack, pack_option
from checker.config import Config, Ignore, check_targets, find_config
from checker.errors import FactcheckError, Position, did_you_mean
from checker.judge.rules import LEVELS, Level
from checker.judge.verdict import Flag
from checker.pack import Pack
from checker.report import ArticleReport, Report
from checker.writers import FORMATS, WRITERS

if TYPE_CHECKING:
    from checker.review.decisions import Decisions


@dataclass(frozen=True)
class Choice:
    """Which flags to show: rules or families selected and left out, and what `ignore:` silences."""

    select: tuple[str, ...]
    leave: tuple[str, ...]
    ignore: tuple[Ignore, ...]

    def shown(self, flag: Flag) -> bool:
        names = (flag.rule, flag.family)
        return (not self.select or any(n in self.select for n in names)) and not any(n in self.leave for n in names)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--format", "form", default="terminal", type=click.Choice(FORMATS), help="How to report.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report to a file.")
@click.option("--select", multiple=True, metavar="RULE|FAMILY", help="Only these rules or families.")
@click.option("--ignore", "leave", multiple=True, metavar="RULE|FAMILY", help="Not these rules or families.")
@click.option("--level", type=click.Choice(LEVELS), help="Exit 1 for flags of this level and above. [default: error]")
@click.option("--claims", is_flag=True, help="With --format json: every claim that was found.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication, for articles without one.")
@click.option("--match-sheet", type=click.Path(path_type=Path, dir_okay=False), help="A desk's facts of matches.")
@click.option("--annotate", type=click.Path(path_type=Path, file_okay=False), help="Write annotated copies there.")
@click.option("--no-annotate", is_flag=True, help="Write no annotated copies, whatever .factcheck.yml says.")
@click.option("--model", metavar="NAME", help="A trained spaCy pipeline in the place of the blank one.")
@click.option("--no-reference", is_flag=True, help="Judge articles by themselves and each other alone.")
@click.option("--stdin-filename", default="<stdin>", metavar="NAME", help="The name of what is read from `-`.")
@click.option("--jobs", default=1, type=click.IntRange(1), help="How many processes check at once.")
@click.option("--show-dismissed", is_flag=True, help="Also show the flags that reviewers have dismissed.")
@click.option("--exit-zero", is_flag=True, help="Exit 0 even when there are flags.")
@click.option("-v", "--verbose", is_flag=True, help="Also list what is supported, and why.")
@pack_option
def check(
    paths: Sequence[str],
    form: str,
    output: Path | None,
    select: tuple[str, ...],
    leave: tuple[str, ...],
    level: Level | None,
    claims: bool,
    date: datetime.datetime | None,
    match_sheet: Path | None,
    annotate: Path | None,
    no_annotate: bool,
    model: str | None,
    no_reference: bool,
    stdin_filename: str,
    jobs: int,
    show_dismissed: bool,
    exit_zero: bool,
    verbose: bool,
    pack_folder: Path | None,
) -> int:
    """Check articles: files, folders (walked for .txt, .md, .markdown), or `-` for standard input."""
    from checker.reference.location import chosen_store
    from checker.review.decisions import decisions_file, read_decisions
    from checker.run import Job, run

    config = find_config(Path.cwd())
    pack = chosen_pack(pack_folder, config)
    choice = make_choice(pack, config, select, leave)
    folder = annotate or config.annotations
    decisions = read_decisions(decisions_file(config.annotations, config.folder))
    reference = None if no_reference else pack.folder
    store = chosen_store(config.reference) if reference else None
    job = Job(
        pack.folder, reference, model, date.date() if date else None, stdin_filename, jobs, claims or verbose, folder, store,
        match_sheet,
    )  # fmt: skip
    report = quiet(chosen(run(paths, job, pack), choice), config, decisions)
    if folder is not None and not no_annotate:
        home = None if annotate else config.folder
        report = _annotated(report, folder, home, stdin_filename if "-" in paths else "")
    _write(report, form, output, claims, verbose, show_dismissed)
    if report.errors:
        return 2
    return 0 if exit_zero else int(_fails(report, level or config.level))


def make_choice(pack: Pack, config: Config, select: tuple[str, ...], leave: tuple[str, ...]) -> Choice:
    """Which flags to show; raises for a rule or family that the pack does not have."""
    known = [*pack.rule_ids, *pack.families]
    for word in (*select, *leave):
        if word not in known:
            raise FactcheckError(f"the pack has no rule or family {word!r}{did_you_mean(word, known)}")
    check_targets(config.ignore, [*pack.rule_ids], pack.families)
    return Choice(select, leave, config.ignore)


def chosen(report: Report, choice: Choice) -> Report:
    """The report with only the chosen flags shown and the ignored ones silenced; entries that silence nothing are told."""
    used: set[Ignore] = set()
    articles = tuple(_silenced(article, choice, used) for article in report.articles)
    idle = [entry for entry in choice.ignore if entry not in used]
    warnings = tuple(f"{entry.where}: the entry for {entry.target!r} silences nothing" for entry in idle)
    return replace(report, articles=articles, warnings=(*report.warnings, *warnings))


def _silenced(article: ArticleReport, choice: Choice, used: set[Ignore]) -> ArticleReport:
    shown: list[Flag] = []
    silenced: list[tuple[Flag, str]] = []
    for flag in article.flags:
        entry = next((entry for entry in choice.ignore if entry.silences(flag)), None)
        if entry is not None:
            used.add(entry)
        if choice.shown(flag) and entry is not None:
            silenced.append((flag, entry.reason))
        elif choice.shown(flag):
            shown.append(flag)
    return replace(article, flags=tuple(shown), silenced=tuple(silenced))


def quiet(report: Report, config: Config, decisions: "Decisions") -> Report:
    """The report without what reviewers have dismissed; decisions that cannot be read are errors of the report."""
    from checker.review.silence import Silence

    heard = Silence(decisions).over(report, config.folder)
    return replace(heard, errors=(*heard.errors, *decisions.problems))


def _annotated(report: Report, folder: Path, home: Path | None, typed: str) -> Report:
    """Writes each article with its flags inline; an article that cannot be written is an error of the report.

    With `home`, the folder of .factcheck.yml, only articles below it are written: what the configuration says is said of
    its own copy, and somebody else's articles do not belong among it. `typed` is the name of standard input, which is no
    file.
    """
    from checker.article import read_article
    from checker.writers.criticmarkup import annotate, annotated_names

    errors: list[FactcheckError] = []
    names = annotated_names(article.path for article in report.articles)
    for article in report.articles:
        if article.path == typed or (home and not Path(article.path).resolve().is_relative_to(home.resolve())):
            continue
        try:
            text = annotate(read_article(article.path).text, article.flags)
            folder.mkdir(parents=True, exist_ok=True)
            (folder / names[article.path]).write_bytes(text.encode())
        except OSError as problem:
            message = f"the annotated copy cannot be written: {problem.strerror}"
            errors.append(FactcheckError(message, Position(article.path)))
    return replace(report, errors=(*report.errors, *errors))


def _discreet(article: ArticleReport) -> ArticleReport:
    """An article's report for programs: of what was dismissed it says nothing unless it is asked."""
    return replace(article, dismissed=())


def _write(report: Report, form: str, output: Path | None, claims: bool, verbose: bool, show_dismissed: bool) -> None:
    if form in WRITERS:
        shown = report if show_dismissed else replace(report, articles=tuple(map(_discreet, report.articles)))
        _put(WRITERS[form](shown, claims), output)
        return
    from rich.console import Console

    from checker.writers.terminal import TerminalWriter

    with _stream(output) as stream:
        TerminalWriter(Console(file=stream, highlight=False), verbose, show_dismissed).write(report)


def _put(text: str, output: Path | None) -> None:
    with _stream(output) as stream:
        stream.write(text)


def _stream(output: Path | None) -> AbstractContextManager[TextIO]:
    if output is None:
        return nullcontext(sys.stdout)
    try:
        return output.open("w", encoding="utf-8", newline="")
    except OSError as problem:
        raise FactcheckError(f"cannot be written: {problem.strerror}", Position(str(output))) from None


def _fails(report: Report, level: Level) -> bool:
    """Whether a flag stands at the failing level or above."""
    worst = LEVELS[: LEVELS.index(level) + 1]
    flags: Iterable[Flag] = (flag for article in report.articles for flag in article.flags)
    return any(flag.level in worst for flag in flags)
