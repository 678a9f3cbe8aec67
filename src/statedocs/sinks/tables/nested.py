"""Records as they are, in one Parquet file, with every field typed."""

import json
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from statedocs.schema import schemas
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.rendering import from_json
from statedocs.sinks.sink import Entry
from statedocs.sinks.tables.days import days
from statedocs.sinks.whole import Whole, state_beside

_SCALARS: Final = {"string": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}
_DAYS: Final = ("published_earliest", "published_latest")
_HELD: Final = 32 << 20
"""Bytes of records that make a row group."""
_MANIFEST: Final = pa.schema(
    [(name, pa.string()) for name in "origin sha256 outcome reason id output template".split()]
    + [("findings", pa.map_(pa.string(), pa.int64()))]
)


def _type(schema: Mapping[str, Any], known: Mapping[str, Any]) -> pa.DataType:
    """Give the type of what a schema describes; the objects of a union become one with the fields of all."""
    options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
    if options:
        return _type(options[0], known)
    if "$ref" in schema:
        return _type(known[schema["$ref"].rpartition("/")[2]], known)
    if "oneOf" in schema and "$ref" in schema["oneOf"][0]:
        fields: dict[str, pa.Field] = {}
        for option in schema["oneOf"]:
            fields |= {field.name: field for field in _type(option, known)}
        return pa.struct(list(fields.values()))
    if schema["type"] == "object":
        inner = schema["properties"].items()
        return pa.struct([pa.field(name, _type(stated, known), metadata=_about(stated)) for name, stated in inner])
    if schema["type"] == "array":
        return pa.list_(_type(schema["items"], known) if "items" in schema else pa.int64())
    return _SCALARS[schema["type"]]


def _about(stated: Mapping[str, Any]) -> dict[str, str]:
    return {"comment": stated.get("description", "")}


def _arrow(kind: str) -> pa.Schema:
    schema = schemas()[kind]
    days_too = [pa.field(name, pa.date32()) for name in _DAYS] if kind == "document" else []
    return pa.schema([*_type(schema, schema.get("$defs", {})), *days_too], metadata=_about(schema))


class NestedParquet(Whole):
    """`documents.parquet`, `failures.parquet` and `manifest.parquet`; a document is a row, its lists are lists."""

    def __init__(self, path: Path, place: str) -> None:
        super().__init__(path, state_beside(path), place)

    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open the three files."""
        kinds = {"document": _arrow("document"), "failure": _arrow("failure"), "manifest": _MANIFEST}
        self._schemas = kinds
        self._rows: dict[str, list[Any]] = {kind: [] for kind in kinds}
        names = {"document": "documents", "failure": "failures", "manifest": "manifest"}
        self._writers = {
            kind: opened.enter_context(pq.ParquetWriter(part / f"{names[kind]}.parquet", schema, compression="zstd"))
            for kind, schema in kinds.items()
        }
        self._held = 0

    def add(self, entry: Entry) -> str:
        """Hold a record until there are enough for a row group."""
        kind = entry.outcome.outcome
        record = from_json(entry.data)
        if kind == "document":
            found = days(record["published"] and record["published"]["value"])
            record |= dict(zip(_DAYS, found, strict=True))
        self._rows[kind].append(record)
        self._held += len(entry.data)
        if self._held > _HELD:
            self._flush()
        return f"{kind}s"

    def add_line(self, entry: Entry, outcome: Outcome) -> None:  # noqa: ARG002
        """Hold a line of the manifest."""
        values = {name: getattr(outcome, name) for name in _MANIFEST.names}
        self._rows["manifest"].append({**values, "findings": list(outcome.findings.items())})

    def _flush(self) -> None:
        for kind, rows in self._rows.items():
            self._writers[kind].write_table(_table(rows, self._schemas[kind]))
            rows.clear()
        self._held = 0

    def end(self, totals: dict[str, object]) -> None:
        """Write what is held, and the sum."""
        self._flush()
        self._writers["manifest"].add_key_value_metadata({"statedocs": json.dumps(totals)})


def _table(rows: list[Any], schema: pa.Schema) -> pa.Table:
    plain = pa.schema([pa.field(field.name, pa.string()) if field.name in _DAYS else field for field in schema])
    return pa.Table.from_pylist(rows, plain).cast(schema)
