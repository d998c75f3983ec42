"""side_goals: what a report says of one side's goals, held against what that side scored: whose men scored, who led, who won.

All of it needs a result that tells which side is which, and says nothing of ties over two legs or of round-ups.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.article import Span
from checker.claims.clock import apart
from checker.claims.model import Claim, Fields
from checker.claims.words import Words
from checker.match.facts import Facts, Sources, goals_of
from checker.match.results import ElseWhen, is_round_up
from checker.match.sides import Clubs, other_of
from checker.pipeline.reading import Reading

_DATED = ("ordinal", "on-after", "left")
"""The forms of a time by which two goals of one man are told apart."""
_SURE_GAP = 3
"""Minutes by which two times of one man must miss each other before they are two goals."""
_LOOSE = ("again", "several", "likely", "staff", "part")
"""What leaves open whether the words of a goal tell one of their own."""
_STANDINGS = ("running", "half-time")
_HELD = frozenset({"leads_fit", "fits"})


def side_facts(
    claims: Sequence[Claim], facts: Facts, clubs: Clubs | None, of: Mapping[str, str], names: Mapping[str, str]
) -> tuple[Facts, Sources]:
    """`told_over`: how many goals too many the prose gives the men of one side, with `told_side`, and how many it tells
    (`side_told`) and the side has (`side_scored`). `of` is the club of each person, by keys."""
    scored = goals_of(facts, claims, clubs)
    if not scored or facts.get("two_legs") or is_round_up(claims):
        return {}, {}
    goals: dict[str, list[Claim]] = defaultdict(list)
    for own in _by_scorer(claims).values():
        for goal in _apart(own):
            goals[_side(goal, own, of, scored)].append(goal)
    side = max(scored, key=lambda club: len(goals[club]) - scored[club])
    over = len(goals[side]) - scored[side]
    if over <= 0:
        return {}, {}
    figures: Facts = {"told_over": over, "side_told": len(goals[side]), "side_scored": scored[side]}
    return figures | {"told_side": names.get(side, side)}, {"told_over": tuple(goals[side][::-1])}


def _by_scorer(claims: Sequence[Claim]) -> Mapping[str, list[Claim]]:
    """The goals of this match that the prose gives a man."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        own = claim.type == "goal" and claim.zone == "prose" and claim.get("about") == "this" and claim.keys.get("scorer")
        if own and not any(claim.get(name) for name in _LOOSE):
            found[claim.keys["scorer"]].append(claim)
    return found


def _apart(goals: Sequence[Claim]) -> list[Claim]:
    """Of one man's goals those that are dated and cannot be one another; a goal without a time may be none."""
    kept: list[Claim] = []
    for goal in goals:
        dated = goal.get("form") in _DATED and "earliest" in goal.fields
        if dated and all(apart(*_times(goal), *_times(other)) > _SURE_GAP for other in kept):
            kept.append(goal)
    return kept


def _times(goal: Claim) -> tuple[int, int]:
    return int(str(goal.get("earliest"))), int(str(goal.get("latest")))


def _side(goal: Claim, own: Sequence[Claim], of: Mapping[str, str], scored: Mapping[str, int]) -> str:
    """The side for which a goal counts: that of its man, as the article has it, and the other for an own goal; empty where that
    is not known, or his goals are told for both."""
    at = {of.get(goal.keys["scorer"], "")} | {claim.keys.get("club", "") for claim in own if claim.get("kind") != "og"}
    clubs = at - {""}
    if len(clubs) != 1 or not clubs <= set(scored):
        return ""
    club = clubs.pop()
    return club if goal.get("kind") != "og" else other_of(scored, club)


class SideReader:
    """Reads who led and who won where words leave the other figure out, with the frames of a pack."""

    def __init__(self, words: Words) -> None:
        self._stood = words.frame("side_stood")
        self._leads, self._trails = words.frame("side_leads"), words.frame("side_trails")
        self._took, self._owned = words.frame("result_took"), words.frame("side_result")
        self._won = dict.fromkeys(words.lists.get("sure_win", ()), "win")
        self._won |= dict.fromkeys(words.lists.get("sure_defeat", ()), "defeat")

    def told(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, facts: Facts, sources: Sources,
        is_elsewhen: ElseWhen,
    ) -> list[Claim]:  # fmt: skip
        """The claims; a score on the way that is one side's with `leader` and `leads_fit`, whether neither side has lost goals
        since; and the results told without figures, `the win lifts them to fourth`, as claims."""
        scored = goals_of(facts, claims, clubs)
        if clubs is None or not scored or facts.get("two_legs") or is_round_up(claims):
            return list(claims)
        told = [self._led(claim, reading, clubs, scored, is_elsewhen) if claim.type == "score" else claim for claim in claims]
        if "shoot_out_high" not in facts:
            told += self._outcomes(claims, reading, clubs, scored, is_elsewhen)
        final = next(iter(sources.get("final", ())), None)
        places = {"told": final.span} if final else None
        return [claim.having(places=places) if _HELD & claim.fields.keys() else claim for claim in told]

    def _led(
        self, claim: Claim, reading: Reading, clubs: Clubs, scored: Mapping[str, int], is_elsewhen: ElseWhen
    ) -> Claim:
        first, second = claim.get("first"), claim.get("second")
        if len(set(scored.values())) == 1:
            return claim  # a match that ended level may have gone to penalties, of which this can be a score
        standing = claim.get("kind") in _STANDINGS and claim.zone == "prose" and claim.get("about") in ("this", None)
        if not standing or claim.sentence < 0 or not isinstance(first, int) or not isinstance(second, int) or first == second:
            return claim
        side = self._subject(claim, reading)
        leads, trails = self._leads.search(claim.text), self._trails.search(claim.text)
        if side not in clubs or bool(leads) == bool(trails) or is_elsewhen(claim, reading):
            return claim
        other = other_of(clubs, side)
        more, less = (side, other) if leads else (other, side)
        fits = max(first, second) <= scored[more] and min(first, second) <= scored[less]
        return claim.having(leader=reading.clubs.names.get(more, more), leads_fit=fits, ends=f"{scored[more]}-{scored[less]}")

    def _subject(self, claim: Claim, reading: Reading) -> str:
        """The side that stands right before a score on the way, the only one of its sentence: `Ayton were still 2-0 up`."""
        teams = reading.teams_in(claim.sentence)
        before = [team for team in teams if team.span.end <= claim.span.start]
        if not before or len(reading.clubs_in(claim.sentence)) != 1:
            return ""
        stood = self._stood.fullmatch(reading.text, before[-1].span.end, claim.span.start)
        return reading.clubs.at(before[-1].span.start) if stood else ""

    def _outcomes(
        self, claims: Sequence[Claim], reading: Reading, clubs: Clubs, scored: Mapping[str, int], is_elsewhen: ElseWhen
    ) -> Iterator[Claim]:
        """The results that the prose tells in a word."""
        final = "-".join(map(str, sorted(scored.values(), reverse=True)))
        others = {c.sentence for c in claims if c.type == "score" and c.get("kind") == "final" and c.get("about") != "this"}
        for number, (start, end) in enumerate(reading.sentences):
            found = self._took.match(reading.text, start, end) or self._owned.match(reading.text, start, end)
            if found is None or others & {number - 1, number} or reading.zones.at(found.start("result")) != "prose":
                continue
            named = reading.clubs_in(number)
            side = reading.clubs.at(found.start("side")) if "side" in found.re.groupindex else ""
            if (named and named[0] not in clubs) or ("side" in found.re.groupindex and side not in clubs):
                continue
            result = self._won.get(found["result"].lower(), "draw")
            span = Span(*found.span("result"))
            told: Fields = {"result": result}
            claim = Claim("outcome", span, span.of(reading.text), told, sentence=number, path=reading.article.path)
            if not is_elsewhen(claim, reading):
                yield claim.having(fits=_fits(result, side, scored), final=final)


def _fits(result: str, side: str, scored: Mapping[str, int]) -> bool:
    """Whether a match ended so: for a side, where one is named."""
    level = len(set(scored.values())) == 1
    if result == "draw" or level:
        return level == (result == "draw")
    return not side or (scored[side] == max(scored.values())) == (result == "win")
