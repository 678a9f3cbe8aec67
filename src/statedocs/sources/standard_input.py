"""Standard input as a file in which one can go back."""

import sys
from typing import BinaryIO

from statedocs.sources.items import Found
from statedocs.sources.packing.spool import spooled
from statedocs.sources.packing.window import view

NAME = "stdin"


class StandardInput:
    """What comes on standard input; of a pipe, as much is kept in a temporary file as was read."""

    def __init__(self) -> None:
        self._file: BinaryIO | None = None

    def open(self) -> BinaryIO:
        """Open it; every opening begins at the first byte."""
        if self._file is None:
            stream = sys.stdin.buffer
            self._file = stream if stream.seekable() else spooled(stream)
        return view(self._file)

    def found(self) -> Found:
        """Give it as an input."""
        return Found(NAME, NAME, self.open)
