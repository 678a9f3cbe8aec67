"""What earlier runs left in a place, found by page, without holding it in memory."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from statedocs.sinks.line import Line
from statedocs.sinks.sink import Entry

_TABLE: Final = """
CREATE TABLE page (
    number INTEGER PRIMARY KEY, origin TEXT NOT NULL, key TEXT NOT NULL, nth INTEGER NOT NULL,
    fingerprint TEXT NOT NULL, file INTEGER NOT NULL, start INTEGER NOT NULL,
    asked INTEGER NOT NULL DEFAULT 0, met INTEGER NOT NULL DEFAULT 0,
    UNIQUE (origin, key, nth)
);
"""
_LOAD: Final = """
INSERT INTO page (origin, key, nth, fingerprint, file, start)
VALUES (:origin, :key, (SELECT count(*) FROM page WHERE origin = :origin AND key = :key AND file = :file),
        :fingerprint, :file, :start)
ON CONFLICT DO UPDATE SET fingerprint = excluded.fingerprint, file = excluded.file, start = excluded.start
"""
"""What a later run says of a page counts, in the place that the page had first; the same capture may stand in a run
more than once."""
_MEET_ORIGIN: Final = "UPDATE page SET met = 1 WHERE origin = ? AND met = 0"
_MEET_RECORD: Final = """
UPDATE page SET met = 2 WHERE number = (SELECT min(number) FROM page WHERE origin = ? AND key = ? AND met < 2)
"""


@dataclass(frozen=True, slots=True)
class Unmet:
    """A line that this run did not renew.

    Attributes:
        line: The line.
        is_stale: Whether the run met its origin, which has no such record any more.
        is_told: Whether it stands in the manifest of a complete run.
    """

    line: Line
    is_stale: bool
    is_told: bool


class Earlier:
    """The lines of earlier runs, each read when it is asked for, and which of them this run has met.

    Args:
        complete: The lines of the last complete run, if there is one.
        broken: Those of the runs after it, the oldest first.
    """

    def __init__(self, complete: Sequence[Path], broken: Sequence[Path] = ()) -> None:
        self._paths = [*complete, *broken]
        self._complete = len(complete)

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            self._files = [opened.enter_context(path.open("rb")) for path in self._paths]
            self._db = sqlite3.connect("", isolation_level=None)
            opened.callback(self._db.close)
            for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -8192"):
                self._db.execute(f"PRAGMA {setting}")
            self._db.execute(_TABLE)
            self._db.execute("BEGIN")
            for number in range(len(self._files)):
                self._load(number)
            self._opened = opened.pop_all()
        return self

    def _load(self, file: int) -> None:
        """Find each page's last line; one that is damaged is as one that was never written."""
        start = 0
        for data in self._files[file]:
            try:
                line = Line.from_bytes(data)
            except ValueError:
                line = None
            if line:
                row = {"origin": line.outcome.origin, "key": line.key, "fingerprint": line.fingerprint}
                self._db.execute(_LOAD, {**row, "file": file, "start": start})
            start += len(data)

    def lines(self) -> Iterator[Line]:
        """Give every page's last line, in the order in which the pages were met first."""
        return (self._line(file, start) for file, start in self._db.execute("SELECT file, start FROM page"))

    def fingerprints(self, origin: str) -> list[str]:
        """Give the fingerprints of a page's captures that are known."""
        query = "SELECT DISTINCT fingerprint FROM page WHERE origin = ? AND fingerprint != ''"
        return [fingerprint for (fingerprint,) in self._db.execute(query, (origin,))]

    def candidates(self, origin: str, fingerprint: str) -> Iterator[Line]:
        """Give the lines of a capture that were not asked for yet; each that is drawn counts as asked for."""
        query = (
            "SELECT number, file, start FROM page WHERE origin = ? AND fingerprint = ? AND asked = 0 ORDER BY number"
        )
        for number, file, start in self._db.execute(query, (origin, fingerprint)).fetchall():
            self._db.execute("UPDATE page SET asked = 1 WHERE number = ?", (number,))
            yield self._line(file, start)

    def meet(self, entry: Entry) -> None:
        """Remember that this run has a record, or had to forget one, of this origin."""
        self._db.execute(_MEET_ORIGIN, (entry.outcome.origin,))
        if entry.outcome.outcome != "skipped":
            self._db.execute(_MEET_RECORD, (entry.outcome.origin, entry.key))

    def unmet(self) -> Iterator[Unmet]:
        """Give the lines that this run did not renew, in their order; it may be changed meanwhile."""
        last = -1
        while row := self._db.execute(
            "SELECT number, file, start, met FROM page WHERE met < 2 AND number > ? ORDER BY number LIMIT 1", (last,)
        ).fetchone():
            last, file, start, met = row
            yield Unmet(self._line(file, start), bool(met), file < self._complete)

    def _line(self, file: int, start: int) -> Line:
        self._files[file].seek(start)
        return Line.from_bytes(self._files[file].readline())

    def close(self) -> None:
        """Let the files go."""
        self._opened.close()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
