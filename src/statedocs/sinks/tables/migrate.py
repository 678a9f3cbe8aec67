"""A database of an older minor version made one of this version, in its place and in one transaction."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from statedocs.sinks.tables.ddl import TABLES_VERSION, drop_statements, finish_statements, table_statements
from statedocs.sinks.tables.engine import Database, in_groups
from statedocs.sinks.tables.flatten import failure_row, rows_of
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.pile import PARENTS_FIRST, together
from statedocs.sinks.tables.rebuild import document_of, failure_of
from statedocs.sinks.tables.rows import grouped, values_of
from statedocs.sinks.tables.shape import Column, Table
from statedocs.sinks.tables.wording import literal, name_of, names_of

_AT_ONCE: Final = 100
_COPIED: Final = ("manifest", "captures", "about")
_NOTHING: Final = {"integer": "0", "boolean": "FALSE", "text": "''", "date": "NULL", "texts": "NULL", "json": "NULL"}


def migrate(database: Database) -> None:
    """Put the rows aside, make the tables anew, and write every record again.

    So a column that is worked out from others is there for old records too. What an older record has not is null, or an
    empty list. Who may read the tables may read them as before.
    """
    grants = database.grants()
    there = {name: database.columns(name) for name in TABLES if name in database.names()}
    for statement in drop_statements(database.engine):
        database.run(statement)
    for name in reversed(there):
        database.run(f"CREATE TEMPORARY TABLE old_{name} AS SELECT * FROM {name}")
        database.run(f"DROP TABLE {name}")
    for statement in (*table_statements(database.engine), *finish_statements(database.engine)):
        database.script(statement)
    _write_documents(database, there)
    _write_failures(database, there)
    for name in _COPIED:
        database.run(f"DELETE FROM {name}")
        _copy(database, TABLES[name], there)
    database.replace(TABLES["about"], [("tables_version", TABLES_VERSION)])
    for name in there:
        database.run(f"DROP TABLE old_{name}")
    left = database.names()
    for name, statement in grants:
        if name in left:
            database.run(statement)
    database.commit()


def _write_documents(database: Database, there: dict[str, list[str]]) -> None:
    ids = [str(row[0]) for row in database.query("SELECT id FROM old_documents ORDER BY id")]
    for group in in_groups(ids, _AT_ONCE):
        found = {name: _old(database, TABLES[name], there, group) for name in PARENTS_FIRST}
        records = (document_of({name: tables.get(key, []) for name, tables in found.items()}) for key in group)
        rows = together(map(rows_of, records))
        for name in PARENTS_FIRST:
            database.insert(TABLES[name], rows[name])
        database.learn_words(rows)


def _old(database: Database, table: Table, there: dict[str, list[str]], ids: Sequence[str]) -> dict[str, list[Any]]:
    if table.name not in there:
        return {}
    return grouped(database, table, ids, source=f"old_{table.name}", columns=_chosen(table, there, _missing))


def _write_failures(database: Database, there: dict[str, list[str]]) -> None:
    table = TABLES["failures"]
    rows = database.query(f"SELECT {_chosen(table, there, _missing)} FROM old_failures ORDER BY {names_of(table.key)}")
    for group in in_groups(rows, _AT_ONCE):
        read = [values_of(database, table, row) for row in group]
        database.insert(table, [failure_row(failure_of(row), str(row[1]), int(row[2])) for row in read])


def _copy(database: Database, table: Table, there: dict[str, list[str]]) -> None:
    chosen = _chosen(table, there, lambda column: "NULL" if column.null else _NOTHING[column.kind])
    database.run(f"INSERT INTO {table.name} ({names_of(table.names)}) SELECT {chosen} FROM old_{table.name}")


def _chosen(table: Table, there: dict[str, list[str]], otherwise: Callable[[Column], str]) -> str:
    """Give the columns of a table as an older one has them."""
    known = there[table.name]
    return ", ".join(name_of(column.name) if column.name in known else otherwise(column) for column in table.columns)


def _missing(column: Column) -> str:
    return literal("[]") if column.kind == "json" else "NULL" if column.null else _NOTHING[column.kind]
