"""What ends a run from outside."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn


class Terminated(KeyboardInterrupt):
    """The system asked for an end (SIGTERM), as schedulers do before they take a machine away."""


def _raise(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001  (a handler's)
    raise Terminated


@contextmanager
def terminated_as_interrupted() -> Iterator[None]:
    """End as cleanly when the system asks for it as when the user does."""
    try:
        before = signal.signal(signal.SIGTERM, _raise)
    except ValueError:  # not the main thread: whoever runs us there has handlers of its own
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
