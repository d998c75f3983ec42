"""tree_walk: where the forms of a tree match the tokens of an article."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

from checker.claims.pattern import NAMES, Element
from checker.claims.types import ClaimPattern
from checker.pipeline.pattern_tree import Behind, Node, Ways

Capture = tuple[str, int, int]
"""A field and the tokens [first, last) that it takes."""
Match = tuple[Node, int, tuple[Capture, ...]]
"""The point of a tree where forms end, the token behind their match, and the captures on the way there."""
_NOBODY = ("", 0)
_NOBODYS: set[int] = set()
"""The tokens of no name."""


@dataclass(slots=True)
class Line:
    """The tokens of an article in the order in which a tree reads them: as they stand, or backwards."""

    words: list[str]
    kinds: dict[str, tuple[str, ...]]
    """Of the words that are numbers or ordinals, which."""
    special: bytearray
    """1 where a word has kinds or a mention begins, by token."""
    entities: dict[int, tuple[str, int]]
    """By the token at which it begins, the type of a mention and the token behind it."""
    people: set[int]
    """Tokens of people's names, which gaps mostly do not skip."""

    @classmethod
    def of(
        cls, words: list[str], kinds: dict[str, tuple[str, ...]], numbers: Iterable[int],
        entities: dict[int, tuple[str, int]], people: Iterable[int],
    ) -> "Line":
        """A line whose `numbers` are the tokens that have kinds."""
        special = bytearray(len(words))
        for at in (*numbers, *entities):
            special[at] = 1
        return cls(words, kinds, special, entities, set(people))

    def is_open(self, closed: frozenset[str], at: int, end: int) -> bool:
        """Whether a gap skips the tokens [at, end): none of `closed`, nor of a person's name."""
        return closed.isdisjoint(self.words[at:end]) and (NAMES not in closed or self.people.isdisjoint(range(at, end)))

    def stop(self, closed: frozenset[str], at: int, end: int) -> int:
        """The first token from `at` on, or `end`, that a gap does not skip: one of `closed`, or of a person's name."""
        words, people = self.words, self.people if NAMES in closed else _NOBODYS
        for place in range(at, end):
            if words[place] in closed or place in people:
                return place
        return end


def begun(node: Node, line: Line, at: int, begin: int) -> Iterable[tuple[int, ClaimPattern, int, tuple[Capture, ...]]]:
    """The patterns that end at a point of a tree and match before their anchor too, in the order of their forms: each with
    the number of the first form that was hung up with it, its first token and its captures before the anchor."""
    size, before = len(line.words), node.before()
    if not before.open and not _goes_on(before, line, size - at, size - begin):
        return ()  # as mostly
    found: list[Match] = []
    walk(before, line, size - at, size - begin, (), found)
    return _in_order(found, line, size, size - begin) if found else ()


def _in_order(
    found: list[Match], line: Line, size: int, edge: int
) -> Iterator[tuple[int, ClaimPattern, int, tuple[Capture, ...]]]:
    """What was found backwards, as it stands in the copy: a form that begins with a gap with every length of it."""
    begun = [(hung.first, hung.number, hung, end, taken) for point, end, taken in found for hung in point.ends]
    for place, _, hung, end, taken in sorted(begun, key=itemgetter(0, 1)) if len(begun) > 1 else begun:
        captures = tuple((name, size - last, size - first) for name, first, last in reversed(taken))
        longest = line.stop(hung.lead.closed, end, min(end + hung.lead.most, edge)) if hung.lead else end
        for first in range(end, longest + 1):
            yield place, hung.pattern, size - first, captures


def _goes_on(node: Node, line: Line, at: int, edge: int) -> bool:
    """Whether a token, or the name that it begins, takes a tree on from a point that is not open."""
    return at < edge and (line.words[at] in node.words or bool(node.kinds and line.special[at]))


def walk(
    node: Node, line: Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Adds to `found` the points at which forms end that match from a token on."""
    if node.ends:
        found.append((node, at, taken))
    if at >= edge:
        return
    word = line.words[at]
    if word in node.words:
        walk_on(node.on(word), line, at, edge, taken, found)
    if node.kinds and line.special[at]:
        walk_kinds(node, line, at, edge, taken, found)
    behind = node.behind
    if behind is not None:
        end = at + behind.most + 1
        nowhere = behind.words.isdisjoint(line.words[at:end])
        if not nowhere or (behind.kinds and 1 in line.special[at:end]):  # as seldom
            _walk_behind(behind, line, at, edge, taken, found)
    for gap, following in node.gaps:
        _walk_gap(gap, following, line, at, edge, taken, found)


def walk_on(
    nexts: Sequence[tuple[str, Node]], line: Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind a word from the points that it leads to."""
    for name, following in nexts:
        captures = extended(taken, name, at, at + 1) if name else taken
        if following.leaf:
            found.append((following, at + 1, captures))
        elif following.open or _goes_on(following, line, at + 1, edge):
            walk(following, line, at + 1, edge, captures, found)


def _walk_behind(
    behind: Behind, line: Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind the gaps of a point, whatever their lengths."""
    words, special, next_words = line.words, line.special, behind.words
    for end in range(at, min(at + behind.most + 1, edge)):
        word = words[end]
        if word in next_words:
            for most, closed, name, node in behind.on(word):
                goes_on = end - at <= most and (node.open or _goes_on(node, line, end + 1, edge))
                if goes_on and line.is_open(closed, at, end):
                    walk(node, line, end + 1, edge, extended(taken, name, end, end + 1) if name else taken, found)
        if behind.kinds and special[end]:
            named = line.entities.get(end, _NOBODY)
            for kind, behind_it in (*[(kind, end + 1) for kind in line.kinds.get(word, ())], named):
                for most, closed, name, node in behind.on_kind(kind) if kind in behind.kinds else ():
                    reached = end - at <= most and behind_it <= edge and line.is_open(closed, at, end)
                    if reached and (node.open or _goes_on(node, line, behind_it, edge)):
                        walk(node, line, behind_it, edge, extended(taken, name, end, behind_it), found)


def walk_kinds(
    node: Ways, line: Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind a word that is a number or an ordinal, and behind a name."""
    for kind in line.kinds.get(line.words[at], ()):
        for name, following in node.on_kind(kind) if kind in node.kinds else ():
            if following.open or _goes_on(following, line, at + 1, edge):
                walk(following, line, at + 1, edge, extended(taken, name, at, at + 1), found)
    label, end = line.entities.get(at, _NOBODY)
    if label in node.kinds and end <= edge:
        for name, following in node.on_kind(label):
            if following.open or _goes_on(following, line, end, edge):
                walk(following, line, end, edge, extended(taken, name, at, end), found)


def _walk_gap(
    gap: Element, node: Node, line: Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind a gap of every length that it may have; a gap does not stride over a person's name."""
    words, special, after, of_kind = line.words, line.special, node.words, node.kinds
    certain = bool(node.ends or node.gaps or node.behind)
    for end in range(at, line.stop(gap.closed, at, min(at + gap.most, edge - 1)) + 1):
        if certain or words[end] in after or (of_kind and special[end]):
            walk(node, line, end, edge, taken, found)


def extended(taken: tuple[Capture, ...], name: str, first: int, last: int) -> tuple[Capture, ...]:
    """The captures with one more; words of one field that follow each other become one capture."""
    if not name:
        return taken
    if taken and taken[-1][0] == name and taken[-1][2] == first:
        return (*taken[:-1], (name, taken[-1][1], last))
    return (*taken, (name, first, last))
