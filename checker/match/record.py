"""The match record: what one article says about its match, with the claims that it says it with."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from checker.claims.model import Claim, Value
from checker.match.sides import Clubs
from checker.reference.store import Window


@dataclass(frozen=True)
class Roll:
    """Everyone who scored in a match, by lists or entries that tell every goal."""

    words: frozenset[str]
    """The folded words of their names (in a live text, all words of the entries that tell the goals)."""
    goals: int
    claim: Claim
    """The first of these goals, as evidence: a claim of the type `scorers`."""
    shouted: bool = False
    """Whether each entry of a live text shouts its scorer, so that nothing else of it can mean another goal."""


@dataclass(frozen=True)
class MatchRecord:
    """One article's match. `facts` are what rules on matches read; `sources` the claims that each fact came from."""

    path: str
    clubs: Clubs | None
    window: Window | None
    claims: tuple[Claim, ...]
    """Every claim of the article, with the fields that only the whole article tells."""
    facts: Mapping[str, Value] = field(default_factory=dict)
    sources: Mapping[str, tuple[Claim, ...]] = field(default_factory=dict)
    events: Mapping[int, str] = field(default_factory=dict)
    """Which event a claim (by its number in `claims`) tells: claims of one event are pairs for the rules."""
    people: frozenset[str] = frozenset()
    """The surnames of the people whom the article names."""
    sides: Mapping[str, str] = field(default_factory=dict)
    """The club of each person who can be told to belong to one, by the person's key."""
    known: tuple[tuple[int, Claim], ...] = ()
    """Claims, by number, with the facts of a stored match that they are held against: pairs for the rules as well."""
    roll: Roll | None = None
    """Everyone who scored, where the article tells it for sure."""
