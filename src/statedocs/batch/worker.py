"""A worker: a process that converts what it is sent, one page after the other, until nobody sends any more."""

import contextlib
import os
import signal
import sys
from typing import BinaryIO, Final

from statedocs.batch.conversion import answer
from statedocs.batch.memory import memory_of
from statedocs.batch.task import Instructions
from statedocs.batch.wire import receive, send

READY: Final = "ready"
_BLOATED: Final = 140 * 2**20
"""What a worker may keep in memory between pages; memory that big pages have torn to pieces is not given back."""
_SERVED: Final = 64
"""How many pages a worker serves at least: a new one takes as long as a hundred pages to start."""
_ROOM: Final = 512 * 2**20
"""What a worker may take beyond the limit before the system refuses it: the run's watch is to be quicker."""


def serve(asked: BinaryIO, answers: BinaryIO) -> None:
    """Answer until the other side goes, or until this process is better replaced by a new one."""
    with contextlib.suppress(EOFError, BrokenPipeError):
        instructions: Instructions = receive(asked)
        limit_memory(instructions.memory)
        send(answers, READY)
        served = 0
        while True:
            for task in receive(asked):
                set_alarm(instructions.seconds)
                answered = answer(task, instructions)
                set_alarm(0)
                send(answers, answered)
                served += 1
                if answered.is_last or (served >= _SERVED and is_bloated()):
                    return


def set_alarm(seconds: float) -> None:
    """Have the system end this process after a time, also where the run that watches it has been killed.

    A page can hold the interpreter for good, and then no thread of this process would learn that the run is no more.
    """
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def limit_memory(limit: int) -> None:
    """Have the system refuse what goes far beyond the limit before the watch can see it."""
    if sys.platform == "linux" and limit:
        mapped, _ = memory_of(os.getpid()) or (0, 0)
        _set_limit(mapped + limit + _ROOM)


def is_bloated() -> bool:
    """Tell whether this process has grown beyond what a worker should have."""
    return (memory_of(os.getpid()) or (0, 0))[1] > _BLOATED


if sys.platform == "linux":
    import resource

    def _set_limit(size: int) -> None:
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        allowed = size if hard == resource.RLIM_INFINITY else min(size, hard)
        resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))


def main() -> None:
    """Serve on standard input and output, which nothing else shall touch."""
    asked = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "rb") as nothing:  # noqa: PTH123
        os.dup2(nothing.fileno(), 0)
    os.dup2(2, 1)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    serve(asked, answers)
    with contextlib.suppress(OSError):
        answers.close()
