"""Whose match an article reports, and for which side each of its people plays.

The two clubs are taken from what says so most plainly: labelled line-ups, a result, the front matter, then the clubs that
the article names most. Where that leaves a doubt there is no match, and no rule that needs one says anything.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from checker.article import Span
from checker.claims.model import Claim
from checker.claims.words import Words
from checker.pipeline.block_parts import TeamSheet
from checker.pipeline.clubs import span_club
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.names import fold
from checker.reference.store import Reference, Window

Clubs = tuple[str, str]
LineUps = Mapping[str, Mapping[str, Span]]
"""The men who began or came on, by their club's key: their keys, and where each stands."""

_MANY_RESULTS = 3
"""So many result lines of different clubs make a round-up, which is no one match."""
_FIRST_SENTENCES = 2
"""In its first two sentences of prose an article tells the result that it is about."""
_FEW = 3
"""So often a third may be named in any report."""
_MANY_CLUBS = 7
"""So many clubs in the final scores of the prose make one too."""


def other_of(pair: Collection[str] | None, club: str) -> str:
    """The other one of two sides; empty where a club is neither of them."""
    return next((key for key in pair if key != club), "") if pair and club in pair else ""


def match_clubs(reading: Reading) -> Clubs | None:
    """The keys of the two clubs whose match the article reports; None where it cannot be told."""
    results = list(dict.fromkeys(_results(reading)))
    if len({frozenset(pair) for pair in results}) >= _MANY_RESULTS:
        return None
    if not reading.blocks.sheets and len(_scoring_clubs(reading)) >= _MANY_CLUBS:
        return None
    for pair in (_labelled(reading), _front_matter(reading), results[0] if results else None):
        if pair and pair[0] != pair[1] and all(pair):
            return pair
    stated = _stated(reading)
    if stated and stated[0] != stated[1] and not _names_another_more(reading, stated):
        return stated
    return _most_named(reading) or _of_first_result(reading) or _of_lead(reading)


def _scoring_clubs(reading: Reading) -> set[str]:
    """The clubs that the final scores of the prose name."""
    finals = [claim for claim in reading.claims if claim.type == "score" and claim.get("kind") == "final"]
    return {key for claim in finals for name, key in claim.keys.items() if name in ("club", "opponent")}


def _labelled(reading: Reading) -> Clubs | None:
    keys = [span_club(reading.clubs, sheet.label, reading.text) for sheet in reading.blocks.sheets if sheet.label]
    return (keys[0], keys[1]) if len(keys) == 2 else None


def _results(reading: Reading) -> Iterator[Clubs]:
    for result in reading.blocks.results:
        yield (
            span_club(reading.clubs, result.home, reading.text),
            span_club(reading.clubs, result.away, reading.text),
        )


def _front_matter(reading: Reading) -> Clubs | None:
    said = fold(reading.article.match or "")
    named = sorted((said.find(fold(name)), key) for key, name in reading.clubs.names.items() if fold(name) in said)
    return (named[0][1], named[1][1]) if said and len(named) == 2 else None


def _stated(reading: Reading) -> Clubs | None:
    """The clubs of the first score that names both, in the first sentences."""
    for claim in reading.claims:
        both = claim.keys.get("club"), claim.keys.get("opponent")
        if claim.type == "score" and claim.get("kind") == "final" and 0 <= claim.sentence <= 2 and all(both):
            return both[0] or "", both[1] or ""
    return None


def _names_another_more(reading: Reading, clubs: Clubs) -> bool:
    """Whether an article names a third more often than either of the clubs whose result it tells: a round-up that begins with
    one of its matches, a column, or a report that first says how a rival did."""
    counts = reading.clubs.counts
    most = max(_FEW, *(counts[club] for club in clubs))
    return any(count > most for club, count in counts.items() if club not in clubs)


def _most_named(reading: Reading) -> Clubs | None:
    """The two clubs named most, when both are named early and far more often than any third."""
    few = len(reading.clubs.counts) == 2  # a short report names each club once
    counts = Counter({key: count for key, count in reading.clubs.counts.items() if count > 1 or few})
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 2 > ranked[1][1]):
        return None
    early = {reading.clubs.at(m.span.start) for m in reading.mentions if 0 <= m.sentence <= 4}
    first, second = ranked[0][0], ranked[1][0]
    return (first, second) if {first, second} <= early else None


def _of_first_result(reading: Reading) -> Clubs | None:
    """The side that the article's first result names, and the one that its sentence names before it, where the article is about
    that one far more than about any third: `Ayton warmed up for Denby by rolling to a 4-0 victory over Corley`."""
    claim = next((c for c in reading.claims if c.type == "score" and c.get("kind") == "final" and c.sentence >= 0), None)
    opponent = claim.keys.get("opponent", "") if claim else ""
    if claim is None or not opponent or claim.sentence >= reading.lead(_FIRST_SENTENCES):
        return None
    others = Counter({key: count for key, count in reading.clubs.counts.items() if key != opponent}).most_common(2)
    before = (team for team in reading.teams_in(claim.sentence) if team.span.end <= claim.span.start)
    named = {reading.clubs.at(team.span.start) for team in before}
    if not others or others[0][0] not in named or (len(others) == 2 and others[1][1] * 2 > others[0][1]):
        return None
    return others[0][0], opponent


def _of_lead(reading: Reading) -> Clubs | None:
    """The only two sides of the first sentence, where it or the next tells the result and the article names no third more often
    than either: `Ayton came from behind to dent Corley's hopes with a 2-1 win`."""
    results = (claim.sentence for claim in reading.claims if claim.type == "score" and claim.get("kind") == "final")
    lead = reading.lead(1) - 1
    if not any(lead <= sentence <= lead + 1 for sentence in results):
        return None
    found = reading.clubs_in(lead)
    counts = reading.clubs.counts
    if len(found) != 2 or min(counts[key] for key in found) < max([2, *(counts[key] for key in counts if key not in found)]):
        return None
    return found[0], found[1]


def sides(reading: Reading, clubs: Clubs | None, reference: Reference, window: Window | None) -> dict[str, str]:
    """The club of each person who can be told to belong to one, by the person's key: line-ups, then what the article
    says (`Hammers keeper Fabianski`), then the reference. A name that stands in both line-ups is of no side by them."""
    known = _known_sides(reading, clubs, reference, window) if clubs else {}
    listed: dict[str, set[str]] = defaultdict(set)
    for key, club in _from_blocks(reading, sheet_clubs(reading, clubs, known)):
        listed[key].add(club)
    found = {**known, **{key: next(iter(at)) for key, at in listed.items() if len(at) == 1}}
    found.pop("", None)
    return found


def _known_sides(reading: Reading, clubs: Clubs, reference: Reference, window: Window | None) -> dict[str, str]:
    """The club of each person by what the article says of him, else by the reference."""
    found: dict[str, str] = {}
    for claim in reading.claims:
        key, club = claim.keys.get("person", ""), claim.keys.get("club", "")
        if claim.type == "affiliation" and claim.get("status") == "current" and club in clubs:
            found.setdefault(key, club)
    for person in reading.people.by_key.values():
        if person.key not in found and (club := _from_reference(person, clubs, reference, window)):
            found[person.key] = club
    return found


def sheet_clubs(reading: Reading, clubs: Clubs | None, known: Mapping[str, str]) -> list[str]:
    """The key of each line-up's club, in their order: its label's. Two line-ups whose labels were lost are given in the
    order of the result, the home side first, unless the men of whom it is known where they play say otherwise."""
    sheets = reading.blocks.sheets
    keys = [span_club(reading.clubs, sheet.label, reading.text) for sheet in sheets]
    if clubs is None or len(sheets) != 2 or any(keys):
        return keys
    votes = [_votes(reading, sheet, clubs, known) for sheet in sheets]
    if any(first > second for first, second in votes[:1]) and votes[1][0] <= votes[1][1]:
        return [*clubs]
    if votes[0][0] < votes[0][1] and votes[1][0] >= votes[1][1]:
        return [clubs[1], clubs[0]]
    return [*clubs] if votes == [(0, 0), (0, 0)] and _headline_order(reading) == clubs else keys


def _votes(reading: Reading, sheet: TeamSheet, clubs: Clubs, known: Mapping[str, str]) -> tuple[int, int]:
    """How many men of a line-up are known to play for each of the two clubs."""
    people = [reading.people.at(entry.name.start) for entry in sheet.starters]
    at = [known.get(person.key) for person in people if person]
    return at.count(clubs[0]), at.count(clubs[1])


def _headline_order(reading: Reading) -> Clubs | None:
    """The clubs of a result that stands at the head of the article: the home side first."""
    for claim in reading.claims:
        pair = claim.keys.get("club", ""), claim.keys.get("opponent", "")
        if claim.type == "score" and claim.get("kind") == "final" and "outcome" not in claim.fields and all(pair):
            return pair if claim.sentence == 0 or claim.zone == "block" else None
    return None


def _from_blocks(reading: Reading, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
    for sheet, club in zip(reading.blocks.sheets, keys, strict=True):
        for name in (*sheet.played, *(entry.name for entry in sheet.unused)):
            person = reading.people.at(name.start)
            if person and club:
                yield person.key, club


def _from_reference(person: Person, clubs: Clubs, reference: Reference, window: Window | None) -> str:
    """The one of the two clubs at which the reference has the person (or, undated, ever had)."""
    at: set[str] = set()
    for entity in person.entities:
        for membership in reference.memberships(entity):
            if membership.team in clubs and (window is None or membership.meets(window)):
                at.add(membership.team)
    return at.pop() if len(at) == 1 else ""


def staff(
    reading: Reading, reference: Reference, staff_roles: frozenset[str], officials: frozenset[str], men: re.Pattern[str]
) -> frozenset[str]:
    """The keys of people who stand beside the pitch: managers, coaches, referees, directors. `officials` are words for those
    who control a match, `men` what stands behind the name of him whose side it is: `Simeone's men`."""
    people, text = reading.people.by_key.values(), reading.text
    named = officials & reading.words
    keys = {person.key for person in people if _is_staff(person, reference) or reading.is_called(person, named)}
    keys |= {person.key for person in people if any(men.match(text, mention.span.end) for mention in person.mentions)}
    return named_staff(reading, staff_roles) | keys


def bench_roles(words: Words) -> frozenset[str]:
    """What those are called who stand beside the pitch and never play: no player-manager."""
    return frozenset(role for role in words.folded("staff_role") if not role.startswith("player"))


def called_staff(reading: Reading, roles: frozenset[str]) -> frozenset[str]:
    """The keys of the people whom the article itself calls so, with their club or without."""
    here, people = roles & reading.words, reading.people.by_key.values()
    return named_staff(reading, roles) | {person.key for person in people if reading.is_called(person, here)}


def named_staff(reading: Reading, staff_roles: frozenset[str]) -> frozenset[str]:
    """The same of those whom the article itself calls so: the reference has managers who were players in their day."""
    keys = {
        claim.keys.get("person", "")
        for claim in reading.claims
        if claim.type == "affiliation" and fold(str(claim.get("role") or "")) in staff_roles
    }
    for sheet in reading.blocks.sheets:
        manager = reading.people.at(sheet.manager.start) if sheet.manager else None
        if manager:
            keys.add(manager.key)
    return frozenset(keys)


def _is_staff(person: Person, reference: Reference) -> bool:
    roles = [m.role for entity in person.entities for m in reference.memberships(entity)]
    officials = any(mention.kind == "official" for mention in person.mentions)
    return officials or (bool(roles) and all(role != "player" for role in roles))


def line_ups(reading: Reading, clubs: Clubs | None, of: Mapping[str, str]) -> LineUps:
    """The men who began or came on, by their club's key: their keys, and where each stands."""
    found: dict[str, dict[str, Span]] = {}
    for sheet, club in zip(reading.blocks.sheets, sheet_clubs(reading, clubs, of), strict=True):
        if club:
            people = [(reading.people.at(name.start), name) for name in sheet.played]
            found[club] = {person.key: name for person, name in people if person}
    return found


def listed_people(reading: Reading, of: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """The keys of the people who began or came on, by their club's key (empty for a side whose label was lost and whose
    club `of`, the sides of the article's people, does not tell)."""
    found: dict[str, list[str]] = {}
    for sheet in reading.blocks.sheets:
        first = reading.people.at(sheet.starters[0].name.start)
        club = span_club(reading.clubs, sheet.label, reading.text) or of.get(first.key if first else "", "")
        for name in sheet.played:
            person = reading.people.at(name.start)
            found.setdefault(club, []).append(person.key if person else fold(name.of(reading.text)))
    return found


def unused_men(reading: Reading) -> frozenset[str]:
    """The keys of the substitutes whom the line-ups print and do not say to have come on."""
    people = (reading.people.at(entry.name.start) for sheet in reading.blocks.sheets for entry in sheet.unused)
    return frozenset(person.key for person in people if person)


def score_clubs(claim: Claim) -> frozenset[str]:
    """The clubs that a score names."""
    return frozenset(key for key in (claim.keys.get("club"), claim.keys.get("opponent")) if key)
