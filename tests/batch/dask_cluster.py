"""A real Dask cluster on this machine: a scheduler and workers, each a process, in a folder of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path


def tree(folder: Path) -> dict[str, bytes]:
    paths = ((path.relative_to(folder).as_posix(), path) for path in folder.rglob("*"))
    return {name: path.read_bytes() for name, path in paths if path.is_file() and not name.endswith("/lock")}


@contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[subprocess.Popen[bytes]]:
    try:
        yield process
    finally:
        process.kill()
        process.wait()


class Dask:
    """A scheduler and its workers."""

    def __init__(self, folder: Path, opened: ExitStack) -> None:
        self._folder, self._opened = folder, opened
        self._worker: subprocess.Popen[bytes] | None = None
        self._file = folder / "scheduler.json"
        self.scheduler = self._start("scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        end = time.monotonic() + 90
        while not (self._file.exists() and self._file.read_text().endswith("}")):
            assert time.monotonic() < end, "no scheduler"
            time.sleep(0.1)
        self.address: str = json.loads(self._file.read_text())["address"]

    def worker(self) -> subprocess.Popen[bytes]:
        """Give the one worker that has nothing particular, and stays."""
        if self._worker is None or self._worker.poll() is not None:
            self._worker = self.add_worker()
        return self._worker

    def add_worker(self, **variables: str) -> subprocess.Popen[bytes]:
        number = len(list(self._folder.glob("*.log")))
        local = self._folder / str(number)
        return self._start(
            "worker",
            "--host",
            "127.0.0.1",
            "--nthreads",
            "1",
            "--no-nanny",
            "--no-dashboard",
            "--local-directory",
            local,
            **variables,
        )

    def _start(self, kind: str, *arguments: object, **more: str) -> subprocess.Popen[bytes]:
        log = self._opened.enter_context((self._folder / f"{kind}-{time.monotonic_ns()}.log").open("wb"))
        command = [sys.executable, "-m", f"distributed.cli.dask_{kind}", "--scheduler-file", self._file, *arguments]
        variables = {"PYTHONPATH": str(Path(__file__).parent / "faults"), "DASK_DISTRIBUTED__WORKER__DAEMON": "True"}
        process = subprocess.Popen(
            [str(part) for part in command],
            env={**os.environ, **variables, **more},
            stdout=log,
            stderr=log,
            cwd=self._folder,
        )
        return self._opened.enter_context(ended(process))
