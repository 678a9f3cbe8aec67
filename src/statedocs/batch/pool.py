"""Worker processes on this machine: chunks of pages out, answers in, and whoever fails replaced.

Own work and no library's pool: `concurrent.futures` and loky give up all that is under way when one process ends,
pebble ends the process that works on a chunk but cannot say on which of its pages, and none lets the other pages of
the chunk go on elsewhere uncharged. Processes are started as programs, not forked: whoever calls may have threads,
needs no guarded main module, and may itself be a process that must not have children (Dask's). Only where the caller
asks for it, and has one thread, are the first ones copies of this process: a program takes half a second to load.
"""

import contextlib
import queue
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Final, Self

from statedocs.batch.conversion import out_of_memory
from statedocs.batch.copied import CopiedProcess
from statedocs.batch.options import Limits
from statedocs.batch.process import Ended, WorkerProcess
from statedocs.batch.task import Answer, Chunk, Instructions, Task, exceeded
from statedocs.errors import StatedocsError

_WATCH_SECONDS: Final = 0.05
_STOPPED_SECONDS: Final = 1.0
"""By how much the watch may be late: when it is later this process was stopped (Ctrl-Z, a container that pauses)."""
_PATIENCE_SECONDS: Final = 2.0
"""How long a page may last before those behind it in the chunk are given to other workers."""
_LOSSES: Final = 2
"""How often a worker may end over a page: the page is tried once more, alone."""
_STARTS: Final = 3
"""How many processes may end one after the other before they were ready."""


_NOT_READY: Final = "worker processes end before they have done anything; with --workers 0 it may show why"


class Pool:
    """Workers that take chunks from one line and answer page by page, in any order.

    Args:
        count: How many processes; each is started when there is work for it.
        instructions: What they are told.
        limits: What one page may take.
        copies: Processes that are there already, to be used first.
    """

    def __init__(
        self, count: int, instructions: Instructions, limits: Limits, copies: Sequence[CopiedProcess] = ()
    ) -> None:
        self.count = count
        self._spare = [WorkerProcess(instructions, copy) for copy in copies]
        self._instructions = instructions
        self._limits = limits
        self._chunks: deque[Chunk] = deque()
        self._changed = threading.Condition()
        self._answers: queue.SimpleQueue[Answer | StatedocsError] = queue.SimpleQueue()
        self._workers: list[WorkerProcess | None] = []
        self._threads: list[threading.Thread] = []
        self._idle = 0
        self._closed = threading.Event()

    def __enter__(self) -> Self:
        self._start(self._watch)
        return self

    def _start(self, target: Callable[[], None]) -> None:
        self._threads.append(threading.Thread(target=target, daemon=True))
        self._threads[-1].start()

    @property
    def pids(self) -> list[int]:
        """The processes' numbers."""
        return [worker.pid for worker in self._workers if worker]

    @property
    def waiting(self) -> int:
        """How many chunks no worker has taken yet."""
        return len(self._chunks)

    @property
    def is_hungry(self) -> bool:
        """Whether a worker has nothing to do."""
        return not self._chunks and (self._idle > 0 or len(self._workers) < self.count)

    def submit(self, chunk: Chunk) -> None:
        """Have pages converted."""
        with self._changed:
            self._chunks.append(chunk)
            self._changed.notify()
            place = len(self._workers)
            if self._idle >= len(self._chunks) or place >= self.count:
                return
            self._workers.append(None)
        self._start(lambda: self._work(place))

    def answer(self, timeout: float) -> Answer | None:
        """Give the next answer; None when there is none within `timeout` seconds.

        Raises:
            StatedocsError: The workers cannot run.
        """
        try:
            answer = self._answers.get(timeout=timeout) if timeout else self._answers.get_nowait()
        except queue.Empty:
            return None
        if isinstance(answer, StatedocsError):
            raise answer
        return answer

    def _work(self, place: int) -> None:
        starts = 0
        try:
            while (chunk := self._take()) is not None:
                starts = 0 if self._serve(place, chunk) else starts + 1
                if starts == _STARTS:
                    self._answers.put(StatedocsError(_NOT_READY))
                    return
        except OSError as error:
            self._answers.put(StatedocsError(f"a worker process cannot be started: {error.strerror or error}"))
        except Exception as error:  # noqa: BLE001  (a thread's last words are heard by nobody else)
            self._answers.put(StatedocsError(f"a bug in the pool of workers: {error!r}"))

    def _take(self) -> Chunk | None:
        with self._changed:
            self._idle += 1
            while not self._chunks and not self._closed.is_set():
                self._changed.wait()
            self._idle -= 1
            return None if self._closed.is_set() else self._chunks.popleft()

    def _serve(self, place: int, chunk: Chunk) -> bool:
        """Have a chunk converted by the worker at a place; False where it ended before it took the first page."""
        worker = self._workers[place] or self._new()
        self._workers[place] = worker
        if self._closed.is_set():
            return True
        done = 0
        try:
            for answer in worker.convert(chunk):
                self._answers.put(answer)
                done += 1
        except Ended as ended:
            self._replace(place, worker)
            self._share_out(ended)
            return ended.is_charged or done > 0 or (ended.is_ready and ended.code == 0)
        if worker.is_relieved:
            self._replace(place, worker)
        return True

    def _new(self) -> WorkerProcess:
        with self._changed:
            spare = self._spare.pop() if self._spare else None
        return spare or WorkerProcess(self._instructions)

    def _replace(self, place: int, worker: WorkerProcess) -> None:
        self._workers[place] = None
        worker.close()

    def _share_out(self, ended: Ended) -> None:
        """Have the rest of a chunk done elsewhere; the page over which its worker ended answers for it."""
        if self._closed.is_set():
            return
        again: list[Chunk] = [ended.rest]
        if ended.is_charged:
            first, others = ended.rest[0].lost(), ended.rest[1:]
            again = [others]
            if message := self._refusal(first, ended):
                self._answers.put(exceeded(first, message, indented=self._instructions.indented))
            else:
                again = [[first], others]
        self._put_first(*again)

    def _put_first(self, *chunks: Chunk) -> None:
        """Have chunks taken before all others: pages behind them wait for theirs to be written."""
        with self._changed:
            self._chunks.extendleft(chunk for chunk in reversed(chunks) if chunk)
            self._changed.notify_all()

    def _refusal(self, task: Task, ended: Ended) -> str | None:
        """Say why a page is not tried again."""
        too_long = f"its conversion takes longer than the {self._limits.seconds:g} s that a page may take"
        if ended.reason == "time":
            return too_long
        if ended.reason == "memory":
            return out_of_memory(self._limits.memory)
        if task.losses < _LOSSES:
            return None  # its own alarm may have gone off because it was stopped with the run
        if -ended.code == getattr(signal, "SIGALRM", None):
            return too_long
        return f"the process that converted it ended {task.losses} times, at last {_how(ended.code)}"

    def _watch(self) -> None:
        last = time.monotonic()
        while not self._closed.wait(_WATCH_SECONDS):
            now = time.monotonic()
            stopped, last = now - last - _WATCH_SECONDS, now
            for worker in list(self._workers):
                if worker and stopped > _STOPPED_SECONDS:
                    worker.give_back(stopped)
                elif worker:
                    self._put_first(worker.relieve(_PATIENCE_SECONDS))
                    worker.watch(self._limits.seconds, self._limits.memory)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._closed.set()
        with self._changed:
            self._changed.notify_all()
        if kind is not None:
            for worker in filter(None, list(self._workers)):
                with contextlib.suppress(OSError):
                    worker.kill()
        for thread in self._threads:
            thread.join()
        for worker in filter(None, [*self._workers, *self._spare]):
            worker.close(at_once=kind is not None)


def _how(code: int) -> str:
    try:
        return f"by {signal.Signals(-code).name}"
    except ValueError:
        return f"with exit code {code}"
