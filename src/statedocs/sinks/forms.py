"""Which kind of place is meant by what a user writes as OUT."""

import os
import re
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from statedocs.errors import SinkError
from statedocs.sinks.sink import Sink

FORMS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"-", "statedocs.sinks.stdout", "- for standard output"),
    (r"postgres(?:ql)?://.*", "statedocs.sinks.tables.postgresql", "postgresql://…"),
    (r".*\.duckdb", "statedocs.sinks.tables.duckdb", ".duckdb"),
    (r".*\.(?:sqlite3?|db)", "statedocs.sinks.tables.sqlite", ".sqlite, .sqlite3, .db"),
    (r".*\.jsonl", "statedocs.sinks.jsonl", "a file that ends in .jsonl"),
)
"""What OUT looks like (the whole of it), the module whose `open_sink` opens it, and how messages call it. The first
that fits is loaded, and no other: a driver costs nothing where it is not asked for. What none of them fits is the
name of a folder, unless it ends as a file does."""

_EXTRAS: Final = {"duckdb": "duckdb", "psycopg": "postgres", "pyarrow": "parquet"}
"""The extra that brings a driver, by the name under which it is imported."""

_FOLDER: Final = "statedocs.sinks.folder"
_NO_SINK: Final = frozenset(
    ".csv .db .duckdb .gz .html .json .ndjson .parquet .sql .sqlite .sqlite3 .tar .tsv .txt .xml .zip".split()
)
"""Endings by which somebody means a file that statedocs does not write."""


def open_sink(place: str | os.PathLike[str]) -> Sink:
    """Give the sink that writes to a place; nothing is touched before it is entered.

    Raises:
        SinkError: The place has the form of a file that statedocs does not write.
    """
    text = os.fspath(place)
    module = module_of(text)
    ending = Path(text).suffix
    if module == _FOLDER and ending.lower() in _NO_SINK and not Path(text).is_dir():
        known = ", ".join(("a folder", *(name for _, _, name in reversed(FORMS))))
        raise SinkError(f"{text} ends in {ending}: name {', or '.join(known.rsplit(', ', 1))}")
    sink: Sink = load(module, text).open_sink(text)
    return sink


def load(module: str, place: str) -> Any:
    """Give the module that knows a place's form.

    Raises:
        SinkError: It stands on a driver that is not installed; the message names the extra.
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        extra = module.rpartition(".")[2] if error.name in ("pyarrow", "duckdb") else ""
        extra = extra if extra in _EXTRAS else _EXTRAS.get((error.name or "").partition(".")[0], "")
        if not extra:
            raise
        raise SinkError(f"{place} needs the extra `{extra}`: pip install 'statedocs[{extra}]'") from error


def module_of(place: str) -> str:
    """Give the name of the module that knows a place's form."""
    return next((module for form, module, _ in FORMS if re.fullmatch(form, place)), _FOLDER)
