"""A worker process, as the run sees it."""

import contextlib
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO, Final, Literal, cast

from statedocs.batch.copied import CopiedProcess
from statedocs.batch.memory import memory_of
from statedocs.batch.task import Answer, Instructions, Task
from statedocs.batch.wire import receive, send
from statedocs.batch.worker import READY

Reason = Literal["time", "memory"]

_PROGRAM: Final = "import sys; sys.path[:] = sys.argv[1:]; from statedocs.batch.worker import main; main()"
"""A worker finds its modules where this process does, and none in the folder that the user happens to be in."""
_APART: Final[dict[str, Any]] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if sys.platform == "win32"
    else {"process_group": 0}
)
"""Ctrl-C on the terminal is for the run alone: it is the one to say how to stop."""
_LEAVE_SECONDS: Final = 5.0
_FIRST_PAGE: Final = 4
"""How many times as long as its start a process's first page may last before those behind it go elsewhere: else, where
a start takes seconds, every process would give its pages away and be replaced after the first."""


def _started() -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-P", "-c", _PROGRAM, *sys.path]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, **_APART)  # noqa: S603


class Ended(Exception):
    """A worker's process has ended before it had answered all.

    Attributes:
        code: As `Popen.returncode`.
        reason: Why the run ended it over the page that it was at; None where somebody else did.
        rest: The pages that it has not answered, the one that it was at first.
        is_charged: Whether that page has to do with it.
        is_ready: Whether it ever served.
    """

    def __init__(self, code: int, reason: Reason | None, rest: list[Task], *, is_charged: bool, is_ready: bool) -> None:
        super().__init__(code, reason)
        self.code = code
        self.reason = reason
        self.rest = rest
        self.is_charged = is_charged
        self.is_ready = is_ready


class WorkerProcess:
    """One process that converts. One thread uses it; another may call `watch`.

    Args:
        instructions: What it is told.
        copy: The process, if it is there already; else a program is started.
    """

    def __init__(self, instructions: Instructions, copy: CopiedProcess | None = None) -> None:
        self._instructions = instructions
        self._lock = threading.Lock()
        self._rest: list[Task] = []
        self._is_relieved = False
        self._page = 0
        self._since: float | None = None
        self._killed: tuple[int, Reason] | None = None
        self._is_ready = False
        self._startup = 0.0
        self._process = copy or _started()
        self._asked, self._answers = cast("BinaryIO", self._process.stdin), cast("BinaryIO", self._process.stdout)

    @property
    def pid(self) -> int:
        """The process's number."""
        return self._process.pid

    @property
    def is_relieved(self) -> bool:
        """Whether pages were taken from it: it would convert them all the same, so it is of no more use."""
        return self._is_relieved

    def convert(self, tasks: Sequence[Task]) -> Iterator[Answer]:
        """Give an answer for each task that is not taken back meanwhile, in their order.

        Raises:
            Ended: The process ended before it had answered all.
        """
        try:
            self._rest = list(tasks)
            if not self._is_ready:
                asked = time.monotonic()
                send(self._asked, self._instructions)
                self._is_ready = receive(self._answers) == READY
                self._startup = time.monotonic() - asked
            send(self._asked, tasks)
            while self._rest:
                self._set_clock(time.monotonic())
                answer = receive(self._answers)
                self._set_clock(None)
                yield answer
        except (OSError, EOFError) as error:
            raise self._ended() from error

    def _set_clock(self, since: float | None) -> None:
        with self._lock:
            self._since = since
            if since is None:
                self._page += 1
                del self._rest[0]

    def relieve(self, seconds: float) -> list[Task]:
        """Take back the pages that wait behind one that lasts longer than `seconds`.

        The first page of a process loads what pages need: it has time as its start had, on a machine that is very busy.
        """
        with self._lock:
            patience = seconds if self._page else max(seconds, _FIRST_PAGE * self._startup)
            if self._since is None or time.monotonic() - self._since < patience:
                return []
            rest = self._rest[1:]
            del self._rest[1:]
            self._is_relieved = self._is_relieved or bool(rest)
            return rest

    def give_back(self, seconds: float) -> None:
        """Do not count a time in which nothing ran here against the page that the process is at."""
        with self._lock:
            if self._since is not None:
                self._since += seconds

    def _ended(self) -> Ended:
        """Tell why; a page that was answered while its worker was being ended charges nobody."""
        with self._lock:
            was_busy, self._since = self._since is not None, None
            rest, self._rest = self._rest, []
        code = self._process.wait()
        reason = self._killed[1] if self._killed and self._killed[0] == self._page else None
        is_charged = reason is not None or (self._killed is None and was_busy and code != 0)
        return Ended(code, reason, rest, is_charged=is_charged and bool(rest), is_ready=self._is_ready)

    def watch(self, seconds: float, memory: int) -> None:
        """End the process where its page takes more than it may."""
        with self._lock:
            if self._since is None or self._killed:
                return
            if time.monotonic() - self._since > seconds:
                self._kill("time")
            elif (memory_of(self.pid) or (0, 0))[1] > memory:
                self._kill("memory")

    def _kill(self, reason: Reason) -> None:
        self._killed = (self._page, reason)
        self._process.kill()

    def kill(self) -> None:
        """End the process at once."""
        self._process.kill()

    def close(self, *, at_once: bool = True) -> None:
        """End the process and let its pipes go; unless `at_once`, it may leave by itself."""
        with contextlib.suppress(OSError):
            self._asked.close()
        if not at_once:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_LEAVE_SECONDS)
        self._process.kill()
        self._process.wait()
        self._answers.close()
