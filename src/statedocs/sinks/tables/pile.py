"""Records of documents, gathered until they are written at once."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from statedocs.collector import without_collector
from statedocs.sinks.rendering import from_json
from statedocs.sinks.tables.flatten import Rows, rows_of
from statedocs.sinks.tables.layout import TABLES

if TYPE_CHECKING:
    from statedocs.sinks.tables.engine import Database

CHILDREN_FIRST: Final = tuple(name for name, table in reversed(TABLES.items()) if table.key[0] == "document_id")
PARENTS_FIRST: Final = ("documents", *reversed(CHILDREN_FIRST))
"""The tables of documents, each after the one that its rows lie under."""
AT_ONCE: Final = 1 << 20
"""Bytes of records: so few that their rows stay near the processor, and a run that converts is not kept waiting."""


class Pile:
    """Records as they came, made rows when they are written."""

    def __init__(self) -> None:
        self._records: list[bytes] = []

    def add(self, record: bytes) -> None:
        """Add a document, as its JSON."""
        self._records.append(record)

    def write(self, database: "Database") -> None:
        """Write all that was added.

        Raises:
            SinkError: A record contradicts itself.
        """
        rows = self._rows()
        if rows["documents"]:
            with without_collector():
                for name in PARENTS_FIRST:
                    database.insert(TABLES[name], rows[name])
                database.learn_words(rows)

    def _rows(self) -> Rows:
        with without_collector():
            return rows_of_all(self._records)


class RowPile(Pile):
    """Records made rows as they come in, in the thread that adds them, while others are written."""

    def __init__(self) -> None:
        super().__init__()
        self._size = 0
        self._made: list[Rows] = []

    def add(self, record: bytes) -> None:
        """Add a document, as its JSON."""
        super().add(record)
        self._size += len(record)
        if self._size >= AT_ONCE:
            self._make()

    def _make(self) -> None:
        with without_collector():
            self._made.append(rows_of_all(self._records))
        self._records, self._size = [], 0

    def _rows(self) -> Rows:
        self._make()
        return together(self._made)


def rows_of_all(records: Iterable[bytes]) -> Rows:
    """Give the rows of several documents by table."""
    return together(rows_of(from_json(record)) for record in records)


def together(documents: Iterable[Rows]) -> Rows:
    """Give the rows of several documents by table."""
    total: Rows = {name: [] for name in PARENTS_FIRST}
    for rows in documents:
        for name, several in rows.items():
            total[name] += several
    return total
