"""factcheck explain RULE: a rule's page, made from the rule itself."""

from pathlib import Path

import click

from checker.commands.options import pack_option
from checker.errors import FactcheckError, did_you_mean
from checker.rulebook import read_rulebook


@click.command()
@click.argument("rule_id", metavar="RULE")
@pack_option
def explain(rule_id: str, pack_folder: Path | None) -> None:
    """Print a rule's page: what it says and why, examples of wrong and right copy, its source."""
    pages = {rule.id: rule.page for rule in read_rulebook(pack_folder)}
    if rule_id not in pages:
        raise FactcheckError(f"the pack has no rule {rule_id!r}{did_you_mean(rule_id, pages)}")
    click.echo(pages[rule_id])
