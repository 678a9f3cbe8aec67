"""DuckDB, loaded by columns."""

import contextlib
import json
import logging
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, ClassVar, Final

import duckdb
import pyarrow as pa

from statedocs.errors import SinkError
from statedocs.sinks.files import begins_with, translated, translated_reading
from statedocs.sinks.lock import Lock
from statedocs.sinks.tables import indexing
from statedocs.sinks.tables.aside import Aside
from statedocs.sinks.tables.column_pile import ColumnPile
from statedocs.sinks.tables.columns import arrow_table
from statedocs.sinks.tables.engine import Row
from statedocs.sinks.tables.fulltext import library_version, load_extension
from statedocs.sinks.tables.indexing import Columnar
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.pile import Pile
from statedocs.sinks.tables.reading import StoredTables
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.sink import TableSink
from statedocs.sinks.tables.views import Engine
from statedocs.sinks.tables.wording import names_of

_LOG: Final = logging.getLogger("statedocs")
_SELDOM: Final = "SET checkpoint_threshold = '256MB'"
"""How long the log may grow before it goes into the file: the less often, the fewer rows are written twice, and the
less room is left between them."""

_LEAVING: Final = "leaving"
"""Row of `about`: documents that go with the next transaction."""


def open_sink(place: str) -> TableSink:
    """Give the file to write to."""
    return TableSink(Duckdb(place))


def open_stored(place: str) -> StoredTables:
    """Give the file to read from."""
    return StoredTables(Duckdb(place))


class Duckdb(Columnar):
    """A DuckDB file. The engine lets no process read what another one writes, so a copy is written, aside."""

    engine: ClassVar[Engine] = "duckdb"
    mark: ClassVar[str] = "?"
    at_once: ClassVar[int] = 1 << 24  # so that some are made columns while others are written
    pace: ClassVar[float] = 5.0  # a statement costs it milliseconds, however few rows it has, and nobody may look in

    def open_to_write(self) -> None:
        """Take the lock and connect."""
        path = Path(self.place)
        with ExitStack() as opened, translated(path):
            self._refuse_sqlite()
            path.parent.mkdir(parents=True, exist_ok=True)
            opened.enter_context(Lock(path.with_name(f".{path.name}.lock"), self.place))
            aside = Aside(path, self._held)
            aside.begin()
            opened.callback(self._appear, aside)
            self._connect(opened, str(aside.path), read_only=False)
            self._finish_leaving()
            self.run("SET threads = 1")  # to share rows out between more costs more than it saves
            self._opened = opened.pop_all()

    def open_to_read(self) -> None:
        """Connect."""
        with ExitStack() as opened, translated_reading(Path(self.place)):
            self._refuse_sqlite()
            self._connect(opened, self.place, read_only=True)
            self._opened = opened.pop_all()

    def _refuse_sqlite(self) -> None:
        """Refuse what DuckDB would read with an extension, for which it would ask the network."""
        if begins_with(Path(self.place), b"SQLite format 3\0"):
            raise SinkError(f"{self.place}: expected a database of DuckDB, found one of SQLite")

    @contextlib.contextmanager
    def _held(self) -> Iterator[None]:
        """Keep others from writing to the file; what a program that crashed has left in its log goes into it first."""
        with self._told():
            if Path(self.place + ".wal").exists():
                with contextlib.closing(duckdb.connect(self.place)) as db:
                    db.execute("CHECKPOINT")
            holder = duckdb.connect(self.place, read_only=True)
        with contextlib.closing(holder):
            yield

    def _appear(self, aside: Aside) -> None:
        """Let what was committed be seen, unless a document is half away."""
        if self._is_changed and not self._leaving:
            aside.appear()

    def _connect(self, opened: ExitStack, path: str, *, read_only: bool) -> None:
        self._leaving: list[str] = []
        self._is_changed = False
        with self._told():
            self._db = duckdb.connect(path, read_only=read_only)
            opened.callback(self._db.close)
            self._db.execute("SET autoinstall_known_extensions = false")
            self._db.execute("SET enable_progress_bar = false")  # which it draws where it takes Python for a console
            self._db.execute(_SELDOM)
            self._is_remade = False
            self._can_index = not read_only and load_extension(self._db)
            self._db.begin()

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except duckdb.IOException as error:
            if "lock" not in str(error):
                raise SinkError(f"{self.place}: {error}") from error
            raise SinkError(
                f"{self.place} is in use by another program: DuckDB lets one write, or several read"
            ) from error
        except duckdb.Error as error:
            raise SinkError(f"{self.place}: {error}") from error

    def close(self) -> None:
        """Let go."""
        self._opened.close()

    def script(self, statements: str) -> None:
        """Run several statements that make or change what there is."""
        self._is_remade = True
        with self._told():
            for statement in self._db.extract_statements(statements):
                self._db.execute(statement)

    def run(self, statement: str, values: Row = ()) -> None:
        """Run one statement."""
        with self._told():
            self._db.execute(statement, values)

    def query(self, statement: str, values: Row = ()) -> Iterator[Row]:
        """Give the rows of a query: all of them at once, for the next statement would take them away."""
        with self._told():
            rows = self._db.execute(statement, values).fetchall()
        yield from rows

    def names(self) -> set[str]:
        """Give the names of the tables."""
        query = "SELECT table_name FROM duckdb_tables() WHERE schema_name = current_schema()"
        return {str(name) for (name,) in self.query(query)}

    def columns(self, table: str) -> list[str]:
        """Give the names of a table's columns."""
        query = "SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index"
        return [str(name) for (name,) in self.query(query, (table,))]

    def insert(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once."""
        if rows:
            self.insert_columns(table, arrow_table(table, rows))

    def insert_columns(self, table: Table, columns: pa.Table) -> None:
        """Add many rows at once; documents over those of the same id, which DuckDB would not let go and come again."""
        self._columns("INSERT OR REPLACE" if table.name == "documents" else "INSERT", table, columns)

    def let_go(self, gone: Sequence[str], replaced: Sequence[str]) -> None:  # noqa: ARG002  (they are written over)
        """Remember documents that nothing lies under any more: DuckDB lets them go only in the next transaction.

        Nobody sees them in between: they are in the copy that the run works on, and there it is written which they are.
        """
        if gone:
            self._leaving += gone
            self.replace(TABLES["about"], [(_LEAVING, json.dumps(self._leaving))])

    def _leave(self) -> None:
        self.delete("documents", "id", self._leaving)
        self.delete("about", "name", [_LEAVING])
        self._leaving = []

    def _finish_leaving(self) -> None:
        """Do what a run was killed before."""
        if "about" in self.names():
            for (ids,) in self.query("SELECT value FROM about WHERE name = ?", (_LEAVING,)):
                self._leaving = json.loads(ids)
        if self._leaving:
            self._leave()
            self.commit()

    def replace(self, table: Table, rows: Sequence[Row]) -> None:
        """Add many rows at once, over those of the same key."""
        if rows:
            self._columns("INSERT OR REPLACE", table, arrow_table(table, rows))

    def _columns(self, verb: str, table: Table, columns: pa.Table) -> None:
        names = names_of(table.names)
        self.feed(f"{verb} INTO {table.name} ({names}) SELECT {names} FROM incoming", columns)

    def feed(self, statement: str, incoming: pa.Table) -> Sequence[Row]:
        """Run a statement over a table that it calls `incoming`, and give its rows."""
        with self._told():
            self._db.register("incoming", incoming)
            try:
                return self._db.execute(statement).fetchall()
            finally:
                self._db.unregister("incoming")

    def where(self, column: str, count: int) -> str:  # noqa: ARG002  (however many)
        """Give the condition that a column is one of many values."""
        return f"{column} IN (SELECT unnest(?))"

    def several(self, values: Sequence[str]) -> Row:
        """Give many values as one list."""
        return (list(values),)

    def commit(self) -> None:
        """End the transaction and begin the next.

        Tables go into the file itself and not into the log: comments on columns with a `CHECK` that has a function make
        it a log that DuckDB before 2 cannot read after a crash.
        """
        with self._told():
            if self._is_remade:
                self._db.execute("SET checkpoint_threshold = '0b'")
            self._db.commit()
            self._is_changed = True
            if self._leaving:
                self._db.begin()
                self._leave()
                self._db.commit()
            self._db.execute(_SELDOM)
            self._is_remade = False
            self._db.begin()

    def value(self, kind: str, value: Any) -> Any:
        """Give a value as the record has it."""
        return json.loads(value) if kind == "json" else value

    def forget_words(self, ids: Sequence[str]) -> None:
        """Take documents out of the index."""
        if ids and self.has_index_to_follow():
            indexing.forget(self, ids)

    def has_index_to_follow(self) -> bool:
        """Tell whether there is an index that can follow; let the search read all texts where it cannot."""
        if not indexing.stands(self):
            return False
        can_follow = self._can_index and indexing.is_known(self)
        if not can_follow:
            indexing.leave(self)
        return can_follow

    def start(self) -> None:
        """Make the index of a database without documents, which is cheapest kept up from the first one on."""
        if not indexing.stands(self) and not list(self.query("SELECT 1 FROM documents LIMIT 1")):
            self._try_to_index()

    def pile(self) -> Pile:
        """Give what documents become columns in."""
        return ColumnPile(cuts=self._can_index)

    def settle(self) -> None:
        """Make the full-text index, unless it stands; where that cannot be done, say so.

        What was loaded is safe by then, whatever becomes of the index.
        """
        self.commit()
        if not indexing.stands(self) and (reason := self._try_to_index()):
            _LOG.warning("%s has no full-text index, search() reads all texts: %s", self.place, reason)

    def _try_to_index(self) -> str | None:
        """Make the index, or give the reason why there is none."""
        if not self._can_index:
            return (
                f"DuckDB {library_version(self._db)} finds no extension fts: run INSTALL fts in it, or pip install "
                "'statedocs[duckdb-fts]', then the same command again"
            )
        try:
            self._make_index()
            self.commit()
        except SinkError as error:
            self._undo()
            return str(error)
        return None

    def _make_index(self) -> None:
        indexing.make(self)
        if indexing.is_known(self):
            indexing.learn_all(self)
        else:
            self._undo()
            indexing.make_of_all(self)

    def _undo(self) -> None:
        with contextlib.suppress(duckdb.TransactionException):  # what could not be committed is undone already
            self._db.rollback()
        self._db.begin()
