"""factcheck reference: import, show, stats, export, verify, remove, migrate; and the store in a check."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from tests.reference.test_schema import FIRST

Factcheck = Callable[..., CompletedProcess[str]]
LEAGUE = """\
= English Moor League 2023/24
[Fri Aug/11]
  20.00  Ayton FC    0-3 (0-2)  Beeford Town
  A line that is 1-1
"""
SQUAD = "=  Ayton FC - Moor League 2023/24\n\n  1,  Łukasz Marsz,  GK,   b. 1985,   Old C\n"
MEMBERS = """\
name,born,club,since,until
Jan Dee,1990-02-03,Ayton FC,2020-07-01,
Jan Dee,1990-02-03,Beeford Town,2021-01-01,2021-06-30
"""
MAPPING = """\
kind: memberships
source: Sports desk
licence: own
columns: {person: name, born: born, team: club, from: since, to: until}
values: {country: England}
"""


@pytest.fixture
def store(desk: Path) -> Path:
    return desk / "reference.sqlite"


@pytest.fixture
def imported(factcheck: Factcheck, desk: Path, store: Path) -> Path:
    """A store with one league of openfootball's and one list of a desk's."""
    (desk / "england" / "2023-24" / "squads").mkdir(parents=True)
    (desk / "england" / "2023-24" / "1-moor.txt").write_text(LEAGUE)
    (desk / "england" / "2023-24" / "squads" / "ayton.txt").write_text(SQUAD)
    (desk / "members.csv").write_text(MEMBERS)
    (desk / "mapping.yml").write_text(MAPPING)
    assert factcheck("reference", "import", "openfootball", "england", "--store", store).returncode == 0
    assert factcheck("reference", "import", "csv", "members.csv", "--mapping", "mapping.yml", "--store", store).returncode == 0
    return store


def test_an_import_sums_up_and_tells_what_it_rejected(factcheck: Factcheck, imported: Path) -> None:
    again = factcheck("reference", "import", "openfootball", "england", "--store", imported, "--again")
    assert again.stdout.startswith("openfootball/england: 2 files, 1 match rows, 1 membership rows, 1 rejected\n")
    assert "england/2023-24/1-moor.txt:4: found 'A line that is 1-1'; expected home team, score, away team" in again.stderr
    same = factcheck("reference", "import", "openfootball", "england", "--store", imported)
    assert "the store has it already, nothing changed" in same.stdout


def test_rejected_rows_can_be_written_to_a_file(factcheck: Factcheck, imported: Path, desk: Path) -> None:
    done = factcheck("reference", "import", "openfootball", "england", "--store", imported, "--again", "--report", "bad.txt")
    assert done.stderr == ""
    assert (desk / "bad.txt").read_text().startswith("england/2023-24/1-moor.txt:4: found ")


def test_nothing_but_bad_rows_is_a_failure(factcheck: Factcheck, desk: Path, store: Path) -> None:
    (desk / "reep").mkdir()
    (desk / "reep" / "teams.csv").write_text("id,label\n1,Ayton\n")
    assert factcheck("reference", "import", "reep", "reep", "--store", store).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("import", "openfotball", "england"), "unknown format 'openfotball' (did you mean 'openfootball'?)"),
        (("import", "openfootball", "gone"), "gone: no such file or folder"),
        (("stats",), "there is no store yet; `factcheck reference import` makes one"),
        (("verify",), "there is no store yet"),
        (("show", "Nobody At All"), "the reference has no 'Nobody At All'"),
    ],
)
def test_what_cannot_be_done_is_one_line(factcheck: Factcheck, store: Path, arguments: tuple[str, ...], message: str) -> None:
    done = factcheck("reference", *arguments, "--store", store)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert message in done.stderr


def test_show_tells_of_people_and_clubs(factcheck: Factcheck, imported: Path) -> None:
    person = factcheck("reference", "show", "lukasz marsz", "--store", imported).stdout
    assert "Łukasz Marsz (person, 1985) [lukasz-marsz-1985], from openfootball" in person
    assert "at some time of 2023-07-01 to 2024-06-30  Ayton FC, from openfootball" in person
    club = factcheck("reference", "show", "Ayton FC", "--store", imported).stdout
    assert "2020-07-01 to (as of 2021-06-30)  Jan Dee, from csv" in club


def test_a_curated_club_is_shown_without_a_store(factcheck: Factcheck, store: Path) -> None:
    told = factcheck("reference", "show", "West Ham", "--store", store).stdout
    assert "West Ham United (club, England) [eng-west-ham-united]" in told


def test_stats_counts_and_names_the_sources(factcheck: Factcheck, imported: Path) -> None:
    told = factcheck("reference", "stats", "--store", imported).stdout
    assert "2 people" in told
    assert "1 matches" in told
    assert "csv/members.csv: desk, own, as of 2021-06-30" in told
    assert "openfootball/england: open, CC0-1.0, as of 2024-06-30" in told


def test_export_leaves_out_what_may_not_be_passed_on(factcheck: Factcheck, imported: Path, desk: Path) -> None:
    everything = [json.loads(line) for line in factcheck("reference", "export", "--store", imported).stdout.splitlines()]
    assert {row["source"] for row in everything} == {"openfootball/england", "csv/members.csv"}
    assert factcheck("reference", "export", "--redistributable", "-o", "out.jsonl", "--store", imported).returncode == 0
    rows = [json.loads(line) for line in (desk / "out.jsonl").read_text().splitlines()]
    assert {(row["source"], row["licence"]) for row in rows} == {("openfootball/england", "CC0-1.0")}
    assert [row["home_goals"] for row in rows if row["table"] == "event"] == [0]


def test_verify_finds_a_man_at_two_clubs(factcheck: Factcheck, imported: Path) -> None:
    done = factcheck("reference", "verify", "--store", imported)
    assert done.returncode == 1
    assert "1 players at two clubs on one day\n  jan-dee-1990 is at eng-ayton-fc (csv/members.csv)" in done.stdout
    assert "0 rows of people or teams that no source names" in done.stdout


def test_a_source_can_be_removed(factcheck: Factcheck, imported: Path) -> None:
    assert factcheck("reference", "remove", "csv/members.csv", "--store", imported).returncode == 0
    assert factcheck("reference", "verify", "--store", imported).returncode == 0
    wrong = factcheck("reference", "remove", "csv/member.csv", "--store", imported)
    assert "did you mean" in wrong.stderr or "the store has no source" in wrong.stderr


def test_migrate_brings_an_old_store_up_to_date(factcheck: Factcheck, store: Path) -> None:
    with sqlite3.connect(store) as database:
        database.executescript(FIRST)
    assert "`factcheck reference migrate` brings it up to date" in factcheck("reference", "stats", "--store", store).stderr
    assert factcheck("reference", "migrate", "--store", store).returncode == 0
    assert "1 people" in factcheck("reference", "stats", "--store", store).stdout


STORY = "---\ndate: 2023-08-12\n---\n\nAyton FC lost 2-0 to Beeford Town. Ayton FC were weak, Beeford Town strong.\n"


def test_a_check_uses_the_store_that_the_configuration_names(factcheck: Factcheck, imported: Path, desk: Path) -> None:
    (desk / "story.md").write_text(STORY)
    assert factcheck("story.md").returncode == 0
    (desk / ".factcheck.yml").write_text("reference: reference.sqlite\n")
    done = factcheck("story.md")
    assert done.returncode == 1
    assert "score/score-in-the-facts" in done.stdout
    assert "Ayton FC 0-3 Beeford Town, 2023-08-11 (openfootball)" in done.stdout
    assert factcheck("--no-reference", "story.md").returncode == 0


def test_workers_use_the_store_too(factcheck: Factcheck, imported: Path, desk: Path) -> None:
    (desk / ".factcheck.yml").write_text("reference: reference.sqlite\n")
    (desk / "many").mkdir()
    for number in range(40):
        (desk / "many" / f"{number}.md").write_text(STORY)
    report = json.loads(factcheck("many", "--jobs", "2", "--format", "json").stdout)
    assert [len(article["flags"]) for article in report["articles"]] == [1] * 40


def test_a_store_that_is_named_and_not_there_is_an_error(factcheck: Factcheck, desk: Path) -> None:
    (desk / "story.md").write_text(STORY)
    (desk / ".factcheck.yml").write_text("reference: gone.sqlite\n")
    done = factcheck("story.md")
    assert (done.returncode, "gone.sqlite: `reference:` in .factcheck.yml names no file" in done.stderr) == (2, True)


def test_a_match_sheet_judges_an_article(factcheck: Factcheck, desk: Path) -> None:
    (desk / "story.md").write_text(STORY)
    match = "{date: 2023-08-11, competition: Cup, home: Ayton FC, away: Beeford Town, score: 0-1}"
    (desk / "sheet.yml").write_text(f"matches: [{match}]")
    done = factcheck("--match-sheet", "sheet.yml", "story.md")
    assert done.returncode == 1
    assert "(sheet.yml)" in done.stdout
    assert "the match sheet is no file" in factcheck("--match-sheet", "gone.yml", "story.md").stderr
