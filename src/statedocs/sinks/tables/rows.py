"""Rows as an engine gives them, made those of a record."""

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from statedocs.sinks.tables.engine import Database, Row
from statedocs.sinks.tables.shape import Table
from statedocs.sinks.tables.wording import names_of


def values_of(database: Database, table: Table, row: Row) -> list[Any]:
    """Give a row's values as a record has them."""
    return [
        [] if value is None and column.kind == "texts" else database.value(column.kind, value)
        for column, value in zip(table.columns, row, strict=True)
    ]


def grouped(
    database: Database, table: Table, ids: Sequence[str], *, source: str = "", columns: str = ""
) -> dict[str, list[Row]]:
    """Give the rows of some documents, by document, each in the order of its key.

    Args:
        database: Where they are.
        table: Which of them.
        ids: The documents.
        source: Another table to read from.
        columns: What to read for the table's columns.
    """
    names, order = columns or names_of(table.names), names_of(table.key)
    condition = database.where(table.key[0], len(ids))
    query = f"SELECT {names} FROM {source or table.name} WHERE {condition} ORDER BY {order}"
    rows = (values_of(database, table, row) for row in database.query(query, database.several(ids)))
    return {key: list(several) for key, several in groupby(rows, itemgetter(0))}
