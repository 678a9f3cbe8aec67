"""Rows as a record again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.shape import Field, Table

Row = Sequence[Any]


def document_of(rows: Mapping[str, Sequence[Row]]) -> dict[str, Any]:
    """Give the record of one document's rows, each table's in the order of its key."""
    documents = _items(TABLES["documents"], rows)
    values: dict[str, Any] = documents[0]
    for name, table in TABLES.items():
        if table.key == ("document_id", "position"):
            values[name] = _items(table, rows)
    blocks = _blocks(rows)
    for section in values["sections"]:
        section["blocks"] = blocks[section["position"]]
    phones: defaultdict[int, list[Any]] = defaultdict(list)
    for row, item in zip(rows["contact_phones"], _items(TABLES["contact_phones"], rows), strict=True):
        phones[row[1]].append(item)
    for position, contact in enumerate(values["contacts"]):
        contact["phones"] = phones[position]
    return values


def failure_of(row: Row) -> dict[str, Any]:
    """Give the record of a failure's row."""
    values: dict[str, Any] = _items(TABLES["failures"], {"failures": [row]})[0]
    return values


def _items(table: Table, rows: Mapping[str, Sequence[Row]]) -> list[Any]:
    """Give what each row of a table says, without its key."""
    named = [dict(zip(table.names, row, strict=True)) for row in rows[table.name]]
    if len(table.fields) == 1 and table.fields[0].name == table.name:
        column = table.fields[0].column
        return [values[column] for values in named if column]
    return [_object(table.fields, values) for values in named]


def _object(fields: Sequence[Field], values: Mapping[str, Any]) -> dict[str, Any]:
    return {field.name: values[field.column] if field.column else _part(field, values) for field in fields}


def _part(field: Field, values: Mapping[str, Any]) -> dict[str, Any] | None:
    """Give a single object; where it may be absent, a field that it must have tells whether it is."""
    told = next(part.column for part in field.parts if part.column and not part.null)
    return None if field.null and values[told] is None else _object(field.parts, values)


def _blocks(rows: Mapping[str, Sequence[Row]]) -> defaultdict[int, list[Any]]:
    """Give the blocks by the position of their section."""
    items, cells = _list_items(rows), _cells(rows)
    names, variants = TABLES["blocks"].names, dict(TABLES["blocks"].variants)
    found: defaultdict[int, list[Any]] = defaultdict(list)
    for row in rows["blocks"]:
        values = dict(zip(names, row, strict=True))
        place = (values["section"], values["position"])
        count = values["rows"]
        values["items"] = items[place]
        values["rows"] = [cells[(*place, number)] for number in range(count or 0)]
        found[place[0]].append({name: values[name] for name in variants[values["kind"]]})
    return found


def _list_items(rows: Mapping[str, Sequence[Row]]) -> defaultdict[tuple[int, int], list[Any]]:
    found: defaultdict[tuple[int, int], list[Any]] = defaultdict(list)
    for row, item in zip(rows["list_items"], _items(TABLES["list_items"], rows), strict=True):
        found[row[1], row[2]].append(item)
    return found


def _cells(rows: Mapping[str, Sequence[Row]]) -> defaultdict[tuple[int, int, int], list[str]]:
    found: defaultdict[tuple[int, int, int], list[str]] = defaultdict(list)
    for row in rows["table_cells"]:
        found[row[1], row[2], row[3]].append(row[5])
    return found
