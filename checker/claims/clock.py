"""The clock of a match. A moment is a whole number of hundredths: 8300 is the 83rd minute, 9001 is 90+1, 9100 the 91st.

Prose rounds, lists do not: "after 31 minutes" may be the 31st or the 32nd, and the list says 32.
"""

import re

_MINUTE = re.compile(r"(\d{1,3})(?:\+(\d{1,2}))?$")


def moment(minute: str) -> int | None:
    """The moment of a minute as a list prints it: `83`, `90+1`; None for anything else."""
    found = _MINUTE.match(minute.replace(" ", ""))
    return int(found[1]) * 100 + int(found[2] or 0) if found else None


def block_minute(minute: str) -> dict[str, int]:
    """The fields `earliest` and `latest` of a minute in a list: exact; empty where it is none."""
    at = moment(minute)
    return {} if at is None else {"earliest": at, "latest": at}


def apart(a_earliest: int, a_latest: int, b_earliest: int, b_latest: int) -> int:
    """By how many whole minutes two stretches of time miss each other; 0 where they meet.

    Stoppage time counts on: 90+3 is three minutes after 90, and 91 is both 90+1 and the first minute of extra time.
    """
    gap = max(_clock(a_earliest) - _clock(b_latest), _clock(b_earliest) - _clock(a_latest))
    return max(0, gap)


def _clock(at: int) -> int:
    return at // 100 + at % 100
