"""Configuration: .factcheck.yml, found from the working folder upwards."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from checker.errors import ConfigError, Position, did_you_mean
from checker.judge.rules import Level
from checker.judge.verdict import Flag
from checker.places import nearest_config
from checker.yaml_source import YamlSource, read_yaml


class IgnoreSchema(BaseModel):
    """A flag to keep quiet: by rule, family or fingerprint, with the reason."""

    model_config = ConfigDict(extra="forbid")

    rule: str = ""
    family: str = ""
    fingerprint: str = ""
    reason: str = Field(min_length=1)


class ReviewSchema(BaseModel):
    """Where flags are reviewed. Users, passwords and tokens do not belong in a file: see docs/reviewing.md."""

    model_config = ConfigDict(extra="forbid")

    url: str = ""
    project: str = ""
    ca: str = ""


class ConfigSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    pack: str = ""
    annotations: str = ""
    reference: str = ""
    level: Level = "error"
    ignore: list[IgnoreSchema] = Field(default_factory=list)
    review: ReviewSchema = Field(default_factory=ReviewSchema)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One `ignore:` entry and where it stands."""

    rule: str
    family: str
    fingerprint: str
    reason: str
    where: Position

    def silences(self, flag: Flag) -> bool:
        """Whether every key of the entry fits the flag."""
        pairs = ((self.rule, flag.rule), (self.family, flag.family), (self.fingerprint, flag.fingerprint))
        return all(not wanted or wanted == found for wanted, found in pairs)

    @property
    def target(self) -> str:
        return self.fingerprint or self.rule or self.family


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """The address of the server, the name of the project there, and the certificates to trust."""

    url: str = ""
    project: str = ""
    ca: Path | None = None


@dataclass(frozen=True)
class Config:
    """What .factcheck.yml says; paths are relative to its folder."""

    folder: Path = field(default_factory=Path.cwd)
    pack: Path | None = None
    annotations: Path | None = None
    reference: Path | None = None
    """The store of imports; else the one in the user's data folder."""
    level: Level = "error"
    ignore: tuple[Ignore, ...] = ()
    review: ReviewPlace = field(default_factory=ReviewPlace)


def find_config(start: Path) -> Config:
    """The configuration of the nearest .factcheck.yml at or above a folder; the defaults where there is none."""
    file = nearest_config(start)
    return load_config(file) if file else Config(start)


def load_config(file: Path) -> Config:
    """The configuration in a file; raises ConfigError at the position of the first mistake."""
    source = read_yaml(file, ConfigError)
    if source.data is None:
        return Config(file.parent)
    if not isinstance(source.data, dict):
        raise source.fail("expected keys such as `annotations:` and `ignore:`")
    said = source.into(ConfigSchema)
    ignore = tuple(_ignore(entry, source, number) for number, entry in enumerate(said.ignore))
    pack = file.parent / said.pack if said.pack else None
    annotations = file.parent / said.annotations if said.annotations else None
    ca = file.parent / said.review.ca if said.review.ca else None
    review = ReviewPlace(said.review.url, said.review.project, ca)
    reference = file.parent / said.reference if said.reference else None
    return Config(file.parent, pack, annotations, reference, said.level, ignore, review)


def _ignore(entry: IgnoreSchema, source: YamlSource, number: int) -> Ignore:
    if not (entry.rule or entry.family or entry.fingerprint):
        raise source.fail("an entry names a rule, a family or a fingerprint; found none of them", "ignore", number)
    return Ignore(entry.rule, entry.family, entry.fingerprint, entry.reason, source.position(("ignore", number)))


def check_targets(ignore: Iterable[Ignore], rules: Sequence[str], families: Sequence[str]) -> None:
    """Raises ConfigError for an `ignore:` entry that names a rule or family which the pack does not have."""
    for entry in ignore:
        for word, known in ((entry.rule, rules), (entry.family, families)):
            if word and word not in known:
                raise ConfigError(f"the pack has no {word!r}{did_you_mean(word, known)}", entry.where)
