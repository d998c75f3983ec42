"""The `name` claims of people: each name as it is spelt, with the form that it may have been meant for.

Three things can say that a spelling is wrong: the reference (the squads of the two clubs), the article's
own other spelling of the same name, and another man of the same full name at another club. What is an exact match anywhere
in the reference is never a misspelling. How near is near enough, and what is proof, the rules decide.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Cues, Words, in_any_size
from checker.match.endings import Endings
from checker.match.famous import Famous
from checker.match.rivals import TOLD_OF, Alike, Apart, Name, Rivals, by_initial, same_first, together
from checker.match.sides import Clubs, bench_roles, called_staff
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word, surname_of
from checker.reference.store import Membership, Reference, Window

_LONG_ROW = 7
"""Names from which a row of them is a line-up or a bench."""
_IN_ROW = re.compile(r"[,;] (?:[A-Z]{1,2}\.? )?")
_THE = 4
"""Code points before a name in which `the` stands."""
_SHARED = 24
"""Code points before a man's name in which a brother's first name stands."""
SHORTEST_DOUBTFUL = 5
"""Letters of a word that begins a sentence, below which it may be any word."""


class NameReader:
    """Makes the name claims of a reading."""

    def __init__(self, words: Words, reference: Reference, famous: Famous) -> None:
        self._words = words
        self._reference = reference
        self._endings = tuple(words.lists.get("word_endings", ()))
        self._rivals, self._forms = Rivals(words, reference, famous), Endings(words)
        self._staff, self._the = bench_roles(words), words.frame("behind_the")
        self._shared, self._first_names = words.frame("shared_surname"), words.folded("first_names")
        self._unused_labels = Cues(words.labels.get("unused", ()))
        self._unused = re.compile(rf"\b(?:{in_any_size(words.labels.get('unused', ()))}):[^\n.]*")

    def claims(self, reading: Reading, clubs: Clubs | None, window: Window | None) -> list[Claim]:
        """One claim for each mention of a name that something can be said of."""
        return [
            *self._people(reading, clubs, window),
            *self._namesakes(reading, clubs, window),
        ]

    def _people(self, reading: Reading, clubs: Clubs | None, window: Window | None) -> Iterator[Claim]:
        names = self._surnames(reading)
        alike = by_initial(names.values())
        squads = self._squads(clubs, window)
        beginnings = list(self._beginnings(reading))
        yield from self._doubtful(reading, beginnings, names, alike, squads)
        alike = by_initial([*names.values(), *together(beginnings)])
        apart = Apart(_listed_names(reading), self._of_staff(reading), self._benched(reading, names), _told_of(reading, names))
        called = frozenset(first for name in names.values() for first in name.firsts)
        for name in names.values():
            found = self._by_reference(name, squads, names) or self._rivals.of(name, alike, apart)
            if found is None and (name.words in squads or self._reference.vouches_for(name.words)):
                found = name.written, 0, "reference"
            if found is None:
                continue
            other = names.get(fold(found[0]))
            if found[1] and other and all(self._is_peoples(one, reading.text) for one in (name, other)):
                continue
            if found[1] and not name.firsts and (name.words in called or self._is_plural(name, fold(found[0]), reading.text)):
                continue
            for mention in name.mentions[:1] if found[1] == 0 else _of_the_same(name, other):
                yield self._claim(reading, mention, name, found, names).having(self._proof(found, squads))

    def _is_peoples(self, name: Name, text: str) -> bool:
        """Whether a name is a people's or an island's: it stands behind `the` wherever it stands."""
        starts = (mention.span.start for mention in name.mentions)
        return not name.firsts and all(self._the.search(text, max(0, start - _THE), start) for start in starts)

    def _is_plural(self, name: Name, right: str, text: str) -> bool:
        """Whether a name counts men of one name: `the two Silvas`."""
        return any(self._forms.is_one_of_many(mention.span, text, right) for mention in name.mentions)

    def _of_staff(self, reading: Reading) -> frozenset[str]:
        """The surnames of the men whom the article calls manager or coach, but for those who play as well."""
        return frozenset(last_word(key) for key in called_staff(reading, self._staff) if key)

    def _benched(self, reading: Reading, names: Mapping[str, Name]) -> frozenset[str]:
        """The surnames that stand nowhere but in a list of unused substitutes."""
        if not self._unused_labels.may_be_in(reading.words):
            return frozenset()
        lists = [found.span() for found in self._unused.finditer(reading.text)]
        once = [(name.words, name.mentions[0].span) for name in names.values() if len(name.mentions) == 1] if lists else []
        return frozenset(words for words, span in once if any(start <= span.start < end for start, end in lists))

    def _proof(self, found: tuple[str, int, str], squads: Mapping[str, Membership]) -> dict[str, Value]:
        """The row of the reference that a spelling rests on, and its source."""
        membership = squads.get(fold(found[0])) if found[2] in ("reference", "open") else None
        return {"fact": self._reference.row(membership), "source": membership.source} if membership else {}

    def _beginnings(self, reading: Reading) -> Iterator[Name]:
        """Capitalised words that begin a sentence and may be names: only long ones that the article never writes small."""
        for mention in reading.mentions:
            words = mention.words
            if mention.sure or mention.kind != "person" or len(words) < SHORTEST_DOUBTFUL or f" {words}" in reading.text:
                continue
            yield Name(words, mention.span.of(reading.text), (mention,), frozenset())

    def _doubtful(
        self, reading: Reading, beginnings: Iterable[Name], names: Mapping[str, Name], alike: Alike,
        squads: Mapping[str, Membership],
    ) -> Iterator[Claim]:  # fmt: skip
        """Those that are one edit from a name of the article, and that no ending of English explains: `Fabianksi was busy.`"""
        for alone in beginnings:
            if alone.words.endswith(self._endings) or self._reference.knows(alone.words):
                continue
            found = self._by_reference(alone, squads, names) or self._rivals.of(alone, alike, Apart())
            if found and found[1] == 1:
                yield self._claim(reading, alone.mentions[0], alone, found, names).having(self._proof(found, squads))

    def _claim(
        self, reading: Reading, mention: Mention, name: Name, found: tuple[str, int, str], names: Mapping[str, Name]
    ) -> Claim:
        span = _surname_span(mention, name.words)
        right, edits, basis = found
        fields: dict[str, Value] = {
            "name": span.of(reading.text), "kind": "person", "letters": max(len(name.words), len(fold(right))),
            "seen": len(name.mentions), "known": bool(mention.entities), "first": mention is name.mentions[0],
        }  # fmt: skip
        right = _in_style(right, reading)
        fields |= {"edits": edits, "basis": basis, "right": right}
        other = names.get(last_word(fold(right))) or names.get(fold(right))
        fields["seen_right"] = len(other.mentions) if other else 0
        places = {"right": _surname_span(other.mentions[0], other.words)} if other and edits else {}
        return Claim(
            "name", span, span.of(reading.text), fields, zone="block" if mention.block else reading.zones.at(span.start),
            sentence=mention.sentence, path=reading.article.path, places=places,
        )  # fmt: skip

    def _surnames(self, reading: Reading) -> dict[str, Name]:
        """The surnames of the article's people by their folded form."""
        selected = _selected(reading)
        mentions: dict[str, list[Mention]] = defaultdict(list)
        firsts: dict[str, set[str]] = defaultdict(set)
        for mention in reading.mentions:
            if mention.kind not in ("person", "official") or not mention.sure or mention.span.of(reading.text).isupper():
                continue  # capitals are shouted (GOALLL) or a heading's
            surname = surname_of(mention.words, self._words.particles)
            if not surname.isalpha() and any(map(str.isdigit, surname)):
                continue  # Under-14s and Under-15s are no two spellings
            mentions[surname].append(mention)
            if mention.words != surname:
                firsts[surname].add(mention.words[: -len(surname)].strip())
                firsts[surname].update(self._brother(mention, reading.text))
        return {
            words: Name(
                words, _surname_span(found[0], words).of(reading.text), tuple(found), frozenset(firsts[words]),
                bool(selected) and any(mention.span.start in selected for mention in found),
            )
            for words, found in mentions.items()
        }  # fmt: skip

    def _brother(self, mention: Mention, text: str) -> Iterator[str]:
        """The first name of who shares a surname with the man named: `Gary and Phil Neville`."""
        found = self._shared.search(text, max(0, mention.span.start - _SHARED), mention.span.start)
        if found and fold(found["first"]) in self._first_names:
            yield fold(found["first"])

    def _squads(self, clubs: Clubs | None, window: Window | None) -> dict[str, Membership]:
        """The surnames (and lone names) of the people at the two clubs, each with the membership that says so."""
        found: dict[str, Membership] = {}
        for club in clubs or ():
            for membership in self._reference.squad(club):
                if window is not None and membership.meets(window):
                    words = surname_of(self._reference.name(membership.person), self._words.particles)
                    if membership.tier != "open" or words not in found:
                        found[words] = membership
        return found

    def _by_reference(
        self, name: Name, squads: Mapping[str, Membership], names: Container[str]
    ) -> tuple[str, int, str] | None:
        """The one nearest surname of the two squads; a first name must fit where both have one. Two edits prove something
        beside it, or where the article has the right one among its `names`."""
        if not squads or self._reference.knows(name.words):
            return None
        near = [
            (edits, words)
            for words in squads
            if words[0] == name.words[0] and 0 < (edits := distance(name.words, words)) <= TYPING_ERRORS
        ]
        near.sort()
        if not near or (len(near) > 1 and near[0][0] == near[1][0]):
            return None
        full = self._reference.name(squads[near[0][1]].person)
        first = fold(full).split()[0]
        if name.firsts and not any(same_first(first, other) for other in name.firsts):
            return None
        if near[0][0] == TYPING_ERRORS and not name.firsts and near[0][1] not in names:
            return None  # of the other side: Antony is no Antonio where no Antonio is named
        basis = "open" if squads[near[0][1]].tier == "open" else "reference"
        return _surname_as_written(full, near[0][1]), near[0][0], basis

    def _namesakes(self, reading: Reading, clubs: Clubs | None, window: Window | None) -> Iterator[Claim]:
        """Full names whose bearer is elsewhere, while one of the two clubs has another man of that surname."""
        if clubs is None or window is None:
            return
        for mention in reading.mentions:
            if mention.kind != "person" or len(mention.entities) != 1 or mention.style not in ("name", "alias"):
                continue
            if " " not in mention.words or mention.block:
                continue
            answers = [self._reference.membership(mention.entities[0], club, window) for club in clubs]
            if any(answer != "elsewhere" for answer in answers):
                continue
            other = self._of_surname(mention, clubs, window)
            if other:
                right = _in_style(self._reference.name(other.person), reading)
                bearer = [m for m in self._reference.memberships(mention.entities[0]) if m.covers(window)]
                fields: dict[str, Value] = {
                    "name": mention.span.of(reading.text), "kind": "person", "right": right, "basis": "namesake",
                    "fact": "; ".join(self._reference.row(m) for m in (*bearer[:1], other)), "source": other.source,
                    "letters": len(mention.words), "seen": 1, "known": True,
                }  # fmt: skip
                yield Claim(
                    "name", mention.span, mention.span.of(reading.text), fields, zone=reading.zones.at(mention.span.start),
                    sentence=mention.sentence, path=reading.article.path, keys={"entity": mention.entities[0]},
                )  # fmt: skip

    def _of_surname(self, mention: Mention, clubs: Clubs, window: Window) -> Membership | None:
        """The one man of a surname at the two clubs, by his membership."""
        surname = surname_of(mention.words, self._words.particles)
        found = {
            membership.person: membership
            for club in clubs
            for membership in self._reference.squad(club)
            if membership.meets(window) and membership.person not in mention.entities
        }
        same = [m for m in found.values() if surname_of(self._reference.name(m.person), self._words.particles) == surname]
        return same[0] if len(same) == 1 else None


def _in_style(name: str, reading: Reading) -> str:
    """A suggestion as the article would write it: without accents where its names have none."""
    if name.isascii() or reading.has_accents:
        return name
    plain = unicodedata.normalize("NFKD", name.replace("ł", "l").replace("Ł", "L").replace("ø", "o").replace("ı", "i"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _selected(reading: Reading) -> frozenset[int]:
    """Where the names of the line-ups and benches begin."""
    return frozenset(
        span.start
        for sheet in reading.blocks.sheets
        for span in (*(e.name for e in (*sheet.starters, *sheet.unused)), *(change.on for change in sheet.changes))
    )


def _listed_names(reading: Reading) -> frozenset[str]:
    """The names that stand in the line-ups and on the benches, or in other long rows of names."""
    starts = _selected(reading) | {mention.span.start for row in _rows(reading) for mention in row}
    return frozenset(last_word(mention.words) for mention in reading.mentions if mention.span.start in starts)


def _rows(reading: Reading) -> list[list[Mention]]:
    """The long rows of names with nothing but marks, and perhaps an initial, between them."""
    rows: list[list[Mention]] = [[]]
    for mention in reading.mentions:
        if rows[-1] and not _IN_ROW.fullmatch(reading.text, rows[-1][-1].span.end, mention.span.start):
            rows.append([])
        rows[-1].append(mention)
    return [row for row in rows if len(row) >= _LONG_ROW]


def _told_of(reading: Reading, names: Mapping[str, Name]) -> frozenset[str]:
    """The names of men who played by the line-ups, and those that stand often, as theirs do."""
    played = {name.start for sheet in reading.blocks.sheets for name in sheet.played}
    return frozenset(
        name.words
        for name in names.values()
        if len(name.mentions) >= TOLD_OF or any(mention.span.start in played for mention in name.mentions)
    )


def _of_the_same(name: Name, right: Name | None) -> Sequence[Mention]:
    """The mentions of a name that may be meant for another spelling: not those beside a first name that no bearer of that one
    has, nor, where there are such, the bare surname, which may be that man's."""
    if right is None or not right.firsts or not name.firsts:
        return name.mentions
    strangers = {first for first in name.firsts if not any(same_first(first, other) for other in right.firsts)}
    if not strangers:
        return name.mentions
    firsts = [(mention, mention.words[: -len(name.words)].strip()) for mention in name.mentions]
    return [mention for mention, first in firsts if first and first not in strangers]


def _surname_span(mention: Mention, surname: str) -> Span:
    """Where the surname stands in a mention: its last words."""
    length = len(surname)
    return Span(max(mention.span.start, mention.span.end - length), mention.span.end)


def _surname_as_written(full: str, surname: str) -> str:
    return " ".join(full.split()[-len(surname.split()) :])
