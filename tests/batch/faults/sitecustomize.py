"""Loaded by every Python process that finds it on its path: pages that name a fault have it.

So faults that pages of their own seldom have are seen in real processes, started as a user starts them.
"""

import os
import signal
import sys
import time
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import find_spec
from types import ModuleType


def _hang() -> None:
    while True:
        time.sleep(60)


def _spin() -> None:
    while True:
        pass


def _eat() -> None:
    held = []
    while True:
        held.append(bytearray(8 * 2**20))
        time.sleep(0.002)


def _gulp() -> None:
    bytearray(64 * 2**30)


def _once() -> None:
    """Die over a page the first time only."""
    try:
        os.close(os.open(os.environ["FAULT_MARK"], os.O_CREAT | os.O_EXCL))
    except FileExistsError:
        return
    os.kill(os.getpid(), signal.SIGKILL)


def _slow() -> None:
    time.sleep(0.1)


def _wait() -> None:
    """Last until the test lets go."""
    while not os.path.exists(os.environ["FAULT_MARK"]):  # noqa: PTH110  (nothing that a worker would not load anyway)
        time.sleep(0.01)


def _raise() -> None:
    raise KeyError("a defect")


FAULTS = {
    b"FAULT-RAISE": _raise,
    b"FAULT-HANG": _hang,
    b"FAULT-SPIN": _spin,
    b"FAULT-EAT": _eat,
    b"FAULT-GULP": _gulp,
    b"FAULT-SEGV": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    b"FAULT-EXIT": lambda: os._exit(3),
    b"FAULT-ONCE": _once,
    b"FAULT-SLOW": _slow,
    b"FAULT-WAIT": _wait,
}


def _faulty(pipeline: ModuleType) -> None:
    convert = pipeline.to_record

    def faulty(snapshot: object, options: object) -> object:
        if "FAULT_PROGRESS" in os.environ:
            sys.modules["statedocs.batch.log"]._PROGRESS_SECONDS = 0.0  # type: ignore[attr-defined]  # a module by its name
        if log := os.environ.get("FAULT_LOG"):
            with open(log, "a") as file:  # noqa: PTH123  (as above)
                file.write(f"{os.getpid()} {snapshot.origin}\n")  # type: ignore[attr-defined]
        for mark, fault in FAULTS.items():
            if mark in snapshot.data:  # type: ignore[attr-defined]
                fault()
        return convert(snapshot, options)

    pipeline.to_record = faulty  # type: ignore[attr-defined]


class _Finder(MetaPathFinder):
    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        if name != "statedocs.pipeline":
            return None
        sys.meta_path.remove(self)
        spec = find_spec(name)
        assert spec
        assert spec.loader
        execute = spec.loader.exec_module

        def exec_module(module: ModuleType) -> None:
            execute(module)
            _faulty(module)

        spec.loader.exec_module = exec_module  # type: ignore[method-assign]
        return spec


sys.meta_path.insert(0, _Finder())


def _blind(event: str, arguments: tuple[object, ...]) -> None:
    """See nothing of a folder, as another machine would."""
    if event in ("open", "os.mkdir", "os.rename") and str(arguments[0]).startswith(os.environ["FAULT_BLIND"]):
        raise FileNotFoundError(2, "No such file or directory", str(arguments[0]))


if "FAULT_BLIND" in os.environ:
    sys.addaudithook(_blind)
