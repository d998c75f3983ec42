"""ages: how old a man can have been on the days on which an article's match may have been played.

His birth date is the reference's, or the one that the article gives beside the age; with the latter the age is that of the
article's day, or of the day with which its own sentence begins: `On 3 May 2025 a man of 36 …`.
"""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words, whole
from checker.pipeline.reading import Reading
from checker.reference.names import fold
from checker.reference.store import Reference, Window

_BORN_REACH = 60
"""Code points before a date in which `born` is looked for."""
_EITHER_SIDE = datetime.timedelta(days=7)
"""An article is read, and its match was played, within a week of its date: a birthday of that week leaves two ages."""
_FARTHEST_SLIP = 10
"""Years beyond which a wrong age is another man's, or one of another time."""
_UNDATED = 3
"""Years by which an article without a date may be off the season in which the reference has the men whom it names."""
_OF_PLACES = (" in ", " at ", " near ", " from ")
_CUE_REACH = 25
"""Code points behind an age in which a word tells that it is one of another time: `the 16-year-old joined`."""


@dataclass(frozen=True)
class Birth:
    """A day of birth that the article gives."""

    claim: Claim
    day: datetime.date

    def ages(self, own: datetime.date | None, appeared: datetime.date | None) -> tuple[int, int]:
        """The ages between which somebody born then has his on a day that his sentence gives, or about that of the article."""
        if own:
            return years(self.day, own), years(self.day, own)
        on = appeared or self.day
        return years(self.day, on - _EITHER_SIDE), years(self.day, on + _EITHER_SIDE)


class AgeReader:
    """Tells claims of ages how old their men can have been, with a pack's words."""

    def __init__(self, words: Words, reference: Reference) -> None:
        self._reference = reference
        self._born, self._born_behind = words.frame("born"), words.frame("born_behind")
        self._ends, self._the = words.frame("age_ends"), words.frame("behind_the")
        self._others = whole([*words.lists.get("kinship", ()), *words.lists.get("other_age_cues", ())])

    def told(self, claims: Iterable[Claim], reading: Reading, window: Window | None) -> list[Claim]:
        """The claims, each age of a man whose birth date the article or the reference has with `youngest`, `oldest` and by how
        much these may be off (`slack`), in whole years. `is 28` is an age only beside a birth date, and no claim elsewhere."""
        claims = [self._with_man(claim, reading) if claim.type == "age" else claim for claim in claims]
        births = list(self._births(claims, reading.text))
        told = (self._told(claim, claims, births, reading, window) if claim.type == "age" else claim for claim in claims)
        return [claim for claim in told if claim.type != "age" or claim.get("form") != "bare"]

    def _with_man(self, claim: Claim, reading: Reading) -> Claim:
        """An age with `sure`, whether it is surely that of the man whom it names, and with `taken_up` and that man's key where
        its sentence begins with it and the one before names but one man: `Hill stays. The 18-year-old winger …`."""
        claim = claim.having(sure=_is_sure_of_him(claim, reading))
        if "person" in claim.places or claim.sentence < 1 or claim.zone == "quotation":
            return claim
        begin = reading.text[reading.sentences[claim.sentence].start : claim.span.start].lstrip()
        before = {key for key, _ in _named(claim.sentence - 1, reading)}
        taken_up = len(before) == 1 and self._the.fullmatch(begin)
        return claim.having(taken_up=True, keys={"person": before.pop()}) if taken_up else claim

    def _births(self, claims: Iterable[Claim], text: str) -> Iterator[Birth]:
        """The full dates that are told as days of birth: `born on 7 March 1985`, `born in Hull on 9 September 1988`."""
        for claim in claims:
            day = claim.get("on")
            if claim.type == "date" and isinstance(day, str):
                start = claim.span.start
                if self._born.search(text[max(0, start - _BORN_REACH) : start]):
                    yield Birth(claim, datetime.date.fromisoformat(day))

    def _told(
        self, claim: Claim, claims: Sequence[Claim], births: Sequence[Birth], reading: Reading, window: Window | None
    ) -> Claim:
        own = _own_day(claim, claims, reading) if births else None
        birth = next((birth for birth in births if self._is_his(claim, birth, reading, own)), None)
        if birth is None:
            return claim.having(self._bounds(claim, reading, window))
        youngest, oldest = birth.ages(own, reading.date)
        n = claim.get("n")
        if not isinstance(n, int) or not youngest - _FARTHEST_SLIP <= n <= oldest + _FARTHEST_SLIP:
            return claim
        person = None if "person" in claim.places else f"somebody born on {birth.claim.text}"
        told = {"person": person, "youngest": youngest, "oldest": oldest, "slack": 0, "form": "age"}
        return claim.having(told, places={"told": birth.claim.span})

    def _is_his(self, claim: Claim, birth: Birth, reading: Reading, own: datetime.date | None) -> bool:
        """Whether an age is that of the man whose birth date stands before it, in its sentence or the one before, or behind
        it, where its sentence begins with the day and names nobody: nothing speaks of another man or of another time."""
        apart = claim.sentence - birth.claim.sentence
        if claim.get("form") not in ("age", "bare") or not (own or reading.date):
            return False
        if apart == -1 and own:
            return not _named(claim.sentence, reading)
        if apart == 0 and claim.span.end < birth.claim.span.start:
            between = Span(claim.span.end, birth.claim.span.start).of(reading.text)
            return bool(self._born_behind.fullmatch(between))
        if not 0 <= apart <= 1:
            return False
        if claim.get("form") == "bare" and not self._ends.match(reading.text, claim.span.end):
            return False
        end = min(reading.sentences[claim.sentence].end, claim.span.end + _CUE_REACH)
        between = Span(birth.claim.span.end, end).of(reading.text)
        return not self._others.search(between) and _is_one_man(claim, birth, reading)

    def _bounds(self, claim: Claim, reading: Reading, window: Window | None) -> dict[str, Value]:
        person = reading.people.by_key.get(claim.keys.get("person", ""))
        if window is None or person is None or len(person.entities) != 1 or not person.has_first_name:
            return {}
        entity = self._reference.entity(person.entities[0])
        born = entity.born if entity else None
        if entity is None or born is None:
            return {}
        told: dict[str, Value] = {"youngest": years(born, window.first), "oldest": years(born, window.last)}
        told["slack"] = 0 if reading.date else _UNDATED
        return {**told, "fact": f"{entity.name}, born {entity.detail}", "source": entity.source}


def _is_sure_of_him(claim: Claim, reading: Reading) -> bool:
    """Whether an age stands beside more of a man's name than his first: `Marta, 37`, need not be Marta Hill."""
    person = reading.people.by_key.get(claim.keys.get("person", "")) if "person" in claim.places else None
    words = fold(claim.place("person").of(reading.text)) if person else ""
    return person is not None and (" " in words or not person.has_first_name or words == person.surname)


def _own_day(claim: Claim, claims: Iterable[Claim], reading: Reading) -> datetime.date | None:
    """The full date with which an age's sentence begins."""
    begin = reading.sentences[claim.sentence].start if claim.sentence >= 0 else 0
    for other in claims:
        first = other.sentence == claim.sentence and reading.text[begin : other.span.start].strip().lower() in ("", "on")
        if first and isinstance(day := other.get("on"), str):
            return datetime.date.fromisoformat(day)
    return None


def _is_one_man(claim: Claim, birth: Birth, reading: Reading) -> bool:
    """Whether no other man stands between a birth date and an age, or in the age, than the one named before the date."""
    named = {*_named(birth.claim.sentence, reading), *_named(claim.sentence, reading)}
    before = {key for key, span in named if span.end <= birth.claim.span.start}
    since = {key for key, span in named if birth.claim.span.end <= span.start < claim.span.end}
    since |= {claim.keys["person"]} if "person" in claim.places and "person" in claim.keys else set()
    return len(since) <= 1 and (not before or since <= before)


def _named(sentence: int, reading: Reading) -> set[tuple[str, Span]]:
    """The people whom a sentence names, and where; a name behind `in` is a place that nobody knows."""
    names = [m.span for m in reading.named_in(sentence) if not reading.text.endswith(_OF_PLACES, 0, m.span.start)]
    found = ((reading.people.at(span.start), span) for span in names)
    return {(person.key, span) for person, span in found if person}


def years(born: datetime.date, on: datetime.date) -> int:
    """Somebody's age on a day, in whole years."""
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
