"""Records made earlier: whether they are whole, and still those of their inputs."""

import json
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from statedocs.checks.judge import Judge
from statedocs.checks.ledger import Ledger
from statedocs.checks.manifest import ManifestCheck
from statedocs.checks.measures import Measures
from statedocs.checks.originals import Originals
from statedocs.checks.places import Place
from statedocs.checks.published import violations
from statedocs.checks.verdict import NO_DOCUMENT, RUN, Problem, Verdict, whose
from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks import Stored, StoredAsFiles, StoredRecord, open_stored
from statedocs.sinks.stored import read_document, read_failure

_OF_THE_FILE: Final = frozenset({"schema-violation", "record-damaged", "record-inconsistent"})
"""Rules that are about the record as it lies there; all others are about its page."""


@dataclass(frozen=True, slots=True)
class _Bench:
    """All that a record is held against."""

    judge: Judge
    measures: Measures
    manifest: ManifestCheck
    originals: Originals | None


def judge_earlier(place: Place, judge: Judge, measures: Measures, inputs: Sequence[Place] = ()) -> Iterator[Verdict]:
    """Judge every record of a place, then the place as a whole.

    Args:
        place: What an earlier run wrote.
        judge: Judges each record.
        measures: Counts each record.
        inputs: What it was made from; nothing where that is not asked for.

    Raises:
        SinkError: There is nothing that can be read as records.
        SourceError: An input does not exist.
    """
    stored = open_stored(place)
    with ExitStack() as opened:
        lines = opened.enter_context(Ledger())
        originals = opened.enter_context(Originals(inputs)) if inputs else None
        try:
            bench = _Bench(judge, measures, ManifestCheck(Path(place), stored, lines), originals)
        except SinkError as error:
            yield _of_run(Problem(rule="manifest-wrong", message=error.message, place=str(place)))
            return
        seen = False
        try:
            for record in _records(stored):
                seen = True
                yield _verdict(record, bench)
        except SinkError as error:
            yield _of_run(Problem(rule="record-damaged", message=error.message, place=str(place)))
            return
        if problems := tuple(bench.manifest.rest()):
            yield _of_run(*problems)
        if originals and seen and originals.are_strange:
            message = "no record names one of the inputs: they are not those that were converted"
            yield _of_run(Problem(rule="input-gone", message=message, place=str(place)))
        elif originals:
            yield from originals.unrecorded(bench.manifest)


def _records(stored: Stored) -> Iterator[StoredRecord | Document | Failure]:
    if isinstance(stored, StoredAsFiles):
        yield from stored.records()
    else:
        yield from stored.documents()
        yield from stored.failures()


def _of_run(*problems: Problem) -> Verdict:
    return Verdict(origin=RUN, kind="run", suite=RUN, problems=problems)


def _verdict(stored: StoredRecord | Document | Failure, bench: _Bench) -> Verdict:
    started = time.perf_counter()
    value: dict[str, Any] | None = None
    if isinstance(stored, StoredRecord):
        try:
            value = json.loads(stored.data)
            record = (read_document if stored.kind == "document" else read_failure)(stored.data, "")
        except (ValueError, SinkError) as error:
            damage = _damaged(stored, error)
            bench.manifest.meet_damaged(stored, value)
            path = str(stored.path)
            return Verdict(origin=stored.place, kind="failure", suite=NO_DOCUMENT, place=path, problems=(damage,))
    else:
        record = stored
    bench.measures.add(record)
    origin, suite = whose(record)
    sha256 = record.source.sha256 if isinstance(record, Document) else record.sha256
    problems = list(bench.judge.judge(record, value))
    problems += bench.manifest.judge(record)
    problems += bench.originals.judge(origin, sha256) if bench.originals else ()
    return Verdict(
        origin=origin,
        kind="document" if isinstance(record, Document) else "failure",
        suite=suite,
        place=bench.originals.place_of(origin) if bench.originals and problems else None,
        seconds=time.perf_counter() - started,
        problems=tuple(_placed(problem, stored) for problem in problems),
    )


def _damaged(stored: StoredRecord, error: ValueError | SinkError) -> Problem:
    """Say why a record cannot be read: by the schema that it names, where that says it better than the models."""
    if isinstance(error, SinkError):
        broken = next(violations(stored.kind, json.loads(stored.data)), None)
        if broken:
            return replace(broken, place=str(stored.path), line=stored.line)
        message = error.message.removeprefix(": ")
    else:
        message = f"expected JSON, {error}"
    return Problem(rule="record-damaged", message=message, place=str(stored.path), line=stored.line)


def _placed(problem: Problem, stored: StoredRecord | Document | Failure) -> Problem:
    """Say in which file a record is that is wrong itself."""
    if isinstance(stored, StoredRecord) and problem.rule in _OF_THE_FILE:
        return replace(problem, place=str(stored.path), line=stored.line)
    return problem
