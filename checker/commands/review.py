"""factcheck review init|push|pull|status: flags to the people who judge them, and their decisions back."""

import datetime
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checker.commands.options import chosen_pack, pack_option
from checker.config import Config, find_config
from checker.errors import ReviewError

if TYPE_CHECKING:
    from checker.pack import Pack
    from checker.report import Report
    from checker.review.backend import Progress, ReviewBackend
    from checker.review.decisions import Decisions
    from checker.review.doccano import DoccanoBackend
    from checker.review.push import Candidate, Plan
    from checker.review.session import Session
    from checker.review.triage import Triage

Command = Callable[..., int]
DEFAULT_PROJECT = "factcheck"


@click.group()
def review() -> None:
    """Have flags reviewed in doccano: init, push, pull, status.

    The account comes from DOCCANO_USERNAME and DOCCANO_PASSWORD, or DOCCANO_TOKEN; what is missing is asked for.
    """


def place_options(command: Command) -> Command:
    """The options that say where flags are reviewed, given to the command as one `Place`."""

    @click.option("--url", metavar="URL", help="The address of doccano. [DOCCANO_URL, or review: url: in .factcheck.yml]")
    @click.option("--project", metavar="NAME", help="The project there. [DOCCANO_PROJECT, or review: project:, or factcheck]")
    @click.option("--user", metavar="NAME", help="The account. [DOCCANO_USERNAME]")
    @click.option("--ca", type=click.Path(path_type=Path), help="Certificates to trust, in PEM form. [review: ca:]")
    @click.option("--timeout", type=click.FloatRange(0.1), default=60.0, help="Seconds that an answer or an import may take.")
    @wraps(command)
    def with_place(
        url: str | None, project: str | None, user: str | None, ca: Path | None, timeout: float, **rest: Any
    ) -> int:
        return command(place=Place(find_config(Path.cwd()), url, project, user, ca, timeout), **rest)

    return with_place


class Place:
    """Where flags are reviewed, as the options, the environment and .factcheck.yml say it, in this order."""

    def __init__(
        self, config: Config, url: str | None, project: str | None, user: str | None, ca: Path | None, timeout: float
    ) -> None:
        self.config = config
        self.timeout = timeout
        self.project = project or os.environ.get("DOCCANO_PROJECT") or config.review.project or DEFAULT_PROJECT
        self._url = url or os.environ.get("DOCCANO_URL") or config.review.url
        self._user = user or os.environ.get("DOCCANO_USERNAME", "")
        self._ca = ca or config.review.ca

    def session(self) -> "Session":
        """A logged-in session; asks for what is neither in the environment nor on the command line."""
        from checker.review.session import Account, Server, Session

        if not self._url:
            raise ReviewError("where is doccano? Give --url, set DOCCANO_URL, or write review: {url: …} into .factcheck.yml")
        server = Server(self._url, self._ca, self.timeout)
        if server.in_the_clear:
            click.echo("warning: http, not https: the password or token can be read on its way", err=True)
        token = os.environ.get("DOCCANO_TOKEN", "")
        if token:
            return Session(server, Account(token=token))
        try:
            user = self._user or click.prompt("User", err=True)
            password = os.environ.get("DOCCANO_PASSWORD") or click.prompt(f"Password of {user}", hide_input=True, err=True)
        except click.Abort:
            raise ReviewError("no account: set DOCCANO_USERNAME and DOCCANO_PASSWORD, or DOCCANO_TOKEN") from None
        return Session(server, Account(user, password))

    def doccano(self) -> "DoccanoBackend":
        """The project, which must be there."""
        from checker.review.doccano import DoccanoBackend
        from checker.review.project import find_project

        session = self.session()
        return DoccanoBackend(session, find_project(session, self.project), self.timeout)

    def backend(self, folder: Path | None) -> "ReviewBackend":
        """The project, or a folder of files in its stead."""
        if folder is None:
            return self.doccano()
        from checker.review.jsonl import JsonlBackend

        return JsonlBackend(folder)


@review.command()
@place_options
@pack_option
def init(place: Place, pack_folder: Path | None) -> int:
    """Make the project, or check and complete the one that is there."""
    from checker.review.project import init_project

    pack = chosen_pack(pack_folder, place.config, patterns=False)
    session = place.session()
    project, done = init_project(session, place.project, _triage(pack))
    for line in done or ["nothing to do"]:
        click.echo(line)
    click.echo(f"{session.place}/projects/{project.id}: {project.name} is ready for `factcheck review push`")
    return 0


@review.command()
@click.argument("paths", nargs=-1, metavar="[PATH…]")
@click.option("--to", "folder", type=click.Path(path_type=Path, file_okay=False), help="Write JSONL files there instead.")
@click.option("--select", multiple=True, metavar="RULE|FAMILY", help="Only these rules or families.")
@click.option("--ignore", "leave", multiple=True, metavar="RULE|FAMILY", help="Not these rules or families.")
@click.option("--date", type=click.DateTime(["%Y-%m-%d"]), help="The day of publication, for articles without one.")
@click.option("--no-reference", is_flag=True, help="Judge articles by themselves and each other alone.")
@click.option("--jobs", default=1, type=click.IntRange(1), help="How many processes check at once.")
@click.option("--all", "everything", is_flag=True, help="Also send articles without flags, so that missed errors are found.")
@click.option("--only-new", is_flag=True, help="Send only articles that the project has never had.")
@click.option("--second-opinion", is_flag=True, help="Send flags whether or not somebody has decided on them.")
@click.option("--dry-run", is_flag=True, help="Say what would be sent and taken away, and do nothing.")
@place_options
@pack_option
def push(
    place: Place,
    paths: Sequence[str],
    folder: Path | None,
    select: tuple[str, ...],
    leave: tuple[str, ...],
    date: datetime.datetime | None,
    no_reference: bool,
    jobs: int,
    everything: bool,
    only_new: bool,
    second_opinion: bool,
    dry_run: bool,
    pack_folder: Path | None,
) -> int:
    """Check articles and send their flags. Doing it again changes nothing.

    Without PATH: the folder of .factcheck.yml.
    """
    from checker.article import read_article
    from checker.commands.check import chosen, make_choice, quiet
    from checker.review.decisions import Decisions
    from checker.review.push import make_plan
    from checker.review.push import push as carry_out

    config = place.config
    backend = place.backend(folder)
    pack = chosen_pack(pack_folder, config, patterns=False)
    choice = make_choice(pack, config, select, leave)
    decisions = Decisions() if second_opinion else _decisions(config)
    day = date.date() if date else None
    checked = _checked(paths or [os.path.relpath(config.folder)], pack.folder, config, day, no_reference, jobs)
    report = quiet(chosen(checked, choice), config, decisions)
    candidates = _candidates(report, config, decisions)
    if only_new:
        held = {item.article for item in backend.items()}
        candidates = [candidate for candidate in candidates if candidate.key not in held]
    if dry_run:
        _tell(make_plan(candidates, backend.items(), backend.touched, everything), "would be ", report)
    else:
        with _progress() as progress:
            plan = carry_out(backend, candidates, read_article, _triage(pack), progress, everything)
        _tell(plan, "", report)
    return 2 if report.errors else 0


@review.command()
@click.option("--from", "folder", type=click.Path(path_type=Path, file_okay=False), help="Read JSONL files there instead.")
@place_options
@pack_option
def pull(place: Place, folder: Path | None, pack_folder: Path | None) -> int:
    """Write what reviewers decided on the articles they ticked to annotations/decisions.jsonl."""
    from checker.review.decisions import append_decisions, decisions_file
    from checker.review.pull import decide

    pack = chosen_pack(pack_folder, place.config, patterns=False)
    triage = _triage(pack)
    backend = place.backend(folder)
    with _progress() as progress:
        reviews = [decide(reviewed, triage) for reviewed in backend.reviews(progress)]
    file = decisions_file(place.config.annotations, place.config.folder)
    new = append_decisions(file, (decision for decided in reviews for decision in decided))
    kinds = [decision.decision for decision in new]
    told = ", ".join(f"{kinds.count(kind)} {kind}" for kind in dict.fromkeys(sorted(kinds)))
    click.echo(f"{_count(len(reviews), 'ticked article')}; {_count(len(new), 'new decision')}{f': {told}' if told else ''}")
    return _told_problems(_decisions(place.config))


@review.command()
@place_options
def status(place: Place) -> int:
    """Say what waits and what is done, by rule and by reviewer."""
    from checker.review.overview import overview

    backend = place.doccano()
    decisions = _decisions(place.config)
    for line in overview(backend.items(), backend.progress_by_reviewer(), decisions):
        click.echo(line)
    return _told_problems(decisions)


def _checked(
    paths: Sequence[str], pack: Path, config: Config, day: datetime.date | None, no_reference: bool, jobs: int
) -> "Report":
    """The report on the articles, from an earlier push of the very same copy where there was one."""
    from checker.article import find_copy
    from checker.reference.location import chosen_store
    from checker.review.recall import keep, name_of, recall

    if "-" in paths:
        raise ReviewError("standard input has no place to be found again; push files")
    files = list(find_copy(paths, config.annotations))
    known = [file for file in files if isinstance(file, str)]
    store = None if no_reference else chosen_store(config.reference)
    name = name_of(known, pack, (day, no_reference, _stamp(store))) if len(known) == len(files) else None
    report = recall(name)
    if report is not None:
        return report
    from checker.pack import load_pack
    from checker.run import Job, run

    job = Job(pack, None if no_reference else pack, None, day, jobs=jobs, leave_out=config.annotations, store=store)
    report = run(paths, job, load_pack(pack))
    keep(name, report)
    return report


def _stamp(store: Path | None) -> tuple[str, int] | None:
    """What tells one state of the imported reference from another."""
    return (str(store), store.stat().st_mtime_ns) if store is not None and store.exists() else None


def _triage(pack: "Pack") -> "Triage":
    from checker.review.triage import load_triage

    return load_triage(pack.folder, pack.families)


def _decisions(config: Config) -> "Decisions":
    from checker.review.decisions import decisions_file, read_decisions

    return read_decisions(decisions_file(config.annotations, config.folder))


def _candidates(report: "Report", config: Config, decisions: "Decisions") -> "list[Candidate]":
    from checker.review.keys import article_key
    from checker.review.push import Candidate
    from checker.review.silence import Silence

    silence = Silence(decisions)
    keyed = ((article_key(article.path, config.folder), article) for article in report.articles)
    return [Candidate(key, article, silence.of(key, article.sha256)) for key, article in keyed]


def _tell(plan: "Plan", would: str, report: "Report") -> None:
    """What a push did, or would do, and which articles could not be checked."""
    sent = f"{_count(len(plan.send), 'article')} with {_count(plan.flags, 'flag')} {would}sent"
    kept = f"; beside {_count(plan.kept, 'earlier version')} that somebody has worked on" if plan.kept else ""
    click.echo(f"{sent}{kept}; {len(plan.remove)} {would}taken away; {plan.unchanged:,} unchanged")
    for error in report.errors:
        click.echo(f"error: {error}", err=True)


def _told_problems(decisions: "Decisions") -> int:
    for problem in decisions.problems:
        click.echo(f"error: {problem}", err=True)
    return 2 if decisions.problems else 0


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}" if number == 1 else f"{number:,} {word}s"


@contextmanager
def _progress() -> "Iterator[Progress]":
    """A bar for each kind of work, on a terminal; nothing where there is none."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as bars:
        tasks: dict[str, TaskID] = {}

        def told(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(f"articles {what}", total=of)
            bars.update(tasks[what], completed=done, total=of)

        yield told
