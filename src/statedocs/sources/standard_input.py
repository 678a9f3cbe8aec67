"""Standard input as a file in which one can go back."""

import sys
from typing import BinaryIO

from statedocs.sources.items import Found
from statedocs.sources.packing.spool import Shared, spooled

NAME = "stdin"


class StandardInput:
    """What comes on standard input; of a pipe, as much is kept in a temporary file as was read."""

    def __init__(self) -> None:
        self._shared = Shared(_make)

    def open(self) -> BinaryIO:
        """Open it; every opening begins at the first byte."""
        return self._shared.open()

    def found(self) -> Found:
        """Give it as an input."""
        return Found(NAME, NAME, self.open)


def _make() -> BinaryIO:
    stream = sys.stdin.buffer
    return stream if stream.seekable() else spooled(stream)
