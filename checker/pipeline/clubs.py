"""Which club is meant: names, nicknames and `United`, resolved by the clubs that the article names in full."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise, zip_longest

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline.block_parts import Blocks
from checker.pipeline.mentions import Mention
from checker.reference.names import distance, fold, last_word
from checker.reference.store import Reference

_VERSUS = re.compile(r"\s(?:v|vs|versus|against|[-–])\.?\s|\s\d+\s?[-–]\s?\d+\s")
_SCORE_BEHIND = re.compile(r"\s\d{1,2}[-–]\d{1,2}\b")
_OF_THE_NATION = ("'s ", "’s ")
_FRAME = 60
"""Code points before a name in which the words stand that make it a side's."""
_JOINTS = ("over", "against", "with", "to", "by")
"""Words between a result and the side that it was against."""
_LONGEST_JOINT = 10
"""Code points in which one of them stands with the blanks behind it."""
_PLURAL = re.compile(r"[ \u00a0](?:were|are|have)\b")
SHORTEST_LABEL = 6
"""Letters of a label that is taken for a misspelt club of the reference."""
MOST_EDITS = 2
"""Edits from a known club's name up to which a long name is no other club's, but that one misspelt."""
LONG_NAME = 8
LONGEST_CODE = 4
"""Letters of a side's abbreviation."""
OFTENER = 2
"""So many times as often as its slip an unknown club must stand in the article."""
SHORTEST_SLIP = 5
"""Letters of the one word in which a slip and its club differ."""
TEAM_KINDS = ("club", "national")


@dataclass(frozen=True)
class Clubs:
    """The clubs of an article. A key is an id of the reference, or the folded name of a club it does not have."""

    names: Mapping[str, str]
    """The plainest name of each club as the article writes it: `West Ham`."""
    counts: Mapping[str, int]
    _at: Mapping[int, str]
    _by_words: Mapping[str, str]

    def at(self, start: int) -> str:
        """The key of the club whose mention begins at an offset; empty where it is not known which."""
        return self._at.get(start, "")

    def is_town(self, words: str) -> bool:
        """Whether a name may be a town by which a club of the article is called: `Columbus`, `Los Angeles` for LA Galaxy."""
        town = fold(words)
        return town in self._beginnings or "".join(word[0] for word in town.split()) in self._beginnings

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        """The words with which the names of clubs begin, and that are not the whole of one: `los`, `los angeles`."""
        names = [fold(name) for name in self.names.values()]
        return frozenset(name[:at] for name in names for at, letter in enumerate(name) if letter == " ")

    def named(self, words: str) -> str:
        """The key of the club that a name stands for in this article; empty where none or several."""
        return self._by_words.get(fold(words), "")


def coded(names: Mapping[str, str], code: str) -> str:
    """The key of the club, of names by keys, that an abbreviation stands for: the one whose name begins so, or whose initials
    it is, or has these letters in this order; empty where none or several do."""
    letters = code.lower()
    folded = {key: fold(name) for key, name in names.items()}
    for fits in (_begins, _has_initials, _has_letters):
        found = [key for key, name in folded.items() if fits(name, letters)]
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _begins(name: str, letters: str) -> bool:
    return name.replace(" ", "").startswith(letters)


def _has_initials(name: str, letters: str) -> bool:
    return "".join(word[0] for word in name.split()).startswith(letters)


def _has_letters(name: str, letters: str) -> bool:
    rest = iter(name)
    return name[:1] == letters[0] and all(letter in rest for letter in letters)


def block_labels(blocks: Blocks) -> list[Span]:
    """Where blocks name a club: at the head of a line-up, before a side's part of a list, in a result."""
    labels = [sheet.label for sheet in blocks.sheets if sheet.label] + [s.team for s in blocks.sections if s.team]
    return labels + [span for result in blocks.results for span in (result.home, result.away)]


def _is_code(words: str) -> bool:
    """Whether a label may be a side's abbreviation: `SEA`, `RSL`."""
    return words.isupper() and words.isalpha() and len(words) <= LONGEST_CODE


class ClubFinder:
    """Tells which names are clubs that the reference does not have, with the words of a pack."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._reference = reference
        self._endings = words.folded("club_endings")
        self._first_names = words.folded("first_names")
        self._no_beginnings = self._first_names | words.folded("sentence_starters") | words.folded("common_capitals")
        self._former = tuple(word for word in words.folded("former") if word.endswith("-"))
        results = words.one_of("sure_win", "sure_defeat", "sure_draw")
        self._beaten = re.compile(rf"\b(?:{words.one_of('beat_past', 'edge_verb')})\s$", re.IGNORECASE)
        self._result_of = re.compile(
            rf"\d[-–]\d\s(?:[a-z][\w-]*\s){{0,3}}(?:{results})\s(?:{'|'.join(_JOINTS)})\s$", re.IGNORECASE
        )

    def unknown(self, text: str, mentions: Sequence[Mention], labels: Sequence[Span], match: str | None) -> frozenset[str]:
        """The names of clubs that the reference lacks, folded: those that head a line-up, stand in a result, in the front
        matter's `match` or where only a side can (`Volos were`, `beat Volos 2-0`), and what they are called for short."""
        names = {fold(span.of(text)) for span in labels}
        names |= {fold(side) for side in _VERSUS.split(match or "") if side.strip()}
        unknown = [mention for mention in mentions if mention.kind == "person" and not mention.entities]
        names |= {mention.words for mention in unknown if _is_plural(text, mention)}
        likely = {m.words for m in unknown if self._ends_as_club(m.words) or self._is_side(text, m)} - names
        names |= {words for words in likely if not self._near(words, 1 if len(words) < LONG_NAME else MOST_EDITS)}
        names |= self.short_forms(names).keys()
        return frozenset(names | self._first_words(names, mentions))

    def slips(self, mentions: Sequence[Mention], unknown: frozenset[str]) -> dict[str, str]:
        """Which names of unknown clubs are but another name of the article misspelt: `Farres Mechanics` for `Forres Mechanics`.

        Returns the key of the right club by the slip; the right name itself where that is no club's as yet. It is a club of
        the reference or a name that stands more often by far.
        """
        counts = Counter(word for mention in mentions for word in mention.words.split())
        known = {
            mention.words: mention.entities[0]
            for mention in mentions
            if mention.kind == "club" and len(mention.entities) == 1 and mention.style in ("name", "alias")
        }
        names = {mention.words for mention in mentions}
        found = {}
        for slip in unknown & names - known.keys():
            if not self._reference.knows(slip):
                near = {known.get(right, right) for right in names if is_slip(slip, right, counts, right in known)}
                if len(near) == 1:
                    found[slip] = near.pop()
        return found

    def with_clubs(self, mentions: Sequence[Mention], names: AbstractSet[str]) -> list[Mention]:
        """The mentions, with names of clubs that the reference lacks made clubs wherever they occur."""
        return [
            mention._replace(kind="club", style="name", entities=(), sure=True)
            if mention.kind == "person" and mention.words in names and mention.style != "name"
            else mention
            for mention in mentions
        ]

    def _first_words(self, clubs: set[str], mentions: Sequence[Mention]) -> set[str]:
        """The first words by which an article calls clubs that the reference lacks, and no man: `Namhae` of
        `Namhae Mariners`."""
        firsts = {club.split()[0] for club in clubs if " " in club and not self._reference.knows(club)}
        if not firsts:
            return set()
        full = (mention.words.split() for mention in mentions if mention.kind == "person" and mention.words not in clubs)
        men = {part for parts in full if len(parts) > 1 for part in parts}
        whole = {mention.words for mention in mentions}
        return {word for word in firsts - men - self._no_beginnings if word in whole}

    def settled(self, mentions: Sequence[Mention]) -> list[Mention]:
        """The mentions; a one-word name by which alone the article calls a club is that of another club where it is that
        one's short form and the article names it in full: `Rangers` beside `Queens Park Rangers`."""
        called: dict[str, set[str]] = defaultdict(set)
        for mention in mentions:
            if mention.kind == "club" and len(mention.entities) == 1 and mention.style in ("name", "alias"):
                called[mention.entities[0]].add(mention.words)
        meant: dict[str, str] = {}
        for club, names in called.items():
            word = next(iter(names))
            if len(names) == 1 and " " not in word:
                forms = self._reference.forms_of(word)
                rivals = {form.entity for form in forms if form.words == word and form.kind == "club"} - {club}
                named = [rival for rival in rivals if called.get(rival, set()) - {word}]
                if len(named) == 1:
                    meant[word] = named[0]
        if not meant:
            return list(mentions)
        return [
            mention._replace(entities=(meant[mention.words],), style="short") if mention.words in meant else mention
            for mention in mentions
        ]

    def origins(self, text: str, mentions: Sequence[Mention]) -> frozenset[Span]:
        """Where the names stand that are nobody's: a place that says where a man is from, a nickname (`the Cavan man`, `the
        Rocket`)."""
        origins = {mention.span: mention.words for mention in mentions if _is_titled(text, mention)}
        if not origins:
            return frozenset()
        surnames = {last_word(mention.words) for mention in mentions if mention.kind == "person" and " " in mention.words}
        return frozenset(span for span, words in origins.items() if words not in surnames)

    def short_forms(self, names: Iterable[str]) -> dict[str, str]:
        """What clubs are called for short, by the folded short form, where no two share it: `kelsford` for `kelsford town`, and
        `heath` for `marsham heath` where that is among the names as well."""
        given = frozenset(names)
        of: dict[str, set[str]] = defaultdict(set)
        for name in given:
            if " " in name and not self._reference.knows(name):
                lead, _, ending = name.rpartition(" ")
                for short in (lead, ending) if self._ends_as_club(name) else given & {name.split()[0], ending}:
                    of[short].add(name)
        return {short: full.pop() for short, full in of.items() if len(full) == 1}

    def misspelt(self, text: str, labels: Sequence[Span]) -> dict[int, str]:
        """The clubs of labels that are one edit from the name of a single club of the reference, by where they begin."""
        found: dict[int, str] = {}
        for span in labels:
            words = fold(span.of(text))
            if len(words) >= SHORTEST_LABEL and not self._reference.knows(words):
                near = self._near(words, 1)
                if len(near) == 1:
                    found[span.start] = near.pop()
        return found

    def _near(self, words: str, edits: int) -> set[str]:
        """The clubs of the reference whose names are so many edits from a name, or fewer."""
        return {
            form.entity
            for form in self._reference.places(words[0], len(words), edits)
            if form.kind == "club" and distance(form.words, words) <= edits
        }

    def _ends_as_club(self, words: str) -> bool:
        """Whether a name of several words ends as clubs' names do, and does not begin as men's do: `Kelsford Town`."""
        lead, _, ending = words.rpartition(" ")
        if not lead or ending not in self._endings:
            return False
        first = lead.split()[0]
        return first not in self._no_beginnings and not first.startswith(self._former)

    def _is_side(self, text: str, mention: Mention) -> bool:
        """Whether a name stands where a score says that it is a side's: `beat Volos 2-0`, `a 2-0 win over Volos`."""
        start, end = mention.span
        scored = _SCORE_BEHIND.match(text, end)
        joined = text[max(0, start - _LONGEST_JOINT) : start].rstrip().lower().endswith(_JOINTS)
        if not (scored or joined) or text[end : end + 1] in ("'", "’") or mention.words.split()[0] in self._first_names:
            return False
        before = text[max(0, start - _FRAME) : start]
        return bool((scored and self._beaten.search(before)) or (joined and self._result_of.search(before)))


def _is_titled(text: str, mention: Mention) -> bool:
    """Whether a lone name that nobody knows has an article before it, as men's names have not."""
    start = mention.span.start
    lone = mention.kind == "person" and not mention.entities and " " not in mention.words and not mention.block
    return lone and text[max(0, start - 4) : start].lower() == "the "


def with_origins(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions; a nation that only says where a club is from (`Spain's Villarreal`) is an adjective."""
    found = list(mentions)
    for number, (one, other) in enumerate(pairwise(mentions)):
        if one.kind == "national" and other.kind == "club" and text[one.span.end : other.span.start] in _OF_THE_NATION:
            found[number] = one._replace(style="demonym")
    return found


def is_slip(words: str, right: str, counts: Mapping[str, int], known: bool) -> bool:
    """Whether a folded name is another, but for wrong letters in one word, and no form of it. A right word that nobody
    vouches for stands more often by far; `counts` tells how often words do."""
    if words[:1] != right[:1]:
        return False
    differing = [(a, b) for a, b in zip_longest(words.split(), right.split(), fillvalue="") if a != b]
    if len(differing) != 1:
        return False
    one, other = differing[0]
    if len(other) < SHORTEST_SLIP or not (known or counts[other] >= OFTENER * counts[one]):
        return False
    edits = distance(one, other)
    return edits <= (1 if len(other) < LONG_NAME else MOST_EDITS) and one.removesuffix("s") != other.removesuffix("s")


def _is_plural(text: str, mention: Mention) -> bool:
    """Whether a name takes a plural verb, as clubs do (`Volos were`) and men do not, unless they come in a row."""
    if mention.block or not _PLURAL.match(text, mention.span.end):
        return False
    before = text[max(0, mention.span.start - 5) : mention.span.start].rstrip()
    return not before.endswith((",", "and", "&", "or", "nor", "of"))  # else in a row


def find_clubs(
    text: str, mentions: Sequence[Mention], blocks: Blocks, misspelt: Mapping[int, str], shorts: Mapping[str, str]
) -> Clubs:
    """The clubs that the mentions of an article stand for, and those that misspelt labels of its blocks do. `shorts` are
    the short forms of clubs that the reference does not have."""
    teams = [m for m in mentions if m.kind in TEAM_KINDS and m.style != "demonym"]
    plain = Counter(m.entities[0] for m in teams if len(m.entities) == 1 and m.style in ("name", "alias"))
    hinted = Counter(m.entities[0] for m in teams if len(m.entities) == 1)
    headed = {fold(s.label.of(text)) for s in blocks.sheets if s.label}
    labelled = {fold(span.of(text)) for span in block_labels(blocks)}
    at: dict[int, str] = {}
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    by_words: dict[str, str] = {}
    named = {entity for m in teams if m.style != "nickname" for entity in m.entities}
    for mention in teams:
        key = _key(mention, plain, hinted)
        if key not in plain and mention.words in shorts:
            key = shorts[mention.words]
        elif not key and mention.words in labelled:
            key = mention.words  # several clubs are `Albion`, and the article heads a line-up so
        elif not key or (mention.style == "nickname" and key not in named):
            continue  # a nickname alone brings no club into an article: `the Blues` are many
        at[mention.span.start] = key
        by_words[mention.words] = key
        if mention.style in ("name", "alias", "") or mention.words in headed:
            spelt[key][mention.span.of(text)] += 1
    at |= misspelt
    names = {key: _plainest(forms) for key, forms in spelt.items()}
    for key in set(at.values()) - set(names):
        names[key] = next((m.span.of(text) for m in teams if at.get(m.span.start) == key), key)
    codes = {key for key, name in names.items() if key == fold(name) in headed and _is_code(name)}
    whole = {key: name for key, name in names.items() if key not in codes}
    meant = {code: key for code in codes if (key := coded(whole, code))}
    names = {key: name for key, name in names.items() if key not in meant}
    at = {start: meant.get(key, key) for start, key in at.items()}
    return Clubs(names, Counter(at.values()), at, {words: meant.get(key, key) for words, key in by_words.items()})


def _key(mention: Mention, plain: Mapping[str, int], hinted: Mapping[str, int]) -> str:
    if not mention.entities:
        return mention.words
    if len(mention.entities) == 1:
        return mention.entities[0]
    for known in (plain, hinted):
        named = [entity for entity in mention.entities if entity in known]
        if len(named) == 1:
            return named[0]
    return ""


def _plainest(forms: Counter[str]) -> str:
    """The form that stands most often; of two, the shorter; not one that another form writes out (`Man City`). Capitals of
    a heading are made a name's."""
    whole = [form for form in forms if not any(_abbreviates(form, other) for other in forms)]
    best = min(whole or forms, key=lambda form: (-forms[form], len(form)))
    return best.title() if best.isupper() and len(best) > 4 else best


def _abbreviates(form: str, other: str) -> bool:
    """Whether a form shortens a word of another: `Dundee Utd` for `Dundee United`."""
    words, others = form.lower().split(), other.lower().split()
    pairs = list(zip(words, others, strict=False))
    return len(words) == len(others) and words != others and all(one == two or _shortens(one, two) for one, two in pairs)


def _shortens(one: str, other: str) -> bool:
    letters = iter(other)
    return one[0] == other[0] and len(one) < len(other) and all(letter in letters for letter in one.rstrip("."))


def span_club(clubs: Clubs, span: Span | None, text: str) -> str:
    """The key of the club that a block's label names; the folded label where no mention stands there."""
    if span is None:
        return ""
    words = span.of(text)
    key = clubs.at(span.start) or clubs.named(words)
    if not key and _is_code(words):
        return coded(clubs.names, words)
    return key or fold(words)
