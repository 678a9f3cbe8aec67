"""Records read back out of Parquet files, flat or nested, whole or in parts."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.pinned import Pinned
from statedocs.sinks.stored import read_document, read_failure
from statedocs.sinks.tables.batch import OUTCOME
from statedocs.sinks.tables.beside import OF_DOCUMENTS, documents_of
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.rebuild import failure_of

_VARIANTS: Final = dict(TABLES["blocks"].variants)
_AT_ONCE: Final = 1024


class StoredParquet:
    """A folder of Parquet files, of one run. Documents come in the order of their files: partition by partition.

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
            SinkError: Files are missing, damaged, or not of one run.
        """
        whole = self._path / "documents.parquet"
        if whole.exists() and "sections" in self._opened(whole).schema_arrow.names:
            return self._nested(whole)
        if whole.exists():
            return self._flat({name: self._path / f"{name}.parquet" for name in OF_DOCUMENTS})
        if not (self._path / "manifest.parquet").exists():
            self._pinned.check_unchanged()
            raise SinkError(f"{self._name}: expected documents.parquet or manifest.parquet in it, found neither")
        return self._parted()

    def _parted(self) -> Iterator[Document]:
        for path in sorted((self._path / "documents").glob("*=*/0.parquet")):
            inside = path.relative_to(self._path / "documents")
            yield from self._flat({name: self._path / name / inside for name in OF_DOCUMENTS})

    def _flat(self, paths: dict[str, Path]) -> Iterator[Document]:
        return documents_of({name: self._rows(path, name) for name, path in paths.items()}, str(self._name))

    def _rows(self, path: Path, name: str) -> Iterator[list[Any]]:
        """Give the rows of one file, JSON in it read."""
        inside = [place for place, column in enumerate(TABLES[name].columns) if column.kind == "json"]
        for record in self._records(path, TABLES[name].names):
            row = list(record.values())
            for place in inside:
                row[place] = json.loads(row[place])
            yield row

    def _nested(self, path: Path) -> Iterator[Document]:
        fields = [name for name in self._opened(path).schema_arrow.names if name in Document.model_fields]
        for record in self._records(path, fields):
            for section in record["sections"]:
                section["blocks"] = [
                    {name: block[name] for name in _VARIANTS[block["kind"]]} for block in section["blocks"]
                ]
            yield read_document(json.dumps(record), f"{self._name}, document {record['id']}")

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        path = self._path / "failures.parquet"
        is_nested = "converter" in self._opened(path).schema_arrow.names
        for record in self._records(path):
            value = record if is_nested else failure_of(list(record.values()))
            yield read_failure(json.dumps(value), f"{self._name}, failure of {value['origin']}")

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        for record in self._records(self._path / "manifest.parquet", OUTCOME):
            said = record["findings"]
            findings = json.loads(said) if isinstance(said, str) else dict(said)
            yield Outcome(**{**record, "findings": findings})

    def _records(self, path: Path, fields: Sequence[str] | None = None) -> Iterator[dict[str, Any]]:
        with self._opened(path) as file:
            for batch in file.iter_batches(_AT_ONCE, columns=list(fields) if fields else None):
                yield from batch.to_pylist()

    def _opened(self, path: Path) -> pq.ParquetFile:
        try:
            with self._pinned.reading(self._shown(path)):
                file = pq.ParquetFile(path)
        except pa.ArrowInvalid as error:
            raise SinkError(f"{self._shown(path)} is no Parquet file: {error}") from error
        self._pinned.check()
        return file

    def _shown(self, path: Path) -> Path:
        return self._name / path.relative_to(self._path)
