"""Files that get their names together, once the bytes of all of them are on the disk."""

import shutil
from pathlib import Path

from statedocs.sinks.disk import sync_all
from statedocs.sinks.files import translated


class Group:
    """Files written aside until `settle`: so none is ever seen half, not even after a power cut, and few waits do.

    Args:
        aside: A folder for them alone, on the same file system; it goes when they are settled or given up.
    """

    def __init__(self, aside: Path) -> None:
        self._aside = aside
        self._waiting: dict[Path, tuple[Path, Path]] = {}

    def put(self, path: Path, data: bytes, instead: Path) -> None:
        """Write a file; when it gets its name, what is called `instead` goes.

        Raises:
            SinkError: The disk is full, or the place cannot be written.
        """
        if path in self._waiting or instead in self._waiting:
            self.settle()
        part = self._aside / str(len(self._waiting))
        with translated(path):
            if not self._waiting:
                self._aside.mkdir(exist_ok=True)
            part.write_bytes(data)
        self._waiting[path] = (part, instead)

    def has(self, path: Path) -> bool:
        """Tell whether a file waits for its name."""
        return path in self._waiting

    def settle(self) -> None:
        """Give the files their names.

        Raises:
            SinkError: They cannot be brought to the disk, or the place cannot be written.
        """
        if self._waiting:
            with translated(self._aside):
                sync_all(self._aside)
        for path, (part, instead) in self._waiting.items():
            with translated(path):
                part.replace(path)
                instead.unlink(missing_ok=True)
        self._waiting.clear()

    def give_up(self) -> None:
        """Take away what has no name yet."""
        self._waiting.clear()
        shutil.rmtree(self._aside, ignore_errors=True)
