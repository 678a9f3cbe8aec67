"""Files that appear whole or not at all."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from statedocs.errors import SinkError
from statedocs.sinks.disk import sync, sync_names


def write_whole(path: Path, data: bytes, aside: Path) -> None:
    """Put a file where readers see all of it or the one before.

    The bytes are on the disk before the name is: after a power cut, too, it is one of the two.

    Args:
        path: The file's name.
        data: What is in it.
        aside: Where it is while it is written, on the same file system.

    Raises:
        SinkError: The disk is full, or the place cannot be written.
    """
    with translated(path):
        try:
            aside.write_bytes(data)
            sync(aside)
            aside.replace(path)
            sync_names(path.parent)
        except BaseException:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
            raise


def close_all(opened: contextlib.ExitStack, path: Path, *, is_failing: bool) -> None:
    """Close files; what cannot be brought to a full disk any more is no news where that is known already.

    Raises:
        SinkError: The rest of a file cannot be written.
    """
    try:
        with translated(path):
            opened.close()
    except SinkError:
        if not is_failing:
            raise


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


def begins_with(path: Path, start: bytes) -> bool:
    """Tell whether a file is there, and what it begins with."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(start)) == start
