"""One task becomes one answer, wherever that is done."""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from statedocs.batch.fingerprint import fingerprint_of
from statedocs.batch.task import Answer, Instructions, Known, Logged, Task, Unmade, exceeded
from statedocs.collector import without_collector
from statedocs.errors import LimitExceeded
from statedocs.pipeline import attempt, failure_of
from statedocs.record import Failure
from statedocs.sinks import Entry, entry_of
from statedocs.snapshot import Snapshot
from statedocs.sources import Unread

_LOG: Final = logging.getLogger("statedocs")


def answer(task: Task, instructions: Instructions) -> Answer:
    """Convert one page; whatever goes wrong is a failure of the page."""
    with _kept_log() as logged:
        try:
            made = _made(task, instructions)
        except MemoryError:
            return exceeded(task, out_of_memory(instructions.memory), indented=instructions.indented)
    return Answer(task.number, made, tuple(logged))


def _made(task: Task, instructions: Instructions) -> Entry | Known | Unmade:
    """Read what is not read yet, and convert what is not known."""
    if isinstance(task.page, Unread) and not task.page.is_seen():
        return Unmade.NOT_HERE
    page = task.page.read() if isinstance(task.page, Unread) else task.page
    if page is None:
        return Unmade.HOLDER
    if not isinstance(page, Snapshot):
        is_unread = isinstance(page, Failure) and page.stage == "source" and page.sha256 is None
        return Unmade.NOT_HERE if is_unread else entry_of(page, indented=instructions.indented)
    if instructions.size is not None and len(page.data) > instructions.size:
        error = LimitExceeded(f"{len(page.data):,} bytes; a page may have {instructions.size:,}")
        return entry_of(failure_of(error, page), indented=instructions.indented)
    fingerprint = fingerprint_of(page, instructions.basis)
    if fingerprint in task.known:
        return Known(fingerprint)
    with without_collector():
        result = attempt(page, instructions.convert)
        if isinstance(result, Failure) and result.error == MemoryError.__name__:
            raise MemoryError
        entry = entry_of(result, fingerprint, indented=instructions.indented)
        del result  # before the collector comes back
    return entry


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
