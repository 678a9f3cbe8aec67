"""What a run does to the disk, written down as it does it, and what a power cut may leave of it.

A journalling file system brings names to the disk in the order in which they were given, as far as it got; the names
of a folder or a file that was brought there on purpose are there sooner. Of the bytes that nobody brought there on
purpose anything may be there: none, all, the beginning, zeros. SQLite and DuckDB are trusted with their own files.
"""

import os
import pickle
import random
import stat
import sys
import warnings
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from statedocs.sinks import disk

EVENTS = ("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.truncate", "os.link", "os.symlink")
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC
TRUSTED = (".sqlite", ".sqlite-wal", ".sqlite-shm", ".sqlite-journal", ".duckdb", ".duckdb.wal")


ROOT = 0
"""The number of the folder that is looked at."""


class Seen(NamedTuple):
    """How the disk looked to the run.

    Attributes:
        names: What each folder holds: names with the numbers of files and folders.
        data: The bytes of each file that there ever was.
    """

    names: dict[int, dict[str, int]]
    data: dict[int, bytes]


class Brought(NamedTuple):
    """Something was brought to the disk on purpose: a file or the names in a folder, None for everything."""

    at: int
    number: int | None


@dataclass
class History:
    """What a run did."""

    seen: list[Seen] = field(default_factory=list)
    brought: list[Brought] = field(default_factory=list)


class Recorder:
    """Looks at a folder before each step of the process in which it is. Files stay open: no number is used again."""

    def __init__(self, root: Path) -> None:
        self.history = History()
        self._root = root
        self._numbers: dict[tuple[int, int], int] = {}
        self._files: dict[int, int] = {}
        self._bytes: dict[bytes, bytes] = {}
        self._is_looking = False

    def listen(self) -> None:
        """Begin."""
        sync, sync_all = os.fsync, disk._SYNCFS

        def synced(file: int) -> None:
            self.look()
            status = os.fstat(file)
            number = self._numbers[status.st_dev, status.st_ino]
            self.history.brought.append(Brought(len(self.history.seen) - 1, number))
            sync(file)

        def all_synced(file: int) -> None:
            self.look()
            self.history.brought.append(Brought(len(self.history.seen) - 1, None))
            assert sync_all
            sync_all(file)

        os.fsync, disk._SYNCFS = synced, all_synced  # type: ignore[assignment,misc]  # as the audit hook, for this process
        sys.addaudithook(self._note)

    def _note(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event not in EVENTS or self._is_looking or not str(arguments[0]).startswith(str(self._root)):
            return
        if event != "open" or int(arguments[2]) & WRITING:
            self.look()

    def look(self) -> None:
        """Take down how everything is."""
        self._is_looking = True
        names: dict[int, dict[str, int]] = {}
        self._walk(self._root, names)
        data = {number: self._read(file) for number, file in self._files.items()}
        self.history.seen.append(Seen(names, data))
        self._is_looking = False

    def _walk(self, path: Path, names: dict[int, dict[str, int]]) -> int:
        status = path.lstat()
        number = self._numbers.setdefault((status.st_dev, status.st_ino), len(self._numbers))
        if stat.S_ISDIR(status.st_mode):
            names[number] = {inside.name: self._walk(inside, names) for inside in sorted(path.iterdir())}
        elif number not in self._files:
            self._files[number] = os.open(path, os.O_RDONLY)
        return number

    def _read(self, file: int) -> bytes:
        data = os.pread(file, 1 << 27, 0)
        return self._bytes.setdefault(data, data)


def history_of(root: Path, act: Callable[[], object], notes: Path) -> History:
    """Let a child of this process act, and give what it did to a folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # the child does nothing but the run
        child = os.fork()
    if child == 0:
        try:
            recorder = Recorder(root)
            recorder.look()
            recorder.listen()
            act()
            recorder.look()
            notes.write_bytes(pickle.dumps(recorder.history))
            os._exit(0)
        finally:
            os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    history: History = pickle.loads(notes.read_bytes())
    return history


def state(history: History, at: int, draw: random.Random) -> dict[str, bytes | None]:
    """Give what the disk may hold when the power goes: files with their bytes, folders with None."""
    brought = [one for one in history.brought if one.at < at]
    first = max((one.at for one in brought if one.number is None), default=0)
    reached = draw.choice((at, first, draw.randint(first, at)))
    names = {folder: dict(inside) for folder, inside in history.seen[reached].names.items()}
    are_files_named = draw.random() < 0.5
    for one in brought:
        then = history.seen[one.at].names
        if one.at > reached and one.number in then:
            _take_folder(names, then, one.number)
        elif one.at > reached and one.number is not None and are_files_named:
            _take_file(names, then, one.number)
    mode = draw.choice(("none", "all", "zeros", "any", "any"))
    files = {name: number for name, number in _paths(names) if not name.endswith(TRUSTED)}
    found = {name: _bytes_of(history, number, at, draw, mode) for name, number in files.items()}
    now = history.seen[at]
    trusted = {name: now.data[number] for name, number in _paths(now.names) if name.endswith(TRUSTED)}
    return {**found, **trusted}


def _paths(names: Mapping[int, Mapping[str, int]], folder: int = ROOT, above: str = "") -> Iterator[tuple[str, int]]:
    """Give what can be reached from the root."""
    for name, number in names.get(folder, {}).items():
        yield above + name, number
        yield from _paths(names, number, f"{above}{name}/")


def _take_folder(names: dict[int, dict[str, int]], then: Mapping[int, Mapping[str, int]], folder: int) -> None:
    """Let a folder hold what it held when it was brought to the disk; what has come from elsewhere is gone there."""
    for number in set(then[folder].values()) - set(names.get(folder, {}).values()):
        _forget(names, number)
        if number in then:
            names.setdefault(number, {})
    names[folder] = dict(then[folder])


def _take_file(names: dict[int, dict[str, int]], then: Mapping[int, Mapping[str, int]], number: int) -> None:
    """Let a file have the names that it had when it was brought to the disk."""
    _forget(names, number)
    for folder, inside in then.items():
        for name, other in inside.items():
            if other == number and folder in names:
                names[folder][name] = number


def _forget(names: dict[int, dict[str, int]], number: int) -> None:
    for inside in names.values():
        for name in [name for name, other in inside.items() if other == number]:
            del inside[name]


def _bytes_of(history: History, number: int, at: int, draw: random.Random, mode: str) -> bytes | None:
    with_it = [index for index, seen in enumerate(history.seen) if number in seen.data]
    if not with_it:
        return None
    now = history.seen[max(at, with_it[0])].data[number]
    sure = history.seen[0].data.get(number, b"")  # what lay there before the run
    for one in history.brought:
        if with_it[0] <= one.at < at and one.number in (number, None):
            sure = history.seen[one.at].data[number]
    if sure == now:
        return now
    grown = now.startswith(sure)
    cut = draw.randint(len(sure), len(now)) if grown else draw.randint(0, len(now))
    torn = (now[:cut], now[:cut] + b"\0" * (len(now) - cut))
    ways = {"none": sure, "all": now, "zeros": (sure if grown else b"").ljust(len(now), b"\0")}
    return ways[mode] if mode in ways else draw.choice((*ways.values(), *torn))


def build(state: Mapping[str, bytes | None], place: Path) -> None:
    """Make a folder as a power cut left it."""
    place.mkdir()
    for name in sorted(state):
        data = state[name]
        if data is None:
            (place / name).mkdir(parents=True, exist_ok=True)
        else:
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(data)
