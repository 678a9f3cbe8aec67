"""Where records go: a folder of JSON files, JSON lines in a file, JSON lines on standard output."""

import os
from collections.abc import Callable, Iterable

from statedocs.plain import Record
from statedocs.record import Document, Failure
from statedocs.sinks.forms import open_sink, open_stored, refuse_twice
from statedocs.sinks.outcome import Kept, Outcome, Summary
from statedocs.sinks.rendering import to_json
from statedocs.sinks.shown import shown
from statedocs.sinks.sink import Entry, Sink, entry_of
from statedocs.sinks.stored import Stored, StoredAsFiles, StoredRecord
from statedocs.sinks.transfer import export, load
from statedocs.sinks.writer import Writer
from statedocs.snapshot import Skipped

__all__ = [
    "Entry",
    "Kept",
    "Outcome",
    "Sink",
    "Stored",
    "StoredAsFiles",
    "StoredRecord",
    "Summary",
    "Writer",
    "entry_of",
    "export",
    "load",
    "open_sink",
    "open_stored",
    "refuse_twice",
    "shown",
    "to_json",
    "write",
]


def write(
    results: Iterable[Document | Record | Skipped | Failure],
    *places: str | os.PathLike[str],
    watch: Callable[[Outcome], None] = lambda _: None,
) -> Summary:
    """Write every result, with a manifest that says what became of each page.

    Args:
        results: What `convert_all` gives, in input order.
        places: Each a folder, a file that ends in `.jsonl`, or `-` for standard output (documents only, no manifest).
        watch: Called with each page's outcome once it is put away; a file has its name with the next commit.

    Raises:
        SinkError: A place cannot be written, is full or in use; what is in it by then is whole.
    """
    refuse_twice(places)
    seen = 0
    with Writer([open_sink(place) for place in places], watch) as writer:
        for result in results:
            writer.put(entry_of(result, indented=writer.wants_indented))
            seen += 1
        return writer.finish(seen)
