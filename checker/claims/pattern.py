"""The pattern language: patterns that read like copy, compiled to forms (sequences of elements, one a token).

    {first:number}-{second:number} {outcome:(win|defeat)} [(over|against|by) {opponent:club}]

A word matches itself without case. `{field:type}` captures; the types are number, ordinal, nth, year, person, club, nation,
site, competition, and every word list of the pack; `{:type}` takes one without capturing it. `(a|b)` is a choice, `[x]` and
`[x|y]` are optional, `...3` skips up to three words, `~3` up to three that are no function words (`2-0 ~2 win` reads `2-0
home win`), `^3` the same over hyphens, `+3` up to three of one clause, names and possessives too, and `'s` is a possessive in
any of its forms. A hyphen between two numbers is any dash, spaces around it or not.
At a pattern's end `{then:type}` is what must follow and belongs to no claim.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from sys import intern

from checker.errors import did_you_mean

DASHES = frozenset("-–—‑−")
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
ENTITIES = ("person", "club", "nation", "site", "competition")
"""Types that stand for a mention."""
THEN = "then"
"""The name under which a pattern says what must follow."""
LEXICAL = ("number", "ordinal", "nth", "year", "pair")
"""Types of one word: `7` or `seven`; `7th` or `seventh`; `7th`; `2005`; `3–1` where the tokeniser left it whole (never
written in a pattern: the compiler puts it where a pattern has two numbers and a dash)."""

_MAX_FORMS = 400
"""A pattern that expands to more forms than this is a mistake, or should be two patterns."""
NAMES = "(names)"
"""Among the words that a gap does not skip: it skips no person's name either."""
_CLAUSE_ENDS = frozenset({".", ",", ";", ":", "(", ")", "!", "?", '"', "“", "”", "\n", "\r\n", "\n\n"})
_GAP_ENDS = _CLAUSE_ENDS | POSSESSIVES | {NAMES}
_LEXER = re.compile(
    r"\s*(?:(?P<gap>(?:\.\.\.|~|\^|\+)(?P<most>\d+))|(?P<open>\{(?P<name>\w*):)|(?P<close>\})|(?P<mark>[\[\]()|])"
    r"|(?P<possessive>['’]s(?!\w))|(?P<dash>[-–](?=\{))|(?P<word>[^\s\[\](){}|]+))"
)


class PatternError(ValueError):
    """A mistake in a pattern; `column` is the 1-based code point of the pattern at which it was found."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """One token of a form: one of `words`, or a token of a kind, or (with `most`) up to so many tokens of any kind.

    Made by `element_of`, which makes two alike one: trees of thousands of forms ask all the time whether two are the same. Its
    words are interned, as the tokeniser's are: to find one in a set is to compare two addresses.
    """

    words: frozenset[str] = frozenset()
    kind: str = ""
    field: str = ""
    most: int = 0
    closed: frozenset[str] = frozenset()
    """Words that a gap does not skip."""


Form = tuple[Element, ...]


def compile_pattern(
    text: str, word_lists: Mapping[str, Sequence[str]], spellings: Mapping[str, Sequence[str]] | None = None
) -> list[Form]:
    """The forms that a pattern stands for; raises PatternError. `spellings` gives words their other ones: `equaliser` in a
    pattern is `equalizer` too."""
    parser = _Parser(text, word_lists, spellings or {})
    forms = [form for form in parser.sequence(until="") if form]
    if not forms:
        raise PatternError("the pattern can match nothing at all", 1)
    if all(all(element.most for element in form) for form in forms):
        raise PatternError("the pattern is nothing but a gap", 1)
    forms += [pair for form in forms for pair in _unsplit_pairs(form)]
    return list(dict.fromkeys(forms))


def _unsplit_pairs(form: Form) -> Iterator[Form]:
    """The same form for copy that writes `3–1` with a dash at which spaCy does not split: one token for the three."""
    for at in range(len(form) - 2):
        first, dash, second = form[at : at + 3]
        if first.kind == second.kind == "number" and dash.words == DASHES:
            pair = element_of(kind="pair", field=f"{first.field} {second.field}".strip())
            yield (*form[:at], pair, *form[at + 3 :])


@cache
def _the_one(words: frozenset[str], kind: str, field: str, most: int, closed: frozenset[str]) -> Element:
    return Element(frozenset(map(intern, words)), intern(kind), intern(field), most, frozenset(map(intern, closed)))


def element_of(
    words: frozenset[str] = frozenset(), kind: str = "", field: str = "", most: int = 0, closed: frozenset[str] = frozenset()
) -> Element:
    """The element that is so."""
    return _the_one(words, kind, field, most, closed)


def _capturing(element: Element, field: str) -> Element:
    return element_of(element.words, element.kind, field, element.most, element.closed)


@lru_cache(maxsize=8192)
def tokens_of(phrase: str) -> tuple[str, ...]:
    """How spaCy's English tokeniser divides a phrase of a pattern: hyphens and possessives stand alone."""
    return tuple(part for part in re.split(r"\s+|(-)|(?=['’]s\b)", phrase.lower()) if part)


@lru_cache(maxsize=8192)
def _word(word: str, field: str = "") -> Element:
    """A token that is one word; the lists of a pack stand in one pattern after the other."""
    return element_of(frozenset({word}), "", field)


@lru_cache
def _closed(ends: frozenset[str], words: tuple[str, ...]) -> frozenset[str]:
    """What a gap does not skip: one and the same set for all gaps of a kind, which makes it quick to look up."""
    return ends.union(words)


class _Parser:
    """A recursive-descent parser; each method returns the forms (alternative sequences) of what it read."""

    def __init__(
        self, text: str, word_lists: Mapping[str, Sequence[str]], spellings: Mapping[str, Sequence[str]]
    ) -> None:
        self._text = text
        self._lists = word_lists
        self._spellings = spellings
        self._at = 0
        self._tokens = list(self._lex())

    def _lex(self) -> Iterator[tuple[str, str, int]]:
        at = 0
        text = self._text.rstrip()
        while at < len(text):
            found = _LEXER.match(text, at)
            if not found or found.end() == at:
                rest = text[at:].lstrip()
                raise PatternError(f"cannot read {rest[:10]!r}", len(text) - len(rest) + 1)
            kind = "open" if found["open"] else "gap" if found["gap"] else str(found.lastgroup)
            value = found["name"] if found["open"] else found["gap"] or found.group().strip()
            yield kind, value, found.end() - len(found.group().lstrip()) + 1
            at = found.end()

    def _peek(self) -> tuple[str, str, int]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "", len(self._text) + 1)

    def _next(self) -> tuple[str, str, int]:
        token = self._peek()
        self._at += 1
        return token

    def sequence(self, until: str) -> list[Form]:
        """The forms up to one of the characters of `until`, or up to the end of the pattern when it is empty."""
        forms: list[Form] = [()]
        while True:
            kind, value, column = self._peek()
            if kind == "end" or (kind == "mark" and value in until and until):
                return forms
            parts = self._item()
            forms = [before + part for before, part in product(forms, parts)]
            if len(forms) > _MAX_FORMS:
                raise PatternError(f"more than {_MAX_FORMS} forms; make two patterns of it", column)

    def _item(self) -> list[Form]:
        kind, value, column = self._next()
        if kind == "word":
            return [tuple(map(self._spelt_anyhow, tokens_of(value)))]
        if kind == "possessive":
            return [(element_of(POSSESSIVES),)]
        if kind == "dash":
            return [(element_of(DASHES),)]
        if kind == "gap":
            return [(self._gap(value),)]
        if kind == "open":
            return self._capture(value, column)
        if value == "(":
            return self._choice(column)
        if value == "[":
            return [(), *self._choice(column, "]")]
        raise PatternError(f"found {value!r} where a word, {{field:type}}, ( or [ was expected", column)

    def _spelt_anyhow(self, word: str) -> Element:
        """A token that is a word, or another spelling of it; the lists have theirs."""
        others = self._spellings.get(word)
        return element_of(frozenset({word, *others})) if others else _word(word)

    def _gap(self, value: str) -> Element:
        kind, most = value[0], int(value.lstrip(".~^+"))
        if kind == "+":
            return element_of(most=most, closed=_closed(_CLAUSE_ENDS, tuple(self._lists.get("clause_words", ()))))
        words = () if kind == "." else tuple(self._lists.get("function_words", ()))
        if kind == "^":
            words = tuple(word for word in words if word not in DASHES)
        return element_of(most=most, closed=_closed(_GAP_ENDS, words))

    def _choice(self, opened: int, close: str = ")") -> list[Form]:
        forms = self.sequence(until="|" + close)
        while self._peek()[1] == "|":
            self._next()
            forms += self.sequence(until="|" + close)
        self._expect(close, opened)
        return _joined_words(forms)

    def _capture(self, name: str, column: int) -> list[Form]:
        kind, value, at = self._next()
        if kind == "mark" and value == "(":
            forms = [tuple(_capturing(element, name) for element in form) for form in self._choice(at)]
        elif kind == "word":
            forms = self._typed(name, value, at)
        else:
            raise PatternError(f"found {value!r} where the type of {name!r} was expected", at)
        self._expect("}", column)
        return forms

    def _expect(self, mark: str, opened: int) -> None:
        kind, value, column = self._next()
        if value != mark or kind == "end":
            found = repr(value) if value else "the end"
            raise PatternError(f"found {found} where {mark!r} was expected (opened at {opened})", column)

    def _typed(self, name: str, kind: str, column: int) -> list[Form]:
        if kind in LEXICAL or kind in ENTITIES:
            return [(element_of(kind=kind, field=name),)]
        if kind in self._lists:
            phrases = [tokens_of(phrase) for phrase in self._lists[kind]]
            return _joined_words([tuple(_word(word, name) for word in phrase) for phrase in phrases])
        known = [*ENTITIES, *LEXICAL, *self._lists]
        raise PatternError(f"unknown type {kind!r}{did_you_mean(kind, known)}", column)


def _joined_words(forms: Sequence[Form]) -> list[Form]:
    """The same forms with all one-word alternatives of one field made one element."""
    single: dict[str, set[str]] = {}
    others: list[Form] = []
    for form in forms:
        if len(form) == 1 and form[0].words and not form[0].kind:
            single.setdefault(form[0].field, set()).update(form[0].words)
        else:
            others.append(form)
    return [(element_of(frozenset(words), "", field),) for field, words in single.items()] + others
