"""How far a run has come, on a terminal; nothing in a pipe."""

from types import TracebackType
from typing import Final, Self

from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn

from statedocs.sinks import Outcome

_FAILED_SHOWN: Final = 10


class Progress:
    """A line that counts pages while they are written, and the first failures for the summary.

    Attributes:
        failed: The first few failures.
    """

    def __init__(self, console: Console, *, shown: bool) -> None:
        self.failed: list[Outcome] = []
        self._failures = 0
        self._bar = Bar(
            SpinnerColumn(),
            TextColumn("{task.completed:.0f} pages"),
            TaskProgressColumn(show_speed=True),
            TextColumn("{task.fields[failures]}"),
            TimeElapsedColumn(),
            console=console,
            transient=True,
        )
        self._is_shown = shown and console.is_terminal

    def __enter__(self) -> Self:
        if self._is_shown:
            self._bar.start()
        self._task = self._bar.add_task("pages", total=None, failures="")
        return self

    def watch(self, outcome: Outcome) -> None:
        """Count one page."""
        if outcome.outcome == "failure":
            self._failures += 1
            if self._failures <= _FAILED_SHOWN:
                self.failed.append(outcome)
        failures = f"[red]{self._failures} failed[/]" if self._failures else ""
        self._bar.update(self._task, advance=1, failures=failures)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._is_shown:
            self._bar.stop()
