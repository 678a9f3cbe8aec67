"""The inputs that a user names, one after the other."""

import heapq
import os
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped
from statedocs.sources.files import found_file
from statedocs.sources.items import Found
from statedocs.sources.names import other_kind, segment
from statedocs.sources.patterns import Patterns
from statedocs.sources.walk import refused_by_name, walk


def open_root(path: str | os.PathLike[str], patterns: Patterns) -> Iterator[Found | Skipped | Failure]:
    """Give the files of one input: a folder's, or the file itself.

    Raises:
        SourceError: At once, when there is no such input.
    """
    root = Path(path)
    if root.is_dir():
        return walk(os.fspath(root), patterns)
    if root.is_file():
        return iter([_file(root, patterns)])
    if root.exists():
        raise SourceError(f"{root} is neither a file nor a folder")
    raise SourceError(f"no such input: {root}")


def refuse_clashes(paths: Sequence[str | os.PathLike[str]], patterns: Patterns) -> None:
    """Refuse inputs that would give two pages one origin; only names are read, and memory does not grow.

    Raises:
        SourceError: Names both inputs.
    """
    if len(paths) < 2:
        return
    roots = [_origins(number, path, patterns) for number, path in enumerate(paths)]
    for origin, group in groupby(heapq.merge(*roots), key=lambda pair: pair[0]):
        numbers = sorted({number for _, number in group})
        if len(numbers) > 1:
            first, second = (os.fspath(paths[number]) for number in numbers[:2])
            raise SourceError(f"two inputs hold {origin.decode()!r}: {first} and {second}; convert them one by one")


def _origins(number: int, path: str | os.PathLike[str], patterns: Patterns) -> Iterator[tuple[bytes, int]]:
    found = (item for item in open_root(path, patterns) if isinstance(item, Found))
    return ((item.origin.encode(), number) for item in found)


def _file(path: Path, patterns: Patterns) -> Found | Skipped:
    origin = segment(Path(os.path.abspath(path)).name)  # noqa: PTH100  (a link keeps the name that the user wrote)
    reason = refused_by_name(origin, origin, patterns) or other_kind(origin)
    if reason:
        return Skipped(origin, reason)
    return found_file(os.fspath(path), origin, is_wanted=not patterns.refuse(origin))
