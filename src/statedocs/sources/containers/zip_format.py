"""The structures of a zip file: the end of its directory, the directory's entries, the members' own heads.

Source: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT
"""

import io
import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

LOCAL: Final = b"PK\x03\x04"
DIRECTORY: Final = b"PK\x01\x02"
DESCRIPTOR: Final = b"PK\x07\x08"
_END: Final = b"PK\x05\x06"
_END64: Final = b"PK\x06\x06"
_LOCATOR: Final = b"PK\x06\x07"

_LOCAL_HEAD: Final = struct.Struct("<4xHHHHHIIIHH")
_ENTRY_HEAD: Final = struct.Struct("<4xHHHHHHIIIHHHHHII")
_END_HEAD: Final = struct.Struct("<4xHHHHIIH")
_LARGEST_END: Final = 22 + 2**16 + 64
_BLOCK: Final = 256 * 2**10
"""More than the longest entry has."""
_ENCRYPTED: Final = 1
_STREAMED: Final = 8
_UTF8: Final = 0x800
_UNIX: Final = 3


@dataclass(frozen=True, slots=True)
class Head:
    """What is said of a member, in the directory or before its bytes.

    Attributes:
        name: As written, decoded.
        method: How it is compressed.
        crc: CRC-32 of its content.
        packed: How many bytes it takes.
        size: How many bytes its content has.
        offset: Where its own head begins.
        length: Of this head in the file.
        is_encrypted: Whether it is.
        is_streamed: Whether check sum and lengths stand behind the bytes, not before them.
        mode: Its Unix file mode, 0 where unknown.
    """

    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    length: int
    is_encrypted: bool
    is_streamed: bool
    mode: int = 0

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder."""
        return self.name.endswith("/") and not self.size

    @property
    def is_link(self) -> bool:
        """Whether it is a symbolic link."""
        return stat.S_ISLNK(self.mode)


@dataclass(frozen=True, slots=True)
class Directory:
    """Where the directory of a zip file stands.

    Attributes:
        start: Its first byte.
        stop: The place behind its last one.
        count: How many entries it has, modulo 65,536 in old files.
        shift: What stands before the archive, as the program of one that unpacks itself; all offsets count from there.
    """

    start: int
    stop: int
    count: int
    shift: int


@dataclass(frozen=True, slots=True)
class BrokenDirectory:
    """A place at which a directory cannot be read, and how many entries were read before it."""

    offset: int
    before: int


def find_directory(file: BinaryIO) -> Directory | None:
    """Find the directory from the file's end; None where there is none, or it is not where it should be."""
    size = file.seek(0, io.SEEK_END)
    begin = max(size - _LARGEST_END, 0)
    file.seek(begin)
    tail = file.read(size - begin)
    at = len(tail)
    while (at := tail.rfind(_END, 0, at)) >= 0:
        if len(tail) - at >= _END_HEAD.size and (found := _directory(file, tail, at, begin)):
            return found
    return None


def is_volume(file: BinaryIO) -> bool:
    """Tell whether a file is one of several that are one zip file together: by its beginning, or by its end."""
    file.seek(0)
    if file.read(8) == DESCRIPTOR + LOCAL:
        return True
    size = file.seek(0, io.SEEK_END)
    file.seek(max(size - _LARGEST_END, 0))
    tail = file.read()
    at = tail.rfind(_END)
    return at >= 0 and len(tail) - at >= _END_HEAD.size and _END_HEAD.unpack_from(tail, at)[0] not in (0, 0xFFFF)


def entries(file: BinaryIO, directory: Directory) -> Iterator[Head | BrokenDirectory]:
    """Give the entries of a directory, and the places where it is damaged."""
    window, at, place, number, broken_at = b"", 0, directory.start, 0, -1
    while place < directory.stop:
        head = parse_entry(window, at, directory.shift)
        if head is None:  # there is none, or the window has too little of it
            file.seek(place)
            window, at = file.read(min(_BLOCK, directory.stop - place)), 0
            head = parse_entry(window, at, directory.shift)
        if head is None:
            if broken_at != number:
                broken_at = number
                yield BrokenDirectory(place, number)
            step = window.find(DIRECTORY, 1)
            at = step = step if step > 0 else max(len(window) - 3, 1)
        else:
            yield head
            number += 1
            step = head.length
            at += step
        place += step
    if broken_at < 0 and (number - directory.count) % 2**16:
        yield BrokenDirectory(place, number)


def parse_entry(data: bytes, at: int, shift: int) -> Head | None:
    """Read the entry of a directory that stands at an index of some bytes, None where none does."""
    if not data.startswith(DIRECTORY, at) or len(data) < at + _ENTRY_HEAD.size:
        return None
    fields = _ENTRY_HEAD.unpack_from(data, at)
    made_by, _, flags, method, _, _, crc, packed, size, names, extras, comments, _, _, mode, offset = fields
    length = _ENTRY_HEAD.size + names + extras + comments
    if len(data) < at + length:
        return None
    names += at + _ENTRY_HEAD.size
    raw, extra = data[at + _ENTRY_HEAD.size : names], _extra(data[names : names + extras])
    size, packed, offset = _large(extra, [size, packed, offset])
    return Head(
        name=_name(raw, flags, extra),
        method=method,
        crc=crc,
        packed=packed,
        size=size,
        offset=offset + shift,
        length=length,
        is_encrypted=bool(flags & _ENCRYPTED),
        is_streamed=bool(flags & _STREAMED),
        mode=mode >> 16 if made_by >> 8 == _UNIX else 0,
    )


def read_local(file: BinaryIO, offset: int) -> Head | None:
    """Read the head that stands before a member's bytes, or None where none does."""
    file.seek(offset)
    fixed = file.read(_LOCAL_HEAD.size)
    if len(fixed) < _LOCAL_HEAD.size or not fixed.startswith(LOCAL):
        return None
    version, flags, method, _, _, crc, packed, size, names, extras = _LOCAL_HEAD.unpack(fixed)
    variable = file.read(names + extras)
    if len(variable) < names + extras or version & 0xFF > 100:
        return None
    raw, extra = variable[:names], _extra(variable[names:])
    size, packed = _large(extra, [size, packed])
    return Head(
        name=_name(raw, flags, extra),
        method=method,
        crc=crc,
        packed=packed,
        size=size,
        offset=offset,
        length=_LOCAL_HEAD.size + names + extras,
        is_encrypted=bool(flags & _ENCRYPTED),
        is_streamed=bool(flags & _STREAMED),
    )


def _directory(file: BinaryIO, tail: bytes, at: int, begin: int) -> Directory | None:
    _, _, _, count, length, start, _ = _END_HEAD.unpack_from(tail, at)
    stop = begin + at
    if (large := _end64(file, tail, at, stop)) is not None:
        count, length, start, stop = large
    for actual in dict.fromkeys((stop - length, start)):
        if actual < 0:
            continue
        file.seek(actual)
        if file.read(4) == DIRECTORY or actual == start == stop - length:
            return Directory(actual, stop, count, max(actual - start, 0))
    return None


def _end64(file: BinaryIO, tail: bytes, at: int, stop: int) -> tuple[int, int, int, int] | None:
    """Give count, length and start of a directory with large numbers, and where the record that says so stands."""
    if tail[max(at - 20, 0) : at][:4] != _LOCATOR:
        return None
    [stated] = struct.unpack_from("<Q", tail, at - 12)
    for place in (stop - 20 - 56, stated):
        if place < 0 or place > stop:
            continue
        file.seek(place)
        record = file.read(56)
        if len(record) == 56 and record.startswith(_END64):
            count, length, start = struct.unpack_from("<QQQ", record, 32)
            return count, length, start, place
    return None


def _extra(data: bytes) -> dict[int, bytes]:
    fields: dict[int, bytes] = {}
    at = 0
    while at + 4 <= len(data):
        key, length = struct.unpack_from("<HH", data, at)
        fields.setdefault(key, data[at + 4 : at + 4 + length])
        at += 4 + length
    return fields


def _large(extra: dict[int, bytes], numbers: list[int]) -> list[int]:
    """Give numbers, those of which 32 bits do not suffice from the field that has 64."""
    field = extra.get(1, b"")
    found, at = [], 0
    for number in numbers:
        if number == 0xFFFFFFFF and at + 8 <= len(field):
            found.append(int.from_bytes(field[at : at + 8], "little"))
            at += 8
        else:
            found.append(number)
    return found


def _name(raw: bytes, flags: int, extra: dict[int, bytes]) -> str:
    unicode_path = extra.get(0x7075, b"")
    if len(unicode_path) > 5 and int.from_bytes(unicode_path[1:5], "little") == zlib.crc32(raw):
        raw, flags = unicode_path[5:], _UTF8
    if b"/" not in raw:
        raw = raw.replace(b"\\", b"/")  # as some programs write
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("utf-8", "backslashreplace") if flags & _UTF8 else raw.decode("cp437")
