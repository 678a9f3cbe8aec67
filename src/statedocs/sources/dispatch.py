"""Every file goes to the reader of what it is."""

import logging
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, Final

from statedocs.errors import LimitExceeded, StatedocsError
from statedocs.snapshot import Skipped
from statedocs.sources.archives import read_arc, read_warc
from statedocs.sources.containers import read_mhtml, read_packed, read_tar, read_zip
from statedocs.sources.feeds import read_feed, read_posts
from statedocs.sources.items import Found, Item, failure_of_input
from statedocs.sources.kinds import LOOK, container_kind
from statedocs.sources.page import read_page, read_up_to, translated
from statedocs.sources.run import Run

_LOG: Final = logging.getLogger("statedocs")
_DEEPEST: Final = 3
"""A WARC in a zip in a tar is read; what lies deeper is told and left alone."""

READERS: Final[Mapping[str, Callable[[Found, BinaryIO, Run], Iterator[Item]]]] = {
    "zip": read_zip,
    "tar": read_tar,
    "packed": read_packed,
    "feed": read_feed,
    "posts": read_posts,
    "mhtml": read_mhtml,
    "warc": read_warc,
    "arc": read_arc,
}
"""What reads each kind of file that holds pages; any other file is one page."""


def read_found(found: Found, run: Run) -> Iterator[Item]:
    """Read a file: the page that it is, or all that it holds. Whatever is wrong with it is an item."""
    try:
        with found.open() as file:
            yield from _items(found, file, run)
    except Exception as error:  # noqa: BLE001  # one file must not cost the files behind it
        yield _failure(found, error)


def read_page_of(found: Found) -> Item | None:
    """Read a file that is one page; None where it holds pages. Whatever is wrong with it is an item."""
    try:
        with found.open() as file:
            opening = read_up_to(file, LOOK)
            kind = container_kind(found.name, opening, file)
            return None if kind else _page(found, opening, file)
    except Exception as error:  # noqa: BLE001  # as above
        return _failure(found, error)


def _failure(found: Found, error: Exception) -> Item:
    if isinstance(error, OSError):
        error = translated(error)
    if not isinstance(error, StatedocsError):
        _LOG.error("%s: a bug in statedocs", found.origin, exc_info=error)
        error = StatedocsError(f"a bug in statedocs: {error!r}")
    return failure_of_input(error, found.origin, offset=found.offset)


def _page(found: Found, opening: bytes, file: BinaryIO) -> Item:
    if not found.is_wanted:
        return Skipped(found.origin, "not included")
    file.seek(len(opening))
    return read_page(found, opening, file)


def _items(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    opening = read_up_to(file, LOOK)
    kind = container_kind(found.name, opening, file)
    if kind is None:
        yield _page(found, opening, file)
    elif found.depth >= _DEEPEST:
        raise LimitExceeded(f"a {kind} file in {found.depth} archives: nothing is read that lies so deep")
    else:
        file.seek(0)
        yield from READERS[kind](found, file, run)
