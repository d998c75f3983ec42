"""one_goal: what any words of a goal tell holds for all the words that tell it, where a side or a man scored but once.

For readers of the claims only, as all of `telling`.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from checker.claims.model import Claim, Value

Told = Mapping[str, Value]
_TIED = ("scorer", "minute")
"""What all words of one goal tell alike."""


def told_once(
    claims: Sequence[Claim], told: Sequence[Told], goals_of: Mapping[str, int], counted: re.Pattern[str]
) -> list[Told]:
    """The fields told of each claim; the goals of a side that scored once, by `goals_of` its name, with the man and the minute
    that any of them tells and no other denies, and those of a man with his minute, where no words (`counted`) give him a second
    one."""
    more = [dict(fields) for fields in told]
    own = [n for n, claim in enumerate(claims) if claim.type == "goal" and more[n].get("about") in (None, "this")]
    sides = _grouped(own, more, "club")
    for club, numbers in sides.items():
        if goals_of.get(club) == 1:
            _share(more, numbers, _TIED)
    for numbers in _grouped(own, more, "scorer").values():
        if not any(claims[number].get("several") or counted.search(claims[number].text) for number in numbers):
            _share(more, numbers, ("minute",))
    return list(more)


def _grouped(numbers: Iterable[int], told: Sequence[Told], field: str) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        if told[number].get(field):
            found[str(told[number][field])].append(number)
    return found


def _share(told: Sequence[dict[str, Value]], numbers: Sequence[int], fields: Iterable[str]) -> None:
    """Gives all of some goals what they tell alike."""
    for field in fields:
        values = {str(told[number][field]) for number in numbers if field in told[number]}
        if len(values) == 1:
            for number in numbers:
                told[number].setdefault(field, next(iter(values)))
