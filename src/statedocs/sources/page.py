"""One file becomes one page."""

import errno
import os
import stat
from pathlib import PurePath
from typing import BinaryIO, Final

from statedocs.errors import LimitExceeded, NotADocument, SourceError, StatedocsError, UnsupportedFormat
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.items import Found, Item, failure_of_input
from statedocs.sources.names import claims_page
from statedocs.sources.sidecar import Sidecar, read_sidecar
from statedocs.sources.sniff import foreign_kind

MAX_BYTES: Final = 64 * 2**20
"""The largest page that is read."""

MEDIA_TYPES: Final = frozenset({"text/html", "text/plain", "application/xhtml+xml"})
"""What a page may be labelled as."""

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Never waits: a pipe that took a file's place is told by what it is, not by hanging."""


def read_page(found: Found) -> Item:
    """Read a file as one page, with what its side-car says."""
    try:
        data = _bytes(found.path)
    except StatedocsError as error:
        return failure_of_input(error, found.origin)
    snapshot = Snapshot(found.origin, data)
    try:
        return _page(found, snapshot)
    except StatedocsError as error:
        return failure_of_input(error, found.origin, sha256=snapshot.sha256)


def open_file(path: str) -> BinaryIO:
    """Open a file to read its bytes.

    Raises:
        SourceError: There is none, or what is there is no file.
    """
    try:
        file = open(os.open(path, _FLAGS), "rb")  # noqa: PTH123, SIM115  (no Path method opens with flags)
    except OSError as error:
        reason = "permission denied" if error.errno == errno.EACCES else error.strerror
        raise SourceError(f"cannot be read: {reason}") from error
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise SourceError("expected a file, found another kind of thing")


def _bytes(path: str) -> bytes:
    with open_file(path) as file:
        size = os.fstat(file.fileno()).st_size
        try:
            data = file.read(MAX_BYTES + 1) if size <= MAX_BYTES else b""
        except OSError as error:
            raise SourceError(f"cannot be read: {error.strerror}") from error
    if size > MAX_BYTES or len(data) > MAX_BYTES:
        raise LimitExceeded(f"{max(size, len(data)):,} bytes; a page may have {MAX_BYTES:,}")
    return data


def _page(found: Found, bare: Snapshot) -> Item:
    sidecar = read_sidecar(found.path)
    if sidecar.sha256 not in (None, bare.sha256):
        raise SourceError(f"the side-car says sha256 {sidecar.sha256}, the page has {bare.sha256}")
    if sidecar.media_type and sidecar.media_type not in MEDIA_TYPES:
        return Skipped(found.origin, f"media type {sidecar.media_type}", bare.sha256)
    if not bare.data:
        raise NotADocument("empty file")
    if kind := foreign_kind(bare.data):
        if claims_page(PurePath(found.path).name):
            raise UnsupportedFormat(f"expected HTML or text, found {kind}")
        return Skipped(found.origin, kind, bare.sha256)
    return _witnessed(bare, sidecar)


def _witnessed(bare: Snapshot, sidecar: Sidecar) -> Snapshot:
    return Snapshot(
        origin=bare.origin,
        data=bare.data,
        url=sidecar.url,
        url_evidence="side-car" if sidecar.url else None,
        captured_at=sidecar.captured_at,
        media_type=sidecar.media_type,
        charset=sidecar.charset,
    )
