"""factcheck test [PACK]: runs every example of a pack."""

from pathlib import Path

import click

from checker.commands.options import chosen_pack


@click.command()
@click.argument("pack_folder", required=False, metavar="[PACK]", type=click.Path(path_type=Path))
def test(pack_folder: Path | None) -> int:
    """Run the examples of a pack's patterns and rules; exit 1 when one fails."""
    from checker.examples import run_examples

    pack = chosen_pack(pack_folder)
    results = list(run_examples(pack))
    failures = [result for result in results if result is not None]
    for failure in failures:
        click.echo(f"{failure.where}: {failure.what}: {failure.message}")
    click.echo(f"{len(results) - len(failures)} examples of {pack.name} passed, {len(failures)} failed")
    return 1 if failures else 0
