"""What earlier runs wrote, read back: the same records, whatever holds them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal, Protocol, runtime_checkable

from pydantic import ValidationError

from statedocs.errors import SinkError
from statedocs.record import SCHEMA_VERSION, Document, Failure
from statedocs.sinks.files import translated_reading
from statedocs.sinks.line import Line
from statedocs.sinks.outcome import Outcome

_DOCUMENT_END: Final = ".json"
_FAILURE_END: Final = ".failure.json"
_VERSION: Final = re.compile(r"\d+\.\d+")


class Stored(Protocol):
    """A place of records, read lazily and in its own order: the manifest's where there is one."""

    def documents(self) -> Iterator[Document]:
        """Give every document.

        Raises:
            SinkError: A record is damaged, or of another major version of the schema.
        """
        ...

    def failures(self) -> Iterator[Failure]:
        """Give every failure.

        Raises:
            SinkError: As `documents`.
        """
        ...

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page; nothing where no manifest was kept.

        Raises:
            SinkError: The manifest is damaged.
        """
        ...


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it lies there, not yet read.

    Attributes:
        kind: What its place says that it is.
        data: Its bytes.
        path: The file that it is in.
        line: Its line in a file of lines.
        output: Its name in the manifest.
    """

    kind: Literal["document", "failure"]
    data: bytes = field(repr=False)
    path: Path
    line: int | None
    output: str

    @property
    def place(self) -> str:
        """Where it is, as messages say it."""
        return f"{self.path}, line {self.line}" if self.line else str(self.path)


@runtime_checkable
class StoredAsFiles(Protocol):
    """A place whose records are bytes in files; one that is damaged does not hide those behind it."""

    def records(self) -> Iterator[StoredRecord]:
        """Give every document and failure as its bytes, unread.

        Raises:
            SinkError: The manifest is damaged, or a file cannot be read.
        """
        ...


@runtime_checkable
class StoredWithLines(Protocol):
    """A place that also knows what decided its records, as the next run needs it."""

    def lines(self) -> Iterator[Line]:
        """Give the lines of the manifest with key and fingerprint, in its order; nothing where none were kept."""
        ...


class StoredFolder:
    """A folder of JSON files, as `Folder` writes it, or any folder of records."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def has_any(self) -> bool:
        """Tell whether a run wrote here, were it a run of no pages, or a record lies here."""
        return (self._root / "manifest.jsonl").exists() or any(True for _ in self._files())

    def documents(self) -> Iterator[Document]:
        """Give every document."""
        return (read_document(found.data, found.place) for found in self.records() if found.kind == "document")

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        return (read_failure(found.data, found.place) for found in self.records() if found.kind == "failure")

    def records(self) -> Iterator[StoredRecord]:
        """Give every record as its bytes."""
        for path in self._files():
            with translated_reading(path):
                data = path.read_bytes()
            kind: Literal["document", "failure"] = "failure" if path.name.endswith(_FAILURE_END) else "document"
            yield StoredRecord(kind, data, path, None, path.relative_to(self._root).as_posix())

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        return _outcomes(self._root / "manifest.jsonl")

    def lines(self) -> Iterator[Line]:
        """Give the lines of the last complete run's journal."""
        return _journal(self._root / ".statedocs")

    def _files(self) -> Iterator[Path]:
        named = [self._root / outcome.output for outcome in self.manifest() if outcome.output]
        if named:
            yield from dict.fromkeys(path for path in named if path.exists())
            return
        paths = (path for path in self._root.rglob("*" + _DOCUMENT_END) if not path.name.startswith("."))
        yield from sorted(paths, key=lambda path: path.relative_to(self._root).as_posix().encode())


class StoredLines:
    """`x.jsonl` with `x.failures.jsonl` and `x.manifest.jsonl` beside it, as `Jsonl` writes them, or other names."""

    def __init__(self, path: Path, failures: Path | None = None, manifest: Path | None = None) -> None:
        self._path = path
        self._failures = failures or path.with_suffix(".failures.jsonl")
        self._manifest = manifest or path.with_suffix(".manifest.jsonl")

    def documents(self) -> Iterator[Document]:
        """Give every document."""
        return (read_document(found.data, found.place) for found in self._records("document"))

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        return (read_failure(found.data, found.place) for found in self._records("failure"))

    def records(self) -> Iterator[StoredRecord]:
        """Give every record as its bytes, the documents first."""
        yield from self._records("document")
        yield from self._records("failure")

    def _records(self, kind: Literal["document", "failure"]) -> Iterator[StoredRecord]:
        path = self._path if kind == "document" else self._failures
        return (StoredRecord(kind, line, path, number, path.name) for number, line in _lines(path))

    def are_there(self) -> bool:
        """Tell whether the files of failures and manifest are there."""
        return self._failures.exists() and self._manifest.exists()

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        return _outcomes(self._manifest)

    def lines(self) -> Iterator[Line]:
        """Give the lines of the last complete run's journal."""
        return _journal(self._path.with_name(f".{self._path.name}.statedocs"))


def read_document(data: bytes | str, place: str) -> Document:
    """Read one document.

    Raises:
        SinkError: It is none; `place` (file and line) is named.
    """
    try:
        return Document.model_validate_json(data)
    except ValidationError as error:
        raise _refused(error, place) from error


def read_failure(data: bytes | str, place: str) -> Failure:
    """Read one failure.

    Raises:
        SinkError: As `read_document`.
    """
    try:
        return Failure.model_validate_json(data)
    except ValidationError as error:
        raise _refused(error, place) from error


def _refused(error: ValidationError, place: str) -> SinkError:
    found = error.errors(include_url=False)
    version = next((one["input"] for one in found if one["loc"] == ("schema_version",)), None)
    if isinstance(version, str) and _VERSION.fullmatch(version):
        known = f"expected a record of schema version {SCHEMA_VERSION}, found one of {version}"
        return SinkError(f"{place}: {known}; read it with the statedocs that made it, or with a newer one")
    first = found[0]
    field = ".".join(map(str, first["loc"]))
    return SinkError(f"{place}: expected a record of statedocs, found {field + ': ' if field else ''}{first['msg']}")


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    if path.exists():
        with translated_reading(path), path.open("rb") as lines:
            yield from ((number, line) for number, line in enumerate(lines, 1) if line.strip())


def _journal(folder: Path) -> Iterator[Line]:
    """Give the lines that `Journal` keeps, up to one that is damaged: what it does not say is only done once more."""
    for _, data in _lines(folder / "pages.jsonl"):
        try:
            yield Line.from_bytes(data)
        except ValueError:
            return


def _outcomes(path: Path) -> Iterator[Outcome]:
    for number, line in _lines(path):
        outcome = outcome_of_line(line, f"{path}, line {number}")
        if outcome:
            yield outcome


def outcome_of_line(line: bytes, place: str) -> Outcome | None:
    """Read a line of a manifest; nothing for the sum.

    Raises:
        SinkError: It is none; `place` (file and line) is named.
    """
    try:
        value = json.loads(line)
        return None if "totals" in value else Outcome(**value)
    except (ValueError, TypeError) as error:
        raise SinkError(f"{place}: no line of a manifest") from error
