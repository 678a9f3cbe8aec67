"""Places that are made anew by every run, and appear whole."""

import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from statedocs.converter import CONVERTER
from statedocs.errors import SinkError
from statedocs.sinks.disk import sync_names, sync_tree
from statedocs.sinks.files import close_all, translated, write_whole
from statedocs.sinks.index import Index
from statedocs.sinks.lock import Lock
from statedocs.sinks.outcome import Outcome, Summary
from statedocs.sinks.sink import Entry
from statedocs.sinks.switch import carry, recover, switch

TOTALS: Final = ("pages", "documents", "failures", "skipped", "gone")


class Whole(ABC):
    """A sink whose files are written aside and appear when the run is complete.

    A folder of its own appears as a whole, at one instant; the one before stays in `state` until the next run, for
    those who are reading it. Files in a folder of others get their names one after the other. It keeps nothing of
    earlier runs: every page is asked for again, and a run that breaks off changes nothing.

    Args:
        target: The folder in which the files appear.
        state: A hidden folder beside them, for the lock and for what is not complete.
        place: What messages call it.
    """

    wants_indented = False
    is_folder = True
    """Whether `target` is the place itself, and not the folder that it lies in."""

    def __init__(self, target: Path, state: Path, place: str) -> None:
        self._target = target
        self._state = state
        self._place = place
        self._part = state / "part"
        self._previous = state / "before"
        self._names = state / "files"
        self._count = 0

    @abstractmethod
    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open what is to be written in the folder `part`; what is opened is closed before files get their names."""

    @abstractmethod
    def add(self, entry: Entry) -> str:
        """Write a document or failure, and give the name of its output."""

    @abstractmethod
    def add_line(self, entry: Entry, outcome: Outcome) -> None:
        """Write a line of the manifest."""

    def end(self, totals: dict[str, object]) -> None:  # noqa: B027  (most need nothing)
        """Write what comes last: the sum of all lines."""

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            with translated(self._state):
                if self._target.is_file():
                    raise SinkError(f"{self._place} is a file, expected a folder or nothing")
                self._state.mkdir(parents=True, exist_ok=True)
            opened.enter_context(Lock(self._state / "lock", self._place))
            with translated(self._part):
                recover(self._target, self._previous)
                shutil.rmtree(self._previous, ignore_errors=True)
                shutil.rmtree(self._part, ignore_errors=True)
                self._part.mkdir()
            self._index = opened.enter_context(Index())
            self._writing = opened.enter_context(ExitStack())
            with translated(self._part):
                self.begin(self._part, self._writing)
            self._opened = opened.pop_all()
        return self

    def fingerprints(self, origin: str) -> Sequence[str]:  # noqa: ARG002
        """Give nothing: every record is written again."""
        return ()

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:  # noqa: ARG002
        """Give nothing: every record is written again."""
        return None

    def put(self, entry: Entry) -> str | None:
        """Write a record and its line."""
        with translated(self._part):
            output = None if entry.outcome.outcome == "skipped" else self.add(entry)
            self.add_line(entry, replace(entry.outcome, output=output))
        self._count += 1
        return output

    def keep(self, entry: Entry) -> None:  # noqa: B027
        """Never called: nothing was given by `earlier` or `gone`."""

    def drop(self, entry: Entry) -> None:  # noqa: B027
        """Forget nothing: nothing is kept."""

    def prune(self, entry: Entry) -> None:  # noqa: B027
        """Never called: nothing was given by `gone`."""

    def commit(self) -> None:  # noqa: B027
        """Nothing: what is not complete does not count."""

    def gone(self) -> Iterator[Entry]:
        """Give nothing: records of earlier runs do not stay."""
        return iter(())

    def finish(self, summary: Summary) -> None:
        """Give the files their names, and take away those of the run before.

        Raises:
            SinkError: The lines do not add up to the summary.
        """
        counts = asdict(summary)
        totals = {name: counts[name] for name in TOTALS}
        if self._count != totals["pages"]:
            raise SinkError(f"{self._place}: {self._count} lines do not add up to {totals}")
        with translated(self._part):
            self.end({"totals": totals, "complete": True, "converter": CONVERTER.model_dump()})
            self._writing.close()
        with translated(self._target):
            self._appear()

    def _appear(self) -> None:
        before = self._names.read_text("utf-8").splitlines() if self._names.exists() else []
        files = sorted(path.relative_to(self._part).as_posix() for path in self._part.rglob("*") if path.is_file())
        sync_tree(self._part)
        self._tell_own([*before, *files])
        if self.is_folder:
            self._appear_at_once(before)
        else:
            self._appear_in_turn(before, files)
        self._tell_own(files)

    def _tell_own(self, files: Sequence[str]) -> None:
        """Write down which files are this program's."""
        told = "".join(f"{name}\n" for name in dict.fromkeys(files))
        write_whole(self._names, told.encode(), self._state / "files.part")

    def _appear_at_once(self, own: Sequence[str]) -> None:
        """Put the whole folder in its place, with what other programs have in it."""
        target = self._target.resolve()
        carry(target, self._part, own)
        sync_tree(self._part)
        switch(self._part, target, self._previous)
        carry(self._previous, target, own)  # what has come between these two lines

    def _appear_in_turn(self, before: Sequence[str], files: Sequence[str]) -> None:
        for name in files:
            (self._target / name).parent.mkdir(parents=True, exist_ok=True)
            (self._part / name).replace(self._target / name)
        for name in sorted(set(before) - set(files)):
            (self._target / name).unlink(missing_ok=True)
        sync_names(self._target)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            close_all(self._opened, self._part, is_failing=kind is not None)
        finally:
            shutil.rmtree(self._part, ignore_errors=True)


def state_beside(path: Path) -> Path:
    """Give the hidden folder beside a place.

    >>> state_beside(Path("out/pages.csv")).as_posix()
    'out/.pages.csv.statedocs'
    """
    return path.with_name(f".{path.name}.statedocs")
