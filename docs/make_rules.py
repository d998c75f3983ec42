"""Makes docs/rules.md from the football pack: `python docs/make_rules.py`.

With --check it writes nothing and exits 1 when the page is not the one that the rules make.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from checker.claims.types import ClaimType
from checker.judge.expressions import MATCH_FACTS
from checker.judge.rules import Rule
from checker.pack import load_pack
from checker.places import default_pack
from checker.rulebook import rule_page

PAGE = Path(__file__).resolve().parent / "rules.md"
ROOT = PAGE.parent.parent
INTRODUCTION = """\
# The rules of the football pack

Made from the rules themselves by `python docs/make_rules.py`; change a rule's YAML, not this page. What a rule
may say is told in [writing-rules.md](writing-rules.md). `[[…]]` marks the words that are flagged. Every example
here runs in `factcheck test`. At the end stand the [fields](#fields) that rules may use.
"""
FIELDS = """\
## Fields

What a rule on a claim type may use. A field that the article does not tell is unknown; see
[writing-rules.md](writing-rules.md).

| claim type | fields |
|---|---|"""

_WRITTEN = re.compile(r"Written in (\S+?):\d+:\d+\.")


def page() -> str:
    """The whole page: a table of the rules, then each rule's own page, by family and name."""
    pack = load_pack(default_pack())
    rules = sorted(pack.rules, key=lambda rule: rule.id)
    return "\n".join([INTRODUCTION, *_table(rules), *_pages(rules), *_fields(pack.claim_types.values()), ""])


def _table(rules: list[Rule]) -> Iterator[str]:
    yield "| rule | level | about |"
    yield "|---|---|---|"
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id.replace('/', '')}) | {rule.level} | {' and '.join(rule.each)} |"
    yield ""


def _pages(rules: list[Rule]) -> Iterator[str]:
    for family, members in groupby(rules, key=lambda rule: rule.family):
        yield f"## {family}"
        yield ""
        for rule in members:
            yield from (_line(line) for line in rule_page(rule))
            yield ""


def _fields(claim_types: Iterable[ClaimType]) -> Iterator[str]:
    yield FIELDS
    for claim_type in sorted(claim_types, key=lambda claim_type: claim_type.name):
        yield f"| `{claim_type.name}` | {_list(claim_type.fields.items())} |"
    yield f"| `match` | {_list((name.removeprefix('match.'), kind) for name, kind in MATCH_FACTS.items())} |"


def _list(fields: Iterable[tuple[str, str]]) -> str:
    return ", ".join(f"`{name}` {kind}" for name, kind in sorted(fields))


def _line(line: str) -> str:
    """A line of a rule's page as a part of this one: headings two deeper, the file without machine and line."""
    if line.startswith("#"):
        return f"##{line}"
    return _WRITTEN.sub(lambda found: f"Written in {_place(found[1])}.", line)


def _place(file: str) -> str:
    path = Path(file).resolve().relative_to(ROOT).as_posix()
    return f"[{path}](../{path})"


def main(arguments: list[str]) -> int:
    """Writes the page, or with --check compares it."""
    text = page()
    if "--check" not in arguments:
        PAGE.write_text(text, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == text:
        return 0
    sys.stderr.write(f"{PAGE.relative_to(ROOT)} is not what the rules make: run python docs/make_rules.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
