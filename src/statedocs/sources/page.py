"""One file becomes one page."""

from typing import BinaryIO, Final

from statedocs.errors import LimitExceeded, NotADocument, SourceError, StatedocsError, UnsupportedFormat
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.items import Found, Item, failure_of_input
from statedocs.sources.names import claims_page, maybe_kind
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.sidecar import Sidecar, read_sidecar
from statedocs.sources.sniff import foreign_kind

MAX_BYTES: Final = 64 * 2**20
"""The largest page that is read."""

_SMALL: Final = 4 * 2**20
_LARGEST_RATIO: Final = 500
"""No page over 4 MiB becomes so much smaller when it is compressed."""

MEDIA_TYPES: Final = frozenset({"text/html", "text/plain", "application/xhtml+xml"})
"""What a page may be labelled as."""


def read_page(found: Found, opening: bytes, file: BinaryIO) -> Item:
    """Read a file as one page, with what its side-car says.

    Args:
        found: The file.
        opening: What was read of it already.
        file: Stands behind the opening.
    """
    if reason := _foreign_by_name(found, opening):
        return Skipped(found.origin, reason)
    try:
        data = read_whole(file, opening)
        _refuse_bomb(found, len(data))
    except StatedocsError as error:
        return failure_of_input(error, found.origin, offset=found.offset)
    snapshot = Snapshot(found.origin, data)
    try:
        return _page(found, snapshot)
    except StatedocsError as error:
        return failure_of_input(error, found.origin, offset=found.offset, sha256=snapshot.sha256)


def read_up_to(file: BinaryIO, count: int) -> bytes:
    """Give the next bytes of a file that may give them piece by piece; fewer at its end or before what is damaged.

    Raises:
        SourceError: Nothing can be read at all.
    """
    parts: list[bytes] = []
    while count > 0:
        try:
            part = file.read(count)
        except OSError as error:
            if parts:
                break  # whoever reads on is told
            raise translated(error) from error
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return parts[0] if len(parts) == 1 else b"".join(parts)


def read_whole(file: BinaryIO, opening: bytes = b"") -> bytes:
    """Give all bytes of a file, of which the opening was read already.

    Raises:
        LimitExceeded: There are more than a page may have.
        SourceError: It cannot be read to its end.
    """
    parts = [opening]
    size = len(opening)
    try:
        while size <= MAX_BYTES and (part := file.read(MAX_BYTES + 1 - size)):
            parts.append(part)
            size += len(part)
    except OSError as error:
        raise translated(error) from error
    if size > MAX_BYTES:
        raise LimitExceeded(f"more than {MAX_BYTES:,} bytes, which a page may have")
    return b"".join(parts)


def translated(error: OSError) -> StatedocsError:
    """Give the error of what cannot be read."""
    return error.translated() if isinstance(error, Unreadable) else SourceError(f"cannot be read: {error.strerror}")


def _foreign_by_name(found: Found, opening: bytes) -> str | None:
    """Give the reason to skip what both its name and its opening say to be no page, however long it is."""
    kind = maybe_kind(found.name)
    is_data = bool(kind and kind.startswith("data") and opening.lstrip()[:1] in (b"[", b"{"))
    return kind if kind and (is_data or foreign_kind(opening)) else None


def _refuse_bomb(found: Found, size: int) -> None:
    if found.packed is not None and size > _SMALL and size > _LARGEST_RATIO * found.packed:
        raise LimitExceeded(f"a bomb: {size:,} bytes out of {found.packed:,}")


def _page(found: Found, bare: Snapshot) -> Item:
    sidecar = read_sidecar(found)
    if sidecar.sha256 not in (None, bare.sha256):
        raise SourceError(f"the side-car says sha256 {sidecar.sha256}, the page has {bare.sha256}")
    if sidecar.media_type and sidecar.media_type not in MEDIA_TYPES:
        return Skipped(found.origin, f"media type {sidecar.media_type}", bare.sha256)
    if not bare.data:
        raise NotADocument("empty file")
    if kind := foreign_kind(bare.data):
        if claims_page(found.name):
            raise UnsupportedFormat(f"expected HTML or text, found {kind}")
        return Skipped(found.origin, maybe_kind(found.name) or kind, bare.sha256)
    return _witnessed(found, bare, sidecar)


def _witnessed(found: Found, bare: Snapshot, sidecar: Sidecar) -> Snapshot:
    evidence = "side-car" if sidecar.url else "caller" if found.address else None
    return Snapshot(
        origin=bare.origin,
        data=bare.data,
        url=sidecar.url or found.address,
        url_evidence=evidence,
        captured_at=sidecar.captured_at,
        media_type=sidecar.media_type,
        charset=sidecar.charset,
        place=found.place,
    )
