r"""criticmarkup: a copy of an article with its flags inline; the original comes back byte for byte.

    {==Julian Alvarez==}{>>membership/player-at-club: he is elsewhere; did you mean: Edson Álvarez?<<}

**Overlaps.** CriticMarkup cannot nest. The text is cut wherever a flag begins or ends; each piece that
belongs to a flag is highlighted, and the comment of a flag stands where the flag ends. The comment of a
flag that was cut in pieces quotes the whole, so that a reader knows what it is about. An empty span is a
comment alone.

**Delimiters in the copy.** `{==`, `==}`, `{>>` and `<<}` of the copy itself get a backslash in front:
`\{==`. As in a string of most languages, backslashes right in front of a delimiter, the copy's or ours, are
doubled; all others stay as they are. So an even number of them means markup, an odd number means copy. One
case is left: a highlight that ends in `{` or `{=` would make a delimiter together with its own `==}`; an
empty comment, `{>><<}`, keeps the two apart.

**Comments** never hold `<<}` nor a line end: they are put in other words, since nobody takes them back.
"""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import PurePath

from checker.errors import ArticleError
from checker.judge.verdict import Flag
from checker.writers.paths import printable_path

_OPEN, _CLOSE, _COMMENT, _END = "{==", "==}", "{>>", "<<}"
_DELIMITER = re.compile(r"(?<!\\)(\\*)(\{==|==\}|\{>>|<<\})")
_LINE_END = re.compile(r"\r\n|\n|\r")


def annotate(text: str, flags: Iterable[Flag]) -> str:
    """The text with each span highlighted and behind it a comment: the rule, its message, its suggestions."""
    # Of flags that end together the inner one speaks first.
    ordered = sorted(flags, key=lambda flag: (-flag.span.start, flag.rule))
    places = {0, len(text)}.union(*((flag.span.start, flag.span.end) for flag in ordered))
    return "".join(_pieces(text, ordered, sorted(places)))


def strip(annotated: str) -> str:
    """The text without its markup: for every text and all flags, `strip(annotate(text, flags)) == text`.

    Raises ArticleError for a comment that is never closed, which `annotate` does not write.
    """
    pieces = []
    at = 0
    while found := _DELIMITER.search(annotated, at):
        backslashes, delimiter = found.groups()
        pieces += [annotated[at : found.start()], backslashes[: len(backslashes) // 2]]
        at = found.end()
        if len(backslashes) % 2:
            pieces.append(delimiter)
        elif delimiter == _COMMENT:
            at = _comment_end(annotated, at)
    return "".join([*pieces, annotated[at:]])


def annotated_names(paths: Iterable[str]) -> dict[str, str]:
    """For each article's path the name of its annotated copy: the article's own.

    Articles of one name in different folders each get some digits more, made from their path: whatever else
    is checked along with them, these are the same. Names that differ only in capitals count as one, since
    some file systems cannot tell them apart.
    """
    known = {path: os.path.normpath(path) for path in paths}
    bearers = Counter(_own_name(path).casefold() for path in set(known.values()))
    return {
        path: _own_name(normal) if bearers[_own_name(normal).casefold()] == 1 else _told_apart(normal)
        for path, normal in known.items()
    }


def _pieces(text: str, flags: Sequence[Flag], places: Sequence[int]) -> Iterator[str]:
    """The text cut at the places where a flag begins or ends, each piece with the comments that follow it."""
    yield from _comments(flags, 0, places)
    for start, end in pairwise(places):
        copy = text[start:end]
        comments = list(_comments(flags, end, places))
        if any(flag.span.start <= start and end <= flag.span.end for flag in flags):
            yield _highlight(copy)
        else:
            yield _escaped(copy, before_markup=end < len(text) or bool(comments))
        yield from comments


def _comments(flags: Sequence[Flag], place: int, places: Sequence[int]) -> Iterator[str]:
    """What the flags say that end at a place. A flag names its words where they are not one highlight."""
    for flag in flags:
        if flag.span.end == place:
            cut = any(flag.span.start < other < flag.span.end for other in places)
            yield _comment(flag, f" (“{flag.text}”)" if cut else "")


def _comment(flag: Flag, about: str) -> str:
    hints = f"; did you mean: {', '.join(flag.suggestions)}?" if flag.suggestions else ""
    words = " ".join(f"{flag.rule}{about}: {flag.message}{hints}".split())
    return f"{_COMMENT}{words.replace(_END, '<< }')}{_END}"


def _highlight(copy: str) -> str:
    apart = _COMMENT + _END if copy.endswith(("{", "{=")) else ""
    return f"{_OPEN}{_escaped(copy, before_markup=True)}{apart}{_CLOSE}"


def _escaped(copy: str, before_markup: bool) -> str:
    """The copy with a backslash before its own delimiters; backslashes before any delimiter are doubled."""
    told = _DELIMITER.sub(lambda found: rf"{found[1]}{found[1]}\{found[2]}", copy)
    return told + "\\" * (len(copy) - len(copy.rstrip("\\"))) if before_markup else told


def _comment_end(annotated: str, start: int) -> int:
    end = annotated.find(_END, start)
    if end < 0:
        line = len(_LINE_END.findall(annotated, 0, start)) + 1
        raise ArticleError(f"a CriticMarkup comment begins in line {line} and never ends; expected {_END}")
    return end + len(_END)


def _own_name(path: str) -> str:
    return printable_path(PurePath(path).name)


def _told_apart(path: str) -> str:
    name = PurePath(_own_name(path))
    digest = hashlib.sha256(os.fsencode(PurePath(path).as_posix())).hexdigest()[:8]
    return f"{name.stem}.{digest}{name.suffix}"
