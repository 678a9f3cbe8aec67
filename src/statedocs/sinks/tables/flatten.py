"""A record as rows."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any, Final
from urllib.parse import urlsplit

from statedocs.errors import SinkError
from statedocs.sinks.tables.days import days
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.shape import Field, Table

Record = Mapping[str, Any]
"""A document or failure as plain values, as its JSON has them."""
Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""By table, in reading order; a table without rows is there all the same."""

_APART: Final = frozenset("blocks list_items table_cells contact_phones".split())
_LISTS: Final = tuple(
    table for table in TABLES.values() if table.key[:2] == ("document_id", "position") and table.name not in _APART
)
_cached_days: Final = lru_cache(maxsize=65536)(days)


def rows_of(document: Record) -> Rows:
    """Give a document's rows by table.

    Raises:
        SinkError: The record contradicts itself: sections are misnumbered, or a span points to no block, or a date is
            none.
    """
    _refuse_unsound(document)
    _refuse_impossible_dates(document)
    key = document["id"]
    rows: Rows = {"documents": [_READERS["documents"](document)]}
    for table in _LISTS:
        read = _READERS[table.name]
        rows[table.name] = [(key, position, *read(item)) for position, item in enumerate(document[table.name])]
    names = _names_and_digests(document["sections"])
    rows["sections"] = [(*row, *derived) for row, derived in zip(rows["sections"], names, strict=True)]
    rows["blocks"], rows["list_items"], rows["table_cells"] = [], [], []
    for section in document["sections"]:
        _add_blocks(rows, key, section["position"], section["blocks"])
    rows["contact_phones"] = [
        (key, contact, position, *_PHONE(phone))
        for contact, item in enumerate(document["contacts"])
        for position, phone in enumerate(item["phones"])
    ]
    return rows


def _names_and_digests(sections: Sequence[Record]) -> Iterator[tuple[int, str]]:
    """Give what finds a section again in another edition: which of its name it is, and a digest of its own text."""
    met: Counter[tuple[str, str]] = Counter()
    for section in sections:
        name = (section["number"] or "", section["heading"] or "")
        met[name] += 1
        text = "\n".join([block["text"] for block in section["blocks"]])
        yield met[name], hashlib.sha256(text.encode()).hexdigest()[:32]


def failure_row(failure: Record, key: str, nth: int) -> Row:
    """Give a failure's row; `key` and `nth` tell it from others of its origin."""
    row = _READERS["failures"](failure)
    return (row[0], key, nth, *row[1:])


def _add_blocks(rows: Rows, key: str, section: int, blocks: Sequence[Record]) -> None:
    for position, block in enumerate(blocks):
        cells = block.get("rows")
        values = map(block.get, _BLOCK_NAMES)
        rows["blocks"].append((key, section, position, *values, None if cells is None else len(cells)))
        if cells is not None:
            rows["table_cells"] += [
                (key, section, position, row, place, text)
                for row, texts in enumerate(cells)
                for place, text in enumerate(texts)
            ]
        for place, item in enumerate(block.get("items", ())):
            rows["list_items"].append((key, section, position, place, *_ITEM(item)))


def _refuse_unsound(document: Record) -> None:
    """Refuse what the tables' keys and conditions would refuse, naming the page."""
    sizes = [len(section["blocks"]) for section in document["sections"]]
    origin = document["source"]["origin"]
    if [section["position"] for section in document["sections"]] != list(range(len(sizes))):
        raise SinkError("expected sections numbered 0, 1, 2 …, found other positions", origin=origin)
    for position, section in enumerate(document["sections"]):
        if section["parent"] is not None and not 0 <= section["parent"] < position:
            raise SinkError(f"sections[{position}] lies under {section['parent']}, which is none before", origin=origin)
    for name in ("links", "date_mentions", "facts"):
        for number, item in enumerate(document[name]):
            section, block = item["section"], item["block"]
            if section is None:
                continue
            if section >= len(sizes) or (block is not None and block >= sizes[section]):
                raise SinkError(
                    f"{name}[{number}] points to block {block} of section {section}: no such", origin=origin
                )


def _refuse_impossible_dates(document: Record) -> None:
    stated = [("published", document["published"])] if document["published"] else []
    for name in ("dates", "date_mentions"):
        stated += [(f"{name}[{number}]", date) for number, date in enumerate(document[name])]
    for name, date in stated:
        if _cached_days(date["value"])[0] is None:
            raise SinkError(f"{name} is {date['value']}, which no calendar has", origin=document["source"]["origin"])


def _reader(table: Table, *places: str) -> Callable[[Any], Row]:
    """Give what turns an item into a row's values, without those that say its place."""
    names = [name for name in table.names if name not in places]
    if len(names) == 1:
        return lambda item: (item,)
    getters = dict(_getters(table.fields))
    plain = [name for name in names if name in getters]
    if all(getters[name] == (name,) for name in plain):
        values: Callable[[Any], Row] = itemgetter(*plain)
    else:
        paths = [getters[name] for name in plain]

        def values(item: Any) -> Row:
            return tuple(_at(item, path) for path in paths)

    if len(plain) == len(names) or table.name == "sections":
        return values
    if table.name == "links":
        url = plain.index("url")
        return lambda item: (row := values(item)) + (_host(row[url]),)
    dated = plain.index("published" if table.name == "documents" else "value")
    return lambda item: (row := values(item)) + _cached_days(row[dated])


def _getters(fields: Sequence[Field], path: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    for field in fields:
        if field.column:
            yield field.column, (*path, field.name)
        yield from _getters(field.parts, (*path, field.name))


def _at(item: Any, path: Sequence[str]) -> Any:
    for name in path:
        if item is None:
            return None
        item = item[name]
    return item


_LONGEST_HOST: Final = 253
"""Characters that a host's name may have (RFC 1035, 2.3.4): what is longer is none, and too long for an index."""


@lru_cache(maxsize=65536)
def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host if host and len(host) <= _LONGEST_HOST else None


_READERS: Final = {table.name: _reader(table, "document_id", "position") for table in _LISTS} | {
    "documents": _reader(TABLES["documents"]),
    "failures": _reader(TABLES["failures"], "id", "nth"),
}
_BLOCK_NAMES: Final = TABLES["blocks"].names[3:-1]
_ITEM: Final = _reader(TABLES["list_items"], *TABLES["list_items"].key)
_PHONE: Final = _reader(TABLES["contact_phones"], *TABLES["contact_phones"].key)
