"""Shares with their 95 % Wilson score interval (E. B. Wilson, JASA 22, 1927), which holds for few and extreme counts too."""

import math
from dataclasses import dataclass

Z = 1.959964
"""The 97.5th percentile of the normal distribution."""


@dataclass(frozen=True)
class Share:
    """`hits` of `all`."""

    hits: int
    all: int

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hits + other.hits, self.all + other.all)

    @property
    def value(self) -> float:
        """Between 0 and 1; nan where nothing was counted."""
        return self.hits / self.all if self.all else math.nan

    @property
    def interval(self) -> tuple[float, float]:
        """The share's 95 % interval; everything where nothing was counted."""
        if not self.all:
            return 0.0, 1.0
        p, n, z = self.value, self.all, Z
        middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        half = z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n)
        return max(0.0, middle - half), min(1.0, middle + half)

    def __str__(self) -> str:
        if not self.all:
            return f"{'0/0':>9}  {'–':>4}  {'':11}"
        low, high = self.interval
        return f"{f'{self.hits}/{self.all}':>9}  {self.value:.2f}  {low:.2f}–{high:.2f}"
