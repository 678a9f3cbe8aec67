"""A folder that may be made anew while it is read: what is read of it is of one run."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final
from weakref import finalize

from statedocs.errors import SinkError
from statedocs.sinks.files import translated_reading

_HANDLES: Final = Path("/proc/self/fd")
"""Where a folder that was opened can be read by a path, whatever its name stands for by now."""


class Pinned:
    """A folder as it was when it was opened.

    A run puts a whole new folder in its place, and the old one is kept until the run after. So on Linux everything
    below `path` is of one run, and a file that is away by then is told from one that never was; elsewhere `check`
    tells when another folder is there by now.

    Args:
        folder: Its name.

    Raises:
        SinkError: It cannot be opened.
    """

    def __init__(self, folder: Path) -> None:
        self.name = folder
        self.path = folder
        with translated_reading(folder):
            self._state = _identity(folder)
            if _HANDLES.is_dir():
                handle = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
                finalize(self, os.close, handle)
                self.path = _HANDLES / str(handle)

    def check(self) -> None:
        """See to it that what was opened by now is of one run.

        Raises:
            SinkError: A run has put a new folder in its place.
        """
        if self.path == self.name:
            self.check_unchanged()

    @contextmanager
    def reading(self, path: Path) -> Iterator[None]:
        """Turn what the system says about a file in the folder into a `SinkError`: most of all that it is away by now.

        Args:
            path: The file, as messages call it.
        """
        try:
            with translated_reading(path):
                yield
        except SinkError as error:
            if isinstance(error.__cause__, FileNotFoundError):
                self.check_unchanged()
            raise

    def check_unchanged(self) -> None:
        """See to it that the name still is that of this folder.

        Raises:
            SinkError: A run has put a new folder in its place.
        """
        with translated_reading(self.name):
            if _identity(self.name) != self._state:
                raise SinkError(f"{self.name} was written anew while it was read: read it again")


def _identity(folder: Path) -> tuple[int, int]:
    state = folder.stat()
    return state.st_dev, state.st_ino
