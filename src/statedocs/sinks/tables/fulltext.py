"""DuckDB's extension for full-text search, which is not in its package: found where it is, and loaded."""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import duckdb

EXTENSION: Final = "duckdb_extension_fts"
"""The package that brings the extension without the network: for each version of DuckDB one of its own."""


def load_extension(db: duckdb.DuckDBPyConnection) -> bool:
    """Load the extension, and tell whether that could be done.

    The one that `INSTALL fts` has fetched comes first, then that of the extra `duckdb-fts`. Nothing is fetched. Not to
    be called inside a transaction, which a failure would end.
    """
    return any(_is_loaded(db, name) for name in ("fts", *_brought(db)))


def _is_loaded(db: duckdb.DuckDBPyConnection, name: str) -> bool:
    try:
        db.load_extension(name)
    except duckdb.Error:
        return False
    return True


def _brought(db: duckdb.DuckDBPyConnection) -> list[str]:
    """Give the extension's file for this version of DuckDB, if the package is there and has it."""
    found = find_spec(EXTENSION)
    version = library_version(db)
    folders = found.submodule_search_locations or () if found else ()
    files = (Path(folder, "extensions", version, "fts.duckdb_extension") for folder in folders)
    return [str(file) for file in files if file.is_file()]


def library_version(db: duckdb.DuckDBPyConnection) -> str:
    """Give the version of DuckDB, as `v1.5.5`."""
    [(version,)] = db.execute("SELECT library_version FROM pragma_version()").fetchall()
    return str(version)
