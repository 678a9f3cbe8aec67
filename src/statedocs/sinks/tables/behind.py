"""Work done while the caller goes on: one thing after the other, in a thread of its own."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self


class Behind:
    """At most one piece of work under way; whoever brings the next one waits for it.

    Drivers wait for their engine with Python's lock given back, so a run goes on reading, and keeps its workers busy,
    while what it has is being loaded.
    """

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1, "statedocs-load")
        self._work: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def begin(self, work: Callable[[], None]) -> None:
        """Have work done, once what was begun before has been.

        Raises:
            Exception: What the work before raised; then this work is not begun.
        """
        self.wait()
        self._work = self._thread.submit(work)

    def wait(self) -> None:
        """Let everything that was begun be done.

        Raises:
            Exception: What the work raised.
        """
        work, self._work = self._work, None
        if work:
            work.result()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._thread.shutdown()
        if kind is None:
            self.wait()
