"""What a run says while it lasts, for programs that read its log: start, progress, failures, end, with figures."""

import logging
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Final

from statedocs.batch.count import PageCount
from statedocs.batch.events import EVENTS
from statedocs.batch.options import RunOptions
from statedocs.batch.pace import Pace
from statedocs.sinks import Outcome, Summary
from statedocs.version import VERSION

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
        self._pace = Pace()
        self._count = PageCount(inputs)
        self._last = time.monotonic()

    def start(self, workers: int) -> None:
        """Say that it begins."""
        if LOG.isEnabledFor(logging.INFO):
            self._count.start()
        figures = {"inputs": self._inputs, "out": self._places, "workers": workers, "version": VERSION}
        self._say("start", "the run begins", **figures)

    def watch(self, outcome: Outcome) -> None:
        """Say what failed, and now and then how far the run is."""
        self._pace.add(outcome)
        if outcome.outcome == "failure":
            self._say("failure", "%s: %s", outcome.origin, outcome.reason, origin=outcome.origin, reason=outcome.reason)
        now = time.monotonic()
        if now - self._last >= _PROGRESS_SECONDS:
            self._last = now
            self._say("progress", "pages: %d, failed: %d", self._pace.pages, self._pace.failures, **self._figures())
        self._others(outcome)

    def _figures(self) -> dict[str, object]:
        pace, total = self._pace, self._count.total
        left = pace.left(total)
        return {
            "pages": pace.pages,
            "kept": pace.kept,
            "failures": pace.failures,
            "seconds": round(pace.seconds, 3),
            "pages_a_second": round(pace.rate, 2),
            "total": total,
            "seconds_left": left if left is None else round(left, 1),
        }

    def end(self, summary: Summary, seconds: float) -> None:
        """Say what came of it."""
        self._count.stop()
        figures = {
            **asdict(summary),
            "kept": self._pace.kept,
            "seconds": round(seconds, 3),
            "pages_a_second": round(self._pace.converted / seconds, 2) if seconds else 0.0,
        }
        self._say("end", "the run is complete, pages: %d, seconds: %.1f", summary.pages, seconds, **figures)

    def _say(self, event: str, message: str, *arguments: object, **figures: object) -> None:
        assert figures.keys() == EVENTS[event].fields.keys()
        LOG.info(message, *arguments, extra={"event": event, "figures": figures})
