"""Which club is meant: names, nicknames and `United`, resolved by the clubs that the article names in full."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

from checker.article import Span
from checker.pipeline.block_parts import Blocks
from checker.pipeline.mentions import Mention
from checker.reference.names import fold

_OF_THE_NATION = ("'s ", "’s ")
_FIRST_SENTENCES = 4
"""Sentences, front matter and headline among them, in which an article names in full whom it then calls `City`."""
LONGEST_CODE = 4
"""Letters of a side's abbreviation."""
TEAM_KINDS = ("club", "national")
_NAMES = ("club", "person")
"""What a club that the reference does not have may stand as."""
_PLACES = (*TEAM_KINDS, "site", "competition")


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


def without_rows_of_clubs(blocks: Blocks, mentions: Sequence[Mention]) -> Blocks:
    """The blocks without the rows whose names are clubs', most of them: the top eight of a table are no eleven."""
    places = {mention.span for mention in mentions if mention.kind in _PLACES} if blocks.sheets else set()
    kept = [sheet for sheet in blocks.sheets if 2 * sum(e.name in places for e in sheet.starters) <= len(sheet.starters)]
    return blocks if len(kept) == len(blocks.sheets) else replace(blocks, sheets=tuple(kept))


def with_men(mentions: Sequence[Mention], blocks: Blocks) -> list[Mention]:
    """The mentions; a place's name that stands alone in a line-up or a list of goals is a man's throughout, unless a block has
    a side of that name: Holland of Charlton, Chester of Tranmere."""
    labels = {span.start for span in block_labels(blocks)}
    sides = {entity for mention in mentions if mention.span.start in labels for entity in mention.entities}
    listed = {span for sheet in blocks.sheets for span in sheet.played} | {entry.name for entry in blocks.scorers}
    men = {
        mention.words
        for mention in mentions
        if mention.kind in _PLACES and mention.span in listed and sides.isdisjoint(mention.entities)
    }
    if not men:
        return list(mentions)
    found: list[Mention] = []
    for mention in mentions:
        if mention.words in men and mention.kind in _PLACES:
            mention = replace(mention, kind="person", entities=(), style="", sure=True)
            if found and _is_first_name_of(mention, found[-1]):
                first = found.pop()
                words = f"{first.words} {mention.words}"
                mention = replace(mention, span=Span(first.span.start, mention.span.end), words=words)
        found.append(mention)
    return found


def _is_first_name_of(mention: Mention, before: Mention) -> bool:
    """Whether the name before a man's stands right before it, in a sentence: `Wes York`."""
    together = before.span.end + 1 == mention.span.start and before.sentence == mention.sentence >= 0
    return together and before.kind == "person" and " " not in before.words


def with_origins(text: str, mentions: Sequence[Mention], sides: re.Pattern[str]) -> list[Mention]:
    """The mentions; a nation that only says where a club is from (`Spain's Villarreal`, `Spain side Villarreal`) is an
    adjective. `sides` match what stands behind such a nation."""
    found = list(mentions)
    for number, (one, other) in enumerate(pairwise(mentions)):
        if one.kind != "national" or other.kind not in _NAMES:
            continue
        owned = other.kind == "club" and text[one.span.end : other.span.start] in _OF_THE_NATION
        if owned or sides.fullmatch(text, one.span.end, other.span.start):
            found[number] = replace(one, style="demonym")
    return found


def with_shorts(mentions: Sequence[Mention], clubs: Clubs) -> list[Mention]:
    """The mentions; a short name that begins its sentence is sure where the article has its club: `Rovers took the lead`."""
    return [
        replace(mention, sure=True)
        if not mention.sure and mention.style == "short" and clubs.counts.get(clubs.at(mention.span.start), 0) > 1
        else mention
        for mention in mentions
    ]


def is_team(mention: Mention) -> bool:
    """Whether a mention stands for a club or a national side: `Brazil`, not `Brazilian`."""
    return mention.kind in TEAM_KINDS and mention.style != "demonym"


def find_clubs(
    text: str, mentions: Sequence[Mention], blocks: Blocks, misspelt: Mapping[int, str], shorts: Mapping[str, str]
) -> Clubs:
    """The clubs that the mentions of an article stand for, and those that misspelt labels of its blocks do. `shorts` are
    the short forms of clubs that the reference does not have."""
    teams = [mention for mention in mentions if is_team(mention)]
    plain = Counter(m.entities[0] for m in teams if len(m.entities) == 1 and m.style in ("name", "alias"))
    hinted = Counter(m.entities[0] for m in teams if len(m.entities) == 1)
    headed = {fold(s.label.of(text)) for s in blocks.sheets if s.label}
    labelled = {fold(span.of(text)) for span in block_labels(blocks)}
    at: dict[int, str] = {}
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    by_words: dict[str, str] = {}
    named = {entity for m in teams if m.style != "nickname" for entity in m.entities}
    for mention in teams:
        key = _key(mention, plain, hinted) or _written(mention, teams, hinted)
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
    names = {key: _plainest(forms, key) for key, forms in spelt.items()}
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
        if named:
            return ""
    for known in (plain, hinted):
        called = [key for key in known if key.endswith(f"-{mention.words}")]  # `City` of Melbourne City
        if mention.style == "short" and called:
            return called[0] if len(called) == 1 else ""
    return ""


def _written(mention: Mention, teams: Sequence[Mention], hinted: Mapping[str, int]) -> str:
    """The one club of those that a short name may stand for whose name the article writes with it, and that it names most, or
    alone in its first sentences: `City` is Manchester City beside Leicester."""
    if mention.style != "short" or len(mention.entities) < 2:
        return ""
    ending = f" {mention.words}"
    whole = [team for team in teams if len(team.entities) == 1 and team.words.endswith(ending)]
    early = {team.entities[0] for team in whole if 0 <= team.sentence <= _FIRST_SENTENCES}.intersection(mention.entities)
    if len(early) == 1:
        return early.pop()
    found = {team.entities[0] for team in whole}.intersection(mention.entities)
    most = max((hinted[key] for key in mention.entities if key in hinted), default=0)
    key = found.pop() if len(found) == 1 else ""
    return key if key and hinted[key] >= most else ""


def _plainest(forms: Counter[str], key: str) -> str:
    """The form that stands most often; of two, the shorter; not one that another form writes out (`Man City`), nor a
    by-name (`Spurs`) where one of the club's own words, which its key has, stands half as often, or its one word at all
    (`Tottenham`). Capitals of a heading are made a name's."""
    whole = [form for form in forms if not any(_abbreviates(form, other) for other in forms if other != form)] or [*forms]
    best = min(whole, key=lambda form: (-forms[form], len(form)))
    own = [form for form in whole if fold(form).split()[0] in key.split("-")]
    own = [form for form in own if " " not in form or 2 * forms[form] >= forms[best]]
    best = min(own or [best], key=lambda form: (-forms[form], len(form)))
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
    first, _, rest = words.partition(" ")
    key = clubs.at(span.start) or clubs.named(words) or (clubs.named(rest) if _is_code(first) else "")
    if not key and _is_code(words):
        return coded(clubs.names, words)
    return key or fold(words)
