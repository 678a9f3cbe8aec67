"""Where the pages stand that records of a run may refer to, in whichever of its archives."""

import hashlib
import struct
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, closing
from typing import BinaryIO, Final

from statedocs.sources.items import Found, Item
from statedocs.sources.ledger import Ledger
from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream

_DEEP: Final = 64 * 2**20
_MOST_UNPACKED: Final = 64 * 2**30
"""So much of what lies deep in compressed members is unpacked again in a run; more would take days."""
_PLACE: Final = struct.Struct(">IQQ")

ReadAgain = Callable[[Stream, Place], Item | None]


class Originals:
    """The places of all pages in the archives of a run, by whatever names they have; memory does not grow.

    Args:
        open_again: Opens an archive that lies in another one and has been read.
        look_ahead: Remembers all pages of the run that were not read yet. It is called at most once, when one is asked
            for that was not met.
    """

    def __init__(
        self,
        open_again: Callable[[Found], AbstractContextManager[BinaryIO]] = lambda found: found.open(),
        look_ahead: Callable[["Originals"], None] | None = None,
    ) -> None:
        self._open_again = open_again
        self._look_ahead = look_ahead
        self._places = Ledger()
        self._archives: list[tuple[Found, ReadAgain]] = []
        self._entered: set[int] = set()
        self._read: set[str] = set()
        self._opened: tuple[int, Stream] | None = None
        self._files = ExitStack()
        self._unpacked = 0

    def enter(self, archive: Found, read_again: ReadAgain) -> int:
        """Begin with an archive, and give its number; `read_again` reads one of its pages."""
        self._archives.append((archive, read_again))
        self._entered.add(len(self._archives) - 1)
        return len(self._archives) - 1

    def leave(self, number: int) -> None:
        """Say that an archive has been read."""
        archive, _ = self._archives[number]
        self._entered.discard(number)
        if archive.within is None:
            self._read.add(archive.origin)
        elif self._opened and self._opened[0] == number:
            self._close_file()

    def has_read(self, origin: str) -> bool:
        """Tell whether all places in an archive are known."""
        return origin in self._read

    def is_new(self, number: int, name: str) -> bool:
        """Tell whether a name comes for the first time in an archive."""
        return self._places.add(number.to_bytes(4) + _key(name))

    def remember(self, number: int, place: Place, *names: str | None) -> None:
        """Keep the place of a page under each of its names."""
        for name in filter(None, names):
            self._places.add(_key(name), _PLACE.pack(number, place.offset, place.inner))

    def find(self, *names: str | None) -> Item | None:
        """Give the page that was kept under the first of the names that there is, wherever in the run it stands.

        Raises:
            SourceError: The archive cannot be opened again.
        """
        found = self._find(names)
        if found is None and self._look_ahead:
            look, self._look_ahead = self._look_ahead, None
            look(self)
            found = self._find(names)
        if found is None:
            return None
        number, place = found
        is_open = self._opened is not None and self._opened[0] == number
        stream = self._stream(number)
        if place.inner > _DEEP and not (is_open and stream.is_ahead(place)):
            self._unpacked += place.inner
            if self._unpacked > _MOST_UNPACKED:
                return None
        return self._archives[number][1](stream, place)

    def close(self) -> None:
        """Let go of all files."""
        self._close_file()
        self._places.close()

    def _find(self, names: tuple[str | None, ...]) -> tuple[int, Place] | None:
        for name in filter(None, names):
            if kept := self._places.get(_key(name)):
                number, offset, inner = _PLACE.unpack(kept)
                return number, Place(offset, inner)
        return None

    def _stream(self, number: int) -> Stream:
        """Open an archive again; the last one stays open, as the originals of a crawl stand together."""
        if self._opened is None or self._opened[0] != number:
            self._close_file()
            archive, _ = self._archives[number]
            is_open = archive.within is None or number in self._entered
            opened = closing(archive.open()) if is_open else self._open_again(archive)
            self._opened = number, Stream(self._files.enter_context(opened))
        return self._opened[1]

    def _close_file(self) -> None:
        self._opened = None
        self._files.close()


def _key(name: str) -> bytes:
    return hashlib.blake2b(name.encode("utf-8", "surrogatepass"), digest_size=12).digest()
