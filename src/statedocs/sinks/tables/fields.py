"""A schema's properties as columns."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from statedocs.sinks.tables.shape import Column, Field, Kind

Schema = Mapping[str, Any]

_EDTF_START: Final = r"^(\d{4}(-\d\d(-\d\d)?)?|\d{3}X|"
_POINT: Final = r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?"
EDTF: Final = rf"^({_POINT}|\d{{3}}X|{_POINT}/{_POINT})$"
"""The schema's pattern with months and days that a calendar may have."""
_MAIN: Final = "value"
"""A single object's field that bears the object's own name: `published`, not `published_value`."""
_KINDS: Final[dict[str, Kind]] = {"string": "text", "integer": "integer", "boolean": "boolean", "object": "json"}


class Properties:
    """The objects of one published schema."""

    def __init__(self, schema: Schema) -> None:
        self.root = schema
        self._definitions: Schema = schema.get("$defs", {})

    def resolve(self, schema: Schema) -> tuple[Schema, bool]:
        """Follow a reference; give the schema and whether null is allowed as well."""
        options = [option for option in schema.get("anyOf", ()) if option.get("type") != "null"]
        if options:
            return self.resolve(options[0])[0], len(options) < len(schema["anyOf"])
        if "$ref" in schema:
            return self._definitions[schema["$ref"].rpartition("/")[2]], False
        return schema, False

    def item(self, schema: Schema) -> Schema:
        """Give what an array holds."""
        return self.resolve(schema["items"])[0]

    def variants(self, union: Schema) -> dict[str, Schema]:
        """Give the objects of a union that a field `kind` tells apart, by that kind."""
        objects = [self.resolve(option)[0] for option in union["oneOf"]]
        return {option["properties"]["kind"]["const"]: option for option in objects}

    def flat(self, schema: Schema, tables: frozenset[str], prefix: str = "") -> Iterator[tuple[Field, list[Column]]]:
        """Give each field of an object with its columns; `tables` names the arrays that are tables of their own."""
        for name, stated in schema["properties"].items():
            if not prefix and name in tables:
                continue
            column_name = prefix.removesuffix("_") if prefix and name == _MAIN else prefix + name
            inner, null = self.resolve(stated)
            if "properties" not in inner:
                column = self.column(column_name, stated)
                yield Field(name, column_name, null=column.null), [column]
                continue
            parts = list(self.flat(inner, frozenset(), column_name + "_"))
            columns = [self._optional(column) if null else column for _, several in parts for column in several]
            yield Field(name, parts=tuple(part for part, _ in parts), null=null), columns

    def column(self, name: str, stated: Schema, *, null: bool = False) -> Column:
        """Give the column of a scalar, or of an array that stays inside its row."""
        inner, optional = self.resolve(stated)
        codes = tuple(option["const"] for option in inner.get("oneOf", ()))
        constant = (inner["const"],) if "const" in inner else ()
        return Column(
            name=name,
            kind=self._kind(inner),
            about=stated.get("description") or inner.get("description") or "",
            null=null or optional,
            choices=tuple(inner.get("enum", ())) or codes or constant,
            pattern=inner.get("pattern"),
            minimum=inner.get("minimum"),
            maximum=inner.get("maximum"),
        )

    def _kind(self, schema: Schema) -> Kind:
        if schema["type"] == "array":
            return "texts" if self.item(schema).get("type") == "string" else "json"
        return _KINDS[schema["type"]]

    @staticmethod
    def _optional(column: Column) -> Column:
        return replace(column, null=True)


def dated(column: Column) -> Column:
    """Hold a date closer than the schema does; give every other column as it is."""
    return replace(column, pattern=EDTF) if (column.pattern or "").startswith(_EDTF_START) else column


def days_of(column: Column) -> tuple[Column, ...]:
    """Give the columns for the first and the last day of a date, `earliest` and `latest`."""
    if column.pattern != EDTF:
        return ()
    prefix = "" if column.name == _MAIN else column.name + "_"
    about = ("First day of the date", "Last day of the date")
    names = (prefix + "earliest", prefix + "latest")
    return tuple(
        Column(name=name, kind="date", about=text, null=column.null, derived=True)
        for name, text in zip(names, about, strict=True)
    )


def checks_of(columns: tuple[Column, ...]) -> tuple[str, ...]:
    """Give what must be true of the columns of a row together: its dates have their days, in their order."""
    return tuple(check for column in columns for check in _days_check(column))


def _days_check(column: Column) -> Iterator[str]:
    days = days_of(column)
    if days:
        first, last = (day.name for day in days)
        if column.null:
            yield f"({column.name} IS NULL) = ({first} IS NULL)"
            yield f"({column.name} IS NULL) = ({last} IS NULL)"
        yield f"{first} <= {last}"
