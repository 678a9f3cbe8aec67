"""Who converts: this process, processes of this machine, or a cluster."""

from collections import deque
from types import TracebackType
from typing import Protocol, Self

from statedocs.batch.conversion import answer
from statedocs.batch.task import Answer, Chunk, Instructions, Task


class Crew(Protocol):
    """Takes chunks of pages and answers page by page, in any order; every page is answered exactly once."""

    count: int
    """How many pages it may be at, at one time."""

    def __enter__(self) -> Self: ...

    @property
    def waiting(self) -> int:
        """How many chunks nobody has begun."""
        ...

    @property
    def is_hungry(self) -> bool:
        """Whether somebody has nothing to do."""
        ...

    def submit(self, chunk: Chunk) -> None:
        """Have pages converted."""
        ...

    def answer(self, timeout: float) -> Answer | None:
        """Give the next answer; None when there is none within `timeout` seconds.

        Raises:
            StatedocsError: Nobody can convert.
        """
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


class Alone:
    """This process, one page after the other, without limits of time and memory."""

    count = 1

    def __init__(self, instructions: Instructions) -> None:
        self._instructions = instructions
        self._tasks: deque[Task] = deque()

    def __enter__(self) -> Self:
        return self

    @property
    def waiting(self) -> int:
        """How many pages were not asked for yet."""
        return len(self._tasks)

    @property
    def is_hungry(self) -> bool:
        """Whether there is nothing to do."""
        return not self._tasks

    def submit(self, chunk: Chunk) -> None:
        """Take pages."""
        self._tasks.extend(chunk)

    def answer(self, timeout: float) -> Answer | None:  # noqa: ARG002  (a crew's)
        """Convert the next page."""
        return answer(self._tasks.popleft(), self._instructions) if self._tasks else None

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...
