"""Counts: a brace and a hat-trick, the men left, streaks, the figure before a list of names."""

import re
from collections import Counter
from collections.abc import Iterator

from injections.copy import CAPITAL, Copy, Place, finals, scores
from injections.model import Error, Kind, Site, one
from injections.numbers import NUMBER, ORDINALS, group, like, value
from injections.score import may_be_anothers

_TWICE = re.compile(r"\b(?:scored|struck|netted) (?P<n>twice)\b")
_TWO = re.compile(
    r"\b(?:brace|(?<=\ba )double|(?<=\bhis )double|(?<=[’']s )double)\b(?! (?:pivot|save|substitution|change|header|blow)|-)"
)
"""A double is a noun only behind an article or an owner: "unlucky not to double the lead" counts nothing."""
_THREE = re.compile(r"\bhat-trick\b")
_NO_TALLY = re.compile(
    r"\b(?:last|previous|season|career|first hat|ago|since|League and|double over|past|record|earlier|another|year|week)\b"
)
_TEN_MEN = re.compile(r"\b(?P<n>10|ten)[- ]m[ae]n\b")
_NINE_MEN = re.compile(r"\b(?:9|nine)[- ]m[ae]n\b")
_SENT_OFF = re.compile(r"\b(?:sent off|red card|dismiss\w+|sending[- ]off|second yellow|second booking|ordered off)\b")
_NTH_GOAL = re.compile(r"\b(?P<n>second|third) (?:goal )?(?:of|in) the (?:game|match|night|afternoon|evening)\b")
_ORDINAL_WORD = rf"(?:\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(ORDINALS[1:])})"
_STREAK = re.compile(
    rf"\b(?P<n>{NUMBER}|{_ORDINAL_WORD})(?:[- ](?:game|match|league))?(?: \w+)? "
    r"(?:(?:consecutive|successive|straight) (?P<sort>\w+ )?"
    r"(?P<thing>win|victor|defeat|draw|loss|game|match|home|away|league|clean)\w*|"
    r"(?P<run>winning|unbeaten|winless|losing|scoring) (?:run|streak|start))"
)
_TALLY = re.compile(
    rf"\b(?P<n>{_ORDINAL_WORD}) (?P<of>(?:league |Premier League |top-flight )?goal) of the (?:season|campaign)\b"
)
_CHANGES = re.compile(
    rf"\b(?P<n>{NUMBER}) changes\b[^.;]{{0,60}}?\b(?:with|as|bringing in|recalling) (?P<names>[{CAPITAL}][^.;]*)"
)
_NAME = re.compile(rf"[{CAPITAL}][\w'’-]+(?: (?:(?:de|van|der|di|da) ){{0,2}}[{CAPITAL}][\w'’-]+){{0,2}}")
_MONTH = re.compile(r"\bin (?:January|February|March|April|May|June|July|August|September|October|November|December)\b")
_MARGIN = re.compile(r"\b(?P<n>one|two|three|four)-goal (?:win|victory|defeat|triumph|winning margin)\b")


def tally_against_list(site: Site) -> Iterator[Error]:
    """A brace becomes a hat-trick, or a hat-trick a brace, against the goals list."""
    copy = site.copy
    goals = Counter(goal.scorer.surname for goal in copy.goals)
    for place in copy.prose:
        for pattern, wanted, wrong in ((_TWO, 2, "hat-trick"), (_THREE, 3, "brace")):
            for found in copy.find(pattern, place):
                men = [goal for goal in copy.goals if _named(copy, place, goal.scorer.surname)]
                if {goals[goal.scorer.surname] for goal in men} == {wanted} and not _NO_TALLY.search(copy.of(place)):
                    yield one(group(found, 0), wrong, men[0].place)


def _named(copy: Copy, place: Place, surname: str) -> bool:
    return re.search(rf"\b{re.escape(surname)}\b", copy.of(place)) is not None


def tally_beyond_final(site: Site) -> Iterator[Error]:
    """A brace becomes a hat-trick where no side scored three; not in a sentence that gives another match's score, or behind
    one: a round-up goes on with that match for some sentences."""
    copy = site.copy
    told = finals(copy)
    if told and told[0].sides[0] == 2:
        for number, place in enumerate(copy.prose):
            nearby = copy.prose[max(0, number - _GOES_ON) : number + 1]
            of_this = all(score.sides == told[0].sides for near in nearby for score in scores(copy, near))
            of_this = of_this and not may_be_anothers(copy, place, told[0])
            if of_this and not _NO_TALLY.search(copy.of(place)):
                for found in copy.find(_TWO, place):
                    yield one(group(found, 0), "hat-trick", told[0].place)
                for found in copy.find(_TWICE, place):
                    yield one(group(found, "n"), "three times", told[0].place)


_GOES_ON = 3
"""Sentences for which a round-up goes on with the match whose score it gave."""


def tally_told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that give the same man a hat-trick gives him a brace."""
    found = [
        (place, group(match, 0), set(_surnames_before(site.copy, place, match.start())))
        for place in site.copy.prose
        if not _NO_TALLY.search(site.copy.of(place))
        for match in site.copy.find(_THREE, place)
    ]
    for place, words, men in found:
        proof = next((other for where, other, theirs in found if where != place and men & theirs), None)
        if proof:
            yield one(words, "brace", proof)


def _surnames_before(copy: Copy, place: Place, end: int) -> Iterator[str]:
    start = max(place.start, end - 30)
    yield from re.findall(rf"\b([{CAPITAL}][a-zà-ÿ]+)(?:['’]s?)? (?:\w+ )?(?:\w+ )?$", copy.text[start:end])


def men_left(site: Site) -> Iterator[Error]:
    """Ten men become nine after one sending-off."""
    copy = site.copy
    if _NINE_MEN.search(copy.text):
        return
    offs = [group(found, 0) for place in copy.prose for found in copy.find(_SENT_OFF, place)]
    told_in = {place for place in copy.prose for off in offs if place.holds(off)}
    listed = sum(len(side.sent_off) for side in copy.sides)
    if listed == 1 or (not listed and len(told_in) == 1 == len(offs)):
        for place in copy.prose:
            for found in () if _NO_TALLY.search(copy.of(place)) else copy.find(_TEN_MEN, place):
                yield one(group(found, "n"), "nine" if found["n"] == "ten" else "9", offs[0] if offs else copy.sides[0].team)


def nth_of_game(site: Site) -> Iterator[Error]:
    """A man's second goal of the game becomes his third, or the third his second, against the list."""
    copy = site.copy
    goals = Counter(goal.scorer.surname for goal in copy.goals)
    for place in copy.prose:
        for found in copy.find(_NTH_GOAL, place):
            men = [goal for goal in copy.goals if _named(copy, place, goal.scorer.surname)]
            if {goals[goal.scorer.surname] for goal in men} == {value(found["n"])} and re.search(r"\bhis\b", copy.of(place)):
                yield one(group(found, "n"), "third" if found["n"] == "second" else "fourth", men[-1].place)


def told_twice(site: Site) -> Iterator[Error]:
    """One of two statements of the same streak, or of the same man's goals of the season."""
    for pattern in (_STREAK, _TALLY):
        found = [(place, m) for place in site.copy.prose for m in site.copy.find(pattern, place)]
        for place, match in found:
            others = [
                m for p, m in found if p != place and _sort(m) == _sort(match) and _men(site.copy, p) & _men(site.copy, place)
            ]
            number = value(match["n"])
            if others and number and number > 2 and {value(m["n"]) for m in others} == {number}:
                new = number + site.draw.choice((-1, 1, 2))
                yield one(group(match, "n"), like(match["n"], new), group(others[0], 0))


def _sort(match: "re.Match[str]") -> str:
    """What a streak is of, or a tally: of a man's 15 goals of the season 14 may be the league's. Six home wins in a row may be
    four of any, and a fifth defeat in a row follows on four."""
    groups = match.groupdict()
    nth = re.match(_ORDINAL_WORD, match["n"]) is not None if groups.get("thing") else False
    return f"{nth} {groups.get('sort') or ''}" + (
        (groups.get("thing") or groups.get("run") or groups["of"])
        .replace("victor", "win")
        .replace("winning", "win")
        .replace("losing", "defeat")
    )


def _men(copy: Copy, place: Place) -> set[str]:
    """The capitalised words of a sentence and the one before: whom a statement speaks of."""
    return set(re.findall(r"\b[A-Z][a-z]{3,}", copy.of(place)))


def changes(site: Site) -> Iterator[Error]:
    """Fewer changes than men who came in, named in the same sentence. More are no error: copy may name the best of them."""
    for place in site.copy.prose:
        for found in site.copy.find(_CHANGES, place):
            names = re.split(
                r",? and |, ",
                re.split(
                    r" (?:in place of|replacing|for|coming|returning|dropp|making|while|were|was|all|left|came|who)\b",
                    found["names"],
                )[0],
            )
            whole = all(_NAME.fullmatch(name.strip()) for name in names)
            if whole and 2 <= len(names) == value(found["n"]):
                yield one(group(found, "n"), like(found["n"], len(names) - 1), group(found, "names"))


def margin(site: Site) -> Iterator[Error]:
    """The margin of a win is another than the final score's; a win of another month is another match's."""
    told = finals(site.copy)
    for place in site.copy.prose:
        for found in () if _MONTH.search(site.copy.of(place)) else site.copy.find(_MARGIN, place):
            if told and told[0].sides[0] - told[0].sides[1] == value(found["n"]) and not _NO_TALLY.search(site.copy.of(place)):
                yield one(group(found, "n"), like(found["n"], (value(found["n"]) or 0) + 1), told[0].place)


KINDS = (
    Kind("count/brace-or-hat-trick-against-list", tally_against_list),
    Kind("count/hat-trick-beyond-final", tally_beyond_final),
    Kind("count/hat-trick-told-twice", tally_told_twice),
    Kind("count/men-left", men_left),
    Kind("count/nth-goal-of-the-game", nth_of_game),
    Kind("count/streak-or-tally-told-twice", told_twice),
    Kind("count/changes-against-names", changes),
    Kind("count/margin-against-final", margin),
)
