"""pattern_tree: the forms of a pack's patterns, hung up where copy that may match them is found.

Each form is hung up at its anchor, its first word that is no everyday one (`minutes`, not `after`). From their anchors on
all forms make one tree: forms that go on alike share their branches, and one look-up for each word of the copy tells
which branches go on. What stands before an anchor is a tree of its own, which is read backwards.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from checker.claims.pattern import DASHES, LEXICAL, Element, Form
from checker.claims.types import ClaimPattern

MARKS = frozenset(",;:()")


@dataclass(slots=True, eq=False)
class Node:
    """A point in a tree of forms: what may come next, and whether forms end here."""

    hung: list["Hung"] = field(default_factory=list)
    """The forms that go on here, and in whose trees they do not yet stand."""
    ends: bool = False
    before: "Node | None" = None
    """Of the forms that end here, what stands before their anchors: a tree that is read backwards."""
    begun: list[tuple[int, int, ClaimPattern, Element | None]] = field(default_factory=list)
    """In a tree that is read backwards, the patterns whose forms begin here: the numbers of the first form that was hung up
    with it and of the form, by which hits are put in order, the pattern, and the gap with which the form begins."""
    made: dict[Element, "Node"] = field(default_factory=dict)
    """While forms are hung up, the point behind each element."""
    steps: list[tuple[Element, "Node"]] = field(default_factory=list)
    """What comes behind words: `words` are all of them, `on` tells where one leads."""
    words: frozenset[str] = frozenset()
    met: dict[str, list["Next"]] = field(default_factory=dict)
    """Where those of the words lead that copy has had here: of the hundreds that a list may have, few."""
    kinds: dict[str, list["Next"]] = field(default_factory=dict)
    gaps: list[tuple[Element, "Node"]] = field(default_factory=list)
    leaf: bool = True
    """Whether nothing goes on here."""
    open: bool = False
    """Whether more than the next word decides if anything goes on here: a form ends, or a gap may follow."""
    behind: "Behind | None" = None
    """What may come behind the gaps that begin here; None where none does."""

    def grow(self) -> None:
        """Makes the tree of the forms that hang here; of all the words that a pack knows an article uses few."""
        hung, self.hung = self.hung, []
        for number, pattern, at in hung:
            lead = pattern.form[0] if pattern.form[0].most else None
            end = self.end_of(pattern.form[at + 1 :])
            end.before = end.before or Node()
            start = end.before.end_of(reversed(pattern.form[lead is not None : at]))
            start.begun.append((hung[0][0], number, pattern, lead))
        if hung:
            _finish(self)

    def end_of(self, elements: Iterable[Element]) -> "Node":
        """The node at which these elements end; nodes that are new on the way to it are made."""
        node = self
        for element in elements:
            node = node.next_for(element)
        node.ends = node.open = True
        return node

    def next_for(self, element: Element) -> "Node":
        """The node behind an element; made when it is new."""
        if element in self.made:
            return self.made[element]
        node = self.made[element] = Node()
        self.leaf = False
        self.lead_to(element, node)
        return node

    def lead_to(self, element: Element, node: "Node") -> None:
        """Makes a node what comes behind an element here."""
        if element.most:
            self.open = True
            self.gaps.append((element, node))
        elif element.kind:
            self.kinds.setdefault(element.kind, []).append((element.field, node))
        else:
            self.steps.append((element, node))

    def on(self, word: str) -> list["Next"]:
        """Where a word leads from here; one that leads nowhere is remembered too: ask for `words` alone."""
        if word not in self.met:
            self.met[word] = [(element.field, node) for element, node in self.steps if word in element.words]
        return self.met[word]

    def complete(self) -> None:
        """Puts together what leads on from here, when all of it is known."""
        _join_gaps(self)
        self.words = _any_of(frozenset(element.words for element, _ in self.steps))

    @property
    def has_gaps(self) -> bool:
        """Whether gaps begin here."""
        return bool(self.gaps or self.behind)


_NONE = Node()
"""The point behind which nothing comes."""
Hung = tuple[int, ClaimPattern, int]
"""A form that is hung up: its number, its pattern, the place of its anchor."""
Next = tuple[str, Node]
"""What comes behind a word: the field that takes it, and the point behind it."""
Step = tuple[int, int, str, Node]
"""What goes on behind a gap: its length at most, the number of what it does not skip, a field, the point behind the word."""


@dataclass(slots=True)
class Behind:
    """The gaps of one point of the tree, put together: one look-up for each word within reach serves them all."""

    gaps: list[tuple[Element, Node]]
    most: int
    closed: list[frozenset[str]]
    """The sets of words that gaps do not skip."""
    words: frozenset[str]
    met: dict[str, list[Step]] = field(default_factory=dict)
    kinds: dict[str, list[Step]] = field(default_factory=dict)

    @classmethod
    def of(cls, gaps: list[tuple[Element, Node]]) -> "Behind":
        closed = list(dict.fromkeys(gap.closed for gap, _ in gaps))
        made = cls(gaps, max(gap.most for gap, _ in gaps), closed, _any_of(frozenset(node.words for _, node in gaps)))
        for kind in {kind for _, node in gaps for kind in node.kinds}:
            made.kinds[kind] = made._steps(node.kinds.get(kind, ()) for _, node in gaps)
        return made

    def on(self, word: str) -> list[Step]:
        """Where a word of `words` leads behind the gaps."""
        if word not in self.met:
            self.met[word] = self._steps(node.on(word) if word in node.words else () for _, node in self.gaps)
        return self.met[word]

    def _steps(self, nexts: Iterable[Iterable[Next]]) -> list[Step]:
        """The steps to what comes behind each of the gaps."""
        return [
            (gap.most, self.closed.index(gap.closed), name, point)
            for (gap, _), behind in zip(self.gaps, nexts, strict=True)
            for name, point in behind
        ]


@cache
def _any_of(sets: frozenset[frozenset[str]]) -> frozenset[str]:
    """All words of some sets; the same lists stand at points by the thousand."""
    return next(iter(sets)) if len(sets) == 1 else frozenset().union(*sets)


def _finish(node: Node) -> None:
    """Completes a tree to which nothing is hung up any more: what is empty is one for all its points, as most of a point is."""
    for following in node.made.values():
        _finish(following)
    if node.before is not None:
        _finish(node.before)
    node.complete()
    node.made, node.met = _NONE.made, node.met if node.words else _NONE.met
    node.steps, node.kinds, node.gaps = node.steps or _NONE.steps, node.kinds or _NONE.kinds, node.gaps or _NONE.gaps
    node.hung, node.begun = node.hung or _NONE.hung, node.begun or _NONE.begun


def _join_gaps(node: Node) -> None:
    """Puts the gaps of a point together; those behind which a form ends or another gap begins stay as they are."""
    joined = [(gap, behind) for gap, behind in node.gaps if not behind.ends and not behind.has_gaps]
    if joined:
        node.behind = Behind.of(joined)
        node.gaps = [(gap, behind) for gap, behind in node.gaps if behind.ends or behind.has_gaps]


class Unions:
    """Points that stand for several; those that are wanted more than once are made once."""

    def __init__(self) -> None:
        self._made: dict[tuple[Node, ...], Node] = {}

    def joined(self, nexts: Iterable[Next]) -> list[Next]:
        """What comes behind a word, with one point for each field: one look-up for the next word serves all forms that are
        hung up at the word."""
        points: dict[str, list[Node]] = {}
        for name, node in nexts:
            points.setdefault(name, []).append(node)
        return [(name, self._union(nodes)) for name, nodes in points.items()]

    def _union(self, nodes: Sequence[Node]) -> Node:
        """One point for several, where all forms go on and end that do so at any of them."""
        if len(nodes) == 1:
            return nodes[0]
        if (key := tuple(nodes)) not in self._made:
            self._made[key] = self._united(nodes)
        return self._made[key]

    def _united(self, nodes: Sequence[Node]) -> Node:
        union = Node(leaf=all(node.leaf for node in nodes), open=any(node.open for node in nodes))
        union.ends = any(node.ends for node in nodes)
        union.begun = [form for node in nodes for form in node.begun]
        befores = [node.before for node in nodes if node.before is not None]
        union.before = self._union(befores) if befores else None
        for node in nodes:
            _lead_on(union, node)
        union.complete()
        return union


def _lead_on(union: Node, node: Node) -> None:
    """Makes what leads on from a point lead on from another too."""
    union.steps += node.steps
    union.gaps += [*node.gaps, *(node.behind.gaps if node.behind else ())]
    for kind, nexts in node.kinds.items():
        union.kinds.setdefault(kind, []).extend(nexts)


def anchor(form: Form, everyday: frozenset[str]) -> int:
    """Where a form is hung up: at its first word that is no everyday one; else at its first number, at its first word that
    has an everyday one among few alternatives only, at its first word, at its first name: of names copy has more than of any
    one word."""
    tests: list[Callable[[Element], bool]] = [
        lambda element: bool(element.words) and not element.words & everyday,
        lambda element: element.kind in LEXICAL,
        lambda element: 2 * len(element.words & everyday) < len(element.words),
        lambda element: bool(element.words) and element.words.isdisjoint(MARKS | DASHES),
        lambda element: bool(element.kind),
        lambda element: not element.most,
    ]
    return next(at for test in tests for at, element in enumerate(form) if test(element))
