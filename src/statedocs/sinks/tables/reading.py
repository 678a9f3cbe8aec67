"""Records read back out of a database, rebuilt from the columns."""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Final

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.line import Line
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.stored import read_document, read_failure
from statedocs.sinks.tables.batch import OUTCOME, outcome_from
from statedocs.sinks.tables.engine import Database, Row, in_groups
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.places import check, current
from statedocs.sinks.tables.rebuild import document_of, failure_of
from statedocs.sinks.tables.rows import grouped, values_of
from statedocs.sinks.tables.wording import names_of

_AT_ONCE: Final = 100
_IDS: Final = """
SELECT d.id, min(m.line) AS line FROM documents d LEFT JOIN manifest m ON m.id = d.id
GROUP BY d.id, d.source_origin ORDER BY CASE WHEN min(m.line) IS NULL THEN 1 ELSE 0 END, line, d.source_origin, d.id
"""
_FAILURES: Final = """
FROM failures f LEFT JOIN manifest m ON m.origin = f.origin AND m.key = f.id AND m.nth = f.nth
ORDER BY CASE WHEN m.line IS NULL THEN 1 ELSE 0 END, m.line, f.origin, f.id, f.nth
"""
_LINES: Final = f"""
SELECT {", ".join("m." + name for name in OUTCOME)}, m.key, coalesce(c.fingerprint, '')
FROM manifest m LEFT JOIN captures c ON c.origin = m.origin AND c.key = m.key AND c.nth = m.nth
ORDER BY m.line
"""


class StoredTables:
    """A database of the tables.

    What is read at the same time is read of one state: records and manifest fit together, also while a run writes.

    Args:
        database: Where they are.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._reading: Database | None = None
        self._readers = 0

    def documents(self) -> Iterator[Document]:
        """Give every document, in the order of the manifest."""
        with self._opened() as database:
            ids = [str(row[0]) for row in database.query(_IDS)]
            for group in in_groups(ids, _AT_ONCE):
                found = self._rows_of(database, group)
                for key in group:
                    record = document_of({name: tables.get(key, []) for name, tables in found.items()})
                    yield read_document(json.dumps(record), f"{database.place}, document {key}")

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        columns = ", ".join("f." + names_of((name,)) for name in TABLES["failures"].names)
        with self._opened() as database:
            for row in database.query(f"SELECT {columns} {_FAILURES}"):
                record = failure_of(values_of(database, TABLES["failures"], row))
                yield read_failure(json.dumps(record), f"{database.place}, failure of {row[0]}")

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        with self._opened() as database:
            for row in database.query(f"SELECT {names_of(OUTCOME)} FROM manifest ORDER BY line"):
                yield outcome_from(database, row)

    def lines(self) -> Iterator[Line]:
        """Give the lines of the manifest with key and fingerprint."""
        with self._opened() as database:
            for row in database.query(_LINES):
                yield Line(outcome_from(database, row), row[-2], b"", row[-1])

    @contextmanager
    def _opened(self) -> Iterator[Database]:
        database = self._reading or self._open()
        self._readers += 1
        try:
            yield database
        finally:
            self._readers -= 1
            if not self._readers:
                self._reading = None
                database.close()

    def _open(self) -> Database:
        with ExitStack() as opened:
            database = self._database.again()
            database.open_to_read()
            opened.callback(database.close)
            _refuse_older(database)
            opened.pop_all()
        self._reading = database
        return database

    @staticmethod
    def _rows_of(database: Database, ids: Sequence[str]) -> dict[str, dict[str, list[Row]]]:
        """Give the rows of some documents by table and document."""
        tables = [table for table in TABLES.values() if table.key[0] == "document_id" or table.name == "documents"]
        return {table.name: grouped(database, table, ids) for table in tables}


def _refuse_older(database: Database) -> None:
    if check(database) != current():
        raise SinkError(f"{database.place}: an older version's tables: any `load` or `convert` into it migrates them")
