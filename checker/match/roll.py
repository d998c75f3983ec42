"""roll: everyone who scored, where an article tells it for sure: by goals lists that were read whole, or by a live text.

A live text marks each goal in capitals (`GOAL! Renwick heads in …`). Whoever is named in none of these entries has not
scored, whatever else the text tells of his chances.
"""

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import takewhile

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.facts import Sources
from checker.match.record import Roll
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word

_TIME = r"(?:\d{1,3}['’]?(?:\s?\+\s?\d{1,2}['’]?)?[\s:.–-]*)?"
"""What may stand before an entry's first word: `45' + 1'`."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST, _LONG = 4, 5
"""Letters of a name from which one of them, and two, may be a typing error."""


class RollReader:
    """Finds the roll of an article, with the words of a pack."""

    def __init__(self, words: Words) -> None:
        self._signs = words.lists.get("live_goal", ())
        begun = "|".join("".join(f"{re.escape(letter)}+" for letter in sign) for sign in self._signs) or "(?!)"
        none = words.one_of("live_no_goal")
        self._entry = re.compile(rf"^[ \t]*{_TIME}(?:{begun})(?![\w-])(?!\W*(?:{none})\b)[^\n]*", re.MULTILINE)

    def read(self, reading: Reading, facts: Mapping[str, Value], sources: Sources) -> Roll | None:
        """The roll; None where the article lists no goals, or not all of them."""
        listed = sources.get("listed_goals", ())
        return _listed(listed, facts) if listed else self._live(reading, facts)

    def _live(self, reading: Reading, facts: Mapping[str, Value]) -> Roll | None:
        if not any(sign[:2] in reading.text for sign in self._signs):
            return None
        entries = [Span(*found.span()) for found in self._entry.finditer(reading.text, reading.article.start)]
        if not entries or not _fits(len(entries), facts):
            return None
        surnames = _surnames(reading)
        shouts = [_shouted(entry.of(reading.text), surnames) for entry in entries]
        told = (shout or _capitals(entry.of(reading.text)) for entry, shout in zip(entries, shouts, strict=True))
        words = {word for names in told for word in names}
        evidence = _claim(entries[0], entries[0].of(reading.text), reading.article.path)
        return Roll(frozenset(words), len(entries), evidence, shouted=all(shouts))


def _surnames(reading: Reading) -> AbstractSet[str]:
    """The last words of the names of an article that stand in small letters too: in `FOR CITY` nobody is named, and `MARSH
    MAKES IT` is no name."""
    named = (mention for mention in reading.mentions if mention.kind == "person")
    return {last_word(mention.words) for mention in named if not mention.span.of(reading.text).isupper()}


def _shouted(entry: str, surnames: AbstractSet[str]) -> AbstractSet[str]:
    """The surnames of the article that an entry shouts: `GOAL! RENWICK MAKES IT 1-0! Dunne had crossed`."""
    _, *rest = _WORD.findall(entry)  # behind the sign itself
    return surnames & {fold(word) for word in takewhile(str.isupper, rest)}


def _capitals(entry: str) -> set[str]:
    """The words of an entry that may be names."""
    return {fold(word) for word in _WORD.findall(entry) if not word[0].islower()}


def _listed(listed: Sequence[Claim], facts: Mapping[str, Value]) -> Roll | None:
    """The roll of goals lists; none where one of them is an own goal, which another report may give to the man who shot."""
    if not _fits(len(listed), facts) or any(claim.get("kind") == "og" for claim in listed):
        return None
    names = [name for claim in listed for name in (str(claim.get("scorer") or ""), claim.keys.get("scorer", ""))]
    words = {word for name in names for word in _parts(name)}
    return Roll(frozenset(words), len(listed), _claim(listed[0].span, listed[0].text, listed[0].path))


def _fits(goals: int, facts: Mapping[str, Value]) -> bool:
    """Whether a number of goals is that of the final score, so far as the article tells it."""
    high, low = facts.get("final_high"), facts.get("final_low")
    return not (isinstance(high, int) and isinstance(low, int)) or goals == high + low


def _parts(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _claim(span: Span, text: str, path: str) -> Claim:
    return Claim("scorers", span, text, {"among": False}, zone="block", path=path)


def is_on(roll: Roll, name: str) -> bool:
    """Whether a man may be among the scorers: any part of his name is there, or his surname, give or take typing errors."""
    parts = _parts(name)
    return not roll.words.isdisjoint(parts) or any(_is_near(part, roll.words) for part in parts[-1:])


def _is_near(part: str, words: frozenset[str]) -> bool:
    allowed = TYPING_ERRORS if len(part) >= _LONG else 1
    return len(part) >= _SHORTEST and any(distance(part, word) <= allowed for word in words if word[0] == part[0])
