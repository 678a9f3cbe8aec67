"""Where records go: a folder of JSON files, JSON lines in a file, JSON lines on standard output."""

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.folder import Folder
from statedocs.sinks.index import Index
from statedocs.sinks.jsonl import Jsonl, StandardOutput
from statedocs.sinks.manifest import Manifest
from statedocs.sinks.outcome import Outcome, Summary, Tally
from statedocs.sinks.rendering import to_json
from statedocs.sinks.sink import Entry, Sink, entry_of
from statedocs.sinks.stored import Stored, StoredAsFiles, StoredFolder, StoredLines, StoredRecord
from statedocs.snapshot import Skipped

__all__ = ["Outcome", "Stored", "StoredAsFiles", "StoredRecord", "Summary", "open_stored", "to_json", "write"]

_NO_SINK: Final = frozenset(
    ".csv .db .duckdb .gz .html .json .ndjson .parquet .sql .sqlite .sqlite3 .tar .tsv .txt .xml .zip".split()
)
"""Endings by which somebody means a file that statedocs does not write."""


def write(
    results: Iterable[Document | Skipped | Failure],
    path: str | os.PathLike[str],
    *,
    watch: Callable[[Outcome], None] = lambda _: None,
) -> Summary:
    """Write every result, with a manifest that says what became of each page.

    Args:
        results: What `convert_all` gives, in input order.
        path: A folder, a file that ends in `.jsonl`, or `-` for standard output (documents only, no manifest).
        watch: Called with each page's outcome once it is written.

    Raises:
        SinkError: The place cannot be written or is full; what is in it by then is whole.
    """
    tally = Tally()
    with Index() as index:
        sink = _open(path, index)
        with Manifest(sink.manifest, index) as manifest, sink:
            for result in results:
                outcome = _put(entry_of(result, indent=sink.indent), sink, index)
                manifest.add(outcome)
                tally.add(outcome)
                watch(outcome)
            for outcome in manifest.gone() if sink.keeps else ():
                manifest.add(outcome)
                tally.add(outcome)
            manifest.finish(tally.summary())
    return tally.summary()


def _put(entry: Entry, sink: Sink, index: Index) -> Outcome:
    outcome = entry.outcome
    if outcome.outcome == "skipped":
        return outcome
    if outcome.id and (earlier := index.remember("id " + outcome.id, outcome.origin)) is not None:
        sink.drop(entry)
        return replace(
            outcome, outcome="skipped", reason=f"duplicate of {earlier}", id=None, template=None, findings={}
        )
    return replace(outcome, output=sink.put(entry))


def _open(path: str | os.PathLike[str], index: Index) -> Sink:
    place = Path(path)
    if os.fspath(path) == "-":
        return StandardOutput()
    if place.suffix == ".jsonl":
        return Jsonl(place)
    if place.suffix.lower() in _NO_SINK and not place.is_dir():
        raise SinkError(f"{place} ends in {place.suffix}: name a folder, a file that ends in .jsonl, or -")
    return Folder(place, index)


def open_stored(place: str | os.PathLike[str]) -> Stored:
    """Open what an earlier run wrote, to read its records again.

    Raises:
        SinkError: There is nothing there, or nothing that holds records.
    """
    path = Path(place)
    if path.is_dir():
        return StoredFolder(path)
    if not path.exists():
        raise SinkError(f"no such records: {place}")
    if path.suffix == ".jsonl":
        return StoredLines(path)
    raise SinkError(f"{place}: expected a folder of records or a file that ends in .jsonl")
