"""What an archive's reader asks of its bytes: to look ahead, to take, to go back, to find the next record."""

import re
from collections import deque
from collections.abc import Callable
from typing import BinaryIO, Final

from statedocs.sources.packing.codecs import (
    BZIP2_STREAMS,
    GZIP,
    GZIP_MEMBERS,
    MAGICS,
    XZ,
    XZ_STREAMS,
    ZSTD,
    ZSTD_DICTIONARY,
    Codec,
    take_dictionary,
    zstd_frames,
)
from statedocs.sources.packing.members import Carrier, Damaged, Members, Piece, Place, Plain

_WINDOW: Final = 256 * 2**10
_KEPT: Final = 4 * 2**20
_RESTARTS: Final = 100
_RETURNS: Final = 10 * _RESTARTS
"""So often a part of a great member is decompressed again for lengths that are wrong; then they are believed."""
_OVERLAP: Final = 16 * 2**10
"""Longer than what any record opens with."""


class Stream:
    """The bytes of an archive in order; damage looks like the end, and is then in `damage`.

    Args:
        file: Open at its start, seekable; closed by whoever opened it.

        codec: Its compression, where that is known; else the first bytes tell it.

    Raises:
        UnsupportedFormat: What reads its compression is not installed.
    """

    def __init__(self, file: BinaryIO, codec: Codec | None = None) -> None:
        self._file = file
        self._codec = codec or codec_of(file)
        self._carrier: Carrier = Members(file, self._codec) if self._codec else Plain(file)
        self._restarts = 0
        self._end: Place | None = None
        self._pulled: Place | None = None
        self._clear()

    def _clear(self) -> None:
        self._pieces: deque[Piece] = deque()
        self._at = 0
        self._ready = 0
        self.damage: Damaged | None = None
        self._last = Place(-1)
        self._kept: list[Piece] | None = None
        self._marked = 0
        self._return: tuple[Callable[[], None], list[Piece], int] | None = None

    def place(self) -> Place:
        """Give the place of the next byte; at the end, of the last one taken."""
        return self._pieces[0].at(self._at) if self._has(1) else self._last

    def last_taken(self) -> Place:
        """Give the place of the last byte taken."""
        return self._last

    def peek(self, count: int) -> bytes:
        """Give the next bytes, and leave them; fewer at the end."""
        self._has(count)
        parts, start, wanted = [], self._at, count
        for piece in self._pieces:
            if wanted <= 0:
                break
            parts.append(piece.data[start : start + wanted])
            wanted -= len(parts[-1])
            start = 0
        return b"".join(parts)

    def take(self, count: int) -> bytes:
        """Give the next bytes, and go on behind them; fewer at the end."""
        data = self.peek(count)
        self._drop(len(data))
        return data

    def skip(self, count: int) -> int:
        """Go on behind the next bytes and give how many there were."""
        left = count
        while left and self._has(1):
            step = min(left, self._ready)
            self._drop(step)
            left -= step
        return count - left

    def skip_blank_lines(self) -> None:
        """Go on behind line ends."""
        while (ahead := self.peek(64)) and (blank := len(ahead) - len(ahead.lstrip(b"\r\n"))):
            self._drop(blank)

    def find(self, opening: re.Pattern[bytes]) -> bool:
        """Go on to where the pattern matches next; False where it nowhere does."""
        while window := self.peek(_WINDOW):
            if found := opening.search(window):
                self._drop(found.start())
                return True
            self._drop(len(window) if len(window) < _WINDOW else _WINDOW - _OVERLAP)
        return False

    def is_beyond_end(self, count: int) -> bool:
        """Tell whether so many bytes do not follow, as far as the end has been seen already."""
        if self._end is None or not self._has(1):
            return False
        here = self._pieces[0].at(self._at)
        if self._pieces[0].is_plain:
            return count > self._end.offset - here.offset
        return here.offset == self._end.offset and count > self._end.inner - here.inner

    def mark(self, ahead: int) -> None:
        """Remember this byte, to which `rewind` may go back, so that nothing before it is decompressed again.

        Args:
            ahead: How many bytes are going to be taken before that is known.
        """
        self._kept, self._return = None, None
        if not self._has(1) or self._pieces[0].is_plain:
            return
        if ahead <= _KEPT:
            self._kept = list(self._pieces)
            self._marked = self._at
        elif (back := self._carrier.bookmark()) is not None:
            self._return = back, list(self._pieces), self._at

    def rewind(self, place: Place) -> None:
        """Go back to the byte that was marked, which is at this place."""
        damage = self.damage
        if self._kept is not None:
            self._put_back(self._kept, self._marked, damage)
            return
        self._restarts += place.inner > 0
        if self._return and self._restarts <= _RETURNS:
            back, pieces, at = self._return
            back()
            self._put_back(pieces, at, None)
        elif self._restarts <= _RESTARTS:
            self.restart(place)

    def _put_back(self, pieces: list[Piece], at: int, damage: Damaged | None) -> None:
        self._clear()
        self._pieces, self._at, self.damage = deque(pieces), at, damage
        self._ready = sum(len(piece.data) for piece in pieces) - at

    def restart(self, place: Place) -> None:
        """Go on at a place."""
        self._clear()
        self._carrier.restart(place.offset)
        self.skip(place.inner)

    def is_ahead(self, place: Place) -> bool:
        """Tell whether a place can be gone to by going on."""
        if self.damage or not self._has(1) or self._pieces[0].is_plain:
            return False
        here = self._pieces[0].at(self._at)
        return here.offset == place.offset and here.inner <= place.inner

    def go_to(self, place: Place) -> None:
        """Go on at a place, without beginning anew where it lies ahead in the same compressed member."""
        self._kept, self._return = None, None
        if self.is_ahead(place):
            self.skip(place.inner - self.place().inner)
        else:
            self.restart(place)

    def restart_behind_damage(self, opening: re.Pattern[bytes]) -> bool:
        """Go on with the next member whose content opens as the pattern says; False where there is none."""
        if not self.damage or not self._codec:
            return False
        offset = self.damage.offset + 1
        while (offset := _next(self._file, self._codec.magic, offset)) >= 0:
            self.restart(Place(offset))
            self.skip_blank_lines()
            if opening.match(self.peek(_OVERLAP)):
                return True
            offset += 1
        return False

    def restart_at_next_member(self) -> bool:
        """Go on with the next member behind damage that gives any content; False where there is none."""
        if not self.damage or not self._codec:
            return False
        offset = self.damage.offset + 1
        while (offset := _next(self._file, self._codec.magic, offset)) >= 0:
            self.restart(Place(offset))
            if self.peek(1):
                return True
            offset += 1
        return False

    def _has(self, count: int) -> bool:
        """Pull pieces until so many bytes are ready; False at the end."""
        while self._ready < count and not self.damage:
            try:
                piece = self._carrier.pull()
            except Damaged as damage:
                self.damage, self._end = damage, self._pulled
                break
            if piece is None:
                self._end = self._pulled
                break
            self._pulled = piece.at(len(piece.data))
            self._pieces.append(piece)
            self._ready += len(piece.data)
            if self._kept is not None:
                self._kept.append(piece)
        return self._ready >= count

    def _drop(self, count: int) -> None:
        self._ready -= count
        while count:
            piece = self._pieces[0]
            step = min(count, len(piece.data) - self._at)
            count -= step
            self._at += step
            self._last = piece.at(self._at - 1)
            if self._at == len(piece.data):
                self._pieces.popleft()
                self._at = 0


def codec_of(file: BinaryIO) -> Codec | None:
    """Tell a file's compression by its first bytes, and leave it where its members begin."""
    opening = file.read(10)
    file.seek(0)
    if not opening.startswith(MAGICS):
        return None
    if opening.startswith(GZIP):
        return GZIP_MEMBERS
    if opening.startswith(ZSTD):
        return zstd_frames()
    if opening.startswith(ZSTD_DICTIONARY):
        return zstd_frames(take_dictionary(file))
    return XZ_STREAMS if opening.startswith(XZ) else BZIP2_STREAMS


def _next(file: BinaryIO, mark: bytes, offset: int) -> int:
    """Give the offset, not before the given one, at which a mark stands next in a file; -1 where it does nowhere.

    What cannot be read is the end: it is told when it is come to.
    """
    kept = b""
    try:
        file.seek(offset)
        while block := file.read(_WINDOW):
            window = kept + block
            if (found := window.find(mark)) >= 0:
                return file.tell() - len(window) + found
            kept = window[1 - len(mark) :]
    except OSError:
        pass
    return -1
