"""Curated files: what they compile to, how their mistakes are told, and the cache that keeps them."""

import pwd
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from checker.errors import PackError
from checker.reference.curated import open_reference
from checker.reference.identity import slug
from checker.reference.store import Reference

HEAD = "source: by hand\nlicence: CC0-1.0\nas_of: 2024-06-30\n"
CLUBS = (
    HEAD
    + """\
sites:
  - {id: mill-lane, name: Mill Lane, aliases: [The Mill], city: Ayton}
teams:
  - id: ayton
    name: Ayton United
    aliases: [Ayton]
    short: [United]
    nicknames: [the Millers]
    demonyms: [Aytonian]
    sites: [{site: mill-lane, from: 1990-07-01}]
competitions:
  - {id: moor-cup, name: Moor Cup, aliases: [The Moor]}
"""
)
PEOPLE = (
    HEAD
    + """\
athletes:
  - {id: peter-marsh, name: Péter Marsh, aliases: [Pete Marsh], born: 1999-02-03, memberships: [
     {team: ayton, from: 2020-07-01, to: 2022-06-30}]}
associates:
  - {name: Ken Boot, team: ayton, role: manager, from: 2021-01-01}
officials:
  - {name: Anna Whistle, nation: Wales}
"""
)
PARTICLES = frozenset({"van"})
Open = Callable[..., Reference]


@pytest.fixture
def curated(tmp_path: Path) -> Open:
    """Opens the reference that some files make, with a cache of its own."""

    def make(**files: str) -> Reference:
        folder = tmp_path / "reference"
        folder.mkdir(exist_ok=True)
        for name, text in (files or {"clubs": CLUBS, "people": PEOPLE}).items():
            (folder / f"{name}.yml").write_text(text, encoding="utf-8")
        return open_reference([folder], PARTICLES, tmp_path / "cache")

    return make


@pytest.mark.parametrize(
    ("words", "kind", "style"),
    [
        ("ayton united", "club", "name"),
        ("ayton", "club", "alias"),
        ("united", "club", "short"),
        ("millers", "club", "nickname"),
        ("aytonian", "club", "demonym"),
        ("mill lane", "site", "name"),
        ("the mill", "site", "alias"),
        ("moor cup", "competition", "name"),
        ("peter marsh", "person", "name"),
        ("pete marsh", "person", "alias"),
        ("marsh", "person", "surname"),
        ("pete", "person", "first-name"),
        ("ken boot", "person", "name"),
        ("anna whistle", "official", "name"),
        ("whistle", "official", "surname"),
    ],
)
def test_every_way_to_write_a_name_can_be_looked_up(curated: Open, words: str, kind: str, style: str) -> None:
    first = words.split()[0]
    found = [(form.kind, form.style) for form in curated().forms([first])[first] if form.words == words]
    assert found == [(kind, style)]


def test_a_person_may_stand_in_several_files(curated: Open) -> None:
    player_manager = HEAD + "associates: [{name: Péter Marsh, team: ayton, role: manager, from: 2023-07-01}]\n"
    found = curated(clubs=CLUBS, people=PEOPLE, staff=player_manager)
    assert [membership.role for membership in found.memberships("peter-marsh")] == ["player", "manager"]


def test_a_row_carries_the_file_it_came_from(curated: Open) -> None:
    (membership,) = curated().memberships("peter-marsh")
    assert membership.source == "people.yml"


def test_no_files_make_an_empty_reference(tmp_path: Path) -> None:
    assert open_reference([tmp_path / "gone"], PARTICLES, tmp_path / "cache").is_empty


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        ("athletes: [{id: p, name: P Q, memberships: [{team: aytno}]}]", "4:45: no team has the id 'aytno'"),
        ("associates: [{name: P Q, team: aytno, role: manager}]", "4:14: no team has the id 'aytno'"),
        ("teams: [{id: b, name: B, sites: [{site: mill-lnae}]}]", "4:34: no site has the id 'mill-lnae'"),
        ("teams: [{id: b, name: B}, {id: b, name: C}]", "4:28: the id 'b' is taken"),
        ("competitions: [{id: b, name: B}, {id: b, name: C}]", "4:35: the id 'b' is taken"),
        ("teams: [{id: b, name: B, kind: clbu}]", "4:26: "),
        ("teams: [{id: b, name: B, nicknmaes: [C]}]", "4:26: unknown key 'nicknmaes' (did you mean 'nicknames'?)"),
        ("athletes: [{id: p, name: P, born: spring}]", "4:29: born: "),
        ("athletes: [{id: p, name: P, memberships: [{team: b, form: 2024-01-01}]}]", "4:53: unknown key 'form' (did"),
        ("athletes: [{id: p, name: ''}]", "4:20: "),
        ("atheltes: []", "4:1: unknown key 'atheltes' (did you mean 'athletes'?)"),
    ],
)
def test_a_mistake_is_told_with_its_place(curated: Open, rows: str, message: str) -> None:
    with pytest.raises(PackError) as found:
        curated(rows=HEAD + rows)
    assert f"rows.yml:{message}" in str(found.value)


def test_a_membership_cannot_end_before_it_begins(curated: Open) -> None:
    spell = "{team: b, from: 2024-07-01, to: 2023-06-30}"
    rows = f"{HEAD}teams: [{{id: b, name: B}}]\nathletes: [{{id: p, name: P, memberships: [{spell}]}}]\n"
    with pytest.raises(PackError, match=r"rows\.yml:5:43: "):
        curated(rows=rows)


@pytest.mark.parametrize("key", ["source", "licence", "as_of"])
def test_a_file_says_where_its_facts_come_from(curated: Open, key: str) -> None:
    text = "".join(line for line in CLUBS.splitlines(keepends=True) if not line.startswith(key))
    with pytest.raises(PackError, match=f"the key '{key}' is missing"):
        curated(clubs=text)


def cached(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").iterdir())


def test_an_unchanged_pack_is_compiled_once(curated: Open, tmp_path: Path) -> None:
    curated()
    (file,) = cached(tmp_path)
    written = file.stat().st_mtime_ns
    assert curated().name("ayton") == "Ayton United"
    assert [(item, item.stat().st_mtime_ns) for item in cached(tmp_path)] == [(file, written)]


def test_a_changed_file_is_compiled_anew(curated: Open, tmp_path: Path) -> None:
    curated()
    changed = curated(clubs=CLUBS.replace("name: Ayton United", "name: Ayton Athletic"), people=PEOPLE)
    assert changed.name("ayton") == "Ayton Athletic"
    assert len(cached(tmp_path)) == 2


def test_a_mistake_leaves_nothing_in_the_cache(curated: Open, tmp_path: Path) -> None:
    with pytest.raises(PackError):
        curated(rows=HEAD + "associates: [{name: P Q, team: gone, role: manager}]")
    assert cached(tmp_path) == []


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "clubs.yml").write_text(CLUBS, encoding="utf-8")
    (tmp_path / "cache").write_text("a file, not a folder")
    assert open_reference([folder], PARTICLES, tmp_path / "cache").name("ayton") == "Ayton United"


def test_a_user_without_a_home_has_no_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "clubs.yml").write_text(CLUBS, encoding="utf-8")
    for name in ("XDG_CACHE_HOME", "HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)  # as in a container that runs under a number
    assert open_reference([folder], PARTICLES).name("ayton") == "Ayton United"


def test_a_cache_file_that_is_damaged_is_made_anew(curated: Open, tmp_path: Path) -> None:
    curated()
    (file,) = cached(tmp_path)
    file.write_bytes(b"cut short")
    assert curated().name("ayton") == "Ayton United"


def _name_in(folder: Path, cache: Path) -> str:
    return open_reference([folder], PARTICLES, cache).name("ayton")


def test_processes_may_compile_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "reference"
    folder.mkdir()
    (folder / "clubs.yml").write_text(CLUBS, encoding="utf-8")
    with ProcessPoolExecutor(2, get_context("spawn")) as pool:
        runs = [pool.submit(_name_in, folder, tmp_path / "cache") for _ in range(4)]
        assert {run.result() for run in runs} == {"Ayton United"}
    assert [file.suffix for file in cached(tmp_path)] == [".sqlite"]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Łukasz Fabiański", "lukasz-fabianski"), ("N’Golo O'Brien-Smith", "n-golo-o-brien-smith"), ("Pelé", "pele")],
)
def test_an_identifier_is_made_of_a_name(name: str, identifier: str) -> None:
    assert slug(name) == identifier
