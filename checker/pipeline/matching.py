"""Runs the patterns of a pack over a Doc.

Each form is hung up at its anchor, its first word that is no everyday one (`minutes`, not `after`). From their anchors on
all forms make one tree: forms that go on alike share their branches, and one look-up for each word of the copy tells
which branches go on. What stands before an anchor is matched backwards, and only where the rest has matched. spaCy's
Matcher, whose time grows with the number of patterns, runs those that are given as raw token dicts.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, compress
from operator import itemgetter
from typing import NamedTuple, cast

from spacy.errors import MatchPatternError
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from checker.article import Span
from checker.claims.pattern import DASHES, LEXICAL, POSSESSIVES, THEN, Element, Form
from checker.claims.types import ClaimPattern, ClaimType
from checker.claims.words import Words
from checker.errors import PackError
from checker.pipeline.mentions import Mention
from checker.pipeline.tokens import Tokens
from checker.pipeline.zones import sentence_at

_TYPES = {"official": "person", "national": "club"}


class Hit(NamedTuple):
    """One match: the pattern, the span, and the spans of its captures by field."""

    pattern: ClaimPattern
    span: Span
    captures: dict[str, Span]
    sentence: int


@dataclass(slots=True)
class _Node:
    """A point in a tree of forms: what may come next, and whether forms end here."""

    hung: list["Hung"] = field(default_factory=list)
    """The forms that go on here, and in whose trees they do not yet stand."""
    ends: bool = False
    before: "_Node | None" = None
    """Of the forms that end here, what stands before their anchors: a tree that is read backwards."""
    begun: list[tuple[int, ClaimPattern, Element | None]] = field(default_factory=list)
    """In a tree that is read backwards, the patterns whose forms begin here: the number of the form, the pattern, and the
    gap with which the form begins."""
    words: dict[str, list[tuple[str, "_Node"]]] = field(default_factory=dict)
    kinds: dict[str, list[tuple[str, "_Node"]]] = field(default_factory=dict)
    gaps: list[tuple[Element, "_Node"]] = field(default_factory=list)
    made: dict[Element, "_Node"] = field(default_factory=dict)
    leaf: bool = True
    """Whether nothing goes on here."""
    open: bool = False
    """Whether more than the next word decides if anything goes on here: a form ends, or a gap may follow."""
    behind: "_Behind | None" = None
    """What may come behind the gaps that begin here; None where none does."""

    def grow(self) -> None:
        """Makes the tree of the forms that hang here; of all the words that a pack knows an article uses few."""
        hung, self.hung = self.hung, []
        for number, pattern, at in hung:
            lead = pattern.form[0] if pattern.form[0].most else None
            end = self.end_of(pattern.form[at + 1 :])
            end.before = end.before or _Node()
            end.before.end_of(reversed(pattern.form[lead is not None : at])).begun.append((number, pattern, lead))
        if hung:
            _finish(self)

    def end_of(self, elements: Iterable[Element]) -> "_Node":
        """The node at which these elements end; nodes that are new on the way to it are made."""
        node = self
        for element in elements:
            node = node.next_for(element)
        node.ends = node.open = True
        return node

    def next_for(self, element: Element) -> "_Node":
        """The node behind an element; made when it is new."""
        if element in self.made:
            return self.made[element]
        node = self.made[element] = _Node()
        self.leaf = False
        self.open = self.open or bool(element.most)
        if element.most:
            self.gaps.append((element, node))
        elif element.kind:
            self.kinds.setdefault(element.kind, []).append((element.field, node))
        for word in element.words:
            self.words.setdefault(word, []).append((element.field, node))
        return node


Hung = tuple[int, ClaimPattern, int]
"""A form that is hung up: its number, its pattern, the place of its anchor."""
Step = tuple[int, int, str, _Node]
"""What goes on behind a gap: its length at most, the number of what it does not skip, a field, the point behind the word."""


@dataclass(slots=True)
class _Behind:
    """The gaps of one point of the tree, put together: one look-up for each word within reach serves them all."""

    most: int
    closed: list[frozenset[str]]
    """The sets of words that gaps do not skip."""
    words: dict[str, list[Step]] = field(default_factory=dict)
    kinds: dict[str, list[Step]] = field(default_factory=dict)

    @classmethod
    def of(cls, gaps: Sequence[tuple[Element, _Node]]) -> "_Behind":
        made = cls(max(gap.most for gap, _ in gaps), list(dict.fromkeys(gap.closed for gap, _ in gaps)))
        for gap, node in gaps:
            for table, steps in ((node.words, made.words), (node.kinds, made.kinds)):
                for key, nexts in table.items():
                    number = made.closed.index(gap.closed)
                    steps.setdefault(key, []).extend((gap.most, number, name, behind) for name, behind in nexts)
        return made


def _finish(node: _Node) -> None:
    """Puts the gaps of a tree together; those behind which a form ends or another gap begins stay as they are."""
    joined = [(gap, behind) for gap, behind in node.gaps if not behind.ends and not behind.gaps]
    if joined:
        node.behind = _Behind.of(joined)
        node.gaps = [(gap, behind) for gap, behind in node.gaps if behind.ends or behind.gaps]
    for following in node.made.values():
        _finish(following)
    if node.before is not None:
        _finish(node.before)


Capture = tuple[str, int, int]
"""A field and the tokens [first, last) that it takes."""
Match = tuple[_Node, int, tuple[Capture, ...]]
"""The point of a tree where forms end, the token behind their match, and the captures on the way there."""


@dataclass(slots=True)
class _Line:
    """The tokens of an article in the order in which a tree reads them: as they stand, or backwards."""

    words: list[str]
    kinds: dict[str, tuple[str, ...]]
    """Of the words that are numbers or ordinals, which."""
    special: bytearray
    """1 where a word has kinds or a mention begins, by token."""
    entities: dict[int, tuple[str, int]]
    """By the token at which it begins, the type of a mention and the token behind it."""
    people: set[int]
    """Tokens of people's names, which no gap skips."""

    @classmethod
    def of(
        cls, words: list[str], kinds: dict[str, tuple[str, ...]], numbers: Iterable[int],
        entities: dict[int, tuple[str, int]], people: Iterable[int],
    ) -> "_Line":
        """A line whose `numbers` are the tokens that have kinds."""
        special = bytearray(len(words))
        for at in (*numbers, *entities):
            special[at] = 1
        return cls(words, kinds, special, entities, set(people))

    def stop(self, closed: frozenset[str], at: int, end: int) -> int:
        """The first token from `at` on, or `end`, that a gap does not skip: one of `closed`, or of a person's name."""
        words, people = self.words, self.people
        for place in range(at, end):
            if words[place] in closed or place in people:
                return place
        return end


@dataclass(slots=True)
class _Lines:
    """The tokens of an article as the trees read them."""

    ahead: _Line
    back: _Line
    anchors: list[int]
    """The tokens at which a form may be hung up."""


class PatternMatcher:
    """The patterns of a pack, ready to run on the tokens of articles."""

    def __init__(self, claim_types: Sequence[ClaimType], words: Words, vocab: Vocab | None) -> None:
        """Raw token patterns are made for a vocabulary, and run on its Docs alone."""
        self._words = words
        self._kinds: dict[str, tuple[str, ...]] = {}
        self._seen: set[str] = set()
        self._root = _Node()
        self._raw: list[ClaimPattern] = []
        everyday = frozenset(words.lists.get("function_words", ())) | DASHES | POSSESSIVES | _MARKS
        for number, pattern in enumerate(pattern for claim_type in claim_types for pattern in claim_type.patterns):
            if pattern.tokens:
                self._raw.append(pattern)
            else:
                at = _anchor(pattern.form, everyday)
                self._root.next_for(pattern.form[at]).hung.append((number, pattern, at))
        for _, node in chain.from_iterable(self._root.kinds.values()):
            node.grow()
        self._known = set(self._root.words)
        """Words at which a form is hung up, and those that have kinds."""
        self._matcher = _raw_matcher(vocab, self._raw) if vocab and self._raw else None

    def hits(self, tokens: Tokens, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Iterator[Hit]:
        """Every match in every sentence, in the order of the text; overlaps are the caller's to resolve."""
        lines = self._lines(tokens, mentions)
        number, edge, begin = -1, 0, 0
        for at in lines.anchors:
            while at >= edge:
                number += 1
                begin, edge = edge, _edge(tokens.starts, sentences, number)
            found: list[Match] = []
            _walk(self._root, lines.ahead, at, edge, (), found)
            for node, end, captures in found:
                for pattern, first, before in _begun(node, lines.back, at, begin):
                    yield _hit(pattern, tokens, first, end, (*before, *captures), number)
        if self._matcher is not None and tokens.doc is not None:
            set_entities(tokens.doc, mentions)
            yield from self._raw_hits(self._matcher, tokens.doc, sentences)

    def _lines(self, tokens: Tokens, mentions: Sequence[Mention]) -> _Lines:
        words = tokens.words
        self._learn(words)
        ahead: dict[int, tuple[str, int]] = {}
        back: dict[int, tuple[str, int]] = {}
        size = len(words)
        for first, end, label in placed(mentions, tokens):
            ahead[first] = label, end
            back[size - end] = label, size - first
        known = list(compress(range(size), map(self._known.__contains__, words)))
        numbers = [at for at in known if words[at] in self._kinds]
        named = [at for at, (label, _) in ahead.items() if label in self._root.kinds]
        people = [(first, end) for first, (label, end) in back.items() if label == "person"]
        return _Lines(
            _Line.of(words, self._kinds, numbers, ahead, (at for at, (label, _) in ahead.items() if label == "person")),
            _Line.of(
                words[::-1], self._kinds, [size - 1 - at for at in numbers], back,
                (at for first, end in people for at in range(first, end)),
            ),
            sorted({*known, *named}),
        )  # fmt: skip

    def _learn(self, words: Sequence[str]) -> None:
        """Finds out the kinds of words that were not met before, and makes the trees that they begin."""
        if len(self._seen) > _MOST_SEEN:
            self._seen, self._kinds, self._known = set(), {}, set(self._root.words)
        for word in set(words) - self._seen:
            self._seen.add(word)
            for _, node in self._root.words.get(word, ()):
                node.grow()
            if found := self._kinds_of(word):
                self._kinds[word] = found
                self._known.add(word)

    def _kinds_of(self, word: str) -> tuple[str, ...]:
        number = self._words.number(word) is not None
        ordinal = self._words.ordinal(word) is not None
        holding = {"number": number, "ordinal": ordinal}
        if not word.isalpha():
            holding |= {"nth": ordinal, "year": bool(_YEAR.fullmatch(word)), "pair": _is_pair(word)}
        return tuple(kind for kind, holds in holding.items() if holds)

    def _raw_hits(self, matcher: Matcher, doc: Doc, sentences: Sequence[Span]) -> Iterator[Hit]:
        # spaCy's stub does not know that alignments make the tuples longer
        found = cast("list[tuple[int, int, int, list[int]]]", matcher(doc, with_alignments=True))
        for key, start, end, alignment in found:
            pattern = self._raw[int(doc.vocab.strings[key])]
            captures: dict[str, Span] = {}
            for token, element in zip(doc[start:end], alignment, strict=True):
                name = str(pattern.tokens[element].get("FIELD", ""))
                if name:
                    first = captures[name].start if name in captures else token.idx
                    captures[name] = Span(first, token.idx + len(token))
            span = Span(doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))
            number = sentence_at(sentences, span.start)
            if number >= 0 and sentences[number].holds(span):
                yield Hit(pattern, span, captures, number)


def _begun(node: _Node, line: _Line, at: int, begin: int) -> Iterable[tuple[ClaimPattern, int, tuple[Capture, ...]]]:
    """The patterns that end at a point of a tree and match before their anchor too, in the order of their forms: each with
    its first token and its captures before the anchor."""
    size, before = len(line.words), node.before
    assert before is not None
    if not before.open and not _goes_on(before, line, size - at, size - begin):
        return ()  # as mostly
    found: list[Match] = []
    _walk(before, line, size - at, size - begin, (), found)
    return _in_order(found, line, size, size - begin) if found else ()


def _in_order(
    found: list[Match], line: _Line, size: int, edge: int
) -> Iterator[tuple[ClaimPattern, int, tuple[Capture, ...]]]:
    """What was found backwards, as it stands in the copy: a form that begins with a gap with every length of it."""
    begun = [(*beginning, end, taken) for point, end, taken in found for beginning in point.begun]
    for _, pattern, lead, end, taken in sorted(begun, key=itemgetter(0)) if len(begun) > 1 else begun:
        captures = tuple((name, size - last, size - first) for name, first, last in reversed(taken))
        longest = line.stop(lead.closed, end, min(end + lead.most, edge)) if lead else end
        for first in range(end, longest + 1):
            yield pattern, size - first, captures


def _goes_on(node: _Node, line: _Line, at: int, edge: int) -> bool:
    """Whether a token, or the name that it begins, takes a tree on from a point that is not open."""
    return at < edge and (line.words[at] in node.words or bool(node.kinds and line.special[at]))


def _walk(
    node: _Node, line: _Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Adds to `found` the points at which forms end that match from a token on."""
    if node.ends:
        found.append((node, at, taken))
    if at >= edge:
        return
    for name, following in node.words.get(line.words[at], ()):
        captures = _with(taken, name, at, at + 1) if name else taken
        if following.leaf:
            found.append((following, at + 1, captures))
        elif following.open or _goes_on(following, line, at + 1, edge):
            _walk(following, line, at + 1, edge, captures, found)
    if node.kinds and line.special[at]:
        _walk_kinds(node, line, at, edge, taken, found)
    behind = node.behind
    if behind is not None:
        last = min(at + behind.most, edge - 1)
        nowhere = behind.words.keys().isdisjoint(line.words[at : last + 1])
        if not nowhere or (behind.kinds and 1 in line.special[at : last + 1]):  # as seldom
            _walk_behind(behind, line, at, last, edge, taken, found)
    for gap, following in node.gaps:
        _walk_gap(gap, following, line, at, edge, taken, found)


def _walk_behind(
    behind: _Behind, line: _Line, at: int, last: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind the gaps of a point, whatever their lengths, up to their last token; a gap does not stride over a person's
    name."""
    words, special, next_words = line.words, line.special, behind.words
    stops = [line.stop(closed, at, last) for closed in behind.closed]
    for end in range(at, max(stops) + 1):
        word = words[end]
        if word in next_words:
            for most, number, name, node in next_words[word]:
                if end - at <= most and end <= stops[number] and (node.open or _goes_on(node, line, end + 1, edge)):
                    _walk(node, line, end + 1, edge, _with(taken, name, end, end + 1) if name else taken, found)
        if behind.kinds and special[end]:
            named = line.entities.get(end, _NOBODY)
            for kind, behind_it in (*[(kind, end + 1) for kind in line.kinds.get(word, ())], named):
                for most, number, name, node in behind.kinds.get(kind, ()):
                    reached = end - at <= most and end <= stops[number] and behind_it <= edge
                    if reached and (node.open or _goes_on(node, line, behind_it, edge)):
                        _walk(node, line, behind_it, edge, _with(taken, name, end, behind_it), found)


def _walk_kinds(
    node: _Node, line: _Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind a word that is a number or an ordinal, and behind a name."""
    for kind in line.kinds.get(line.words[at], ()):
        for name, following in node.kinds.get(kind, ()):
            if following.open or _goes_on(following, line, at + 1, edge):
                _walk(following, line, at + 1, edge, _with(taken, name, at, at + 1), found)
    label, end = line.entities.get(at, _NOBODY)
    if label in node.kinds and end <= edge:
        for name, following in node.kinds[label]:
            if following.open or _goes_on(following, line, end, edge):
                _walk(following, line, end, edge, _with(taken, name, at, end), found)


def _walk_gap(
    gap: Element, node: _Node, line: _Line, at: int, edge: int, taken: tuple[Capture, ...], found: list[Match]
) -> None:
    """Goes on behind a gap of every length that it may have; a gap does not stride over a person's name."""
    words, special, after, of_kind = line.words, line.special, node.words, node.kinds
    certain = bool(node.ends or node.gaps or node.behind)
    for end in range(at, line.stop(gap.closed, at, min(at + gap.most, edge - 1)) + 1):
        if certain or words[end] in after or (of_kind and special[end]):
            _walk(node, line, end, edge, taken, found)


_MOST_SEEN = 20_000
"""Words remembered with their kinds; a process that reads for days meets ever new ones."""
_NOBODY = ("", 0)
_MARKS = frozenset(",;:()")
_YEAR = re.compile(r"(?:18[6-9]|19\d|20[0-4])\d")
"""From the first rules of the game on."""


def _anchor(form: Form, everyday: frozenset[str]) -> int:
    """Where a form is hung up: at its first word that is no everyday one; else at its first number, at its first word that
    has an everyday one among few alternatives only, at its first word, at its first name: of names copy has more than of any
    one word."""
    tests: list[Callable[[Element], bool]] = [
        lambda element: bool(element.words) and not element.words & everyday,
        lambda element: element.kind in LEXICAL,
        lambda element: 2 * len(element.words & everyday) < len(element.words),
        lambda element: bool(element.words) and element.words.isdisjoint(_MARKS | DASHES),
        lambda element: bool(element.kind),
        lambda element: not element.most,
    ]
    return next(at for test in tests for at, element in enumerate(form) if test(element))


def _raw_matcher(vocab: Vocab, patterns: Sequence[ClaimPattern]) -> Matcher:
    """spaCy's Matcher with the patterns that are raw token dicts, each under its number."""
    matcher = Matcher(vocab)
    for number, pattern in enumerate(patterns):
        tokens = [{key: value for key, value in token.items() if key != "FIELD"} for token in pattern.tokens]
        try:
            matcher.add(str(number), [tokens])
        except (MatchPatternError, ValueError) as problem:
            message = " ".join(str(problem).split())
            raise PackError(f"not a list of spaCy token patterns: {message}", pattern.where) from None
    return matcher


def _hit(
    pattern: ClaimPattern, tokens: Tokens, first: int, last: int, captures: tuple[Capture, ...], sentence: int
) -> Hit:
    joined: tuple[Capture, ...] = captures[:1]
    for name, start, end in captures[1:]:
        joined = _with(joined, name, start, end)
    if joined and joined[-1][0] == THEN:
        last, joined = joined[-1][1], joined[:-1]
    spans = {name: Span(tokens.starts[start], tokens.ends[end - 1]) for name, start, end in joined}
    return Hit(pattern, Span(tokens.starts[first], tokens.ends[last - 1]), spans, sentence)


def _edge(starts: Sequence[int], sentences: Sequence[Span], number: int) -> int:
    """The first token that does not belong to a sentence."""
    return bisect_left(starts, sentences[number].end) if number + 1 < len(sentences) else len(starts)


def _with(taken: tuple[Capture, ...], name: str, first: int, last: int) -> tuple[Capture, ...]:
    """The captures with one more; words of one field that follow each other become one capture."""
    if not name:
        return taken
    if taken and taken[-1][0] == name and taken[-1][2] == first:
        return (*taken[:-1], (name, taken[-1][1], last))
    return (*taken, (name, first, last))


def _is_pair(word: str) -> bool:
    parts = _split_at_dash(word)
    return len(parts) == 2 and all(part.isdigit() and len(part) <= 2 for part in parts)


def _split_at_dash(word: str) -> list[str]:
    for dash in DASHES:
        word = word.replace(dash, "-")
    return word.split("-")


def placed(mentions: Sequence[Mention], tokens: Tokens) -> Iterator[tuple[int, int, str]]:
    """The sure mentions that begin and end with a token: first token, the token behind the last, type."""
    first, starts, ends = 0, tokens.starts, tokens.ends
    for mention in mentions:
        if not mention.sure:
            continue
        start, end = mention.span
        first = bisect_left(starts, start, first)
        if first < len(starts) and starts[first] == start:
            last = first if ends[first] == end else bisect_left(ends, end, first)
            if last < len(ends) and ends[last] == end:
                yield first, last + 1, type_of(mention)


def set_entities(doc: Doc, mentions: Sequence[Mention]) -> None:
    """Makes the sure mentions the Doc's entities, labelled PERSON, CLUB, NATION, SITE, COMPETITION."""
    found = (doc.char_span(*mention.span, label=type_of(mention).upper()) for mention in mentions if mention.sure)
    doc.set_ents([entity for entity in found if entity is not None])


def type_of(mention: Mention) -> str:
    """The type of the pattern language that a mention is: a demonym (`Brazilian`) is a nation, a national side a club."""
    return "nation" if mention.style == "demonym" else _TYPES.get(mention.kind, mention.kind)
