"""Records read back out of a folder of CSV files."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.pinned import Pinned
from statedocs.sinks.stored import read_failure
from statedocs.sinks.tables.batch import OUTCOME
from statedocs.sinks.tables.beside import OF_DOCUMENTS, documents_of
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.package import check_files
from statedocs.sinks.tables.rebuild import failure_of
from statedocs.sinks.tables.shape import Column, Kind

_FIELD: Final = re.compile(r'(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n|\r|\Z)')

Values = list[str | None]
"""A line as it stands there: None for an empty field, an empty text for `""`."""


class StoredCsv:
    """A folder of CSV files, of one run, as `CsvFolder` writes it.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self._name = path
        self._pinned = Pinned(path)
        self._path = self._pinned.path

    def documents(self) -> Iterator[Document]:
        """Give every document.

        Raises:
            SinkError: Files are missing or changed, or not of one run; or a record is damaged.
        """
        with self._pinned.reading(self._name):
            check_files(self._path, self._name)
        return documents_of({name: self._rows(name) for name in OF_DOCUMENTS}, str(self._name))

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        for row in self._rows("failures"):
            yield read_failure(json.dumps(failure_of(row)), f"{self._name}, failure of {row[0]}")

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        names = TABLES["manifest"].names
        for row in self._rows("manifest"):
            values = dict(zip(names, row, strict=True))
            yield Outcome(**{name: values[name] for name in OUTCOME})

    def _rows(self, table: str) -> Iterator[list[Any]]:
        """Give the rows of a table as a record has them.

        Raises:
            SinkError: The file is missing, is no CSV, or has other columns.
        """
        path, name = self._path / f"{table}.csv", self._name / f"{table}.csv"
        columns = TABLES[table].columns
        with self._pinned.reading(name), path.open(encoding="utf-8", newline="\n") as file:
            self._pinned.check()
            lines = split(file, str(name))
            _, names = next(lines, (0, []))
            if names != [column.name for column in columns]:
                raise SinkError(f"{name}: expected the columns {', '.join(TABLES[table].names)}, found other ones")
            readers = [_READERS[column.kind] for column in columns]
            for number, values in lines:
                yield _read(values, readers, columns, f"{name}, line {number}")


def split(lines: Iterable[str], name: str) -> Iterator[tuple[int, Values]]:
    """Cut lines of CSV into fields; each comes with the number of the line on which it begins.

    Raises:
        SinkError: A field that is quoted does not end, or has something behind its end.
    """
    held: list[str] = []
    quotes = first = 0
    for number, line in enumerate(lines, 1):
        first = first if held else number
        held.append(line)
        quotes += line.count('"')
        if quotes % 2 == 0:
            yield first, _fields("".join(held), f"{name}, line {first}")
            held.clear()
    if held:
        raise SinkError(f"{name}, line {first}: a field in quotes does not end")


def _fields(text: str, place: str) -> Values:
    found: Values = []
    at, end = 0, ","
    while end == ",":
        met = _FIELD.match(text, at)
        if met is None:
            raise SinkError(f"{place}: expected a comma or the end of the line behind field {len(found)}")
        quoted, plain, end = met.groups()
        found.append(quoted.replace('""', '"') if quoted is not None else plain or None)
        at = met.end()
    if at != len(text):
        raise SinkError(f"{place}: expected one line, found more behind its end")
    return found


def _boolean(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(f"{text!r} is neither true nor false")
    return text == "true"


_READERS: Final[Mapping[Kind, Callable[[str], Any]]] = {
    "text": str,
    "integer": int,
    "boolean": _boolean,
    "date": str,
    "texts": json.loads,
    "json": json.loads,
}


def _read(values: Values, readers: Sequence[Callable[[str], Any]], columns: Sequence[Column], place: str) -> list[Any]:
    if len(values) != len(columns):
        raise SinkError(f"{place}: expected {len(columns)} fields, found {len(values)}")
    row: list[Any] = []
    for value, read, column in zip(values, readers, columns, strict=True):
        try:
            row.append(None if value is None else read(value))
        except ValueError as error:
            raise SinkError(f"{place}: {column.name}: {error}") from error
    return row
