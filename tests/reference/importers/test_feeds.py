"""Importers of JSON and XML: StatsBomb, OpenLigaDB, SportsML."""

import json
from typing import Any

import pytest

from checker.reference.events import Action
from checker.reference.importers.statsbomb import minute_of
from checker.reference.rows import MatchRow, PersonRow, TeamRef
from tests.reference.importers.conftest import Read


@pytest.mark.parametrize(
    ("period", "elapsed", "minute"),
    [(1, 0, "1"), (1, 12, "13"), (1, 44, "45"), (1, 46, "45+2"), (2, 45, "46"), (2, 90, "90+1"), (4, 121, "120+2")],
)
def test_elapsed_minutes_are_counted_as_copy_counts(period: int, elapsed: int, minute: str) -> None:
    assert minute_of(period, elapsed) == minute


STATSBOMB_MATCH = {
    "match_id": 7, "match_date": "2024-07-10", "home_score": 1, "away_score": 1,
    "competition": {"competition_name": "Moor Cup"}, "season": {"season_name": "2024"}, "competition_stage": {"name": "Final"},
    "home_team": {"home_team_name": "Ayton", "home_team_gender": "male", "country": {"name": "England"}},
    "away_team": {"away_team_name": "Norland", "away_team_gender": "male", "country": {"name": "Norland"}},
    "stadium": {"name": "Mill Lane"}, "referee": {"name": "Anna Whistle"},
}  # fmt: skip
STATSBOMB_LINEUPS = [
    {
        "team_name": "Ayton",
        "lineup": [
            {
                "player_name": "Pedro Lino", "player_nickname": "Pelinho", "jersey_number": 9,
                "positions": [{"start_reason": "Starting XI"}],
                "cards": [{"time": "23:27", "card_type": "Yellow Card", "period": 1}],
            }
        ],
    },
    {
        "team_name": "Norland",
        "lineup": [{"player_name": "Ola Berg", "player_nickname": None, "jersey_number": 3, "positions": []}],
    },
]  # fmt: skip
STATSBOMB_EVENTS = [
    {
        "type": {"name": "Shot"}, "period": 1, "minute": 46, "team": {"name": "Ayton"}, "player": {"name": "Pedro Lino"},
        "shot": {"outcome": {"name": "Goal"}, "type": {"name": "Penalty"}},
    },
    {
        "type": {"name": "Own Goal Against"}, "period": 2, "minute": 70, "team": {"name": "Ayton"},
        "player": {"name": "Pedro Lino"},
    },
    {
        "type": {"name": "Shot"}, "period": 5, "minute": 120, "team": {"name": "Ayton"}, "player": {"name": "Pedro Lino"},
        "shot": {"outcome": {"name": "Goal"}, "type": {"name": "Penalty"}},
    },
]  # fmt: skip


def test_statsbomb_joins_match_line_up_and_events(read: Read) -> None:
    women = {
        **STATSBOMB_MATCH, "match_id": 8,
        "home_team": {"home_team_name": "Ayton", "home_team_gender": "female", "country": {"name": "England"}},
    }  # fmt: skip
    rows, rejected = read(
        "statsbomb",
        {
            "data/matches/1/2.json": json.dumps([STATSBOMB_MATCH, women, {"match_id": 9}]),
            "data/lineups/7.json": json.dumps(STATSBOMB_LINEUPS),
            "data/events/7.json": json.dumps(STATSBOMB_EVENTS),
        },
    )
    match, other = (row for row in rows if isinstance(row, MatchRow))
    assert (match.home, match.away) == (TeamRef("Ayton", "England"), TeamRef("Norland", "", "national"))
    assert other.home == TeamRef("Ayton Women", "England")
    assert match.event.actions == (
        Action("pen", "home", "Pelinho", "45+2"),
        Action("og", "away", "Pelinho", "71"),
        Action("yellow", "home", "Pelinho", "24"),
    )
    people = [(p.person, p.role, p.shirt) for p in match.event.participations]
    assert people == [("Pelinho", "starter", 9), ("Ola Berg", "bench", 3)]
    assert [(p.name, p.aliases) for p in rows if isinstance(p, PersonRow)] == [
        ("Pelinho", ("Pedro Lino",)),
        ("Ola Berg", ()),
    ]
    assert len(rejected) == 1


def openliga(**changes: Any) -> dict[str, Any]:
    return {
        "matchDateTime": "2023-08-19T15:30:00", "leagueName": "1. Moor-Bundesliga 2023/2024", "leagueShortcut": "bl1",
        "leagueSeason": 2023, "matchIsFinished": True, "group": {"groupName": "1. Spieltag"}, "numberOfViewers": 30210,
        "team1": {"teamName": "Nordstadt"}, "team2": {"teamName": "Südheim"}, "location": {"locationStadium": "Nordpark"},
        "matchResults": [
            {"resultTypeID": 1, "pointsTeam1": 1, "pointsTeam2": 0}, {"resultTypeID": 2, "pointsTeam1": 1, "pointsTeam2": 1},
        ],
        "goals": [
            {"scoreTeam1": 1, "scoreTeam2": 1, "matchMinute": 60, "goalGetterName": "Jan Dee", "isOwnGoal": True},
            {"scoreTeam1": 1, "scoreTeam2": 0, "matchMinute": 12, "goalGetterName": "Ola Berg", "isPenalty": True},
        ],
        **changes,
    }  # fmt: skip


def test_openligadb_orders_goals_by_the_score(read: Read) -> None:
    rows, rejected = read("openligadb", {"bl1.json": json.dumps([openliga(), openliga(matchIsFinished=False), {"matchID": 1}])})
    (match,) = (row for row in rows if isinstance(row, MatchRow))
    assert (match.home, match.event.competition) == (TeamRef("Nordstadt", "Germany"), "1. Moor-Bundesliga")
    assert (match.event.score, match.event.half, match.event.attendance) == ((1, 1), (1, 0), 30210)
    assert match.event.actions == (Action("pen", "home", "Ola Berg", "12"), Action("og", "away", "Jan Dee", "60"))
    assert [row.at.line for row in rejected] == [3]


SPORTSML = """\
<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><subject type="spct:league"><name>Moor League</name></subject>
<sports-content><sports-event>
 <event-metadata start-date-time="2014-10-04T17:30:00+01:00">
  <site><site-metadata><name role="nrol:full">Mill Lane</name><home-location><POIDetails><address><country><name>England</name>
   </country></address></POIDetails></home-location></site-metadata><site-stats attendance="32964"/></site>
 </event-metadata>
 <team id="t1"><team-metadata alignment="home"><name role="nrol:full">Ayton</name></team-metadata>
  <team-stats><stats><stat stat-type="spstat:score" value="1"/></stats></team-stats>
  <player id="p1"><player-metadata uniform-number="9"
   status="spplayerstatus:starter"><name role="nrol:full">Peter Marsh</name></player-metadata></player>
  <player id="p2"><player-metadata uniform-number="12"
   status="spplayerstatus:bench"><name role="nrol:full">Tom Ray</name></player-metadata></player>
 </team>
 <team id="t2"><team-metadata alignment="away"><name first="Bee" last="Ford"/></team-metadata><team-stats score="1"/>
  <player id="p3"><player-metadata status="starter"><name role="nrol:full">Jan Dee</name></player-metadata></player></team>
 <officials><official><official-metadata position="assistant">
   <name role="nrol:full">Al Flag</name></official-metadata></official>
  <official><official-metadata position="referee">
   <name role="nrol:full">Anna Whistle</name></official-metadata></official></officials>
 <actions>
  <action class="spactionclass:score" team-idref="t1" period-value="1" minutes-elapsed="12"
    score-attempt-type="spsocscoreattempt:penalty">
   <participant idref="p1" role="spsocrole:shooter"/><participant idref="p3" role="spsocrole:goalkeeper"/></action>
  <action class="spactionclass:score" team-idref="t2" period-value="2" minutes-elapsed="90">
   <participant idref="p1" role="spsocrole:shooter"/></action>
  <action class="spactionclass:penalty" team-idref="t2" period-value="1" minutes-elapsed="23"
    penalty-level="spsocpenaltylevel:yellow-card">
   <participant idref="p3" role="spsocrole:infraction-by"/></action>
  <action class="spactionclass:substitution" team-idref="t1" period-value="2" minutes-elapsed="60"
    sequence-number="5" type="spsocaction:sub-on">
   <participant idref="p2" role="spsocrole:sub-on"/></action>
  <action class="spactionclass:substitution" team-idref="t1" period-value="2" minutes-elapsed="60"
    sequence-number="5" type="spsocaction:sub-off">
   <participant idref="p1" role="spsocrole:sub-off"/></action>
 </actions>
</sports-event></sports-content></newsItem>
"""


def test_sportsml_gives_a_match_with_its_people(read: Read) -> None:
    rows, rejected = read("sportsml", {"a.xml": SPORTSML})
    assert not rejected
    (match,) = rows
    assert isinstance(match, MatchRow)
    assert (match.home, match.away) == (TeamRef("Ayton", "England"), TeamRef("Bee Ford", "England"))
    event = match.event
    assert (event.competition, event.score, event.site, event.attendance) == ("Moor League", (1, 1), "Mill Lane", 32964)
    assert event.referee == "Anna Whistle"
    assert event.actions == (
        Action("pen", "home", "Peter Marsh", "13"),
        Action("og", "away", "Peter Marsh", "90+1"),
        Action("yellow", "away", "Jan Dee", "24"),
        Action("sub", "home", "Tom Ray", "61", "Peter Marsh"),
    )
    people = [(p.person, p.role) for p in event.participations]
    assert people == [("Peter Marsh", "starter"), ("Tom Ray", "bench"), ("Jan Dee", "starter")]


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        ("<a>\n<b>\n</a>", 3, "XML"),
        ("<sports-content/>", 1, "a <sports-event>"),
        (SPORTSML.replace('alignment="away"', ""), 1, "alignment home and away, start-date-time"),
    ],
)
def test_what_is_no_match_report_is_rejected(read: Read, text: str, line: int, expected: str) -> None:
    rows, rejected = read("sportsml", {"a.xml": text})
    assert not rows
    assert [(row.at.line, row.expected) for row in rejected] == [(line, expected)]
