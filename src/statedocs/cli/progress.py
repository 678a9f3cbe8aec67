"""How far a run has come, on a terminal; nothing in a pipe."""

import time
from collections.abc import Sequence
from datetime import timedelta
from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from statedocs.batch import Pace, PageCount
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
        self._pace = Pace()
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
            TextColumn("{task.fields[left]}"),
            console=console,
            transient=True,
        )

    def __enter__(self) -> Self:
        self._task = self._bar.add_task("pages", total=None, failures="", rate="", left="")
        return self

    def _start(self) -> None:
        """Show the line from the first page on: threads draw it, and workers are to be there before any thread is."""
        if self._is_shown and not self._pace.pages:
            self._bar.start()
            self._count.start()

    def watch(self, outcome: Outcome) -> None:
        """Count one page."""
        self._start()
        self._pace.add(outcome)
        if outcome.outcome == "failure" and self._pace.failures <= _FAILED_SHOWN:
            self.failed.append(outcome)
        if self._is_shown and time.monotonic() - self._last > _SHOW_SECONDS:
            self._show()

    def _show(self) -> None:
        self._last = time.monotonic()
        pace, total = self._pace, self._count.total
        left = pace.left(total)
        self._bar.update(
            self._task,
            completed=pace.pages,
            total=total,
            failures=f"[red]{pace.failures:,} failed[/]" if pace.failures else "",
            rate=f"{pace.rate:,.0f} a second" if pace.rate else "",
            left="" if left is None else f"left {timedelta(seconds=round(left))}",
        )

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._is_shown:
            self._show()
            self._bar.stop()
        self._count.stop()
