"""factcheck stats: what reviewers made of each rule's flags."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from checker.commands.options import chosen_pack, pack_option
from checker.config import find_config

if TYPE_CHECKING:
    from checker.review.statistics import Agreement, Interval, RuleStatistics, Statistics


@click.command()
@click.option("--format", "form", default="terminal", type=click.Choice(["terminal", "json"]), help="How to print them.")
@pack_option
def stats(form: str, pack_folder: Path | None) -> int:
    """How far each rule can be trusted, counted from the reviewers' decisions."""
    from checker.review.decisions import decisions_file, read_decisions
    from checker.review.statistics import count
    from checker.review.triage import load_triage

    config = find_config(Path.cwd())
    pack = chosen_pack(pack_folder, config, patterns=False)
    decisions = read_decisions(decisions_file(config.annotations, config.folder))
    found = count(decisions, pack.rules, load_triage(pack.folder, pack.families).floors)
    click.echo(json.dumps(as_json(found), indent=2) if form == "json" else "\n".join(as_table(found)))
    for problem in decisions.problems:
        click.echo(f"error: {problem}", err=True)
    return 2 if decisions.problems else 0


def as_json(found: "Statistics") -> dict[str, object]:
    """The statistics for programs (docs/reviewing.md)."""
    agreement = found.agreement
    return {
        "version": "1",
        "flags": found.decisions,
        "rules": [_rule(rule) for rule in found.rules],
        "agreement": {"pairs": agreement.pairs, "agreed": agreement.agreed, "alpha": agreement.alpha},
    }


def _rule(rule: "RuleStatistics") -> dict[str, object]:
    precision = rule.precision
    return {
        "rule": rule.rule,
        "level": rule.level,
        "upheld": rule.upheld,
        "dismissed": rule.dismissed,
        "edited": rule.edited,
        "missed": rule.missed,
        "precision": precision and {"share": precision.share, "low": precision.low, "high": precision.high},
        "floor": rule.floor,
        "advice": rule.advice,
    }


def as_table(found: "Statistics") -> Iterator[str]:
    """The lines that a person reads."""
    if not found.rules:
        yield "no decisions yet: factcheck review pull brings them"
        return
    width = max(len(rule.rule) for rule in found.rules)
    yield f"{'rule':<{width}}  level    upheld  edited  dismissed  missed  precision (95 %)"
    for rule in found.rules:
        counts = f"{rule.upheld:>6}  {rule.edited:>6}  {rule.dismissed:>9}  {rule.missed:>6}"
        yield f"{rule.rule:<{width}}  {rule.level or '-':<7}  {counts}  {_percent(rule.precision)}{_advice(rule)}".rstrip()
    yield ""
    yield _agreement(found.agreement)


def _percent(interval: "Interval | None") -> str:
    return f"{interval.share:.0%} ({interval.low:.0%} to {interval.high:.0%})" if interval else ""


def _advice(rule: "RuleStatistics") -> str:
    return f"  under {rule.floor:.0%}: {rule.advice}" if rule.advice else ""


def _agreement(agreement: "Agreement") -> str:
    if not agreement.pairs:
        return "no flag was judged by two people"
    alpha = "" if agreement.alpha is None else f"; Krippendorff's alpha {agreement.alpha:.2f}"
    share = agreement.agreed / agreement.pairs
    return f"two people agreed on {agreement.agreed} of {agreement.pairs} flags ({share:.0%}){alpha}"
