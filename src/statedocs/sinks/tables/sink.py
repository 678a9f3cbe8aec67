"""A run's records in a database."""

import json
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, replace
from itertools import count
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from statedocs.converter import CONVERTER
from statedocs.errors import SinkError
from statedocs.sinks.earlier import Earlier
from statedocs.sinks.index import Index
from statedocs.sinks.journal import gone_line, pruned_line
from statedocs.sinks.line import Line
from statedocs.sinks.outcome import Summary
from statedocs.sinks.sink import Entry
from statedocs.sinks.tables.batch import OUTCOME, Batch, outcome_from
from statedocs.sinks.tables.behind import Behind
from statedocs.sinks.tables.engine import Database
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.places import prepare

_TOTALS: Final = ("pages", "documents", "failures", "skipped", "gone")
_OUTPUTS: Final = {"document": "documents", "failure": "failures", "skipped": None}
_LINES: Final = f"""
SELECT {", ".join("m." + name for name in OUTCOME)}, m.key, c.fingerprint, m.nth
FROM manifest m
JOIN captures c ON c.origin = m.origin AND c.key = m.key AND c.nth = m.nth
LEFT JOIN documents d ON m.output = 'documents' AND d.id = m.id AND d.source_origin = m.origin
LEFT JOIN failures f ON m.output = 'failures' AND f.origin = m.origin AND f.id = m.key AND f.nth = m.nth
WHERE m.output IS NULL OR d.id IS NOT NULL OR f.id IS NOT NULL
ORDER BY m.line
"""
"""What earlier runs left, as far as the record is still there. A line's `at` is its `nth`."""


class TableSink:
    """Documents, failures and manifest in one database, each page's rows in one transaction.

    What a commit brings into the database is brought there while the next pages come in.

    Args:
        database: Where they go.
    """

    wants_indented = False

    def __init__(self, database: Database) -> None:
        self._database = database
        self.pace = database.pace
        self.adds = False
        """Whether what is not met in this run is let alone, as a loader wants it."""

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            self._database.open_to_write()
            opened.callback(self._database.close)
            prepare(self._database)
            self._database.start()
            self._index = opened.enter_context(Index())
            lines = self._write_earlier()
            opened.callback(lines.unlink, missing_ok=True)
            self._earlier = opened.enter_context(Earlier([lines]))
            if os.name != "nt":  # an open file cannot be taken away there
                lines.unlink()
            self._base = self._first_line()
            self._numbers = count(self._base)
            self._batch = self._new_batch()
            self._count = 0
            self._say(complete="false", converter=json.dumps(CONVERTER.model_dump()))
            self._database.commit()
            self._behind = opened.enter_context(Behind(self._database.lanes()))
            self._opened = opened.pop_all()
        return self

    def _new_batch(self) -> Batch:
        return Batch(self._numbers, self._database.pile(), renumbers=not self.adds)

    def _write_earlier(self) -> Path:
        """Put the lines of earlier runs aside, where they can be asked for one by one."""
        handle, name = tempfile.mkstemp(prefix="statedocs-")
        with os.fdopen(handle, "wb") as file:
            for row in self._database.query(_LINES):
                key, fingerprint, nth = row[len(OUTCOME) :]
                line = Line(outcome_from(self._database, row), key, b"", fingerprint, at=nth)
                file.write(line.to_bytes())
        return Path(name)

    def _first_line(self) -> int:
        [row] = self._database.query("SELECT coalesce(max(line) + 1, 0) FROM manifest")
        return int(row[0])

    def _say(self, **facts: object) -> None:
        self._database.replace(TABLES["about"], [(name, str(value)) for name, value in facts.items()])

    def fingerprints(self, origin: str) -> Sequence[str]:
        """Give the fingerprints of what was left of a page."""
        return self._earlier.fingerprints(origin)

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:
        """Give what was left of a capture; records and lines are written together, so it is whole."""
        found = self._earlier.candidates(origin, fingerprint)
        return next((line for line in found if line.outcome.outcome != "gone"), None)

    def put(self, entry: Entry) -> str | None:
        """Put a record into the tables and give the name of the first of them."""
        output = _OUTPUTS[entry.outcome.outcome]
        key, is_first = self._meet(entry)
        if output:
            self._earlier.meet(entry)
            if self._batch.has(key):
                self.commit()
            self._batch.put(entry, key, is_only=is_first and "#" not in key[0])
        self._add(key, Line(replace(entry.outcome, output=output), entry.key, b"", entry.fingerprint))
        return output

    def keep(self, entry: Entry) -> None:
        """Let a record stay where it is."""
        line = Line.kept(entry)
        if line.outcome.outcome != "gone":
            self._earlier.meet(line)
        self._add(self._meet(entry)[0], line)

    def drop(self, entry: Entry) -> None:
        """Forget what a page held before."""
        self._earlier.meet(replace(entry, outcome=replace(entry.outcome, outcome="skipped")))
        if "#" not in entry.outcome.origin:
            self._batch.forget(entry.outcome.origin)

    def _meet(self, entry: Entry) -> tuple[tuple[str, str, int], bool]:
        """Give the key of a page's line, and whether its origin is met for the first time."""
        origin = entry.outcome.origin
        is_first = self._index.remember("origin " + origin, "") is None
        nth = 0
        while self._index.remember(f"line {nth} {entry.key} {origin}", "") is not None:
            nth += 1
        return (origin, entry.key, nth), is_first

    def _add(self, key: tuple[str, str, int], line: Line) -> None:
        self._batch.add(key, line)
        self._count += 1
        if self._batch.size > self._database.at_once:
            self.commit()

    def commit(self) -> None:
        """Have all of it brought into the database, which it is before what comes after it, and by `gone` or `finish`.

        A page whose rows are not there yet when a run is killed is a page that the next run converts again.
        """
        if self._batch.is_empty:  # it would keep a lane until those before it are in
            return
        self._behind.begin(self._batch)
        self._batch = self._new_batch()

    def gone(self) -> Iterator[Entry]:
        """Give the records of pages that are gone, and take away those that their page has no more."""
        self.commit()
        self._behind.wait()
        for unmet in self._earlier.unmet() if not self.adds else ():
            if not unmet.line.outcome.output or self._is_elsewhere(unmet.line):
                continue
            if unmet.is_stale:
                self._batch.remove(unmet.line)
            else:
                yield gone_line(unmet.line)

    def _is_elsewhere(self, line: Line) -> bool:
        """Tell whether this run has found the same capture under another name."""
        if line.outcome.output != "documents":
            return False
        found = self._database.among("documents", "source_origin", "id", [line.key])
        return [str(row[0]) for row in found] != [line.outcome.origin]

    def prune(self, entry: Entry) -> None:
        """Take a record away."""
        line = Line.kept(entry)
        self._batch.remove(line)
        self._add(self._meet(entry)[0], pruned_line(line))

    def finish(self, summary: Summary) -> None:
        """Complete the manifest: leave out what this run has not renewed, and count the rest.

        Raises:
            SinkError: The lines do not add up to the summary.
        """
        self._behind.wait()
        self._batch.look(self._database)
        self._batch.number(self._database)
        self._batch.flush(self._database)
        counts = asdict(summary)
        totals = {name: int(counts[name]) for name in _TOTALS}
        if self._count != totals["pages"]:
            raise SinkError(f"{self._database.place}: {self._count} lines do not add up to {totals}")
        if not self.adds:
            self._leave_out_earlier_lines()
            self._say(**totals)
        else:
            self._say(**self._counted())
        self._say(complete="true")
        self._database.settle()
        self._database.commit()

    def _leave_out_earlier_lines(self) -> None:
        mark, database = self._database.mark, self._database
        database.run(f"DELETE FROM manifest WHERE line < {mark}", (self._base,))
        database.run(
            "DELETE FROM captures WHERE NOT EXISTS (SELECT 1 FROM manifest m "
            "WHERE m.origin = captures.origin AND m.key = captures.key AND m.nth = captures.nth)"
        )
        if self._base:
            database.run(f"UPDATE manifest SET line = line - {mark}", (self._base,))

    def _counted(self) -> dict[str, int]:
        """Give the totals of all lines, those of earlier runs among them."""
        rows = self._database.query("SELECT outcome, count(*) FROM manifest GROUP BY outcome")
        met = {str(outcome): int(count) for outcome, count in rows}
        named = zip(_TOTALS[1:], ("document", "failure", "skipped", "gone"), strict=True)
        return {"pages": sum(met.values()), **{total: met.get(outcome, 0) for total, outcome in named}}

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._opened.__exit__(kind, error, at)
