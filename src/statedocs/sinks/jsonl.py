"""A record a line: in a file, or on standard output."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from statedocs.errors import SinkError
from statedocs.sinks.files import GrowingFile, translated
from statedocs.sinks.sink import Entry


@contextlib.contextmanager
def _translated_output() -> Iterator[None]:
    """Let a reader that has gone (`| head`) be known as such; anything else is an error of the place."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SinkError(f"standard output cannot be written: {error.strerror or error}") from error


class Jsonl:
    """`x.jsonl` with the documents in input order, `x.failures.jsonl` beside it; both replaced as a whole."""

    indent: int | None = None
    keeps = False

    def __init__(self, path: Path) -> None:
        self.manifest: Path | None = path.with_suffix(".manifest.jsonl")
        self._documents = GrowingFile(path)
        self._failures = GrowingFile(path.with_suffix(".failures.jsonl"))
        with translated(path):
            path.parent.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        self._documents.__enter__()
        self._failures.__enter__()
        return self

    def put(self, entry: Entry) -> str | None:
        """Append a record to its file."""
        file = self._documents if entry.outcome.outcome == "document" else self._failures
        file.add(entry.data)
        return file.path.name

    def drop(self, entry: Entry) -> None:
        """Nothing: no record of an earlier run stays."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        try:
            self._documents.__exit__(kind, error, at)
        finally:
            self._failures.__exit__(kind, error, at)


class StandardOutput:
    """Documents, one a line, on standard output. Failures have no place there: whoever runs this reports them."""

    indent: int | None = None
    keeps = False
    manifest: Path | None = None

    def __enter__(self) -> Self:
        self._out = sys.stdout.buffer
        return self

    def put(self, entry: Entry) -> str | None:
        """Print a document."""
        if entry.outcome.outcome != "document":
            return None
        with _translated_output():
            self._out.write(entry.data)
        return "-"

    def drop(self, entry: Entry) -> None:
        """Nothing: what was printed stays printed."""

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with _translated_output():
            self._out.flush()
