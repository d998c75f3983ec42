"""shares: whether the lists give each side as many goals as the score does.

A man listed with the wrong side leaves the sum of the goals right and its halves wrong. Who scored for whom is told by the
line-ups alone here; a scorer of neither line-up, or of both, leaves it open.
"""

from collections.abc import Sequence

from checker.claims.model import Claim
from checker.match.facts import Facts, Sources, goals_of
from checker.match.sides import Clubs, LineUps, other_of
from checker.pipeline.reading import Reading


def share_facts(
    claims: Sequence[Claim], reading: Reading, clubs: Clubs | None, facts: Facts, line_ups: LineUps
) -> tuple[Facts, Sources]:
    """`listed_over`: how many goals too many the lists give to the men of one side, with `over_side`, and what it scored by
    the lists (`over_listed`) and by the score (`over_scored`). Its source are those goals, then where their scorers stand
    in the line-up. Nothing where lists and score differ in sum, or where a goal's side that the line-ups do not tell leaves it
    open."""
    scored = goals_of(facts, claims, clubs)
    goals = [claim for claim in claims if claim.type == "goal" and claim.get("block")]
    of = [_side(goal, line_ups) for goal in goals]
    if facts.get("listed_goals") != sum(scored.values()) or not scored:
        return {}, {}
    club = max(scored, key=lambda side: of.count(side) - scored[side])
    own = tuple(goal for goal, side in zip(goals, of, strict=True) if side == club)
    listed, real = of.count(club), scored[club]
    if listed <= real and not all(of):
        return {}, {}
    side = reading.clubs.names.get(club, club)
    told: Facts = {"listed_over": listed - real, "over_side": side, "over_listed": listed, "over_scored": real}
    return told, {"listed_over": (*own, *_places(own, reading, line_ups))}


def _side(goal: Claim, line_ups: LineUps) -> str:
    """The key of the club for which a goal counts; empty where the line-ups do not tell."""
    at = [club for club, places in line_ups.items() if goal.keys.get("scorer", "") in places]
    if len(at) != 1 or len(line_ups) != 2:
        return ""
    return at[0] if goal.get("kind") != "og" else other_of(line_ups, at[0])


def _places(goals: Sequence[Claim], reading: Reading, line_ups: LineUps) -> list[Claim]:
    """Where the scorers of goals stand in the line-ups."""
    keys = dict.fromkeys(goal.keys["scorer"] for goal in goals)
    spans = [places[key] for key in keys for places in line_ups.values() if key in places]
    return [Claim("selection", span, span.of(reading.text), {}, zone="block", path=reading.article.path) for span in spans]
