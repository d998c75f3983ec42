r"""criticmarkup: a copy of an article with its flags inline, from which the original comes back byte for byte.

    {==Julian Alvarez==}{>>membership/player-at-club: he is at Manchester City; did you mean: Edson Álvarez?<<}

**Overlaps.** CriticMarkup cannot nest. The text is cut wherever a flag begins or ends; each piece that belongs to a flag is
highlighted, and the comment of a flag stands where the flag ends. The comment of a flag that was cut in pieces quotes the
whole, so that a reader knows what it is about. An empty span is a comment alone.

**Delimiters in the copy.** `{==`, `==}`, `{>>` and `<<}` of the copy itself get a backslash in front: `\{==`. As in a string
of most languages, backslashes right in front of a delimiter, the copy's or ours, are doubled; all others stay as they are.
So an even number of them means markup, an odd number means copy. One case is left: a highlight that ends in `{` or `{=`
would make a delimiter together with its own `==}`; an empty comment, `{>><<}`, keeps the two apart.

**Comments** never hold `<<}` nor a line end: they are put in other words, since nobody takes them back.
"""

import hashlib
import os
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from checker.errors import ArticleError
from checker.judge.verdict import Flag
from checker.writers.paths import printable_path

_DELIMITER = re.compile(r"(?<!\\)(\\*)(\{==|==\}|\{>>|<<\})")
_LINE_END = re.compile(r"\r\n|\n|\r")
_OPEN, _CLOSE, _COMMENT, _END = "{==", "==}", "{>>", "<<}"
_APART = f"{_COMMENT}{_END}"


def annotate(text: str, flags: Iterable[Flag]) -> str:
    """The text with each flag's span highlighted and its rule, message and suggestions in a comment behind it."""
    ordered = sorted(flags, key=lambda flag: (-flag.span.start, flag.rule))  # of flags that end together the inner first
    ends = sorted({0, len(text), *(place for flag in ordered for place in (flag.span.start, flag.span.end))})
    comments: dict[int, list[str]] = {}
    for flag in ordered:
        cut = any(flag.span.start < place < flag.span.end for place in ends)
        comments.setdefault(flag.span.end, []).append(_comment(flag, cut))
    pieces = [_escaped("", "".join(comments.get(0, [])))]
    covered = _covered(ends, ordered)
    for start, end, marked in zip(ends, ends[1:], covered, strict=False):
        pieces.append(_piece(text[start:end], marked, comments.get(end, [])))
    return "".join(pieces)
