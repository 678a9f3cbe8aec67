"""What ends a run from outside."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, Final, NoReturn


class Terminated(KeyboardInterrupt):
    """The system asks for an end: a scheduler that takes a machine away (SIGTERM), a terminal that goes (SIGHUP)."""


_ASKING: Final = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def _raise(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001  (a handler's)
    raise Terminated


@contextmanager
def terminated_as_interrupted() -> Iterator[None]:
    """End as cleanly when the system asks for it as when the user does."""
    before: dict[int, Any] = {}
    with suppress(ValueError):  # not the main thread: whoever runs us there has handlers of its own
        for asking in _ASKING:
            if signal.getsignal(asking) is not signal.SIG_IGN:  # `nohup` has it so
                before[asking] = signal.signal(asking, _raise)
    try:
        yield
    finally:
        for asking, handler in before.items():
            signal.signal(asking, handler)
