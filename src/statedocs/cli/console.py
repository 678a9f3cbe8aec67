"""Where people are spoken to: colour and movement on a terminal, plain lines in a pipe."""

import json
import logging
import os
from datetime import UTC, datetime
from typing import Final, Literal

from rich.console import Console

LogFormat = Literal["text", "json"]

_PIPE_WIDTH: Final = 160

LOG: Final = logging.getLogger("statedocs")


class _Console(Console):
    def on_broken_pipe(self) -> None:
        """Leave it to the program to end as others do when their reader has gone."""
        raise BrokenPipeError


def errors() -> Console:
    """Give the console of everything that is no result."""
    return _widened(_Console(stderr=True, highlight=False))


def results() -> Console:
    """Give the console of what was asked for."""
    return _widened(_Console(highlight=False))


def _widened(console: Console) -> Console:
    """Leave a pipe room enough, so that what is read by programs is not folded."""
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _PIPE_WIDTH
    return console


class _Lines(logging.Handler):
    """Log records as lines that do not disturb the progress above which they appear."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console

    def emit(self, record: logging.LogRecord) -> None:
        self._console.print(self.format(record), markup=False, soft_wrap=True)


class _Json(logging.Formatter):
    """A log record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        traceback = record.exc_text or (record.exc_info and self.formatException(record.exc_info))
        value: dict[str, object] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "message": record.getMessage(),
            "event": getattr(record, "event", "bug" if traceback else "warning"),
            **getattr(record, "figures", {}),
        }
        if traceback:
            value["traceback"] = traceback
        return json.dumps(value, ensure_ascii=False)


def start_log(console: Console, log_format: LogFormat, level: int) -> None:
    """Send what statedocs logs to a console, from a level on."""
    handler = _Lines(console)
    if log_format == "json":
        handler.setFormatter(_Json())
    else:
        handler.setFormatter(logging.Formatter("statedocs: %(message)s"))
        handler.addFilter(lambda record: getattr(record, "event", None) in (None, "failure"))  # people see the rest
    LOG.handlers[:] = [handler]
    LOG.setLevel(level)
    LOG.propagate = False


def log_end(event: str, message: str) -> None:
    """Say to programs what ended a run before it was complete."""
    LOG.error(message, extra={"event": event})
