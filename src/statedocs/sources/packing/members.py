"""A file's bytes with its compression off: pieces that know their place, and damage told by its offset."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import BinaryIO, Final, Protocol

from statedocs.sources.packing.codecs import Broken, Codec, Decoder

_BLOCK: Final = 64 * 2**10
_PIECE: Final = 256 * 2**10
_SMALL: Final = 2**30
_LARGEST_RATIO: Final = 2_000
"""What grows to more than 1 GiB and to more than so many times its size is a bomb; gzip cannot grow so much."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something begins.

    Attributes:
        offset: Bytes of the file before it, or before the compressed member that holds it.
        inner: Bytes of that member's content before it; 0 where nothing is compressed.
        near: The byte of the file from which it was decompressed, or a little before it.
    """

    offset: int
    inner: int = 0
    near: int | None = field(default=None, compare=False)

    def moved(self, start: int) -> "Place":
        """Give the place in a file of which the part that begins at `start` was read."""
        return Place(self.offset + start, self.inner, None if self.near is None else self.near + start)

    def __str__(self) -> str:
        return f"{self.offset}+{self.inner}" if self.inner else str(self.offset)


class Offsets:
    """Gives places in one file offsets that tell them apart.

    Where much lies in one compressed member its offset would not: there it is the byte from which the place was
    decompressed. Each offset is at least one more than the one before.
    """

    def __init__(self) -> None:
        self._last = -1

    def of(self, place: Place) -> int:
        """Give the offset of a place, not before the last one."""
        offset = place.near if place.inner and place.near is not None else place.offset
        self._last = max(offset, self._last + 1)
        return self._last


@dataclass(frozen=True, slots=True)
class Piece:
    """Some bytes and the place of the first."""

    place: Place
    data: bytes
    is_plain: bool

    def at(self, index: int) -> Place:
        """Give the place of one of the bytes."""
        offset, inner = self.place.offset, self.place.inner
        return Place(offset + index) if self.is_plain else Place(offset, inner + index, self.place.near)


class Damaged(Exception):
    """The bytes from here on cannot be had.

    Args:
        offset: Of the damaged member in the file.
        reason: What is wrong with it.
        is_cut: Whether the file merely ends too early, so that what came before is sound.
    """

    def __init__(self, offset: int, reason: str, *, is_cut: bool = False) -> None:
        super().__init__(reason)
        self.offset = offset
        self.reason = reason
        self.is_cut = is_cut


class Carrier(Protocol):
    """Where pieces come from."""

    def restart(self, offset: int) -> None:
        """Go on at the offset of a member, or of any byte of a file without compression."""
        ...

    def pull(self) -> Piece | None:
        """Give the next piece, or None at the end.

        Raises:
            Damaged: The file cannot be read further. What could be read before has been given.
        """
        ...

    def bookmark(self) -> Callable[[], None] | None:
        """Give what brings the carrier back to this very byte; None where that cannot be had."""
        ...


class Plain:
    """A file without compression."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def restart(self, offset: int) -> None:
        """Go on at an offset."""
        self._file.seek(offset)

    def pull(self) -> Piece | None:
        """Give the next piece, or None at the end."""
        offset = self._file.tell()
        data = _read(self._file, _PIECE, offset)
        return Piece(Place(offset), data, is_plain=True) if data else None

    def bookmark(self) -> Callable[[], None]:
        """Give what brings the carrier back to this very byte."""
        return partial(self.restart, self._file.tell())


class Members:
    """A file of compressed members, one after the other; a piece never spans two."""

    def __init__(self, file: BinaryIO, codec: Codec) -> None:
        self._file = file
        self._codec = codec
        self.restart(file.tell())

    def restart(self, offset: int) -> None:
        """Go on with the member at an offset."""
        self._file.seek(offset)
        self._raw = b""
        self._member, self._inner, self._near = offset, 0, offset
        self._decoder: Decoder | None = None
        self._damage: Damaged | None = None

    def pull(self) -> Piece | None:
        """Give the next piece, or None at the end.

        Raises:
            Damaged: A member cannot be read further. What could be read before has been given.
        """
        while self._decoder or self._open():
            if data := self._decode():
                place = Place(self._member, self._inner, self._near)
                self._inner += len(data)
                self._refuse_bomb()
                return Piece(place, data, is_plain=False)
        return None

    def bookmark(self) -> Callable[[], None] | None:
        """Give what brings the carrier back to this very byte; None where the decoder cannot be copied."""
        decoder = self._decoder.copy() if self._decoder else None
        if self._damage or (self._decoder and decoder is None):
            return None
        return partial(self._return, decoder, self._raw, (self._file.tell(), self._member, self._inner, self._near))

    def _return(self, decoder: Decoder | None, raw: bytes, numbers: tuple[int, int, int, int]) -> None:
        place, self._member, self._inner, self._near = numbers
        self._file.seek(place)
        self._decoder, self._raw, self._damage = decoder, raw, None

    def _open(self) -> bool:
        """Begin the next member; zeros that fill up a block are nothing."""
        if self._damage:
            raise self._damage
        magic = self._codec.magic
        self._raw = self._raw.lstrip(b"\0")
        while len(self._raw) < len(magic) and (block := self._read()):
            self._raw = (self._raw + block).lstrip(b"\0")
        if not self._raw:
            return False
        self._member, self._inner = self._file.tell() - len(self._raw), 0
        if not self._raw.startswith(magic):
            raise Damaged(self._member, f"expected a {self._codec.name} member, found other bytes")
        self._decoder = self._codec.decoder()
        return True

    def _decode(self) -> bytes:
        """Give the content of the next step; damage is told once all content before it has been given."""
        assert self._decoder
        self._raw = self._raw or self._read()
        if not self._raw:
            raise Damaged(self._member, f"the file ends within a {self._codec.name} member", is_cut=True)
        self._near = max(self._member, self._file.tell() - len(self._raw))
        step, self._raw = self._raw[: self._codec.step], self._raw[self._codec.step :]
        try:
            data = self._decoder.decompress(step)
        except Broken as broken:
            self._damage = Damaged(self._member, f"damaged {self._codec.name} member: {broken}")
            self._decoder = None
            return broken.found
        if self._decoder.eof:
            self._raw = self._decoder.unused_data + self._raw
            self._decoder = None
        return data

    def _refuse_bomb(self) -> None:
        if self._inner > _SMALL and self._inner > _LARGEST_RATIO * (self._near - self._member + self._codec.step):
            self._decoder = None
            self._damage = Damaged(self._member, f"a bomb: {self._inner:,} bytes out of {self._near - self._member:,}")

    def _read(self) -> bytes:
        return _read(self._file, _BLOCK, self._member)


def _read(file: BinaryIO, count: int, offset: int) -> bytes:
    try:
        return file.read(count)
    except OSError as error:
        raise Damaged(offset, f"cannot be read: {error.strerror}", is_cut=True) from error
