"""factcheck reference: imports of open data and desks' feeds, and what the store holds."""

import datetime
import json
from collections.abc import Generator, Sequence
from contextlib import closing
from pathlib import Path

import click

from checker.commands.options import chosen_pack, pack_option
from checker.config import find_config
from checker.errors import FactcheckError, Position, did_you_mean
from checker.pack import Pack
from checker.reference.importing import Plan, Report, changed, counts, exclusive, remove_source, run_import
from checker.reference.lists import load_lists
from checker.reference.location import default_store, open_store
from checker.reference.showing import exported, known_as, shown
from checker.reference.verifying import findings


@click.group()
def reference() -> None:
    """The reference: import open data or a feed, show what is known, look for clashes."""


def _store(option: Path | None) -> Path:
    store = option or find_config(Path.cwd()).reference or default_store()
    if store is None:
        raise FactcheckError("no home folder to keep the store in; name one with --store or `reference:` in .factcheck.yml")
    return store


store_option = click.option(
    "--store", type=click.Path(path_type=Path, dir_okay=False), help="The store [default: `reference:`, else the user's]."
)


@reference.command("import")
@click.argument("format_name", metavar="FORMAT")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d"]), help="The day on which the data were right.")
@click.option("--again", is_flag=True, help="Import data that the store has already.")
@click.option("--mapping", type=click.Path(path_type=Path, dir_okay=False), help="For csv: what its columns mean.")
@click.option("--report", type=click.Path(path_type=Path, dir_okay=False), help="Write every rejected row to a file.")
@store_option
@pack_option
def import_command(
    format_name: str,
    paths: tuple[Path, ...],
    as_of: datetime.datetime | None,
    again: bool,
    mapping: Path | None,
    report: Path | None,
    store: Path | None,
    pack_folder: Path | None,
) -> int:
    """Import folders or files of a FORMAT; each becomes one source, taken whole or not at all.

    \b
    FORMAT is one of: openfootball, reep, international-results, schochastics,
    fantasy-premier-league, statsbomb, transfermarkt, openligadb, sportsml, csv.
    """
    from checker.reference.importers import importer_of

    pack = chosen_pack(pack_folder, patterns=False)
    importer = importer_of(format_name, mapping)
    plan = Plan(
        importer, paths, load_lists(pack.folder), pack.words.particles, pack.curated(),
        as_of.date().isoformat() if as_of else "", again, _hidden(pack),
    )  # fmt: skip
    place = _store(store)
    with closing(_progress(plan)) as tick:
        next(tick)
        reports = run_import(plan, place, tick.send)
    _print_reports(reports, report)
    click.echo(f"in {place}")
    return 2 if any(found.rejected_count and not found.rows for found in reports) else 0


def _hidden(pack: Pack) -> frozenset[str]:
    lists = ("first_names", "common_capitals", "sentence_starters", "weekdays", "months", "titles")
    return frozenset().union(*(pack.words.folded(name) for name in lists))


def _progress(plan: Plan) -> Generator[None, Path]:
    """A bar on a terminal, nothing elsewhere; each file that is begun is sent to it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    total = sum(len(plan.importer.files(path, plan.lists)) for path in plan.paths if path.exists())
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(plan.importer.name, total=total)
        while True:
            yield
            bar.advance(task)


def _print_reports(reports: Sequence[Report], to_file: Path | None) -> None:
    lines: list[str] = []
    for found in reports:
        if found.unchanged:
            click.echo(f"{found.source}: the store has it already, nothing changed")
            continue
        rows = ", ".join(f"{count:,} {kind} rows" for kind, count in sorted(found.rows.items())) or "no rows"
        click.echo(f"{found.source}: {found.files:,} files, {rows}, {found.rejected_count:,} rejected")
        lines += [str(row) for row in found.rejected]
        shown = [] if to_file else found.rejected[:SHOWN]
        for row in shown:
            click.echo(f"  {row}", err=True)
        if not to_file and found.rejected_count > SHOWN:
            click.echo(f"  and {found.rejected_count - SHOWN:,} more; --report FILE writes them all", err=True)
    if to_file:
        to_file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


SHOWN = 10
"""Rejected rows of a source that are printed."""


@reference.command()
@store_option
def stats(store: Path | None) -> None:
    """How much the store holds, and from where."""
    place = _existing(_store(store))
    with closing(open_store(place)) as database:
        click.echo(f"{place}, {place.stat().st_size / 1e6:.1f} MB")
        for name, count in counts(database).items():
            click.echo(f"  {count:>9,} {name}")
        rows = database.execute("select key, tier, licence, as_of, imported_at from source order by key")
        for key, tier, licence, as_of, imported in rows:
            click.echo(f"  {key}: {tier}, {licence}, as of {as_of}, imported {imported}")


def _existing(store: Path) -> Path:
    if not store.exists():
        raise FactcheckError("there is no store yet; `factcheck reference import` makes one", Position(str(store)))
    return store


@reference.command()
@click.argument("name")
@store_option
@pack_option
def show(name: str, store: Path | None, pack_folder: Path | None) -> int:
    """What is known of a NAME: people with their clubs, clubs with their people and last matches."""
    place = _store(store)
    pack = chosen_pack(pack_folder, patterns=False)
    known = pack.reference(place if place.exists() else None)
    entities = known_as(name, known)
    for entity in entities:
        click.echo("\n".join(shown(entity, known)))
    if not entities:
        raise FactcheckError(f"the reference has no {name!r}{did_you_mean(name, known.some_names(name))}")
    return 0


@reference.command()
@click.option("--redistributable", is_flag=True, help="Only sources whose licence lets anybody pass the facts on.")
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write to a file.")
@store_option
def export(redistributable: bool, output: Path | None, store: Path | None) -> None:
    """The store's rows as JSON, one a line, each with its source and licence."""
    with closing(open_store(_existing(_store(store)))) as database:
        lines = (json.dumps(row, ensure_ascii=False) + "\n" for row in exported(database, redistributable))
        if output is None:
            for line in lines:
                click.echo(line, nl=False)
            return
        with output.open("w", encoding="utf-8") as stream:
            stream.writelines(lines)


@reference.command()
@store_option
@pack_option
def verify(store: Path | None, pack_folder: Path | None) -> int:
    """Look for clashes between sources, memberships without an end, and rows that hang in the air; exit 1 when found."""
    pack = chosen_pack(pack_folder, patterns=False)
    total = 0
    with closing(open_store(_existing(_store(store)))) as database:
        for title, lines in findings(database, pack.curated()):
            total += len(lines)
            click.echo(f"{len(lines):,} {title}")
            for line in lines[:SHOWN]:
                click.echo(f"  {line}")
    return int(total > 0)


@reference.command()
@store_option
def migrate(store: Path | None) -> None:
    """Bring a store that an older factcheck made up to date."""
    place = _existing(_store(store))
    with exclusive(place), changed(place):
        pass
    click.echo(f"{place} is up to date")


@reference.command()
@click.argument("source")
@store_option
def remove(source: str, store: Path | None) -> None:
    """Take a SOURCE, as `stats` names it, out of the store."""
    place = _existing(_store(store))
    with exclusive(place), changed(place) as database:
        known = dict(database.execute("select key, id from source").fetchall())
        if source not in known:
            raise FactcheckError(f"the store has no source {source!r}{did_you_mean(source, known)}", Position(str(place)))
        remove_source(database, known[source])
    click.echo(f"{source} is out of {place}")
