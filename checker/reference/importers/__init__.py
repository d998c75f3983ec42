"""The formats that can be imported, by the name that the command calls them."""

from collections.abc import Mapping
from pathlib import Path

from checker.errors import FactcheckError, did_you_mean
from checker.reference.importers import (
    fantasy_premier_league,
    international_results,
    openfootball,
    openligadb,
    reep,
    schochastics,
    sportsml,
    statsbomb,
    transfermarkt,
)
from checker.reference.importers.mapped_csv import mapped
from checker.reference.rows import Importer

_ALL = (
    openfootball.IMPORTER, reep.IMPORTER, international_results.IMPORTER, schochastics.IMPORTER,
    fantasy_premier_league.IMPORTER, statsbomb.IMPORTER, transfermarkt.IMPORTER, openligadb.IMPORTER, sportsml.IMPORTER,
)  # fmt: skip
IMPORTERS: Mapping[str, Importer] = {importer.name: importer for importer in _ALL}
MAPPED = "csv"


def importer_of(name: str, mapping: Path | None = None) -> Importer:
    """The importer of a format; raises FactcheckError for a name that is none, or a mapping that is missing or too much."""
    if name == MAPPED:
        if mapping is None:
            raise FactcheckError("csv needs --mapping FILE, which says what the columns mean")
        return mapped(mapping)
    if mapping is not None:
        raise FactcheckError(f"--mapping is for csv; {name} knows its own columns")
    if name not in IMPORTERS:
        known = (*IMPORTERS, MAPPED)
        raise FactcheckError(f"unknown format {name!r}{did_you_mean(name, known)}; known: {', '.join(known)}")
    return IMPORTERS[name]
