"""A worker as a copy of this process: it is there at once, and all that it needs is loaded."""

import contextlib
import gc
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from typing import Final, NoReturn

from statedocs.batch.memory import memory_of
from statedocs.batch.worker import main

_SMALL: Final = 100 * 2**20
"""What this process may have in memory: a copy has it too, and is measured with it."""
_PAUSE: Final = 0.01


def may_copy() -> bool:
    """Tell whether a copy of this process is sound: it is where no other thread can hold a lock."""
    if sys.platform != "linux":
        return False
    is_small = (memory_of(os.getpid()) or (0, _SMALL))[1] < _SMALL
    return is_small and len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208  (their number)


class CopiedProcess:
    """A copy of this process that serves; it has of `subprocess.Popen` what is needed."""

    def __init__(self) -> None:
        with ExitStack() as opened:
            pipes = []
            for _ in range(2):
                pipes.append(os.pipe())
                for end in pipes[-1]:
                    opened.callback(os.close, end)
            self.pid = os.fork()
            opened.pop_all()
        (asked, asking), (answers, answering) = pipes
        self._lock = threading.Lock()
        self._code: int | None = None
        if self.pid == 0:
            _serve(asked, answering)
        os.close(asked)
        os.close(answering)
        self.stdin, self.stdout = os.fdopen(asking, "wb"), os.fdopen(answers, "rb")

    def kill(self) -> None:
        """End it, if it has not ended."""
        with self._lock:
            if self._poll() is None:
                os.kill(self.pid, signal.SIGKILL)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its end, and give its exit code, or the signal that ended it as a negative number.

        Raises:
            TimeoutExpired: It has not ended in time.
        """
        end = time.monotonic() + timeout if timeout is not None else None
        while True:
            with self._lock:
                if (code := self._poll()) is not None:
                    return code
            if end is not None and time.monotonic() > end:
                raise subprocess.TimeoutExpired("worker", timeout or 0)
            time.sleep(_PAUSE)

    def close(self) -> None:
        """End it, if it has not ended, and let its pipes go."""
        self.kill()
        self.wait()
        with contextlib.suppress(OSError):
            self.stdin.close()
        self.stdout.close()

    def _poll(self) -> int | None:
        if self._code is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self._code = os.waitstatus_to_exitcode(status) if pid else None
        return self._code


def _serve(asked: int, answers: int) -> NoReturn:
    """Serve, in the copy; what was open in the process that was copied is none of its business."""
    code = 1
    try:
        os.setpgid(0, 0)
        for asking in (signal.SIGTERM, signal.SIGHUP):
            if signal.getsignal(asking) is not signal.SIG_IGN:
                signal.signal(asking, signal.SIG_DFL)
        gc.freeze()
        os.dup2(asked, 0)
        os.dup2(answers, 1)
        os.closerange(3, os.sysconf("SC_OPEN_MAX"))
        main()
        code = 0
    finally:
        os._exit(code)
