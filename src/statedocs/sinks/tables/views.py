"""The questions' views, in each engine's words."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Literal

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
    return tuple(
        View(name, about, _WORD.sub(lambda met: words[met[1]](*_BAR.split(met[2] or "")), query).strip())
        for name, about, query in triples
    )


def _aggregated(expression: str, source: str, order: str) -> str:
    return f"(SELECT string_agg({expression}, chr(10) ORDER BY {order}) {source})"


def _concatenated(expression: str, source: str, order: str) -> str:
    """Say it in SQLite, whose older versions know no order inside an aggregate."""
    return f"(SELECT group_concat(piece, char(10)) FROM (SELECT {expression} AS piece {source} ORDER BY {order}))"


_SERVER_YEAR: Final = "CAST(extract(YEAR FROM {0}) AS BIGINT)"
_WORDS: Final[Mapping[Engine, Mapping[str, Callable[..., str]]]] = {
    "sqlite": {
        "year_of": lambda day: f"CAST(substr({day}, 1, 4) AS INTEGER)",
        "is_year": lambda text: f"{text} GLOB '[0-9][0-9][0-9][0-9]'",
        "integer": lambda _: "INTEGER",
        "text": lambda _: "TEXT",
        "joined": _concatenated,
    },
    "duckdb": {
        "year_of": _SERVER_YEAR.format,
        "is_year": lambda text: f"regexp_full_match({text}, '[0-9]{{4}}')",
        "integer": lambda _: "BIGINT",
        "text": lambda _: "VARCHAR",
        "joined": _aggregated,
    },
    "postgresql": {
        "year_of": _SERVER_YEAR.format,
        "is_year": lambda text: f"{text} ~ '^[0-9]{{4}}$'",
        "integer": lambda _: "bigint",
        "text": lambda _: "text",
        "joined": _aggregated,
    },
}
