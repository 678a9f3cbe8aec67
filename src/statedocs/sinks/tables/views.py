"""The questions' views, in each engine's words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Literal

from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.shape import Reference, Table

Engine = Literal["sqlite", "duckdb", "postgresql"]

_WORD: Final = re.compile(r"\{(\w+)(?:\((.*?)\))?\}", re.DOTALL)
_BAR: Final = re.compile(r"(?<!\|)\|(?!\|)")
_VIEW: Final = re.compile(r"-- view (\w+)\n-- (.+)\n")


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what it shows, and the query."""

    name: str
    about: str
    query: str


def data_text(name: str) -> str:
    """Give a data file of this room."""
    return files("statedocs.sinks.tables").joinpath("data", name).read_text("utf-8")


def views(engine: Engine) -> tuple[View, ...]:
    """Give every view, each after those that it uses."""
    words = _WORDS[engine]
    parts = _VIEW.split(data_text("views.sql"))[1:]
    triples = zip(parts[::3], parts[1::3], parts[2::3], strict=True)
    told = tuple(
        View(name, about, _WORD.sub(lambda met: words[met[1]](*_BAR.split(met[2] or "")), query).strip())
        for name, about, query in triples
    )
    return (*told, _orphans())


def _orphans() -> View:
    """Give the view that proves what foreign keys would see to."""
    about = "Rows that lie under nothing: none, where an engine has foreign keys, and none where only statedocs wrote"
    parts = (_lost(table, reference) for table in TABLES.values() for reference in table.references)
    return View("orphans", about, "\nUNION ALL\n".join(parts))


def _lost(table: Table, reference: Reference) -> str:
    pairs = zip(reference.columns, reference.targets, strict=True)
    same = " AND ".join(f"p.{target} = c.{column}" for column, target in pairs)
    stated = [column.name for column in table.columns if column.name in reference.columns and column.null]
    given = "".join(f"c.{name} IS NOT NULL AND " for name in stated)
    return (
        f"SELECT '{table.name}' AS child, '{reference.table}' AS parent, c.document_id, count(*) AS orphans\n"
        f"FROM {table.name} c\n"
        f"WHERE {given}NOT EXISTS (SELECT 1 FROM {reference.table} p WHERE {same})\n"
        "GROUP BY c.document_id"
    )


def _aggregated(expression: str, source: str, order: str) -> str:
    return f"(SELECT string_agg({expression}, chr(10) ORDER BY {order}) {source})"


def _concatenated(expression: str, source: str, order: str) -> str:
    """Say it in SQLite, whose older versions know no order inside an aggregate."""
    return f"(SELECT group_concat(piece, char(10)) FROM (SELECT {expression} AS piece {source} ORDER BY {order}))"


def _section_text(joined: Callable[[str, str, str], str]) -> Callable[[str, str], str]:
    """Say what PostgreSQL has a function for: as a query of its own there it would be planned as if it cost seconds."""

    def text(document: str, section: str) -> str:
        source = f"FROM blocks b WHERE b.document_id = {document} AND b.section = {section}"
        return joined("b.text", source, "b.position")

    return text


_SERVER_YEAR: Final = "CAST(extract(YEAR FROM {0}) AS BIGINT)"
_WORDS: Final[Mapping[Engine, Mapping[str, Callable[..., str]]]] = {
    "sqlite": {
        "year_of": lambda day: f"CAST(substr({day}, 1, 4) AS INTEGER)",
        "is_year": lambda text: f"{text} GLOB '[0-9][0-9][0-9][0-9]'",
        "integer": lambda _: "INTEGER",
        "text": lambda _: "TEXT",
        "joined": _concatenated,
        "section_text": _section_text(_concatenated),
    },
    "duckdb": {
        "year_of": _SERVER_YEAR.format,
        "is_year": lambda text: f"regexp_full_match({text}, '[0-9]{{4}}')",
        "integer": lambda _: "BIGINT",
        "text": lambda _: "VARCHAR",
        "joined": _aggregated,
        "section_text": _section_text(_aggregated),
    },
    "postgresql": {
        "year_of": _SERVER_YEAR.format,
        "is_year": lambda text: f"{text} ~ '^[0-9]{{4}}$'",
        "integer": lambda _: "bigint",
        "text": lambda _: "text",
        "joined": _aggregated,
        "section_text": lambda document, section: f"section_text({document}, {section})",
    },
}
