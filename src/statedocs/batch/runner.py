"""One run: inputs to records, one page after the other."""

import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from statedocs.errors import SinkError
from statedocs.pipeline import Options, convert_all
from statedocs.record import FINDINGS, Document, Failure, Level
from statedocs.sinks import Outcome, Summary, write
from statedocs.snapshot import Skipped
from statedocs.sources import origins_of, read_all

log = logging.getLogger("statedocs")


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """What a user may ask of a run.

    Attributes:
        convert: How each page is converted.
        include: Patterns of the pages wanted; none means all.
        exclude: Patterns of files and folders to leave out.
    """

    convert: Options = field(default_factory=Options)
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What a run did. The clock stands here and in the log, never in a record."""

    summary: Summary
    seconds: float

    @property
    def pages_a_second(self) -> float:
        """How fast it went."""
        return self.summary.pages / self.seconds if self.seconds else 0.0

    def findings(self) -> list[tuple[str, Level, int]]:
        """Give each finding met as code, level and count: errors first, then the commonest."""
        order = ("error", "warning", "info")
        met = [(code, FINDINGS[code][0], count) for code, count in self.summary.findings.items()]
        return sorted(met, key=lambda row: (order.index(row[1]), -row[2], row[0]))


def run(
    inputs: Sequence[str | os.PathLike[str]],
    out: str | os.PathLike[str],
    options: RunOptions = RunOptions(),
    watch: Callable[[Outcome], None] = lambda _: None,
) -> Report:
    """Convert every page of the inputs and write what came of each.

    Args:
        inputs: Files and folders, in the order in which their pages are wanted.
        out: A folder, a `.jsonl` file, or `-`.
        options: What is asked of the run.
        watch: Called with each page's outcome once it is written.

    Raises:
        SourceError: An input does not exist, or two inputs hold a page of the same origin.
        SinkError: OUT cannot be written.
    """
    started = time.perf_counter()
    exclude = (*options.exclude, *_out_patterns(inputs, out))
    items = read_all(inputs, include=options.include, exclude=exclude)
    summary = write(_logged(convert_all(items, options.convert)), out, watch=watch)
    return Report(summary, time.perf_counter() - started)


def _out_patterns(inputs: Iterable[str | os.PathLike[str]], out: str | os.PathLike[str]) -> Iterator[str]:
    """Give the patterns that keep a run from reading what it writes, where OUT lies in an input."""
    if os.fspath(out) == "-":
        return
    place = Path(out).resolve()
    for origin in origins_of(place, inputs):
        if not origin and place.is_dir():
            raise SinkError(f"OUT is an input: {out}")
        yield "".join(f"[{c}]" if c in "*?[" else c for c in origin)


def _logged(results: Iterable[Document | Skipped | Failure]) -> Iterator[Document | Skipped | Failure]:
    for result in results:
        if isinstance(result, Failure):
            log.info("%s: %s: %s", result.origin, result.error, result.message)
        yield result
