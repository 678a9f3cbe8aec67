"""Bytes again from where they were read before, perhaps by another machine."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from importlib import import_module
from typing import BinaryIO, Final

from statedocs.errors import SourceError
from statedocs.snapshot import Member, Snapshot
from statedocs.sources.archives import read_arc, read_warc
from statedocs.sources.containers.zips import open_member
from statedocs.sources.dispatch import read_found
from statedocs.sources.files import open_file
from statedocs.sources.items import Found, Item
from statedocs.sources.lists import is_remote
from statedocs.sources.packing.window import window
from statedocs.sources.page import read_whole
from statedocs.sources.run import Run

_READERS: Final[Mapping[str, Callable[[Found, BinaryIO, Run], Iterator[Item]]]] = {"warc": read_warc, "arc": read_arc}


def bytes_at(place: str | Member) -> bytes:
    """Give the bytes at a snapshot's `place`, whatever they are now.

    Raises:
        StatedocsError: They cannot be read here.
    """
    if isinstance(place, str):
        with _opened(place) as file:
            return read_whole(file)
    with _opened(place.file) as file:
        return _member(file, place)


def _opened(place: str) -> BinaryIO:
    if is_remote(place):
        file: BinaryIO = import_module("statedocs.sources.remote").open_at(place)
        return file
    return open_file(place)


def _member(file: BinaryIO, member: Member) -> bytes:
    if member.kind == "bytes":
        offset, size = member.numbers
        return read_whole(window(file, offset, size))
    if member.kind == "zip":
        with closing(open_member(file, member.numbers)) as content:
            return read_whole(content)
    return _record(file, member)


def _record(file: BinaryIO, member: Member) -> bytes:
    """Read an archive from a record on, which is its first one then."""
    (offset,) = member.numbers
    size = file.seek(0, io.SEEK_END) - offset
    found = Found("again", "again", lambda: window(file, offset, max(size, 0)))
    run = Run(read_found)
    try:
        first = next(_READERS[member.kind](found, found.open(), run), None)
    finally:
        run.originals.close()
    if not isinstance(first, Snapshot):
        raise SourceError("a record is not where it was")
    return first.data
