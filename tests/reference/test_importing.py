"""Imports into a store: all or nothing, repeatable, one after the other, and what bad data does."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from checker.errors import FactcheckError
from checker.pack import Pack
from checker.places import default_pack
from checker.reference import importing
from checker.reference.importers import IMPORTERS
from checker.reference.importing import Plan, counts, run_import
from checker.reference.lists import load_lists
from checker.reference.location import open_store
from checker.reference.rows import At, Found, Importer, Lists, MembershipRow, PersonRow, Started, TeamRef

LEAGUE = """\
= English Moor League 2023/24
[Fri Aug/11]
  20.00  Ayton FC    0-3 (0-2)  Beeford Town
[Sat Aug/12]
  20.00  Ayton FC    1-1 (0-0)  Corley United
"""
SQUAD = "=  Ayton FC - Moor League 2023/24\n\n  1,  Peter Marsh,  GK,   b. 1985,   Old C\n"

Import = Callable[..., importing.Report]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data set of one league and one squad."""
    place = tmp_path / "england"
    (place / "2023-24" / "squads").mkdir(parents=True)
    (place / "2023-24" / "1-moor.txt").write_text(LEAGUE)
    (place / "2023-24" / "squads" / "ayton.txt").write_text(SQUAD)
    return place


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "data" / "reference.sqlite"


@pytest.fixture
def plan(pack: Pack, folder: Path) -> Plan:
    lists = load_lists(default_pack())
    return Plan(IMPORTERS["openfootball"], (folder,), lists, pack.words.particles, pack.curated())


def held(store: Path) -> dict[str, int]:
    with closing(open_store(store)) as database:
        return counts(database)


def test_an_import_makes_the_store(plan: Plan, store: Path) -> None:
    (report,) = run_import(plan, store)
    assert (report.source, report.files, dict(report.rows), report.rejected_count) == (
        "openfootball/england", 2, {"match": 2, "membership": 1}, 0,
    )  # fmt: skip
    assert {name: held(store)[name] for name in ("people", "clubs", "matches", "memberships")} == {
        "people": 1, "clubs": 3, "matches": 2, "memberships": 1,
    }  # fmt: skip


def test_every_source_says_what_it_is_and_from_when(plan: Plan, store: Path) -> None:
    run_import(plan, store)
    with closing(open_store(store)) as database:
        row = database.execute("select key, source, licence, tier, as_of, redistributable from source").fetchone()
    assert row == ("openfootball/england", "https://github.com/openfootball", "CC0-1.0", "open", "2024-06-30", 1)


def test_the_same_data_change_nothing(plan: Plan, store: Path) -> None:
    run_import(plan, store)
    before = store.read_bytes()
    (report,) = run_import(plan, store)
    assert report.unchanged
    assert store.read_bytes() == before


def rows_of(store: Path) -> list[tuple[object, ...]]:
    tables = ("entity", "membership", "name", "surname", "event", "action")
    with closing(open_store(store)) as database:
        return sorted((table, *map(str, row)) for table in tables for row in database.execute(f"select * from {table}"))


def test_the_same_data_imported_again_give_the_same_rows(plan: Plan, store: Path) -> None:
    run_import(plan, store)
    before = rows_of(store)
    run_import(replace(plan, again=True), store)
    assert rows_of(store) == before


def test_changed_data_take_the_place_of_the_old(plan: Plan, store: Path, folder: Path) -> None:
    run_import(plan, store)
    (folder / "2023-24" / "1-moor.txt").write_text(LEAGUE.replace("0-3 (0-2)", "4-3 (0-2)").rsplit("[Sat", 1)[0])
    run_import(plan, store)
    with closing(open_store(store)) as database:
        assert database.execute("select home_goals, away_goals from event").fetchall() == [(4, 3)]


def test_a_club_that_the_pack_has_keeps_its_id(plan: Plan, store: Path, folder: Path) -> None:
    london = LEAGUE.replace("Ayton FC ", "Arsenal FC ").replace("Corley United", "Chelsea FC")
    (folder / "2023-24" / "1-moor.txt").write_text(london)
    run_import(plan, store)
    with closing(open_store(store)) as database:
        teams = {team for row in database.execute("select home, away from event") for team in row}
    assert teams == {"eng-arsenal", "eng-chelsea", "eng-beeford-town"}


def failing(rows: int, error: BaseException) -> Importer:
    """An importer that breaks down after some rows."""

    def read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
        for number in range(rows):
            yield PersonRow(At("x", number), f"Peter Marsh{number}", "1999")
        raise error

    return replace(IMPORTERS["openfootball"], read=read, name="failing")


BREAKS = (KeyboardInterrupt(), sqlite3.OperationalError("database or disk is full"), OSError(28, "No space left on device"))


@pytest.mark.parametrize("error", BREAKS)
def test_an_import_that_breaks_off_leaves_the_old_store_whole(plan: Plan, store: Path, error: BaseException) -> None:
    run_import(plan, store)
    before = store.read_bytes()
    with pytest.raises((FactcheckError, KeyboardInterrupt)) as raised:
        run_import(replace(plan, importer=failing(1000, error)), store)
    if not isinstance(error, KeyboardInterrupt):
        assert "the store is as it was" in str(raised.value)
    assert store.read_bytes() == before
    assert [file.name for file in store.parent.iterdir() if ".part" in file.name] == []


def test_a_full_disk_is_told(plan: Plan, store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run_import(plan, store)
    before = store.read_bytes()

    def limited(database: sqlite3.Connection, place: Path) -> None:
        pages = database.execute("pragma page_count").fetchone()[0]
        database.execute(f"pragma max_page_count = {pages + 1}")  # SQLite's own "database or disk is full"

    monkeypatch.setattr(importing, "_prepare", limited)
    people = [PersonRow(At("x", number), f"Peter Marsh{number}", "1999") for number in range(5000)]
    with pytest.raises(FactcheckError, match="the store is as it was: database or disk is full"):
        run_import(replace(plan, importer=giving(*people)), store)
    assert store.read_bytes() == before


KILLED = """
import sys
from pathlib import Path
from tests.reference.test_importing import slow_import
slow_import(Path(sys.argv[1]), Path(sys.argv[2]))
"""


def slow_import(folder: Path, store: Path) -> None:
    """Begins an import and never ends it; a file beside the folder tells when its rows are being written."""
    from checker.pack import load_pack

    pack = load_pack(default_pack(), patterns=False)

    def read(root: Path, lists: Lists, started: Started) -> Iterator[Found]:
        for number in range(1000):
            yield PersonRow(At("x", number), f"Peter Marsh{number}", "1999")
        (root / "writing").touch()
        time.sleep(60)

    importer = replace(IMPORTERS["openfootball"], read=read, name="slow")
    run_import(Plan(importer, (folder,), load_lists(pack.folder), pack.words.particles, None), store)


def test_a_killed_import_leaves_the_old_store_and_the_next_cleans_up(
    plan: Plan, store: Path, folder: Path, root: Path
) -> None:
    run_import(plan, store)
    before = store.read_bytes()
    with subprocess.Popen([sys.executable, "-c", KILLED, folder, store], cwd=root) as process:
        for _ in range(300):
            if (folder / "writing").exists():
                break
            time.sleep(0.1)
        assert (folder / "writing").exists()
        os.kill(process.pid, signal.SIGKILL)
    assert store.read_bytes() == before
    assert list(store.parent.glob("*.part")) + list(store.parent.glob(".*.part"))
    (folder / "2023-24" / "1-moor.txt").write_text(LEAGUE + "  20.00  Beeford Town    1-1 (0-0)  Corley United\n")
    run_import(plan, store)
    assert not list(store.parent.glob(".*.part"))
    assert held(store)["matches"] == 3


IMPORTING = """
import sys
from checker.cli import main
sys.argv = ["factcheck", "reference", "import", "openfootball", sys.argv[1], "--store", sys.argv[2], "--again"]
main()
"""
CHECKING = """
import sys
from pathlib import Path
from checker.pack import load_pack
from checker.places import default_pack
pack = load_pack(default_pack(), patterns=False)
for _ in range(40):
    reference = pack.reference(Path(sys.argv[1]))
    people = {member.person for member in reference.squad("eng-ayton-fc")}
    assert people == {"peter-marsh-1985"}, people
    assert len(reference.events("eng-ayton-fc", "eng-beeford-town")) == 1
"""


def test_two_importing_and_four_checking_at_once(plan: Plan, store: Path, folder: Path, root: Path) -> None:
    run_import(plan, store)
    other = folder.parent / "second" / "england-cups"
    (other / "2023-24").mkdir(parents=True)
    (other / "2023-24" / "cup.txt").write_text(LEAGUE.replace("Ayton", "Dunby"))
    commands = [[sys.executable, "-c", IMPORTING, str(place), str(store)] for place in (folder, other, folder, other)]
    commands += [[sys.executable, "-c", CHECKING, str(store)]] * 4
    running = [subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for command in commands]
    ended = [(process.communicate()[1].decode(), process.returncode) for process in running]
    assert [error for error, code in ended if code] == []
    assert held(store)["matches"] == 4


@pytest.mark.parametrize(
    ("content", "line", "found"),
    [
        (LEAGUE.replace("Beeford", "B\udcffeford").encode("utf-8", "surrogateescape"), 3, "byte 0xff at column 34"),
        (LEAGUE.replace("Beeford Town", "Ayton FC").encode(), 3, "a match of Ayton FC against itself"),
        ((LEAGUE + LEAGUE.split("\n", 1)[1]).encode(), 7, "Ayton FC v Beeford Town on 2023-08-11 a second time"),
        (LEAGUE.replace("2023/24", "2063/64").replace("Fri Aug/11", "Aug/11").encode(), 3, "the day 2063-08-11"),
    ],
)
def test_a_bad_row_is_told_with_its_place_and_the_rest_goes_on(
    plan: Plan, store: Path, folder: Path, content: bytes, line: int, found: str
) -> None:
    (folder / "2023-24" / "1-moor.txt").write_bytes(content)
    (report,) = run_import(plan, store)
    first = report.rejected[0]
    assert (Path(first.at.path).name, first.at.line, first.found) == ("1-moor.txt", line, found)
    assert report.rows["membership"] == 1


def test_a_truncated_file_gives_what_is_whole(plan: Plan, store: Path, folder: Path) -> None:
    (folder / "2023-24" / "1-moor.txt").write_text(LEAGUE[: LEAGUE.index("1-1") + 2])
    (report,) = run_import(plan, store)
    assert (report.rows["match"], [row.at.line for row in report.rejected]) == (1, [])


def test_a_table_with_other_columns_is_rejected_whole(pack: Pack, plan: Plan, store: Path, tmp_path: Path) -> None:
    data = tmp_path / "reep"
    data.mkdir()
    (data / "teams.csv").write_text("id,label,country\n1,Ayton,England\n")
    (report,) = run_import(replace(plan, importer=IMPORTERS["reep"], paths=(data,)), store)
    assert [str(row).replace(str(data), "") for row in report.rejected] == [
        "/teams.csv:1: found the columns id, label, country; expected the columns key_wikidata, name, country"
    ]


def test_two_clubs_of_one_name_are_told_apart_or_left_out(plan: Plan, store: Path, folder: Path) -> None:
    clubs = "Ayton FC, Ayton\n  | Rovers\nBeeford Town, Beeford\n  | Rovers\n"
    (folder / "eng.clubs.txt").write_text(clubs)
    (folder / "2023-24" / "1-moor.txt").write_text(LEAGUE.replace("Corley United", "Rovers"))
    (report,) = run_import(plan, store)
    assert [(row.at.line, row.found) for row in report.rejected] == [
        (5, "'Rovers', which is the name of eng-ayton-fc and eng-beeford-town")
    ]


def member(name: str, team: str, start: str, end: str) -> MembershipRow:
    return MembershipRow(PersonRow(At("x.csv", 2), name, "1999-02-03"), TeamRef(team, "England"), start, end, exact=True)


def giving(*rows: Found) -> Importer:
    """An importer that gives some rows."""
    return replace(IMPORTERS["openfootball"], read=lambda root, lists, started: iter(rows), name="giving", tier="desk")


def test_a_time_that_ends_before_it_begins_is_rejected(plan: Plan, store: Path) -> None:
    (report,) = run_import(replace(plan, importer=giving(member("Peter Marsh", "Ayton", "2021-01-01", "2020-01-01"))), store)
    assert [(row.at.line, row.expected) for row in report.rejected] == [(2, "an end that is not before the start")]


def test_a_huge_file_is_read_line_by_line(plan: Plan, store: Path, folder: Path) -> None:
    with (folder / "2023-24" / "2-huge.txt").open("wb") as stream:
        stream.seek(2 * 1024**3)  # two gigabytes of nothing, on a disk that keeps holes
        stream.write(b"\n")
    found = list(IMPORTERS["openfootball"].read(folder, plan.lists, lambda file: None))
    assert any("a line of more than" in str(row) for row in found)


def test_what_holds_no_data_is_an_error_that_says_what_was_expected(plan: Plan, store: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FactcheckError, match="found nothing to import; expected a folder of an openfootball repository"):
        run_import(replace(plan, paths=(tmp_path / "empty",)), store)
    with pytest.raises(FactcheckError, match="no such file or folder"):
        run_import(replace(plan, paths=(tmp_path / "gone",)), store)
    assert not store.exists()
