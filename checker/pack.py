"""Packs: a folder of words, claim patterns, rules and reference data for one field."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from checker.claims.forms import Forms
from checker.claims.types import ClaimType, load_claim_types
from checker.claims.words import Words
from checker.errors import PackError, Position
from checker.judge.rules import Rule, load_rules
from checker.reference.curated import open_curated, open_reference
from checker.reference.store import Reference
from checker.yaml_source import read_yaml


class PackSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    title: str = ""
    description: str = ""
    families: list[str] = Field(min_length=1)
    thresholds: dict[str, float] = Field(default_factory=dict)


@dataclass(frozen=True)
class Pack:
    """A loaded pack."""

    folder: Path
    name: str
    families: tuple[str, ...]
    thresholds: Mapping[str, float]
    words: Words
    claim_types: Mapping[str, ClaimType]
    rules: tuple[Rule, ...]

    def reference(self, store: Path | None = None) -> Reference:
        """The pack's curated reference, compiled once and cached, and beside it the user's imports where there are any."""
        return open_reference([self.folder / "reference"], self.words.particles, store=store)

    def curated(self) -> sqlite3.Connection | None:
        """The store that the pack's reference files make; None where it has none."""
        return open_curated([self.folder / "reference"], self.words.particles)

    @cached_property
    def rule_ids(self) -> frozenset[str]:
        return frozenset(rule.id for rule in self.rules)


def load_pack(folder: Path, patterns: bool = True) -> Pack:
    """The pack in a folder; raises PackError at the position of the first mistake. Listing rules needs no patterns."""
    if not (folder / "pack.yml").is_file():
        raise PackError("not a pack: found no pack.yml in this folder", Position(str(folder)))
    about = read_yaml(folder / "pack.yml").into(PackSchema)
    words = _words(folder, patterns)
    types = _claim_types(folder, words, patterns)
    rules = tuple(_rules(folder, types, about.families))
    if not rules:
        raise PackError("a pack without rules checks nothing: found no rules/*.yml", Position(str(folder)))
    return Pack(folder, about.name, tuple(about.families), about.thresholds, words, types, rules)


def _words(folder: Path, with_frames: bool) -> Words:
    words, names, frames = (folder / f"{name}.yml" for name in ("words", "names", "frames"))
    found = Words.load(read_yaml(words)) if words.is_file() else Words({}, {}, {})
    found = found.with_names(read_yaml(names)) if names.is_file() else found
    return found.with_frames(read_yaml(frames)) if with_frames and frames.is_file() else found


def _claim_types(folder: Path, words: Words, patterns: bool) -> dict[str, ClaimType]:
    forms = Forms(words) if patterns else None
    types: dict[str, ClaimType] = {}
    places: dict[str, Position] = {}
    for source in map(read_yaml, _files(folder, "claims")):
        for claim_type in load_claim_types(source, forms):
            name = claim_type.name
            if name in types:
                raise source.fail(f"the claim type {name!r} is declared already, at {places[name]}", name)
            types[name], places[name] = claim_type, source.position((name,))
    if forms is not None:
        forms.keep()
    return types


def _rules(folder: Path, types: Mapping[str, ClaimType], families: Sequence[str]) -> Iterator[Rule]:
    places: dict[str, str] = {}
    for source in map(read_yaml, _files(folder, "rules")):
        for number, rule in enumerate(load_rules(source, types, families)):
            if rule.id in places:
                raise source.fail(f"the rule {rule.id!r} is declared already, at {places[rule.id]}", number, "id")
            places[rule.id] = rule.where
            yield rule


def _files(folder: Path, part: str) -> Iterator[Path]:
    place = folder / part
    if place.is_dir():
        yield from sorted(file for file in place.iterdir() if file.suffix in (".yml", ".yaml"))
