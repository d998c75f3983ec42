"""Errors that a user can act on; the command prints them without a traceback and exits with 2."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file: 1-based line and column, in code points."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        path = _from_here(self.path)
        return f"{path}:{self.line}:{self.column}" if self.line else path


def _from_here(path: str) -> str:
    """A path as it is written from the working folder, where it lies below it."""
    place = Path(path)
    if place.is_absolute() and place.is_relative_to(Path.cwd()):
        return str(place.relative_to(Path.cwd()))
    return path


class FactcheckError(Exception):
    """What was found and what was expected, and where."""

    def __init__(self, message: str, position: Position | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.position = position

    def __str__(self) -> str:
        return f"{self.position}: {self.message}" if self.position else self.message


class ArticleError(FactcheckError):
    """An article that cannot be read."""


class PackError(FactcheckError):
    """A mistake in a pack: a pattern, a rule, an expression or a row of reference data."""


class ReviewError(FactcheckError):
    """Something that went wrong at the place where flags are reviewed, or in the file of decisions."""


class ConfigError(FactcheckError):
    """A mistake in .factcheck.yml or in the command's options."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` (did you mean 'x'?)` for the nearest known word, or an empty string."""
    nearest = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f" (did you mean {nearest[0]!r}?)" if nearest else ""
