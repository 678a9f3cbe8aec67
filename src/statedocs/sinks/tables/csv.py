"""A folder of CSV files, one a table."""

import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

from statedocs.sinks.tables.engine import Row
from statedocs.sinks.tables.flat import WRITTEN, FlatTables
from statedocs.sinks.tables.flatten import Record
from statedocs.sinks.tables.package import PACKAGE, package
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.stored_csv import StoredCsv

_QUOTED: Final = frozenset(',"\r\n')


def open_sink(place: str) -> "CsvFolder":
    """Give the folder to write to."""
    return CsvFolder(Path(place), place)


def open_stored(place: str) -> StoredCsv:
    """Give the folder to read from."""
    return StoredCsv(Path(place))


class CsvFolder(FlatTables):
    """`documents.csv`, `sections.csv` …: UTF-8, a line of names first, as RFC 4180 has it but for the line ends.

    A null is an empty field and an empty text is `""`, which databases can tell apart. Lists inside a row are JSON.
    `datapackage.json` says what the columns are, and how many bytes with which digest each file has.
    """

    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open every file, and write its names."""
        self._files = {}
        self._part = part
        for table in WRITTEN:
            path = part / f"{table.name}.csv"
            self._files[table.name] = opened.enter_context(path.open("w", encoding="utf-8", newline=""))
            self._files[table.name].write(_line(table.names))

    def write(self, table: Table, rows: Sequence[Row], record: Record | None) -> None:  # noqa: ARG002
        """Write rows."""
        self._files[table.name].writelines(map(_line, rows))

    def end(self, totals: dict[str, object]) -> None:
        """Describe the files, and say the sum."""
        for file in self._files.values():
            file.close()
        (self._part / PACKAGE).write_bytes(package(self._part, WRITTEN, totals))


def _line(row: Sequence[Any]) -> str:
    return ",".join(map(_field, row)) + "\n"


def _field(value: Any) -> str:
    """Give a value as a field.

    >>> [_field(value) for value in (None, "", 3, True, "Peru", "a, b", ["x"])]
    ['', '""', '3', 'true', 'Peru', '"a, b"', '"[""x""]"']
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return '"' + text.replace('"', '""') + '"' if not text or not _QUOTED.isdisjoint(text) else text
