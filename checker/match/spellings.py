"""Spellings that need no squad: capitals inside a name, a first name written two ways, months and competitions, the second
half of a club's name.

Each is the article against itself or against words of which there are few and all are known: no list of misspellings.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.endings import Endings, differ_in_figures
from checker.match.famous import Famous
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold
from checker.reference.store import Reference

SHORTEST_WORD = 7
"""Letters of a month, weekday or competition below which a name may be one edit away: Augusto, Marche."""
SHORTEST_FIRST = 5
"""Letters of a first name below which another is one edit away: Jon and John, Marc and Mark."""
MOST_SLIPS = 2
"""So often a word stands with a slip in its capitals; one that stands oftener is written so: `DStv`."""
LONGEST_BRAND = 4
"""Letters of a word whose two capitals may be meant, wherever it stands with one by a slip: `DStv`."""
REPEATED = 2
"""A first name, or a way with capitals, that stands so many times as often as another is the one that the writer meant."""
_TWO_CAPITALS = re.compile(r"\b[A-Z]{2}[a-z]{2,}")
_PIECE = re.compile(r"[^\W\d_]+")


class SpellingReader:
    """Makes name claims of words that are spelt otherwise than the article or the calendar spells them."""

    def __init__(self, words: Words, reference: Reference, famous: Famous) -> None:
        self._reference = reference
        calendar = (*words.lists.get("months", ()), *words.lists.get("weekdays", ()))
        self._calendar = {fold(word): word for word in calendar if len(word) >= SHORTEST_WORD}
        self._first_names = words.folded("first_names")
        self._forms, self._famous = Endings(words), famous

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """A claim for each such word, with the spelling that it was meant for."""
        yield from self._capitals(reading)
        yield from self._first_name(reading)
        yield from self._words(reading)
        yield from self._club_ends(reading)

    def _capitals(self, reading: Reading) -> Iterator[Claim]:
        """Words of names with two capitals at their head, or other capitals inside than the article mostly writes."""
        named = {mention.span.of(reading.text) for mention in reading.mentions if mention.kind in ("person", "club")}
        words = {word for name in named for word in (_PIECE.findall(name) if not name.isalpha() else [name]) if len(word) > 3}
        if len({word.lower() for word in words if word[1:].islower()}) == len(words):
            return  # as mostly: each is written in one way, and that is a name's
        pieces = list(_pieces(reading))
        counts = Counter(word for word, _, _ in pieces)
        written = _written(counts)
        odd = {word for word in counts if not word[1:].islower() or len(written[word.lower()]) > 1}
        for word, start, mention in pieces:
            if word not in odd or mention.span.of(reading.text).isupper():
                continue
            right = self._in_capitals(word, written.get(word.lower(), {})) if counts[word] <= MOST_SLIPS else None
            if right:
                yield _claim(Span(start, start + len(word)), mention, reading, right, "capitals", edits=1)

    def _in_capitals(self, word: str, forms: Mapping[str, int]) -> str | None:
        """How a word is written with the right capitals, where something says so; `forms` are the ways it is written."""
        others = {other: count for other, count in forms.items() if other[1:] != word[1:]}
        if _TWO_CAPITALS.fullmatch(word):
            plain = word[0] + word[1:].lower()
            sure = 1 if len(word) > LONGEST_BRAND else REPEATED * forms.get(word, 0)
            return plain if others.get(plain, 0) >= sure or self._reference.begins_name(fold(word)) else None
        if word.isupper():
            return None  # papers shout the first words of an article
        mine = forms.get(word, 0)
        best = max(others, key=lambda other: others[other], default=None)
        return best if best is not None and others[best] >= 2 * mine and not _TWO_CAPITALS.fullmatch(best) else None

    def _first_name(self, reading: Reading) -> Iterator[Claim]:
        """First names of one surname that are one or two edits apart, where neither is a first name of its own right."""
        surnames = Counter(words.partition(" ")[2] for words in reading.names_of_people if " " in words)
        if all(count == 1 for count in surnames.values()):
            return  # as mostly
        by_surname: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
        for mention in reading.mentions:
            if mention.kind == "person" and " " in mention.words and not mention.span.of(reading.text).isupper():
                first, surname = mention.words.split(" ", 1)
                by_surname[surname][first].append(mention)
        for surname, firsts in by_surname.items():
            for first, mentions in firsts.items() if len(firsts) > 1 else ():
                known = self._famous.are_of(surname, {first})
                right = None if known else self._right_first(first, firsts)
                for mention in mentions if right else ():
                    written = firsts[right or ""][0].span.of(reading.text).split()[0]
                    span = Span(mention.span.start, mention.span.start + len(mention.span.of(reading.text).split()[0]))
                    basis = "first-name" if len(firsts[right or ""]) > len(mentions) else "first-name-either"
                    yield _claim(span, mention, reading, written, basis, edits=distance(first, right or ""))

    def _right_first(self, first: str, firsts: Mapping[str, list[Mention]]) -> str | None:
        """The other first name that one may have been meant for: no rarer, and nearly the same letters."""
        if self._is_first_name(first, firsts[first]):
            return None
        rank = len(firsts[first]), False
        near = [
            other
            for other, mentions in firsts.items()
            if other != first
            and not differ_in_figures(first, other)
            and (len(mentions), self._is_first_name(other, mentions)) >= rank
            and _is_near(first, other, other in self._first_names or len(mentions) >= REPEATED * rank[0])
        ]
        return near[0] if len(near) == 1 else None

    def _is_first_name(self, first: str, mentions: list[Mention]) -> bool:
        return first in self._first_names or any(mention.entities for mention in mentions)

    def _words(self, reading: Reading) -> Iterator[Claim]:
        """Names that are one edit from a month, a weekday, or from a competition that the article names rightly."""
        named = {
            mention.words: mention.span.of(reading.text)
            for mention in reading.mentions
            if mention.kind == "competition" and len(mention.words) > SHORTEST_WORD
        }
        known = self._calendar | named
        for words, mentions in reading.names_of_people.items():
            near = _one_edit_from(words, known) if len(words) >= SHORTEST_WORD and words not in known else None
            if near is None or words.replace(" ", "") == near.replace(" ", ""):
                continue  # `Euro2024`
            if words.replace("s ", " ") == near:
                continue  # `Leagues One and Two`
            if words.startswith(near) or self._reference.knows(words) or differ_in_figures(words, near):
                continue
            for mention in mentions:
                if not mention.entities:
                    yield _claim(mention.span, mention, reading, known[near], "word", edits=1)

    def _club_ends(self, reading: Reading) -> Iterator[Claim]:
        """Names right behind a club's that together are nearly a club's full name: `Shakhtar Donestsk`."""
        for before, mention in zip(reading.mentions, reading.mentions[1:], strict=False):
            behind = mention.span.start - before.span.end == 1 and mention.kind == "person" and not mention.entities
            unfit = " " in mention.words or not mention.words[-1].isalpha()  # `Ayton Wanderers15:00`
            if before.kind != "club" or not behind or unfit or self._reference.knows(mention.words):
                continue
            joined = f"{before.words} {mention.words}"
            first = joined.split()[0]
            near = {
                form.words
                for form in self._reference.forms_of(first)
                if form.kind == "club" and form.words.startswith(before.words + " ") and 0 < distance(joined, form.words) <= 2
            }
            if len(near) == 1:
                end = near.pop()[len(before.words) + 1 :]
                of_many = self._forms.is_one_of_many(mention.span, reading.text, end)
                if _is_near_end(mention.words, end) and not of_many:
                    yield _claim(mention.span, mention, reading, end.title(), "club-end", distance(mention.words, end))


def _is_near_end(words: str, end: str) -> bool:
    """Whether the second half of a club's name may be meant: a short one is one edit away, and one of Portland's Thorns is a
    Thorn."""
    most = 1 if len(end) < SHORTEST_WORD else TYPING_ERRORS
    return len(end) >= SHORTEST_FIRST and distance(words, end) <= most and words + "s" != end


def _one_edit_from(words: str, known: Iterable[str]) -> str | None:
    """The one of some names that is one edit from another; the first letter is right."""
    near = [
        right for right in known if right[0] == words[0] and abs(len(right) - len(words)) <= 1 and distance(words, right) == 1
    ]
    return near[0] if len(near) == 1 else None


def _is_near(first: str, other: str, common: bool) -> bool:
    """Whether a first name that is none is another but for a slip: `Keny` for Kenny, not Rob for Robbie. Of a first name
    that is `common` or by far the commoner a slip may have a letter less, or the last one twice."""
    if first.count("-") > 1 and first.replace("-", "") == other:
        return False  # sung by its syllables: `Fer-nan-do`
    if first[0] != other[0] or len(other) < SHORTEST_FIRST or len(first) < (SHORTEST_FIRST - 1 if common else SHORTEST_FIRST):
        return False
    if first.startswith(other) or other.startswith(first):
        return common and (first == other + other[-1] or first == other[:-1])
    return distance(first, other) <= (1 if len(first) < SHORTEST_WORD else 2)


def _written(counts: Mapping[str, int]) -> Mapping[str, Mapping[str, int]]:
    """How each word of the article's names is written and how often, by its small letters, accents kept; shouted ones left
    out."""
    found: dict[str, dict[str, int]] = {}
    for word, count in counts.items():
        if not word.isupper():
            found.setdefault(word.lower(), {})[word] = count
    return found


def _pieces(reading: Reading) -> Iterator[tuple[str, int, Mention]]:
    """The longer words of the names of people and clubs, where they begin, and the name that each is a part of."""
    text = reading.text
    for mention in reading.mentions:
        if mention.kind in ("person", "club"):
            start, end = mention.span
            name = text[start:end]
            if name.isalpha():  # one word, as most are
                if len(name) > 3:
                    yield name, start, mention
            else:
                for piece in _PIECE.finditer(text, start, end):
                    if len(piece[0]) > 3:
                        yield piece[0], piece.start(), mention


def _claim(span: Span, mention: Mention, reading: Reading, right: str, basis: str, edits: int) -> Claim:
    written = span.of(reading.text)
    fields: dict[str, Value] = {
        "name": written, "kind": mention.kind, "right": right, "basis": basis, "edits": edits, "letters": len(written),
        "known": False,
    }  # fmt: skip
    zone = "block" if mention.block else reading.zones.at(span.start)
    return Claim("name", span, written, fields, zone=zone, sentence=mention.sentence, path=reading.article.path)
