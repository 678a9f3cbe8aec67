"""A file in which one can go back, over bytes that come once only: of a compressed member, or of standard input."""

import io
import tempfile
from collections.abc import Callable
from typing import BinaryIO, Final, Protocol, cast

from statedocs.sources.packing.window import view

_IN_MEMORY: Final = 2**20
_STEP: Final = 256 * 2**10


class Comes(Protocol):
    """What gives bytes once, in order."""

    def read(self, count: int, /) -> bytes:
        """Give the next bytes, at most so many; none at the end.

        Raises:
            OSError: They cannot be had; nor can they when this is called again.
        """
        ...


class Spool(io.BufferedIOBase):
    """Keeps what has come in a temporary file, no more than was asked for; little of it in memory.

    Args:
        source: Where the bytes come from.
    """

    def __init__(self, source: Comes) -> None:
        self._source = source
        self._kept = tempfile.SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115  (closed with this)
        self._size = 0
        self._at = 0
        self._is_whole = False

    def readable(self) -> bool:
        """Tell that one can read."""
        return True

    def seekable(self) -> bool:
        """Tell that one can go back."""
        return True

    def tell(self) -> int:
        """Give the place of the next byte."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to a place; only the end asks for all that comes."""
        if whence == io.SEEK_END:
            while self._pull(_STEP):
                pass
            offset += self._size
        elif whence == io.SEEK_CUR:
            offset += self._at
        self._at = max(offset, 0)
        return self._at

    def read(self, count: int | None = -1, /) -> bytes:
        """Give the next bytes; fewer at the end and before what cannot be had.

        Raises:
            OSError: Nothing more can be had.
        """
        wanted = 2**62 if count is None or count < 0 else count
        while self._size < self._at + wanted:
            try:
                if not self._pull(min(_STEP, self._at + wanted - self._size)):
                    break
            except OSError:
                if self._size > self._at:
                    break
                raise
        self._kept.seek(self._at)
        data = self._kept.read(min(wanted, max(self._size - self._at, 0)))
        self._at += len(data)
        return data

    def _pull(self, count: int) -> bool:
        if self._is_whole:
            return False
        data = self._source.read(count)
        if not data:
            self._is_whole = True
            return False
        self._kept.seek(self._size)
        self._kept.write(data)
        self._size += len(data)
        return True

    def close(self) -> None:
        """Let go of what was kept."""
        if not self.closed:
            self._kept.close()
            super().close()


def spooled(source: Comes) -> BinaryIO:
    """Give a file over bytes that come once."""
    return cast("BinaryIO", Spool(source))


class Shared:
    """A file that is made when it is first opened, and from then on is opened by several.

    Args:
        make: Makes it.
    """

    def __init__(self, make: Callable[[], BinaryIO]) -> None:
        self._make = make
        self._file: BinaryIO | None = None

    def open(self) -> BinaryIO:
        """Give the file, at its first byte."""
        if self._file is None:
            self._file = self._make()
        return view(self._file)

    def close(self) -> None:
        """Let go of it, for all."""
        if self._file is not None:
            self._file.close()
            self._file = None
