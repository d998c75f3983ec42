"""Figures and number words, and how one becomes another without leaving its form."""

import random
import re
from collections.abc import Collection

from injections.copy import Place

SMALL = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
ORDINALS = (
    "",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
)
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(SMALL[1:])})"


def value(text: str) -> int | None:
    """A number in figures or words, cardinal or ordinal; None for another word."""
    word = text.lower()
    figures = re.match(r"\d+", word)
    if figures:
        return int(figures[0])
    for table in (SMALL, ORDINALS):
        if word in table:
            return table.index(word)
    return None


def like(text: str, number: int) -> str:
    """Another number in the form of the text: figures, a word or an ordinal, its capital kept."""
    if re.match(r"\d+(?:st|nd|rd|th)", text):
        return ordinal(number)
    if text[0].isdigit():
        return str(number)
    table = ORDINALS if text.lower() in ORDINALS else SMALL
    figures = ordinal(number) if table is ORDINALS else str(number)
    word = table[number] if number < len(table) else figures
    return word.capitalize() if text[0].isupper() else word


def ordinal(number: int) -> str:
    """14 as `14th`."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def other(number: int, draw: random.Random, least: int, most: int, avoid: Collection[int] = ()) -> int | None:
    """Another number between two bounds, none to be avoided; None where there is none."""
    free = [n for n in range(least, most + 1) if n != number and n not in avoid]
    return draw.choice(free) if free else None


def group(found: "re.Match[str]", name: str | int) -> Place:
    """The place of a group."""
    return Place(*found.span(name))
