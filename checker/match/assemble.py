"""assemble: what an article says about its match, as one record with the claims it came from.

Here each claim learns what only the whole article tells: whose side a scorer plays for, which match a score is about,
whether a man stands in his side's line-up, which words tell the same goal.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from checker.article import Span
from checker.claims.model import Claim, Value
from checker.claims.words import Words
from checker.match.about import Aboutness
from checker.match.ages import AgeReader
from checker.match.apposed import ApposedReader
from checker.match.belonging import Standing, with_line_ups
from checker.match.benched import BenchReader
from checker.match.boards import with_boards
from checker.match.cards import card_events
from checker.match.chain import ChainReader
from checker.match.changes import ChangeReader
from checker.match.context import ContextReader
from checker.match.counts import CountReader, count_events
from checker.match.credit import CreditReader
from checker.match.days import OccasionReader, day_events
from checker.match.dismissals import DismissalReader
from checker.match.ends import EndReader
from checker.match.facts import Facts, Sources, goals_in, goals_of, list_facts, margin_facts, score_facts, winner
from checker.match.goals import goal_events
from checker.match.known import MatchFacts
from checker.match.legible import is_written
from checker.match.listing import ACTORS, pet_names, with_listing
from checker.match.makers import MakerReader
from checker.match.managers import ManagerReader
from checker.match.moments import MomentReader
from checker.match.orthography import Orthography
from checker.match.playing_time import ordered, with_extra_time
from checker.match.proofs import Proofs
from checker.match.prose_goals import prose_facts
from checker.match.record import MatchRecord
from checker.match.reported import is_early
from checker.match.results import score_events, with_first_legs, with_printed_finals
from checker.match.retold import RetoldReader
from checker.match.roll import RollReader
from checker.match.shares import share_facts
from checker.match.side_goals import SideReader, side_facts
from checker.match.sides import (
    Clubs,
    bench_roles,
    called_staff,
    line_ups,
    listed_people,
    match_clubs,
    named_staff,
    score_clubs,
    sides,
    staff,
)
from checker.match.singles import SingleReader
from checker.match.stages import with_stages
from checker.match.streaks import StreakReader
from checker.match.ties import TieReader
from checker.match.turns import TurnReader
from checker.match.window import match_window
from checker.pipeline.people import Person
from checker.pipeline.reading import Reading
from checker.reference.events import Event
from checker.reference.store import Reference, Window, is_national

FIRST_SENTENCES = 2
"""In its first two a report gives its own result, also where it leaves out who the other side was."""


class Assembler:
    """Makes the record of an article's match from its reading."""

    def __init__(
        self,
        words: Words,
        reference: Reference,
        thresholds: Mapping[str, float],
        declared: Container[str] | None = None,
        sheet: Sequence[Event] = (),
    ) -> None:
        """`declared` are the claim types of the pack: of others no claim is made; `sheet` are a desk's facts of matches."""
        self._declared = declared
        self._reference = reference
        self._thresholds = thresholds
        self._aboutness = Aboutness(words)
        self._ages = AgeReader(words, reference)
        self._moments = MomentReader(words, self._aboutness)
        self._apposed = ApposedReader(words)
        self._match_facts = MatchFacts(words, reference, thresholds, sheet)
        self._orthography = Orthography(words, reference)
        self._context = ContextReader(words)
        dismissed = DismissalReader(words)
        self._counts = CountReader(words, self._aboutness, dismissed)
        self._changes = ChangeReader(words)
        self._standing = Standing(words)
        self._credit = CreditReader(words)
        self._makers = MakerReader(words)
        self._managers = ManagerReader(words, reference)
        self._turns = TurnReader(words)
        self._chain = ChainReader(words)
        self._ties = TieReader(words)
        self._benched = BenchReader(words)
        self._ends = EndReader(words)
        self._sides_told = SideReader(words)
        self._other_sports = words.cues("other_sports")
        self._roll = RollReader(words)
        self._retold = RetoldReader(words)
        self._singles = SingleReader(words, self._aboutness, dismissed)
        self._streaks = StreakReader(words)
        self._occasions = OccasionReader(words)
        self._staff_roles = words.folded("staff_role")
        self._officials = words.folded("official_words")
        self._bench_roles = bench_roles(words)
        self._men = re.compile(rf"['’]s? (?:{words.one_of('men_of_manager')})\b")
        self._pet_endings = words.folded("pet_endings")
        self._extra_time = words.folded("extra_time_words")
        self._two_legs = words.folded("two_leg_cues")
        self._second_leg_ahead = words.frame("second_leg_ahead")

    def assemble(self, reading: Reading) -> MatchRecord:
        """The record; its `clubs` are None for an article that reports no one match."""
        text = reading.text.lower()
        clubs = match_clubs(reading)
        window = match_window(reading, clubs, self._reference, self._thresholds)
        of = sides(reading, clubs, self._reference, window)
        beside = staff(reading, self._reference, self._staff_roles, self._officials, self._men)
        claims = self._context.told(reading.claims, reading, clubs, of, beside)
        claims = [self._told(claim, reading, clubs, of) for claim in claims]
        claims = self._apposed.told(self._moments.told(claims, reading, clubs), reading)
        claims = [self._with_membership(claim, reading, window) for claim in claims]
        claims = self._managers.told(self._standing.told(with_line_ups(claims, reading, clubs), reading))
        claims = self._occasions.told(self._ages.told(claims, reading, window), reading)
        claims += self._selections(reading, clubs, window)
        listed = listed_people(reading, of)
        beside |= pet_names(reading, listed, self._pet_endings)
        on_bench = named_staff(reading, self._bench_roles)
        called = called_staff(reading, self._bench_roles | self._officials)
        claims = [_with_staff(claim, on_bench) for claim in claims]
        claims = list(with_listing(claims, reading, clubs, listed, beside, self._share))
        claims = self._benched.told(claims, reading)
        claims = ordered(with_extra_time(claims, _has_any(text, self._extra_time)))
        claims += list(self._orthography.claims(claims, reading, clubs, window))
        claims = [claim for claim in claims if is_written(claim, reading.text)]
        claims += self._match_facts.said(reading)
        claims = with_boards(claims, clubs)
        claims = with_first_legs(claims) if clubs else with_printed_finals(claims, reading, self._aboutness.is_elsewhen)
        claims = self._retold.told(with_stages(claims, reading, self._aboutness), reading)
        claims = [claim for claim in claims if self._declared is None or claim.type in self._declared]
        claims = self._with_ways(claims, reading, clubs)
        facts, sources = _all_facts(reading, claims, clubs, self._is_of_tie(text, claims))
        held = self._sides_told.told(claims, reading, clubs, facts, sources, self._aboutness.is_elsewhen)
        claims, sources = held, _as_held(sources, claims, held)
        eleven = line_ups(reading, clubs, of)
        claims = Proofs(claims, reading, clubs, of, facts, eleven).told()
        claims = self._changes.told(claims, reading, eleven)
        roll = self._roll.read(reading, facts, sources)
        claims = self._singles.told(self._credit.told(claims, reading, clubs, of), reading, clubs, facts, roll, beside | called)
        claims = self._counts.told(claims, reading, clubs, of, facts, sources)
        more = share_facts(claims, reading, clubs, facts, eleven), prose_facts(claims, facts)
        for found in (*more, side_facts(claims, facts, clubs, of, reading.clubs.names)):
            facts, sources = facts | found[0], sources | found[1]
        events = self._events(claims, reading, clubs, facts)
        people = frozenset(person.surname for person in reading.people.by_key.values())
        numbers = {id(claim): number for number, claim in enumerate(claims)}
        links = self._match_facts.links(reading, clubs, window, facts, claims)
        known = tuple((numbers[id(claim)], fact) for claim, fact in links)
        return MatchRecord(reading.article.path, clubs, window, tuple(claims), facts, sources, events, people, of, known, roll)

    def _with_ways(self, claims: list[Claim], reading: Reading, clubs: Clubs | None) -> list[Claim]:
        """The claims, scores with how they came about and where they led: step by step, by whom, leg by leg."""
        claims = self._chain.told(self._ends.told(claims, reading), reading)
        claims = claims if clubs else self._ties.told(claims, reading)
        return self._turns.told(self._makers.told(claims, reading), reading.text)

    def _events(self, claims: list[Claim], reading: Reading, clubs: Clubs | None, facts: Facts) -> dict[int, str]:
        """Which event each claim tells, by its number."""
        events = goal_events(claims, goals_of(facts, claims, clubs), goals_in(facts))
        events |= score_events(claims, reading) | count_events(claims)
        events |= day_events(claims, reading, clubs, facts, self._occasions)
        return events | card_events(claims) | self._streaks.events(claims, reading.text)

    def _is_of_tie(self, text: str, claims: Iterable[Claim]) -> bool:
        """Whether a lead may be that of two legs: an article speaks of them, and not of the second as still to come alone."""
        if not _has_any(text, self._two_legs):
            return False
        scores = [claim for claim in claims if claim.type == "score"]
        told = any(claim.get("about") == "first-leg" or claim.get("kind") == "aggregate" for claim in scores)
        return told or not self._second_leg_ahead.search(text)

    @property
    def _share(self) -> float:
        return self._thresholds.get("lineup_acting_share", 0.6)

    def _told(self, claim: Claim, reading: Reading, clubs: Clubs | None, of: Mapping[str, str]) -> Claim:
        """The claim with what it is about, and with the club of the man who acts in it."""
        if claim.type in ACTORS or claim.type in ("score", "margin", "count"):
            about = self._aboutness.told(claim, reading, clubs)
            if about != (claim.get("about") or ""):
                rest = {name: value for name, value in claim.fields.items() if name != "about"}
                claim = replace(claim, fields={**rest, "about": about} if about else rest)
        told: dict[str, Value | None] = {}
        if claim.type == "score" and claim.get("kind") == "final":
            told["elsewhen"] = self._aboutness.is_elsewhen(claim, reading)
            told["both"] = claim.zone == "block" or len(score_clubs(claim)) > 1
            told["early"] = is_early(claim, reading)
            told["lead"] = claim.zone == "headline" or 0 <= claim.sentence < FIRST_SENTENCES
            won = winner(claim, clubs) if clubs and claim.get("first") != claim.get("second") else ""
            told |= {"victor": won, "won": won if claim.zone != "block" and claim.get("outcome") else ""}
        if claim.type in ("goal", "card", "substitution"):
            told["block"] = claim.zone == "block"
        if claim.type == "lineup":
            told["other_sport"] = self._other_sports.may_be_in(reading.words)
        if claim.type == "goal":
            told |= {"kind": claim.get("kind") or "goal", "once": self._singles.once(claim, reading)}
        club = _club_of_actor(claim, reading, of)
        if club:
            told["club"] = reading.clubs.names.get(club, club)
        if told:
            claim = claim.having(told, keys={"club": club} if club else None)
        return _with_context_club(claim, reading, clubs) if claim.type == "goal" else claim

    def _with_membership(self, claim: Claim, reading: Reading, window: Window | None) -> Claim:
        """An affiliation with what the reference says of it: here, elsewhere, unknown. What is told of another time, `his Denby
        in a 2019 friendly`, is not judged by today's."""
        if claim.type != "affiliation" or claim.get("status") != "current" or claim.zone == "quotation":
            return claim
        span = claim.places.get("person")
        person = reading.people.at(span.start) if span else None
        club = claim.keys.get("club", "")
        found = self._membership(person, club, window) if person and club else {}
        if found.get("verdict") == "elsewhere" and self._aboutness.is_elsewhen(claim, reading):
            return claim
        return claim.having(found)

    def _membership(self, person: Person, club: str, window: Window | None) -> dict[str, Value]:
        """Judged only for a full name that the reference knows as one man: a surname alone proves little."""
        if len(person.entities) != 1 or not person.has_first_name or is_national(club):
            return {}
        if not any(mention.style in ("name", "alias") for mention in person.mentions):
            return {}
        verdict = self._reference.membership(person.entities[0], club, window)
        if verdict == "doubtful" and window:
            return self._doubt(person.entities[0], club, window)
        found: dict[str, Value] = {"verdict": verdict}
        at = [m for m in self._reference.memberships(person.entities[0]) if window and m.meets(window)]
        proof = [m for m in at if (m.team == club) == (verdict == "here") and not is_national(m.team)]
        if verdict != "unknown" and proof:
            found |= {"fact": self._reference.row(proof[0]), "source": proof[0].source}
            found["rightful"] = self._reference.name(proof[0].team)
        return found

    def _doubt(self, entity: str, club: str, window: Window) -> dict[str, Value]:
        """What the sources say that contradict each other: for a query that names both."""
        known = [m for m in self._reference.memberships(entity) if m.meets(window) and not is_national(m.team)]
        told = [m for m in known if m.team == club][:1] + [m for m in known if m.team != club and m.covers(window)][:1]
        fact = "; ".join(f"{self._reference.row(m)} ({m.source})" for m in told)
        sources = ", ".join(dict.fromkeys(m.source for m in told))
        return {"verdict": "doubtful", "fact": fact, "source": sources}

    def _selections(self, reading: Reading, clubs: Clubs | None, window: Window | None) -> list[Claim]:
        """A claim for each man of a line-up: that he plays for the club that heads it."""
        found = []
        for claim in reading.claims:
            if claim.type != "lineup" or claim.keys.get("club", "") not in (clubs or ()):
                continue
            for sheet in reading.blocks.sheets:
                if sheet.label is None or sheet.label.start != claim.span.start:
                    continue
                for entry in (*sheet.starters, *sheet.unused):
                    person = reading.people.at(entry.name.start)
                    known = self._membership(person, claim.keys["club"], window) if person else {}
                    if person and known and known["verdict"] != "doubtful":
                        fields = {"person": person.name, "club": str(claim.get("club")), "role": "player", **known}
                        found.append(_selection(entry.name, reading, fields, claim.keys["club"]))
        return found


def _has_any(text: str, cues: Iterable[str]) -> bool:
    return any(map(text.__contains__, cues))


def _all_facts(reading: Reading, claims: list[Claim], clubs: Clubs | None, two_legs: bool) -> tuple[Facts, Sources]:
    facts: Facts = {"two_legs": two_legs}
    sources: Sources = {}
    parts = (score_facts(claims), margin_facts(claims), list_facts(reading, claims, clubs))
    for told, came_from in parts:
        facts |= told
        sources |= came_from
    return facts, sources


def _club_of_actor(claim: Claim, reading: Reading, of: Mapping[str, str]) -> str:
    """The club of the man who acts in a claim or begins a line-up; empty where the claim names a club itself, unless a list
    puts the man under it: there `of` knows better."""
    if claim.type == "lineup" and not claim.keys.get("club"):
        first = reading.people.at(claim.span.start)
        return of.get(first.key, "") if first else ""
    listed = claim.zone == "block" and claim.type in ("goal", "card", "substitution") and claim.get("kind") != "og"
    person = claim.keys.get(ACTORS.get(claim.type, ""), "")
    return of.get(person, "") if listed or "club" not in claim.keys else ""


def _selection(span: Span, reading: Reading, fields: Mapping[str, Value], club: str) -> Claim:
    return Claim(
        "selection", span, span.of(reading.text), fields, zone="block", path=reading.article.path, keys={"club": club}
    )


def _with_context_club(claim: Claim, reading: Reading, clubs: Clubs | None) -> Claim:
    """A goal that names nobody (`it arrived in the 14th minute`) is the club's from which its sentence says it came, and
    the scorer's whom the next sentence tells."""
    if clubs is None or "scorer" in claim.fields or "club" in claim.keys or claim.sentence < 0:
        return claim
    for mention in reversed(reading.named_in(claim.sentence)):
        if mention.span.end <= claim.span.start and mention.kind == "club" and reading.clubs.at(mention.span.start) in clubs:
            if reading.text[max(0, mention.span.start - 6) : mention.span.start].rstrip().endswith((" from", " by", " for")):
                key = reading.clubs.at(mention.span.start)
                return claim.having(keys={"club": key}, club=reading.clubs.names.get(key, key))
            return claim
    return claim


def _as_held(sources: Sources, before: Sequence[Claim], after: Sequence[Claim]) -> Sources:
    """The claims that state each fact, as they are after they have learnt more; behind them stand those that are new."""
    now = {id(claim): held for claim, held in zip(before, after, strict=False)}
    return {name: tuple(now.get(id(claim), claim) for claim in stated) for name, stated in sources.items()}


def _with_staff(claim: Claim, staff: frozenset[str]) -> Claim:
    """A goal with whether its scorer stands beside the pitch; a manager's `goal` in so many words may be his aim."""
    if claim.type != "goal" or claim.get("about") != "this" or not claim.keys.get("scorer") or claim.get("block"):
        return claim
    aim = claim.text.lower().endswith(" goal") and "minute" not in claim.fields
    return claim if aim else claim.having(staff=claim.keys["scorer"] in staff)


def without_claims(record: MatchRecord) -> MatchRecord:
    """The record with only the claims that another article's can pair with: what travels between processes."""
    kept = [number for number in range(len(record.claims)) if number in record.events]
    return replace(
        record,
        claims=tuple(record.claims[number] for number in kept),
        events={new: record.events[old] for new, old in enumerate(kept)},
        sources={},
        sides={},
        known=(),
    )
