"""What was written, brought to the disk: after a power cut it is there."""

import ctypes
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final


def sync(path: Path) -> None:
    """Bring a file's bytes to the disk."""
    file = os.open(path, os.O_RDWR)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_names(folder: Path) -> None:
    """Bring the names in a folder to the disk: what was made, renamed and taken away there."""
    if os.name == "nt":  # pragma: no cover  (folders cannot be opened there)
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def sync_all(folder: Path) -> None:
    """Bring all that was written to the file system of a folder to the disk: one wait, however many files."""
    if not _SYNCFS:  # pragma: no cover  (each system has its own)
        if hasattr(os, "sync"):
            os.sync()
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        _SYNCFS(file)
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
