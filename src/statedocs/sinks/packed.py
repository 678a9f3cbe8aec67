"""JSON lines, compressed: `x.jsonl.gz` or `x.jsonl.zst`, with failures and manifest beside it, compressed alike."""

import gzip
import importlib
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Any, Final, cast

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.files import translated_reading
from statedocs.sinks.outcome import Outcome
from statedocs.sinks.rendering import to_line
from statedocs.sinks.sink import Entry
from statedocs.sinks.stored import outcome_of_line, read_document, read_failure
from statedocs.sinks.whole import Whole, state_beside

_AT_ONCE: Final = 1 << 20
_ENDS: Final = (".jsonl", ".failures.jsonl", ".manifest.jsonl")


def open_sink(place: str) -> "Packed":
    """Give the file to write to."""
    return Packed(Path(place))


def open_stored(place: str) -> "StoredPacked":
    """Give the file to read from."""
    return StoredPacked(Path(place))


def _stem(path: Path) -> tuple[str, str]:
    head, _, coding = path.name.rpartition(".")
    return head.removesuffix(".jsonl"), "." + coding


def _zstandard() -> Any:
    return importlib.import_module("zstandard")


def open_packed(path: Path, opened: ExitStack) -> IO[bytes]:
    """Open a file to compress into; the same records give the same bytes, so no time stands in it."""
    if path.suffix == ".zst":
        return cast("IO[bytes]", opened.enter_context(_zstandard().open(path, "wb")))
    file = opened.enter_context(path.open("wb"))
    return cast("IO[bytes]", opened.enter_context(gzip.GzipFile("", "wb", 6, file, mtime=0)))


def _lines_of(path: Path) -> Iterator[bytes]:
    """Give the lines of a compressed file.

    Raises:
        EOFError: It is cut off.
    """
    if path.suffix == ".gz":
        with gzip.open(path, "rb") as lines:
            yield from lines
        return
    unpacking, rest = _zstandard().ZstdDecompressor().decompressobj(), b""
    with path.open("rb") as file:
        while data := file.read(_AT_ONCE):
            *lines, rest = (rest + unpacking.decompress(data)).split(b"\n")
            yield from (line + b"\n" for line in lines)
    if not unpacking.eof or rest:
        raise EOFError("it ends before its records do")


class Packed(Whole):
    """Three compressed files, replaced as a whole."""

    is_folder = False

    def __init__(self, path: Path) -> None:
        super().__init__(path.parent, state_beside(path), str(path))
        self._stem, self._coding = _stem(path)
        if self._coding == ".zst":
            _zstandard()

    def begin(self, part: Path, opened: ExitStack) -> None:
        """Open the three files."""
        paths = [part / f"{self._stem}{end}{self._coding}" for end in _ENDS]
        files = [open_packed(path, opened) for path in paths]
        self._files = dict(zip(("document", "failure", "manifest"), files, strict=True))
        self._outputs = dict(zip(("document", "failure"), (path.name for path in paths), strict=False))

    def add(self, entry: Entry) -> str:
        """Append a record to its file."""
        self._files[entry.outcome.outcome].write(entry.data)
        return self._outputs[entry.outcome.outcome]

    def add_line(self, entry: Entry, outcome: Outcome) -> None:  # noqa: ARG002
        """Append a line of the manifest."""
        self._files["manifest"].write(to_line(outcome))

    def end(self, totals: dict[str, object]) -> None:
        """Write the sum."""
        self._files["manifest"].write(to_line(totals))


class StoredPacked:
    """The three files read back."""

    def __init__(self, path: Path) -> None:
        self._folder = path.parent
        self._stem, self._coding = _stem(path)
        if self._coding == ".zst":
            _zstandard()

    def documents(self) -> Iterator[Document]:
        """Give every document."""
        return (read_document(line, place) for line, place in self._lines(".jsonl"))

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        return (read_failure(line, place) for line, place in self._lines(".failures.jsonl"))

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        found = (outcome_of_line(line, place) for line, place in self._lines(".manifest.jsonl"))
        return (outcome for outcome in found if outcome)

    def _lines(self, end: str) -> Iterator[tuple[bytes, str]]:
        path = self._folder / f"{self._stem}{end}{self._coding}"
        if not path.exists():
            return
        with translated_reading(path):
            try:
                for number, line in enumerate(_lines_of(path), 1):
                    yield line, f"{path}, line {number}"
            except (EOFError, zlib.error) as error:
                raise SinkError(f"{path} is damaged: {error}") from error
            except Exception as error:
                if type(error).__name__ != "ZstdError":
                    raise
                raise SinkError(f"{path} is damaged: {error}") from error
