"""A database in one file that a run works on aside: readers have the file before, until the new one takes its place."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from statedocs.errors import SinkError
from statedocs.sinks.disk import sync, sync_names
from statedocs.sinks.files import translated, write_whole
from statedocs.sinks.whole import state_beside

_NOTHING: Final = "nothing"


class Aside:
    """A copy of a file, in a hidden folder beside it, with the file's own name.

    A run that was killed leaves its copy, and the next one goes on with it; but not where the file has changed since
    then.

    Args:
        target: The file.
        held: Keeps other programs from writing to the file while it is copied.
    """

    def __init__(self, target: Path, held: Callable[[], AbstractContextManager[object]]) -> None:
        self._target = target
        self._held = held
        self._folder = state_beside(target)
        self._base = self._folder / "base"
        self.path = self._folder / target.name

    def begin(self) -> None:
        """Have a copy to work on.

        Raises:
            SinkError: Another program writes to the file, or there is no room for a copy.
        """
        with translated(self.path):
            if not self.path.exists() or not self._is_of(_state(self._target)):
                self._copy()

    def _copy(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)
        self._folder.mkdir()
        state = _state(self._target)
        if self._target.exists():
            with self._held():
                state = _state(self._target)
                shutil.copyfile(self._target, self.path)
            shutil.copymode(self._target, self.path)
        write_whole(self._base, state.encode(), self._folder / "base.part")

    def _is_of(self, state: str) -> bool:
        return self._base.exists() and self._base.read_text("utf-8") == state

    def appear(self) -> None:
        """Let the copy take the file's place, at one instant; whoever has the old one open goes on reading that.

        A copy that its engine could not close whole stays where it is, for the next run.

        Raises:
            SinkError: Another program has written to the file meanwhile, which would be lost.
        """
        with translated(self._target):
            if not self.path.exists() or _log_of(self.path).exists():
                return
            if not self._is_of(_state(self._target)):
                raise SinkError(
                    f"{self._target} was changed by another program while this one loaded a copy of it: run it again"
                )
            sync(self.path)
            self.path.replace(self._target)
            sync_names(self._target.parent)
            shutil.rmtree(self._folder, ignore_errors=True)


def _log_of(path: Path) -> Path:
    """Give the file in which DuckDB has what is not in the file itself yet."""
    return path.with_name(path.name + ".wal")


def _state(target: Path) -> str:
    """Tell a file, with its log, from every other and from what it was before."""
    return "\n".join(_one_state(path) for path in (target, _log_of(target)))


def _one_state(path: Path) -> str:
    try:
        found = path.stat()
    except FileNotFoundError:
        return _NOTHING
    return f"{found.st_dev} {found.st_ino} {found.st_size} {found.st_mtime_ns}"
