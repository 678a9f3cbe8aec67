"""Making a database what this version expects: new, as it is, or migrated."""

from typing import Final

from statedocs.errors import SinkError
from statedocs.sinks.tables.ddl import TABLES_VERSION, finish_statements, table_statements
from statedocs.sinks.tables.engine import Database
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.migrate import migrate

_SAID: Final = "SELECT value FROM about WHERE name = 'tables_version'"


def prepare(database: Database) -> None:
    """Make the tables, or see to it that they are those of this version.

    Raises:
        SinkError: The database is of a newer version, or another program's tables are in the way.
    """
    there = database.names()
    if "about" in there:
        if check(database) < current():
            migrate(database)
        return
    taken = sorted(there & set(TABLES))
    if taken:
        raise SinkError(f"{database.place}: expected no tables or those of statedocs, found another table {taken[0]}")
    for statement in (*table_statements(database.engine), *finish_statements(database.engine)):
        database.script(statement)
    database.commit()


def check(database: Database) -> tuple[int, int]:
    """Give the version of a database, and refuse one that this version cannot read.

    Raises:
        SinkError: The database is none of statedocs, or of a newer version or another major one.
    """
    found = version_of(database)
    ours = current()
    if found[0] != ours[0] or found > ours:
        said = ".".join(map(str, found))
        raise SinkError(
            f"{database.place}: its tables are version {said}, this program knows {TABLES_VERSION}: "
            + ("use a newer statedocs" if found > ours else "load the records into a new database")
        )
    return found


def current() -> tuple[int, int]:
    """Give the version of this program's tables."""
    return _number(TABLES_VERSION)


def version_of(database: Database) -> tuple[int, int]:
    """Give the version of a database's tables.

    Raises:
        SinkError: It does not say one.
    """
    rows = list(database.query(_SAID)) if "about" in database.names() else []
    try:
        return _number(str(rows[0][0]))
    except (IndexError, ValueError) as error:
        raise SinkError(f"{database.place}: expected the tables of statedocs, found none") from error


def _number(version: str) -> tuple[int, int]:
    major, minor = version.split(".")
    return int(major), int(minor)
