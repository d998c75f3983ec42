"""Scores: two figures against a word, against another statement, or against the goals lists."""

import re
from collections.abc import Iterator

from injections.copy import LEVEL_WORDS, Copy, Place, Score, finals, results, scores
from injections.minute import chances, told
from injections.model import Error, Kind, Site, one
from injections.names import SENTENCE_OPENERS
from injections.numbers import NUMBER, group, like, value

_RUNNING = re.compile(
    r"\b(?:(?:made|make|making) (?:it|the score)|led|leading|ahead|level(?:led)? (?:it )?at|(?:to|it was|put \w+)(?: back)?)"
    r" (?P<score>(\d)[-–](\d))\b|"
    r"\b(?P<score2>(\d)[-–](\d)) (?:up|down|ahead|lead|advantage|deficit|behind|at (?:half-time|the (?:break|interval)))\b"
)
_OTHER_MATCH = re.compile(
    r"\b(?:first[- ]leg|second[- ]leg|last|earlier this|previous|aggregate|shoot-?out|penalties|season|in (?:19|20)\d\d|"
    r"disallowed|could|would|should|if|against|meeting|ago|tie|unbeaten)\b"
)
_OTHER_SIDE = re.compile(
    r"(?: (?:[a-z][\w-]*|Premier|Champions|Europa|League|Cup|FA)){0,4} (?:at|to|by|over|against|with) (?:the )?"
    r"(?P<side>[A-Z][a-z]{3,})"
)
_VICTIM = re.compile(
    r"\b(?:beat|beats|beaten|beating|defeat(?:s|ed|ing)?|thrash(?:ed|ing)|edg(?:ed|ing)|dispatch(?:ed|ing))"
    r"(?: [a-z]+){0,2} (?P<side>[A-Z][a-z]{3,})(?: [A-Z]\w+){0,2} $"
)
"""Whom a result beat, where its figures stand behind him: `beat Ayton 2-0`."""
_WIN_OVER = re.compile(r"(?: [a-z]+)? (?:win|victory) over (?:the )?(?P<side>[A-Z][a-z]{3,})")
_UNREAL = re.compile(r"\b(?:ought|should|nearly|almost|elsewhere|missed|converted|chances? to|thought they)\b", re.IGNORECASE)
"""What never stood so, or stood elsewhere: `nearly made it 2-0`, `elsewhere Ashby trail 2-0`, the kicks of a shoot-out."""
_AGGREGATE = re.compile(
    r"\b(?P<first>\d{1,2})[-–](?P<second>\d{1,2})(?: [a-z]+)? (?:on )?aggregate\b|"
    r"\baggregate (?:score )?(?:of )?(?P<a>\d{1,2})[-–](?P<b>\d{1,2})"
)
_FIRST_LEG = re.compile(
    r"\bfirst[- ]leg[^.\d]{0,60}\b(?P<first>\d{1,2})[-–](?P<second>\d{1,2})\b|"
    r"\b(?P<a>\d{1,2})[-–](?P<b>\d{1,2})\b[^.\d]{0,60}\bfirst[- ]leg"
)


def _figures(draws: Score, number: int, figure: int, proof: Place, witnesses: tuple[Place, ...] = ()) -> Error:
    return one(draws.of(number), str(figure), proof, witnesses)


def draw_not_level(site: Site) -> Iterator[Error]:
    """A draw gets a goal more on one side."""
    for place in site.copy.prose:
        for score in results(site.copy, place):
            if score.word in LEVEL_WORDS and score.first == score.second:
                number = site.draw.randrange(2)
                yield _figures(score, number, score.first + 1, Place(score.place.end, score.place.end + len(score.word) + 1))


def win_is_level(site: Site) -> Iterator[Error]:
    """A win or a defeat becomes level."""
    for place in site.copy.prose:
        for score in results(site.copy, place):
            if score.word and score.word not in LEVEL_WORDS and score.first != score.second:
                number = site.draw.randrange(2)
                yield _figures(score, number, (score.second, score.first)[number], Place(score.place.end, score.place.end + 12))


def _changed(site: Site, score: Score) -> tuple[int, int] | None:
    """Which figure of a final score becomes what, so that who won stays the same: (number, figure)."""
    low = min(score.first, score.second)
    if score.word in LEVEL_WORDS or score.first == score.second:
        return None
    number = site.draw.randrange(2)
    figure = (score.first, score.second)[number]
    if figure == low:
        free = [n for n in (figure - 1, figure + 1) if 0 <= n < max(score.first, score.second)]
    else:
        free = [n for n in (figure - 1, figure + 1, figure + 2) if n > low]
    return (number, site.draw.choice(free)) if free else None


def against_list(site: Site) -> Iterator[Error]:
    """The final score is another than the goals lists add up to."""
    copy = site.copy
    if copy.score_of_lists:
        for score in finals(copy):
            changed = _changed(site, score)
            if changed:
                yield _figures(score, *changed, copy.goals[0].scorer.place)


def told_twice(site: Site) -> Iterator[Error]:
    """One of two statements of the final score changes; both stand beside the same word, which is a club or its ground, and
    the sides that they name behind their figures stand beside both: else it is another match."""
    told = finals(site.copy)
    for score in told:
        for other in told:
            changed = _changed(site, score)
            shared = _neighbours(site.copy, score) & _neighbours(site.copy, other)
            sides = _other_sides(site.copy, score) | _other_sides(site.copy, other)
            beaten, others = _victims(site.copy, score), _victims(site.copy, other)
            two = beaten and others and not beaten & others
            if score.place != other.place and changed and shared and sides <= shared and not two:
                yield _figures(score, *changed, other.place)


def _other_sides(copy: Copy, score: Score) -> set[str]:
    """The first word of the side that a score names behind its figures (`3-1 defeat at Leicester City`) or right before them,
    where it does."""
    found = _OTHER_SIDE.match(copy.text, score.place.end)
    return ({found["side"]} if found else set()) | _victims(copy, score)


def _victims(copy: Copy, score: Score) -> set[str]:
    """The first word of the side that a result beat: two that beat different sides are two."""
    before = _VICTIM.search(copy.text, max(0, score.place.start - 60), score.place.start)
    behind = _WIN_OVER.match(copy.text, score.place.end)
    return {found["side"] for found in (before, behind) if found}


def _neighbours(copy: Copy, score: Score) -> set[str]:
    """The capitalised words of a score's sentence."""
    place = next((place for place in copy.sentences if place.holds(score.place)), score.place)
    return set(re.findall(r"\b[A-Z][a-z]{3,}", copy.of(place))) - _OF_COMPETITIONS


_OF_COMPETITIONS = frozenset({"League", "Champions", "Premier", "Europa", "Conference", "World", "Nations", "Super", "Women"})
"""Words that two results share when all that they share is the competition."""


def list_goal_lost(site: Site) -> Iterator[Error]:
    """A goals list loses a scorer; the final score still counts him."""
    copy = site.copy
    told = finals(copy)
    for side in copy.sides:
        if told and len({goal.scorer.place for goal in side.goals}) > 1:
            for first, second in zip(side.goals, side.goals[1:], strict=False):
                gap = Place(first.scorer.place.start, second.scorer.place.start)
                if first.scorer.place != second.scorer.place and "\n" not in copy.of(gap):
                    yield one(gap, "", told[0].place, [score.place for score in told])


def beyond_final(site: Site) -> Iterator[Error]:
    """A score on the way exceeds the final one."""
    copy = site.copy
    told = finals(copy)
    for place in copy.prose:
        if told and not _OTHER_MATCH.search(copy.text, *place) and not _UNREAL.search(copy.text, *place):
            for score in _running(copy, place):
                if score.sides != told[0].sides and _within(score, told[0]) and not may_be_anothers(copy, place, told[0]):
                    number = 0 if score.first >= score.second else 1
                    yield _figures(score, number, told[0].sides[0] + 1, told[0].place)


def may_be_anothers(copy: Copy, place: Place, final: Score) -> bool:
    """Whether a sentence of a round-up may be of another match: two results or more share no name with the first one's
    sentence, and neither does this; or the first one's has figures that lead to another."""
    own = next((sentence for sentence in copy.sentences if sentence.holds(final.place)), final.place)
    if own != place and any(not _within(score, final) for score in scores(copy, own)):
        return True
    names = _neighbours(copy, final)
    apart = [score for other in copy.prose for score in results(copy, other) if not _neighbours(copy, score) & names]
    return len(apart) >= _ROUND_UP and not set(re.findall(r"\b[A-Z][a-z]{3,}", copy.of(place))) & names


_ROUND_UP = 2
"""Results of other sides from which on an article is a round-up."""


def _running(copy: Copy, place: Place) -> Iterator[Score]:
    for found in copy.find(_RUNNING, place):
        name = "score" if found["score"] else "score2"
        where = group(found, name)
        yield from (score for score in scores(copy, place) if score.place == where)


def _within(score: Score, final: Score) -> bool:
    return score.sides[0] <= final.sides[0] and score.sides[1] <= final.sides[1]


_LEAD = re.compile(rf"\b(?P<n>{NUMBER})-goal (?:lead|cushion|advantage|deficit)\b")


def lead_beyond_final(site: Site) -> Iterator[Error]:
    """A lead on the way is of more goals than either side scored."""
    told = finals(site.copy)
    for place in site.copy.prose:
        if told and not _OTHER_MATCH.search(site.copy.text, *place):
            for found in site.copy.find(_LEAD, place):
                if (value(found["n"]) or 99) <= told[0].sides[0] < 5 and not may_be_anothers(site.copy, place, told[0]):
                    new = told[0].sides[0] + site.draw.choice((1, 2))
                    yield one(group(found, "n"), like(found["n"], new), told[0].place)


def running_against_list(site: Site) -> Iterator[Error]:
    """A goal of the lists makes it another score than it made: a figure more or less than goals had fallen."""
    copy = site.copy
    for place, goal, _ in told(copy):
        for score in _running(copy, place):
            nth = copy.goals.index(goal) + 1
            if score.first + score.second == nth and len(chances(copy, place)) == 1:
                number = site.draw.randrange(2)
                figure = (score.first, score.second)[number]
                yield _figures(score, number, figure + 1, goal.place)


def running_skips(site: Site) -> Iterator[Error]:
    """Of three scores on the way, each a goal after the other, the middle one has a goal too many."""
    copy = site.copy
    told = [score for place in copy.prose if not _OTHER_MATCH.search(copy.text, *place) for score in _running(copy, place)]
    for before, score, after in zip(told, told[1:], told[2:], strict=False):
        if _one_goal(before, score) and _one_goal(score, after):
            number = site.draw.randrange(2)
            yield _figures(score, number, (score.first, score.second)[number] + 1, after.place)


def _one_goal(before: Score, after: Score) -> bool:
    """Whether a score follows another by one goal, in whichever order the figures stand."""
    (a, b), (c, d) = (before.first, before.second), (after.first, after.second)
    return a + b + 1 == c + d and any(x <= c and y <= d for x, y in ((a, b), (b, a)))


def aggregate(site: Site) -> Iterator[Error]:
    """The aggregate is no sum of the first leg and this match. Its sentence names a side that the result's does, or none: of
    several ties one may fit the legs of another by chance."""
    copy = site.copy
    told = finals(copy)
    legs = [_pair(found) for place in copy.prose for found in copy.find(_FIRST_LEG, place)]
    for place in copy.prose:
        for found in copy.find(_AGGREGATE, place):
            names = set(re.findall(r"\b[A-Z][a-z]{3,}", copy.of(place))) - SENTENCE_OPENERS
            ours = told and (not names or names & _neighbours(copy, told[0]))
            if ours and legs and _fits(_pair(found), told[0].sides, legs[0]):
                where = group(found, "first" if found["first"] else "a")
                figure = int(copy.of(where)) + 1
                changed = (figure, _pair(found)[1])
                if not _fits(changed, told[0].sides, legs[0]):
                    yield one(where, str(figure), told[0].place)


def _pair(found: "re.Match[str]") -> tuple[int, int]:
    return int(found["first"] or found["a"]), int(found["second"] or found["b"])


def _fits(total: tuple[int, int], this: tuple[int, int], leg: tuple[int, int]) -> bool:
    sums = {(this[0] + leg[0], this[1] + leg[1]), (this[0] + leg[1], this[1] + leg[0])}
    return any(sorted(total) == sorted(found) for found in sums)


def between_reports(site: Site) -> Iterator[Error]:
    """The final score of one of two reports, where both tell the same one."""
    assert site.partner
    mine, theirs = finals(site.copy), finals(site.partner) or result_lines(site.partner)
    if len(mine) == 1 and theirs and mine[0].sides == theirs[0].sides:
        changed = _changed(site, mine[0])
        if changed:
            yield _figures(mine[0], *changed, mine[0].place)


def result_lines(copy: Copy) -> list[Score]:
    """The score of a line such as FULL-TIME: CITY 2-1 ROVERS, which live texts end with."""
    found = re.search(r"FULL[- ]TIME:? [^\n\d]+ (?P<score>\d[-–]\d) ", copy.text)
    return list(scores(copy, group(found, "score"))) if found else []


KINDS = (
    Kind("score/draw-not-level", draw_not_level),
    Kind("score/win-is-level", win_is_level),
    Kind("score/final-against-goals-list", against_list),
    Kind("score/final-told-twice", told_twice),
    Kind("score/goals-list-loses-one", list_goal_lost),
    Kind("score/running-beyond-final", beyond_final),
    Kind("score/lead-beyond-final", lead_beyond_final),
    Kind("score/running-against-goals-list", running_against_list),
    Kind("score/running-skips", running_skips),
    Kind("score/aggregate", aggregate),
    Kind("score/between-reports", between_reports, pair=True),
)
