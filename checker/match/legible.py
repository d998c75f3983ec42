"""legible: names that are written as copy writes them, and so may be held against other spellings.

What a reader of feeds has mangled (`Arsenalâs`) or what is an address (`@HullCity`, `r/DenbyTown`) is spelt as
machines spell it: no slip of the writer's.
"""

import re

from checker.article import Span
from checker.claims.model import Claim

_MANGLED = re.compile(
    "[\u00c2-\u00c5\u00e2\u00ef][\u0080-\u00bf\u20ac\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u2122]|"
    "\u00c3(?=[a-z])|\ufffd"
)
"""Letters that were decoded by the wrong table, of which `â€™` is an apostrophe, and what was lost on the way."""
_DOMAIN = re.compile(r"\.[a-z]{2,}")
"""What stands behind the name in a web address: `LincolnCity.com`."""
_ADDRESS = re.compile(r"[@#/]$")
_JOINED = re.compile(r"(?!\bMa?c[A-Z])\b[^\W\d_]+[a-z][A-Z]")
"""Words run together: `HullCity`. `McHill` and `O'Hill` are names."""
_SHOUTED = re.compile(r"[a-z][A-Z]{3,}$")
"""A play on a word: `DecembHER`."""
_LETTER = re.compile(r"\s[A-Z]$")
"""The first letter of `N/A` behind a name."""
_TAGGED = re.compile(r"(?:^|\s)[@#]\w|pic\.twitter\.|https?://")
"""What stands in a line that came from where addresses are."""


def is_written(claim: Claim, text: str) -> bool:
    """Whether the names of a claim, and of a line-up those of its paragraph, stand as their writer wrote them; claims of other
    types are."""
    if claim.type == "lineup":
        end = text.find("\n", claim.span.end)
        return not _MANGLED.search(text, claim.span.start, end if end >= 0 else len(text))
    if claim.type != "name":
        return True
    return is_legible(claim.span, text) and ("right" not in claim.places or is_legible(claim.places["right"], text))


def is_legible(span: Span, text: str) -> bool:
    """Whether a name stands as its writer wrote it, and is no address."""
    name = span.of(text)
    if "_" in name or _ADDRESS.search(text, max(0, span.start - 1), span.start) or _SHOUTED.search(name):
        return False
    if _LETTER.search(name) and text.startswith("/", span.end):
        return False
    if _MANGLED.search(text, span.start, span.end + 1) or _DOMAIN.match(text, span.end):
        return False
    if not _JOINED.search(name):
        return True
    end = text.find("\n", span.end)
    return not _TAGGED.search(text, text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))
