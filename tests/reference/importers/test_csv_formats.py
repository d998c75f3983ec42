"""Importers of tables: reep, international results, schochastics, Fantasy Premier League, Transfermarkt, mapped CSV."""

from pathlib import Path

import pytest

from checker.errors import ConfigError, FactcheckError
from checker.reference.events import Action
from checker.reference.importers import importer_of
from checker.reference.importers.mapped_csv import mapped
from checker.reference.rows import CompetitionRow, MatchRow, MembershipRow, PersonRow, Rejected, TeamRef, TeamRow
from tests.reference.importers.conftest import Read


def places(rejected: list[Rejected]) -> list[tuple[str, int]]:
    return [(Path(row.at.path).name, row.at.line) for row in rejected]


def test_reep_gives_teams_people_and_competitions_with_their_ids(read: Read) -> None:
    rows, rejected = read(
        "reep",
        {
            "data/teams.csv": "reep_id,key_wikidata,name,country,key_opta\nr1,Q1,Ayton F.C.,England,77\nr2,Q2,,England,\n",
            "data/people.csv": "key_wikidata,type,name,full_name,date_of_birth\nQ9,player,Pelinho,Pedro Lino,1990-02-03\n",
            "data/competitions.csv": "key_wikidata,name,country\nQ5,Moor Cup,England\n",
        },
    )
    team, competition, person = rows
    assert isinstance(team, TeamRow)
    assert (team.team, team.same_as) == (TeamRef("Ayton F.C.", "England"), {"wikidata": "Q1", "opta": "77"})
    assert isinstance(competition, CompetitionRow)
    assert competition.name == "Moor Cup"
    assert isinstance(person, PersonRow)
    assert (person.name, person.aliases, person.born) == ("Pelinho", ("Pedro Lino",), "1990-02-03")
    assert [(row.at.line, row.found) for row in rejected] == [(3, "the name ''")]


RESULTS = "date,home_team,away_team,home_score,away_score,tournament,city,country,neutral\n"
GOALS = "date,home_team,away_team,team,scorer,minute,own_goal,penalty\n"


def test_international_results_join_goals_and_scores(read: Read) -> None:
    rows, rejected = read(
        "international-results",
        {
            "results.csv": RESULTS + "1998-06-11,Norland,Sudland,2,1,Moor Cup,Lens,France,TRUE\n"
            "1998-13-11,Norland,Sudland,2,1,C,L,F,T\n1998-06-12,Norland,Sudland,NA,NA,C,L,F,T\n",
            "goalscorers.csv": GOALS + "1998-06-11,Norland,Sudland,Norland,Ola Berg,18,FALSE,TRUE\n"
            "1998-06-11,Norland,Sudland,Norland,Jon Sand,NA,TRUE,FALSE\n"
            "1998-06-11,Norland,Sudland,Sudland,Jon Sand,83,FALSE,FALSE\n"
            "1998-06-11,Norland,Sudland,Westland,X,83,FALSE,FALSE\n",
            "former_names.csv": "current,former,start_date,end_date\nNorland,Old Norland,1959-11-08,1975-11-30\n",
        },
    )
    (match,) = (row for row in rows if isinstance(row, MatchRow))
    assert match.home == TeamRef("Norland", "", "national")
    assert match.event.actions == (
        Action("pen", "home", "Ola Berg", "18"),
        Action("og", "home", "Jon Sand", ""),
        Action("goal", "away", "Jon Sand", "83"),
    )
    assert [row.aliases for row in rows if isinstance(row, TeamRow)] == [("Old Norland",)]
    assert places(rejected) == [("goalscorers.csv", 5), ("results.csv", 3), ("results.csv", 4)]


def test_schochastics_tells_the_side_by_the_score_that_changed(read: Read) -> None:
    text = (
        "scoring_player,scoring_team,time,GH,GA,game,date,season\n"
        "Peter Marsh,Ayton FC,12,1,0,Ayton FC vs. Beeford 2:1,2001-04-16,2000-2001\n"
        "Tom Ray,Ayton FC,44,1,1,Ayton FC vs. Beeford 2:1,2001-04-16,2000-2001\n"
        "Peter Marsh,Ayton FC,90+4,2,1,Ayton FC vs. Beeford 2:1,2001-04-16,2000-2001\n"
        "Jan Dee,Corley,soon,1,0,Corley vs. Dunby 1:0,2001-04-17,2000-2001\n"
        "Jan Dee,Corley,5,1,0,Corley vs. Dunby 5:4 i.E.,2001-04-18,2000-2001\n"
    )
    rows, rejected = read("schochastics", {"data/goals_time/eng-moor-cup.csv": text})
    first, second = (row for row in rows if isinstance(row, MatchRow))
    assert (first.home, first.event.competition) == (TeamRef("Ayton FC", "England"), "Moor Cup")
    assert [(goal.team, goal.minute) for goal in first.event.goals] == [("home", "12"), ("away", "44"), ("home", "90+4")]
    assert second.event.score == (1, 0)  # the shoot-out is not counted
    assert [(row.at.line, row.expected) for row in rejected] == [(5, "a score and a minute")]


FPL = {
    "data/2018-19/players_raw.csv": "id,first_name,second_name,web_name,team_code,news,news_added\n"
    "1,Tom,Ray,Ray,3,,\n2,Jan,Dee,Dee,99,,\n",
    "data/2023-24/teams.csv": "id,code,name\n1,3,Ayton\n2,7,Beeford\n",
    "data/2023-24/players_raw.csv": "id,first_name,second_name,web_name,team_code,news,news_added,birth_date\n"
    "5,Peter,Marsh,Marsh,3,Has joined Corley on loan,2024-01-29T10:00:00Z,1999-02-03\n"
    "6,Tom,Ray,Ray,7,Knock,2024-01-29T10:00:00Z,\n",
    "data/2023-24/fixtures.csv": "kickoff_time,team_h,team_a,team_h_score,team_a_score,stats\n"
    "2023-08-11T19:00:00Z,1,2,1.0,1.0,\"[{'identifier': 'goals_scored', 'h': [{'value': 1, 'element': 5}], 'a': []}, "
    "{'identifier': 'own_goals', 'h': [{'value': 1, 'element': 5}], 'a': []}]\"\n2024-08-11T19:00:00Z,2,1,,,[]\n",
}


def test_fantasy_premier_league_ends_a_membership_with_the_news_of_a_departure(read: Read) -> None:
    rows, rejected = read("fantasy-premier-league", dict(FPL))
    members = [(m.person.name, m.person.born, m.team.name, m.start, m.end) for m in rows if isinstance(m, MembershipRow)]
    assert members == [
        ("Tom Ray", "", "Ayton", "2018-07-01", "2019-06-30"),
        ("Peter Marsh", "1999-02-03", "Ayton", "2023-07-01", "2024-01-29"),
        ("Tom Ray", "", "Beeford", "2023-07-01", "2024-06-30"),
    ]
    (match,) = (row for row in rows if isinstance(row, MatchRow))
    assert match.event.actions == (Action("goal", "home", "Peter Marsh"), Action("og", "away", "Peter Marsh"))
    assert [row.found for row in rejected] == ["the team code '99'"]


TRANSFERMARKT = {
    "competitions.csv": "competition_id,name,country_name\nMC1,moor-league,England\n",
    "clubs.csv": "club_id,name,domestic_competition_id\n10,Ayton FC,MC1\n11,Beeford Town,MC1\n",
    "players.csv": "player_id,name,date_of_birth\n1,Peter Marsh,1999-02-03 00:00:00\n2,Tom Ray,\n3,,1990-01-01\n",
    "transfers.csv": "player_id,transfer_date,to_club_id,to_club_name\n1,2020-07-01,10,Ayton FC\n1,2022-01-15,11,Beeford Town\n"
    "1,2023-07-01,515,Without Club\n1,2023-09-01,10,Ayton FC\n1,never,10,Ayton FC\n",
    "game_events.csv": "game_id,minute,type,club_id,player_id,description,player_in_id\n"
    'g,12,Goals,10,1,", Header",\ng,44,Goals,11,1,"Own-goal, 1. Tournament Goal",\n'
    'g,60,Cards,11,2,1. Yellow card,\ng,70,Substitutions,10,1,,2\n',
    "game_lineups.csv": "game_id,club_id,player_name,type,number\n"
    "g,10,Peter Marsh,starting_lineup,9\ng,11,Tom Ray,substitutes,12\n",
    "games.csv": "game_id,competition_id,season,round,date,home_club_id,away_club_id,home_club_goals,away_club_goals,stadium,"
    "attendance,referee,home_club_name,away_club_name\n"
    "g,MC1,2021,1. Matchday,2021-08-14,10,11,1,1,Mill Lane,1234,Anna Whistle,,\n",
}


def test_transfermarkt_joins_its_tables(read: Read) -> None:
    rows, rejected = read("transfermarkt", dict(TRANSFERMARKT))
    members = [(m.team.name, m.start, m.end, m.exact) for m in rows if isinstance(m, MembershipRow)]
    assert members == [
        ("Ayton FC", "2020-07-01", "2022-01-14", True),
        ("Beeford Town", "2022-01-15", "2023-06-30", True),
        ("Ayton FC", "2023-09-01", "", False),
    ]
    (match,) = (row for row in rows if isinstance(row, MatchRow))
    assert (match.home, match.event.competition) == (TeamRef("Ayton FC", "England"), "Moor League")
    assert (match.event.site, match.event.referee, match.event.attendance) == ("Mill Lane", "Anna Whistle", 1234)
    assert match.event.actions == (
        Action("goal", "home", "Peter Marsh", "12"),
        Action("og", "away", "Peter Marsh", "44"),
        Action("yellow", "away", "Tom Ray", "60"),
        Action("sub", "home", "Tom Ray", "70", "Peter Marsh"),
    )
    assert [(p.team, p.person, p.role) for p in match.event.participations] == [
        ("home", "Peter Marsh", "starter"),
        ("away", "Tom Ray", "bench"),
    ]
    assert places(rejected) == [("players.csv", 4), ("transfers.csv", 6)]


MEMBERS = """\
kind: memberships
source: Sports desk
licence: own
delimiter: ";"
dates: "%d/%m/%Y"
columns: {person: Player, born: DOB, team: Club, from: Joined, to: Left, loan: On loan}
values: {country: England}
"""


def mapping(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "mapping.yml"
    file.write_text(text)
    return file


def test_a_mapping_reads_a_desks_own_list(read: Read, tmp_path: Path) -> None:
    text = (
        "Player;DOB;Club;Joined;Left;On loan;Shirt\nPeter Marsh;03/02/1999;Ayton FC;01/07/2020;;yes;9\n"
        "Tom Ray;;;01/07/2020;;;\nJan Dee;;B;2020;;;\n"
    )
    rows, rejected = read(mapped(mapping(tmp_path, MEMBERS)), {"squad.csv": text})
    (row,) = (row for row in rows if isinstance(row, MembershipRow))
    assert (row.person.name, row.person.born, row.team) == ("Peter Marsh", "1999-02-03", TeamRef("Ayton FC", "England"))
    assert (row.start, row.end, row.kind, row.exact) == ("2020-07-01", "", "loan", True)
    assert [(one.at.line, one.found, one.expected) for one in rejected] == [
        (3, "nothing", "a team's name"),
        (4, "the day '2020'", "a day such as 26/03/2024"),
    ]


def test_a_mapping_reads_matches(read: Read, tmp_path: Path) -> None:
    text = (
        "kind: matches\nsource: desk\nlicence: own\nvalues: {competition: Moor Cup, country: England}\n"
        "columns: {date: Day, home: H, away: A, home_score: HG, away_score: AG, attendance: Crowd}\n"
    )
    data = 'Day,H,A,HG,AG,Crowd\n2024-03-26,Ayton,Beeford,2,1,"1,234"\n2024-03-27,A,B,x,1,\n'
    rows, rejected = read(mapped(mapping(tmp_path, text)), {"m.csv": data})
    (match,) = (row for row in rows if isinstance(row, MatchRow))
    assert (match.event.score, match.event.attendance, match.event.competition) == ((2, 1), 1234, "Moor Cup")
    assert [row.expected for row in rejected] == ["two whole numbers"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("person: Player", "persson: Player"), "mapping.yml:6:11: found 'persson' (did you mean 'person'?)"),
        (("team: Club, ", ""), "mapping.yml:6:1: memberships need team"),
        (("kind: memberships", "kind: squads"), "mapping.yml:1:1: kind: "),
    ],
)
def test_a_mistake_in_a_mapping_is_told_with_its_place(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    with pytest.raises(ConfigError) as raised:
        mapped(mapping(tmp_path, MEMBERS.replace(*change)))
    assert message in str(raised.value)


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("openfotball", None, "did you mean 'openfootball'?"),
        ("csv", None, "csv needs --mapping FILE"),
        ("reep", Path("m.yml"), "--mapping is for csv"),
    ],
)
def test_an_importer_is_chosen_by_name(name: str, given: Path | None, message: str) -> None:
    with pytest.raises(FactcheckError) as raised:
        importer_of(name, given)
    assert message in str(raised.value)
