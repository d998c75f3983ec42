"""factcheck rules: lists the rules of a pack."""

from pathlib import Path

import click

from checker.commands.options import chosen_pack, pack_option


@click.command()
@pack_option
def rules(pack_folder: Path | None) -> None:
    """List the rules: id, level, what each says."""
    pack = chosen_pack(pack_folder, patterns=False)
    width = max(len(rule.id) for rule in pack.rules)
    for rule in sorted(pack.rules, key=lambda rule: rule.id):
        first = rule.explain.split(". ")[0].replace("\n", " ").rstrip(".")
        click.echo(f"{rule.id:<{width}}  {rule.level:<7}  {first}.")
