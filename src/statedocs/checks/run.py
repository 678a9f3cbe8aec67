"""A check: pages or records in, verdicts out, one after the other."""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from statedocs.checks.baseline import Baseline, Thresholds, read_baseline, write_baseline
from statedocs.checks.drift import compare
from statedocs.checks.earlier import judge_earlier
from statedocs.checks.expectations import Expectations
from statedocs.checks.judge import FailOn, Judge
from statedocs.checks.measures import Measures
from statedocs.checks.places import Item, Pages, Place
from statedocs.checks.published import can_validate
from statedocs.checks.recognition import holds_records
from statedocs.checks.report import Listener, Report
from statedocs.checks.verdict import RUN, Problem, Verdict, whose
from statedocs.errors import SourceError
from statedocs.pipeline import convert_all
from statedocs.record import Document, Failure
from statedocs.sinks.index import Index
from statedocs.snapshot import Skipped

Result = Document | Skipped | Failure
Take = Callable[[Result], None]
Convert = Callable[[Iterable[Item], Take], None]
"""Converts pages, and hands each result over in their order."""


def in_turn(items: Iterable[Item], take: Take) -> None:
    """Convert pages in this process, one after the other."""
    with Index() as index:
        for result in convert_all(items):
            first = index.remember(result.id, result.source.origin) if isinstance(result, Document) else None
            if first is not None and isinstance(result, Document):
                take(Skipped(result.source.origin, f"duplicate of {first}", result.source.sha256))
            else:
                take(result)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckOptions:
    """What a maintainer may ask of a check.

    Attributes:
        fail_on: The least level of a finding that turns it red.
        expected: A folder of records that somebody has read.
        accept: Whether records that differ become the expected ones.
        baseline: The measures of an earlier day.
        write_baseline: Whether today's become the baseline.
        originals: What records were made from, when records are checked.
        root: The folder whose files the inputs are.
        include: Patterns of the pages wanted.
        exclude: Patterns of what is to be left out.
    """

    fail_on: FailOn = "error"
    expected: Path | None = None
    accept: bool = False
    baseline: Path | None = None
    write_baseline: bool = False
    originals: tuple[Place, ...] = ()
    root: Path | None = None
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


def check(
    places: Sequence[Place], options: CheckOptions, listeners: Sequence[Listener] = (), convert: Convert = in_turn
) -> Report:
    """Judge pages, or records made earlier.

    Args:
        places: Pages as `convert` takes them, or what it wrote; not both.
        options: What is asked of the check.
        listeners: Told of every verdict, and of the end.
        convert: Turns pages into records.

    Raises:
        SourceError: An input, a folder or a file that was named does not exist, or is something else.
        SinkError: A place cannot be read or written.
    """
    return _Check(places, options, listeners, convert).run()


class _Check:
    """One check while it goes."""

    def __init__(
        self, places: Sequence[Place], options: CheckOptions, listeners: Sequence[Listener], convert: Convert
    ) -> None:
        self._places = places
        self._options = options
        self._convert = convert
        self._measures = Measures()
        self._report = Report()
        self._listeners = listeners
        self._baseline = _baseline(options)

    def run(self) -> Report:
        started = time.perf_counter()
        with ExitStack() as opened:
            expectations = None
            if self._options.expected:
                index = opened.enter_context(Index())
                expectations = Expectations(self._options.expected, index, accept=self._options.accept)
            judge = Judge(self._options.fail_on, expectations)
            is_whole = self._judge_all(judge)
            self._tell_of_run(self._problems(expectations if is_whole else None))
        if not can_validate():
            self._report.notes.append(
                "shapes were judged by the models alone: install statedocs[checks] for the independent validator"
            )
        self._report.seconds = time.perf_counter() - started
        for listener in self._listeners:
            listener.finish(self._report)
        return self._report

    def _judge_all(self, judge: Judge) -> bool:
        """Judge everything, and tell whether it was all that there is."""
        options = self._options
        of_records = [holds_records(place) for place in self._places]
        if any(of_records) and not all(of_records):
            raise SourceError(f"{self._places[0]} and the others: check pages or records, not both at once")
        if any(of_records):
            if options.root or options.include or options.exclude:
                raise SourceError("--root, --include and --exclude choose pages: records are checked as a whole")
            for place in self._places:
                for verdict in judge_earlier(place, judge, self._measures, options.originals):
                    self._tell(verdict)
            return True
        if options.originals:
            raise SourceError(f"--inputs says what records were made from: {self._places[0]} holds none")
        pages = Pages(self._places, options.root, options.include, options.exclude)
        self._started = time.perf_counter()
        self._convert(pages, lambda result: self._tell(self._verdict(result, pages, judge)))
        return pages.is_whole

    def _verdict(self, result: Result, pages: Pages, judge: Judge) -> Verdict:
        if isinstance(result, Skipped):
            return Verdict(origin=result.origin, kind="skipped", suite="skipped", reason=result.reason)
        self._measures.add(result)
        problems = tuple(judge.judge(result))
        origin, suite = whose(result)
        seconds, self._started = time.perf_counter() - self._started, time.perf_counter()
        return Verdict(
            origin=origin,
            kind="document" if isinstance(result, Document) else "failure",
            suite=suite,
            place=pages.place_of(origin) if problems else None,
            seconds=seconds,
            problems=problems,
        )

    def _problems(self, expectations: Expectations | None) -> Iterator[Problem]:
        """Give what is to be said of the whole."""
        if not self._report.pages and self._report.ok and self._options.root is None:
            skipped = self._report.kinds["skipped"]
            more = f" ({skipped:,} skipped)" if skipped else ""
            yield Problem(rule="no-pages", message=f"there is no page in the inputs{more}")
            return
        if expectations:
            yield from expectations.stale()
        if self._baseline:
            yield from self._drift(self._baseline)
        if self._options.write_baseline and self._options.baseline:
            thresholds = self._baseline.thresholds if self._baseline else Thresholds()
            write_baseline(self._options.baseline, Baseline(self._measures, thresholds))

    def _drift(self, baseline: Baseline) -> Iterator[Problem]:
        drift = self._report.drift = compare(baseline, self._measures)
        few = [f"{name or 'all'} ({pages:,})" for name, pages in drift.too_few]
        if few:
            least = baseline.thresholds.min_pages
            self._report.notes.append(f"too few pages to be compared with the baseline ({least}): {', '.join(few)}")
        if drift.new_templates:
            self._report.notes.append(f"not in the baseline: {', '.join(drift.new_templates)}")
        for comparison in drift.drifted():
            place = str(self._options.baseline)
            yield Problem(rule="drift", message=comparison.message(), place=place)

    def _tell_of_run(self, problems: Iterable[Problem]) -> None:
        found = tuple(problems)
        if found:
            self._tell(Verdict(origin=RUN, kind="run", suite=RUN, problems=found))

    def _tell(self, verdict: Verdict) -> None:
        self._report.add(verdict)
        for listener in self._listeners:
            listener.add(verdict)


def _baseline(options: CheckOptions) -> Baseline | None:
    """Read the baseline; None where none is asked for, and where the first one is to be written."""
    if options.write_baseline and options.baseline is None:
        raise SourceError("--write-baseline: name the file with --baseline FILE")
    if options.accept and options.expected is None:
        raise SourceError("--accept: name the folder with --expected DIR")
    if options.baseline is None or (options.write_baseline and not options.baseline.exists()):
        return None
    return read_baseline(options.baseline)
