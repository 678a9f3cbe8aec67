"""PostgreSQL, loaded by COPY."""

import contextlib
import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from itertools import count
from typing import Any, ClassVar, Final, Self

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

from statedocs.errors import SinkError
from statedocs.sinks.shown import said_of, shown
from statedocs.sinks.tables.engine import Database, Row
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.pile import Pile, RowPile
from statedocs.sinks.tables.reading import StoredTables
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.sink import TableSink
from statedocs.sinks.tables.views import Engine
from statedocs.sinks.tables.wording import name_of, names_of

_RUN: Final = "(hashtext('statedocs'), hashtext(current_schema()))"
_LANE: Final = "(hashtext('statedocs lane'), hashtext(current_schema()))"
_LOCK: Final = "SELECT pg_try_advisory_lock"
_SHARED_LOCK: Final = "SELECT pg_advisory_lock_shared"
_UNLOCK: Final = "SELECT pg_advisory_unlock"
_LANES: Final = 2
"""A server has a process for each connection, and most of a load is its work: with two it uses two cores."""
_PATIENCE: Final = 5.0
"""Seconds to wait for the lock: the server may need a moment to see that a run before has died."""
_AT_ONCE: Final = 1000
_GRANTS: Final = """
SELECT r.name, format('GRANT %s%s ON %I TO %s', a.privilege_type, r.columns, r.name,
                      CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END)
       || CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END
FROM (
    SELECT relname AS name, relnamespace, relowner, '' AS columns, relacl AS acl FROM pg_class
    UNION ALL
    SELECT c.relname, c.relnamespace, c.relowner, format(' (%I)', t.attname), t.attacl
    FROM pg_class c JOIN pg_attribute t ON t.attrelid = c.oid WHERE NOT t.attisdropped
) r CROSS JOIN LATERAL aclexplode(r.acl) a
WHERE r.relnamespace = current_schema()::regnamespace AND a.grantee <> r.relowner
ORDER BY 1, 2
"""
_NUMBERS: Final = count()
"""For cursors, of which several may be open."""
logging.getLogger("psycopg").addHandler(logging.NullHandler())  # what it would print is in the error, too


def open_sink(place: str) -> TableSink:
    """Give the database to write to."""
    return TableSink(Postgresql(place))


def open_stored(place: str) -> StoredTables:
    """Give the database to read from."""
    return StoredTables(Postgresql(place))


class Postgresql(Database):
    """A schema of a PostgreSQL database: the first of its search path."""

    engine: ClassVar[Engine] = "postgresql"
    mark: ClassVar[str] = "%s"
    at_once: ClassVar[int] = 1 << 22  # so that a small load uses all lanes, too

    def __init__(self, place: str) -> None:
        super().__init__(shown(place))
        self._address = place

    def again(self) -> Self:
        """Give another connection to the same place."""
        return type(self)(self._address)

    def pile(self) -> Pile:
        """Make records rows while the server writes those before."""
        return RowPile()

    def open_to_write(self) -> None:
        """Connect and take the lock, which the server takes off with the connection."""
        with ExitStack() as opened, self._told():
            self._connect(opened)
            if self._db.execute("SELECT current_schema()").fetchall()[0][0] is None:
                raise SinkError(f"{self.place}: expected a schema of the search path that is there, found none")
            until = time.monotonic() + _PATIENCE
            self._lock(_RUN, until)
            opened.callback(self._unlock)
            self._lock(_LANE, until)  # of a run that has died, the last transactions may still be ending
            self._db.execute(_ours(_UNLOCK + _LANE))
            self._opened = opened.pop_all()

    def _lock(self, name: str, until: float) -> None:
        while not self._db.execute(_ours(_LOCK + name)).fetchall()[0][0]:
            if time.monotonic() > until:
                raise SinkError(f"{self.place} is in use by another run: one run at a time")
            time.sleep(0.1)

    def lanes(self) -> Sequence[Self]:
        """Give connections that work side by side, each a process of the server."""
        return [self._opened.enter_context(self.again().as_lane()) for _ in range(_LANES)]

    @contextlib.contextmanager
    def as_lane(self) -> Iterator[Self]:
        """Connect beside the connection that has the lock."""
        with ExitStack() as opened:
            with self._told():
                self._connect(opened)
                self._db.execute(_ours(_SHARED_LOCK + _LANE))
                self._db.commit()
            yield self

    def _unlock(self) -> None:
        with contextlib.suppress(psycopg.Error):  # of a connection that is gone, the server takes the lock itself
            self._db.rollback()
            self._db.execute(_ours(_UNLOCK + _RUN))
            self._db.commit()

    def open_to_read(self) -> None:
        """Connect, and see what was committed before now."""
        with ExitStack() as opened, self._told():
            self._connect(opened)
            self._db.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
            self._db.read_only = True
            self._opened = opened.pop_all()

    def _connect(self, opened: ExitStack) -> None:
        self._db = psycopg.connect(self._address, application_name="statedocs", client_encoding="UTF8")
        opened.callback(self._db.close)
        encoding = self._db.info.parameter_status("server_encoding")
        if encoding != "UTF8":
            raise SinkError(f"{self.place}: expected a database in UTF8, found one in {encoding}")

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise SinkError(f"{self.place}: {said_of(self._address, str(error))}") from error

    def close(self) -> None:
        """Let go."""
        self._opened.close()

    def script(self, statements: str) -> None:
        """Run several statements."""
        self.run(statements)

    def run(self, statement: str, values: Row = ()) -> None:
        """Run one statement."""
        with self._told():
            self._db.execute(_ours(statement), values or None)

    def query(self, statement: str, values: Row = ()) -> Iterator[Row]:
        """Give the rows of a query."""
        with self._told(), self._db.cursor(name=f"statedocs_{next(_NUMBERS)}") as cursor:
            cursor.execute(_ours(statement), values or None)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows

    def names(self) -> set[str]:
        """Give the names of the tables in our schema."""
        query = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
        return {str(name) for (name,) in self.query(query)}

    def columns(self, table: str) -> list[str]:
        """Give the names of a table's columns."""
        query = (
            "SELECT column_name FROM information_schema.columns "
            "WHERE table_schema = current_schema() AND table_name = %s ORDER BY ordinal_position"
        )
        return [str(name) for (name,) in self.query(query, (table,))]

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once."""
        self._copy(table.name, table, rows)

    def replace(self, table: Table, rows: Sequence[Row]) -> None:
        """Bring rows beside the table, and from there into it."""
        if not rows:
            return
        names, aside = names_of(table.names), f"incoming_{table.name}"
        changed = ", ".join(f"{name_of(name)} = excluded.{name_of(name)}" for name in table.names)
        self.run(f"CREATE TEMPORARY TABLE IF NOT EXISTS {aside} (LIKE {table.name}) ON COMMIT DELETE ROWS")
        self._copy(aside, table, rows)
        self.run(
            f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {aside} "
            f"ON CONFLICT ({names_of(table.key)}) DO UPDATE SET {changed}"
        )
        self.run(f"TRUNCATE {aside}")

    def _copy(self, name: str, table: Table, rows: Sequence[Row]) -> None:
        if not rows:
            return
        inside = [place for place, column in enumerate(table.columns) if column.kind == "json"]
        statement = f"COPY {name} ({names_of(table.names)}) FROM STDIN"
        with self._told(), self._db.cursor() as cursor, cursor.copy(_ours(statement)) as copy:
            for row in rows:
                copy.write_row(_as_jsonb(row, inside) if inside else row)

    def where(self, column: str, count: int) -> str:  # noqa: ARG002  (however many)
        """Give the condition that a column is one of many values."""
        return f"{column} = ANY(%s)"

    def several(self, values: Sequence[str]) -> Row:
        """Give many values as one array."""
        return (list(values),)

    def commit(self) -> None:
        """End the transaction; the next statement begins another."""
        with self._told():
            self._db.commit()

    def grants(self) -> Sequence[tuple[str, str]]:
        """Give what whoever owns the tables has granted others on tables, views and columns."""
        return [(str(name), str(statement)) for name, statement in self.query(_GRANTS)]

    def settle(self) -> None:
        """Let the planner know how much there is; words, the dearest by far, the server will count in its own time."""
        for table in TABLES.values():
            self.run(f"ANALYZE {table.name} ({names_of(table.names)})")


def _ours(statement: str) -> sql.SQL:
    """Say that a statement is made of the model's names and nothing else."""
    return sql.SQL(statement)


def _as_jsonb(row: Row, places: Sequence[int]) -> list[Any]:
    values = list(row)
    for place in places:
        values[place] = Jsonb(values[place])
    return values
