"""Answers that wait for their turn, on the disk when they are many."""

import pickle
import tempfile
from types import TracebackType
from typing import Final, Self

from statedocs.batch.task import Answer

_IN_MEMORY: Final = 24 * 2**20
_ON_DISK: Final = 4 * 2**30


class Spill:
    """Answers by the place of their page; the first megabytes are held in memory, the rest in a nameless file.

    So a page that takes a minute lets the others go on, and memory stays as it is.
    """

    def __init__(self, in_memory: int = _IN_MEMORY, on_disk: int = _ON_DISK) -> None:
        self._in_memory, self._on_disk = in_memory, on_disk
        self._held: dict[int, Answer] = {}
        self._written: dict[int, tuple[int, int]] = {}
        self._bytes = 0
        self._end = 0

    def __enter__(self) -> Self:
        self._file = tempfile.TemporaryFile()
        return self

    @property
    def is_full(self) -> bool:
        """Whether no more should be asked for until some are taken."""
        return self._end > self._on_disk

    def put(self, answer: Answer) -> None:
        """Keep an answer."""
        if self._bytes + answer.size > self._in_memory and self._write(answer):
            return
        self._held[answer.number] = answer
        self._bytes += answer.size

    def _write(self, answer: Answer) -> bool:
        data = pickle.dumps(answer, protocol=5)
        try:
            self._file.seek(self._end)
            self._file.write(data)
        except OSError:  # no room for temporary files: memory has to do
            return False
        self._written[answer.number] = (self._end, len(data))
        self._end += len(data)
        return True

    def take(self, number: int) -> Answer | None:
        """Give the answer of the page at a place, if it is there."""
        answer = self._held.pop(number, None)
        if answer:
            self._bytes -= answer.size
            return answer
        if number not in self._written:
            return None
        at, size = self._written.pop(number)
        self._file.seek(at)
        found: Answer = pickle.loads(self._file.read(size))  # noqa: S301  (written above)
        if not self._written:
            self._end = 0
        return found

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
