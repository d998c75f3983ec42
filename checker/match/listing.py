"""listing: whether who acts in a match stands in his side's line-up, or came on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.match.sides import Clubs, unused_men
from checker.pipeline.clubs import span_club
from checker.pipeline.reading import Reading
from checker.reference.names import TYPING_ERRORS, distance, last_word

ACTORS = {"goal": "scorer", "card": "player", "action": "player", "substitution": "on"}
"""The field of each kind of event that names who did it."""
SHORTEST, LONG = 5, 7
"""Letters of a surname from which another spelling of it is one edit away, and from which two."""
PET_STEM = 3
"""Letters that a pet name shares with the name it is made of."""


def with_listing(
    claims: Iterable[Claim],
    reading: Reading,
    clubs: Clubs | None,
    lineups: Mapping[str, Sequence[str]],
    beside: frozenset[str],
    share: float,
) -> Iterator[Claim]:
    """Events about this match with `listed`: whether who acts stands in his side's line-up or came on.

    Told only when both line-ups are there and most of the actors of the prose, or of them and the scorers of the lists,
    stand in them: else the reader has missed a part of the block, or the prose is about another match.
    """
    claims = list(claims)
    if len(reading.blocks.sheets) != 2 or (clubs is None and len(lineups) != 1):
        yield from claims
        return
    bench = _bench(reading)
    everyone = {key for keys in lineups.values() for key in keys}
    claims = _with_unused(claims, _left_out(reading, everyone))
    on = {claim.keys.get("on", "") for claim in claims if claim.type == "substitution"}
    acting = {c.keys.get("player", "") for c in claims if c.type == "action" and c.get("about") == "this"} - {""}
    scoring = {c.keys.get("scorer", "") for c in claims if c.type == "goal" and c.zone == "block"} - {""}
    trusted = any(len(men & everyone) >= share * len(men) for men in (acting, acting | scoring))
    absent: dict[str, list[int]] = defaultdict(list)
    whole = any(sheet.changes for sheet in reading.blocks.sheets)  # else the substitutes are not listed
    for number, claim in enumerate(claims):
        key = claim.keys.get(ACTORS.get(claim.type, ""), "")
        if not key or key in beside or claim.zone == "quotation" or not trusted or claim.get("about") != "this":
            continue
        if bench and claim.type == "substitution":
            claims[number] = claim.having(listed=key in bench | everyone or _is_near(key, everyone | bench))
            continue
        own = lineups.get(claim.keys.get("club", "")) or everyone
        wanted = everyone if claim.get("kind") == "og" else {*own, *on}
        listed = key in wanted or _is_near(key, everyone | on)
        claims[number] = claim.having(listed=True if listed else None)
        if not listed and whole:
            absent[key].append(number)
    labels = _labels(reading)
    for number in _told_once(claims, absent):
        label = labels.get(claims[number].keys.get("club", ""))
        claims[number] = claims[number].having(places={"lineup": label} if label else None, listed=False)
    yield from claims


def _with_unused(claims: Sequence[Claim], left_out: frozenset[str]) -> list[Claim]:
    """The claims, goals and changes of the prose with `unused` where who scores or comes on was left on the bench."""
    return [claim.having(unused=True) if on_the_pitch(claim) in left_out else claim for claim in claims]


def on_the_pitch(claim: Claim) -> str | None:
    """The key of who scores in this match, or comes on, by a claim of the prose; None of any other claim, and of a man who is
    only called a substitute."""
    here = claim.type in ("goal", "substitution") and claim.zone == "prose" and claim.get("about") == "this"
    return claim.keys.get(ACTORS[claim.type]) if here and not claim.get("described") else None


def _left_out(reading: Reading, everyone: Iterable[str]) -> frozenset[str]:
    """The keys of the men listed as not used who share their surname with nobody that played."""
    played = {last_word(key) for key in everyone}
    idle = (entry.name for sheet in reading.blocks.sheets if sheet.idle for entry in sheet.unused)
    people = (reading.people.at(name.start) for name in idle)
    came_on = {last_word(p.key) for s in reading.blocks.sheets for name in s.played if (p := reading.people.at(name.start))}
    return frozenset(person.key for person in people if person and last_word(person.key) not in played | came_on)


def pet_names(reading: Reading, lineups: Mapping[str, Sequence[str]], endings: Iterable[str]) -> frozenset[str]:
    """The keys of men whom a writer calls by what friends make of a listed name: `Sonny` of Son, `Robbo` of Robertson."""
    listed = {part[:PET_STEM] for keys in lineups.values() for key in keys for part in key.split()}
    ends = tuple(endings)
    return frozenset(
        key
        for key, person in reading.people.by_key.items()
        if " " not in key and len(key) > PET_STEM and key[:PET_STEM] in listed and key.endswith(ends) and not person.entities
    )


def _bench(reading: Reading) -> frozenset[str]:
    """The keys of the substitutes where both line-ups print them and neither says who of them came on."""
    sheets = reading.blocks.sheets
    if any(sheet.changes for sheet in sheets) or not all(sheet.bench for sheet in sheets):
        return frozenset()
    return unused_men(reading)


def _labels(reading: Reading) -> dict[str, Span]:
    """Where each club's line-up begins: the label, as evidence for a man who is missing from it."""
    return {span_club(reading.clubs, s.label, reading.text): s.label for s in reading.blocks.sheets if s.label}


def _told_once(claims: list[Claim], absent: Mapping[str, list[int]]) -> Iterator[int]:
    """For each man who is missing, the claim that says it best: a list's entry, then a goal, then the first that he does.

    Of two spellings of one man only the more frequent counts; the other is for the rules on spelling.
    """
    for key, numbers in absent.items():
        surname = last_word(key)
        rivals = [other for other in absent if other != key and distance(surname, last_word(other)) <= TYPING_ERRORS]
        if len(surname) > 4 and any(len(absent[other]) > len(numbers) for other in rivals):
            continue
        yield min(numbers, key=lambda n: (claims[n].zone != "block", claims[n].type != "goal", claims[n].span))


def _is_near(key: str, listed: Iterable[str]) -> bool:
    """Whether a name is only spelt otherwise in the line-up; that is for the rules on spelling to say."""
    surname = last_word(key)
    surnames = {last_word(name) for name in listed if name}
    parts = {part for name in listed for part in name.replace("-", " ").split()}
    if surname in surnames | parts or any(part in surnames for part in key.replace("-", " ").split()):
        return True
    if len(surname) < SHORTEST:
        return False
    edits = TYPING_ERRORS if len(surname) >= LONG else 1
    return any(distance(surname, other) <= edits for other in surnames if other[:1] == surname[:1])
