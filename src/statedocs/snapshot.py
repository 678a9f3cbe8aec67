"""What comes in: bytes, and where and when they were captured."""

import hashlib
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple


class Member(NamedTuple):
    """Where a page stands in a file that holds pages, so that it can be read there again.

    Attributes:
        file: The file's path, or its address in a store.
        kind: How it is read: `bytes`, `zip`, `warc`, `arc`.
        numbers: Where the page begins, and what else is needed.
    """

    file: str
    kind: str
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Snapshot:
    """One page as it was found, before anything was understood.

    Attributes:
        origin: Path relative to the input root, `/`-separated, NFC; then `#member` or `#record id`. Never absolute.
        data: The page's bytes, content encodings (gzip …) off.
        url: The address that the source witnesses (WARC header, side-car), replay wrapping and all.
        url_evidence: Who says so: `side-car`, `archive`, `caller`.
        captured_at: RFC 3339 in UTC, `2013-11-20T04:11:00Z`.
        media_type: As the source labels it, parameters off: `text/html`.
        charset: As the source labels it (HTTP header or side-car).
        record_id: The record's identifier in its archive.
        place: The path, or the address in a store, or the member, whose bytes are `data`; None where they cannot be had
            again in one step. It is no part of what the page is.
    """

    origin: str
    data: bytes = field(repr=False)
    url: str | None = None
    url_evidence: str | None = None
    captured_at: str | None = None
    media_type: str | None = None
    charset: str | None = None
    record_id: str | None = None
    place: str | Member | None = field(default=None, compare=False, repr=False)

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of `data`, 64 hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that is no page, with the reason: a style sheet, an image, a hidden file."""

    origin: str
    reason: str
    sha256: str | None = None
