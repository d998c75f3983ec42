"""What the curated YAML of a pack (reference/*.yml) may hold."""

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from checker.reference.match_parts import MatchPart
from checker.reference.schema import Tier

Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Row(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)


class Spell(Row):
    """A time from one day to another, both included."""

    start: datetime.date | None = Field(default=None, alias="from")
    end: datetime.date | None = Field(default=None, alias="to")


class SiteTenure(Spell):
    site: str


class NamedRow(Row):
    """What has an id that differs in all files together, and names."""

    id: Words
    name: Words
    aliases: list[Words] = Field(default_factory=list)


class SiteRow(NamedRow):
    city: str = ""


class TeamRow(NamedRow):
    kind: Literal["club", "national"] = "club"
    country: str = ""
    city: str = ""
    short: list[Words] = Field(default_factory=list)
    nicknames: list[Words] = Field(default_factory=list)
    demonyms: list[Words] = Field(default_factory=list)
    competitions: list[str] = Field(default_factory=list)
    sites: list[SiteTenure] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class CompetitionRow(NamedRow):
    same_as: dict[str, str] = Field(default_factory=dict)


class MembershipRow(Spell):
    team: str
    kind: str = ""
    exact: bool = True
    """Whether the days are known; else he was there at some time of them."""


class AthleteRow(NamedRow):
    born: datetime.date | None = None
    nation: str = ""
    position: str = ""
    memberships: list[MembershipRow] = Field(default_factory=list)
    same_as: dict[str, str] = Field(default_factory=dict)


class AssociateRow(MembershipRow):
    name: Words
    role: str
    aliases: list[Words] = Field(default_factory=list)
    born: datetime.date | None = None


Identified = SiteRow | TeamRow | CompetitionRow | AthleteRow
"""The rows with ids."""


class OfficialRow(Row):
    name: Words
    nation: str = ""
    aliases: list[Words] = Field(default_factory=list)


class CuratedFile(Row):
    """One file of reference/: facts with their source, licence and as-of date."""

    source: str
    licence: str
    as_of: datetime.date
    tier: Tier = "curated"
    """How far the file is believed: facts that were copied from open data as they stand are `open`."""
    sites: list[SiteRow] = Field(default_factory=list)
    teams: list[TeamRow] = Field(default_factory=list)
    competitions: list[CompetitionRow] = Field(default_factory=list)
    athletes: list[AthleteRow] = Field(default_factory=list)
    associates: list[AssociateRow] = Field(default_factory=list)
    officials: list[OfficialRow] = Field(default_factory=list)
    matches: list[MatchPart] = Field(default_factory=list)
