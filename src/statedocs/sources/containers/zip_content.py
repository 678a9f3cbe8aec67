"""The bytes of one member of a zip file, their check sum verified."""

import zlib
from collections import Counter
from collections.abc import Callable
from typing import BinaryIO, Final

from statedocs.errors import LimitExceeded, SourceError
from statedocs.sources.containers.zip_format import DESCRIPTOR, Head
from statedocs.sources.packing.codecs import (
    BZIP2_STREAMS,
    DEFLATE,
    LZMA,
    XZ_STREAMS,
    Broken,
    Codec,
    Decoder,
    zstd_frames,
)
from statedocs.sources.packing.unreadable import Unreadable

_BLOCK: Final = 64 * 2**10
_SMALL: Final = 2**30
_LARGEST_RATIO: Final = 400
"""A member over 1 GiB, of which no archive of pages becomes so much smaller, is a bomb: it would fill the disk."""
_STORED: Final = 0
_LZMA: Final = 14
_CODECS: Final[dict[int, Callable[[], Codec]]] = {
    8: lambda: DEFLATE,
    12: lambda: BZIP2_STREAMS,
    _LZMA: lambda: LZMA,
    20: zstd_frames,
    93: zstd_frames,
    95: lambda: XZ_STREAMS,
}
_NAMES: Final = {1: "shrink", 6: "implode", 9: "deflate64", 96: "JPEG", 97: "WavPack", 98: "PPMd", 99: "AES"}


def unknown_method(head: Head) -> str | None:
    """Give the reason why a member cannot be decompressed, or None.

    Raises:
        UnsupportedFormat: Names the extra that reads it.
    """
    if head.method in _CODECS:
        _CODECS[head.method]()
        return None
    if head.method == _STORED:
        return None
    return f"it is compressed by {_NAMES.get(head.method, f'method {head.method}')}, which is not read"


class ZipContent:
    """What a member holds, once, in order; at its end the check sum must be one that the archive states.

    Lengths are not believed where the compression itself says where it ends.

    Args:
        file: The archive.
        head: What its directory says of the member.
        local: What stands before the member's bytes.

    Attributes:
        start: Where they begin.
    """

    def __init__(self, file: BinaryIO, head: Head, local: Head) -> None:
        self._file = file
        self._head = head
        self._local = local
        self.start = self._at = local.offset + local.length
        self._ready = b""
        self._crc = 0
        self._size = 0
        self._reason: str | None = None
        self._is_done = False
        self._is_bomb = False
        self._raw = b""
        self._left = _stored_size(head, local)
        codec = None if head.method == _STORED else _CODECS[head.method]()
        self._step = codec.step if codec else _BLOCK
        self._decoder: Decoder | None = codec.decoder() if codec else None
        if head.method == _LZMA:
            self._raw = self._lzma_head()

    @property
    def end(self) -> int | None:
        """Where the member ends in the file, once all of it was read and is sound."""
        return self._at if self._is_done and self._reason is None else None

    @property
    def remark(self) -> str | None:
        """What the archive says wrongly of a member that is sound, once all of it was read."""
        if self.end is None or (self._size, self._at - self.start) == (self._head.size, self._head.packed):
            return None
        return f"wrong lengths are stated: {self._head.size:,} bytes in {self._head.packed:,}, not {self._size:,}"

    def read(self, count: int, /) -> bytes:
        """Give the next bytes, at most so many.

        Raises:
            Unreadable: The rest is damaged.
        """
        while not self._ready and not self._is_done:
            self._ready = self._next()
            self._crc = zlib.crc32(self._ready, self._crc)
            self._size += len(self._ready)
            if self._is_done and self._reason is None:
                self._check()
            if self._size > _SMALL and self._size > _LARGEST_RATIO * (self._at - self.start):
                self._is_bomb = True
                self._fail(f"a bomb: {self._size:,} bytes out of {self._at - self.start:,}")
        if not self._ready and self._reason:
            raise Unreadable(self._reason, LimitExceeded if self._is_bomb else SourceError)
        data, self._ready = self._ready[:count], self._ready[count:]
        return data

    def _next(self) -> bytes:
        self._file.seek(self._at)
        if self._decoder is None:
            return self._next_stored()
        raw = self._raw or self._file.read(self._step)
        self._at += 0 if self._raw else len(raw)
        self._raw = b""
        if not raw:
            return self._fail(f"the file ends within the member, behind {self._size:,} bytes of its content")
        try:
            data = self._decoder.decompress(raw)
        except Broken as broken:
            self._fail(f"the member is damaged behind {self._size + len(broken.found):,} bytes: {broken}")
            return broken.found
        if self._decoder.eof:
            self._at -= len(self._decoder.unused_data)
            self._is_done = True
        return data

    def _next_stored(self) -> bytes:
        data = self._file.read(min(self._left, _BLOCK))
        self._left -= len(data)
        self._at += len(data)
        self._is_done = self._left == 0
        if not data and self._left:
            return self._fail(f"the file ends within the member, behind {self._size:,} bytes of its content")
        return data

    def _fail(self, reason: str) -> bytes:
        self._reason, self._is_done = reason, True
        return b""

    def _check(self) -> None:
        stated = {self._head.crc, *([] if self._local.is_streamed else [self._local.crc])}
        if self._crc not in stated and self._crc not in self._behind():
            self._reason = f"the member's CRC-32 is {self._crc:08x}, the archive says {self._head.crc:08x}"

    def _behind(self) -> set[int]:
        """Give the check sums that stand behind the member, where they may."""
        if not self._local.is_streamed:
            return set()
        self._file.seek(self._at)
        behind = self._file.read(8)
        at = 4 if behind.startswith(DESCRIPTOR) else 0
        return {int.from_bytes(behind[at : at + 4], "little")}

    def _lzma_head(self) -> bytes:
        """Give the member's first bytes in the form that the library reads: properties and length."""
        self._file.seek(self._at)
        head = self._file.read(9)
        self._at += len(head)
        return head[4:9] + self._head.size.to_bytes(8, "little")


def _stored_size(head: Head, local: Head) -> int:
    """Give the length of a stored member: what most of the places say that state it."""
    stated = [head.packed, head.size, *([] if local.is_streamed else [local.packed, local.size])]
    return Counter(stated).most_common(1)[0][0]
