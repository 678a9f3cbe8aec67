"""The record that somebody means: a page, a record's file, or a record inside what a run wrote."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from statedocs.errors import SinkError, SourceError, StatedocsError
from statedocs.pipeline import Options, convert
from statedocs.record import Document, Failure
from statedocs.sinks import open_stored
from statedocs.sinks.stored import StoredAsFiles, read_document
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read

_RECORD: Final = re.compile(rb'\s*\{\s*"schema_version"\s*:')
_HEAD: Final = 200
_BEGINNING: Final = re.compile(r"[0-9a-f]{8,32}")
"""An id, or enough of its beginning."""


def record_of(given: str, options: Options) -> Document:
    """Give the record that a command line names.

    Args:
        given: `page.html`, converted on the way; `page.html.json`, a record; `OUT#NAME`, the record in OUT whose id,
            origin or output is NAME; `crawl.warc.gz#NAME`, a capture in an archive.
        options: How a page is converted.

    Raises:
        StatedocsError: There is no such record, or the page cannot be one.
    """
    path, name = _split(given)
    if name is None and path.is_dir():
        raise SourceError(f"{given} is a folder: name a page, a record, or one record in it with {given}#ORIGIN")
    if path.is_dir() or (name is not None and _holds_records(path)):
        return _stored(path, name or "")
    if name is None and (data := _record_file(path)) is not None:
        return read_document(data, str(path))
    return _converted(path, name, options)


def _split(given: str) -> tuple[Path, str | None]:
    """The longest part before a `#` that is there, and the name behind it."""
    if Path(given).exists() or "#" not in given:
        return Path(given), None
    marks = [at for at, letter in enumerate(given) if letter == "#"]
    for at in reversed(marks):
        if given[:at] and Path(given[:at]).exists():
            return Path(given[:at]), given[at + 1 :]
    return Path(given[: marks[0]]), given[marks[0] + 1 :]


def _record_file(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            return head + file.read() if _RECORD.match(head) else None
    except OSError:
        return None  # who reads it as a page says what is wrong with it


def _holds_records(path: Path) -> bool:
    try:
        open_stored(path)
    except StatedocsError:
        return False
    return True


def _stored(place: Path, name: str) -> Document:
    outcomes = [outcome for outcome in open_stored(place).manifest() if outcome.id and outcome.output]
    named = [outcome for outcome in outcomes if name in (outcome.id, outcome.origin, outcome.output)] or [
        outcome for outcome in outcomes if _BEGINNING.fullmatch(name) and (outcome.id or "").startswith(name)
    ]
    if len(named) > 1:
        raise SinkError(f"{place}: {name} names {len(named)} records: {', '.join(str(found.id) for found in named)}")
    if named and place.is_dir() and (path := place / (named[0].output or "")).is_file():
        return read_document(path.read_bytes(), str(path))
    wanted = (named[0].id or name) if named else name
    found = next((document for document in _maybe(place, wanted) if _is(document, wanted)), None)
    if found is None:
        raise SinkError(f"{place} holds no record of the id, origin or output {name}")
    return found


def _maybe(place: Path, name: str) -> Iterator[Document]:
    """Documents among which the wanted one is; what can be told unread not to be it is left out."""
    stored = open_stored(place)
    if not isinstance(stored, StoredAsFiles):
        yield from stored.documents()
        return
    for record in stored.records():
        if record.kind == "document" and (record.output == name or name.encode() in record.data):
            yield read_document(record.data, record.place)


def _is(document: Document, name: str) -> bool:
    return name in (document.source.origin, document.id) or (
        _BEGINNING.fullmatch(name) is not None and document.id.startswith(name)
    )


def _converted(path: Path, name: str | None, options: Options) -> Document:
    items = read(path)
    if name is not None:
        items = (item for item in items if item.origin.partition("#")[2] == name or _record_id(item) == name)
    item = next(items, None)
    if item is None:
        raise SourceError(f"{path} holds no page {name}")
    if isinstance(item, Skipped):
        raise SourceError(f"{item.origin} is no page: {item.reason}")
    if isinstance(item, Failure):
        raise SourceError(item.message, origin=item.origin)
    return convert(item, options)


def _record_id(item: Snapshot | Skipped | Failure) -> str | None:
    return None if isinstance(item, Skipped) else item.record_id
