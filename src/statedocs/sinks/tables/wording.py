"""What every engine's DDL has in common, and where they differ."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import ClassVar, Final

from statedocs.sinks.tables.fields import EDTF, days_of
from statedocs.sinks.tables.shape import Column, Kind, Reference, Table

_RESERVED: Final = frozenset({"offset"})
"""The names that an engine would take for something else."""


def name_of(name: str) -> str:
    """Give a name as SQL has it."""
    return f'"{name}"' if name in _RESERVED else name


def names_of(names: tuple[str, ...]) -> str:
    """Give names as a list in SQL."""
    return ", ".join(map(name_of, names))


def literal(text: str) -> str:
    """Give text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def plain_pattern(pattern: str) -> str:
    """Give a pattern whose digits are those of ASCII in every engine."""
    return pattern.replace(r"\d", "[0-9]")


class Wording(ABC):
    """How one engine says what a table is."""

    types: ClassVar[dict[Kind, str]]

    @property
    def keys(self) -> dict[Kind, str]:
        """The types of columns that belong to a primary key."""
        return self.types

    @abstractmethod
    def kept(self, column: Column) -> Iterator[str]:
        """Give the conditions on a column that only this engine says in its own way."""

    def table(self, table: Table) -> str:
        """Give the statement that makes a table."""
        lines = [self.column(column, is_key=column.name in table.key) for column in table.columns]
        lines.append(f"PRIMARY KEY ({names_of(table.key)})")
        lines += [*self.references(table), *checks(table)]
        return f"CREATE TABLE {table.name} (\n    " + ",\n    ".join(lines) + f"\n){self.options(table)};\n"

    def options(self, table: Table) -> str:  # noqa: ARG002  (an engine's to use)
        """Give what stands behind the closing bracket."""
        return ""

    def column(self, column: Column, *, is_key: bool) -> str:
        """Give a column's line."""
        words = [name_of(column.name), self.keys[column.kind] if is_key else self.types[column.kind]]
        if not column.null:
            words.append("NOT NULL")
        conditions = list(self.conditions(column))
        if conditions:
            words.append(f"CHECK ({' AND '.join(conditions)})")
        return " ".join(words)

    def conditions(self, column: Column) -> Iterator[str]:
        """Give what a column's values must keep to."""
        name = name_of(column.name)
        if column.choices:
            yield f"{name} IN ({', '.join(map(literal, column.choices))})"
        if column.minimum is not None and column.maximum is not None:
            yield f"{name} BETWEEN {column.minimum} AND {column.maximum}"
        elif column.minimum is not None:
            yield f"{name} >= {column.minimum}"
        yield from self.kept(column)

    def references(self, table: Table) -> list[str]:
        """Give the foreign keys: what lies under a row goes with it."""
        return [f"{_reference(reference)} ON DELETE CASCADE" for reference in table.references]


def checks(table: Table) -> Iterator[str]:
    """Give the conditions on a row as a whole."""
    return (f"CHECK ({check})" for check in table.checks)


def _reference(reference: Reference) -> str:
    target = f"{reference.table} ({names_of(reference.targets)})"
    return f"FOREIGN KEY ({names_of(reference.columns)}) REFERENCES {target}"


class Sqlite(Wording):
    """SQLite: STRICT tables, dates as text that is a day of the calendar, patterns as GLOBs."""

    types: ClassVar[dict[Kind, str]] = {
        "text": "TEXT",
        "integer": "INTEGER",
        "boolean": "INTEGER",
        "date": "TEXT",
        "texts": "TEXT",
        "json": "TEXT",
    }
    _BY_ROWID: ClassVar = frozenset({"documents", "blocks"})

    def table(self, table: Table) -> str:
        """Give the statement that makes a table, with its comments in it: SQLite keeps them."""
        lines = [(self.column(column, is_key=column.name in table.key), column.about) for column in table.columns]
        lines.append((f"PRIMARY KEY ({names_of(table.key)})", ""))
        lines += [(line, "") for line in (*self.references(table), *checks(table))]
        rows = [
            f"    {line}{',' * (n < len(lines))}{about and ' -- ' + about}\n"
            for n, (line, about) in enumerate(lines, 1)
        ]
        return f"CREATE TABLE {table.name} ( -- {table.about}\n{''.join(rows)}){self.options(table)};\n"

    def kept(self, column: Column) -> Iterator[str]:
        """Give what STRICT does not say: truth values, JSON, days, patterns."""
        if column.kind == "boolean":
            yield f"{column.name} IN (0, 1)"
        if column.kind in ("texts", "json"):
            yield f"json_valid({column.name})"
        if column.kind == "date":
            yield _is_day(column.name)
        if column.pattern == EDTF:
            first, _ = days_of(column)
            yield f"({column.name} IS {first.name} OR {_edtf(column.name)})"  # most are a day, and held to it there
        elif column.pattern:
            yield _globs(column.name, column.pattern)

    def options(self, table: Table) -> str:
        """Cluster rows by their key, so that a page's lie together; long rows are kept apart from it."""
        return " STRICT" if table.name in self._BY_ROWID else " STRICT, WITHOUT ROWID"


class Duckdb(Wording):
    """DuckDB, where a row that others refer to cannot go in the transaction in which these go.

    So everything is held to its document, whose row is written over where it comes again; keys to sections and blocks,
    which come and go with their page, would not let a page be replaced.
    """

    types: ClassVar[dict[Kind, str]] = {
        "text": "VARCHAR",
        "integer": "BIGINT",
        "boolean": "BOOLEAN",
        "date": "DATE",
        "texts": "VARCHAR[]",
        "json": "JSON",
    }

    def references(self, table: Table) -> list[str]:
        """Give the foreign key to the document."""
        is_under = table.key[0] == "document_id"
        return [_reference(Reference(("document_id",), "documents", ("id",)))] if is_under else []

    def kept(self, column: Column) -> Iterator[str]:
        """Give the pattern."""
        if column.pattern:
            yield f"regexp_matches({column.name}, {literal(plain_pattern(column.pattern))})"


class Postgresql(Wording):
    """PostgreSQL: jsonb, arrays, dates, and documents searched by generated vectors."""

    types: ClassVar[dict[Kind, str]] = {
        "text": "text",
        "integer": "bigint",
        "boolean": "boolean",
        "date": "date",
        "texts": "text[]",
        "json": "jsonb",
    }

    @property
    def keys(self) -> dict[Kind, str]:
        """The types of a key's columns, in the order of the letters' numbers whatever the database's language."""
        return {**self.types, "text": 'text COLLATE "C"'}

    def kept(self, column: Column) -> Iterator[str]:
        """Give the pattern."""
        if column.pattern:
            yield f"{column.name} ~ {literal(plain_pattern(column.pattern))}"


_YEAR: Final = "[0-9]" * 4
_PART: Final = "-[0-9][0-9]"
_POINTS: Final = (_YEAR, _YEAR + _PART, _YEAR + _PART + _PART)
_EDTF: Final = (*_POINTS, "[0-9]" * 3 + "X", *(f"{a}/{b}" for a in _POINTS for b in _POINTS))


def _globs(name: str, pattern: str) -> str:
    """Say a pattern without regular expressions, which SQLite has not.

    Raises:
        ValueError: The record has a pattern that nobody has said in SQLite yet.
    """
    digits = re.fullmatch(r"\^\[0-9a-f\]\{(\d+)\}\$", pattern)
    if digits:
        return f"length({name}) = {digits[1]} AND {name} NOT GLOB '*[^0-9a-f]*'"
    said = {
        r"^1\.\d+$": "{0} GLOB '1.[0-9]*' AND substr({0}, 3) NOT GLOB '*[^0-9]*'",
        r"^[A-Z]{2}([A-Z]{2})?$": "({0} GLOB '[A-Z][A-Z]' OR {0} GLOB '[A-Z][A-Z][A-Z][A-Z]')",
        r"^\+[1-9]\d{1,14}$": "length({0}) BETWEEN 3 AND 16 AND {0} GLOB '+[1-9]*' "
        "AND substr({0}, 2) NOT GLOB '*[^0-9]*'",
    }
    if pattern not in said:
        raise ValueError(f"no form in SQLite for {pattern}")
    return said[pattern].format(name)


def _is_day(expression: str) -> str:
    """Say that a text is a day of the calendar: `date` alone takes the 30th of February as it is."""
    return f"date({expression}, '+0 days') IS {expression}"


def _edtf(name: str) -> str:
    """Say what form a date has, and that its edges are days of the calendar."""
    forms = " OR ".join(f"{name} GLOB {literal(glob)}" for glob in _EDTF)
    edges = (f"substr({name}, 1, instr({name} || '/', '/') - 1)", f"substr({name}, instr({name}, '/') + 1)")
    days = (f"substr({edge} || '-01-01', 1, 10)" for edge in edges)
    is_real = " AND ".join(map(_is_day, days))
    return f"({forms}) AND ({name} GLOB '*X' OR ({is_real}))"
