"""A folder of JSON files, mirrored on the inputs."""

from pathlib import Path
from types import TracebackType
from typing import Self

from statedocs.errors import SinkError
from statedocs.sinks.files import translated, write_whole
from statedocs.sinks.index import Index
from statedocs.sinks.names import Names
from statedocs.sinks.sink import Entry


class Folder:
    """`<origin>.json` for a document, `<origin>.failure.json` for a failure; never both."""

    indent: int | None = 2
    keeps = True

    def __init__(self, path: Path, index: Index) -> None:
        self._root = path
        self.manifest: Path | None = path / "manifest.jsonl"
        self._index = index
        self._parents: set[Path] = set()
        with translated(path):
            path.mkdir(parents=True, exist_ok=True)

    def __enter__(self) -> Self:
        self._names = Names(self._index)
        self._real_root = self._root.resolve()
        return self

    def put(self, entry: Entry) -> str | None:
        """Write a record and take away what the page was before."""
        document, failure = self._paths(entry)
        path, stale = (document, failure) if entry.outcome.outcome == "document" else (failure, document)
        self._make(path.parent)
        write_whole(path, entry.data)
        with translated(stale):
            stale.unlink(missing_ok=True)
        return path.relative_to(self._root).as_posix()

    def drop(self, entry: Entry) -> None:
        """Take away both files of a page."""
        for path in self._paths(entry):
            with translated(path):
                if path.parent.is_dir():
                    path.unlink(missing_ok=True)

    def _paths(self, entry: Entry) -> tuple[Path, Path]:
        stem = self._names.claim(entry.outcome.origin, entry.key)
        return self._root / f"{stem}.json", self._root / f"{stem}.failure.json"

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

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None: ...
