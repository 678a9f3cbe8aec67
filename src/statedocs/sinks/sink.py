"""What a place for records must do, and what it is handed."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self, runtime_checkable

from statedocs.record import Failure
from statedocs.sinks.outcome import Outcome, Result, Summary, outcome_of
from statedocs.sinks.rendering import to_json
from statedocs.snapshot import Skipped


@dataclass(frozen=True, slots=True)
class Entry:
    """A result ready to be put away: finished bytes and its line of the manifest, never a model.

    Attributes:
        outcome: The line of the manifest; its `output` is still open.
        key: 32 hexadecimal digits: the document's id, also where it was skipped as a duplicate; for a failure, the
            ones that the same capture would have.
        data: The record as JSON on one line, with its line end; empty for what was skipped, and where the entry is
            one that a sink gave from an earlier run.
        fingerprint: SHA-256 over everything that decides the record; empty where nobody knows it.
        indented: The record as people read it; empty unless a sink `wants_indented`.
    """

    outcome: Outcome
    key: str
    data: bytes
    fingerprint: str
    indented: bytes = b""


class Sink(Protocol):
    """A place for records, and for the manifest of the run.

    The order of calls: `__enter__`; for each page in input order one of `put` and `keep`, now and then `commit`;
    `gone`, each of its entries handed to `keep` or `prune`; `finish`; `__exit__`. `earlier` may be asked for pages
    further on, in input order. Left by an error or never left (`kill -9`, a power cut), the next run is to find what
    was committed and to end as if nothing had happened.
    """

    wants_indented: bool
    """Whether `put` takes `Entry.indented`, not `Entry.data`."""

    def __enter__(self) -> Self:
        """Take the lock on the place, and find what earlier runs left.

        Raises:
            SinkError: Another run writes there, or the place cannot be written.
        """
        ...

    def fingerprints(self, origin: str) -> Sequence[str]:
        """Give the fingerprints of the captures that earlier runs left here for an origin."""
        ...

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:
        """Give what an earlier run, complete or interrupted, left here for this very capture; without bytes.

        None unless the record is still whole (or the page was skipped as a duplicate). Asked again for the same
        capture, it gives the next one that it has: some archives hold a record twice.
        """
        ...

    def put(self, entry: Entry) -> str | None:
        """Put a document or a failure away, remember its line, and give the name of its output.

        What the origin held before makes room. What was skipped is passed too: only its line is remembered, and a
        record that an earlier run left for its origin is `gone` unless `drop` is called.
        """
        ...

    def keep(self, entry: Entry) -> None:
        """Let a record stay and remember its line; the entry is one that `earlier` or `gone` gave, as it was given."""
        ...

    def drop(self, entry: Entry) -> None:
        """Forget what an earlier run left for this origin: the page is no document any more, or stands elsewhere.

        Its line comes with `put`, which follows.
        """
        ...

    def commit(self) -> None:
        """See to it that everything before this call survives the end of the process.

        A sink may still be at it when this returns, and has done it when the next call of `commit`, `gone` or `finish`
        returns; what went wrong is raised there. What was committed is on the disk, or the next run finds out that a
        power cut took it, and does it again.
        """
        ...

    def gone(self) -> Iterator[Entry]:
        """Give the records of earlier runs whose pages this run has not met, as entries with the outcome `gone`."""
        ...

    def prune(self, entry: Entry) -> None:
        """Take away a record that `gone` gave; its line, without an output, says so in this run's manifest."""
        ...

    def finish(self, summary: Summary) -> None:
        """Complete the manifest.

        Raises:
            SinkError: The lines do not add up to the summary.
        """
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


@runtime_checkable
class Adding(Sink, Protocol):
    """A sink to which records can be added without a run over all of its pages."""

    adds: bool
    """Whether what is not met in this run is let alone: nothing is gone, and every line stays."""


@runtime_checkable
class Paced(Sink, Protocol):
    """A sink to which every commit is dear, and few large ones are better than many small ones."""

    pace: float
    """Seconds between two commits, unless hundreds of pages come together before."""


def entry_of(result: Result, fingerprint: str = "", *, indented: bool = False) -> Entry:
    """Make a result ready for the sinks."""
    outcome = outcome_of(result)
    key = _key_of(result) if isinstance(result, Failure | Skipped) else outcome.id or ""
    if isinstance(result, Skipped):
        return Entry(outcome, key, b"", fingerprint)
    return Entry(outcome, key, to_json(result), fingerprint, to_json(result, indent=2) if indented else b"")


def _key_of(result: Failure | Skipped) -> str:
    parts: tuple[str, ...] = (result.origin,)
    if isinstance(result, Failure):
        parts = (result.url or result.origin, result.captured_at or "", result.sha256 or str(result.offset))
    return hashlib.sha256("\n".join(("v1", *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
