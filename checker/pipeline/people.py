"""Who is who in one article: the mentions of people, put together by the rules of copy.

Papers give the full name once and the surname after; two brothers are told apart by their first names; a Brazilian is
called by one name throughout. A lone surname that two full names share is nobody in particular.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from checker.pipeline.mentions import Mention
from checker.reference.names import last_word, surname_of
from checker.values import light_value

_EPITHET = re.compile(r"[^\W\d_]+-[a-z]+ ")
"""What a man is called before his surname: `Hot-shot Salter`."""
_INTO_A_SENTENCE = re.compile(r"[ \u00a0][a-z]")
_ROLE = 20
"""Code points before a name in which the word stands that says what a man is."""


@light_value
class Person:
    """One person of an article. `name` is the fullest form as it is written there; `key` tells people apart."""

    key: str
    name: str
    surname: str
    mentions: tuple[Mention, ...]
    entities: tuple[str, ...]

    @property
    def has_first_name(self) -> bool:
        return self.key != self.surname


@dataclass(frozen=True)
class People:
    """The people of an article by key, and by the place of each mention."""

    by_key: Mapping[str, Person]
    _at: Mapping[int, str]

    def named(self, name: str) -> str:
        """The key of the man whose fullest form is a name; empty where nobody's is."""
        return next((key for key, person in self.by_key.items() if person.name == name), "") if name else ""

    def at(self, start: int) -> Person | None:
        """The person whose mention begins at an offset; None where it is nobody in particular."""
        key = self._at.get(start)
        return self.by_key.get(key) if key else None


def words_before(person: Person, text: str) -> frozenset[str]:
    """The words right before a man's name, in small letters: `referee` of `Referee Anton Wiik`."""
    before = (text[max(0, mention.span.start - _ROLE) : mention.span.start].split() for mention in person.mentions)
    return frozenset(words[-1].lower() for words in before if words)


def find_people(text: str, mentions: Sequence[Mention], particles: frozenset[str]) -> People:
    """The people that the sure mentions of an article stand for; what the article calls `the Rocket` or `the Cavan man` is
    nobody's name."""
    named = [mention for mention in mentions if mention.kind in ("person", "official") and mention.sure]
    full = {mention.words for mention in named if " " in mention.words and not _has_initial(mention.words)}
    full = {words for words in full if words.split(" ", 1)[0] not in particles or not _ends_another(words, full)}
    last = {last_word(words) for words in full}
    named = [mention for mention in named if mention.words in last or not _is_nobody(text, mention)]
    called = {m.words for m in named if "-" in m.words and _EPITHET.match(text, *m.span)}
    called = {words for words in called if any(last_word(other) == last_word(words) for other in full - called)}
    full -= called
    surnames: dict[str, set[str]] = defaultdict(set)
    first_names: dict[str, set[str]] = defaultdict(set)
    for words in full:
        surnames[surname_of(words, particles)].add(words)
        surnames[last_word(words)].add(words)
        first_names[words.split(" ", 1)[0]].add(words)
    initials = _with_initials(named)
    shortened = called | {next(iter(words)) for last, words in initials.items() if len(words) == 1 and last not in surnames}
    brothers = {last for last, words in initials.items() if len({name[0] for name in words}) > 1}
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in named:
        words = last_word(mention.words) if mention.words in shortened else mention.words
        key = _key(words, full, surnames, first_names, brothers)
        if key:
            groups[key].append(mention)
    people = {key: _person(text, key, group, particles, called) for key, group in groups.items()}
    return People(people, {m.span.start: key for key, group in groups.items() for m in group})


def _with_initials(named: Sequence[Mention]) -> Mapping[str, AbstractSet[str]]:
    """The names with an initial by their surname. `F Moss` of the line-up is `Moss` of the prose, where no other man has the
    surname; of `A Moss` and `F Moss` only one is `Frank Moss`."""
    forms: dict[str, set[str]] = defaultdict(set)
    for mention in named:
        if " " in mention.words and _has_initial(mention.words):
            forms[last_word(mention.words)].add(mention.words)
    return forms


def _is_nobody(text: str, mention: Mention) -> bool:
    """Whether a lone name that nobody knows has what men's have not: an article before it, or a figure in it (`Under-18s`)."""
    start = mention.span.start
    if mention.entities or mention.block or " " in mention.words:
        return False
    figure = not mention.words.isalpha() and any(map(str.isdigit, mention.words))
    return figure or text[max(0, start - 4) : start].lower() == "the "


def _ends_another(words: str, full: AbstractSet[str]) -> bool:
    """Whether a name is the end of a longer one: `De Bruyne` beside `Kevin De Bruyne` is a surname."""
    return any(other.endswith(" " + words) for other in full)


def _has_initial(words: str) -> bool:
    """Whether a name gives the first name by its initial alone: `A. Dunne` is a form of `Adam Dunne`."""
    return len(words.partition(" ")[0].rstrip(".")) == 1


def _key(
    words: str, full: set[str], surnames: Mapping[str, set[str]], first_names: Mapping[str, set[str]],
    brothers: AbstractSet[str],
) -> str:  # fmt: skip
    if words in full:
        shorter = [name for name in surnames[last_word(words)] if name != words and words.endswith(" " + name)]
        return shorter[0] if len(shorter) == 1 and words.split()[0] in first_names else words
    last = last_word(words) if " " in words and _has_initial(words) else words
    owners = surnames.get(last) or first_names.get(words)
    if not owners:
        return words
    alike = {name for name in owners if name[0] == words[0]}
    if last != words and len(owners) == 1 and last in brothers and not alike:
        return words
    if last != words and len(owners) > 1:
        owners = alike
    return next(iter(owners)) if len(owners) == 1 else ""


def _person(
    text: str, key: str, mentions: Sequence[Mention], particles: frozenset[str], called: AbstractSet[str]
) -> Person:
    whole = [mention for mention in mentions if mention.words not in called] if called else mentions
    fullest = max(whole or mentions, key=lambda mention: (len(mention.words), -mention.span.start))
    surname = surname_of(key, particles)
    entities: tuple[str, ...] = ()
    vouched = [mention for mention in mentions if mention.entities]
    known = [mention for mention in vouched if mention.style in ("name", "alias")]
    if known or key == surname:  # a full name that the reference does not have is not the namesake that it does have
        entities = tuple(dict.fromkeys(entity for mention in known or vouched for entity in mention.entities))
    return Person(key, _as_written(text, fullest, mentions), surname, tuple(mentions), entities)


def _as_written(text: str, fullest: Mention, mentions: Sequence[Mention]) -> str:
    """A man's fullest name; not in the capitals of an article's first words (`SAMUEL OKORO kept his cool`)."""
    name = fullest.span.of(text)
    if not name.isupper() or " " not in name or not _INTO_A_SENTENCE.match(text, fullest.span.end):
        return name
    forms = (mention.span.of(text) for mention in mentions if mention.words == fullest.words)
    return next((form for form in forms if not form.isupper()), name.title())
