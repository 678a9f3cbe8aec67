"""A record a line, on standard output."""

import contextlib
import sys
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Self

from statedocs.errors import SinkError
from statedocs.sinks.outcome import Summary
from statedocs.sinks.sink import Entry


def open_sink(place: str) -> "StandardOutput":  # noqa: ARG001  (every sink is opened alike)
    """Give standard output."""
    return StandardOutput()


class StandardOutput:
    """Documents, one a line. Failures have no place there: whoever runs this reports them. Nothing is remembered."""

    wants_indented = False

    def __enter__(self) -> Self:
        if sys.stdout is None:
            raise SinkError("standard output cannot be written: it is closed")
        self._out = sys.stdout.buffer
        return self

    def fingerprints(self, origin: str) -> Sequence[str]:  # noqa: ARG002
        """Give nothing: what was printed is not known."""
        return ()

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:
        """Nothing: what was printed is not known."""

    def put(self, entry: Entry) -> str | None:
        """Print a document."""
        if entry.outcome.outcome != "document":
            return None
        with _translated():
            self._out.write(entry.data)
        return "-"

    def keep(self, entry: Entry) -> None:
        """Nothing: nothing is known to stay."""

    def drop(self, entry: Entry) -> None:
        """Nothing: what was printed stays printed."""

    def commit(self) -> None:
        """Hand what was printed to the reader."""
        with _translated():
            self._out.flush()

    def gone(self) -> Iterator[Entry]:
        """Nothing."""
        return iter(())

    def prune(self, entry: Entry) -> None:
        """Nothing."""

    def finish(self, summary: Summary) -> None:  # noqa: ARG002
        """Hand the rest to the reader; there is no manifest."""
        self.commit()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.commit()


@contextlib.contextmanager
def _translated() -> Iterator[None]:
    """Let a reader that has gone (`| head`) be known as such; anything else is an error of the place."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise SinkError(f"standard output cannot be written: {error.strerror or error}") from error
