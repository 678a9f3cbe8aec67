"""What earlier runs wrote, read back: the same records, whatever holds them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

from pydantic import ValidationError

from statedocs.errors import SinkError
from statedocs.record import Document, Failure
from statedocs.sinks.outcome import Outcome

_DOCUMENT_END: Final = ".json"
_FAILURE_END: Final = ".failure.json"


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


class StoredFolder:
    """A folder of JSON files, as `Folder` writes it, or any folder of records."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def documents(self) -> Iterator[Document]:
        """Give every document."""
        for path in self._files():
            if not path.name.endswith(_FAILURE_END):
                yield read_document(path.read_bytes(), str(path))

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        for path in self._files():
            if path.name.endswith(_FAILURE_END):
                yield read_failure(path.read_bytes(), str(path))

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        return _outcomes(self._root / "manifest.jsonl")

    def _files(self) -> Iterator[Path]:
        named = [self._root / outcome.output for outcome in self.manifest() if outcome.output]
        if named:
            yield from dict.fromkeys(path for path in named if path.exists())
            return
        paths = (path for path in self._root.rglob("*" + _DOCUMENT_END) if not path.name.startswith("."))
        yield from sorted(paths, key=lambda path: path.relative_to(self._root).as_posix().encode())


class StoredLines:
    """`x.jsonl` with `x.failures.jsonl` and `x.manifest.jsonl` beside it, as `Jsonl` writes them."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def documents(self) -> Iterator[Document]:
        """Give every document."""
        return (read_document(line, place) for line, place in _lines(self._path))

    def failures(self) -> Iterator[Failure]:
        """Give every failure."""
        return (read_failure(line, place) for line, place in _lines(self._path.with_suffix(".failures.jsonl")))

    def manifest(self) -> Iterator[Outcome]:
        """Give what became of each input page."""
        return _outcomes(self._path.with_suffix(".manifest.jsonl"))


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
    first = error.errors(include_url=False)[0]
    field = ".".join(map(str, first["loc"]))
    return SinkError(f"{place}: expected a record of statedocs, found {field + ': ' if field else ''}{first['msg']}")


def _lines(path: Path) -> Iterator[tuple[bytes, str]]:
    if path.exists():
        with path.open("rb") as lines:
            yield from ((line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip())


def _outcomes(path: Path) -> Iterator[Outcome]:
    for line, place in _lines(path):
        try:
            value = json.loads(line)
            outcome = None if "totals" in value else Outcome(**value)
        except (ValueError, TypeError) as error:
            raise SinkError(f"{place}: no line of a manifest") from error
        if outcome:
            yield outcome
