"""What every source gives: pages, inputs that are no page, and what could not be read."""

from dataclasses import dataclass

from statedocs.converter import CONVERTER
from statedocs.errors import StatedocsError
from statedocs.record import SCHEMA_VERSION, Failure
from statedocs.snapshot import Skipped, Snapshot

Item = Snapshot | Skipped | Failure


@dataclass(frozen=True, slots=True)
class Found:
    """A file that may hold a page.

    Attributes:
        path: Where it is on this machine.
        origin: Its name in every record: relative to the input root, `/`-separated, NFC.
    """

    path: str
    origin: str


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


def failure_of_input(error: StatedocsError, origin: str, *, sha256: str | None = None) -> Failure:
    """Give the failure of an input that never became a snapshot."""
    return failure_of_capture(error, Capture(origin), sha256=sha256)


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
