"""Records one behind the other: the file that is complete, and the part that a run writes."""

import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from statedocs.errors import SinkError
from statedocs.sinks.disk import sync_names
from statedocs.sinks.files import close_all, translated
from statedocs.sinks.line import Line


class Segment:
    """A file of records that grows aside, and takes the place of the complete one when the run is.

    A record is looked for at its place in both files and known by its digest. Where the run's records are one behind
    the other in one of the files, which is nearly always so, no byte is copied. Copies that a run left which broke
    off while it gave files their names are looked at, too.

    Args:
        whole: The complete file.
        part: The one that grows.
    """

    def __init__(self, whole: Path, part: Path) -> None:
        self.whole = whole
        self.part = part
        self._end = 0
        self._is_part = self._is_whole = True

    def __enter__(self) -> Self:
        with ExitStack() as opened, translated(self.part):
            self.part.touch()
            self._part = opened.enter_context(self.part.open("r+b"))
            self._room = self._part.seek(0, os.SEEK_END)
            self._old = opened.enter_context(self.whole.open("rb")) if self.whole.exists() else None
            self._copies = [opened.enter_context(path.open("rb")) for path in self._copy_paths()]
            self._opened = opened.pop_all()
        return self

    def _copy_paths(self) -> list[Path]:
        return sorted(self.part.parent.glob(f"{self.part.name}.copy-*"))

    def trim(self, end: int) -> None:
        """Cut off what was written after the last record that is known."""
        if end < self._room:
            with translated(self.part):
                self._room = self._part.truncate(end)

    def find(self, line: Line) -> Line | None:
        """Give the line with the file in which its bytes are, None where they are in neither."""
        return next((replace(line, where=name) for name, data in self._candidates(line) if line.is_of(data)), None)

    def read(self, line: Line) -> bytes:
        """Give a record's bytes.

        Raises:
            SinkError: They are not there any more.
        """
        found = (data for _, data in self._candidates(line) if line.is_of(data))
        data = next(found, None)
        if data is None:
            raise SinkError(f"{self.whole}: the record of {line.outcome.origin} has changed while it was needed")
        return data

    def _candidates(self, line: Line) -> Iterator[tuple[str, bytes]]:
        if line.at is None or line.size is None:
            return
        for name, file in (("part", self._part), ("whole", self._old), *(("copy", copy) for copy in self._copies)):
            if file:
                file.seek(line.at)
                yield name, file.read(line.size)

    def append(self, data: bytes) -> int:
        """Write a record behind the others and give its place."""
        at = self._room
        with translated(self.part):
            self._part.seek(at)
            self._part.write(data)
        self._room += len(data)
        self._note(at, len(data), "part")
        return at

    def keep(self, line: Line) -> None:
        """Let a record that `find` gave be the next of the run."""
        self._note(line.at or 0, line.size or 0, line.where)

    def _note(self, at: int, size: int, where: str) -> None:
        follows = at == self._end
        self._is_part = self._is_part and follows and where == "part"
        self._is_whole = self._is_whole and follows and where == "whole"
        self._end += size

    def commit(self) -> None:
        """Bring what was written to the disk."""
        with translated(self.part):
            self._part.flush()
            os.fsync(self._part.fileno())

    @property
    def is_in_order(self) -> bool:
        """Whether one of the files has the run's records, and nothing between them."""
        return self._is_part or self._is_whole

    @contextmanager
    def in_order(self) -> Iterator[BinaryIO]:
        """Give a file to which the records are copied in their order; `take_copy` makes it the part."""
        copy = self.part.with_name(f"{self.part.name}.copy-{len(self._copy_paths()) + 1}")
        with translated(copy), copy.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())

    def take_copy(self) -> None:
        """Let the copy be the part; until then what was copied is where it was, too."""
        with translated(self.part):
            self._opened.close()
            self._copy_paths()[-1].replace(self.part)
            self.__enter__()
        self._is_part, self._is_whole = True, False

    def complete(self) -> None:
        """Give the part the file's name, unless the file is as the run would write it."""
        with translated(self.whole):
            if self._is_whole and self._old and os.fstat(self._old.fileno()).st_size == self._end:
                self._opened.close()
                self.part.unlink()
            else:
                self._part.truncate(self._end)
                os.fsync(self._part.fileno())
                self._opened.close()
                self.part.replace(self.whole)
            sync_names(self.whole.parent)

    def forget_copies(self) -> None:
        """Take away what runs that broke off left."""
        for path in self._copy_paths():
            path.unlink(missing_ok=True)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        close_all(self._opened, self.part, is_failing=kind is not None)
