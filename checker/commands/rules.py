"""factcheck rules: lists the rules of a pack."""

from pathlib import Path

import click

from checker.commands.options import pack_option
from checker.rulebook import read_rulebook


@click.command()
@pack_option
def rules(pack_folder: Path | None) -> None:
    """List the rules: id, level, what each says."""
    listed = read_rulebook(pack_folder)
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        click.echo(f"{rule.id:<{width}}  {rule.level:<7}  {rule.gist}")
