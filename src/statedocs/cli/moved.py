"""What is said while records move from place to place, and when they have."""

import logging
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape

from statedocs.cli.console import start_log
from statedocs.cli.progress import Progress
from statedocs.cli.style import counted
from statedocs.sinks import Outcome, Summary, shown


class Watch:
    """Counts what has moved.

    Attributes:
        summary: What was moved, once it is known.
    """

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self.summary: Summary | None = None

    def __call__(self, outcome: Outcome) -> None:
        """Count one page."""
        self._progress.watch(outcome)


@contextmanager
def moving(console: Console, out: Sequence[str], *, quiet: bool) -> Iterator[Watch]:
    """Show progress, and the sum in a line at the end."""
    start_log(console, "text", logging.ERROR if quiet else logging.WARNING)
    started = time.perf_counter()
    with Progress(console, shown=not quiet) as progress:
        watch = Watch(progress)
        yield watch
    if watch.summary and not quiet:
        seconds = time.perf_counter() - started
        places = escape(", ".join("standard output" if place == "-" else shown(place) for place in out))
        said = f"{counted(watch.summary.documents, 'document')}, {counted(watch.summary.failures, 'failure')}"
        rate = watch.summary.pages / seconds
        console.print(
            f"[bold]{said}[/] to [bold]{places}[/] in {seconds:,.1f} s ({rate:,.0f} a second)", soft_wrap=True
        )
