"""Files that appear whole or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from statedocs.errors import SinkError


def write_whole(path: Path, data: bytes) -> None:
    """Put a file where readers see all of it or the one before.

    The bytes are left to the system to bring to the disk: a file costs no wait, and what a power cut took is known
    from the manifest, which is brought there before it gets its name.

    Raises:
        SinkError: The disk is full, or the place cannot be written.
    """
    aside = path.with_name(f".statedocs-{os.getpid()}.tmp")
    with translated(path):
        try:
            aside.write_bytes(data)
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


class GrowingFile:
    """A file that is written piece by piece and gets its name when all of it is on the disk."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")

    def __enter__(self) -> Self:
        with translated(self.path):
            self._file: BinaryIO = self._aside.open("wb")
        return self

    def add(self, data: bytes) -> None:
        """Append a piece."""
        with translated(self.path):
            self._file.write(data)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            with translated(self.path), self._file:
                if kind is None:
                    self._file.flush()
                    os.fsync(self._file.fileno())
            if kind is None:
                with translated(self.path):
                    self._aside.replace(self.path)
        finally:
            self._aside.unlink(missing_ok=True)


@contextlib.contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what the system says about a place into a `SinkError`."""
    try:
        yield
    except OSError as error:
        raise SinkError(f"{path} cannot be written: {error.strerror or error}") from error


@contextlib.contextmanager
def translated_reading(path: Path) -> Iterator[None]:
    """Turn what the system says about a place that is read into a `SinkError`."""
    try:
        yield
    except OSError as error:
        raise SinkError(f"{path} cannot be read: {error.strerror or error}") from error
