"""Where pages come from: files, folders of them, and web archives."""

import os
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.archives import read_archive
from statedocs.sources.items import Found, Item
from statedocs.sources.page import read_page
from statedocs.sources.patterns import Patterns
from statedocs.sources.roots import open_root, refuse_clashes

__all__ = ["read", "read_all"]

READERS: Final[tuple[Callable[[Found], Iterator[Item] | None], ...]] = (
    read_archive,
    lambda found: iter([read_page(found)]),
)
"""Asked in order; the first that does not decline a file (None) reads it. The last reads any file as one page."""


def read(
    path: str | os.PathLike[str], *, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Snapshot | Skipped | Failure]:
    """Read a page, or every page of a folder, one at a time and in the order of their names' bytes.

    A web archive (WARC, ARC) gives each of its captures, in its own order.

    Args:
        path: A file, an archive or a folder.
        include: Shell patterns, `*.htm` or `bgn/*`; when given, only what one of them matches is read.
        exclude: Shell patterns of files and folders to leave out.

    Raises:
        SourceError: At once, when there is no such input. Whatever is wrong with a page is a `Failure` item.
    """
    return _items(open_root(path, Patterns(tuple(include), tuple(exclude))))


def read_all(
    paths: Sequence[str | os.PathLike[str]], *, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Snapshot | Skipped | Failure]:
    """Read several inputs, in the order given.

    Raises:
        SourceError: At once, when an input does not exist or two of them hold a page of the same origin.
    """
    patterns = Patterns(tuple(include), tuple(exclude))
    roots = [open_root(path, patterns) for path in paths]
    refuse_clashes(paths, patterns)
    return (item for root in roots for item in _items(root))


def _items(found: Iterator[Found | Skipped | Failure]) -> Iterator[Item]:
    for item in found:
        if isinstance(item, Found):
            yield from _read(item)
        else:
            yield item


def _read(found: Found) -> Iterator[Item]:
    opened = (reader(found) for reader in READERS)
    return next(items for items in opened if items is not None)
