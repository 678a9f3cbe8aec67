"""Records from one place to others, whatever holds them."""

import os
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.forms import open_sink, open_stored, refuse_twice
from statedocs.sinks.line import Line
from statedocs.sinks.outcome import Outcome, Summary
from statedocs.sinks.rendering import to_json
from statedocs.sinks.shown import shown
from statedocs.sinks.sink import Adding, Entry, entry_of
from statedocs.sinks.stored import Stored, StoredWithLines
from statedocs.sinks.writer import Writer
from statedocs.snapshot import Skipped

Place = str | os.PathLike[str]


def load(places: Sequence[Place], outs: Sequence[Place], watch: Callable[[Outcome], None] = lambda _: None) -> Summary:
    """Add records to databases; what they hold of other pages stays as it is.

    Args:
        places: Where the records are.
        outs: The databases.
        watch: Called with each page's outcome once it is put away; a file has its name with the next commit.

    Raises:
        SinkError: A record is damaged, or OUT is no database, or cannot be written.
    """
    refuse_twice(outs)
    sinks = [open_sink(out) for out in outs]
    for out, sink in zip(outs, sinks, strict=True):
        if not isinstance(sink, Adding):
            raise SinkError(f"{shown(out)}: expected a database to load into; `export` writes everything else")
        sink.adds = True
    stored = [open_stored(place) for place in places]
    with Writer(sinks, watch) as writer:
        return _put(chain.from_iterable(map(_entries, stored)), writer)


def export(place: Place, outs: Sequence[Place], watch: Callable[[Outcome], None] = lambda _: None) -> Summary:
    """Write the records of one place to others, as a run over their pages would.

    Args:
        place: Where the records are.
        outs: Where they go.
        watch: Called with each page's outcome once it is put away; a file has its name with the next commit.

    Raises:
        SinkError: A record is damaged, or a place cannot be written, or is the one that is read.
    """
    if any(_is_same(place, out) for out in outs):
        raise SinkError(f"{shown(place)} is what is read: name another place")
    refuse_twice(outs)
    stored = open_stored(place)
    with Writer([open_sink(out) for out in outs], watch) as writer:
        return _put(_entries(stored, indented=writer.wants_indented), writer)


def _put(entries: Iterator[Entry], writer: Writer) -> Summary:
    seen = 0
    for entry in entries:
        writer.put(entry)
        seen += 1
    return writer.finish(seen)


def _is_same(place: Place, out: Place) -> bool:
    if os.fspath(place) == os.fspath(out):
        return True
    return os.path.exists(place) and os.path.exists(out) and os.path.samefile(place, out)  # noqa: PTH110, PTH121


def _entries(stored: Stored, *, indented: bool = False) -> Iterator[Entry]:
    """Give everything that a place holds in the order of its manifest; what has none comes last."""
    documents, failures = stored.documents(), stored.failures()
    lines = stored.lines() if isinstance(stored, StoredWithLines) else iter(())
    for outcome in stored.manifest():
        line = next(lines, None)
        if line and line.outcome != outcome:
            line, lines = None, iter(())  # the journal is another run's
        if outcome.outcome == "skipped":
            yield Entry(outcome, line.key if line else _key(outcome), b"", line.fingerprint if line else "")
        elif outcome.output:
            record = next(documents if outcome.id else failures, None)
            if record:
                yield entry_of(record, _fingerprint(line, record), indented=indented)
    rest: Iterator[Document | Failure] = chain(documents, failures)
    yield from (entry_of(record, indented=indented) for record in rest)


def _fingerprint(line: Line | None, record: Document | Failure) -> str:
    """Give what decided a record, unless somebody has changed it since."""
    if line is None:
        return ""
    is_same = not line.digest or line.is_of(to_json(record)) or line.is_of(to_json(record, indent=2))
    return line.fingerprint if is_same else ""


def _key(outcome: Outcome) -> str:
    """Give what tells a page apart of which no record was made."""
    return entry_of(Skipped(outcome.origin, outcome.reason or "")).key
