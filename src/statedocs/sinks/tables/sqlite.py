"""SQLite: the embedded default, with nothing but Python."""

import contextlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar, Final

from statedocs.errors import SinkError
from statedocs.sinks.files import translated, write_whole
from statedocs.sinks.lock import Lock
from statedocs.sinks.tables.engine import Database, Row
from statedocs.sinks.tables.flatten import Rows
from statedocs.sinks.tables.looking import metadata, metadata_path
from statedocs.sinks.tables.reading import StoredTables
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.sink import TableSink
from statedocs.sinks.tables.views import Engine
from statedocs.sinks.tables.wording import names_of

_OLDEST: Final = (3, 37, 0)
"""The first version with STRICT tables."""
_PATIENCE: Final = 30.0
"""Seconds to wait for another program that writes."""
_SETTINGS: Final = (
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "cache_size = -65536",
    "analysis_limit = 1000",
)
_AT_ONCE: Final = 1000
_WORDS: Final = 1 << 23
"""Bytes of words that the search gathers before it writes them; of a megabyte, its own measure, it writes many pieces,
and merges them again: a quarter more work."""
_LAST: Final = "SELECT coalesce(max(id), 0) FROM search_places"
_AMONG: Final = "IN (SELECT value FROM json_each(?1))"
_PLACES: Final = (
    "INSERT INTO search_places (document_id, section, block) "
    f"SELECT id, NULL, NULL FROM documents WHERE id {_AMONG} AND title <> '' UNION ALL "
    f"SELECT document_id, position, NULL FROM sections WHERE document_id {_AMONG} AND heading <> '' UNION ALL "
    f"SELECT document_id, section, position FROM blocks WHERE document_id {_AMONG}"
)
_LEARN: Final = (
    "INSERT INTO search (rowid, document_id, section, block, part, text) "
    "SELECT id, document_id, section, block, part, text FROM search_texts WHERE "
)
_FORGET: Final = (
    "INSERT INTO search (search, rowid, document_id, section, block, part, text) "
    "SELECT 'delete', id, document_id, section, block, part, text FROM search_texts WHERE "
)


def open_sink(place: str) -> TableSink:
    """Give the file to write to."""
    return TableSink(Sqlite(place))


def open_stored(place: str) -> StoredTables:
    """Give the file to read from."""
    return StoredTables(Sqlite(place))


class Sqlite(Database):
    """A SQLite file: in WAL mode, readers see the state before until a transaction ends; then it is one file again."""

    engine: ClassVar[Engine] = "sqlite"
    mark: ClassVar[str] = "?"

    def open_to_write(self) -> None:
        """Take the lock and connect."""
        path = Path(self.place)
        with ExitStack() as opened, translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            opened.enter_context(Lock(path.with_name(f".{path.name}.lock"), self.place))
            with self._told():
                self._connect(f"{path.absolute().as_uri()}?mode=rwc")
                opened.callback(self._db.close)
                opened.callback(self._be_one_file)
                for setting in _SETTINGS:
                    self._db.execute(f"PRAGMA {setting}")
                self._db.execute("BEGIN IMMEDIATE")
            self._opened = opened.pop_all()

    def open_to_read(self) -> None:
        """Connect."""
        with ExitStack() as opened, self._told():
            self._connect(f"{Path(self.place).absolute().as_uri()}?mode=ro")
            opened.callback(self._db.close)
            self._db.execute("BEGIN")
            self._opened = opened.pop_all()

    def _be_one_file(self) -> None:
        """Leave WAL mode, in which reading alone leaves files beside; where others read just now, stay in it."""
        with contextlib.suppress(sqlite3.Error):
            if self._db.in_transaction:
                self._db.rollback()
            self._db.execute("PRAGMA busy_timeout = 0")
            self._db.execute("PRAGMA journal_mode = DELETE")

    def _connect(self, address: str) -> None:
        if sqlite3.sqlite_version_info < _OLDEST:  # pragma: no cover  (Python's own library is newer where we test)
            wanted = ".".join(map(str, _OLDEST))
            raise SinkError(f"{self.place}: SQLite {wanted} or newer is needed, found {sqlite3.sqlite_version}")
        self._db = sqlite3.connect(
            address,
            uri=True,
            isolation_level=None,
            timeout=_PATIENCE,
            check_same_thread=False,  # one thread after the other has it
        )

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            is_busy = getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_BUSY
            why = " is being read or written by another program" if is_busy else ""
            raise SinkError(f"{self.place}{why}: {error}") from error

    def close(self) -> None:
        """Let go."""
        self._opened.close()

    def script(self, statements: str) -> None:
        """Run several statements, which `sqlite3` would commit if they went to it as one."""
        statement = ""
        with self._told():
            for line in statements.splitlines(keepends=True):
                statement += line
                if sqlite3.complete_statement(statement):
                    self._db.execute(statement)
                    statement = ""

    def run(self, statement: str, values: Row = ()) -> None:
        """Run one statement."""
        with self._told():
            self._db.execute(statement, values)

    def query(self, statement: str, values: Row = ()) -> Iterator[Row]:
        """Give the rows of a query."""
        with self._told():
            cursor = self._db.execute(statement, values)
            while rows := cursor.fetchmany(_AT_ONCE):
                yield from rows

    def names(self) -> set[str]:
        """Give the names of the tables."""
        return {str(name) for (name,) in self.query("SELECT name FROM sqlite_master WHERE type = 'table'")}

    def columns(self, table: str) -> list[str]:
        """Give the names of a table's columns."""
        return [str(name) for (name,) in self.query("SELECT name FROM pragma_table_info(?)", (table,))]

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once."""
        self._many("INSERT", table, rows)

    def replace(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once, over those of the same key."""
        self._many("INSERT OR REPLACE", table, rows)

    def _many(self, verb: str, table: Table, rows: Sequence[Row]) -> None:
        inside = [place for place, column in enumerate(table.columns) if column.kind in ("texts", "json")]
        marks = ", ".join("?" * len(table.columns))
        statement = f"{verb} INTO {table.name} ({names_of(table.names)}) VALUES ({marks})"
        with self._told():
            self._db.executemany(statement, (_as_json(row, inside) for row in rows) if inside else rows)

    def where(self, column: str, count: int) -> str:
        """Give the condition that a column is one of many values, however many."""
        return f"{column} = ?" if count == 1 else f"{column} IN (SELECT value FROM json_each(?))"

    def several(self, values: Sequence[str]) -> Row:
        """Give many values as one parameter."""
        return (values[0],) if len(values) == 1 else (json.dumps(values),)

    def commit(self) -> None:
        """End the transaction and begin the next."""
        with self._told():
            self._db.execute("COMMIT")
            self._db.execute("BEGIN IMMEDIATE")

    def start(self) -> None:
        """Let the search gather more words at once than it would; the database remembers that."""
        if list(self.query("SELECT v FROM search_config WHERE k = 'hashsize'")) != [(_WORDS,)]:
            self.run("INSERT INTO search (search, rank) VALUES ('hashsize', ?)", (_WORDS,))

    def forget_words(self, ids: Sequence[str]) -> None:
        """Take documents out of the search."""
        if ids:
            condition = self.where("document_id", len(ids))
            self.run(_FORGET + condition, self.several(ids))
            self.run(f"DELETE FROM search_places WHERE {condition}", self.several(ids))

    def learn_words(self, rows: Rows) -> None:
        """Put documents into the search."""
        [(last,)] = self.query(_LAST)
        self.run(_PLACES, (json.dumps([row[0] for row in rows["documents"]]),))
        self.run(_LEARN + "id > ?", (last,))

    def settle(self) -> None:
        """Let the planner know how much there is, and Datasette how to show it."""
        self.run("ANALYZE")
        path = Path(self.place)
        write_whole(metadata_path(path), metadata(path), path.with_name(f".{path.name}.metadata.part"))

    def value(self, kind: str, value: Any) -> Any:
        """Give a value as the record has it."""
        if kind in ("texts", "json"):
            return json.loads(value)
        return bool(value) if kind == "boolean" and value is not None else value


def _as_json(row: Row, places: Sequence[int]) -> list[Any]:
    values = list(row)
    for place in places:
        values[place] = json.dumps(values[place], ensure_ascii=False, separators=(",", ":"))
    return values
