"""Which kind of place is meant by what a user writes as OUT."""

import os
import re
import stat
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from statedocs.errors import SinkError
from statedocs.sinks.shown import parted, shown
from statedocs.sinks.sink import Sink
from statedocs.sinks.stored import Stored


class Form(NamedTuple):
    """What a kind of place looks like.

    Attributes:
        pattern: The whole of what a user writes.
        module: The module whose `open_sink` writes there, and whose `open_stored`, if it has one, reads it.
        name: How messages call it.
    """

    pattern: str
    module: str
    name: str


FORMS: Final = (
    Form(r".*\.jsonl", "statedocs.sinks.jsonl", "a file that ends in .jsonl"),
    Form(r".*\.jsonl\.(?:gz|zst)", "statedocs.sinks.packed", ".jsonl.gz, .jsonl.zst"),
    Form(r"postgres(?:ql)?://.*", "statedocs.sinks.tables.postgresql", "postgresql://…"),
    Form(r".*\.(?:sqlite3?|db)", "statedocs.sinks.tables.sqlite", ".sqlite, .sqlite3, .db"),
    Form(r".*\.duckdb", "statedocs.sinks.tables.duckdb", ".duckdb"),
    Form(r".*\.parquet/?(?:\?[^/]*)?", "statedocs.sinks.tables.parquet", "a folder that ends in .parquet"),
    Form(r".*\.csv/?", "statedocs.sinks.tables.csv", ".csv"),
    Form(r".*\.md/?", "statedocs.sinks.markdown", ".md"),
    Form(r".*\.jsonld", "statedocs.sinks.jsonld", "a file that ends in .jsonld"),
    Form(r"-|/dev/stdout|/dev/fd/1", "statedocs.sinks.stdout", "- for standard output"),
)
"""The first that fits is loaded, and no other: a driver costs nothing where it is not asked for. What none of them fits
is the name of a folder, unless it ends as a file does."""

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_FILES: Final = frozenset(
    f"statedocs.sinks.{name}" for name in ("jsonl", "packed", "jsonld", "tables.sqlite", "tables.duckdb")
)
_FOLDER: Final = "statedocs.sinks.folder"
_WITH_OPTIONS: Final = "statedocs.sinks.tables.parquet"
_PRINTED: Final = "statedocs.sinks.stdout"
_NO_SINK: Final = frozenset(
    ".csv .db .duckdb .gz .html .json .ndjson .parquet .sql .sqlite .sqlite3 .tar .tsv .txt .xml .zip".split()
)
"""Endings by which somebody means a file that statedocs does not write."""
_EXTRAS: Final = {"duckdb": "duckdb", "psycopg": "postgres", "pyarrow": "parquet", "zstandard": "archives"}
"""The extra that brings a driver, by the name under which it is imported."""


def open_sink(place: str | os.PathLike[str]) -> Sink:
    """Give the sink that writes to a place; nothing is touched before it is entered.

    Raises:
        SinkError: The place has no name, lies elsewhere, has the form of a file that statedocs does not write, is a
            pipe or a device, is linked to a place of another form, or needs a driver that is missing.
    """
    text = os.fspath(place)
    if not text:
        raise SinkError("OUT has no name: the argument is empty")
    if (scheme := _SCHEME.match(text)) and not scheme[0].startswith("postgres"):
        raise SinkError(f"{shown(text)}: expected a place on this machine or postgresql://…, found {scheme[0]}…")
    module = _module_of(text)
    if module != _PRINTED:
        _refuse_special(text)
    text = _followed(text, module)
    ending = Path(text).suffix
    if module == _FOLDER and _module_of(parted(text)[0]) != _FOLDER and not Path(text).is_dir():
        raise SinkError(f"{text}: a folder of .parquet takes options, {parted(text)[0]} takes none")
    if module == _FOLDER and ending.lower() in _NO_SINK and not Path(text).is_dir():
        names = ", ".join(form.name for form in FORMS[:-1])
        raise SinkError(f"{text} ends in {ending}: name a folder, {names}, or {FORMS[-1].name}")
    if module in _FILES and Path(text).is_dir():
        raise SinkError(f"{text} is a folder, expected a file or nothing")
    with _extras_named(module, text):
        sink: Sink = import_module(module).open_sink(text)
    return sink


def refuse_twice(places: Sequence[str | os.PathLike[str]]) -> None:
    """Refuse to write to one place in two ways at once, however it is spelled.

    Raises:
        SinkError: Two of the places are one.
    """
    met: set[str] = set()
    for place in places:
        name = os.fspath(place)
        is_optional = _module_of(name) == _WITH_OPTIONS
        real = name if "://" in name else os.path.realpath(parted(name)[0] if is_optional else name)
        if real in met:
            raise SinkError(f"{shown(place)} is named twice as OUT")
        met.add(real)


def open_stored(place: str | os.PathLike[str]) -> Stored:
    """Open what an earlier run wrote, to read its records again.

    Raises:
        SinkError: There is nothing there, or nothing that holds records, or it needs a driver that is missing.
    """
    text = os.fspath(place)
    if not text:
        raise SinkError("RECORDS have no name: the argument is empty")
    module = _module_of(text)
    if "://" not in text and not Path(parted(text)[0] if module == _WITH_OPTIONS else text).exists():
        raise SinkError(f"no such records: {text}")
    text = _followed(text, module)
    with _extras_named(module, text):
        opening = getattr(import_module(module), "open_stored", None)
        if opening is None or (module == _FOLDER and not Path(text).is_dir()):
            names = ", ".join(form.name for form in FORMS[:-1])
            raise SinkError(f"{text}: expected a folder of records or {names}")
        stored: Stored = opening(text)
    return stored


def _refuse_special(place: str) -> None:
    """Refuse what is there and is neither a file nor a folder: it would be replaced, or could not be read again."""
    try:
        mode = Path(place).stat().st_mode
    except (OSError, ValueError):
        return
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise SinkError(
            f"{place} is a pipe, a socket or a device, where records cannot be found again: "
            f"name a file or a folder, or - for standard output (`-o - > {place}`)"
        )


def _followed(place: str, module: str) -> str:
    """Give the file to which a link leads: it is written and read, with what stands beside it, and the link stays.

    A folder may have any name where it lies: then the form goes through the link itself.

    Raises:
        SinkError: The link leads in a circle, or to a name that means another form.
    """
    if module in (_FOLDER, _PRINTED) or "://" in place or not Path(place).is_symlink():
        return place
    try:
        target = str(Path(place).resolve())
    except (OSError, RuntimeError) as error:
        raise SinkError(f"{place} is a link that leads nowhere: {error}") from error
    if _module_of(target) != module:
        if Path(target).is_dir():
            return place
        raise SinkError(f"{place} is a link to {target}, whose name means another form")
    return target


def _module_of(place: str) -> str:
    return next((form.module for form in FORMS if re.fullmatch(form.pattern, place)), _FOLDER)


@contextmanager
def _extras_named(module: str, place: str) -> Iterator[None]:
    """Import and open what may stand on a driver.

    Raises:
        SinkError: The driver is not installed; the message names the extra.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        own = module.rpartition(".")[2]
        missing = (error.name or "").partition(".")[0]
        if missing not in _EXTRAS:
            raise
        extra = own if own in _EXTRAS else _EXTRAS[missing]
        raise SinkError(f"{shown(place)} needs the extra `{extra}`: pip install 'statedocs[{extra}]'") from error
