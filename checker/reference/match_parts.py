"""A match as YAML has it: in a desk's sheet and in the curated files of a pack."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from checker.reference.events import Action, Event, Pair, Participation, Role
from checker.reference.schema import Tier

Score = Annotated[str, StringConstraints(pattern=r"^\d{1,2}-\d{1,2}$")]
Minute = Annotated[str, StringConstraints(pattern=r"^\d{1,3}(\+\d{1,2})?$")] | int
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Side = Literal["home", "away"]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class GoalRow(Part):
    side: Side = Field(alias="for")
    scorer: str
    minute: Minute = ""
    kind: Literal["goal", "pen", "og"] = "goal"


class CardRow(Part):
    side: Side = Field(alias="for")
    player: str
    minute: Minute = ""
    colour: Literal["yellow", "second-yellow", "red"] = "yellow"


class ChangeRow(Part):
    side: Side = Field(alias="for")
    on: str
    off: str = ""
    minute: Minute = ""


class LineupRow(Part):
    starters: list[str] = Field(default_factory=list)
    bench: list[str] = Field(default_factory=list)


class LineupsRow(Part):
    home: LineupRow = Field(default_factory=LineupRow)
    away: LineupRow = Field(default_factory=LineupRow)


class MatchPart(Part):
    date: datetime.date
    competition: str
    home: Words
    away: Words
    stage: str = ""
    score: Score | None = None
    half_time: Score | None = Field(default=None, alias="half-time")
    full_time: Score | None = Field(default=None, alias="full-time")
    penalties: Score | None = None
    ground: str = ""
    referee: str = ""
    attendance: int = Field(default=0, ge=0)
    goals: list[GoalRow] = Field(default_factory=list)
    cards: list[CardRow] = Field(default_factory=list)
    substitutions: list[ChangeRow] = Field(default_factory=list)
    line_ups: LineupsRow = Field(default_factory=LineupsRow, alias="line-ups")


def event_of(match: MatchPart, source: str, tier: Tier) -> Event:
    """The match as an event whose teams in actions and line-ups are `home` and `away`; raises ValueError for more goals than
    the score has."""
    goals = [Action(goal.kind, goal.side, goal.scorer, str(goal.minute)) for goal in match.goals]
    score = pair(match.score)
    if score is not None and len(goals) > sum(score):
        raise ValueError(f"found {len(goals)} goals; expected no more than the {sum(score)} of {match.score}")
    cards = [Action(card.colour, card.side, card.player, str(card.minute)) for card in match.cards]
    changes = [Action("sub", change.side, change.on, str(change.minute), change.off) for change in match.substitutions]
    return Event(
        match.competition, match.date, match.home, match.away, score, pair(match.half_time), pair(match.full_time),
        pair(match.penalties), "", match.stage, match.ground, "", match.referee, match.attendance,
        (*goals, *cards, *changes), (*_people("home", match.line_ups.home), *_people("away", match.line_ups.away)), source,
        tier,
    )  # fmt: skip


def _people(side: Side, lineup: LineupRow) -> list[Participation]:
    roles: tuple[tuple[Role, list[str]], ...] = (("starter", lineup.starters), ("bench", lineup.bench))
    return [Participation(side, person, role) for role, names in roles for person in names]


def pair(text: str | None) -> Pair | None:
    """The figures of `2-1`; None for nothing."""
    if not text:
        return None
    home, away = text.split("-")
    return int(home), int(away)
