"""What was written, brought to the disk: after a power cut it is there."""

import ctypes
import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_UNABLE: Final = frozenset(
    {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EBADF, errno.EISDIR, errno.EACCES, errno.EPERM}
)
"""What a file system says that cannot bring names, or everything, to its disk when it is asked to."""


def sync(path: Path) -> None:
    """Bring a file's bytes to the disk."""
    with _opened(path, os.O_RDWR) as file:
        os.fsync(file)


def sync_names(folder: Path) -> None:
    """Bring the names in a folder to the disk: what was made, renamed and taken away there."""
    try:
        with _opened(folder, os.O_RDONLY) as file:
            os.fsync(file)
    except OSError as error:
        if error.errno not in _UNABLE:
            raise


def sync_all(folder: Path) -> None:
    """Bring all that was written to the file system of a folder to the disk: one wait, however many files."""
    try:
        if _SYNCFS:
            with _opened(folder, os.O_RDONLY) as file:
                _SYNCFS(file)
            return
    except OSError as error:
        if error.errno not in _UNABLE:
            raise
    if hasattr(os, "sync"):
        os.sync()


def sync_tree(folder: Path) -> None:
    """Bring all that is in a folder to the disk."""
    if os.name == "nt":  # pragma: no cover  (each system has its own)
        for path in folder.rglob("*"):
            if path.is_file():
                sync(path)
    else:
        sync_all(folder)


@contextmanager
def _opened(path: Path, flags: int) -> Iterator[int]:
    file = os.open(path, flags)
    try:
        yield file
    finally:
        os.close(file)


def _found() -> Callable[[int], None] | None:
    """Give the system's own call, which Python does not have."""
    syncfs = getattr(ctypes.CDLL(None, use_errno=True), "syncfs", None) if sys.platform == "linux" else None
    if syncfs is None:  # pragma: no cover  (each system has its own)
        return None

    def call(file: int) -> None:
        if syncfs(file):
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))

    return call


_SYNCFS: Final = _found()
