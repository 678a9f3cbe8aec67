"""One capture in an archive becomes a page, or an input that is none, or a failure."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from statedocs.errors import LimitExceeded, NotADocument, SourceError, StatedocsError, UnsupportedFormat
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.archives.framing import Damage, Record
from statedocs.sources.archives.http import decoded, split_response
from statedocs.sources.items import Capture, Found, Item, failure_of_capture
from statedocs.sources.packing.members import Offsets, Place
from statedocs.sources.page import MAX_BYTES, MEDIA_TYPES
from statedocs.sources.sniff import foreign_kind

OK: Final = 200


class Damages:
    """Tells the damages of one archive, each by an offset of its own.

    Args:
        origin: Of the archive.
    """

    def __init__(self, origin: str) -> None:
        self._origin = origin
        self._offsets = Offsets()

    def failure(self, damage: Damage) -> Failure:
        """Give the failure of a part of the archive."""
        place = damage.place
        where = f" ({place.inner:,} bytes into what is compressed at {place.offset:,})" if place.inner else ""
        capture = Capture(self._origin, offset=self._offsets.of(place))
        return failure_of_capture(SourceError(damage.reason + where), capture)


def visit(url: str | None, captured_at: str | None) -> str | None:
    """Give the name by which other records refer to a capture that has an address and a time."""
    return f"{captured_at} {url}" if url and captured_at else None


def guarded(capture: Capture, read: Callable[[], Item]) -> Item:
    """Give what `read` gives, or the failure that it raises."""
    try:
        return read()
    except StatedocsError as error:
        return failure_of_capture(error, capture)


def page_of_response(capture: Capture, record: Record, media_type: str | None = None) -> Item:
    """Read a record whose body is an HTTP response; `media_type` is what the archive says where no server did.

    Raises:
        StatedocsError: It should be a page, and cannot be read.
    """
    response = split_response(record.body)
    if response is None:
        return page_of_body(capture, record, (media_type, None))
    if (status := response.headers.status) != OK:
        return Skipped(capture.origin, f"HTTP status {status}" if status else "response without an HTTP status")
    labelled = response.headers.media_type()
    if reason := reason_to_skip(labelled[0]):
        return Skipped(capture.origin, reason)
    check_size(record)
    return page_of_bytes(capture, decoded(response), labelled)


def page_of_body(capture: Capture, record: Record, label: tuple[str | None, str | None]) -> Item:
    """Read a record whose body is the page itself, labelled with a media type and a charset.

    Raises:
        StatedocsError: It should be a page, and cannot be read.
    """
    if reason := reason_to_skip(label[0]):
        return Skipped(capture.origin, reason)
    check_size(record)
    return page_of_bytes(capture, record.body, label)


def page_of_bytes(capture: Capture, data: bytes, label: tuple[str | None, str | None]) -> Item:
    """Give a page by its own bytes.

    Raises:
        StatedocsError: It is empty, or another kind of thing under the label of a page.
    """
    media_type, charset = label
    if not data:
        raise NotADocument("empty body")
    if kind := foreign_kind(data):
        if media_type:
            raise UnsupportedFormat(f"expected {media_type}, found {kind}")
        return Skipped(capture.origin, kind)
    return Snapshot(
        origin=capture.origin,
        data=data,
        url=capture.url,
        url_evidence="archive" if capture.url else None,
        captured_at=capture.captured_at,
        media_type=media_type,
        charset=charset,
        record_id=capture.record_id,
    )


def reason_to_skip(media_type: str | None) -> str | None:
    """Give the reason to skip what is labelled with a media type that no page has."""
    return f"media type {media_type}" if media_type and media_type not in MEDIA_TYPES else None


def check_size(record: Record) -> None:
    """Raise when a record is too large to be a page.

    Raises:
        LimitExceeded: It is.
    """
    if record.length > MAX_BYTES:
        raise LimitExceeded(f"a record of {record.length:,} bytes; a page may have {MAX_BYTES:,}")


def placed(page: Snapshot, archive: Found, kind: str, place: Place) -> Snapshot:
    """Give a page with the place where it stands, if whoever opens its archive can go there at once."""
    return page if place.inner else replace(page, place=archive.member(kind, place.offset))
