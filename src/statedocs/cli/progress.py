"""How far a run has come, on a terminal; nothing in a pipe."""

import time
from collections.abc import Sequence
from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

from statedocs.batch import PageCount
from statedocs.sinks import Outcome

_FAILED_SHOWN: Final = 10
_SHOW_SECONDS: Final = 0.1


class Progress:
    """A line that counts pages while they are written, and the first failures for the summary.

    Attributes:
        failed: The first few failures.
    """

    def __init__(self, console: Console, inputs: Sequence[str] = (), *, shown: bool) -> None:
        self.failed: list[Outcome] = []
        self._pages = self._failures = 0
        self._is_shown = shown and console.is_terminal
        self._last = 0.0
        self._count = PageCount(inputs)
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.completed:,.0f} pages"),
            BarColumn(bar_width=20),
            TextColumn("{task.fields[rate]}"),
            TextColumn("{task.fields[failures]}"),
            TimeElapsedColumn(),
            TextColumn("left"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
        )

    def __enter__(self) -> Self:
        self._task = self._bar.add_task("pages", total=None, failures="", rate="")
        return self

    def _start(self) -> None:
        """Show the line from the first page on: threads draw it, and workers are to be there before any thread is."""
        if self._is_shown and not self._pages:
            self._bar.start()
            self._count.start()

    def watch(self, outcome: Outcome) -> None:
        """Count one page."""
        self._start()
        self._pages += 1
        if outcome.outcome == "failure":
            self._failures += 1
            if self._failures <= _FAILED_SHOWN:
                self.failed.append(outcome)
        if self._is_shown and time.monotonic() - self._last > _SHOW_SECONDS:
            self._show()

    def _show(self) -> None:
        self._last = time.monotonic()
        failures = f"[red]{self._failures:,} failed[/]" if self._failures else ""
        speed = self._bar.tasks[0].speed
        rate = f"{speed:,.0f} a second" if speed else ""
        total = self._count.total
        self._bar.update(self._task, completed=self._pages, total=total, failures=failures, rate=rate)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._is_shown:
            self._show()
            self._bar.stop()
        self._count.stop()
