"""importing.yml of a pack: the words that importers need, with an error at the position of the first mistake."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from checker.reference.names import fold
from checker.reference.rows import Lists
from checker.yaml_source import read_yaml

FILE_NAME = "importing.yml"


class ListsSchema(BaseModel):
    model_config = ConfigDict(extra="forbid")

    countries: dict[str, list[str]] = Field(default_factory=dict)
    beside: dict[str, list[str]] = Field(default_factory=dict)
    club_words: list[str] = Field(default_factory=list)
    skip: list[str] = Field(default_factory=list)


def load_lists(folder: Path) -> Lists:
    """The lists of a pack; empty ones where it has no such file. Raises PackError."""
    file = folder / FILE_NAME
    if not file.is_file():
        return Lists({}, {}, {}, frozenset(), frozenset())
    said = read_yaml(file).into(ListsSchema)
    names = {_plain(other): country for country, others in said.countries.items() for other in (country, *others)}
    codes = {country: others[0] for country, others in said.countries.items() if others}
    return Lists(names, codes, said.beside, _folded(said.club_words), frozenset(said.skip))


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


def _plain(name: str) -> str:
    return fold(name).replace("-", " ")
