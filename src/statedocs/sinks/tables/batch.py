"""What a sink has been handed since the last commit, brought into a database at once."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from statedocs.sinks.line import Line
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.rendering import from_json
from statedocs.sinks.sink import Entry
from statedocs.sinks.tables.engine import Database, Row
from statedocs.sinks.tables.flatten import failure_row
from statedocs.sinks.tables.layout import TABLES
from statedocs.sinks.tables.pile import CHILDREN_FIRST, Pile

OUTCOME: Final = tuple("origin sha256 outcome reason id output template findings".split())
"""The columns of `manifest` that are a line of it."""

_CAPTURED: Final = re.compile(rb'"captured_at":"([^"\\]+)"')
"""In a record's JSON this is the key and nothing else, for in a text its quotation marks would be escaped."""
Key = tuple[str, str, int]
"""Origin, key and nth: what tells a page's line from every other."""


class Batch:
    """Records and lines that are still to be written, once: first `look`, then `number`, then `flush`.

    Args:
        numbers: The places of the lines to come.
        pile: Where its documents are gathered.
        renumbers: Whether every line gets a new place, as in a run over all pages, or only what has none yet; then an
            origin's captures of other times stay beside the new one.

    Attributes:
        size: The bytes of all its records.
    """

    def __init__(self, numbers: Iterator[int], pile: Pile, *, renumbers: bool) -> None:
        self._numbers = numbers
        self._pile = pile
        self._renumbers = renumbers
        self.size = 0
        self._documents: set[str] = set()
        self._failures: dict[Key, bytes] = {}
        self._lines: dict[Key, Line] = {}
        self._only: set[str] = set()
        self._times: dict[str, str] = {}
        self._beside: frozenset[tuple[str, str]] = frozenset()
        self._gone: list[Line] = []
        self._doomed: set[str] = set()
        self._rows: list[Row] = []

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write."""
        return not (self._lines or self._gone or self._only)

    def put(self, entry: Entry, key: Key, *, is_only: bool) -> None:
        """Add a record; `is_only` when its origin can have no other, so that what it held before goes."""
        if entry.outcome.outcome == "document":
            self._documents.add(key[1])
            self._pile.add(entry.data)
        else:
            self._failures[key] = entry.data
        self.size += len(entry.data)
        if is_only:
            self._only.add(key[0])
            if not self._renumbers and (met := _CAPTURED.findall(entry.data)):
                self._times[key[0]] = met[-1].decode()

    def has(self, key: Key) -> bool:
        """Tell whether a document is to be written already."""
        return key[1] in self._documents

    def forget(self, origin: str) -> None:
        """Take away what an origin held before."""
        self._only.add(origin)

    def remove(self, line: Line) -> None:
        """Take away the record that a line of an earlier run speaks of."""
        self._gone.append(line)

    def add(self, key: Key, line: Line) -> None:
        """Add a line of the manifest."""
        self._lines[key] = line

    def look(self, database: Database) -> frozenset[str]:
        """See which documents make room, and give the ids and origins of all that will change.

        Args:
            database: Where it all goes; what another transaction changes there meanwhile is not to be among these.
        """
        self._beside = frozenset(self._other_captures(database))
        self._doomed = self._superseded(database) | self._removed(database)
        gone = {name for line in self._gone for name in (line.key, line.outcome.origin)}
        return frozenset(self._doomed | gone | self._only | self._documents | {key[0] for key in self._lines})

    def number(self, database: Database) -> None:
        """Give the lines their places: to be called for one batch after the other."""
        places = {} if self._renumbers else self._places(database)
        for key, line in self._lines.items():
            place = places.get(key, places.get(key[:1]))
            self._rows.append(line_row(key, next(self._numbers) if place is None else place, line.outcome))

    def flush(self, database: Database) -> None:
        """Write everything inside the transaction, replacing what was there."""
        self._replace_documents(database)
        self._replace_failures(database)
        database.replace(TABLES["manifest"], self._rows)
        database.replace(TABLES["captures"], [(*key, line.fingerprint) for key, line in self._lines.items()])

    def _places(self, database: Database) -> dict[tuple[str | int, ...], int]:
        """Give the places of the lines that are there already, by key, and by origin where it can have but one."""
        origins = sorted({key[0] for key in self._lines})
        found: dict[tuple[str | int, ...], int] = {}
        for origin, key, nth, line in database.among("manifest", "origin, key, nth, line", "origin", origins):
            found[origin, key, nth] = line
            if origin in self._only and (origin, key) not in self._beside:
                found[origin,] = line
        return found

    def _other_captures(self, database: Database) -> Iterator[tuple[str, str]]:
        """Give origin and key of what is known to have been captured at another time than what comes."""
        origins = sorted(self._times)
        documents = database.among("documents", "source_origin, id, source_captured_at", "source_origin", origins)
        failures = database.among("failures", "origin, id, captured_at", "origin", origins)
        for origin, key, time in chain(documents, failures):
            if time and time != self._times[origin]:
                yield origin, key

    def _superseded(self, database: Database) -> set[str]:
        """Give the documents that origins held before."""
        found = database.among("documents", "id, source_origin", "source_origin", sorted(self._only))
        kept = {key[1] for key, line in self._lines.items() if line.outcome.outcome == "document"}
        return {row[0] for row in found if (row[1], row[0]) not in self._beside} - kept

    def _removed(self, database: Database) -> set[str]:
        """Give the documents of removed lines that still are their origin's."""
        documents = {line.key: line.outcome.origin for line in self._gone if line.outcome.output == "documents"}
        found = database.among("documents", "id, source_origin", "id", sorted(documents))
        return {row[0] for row in found if documents[row[0]] == row[1]}

    def _replace_documents(self, database: Database) -> None:
        replaced = {row[0] for row in database.among("documents", "id", "id", sorted(self._documents))}
        gone = self._doomed - replaced
        ids = sorted(gone | replaced)
        database.forget_words(ids)
        for name in CHILDREN_FIRST if ids else ():
            database.delete(name, "document_id", ids)
        database.let_go(sorted(gone), sorted(replaced))
        self._clear(database, "manifest", "key")
        self._clear(database, "captures", "key")
        self._pile.write(database)

    def _clear(self, database: Database, table: str, key: str) -> None:
        """Take away what origins held before, but for their captures of other times."""
        shared = {origin for origin, _ in self._beside}
        database.delete(table, "origin", sorted(self._only - shared))
        found = set(map(tuple, database.among(table, f"origin, {key}", "origin", sorted(shared))))
        for pair in sorted(found - self._beside):
            database.run(f"DELETE FROM {table} WHERE origin = {database.mark} AND {key} = {database.mark}", pair)

    def _replace_failures(self, database: Database) -> None:
        self._clear(database, "failures", "id")
        condition = " AND ".join(f"{name} = {database.mark}" for name in TABLES["failures"].key)
        for line in self._gone:
            if line.outcome.output == "failures":
                database.run(f"DELETE FROM failures WHERE {condition}", (line.outcome.origin, line.key, line.at or 0))
        failures = [failure_row(from_json(data), key[1], key[2]) for key, data in self._failures.items()]
        database.replace(TABLES["failures"], failures)


def line_row(key: Key, number: int, outcome: Outcome) -> Row:
    """Give a row of `manifest`."""
    values: Iterator[Any] = (getattr(outcome, name) for name in OUTCOME[1:])
    *plain, findings = values
    return (*key, number, *plain, dict(findings))


def outcome_from(database: Database, row: Row) -> Outcome:
    """Give the line of the manifest whose columns `OUTCOME` a row begins with."""
    values = dict(zip(OUTCOME, row, strict=False))
    findings = database.value("json", values["findings"])
    return Outcome(**{**values, "findings": dict(sorted(findings.items()))})
