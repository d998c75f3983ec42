"""mentions: names in the text and what they may stand for.

No trained model: a name is a run of capitalised words. What the reference knows (clubs, grounds, competitions, nations,
people) is cut out of the run first; the rest is a person's name. A capitalised word that begins a sentence proves
nothing: it is `sure` only when the article or the reference has it as a name elsewhere.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline.block_patterns import LETTERS, PARTICLE, SPACE, UPPER
from checker.reference.names import fold, fold_passage
from checker.reference.store import NameForm, Reference, Style
from checker.values import light_value

MentionKind = Literal["person", "club", "national", "site", "competition", "official"]

_REST = rf"{LETTERS}*(?:(?:['’](?![sS]\b)|[-‑]){LETTERS}+)*"
_WORD = rf"(?:[{UPPER}]\.{SPACE}?)?[{UPPER}]{_REST}"
_RUN = re.compile(
    rf"[{UPPER}dv](?<![\w#@].)(?:"
    rf"(?:(?<=[dD])(?:[aei]|el|os)|(?<=[vV])(?:an(?:{SPACE}der)?|on)){SPACE}{_WORD}|(?<=[{UPPER}])(?:\.{SPACE}?[{UPPER}])?{_REST}"
    rf")(?:{SPACE}(?:{PARTICLE}{SPACE}){{0,2}}{_WORD})*"
)
"""`Marsh`, `J. Marsh`, `van der Marsh`: like other patterns that run over whole articles it begins with a set of letters, which
is what `re` can look for fast."""
_PIECE = re.compile(rf"(?:[{UPPER}]\.{SPACE}?)?[^ \t\u00a0]+")
_GOES_ON = re.compile(rf"{SPACE}(?:d[aeo]s?|del|di|della){SPACE}[{UPPER}]")
"""Behind a name, the rest of a longer one."""
_INSIDE = ("_", "'", "’")
"""What stands inside words, like letters and digits."""
_OPENING = frozenset(" \t\u00a0\"“”‘’'([)]*•#>_")
_ENDING = frozenset(".!?…:\n\r–—")
_AGE_GROUP = re.compile(r"u(?:nder)?-?\d{2}s?")
"""Behind a nation or a club it is no man's name: `England Under-21 winger Hill`."""
_NEXT_WORD = 20
"""Code points behind a name in which the next word stands."""
_DATELINE = re.compile(rf"[{UPPER}](?<![^\n].)[{UPPER}]{{2}}[{UPPER} .]*(?:,[^\n–—]{{2,45}}?)?{SPACE}[-–—]{{1,2}}{SPACE}")
"""`SEVILLE, Oct 21 - ` says where an agency's report was filed, and names no club."""
MOST_PIECES = 5
"""Words of a person's name; a longer run of capitals is a heading."""
SHORTEST_REPEATED = 4
"""Letters of a word that must be a name because it is written only with a capital."""
_FIRST_OF = ("person", "official")


@light_value
class Mention:
    """A name in the text. `words` is its folded form, `entities` what the reference knows under it."""

    span: Span
    kind: MentionKind
    words: str
    entities: tuple[str, ...] = ()
    style: Style | Literal[""] = ""
    sure: bool = True
    sentence: int = -1
    block: bool = False


@light_value
class _Piece:
    """One word of a run: its place, its folded form, and whether it begins a sentence."""

    start: int
    end: int
    words: str
    head: str
    """The first of its words, by which the name is looked up that it begins: `j.` of `J. Marsh`."""
    initial: bool


class _Forms(NamedTuple):
    """What the reference has under the words of an article, by the first word and the longest first."""

    people: Mapping[str, Sequence[NameForm]]
    things: Mapping[str, Sequence[NameForm]]
    """Clubs, nations, grounds, competitions."""


class MentionFinder:
    """Finds the mentions of a text with the words of a pack and a reference."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._words = words
        self._reference = reference
        calendar = words.folded("weekdays") | words.folded("months")
        self._common = words.folded("common_capitals") | calendar
        self._starters = words.folded("sentence_starters") | calendar
        self._no_names = words.folded("titles") | self._common | words.folded("function_words")
        begun = reference.forms(self._no_names)
        self._idle = frozenset(word.capitalize() for word in self._no_names if not begun.get(word))
        """Words that are no names where they stand alone with a capital, as a fifth of all capitals do: `But`, `He`."""
        self._starter_endings = tuple(words.folded("starter_endings"))
        self._everyday = words.folded("everyday_words")
        self._weekdays = words.folded("weekdays")
        self._demonyms = words.folded("demonyms")
        self._first_names = words.folded("first_names")
        self._club_endings = words.folded("club_endings")
        self._behind_clubs = words.folded("side_words") | words.folded("headline_verbs")
        """Words that no man's name begins with where they stand right behind a club's: `Red Bulls Edge Columbus`."""
        roles = words.folded("role") | words.folded("staff_role")
        self._of_clubs = frozenset(role.split()[0] for role in roles)
        """The first words of what somebody may be for a club."""
        self._roles = roles & (self._common | self._starters)
        described = words.folded("role") | words.folded("fringe_role") | words.folded("mate_role")
        self._starters |= described - self._first_names  # `Playmaker Peter Hill shot`
        self._role_openers = words.folded("role_openers")

    def find(self, text: str, sentences: Sequence[Span], blocks: Sequence[Span], start: int = 0) -> list[Mention]:
        """The mentions of a text from `start` on, in order, never overlapping."""
        runs = list(self._runs(text, start))
        forms = self._forms({piece.head for run in runs for piece in run if piece.words})
        found = _without_overlaps([mention for run in runs for mention in self._segment(text, run, forms)])
        inner = {mention.words for mention in found if mention.sure}
        inner |= {word for words in inner for word in words.split()}
        inner |= self._repeated(text, found)
        names = (mention for mention in found if mention.sure or not self._only_begins(mention.words, inner))
        return list(_placed(names, sentences, blocks, inner))

    def _runs(self, text: str, start: int) -> Iterator[list[_Piece]]:
        """The runs of capitalised words from an offset on that may hold names, in pieces."""
        datelines = [Span(found.start(), found.end()) for found in _DATELINE.finditer(text, start)]
        for found in _RUN.finditer(text, start):
            dated = datelines and any(line.start <= found.start() < line.end for line in datelines)
            if not dated and found[0] not in self._idle:
                run = _pieces(text, found)
                yield from self._parted(run) if len(run) > 2 else (run,)

    def _parted(self, run: list[_Piece]) -> list[list[_Piece]]:
        """A run, or what stands before and behind a role in it that a paper writes with a capital: `Brora Manager Boyd`."""
        at = next((number for number, piece in enumerate(run[1:-1], 1) if piece.words in self._roles), 0)
        if not at or len(run) > MOST_PIECES:
            return [run]
        before = run[: at - 1] if at > 1 and run[at - 1].words in self._role_openers else run[:at]
        return [before, run[at + 1 :]]

    def _only_begins(self, words: str, inner: set[str]) -> bool:
        """Whether a word is one that begins sentences, or one of every day that the article has as no name elsewhere."""
        return words in self._starters or (words in self._everyday and words not in inner)

    def _repeated(self, text: str, mentions: Sequence[Mention]) -> set[str]:
        """Words that begin several sentences with a capital and are never written small: `Kewell`, not `However`."""
        counts = Counter(mention.words for mention in mentions if not mention.sure)
        often = {words for words, count in counts.items() if count > 1 and len(words) >= SHORTEST_REPEATED}
        return {words for words in often - self._starters if not _is_written_small(words, text)}

    def _forms(self, first_words: set[str]) -> _Forms:
        """The names of the reference that begin with some words, those of people apart from all others."""
        found = self._reference.forms(first_words)
        people: dict[str, list[NameForm]] = {}
        things: dict[str, list[NameForm]] = {}
        for word in first_words:
            for form in found.get(word, ()):
                (people if form.kind in _FIRST_OF else things).setdefault(word, []).append(form)
        return _Forms(people, things)

    def _segment(self, text: str, run: list[_Piece], forms: _Forms) -> list[Mention]:
        """The mentions of one run: known names that are not people's, and between them the names of people."""
        if len(run) == 1:  # as most are
            alone = self._known_at(text, run[0], forms) or self._person(run, forms)
            return [alone] if alone else []
        if not any(piece.head in forms.things for piece in run):
            person = self._person(run, forms)
            return [person] if person else []
        found: list[Mention | None] = []
        people: list[_Piece] = []
        at = 0
        while at < len(run):
            known = self._known_at(text, run[at], forms)
            if known and not self._is_surname_here(run, at, known, people) and not self._completes(known, people):
                found += (self._person(people, forms), known)
                people = []
                while at < len(run) and (run[at].start < known.span.end or run[at].words in self._behind_clubs):
                    at += 1
            else:
                people.append(run[at])
                at += 1
        found.append(self._person(people, forms))
        return [mention for mention in found if mention is not None]

    def _is_surname_here(self, run: list[_Piece], at: int, known: Mention, people: list[_Piece]) -> bool:
        """Whether a club's or nation's one-word name is a surname here: `Alan Sunderland`, `Joe Jordan`."""
        if " " in known.words or known.kind not in ("club", "national", "site") or known.style == "demonym":
            return False
        before = people[-1].words if people else ""
        after = run[at + 1].words if at + 1 < len(run) else ""
        if known.words in self._first_names and after and after not in self._common:
            return True
        return before in self._first_names and before not in self._common

    def _completes(self, known: Mention, people: Sequence[_Piece]) -> bool:
        """Whether a known name ends the name of a club that the reference does not have: `Fortuna United`."""
        if " " in known.words or not people or (known.style != "short" and known.words not in self._club_endings):
            return False
        return people[-1].words not in self._starters and people[-1].words not in self._common

    def _known_at(self, text: str, piece: _Piece, forms: _Forms) -> Mention | None:
        """The longest name of a club, nation, ground or competition that begins at a piece of a run."""
        candidates = forms.things.get(piece.head)
        if not candidates:
            return None
        start = piece.start
        window = fold_passage(text[start : start + 60])
        begun = (form.words for form in candidates if window.startswith(form.words))
        name = next((words for words in begun if not window[len(words) : len(words) + 1].isalnum()), None)
        if name is None:
            return None
        named = _plainest([form for form in candidates if form.words == name])
        end = _end_of(text, start, len(name))
        if end < piece.end and text[end] in "-‑" and name not in self._demonyms:
            return None  # `Sheffield-born` is cut at a capital only by chance
        if named[0].style == "short" and end == piece.end and _GOES_ON.match(text, end):
            return None  # `Vale do Sol` is no Port Vale
        first = named[0]
        entities = (first.entity,) if len(named) == 1 else tuple(dict.fromkeys(form.entity for form in named))
        plain_initial = piece.initial and first.style in ("short", "nickname") and " " not in name
        sure = not plain_initial or self._has_role(text, end)
        return Mention(Span(start, end), first.kind, name, entities, first.style, sure=sure)

    def _has_role(self, text: str, end: int) -> bool:
        """Whether the word behind a name says what somebody is: `Gunners boss` begins a sentence with a club."""
        behind = text[end : end + _NEXT_WORD].split(None, 1)
        return bool(behind) and text[end] == " " and behind[0] in self._of_clubs

    def _person(self, pieces: list[_Piece], forms: _Forms) -> Mention | None:
        """The name of a person that pieces make; None where they are no name."""
        pieces = self._trimmed(pieces)
        if not pieces or len(pieces) > MOST_PIECES:
            return None
        span = Span(pieces[0].start, pieces[-1].end)
        words = " ".join([piece.words for piece in pieces])
        known = [
            form
            for form in forms.people.get(pieces[0].head, ())
            if form.words == words and (form.kind, form.style) != ("official", "surname")
        ]
        if not known:
            return Mention(span, "person", words, sure=len(pieces) > 1 or not pieces[0].initial)
        full = [form for form in known if form.style in ("name", "alias")]
        entities = tuple(dict.fromkeys(form.entity for form in full or known))
        kind: MentionKind = "official" if all(form.kind == "official" for form in known) else "person"
        doubtful = pieces[0].initial and len(pieces) == 1 and not full
        return Mention(span, kind, words, entities, (full or known)[0].style, sure=not doubtful)

    def _is_starter(self, piece: _Piece) -> bool:
        """Whether a piece is a word that begins sentences: `However`, `We've`."""
        return piece.initial and piece.words.split("'")[0] in self._starters

    def _is_doubtful(self, words: str) -> bool:
        """Whether a word before a name only begins its sentence: `However Hill`, `Watching Hill`."""
        return words in self._starters or (words.endswith(self._starter_endings) and words not in self._first_names)

    def _trimmed(self, pieces: list[_Piece]) -> list[_Piece]:
        """The pieces without titles and common words at their beginning, and without a tail of them alone."""
        while pieces and (
            pieces[0].words in self._no_names
            or (pieces[0].initial and len(pieces) > 1 and self._is_doubtful(pieces[0].words))
        ):
            pieces = pieces[1:]
        if len(pieces) == 1 and (len(pieces[0].words) < 2 or self._is_starter(pieces[0])):
            return []
        if len(pieces) == 1 and pieces[0].words[0] == "u" and _AGE_GROUP.fullmatch(pieces[0].words):
            return []
        while len(pieces) > 1 and pieces[-1].words in self._weekdays:
            pieces = pieces[:-1]
        return pieces


def _pieces(text: str, found: re.Match[str]) -> list[_Piece]:
    start, run = found.start(), found[0]
    initial = _begins_sentence(text, start)
    if run.isalpha():  # one word, as most runs are
        words = fold(run)
        return [_Piece(start, start + len(run), words, words, initial)]
    if "." in run or "-" in run:
        return _odd_pieces(text, found, initial)
    pieces: list[_Piece] = []
    for word in run.split():
        words = fold(word)
        pieces.append(_Piece(start, start + len(word), words, words, initial))
        start, initial = start + len(word) + 1, False
    return pieces


def _odd_pieces(text: str, found: re.Match[str], initial: bool) -> list[_Piece]:
    """The pieces of a run that may have initials with full stops (`J. Marsh` is one) or a shouted beginning."""
    pieces = list(_PIECE.finditer(text, found.start(), found.end()))
    shouted = _shouted(pieces)
    return [
        _Piece(*piece.span(), fold(piece[0]), fold(piece[0]).partition(" ")[0], initial and number == 0)
        for number, piece in enumerate(pieces)
        if number >= shouted
    ]


def _shouted(pieces: Sequence[re.Match[str]]) -> int:
    """How many words in capitals a paper begins its article with before a name: `THREE-GOAL Jordan Rudd`."""
    first = pieces[0][0] if pieces else ""
    shouted = "-" in first and first.isupper() and len(pieces) > 2 and not any(piece[0].isupper() for piece in pieces[1:])
    return int(shouted)


def _placed(
    mentions: Iterable[Mention], sentences: Sequence[Span], blocks: Sequence[Span], inner: set[str]
) -> Iterator[Mention]:
    """The mentions, in order, each with its sentence or its block; what else tells that it is a name makes it sure."""
    starts = [sentence.start for sentence in sentences]
    for found in mentions:
        span, words = found.span, found.words
        block = bool(blocks) and _are_around(blocks, span)
        sentence = -1 if block else bisect_right(starts, span.start) - 1
        sure = found.sure or block or words in inner
        yield Mention(span, found.kind, words, found.entities, found.style, sure, sentence, block)


def _are_around(blocks: Sequence[Span], span: Span) -> bool:
    """Whether one of some blocks holds a span."""
    start, end = span
    return any(first <= start and end <= last for first, last in blocks)


_STYLES = ("name", "alias", "short", "demonym", "nickname")


def _plainest(forms: Sequence[NameForm]) -> list[NameForm]:
    """Of forms that read alike those that say it most plainly: `Wolves` is Wolverhampton's name, Wolfsburg's nickname."""
    if len(forms) == 1:
        return list(forms)
    best = min(_STYLES.index(form.style) if form.style in _STYLES else len(_STYLES) for form in forms)
    best = max(best, 1)  # a name and an alias are equally plain
    return [f for f in forms if f.style not in _STYLES or _STYLES.index(f.style) <= best]


def _begins_sentence(text: str, at: int) -> bool:
    """Whether only blanks, brackets and quotation marks stand between an offset and the end of a sentence before it."""
    before = at - 1
    while before >= 0 and text[before] in _OPENING:
        before -= 1
    return before < 0 or text[before] in _ENDING


def _is_written_small(word: str, text: str) -> bool:
    """Whether a word of plain letters stands in a text, whole and in small letters."""
    at = text.find(word) if word.isascii() and word.isalpha() else -1
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if not (before.isalnum() or before in _INSIDE) and not "a" <= behind <= "z":
            return True
        at = text.find(word, at + 1)
    return False


def _without_overlaps(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions without those that begin inside another: `Brighton and Hove Albion` is read across two runs."""
    kept: list[Mention] = []
    for mention in mentions:
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _end_of(text: str, start: int, length: int) -> int:
    """Where the slice that folds to `length` code points ends; folding can lengthen (ß) but copy seldom does."""
    end = start + length
    if text[start:end].isascii() and text[start:end].isalpha():  # one plain word, as most are
        return end
    while len(fold(text[start:end])) > length:
        end -= 1
    while len(fold(text[start:end])) < length and end < len(text):
        end += 1
    return end
