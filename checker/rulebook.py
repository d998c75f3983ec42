"""The rules of a pack as `factcheck rules` and `factcheck explain` show them.

Loading a pack takes half a second, most of it to import what checks it; what these two show is a few pages of text. So it is
kept in the user's cache under a digest of all that it was made from, and made anew when any of that has changed. A pack
with a mistake is never kept: it tells its mistake every time.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from checker.cache import cache_folder, digest_of, program_files, write_kept
from checker.places import default_pack, nearest_config

if TYPE_CHECKING:
    from checker.judge.rules import Rule, RuleExample

_KEPT = 20
"""Rulebooks that are kept; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One rule: its line in the list and its page, in Markdown."""

    id: str
    level: str
    gist: str
    page: str


def read_rulebook(pack_folder: Path | None) -> list[Entry]:
    """The rules of the pack of --pack, else of .factcheck.yml, else football's; raises PackError and ConfigError."""
    file = _place(pack_folder)
    kept = _kept(file) if file else None
    return _made(pack_folder, file) if kept is None else kept


def _place(pack_folder: Path | None) -> Path | None:
    """Where the rulebook is kept; None where the user has no home or something cannot be read.

    A page tells where its rule stands, seen from the working folder.
    """
    here = Path.cwd()
    config = nearest_config(here)
    try:
        name = digest_of([*program_files(), *([config] if config else [])], str(here), str(pack_folder))
        return cache_folder() / "rules" / f"{name}.json"
    except (OSError, RuntimeError):
        return None


def _kept(file: Path) -> list[Entry] | None:
    """The rulebook that an earlier run left; None where there is none, or its pack has changed since."""
    try:
        said = json.loads(file.read_text(encoding="utf-8"))
        if said["digest"] != digest_of(_read_from(Path(said["pack"]))):
            return None
        return [Entry(**rule) for rule in said["rules"]]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _read_from(pack: Path) -> list[Path]:
    """The files of a pack that its rules are read from."""
    return sorted(file for part in ("*.yml", "claims/*.y*ml", "rules/*.y*ml") for file in pack.glob(part))


def _made(pack_folder: Path | None, file: Path | None) -> list[Entry]:
    """The rulebook from the pack itself; kept for the next time."""
    from checker.config import find_config
    from checker.pack import load_pack

    folder = pack_folder or find_config(Path.cwd()).pack or default_pack()
    digest = digest_of(_read_from(folder))
    pack = load_pack(folder, patterns=False)
    rules = [_entry(rule) for rule in sorted(pack.rules, key=lambda rule: rule.id)]
    if file:
        write_kept(file, json.dumps({"pack": str(folder), "digest": digest, "rules": [asdict(rule) for rule in rules]}), _KEPT)
    return rules


def _entry(rule: "Rule") -> Entry:
    gist = rule.explain.split(". ")[0].replace("\n", " ").rstrip(".")
    return Entry(rule.id, rule.level, f"{gist}.", "\n".join(rule_page(rule)))


def rule_page(rule: "Rule") -> Iterator[str]:
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


def _shown(example: "RuleExample") -> Iterator[str]:
    yield ""
    for number, text in enumerate(example.texts):
        if len(example.texts) > 1:
            yield f"    (report {number + 1})"
        for start, end in sorted(((s, e) for at, s, e in example.marks if at == number), reverse=True):
            text = f"{text[:start]}[[{text[start:end]}]]{text[end:]}"
        yield from (f"    {line}".rstrip() for line in text.rstrip().split("\n"))
