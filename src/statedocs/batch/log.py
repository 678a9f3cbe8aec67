"""What a run says while it lasts, for programs that read its log: start, progress, failures, end, with figures."""

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Final

from statedocs.batch.count import PageCount
from statedocs.batch.options import RunOptions
from statedocs.sinks import Outcome, Summary

LOG: Final = logging.getLogger("statedocs")

_PROGRESS_SECONDS: Final = 10.0


class RunLog:
    """The log of a run.

    Args:
        inputs: What is read.
        places: Where it goes.
        options: What was asked.
        watch: Who else wants to see each outcome.
    """

    def __init__(
        self,
        inputs: Sequence[str | os.PathLike[str]],
        places: Sequence[str | os.PathLike[str]],
        options: RunOptions,
        watch: Callable[[Outcome], None],
    ) -> None:
        self._inputs = [os.fspath(path) for path in inputs]
        self._places = [os.fspath(place) for place in places]
        self._options = options
        self._others = watch
        self._pages = self._failures = 0
        self._count = PageCount(inputs)
        self._started = self._last = time.monotonic()

    def start(self, workers: int) -> None:
        """Say that it begins."""
        if LOG.isEnabledFor(logging.INFO):
            self._count.start()
        self._say("start", "the run begins", inputs=self._inputs, out=self._places, workers=workers)

    def watch(self, outcome: Outcome) -> None:
        """Say what failed, and now and then how far the run is."""
        self._pages += 1
        if outcome.outcome == "failure":
            self._failures += 1
            self._say("failure", "%s: %s", outcome.origin, outcome.reason, origin=outcome.origin, reason=outcome.reason)
        now = time.monotonic()
        if now - self._last >= _PROGRESS_SECONDS:
            self._last = now
            self._say("progress", "pages: %d, failed: %d", self._pages, self._failures, **self._figures(now))
        self._others(outcome)

    def _figures(self, now: float) -> dict[str, object]:
        seconds = now - self._started
        rate = self._pages / seconds if seconds else 0.0
        total = self._count.total
        return {
            "pages": self._pages,
            "failures": self._failures,
            "seconds": round(seconds, 3),
            "pages_a_second": round(rate, 2),
            "total": total,
            "seconds_left": round((total - self._pages) / rate, 1) if total and rate else None,
        }

    def end(self, summary: Summary, seconds: float) -> None:
        """Say what came of it."""
        self._count.stop()
        rate = round(summary.pages / seconds, 2) if seconds else 0.0
        figures = {**asdict(summary), "seconds": round(seconds, 3), "pages_a_second": rate}
        self._say("end", "the run is complete, pages: %d, seconds: %.1f", summary.pages, seconds, **figures)

    def _say(self, event: str, message: str, *arguments: object, **figures: object) -> None:
        LOG.info(message, *arguments, extra={"event": event, "figures": figures})
