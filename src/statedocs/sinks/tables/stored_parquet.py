"""Records read back out of Parquet files, flat or nested, whole or in parts."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.files import translated_reading
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.stored import read_document, read_failure
from statedocs.sinks.tables.batch import OUTCOME
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.rebuild import document_of, failure_of

Row = Sequence[Any]
_OF_DOCUMENTS: Final = [name for name, table in TABLES.items() if table.key[0] == "document_id" or name == "documents"]
_VARIANTS: Final = dict(TABLES["blocks"].variants)
_AT_ONCE: Final = 1024


class StoredParquet:
    """A folder of Parquet files. Documents come in the order of their files: partition by partition.

    Args:
        path: The folder.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def documents(self) -> Iterator[Document]:
        """Give every document."""
        whole = self._path / "documents.parquet"
        if whole.exists() and "sections" in _schema(whole).names:
            return self._nested(whole)
        if whole.exists():
            return self._flat({name: self._path / f"{name}.parquet" for name in _OF_DOCUMENTS})
        return self._parted()

    def _parted(self) -> Iterator[Document]:
        for path in sorted((self._path / "documents").glob("*=*/0.parquet")):
            inside = path.relative_to(self._path / "documents")
            yield from self._flat({name: self._path / name / inside for name in _OF_DOCUMENTS})

    def _flat(self, paths: dict[str, Path]) -> Iterator[Document]:
        """Go through all tables side by side: their rows stand in one order of documents."""
        rows = {name: _Rows(path, name) for name, path in paths.items()}
        while (first := rows["documents"].next_key()) is not None:
            record = document_of({name: several.take(first) for name, several in rows.items()})
            yield read_document(json.dumps(record), f"{self._path}, document {first}")

    def _nested(self, path: Path) -> Iterator[Document]:
        fields = [name for name in _schema(path).names if name in Document.model_fields]
        for record in _records(path, fields):
            for section in record["sections"]:
                section["blocks"] = [
                    {name: block[name] for name in _VARIANTS[block["kind"]]} for block in section["blocks"]
                ]
            yield read_document(json.dumps(record), f"{self._path}, document {record['id']}")

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        path = self._path / "failures.parquet"
        is_nested = path.exists() and "converter" in _schema(path).names
        for record in _records(path):
            value = record if is_nested else failure_of(list(record.values()))
            yield read_failure(json.dumps(value), f"{self._path}, failure of {value['origin']}")

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        for record in _records(self._path / "manifest.parquet", OUTCOME):
            said = record["findings"]
            findings = json.loads(said) if isinstance(said, str) else dict(said)
            yield Outcome(**{**record, "findings": findings})


class _Rows:
    """The rows of one file, taken document by document."""

    def __init__(self, path: Path, name: str) -> None:
        self._inside = [place for place, column in enumerate(TABLES[name].columns) if column.kind == "json"]
        self._rows = (list(record.values()) for record in _records(path, TABLES[name].names))
        self._next = next(self._rows, None)

    def next_key(self) -> str | None:
        """Give the document that the next row is of."""
        return None if self._next is None else str(self._next[0])

    def take(self, key: str) -> list[Row]:
        """Give the rows of a document, if they are the next ones."""
        found: list[Row] = []
        while self._next is not None and self._next[0] == key:
            for place in self._inside:
                self._next[place] = json.loads(self._next[place])
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


def _schema(path: Path) -> pa.Schema:
    return _opened(path).schema_arrow


def _opened(path: Path) -> pq.ParquetFile:
    with translated_reading(path):
        try:
            return pq.ParquetFile(path)
        except pa.ArrowInvalid as error:
            raise SinkError(f"{path} is no Parquet file: {error}") from error


def _records(path: Path, fields: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
    if path.exists():
        with _opened(path) as file:
            for batch in file.iter_batches(_AT_ONCE, columns=list(fields) if fields else None):
                yield from batch.to_pylist()
