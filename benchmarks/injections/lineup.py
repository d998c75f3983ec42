"""Line-ups: who is missing from an eleven, or stands there too often."""

import re
from collections.abc import Iterator

from injections.copy import Copy, Named, Place, Side
from injections.model import Edit, Error, Kind, Site, one
from injections.names import STRANGERS


def _stranger(site: Site) -> str:
    return site.draw.choice([name for name in STRANGERS if name not in site.corpus.words])


def _elevens(copy: Copy) -> Iterator[Side]:
    """The sides with eleven different starters."""
    for side in copy.sides:
        if len({man.surname for man in side.starters}) == len(side.starters) == 11:
            yield side


def _whole(side: Side) -> Place:
    return Place(side.club.place.start, side.team.end)


def _starter(side: Side, man: Named) -> Named | None:
    """The only starter of a man's surname, where no substitute has it."""
    found = [other for other in side.played if other.surname == man.surname]
    return found[0] if len(found) == 1 and found[0] in side.starters else None


def _elsewhere(copy: Copy, man: Named) -> list[Place]:
    """Wherever else a man's surname stands: he is missed there."""
    found = re.finditer(rf"\b{re.escape(man.surname)}\b", copy.text)
    return [place for place in (Place(*match.span()) for match in found) if not place.overlaps(man.place)]


def scorer_out(site: Site) -> Iterator[Error]:
    """A scorer's place among the eleven is taken by somebody unknown; the goals list still has him."""
    for side in _elevens(site.copy):
        for goal in side.goals:
            man = _starter(side, goal.scorer)
            if man and not goal.own_goal:
                yield one(man.place, _stranger(site), goal.scorer.place, _elsewhere(site.copy, man))


def booked_out(site: Site) -> Iterator[Error]:
    """A booked man's place among the eleven is taken by somebody unknown."""
    for side in _elevens(site.copy):
        for card in (*side.booked, *side.sent_off):
            man = _starter(side, card)
            if man:
                yield one(man.place, _stranger(site), card.place, _elsewhere(site.copy, man))


def ten_names(site: Site) -> Iterator[Error]:
    """An eleven loses a man who was not replaced."""
    for side in _elevens(site.copy):
        for man, following in zip(side.starters, side.starters[1:], strict=False):
            gap = Place(man.place.start, following.place.start)
            if "(" not in site.copy.of(gap) and ";" not in site.copy.of(gap):
                yield one(gap, "", _whole(side), [_whole(side)])


def starter_twice(site: Site) -> Iterator[Error]:
    """A starter's name stands in the place of another's."""
    for side in _elevens(site.copy):
        man, other = site.draw.sample(side.starters, 2)
        yield one(man.place, other.name, other.place, [_whole(side)])


def on_twice(site: Site) -> Iterator[Error]:
    """A substitute comes on for two men."""
    for side in _elevens(site.copy):
        for change, other in zip(side.changes, side.changes[1:], strict=False):
            if change.on.surname != other.on.surname:
                yield one(other.on.place, change.on.name, change.on.place, [change.on.place])


def starter_comes_on(site: Site) -> Iterator[Error]:
    """A man who began the match, and was not replaced, comes on for another."""
    for side in _elevens(site.copy):
        stayed = [man for man in side.starters if not re.match(r"[\d. ]* ?\(", site.copy.text[man.place.end :][:8])]
        for change in side.changes:
            if stayed:
                man = site.draw.choice(stayed)
                yield one(change.on.place, man.name, man.place, [man.place])


def formation(site: Site) -> Iterator[Error]:
    """A formation of ten men gains or loses one."""
    for side in _elevens(site.copy):
        if side.formation and sum(map(int, site.copy.of(side.formation).split("-"))) == 10:
            at = side.formation.start + 2 * site.draw.randrange(site.copy.of(side.formation).count("-") + 1)
            figure = int(site.copy.text[at])
            yield one(Place(at, at + 1), str(figure + 1 if figure < 5 else figure - 1), _whole(side))


def swapped(site: Site) -> Iterator[Error]:
    """Two men change places between the line-ups; one of them has a goal in the list of his right side."""
    if len(site.copy.sides) == 2:
        for side, other in (site.copy.sides, site.copy.sides[::-1]):
            theirs = [man for man in other.starters if man.surname not in {m.surname for m in side.played}]
            for goal in side.goals:
                man = _starter(side, goal.scorer)
                if man and theirs and not goal.own_goal and not _starter(other, man):
                    swap = site.draw.choice(theirs)
                    edits = (Edit(man.place, swap.name), Edit(swap.place, man.name))
                    yield Error(edits, goal.scorer.place, (goal.scorer.place,))


KINDS = (
    Kind("lineup/scorer-taken-out", scorer_out),
    Kind("lineup/booked-man-taken-out", booked_out),
    Kind("lineup/ten-names", ten_names),
    Kind("lineup/one-starter-twice", starter_twice),
    Kind("lineup/substitute-on-twice", on_twice),
    Kind("lineup/starter-comes-on", starter_comes_on),
    Kind("lineup/formation", formation),
)
