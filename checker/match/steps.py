"""steps: how the score of a match went on, goal by goal, and what each goal did to it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checker.claims.clock import moment
from checker.claims.model import Claim
from checker.match.sides import Clubs

_BEFORE = {"levelled": -1, "doubled": 1, "halved": -2}
"""By how many goals a side leads before it does so."""


class Step(NamedTuple):
    """One goal of the lists, and how it stood before it for the side that it counts for."""

    goal: Claim
    own: int
    other: int

    @property
    def made(self) -> tuple[int, int]:
        """The score that the goal made, the higher figure first."""
        return max(self.own + 1, self.other), min(self.own + 1, self.other)

    def does(self, turn: str) -> bool:
        """Whether the goal did to the score what some words say of it."""
        if turn == "opened":
            return self.own == self.other == 0
        return self.own - self.other == _BEFORE[turn]


def steps(goals: Sequence[tuple[Claim, str]], clubs: Clubs | None) -> list[Step]:
    """The steps of a match, in order, from its listed goals, each with the club that it counts for; none where a goal's side
    or minute is not told."""
    dated = [(moment(str(goal.get("minute") or "")), club, goal) for goal, club in goals]
    if clubs is None or any(at is None or club not in clubs for at, club, _ in dated):
        return []
    return list(_in_order(sorted(dated, key=lambda goal: (goal[0] or 0, goal[1])), clubs))


def _in_order(dated: Sequence[tuple[int | None, str, Claim]], clubs: Clubs) -> Iterator[Step]:
    counts = dict.fromkeys(clubs, 0)
    for _, club, goal in dated:
        yield Step(goal, counts[club], sum(counts.values()) - counts[club])
        counts[club] += 1
