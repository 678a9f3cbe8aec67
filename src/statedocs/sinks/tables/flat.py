"""A run's records as files of tables."""

from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from statedocs.sinks.outcome import Outcome
from statedocs.sinks.rendering import from_json
from statedocs.sinks.sink import Entry
from statedocs.sinks.tables.batch import line_row
from statedocs.sinks.tables.engine import Row
from statedocs.sinks.tables.flatten import Record, failure_row, rows_of
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.whole import Whole, state_beside

WRITTEN: Final = tuple(table for table in TABLES.values() if table.name not in ("finding_codes", "captures", "about"))
"""The tables that hold what a run made; the others are for databases that live on."""
_OUTPUTS: Final = {"document": "documents", "failure": "failures"}


class FlatTables(Whole):
    """Tables as files in a folder, each written from the first row to the last.

    Args:
        path: The folder.
        place: What messages call it.
    """

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(path, state_beside(path), place)
        self._lines = 0

    @abstractmethod
    def write(self, table: Table, rows: Sequence[Row], record: Record | None) -> None:
        """Write rows behind those that are there; `record` is the document that they are of."""

    def add(self, entry: Entry) -> str:
        """Write the rows of a record."""
        record: Record = from_json(entry.data)
        if entry.outcome.outcome == "document":
            for name, rows in rows_of(record).items():
                self.write(TABLES[name], rows, record)
        else:
            origin, key = entry.outcome.origin, entry.key
            self.write(TABLES["failures"], [failure_row(record, key, self._nth(f"failure {key} {origin}"))], None)
        return _OUTPUTS[entry.outcome.outcome]

    def add_line(self, entry: Entry, outcome: Outcome) -> None:
        """Write a line of the manifest."""
        nth = self._nth(f"line {entry.key} {outcome.origin}")
        row = line_row((outcome.origin, entry.key, nth), self._lines, outcome)
        self.write(TABLES["manifest"], [row], None)
        self._lines += 1

    def _nth(self, owner: str) -> int:
        nth = 0
        while self._index.remember(f"{nth} {owner}", "") is not None:
            nth += 1
        return nth
