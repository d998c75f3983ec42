"""The formats that can be imported, by the name that the command calls them."""

from collections.abc import Mapping
from pathlib import Path

from checker.errors import FactcheckError, did_you_mean
from checker.reference.importers import international_results, openfootball, reep
from checker.reference.rows import Importer

_ALL = (openfootball.IMPORTER, reep.IMPORTER, international_results.IMPORTER)
IMPORTERS: Mapping[str, Importer] = {importer.name: importer for importer in _ALL}


def importer_of(name: str, mapping: Path | None = None) -> Importer:
    """The importer of a format; raises FactcheckError for a name that is none."""
    if name not in IMPORTERS:
        raise FactcheckError(f"unknown format {name!r}{did_you_mean(name, IMPORTERS)}; known: {', '.join(IMPORTERS)}")
    return IMPORTERS[name]
