"""The facts of a match as the rules on matches read them, each with the claims that it came from.

Scores are kept as the higher and the lower figure: copy puts the winner's goals first as often as the home side's. A fact
that the article states in two ways is unknown here; the rule on pairs of statements says so.
"""

from collections.abc import Iterable, Mapping, Sequence

from checker.claims.clock import moment
from checker.claims.model import Claim, Value
from checker.match.sides import Clubs
from checker.pipeline.reading import Reading

HALF_TIME = 45
BY_RESULT = 250
"""Code points from a result line within which a half-time score puts the home side first too: the scorers may stand between."""
Facts = dict[str, Value]
Sources = dict[str, tuple[Claim, ...]]


def score_facts(claims: Sequence[Claim]) -> tuple[Facts, Sources]:
    """`final_high`, `final_low`, and the same for half_time, aggregate, first_leg and shoot_out, where told once;
    `final_home`, `final_away` (and half_time) from result lines, which put the home side first."""
    facts: Facts = {}
    sources: Sources = {}
    for name, wanted in _SCORES.items():
        stated = [c for c in claims if c.type == "score" and (c.get("kind"), c.get("about")) in wanted]
        stated = [c for c in stated if c.zone != "quotation" and not (name == "shoot_out" and _follows_another(c, claims))]
        lasting = [c for c in stated if not c.get("passing")]
        stated = lasting if lasting or name == "aggregate" else stated
        figures = {high_low(claim) for claim in stated}
        ordered = [c for c in stated if c.zone == "block"]
        if ordered and name in ("final", "half_time") and _is_of_line(ordered[0], sources.get("final_home", ())):
            facts |= {f"{name}_home": int(str(ordered[0].get("first"))), f"{name}_away": int(str(ordered[0].get("second")))}
            sources.setdefault(f"{name}_home", (ordered[0],))
        if len(figures) == 1:
            high, low = figures.pop()
            facts |= {f"{name}_high": high, f"{name}_low": low}
            sources[name] = tuple(stated)
    return facts, sources


def _is_of_line(score: Claim, results: Sequence[Claim]) -> bool:
    """Whether a score stands by the result line, if there is one: further down a paper tells it from its own side."""
    return all(abs(score.span.start - result.span.start) <= BY_RESULT for result in results)


def _follows_another(kicks: Claim, claims: Iterable[Claim]) -> bool:
    """Whether the sentence of a shoot-out gives the level score that it followed, and that is of another match."""
    finals = (c for c in claims if c.type == "score" and c.get("kind") == "final" and c.sentence == kicks.sentence >= 0)
    return any(c.get("first") == c.get("second") and c.get("about") != "this" for c in finals)


def margin_facts(claims: Sequence[Claim]) -> tuple[Facts, Sources]:
    """`margin_first_leg`: the goals between the sides after the first leg, where the words of a deficit or lead say so
    and all of them say the same."""
    stated = [
        claim
        for claim in claims
        if claim.type == "margin" and claim.get("about") == "first-leg" and claim.zone != "quotation" and "n" in claim.places
    ]
    if len({claim.get("n") for claim in stated}) != 1:
        return {}, {}
    return {"margin_first_leg": int(str(stated[0].get("n")))}, {"margin": tuple(stated)}


_SCORES = {
    "final": {("final", "this")},
    "half_time": {("half-time", "this")},
    "aggregate": {("aggregate", "this"), ("aggregate", "first-leg"), ("aggregate", "second-leg")},
    "first_leg": {("final", "first-leg")},
    "shoot_out": {("shoot-out", "this")},
}


def high_low(claim: Claim) -> tuple[int, int]:
    """The figures of a score, the higher first."""
    first, second = claim.get("first"), claim.get("second")
    if not isinstance(first, int) or not isinstance(second, int):
        return 0, 0
    return max(first, second), min(first, second)


def list_facts(reading: Reading, claims: Sequence[Claim], clubs: Clubs | None) -> tuple[Facts, Sources]:
    """`listed_goals`, and of them those of the first half: from the goals lists, where both sides' could be read."""
    listed = [claim for claim in claims if claim.type == "goal" and claim.get("block") and claim.get("about") != "other"]
    if not listed or not _lists_are_whole(reading, listed):
        return {}, {}
    moments = [moment(str(claim.get("minute") or "")) for claim in listed]
    facts: Facts = {"listed_goals": len(listed)}
    if all(at is not None for at in moments):
        facts["listed_first_half"] = sum(at // 100 <= HALF_TIME for at in moments if at is not None)
    if clubs and all(claim.keys.get("club") in clubs for claim in listed):
        counts = sorted((sum(c.keys.get("club") == club for c in listed) for club in clubs), reverse=True)
        facts |= {"listed_high": counts[0], "listed_low": counts[1]}
        early = [claim for claim, at in zip(listed, moments, strict=True) if at is not None and at // 100 <= HALF_TIME]
        halves = sorted((sum(c.keys.get("club") == club for c in early) for club in clubs), reverse=True)
        facts |= {"listed_half_high": halves[0], "listed_half_low": halves[1]}
    return facts, {"listed_goals": tuple(listed)}


def _lists_are_whole(reading: Reading, listed: Sequence[Claim]) -> bool:
    """Goals of two line-ups, of a labelled list, or of a result line; one side's line-up alone proves nothing."""
    sheets = reading.blocks.sheets
    if reading.blocks.goals_unread:
        return False
    if sheets:
        return len(sheets) == 2
    return bool(reading.blocks.sections or reading.blocks.results) and bool(listed)


def goals_in(facts: Mapping[str, Value]) -> int | None:
    """How many goals this match had; None where its result is not told once."""
    high, low = facts.get("final_high"), facts.get("final_low")
    return high + low if isinstance(high, int) and isinstance(low, int) else None


def goals_of(facts: Mapping[str, Value], claims: Iterable[Claim], clubs: Clubs | None) -> dict[str, int]:
    """How often each club scored in this match, where a final score tells which side is which."""
    found: dict[str, int] = {}
    if "final_high" not in facts or clubs is None:
        return found
    if facts["final_high"] == facts["final_low"]:
        return {club: int(str(facts["final_high"])) for club in clubs}
    for claim in claims:
        if claim.type == "score" and claim.get("kind") == "final" and claim.get("about") == "this":
            side = winner(claim, clubs)
            if side:
                loser = clubs[0] if side == clubs[1] else clubs[1]
                return {side: int(str(facts["final_high"])), loser: int(str(facts["final_low"]))}
    return found


def winner(claim: Claim, clubs: Clubs) -> str:
    """The key of the club that a final score names as the winner; empty where it cannot be told."""
    club, opponent, outcome = claim.keys.get("club", ""), claim.keys.get("opponent", ""), claim.get("outcome")
    if claim.zone == "block" or outcome is None:
        first, second = claim.get("first"), claim.get("second")
        if club and opponent and isinstance(first, int) and isinstance(second, int):
            return club if first > second else opponent
        return ""
    side = club if club in clubs else (set(clubs) - {opponent}).pop() if opponent in clubs else ""
    if not side or outcome not in ("win", "defeat"):
        return ""
    return side if outcome == "win" else (clubs[0] if side == clubs[1] else clubs[1])
