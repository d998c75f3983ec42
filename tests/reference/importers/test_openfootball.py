"""openfootball: matches, squads, clubs and players in the layouts that its repositories have."""

import datetime

import pytest

from checker.reference.events import Action
from checker.reference.rows import MatchRow, MembershipRow, PersonRow, TeamRef, TeamRow
from tests.reference.importers.conftest import Read

LEAGUE = """\
= English Moor League 2023/24

# Teams 4

Matchday 1
[Fri Aug/11]
  20.00  Ayton FC                 0-3 (0-2)  Beeford Town
[Sat Aug/12]
         Corley United            2-1 (2-0)  Dunby Rovers       # a note

» Round 2
  Sat Jan/6
    12.30  Ayton FC                v Corley United            4-2 pen. 1-1 a.e.t. (1-1, 0-1)
           Beeford Town            v Dunby Rovers             [cancelled]
           Dunby Rovers            v Ayton FC
"""


def test_matches_have_their_day_stage_and_scores(read: Read) -> None:
    rows, rejected = read("openfootball", {"england/2023-24/1-moor.txt": LEAGUE})
    assert not rejected
    first, second, third = (row for row in rows if isinstance(row, MatchRow))
    assert (first.home, first.away) == (TeamRef("Ayton FC", "England"), TeamRef("Beeford Town", "England"))
    assert (first.event.date, first.event.score, first.event.half) == (datetime.date(2023, 8, 11), (0, 3), (0, 2))
    assert (first.event.competition, first.event.season, first.event.stage) == ("English Moor League", "2023/24", "Matchday 1")
    assert second.event.score == (2, 1)
    assert (third.event.date, third.event.stage) == (datetime.date(2024, 1, 6), "Round 2")
    assert (third.event.score, third.event.full, third.event.half, third.event.pens) == ((1, 1), (1, 1), (0, 1), (4, 2))
    assert third.at.line == 13


CUP = """\
= World Cup 1998        # in France

Group A  |  Norland  Sudland

▪ Group A

11 June   Norland    2-1    Sudland    @ Stade du Nord, Lens
            (Ola Berg 18' Per Vik 45+1' (pen.); Jon Sand 83')
Sat Jun 13
  19:00   Sudland    0-2 (0-0)  Norland   @ Parc Sud, Lyon
             (Ola Berg 60',
              77' (o.g.))
28 June   Norland    1-1 a.e.t. (1-1), 4-3 pen.   Sudland  @ Stade du Nord, Lens
"""


def test_goals_belong_to_the_match_above_and_the_side_before_the_semicolon(read: Read) -> None:
    rows, rejected = read("openfootball", {"1998--france/cup.txt": CUP})
    assert not rejected
    first, second, third = (row for row in rows if isinstance(row, MatchRow))
    assert first.home == TeamRef("Norland", "", "national")
    assert (first.event.site, first.event.city) == ("Stade du Nord", "Lens")
    assert first.event.actions == (
        Action("goal", "home", "Ola Berg", "18"),
        Action("pen", "home", "Per Vik", "45+1"),
        Action("goal", "away", "Jon Sand", "83"),
    )
    assert second.event.actions == (Action("goal", "away", "Ola Berg", "60"), Action("og", "away", "Ola Berg", "77"))
    assert (third.event.score, third.event.pens) == ((1, 1), (4, 3))


def test_goals_that_do_not_add_up_are_not_taken(read: Read) -> None:
    text = "= World Cup 1998\n\n11 June   Norland    2-1    Sudland\n   (Ola Berg 18'; Jon Sand 83')\n"
    rows, _ = read("openfootball", {"1998--france/cup.txt": text})
    assert [row.event.actions for row in rows if isinstance(row, MatchRow)] == [()]


def test_a_club_in_a_cup_of_nations_has_its_country_behind_it(read: Read) -> None:
    text = "= UEFA Moor Cup 2023/24\n\n  Thu Sep/21 2023\n    21.00  Ayton FC (ENG)  v Nordstadt (GER)   2-3 (1-2)\n"
    (row,), _ = read("openfootball", {"cups/2023-24/mc.txt": text})
    assert isinstance(row, MatchRow)
    assert (row.home, row.away) == (TeamRef("Ayton FC", "England"), TeamRef("Nordstadt", "Germany"))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[Fri Aug/12]", "a day of 2023/24"),  # it was a Saturday
        ("  Ayton FC  4-3 pen.", "home team, score, away team"),
    ],
)
def test_a_line_that_cannot_be_right_is_rejected_with_its_place(read: Read, line: str, expected: str) -> None:
    text = f"= English Moor League 2023/24\n[Fri Aug/11]\n{line}\n"
    _, rejected = read("openfootball", {"england/2023-24/1-moor.txt": text})
    assert [(row.at.line, row.expected) for row in rejected] == [(3, expected)]


def test_a_match_without_a_day_is_rejected(read: Read) -> None:
    _, rejected = read("openfootball", {"england/x.txt": "= English Moor League 2023/24\n  Ayton FC  1-0  Beeford Town\n"})
    assert [(row.at.line, row.expected) for row in rejected] == [(2, "a day above the match")]


CLUBS = """\
=====
=  England

Ayton FC, 1886, @ Mill Lane, Ayton (North)   ## a note
  | Ayton | The Ayton   # old name
  | Ayton Football Club
 Mill Lane 1 // AY1 1AA
ii) Ayton FC II
  | Ayton II
Beeford Town, Beeford
"""


def test_clubs_have_their_aliases(read: Read) -> None:
    rows, rejected = read("openfootball", {"europe/england/eng.clubs.txt": CLUBS, "europe/england/eng.clubs.props.txt": "x"})
    assert not rejected
    assert [(row.team, row.aliases) for row in rows if isinstance(row, TeamRow)] == [
        (TeamRef("Ayton FC", "England"), ("Ayton", "The Ayton", "Ayton Football Club")),
        (TeamRef("Ayton FC II", "England"), ("Ayton II",)),
        (TeamRef("Beeford Town", "England"), ()),
    ]


def test_a_country_that_the_pack_has_no_clubs_of_is_its_folder(read: Read) -> None:
    (row,), _ = read("openfootball", {"asia/norland/no.clubs.txt": "Ayton FC\n"})
    assert isinstance(row, TeamRow)
    assert row.team.country == "Norland"


def test_players_have_their_births(read: Read) -> None:
    text = "= England\n\nPeter Marsh,   F,  - ,      b. 11 Aug 2007 @ Ayton\nTom Ray\nJan Dee,  G,  1.90 m,  b. 2001\n"
    rows, rejected = read("openfootball", {"europe/england/eng.players.txt": text})
    people = [(row.name, row.born) for row in rows if isinstance(row, PersonRow)]
    assert people == [("Peter Marsh", "2007-08-11"), ("Jan Dee", "2001")]
    assert [(row.at.line, row.found) for row in rejected] == [(4, "'Tom Ray'")]


SQUADS = {
    "england/2023-24/squads/ayton.txt": "=  Ayton FC - Moor League 2023/24\n\n"
    "  1,  Łukasz Marsz (POL),  GK,   b. 1985,   Old C\n"
    " 12,  Tom Ray,   DF,   b. ????,\n",
    "england/2014-15/squads/ayton.txt": "####\n#   Ayton FC 2014/15\n\n1  (vc) Petr Oak (CZE)        GK  2004-\n",
    "1998--france/squads/no-norland.txt": "# Norland (NOR)\n#  - 22 players\n\n (1)  GK  Ola Berg            ##   40, Ayton\n",
    "2014--brazil/squads/no-norland.txt": " (1)  GK  Ola Berg            ##   40, Ayton\n",
}


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "england/2023-24/squads/ayton.txt",
            [
                ("Łukasz Marsz", "1985", "Ayton FC", "2023-07-01", "2024-06-30"),
                ("Tom Ray", "", "Ayton FC", "2023-07-01", "2024-06-30"),
            ],
        ),
        ("england/2014-15/squads/ayton.txt", [("Petr Oak", "", "Ayton FC", "2014-07-01", "2015-06-30")]),
        ("1998--france/squads/no-norland.txt", [("Ola Berg", "", "Norland", "1998-01-01", "1998-12-31")]),
        ("2014--brazil/squads/no-norland.txt", [("Ola Berg", "", "Norland", "2014-01-01", "2014-12-31")]),
    ],
)
def test_a_squad_says_that_a_man_was_there_at_some_time(read: Read, file: str, expected: list[tuple[str, ...]]) -> None:
    rows, rejected = read("openfootball", {file: SQUADS[file]})
    assert not rejected
    members = [row for row in rows if isinstance(row, MembershipRow)]
    assert [(m.person.name, m.person.born, m.team.name, m.start, m.end) for m in members] == expected
    assert not any(member.exact for member in members)


def test_notes_and_second_versions_are_left_out(read: Read) -> None:
    assert read("openfootball", {"rsssf/a.txt": LEAGUE, "more/b.txt": LEAGUE, "2023-24/.conf.txt": LEAGUE}) == ([], [])
