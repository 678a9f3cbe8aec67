"""How fast a run converts, and how long the rest takes."""

import time

from statedocs.sinks import Kept, Outcome


class Pace:
    """Pages counted as they are written, in whatever order the kept ones come.

    A page that an earlier run has done is passed over in no time: it is no sign of how fast pages are converted, and so
    the time up to it does not count either.

    Attributes:
        pages: How many pages were written.
        kept: How many of them an earlier run had done.
        failures: How many of them failed.
        converted: How many this run has seen to itself.
    """

    def __init__(self) -> None:
        self.pages = self.kept = self.failures = self.converted = 0
        self._started = self._last = time.monotonic()
        self._seconds = 0.0

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        now = time.monotonic()
        self.pages += 1
        self.failures += outcome.outcome == "failure"
        self.kept += isinstance(outcome, Kept)
        if not isinstance(outcome, Kept) and outcome.outcome != "gone":
            self.converted += 1
            self._seconds += now - self._last
        self._last = now

    @property
    def seconds(self) -> float:
        """How long the run lasts already."""
        return time.monotonic() - self._started

    @property
    def rate(self) -> float:
        """How many pages are converted in a second; 0 as long as none was."""
        return self.converted / self._seconds if self.converted and self._seconds else 0.0

    def left(self, total: int | None) -> float | None:
        """Give how many seconds the rest takes, if all of it has to be converted; None while nobody can know."""
        rate = self.rate
        return max(0, total - self.pages) / rate if total and rate else None
