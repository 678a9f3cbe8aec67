"""Members of a zip file that its directory does not tell of, found by their own heads."""

import re
import struct
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from statedocs.sources.containers.zip_format import DESCRIPTOR, DIRECTORY, LOCAL, Head, read_local
from statedocs.sources.ledger import Ledger
from statedocs.sources.page import MAX_BYTES

_WINDOW: Final = 256 * 2**10
_CLAIM: Final = b"claim\0"
_LOST: Final = b"lost\0"
_AGAIN: Final = b"again\0"
_MARK: Final = re.compile(re.escape(LOCAL))


class Claims:
    """Which parts of a zip file have been read as members, and which members were looked for in vain.

    Args:
        names: Where that is kept.
    """

    def __init__(self, names: Ledger) -> None:
        self._names = names
        self._last = 0
        self._is_lost = False

    def claim(self, start: int, end: int) -> None:
        """Say that a part is a member's; the longest claim from a place counts."""
        self._last = max(self._last, end)
        self._names.put(_CLAIM + start.to_bytes(8), end.to_bytes(8))

    def end_of(self, start: int) -> int | None:
        """Give the end of the part that begins at a place."""
        end = self._names.get(_CLAIM + start.to_bytes(8))
        return int.from_bytes(end) if end else None

    def next(self, place: int) -> tuple[int, int] | None:
        """Give the first part that begins at a place or behind it."""
        found = self._names.first(_CLAIM + place.to_bytes(8), _CLAIM)
        return (int.from_bytes(found[0][len(_CLAIM) :]), int.from_bytes(found[1])) if found else None

    def last_end(self) -> int:
        """Give the end of the last part."""
        return self._last

    def lose(self, path: str, offset: int) -> None:
        """Say that a member does not begin where it should."""
        self._is_lost = True
        self._names.add(_LOST + offset.to_bytes(8) + path.encode())

    def find_again(self, path: str) -> None:
        """Say that a member was found elsewhere."""
        self._names.add(_AGAIN + path.encode())

    def any_lost(self) -> bool:
        """Tell whether a member was not where it should be."""
        return self._is_lost

    def lost(self) -> Iterator[tuple[str, int]]:
        """Give the members that were found nowhere."""
        for key, _ in self._names.under(_LOST):
            offset, path = int.from_bytes(key[len(_LOST) :][:8]), key[len(_LOST) + 8 :]
            if self._names.get(_AGAIN + path) is None:
                yield path.decode(), offset


def local_heads(file: BinaryIO, size: int, claims: Claims) -> Iterator[Head]:
    """Give the heads of all members that nobody has claimed, in the file's order.

    Whoever is given one claims what belongs to it; else it is believed to be as long as it says, if a member or the
    directory follows there.
    """
    place = 0
    while place < size:
        claimed = claims.next(place)
        mark = _find(file, place, claimed[0] if claimed else size)
        if mark is None:
            if claimed is None:
                return
            place = max(claimed[1], claimed[0] + 1)
            continue
        local = read_local(file, mark)
        if local is None or not local.name or not local.name.isprintable():
            place = mark + 1
            continue
        yield local
        place = claims.end_of(mark) or _believed_end(file, local, size)


def measure(file: BinaryIO, local: Head) -> Head:
    """Give the head of a member with the lengths and the check sum that stand behind it, where they do."""
    start = place = local.offset + local.length
    if not local.is_streamed:
        return local
    while place - start <= MAX_BYTES:
        file.seek(place)
        data = file.read(_WINDOW)
        for mark in re.finditer(re.escape(DESCRIPTOR), data):
            end = place + mark.start()
            file.seek(end)
            if found := _described(file.read(24), end - start):
                crc, size = found
                return replace(local, crc=crc, packed=end - start, size=size)
        if len(data) < _WINDOW:
            break
        place += len(data) - len(DESCRIPTOR) + 1
    return local


def _described(descriptor: bytes, packed: int) -> tuple[int, int] | None:
    """Give check sum and length of a member that takes so many bytes; None where something else is described."""
    for form in ("<4xIII", "<4xIQQ"):
        if len(descriptor) >= struct.calcsize(form):
            crc, stated, size = struct.unpack_from(form, descriptor)
            if stated == packed:
                return crc, size
    return None


def _believed_end(file: BinaryIO, local: Head, size: int) -> int:
    behind = local.offset + local.length
    end = behind + local.packed
    if local.is_streamed or end > size:
        return behind
    file.seek(end)
    return end if end == size or file.read(4) in (LOCAL, DIRECTORY) else behind


def _find(file: BinaryIO, start: int, stop: int) -> int | None:
    """Give the first place from `start` and before `stop` at which a head may stand."""
    place = start
    while place < stop:
        file.seek(place)
        data = file.read(min(_WINDOW, stop - place) + len(LOCAL) - 1)
        if found := _MARK.search(data):
            return place + found.start()
        if len(data) < len(LOCAL):
            return None
        place += len(data) - len(LOCAL) + 1
    return None
