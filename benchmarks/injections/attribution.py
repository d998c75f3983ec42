"""Attribution: who did what, in prose against the lists or in one of two reports."""

import re
from collections.abc import Iterator

from injections.copy import ELSEWHERE, Copy, Named, Place
from injections.minute import chances, goal_sentences, told

from injections.model import Error, Kind, Site, one
from injections.numbers import group

_SENT_OFF = r"(?:was sent off|was dismissed|saw red|was shown (?:a|the) (?:straight )?red card|received a (?:straight )?red card|was ordered off)"
_BOOKED = r"(?:was booked|was cautioned|was shown a yellow card|went into the book)"
_SURNAME = r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]"
_FIRST = r"(?P<what{n}>winner|opener|opening goal)"
_WINNER = re.compile(
    rf"\b(?P<man>{_SURNAME})['’]s? (?:[\w-]+ ){{0,3}}{_FIRST.replace('{n}', '')}\b|"
    rf"\b(?P<man2>{_SURNAME}) (?:scored|struck|grabbed|hit|netted|snatched|fired|headed) (?:home )?(?:the|a|an) (?:[\w-]+ ){{0,3}}{_FIRST.replace('{n}', '2')}\b"
)
_OFF = re.compile(
    rf"\b(?P<man>{_SURNAME})(?: {_SENT_OFF}|['’]s? (?:[\w-]+ ){{0,2}}(?:red card|dismissal|sending[- ]off))|"
    rf"\b(?:dismissal|sending[- ]off) of (?:[A-ZÀ-Þ][\w-]+ )?(?P<man2>{_SURNAME})\b"
)
_TEN_MEN = re.compile(r"\b(?:10|ten)[- ]m[ae]n\b")
_NINE_MEN = re.compile(r"\b(?:9|nine)[- ]m[ae]n\b")
_CARD = r"(?P<man>[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]) (?:then )?(?P<card>{verb})"


def scorer_against_list(site: Site) -> Iterator[Error]:
    """The report gives a goal, with the list's minute, to another man of the side."""
    copy = site.copy
    for place, goal, minute in told(copy):
        found = re.compile(rf"\b{re.escape(goal.scorer.surname)}\b").search(copy.text, *place)
        side = next(side for side in copy.sides if goal in side.goals)
        men = [man.surname for man in side.starters[1:] if _is_free(copy, place, man)]
        if found and men and minute.exact and not goal.own_goal and not _follows_first_name(copy, found.start()):
            yield one(group(found, 0), site.draw.choice(men), goal.scorer.place)


def _is_free(copy: Copy, place: Place, man: Named) -> bool:
    """Whether a man has no goal in the lists and no part in a sentence, and no namesake on the pitch."""
    scorers = {goal.scorer.surname for goal in copy.goals}
    played = [other.surname for side in copy.sides for other in side.played]
    return man.surname not in scorers and played.count(man.surname) == 1 and man.surname not in copy.of(place)


def _follows_first_name(copy: Copy, start: int) -> bool:
    """Whether a capitalised word stands before a name: another surname would make a man of nobody."""
    return re.search(r"[A-ZÀ-Þ][\w'’-]+ $", copy.text[max(0, start - 20) : start]) is not None


def card_against_list(site: Site) -> Iterator[Error]:
    """The report gives a card of the list to another man of the side, who has none."""
    copy = site.copy
    for side in copy.sides:
        for verb, cards in ((_SENT_OFF, side.sent_off), (_BOOKED, (*side.booked, *side.sent_off))):
            for place in copy.prose:
                for found in copy.find(re.compile(_CARD.replace("{verb}", verb)), place):
                    carded = {card.surname for card in (*side.booked, *side.sent_off)}
                    men = [man.surname for man in side.starters if man.surname not in carded and _is_free(copy, place, man)]
                    card = next((card for card in cards if card.surname == found["man"]), None)
                    if card and men and not _follows_first_name(copy, found.start("man")):
                        yield one(group(found, "man"), site.draw.choice(men), card.place)


def winner_told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that give the winner, or the opening goal, to the same man."""
    copy = site.copy
    found = [(place, m) for place in copy.prose if not ELSEWHERE.search(copy.of(place)) for m in copy.find(_WINNER, place)]
    told = [(place, m["what"] or m["what2"], m["man"] or m["man2"], m) for place, m in found]
    for place, what, man, match in told:
        same = [(other, name, m) for other, thing, name, m in told if thing == what]
        men = sorted(_men(copy) - {man} - set(re.findall(r"\w+", copy.of(place))))
        where = group(match, "man" if match["man"] else "man2")
        if len(same) > 1 and {name for _, name, _ in same} == {man} and men and not _follows_first_name(copy, where.start):
            yield one(where, site.draw.choice(men), next(other for other, _, m in same if m is not match))


def dismissal_told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that send the same man off, in an article that leaves one side with ten men."""
    copy = site.copy
    found = [(place, m) for place in copy.prose for m in copy.find(_OFF, place)]
    told = [(place, group(m, "man" if m["man"] else "man2")) for place, m in found]
    names = {copy.of(where) for _, where in told}
    if len(told) < 2 or len(names) > 1 or not _TEN_MEN.search(copy.text) or _NINE_MEN.search(copy.text):
        return
    for place, where in told:
        men = sorted(_men(copy) - names - set(re.findall(r"\w+", copy.of(place))))
        if men and not _follows_first_name(copy, where.start):
            yield one(where, site.draw.choice(men), next(other for _, other in told if other != where))


def goal_between_reports(site: Site) -> Iterator[Error]:
    """A goal of one of two reports, told in both with its minute and its scorer, goes to another man of the article."""
    assert site.partner
    copy = site.copy
    theirs = {(name, minute.minute) for _, name, minute in goal_sentences(site.partner)}
    theirs |= {(goal.scorer.surname, goal.minute) for goal in site.partner.goals}
    scorers = {name for name, _ in theirs}
    for place, name, minute in goal_sentences(copy):
        if (name, minute.minute) in theirs and len(chances(copy, place)) == 1 and not copy.goals:
            found = re.compile(rf"\b{re.escape(name)}\b").search(copy.text, *place)
            men = sorted(_men(copy) - scorers - {name} - set(re.findall(r"\w+", copy.of(place))))
            if found and men and not _follows_first_name(copy, found.start()):
                yield one(group(found, 0), site.draw.choice(men), minute.place)


def card_between_reports(site: Site) -> Iterator[Error]:
    """A sending-off told in both reports goes to another man in one of them."""
    assert site.partner
    copy, verb = site.copy, re.compile(_CARD.replace("{verb}", _SENT_OFF))
    theirs = {found["man"] for found in verb.finditer(site.partner.text)}
    theirs |= {man.surname for side in site.partner.sides for man in side.sent_off}
    if any(side.sent_off for side in copy.sides):
        return
    for place in copy.prose:
        for found in copy.find(verb, place):
            men = sorted(_men(copy) - theirs - set(re.findall(r"\w+", copy.of(place))))
            if found["man"] in theirs and men and not _follows_first_name(copy, found.start("man")):
                yield one(group(found, "man"), site.draw.choice(men), group(found, "card"))


def _men(copy: Copy) -> set[str]:
    """Surnames that act in the article: a full name once, the surname alone elsewhere."""
    full = set(re.findall(r"(?<=[a-z] )[A-Z][a-zà-ÿ]+ ([A-Z][a-zà-ÿ]{3,})(?= [a-z]|['’]s)", copy.text[copy.start :]))
    return {name for name in full if re.search(rf"(?<=[a-z.,] ){name} (?:had|was|headed|shot|fired|saw|could|sent|crossed|went|made)\b", copy.text)}


KINDS = (
    Kind("attribution/scorer-against-goals-list", scorer_against_list),
    Kind("attribution/card-against-list", card_against_list),
    Kind("attribution/winner-told-twice", winner_told_twice),
    Kind("attribution/dismissal-told-twice", dismissal_told_twice),
    Kind("attribution/goal-between-reports", goal_between_reports, pair=True),
    Kind("attribution/card-between-reports", card_between_reports, pair=True),
)
