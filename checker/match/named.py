"""named: who is named in the prose before a claim: the nearest name, or the one with which its sentence begins."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from checker.claims.model import Claim
from checker.pipeline.mentions import Mention
from checker.pipeline.reading import Reading

Fits = Callable[[Mention], bool]

_BACK = 2
"""Sentences before a claim's own in which the one it speaks of may be named."""


def names_before(claim: Claim, reading: Reading) -> Sequence[Mention]:
    """The sure names of the prose before a claim, the last first, not farther back than some sentences."""
    if claim.sentence < 0:
        return []
    at = bisect_right(reading.mentions, claim.span.start, key=lambda mention: mention.span.end)
    first = claim.sentence - _BACK
    near = []
    for mention in reversed(reading.mentions[:at]):
        if 0 <= mention.sentence < first:
            break
        if mention.sentence >= 0 and mention.sure and mention.style != "demonym":
            near.append(mention)
    return near


def first_named(claim: Claim, reading: Reading, fits: Fits, back: int = _BACK) -> str | None:
    """The first name that fits in a claim's sentence before it; of the sentences before where none does."""
    for number in range(claim.sentence, max(claim.sentence - back, 0) - 1, -1):
        sentence = reading.sentences[number]
        at = bisect_left(reading.mentions, sentence.start, key=lambda mention: mention.span.start)
        for mention in reading.mentions[at:]:
            if mention.span.end > min(claim.span.start, sentence.end):
                break
            if mention.sure and mention.sentence == number and fits(mention) and (name := name_of(mention, reading)):
                return name
    return None


def last_named(claim: Claim, reading: Reading, fits: Fits) -> str | None:
    """The last name that fits of those before a claim in its sentence."""
    named = (mention for mention in names_before(claim, reading) if mention.sentence == claim.sentence and fits(mention))
    return next((name for mention in named if (name := name_of(mention, reading))), None)


def last_person(claim: Claim, reading: Reading, fits: Fits = lambda _: True) -> str | None:
    """The last man named before a claim, in its sentence or in the ones before, that fits."""
    named = (mention for mention in names_before(claim, reading) if mention.kind == "person" and fits(mention))
    return next((name for mention in named if (name := name_of(mention, reading))), None)


def name_of(mention: Mention, reading: Reading) -> str | None:
    """The name of the man or the club of a mention; none where it is neither's that is known."""
    person = reading.people.at(mention.span.start)
    return person.name if person else reading.clubs.names.get(reading.clubs.at(mention.span.start))
