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
    number = run.originals.enter(found)
    try:
        items = iter(WarcReader(file, found, run.originals, number))
        yield from run.wanted(one_at_least(items, found, EMPTY), found)
        if found.index:
            yield from found.index.unmet()
    finally:
        run.originals.leave(number)


def read_arc(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the captures of an ARC file.

    Raises:
        UnsupportedFormat: The extra that reads it is not installed.
    """
    require_library()
    yield from run.wanted(one_at_least(iter(ArcReader(file, found.origin)), found, EMPTY), found)
