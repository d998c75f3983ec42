"""pattern_tree: the forms of a pack's patterns, hung up where copy that may match them is found.

Each form is hung up at its anchor, its first word that is no everyday one (`minutes`, not `after`). From their anchors on
forms make trees, in which those that go on alike share their points; what stands before an anchor is in a tree that is read
backwards. Trees grow as copy is read: of all the ways on that the lists of a pack open, articles take few.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from checker.claims.pattern import DASHES, ENTITIES, LEXICAL, Element, Form
from checker.claims.types import ClaimPattern

BRACKETS = frozenset("()")
MARKS = frozenset(",;:.!?\"") | BRACKETS
_KEYS = {kind: f"{{{kind}}}" for kind in (*LEXICAL, *ENTITIES)}
"""What kinds are remembered as among words: no word of a pattern is so."""


@dataclass(frozen=True, slots=True, eq=False)
class Hung:
    """A form that is hung up."""

    pattern: ClaimPattern
    at: int
    """The place of its anchor."""
    lead: Element | None
    """The gap with which it may begin, which is in no tree."""
    number: int
    first: int
    """The number of the first form that is hung up at the same anchor: by these hits are put in order."""


Forms = tuple[Hung, ...]


class Ways:
    """What may come next, and where it leads; found out when copy has it."""

    __slots__ = ("_met", "kinds", "words")

    words: frozenset[str]
    """The words that lead on; `on` tells where to."""
    kinds: frozenset[str]
    """The kinds of words and names that lead on; `on_kind` tells where to."""
    _met: "dict[str, tuple[Next, ...]]"

    def on(self, word: str) -> "tuple[Next, ...]":
        """Where one of `words` leads."""
        return self._met.get(word) or self._lead(word, lambda element: word in element.words)

    def on_kind(self, kind: str) -> "tuple[Next, ...]":
        """Where a word or a name of one of `kinds` leads."""
        return self._met.get(key := _KEYS[kind]) or self._lead(key, lambda element: element.kind == kind)

    def _lead(self, key: str, leads: Callable[[Element], bool]) -> "tuple[Next, ...]":
        """Finds out and remembers where the elements lead of which a test holds."""
        raise NotImplementedError


class Node(Ways):
    """A point in a tree: what may come next, and which forms end here."""

    __slots__ = ("_before", "_depth", "_nexts", "_tree", "behind", "ends", "gaps", "leaf", "open")

    def __init__(self, forms: Forms, depth: int, tree: "Tree") -> None:
        nexts, ends = _parted(forms, depth)
        self.ends: Forms = ends
        """The forms that end here."""
        self._tree, self._depth = tree, depth + 1 if depth > 0 else depth - 1
        gaps = [(element, tree.point(going, self._depth)) for element, going in nexts.items() if element.most]
        joined = tuple((gap, point) for gap, point in gaps if not point.ends and not point.has_gaps)
        self.behind = Behind(joined) if joined else None
        """What may come behind the gaps that begin here; None where none does."""
        self.gaps = tuple((gap, point) for gap, point in gaps if point.ends or point.has_gaps)
        """The gaps behind which a form ends or another gap begins, and what comes behind them."""
        self.words = _any_of(frozenset(element.words for element in nexts))
        self.kinds = _same(frozenset(element.kind for element in nexts if element.kind))
        self.leaf = not nexts
        """Whether nothing goes on here."""
        self.open = bool(ends or gaps)
        """Whether more than the next word decides if anything goes on here: a form ends, or a gap may follow."""
        self._nexts = tuple((element, going) for element, going in nexts.items() if not element.most)
        self._met = _NOTHING
        self._before: Node | None = None

    @property
    def has_gaps(self) -> bool:
        """Whether gaps begin here."""
        return bool(self.gaps or self.behind)

    def before(self) -> "Node":
        """What stands before the anchors of the forms that end here: a point from which is read backwards."""
        if self._before is None:
            self._before = self._tree.point(self.ends, -1)
        return self._before

    def _lead(self, key: str, leads: Callable[[Element], bool]) -> "tuple[Next, ...]":
        if not self._met:
            self._met = {}
        point, depth = self._tree.point, self._depth
        self._met[key] = tuple((element.field, point(forms, depth)) for element, forms in self._nexts if leads(element))
        return self._met[key]


Next = tuple[str, Node]
"""What comes behind a word: the field that takes it, and the point behind it."""
_NOTHING: dict[str, tuple[Next, ...]] = {}
"""What is met at points where nothing was: one for all."""
Step = tuple[int, frozenset[str], str, Node]
"""What goes on behind a gap: its length at most, what it does not skip, a field, the point behind the word."""


class Behind:
    """The gaps of one point, put together: one look-up for each word within reach serves them all."""

    __slots__ = ("_gaps", "_met", "kinds", "most", "words")

    def __init__(self, gaps: Sequence[tuple[Element, Node]]) -> None:
        self.most = max(gap.most for gap, _ in gaps)
        self.words = _any_of(frozenset(point.words for _, point in gaps))
        self.kinds = _same(frozenset(kind for _, point in gaps for kind in point.kinds))
        self._gaps = gaps
        self._met: dict[str, tuple[Step, ...]] = {}

    def on(self, word: str) -> tuple[Step, ...]:
        """Where one of `words` leads behind the gaps."""
        return self._met.get(word) or self._lead(word, lambda point: point.on(word) if word in point.words else ())

    def on_kind(self, kind: str) -> tuple[Step, ...]:
        """Where a word or a name of one of `kinds` leads behind the gaps."""
        key = _KEYS[kind]
        return self._met.get(key) or self._lead(key, lambda point: point.on_kind(kind) if kind in point.kinds else ())

    def _lead(self, key: str, nexts: Callable[[Node], Iterable[Next]]) -> tuple[Step, ...]:
        self._met[key] = tuple(
            (gap.most, gap.closed, name, following)
            for gap, point in self._gaps
            for name, following in nexts(point)
        )
        return self._met[key]


class Tree(Ways):
    """The forms of patterns, hung up: the words, numbers and names that are their anchors, and the points behind and before."""

    def __init__(self, patterns: Iterable[ClaimPattern], everyday: frozenset[str], commonest: frozenset[str]) -> None:
        self._nexts, _ = _parted(_hung(patterns, everyday, commonest), 0)
        self.words = _any_of(frozenset(element.words for element in self._nexts))
        self.kinds = frozenset(element.kind for element in self._nexts if element.kind)
        self._met = {}
        self._points: dict[tuple[int, Forms], Node] = {}

    def _lead(self, key: str, leads: Callable[[Element], bool]) -> tuple[Next, ...]:
        """Leads to one point for each field: one look-up of the next word serves all forms that are hung up at a word."""
        going: dict[str, Forms] = {}
        for element, forms in self._nexts.items():
            if leads(element):
                going[element.field] = (*going.get(element.field, ()), *forms)
        self._met[key] = tuple((name, self.point(forms, 1)) for name, forms in going.items())
        return self._met[key]

    def point(self, forms: Forms, depth: int) -> Node:
        """The point at which forms have come so many elements from their anchors, backwards where it is less than 0; the same
        forms at the same depth are one point, however they came there."""
        key = depth, forms
        if key not in self._points:
            self._points[key] = Node(forms, depth, self)
        return self._points[key]


def _hung(patterns: Iterable[ClaimPattern], everyday: frozenset[str], commonest: frozenset[str]) -> Iterator[Hung]:
    first: dict[Element, int] = {}
    for number, pattern in enumerate(patterns):
        form = pattern.form
        at = anchor(form, everyday, commonest)
        yield Hung(pattern, at, form[0] if form[0].most else None, number, first.setdefault(form[at], number))


def _parted(forms: Iterable[Hung], depth: int) -> tuple[dict[Element, Forms], Forms]:
    """Forms by their elements so many places behind their anchors, or before them, and those that have none there."""
    nexts: dict[Element, list[Hung]] = {}
    ends: list[Hung] = []
    for hung in forms:
        form, at = hung.pattern.form, hung.at + depth
        if (hung.lead is not None) <= at < len(form):
            nexts.setdefault(form[at], []).append(hung)
        else:
            ends.append(hung)
    return {element: tuple(going) for element, going in nexts.items()}, tuple(ends)


@cache
def _any_of(sets: frozenset[frozenset[str]]) -> frozenset[str]:
    """All words of some sets; the same lists stand at points by the thousand."""
    return frozenset[str]().union(*sets)


@cache
def _same(kinds: frozenset[str]) -> frozenset[str]:
    """One set for all points that have the same kinds."""
    return kinds


def anchor(form: Form, everyday: frozenset[str], commonest: frozenset[str]) -> int:
    """Where a form is hung up: at its first word that is no everyday one; else at its first ordinal or year, at a bracket, at
    its first word that has an everyday one among few alternatives only, at one that is none of the `commonest`, at its first
    number (as one word in twenty is), at its first word, at its first name: of names copy has more than of any one word."""
    tests: list[Callable[[Element], bool]] = [
        lambda element: bool(element.words) and not element.words & everyday,
        lambda element: element.kind in LEXICAL and element.kind != "number",
        lambda element: bool(element.words) and element.words <= BRACKETS,
        lambda element: 2 * len(element.words & everyday) < len(element.words) and not element.words & commonest,
        lambda element: bool(element.words) and not element.words & commonest,
        lambda element: element.kind == "number",
        lambda element: bool(element.words) and element.words.isdisjoint(MARKS | DASHES),
        lambda element: bool(element.kind),
        lambda element: not element.most,
    ]
    return next(at for test in tests for at, element in enumerate(form) if test(element))
