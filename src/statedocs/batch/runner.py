"""One run: inputs to records, in the order of the inputs, each page once."""

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from glob import escape
from importlib import import_module
from typing import Final

from statedocs.batch.copied import CopiedProcess, may_copy
from statedocs.batch.crew import Alone, Crew
from statedocs.batch.fingerprint import basis_of
from statedocs.batch.log import RunLog
from statedocs.batch.options import RunOptions, cores
from statedocs.batch.order import Line, Plan
from statedocs.batch.own import own_origins, parts_place
from statedocs.batch.pool import Pool
from statedocs.batch.spill import Spill
from statedocs.batch.task import Instructions
from statedocs.errors import StatedocsError
from statedocs.record import FINDINGS, Level
from statedocs.sinks import Outcome, Summary, Writer, open_sink, refuse_twice
from statedocs.sources import list_all, read_holder

DEFAULTS: Final = RunOptions()

Place = str | os.PathLike[str]


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
    inputs: Sequence[Place],
    out: Place | Sequence[Place],
    options: RunOptions = DEFAULTS,
    watch: Callable[[Outcome], None] = lambda _: None,
) -> Report:
    """Convert every page of the inputs and write what came of each.

    A run that broke off, however that was, goes on when it is asked for again; what an earlier run has done and
    nothing has changed is not done again.

    Args:
        inputs: Files and folders, in the order in which their pages are wanted.
        out: A folder, a `.jsonl` file, `-`, or several of them.
        options: What is asked of the run.
        watch: Called with each page's outcome once it is put away; a file has its name with the next commit.

    Raises:
        SourceError: An input does not exist, or two inputs hold a page of the same origin.
        SinkError: OUT cannot be written, or another run writes there.
        StatedocsError: Pages cannot be converted at all.
    """
    started = time.perf_counter()
    places = [out] if isinstance(out, str | os.PathLike) else list(out)
    refuse_twice(places)
    parts = parts_place(options.cluster_parts, places, inputs) if options.cluster else None
    own = {origin for place in places for origin in own_origins(place, inputs)}
    exclude = (*options.exclude, *map(escape, own))
    options = replace(options, exclude=exclude)
    found = list_all(inputs, include=options.include, exclude=options.exclude)
    items = (item for item in found if item.origin not in own)
    log = RunLog(inputs, places, options, watch)
    with ExitStack() as opened:
        copies = opened.enter_context(copies_for(options))  # before a place loads what has threads, or is large
        writer = Writer([open_sink(place) for place in places], log.watch)
        crew = opened.enter_context(crew_of(options, copies, indented=writer.wants_indented, parts=parts))
        opened.enter_context(writer)
        log.start(crew.count)
        line = Line(plan_of(options), crew, writer, opened.enter_context(Spill()))
        seen = line.run(items)
        summary = writer.finish(seen, prune=options.prune)
    report = Report(summary, time.perf_counter() - started)
    log.end(summary, report.seconds)
    return report


def plan_of(options: RunOptions) -> Plan:
    """Give how items become entries."""
    reading = partial(read_holder, include=options.include, exclude=options.exclude)
    return Plan(basis_of(options.convert), options.fresh, reading)


def crew_of(
    options: RunOptions, copies: Sequence[CopiedProcess] = (), *, indented: bool, parts: str | None = None
) -> Crew:
    """Give whoever is to convert.

    Args:
        options: What is asked of the run.
        copies: Workers that are there already, to be used first.
        indented: Whether records are wanted as people read them, too.
        parts: Where a cluster's workers may leave their results.
    """
    limits = options.limits
    instructions = Instructions(
        convert=options.convert,
        basis=basis_of(options.convert),
        indented=indented,
        seconds=2 * limits.seconds + 1,
        memory=limits.memory,
        size=limits.size,
    )
    if options.cluster:
        return _cluster(options, instructions, parts)
    workers = workers_of(options)
    return Pool(workers, instructions, limits, copies) if workers else Alone(instructions)


@contextmanager
def copies_for(options: RunOptions) -> Iterator[list[CopiedProcess]]:
    """Give workers that are there at once, and end those that nobody ended; none where a copy is not wanted or sound.

    They are made before anything else is loaded: a database's library brings threads of its own (Arrow's do), and
    then each worker would have to load the program itself, which takes a second of the machine's time.

    Raises:
        StatedocsError: The system does not let this user have so many.
    """
    is_wanted = options.copies and not options.cluster and may_copy()
    count = workers_of(options) if is_wanted else 0
    with ExitStack() as made:
        copies: list[CopiedProcess] = []
        try:
            while len(copies) < count:
                copies.append(CopiedProcess())
                made.callback(copies[-1].close)
        except OSError as error:
            said = f"{count} worker processes cannot be started, {len(copies)} were"
            raise StatedocsError(f"{said}: {error.strerror or error}; name fewer with --workers") from error
        yield copies


def workers_of(options: RunOptions) -> int:
    """Give how many processes convert."""
    return cores() if options.workers is None else options.workers


def _cluster(options: RunOptions, instructions: Instructions, parts: str | None) -> Crew:
    try:
        module = import_module("statedocs.batch.cluster")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("dask", "distributed"):
            raise
        raise StatedocsError("--cluster needs the extra `cluster`: pip install 'statedocs[cluster]'") from error
    is_asked = options.cluster_parts is not None
    crew: Crew = module.Cluster(options.cluster, instructions, options.limits, parts, is_asked=is_asked)
    return crew
