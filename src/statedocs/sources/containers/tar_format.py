"""The members of a tar file in order, and what is done where there should be one and is none.

`tarfile` reads the heads; what lies between them is found out here: it reads the whole of a long name or of extended
fields into memory whatever their length says, keeps every member, and stops at the first wrong head.
"""

import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from statedocs.sources.kinds import tar_head
from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream

BLOCK: Final = 512
_ZERO: Final = bytes(BLOCK)
_MAGIC: Final = b"ustar"
_MAGIC_AT: Final = 257
_WINDOW: Final = 256 * 2**10
_LONGEST_FIELDS: Final = 2**20
_LONG_NAME, _LONG_LINK, _SPARSE = b"L", b"K", b"S"
_FIELDS: Final = (b"x", b"X")
_FIELDS_FOR_ALL: Final = b"g"
_SPARSE_FIELD: Final = "GNU.sparse."


@dataclass(frozen=True, slots=True)
class TarHead:
    """What stands before a member's bytes.

    Attributes:
        info: As `tarfile` reads it.
        name: The whole name.
        size: Bytes of content that follow.
        place: Where the member begins, long name and extended fields and all.
        is_sparse: Whether holes were left out of its content.
    """

    info: tarfile.TarInfo
    name: str
    size: int
    place: Place
    is_sparse: bool


@dataclass(frozen=True, slots=True)
class TarDamage:
    """A place at which a tar file cannot be read, and why not."""

    place: Place
    reason: str


@dataclass(slots=True)
class _Extended:
    """What was said of the next member before its own head."""

    place: Place | None = None
    fields: dict[str, str] = field(default_factory=dict)


class Body:
    """The content of a member, once and in order, as long as it is the stream's turn.

    Args:
        stream: Stands at its first byte.
        size: How long it is.
    """

    def __init__(self, stream: Stream, size: int) -> None:
        self._stream = stream
        self.left = size

    def read(self, count: int, /) -> bytes:
        """Give the next bytes, at most so many; fewer than there should be where the archive ends or is damaged."""
        data = self._stream.take(min(count, self.left))
        self.left -= len(data)
        return data

    def skip(self) -> None:
        """Go on behind it."""
        self.left -= self._stream.skip(self.left)


def tar_members(stream: Stream) -> Iterator[tuple[TarHead, Body] | TarDamage]:
    """Give each member with its content, which is left out as far as it was not read before the next is asked for."""
    extended, is_ended = _Extended(), False
    while True:
        place = stream.place()
        block = stream.peek(BLOCK)
        if len(block) < BLOCK:
            if (damage := _at_end(stream, place, block, is_ended=is_ended)) is not None:
                yield damage
            if not _go_on_behind(stream):
                return
        elif block == _ZERO:
            stream.skip(BLOCK)
            is_ended = True
        elif (info := tar_head(block)) is None:
            yield TarDamage(place, "expected a member, found other bytes")
            extended = _Extended()
            stream.skip(1)
            if not _find_head(stream) and not _go_on_behind(stream):
                return
        else:
            stream.skip(BLOCK)
            is_ended = False
            read = _member(stream, info, extended, place)
            if isinstance(read, TarHead):
                body = Body(stream, read.size)
                yield read, body
                yield from _behind(stream, body, read)
                is_ended = body.left > 0  # which was told
                extended = _Extended()
            elif read is not None:
                yield read


def _at_end(stream: Stream, place: Place, rest: bytes, *, is_ended: bool) -> TarDamage | None:
    if stream.damage:
        return TarDamage(place, stream.damage.reason)
    if rest.strip(b"\0"):
        return TarDamage(place, "the file ends within the head of a member")
    return None if is_ended else TarDamage(place, "the file ends without the mark of an end: it was cut off")


def _behind(stream: Stream, body: Body, head: TarHead) -> Iterator[TarDamage]:
    """Go on behind a member and what fills up its last block."""
    body.skip()
    if body.left and not stream.damage:
        yield TarDamage(head.place, f"the file ends {body.left:,} bytes before the member {head.name!r} does")
    stream.skip(-head.size % BLOCK)


def _member(stream: Stream, info: tarfile.TarInfo, extended: _Extended, place: Place) -> TarHead | TarDamage | None:
    """Read a head; one that speaks of the next member is kept, and gives nothing."""
    extended.place = extended.place or place
    if info.type in (_LONG_NAME, _LONG_LINK, _FIELDS_FOR_ALL, *_FIELDS):
        return _extend(stream, info, extended)
    size = _whole_number(extended.fields.get("size")) if "size" in extended.fields else info.size
    has_content = info.isreg() or info.type not in tarfile.SUPPORTED_TYPES
    if "linkpath" in extended.fields:
        info.linkname = extended.fields["linkpath"]
    is_sparse = info.type == _SPARSE or any(key.startswith(_SPARSE_FIELD) for key in extended.fields)
    name = extended.fields.get("path", info.name) + ("/" if info.isdir() else "")
    return TarHead(info, name, max(size, 0) if has_content else 0, extended.place, is_sparse)


def _extend(stream: Stream, info: tarfile.TarInfo, extended: _Extended) -> TarDamage | None:
    if not 0 <= info.size <= _LONGEST_FIELDS:
        return TarDamage(extended.place or Place(0), f"{info.size:,} bytes of extended fields")
    data = stream.take(info.size)
    stream.skip(-info.size % BLOCK)
    text = data.split(b"\0")[0].decode("utf-8", "surrogateescape")
    if info.type == _LONG_NAME:
        extended.fields["path"] = text
    elif info.type == _LONG_LINK:
        extended.fields["linkpath"] = text
    elif info.type in _FIELDS:
        extended.fields.update(_pairs(data))
    return None


def _pairs(data: bytes) -> Iterator[tuple[str, str]]:
    """Give the keys and values of extended fields, each written as `LENGTH KEY=VALUE` and a line end."""
    at = 0
    while (blank := data.find(b" ", at, at + 20)) > 0:
        length = _whole_number(data[at:blank].decode("ascii", "replace"))
        key, sign, value = data[blank + 1 : at + length - 1].partition(b"=")
        if length <= blank - at or not sign:
            return
        yield key.decode("utf-8", "surrogateescape"), value.decode("utf-8", "surrogateescape")
        at += length


def _whole_number(digits: str | None) -> int:
    return int(digits) if digits and digits.isascii() and digits.isdigit() and len(digits) < 16 else 0


def _go_on_behind(stream: Stream) -> bool:
    """Go on with the next head in what can be decompressed behind damage; False where there is none."""
    while stream.damage and stream.restart_at_next_member():
        if tar_head(stream.peek(BLOCK)) or _find_head(stream):
            return True
    return False


def _find_head(stream: Stream) -> bool:
    """Go on to the next head: where its magic stands, or where a block would begin."""
    aligned = -1 % BLOCK  # the stream stands one byte behind the place of a block
    while len(window := stream.peek(_WINDOW)) >= BLOCK:
        found = next((at for at in _candidates(window, aligned) if tar_head(window[at : at + BLOCK])), None)
        if found is not None:
            stream.skip(found)
            return True
        step = len(window) - BLOCK + 1
        stream.skip(step)
        aligned = (aligned - step) % BLOCK
    stream.skip(len(stream.peek(BLOCK)))
    return False


def _candidates(window: bytes, aligned: int) -> list[int]:
    found = set(range(aligned, len(window) - BLOCK + 1, BLOCK))
    at = window.find(_MAGIC)
    while at >= 0:
        if 0 <= at - _MAGIC_AT <= len(window) - BLOCK:
            found.add(at - _MAGIC_AT)
        at = window.find(_MAGIC, at + 1)
    return sorted(found)
