"""Files of this machine."""

import errno
import os
import stat
from functools import partial
from pathlib import Path
from typing import BinaryIO, Final

from statedocs.errors import SourceError
from statedocs.sources.items import Found
from statedocs.sources.names import SIDECAR

_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""Never waits: a pipe that took a file's place is told by what it is, not by hanging."""


def found_file(path: str, origin: str, *, is_wanted: bool = True) -> Found:
    """Give the file at a path as an input."""
    return Found(
        origin=origin,
        name=os.path.basename(path),  # noqa: PTH119  (four times as fast as a Path, for every file)
        open=partial(open_file, path),
        sidecar=partial(_beside, path),
        is_wanted=is_wanted,
        place=path,
    )


def open_file(path: str) -> BinaryIO:
    """Open a file to read its bytes.

    Raises:
        SourceError: There is none, or what is there is no file.
    """
    try:
        file = open(os.open(path, _FLAGS), "rb")  # noqa: PTH123, SIM115  (no Path method opens with flags)
    except OSError as error:
        reason = "permission denied" if error.errno == errno.EACCES else error.strerror
        raise SourceError(f"cannot be read: {reason}") from error
    if stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        return file
    file.close()
    raise SourceError("expected a file, found another kind of thing")


def _beside(page: str) -> bytes | None:
    """Give the bytes of the side-car that stands beside a page."""
    path = Path(page + SIDECAR)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:  # of the page's own name; then no file can stand beside it
            return None
        raise SourceError(f"side-car {path.name} cannot be read: {error.strerror}") from error
