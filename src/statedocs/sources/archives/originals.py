"""Where the pages stand that later records of a run may refer to, in whichever of its archives."""

import hashlib
import struct
from typing import BinaryIO, Final

from statedocs.sources.items import Found
from statedocs.sources.ledger import Ledger
from statedocs.sources.packing.members import Place

_DEEPEST: Final = 64 * 2**20
"""What lies deeper in one compressed member is not read again: all before it would have to be."""
_PLACE: Final = struct.Struct(">IQQ")


class Originals:
    """The places of all pages read from archives, by whatever names they have; memory does not grow.

    Originals in an archive that lies in another one are found as long as that is being read: afterwards it would have
    to be unpacked again.
    """

    def __init__(self) -> None:
        self._places = Ledger()
        self._archives: list[Found | None] = []
        self._opened: tuple[int, BinaryIO] | None = None

    def enter(self, archive: Found) -> int:
        """Begin with an archive, and give its number."""
        self._archives.append(archive)
        return len(self._archives) - 1

    def leave(self, number: int) -> None:
        """Say that an archive has been read."""
        archive = self._archives[number]
        if archive and archive.depth:
            self._archives[number] = None
            if self._opened and self._opened[0] == number:
                self._close_file()

    def is_new(self, number: int, name: str) -> bool:
        """Tell whether a name comes for the first time in an archive."""
        return self._places.add(number.to_bytes(4) + _key(name))

    def remember(self, number: int, place: Place, *names: str | None) -> None:
        """Keep the place of a page under each of its names."""
        if place.inner > _DEEPEST:
            return
        for name in filter(None, names):
            self._places.add(_key(name), _PLACE.pack(number, place.offset, place.inner))

    def find(self, *names: str | None) -> tuple[BinaryIO, Place] | None:
        """Give the archive and the place of the first name that a page was kept under.

        Raises:
            SourceError: The archive cannot be opened again.
        """
        for name in filter(None, names):
            if kept := self._places.get(_key(name)):
                number, offset, inner = _PLACE.unpack(kept)
                if file := self._file(number):
                    return file, Place(offset, inner)
        return None

    def close(self) -> None:
        """Let go of all files."""
        self._close_file()
        self._places.close()

    def _file(self, number: int) -> BinaryIO | None:
        """Open an archive again; the last one stays open, as the originals of a crawl stand together."""
        archive = self._archives[number]
        if archive is None:
            return None
        if self._opened is None or self._opened[0] != number:
            self._close_file()
            self._opened = number, archive.open()
        self._opened[1].seek(0)
        return self._opened[1]

    def _close_file(self) -> None:
        if self._opened:
            self._opened[1].close()
            self._opened = None


def _key(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).digest()
