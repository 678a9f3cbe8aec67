"""The inputs that a user names, one after the other."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped
from statedocs.sources.files import found_file, open_file
from statedocs.sources.items import Found, failure_of_input
from statedocs.sources.ledger import Ledger
from statedocs.sources.lists import Line, is_remote, lines, origin_in_list
from statedocs.sources.names import other_kind, segment
from statedocs.sources.patterns import Patterns
from statedocs.sources.standard_input import StandardInput
from statedocs.sources.tree import LocalTree
from statedocs.sources.walk import refused_by_name, walk

_STDIN: Final = "-"
_LIST: Final = "@"
File = Found | Skipped | Failure


@dataclass(frozen=True, slots=True)
class Roots:
    """Opens inputs.

    Attributes:
        patterns: What of them is wanted.
        stdin: Standard input.
    """

    patterns: Patterns = field(default_factory=Patterns)
    stdin: StandardInput = field(default_factory=StandardInput)

    def open(self, path: str | os.PathLike[str]) -> Iterator[File]:
        """Give the files of one input: a folder's, the file itself, those of a list.

        Raises:
            SourceError: At once, when there is no such input.
        """
        text = os.fspath(path)
        if text == _STDIN:
            return iter([self.stdin.found()])
        if text.startswith(_LIST) and not Path(text).exists():
            path = text.removeprefix(_LIST)
            (self.stdin.open() if path == _STDIN else open_list(path)).close()  # tells at once whether there is one
            return self._listed(path)
        return self._files(text, None)

    def _files(self, text: str, origin: str | None) -> Iterator[File]:
        """Give the files of a path; its own name is the origin of a file, unless another is given."""
        if is_remote(text):
            remote: Iterator[File] = import_module("statedocs.sources.remote").files(text, origin, self.patterns)
            return remote
        if not text:
            raise SourceError("an input has no name: the argument is empty")
        root = Path(text)
        if root.is_dir():
            return walk(LocalTree(text), text, self.patterns, f"{origin}/" if origin else "")
        if root.is_file():
            return iter([file_or_reason(found_file(text, origin or name_of(root)), self.patterns)])
        if root.exists():
            raise SourceError(f"{root} is neither a file nor a folder")
        raise SourceError(f"no such input: {root}")

    def _listed(self, path: str) -> Iterator[File]:
        """Give the files that a list names, each once; what cannot be had is a failure, as the others are there."""
        with self.stdin.open() if path == _STDIN else open_list(path) as file, Ledger() as met:
            for line in lines(file):
                origin = origin_in_list(line.path)
                place = f"{name_of(Path(path))}#{line.number}"
                try:
                    for found in self._files(line.path, origin or None):
                        yield from _once(found, line, place, met)
                except SourceError as error:
                    is_named = SourceError(line.path).message in error.message
                    said = error.message if is_named else f"{line.path}: {error.message}"
                    yield failure_of_input(SourceError(said), origin or place)


def open_list(path: str) -> BinaryIO:
    """Open a list of inputs.

    Raises:
        SourceError: It cannot be read.
    """
    try:
        return open_file(path)
    except SourceError as error:
        raise SourceError(f"the list {path}: {error.message}") from error


def _once(found: File, line: Line, place: str, met: Ledger) -> Iterator[File]:
    """Give a file that was not met before; another one of its origin is refused."""
    if met.add(found.origin.encode(), os.fsencode(os.path.realpath(line.path))):
        yield found
        return
    first = os.fsdecode(met.get(found.origin.encode()) or b"")
    this = os.path.realpath(line.path)
    if os.path.commonpath([first, this]) not in (first, this):
        yield failure_of_input(SourceError(f"{line.path}: another file of the list has the same origin"), place)


def file_or_reason(found: Found, patterns: Patterns) -> Found | Skipped:
    """Give a file that was named by itself, or why it is not read."""
    reason = refused_by_name(found.name, found.origin, patterns) or other_kind(found.name)
    if reason:
        return Skipped(found.origin, reason)
    return found.but(is_wanted=not patterns.refuse(found.origin))


def name_of(path: Path) -> str:
    """Give the origin of a file that was named by itself."""
    return segment(Path(os.path.abspath(path)).name)  # noqa: PTH100  (a link keeps the name that the user wrote)


def refuse_clashes(paths: Sequence[str | os.PathLike[str]], roots: Roots) -> None:
    """Refuse inputs that would give two pages one origin; only names are read, and memory does not grow.

    Raises:
        SourceError: Names both inputs.
    """
    if len(paths) < 2:
        return
    with Ledger() as met:
        for number, path in enumerate(paths):
            for item in roots.open(path):
                if not isinstance(item, Found) or met.add(item.origin.encode(), b"%d" % number):
                    continue
                first = os.fspath(paths[int(met.get(item.origin.encode()) or b"0")])
                said = f"{first} and {os.fspath(path)}"
                raise SourceError(f"two inputs hold {item.origin!r}: {said}; convert them one by one")


def origins_of(place: Path, paths: Iterable[str | os.PathLike[str]]) -> Iterator[str]:
    """Give the origins that a place on this machine has in the inputs that it lies in; empty where it is one itself."""
    for path in (os.fspath(path) for path in paths):
        if path == _STDIN or is_remote(path):
            continue
        if path.startswith(_LIST) and not Path(path).exists():
            yield from _origins_in_list(place, path.removeprefix(_LIST))
        elif place.is_relative_to(root := Path(os.path.realpath(path))):
            yield "" if place == root else place.relative_to(root).as_posix()


def _origins_in_list(place: Path, path: str) -> Iterator[str]:
    if path == _STDIN:
        return
    with open_list(path) as file:
        for line in lines(file):
            if not is_remote(line.path) and place.is_relative_to(root := Path(os.path.realpath(line.path))):
                yield f"{origin_in_list(line.path)}/{place.relative_to(root).as_posix()}".strip("/").removesuffix("/.")
