"""What takes a compression off: gzip, bzip2, xz and zstd of files, and gzip and zstd of what a server sent."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Final, Protocol

from statedocs.errors import UnsupportedFormat

try:
    import zstandard
except ImportError:
    zstandard = None  # type: ignore[assignment]

EXTRA: Final = "pip install 'statedocs[archives]'"
GZIP: Final = b"\x1f\x8b\x08"
ZSTD: Final = b"\x28\xb5\x2f\xfd"
ZSTD_DICTIONARY: Final = b"\x5d\x2a\x4d\x18"
"""Opens a skippable frame that holds the dictionary of all frames behind it."""

BZIP2: Final = b"BZh"
XZ: Final = b"\xfd7zXZ\0"
MAGICS: Final = (GZIP, ZSTD, ZSTD_DICTIONARY, XZ, *(BZIP2 + b"%d1AY&SY" % level for level in range(1, 10)))

_LARGEST_DICTIONARY: Final = 16 * 2**20
_LARGEST_WINDOW: Final = 128 * 2**20


class Broken(Exception):
    """Compressed bytes that are damaged; `found` is what came out of them before."""

    def __init__(self, reason: str, found: bytes = b"") -> None:
        super().__init__(reason)
        self.found = found


class Decoder(Protocol):
    """What takes the compression off one member."""

    @property
    def eof(self) -> bool:
        """Whether the member has ended."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What was given beyond the member's end."""
        ...

    def copy(self) -> "Decoder | None":
        """Give one that stands at the same byte; None where that cannot be had."""
        ...

    def decompress(self, data: bytes, /) -> bytes:
        """Give the content of the next bytes.

        Raises:
            Broken: They are damaged.
        """
        ...


@dataclass(frozen=True, slots=True)
class Codec:
    """A compression.

    Attributes:
        name: As people call it.
        magic: What each member opens with.
        step: How many bytes are given to a decoder at once, so that a bomb bursts in small parts.
        decoder: Makes what reads one member.
    """

    name: str
    magic: bytes
    step: int
    decoder: Callable[[], Decoder]


class _Zlib:
    def __init__(self, wbits: int) -> None:
        self._zlib = zlib.decompressobj(wbits)

    def copy(self) -> "_Zlib":
        """Give one that stands at the same byte."""
        other = _Zlib(zlib.MAX_WBITS)
        other._zlib = self._zlib.copy()
        return other

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        before = self._zlib.copy()
        try:
            return self._zlib.decompress(data)
        except zlib.error as error:
            raise Broken(_said(error), _until_damage(before, data)) from error


def _until_damage(decoder: "zlib._Decompress", data: bytes) -> bytes:
    """Give what zlib held back: a call that meets damage returns nothing."""
    found = []
    try:
        for index in range(len(data)):
            found.append(decoder.decompress(data[index : index + 1]))
    except zlib.error:
        pass
    return b"".join(found)


def _said(error: zlib.error) -> str:
    """Give zlib's own words without its numbers."""
    return str(error).rpartition(": ")[2]


class _Bzip2:
    def __init__(self) -> None:
        self._bz2 = bz2.BZ2Decompressor()

    def copy(self) -> None:
        """Give nothing: its library cannot."""

    @property
    def eof(self) -> bool:
        return self._bz2.eof

    @property
    def unused_data(self) -> bytes:
        return self._bz2.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        try:
            return self._bz2.decompress(data)
        except OSError as error:
            raise Broken(str(error)) from error


class _Lzma:
    def __init__(self, form: int) -> None:
        self._lzma = lzma.LZMADecompressor(form, memlimit=2 * _LARGEST_WINDOW)

    def copy(self) -> None:
        """Give nothing: its library cannot."""

    @property
    def eof(self) -> bool:
        return self._lzma.eof

    @property
    def unused_data(self) -> bytes:
        return self._lzma.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        try:
            return self._lzma.decompress(data)
        except lzma.LZMAError as error:
            raise Broken(str(error)) from error


class _Zstd:
    def __init__(self, dictionary: bytes) -> None:
        known = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        context = zstandard.ZstdDecompressor(dict_data=known, max_window_size=_LARGEST_WINDOW)
        self._zstd = context.decompressobj()

    def copy(self) -> None:
        """Give nothing: its library cannot."""

    @property
    def eof(self) -> bool:
        return self._zstd.eof

    @property
    def unused_data(self) -> bytes:
        return self._zstd.unused_data

    def decompress(self, data: bytes, /) -> bytes:
        try:
            return self._zstd.decompress(data)
        except zstandard.ZstdError as error:
            raise Broken(str(error)) from error


GZIP_MEMBERS: Final = Codec("gzip", GZIP, 8192, lambda: _Zlib(16 + zlib.MAX_WBITS))
DEFLATE: Final = Codec("deflate", b"", 8192, lambda: _Zlib(-zlib.MAX_WBITS))
BZIP2_STREAMS: Final = Codec("bzip2", BZIP2, 512, _Bzip2)
XZ_STREAMS: Final = Codec("xz", XZ, 512, lambda: _Lzma(lzma.FORMAT_XZ))
LZMA: Final = Codec("LZMA", b"", 512, lambda: _Lzma(lzma.FORMAT_ALONE))


def zstd_frames(dictionary: bytes = b"") -> Codec:
    """Give the compression of frames that share a dictionary, or have none.

    Raises:
        UnsupportedFormat: The extra that reads zstd is not installed.
    """
    if zstandard is None:
        raise UnsupportedFormat(f"zstd is read with the extra `archives`: {EXTRA}")
    return Codec("zstd", ZSTD, 512, lambda: _Zstd(dictionary))


def take_dictionary(file: BinaryIO) -> bytes:
    """Read the frame of a dictionary where `file` stands and give what it holds, itself decompressed.

    Source: https://iipc.github.io/warc-specifications/specifications/warc-zstd/

    Raises:
        UnsupportedFormat: The dictionary is damaged or too large.
    """
    size = int.from_bytes(file.read(8)[4:], "little")
    if size > _LARGEST_DICTIONARY:
        raise UnsupportedFormat(f"a zstd dictionary of {size:,} bytes")
    data = file.read(size)
    if not data.startswith(ZSTD):
        return data
    decoder = zstd_frames().decoder()
    try:
        dictionary = decoder.decompress(data)
    except Broken as broken:
        raise UnsupportedFormat(f"a damaged zstd dictionary: {broken}") from broken
    if not decoder.eof:
        raise UnsupportedFormat("a damaged zstd dictionary: it breaks off")
    return dictionary
