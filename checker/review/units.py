"""units: code points, which the checker counts, and UTF-16 units, which a page in a browser counts.

They part at the first character beyond U+FFFF: an emoji is one code point and two units.
"""

from bisect import bisect_left


class Units:
    """Both ways between the code points and the UTF-16 units of one text."""

    def __init__(self, text: str) -> None:
        wide = [] if text.isascii() else [place for place, letter in enumerate(text) if letter > "\uffff"]
        self._wide = wide
        self._wide_units = [place + before for before, place in enumerate(wide)]

    def to_utf16(self, offset: int) -> int:
        """The unit at which the code point at `offset` begins."""
        return offset + bisect_left(self._wide, offset)

    def to_code_points(self, unit: int) -> int:
        """The code point at `unit`; a unit amid a character, which no page selects, is that character's."""
        return unit - bisect_left(self._wide_units, unit)
