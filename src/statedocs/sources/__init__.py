"""Where pages come from: files, folders, archives, feeds, lists of them, standard input, and what is elsewhere."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources.dispatch import read_found
from statedocs.sources.items import Found, Item
from statedocs.sources.lists import is_remote
from statedocs.sources.patterns import Patterns
from statedocs.sources.place import bytes_at
from statedocs.sources.roots import Roots, origins_of, refuse_clashes
from statedocs.sources.run import Run

__all__ = ["bytes_at", "is_remote", "origins_of", "read", "read_all"]


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
    roots = Roots(Patterns(tuple(include), tuple(exclude)))
    opened = [roots.open(path) for path in paths]
    refuse_clashes(paths, roots)
    return _items(opened, roots.patterns)


def _items(roots: Iterable[Iterator[Found | Skipped | Failure]], patterns: Patterns) -> Iterator[Item]:
    run = Run(read_found, patterns)
    try:
        for item in chain.from_iterable(roots):
            if isinstance(item, Found):
                yield from read_found(item, run)
            else:
                yield item
    finally:
        run.originals.close()
