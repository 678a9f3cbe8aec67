"""One run at a time in one place."""

import os
import socket
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from statedocs.errors import SinkError
from statedocs.sinks.files import translated

if sys.platform == "win32":  # pragma: no cover  (each system has one of the two)
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Lock:
    """A lock that the system takes off when its holder ends, however that ends.

    Args:
        path: The lock's file; it says who holds it, and is gone when nobody does.
        place: What is locked, as messages call it.
    """

    def __init__(self, path: Path, place: str) -> None:
        self._path = path
        self._place = place

    def __enter__(self) -> Self:
        """Take the lock.

        Raises:
            SinkError: Another run holds it, or it cannot be written.
        """
        while True:
            with translated(self._path):
                self._file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
            try:
                _take(self._file)
            except (BlockingIOError, PermissionError) as error:
                holder = os.read(self._file, 200).decode("utf-8", "replace").strip() or "another run"
                os.close(self._file)
                raise SinkError(f"{self._place} is in use by {holder}: one run at a time") from error
            if self._is_named():
                break
            os.close(self._file)  # the holder before took its file away between our two steps
        with translated(self._path):
            os.ftruncate(self._file, 0)
            os.write(self._file, f"process {os.getpid()} on {socket.gethostname()}\n".encode())
        return self

    def _is_named(self) -> bool:
        try:
            return os.path.samestat(os.fstat(self._file), self._path.stat())
        except FileNotFoundError:
            return False

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if sys.platform == "win32":  # pragma: no cover  (an open file cannot be taken away there)
            os.close(self._file)
            self._path.unlink(missing_ok=True)
        else:
            self._path.unlink(missing_ok=True)
            os.close(self._file)
