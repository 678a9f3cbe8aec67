"""A folder of Parquet files: a file a table, or one file of nested records."""

import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Final
from urllib.parse import parse_qsl, quote

import pyarrow.parquet as pq

from statedocs.errors import SinkError
from statedocs.sinks.shown import parted
from statedocs.sinks.tables.columns import arrow_schema, arrow_table
from statedocs.sinks.tables.engine import Row
from statedocs.sinks.tables.flat import WRITTEN, FlatTables
from statedocs.sinks.tables.flatten import Record
from statedocs.sinks.tables.nested import NestedParquet
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.stored_parquet import StoredParquet

_GROUP: Final = 65536
"""Rows of a row group, at which a scan has enough to do and memory is not yet a matter."""
_HELD: Final = 64 << 20
"""Characters of records at which rows are written before there is a whole group of them."""
_FEW: Final = 4096
_OPTIONS: Final = {"layout": ("flat", "nested"), "partition": ("template", "year")}


def open_sink(place: str) -> FlatTables | NestedParquet:
    """Give the folder to write to, in the layout that stands behind a `?`."""
    text, query = parted(place)
    options = dict(parse_qsl(query, keep_blank_values=True))
    for name, value in options.items():
        if value not in _OPTIONS.get(name, ()):
            raise SinkError(f"{place}: expected layout=flat, layout=nested, partition=template or partition=year")
    if options.get("layout") == "nested":
        if "partition" in options:
            raise SinkError(f"{place}: nested records are not partitioned")
        return NestedParquet(Path(text), place)
    return ParquetFolder(Path(text), place, options.get("partition"))


def open_stored(place: str) -> StoredParquet:
    """Give the folder to read from."""
    return StoredParquet(Path(parted(place)[0]))


def _template(record: Record) -> str:
    return str(record["template"]["name"])


def _year(record: Record) -> str:
    """Give the year of a page's date, else of its edition, else the name that readers know for none."""
    published, series = record["published"], record["series"]
    for value in (published and published["value"], series and series["edition"]):
        if value and value[:4].isdigit() and len(value.partition("/")[0]) in (4, 7, 10):
            return str(value[:4])
    return "__HIVE_DEFAULT_PARTITION__"


_PARTS: Final[dict[str, Callable[[Record], str]]] = {"template": _template, "year": _year}


class ParquetFolder(FlatTables):
    """`documents.parquet`, `sections.parquet` …, or `documents/year=2013/0.parquet` …, compressed with zstd."""

    def __init__(self, path: Path, place: str, partition: str | None) -> None:
        super().__init__(path, place)
        self._partition = partition

    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open nothing yet: a file is opened for its first rows."""
        self._folder = part
        self._writers: dict[Path, pq.ParquetWriter] = {}
        self._rows: dict[tuple[str, Path], list[Row]] = {}
        self._closing = opened
        self._held = 0
        for table in WRITTEN if self._partition is None else [table for table in WRITTEN if not _is_parted(table)]:
            self._rows[table.name, self._file(table, None)] = []

    def _file(self, table: Table, record: Record | None) -> Path:
        if self._partition is None or record is None:
            return self._folder / f"{table.name}.parquet"
        value = quote(_PARTS[self._partition](record), safe="")
        return self._folder / table.name / f"{self._partition}={value}" / "0.parquet"

    def write(self, table: Table, rows: Sequence[Row], record: Record | None) -> None:
        """Hold rows until there are enough of them."""
        path = self._file(table, record)
        held = self._rows.setdefault((table.name, path), [])
        held += rows
        if table.name == "documents" and record:
            self._held += sum(len(block["text"]) for section in record["sections"] for block in section["blocks"])
        while len(held) >= _GROUP:
            self._flush(table, path, _GROUP)
        if self._held > _HELD:
            self._flush_all(_FEW)
            self._held = 0

    def _flush_all(self, least: int) -> None:
        by_name = {table.name: table for table in WRITTEN}
        for name, path in list(self._rows):
            if len(self._rows[name, path]) >= least:
                self._flush(by_name[name], path, _GROUP)

    def _flush(self, table: Table, path: Path, count: int) -> None:
        """Write the first rows that are held, at most a group of them, which is one of its own."""
        if path not in self._writers:
            path.parent.mkdir(parents=True, exist_ok=True)
            writer = pq.ParquetWriter(path, arrow_schema(table), compression="zstd", write_page_index=True)
            self._writers[path] = self._closing.enter_context(writer)
        held = self._rows[table.name, path]
        self._writers[path].write_table(arrow_table(table, held[:count]), row_group_size=_GROUP)
        del held[:count]

    def end(self, totals: dict[str, object]) -> None:
        """Write what is held, also where it is nothing, and the sum into the manifest; few files are open at once."""
        by_name = {table.name: table for table in WRITTEN}
        for name, path in list(self._rows):
            self._flush(by_name[name], path, _GROUP)
            if name == "manifest":
                self._writers[path].add_key_value_metadata({"statedocs": json.dumps(totals)})
            self._writers[path].close()


def _is_parted(table: Table) -> bool:
    return table.name not in ("failures", "manifest")
