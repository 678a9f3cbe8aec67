"""The one way a page goes: bytes, text, tree, template, parts, record. Pure: no files, no clock, no network."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Final, TypeVar

from pydantic import ValidationError

from statedocs.collector import without_collector
from statedocs.converter import CONVERTER
from statedocs.errors import InvalidRecord, StatedocsError
from statedocs.extraction.tracing import Explanation, trace
from statedocs.plain import Record, validate
from statedocs.reading.markup import Element, parse
from statedocs.record import SCHEMA_VERSION, Document, Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.way import DEFAULTS, Options, fields_of, go

__all__ = [
    "DEFAULTS",
    "Explanation",
    "Options",
    "attempt",
    "convert",
    "convert_all",
    "convert_html",
    "convert_text",
    "explain",
    "failure_of",
    "to_record",
]

Made = TypeVar("Made")
_LOG: Final = logging.getLogger("statedocs")


def convert(snapshot: Snapshot, options: Options = DEFAULTS) -> Document:
    """Converts one page.

    Raises:
        StatedocsError: The page is no document, or cannot be read; the subclass says at which stage.
    """
    with _named(snapshot), without_collector():
        return Document.model_validate(fields_of(snapshot, go(snapshot, options)))


def to_record(snapshot: Snapshot, options: Options = DEFAULTS) -> Record:
    """Converts one page to plain data: what `convert` gives, for those who only write it.

    Raises:
        StatedocsError: As `convert`.
    """
    with _named(snapshot), without_collector():
        return validate(fields_of(snapshot, go(snapshot, options)))


def explain(snapshot: Snapshot, options: Options = DEFAULTS) -> Explanation:
    """Converts one page and says where in it each part of its record stands.

    >>> page = Snapshot("peru.html", b"<title>Peru</title><h1>Peru</h1><p>Peru lies on the Pacific.</p>")
    >>> [(pair.field, pair.element) for pair in explain(page).pairs if pair.field.endswith("blocks/0")]
    [('/sections/0/blocks/0', '/html/body/p')]

    Raises:
        StatedocsError: As `convert`.
    """
    with _named(snapshot):
        way = go(snapshot, replace(options, keep_removed=True))
        document = Document.model_validate(fields_of(snapshot, way))
    reading = way.reading
    root: Element | None = reading.root
    if reading.has_lines:  # the page's tree was built from text
        root = None if reading.media_type == "text/plain" else parse(reading.decoded.utf8)[0]
    return trace(way.page, reading.decoded.text, root, way.extracted.gone, document)


@contextmanager
def _named(snapshot: Snapshot) -> Iterator[None]:
    """Lets errors say which page they speak of."""
    try:
        yield
    except StatedocsError as error:
        error.origin = error.origin or snapshot.origin
        error.url = error.url or snapshot.url
        raise
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        message = f"expected a valid record, found {place}: {first['msg']}"
        raise InvalidRecord(message, origin=snapshot.origin, url=snapshot.url) from error


def convert_all(
    snapshots: Iterable[Snapshot | Skipped | Failure], options: Options = DEFAULTS
) -> Iterator[Document | Skipped | Failure]:
    """Converts pages one after the other; each ends as exactly one document or failure, and none stops the others."""
    for snapshot in snapshots:
        yield _caught(convert, snapshot, options) if isinstance(snapshot, Snapshot) else snapshot


def attempt(snapshot: Snapshot, options: Options = DEFAULTS) -> Record | Failure:
    """Converts one page to plain data, or says why that is not to be."""
    return _caught(to_record, snapshot, options)


def _caught(make: Callable[[Snapshot, Options], Made], snapshot: Snapshot, options: Options) -> Made | Failure:
    try:
        return make(snapshot, options)
    except StatedocsError as error:
        return failure_of(error, snapshot)
    except Exception as error:  # noqa: BLE001  # a bug on one page must not cost the pages behind it
        _LOG.exception("%s: a bug in statedocs", snapshot.origin)
        return failure_of(error, snapshot)


def failure_of(error: Exception, snapshot: Snapshot) -> Failure:
    """The record of a page that could not be converted; an error that is none of ours is a bug."""
    known = error if isinstance(error, StatedocsError) else None
    message = known.message if known else f"a bug in statedocs: {error}"
    return Failure(
        schema_version=SCHEMA_VERSION,
        origin=_without_surrogates(snapshot.origin),
        url=_without_surrogates(snapshot.url) if snapshot.url else None,
        captured_at=snapshot.captured_at,
        record_id=snapshot.record_id,
        offset=None,
        sha256=snapshot.sha256,
        stage=known.stage if known else "bug",
        error=type(error).__name__,
        message=_without_surrogates(message),
        line=known.line if known else None,
        converter=CONVERTER,
    )


def _without_surrogates(text: str) -> str:
    """A text that UTF-8 can hold: addresses may have, and errors quote, halves of characters."""
    return text.encode("utf-8", "replace").decode("utf-8")


def convert_html(page: bytes | str, url: str | None = None, *, origin: str = "page.html") -> Document:
    """Converts one HTML page that is at hand.

    >>> convert_html("<h1>Sample</h1><p>A page of no known design.</p>").title
    'Sample'

    Raises:
        StatedocsError: As `convert`.
    """
    return convert(_snapshot(page, url, origin, "text/html"))


def convert_text(page: bytes | str, url: str | None = None, *, origin: str = "page.txt") -> Document:
    """Converts one plain-text page that is at hand.

    Raises:
        StatedocsError: As `convert`.
    """
    return convert(_snapshot(page, url, origin, "text/plain"))


def _snapshot(page: bytes | str, url: str | None, origin: str, media_type: str) -> Snapshot:
    data = page.encode("utf-8", "replace") if isinstance(page, str) else page
    charset = "utf-8" if isinstance(page, str) else None
    return Snapshot(origin, data, url, "caller" if url else None, media_type=media_type, charset=charset)
