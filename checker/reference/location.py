"""Where the store of imports lies, and how it is opened: read-only, as it stood at that moment."""

import os
import sqlite3
from pathlib import Path

from checker.errors import FactcheckError, Position
from checker.reference.schema import SCHEMA_VERSION, SchemaError, version_of

FILE_NAME = "reference.sqlite"


def default_store() -> Path | None:
    """The store in the user's data folder; None for a user without a home."""
    base = os.environ.get("XDG_DATA_HOME")
    try:
        return Path(base or Path.home() / ".local" / "share") / "factcheck" / FILE_NAME
    except RuntimeError:
        return None


def chosen_store(configured: Path | None) -> Path | None:
    """The store that .factcheck.yml names, else the user's; raises FactcheckError where the named one does not exist."""
    if configured is not None and not configured.is_file():
        hint = "`factcheck reference import` makes it"
        raise FactcheckError(f"`reference:` in .factcheck.yml names no file; {hint}", Position(str(configured)))
    return configured or default_store()


def connect_read_only(store: Path) -> sqlite3.Connection:
    """A connection that nothing can change; an import puts another file in the place of this one."""
    return sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def open_store(store: Path) -> sqlite3.Connection:
    """The store of imports; raises FactcheckError where the file is none, or of another version."""
    try:
        database = connect_read_only(store)
        found = version_of(database)
    except (SchemaError, sqlite3.Error) as problem:
        raise FactcheckError(str(problem), Position(str(store))) from None
    if found != SCHEMA_VERSION:
        how = "`factcheck reference migrate` brings it up to date" if found < SCHEMA_VERSION else "install a newer factcheck"
        raise FactcheckError(f"found a store of version {found}, expected {SCHEMA_VERSION}; {how}", Position(str(store)))
    return database
