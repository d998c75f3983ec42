"""Attribution: who did what, in prose against the lists or in one of two reports."""

import random
import re
from collections.abc import Iterable, Iterator

from injections.copy import ELSEWHERE, Copy, Named, Place
from injections.minute import goal_sentences, told
from injections.model import Error, Kind, Site, one
from injections.names import DAYS_AND_MONTHS
from injections.numbers import group

_SENT_OFF = r"(?:was (?:sent off|dismissed|ordered off)|saw red|(?:was shown|received) (?:a|the) (?:straight )?red card)"
_BOOKED = r"(?:was booked|was cautioned|was shown a yellow card|went into the book)"
_SURNAME = r"[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]"
_FIRST = r"(?P<what{n}>winner|opener|opening goal)"
_WINNER = re.compile(
    rf"\b(?P<man>{_SURNAME})['’]s? (?:[\w-]+ ){{0,3}}{_FIRST.replace('{n}', '')}\b|"
    rf"\b(?P<man2>{_SURNAME}) (?:scored|struck|grabbed|hit|netted|snatched|fired|headed) (?:home )?(?:the|an?) "
    rf"(?:[\w-]+ ){{0,3}}{_FIRST.replace('{n}', '2')}\b"
)
_OFF = re.compile(
    rf"\b(?P<man>{_SURNAME})(?: {_SENT_OFF}|['’]s? (?:[\w-]+ ){{0,2}}(?:red card|dismissal|sending[- ]off))|"
    rf"\b(?:dismissal|sending[- ]off) of (?:[A-ZÀ-Þ][\w-]+ )?(?P<man2>{_SURNAME})\b"
)
_TEN_MEN = re.compile(r"\b(?:10|ten)[- ]m[ae]n\b")
_NINE_MEN = re.compile(r"\b(?:9|nine)[- ]m[ae]n\b")
_SCORED = re.compile(
    rf"\b(?P<man>{_SURNAME})"
    r"(?: (?:then |also |had )?(?:scored|struck|netted|equalised|levelled|opened the scoring|doubled|converted|"
    r"(?:headed|tapped|fired|slotted|volleyed|stabbed) (?:in|home))|"
    r"['’]s? (?:[\w-]+ ){0,2}(?:goal|opener|equaliser|winner))\b"
)
_NOT_THIS = re.compile(
    r"\b(?:last|previous|season|campaign|career|ago|earlier|disallowed|wide|saved|denied|post|crossbar|could|would|if)\b"
)
_MADE = re.compile(
    r"['’]s? (?:[\w-]+ ){0,2}(?:cross|pass|ball|corner|free[- ]kick|cut-?back|throw|header on|flick|centre|delivery)\b"
)
"""What makes a goal another's: who crossed is told in one report alone."""
_CARD = r"(?P<man>[A-ZÀ-Þ][\w'’-]*[a-zà-ÿ]) (?:then )?(?P<card>{verb})"


def scorer_against_list(site: Site) -> Iterator[Error]:
    """The report gives a goal, with the list's minute, to another man of the side."""
    copy = site.copy
    for place, goal, minute in told(copy):
        found = re.compile(rf"\b{re.escape(goal.scorer.surname)}\b").search(copy.text, *place)
        side = next(side for side in copy.sides if goal in side.goals)
        men = [man.surname for man in side.starters[1:] if _is_free(copy, place, man)]
        if found and minute.exact and not goal.own_goal:
            yield from _given_to(copy, group(found, 0), men, goal.scorer.place, site.draw)


def _is_free(copy: Copy, place: Place, man: Named) -> bool:
    """Whether a man has no goal in the lists and no part in a sentence, and no namesake on the pitch."""
    scorers = {goal.scorer.surname for goal in copy.goals}
    played = [other.surname for side in copy.sides for other in side.played]
    return man.surname not in scorers and played.count(man.surname) == 1 and man.surname not in copy.of(place)


def _given_to(copy: Copy, name: Place, men: Iterable[str], proof: Place, draw: random.Random) -> Iterator[Error]:
    """The error that another man's name stands in the place of a surname, in full where the first name stands there."""
    full = copy.full_names
    first = _FIRST_NAME.search(copy.text, max(0, name.start - 20), name.start)
    if first is None:
        choice = sorted(men)
        new = draw.choice(choice) if choice else None
    else:
        choice = sorted(full[man] for man in men if man in full)
        known = full.get(copy.of(name)) == copy.text[first.start() : name.end]
        new = draw.choice(choice) if choice and known else None
    if new:
        yield one(Place(first.start(), name.end) if first else name, new, proof)


_FIRST_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]+ $")


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
                    if card:
                        yield from _given_to(copy, group(found, "man"), men, card.place, site.draw)


def winner_told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that give the winner, or the opening goal, to the same man."""
    copy = site.copy
    found = [(place, m) for place in copy.prose if not ELSEWHERE.search(copy.of(place)) for m in copy.find(_WINNER, place)]
    told = [(place, m["what"] or m["what2"], m["man"] or m["man2"], m) for place, m in found]
    for place, what, man, match in told:
        same = [(other, name, m) for other, thing, name, m in told if thing == what]
        where = group(match, "man" if match["man"] else "man2")
        if len(same) > 1 and {name for _, name, _ in same} == {man} and man not in DAYS_AND_MONTHS:
            proof = next(other for other, _, m in same if m is not match)
            yield from _given_to(copy, where, _men(copy, place) - {man}, proof, site.draw)


def dismissal_told_twice(site: Site) -> Iterator[Error]:
    """One of two sentences that send the same man off, in an article that leaves one side with ten men."""
    copy = site.copy
    found = [(place, m) for place in copy.prose for m in copy.find(_OFF, place)]
    told = [(place, group(m, "man" if m["man"] else "man2")) for place, m in found]
    names = {copy.of(where) for _, where in told}
    if len(told) < 2 or len(names) > 1 or not _TEN_MEN.search(copy.text) or _NINE_MEN.search(copy.text):
        return
    for place, where in told:
        proof = next(other for _, other in told if other != where)
        yield from _given_to(copy, where, _men(copy, place) - names, proof, site.draw)


def goal_between_reports(site: Site) -> Iterator[Error]:
    """A goal of one of two reports goes to another man of the article, who has none in the other.

    The other report either tells the same man's goal of the same minute, or lists all goals of the match.
    """
    assert site.partner
    copy = site.copy
    minutes = {(name, minute.minute) for _, name, minute in goal_sentences(site.partner)}
    every = _live_scorers(site.partner) | {goal.scorer.surname for goal in site.partner.goals}
    scorers = {name for name, _ in minutes} | every
    told = [(place, name) for place, name, minute in goal_sentences(copy) if (name, minute.minute) in minutes]
    told += [(place, found["man"]) for place in copy.prose for found in copy.find(_SCORED, place) if found["man"] in every]
    for place, name in sorted(set(told)):
        found = re.compile(rf"\b{re.escape(name)}\b").search(copy.text, *place)
        made = found and _MADE.match(copy.text, found.end())
        if found and not made and name in copy.full_names and not copy.goals and not _NOT_THIS.search(copy.of(place)):
            men = _men(copy, place) - scorers
            yield from _given_to(copy, group(found, 0), men, Place(found.end(), place.end), site.draw)


_LIVE_GOAL = re.compile(r"^\s*GOAL\b[^\n]*", re.MULTILINE)


def _live_scorers(copy: Copy) -> set[str]:
    """Every name in the entries of a live text that tell a goal: whoever is not there has not scored."""
    return {word for entry in _LIVE_GOAL.findall(copy.text) for word in re.findall(r"[A-ZÀ-Þ][\w-]*[a-zà-ÿ]", entry)}


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
            if found["man"] in theirs:
                yield from _given_to(copy, group(found, "man"), _men(copy, place) - theirs, group(found, "card"), site.draw)


def _men(copy: Copy, place: Place) -> set[str]:
    """Surnames of men whom the article names in full and who act under their surname, none of them in the sentence."""
    told = set(copy.full_names) - set(re.findall(r"\w+", copy.of(place)))
    return {name for name in told if re.search(rf"(?<=[a-z.,] ){re.escape(name)} {_ACTS}\b", copy.text)}


_ACTS = r"(?:had|was|headed|shot|fired|saw|could|sent|crossed|went|made|hit|struck|scored|forced|curled|drove|found|played)"


KINDS = (
    Kind("attribution/scorer-against-goals-list", scorer_against_list),
    Kind("attribution/card-against-list", card_against_list),
    Kind("attribution/winner-told-twice", winner_told_twice),
    Kind("attribution/dismissal-told-twice", dismissal_told_twice),
    Kind("attribution/goal-between-reports", goal_between_reports, pair=True),
    Kind("attribution/card-between-reports", card_between_reports, pair=True),
)
