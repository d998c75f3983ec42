"""Which club is meant: names, nicknames and `United`, resolved by the clubs that the article names in full."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.article import Span
from checker.pipeline.blocks import Blocks
from checker.pipeline.mentions import Mention
from checker.reference.names import distance, fold
from checker.reference.store import Reference

_VERSUS = re.compile(r"\s(?:v|vs|versus|against|[-–])\.?\s|\s\d+\s?[-–]\s?\d+\s")
_PLURAL = re.compile(r"[ \u00a0](?:were|are|have)\b")
SHORTEST_LABEL = 6
"""Letters of a label that is taken for a misspelt club of the reference."""
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

    def named(self, words: str) -> str:
        """The key of the club that a name stands for in this article; empty where none or several."""
        return self._by_words.get(fold(words), "")


def block_labels(blocks: Blocks) -> list[Span]:
    """Where blocks name a club: at the head of a line-up, before a side's part of a list, in a result."""
    labels = [sheet.label for sheet in blocks.sheets if sheet.label] + [s.team for s in blocks.sections if s.team]
    return labels + [span for result in blocks.results for span in (result.home, result.away)]


def misspelt_labels(text: str, labels: Sequence[Span], reference: Reference) -> dict[int, str]:
    """The clubs of labels that are one edit from the name of a single club of the reference, by where they begin."""
    found: dict[int, str] = {}
    for span in labels:
        words = fold(span.of(text))
        if len(words) >= SHORTEST_LABEL and not reference.knows(words):
            near = {form.entity for form in reference.places(words[0]) if form.kind == "club" and _is_near(form.words, words)}
            if len(near) == 1:
                found[span.start] = near.pop()
    return found


def _is_near(one: str, other: str) -> bool:
    return abs(len(one) - len(other)) <= 1 and distance(one, other) == 1


def with_block_clubs(
    text: str, mentions: Sequence[Mention], labels: Sequence[Span], match: str | None = None
) -> list[Mention]:
    """The mentions, with the names that head a line-up, stand in a result or in the front matter's `match` made clubs
    wherever they occur."""
    names = {fold(span.of(text)) for span in labels}
    names |= {fold(side) for side in _VERSUS.split(match or "") if side.strip()}
    names |= {m.words for m in mentions if m.kind == "person" and not m.entities and _is_plural(text, m)}
    return [
        mention._replace(kind="club", style="name", entities=(), sure=True)
        if mention.kind == "person" and mention.words in names and mention.style != "name"
        else mention
        for mention in mentions
    ]


def _is_plural(text: str, mention: Mention) -> bool:
    """Whether a name takes a plural verb, as clubs do (`Volos were`) and men do not, unless they come in a row."""
    before = text[max(0, mention.span.start - 5) : mention.span.start].rstrip()
    in_a_row = before.endswith((",", "and", "&", "or", "nor", "of"))
    return not in_a_row and not mention.block and bool(_PLURAL.match(text, mention.span.end))


def find_clubs(text: str, mentions: Sequence[Mention], blocks: Blocks, misspelt: Mapping[int, str]) -> Clubs:
    """The clubs that the mentions of an article stand for, and those that misspelt labels of its blocks do."""
    teams = [m for m in mentions if m.kind in TEAM_KINDS and m.style != "demonym"]
    plain = Counter(m.entities[0] for m in teams if len(m.entities) == 1 and m.style in ("name", "alias"))
    hinted = Counter(m.entities[0] for m in teams if len(m.entities) == 1)
    headed = {fold(s.label.of(text)) for s in blocks.sheets if s.label}
    at: dict[int, str] = {}
    spelt: dict[str, Counter[str]] = defaultdict(Counter)
    by_words: dict[str, str] = {}
    named = {entity for m in teams if m.style != "nickname" for entity in m.entities}
    for mention in teams:
        key = _key(mention, plain, hinted)
        if not key or (mention.style == "nickname" and key not in named):
            continue  # a nickname alone brings no club into an article: `the Blues` are many
        at[mention.span.start] = key
        by_words[mention.words] = key
        if mention.style in ("name", "alias", "") or mention.words in headed:
            spelt[key][mention.span.of(text)] += 1
    at |= misspelt
    names = {key: _plainest(forms) for key, forms in spelt.items()}
    for key in set(at.values()) - set(names):
        names[key] = next((m.span.of(text) for m in teams if at.get(m.span.start) == key), key)
    return Clubs(names, Counter(at.values()), at, by_words)


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
    return clubs.at(span.start) or clubs.named(span.of(text)) or fold(span.of(text))
