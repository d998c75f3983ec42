"""The `name` claims of people: each name as it is spelt, with the form that it may have been meant for.

Three things can say that a spelling is wrong: the reference (the squads of the two clubs), the article's
own other spelling of the same name, and another man of the same full name at another club. What is an exact match anywhere
in the reference is never a misspelling. How near is near enough, and what is proof, the rules decide.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words, in_any_size
from checker.match.endings import Endings, is_plural
from checker.match.sides import Clubs, bench_roles, called_staff
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word, surname_of
from checker.reference.store import Membership, Reference, Window

REPEATED = 2
"""A spelling that stands so many times as often as another is the one that the writer meant."""
OVERRULED = 3
"""So many times as often, and the prose is believed before the line-up."""
TOLD_OF = 3
"""Times that a man is named of whom a report tells much."""
SHORTEST_DOUBTFUL = 5
"""Letters of a word that begins a sentence, below which it may be any word."""


class _Name(NamedTuple):
    """One surname as an article spells it: where, how often, with which first names."""

    words: str
    written: str
    """As the article writes it, accents and capitals kept."""
    mentions: tuple[Mention, ...]
    firsts: frozenset[str]
    selected: bool = False
    """Whether it stands so in a line-up, which is printed from the teams' own sheets."""


class _Apart(NamedTuple):
    """Names that are two men's, however alike they are."""

    listed: frozenset[str] = frozenset()
    """Those of the line-ups and the benches."""
    staff: frozenset[str] = frozenset()
    """Those of men whom the article calls manager or coach: none of them plays."""
    benched: frozenset[str] = frozenset()
    """Those that stand once, and that among the substitutes who were not used."""
    told: frozenset[str] = frozenset()
    """Those of men who played by the line-ups, and those that stand often, as theirs do."""

    def are_two(self, names: set[str], called_alike: bool) -> bool:
        """Whether two names both stand in the line-ups, or one there and one, called otherwise, beside the pitch; who was not
        used is no one of whom the report tells."""
        if names <= self.listed:
            return True
        if not called_alike and names & self.benched and names - self.benched <= self.told:
            return True
        parted = not self.listed.isdisjoint(names) and not (self.staff - self.listed).isdisjoint(names)
        return parted and not called_alike

    def was_not_used(self, one: _Name, other: _Name) -> bool:
        """Whether of two names one is a substitute's who was not used, the other that of a man of whom the report tells."""
        told = {name.words for name in (one, other)} - self.benched
        return len(told) == 1 and all(name.firsts for name in (one, other) if name.words in told)


_Alike = Mapping[str, Sequence[_Name]]
"""The names of an article by their first letter, which no slip of the pen changes."""


class NameReader:
    """Makes the name claims of a reading."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._words = words
        self._reference = reference
        self._endings = tuple(words.lists.get("word_endings", ()))
        self._forms = Endings(words)
        self._staff = bench_roles(words)
        self._unused = re.compile(rf"\b(?:{in_any_size(words.labels.get('unused', ()))}):[^\n.]*")

    def claims(self, reading: Reading, clubs: Clubs | None, window: Window | None) -> list[Claim]:
        """One claim for each mention of a name that something can be said of."""
        return [
            *self._people(reading, clubs, window),
            *self._namesakes(reading, clubs, window),
        ]

    def _people(self, reading: Reading, clubs: Clubs | None, window: Window | None) -> Iterator[Claim]:
        names = self._surnames(reading)
        alike = _by_initial(names.values())
        squads = self._squads(clubs, window)
        beginnings = list(self._beginnings(reading))
        yield from self._doubtful(reading, beginnings, names, alike, squads)
        alike = _by_initial([*names.values(), *_together(beginnings)])
        played = {name.start for sheet in reading.blocks.sheets for name in sheet.played}
        told = frozenset(
            name.words for name in names.values()
            if len(name.mentions) >= TOLD_OF or any(mention.span.start in played for mention in name.mentions)
        )  # fmt: skip
        apart = _Apart(_listed_names(reading), self._of_staff(reading), self._benched(reading, names), told)
        for name in names.values():
            found = self._by_reference(name, squads) or self._by_article(name, alike, apart)
            if found is None and (name.words in squads or self._reference.vouches_for(name.words)):
                found = name.written, 0, "reference"
            if found is None:
                continue
            for mention in name.mentions[:1] if found[1] == 0 else _of_the_same(name, names.get(fold(found[0]))):
                yield self._claim(reading, mention, name, found, names).having(self._proof(found, squads))

    def _of_staff(self, reading: Reading) -> frozenset[str]:
        """The surnames of the men whom the article calls manager or coach, but for those who play as well."""
        return frozenset(last_word(key) for key in called_staff(reading, self._staff) if key)

    def _benched(self, reading: Reading, names: Mapping[str, _Name]) -> frozenset[str]:
        """The surnames that stand nowhere but in a list of unused substitutes."""
        lists = [found.span() for found in self._unused.finditer(reading.text)]
        once = [(name.words, name.mentions[0].span) for name in names.values() if len(name.mentions) == 1] if lists else []
        return frozenset(words for words, span in once if any(start <= span.start < end for start, end in lists))

    def _proof(self, found: tuple[str, int, str], squads: Mapping[str, Membership]) -> dict[str, Value]:
        """The row of the reference that a spelling rests on, and its source."""
        membership = squads.get(fold(found[0])) if found[2] in ("reference", "open") else None
        return {"fact": self._reference.row(membership), "source": membership.source} if membership else {}

    def _beginnings(self, reading: Reading) -> Iterator[_Name]:
        """Capitalised words that begin a sentence and may be names: only long ones that the article never writes small."""
        for mention in reading.mentions:
            words = mention.words
            if mention.sure or mention.kind != "person" or len(words) < SHORTEST_DOUBTFUL or f" {words}" in reading.text:
                continue
            yield _Name(words, mention.span.of(reading.text), (mention,), frozenset())

    def _doubtful(
        self, reading: Reading, beginnings: Iterable[_Name], names: Mapping[str, _Name], alike: _Alike,
        squads: Mapping[str, Membership],
    ) -> Iterator[Claim]:  # fmt: skip
        """Those that are one edit from a name of the article, and that no ending of English explains: `Fabianksi was busy.`"""
        for alone in beginnings:
            if alone.words.endswith(self._endings) or self._reference.knows(alone.words):
                continue
            found = self._by_reference(alone, squads) or self._by_article(alone, alike, _Apart())
            if found and found[1] == 1:
                yield self._claim(reading, alone.mentions[0], alone, found, names).having(self._proof(found, squads))

    def _claim(
        self, reading: Reading, mention: Mention, name: _Name, found: tuple[str, int, str], names: Mapping[str, _Name]
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

    def _surnames(self, reading: Reading) -> dict[str, _Name]:
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
        return {
            words: _Name(
                words, _surname_span(found[0], words).of(reading.text), tuple(found), frozenset(firsts[words]),
                bool(selected) and any(mention.span.start in selected for mention in found),
            )
            for words, found in mentions.items()
        }  # fmt: skip

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

    def _by_reference(self, name: _Name, squads: Mapping[str, Membership]) -> tuple[str, int, str] | None:
        """The one nearest surname of the two squads; a first name must fit where both have one."""
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
        if name.firsts and not any(_same_first(first, other) for other in name.firsts):
            return None
        basis = "open" if squads[near[0][1]].tier == "open" else "reference"
        return _surname_as_written(full, near[0][1]), near[0][0], basis

    def _by_article(self, name: _Name, alike: _Alike, apart: _Apart) -> tuple[str, int, str] | None:
        """Another spelling of the article that stands more often (or that the reference knows), and is near."""
        if self._reference.knows(name.words) or name.words in self._words.folded("first_names"):
            return None
        if name.words.count("-") > 1:
            return None  # sung by its syllables: `Qua-li-ty`
        others = alike.get(name.words[0], ())
        if name.words[-1] == "s" and any(other.words == name.words[:-1] for other in others):
            return None  # `Kane's` without its mark is Kane's, whoever else is called nearly so
        rivals = [
            (edits, -len(other.mentions), other)
            for other in others
            if 0 < (edits := distance(name.words, other.words)) <= TYPING_ERRORS and self._is_rival(name, other, apart)
        ]
        if not rivals:
            return None
        edits, _, best = min(rivals, key=lambda rival: (rival[1], rival[0]))
        basis = "article" if self._is_right(best, name) else "either" if not self._is_right(name, best) else ""
        return (best.written, min(edits, _by_way_of(name, best, others)), basis) if basis else None

    def _is_rival(self, name: _Name, other: _Name, apart: _Apart) -> bool:
        same = any(_same_first(a, b) for a in name.firsts for b in other.firsts)
        if apart.are_two({name.words, other.words}, same) or (not same and apart.was_not_used(name, other)):
            return False
        if same and not is_plural(name.words, other.words):
            return True
        return not (name.firsts and other.firsts) and not self._forms.is_derived(name.words, other.words)

    def _is_right(self, one: _Name, other: _Name) -> bool:
        """Whether of two spellings the first is the right one: the reference's, the line-up's, or by far the commoner."""
        vouched = [self._reference.vouches_for(words) for words in (one.words, other.words)]
        if vouched[0] != vouched[1]:
            return vouched[0]
        if self._reference.knows(other.words) and not self._reference.knows(one.words):
            return False  # an import has the other: no count makes this one right
        mine, others = len(one.mentions), len(other.mentions)
        if one.selected != other.selected and max(mine, others) < OVERRULED * min(mine, others):
            return one.selected and not all(mention.block for mention in other.mentions)
        return mine >= REPEATED * others

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


def _by_initial(names: Iterable[_Name]) -> _Alike:
    found: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        found[name.words[0]].append(name)
    return found


def _together(names: Iterable[_Name]) -> list[_Name]:
    """Names with those that are the same word put together."""
    found: dict[str, _Name] = {}
    for name in names:
        same = found.get(name.words)
        found[name.words] = name._replace(mentions=(*same.mentions, *name.mentions)) if same else name
    return list(found.values())


def _by_way_of(name: _Name, best: _Name, others: Sequence[_Name]) -> int:
    """1 where a third spelling stands one edit from both: Hoffman, Hoffmann, Hofmann; else more than any edits count."""
    steps = (d for d in others if d is not name and d is not best)
    linked = any(distance(name.words, d.words) == 1 and distance(d.words, best.words) == 1 for d in steps)
    return 1 if linked else TYPING_ERRORS + 1


def _selected(reading: Reading) -> frozenset[int]:
    """Where the names of the line-ups and benches begin."""
    return frozenset(
        span.start
        for sheet in reading.blocks.sheets
        for span in (*(e.name for e in (*sheet.starters, *sheet.unused)), *(change.on for change in sheet.changes))
    )


def _listed_names(reading: Reading) -> frozenset[str]:
    """The names that stand in the line-ups and on the benches."""
    starts = _selected(reading)
    return frozenset(last_word(mention.words) for mention in reading.mentions if mention.span.start in starts)


def _of_the_same(name: _Name, right: _Name | None) -> Sequence[Mention]:
    """The mentions of a name that may be meant for another spelling: not those beside a first name that no bearer of that one
    has, nor, where there are such, the bare surname, which may be that man's."""
    if right is None or not right.firsts or not name.firsts:
        return name.mentions
    strangers = {first for first in name.firsts if not any(_same_first(first, other) for other in right.firsts)}
    if not strangers:
        return name.mentions
    firsts = [(mention, mention.words[: -len(name.words)].strip()) for mention in name.mentions]
    return [mention for mention, first in firsts if first and first not in strangers]


def _same_first(one: str, other: str) -> bool:
    """Alex for Alejandro, J for James: one first name begins like the other, or is one typing error away."""
    a, b = one.rstrip("."), other.rstrip(".")
    if a.startswith(b) or b.startswith(a) or a[:3] == b[:3] or distance(a, b) <= 1:
        return True
    return not set(a.split()).isdisjoint(b.split())  # a heading runs words together: `Women Leah Galton`


def _surname_span(mention: Mention, surname: str) -> Span:
    """Where the surname stands in a mention: its last words."""
    length = len(surname)
    return Span(max(mention.span.start, mention.span.end - length), mention.span.end)


def _surname_as_written(full: str, surname: str) -> str:
    return " ".join(full.split()[-len(surname.split()) :])
