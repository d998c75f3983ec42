"""unknown_clubs: which names are clubs that the reference does not have, and which are a club's misspelt.

A name is a man's unless something says that it is a side's: a line-up or a result that it heads, an ending (`Kelsford
Town`), a plural verb (`Volos were`), a score (`beat Volos 2-0`).
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import zip_longest

from checker.article import Span
from checker.claims.words import Words
from checker.pipeline.mentions import Mention
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word
from checker.reference.store import Reference

_VERSUS = re.compile(r"\s(?:v|vs|versus|against|[-–])\.?\s|\s\d+\s?[-–]\s?\d+\s")
_SCORE_BEHIND = re.compile(r"\s\d{1,2}[-–]\d{1,2}\b")
_FRAME = 60
"""Code points before a name in which the words stand that make it a side's."""
_BOTH_SIDES = 2
"""Clubs of an article from which its match is known: what else it calls one may be another name of theirs."""
_BEFORE, _BEHIND = 60, 50
"""Code points before a name and behind it that may tell that only a side does so."""
_JOINTS = ("over", "against", "with", "to", "by")
"""Words between a result and the side that it was against."""
_LONGEST_JOINT = 10
"""Code points in which one of them stands with the blanks behind it."""
_PLURAL = re.compile(r"[ \u00a0](?:were|are|have)\b")
_IN_A_ROW = ("and", "&", "or", "nor", "of")
"""Words before the last name of a row."""
SHORTEST_LABEL = 6
"""Letters of a label that is taken for a misspelt club of the reference."""
LONG_NAME = 8
"""Letters from which a name as many edits from a club's as one makes in typing is no other club's, but that one misspelt."""
OFTENER = 2
"""So many times as often as its slip an unknown club must stand in the article."""
SHORTEST_SLIP = 5
"""Letters of the one word in which a slip and its club differ."""


class ClubFinder:
    """Tells which names are clubs that the reference does not have, with the words of a pack."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._reference = reference
        self._endings = words.folded("club_endings")
        self._first_names = words.folded("first_names")
        self._team = re.compile(rf" (?:(?:u|under[- ])\d\ds?|{words.one_of('same_club_words')})$", re.IGNORECASE)
        """What a club's name ends with where its youth team plays, or its women: `Wexley Albion U18s`."""
        self._no_beginnings = self._first_names | words.folded("sentence_starters") | words.folded("common_capitals")
        self._of_any_side = words.folded("any_side_labels")
        self._former = tuple(word for word in words.folded("former") if word.endswith("-"))
        results = words.one_of("sure_win", "sure_defeat", "sure_draw")
        beat = words.one_of("beat_past", "edge_verb")
        self._beaten = re.compile(rf"\b(?:{beat})\s$", re.IGNORECASE)
        self._beats = re.compile(rf"\s(?:{beat})\s[^.,;:()\n]{{2,40}}?\s\d{{1,2}}[-–]\d{{1,2}}\b", re.IGNORECASE)
        self._short_handed = tuple(f"{word} " for word in words.folded("short_handed"))
        self._origins = tuple(words.folded("origin_endings"))
        self._side_around = words.frame("side_around")
        self._roles = words.parts_of("role")
        self._no_sides = words.folded("role") | words.folded("no_sides")
        self._result_of = re.compile(
            rf"\d[-–]\d\s(?:[a-z][\w-]*\s){{0,3}}(?:{results})\s(?:{'|'.join(_JOINTS)})\s$", re.IGNORECASE
        )

    def unknown(self, text: str, mentions: Sequence[Mention], labels: Sequence[Span], match: str | None) -> frozenset[str]:
        """The names of clubs that the reference lacks, folded: those that head a line-up, stand in a result, in the front
        matter's `match` or where only a side can (`Volos were`, `beat Volos 2-0`), and what they are called for short."""
        names = {fold(span.of(text)) for span in labels} - self._of_any_side
        names |= {fold(side) for side in _VERSUS.split(match or "") if side.strip()}
        unknown = [mention for mention in mentions if mention.kind == "person" and not mention.entities]
        names |= {mention.words for mention in unknown if self._is_plural(text, mention)}
        likely = {m.words for m in unknown if self._ends_as_club(m.words) or self._is_side(text, m)} - names
        names |= {words for words in likely if not self._near(words, 1 if len(words) < LONG_NAME else TYPING_ERRORS)}
        known = {m.entities[0] for m in mentions if m.kind == "club" and len(m.entities) == 1} | names
        names |= self._acting(text, unknown, mentions) if len(known) < _BOTH_SIDES else set()
        names |= {mention.words for mention in unknown if self._is_called(text, mention, names)}
        names |= self.short_forms(names).keys()
        return frozenset(names | self._single_words(names, mentions))

    def _acting(self, text: str, unknown: Sequence[Mention], mentions: Sequence[Mention]) -> set[str]:
        """The names of which an article tells what only a side does or has (`put Volos ahead`, `Volos striker Hill`), none that
        is part of a man's."""
        found = {m.words for m in unknown if m.sure and not m.block and self._side_around.search(_around(text, m))}
        if not found:
            return found
        men = {last_word(mention.words) for mention in mentions if mention.kind == "person" and " " in mention.words}
        men |= {mention.words for mention in mentions if mention.kind == "person" and mention.block}
        clubs = [mention.words for mention in mentions if mention.kind == "club" and mention.entities]
        parts = {words for words in found if any(club.startswith(f"{words} ") for club in clubs)}  # `Derry` of Derry City
        called = {m.words for m in unknown if m.words.endswith("s") and text[max(0, m.span.start - 4) : m.span.start] == "the "}
        return {words for words in found - men - parts - called if self._may_be_side(words)}

    def _may_be_side(self, words: str) -> bool:
        """Whether a name can be a side's: no man's begins it, and it is no cup, no role, no `Ayton-born`."""
        first, last = words.split()[0], words.rpartition(" ")[2]
        if first.startswith(self._former) or last.endswith(self._origins):
            return False
        return first not in self._no_beginnings and last not in self._no_sides

    def _is_called(self, text: str, mention: Mention, clubs: AbstractSet[str]) -> bool:
        """Whether a name is the plural with which a club's ends and an article before it (`the Colts` of Eastry Colts), or ends
        with a club's own: `Lamont Golden Arrows`, elsewhere `Arrows`."""
        first, _, last = mention.words.rpartition(" ")
        if not last.endswith("s"):
            return False
        if first:
            return last in clubs and first.split()[0] not in self._no_beginnings
        has_article = text[max(0, mention.span.start - 4) : mention.span.start].lower() == "the "
        return has_article and any(club.endswith(f" {last}") for club in clubs)

    def slips(self, mentions: Sequence[Mention], unknown: frozenset[str]) -> dict[str, str]:
        """Which names of unknown clubs are but another name of the article misspelt: `Farres Mechanics` for `Forres Mechanics`.

        Returns the key of the right club by the slip; the right name itself where that is no club's as yet. It is a club of
        the reference or a name that stands more often by far.
        """
        known = {
            mention.words: mention.entities[0]
            for mention in mentions
            if mention.kind == "club" and len(mention.entities) == 1 and mention.style in ("name", "alias")
        }
        names = {mention.words for mention in mentions}
        endings = {name.rpartition(" ")[2] for name in unknown if " " in name}
        doubtful = [name for name in unknown & names - known.keys() - endings if not self._reference.knows(name)]
        if not doubtful:
            return {}
        counts = Counter(word for mention in mentions for word in mention.words.split())
        found = {}
        for slip in doubtful:
            near = {known.get(right, right) for right in names if is_slip(slip, right, counts, right in known)}
            if len(near) == 1:
                found[slip] = near.pop()
        return found

    def with_clubs(self, mentions: Sequence[Mention], names: AbstractSet[str]) -> list[Mention]:
        """The mentions, with names of clubs that the reference lacks made clubs wherever they occur."""
        return [
            replace(mention, kind="club", style="name", entities=(), sure=True)
            if mention.kind == "person" and mention.words in names and mention.style != "name"
            else mention
            for mention in mentions
        ]

    def _single_words(self, clubs: set[str], mentions: Sequence[Mention]) -> set[str]:
        """The first or last words by which an article calls clubs that the reference lacks, and no man: `Namhae` of
        `Namhae Mariners`, `Arnside` of `Castle Arnside`."""
        long = [club.split() for club in clubs if " " in club and not self._reference.knows(club)]
        if not long:
            return set()
        full = (mention.words.split() for mention in mentions if mention.kind == "person" and mention.words not in clubs)
        men = {part for parts in full if len(parts) > 1 for part in parts}
        listed = {mention.words for mention in mentions if mention.block}
        whole = {mention.words for mention in mentions}
        words = {parts[0] for parts in long} | {parts[-1] for parts in long} - listed
        return (words - men - self._no_beginnings) & whole

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
            replace(mention, entities=(meant[mention.words],), style="short") if mention.words in meant else mention
            for mention in mentions
        ]

    def short_forms(self, names: Iterable[str]) -> dict[str, str]:
        """What clubs are called for short, by the folded short form, where no two share it: `kelsford` for `kelsford town`, and
        `heath` for `marsham heath` where that is among the names as well. A youth team's name is another form of it however its
        age is written: `wexley under-18s` of `wexley u18`. So is that of its women: `city` for `wexley city women`."""
        given = frozenset(names)
        of: dict[str, set[str]] = defaultdict(set)
        for name in given:
            if " " in name and not self._reference.knows(name):
                grown = self._team.sub("", name)
                lead, _, ending = grown.rpartition(" ")
                shorts = {lead, ending} if self._ends_as_club(grown) else given & {name.split()[0], ending}
                for short in shorts | ({grown} if grown != name else set()):
                    of[short].add(name)
        found: dict[str, str] = {}
        for short, full in of.items():
            if len({self._team.sub("", name) for name in full}) == 1:
                plainest = min(full, key=len)
                found |= {name: plainest for name in (short, *full) if name != plainest}
        return found

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

    def _is_plural(self, text: str, mention: Mention) -> bool:
        """Whether a name takes a plural verb, as clubs do (`Volos were`) and men do not, unless they come in a row, whatever
        the last of them is: `Hill and captain Marsh were`."""
        if mention.block or not _PLURAL.match(text, mention.span.end):
            return False
        before = text[max(0, mention.span.start - _BEFORE) : mention.span.start].split()
        while before and before[-1].lower() in self._roles:
            before.pop()
        return not before or not (before[-1].endswith(",") or before[-1].lower() in _IN_A_ROW)

    def _is_side(self, text: str, mention: Mention) -> bool:
        """Whether a name stands where a score or a count of men says that it is a side's: `beat Volos 2-0`, `a 2-0 win over
        Volos`, `ten-man Volos`, `Tana Queens beat Volos 2-0`."""
        start, end = mention.span
        if " " in mention.words and self._may_be_side(mention.words) and self._beats.match(text, end):
            return True
        joint = text[max(0, start - _LONGEST_JOINT) : start].lower()
        if joint.endswith(self._short_handed):
            return True
        scored = _SCORE_BEHIND.match(text, end)
        joined = joint.rstrip().endswith(_JOINTS)
        if not (scored or joined) or text[end : end + 1] in ("'", "’") or mention.words.split()[0] in self._first_names:
            return False
        before = text[max(0, start - _FRAME) : start]
        return bool((scored and self._beaten.search(before)) or (joined and self._result_of.search(before)))


def _around(text: str, mention: Mention) -> str:
    """What stands around a name, `@` in its place."""
    start, end = mention.span
    return f"{text[max(0, start - _BEFORE) : start]}@{text[end : end + _BEHIND]}"


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
    return edits <= (1 if len(other) < LONG_NAME else TYPING_ERRORS) and one.removesuffix("s") != other.removesuffix("s")
