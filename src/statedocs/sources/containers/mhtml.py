"""MHTML: a page that a browser saved with its parts in one file.

Its parts are cut out here, so that a damaged one costs no other and is told by its offset; their heads and encodings
are read by the library of Python.

Source: https://www.rfc-editor.org/rfc/rfc2557
"""

import binascii
import email.message
import email.parser
import email.policy
import email.utils
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from itertools import zip_longest
from typing import BinaryIO, Final

from statedocs.errors import NotADocument, SourceError, StatedocsError
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.items import Capture, Found, Item, failure_of_capture, failure_of_input
from statedocs.sources.page import MEDIA_TYPES, read_whole
from statedocs.sources.run import Run
from statedocs.sources.sidecar import Sidecar, read_sidecar
from statedocs.sources.sniff import foreign_kind

_HEAD_END: Final = re.compile(rb"\r?\n\r?\n")
_HTML: Final = ("text/html", "application/xhtml+xml")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/=\s]")
_LONGEST_NAME: Final = 500
_DEEPEST: Final = 4


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a message.

    Attributes:
        offset: Where its head begins in the file.
        head: Its head.
        body: Its bytes as sent.
        body_at: Where these begin in the file.
        is_whole: Whether its end was found.
    """

    offset: int
    head: email.message.Message
    body: bytes
    body_at: int
    is_whole: bool

    @property
    def media_type(self) -> str:
        return self.head.get_content_type()

    @property
    def location(self) -> str | None:
        return _value(self.head, "Content-Location")


def read_mhtml(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read a saved page: its root is the page, all else is a part of it."""
    data = read_whole(file)
    whole = _part(0, data, is_whole=True)
    parts = list(_parts(whole, 0)) if whole.head.get_content_maintype() == "multipart" else [whole]
    root = _root_of(whole.head, parts)
    names: set[str] = set()
    items = (_item(found, whole.head, part, root, _name(part, number, names)) for number, part in enumerate(parts, 1))
    yield from run.wanted(items, found)
    if not parts:
        raise NotADocument("expected a saved page, found a message without parts")
    if not parts[-1].is_whole and parts[-1] is not root:
        cut = SourceError("the file is cut off: its last part does not end")
        yield failure_of_input(cut, found.origin, offset=parts[-1].offset)
    elif root is None:
        yield failure_of_input(NotADocument("expected a saved page, found no part that is one"), found.origin)


def _part(offset: int, data: bytes, *, is_whole: bool) -> _Part:
    opening = 0
    while data.startswith((b"\r\n", b"\n"), opening):
        opening += 1 + data.startswith(b"\r", opening)
    end = _HEAD_END.search(data, opening)
    behind = end.end() if end else len(data)
    head = email.parser.BytesHeaderParser(policy=email.policy.compat32).parsebytes(data[opening:behind])
    return _Part(offset, head, data[behind:], offset + behind, is_whole)


def _parts(box: _Part, depth: int) -> Iterator[_Part]:
    """Give the parts between the boundaries of a message, those of parts that have some in their place."""
    boundary = box.head.get_boundary()
    if not boundary:
        return
    line = re.compile(rb"(?:^|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?[ \t]*(?=\r?\n|$)")
    marks = list(line.finditer(box.body))
    for mark, following in zip_longest(marks, marks[1:]):
        if mark[1]:
            continue
        stop = following.start() if following else len(box.body)
        start = mark.end()
        part = _part(box.body_at + start, box.body[start:stop], is_whole=following is not None and box.is_whole)
        if part.head.get_content_maintype() == "multipart" and depth < _DEEPEST:
            yield from _parts(part, depth + 1)
        else:
            yield part


def _root_of(head: email.message.Message, parts: list[_Part]) -> _Part | None:
    """Give the part that is the page: the one that is named as the start, or was saved, else the first of HTML."""
    start = head.get_param("start")
    if isinstance(start, str):
        named = (part for part in parts if (part.head.get("Content-ID") or "").strip() == start.strip())
        if found := next(named, None):
            return found
    pages = [part for part in parts if part.media_type in _HTML] or [
        part for part in parts if part.media_type in MEDIA_TYPES
    ]
    saved = _value(head, "Snapshot-Content-Location")
    return next((part for part in pages if part.location == saved), next(iter(pages), None))


def _item(found: Found, head: email.message.Message, part: _Part, root: _Part | None, name: str) -> Item:
    origin = f"{found.origin}#{name}"
    if part is not root:
        reason = "frame" if part.media_type in _HTML else f"part of the saved page ({part.media_type})"
        return Skipped(origin, reason)
    sidecar = read_sidecar(found)
    capture = Capture(
        origin=origin,
        url=sidecar.url or _value(head, "Snapshot-Content-Location") or part.location,
        captured_at=sidecar.captured_at or _date(_value(head, "Date")),
        record_id=name,
        offset=part.offset,
    )
    try:
        return _page(capture, part, sidecar)
    except StatedocsError as error:
        return failure_of_capture(error, capture)


def _page(capture: Capture, part: _Part, sidecar: Sidecar) -> Item:
    if not part.is_whole:
        raise SourceError("the page is cut off: its part does not end")
    data = _decoded(part)
    if not data.strip():
        raise NotADocument("empty part")
    if kind := foreign_kind(data):
        raise NotADocument(f"expected {part.media_type}, found {kind}")
    charset = sidecar.charset or part.head.get_content_charset()
    is_address = capture.url and "://" in capture.url
    return Snapshot(
        origin=capture.origin,
        data=data,
        url=capture.url if is_address else None,
        url_evidence=("side-car" if sidecar.url else "archive") if is_address else None,
        captured_at=capture.captured_at,
        media_type=part.media_type,
        charset=charset,
        record_id=capture.record_id,
    )


def _decoded(part: _Part) -> bytes:
    """Take a part's transfer encoding off.

    Raises:
        SourceError: It is damaged.
    """
    encoding = (_value(part.head, "Content-Transfer-Encoding") or "").lower()
    if encoding == "quoted-printable":
        return quopri.decodestring(part.body)
    if encoding != "base64":
        return part.body
    if wrong := _NOT_BASE64.search(part.body):
        raise SourceError(f"the page's base64 is damaged at its byte {wrong.start():,}")
    try:
        return binascii.a2b_base64(part.body)
    except binascii.Error as error:
        raise SourceError(f"the page's base64 is damaged: {error}") from error


def _name(part: _Part, number: int, names: set[str]) -> str:
    """Give a part a name of its own: its address, else its number."""
    name = (part.location or f"part {number}")[:_LONGEST_NAME]
    if name in names:
        name = f"{name} (part {number})"
    names.add(name)
    return name


def _value(head: email.message.Message, name: str) -> str | None:
    """Give a field on one line, without what no record may hold."""
    text = str(head.get(name) or "").encode("utf-8", "replace").decode()
    plain = "".join(char for char in "".join(text.split("\n")) if char.isprintable()).strip()
    return plain or None


def _date(written: str | None) -> str | None:
    try:
        found = email.utils.parsedate_to_datetime(written or "")
        return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if found.tzinfo else found.isoformat() + "Z"
    except (ValueError, OverflowError):
        return None
