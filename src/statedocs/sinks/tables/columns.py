"""Rows as columns, as Arrow has them."""

import json
from collections.abc import Sequence
from typing import Any, Final

import pyarrow as pa

from statedocs.sinks.tables.engine import Row
from statedocs.sinks.tables.shape import Column, Kind, Table

_TYPES: Final[dict[Kind, pa.DataType]] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "texts": pa.list_(pa.string()),
    "json": pa.string(),
}


def arrow_schema(table: Table) -> pa.Schema:
    """Give a table's columns with their types, and what each is."""
    fields = [
        pa.field(column.name, _TYPES[column.kind], nullable=column.null, metadata={"comment": column.about})
        for column in table.columns
    ]
    return pa.schema(fields, metadata={"comment": table.about})


def arrow_table(table: Table, rows: Sequence[Row]) -> pa.Table:
    """Give rows as an Arrow table."""
    values = zip(*rows, strict=True) if rows else [()] * len(table.columns)
    arrays = [_array(column, several) for column, several in zip(table.columns, values, strict=True)]
    return pa.Table.from_arrays(arrays, schema=arrow_schema(table))


def _array(column: Column, values: Sequence[Any]) -> pa.Array:
    if column.kind == "json":
        values = [json.dumps(value, ensure_ascii=False, separators=(",", ":")) for value in values]
    if column.kind == "date":
        return pa.array(values, pa.string()).cast(pa.date32())
    return pa.array(values, _TYPES[column.kind])
