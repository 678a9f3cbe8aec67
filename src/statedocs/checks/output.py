"""Files that a check writes: whole, or not at all."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from statedocs.sinks.files import translated


@contextlib.contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that gets its name once all of it is written; its folder is made.

    What is there and is no file (`/dev/stdout`, a pipe) is written to as it is.

    Raises:
        SinkError: The place cannot be written.
    """
    with translated(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        aside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with aside.open("wb") as file:
                yield file
            aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)
