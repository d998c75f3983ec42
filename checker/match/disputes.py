"""disputes: what two reports of one match give to different men: a goal, a dismissal.

A man is named here who has no part in it there, while the other report names another for the same minute, or is known to
name every scorer. A deflection makes a goal two men's, so the rules only ask.
"""

from collections.abc import Iterator, Sequence
from itertools import permutations

from checker.claims.model import Claim
from checker.match.cards import is_red
from checker.match.goals import surname
from checker.match.record import MatchRecord
from checker.match.roll import is_on
from checker.reference.names import TYPING_ERRORS, distance, fold, last_word

Dispute = tuple[Claim, Claim]
"""The claim that is judged, and that of another record that says otherwise."""
_SAME_MINUTE = 100
"""Hundredths of a minute by which two reports may differ on when a man was sent off."""


def disputes(records: Sequence[MatchRecord]) -> Iterator[Dispute]:
    """The pairs of claims of two records that give one thing to two men."""
    for one, other in permutations(records, 2):
        yield from ((one.claims[at], claim) for at, claim in _goals(one, other))
        yield from ((one.claims[at], claim) for at, claim in _dismissals(one, other))


def scored(record: MatchRecord) -> Iterator[tuple[int, Claim]]:
    """The goals of the match whose scorer a record names, by the claims' numbers."""
    for at, claim in enumerate(record.claims):
        if claim.type == "goal" and claim.get("about") == "this" and claim.get("scorer") and claim.zone != "quotation":
            yield at, claim


def surnames(claim: Claim) -> set[str]:
    """The folded surnames of those who score by a claim: of a goal's scorer, of the men named near a time."""
    men = claim.get("men")
    names = men if isinstance(men, list) else [str(claim.get("scorer") or "")]
    return {last_word(fold(name)) for name in names} - {""}


def _goals(one: MatchRecord, other: MatchRecord) -> Iterator[tuple[int, Claim]]:
    """Goals of one record whose scorer has none in the other, with what the other says."""
    theirs = [claim for _, claim in scored(other)]
    mine = {surname(goal) for _, goal in scored(one)}
    known = {surname(claim) for claim in theirs}
    near = {name for claim in other.claims if "men" in claim.fields for name in surnames(claim)}  # who may score then
    for at, claim in scored(one):
        missed = other.roll if other.roll and not is_on(other.roll, str(claim.get("scorer"))) else None
        if claim.get("kind") == "og" or (surname(claim) in known and not (missed and missed.shouted)):
            continue
        if missed:
            yield at, missed.claim
        rival = _other_scorer(claim, theirs) if surname(claim) not in near else None
        if rival and (surname(rival) in mine or _is_judged(claim, rival)):  # of two who score in one report, one is asked about
            yield at, rival


def _other_scorer(claim: Claim, theirs: Sequence[Claim]) -> Claim | None:
    """The goal of another man that the other report has at a goal's very minute; None where it has none, or several."""
    then = [goal for goal in theirs if _is_same_moment(claim, goal) and goal.get("kind") != "og"]
    if len({surname(goal) for goal in then}) != 1 or _is_near(surname(claim), surname(then[0])):
        return None
    return then[0]


def _is_near(one: str, other: str) -> bool:
    """Whether two surnames may be one misspelt; the rules on spelling say so."""
    return distance(one, other) <= TYPING_ERRORS


def _is_same_moment(one: Claim, other: Claim) -> bool:
    """Whether two goals or cards have one exact minute and may be one side's."""
    exact = one.get("earliest") == one.get("latest") is not None and one.get("earliest") == other.get("earliest")
    clubs = {claim.keys["club"] for claim in (one, other) if claim.keys.get("club")}
    return exact and other.get("earliest") == other.get("latest") and len(clubs) < 2


def _dismissals(one: MatchRecord, other: MatchRecord) -> Iterator[tuple[int, Claim]]:
    """A man sent off in one record alone, with one whom the other record alone has sent off: in the same minute, or where both
    have as many men off and differ on one."""
    mine, theirs = ({claim.keys["player"]: (at, claim) for at, claim in _reds(record)} for record in (one, other))
    here = [mine[man] for man in mine if not any(_may_be_same(man, counter) for counter in theirs)]
    there = [theirs[man][1] for man in theirs if not any(_may_be_same(man, counter) for counter in mine)]
    lone = len(here) == len(there) == 1 and len(mine) == len(theirs)
    for at, claim in here:
        for counter in there:
            if (lone or _is_same_moment(claim, counter)) and _may_be_one(claim, counter) and _is_judged(claim, counter):
                yield at, counter


def _reds(record: MatchRecord) -> Iterator[tuple[int, Claim]]:
    return ((at, claim) for at, claim in enumerate(record.claims) if is_red(claim) and at in record.events)


def _may_be_same(one: str, other: str) -> bool:
    """Whether two names share a part: `Dele Alli` and `Alli`."""
    return bool(set(one.split()) & set(other.split()))


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether neither the side nor the minute tells two dismissals apart."""
    clubs = {claim.keys["club"] for claim in (one, other) if claim.keys.get("club")}
    at = one.get("earliest"), other.get("earliest")
    far = isinstance(at[0], int) and isinstance(at[1], int) and abs(at[0] - at[1]) > _SAME_MINUTE
    return len(clubs) < 2 and not far


def _is_judged(one: Claim, other: Claim) -> bool:
    """Of two reports the prose is judged by the list; of two that nothing decides between, the first by its path."""
    if (one.zone == "block") != (other.zone == "block"):
        return other.zone == "block"
    return one.path <= other.path
