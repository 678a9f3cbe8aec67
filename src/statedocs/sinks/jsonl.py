"""A record a line, in a file."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from statedocs.sinks.journal import Journal, gone_line, pruned_line
from statedocs.sinks.line import Line
from statedocs.sinks.outcome import Summary
from statedocs.sinks.segment import Segment
from statedocs.sinks.sink import Entry
from statedocs.sinks.stored import StoredLines


def open_sink(place: str) -> "Jsonl":
    """Give the file."""
    return Jsonl(Path(place))


def open_stored(place: str) -> StoredLines:
    """Give the file to read from."""
    return StoredLines(Path(place))


class Jsonl:
    """`x.jsonl` with the documents in input order, `x.failures.jsonl` beside it; both replaced as a whole.

    What is needed to go on is kept in `.x.jsonl.statedocs` beside them. Records of pages that are gone come last.
    """

    wants_indented = False

    def __init__(self, path: Path) -> None:
        folder = path.with_name(f".{path.name}.statedocs")
        self._journal = Journal(folder, path.with_suffix(".manifest.jsonl"), str(path))
        whole = (path, path.with_suffix(".failures.jsonl"))
        self._segments = {file.name: Segment(file, folder / f"{file.name}.part") for file in whole}
        self._documents, self._failures = self._segments

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            opened.enter_context(self._journal)
            for segment in self._segments.values():
                opened.enter_context(segment)
            self._trim()
            self._opened = opened.pop_all()
        return self

    def _trim(self) -> None:
        """Cut off what a run that broke off wrote without writing it down."""
        ends = dict.fromkeys(self._segments, 0)
        for line in self._journal.earlier.lines():
            if line.outcome.output in ends and line.at is not None and line.size is not None:
                ends[line.outcome.output] = max(ends[line.outcome.output], line.at + line.size)
        for name, segment in self._segments.items():
            segment.trim(ends[name])

    def fingerprints(self, origin: str) -> Sequence[str]:
        """Give the fingerprints of what was left of a page."""
        return self._journal.earlier.fingerprints(origin)

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:
        """Give what was left of a capture, if its bytes are where they were written."""
        for line in self._journal.earlier.candidates(origin, fingerprint):
            found = line if line.outcome.outcome == "skipped" else self._find(line)
            if found and found.outcome.outcome != "gone":
                return found
        return None

    def _find(self, line: Line) -> Line | None:
        segment = self._segments.get(line.outcome.output or "")
        return segment.find(line) if segment else None

    def put(self, entry: Entry) -> str | None:
        """Append a record to its file."""
        if entry.outcome.outcome == "skipped":
            self._journal.add(Line.of(entry, entry.outcome, b""))
            return None
        output = self._documents if entry.outcome.outcome == "document" else self._failures
        at = self._segments[output].append(entry.data)
        self._journal.earlier.meet(entry)
        self._journal.add(Line.of(entry, replace(entry.outcome, output=output), entry.data, at))
        return output

    def keep(self, entry: Entry) -> None:
        """Let a record stay in the order in which its page is met."""
        line = Line.kept(entry)
        if line.outcome.output:
            self._segments[line.outcome.output].keep(line)
        self._journal.earlier.meet(line)
        self._journal.add(line)

    def drop(self, entry: Entry) -> None:
        """Forget a page's records."""
        self._journal.earlier.meet(replace(entry, outcome=replace(entry.outcome, outcome="skipped")))

    def commit(self) -> None:
        """Hand records and journal to the system."""
        for segment in self._segments.values():
            segment.commit()
        self._journal.commit()

    def gone(self) -> Iterator[Entry]:
        """Give the records of pages that are gone."""
        for unmet in self._journal.gone():
            if not unmet.is_stale:
                found = self._find(unmet.line)
                yield gone_line(found) if found else pruned_line(unmet.line)

    def prune(self, entry: Entry) -> None:
        """Leave a record out."""
        self._journal.add(pruned_line(Line.kept(entry)))

    def finish(self, summary: Summary) -> None:
        """Give all files their names, the manifest last."""
        self.commit()
        jumbled = {name: segment for name, segment in self._segments.items() if not segment.is_in_order}
        if jumbled:
            self._copy(jumbled)
        for segment in self._segments.values():
            segment.complete()
        self._journal.finish(summary)
        for segment in self._segments.values():
            segment.forget_copies()

    def _copy(self, segments: Mapping[str, Segment]) -> None:
        """Bring records into the order of the run: some were found in two files, or not one behind the other."""
        with ExitStack() as opened:
            files = {name: opened.enter_context(segment.in_order()) for name, segment in segments.items()}

            def copied(line: Line) -> Line:
                name = line.outcome.output
                if name not in files:
                    return line
                at = files[name].tell()
                files[name].write(segments[name].read(line))
                return replace(line, at=at)

            self._journal.rewrite(copied)
        self._journal.take_rewritten()
        for segment in segments.values():
            segment.take_copy()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._opened.__exit__(kind, error, at)
