"""Which kind of place is meant by what a user writes as OUT."""

import os
import re
from importlib import import_module
from pathlib import Path
from typing import Final

from statedocs.errors import SinkError
from statedocs.sinks.sink import Sink

FORMS: Final[tuple[tuple[str, str, str], ...]] = (
    (r"-", "statedocs.sinks.stdout", "- for standard output"),
    (r".*\.jsonl", "statedocs.sinks.jsonl", "a file that ends in .jsonl"),
)
"""What OUT looks like (the whole of it), the module whose `open_sink` opens it, and how messages call it. The first
that fits is loaded, and no other: a driver costs nothing where it is not asked for. What none of them fits is the
name of a folder, unless it ends as a file does."""

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
    module = next((module for form, module, _ in FORMS if re.fullmatch(form, text)), _FOLDER)
    ending = Path(text).suffix
    if module == _FOLDER and ending.lower() in _NO_SINK and not Path(text).is_dir():
        known = ", ".join(("a folder", *(name for _, _, name in reversed(FORMS))))
        raise SinkError(f"{text} ends in {ending}: name {', or '.join(known.rsplit(', ', 1))}")
    sink: Sink = import_module(module).open_sink(text)
    return sink
