"""Runs the examples that a pack carries: every pattern's and every rule's."""

from collections.abc import Iterator
from dataclasses import dataclass

from checker.article import Article, Span, article_from_bytes
from checker.check import Checker
from checker.claims.types import Example
from checker.judge.rules import Rule, RuleExample
from checker.pack import Pack


@dataclass(frozen=True, slots=True)
class Failure:
    """An example that did not do what it says, and where it stands."""

    what: str
    where: str
    message: str


def run_examples(pack: Pack) -> Iterator[Failure | None]:
    """One item an example, None for each that does what it says."""
    checker = Checker(pack, pack.reference())
    for claim_type in pack.claim_types.values():
        for example in claim_type.examples:
            yield claim_failure(checker, example)
    for rule in pack.rules:
        for rule_example in rule.examples:
            yield rule_failure(checker, rule, rule_example)


def _article(text: str, number: int = 0) -> Article:
    kind = "md" if text.startswith("---\n") else "txt"  # an example that front matter dates
    return article_from_bytes(text.encode(), f"example-{number}.{kind}")


def claim_failure(checker: Checker, example: Example) -> Failure | None:
    """How a pattern's example fails; None when it is read as it says."""
    found = [c for c in checker.check(_article(example.text)).report.found if c.type == example.claim_type]
    what = f"claim {example.claim_type}: {example.text!r}"
    if example.fields is None:
        return Failure(what, example.where, f"read as {found[0].text!r}, expected none") if found else None
    if any(all(claim.fields.get(key) == value for key, value in example.fields.items()) for claim in found):
        return None
    read = "; ".join(f"{claim.text!r} {claim.fields}" for claim in found) or "nothing"
    return Failure(what, example.where, f"expected {dict(example.fields)}, read {read}")


def rule_failure(checker: Checker, rule: Rule, example: RuleExample) -> Failure | None:
    """How a rule's example fails; None when exactly the marked spans are flagged."""
    articles = [_article(text, number) for number, text in enumerate(example.texts)]
    reports = checker.check_all(articles)
    flagged = {
        (number, flag.span) for number, report in enumerate(reports) for flag in report.flags if flag.rule == rule.id
    }
    expected = {(number, Span(start, end)) for number, start, end in example.marks}
    if flagged == expected:
        return None
    shown = [span.of(articles[number].text) for number, span in sorted(flagged)]
    wanted = [span.of(articles[number].text) for number, span in sorted(expected)]
    kind = "wrong" if example.wrong else "right"
    message = f"flagged {shown or 'nothing'}, expected {wanted or 'nothing'}, in: {example.texts[0][:90]!r}"
    return Failure(f"rule {rule.id}, a {kind} example", rule.where, message)
