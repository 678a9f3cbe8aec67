"""A folder of JSON files, mirrored on the inputs."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from statedocs.errors import SinkError
from statedocs.sinks.disk import sync_all
from statedocs.sinks.files import translated
from statedocs.sinks.group import Group
from statedocs.sinks.index import Index
from statedocs.sinks.journal import Journal, gone_line, pruned_line
from statedocs.sinks.line import Line
from statedocs.sinks.names import Names
from statedocs.sinks.outcome import Summary
from statedocs.sinks.sink import Entry
from statedocs.sinks.stored import StoredFolder


def open_sink(place: str) -> "Folder":
    """Give the folder."""
    return Folder(Path(place))


def open_stored(place: str) -> StoredFolder:
    """Give the folder to read from.

    Raises:
        SinkError: It holds no records.
    """
    stored = StoredFolder(Path(place))
    if not stored.has_any():
        raise SinkError(f"{place}: expected a folder of records, found none in it")
    return stored


class Folder:
    """`<origin>.json` for a document, `<origin>.failure.json` for a failure; never both.

    What is needed to go on is kept in `.statedocs` beside them.
    """

    wants_indented = True

    def __init__(self, path: Path) -> None:
        self._root = path
        self._journal = Journal(path / ".statedocs", path / "manifest.jsonl", str(path))
        self._group = Group(path / ".statedocs" / "part")
        self._parents: set[Path] = set()

    def __enter__(self) -> Self:
        with ExitStack() as opened:
            opened.enter_context(self._journal)
            opened.callback(self._group.give_up)
            self._group.give_up()
            self._names = Names(opened.enter_context(Index()))
            self._real_root = self._root.resolve()
            for line in self._journal.earlier.lines():
                if line.outcome.output:
                    self._names.reserve(line.outcome.output, line.outcome.origin)
            self._opened = opened.pop_all()
        return self

    def fingerprints(self, origin: str) -> Sequence[str]:
        """Give the fingerprints of what was left of a page."""
        return self._journal.earlier.fingerprints(origin)

    def earlier(self, origin: str, fingerprint: str) -> Entry | None:
        """Give what was left of a capture, if its file has the bytes that were written."""
        return next(filter(self._is_whole, self._journal.earlier.candidates(origin, fingerprint)), None)

    def _is_whole(self, line: Line) -> bool:
        if not line.outcome.output:
            return line.outcome.outcome == "skipped"
        if self._group.has(self._root / line.outcome.output):
            return False
        try:
            data = (self._root / line.outcome.output).read_bytes()
        except OSError:
            return False
        return line.outcome.outcome != "gone" and line.is_of(data)

    def put(self, entry: Entry) -> str | None:
        """Write a record; it gets its name, and what the page was before goes, with the next `commit`."""
        if entry.outcome.outcome == "skipped":
            self._journal.add(Line.of(entry, entry.outcome, b""))
            return None
        stem = self._names.claim(entry.outcome.origin, entry.key)
        ends = (".json", ".failure.json") if entry.outcome.outcome == "document" else (".failure.json", ".json")
        path, other = (self._root / (stem + end) for end in ends)
        self._make(path.parent)
        self._group.put(path, entry.indented, other)
        output = stem + ends[0]
        self._journal.earlier.meet(entry)
        self._journal.add(Line.of(entry, replace(entry.outcome, output=output), entry.indented))
        return output

    def keep(self, entry: Entry) -> None:
        """Let a record stay; it moves where its page would get another name today."""
        line = Line.kept(entry)
        origin, kind, output = line.outcome.origin, line.outcome.outcome, line.outcome.output
        if output and kind == "gone":
            self._names.hold(output)
        elif output:
            end = ".json" if kind == "document" else ".failure.json"
            line = self._moved(line, output, self._names.claim(origin, line.key) + end)
        self._journal.earlier.meet(line)
        self._journal.add(line)

    def _moved(self, line: Line, before: str, after: str) -> Line:
        if before == after:
            return line
        path = self._root / after
        self._group.settle()
        self._make(path.parent)
        with translated(path):
            (self._root / before).replace(path)
        self._remove_empty((self._root / before).parent)
        return replace(line, outcome=replace(line.outcome, output=after))

    def drop(self, entry: Entry) -> None:
        """Forget a page's records: their files go when the run is complete."""
        self._journal.earlier.meet(replace(entry, outcome=replace(entry.outcome, outcome="skipped")))

    def commit(self) -> None:
        """Give the records their names, then bring the journal to the disk, which says so."""
        self._group.settle()
        self._journal.commit()

    def gone(self) -> Iterator[Entry]:
        """Give the records of pages that are gone, and take away those that their page has no more."""
        self._group.settle()
        for unmet in self._journal.gone():
            output = unmet.line.outcome.output
            if output and self._names.has(output):
                continue
            if output and unmet.is_stale:
                self._remove(output)
            elif output and (self._root / output).is_file():
                yield gone_line(unmet.line)
            else:
                yield pruned_line(unmet.line)

    def prune(self, entry: Entry) -> None:
        """Take a record away, and the folders that it leaves empty."""
        line = Line.kept(entry)
        if line.outcome.output:
            self._remove(line.outcome.output)
        self._journal.add(pruned_line(line))

    def _remove(self, output: str) -> None:
        path = self._root / output
        with translated(path):
            path.unlink(missing_ok=True)
        self._remove_empty(path.parent)

    def _remove_empty(self, folder: Path) -> None:
        self._parents.clear()
        while folder != self._root:
            try:
                folder.rmdir()
            except OSError:
                return
            folder = folder.parent

    def finish(self, summary: Summary) -> None:
        """Complete the manifest, once all that it names is on the disk."""
        self.commit()
        with translated(self._root):
            sync_all(self._root)
        self._journal.finish(summary)

    def _make(self, parent: Path) -> None:
        """Make a folder, refusing one that a link has put elsewhere; the last few thousand are remembered."""
        if parent in self._parents:
            return
        with translated(parent):
            inside = parent.resolve().is_relative_to(self._real_root)
            if inside:
                parent.mkdir(parents=True, exist_ok=True)
        if not inside:
            raise SinkError(f"{parent} is linked to a place outside {self._root}")
        if len(self._parents) > 4096:
            self._parents.clear()
        self._parents.add(parent)

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(SinkError):  # the disk may be what the run ends for
            self._group.settle()
        self._opened.__exit__(kind, error, at)
