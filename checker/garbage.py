"""Python's garbage collector, which finds next to nothing here and would take a tenth of the time."""

import gc

_ROUND = 100_000
"""Objects made between two of its rounds."""


def collect_seldom() -> None:
    """Lets the collector go round seldom from here on."""
    gc.set_threshold(_ROUND)


def keep() -> None:
    """Leaves what lives now, and will as long as the process, out of all later rounds."""
    gc.freeze()
