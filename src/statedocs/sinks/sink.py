"""What a place for records must do."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol, Self

from statedocs.record import Document, Failure
from statedocs.sinks.outcome import Outcome, Result, outcome_of
from statedocs.sinks.rendering import to_json
from statedocs.snapshot import Skipped


@dataclass(frozen=True, slots=True)
class Entry:
    """A result ready to be put away: finished bytes (none for what was skipped) and its line of the manifest.

    `key` is the document's id; for a failure, the one that the same capture would have.
    """

    outcome: Outcome
    key: str
    data: bytes


class Sink(Protocol):
    """A place for records, open between `__enter__` and `__exit__`; left by an error, it keeps nothing half-done."""

    indent: int | None
    """How records are to be rendered for `put`."""
    manifest: Path | None
    """Where the manifest of a run goes."""
    keeps: bool
    """Whether records of earlier runs stay beside the new ones."""

    def __enter__(self) -> Self: ...

    def put(self, entry: Entry) -> str | None:
        """Put a document or failure away and give the name of its output."""
        ...

    def drop(self, entry: Entry) -> None:
        """Forget an earlier run's record of a page whose capture now stands elsewhere."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...


def entry_of(result: Result, *, indent: int | None) -> Entry:
    """Make a result ready for a sink."""
    outcome = outcome_of(result)
    data = b"" if isinstance(result, Skipped) else to_json(result, indent=indent)
    return Entry(outcome, outcome.id or _key_of(result), data)


def _key_of(result: Result) -> str:
    parts: tuple[str, ...] = (result.source.origin if isinstance(result, Document) else result.origin,)
    if isinstance(result, Failure):
        parts = (result.url or result.origin, result.captured_at or "", result.sha256 or str(result.offset))
    return hashlib.sha256("\n".join(("v1", *parts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]
