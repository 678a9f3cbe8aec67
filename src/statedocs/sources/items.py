"""What every source gives: pages, inputs that are no page, and what could not be read."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Protocol

from statedocs.converter import CONVERTER
from statedocs.errors import StatedocsError
from statedocs.record import SCHEMA_VERSION, Failure
from statedocs.snapshot import Member, Skipped, Snapshot

Item = Snapshot | Skipped | Failure


def nothing_beside() -> bytes | None:
    """Give the side-car of what has none."""
    return None


class Index(Protocol):
    """What is said elsewhere of the records of an archive."""

    def places(self) -> Iterator[tuple[int, int]]:
        """Give the offset and length of each record, in the order of the offsets."""
        ...

    def payload_digest(self, offset: int, /) -> str | None:
        """Give the digest that is said of what a record holds."""
        ...

    def meet(self, offset: int, /) -> str | None:
        """Say that a record begins at an offset, and give what is said against its bytes, or None."""
        ...

    def unmet(self) -> Iterator[Item]:
        """Give the records that should be there and were not met, once all were."""
        ...


@dataclass(frozen=True, slots=True)
class Found:
    """A file, or a member of an archive, that may be a page or hold some.

    Attributes:
        origin: Its name in every record: relative to the input root, `/`-separated, NFC.
        name: Its own name, a hint of what it is.
        open: Opens its bytes, from which one can read and in which one can seek; may be called again.
        sidecar: Gives the bytes of its side-car, None where it has none.
        depth: How many archives are around it.
        is_wanted: Whether the user's patterns include it; what an archive holds may be wanted although it is not.
        address: Where it was fetched from, if that is its address on the web.
        offset: Where it begins in the file of its archive.
        packed: How many bytes it takes there, where it is compressed by itself.
        index: What is said elsewhere of its records.
        within: What it lies in, where that is an archive.
        place: The path, or the address in a store, or the member, that has these bytes, where others may open it, too.
    """

    origin: str
    name: str
    open: Callable[[], BinaryIO]
    sidecar: Callable[[], bytes | None] = nothing_beside
    depth: int = 0
    is_wanted: bool = True
    address: str | None = None
    offset: int | None = None
    packed: int | None = None
    index: Index | None = None
    within: "Found | None" = None
    place: str | Member | None = None

    def but(self, *, is_wanted: bool) -> "Found":
        """Give the same file, wanted or not."""
        return self if self.is_wanted == is_wanted else replace(self, is_wanted=is_wanted)

    def member(self, kind: str, *numbers: int) -> Member | None:
        """Give a member as others find it who open this file; None where they cannot."""
        return Member(self.place, kind, numbers) if isinstance(self.place, str) else None

    def alone(self) -> "Found":
        """Give the same file, beside which no side-car is looked for."""
        return replace(self, sidecar=nothing_beside)

    def at(self, address: str) -> "Found":
        """Give the same file, fetched from its address on the web, which may give other bytes another time."""
        return replace(self, address=address, place=None)


@dataclass(frozen=True, slots=True)
class Capture:
    """What a source says of a page before its bytes are looked at.

    Attributes:
        origin: As in `Snapshot`.
        url: The address captured.
        captured_at: RFC 3339 in UTC.
        record_id: The record's identifier in its archive.
        offset: Where the record stands in the archive's file.
    """

    origin: str
    url: str | None = None
    captured_at: str | None = None
    record_id: str | None = None
    offset: int | None = None


def failure_of_input(
    error: StatedocsError, origin: str, *, offset: int | None = None, sha256: str | None = None
) -> Failure:
    """Give the failure of an input that never became a snapshot."""
    return failure_of_capture(error, Capture(origin, offset=offset), sha256=sha256)


def failure_of_capture(error: StatedocsError, capture: Capture, *, sha256: str | None = None) -> Failure:
    """Give the failure of a capture that never became a snapshot."""
    return Failure(
        schema_version=SCHEMA_VERSION,
        origin=capture.origin,
        url=error.url or capture.url,
        captured_at=capture.captured_at,
        record_id=capture.record_id,
        offset=capture.offset,
        sha256=sha256,
        stage=error.stage,
        error=type(error).__name__,
        message=error.message,
        line=error.line,
        converter=CONVERTER,
    )
