"""Lines of the indexes of web archives (CDXJ and CDX), and of the index of their blocks.

Source: https://specs.webrecorder.net/cdxj/0.1.0/, https://iipc.github.io/warc-specifications/specifications/cdx-format/
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from statedocs.sources.packing.members import Damaged
from statedocs.sources.packing.stream import Stream

_STEP: Final = 64 * 2**10
_LONGEST_LINE: Final = 2**20
_COLUMNS: Final = (11, 12)
"""A line of CDX has so many: `N b a m s k r M S V g`, in some crawls one more."""


@dataclass(frozen=True, slots=True)
class Line:
    """What an index says of a record.

    Attributes:
        filename: Of the archive.
        offset: Where the record begins in it.
        length: How many bytes it takes there.
        record: The digest of these bytes, empty where none is stated.
        payload: The digest of what the record holds, empty where none is stated.
    """

    filename: str
    offset: int
    length: int
    record: str
    payload: str


@dataclass(frozen=True, slots=True)
class Block:
    """A part of an index that is compressed by itself, and its digest."""

    path: str
    offset: int
    length: int
    digest: str


def index_lines(stream: Stream) -> Iterator[Line | Damaged]:
    """Give every line that says where a record stands, and the damages between them."""
    for found in _lines(stream):
        said = found if isinstance(found, Damaged) else _line(found)
        if said:
            yield said


def blocks_in(stream: Stream, path: str) -> Iterator[Block]:
    """Give the blocks of which an index of an index (`index.idx`, at `path`) says a digest."""
    beside = path.rpartition("/")[0]
    name = ""
    for line in _lines(stream):
        said = None if isinstance(line, Damaged) else _object(line)
        if said is None:
            continue
        name = str(said.get("filename") or name)
        offset, length, digest = _number(said.get("offset")), _number(said.get("length")), said.get("digest")
        if name and digest and offset is not None and length and length <= _LONGEST_LINE * 16:
            yield Block(f"{beside}/{name}", offset, length, str(digest))


def _lines(stream: Stream) -> Iterator[bytes | Damaged]:
    kept = b""
    while True:
        data = stream.take(_STEP)
        *whole, kept = (kept + data).split(b"\n")
        yield from whole
        if len(kept) > _LONGEST_LINE:
            kept = b""
        if not data and kept:
            yield kept
        if not data and stream.damage:
            yield stream.damage
        if not data and not (stream.damage and stream.restart_at_next_member()):
            return
        kept = kept if data else b""


def _line(line: bytes) -> Line | None:
    """Read a line; one that says nothing readable is passed over."""
    said = _object(line) if b"{" in line else _columns(line)
    if said is None:
        return None
    offset, length, name = _number(said.get("offset")), _number(said.get("length")), said.get("filename")
    if offset is None or not length or not isinstance(name, str):
        return None
    record, payload = ("".join(str(said.get(key) or "").split()) for key in ("recordDigest", "digest"))
    return Line(name, offset, length, record, payload)


def _object(line: bytes) -> dict[str, Any] | None:
    try:
        said = json.loads(line[line.index(b"{") :])
    except (ValueError, RecursionError):
        return None
    return said if isinstance(said, dict) else None


def _columns(line: bytes) -> dict[str, Any] | None:
    fields = line.decode("utf-8", "replace").split()
    if len(fields) not in _COLUMNS:
        return None
    return {"digest": fields[5], "length": fields[-3], "offset": fields[-2], "filename": fields[-1]}


def _number(value: object) -> int | None:
    try:
        number = int(str(value))
    except ValueError:
        return None
    return number if 0 <= number < 2**63 else None
