"""allegiance: for whom the men of an article play where neither a line-up nor the reference tells it.

For readers of the claims only, as all of `telling`: a side is put together here from what goals, changes and results let one
conclude, the plainest first. What the record knows itself always stands.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from checker.claims.model import Claim
from checker.claims.words import Words
from checker.match.company import Company
from checker.match.facts import goals_of
from checker.match.listing import ACTORS
from checker.match.record import MatchRecord
from checker.match.sides import other_of
from checker.pipeline.clubs import TEAM_KINDS
from checker.pipeline.reading import Reading
from checker.reference.store import is_national

ITS_WORDS = ("goal_noun", "lead_noun", "standing_cues")
"""The words in a goal's that make the goal the club's that stands before them."""
Sides = dict[str, str]
"""The key of a club by the key of each man who plays for it."""


def allegiances(reading: Reading, record: MatchRecord, words: Words) -> Sides:
    """The club of each man of a record who can be told to play for one."""
    goals = [claim for claim in record.claims if claim.type == "goal" and claim.get("about") in (None, "this")]
    found = {**_by_goals(goals), **_by_affiliations(record), **record.sides}
    found = {**_by_changes(record.claims, found), **found}
    told = _by_sentences(goals, reading, record, words)
    found = {**told, **found}
    found = {**_by_result(goals, record, found, words.pattern("consolation_words")), **found}
    levels = words.pattern("levelling_words")  # who levels plays for the side that his sentence has not named so far
    here = (claim for claim in record.claims if claim.type in ACTORS and claim.get("about") in (None, "this"))
    acts = [claim for claim in here if not levels.search(claim.text) and claim.get("kind") != "og"]
    company = Company(reading, record.clubs, words, goals)
    found = {**company.sides(found), **found}
    found = {**_by_company(acts, reading, record, found, words), **found}
    return {**company.sides(found), **found}


def _by_goals(goals: Sequence[Claim]) -> Sides:
    """Whom men play for who `put Milan ahead`."""
    own = [goal for goal in goals if goal.get("kind") != "og"]
    return {goal.keys["scorer"]: goal.keys["club"] for goal in own if goal.keys.get("scorer") and goal.keys.get("club")}


def _by_affiliations(record: MatchRecord) -> Sides:
    """Whom men play for who are called a club's in an article of no one match; of a nation's only where nations play."""
    current = [claim for claim in record.claims if claim.type == "affiliation" and claim.get("status") == "current"]
    found = {c.keys["person"]: c.keys["club"] for c in current if c.keys.get("person") and c.keys.get("club")}
    nations = not record.clubs or any(map(is_national, record.clubs))
    return {man: club for man, club in found.items() if nations or not is_national(club)}


def _by_changes(claims: Sequence[Claim], known: Mapping[str, str]) -> Sides:
    """The side of whoever comes on for a man, or goes off for one, whose side is known."""
    found: Sides = {}
    for claim in claims:
        pair = claim.keys.get("on", ""), claim.keys.get("off", "")
        if claim.type == "substitution" and all(pair):
            side = known.get(pair[0]) or known.get(pair[1]) or claim.keys.get("club")
            found |= dict.fromkeys(pair, side) if side else {}
    return found


def _by_sentences(goals: Sequence[Claim], reading: Reading, record: MatchRecord, words: Words) -> Sides:
    """The side that the sentences of a man's goals speak of, where all that name but one agree."""
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for goal in goals:
        scorer = goal.keys.get("scorer", "")
        if scorer and goal.get("kind") != "og" and goal.sentence >= 0:
            named[scorer].update(side for side in sides_told(goal, reading, words) if side in (record.clubs or (side,)))
    return {scorer: next(iter(sides)) for scorer, sides in named.items() if len(sides) == 1}


def sides_told(goal: Claim, reading: Reading, words: Words) -> Iterator[str]:
    """The clubs for which the words of a goal, or those behind it, say that it was: `scored for Milan`, `with Milan's
    first attack`, `Milan's opening goal`, `put Milan ahead`, `to earn struggling Milan a draw`."""
    text, its, fruit = reading.text, words.pattern(*ITS_WORDS), words.frame("fruit_of_goal")
    apart = words.frame("moments_apart")
    for mention in reading.named_in(goal.sentence):
        start, end = mention.span
        key = reading.clubs.at(start)
        if not key or mention.kind not in TEAM_KINDS or not goal.span.start <= start <= goal.span.end + _FOR:
            continue
        owned = text.startswith(("'s ", "’s "), end)
        before = text[goal.span.start : start].lower().split()[-1:]
        if apart.search(text, goal.span.end, max(goal.span.end, start)):
            continue  # of another goal: `levelled after Hill put Milan ahead`
        its_goal = goal.span.holds(mention.span) and its.search(text, end, goal.span.end)
        earned = not owned and fruit.search(text, goal.span.start, start)
        if before == ["for"] or (owned and before == ["with"]) or its_goal or earned:
            yield key


def _by_company(
    acts: Sequence[Claim], reading: Reading, record: MatchRecord, known: Mapping[str, str], words: Words
) -> Sides:  # fmt: skip
    """The side of a man whose goals, cards and changes are told where that side alone acts, by its name or as another's men:
    `Hill scored as Ayton won`, `Moss's men scored through Hill`."""
    acting: dict[str, set[str]] = defaultdict(set)
    scores = [claim for claim in record.claims if claim.type == "score" and "outcome" not in claim.fields]
    broken, conceded = words.frame("broken_behind"), words.frame("conceded_goal")
    governed, his_side, apart = words.frame("governed_side"), words.frame("his_side"), words.frame("moments_apart")
    for claim in acts:
        man = claim.keys.get(ACTORS[claim.type], "") or claim.keys.get("off", "")
        for mention in reading.named_in(claim.sentence):
            key = reading.clubs.at(mention.span.start) if mention.kind in TEAM_KINDS else ""
            if mention.kind == "person" and his_side.match(reading.text, mention.span.end):
                person = reading.people.at(mention.span.start)
                key = known.get(person.key, "") if person else ""
            fell = record.clubs and key in record.clubs and mention.span.end <= claim.span.start
            if fell and conceded.search(reading.text, mention.span.end, claim.span.start):
                key = other_of(record.clubs, key)  # `Ayton fell behind when Hill struck`
            listed = any(score.sentence == claim.sentence and score.span.holds(mention.span) for score in scores)
            parted = apart.search(reading.text, *claim.span.between(mention.span))
            object_ = listed or parted or broken.match(reading.text, mention.span.end)
            ours = key and key in (record.clubs or (key,)) and not object_
            if ours and not governed.search(reading.text, max(0, mention.span.start - _CUE), mention.span.start):
                acting[man].add(key)
    return {man: next(iter(clubs)) for man, clubs in acting.items() if len(clubs) == 1 and man}


_CUE = 40
"""Code points before a club in which the word stands that makes it no subject: `beat promoted Ayton`."""
_FOR = 60
"""Code points behind a goal's words within which `for Milan` says whose goal it was."""


def _by_result(
    goals: Sequence[Claim], record: MatchRecord, known: Mapping[str, str], consolation: re.Pattern[str]
) -> Sides:
    """The side of the scorers who are left once all goals of the other side are told: of a 4-0 win all are the winner's."""
    scored = goals_of(record.facts, record.claims, record.clubs)
    if record.clubs is None or len(scored) != len(record.clubs):
        return {}
    scorers = {goal.keys["scorer"] for goal in goals if goal.keys.get("scorer") and goal.get("kind") != "og"}
    known = {**_by_kind(goals, record.clubs, scored, consolation), **known}
    left = scorers - known.keys()
    for club, other in (record.clubs, record.clubs[::-1]):
        if sum(known.get(scorer) == other for scorer in scorers) >= scored[other] and scored[club]:
            return dict.fromkeys(left, club) | {scorer: known[scorer] for scorer in scorers & known.keys()}
    return {scorer: known[scorer] for scorer in scorers & known.keys()}


def _by_kind(
    goals: Sequence[Claim], clubs: tuple[str, str], scored: Mapping[str, int], consolation: re.Pattern[str]
) -> Sides:
    """The losers' man who scored a consolation."""
    loser = min(clubs, key=lambda club: scored[club])
    if scored[clubs[0]] == scored[clubs[1]]:
        return {}
    return {goal.keys["scorer"]: loser for goal in goals if goal.keys.get("scorer") and consolation.search(goal.text)}
