"""One task becomes one answer, wherever that is done."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from statedocs.batch.task import Answer, Instructions, Logged, Task, exceeded
from statedocs.pipeline import convert_all
from statedocs.record import Document, Failure
from statedocs.sinks import entry_of

_LOG: Final = logging.getLogger("statedocs")


def answer(task: Task, instructions: Instructions) -> Answer:
    """Convert one page; whatever goes wrong is a failure of the page."""
    with _kept_log() as logged:
        try:
            (result,) = convert_all([task.snapshot], instructions.convert)
            assert isinstance(result, Document | Failure)
            is_out_of_memory = isinstance(result, Failure) and result.error == MemoryError.__name__
            made = None if is_out_of_memory else entry_of(result, task.fingerprint, indented=instructions.indented)
        except MemoryError:
            made = None
    if made is None:
        return exceeded(task, out_of_memory(instructions.memory), indented=instructions.indented)
    return Answer(task.number, made, tuple(logged))


def out_of_memory(limit: int) -> str:
    """Say which limit of memory a page went beyond."""
    return f"its conversion needs more than the {limit // 2**20:,} MB that a page may take"


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.logged: list[Logged] = []

    def emit(self, record: logging.LogRecord) -> None:
        text = "".join(traceback.format_exception(*record.exc_info)).rstrip() if record.exc_info else None
        self.logged.append(Logged(record.levelno, record.getMessage(), text))


@contextmanager
def _kept_log() -> Iterator[list[Logged]]:
    """Keep what is logged: whoever holds the log gets it with the answer."""
    keeper, others, propagate = _Keeper(), _LOG.handlers[:], _LOG.propagate
    _LOG.handlers[:], _LOG.propagate = [keeper], False
    try:
        yield keeper.logged
    finally:
        _LOG.handlers[:], _LOG.propagate = others, propagate


def log_again(answer: Answer) -> None:
    """Log here what was logged where the page was converted."""
    for level, message, text in answer.logged:
        record = _LOG.makeRecord(_LOG.name, level, __file__, 0, message, (), None)
        record.exc_text = text
        if _LOG.isEnabledFor(level):
            _LOG.handle(record)
