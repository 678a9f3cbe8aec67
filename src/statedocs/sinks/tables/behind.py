"""Batches brought into a database while the caller goes on, in threads of their own."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from statedocs.sinks.tables.batch import Batch
from statedocs.sinks.tables.engine import Database


@dataclass(frozen=True)
class _Work:
    """A batch on its way.

    Attributes:
        lane: The connection that it goes through.
        touched: The names of all that it may change.
        done: What it ends with.
    """

    lane: Database
    touched: frozenset[str]
    done: Future[None]


class Behind:
    """As many batches under way as there are lanes; each is seen by others after those that came before it.

    Drivers wait for their engine with Python's lock given back, so a run goes on reading, and keeps its workers busy,
    while what it has is being loaded. Where an engine has several lanes, it works on several batches itself.

    Args:
        lanes: Connections, each for one batch at a time.
    """

    def __init__(self, lanes: Sequence[Database]) -> None:
        self._free = deque(lanes)
        self._threads = ThreadPoolExecutor(len(lanes), "statedocs-load")
        self._works: deque[_Work] = deque()

    def __enter__(self) -> Self:
        return self

    def begin(self, batch: Batch) -> None:
        """Bring a batch in, as soon as a lane is free and no batch under way may change what it changes, too.

        Raises:
            Exception: What became of a batch before; then this one is not begun.
        """
        lane = self._free_lane()
        touched = batch.look(lane)
        while any(touched & work.touched for work in self._works):
            self._await_one()
            touched = batch.look(lane)
        batch.number(lane)
        before = self._works[-1].done if self._works else None
        self._works.append(_Work(lane, touched, self._threads.submit(_bring, batch, lane, before)))

    def _free_lane(self) -> Database:
        while not self._free:
            self._await_one()
        return self._free.popleft()

    def _await_one(self) -> None:
        """Wait for the next batch to be in: the first one that came, for the others wait for it."""
        wait([self._works[0].done], return_when=FIRST_COMPLETED)
        work = self._works.popleft()
        work.done.result()
        self._free.append(work.lane)

    def wait(self) -> None:
        """Let everything that was begun be done.

        Raises:
            Exception: What became of a batch.
        """
        while self._works:
            self._await_one()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._threads.shutdown()
        if kind is None:
            self.wait()


def _bring(batch: Batch, lane: Database, before: Future[None] | None) -> None:
    """Write a batch, and let it be seen once what came before it is; nothing of it, if that came to grief."""
    batch.flush(lane)
    if before:
        before.result()
    lane.commit()
