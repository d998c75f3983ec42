"""triage: what a pack says to reviewers, in review.yml: labels, the precision that a level promises, the guideline."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from checker.errors import PackError, Position
from checker.judge.rules import Level
from checker.yaml_source import read_yaml

LONGEST_LABEL = 12
"""Letters of a label that doccano's page shows; it cuts the rest."""
_COLOURS = ("#b71c1c", "#0d47a1", "#1b5e20", "#4a148c", "#e65100", "#004d40", "#3e2723", "#880e4f")


class LabelSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(default="", max_length=LONGEST_LABEL)
    colour: str = Field(pattern=r"^#[0-9a-fA-F]{6}$")
    key: str = Field(default="", pattern=r"^[0-9a-z]?$")


class TriageSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    labels: dict[str, LabelSchema] = Field(default_factory=dict)
    floors: dict[Level, float] = Field(default_factory=dict)
    guideline: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """How a family of flags looks on the page: its name, background and key."""

    family: str
    name: str
    colour: str
    key: str


@dataclass(frozen=True)
class Triage:
    """A pack's labels, one a family; the precision under which a level should be lowered; the text for reviewers."""

    labels: Mapping[str, Label]
    floors: Mapping[Level, float]
    guideline: str

    def family(self, label: str) -> str:
        """The family that a label's name stands for; the name itself when it is nobody's."""
        return next((known.family for known in self.labels.values() if known.name == label), label)


def load_triage(folder: Path, families: Sequence[str]) -> Triage:
    """What the pack in a folder says to reviewers; labels of our own making where it says nothing. Raises PackError."""
    file = folder / "review.yml"
    said = TriageSchema()
    if file.is_file():
        source = read_yaml(file)
        said = source.into(TriageSchema)
        for family in said.labels:
            if family not in families:
                raise source.fail(f"the pack has no family {family!r}", "labels", family)
    labels = {family: _label(family, said.labels.get(family), number) for number, family in enumerate(families)}
    _check_apart(labels.values(), file)
    return Triage(labels, said.floors, said.guideline)


def _label(family: str, said: LabelSchema | None, number: int) -> Label:
    if said is None:
        return Label(family, family[:LONGEST_LABEL], _COLOURS[number % len(_COLOURS)], "")
    return Label(family, said.name or family[:LONGEST_LABEL], said.colour, said.key)


def _check_apart(labels: Iterable[Label], file: Path) -> None:
    """Two labels of one name or one key cannot be told apart on the page."""
    names: dict[str, str] = {}
    for label in labels:
        for word in (label.name, label.key and f"key {label.key}"):
            if word and names.setdefault(word, label.family) != label.family:
                where = Position(str(file))
                raise PackError(f"the families {names[word]} and {label.family} share the label {word!r}", where)
