"""forms: what compiling patterns gave is there at the next start, and only for the words that it was made with."""

import json
from pathlib import Path

import pytest

from checker.claims.forms import Forms
from checker.claims.pattern import PatternError, compile_pattern
from checker.claims.words import Words

WORDS = Words({"win_noun": ("win", "away win"), "function_words": ("the", "of")}, {}, {}, {"favour": ("favor",)})
PATTERNS = ("{first:number}-{second:number} ~2 {outcome:win_noun}", "in their [own] favour ...3 {then:club}")


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def kept(folder: Path) -> list[Path]:
    return sorted((folder / "factcheck" / "forms").glob("*.json"))


def compiled(words: Words = WORDS) -> Forms:
    forms = Forms(words)
    for text in PATTERNS:
        assert forms.of(text) == compile_pattern(text, words.lists, words.spellings)
    return forms


def test_what_is_read_back_is_what_was_compiled(tmp_path: Path) -> None:
    compiled().keep()
    assert set(json.loads(kept(tmp_path)[0].read_text(encoding="utf-8"))["forms"]) == set(PATTERNS)
    compiled()


def test_what_was_read_back_alone_is_not_written_again(tmp_path: Path) -> None:
    compiled().keep()
    (file,) = kept(tmp_path)
    file.touch()
    before = file.stat().st_mtime_ns
    compiled().keep()
    assert file.stat().st_mtime_ns == before


def test_other_words_make_other_forms(tmp_path: Path) -> None:
    compiled().keep()
    more = Words({**WORDS.lists, "win_noun": ("win", "victory")}, {}, {}, WORDS.spellings)
    compiled(more).keep()
    compiled(Words(WORDS.lists, {}, {}, {})).keep()
    assert len(kept(tmp_path)) == 3


DAMAGED = (
    "",
    "{",
    "[]",
    '{"elements": [[]], "forms": {}}',
    '{"elements": [], "forms": {"a b": [[0]]}}',
    '{"elements": [], "forms": []}',
)


@pytest.mark.parametrize("damage", DAMAGED)
def test_what_cannot_be_read_is_compiled_anew(tmp_path: Path, damage: str) -> None:
    compiled().keep()
    (file,) = kept(tmp_path)
    file.write_text(damage, encoding="utf-8")
    compiled().keep()
    assert set(json.loads(file.read_text(encoding="utf-8"))["forms"]) == set(PATTERNS)


def test_a_mistake_is_told_every_time(tmp_path: Path) -> None:
    for _ in range(2):
        forms = Forms(WORDS)
        with pytest.raises(PatternError):
            forms.of("{outcome:no_such_list}")
        forms.keep()
    assert not kept(tmp_path)


def test_a_user_without_a_home_compiles_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("no home")

    monkeypatch.setattr("checker.claims.forms.cache_folder", homeless)
    compiled().keep()
