"""What the tests share: the football pack, checkers with and without its reference, little packs, and the command."""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from subprocess import CompletedProcess

import pytest
import spacy
from hypothesis import settings

from checker.article import Article, article_from_bytes
from checker.check import Checker
from checker.cli import main
from checker.match.assemble import Assembler
from checker.match.record import MatchRecord
from checker.pack import Pack, load_pack
from checker.pipeline.reader import ArticleReader
from checker.pipeline.reading import Reading
from checker.places import default_pack
from checker.reference.curated import open_reference
from checker.reference.store import Reference
from checker.report import ArticleReport

settings.register_profile("factcheck", deadline=None, derandomize=True)
settings.load_profile("factcheck")

LITTLE_PACK = {
    "pack.yml": "name: little\nfamilies: [score]\n",
    "claims/score.yml": """\
score:
  fields: {first: int, second: int, outcome: string}
  patterns:
    - "{first:number}-{second:number} {outcome:(win|draw)}"
""",
    "rules/score.yml": """\
- id: score/draw-is-level
  level: error
  each: score
  when: score.outcome == "draw"
  assert: score.first == score.second
  message: "a draw ends level, {score} does not"
  explain: A draw is level.
  examples:
    wrong: ["It was a [[2-1 draw]]."]
    right: ["It was a 1-1 draw."]
""",
}
"""A pack of one claim type and one rule; tests put other files in its place."""

MOORLAND = """\
source: invented
licence: CC0-1.0
as_of: 2024-06-30
sites:
  - {id: mill-lane, name: Mill Lane, city: Ayton}
  - {id: quarry-end, name: QuarryEnd, city: Beeford}
teams:
  - {id: ayton, name: Ayton United, aliases: [Ayton], short: [United], nicknames: [the Millers],
     demonyms: [Aytonian], sites: [{site: mill-lane}]}
  - {id: beeford, name: Beeford United, aliases: [Beeford], short: [United], nicknames: [the Bees],
     sites: [{site: quarry-end}]}
  - {id: corley, name: Corley and Moor Town, aliases: [Corley, C&M Town], short: [Town]}
  - {id: albion, name: Albion, aliases: [Albion of the North]}
  - {id: norbury, name: Norbury Albion, aliases: [Norbury], short: [Albion]}
  - {id: sunder, name: Sunderby}
  - {id: nat-norland, name: Norland, kind: national, demonyms: [Norlander, Norlandic]}
competitions:
  - {id: moor-cup, name: Moor Cup}
athletes:
  - {id: peter-marsh, name: Péter Marsh, memberships: [{team: ayton, from: 2020-07-01}]}
  - {id: kevin-de-bruin, name: Kevin De Bruin, memberships: [{team: ayton, from: 2021-07-01}]}
  - {id: gary-neve, name: Gary Neve, memberships: [{team: ayton, from: 2019-07-01}]}
  - {id: phil-neve, name: Phil Neve, memberships: [{team: ayton, from: 2019-07-01}]}
  - {id: pelinho, name: Pelinho, memberships: [{team: beeford, from: 2022-07-01}]}
  - {id: tom-okoro, name: Tom Okoro, memberships: [{team: beeford, from: 2020-07-01, to: 2022-06-30},
     {team: corley, from: 2022-07-01}]}
  - {id: luka-okoro, name: Luka Okoro, memberships: [{team: beeford, from: 2022-07-01}]}
  - {id: olaf-lindqvist, name: Olaf Lindqvist, memberships: [{team: beeford, from: 2020-07-01}]}
associates:
  - {name: Ken Boot, team: ayton, role: manager, from: 2021-01-01}
officials:
  - {name: Anna Whistle, nation: Norland}
"""
"""A reference of invented clubs and people, in the words of the Moorland League."""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Compiled references go to a folder of this run, never to the user's cache; his imports are not consulted."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The football pack."""
    return load_pack(default_pack())


@pytest.fixture(scope="session")
def reference(pack: Pack, _own_cache: None) -> Reference:
    """The football pack's reference."""
    return pack.reference()


@pytest.fixture(scope="session")
def checker(pack: Pack, reference: Reference) -> Checker:
    """Football, with its reference."""
    return Checker(pack, reference)


@pytest.fixture(scope="session")
def lone_checker(pack: Pack) -> Checker:
    """Football, without a reference."""
    return Checker(pack, Reference.empty())


@pytest.fixture(scope="session")
def moorland(pack: Pack, tmp_path_factory: pytest.TempPathFactory) -> Reference:
    """A reference of invented clubs and people: Ayton United, Beeford United, Corley Town; Marsh, De Bruin, two Neves."""
    folder = tmp_path_factory.mktemp("moorland")
    (folder / "moorland.yml").write_text(MOORLAND, encoding="utf-8")
    return open_reference([folder], pack.words.particles, folder / "cache")


@pytest.fixture(scope="session")
def moor_checker(pack: Pack, moorland: Reference) -> Checker:
    """Football, with the invented reference."""
    return Checker(pack, moorland)


@pytest.fixture(scope="session")
def article() -> Callable[..., Article]:
    """An article of some text, under a name."""

    def make(text: str, path: str = "story.txt") -> Article:
        return article_from_bytes(text.encode(), path)

    return make


@pytest.fixture(scope="session")
def read(pack: Pack, moorland: Reference, article: Callable[..., Article]) -> Callable[..., Reading]:
    """What the pipeline reads in a text, with the invented reference."""
    reader = ArticleReader(spacy.blank("en"), dict(pack.claim_types), pack.words, moorland)
    return lambda text, path="story.txt": reader.read(article(text, path))


@pytest.fixture(scope="session")
def record(pack: Pack, moorland: Reference, read: Callable[..., Reading]) -> Callable[..., MatchRecord]:
    """The record of the match that a text reports, with the invented reference."""
    assembler = Assembler(pack.words, moorland, pack.thresholds)
    return lambda text, path="story.txt": assembler.assemble(read(text, path))


@pytest.fixture(scope="session")
def check(checker: Checker, article: Callable[..., Article]) -> Callable[..., ArticleReport]:
    """The report on one text, with the reference."""
    return lambda text, path="story.txt": checker.check(article(text, path)).report


@pytest.fixture
def little_pack(tmp_path: Path) -> Callable[..., Path]:
    """Makes the folder of a little pack; `files` replaces its files by path, None leaves one out."""

    def make(files: dict[str, str | None] | None = None) -> Path:
        folder = tmp_path / "pack"
        for name, content in {**LITTLE_PACK, **(files or {})}.items():
            if content is not None:
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(content, encoding="utf-8")
        return folder

    return make


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, made the current one."""
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def factcheck(
    desk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Callable[..., CompletedProcess[str]]:
    """Runs the command in this process, in the folder `desk`; `stdin` is what it reads from `-`."""

    def run(*arguments: str | Path, stdin: bytes = b"") -> CompletedProcess[str]:
        command = ["factcheck", *map(str, arguments)]
        monkeypatch.setattr(sys, "argv", command)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfd.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfd.readouterr()
        return CompletedProcess(command, int(ended.value.code or 0), out, err)

    return run


@pytest.fixture(scope="session")
def python(_own_cache: None) -> Callable[..., CompletedProcess[str]]:
    """Runs Python code in a fresh interpreter, in any folder."""

    def run(code: str, *arguments: str | Path, cwd: Path | None = None) -> CompletedProcess[str]:
        command = [sys.executable, "-c", code, *map(str, arguments)]
        return subprocess.run(command, cwd=cwd, env=dict(os.environ), capture_output=True, text=True, check=False)

    return run
