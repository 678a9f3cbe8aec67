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


def failure_of_input(error: StatedocsError, origin: str, *, sha256: str | None = None) -> Failure:
    """Give the failure of an input that never became a snapshot."""
    return Failure(
        schema_version=SCHEMA_VERSION,
        origin=origin,
        url=error.url,
        captured_at=None,
        record_id=None,
        offset=None,
        sha256=sha256,
        stage=error.stage,
        error=type(error).__name__,
        message=error.message,
        line=error.line,
        converter=CONVERTER,
    )
