"""What goes to whoever converts, and what comes back."""

from dataclasses import dataclass, field, replace
from typing import NamedTuple

from statedocs.errors import LimitExceeded
from statedocs.pipeline import Options, failure_of
from statedocs.sinks import Entry, entry_of
from statedocs.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Task:
    """One page to convert.

    Attributes:
        number: Its place in the order of the inputs.
        snapshot: The page.
        fingerprint: What decides its record.
        losses: How often a worker ended over it.
    """

    number: int
    snapshot: Snapshot
    fingerprint: str
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


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a task."""

    number: int
    entry: Entry
    logged: tuple[Logged, ...] = ()


@dataclass(frozen=True, slots=True)
class Instructions:
    """What a worker is told once.

    Attributes:
        convert: How each page is converted.
        indented: Whether records are wanted as people read them, too.
        seconds: How long a page may take before the worker ends itself; the run's own watch is quicker.
        memory: How much memory the worker may have.
    """

    convert: Options = field(default_factory=Options)
    indented: bool = False
    seconds: float = 0.0
    memory: int = 0


def exceeded(task: Task, message: str, *, indented: bool) -> Answer:
    """Give the failure of a page that went beyond a limit.

    Nobody can tell whether it would do so again on another day, so it has no fingerprint: the next run tries it.
    """
    failure = failure_of(LimitExceeded(message), task.snapshot)
    return Answer(task.number, entry_of(failure, indented=indented))
