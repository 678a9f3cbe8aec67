"""What goes to whoever converts, and what comes back."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import NamedTuple

from statedocs.errors import LimitExceeded
from statedocs.pipeline import Options, failure_of
from statedocs.sinks import Entry, entry_of
from statedocs.snapshot import Snapshot
from statedocs.sources import Unread
from statedocs.sources.items import failure_of_input


@dataclass(frozen=True, slots=True)
class Task:
    """One page to convert.

    Attributes:
        number: Its place in the order of the inputs.
        page: The page; one that is not read yet is read by whoever converts it.
        known: Fingerprints of captures that the sinks have: such a page is read, and not converted.
        losses: How often a worker ended over it.
    """

    number: int
    page: Snapshot | Unread
    known: Collection[str] = ()
    losses: int = 0

    def lost(self) -> "Task":
        """Give the task with one more loss."""
        return replace(self, losses=self.losses + 1)


Chunk = list[Task]


class Logged(NamedTuple):
    """What was logged while a page was converted."""

    level: int
    message: str
    traceback: str | None


class Known(NamedTuple):
    """A page is a capture that the sinks have."""

    fingerprint: str


class Unmade(Enum):
    """Why nothing was made of a file by whoever should have read it."""

    NOT_HERE = "it cannot be read there, or is another file there"
    HOLDER = "it holds pages, whatever its name says"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task.

    Attributes:
        number: As the task's.
        result: An entry, or why there is none.
        logged: What was logged meanwhile.
        is_last: Whether whoever answers had better be replaced.
    """

    number: int
    result: Entry | Known | Unmade
    logged: tuple[Logged, ...] = ()
    is_last: bool = False

    @property
    def size(self) -> int:
        """How many bytes it holds."""
        return len(self.result.data) + len(self.result.indented) if isinstance(self.result, Entry) else 0


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a worker is told once.

    Attributes:
        convert: How each page is converted.
        basis: What decides all records alike, as fingerprints have it.
        indented: Whether records are wanted as people read them, too.
        seconds: How long a page may take before the worker ends itself; the run's own watch is quicker.
        memory: How much memory the worker may have.
        size: How many bytes a page may have; None means as many as are read.
    """

    convert: Options = field(default_factory=Options)
    basis: bytes = b""
    indented: bool = False
    seconds: float = 0.0
    memory: int = 0
    size: int | None = None


def exceeded(task: Task, message: str, *, indented: bool) -> Answer:
    """Give the failure of a page that went beyond a limit.

    Nobody can tell whether it would do so again on another day, so it has no fingerprint: the next run tries it.
    """
    error = LimitExceeded(message)
    page = task.page.read() if isinstance(task.page, Unread) else task.page
    failure = failure_of(error, page) if isinstance(page, Snapshot) else failure_of_input(error, task.page.origin)
    return Answer(task.number, entry_of(failure, indented=indented), is_last=True)
