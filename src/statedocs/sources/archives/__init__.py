"""Web archives: captures of pages, each with its address and time."""

from collections.abc import Iterator
from typing import BinaryIO

from statedocs.sources.archives.arc import ArcReader
from statedocs.sources.archives.headers import require_library
from statedocs.sources.archives.warc import WarcReader
from statedocs.sources.items import Found, Item
from statedocs.sources.run import Run, one_at_least

EMPTY = "archive without a page"


def read_warc(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the captures of a WARC file.

    Raises:
        UnsupportedFormat: The extra that reads it is not installed.
    """
    require_library()
    reader = WarcReader(file, found, run.originals)
    try:
        yield from run.wanted(one_at_least(iter(reader), found, EMPTY), found)
        if found.index:
            yield from found.index.unmet()
    finally:
        reader.leave()


def read_arc(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the captures of an ARC file.

    Raises:
        UnsupportedFormat: The extra that reads it is not installed.
    """
    require_library()
    reader = ArcReader(file, found, run.originals)
    try:
        yield from run.wanted(one_at_least(iter(reader), found, EMPTY), found)
    finally:
        reader.leave()


def note_warc(found: Found, file: BinaryIO, run: Run) -> None:
    """Take note of where the pages of a WARC file stand."""
    reader = WarcReader(file, found, run.originals)
    reader.note()
    reader.leave()


def note_arc(found: Found, file: BinaryIO, run: Run) -> None:
    """Take note of where the pages of an ARC file stand."""
    reader = ArcReader(file, found, run.originals)
    reader.note()
    reader.leave()
