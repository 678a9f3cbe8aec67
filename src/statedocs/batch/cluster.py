"""A Dask cluster that converts: the same chunks, the same limits, the same results as on this machine.

The one door of `distributed`. Workers read the pages where they lie and leave their results in a folder that they
share with this process; what a worker does not reach travels through the scheduler, so that no machine needs a disk in
common with another. This process alone knows the inputs' order and writes OUT. Each thread of a worker converts in a
process of its own, in which the limits hold: a page over one costs itself, not the worker.
"""

import json
import logging
import queue
import threading
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from distributed import Client, KilledWorker

from statedocs.batch.fingerprint import program_digest
from statedocs.batch.options import Limits
from statedocs.batch.parts import Part, Parts, Place, write_part
from statedocs.batch.pool import Pool
from statedocs.batch.reference import Reference, fetched, referred
from statedocs.batch.task import Answer, Chunk, Instructions, Task, Unmade, exceeded
from statedocs.errors import StatedocsError
from statedocs.snapshot import Snapshot
from statedocs.sources import Unread, scheme_of

_SCHEMES: Final = ("tcp", "tls", "ucx", "ws", "wss")
_CONNECT_SECONDS: Final = 15
_ASK_SECONDS: Final = 2.0
_MISSES: Final = 3
"""How many chunks may show that workers do not reach a place before it is tried no more."""
_RESULTS: Final = "results"
_HERE: Final = threading.local()


class OtherProgram(Exception):
    """A worker of the cluster has another statedocs than the run."""


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker gives back for a chunk.

    Attributes:
        answers: What became of its pages; empty where that stands in a part.
        part: The file with the answers, in the folder that the worker and the run share.
        is_unwritten: Whether there is no such file although a folder was named.
        missing: The pages, by their numbers, whose bytes the worker does not reach.
    """

    answers: list[Answer]
    part: Part | None
    is_unwritten: bool
    missing: list[int]


def _silence() -> None:
    """Leave it to the run to say what goes wrong: the library tells of each connection that ends, at length."""
    for name in list(logging.root.manager.loggerDict):
        if name.partition(".")[0] == "distributed":
            logging.getLogger(name).setLevel(logging.CRITICAL)


def _address_in(named: str) -> str:
    """Give the scheduler's address where the file is named into which it has written that."""
    if "://" in named or not Path(named).is_file():
        return named
    try:
        return str(json.loads(Path(named).read_bytes())["address"])
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise StatedocsError(f"{named}: expected the file of a Dask scheduler, with its address") from error


class Cluster:
    """The workers of a Dask scheduler.

    Args:
        address: Where the scheduler is: `tcp://10.0.0.1:8786`, or the file in which it says so.
        instructions: What workers are told.
        limits: What one page may take.
        parts: A folder in which workers may leave their results.
        is_asked: Whether it is the user who named it.
    """

    def __init__(
        self,
        address: str,
        instructions: Instructions,
        limits: Limits,
        parts: str | None = None,
        *,
        is_asked: bool = False,
    ) -> None:
        self._address = address
        self._instructions = instructions
        self._limits = limits
        self._parts = Parts(parts, is_asked=is_asked) if parts else None
        self._missed: Counter[str] = Counter()
        self._answers: queue.SimpleQueue[Answer | StatedocsError] = queue.SimpleQueue()
        self._out: dict[str, tuple[Any, Chunk]] = {}
        self._lock = threading.Lock()
        self._count = 1
        self._asked = float("-inf")

    def __enter__(self) -> Self:
        _silence()
        self._address = _address_in(self._address)
        scheme, mark, _ = self._address.partition("://")
        if mark and scheme not in _SCHEMES:
            raise StatedocsError(f"{self._address} is no address of a Dask scheduler: expected tcp://HOST:PORT")
        try:
            self._client = Client(self._address, timeout=_CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise StatedocsError(f"no Dask scheduler answers at {self._address}: {error}") from error
        self._program = program_digest()
        return self

    @property
    def count(self) -> int:
        """How many threads the cluster's workers have, now."""
        return self._threads()

    @property
    def waiting(self) -> int:
        """How many chunks are beyond what the workers are at."""
        return max(0, len(self._out) - self._threads())

    @property
    def is_hungry(self) -> bool:
        """Whether a worker has nothing to do."""
        return len(self._out) < self._threads()

    def _threads(self) -> int:
        """Give the number of threads, asked for now and then: workers come and go."""
        if time.monotonic() - self._asked > _ASK_SECONDS:
            try:
                self._count = max(1, sum(self._client.nthreads().values()))
            except (OSError, TimeoutError) as error:
                raise StatedocsError(f"the cluster at {self._address} has gone: {error}") from error
            self._asked = time.monotonic()
        return self._count

    def submit(self, chunk: Chunk, *, by_value: bool = False) -> None:
        """Have pages converted; `by_value`, bytes that are here and records go through the scheduler in any case."""
        for task in chunk:
            if isinstance(task.page, Unread) and not self._is_reached(task):
                self._answers.put(Answer(task.number, Unmade.NOT_HERE))
        chunk = [task for task in chunk if isinstance(task.page, Snapshot) or self._is_reached(task)]
        if not chunk:
            return
        is_shared = self._parts and not by_value and self._missed[_RESULTS] < _MISSES
        place = self._parts.place if self._parts and is_shared else None
        sent = [task if by_value or not self._is_reached(task) else referred(task) for task in chunk]
        told = (self._instructions, self._limits, self._program, place)
        future = self._client.submit(convert_chunk, sent, *told, pure=False, priority=-chunk[0].number)
        with self._lock:
            self._out[future.key] = (future, chunk)
        future.add_done_callback(self._done)

    def _is_reached(self, task: Task) -> bool:
        """Tell whether workers may be expected to reach the place where a page is."""
        return bool(task.page.place and self._missed[scheme_of(task.page.place)] < _MISSES)

    def _note_reach(self, chunk: Chunk, missing: set[int]) -> None:
        """Learn what workers reach; a place of which they reached one page now is tried again."""
        reached: dict[str, bool] = {}
        for task in chunk:
            if task.page.place:
                scheme = scheme_of(task.page.place)
                reached[scheme] = reached.get(scheme, False) or task.number not in missing
        for scheme, is_reached in reached.items():
            self._missed[scheme] = 0 if is_reached else self._missed[scheme] + 1

    def _done(self, future: Any) -> None:
        """Take what came of a chunk; called by a thread of the client."""
        with self._lock:
            _, chunk = self._out.pop(future.key, (None, []))
        if not chunk:
            return  # the run has ended
        if future.status == "finished":
            try:
                self._take(future.result(), chunk)
            except Exception as error:  # noqa: BLE001  (nobody hears what is raised here, and the run would wait)
                self._answers.put(StatedocsError(f"the cluster at {self._address} cannot be understood: {error!r}"))
        elif future.status == "error" and isinstance(future.exception(), KilledWorker):
            self._share_out(chunk)
        else:
            why = future.exception() if future.status == "error" else "the scheduler has gone"
            self._answers.put(StatedocsError(f"the cluster at {self._address} cannot convert: {why}"))

    def _take(self, made: Made, chunk: Chunk) -> None:
        """Take what a worker made; what it does not reach, or left where it cannot be had, goes by value."""
        answers: list[Answer] | None = made.answers
        if self._parts and made.part:
            answers = self._parts.take(made.part)
        elif self._parts and made.is_unwritten:
            self._parts.tell_unseen()
        if answers is None:
            self._missed[_RESULTS] += 1
            self.submit(chunk, by_value=True)
            return
        unread = {answer.number for answer in answers if answer.result is Unmade.NOT_HERE}
        self._note_reach(chunk, unread.union(made.missing))
        for answer in answers:
            self._answers.put(answer)
        if rest := [task for task in chunk if task.number in made.missing]:
            self.submit([_here(task) for task in rest], by_value=True)

    def _share_out(self, chunk: Chunk) -> None:
        """Try the pages of a chunk alone over which workers ended again and again; a page alone answers for it."""
        if len(chunk) > 1:
            for task in chunk:
                self.submit([task])
            return
        message = "the workers of the cluster that converted it ended again and again"
        self._answers.put(exceeded(chunk[0], message, indented=self._instructions.indented))

    def answer(self, timeout: float) -> Answer | None:
        """Give the next answer; None when there is none within `timeout` seconds.

        Raises:
            StatedocsError: The cluster has gone, or cannot convert.
        """
        try:
            answer = self._answers.get(timeout=timeout) if timeout else self._answers.get_nowait()
        except queue.Empty:
            return None
        if isinstance(answer, StatedocsError):
            raise answer
        return answer

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._lock:
            futures = [future for future, _ in self._out.values()]
            self._out.clear()
        if kind is not None:
            self._client.cancel(futures, force=True)
        self._client.close(timeout=5)
        if self._parts:
            self._parts.close(is_own=kind is None)


def _here(task: Task) -> Task:
    """Give a page whose bytes are here as one that is nowhere else."""
    return replace(task, page=replace(task.page, place=None)) if isinstance(task.page, Snapshot) else task


def convert_chunk(
    sent: Sequence[Task | Reference], instructions: Instructions, limits: Limits, program: str, place: Place | None
) -> Made:
    """Convert pages, on a worker of the cluster.

    Args:
        sent: The pages, or where they are.
        instructions: How they are converted.
        limits: What one of them may take.
        program: Which statedocs the run has.
        place: Where the results are left, if the worker sees it.

    Raises:
        OtherProgram: The worker has another statedocs than the run: records would differ from one to the next.
    """
    if program != program_digest():
        raise OtherProgram("a worker has another version of statedocs than this machine")
    chunk, missing = fetched(sent)
    answers: list[Answer] = []
    pool = _pool(instructions, limits)
    if chunk:
        pool.submit(chunk)
    while len(answers) < len(chunk):
        answer = pool.answer(1.0)
        if answer:
            answers.append(answer)
    part = write_part(place, answers) if place and answers else None
    is_unwritten = bool(place and answers and not part)
    return Made([] if part else answers, part, is_unwritten, missing)


def _pool(instructions: Instructions, limits: Limits) -> Pool:
    """Give this thread's process; it ends with the thread's own, or when another run asks for other things."""
    known: tuple[Instructions, Limits, Pool] | None = getattr(_HERE, "pool", None)
    if known and known[:2] == (instructions, limits):
        return known[2]
    if known:
        known[2].__exit__(None, None, None)
    pool = Pool(1, instructions, limits).__enter__()
    _HERE.pool = (instructions, limits, pool)
    return pool
