"""What a table is, before any engine says it in its own words."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "integer", "boolean", "date", "texts", "json"]
"""What a column holds; `texts` is a list of text, `json` any other value inside a row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column and what may stand in it.

    Attributes:
        choices: The closed list that the value is from, or none.
        pattern: The regular expression that the value keeps, or none.
        derived: Whether it is worked out from other columns, and so is no part of the record.
    """

    name: str
    kind: Kind
    about: str
    null: bool = False
    choices: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key: what it says must be there."""

    columns: tuple[str, ...]
    table: str
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """Where a field of the record stands in a row: in one column, or, for a single object, in its parts."""

    name: str
    column: str | None = None
    parts: tuple["Field", ...] = ()
    null: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table.

    Attributes:
        key: The primary key; its columns come first in `columns`.
        fields: The record's fields that stand in its rows.
        checks: What must be true of a row beyond each of its columns, in SQL that every engine takes.
        variants: Where rows are of several kinds: the fields that each kind has, in the record's order.
    """

    name: str
    about: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    fields: tuple[Field, ...] = ()
    references: tuple[Reference, ...] = ()
    checks: tuple[str, ...] = ()
    variants: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its columns."""
        return tuple(column.name for column in self.columns)
