"""The record that somebody means: a page, a record's file, or a record inside what a run wrote."""

import re
from collections.abc import Iterator
from itertools import chain
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
_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]+://", re.I)
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
    place, name = _split(given)
    path = Path(place)
    if name is None and path.is_dir():
        raise SourceError(f"{given} is a folder: name a page, a record, or one record in it with {given}#ORIGIN")
    if name is not None and (path.is_dir() or _holds_records(place)):
        return _stored(place, name)
    if name is None and (data := _record_file(path)) is not None:
        return read_document(data, place)
    return _converted(place, name, options)


def _split(given: str) -> tuple[str, str | None]:
    """The longest part before a `#` that is there, and the name behind it."""
    if "#" not in given or Path(given).exists():
        return given, None
    if _ADDRESS.match(given):
        place, _, name = given.partition("#")
        return (place, name) if _holds_records(place) else (given, None)
    marks = [at for at, letter in enumerate(given) if letter == "#"]
    there = [at for at in marks if given[:at] and Path(given[:at]).exists()]
    at = there[-1] if there else marks[0]
    return given[:at], given[at + 1 :]


def _record_file(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
            return head + file.read() if _RECORD.match(head) else None
    except OSError:
        return None  # who reads it as a page says what is wrong with it


def _holds_records(place: str) -> bool:
    try:
        open_stored(place)
    except StatedocsError:
        return False
    return True


def _stored(place: str, name: str) -> Document:
    wanted, output = _looked_up(place, name)
    if output is not None and (path := Path(place, output)).is_file():
        return read_document(path.read_bytes(), str(path))
    found = next((document for document in _maybe(place, wanted) if _is(document, wanted)), None)
    if found is None:
        raise SinkError(f"{place} holds no record of the id, origin or output {name}")
    return found


def _looked_up(place: str, name: str) -> tuple[str, str | None]:
    """The id of the record and the name of its output, as the manifest has them; else the name as it is."""
    exact: dict[str, str | None] = {}
    begun: dict[str, str | None] = {}
    for outcome in open_stored(place).manifest():
        if outcome.id is None:
            continue
        if name in (outcome.id, outcome.origin, outcome.output):
            exact[outcome.id] = outcome.output
        elif _BEGINNING.fullmatch(name) and outcome.id.startswith(name):
            begun[outcome.id] = outcome.output
    named = exact or begun
    if len(named) > 1:
        raise SinkError(f"{place}: {name} names {len(named)} records: {', '.join(sorted(named))}")
    return next(iter(named.items()), (name, None))


def _maybe(place: str, name: str) -> Iterator[Document]:
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


def _converted(place: str, name: str | None, options: Options) -> Document:
    items = read(place)
    if name is not None:
        items = (item for item in items if item.origin.partition("#")[2] == name or _record_id(item) == name)
    first = next(items, None)
    if first is None:
        raise SourceError(f"{place} holds no page {name or ''}".rstrip())
    if isinstance(first, Failure):
        raise SourceError(first.message, origin=first.origin)
    pages = (item for item in chain([first], items) if isinstance(item, Snapshot))
    page, another = next(pages, None), next(pages, None)
    if another is not None:
        raise SourceError(
            f"{place} holds several pages: name one of them, as in {place}#{another.origin.partition('#')[2]}"
        )
    if page is None:
        raise SourceError(f"{first.origin} is no page{': ' + first.reason if isinstance(first, Skipped) else ''}")
    return convert(page, options)


def _record_id(item: Snapshot | Skipped | Failure) -> str | None:
    return None if isinstance(item, Skipped) else item.record_id
