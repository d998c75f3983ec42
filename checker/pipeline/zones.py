"""zones: which parts of an article are headline, prose, quotation, caption; and where its sentences end.

Everything works on the text alone. Blocks (line-ups, goals) are marked later, by the blocks component.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from checker.article import Article, Span

Kind = Literal["headline", "prose", "quotation", "caption", "block", "code"]

_LINE = re.compile(r"[^\r\n]+")
_ANY_MARK = re.compile(r"[\"“‘']")
_OPEN_DOUBLE = re.compile(r"[\"“](?<![^\s(\[—–-].)(?=\S)")
_CLOSE_DOUBLE = re.compile(r"[\"”](?<=\S.)(?=[\s.,;:!?)\]—–-]|$)")
_OPEN_SINGLE = re.compile(r"[‘'](?<![^\s(\[—–-].)(?=[^\W\d_])")
_CLOSE_SINGLE = re.compile(r"[’'](?<=[.,!?…].)(?=[\s.,;:)\]—–-]|$)")
_CLOSE_SHORT = re.compile(r"[’'](?<=\w.)(?=[\s.,;:!?)\]—–-]|$)")
_SENTENCE_END = re.compile(
    r"[.!?…\n](?:(?<=\n)|(?<!\b[A-Z][.!?…])(?<!\bSt[.!?…])(?<!\bMr[.!?…])(?<!\bv[.!?…])"
    r"(?<!\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\.(?=\s\d))(?<!\bSept\.(?=\s\d))[.!?…]*[\"'”’)]*"
    r"(?=\s+[\"'“‘(]*[^\W_a-z]|\s*$)|(?<= [.!?])(?= ))"
)
"""A mark with a capital behind it, a mark between two blanks (copy that a program has divided into words), a line end.
Like the marks above it begins with a set of letters, which is what `re` can look for fast."""
_FENCE = re.compile(r"^(```|~~~)[^\n]*\n.*?(?:^\1[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
_FINAL = (".", "!", "?", "…", ":")
_BEHIND_FINAL = "\"'”’)"

SCARE_QUOTE_WORDS = 3
"""Up to so many words in quotation marks are the writer's own words, put at a distance: 'a must-win game'."""
HEADLINE_WORDS = 20
CAPTION_WORDS = 5


@dataclass(frozen=True, slots=True)
class Zone:
    kind: Kind
    span: Span


@dataclass(frozen=True)
class Zones:
    """The zones of an article in the order of its text; what lies between them is prose."""

    marked: tuple[Zone, ...]

    def at(self, offset: int) -> Kind:
        """The kind of zone in which an offset lies; the innermost where a quotation stands in a caption."""
        found: Kind = "prose"
        for zone in self.marked:
            if zone.span.start > offset:
                break
            if offset < zone.span.end:
                found = zone.kind
        return found


def find_zones(article: Article) -> Zones:
    """The zones of an article: headline, captions, quotations, code of Markdown."""
    lines = [Span(m.start(), m.end()) for m in _LINE.finditer(article.plain, article.start) if m[0].strip()]
    zones = [Zone("code", Span(m.start(), m.end())) for m in _FENCE.finditer(article.lined)] if article.markdown else []
    if _is_headline(article, lines):
        zones.append(Zone("headline", lines[0]))
    for number, line in enumerate(lines):
        text = line.of(article.plain)
        if 0 < number < len(lines) - 1 and _is_caption(text):
            zones.append(Zone("caption", line))
        zones += (Zone("quotation", span) for span in quotations(text, line.start))
    return Zones(tuple(sorted(zones, key=lambda zone: (zone.span.start, -zone.span.end))))


def _is_headline(article: Article, lines: Sequence[Span]) -> bool:
    if len(lines) < 2:
        return False
    first = lines[0].of(article.plain)
    marked = article.markdown and lines[0].of(article.text).lstrip().startswith("#")
    if marked or lines[0].start < article.body.start:
        return True
    return not _ends_sentence(first) and len(first.split()) <= HEADLINE_WORDS


def _is_caption(line: str) -> bool:
    """Captions cut into the copy are lines of some words that end without a full stop."""
    return not _ends_sentence(line) and line[:1].isalpha() and ":" not in line and len(line.split()) >= CAPTION_WORDS


def _ends_sentence(line: str) -> bool:
    return line.rstrip().rstrip(_BEHIND_FINAL).endswith(_FINAL)


def quotations(line: str, offset: int = 0) -> Iterator[Span]:
    """The quotations of one line, with their marks. A quotation whose end is lost runs to the end of the line.

    Papers open a new mark with each sentence of a long quotation and close only the last: an opening mark inside a
    quotation changes nothing.
    """
    if not _ANY_MARK.search(line):
        return
    opened = [(found.start(), True) for found in _OPEN_DOUBLE.finditer(line)]
    opened += [(found.start(), False) for found in _OPEN_SINGLE.finditer(line)]
    at = 0
    for start, is_double in sorted(opened):
        if start < at:
            continue
        end = _quotation_end(line, start + 1, is_double)
        if end and len(line[start:end].split()) > SCARE_QUOTE_WORDS:
            yield Span(offset + start, offset + end)
        at = end or start + 1


def _quotation_end(line: str, start: int, is_double: bool) -> int:
    """Where the quotation that opened before `start` ends; 0 where a single mark was no quotation mark."""
    if is_double:
        found = _CLOSE_DOUBLE.search(line, start)
        return found.end() if found else len(line)
    short = _CLOSE_SHORT.search(line, start)
    if short and line[short.start() - 1] != "s" and len(line[start : short.start()].split()) <= SCARE_QUOTE_WORDS:
        return short.end()  # `a 'graveyard' for them`; after an s the mark may be a genitive's
    found = _CLOSE_SINGLE.search(line, start) or short
    return found.end() if found else 0


_FAR = 1 << 62


def find_sentences(article: Article) -> list[Span]:
    """The sentences of an article, in order and without gaps, from the body's start to its end."""
    text = article.plain
    ends = [found.end() for found in _SENTENCE_END.finditer(text, article.start)]
    starts = [article.start, *ends]
    return [
        Span(start, end)
        for start, end in zip(starts, [*ends, len(text)], strict=True)
        if not text[start:end].isspace() and end > start
    ]


def sentence_at(sentences: Sequence[Span], offset: int) -> int:
    """The number of the sentence that holds an offset; -1 before the first."""
    return bisect_right(sentences, Span(offset, _FAR)) - 1
