"""Rows of all tables in one order of documents, made documents again."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from statedocs.errors import SinkError
from statedocs.record import Document
from statedocs.sinks.stored import read_document
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.rebuild import document_of

Row = Sequence[Any]

OF_DOCUMENTS: Final = [name for name, table in TABLES.items() if table.key[0] == "document_id" or name == "documents"]
"""The tables whose rows are of documents."""


def documents_of(tables: Mapping[str, Iterator[Row]], place: str) -> Iterator[Document]:
    """Go through all tables side by side, and give each document.

    Args:
        tables: The rows of each of `OF_DOCUMENTS`, documents in one order.
        place: What messages call it.

    Raises:
        SinkError: A table has rows that are no document's, or stand in another order; or a record is damaged.
    """
    rows = {name: _Rows(several) for name, several in tables.items()}
    while (first := rows["documents"].next_key()) is not None:
        found = {name: several.take(first) for name, several in rows.items()}
        if len(found["documents"]) > 1:
            raise SinkError(f"{place}: expected each document once, found {first} twice")
        yield read_document(json.dumps(document_of(found)), f"{place}, document {first}")
    for name, several in rows.items():
        if (key := several.next_key()) is not None:
            raise SinkError(f"{place}: expected {name} in the order of documents, found rows of {key} out of place")


class _Rows:
    """The rows of one table, taken document by document."""

    def __init__(self, rows: Iterator[Row]) -> None:
        self._rows = rows
        self._next = next(self._rows, None)

    def next_key(self) -> str | None:
        """Give the document that the next row is of."""
        return None if self._next is None else str(self._next[0])

    def take(self, key: str) -> list[Row]:
        """Give the rows of a document, if they are the next ones."""
        found: list[Row] = []
        while self._next is not None and self._next[0] == key:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found
