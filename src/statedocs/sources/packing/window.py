"""A part of a file, as a file."""

import io
from typing import BinaryIO, cast


class Window(io.BufferedIOBase):
    """Some bytes of a file that others read as well: it is sent to its place before every reading.

    Args:
        file: The whole.
        start: Where the part begins.
        size: How long it is; None to the end.
    """

    def __init__(self, file: BinaryIO, start: int, size: int | None) -> None:
        self._file = file
        self._start = start
        self._size = size
        self._at = 0

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
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at}.get(whence)
        if base is None:
            base = self._file.seek(0, io.SEEK_END) - self._start if self._size is None else self._size
        self._at = max(base + offset, 0)
        return self._at

    def read(self, count: int | None = -1, /) -> bytes:
        """Give the next bytes, all of them when no count is given."""
        left = None if self._size is None else max(self._size - self._at, 0)
        wanted = min((number for number in (count, left) if number is not None and number >= 0), default=-1)
        if not wanted:
            return b""
        self._file.seek(self._start + self._at)
        data = self._file.read(wanted)
        self._at += len(data)
        return data


def window(file: BinaryIO, start: int, size: int) -> BinaryIO:
    """Give a part of a file as a file."""
    return cast("BinaryIO", Window(file, start, size))


def window_to(file: BinaryIO, start: int, stop: int | None) -> BinaryIO:
    """Give what stands in a file from a place up to another one, or to its end, as a file."""
    return cast("BinaryIO", Window(file, start, None if stop is None else stop - start))


def view(file: BinaryIO) -> BinaryIO:
    """Give a file once more, read from its beginning by itself and not closed with the view."""
    return cast("BinaryIO", Window(file, 0, None))
