"""placewords: words that are one edit from a word of a place, a club or a competition that the article names again and again.

"Scootland" beside three Scotlands is a slip, whatever it stands in: the reader takes an unknown capitalised word for a
man's name, so the rules on clubs never see it. The right word must be known to the reference or the pack, the wrong one to
nobody.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.endings import Endings
from checker.match.placenames import LONGEST_INITIALS, called_in_full
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import distance, fold
from checker.reference.store import Reference

SHORTEST = 5
"""Letters of a word of which one changed letter proves something."""
OFTEN = 2
"""So often the right word must stand in the article; once is enough behind the word behind which the wrong one stands."""
MOST_SLIPS = 2
"""So often a wrong word may stand in it, and never more often than the right one."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"([A-ZÀ-Þ][\w'’-]*) $")
_REACH = 24
"""Code points in which the word beside another stands."""
_HYPHENS = ("-", "–")
_SMALL = re.compile(r"\b[a-z]{4,}\b")
"""A word of prose: a heading has its like with a capital."""
_BEHIND = re.compile(r" ([A-ZÀ-Þ][\w'’-]*)")
_PLACES = ("club", "national", "site", "competition")


class PlaceWordReader:
    """Finds misspelt words of places in one article after the other."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._reference = reference
        self._forms = Endings(words)
        no_surname = ("common_capitals", "side_words", "role", "club_endings", "league_words", "prize_words", "office_words")
        self._no_surname = frozenset(fold(word) for word in words.all_of(*no_surname))
        self._club_ends = words.folded("club_endings")
        self._of_places = re.compile(rf"\b(?:{words.one_of('words_of_places')})\b")
        self._may_have_places = words.cues("words_of_places").may_be_in
        self._first_names, self._particles = words.folded("first_names"), words.folded("particles")
        self._own = self._first_names | words.folded("common_capitals") | words.folded("sentence_starters")
        self._own |= words.folded("words_of_places")

    def claims(self, reading: Reading, elsewhere: Collection[int]) -> Iterator[Claim]:
        """A `name` claim for each such word, with the word that it was meant for. `elsewhere` are the offsets of names
        that are judged whole."""
        right: Counter[str] = Counter()
        if self._may_have_places(reading.words):
            right.update(fold(found[0]) for found in self._of_places.finditer(reading.text))
        parts = set(right)
        after: dict[str, str] = {}
        for name, count in Counter(mention.words for mention in reading.mentions if mention.kind in _PLACES).items():
            right.update(dict.fromkeys(_long_words(name), count))
            parts.update(name.split())
            after.update((word, first) for first, word in pairwise(name.split()))
        known = {word: count for word, count in right.items() if len(word) >= SHORTEST}
        often = {word: count for word, count in known.items() if count >= OFTEN or word in after}
        if not often:
            return
        slips = {name: found for name in reading.names_of_people if (found := self._slips(name, often, parts))}
        if not slips:
            return  # as mostly
        people = [mention for mention in reading.mentions if mention.kind == "person" and not mention.entities]
        called = called_in_full(reading.names_of_people, self._first_names)  # Price is no Pride beside Lewis Price
        parts_of_names = ((written, start, mention) for mention in people for written, start in _words(mention, reading))
        words = [part for part in parts_of_names if fold(part[0]) not in called]
        for written, start, mention in words:
            meant = slips.get(mention.words, {}).get(fold(written))
            if meant and mention.span.start not in elsewhere and _is_rare(fold(written), words, often[meant], reading):
                before = _word_before(start, reading.text)
                if (often[meant] < OFTEN or before in self._particles) and before != after.get(meant):
                    continue  # told rightly but once, and not behind the same word: `Saudi Araba`; `Al Arabi` is no Arabia
                if meant in _beside(start, start + len(written), reading.text):
                    continue  # a play on words: `Buckie buckle at Brora`
                span = Span(start, start + len(written))
                if not self._is_of_another_name(span, mention.sentence, reading, parts):
                    yield _claim(span, mention, self._shown(meant, reading), reading)

    def _shown(self, right: str, reading: Reading) -> str:
        """A right word as the article writes it."""
        named = (word for m in reading.mentions if m.kind in _PLACES for word, _ in _words(m, reading))
        more = (found[0] for found in self._of_places.finditer(reading.text))
        return next(word for word in (*named, *more) if fold(word) == right)

    def _slips(self, name: str, often: Iterable[str], places: AbstractSet[str]) -> dict[str, str]:
        """The words of a name that nobody knows, each with the one word of places that it may have been meant for. Beside no
        word of a place, two are a man's (`Gokhan Inler`), and of more the last is; a heading runs words together."""
        others = name.split()
        a_man_s = len(others) > 1 and places.isdisjoint(others)
        if a_man_s and len(others) == 2:
            return {}
        found: dict[str, str] = {}
        for word in _long_words(" ".join(others[:-1]) if a_man_s else name):
            near = [other for other in often if self._is_slip(word, other)]
            if len(near) == 1 and not self._is_known(word):
                found[word] = near[0]
        return found

    def _is_slip(self, word: str, right: str) -> bool:
        """Whether a word is one edit from another that it is no form of: `Germany` is no slip of `German`."""
        if word[0] != right[0] or abs(len(word) - len(right)) > 1 or distance(word, right) != 1:
            return False
        if word.startswith(right):
            return word[-1] == right[-1]  # else an ending
        if right.startswith(word):
            return right[-1] != "s"
        return not self._forms.is_other_ending(word, right) and not self._forms.is_of_women(word, right)

    def _is_of_another_name(self, span: Span, sentence: int, reading: Reading, places: AbstractSet[str]) -> bool:
        """Whether a word is a code, or a part of a compound or of a longer name: `(Nasdaq: AYTN)`, `pan-Arabic`, `Franck Le
        Gall`. A heading has a capital on each word."""
        written = span.of(reading.text)
        if reading.text[span.start - 1 : span.start] in _HYPHENS or (written.isupper() and len(written) <= LONGEST_INITIALS):
            return True
        in_prose = sentence >= 0 and _SMALL.search(reading.sentences[sentence].of(reading.text))
        begins = bool(in_prose) and self._begins_name(span.end, reading, places)
        return begins or self._ends_a_name(span.start, reading, places)

    def _ends_a_name(self, start: int, reading: Reading, places: AbstractSet[str]) -> bool:
        """Whether a capitalised word stands before one within a sentence, of no place that the article names: `Football
        Italia`; or what ends a club's name or is a firm's initials does: `JEF United Chiba`, `ESPN Brasil`."""
        before = _BEFORE.search(reading.text, max(0, start - _REACH), start)
        if before is None:
            return False
        if fold(before[1]) in self._club_ends or (before[1].isupper() and len(before[1]) > 2):
            return True
        if fold(before[1]) in places:
            return False
        return not any(before.start(1) <= sentence.start + 1 < start for sentence in reading.sentences)

    def _begins_name(self, end: int, reading: Reading, places: AbstractSet[str]) -> bool:
        """Whether a capitalised word stands behind one that may be a surname: `Franck Le Gall`, not `Scootland Women`."""
        behind = _BEHIND.match(reading.text, end)
        return behind is not None and fold(behind[1]).removesuffix("'s") not in self._no_surname | places

    def _is_known(self, word: str) -> bool:
        return word in self._own or self._reference.begins_name(word) or self._reference.knows(word)


def _long_words(name: str) -> Sequence[str]:
    """The long words of a folded name."""
    if name.isalpha():  # one word, as most are
        return [name] if len(name) >= SHORTEST - 1 else []
    return [word for word in _WORD.findall(name) if len(word) >= SHORTEST - 1]


def _words(mention: Mention, reading: Reading) -> Iterator[tuple[str, int]]:
    """The long words of a mention, and where each begins."""
    name = mention.span.of(reading.text)
    if name.isalpha():  # one word, as most are
        if len(name) >= SHORTEST - 1:
            yield name, mention.span.start
        return
    for found in _WORD.finditer(reading.text, mention.span.start, mention.span.end):
        if len(found[0]) >= SHORTEST - 1:
            yield found[0], found.start()


def _word_before(start: int, text: str) -> str:
    """The capitalised word right before a piece of a text, folded."""
    found = _BEFORE.search(text, max(0, start - _REACH), start)
    return fold(found[1]) if found else ""


def _beside(start: int, end: int, text: str) -> set[str]:
    """The words right before and behind a piece of a text, folded."""
    before, behind = text[max(0, start - _REACH) : start].split(), text[end : end + _REACH].split()
    return {fold(word) for word in (*before[-1:], *behind[:1])}


def _is_rare(word: str, words: Iterable[tuple[str, int, Mention]], often: int, reading: Reading) -> bool:
    """Whether a word stands once or twice among the words of people's names, no more often than the right one, and in no block
    but where a side is named."""
    same = [mention for written, _, mention in words if fold(written) == word]
    listed = any(mention.block and not reading.clubs.at(mention.span.start) for mention in same)
    return len(same) <= min(MOST_SLIPS, often) and not listed


def _claim(span: Span, mention: Mention, right: str, reading: Reading) -> Claim:
    written = span.of(reading.text)
    zone = "block" if mention.block else reading.zones.at(span.start)
    fields: dict[str, Value] = {
        "name": written, "kind": "place", "right": right, "basis": "place-word", "edits": 1, "letters": len(written),
        "known": False,
    }  # fmt: skip
    return Claim("name", span, written, fields, zone, mention.sentence, reading.article.path)
