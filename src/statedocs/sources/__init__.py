"""Where pages come from: files, folders, archives, feeds, lists of them, standard input, and what is elsewhere."""

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TypeVar

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.again import Files, originals_of
from statedocs.sources.dispatch import read_found
from statedocs.sources.items import Found, Item
from statedocs.sources.lists import is_remote
from statedocs.sources.patterns import Patterns
from statedocs.sources.place import bytes_at
from statedocs.sources.roots import Roots, origins_of, refuse_clashes
from statedocs.sources.run import Run
from statedocs.sources.unread import Unread, scheme_of, unread

__all__ = ["Unread", "bytes_at", "is_remote", "list_all", "origins_of", "read", "read_all", "read_holder", "scheme_of"]

_Other = TypeVar("_Other")


def read(
    path: str | os.PathLike[str], *, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Snapshot | Skipped | Failure]:
    """Read a page, or every page of a folder, one at a time and in the order of their names' bytes.

    An archive (WARC, ARC, WACZ, zip, tar, MHTML), a feed or a list of posts gives each of its pages, in its own order.

    Args:
        path: A file, a folder, `-` for standard input, `@list.txt`, or an address such as `s3://bucket/pages`.
        include: Shell patterns, `*.htm` or `bgn/*`; when given, only what one of them matches is read. Origins, members
            of archives and the addresses of captures are compared with them.
        exclude: Shell patterns of files, folders and members to leave out.

    Raises:
        SourceError: At once, when there is no such input. Whatever is wrong with a page is a `Failure` item.
    """
    return read_all([path], include=include, exclude=exclude)


def read_all(
    paths: Sequence[str | os.PathLike[str]], *, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Snapshot | Skipped | Failure]:
    """Read several inputs, in the order given.

    Raises:
        SourceError: At once, when an input does not exist or two of them hold a page of the same origin.
    """
    files, roots = _opened(paths, include, exclude)
    return _read(files, roots.patterns, _anew(paths, roots))


def list_all(
    paths: Sequence[str | os.PathLike[str]], *, include: Sequence[str] = (), exclude: Sequence[str] = ()
) -> Iterator[Snapshot | Skipped | Failure | Unread]:
    """List several inputs, in the order given; only what may hold pages, by its name, or has no place is read.

    Raises:
        SourceError: As `read_all`.
    """
    files, roots = _opened(paths, include, exclude)
    return _read(map(_put_off, files), roots.patterns, _anew(paths, roots))


def _put_off(file: Found | Skipped | Failure) -> Found | Skipped | Failure | Unread:
    return (unread(file) or file) if isinstance(file, Found) else file


def read_holder(holder: Unread, *, include: Sequence[str] = (), exclude: Sequence[str] = ()) -> Iterator[Item]:
    """Read the pages of a file whose name does not tell that it holds some.

    It is read by itself: its records refer to none of other archives, which may or may not have been read by now.
    """
    return _read(iter([holder.found()]), Patterns(tuple(include), tuple(exclude)), lambda: [holder.found()])


def _opened(
    paths: Sequence[str | os.PathLike[str]], include: Sequence[str], exclude: Sequence[str]
) -> tuple[Iterator[Found | Skipped | Failure], Roots]:
    roots = Roots(Patterns(tuple(include), tuple(exclude)))
    opened = [roots.open(path) for path in paths]
    refuse_clashes(paths, roots)
    return chain.from_iterable(opened), roots


def _anew(paths: Sequence[str | os.PathLike[str]], roots: Roots) -> Files:
    return lambda: chain.from_iterable(map(roots.open, paths))


def _read(files: Iterator[Found | _Other], patterns: Patterns, anew: Files) -> Iterator[Item | _Other]:
    run = Run(read_found, patterns, originals_of(anew, patterns))
    try:
        for file in files:
            if isinstance(file, Found):
                yield from read_found(file, run)
            else:
                yield file
    finally:
        run.originals.close()
