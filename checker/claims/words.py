"""The words of a pack (words.yml): lists that patterns name, number words, labels of blocks."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property

from pydantic import RootModel

from checker.claims.frames import NOTHING, Frames, load_frames
from checker.reference.names import fold
from checker.yaml_source import YamlSource

_DIGITS = re.compile(r"\d{1,4}$|\d{1,3}(?:,\d{3})+$")
_WORD = re.compile(r"\w+")
_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)$")


def one_of(phrases: Iterable[str]) -> str:
    """Phrases as the alternatives of a pattern, the longest first; of none, what matches nothing."""
    return _tree(frozenset(phrases), re.escape) or "(?!)"


def whole(phrases: Sequence[str]) -> re.Pattern[str]:
    """A pattern for any of some phrases as whole words in letters of any size; one that matches nothing where there are
    none."""
    return re.compile(rf"{_begun(phrases)}(?!\w)")


def in_any_size(phrases: Iterable[str]) -> str:
    """Phrases in letters of any size as the alternatives of a pattern; of none, what matches nothing."""
    return _tree(frozenset(phrase.lower() for phrase in phrases), _any_size) or "(?!)"


def _begun(phrases: Sequence[str]) -> str:
    """The phrases as alternatives at the beginning of a word. Where all begin with a letter that is a word's edge, which `re`
    sees at once."""
    edge = r"\b" if all(phrase[:1].isalnum() for phrase in phrases) else r"(?<!\w)"
    return edge + in_any_size(phrases)


def _tree(phrases: frozenset[str], letter: Callable[[str], str]) -> str:
    """Phrases as one pattern in which those that begin alike share their beginning: `re` tries alternatives one by one."""
    if len(phrases) == 1:  # as most are after some letters
        (only,) = phrases
        return "".join(map(letter, only))
    heads: dict[str, set[str]] = {}
    for phrase in sorted(phrases - {""}):
        heads.setdefault(phrase[0], set()).add(phrase[1:])
    branches = [letter(head) + _tree(frozenset(rest), letter) for head, rest in heads.items()]
    if not branches:
        return ""
    return branches[0] if len(branches) == 1 and "" not in phrases else f"(?:{'|'.join(branches)}){'?' * ('' in phrases)}"


def _any_size(letter: str) -> str:
    """A letter, small or capital; `re` is four times as fast with the two of them as where it is to ignore the size."""
    return f"[{letter}{letter.upper()}]" if letter.isalpha() and len(letter.upper()) == 1 else re.escape(letter)


class Passage:
    """A piece of copy in which several cues are looked for."""

    __slots__ = ("_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """Its words in small letters."""
        if self._words is None:
            self._words = frozenset(_WORD.findall(self.text.lower()))
        return self._words


class Cues:
    """Words and phrases to look for, whole and in letters of any size. Most copy has none of them: it is searched only where
    all words of one of them stand somewhere in it."""

    def __init__(self, phrases: Sequence[str]) -> None:
        self._phrases = tuple(phrases)
        self._by_longest: dict[str, list[frozenset[str]]] = {}
        """The words of each phrase, by the longest of them."""
        for words in (_WORD.findall(phrase.lower()) for phrase in phrases):
            self._by_longest.setdefault(max(words, key=len), []).append(frozenset(words))
        self._longest = frozenset(self._by_longest)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        """Made where it is needed: an article needs few of all cues."""
        return whole(self._phrases)

    def are_in(self, passage: Passage) -> bool:
        """Whether a passage has any of them."""
        words = passage.words
        if not self.may_be_in(words):
            return False
        likely = any(phrase <= words for word in self._longest & words for phrase in self._by_longest[word])
        return likely and bool(self._pattern.search(passage.text))

    def may_be_in(self, words: AbstractSet[str]) -> bool:
        """Whether the longest word of any of them is among the words of some copy; else the copy has none of them."""
        return not self._longest.isdisjoint(words)


SPELLINGS = "other_spellings"
"""The table of words.yml that gives words their other spellings."""


class WordsFile(RootModel[dict[str, list[str] | dict[str, int] | dict[str, list[str]]]]):
    """words.yml: each key a list, a table of numbers, or a table of lists."""


@dataclass(frozen=True)
class Words:
    """The words of a pack. `lists` holds every list by its name, in the pack's own spelling."""

    lists: Mapping[str, tuple[str, ...]]
    tables: Mapping[str, Mapping[str, int]]
    labels: Mapping[str, tuple[str, ...]]
    spellings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The other spellings of a word: `equalizer` of `equaliser`. Each list that has the one has the others."""
    frames: Frames = field(default_factory=dict)

    @classmethod
    def load(cls, source: YamlSource) -> "Words":
        content = source.into(WordsFile).root
        spellings = _spellings(content.pop(SPELLINGS, {}))
        lists: dict[str, tuple[str, ...]] = {}
        tables: dict[str, dict[str, int]] = {}
        labels: dict[str, tuple[str, ...]] = {}
        for name, value in content.items():
            if isinstance(value, list):
                lists[name] = tuple(_spelt_anyhow(value, spellings))
                continue
            numbers = {word: number for word, number in value.items() if isinstance(number, int)}
            if len(numbers) == len(value):
                tables[name] = numbers
                lists[name] = tuple(value)
            else:
                labels |= {key: tuple(item) for key, item in value.items() if isinstance(item, list)}
        return cls(lists, tables, labels, spellings)

    def with_names(self, source: YamlSource) -> "Words":
        """These words with the lists of a file of names."""
        return replace(self, lists={**self.lists, **Words.load(source).lists})

    def with_frames(self, source: YamlSource) -> "Words":
        """These words with the frames of a file, which may name their lists."""
        return replace(self, frames=load_frames(source, self.lists, self.one_of))

    def frame(self, name: str) -> re.Pattern[str]:
        """The frame of a name; one that matches nothing where the pack does not have it."""
        return self.frames.get(name, NOTHING)

    def folded(self, name: str) -> frozenset[str]:
        """A list as a set of folded words; empty where the pack does not have it."""
        if name not in self._folded:
            self._folded[name] = frozenset(fold(word) for word in self.lists.get(name, ()))
        return self._folded[name]

    def all_of(self, *names: str) -> list[str]:
        """The words of some lists."""
        return [word for name in names for word in self.lists.get(name, ())]

    def one_of(self, *names: str) -> str:
        """The words of some lists as the alternatives of a pattern."""
        return one_of(self.all_of(*names))

    def pattern(self, *names: str) -> re.Pattern[str]:
        """A pattern for any word or phrase of some lists, whole and in letters of any size."""
        if names not in self._patterns:
            self._patterns[names] = whole(self.all_of(*names))
        return self._patterns[names]

    def cues(self, *names: str) -> Cues:
        """The same for passages in which several such lists are looked for."""
        return Cues(self.all_of(*names))

    def beginnings(self, *names: str) -> re.Pattern[str]:
        """The same for words that begin with one of them: `dismiss` for `dismissal`."""
        if names not in self._beginnings:
            self._beginnings[names] = re.compile(_begun(self.all_of(*names)))
        return self._beginnings[names]

    def parts_of(self, *names: str) -> frozenset[str]:
        """The single folded words of the phrases of some lists: `left` and `back` for `left back`."""
        return frozenset(part for name in names for phrase in self.folded(name) for part in phrase.split())

    @cached_property
    def _folded(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _patterns(self) -> dict[tuple[str, ...], re.Pattern[str]]:
        return {}

    @cached_property
    def _beginnings(self) -> dict[tuple[str, ...], re.Pattern[str]]:
        return {}

    def number(self, text: str) -> int | None:
        """The value of a cardinal in digits or words; None for anything else."""
        plain = text.lower()
        if not plain.isalpha() and _DIGITS.match(plain):
            return int(plain.replace(",", ""))
        return self.tables.get("number_words", {}).get(plain)

    def ordinal(self, text: str) -> int | None:
        """The value of an ordinal in digits or words: `13th` or `third`; None for anything else."""
        plain = text.lower()
        found = None if plain.isalpha() else _ORDINAL.match(plain)
        return int(found[1]) if found else self.tables.get("ordinal_words", {}).get(plain)

    @cached_property
    def particles(self) -> frozenset[str]:
        return self.folded("particles")


def _spellings(table: list[str] | dict[str, int] | dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """A table of lists as it stands; of anything else, nothing."""
    entries = table.items() if isinstance(table, dict) else ()
    return {word: tuple(others) for word, others in entries if isinstance(others, list)}


def _spelt_anyhow(phrases: Iterable[str], spellings: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """The phrases, and behind each the same with a word of it spelt otherwise."""
    for phrase in phrases:
        yield phrase
        for word in _WORD.findall(phrase):
            yield from (re.sub(rf"\b{word}\b", other, phrase) for other in spellings.get(word.lower(), ()))
