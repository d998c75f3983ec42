"""factcheck explain RULE: a rule's page, made from the rule itself."""

from collections.abc import Iterator
from pathlib import Path

import click

from checker.commands.options import chosen_pack, pack_option
from checker.errors import FactcheckError, did_you_mean
from checker.judge.rules import Rule, RuleExample


@click.command()
@click.argument("rule_id", metavar="RULE")
@pack_option
def explain(rule_id: str, pack_folder: Path | None) -> None:
    """Print a rule's page: what it says and why, examples of wrong and right copy, its source."""
    pack = chosen_pack(pack_folder, patterns=False)
    known = {rule.id: rule for rule in pack.rules}
    if rule_id not in known:
        raise FactcheckError(f"the pack has no rule {rule_id!r}{did_you_mean(rule_id, known)}")
    click.echo("\n".join(rule_page(known[rule_id])))


def rule_page(rule: Rule) -> Iterator[str]:
    """The lines of a rule's page, in Markdown."""
    yield f"# {rule.id}"
    yield ""
    yield f"Level: {rule.level}. Applies to: {' and '.join(rule.each)}."
    yield ""
    yield rule.explain
    yield ""
    if rule.when:
        yield f"    when:   {' '.join(rule.when.text.split())}"
    yield f"    assert: {' '.join(rule.demand.text.split())}"
    yield f"    says:   {rule.message}"
    for title, wrong in (("Wrong", True), ("Right", False)):
        yield ""
        yield f"## {title}"
        for example in rule.examples:
            if example.wrong == wrong:
                yield from _shown(example)
    yield ""
    yield f"Source: {rule.source or 'the words themselves'}. Written in {rule.where}."


def _shown(example: RuleExample) -> Iterator[str]:
    yield ""
    for number, text in enumerate(example.texts):
        if len(example.texts) > 1:
            yield f"    (report {number + 1})"
        for start, end in sorted(((s, e) for at, s, e in example.marks if at == number), reverse=True):
            text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
        yield from (f"    {line}".rstrip() for line in text.rstrip().split("\n"))
