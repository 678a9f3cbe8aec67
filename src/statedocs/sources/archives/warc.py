"""WARC files: records of captures, one after the other.

Source: https://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Final

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.archives.capture import (
    OK,
    Damages,
    guarded,
    page_of_body,
    page_of_response,
    placed,
    reason_to_skip,
    visit,
)
from statedocs.sources.archives.digests import contradicts, contradicts_all, in_one_spelling
from statedocs.sources.archives.framing import Damage, Form, Record, record_at, records
from statedocs.sources.archives.headers import Headers
from statedocs.sources.archives.http import forms_of_payload, split_response
from statedocs.sources.archives.indexed import indexed_records
from statedocs.sources.archives.originals import Originals
from statedocs.sources.items import Capture, Found, Item
from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream
from statedocs.sources.times import utc

_LENGTH: Final = re.compile(rb"^Content-Length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r*$", re.IGNORECASE | re.MULTILINE)
_ABOUT_CAPTURES: Final = frozenset({"warcinfo", "request", "metadata"})
_CAPTURES: Final = ("response", "resource", "conversion")
_NOT_MODIFIED: Final = 304
_LONGEST_DIGEST: Final = 140


def _length(head: bytes) -> int | None:
    found = _LENGTH.search(head)
    return int(found[1]) if found else None


FORM: Final = Form(
    opening=re.compile(rb"WARC/\d\.\d+[ \t]*\r*\n[A-Za-z][\w-]*[ \t]*:"),
    head_end=re.compile(rb"\n\r*\n"),
    closings=(b"\r\n\r\n", b"\n\n"),
    length_of=_length,
)


@dataclass(frozen=True, slots=True)
class _Warc:
    """A record with its head read."""

    record: Record
    headers: Headers
    capture: Capture

    @property
    def kind(self) -> str:
        return (self.headers.get("WARC-Type") or "of no type").lower()


class WarcReader:
    """Reads the pages of one WARC file.

    Args:
        file: At its beginning.
        found: The file, with what an index says of its records.
        originals: The pages of the run that revisit records may refer to.
    """

    def __init__(self, file: BinaryIO, found: Found, originals: Originals) -> None:
        self._file = file
        self._origin = found.origin
        self._found = found
        self._index = found.index
        self._originals = originals
        self._number = originals.enter(found, self._read_again)
        self._damages = Damages(found.origin)

    def leave(self) -> None:
        """Say that the file has been read."""
        self._originals.leave(self._number)

    def note(self) -> None:
        """Take note of where its pages stand, as far as their heads tell that they are some."""
        for found in records(Stream(self._file), FORM):
            try:
                if isinstance(found, Record) and _may_be_page(warc := self._read_head(found)):
                    self._originals.remember(self._number, found.place, *_names(warc))
            except SourceError:
                continue  # which is told when it is read

    def __iter__(self) -> Iterator[Item]:
        """Give each page, each capture that is none, each damage, in the file's order."""
        for found in self._records():
            if isinstance(found, Damage):
                if self._index and not found.place.inner:
                    self._index.meet(found.place.offset)
                yield self._damages.failure(found)
            else:
                yield from self._items(found)

    def _records(self) -> Iterator[Record | Damage]:
        if self._index is None:
            return records(Stream(self._file), FORM)
        return indexed_records(self._file, FORM, self._index.places())

    def _items(self, record: Record) -> Iterator[Item]:
        said = self._said_by_index(record.place.offset)
        try:
            warc = self._read_head(record)
        except SourceError as error:
            yield self._damages.failure(Damage(record.place, error.message))
            return
        if warc.kind in _ABOUT_CAPTURES:
            return
        if not self._originals.is_new(self._number, warc.capture.origin):
            warc = replace(warc, capture=replace(warc.capture, origin=f"{warc.capture.origin} ({record.place})"))
        item = guarded(warc.capture, lambda: self._item(warc))
        if isinstance(item, Snapshot) and warc.kind != "revisit":
            item = placed(item, self._found, "warc", record.place)
            self._originals.remember(self._number, record.place, *_names(warc))
        yield item
        if not isinstance(item, Failure):
            for reason in filter(None, (said[0], *_contradictions(warc, item, said[1]))):
                yield self._damages.failure(Damage(record.place, f"{_called(warc)}: {reason}"))

    def _read_head(self, record: Record) -> _Warc:
        headers = Headers(record.head)
        record_id = _unbracketed(headers.get("WARC-Record-ID"))
        capture = Capture(
            origin=f"{self._origin}#{record_id or record.place}",
            url=_unbracketed(headers.get("WARC-Target-URI")),
            captured_at=utc(headers.get("WARC-Date") or ""),
            record_id=record_id,
            offset=record.place.offset,
        )
        return _Warc(record, headers, capture)

    def _said_by_index(self, offset: int) -> tuple[str | None, str | None]:
        """Give what an index says against a record, and the digest of what that should hold."""
        if self._index is None:
            return None, None
        return self._index.meet(offset), self._index.payload_digest(offset)

    def _item(self, warc: _Warc) -> Item:
        origin, kind = warc.capture.origin, warc.kind
        if (warc.capture.url or "").startswith("metadata:"):
            return Skipped(origin, "a crawler's own notes")
        if kind in _CAPTURES:
            return _page(warc)
        if kind == "revisit":
            return self._revisited(warc)
        if kind == "continuation":
            return Skipped(origin, "continuation of a segmented record")
        return Skipped(origin, f"WARC record {kind}")

    def _revisited(self, warc: _Warc) -> Item:
        """Give the page that a server sent again, or said to be unchanged, at this record's time and address."""
        origin = warc.capture.origin
        response = split_response(warc.record.body)
        if response:
            if (status := response.headers.status) not in (OK, _NOT_MODIFIED, None):
                return Skipped(origin, f"HTTP status {status}")
            if reason := reason_to_skip(response.headers.media_type()[0]):
                return Skipped(origin, reason)
        url = _unbracketed(warc.headers.get("WARC-Refers-To-Target-URI"))
        when = utc(warc.headers.get("WARC-Refers-To-Date") or "")
        named = _unbracketed(warc.headers.get("WARC-Refers-To")), visit(url, when), _digest_name(warc)
        original = self._originals.find(*named)
        if not isinstance(original, Snapshot):
            return Skipped(origin, "revisit of a page that is not in this run")
        capture = warc.capture
        return replace(
            original,
            origin=origin,
            url=capture.url or original.url,
            url_evidence="archive",
            captured_at=capture.captured_at,
            record_id=capture.record_id,
        )

    def _read_again(self, stream: Stream, place: Place) -> Item | None:
        record = record_at(stream, FORM, place)
        return _page(self._read_head(record)) if record else None


def _page(warc: _Warc) -> Item:
    """Read the page that a record holds; one with a hole is none."""
    media_type, charset = warc.headers.media_type()
    is_http = media_type == "application/http" or (warc.kind == "response" and warc.record.body.startswith(b"HTTP/"))
    if is_http:
        item = page_of_response(warc.capture, warc.record)
    elif warc.kind == "conversion":
        item = page_of_body(warc.capture, warc.record, (media_type, charset or "utf-8"))
    else:
        item = page_of_body(warc.capture, warc.record, (media_type, charset))
    if isinstance(item, Snapshot):
        _check_whole(warc)
    return item


def _check_whole(warc: _Warc) -> None:
    if cut := warc.headers.get("WARC-Truncated"):
        raise SourceError(f"the record was cut off when it was captured ({cut[:40]})")
    if warc.headers.get("WARC-Segment-Number"):
        raise SourceError("the record is one of several segments, which are not put together")


def _contradictions(warc: _Warc, item: Item, indexed: str | None) -> Iterator[str]:
    """Give which of its digests a record does not have; the page is what the bytes say, and this is said beside it."""
    if len(warc.record.body) < warc.record.length:
        return  # over the limit, and not kept
    block = warc.headers.get("WARC-Block-Digest")
    if block and contradicts(block, warc.record.body):
        yield f"its bytes do not have the digest {block[:_LONGEST_DIGEST]} (WARC-Block-Digest)"
    payload = warc.headers.get("WARC-Payload-Digest") if warc.kind in _CAPTURES else None
    if payload and contradicts_all(payload, _payloads(warc, item)):
        yield f"its payload does not have the digest {payload[:_LONGEST_DIGEST]} (WARC-Payload-Digest)"
    if indexed and warc.kind in _CAPTURES and contradicts_all(indexed, _payloads(warc, item)):
        yield f"its payload does not have the digest {indexed[:_LONGEST_DIGEST]} of the index"


def _payloads(warc: _Warc, item: Item) -> Iterator[bytes]:
    """Give a payload in every form of which crawlers take the digest: as sent, without chunks, decoded."""
    response = split_response(warc.record.body) if warc.kind == "response" else None
    yield from forms_of_payload(response) if response else [warc.record.body]
    if isinstance(item, Snapshot):
        yield item.data


def _called(warc: _Warc) -> str:
    return f"record {warc.capture.record_id or warc.record.place} of {warc.capture.url or 'no address'}"


def _names(warc: _Warc) -> tuple[str | None, ...]:
    """Give the names by which later records may refer to a page."""
    return warc.capture.record_id, _digest_name(warc), visit(warc.capture.url, warc.capture.captured_at)


def _digest_name(warc: _Warc) -> str | None:
    digest = warc.headers.get("WARC-Payload-Digest")
    return in_one_spelling(digest) if digest else None


def _may_be_page(warc: _Warc) -> bool:
    if warc.kind not in _CAPTURES:
        return False
    response = split_response(warc.record.body) if warc.kind == "response" else None
    if response is None:
        return warc.kind == "response" or reason_to_skip(warc.headers.media_type()[0]) is None
    return response.headers.status in (OK, None) and reason_to_skip(response.headers.media_type()[0]) is None


def _unbracketed(value: str | None) -> str | None:
    return value.removeprefix("<").removesuffix(">").strip() or None if value else None
