"""Every table of the record, made from the published schemas."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from statedocs.record import FINDINGS
from statedocs.schema import schemas
from statedocs.sinks.tables.fields import Properties, Schema, checks_of, dated, days_of
from statedocs.sinks.tables.shape import Column, Field, Reference, Table

_SCHEMAS: Final = schemas()
_DOCUMENT: Final = Properties(_SCHEMAS["document"])
_FAILURE: Final = Properties(_SCHEMAS["failure"])

_INNER: Final = {"items": "list_items", "rows": "table_cells", "phones": "contact_phones"}
"""Arrays inside a row that are tables; every other one is a column."""

_IDENTIFIER: Final = _DOCUMENT.column("id", _SCHEMAS["document"]["properties"]["id"])
_ID: Final = Column(name="document_id", kind="text", about="The document")  # which holds it to its form
_NTH_OF_NAME: Final = Column(
    name="nth",
    kind="integer",
    about="1, 2 … among the page's sections of this number and heading",
    minimum=1,
    derived=True,
)
_TEXT_DIGEST: Final = Column(
    name="text_digest",
    kind="text",
    about="First 32 digits of the SHA-256 of the section's own text, its blocks joined by line ends",
    derived=True,
)
_HOST: Final = Column(name="host", kind="text", about="Host of `url`, in lower case", null=True, derived=True)

_COUNTRY: Final = r"^[A-Z]{2}([A-Z]{2})?$"
_E164: Final = r"^\+[1-9]\d{1,14}$"
_SPANS: Final = {
    "sections": ("parent < position",),
    "links": ("(start IS NULL) = (stop IS NULL)", "start <= stop", "block IS NULL OR section IS NOT NULL"),
    "date_mentions": ("start <= stop",),
}


def _place(name: str, about: str) -> Column:
    return Column(name=name, kind="integer", about=about, minimum=0)


_POSITION: Final = _place("position", "Place in the list, from 0, in reading order")
_SECTION: Final = _place("section", "Position of the section")
_BLOCK: Final = _place("block", "Position of the block in its section")


def _to_documents() -> Reference:
    return Reference(("document_id",), "documents", ("id",))


def _to_block() -> Reference:
    return Reference(("document_id", "section", "block"), "blocks", ("document_id", "section", "position"))


def _to_section(column: str = "section") -> Reference:
    return Reference(("document_id", column), "sections", ("document_id", "position"))


def _references(name: str) -> tuple[Reference, ...]:
    """Give what the rows of a list lie under; what is null, or no place, is not looked for."""
    by_name = {
        "sections": (_to_documents(), _to_section("parent")),
        "links": (_to_documents(), _to_section(), _to_block()),
        "date_mentions": (_to_section(), _to_block()),
        "facts": (_to_block(),),
    }
    return by_name.get(name, (_to_documents(),))


def _flat(schema: Schema, own: Properties, skipped: frozenset[str]) -> tuple[tuple[Field, ...], list[Column]]:
    parts = list(own.flat(schema, skipped))
    columns = [column for _, several in parts for column in several]
    return tuple(field for field, _ in parts), columns


def _with_days(columns: Iterable[Column]) -> tuple[Column, ...]:
    given = tuple(map(_held, columns))
    return (*given, *(day for column in given for day in days_of(column)))


def _held(column: Column) -> Column:
    """Hold a column to what the contract says of it, where the schema says less."""
    names_country = column.name == "country" or (column.name == "code" and "ISO 3166" in column.about)
    patterns = {"country": _COUNTRY, "e164": _E164}
    pattern = _COUNTRY if names_country else patterns.get(column.name)
    return replace(column, pattern=pattern) if pattern else dated(column)


def _documents(lists: frozenset[str]) -> Table:
    fields, flat = _flat(_SCHEMAS["document"], _DOCUMENT, lists)
    flat.sort(key=lambda column: column.name != "id")
    columns = _with_days(_any_minor(column) for column in flat)
    return Table(
        name="documents",
        about="One row for each capture of a page: what stands in the record once",
        key=("id",),
        columns=columns,
        fields=fields,
        checks=checks_of(columns),
    )


def _any_minor(column: Column) -> Column:
    """Let a table hold records of every minor version."""
    return replace(column, choices=(), pattern=r"^1\.\d+$") if column.name == "schema_version" else column


def _list(name: str, stated: Schema) -> Table:
    """Make the table of one of the record's lists."""
    item = _DOCUMENT.item(stated)
    about = stated["description"]
    if item.get("type") == "string":
        columns: list[Column] = [_DOCUMENT.column(name.removesuffix("s"), {**item, "description": about})]
        fields: tuple[Field, ...] = (Field(name, columns[0].name),)
    else:
        fields, columns = _flat(item, _DOCUMENT, frozenset({*_INNER, "blocks"} if name == "sections" else _INNER))
    own = _with_days(column for column in columns if column.name != "position")
    derived = {"links": (_HOST,), "sections": (_NTH_OF_NAME, _TEXT_DIGEST)}
    return Table(
        name=name,
        about=about,
        key=("document_id", "position"),
        columns=(_ID, _POSITION, *own, *derived.get(name, ())),
        fields=fields,
        references=_references(name),
        checks=(*_SPANS.get(name, ()), *checks_of(own)),
    )


def _blocks() -> Table:
    """Make the table of blocks: a row has the columns of every kind, null where its kind has none."""
    section = _DOCUMENT.item(_SCHEMAS["document"]["properties"]["sections"])
    union = section["properties"]["blocks"]
    kinds = _DOCUMENT.variants(union["items"])
    columns: dict[str, Column] = {}
    for schema in kinds.values():
        for column in _flat(schema, _DOCUMENT, frozenset(_INNER))[1]:
            columns.setdefault(column.name, column)
    everywhere = set.intersection(*(set(schema["properties"]) for schema in kinds.values()))
    own = [column if name in everywhere else replace(column, null=True) for name, column in columns.items()]
    own[0] = replace(own[0], choices=tuple(kinds))
    rows = Column(name="rows", kind="integer", about="How many rows a table has", null=True, minimum=0)
    return Table(
        name="blocks",
        about=union["description"],
        key=("document_id", "section", "position"),
        columns=(_ID, _SECTION, _POSITION, *own, rows),
        references=(_to_section(),),
        variants=tuple((kind, tuple(schema["properties"])) for kind, schema in kinds.items()),
    )


def _items() -> Table:
    variants = _DOCUMENT.variants(
        _DOCUMENT.item(_SCHEMAS["document"]["properties"]["sections"])["properties"]["blocks"]["items"]
    )
    fields, columns = _flat(_DOCUMENT.item(variants["list"]["properties"]["items"]), _DOCUMENT, frozenset())
    return Table(
        name="list_items",
        about="Entries of the blocks that are lists",
        key=("document_id", "section", "block", "position"),
        columns=(_ID, _SECTION, _BLOCK, _POSITION, *columns),
        fields=fields,
        references=(_to_block(),),
    )


def _cells() -> Table:
    text = Column(name="text", kind="text", about="What it says; empty where a spanned cell goes on")
    row = _place("row", "The row, from 0, in reading order")
    position = replace(_POSITION, about="Place in the row, from 0, in reading order")
    return Table(
        name="table_cells",
        about="Cells of the blocks that are tables",
        key=("document_id", "section", "block", "row", "position"),
        columns=(_ID, _SECTION, _BLOCK, row, position, text),
        references=(_to_block(),),
    )


def _phones() -> Table:
    contact = _DOCUMENT.item(_SCHEMAS["document"]["properties"]["contacts"])
    phones = contact["properties"]["phones"]
    fields, columns = _flat(_DOCUMENT.item(phones), _DOCUMENT, frozenset())
    to_contact = Reference(("document_id", "contact"), "contacts", ("document_id", "position"))
    return Table(
        name="contact_phones",
        about="Telephone and fax numbers of the contacts",
        key=("document_id", "contact", "position"),
        columns=(_ID, _place("contact", "Position of the contact"), _POSITION, *map(_held, columns)),
        fields=fields,
        references=(to_contact,),
    )


_NTH: Final = _place("nth", "0, 1, 2 … where all before it in the key is the same: some archives hold a record twice")


def _failures() -> Table:
    fields, columns = _flat(_SCHEMAS["failure"], _FAILURE, frozenset())
    columns.sort(key=lambda column: column.name != "origin")
    key = replace(_IDENTIFIER, about="The id that the document would have had; for damage, made from the offset")
    return Table(
        name="failures",
        about="Pages that could not become documents, and why; damages of an archive by their offset",
        key=("origin", "id", "nth"),
        columns=(columns[0], key, _NTH, *(_any_minor(column) for column in columns[1:])),
        fields=fields,
    )


def _manifest() -> Table:
    text = {"kind": "text", "null": True}
    outcomes = ("document", "failure", "skipped", "gone")
    columns = (
        Column(name="origin", kind="text", about="The input page, as in documents.source_origin"),
        Column(name="key", kind="text", about="The document's id; for a failure, the one that it would have had"),
        _NTH,
        _place("line", "Place among all lines, from 0, in input order"),
        Column(name="sha256", about="Digest of the captured bytes", **text),  # type: ignore[arg-type]
        Column(name="outcome", kind="text", about="What became of the page", choices=outcomes),
        Column(name="reason", about="Why it is no document", **text),  # type: ignore[arg-type]
        Column(name="id", about="The document", **text),  # type: ignore[arg-type]
        Column(name="output", about="Table that its record stands in", **text),  # type: ignore[arg-type]
        Column(name="template", about="Page design of the document", **text),  # type: ignore[arg-type]
        Column(name="findings", kind="json", about="How many findings of each code"),
    )
    return Table(
        name="manifest",
        about="One row for each input page, and what became of it",
        key=("origin", "key", "nth"),
        columns=columns,
    )


def _codes() -> Table:
    levels = ("info", "warning", "error")
    return Table(
        name="finding_codes",
        about="Every code that a finding can have",
        key=("code",),
        columns=(
            Column(name="code", kind="text", about="The code"),
            Column(name="level", kind="text", about="How grave it is", choices=levels),
            Column(name="meaning", kind="text", about="What it means"),
        ),
    )


def _captures() -> Table:
    return Table(
        name="captures",
        about="What the next run needs to know, so that a page that has not changed need not be converted again",
        key=("origin", "key", "nth"),
        columns=(
            Column(name="origin", kind="text", about="The input page, as in manifest"),
            Column(name="key", kind="text", about="As in manifest"),
            _NTH,
            Column(name="fingerprint", kind="text", about="Digest of all that decides the record; empty where unknown"),
        ),
    )


def _about() -> Table:
    return Table(
        name="about",
        about="What this database is: version of the tables, last run, whether it came to its end",
        key=("name",),
        columns=(
            Column(name="name", kind="text", about="What is said"),
            Column(name="value", kind="text", about="What it is"),
        ),
    )


def _all() -> dict[str, Table]:
    properties = _SCHEMAS["document"]["properties"]
    lists = {name: stated for name, stated in properties.items() if stated.get("type") == "array"}
    tables = [_documents(frozenset(lists))]
    for name, stated in lists.items():
        tables.append(_list(name, stated))
        if name == "sections":
            tables += [_blocks(), _items(), _cells()]
        elif name == "contacts":
            tables.append(_phones())
    return {table.name: table for table in (*tables, _failures(), _codes(), _manifest(), _captures(), _about())}


TABLES: Final = _all()
"""By name, each after those that it refers to."""

CODES: Final = tuple((code, level, meaning) for code, (level, meaning) in FINDINGS.items())
"""The rows of `finding_codes`."""
