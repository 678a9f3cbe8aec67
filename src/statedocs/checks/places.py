"""Which file a user can open to see a page of the inputs."""

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from statedocs.errors import SourceError
from statedocs.record import Failure
from statedocs.snapshot import Skipped, Snapshot
from statedocs.sources import read, read_all
from statedocs.sources.names import SIDECAR, segment

Item = Snapshot | Skipped | Failure
Place = str | os.PathLike[str]
"""A path, or the address of a database or of pages elsewhere."""

_MEMBER: Final = "#"


class Pages:
    """The pages that are to be checked.

    Args:
        inputs: Files, folders and archives.
        root: The folder whose files the inputs are; their origins are then relative to it. None: as `convert`.
        include: Patterns of the pages wanted.
        exclude: Patterns of what is to be left out.

    Raises:
        SourceError: An input does not exist, lies outside the root, or holds a page that another holds too.
    """

    def __init__(
        self,
        inputs: Sequence[Place],
        root: Path | None = None,
        include: Sequence[str] = (),
        exclude: Sequence[str] = (),
    ) -> None:
        self._inputs = [os.fspath(path) for path in inputs]
        self._patterns = {"include": tuple(include), "exclude": tuple(exclude)}
        self._prefixes: list[tuple[Path, str]] = []
        if root is not None:
            self._prefixes = [(path, _prefix(path, root)) for path in _pages_of(map(Path, inputs))]
            self._inputs = [os.fspath(root)]
        is_all = root is None and not include and not exclude
        self.is_whole = is_all and any(Path(path).is_dir() for path in self._inputs)
        """Whether these are all the pages there are, so that one that is not among them is gone."""
        self._items = self._open() if root is None else self._open_files()

    def __iter__(self) -> Iterator[Item]:
        """Give every page in order."""
        return self._items

    def place_of(self, origin: str) -> str | None:
        """Give the file of a page as the user named it, or None where it cannot be told."""
        name = origin.partition(_MEMBER)[0]
        for root in map(Path, self._inputs):
            if root.is_dir():
                for path in (root / origin, root / name):
                    if path.is_file():
                        return os.fspath(path)
            elif origin.startswith(segment(root.name)):
                return os.fspath(root)
        return None

    def _open(self) -> Iterator[Item]:
        return read_all(self._inputs, **self._patterns)

    def _open_files(self) -> Iterator[Item]:
        opened = [(read(path, **self._patterns), prefix) for path, prefix in self._prefixes]
        return (_moved(item, prefix) for items, prefix in opened for item in items)


def _pages_of(inputs: Iterable[Path]) -> list[Path]:
    """Give the pages meant: a side-car means its page, and each is meant once."""
    pages = (
        path.with_name(path.name.removesuffix(SIDECAR)) if path.name.endswith(SIDECAR) else path for path in inputs
    )
    return sorted(dict.fromkeys(pages), key=os.fsencode)


def _prefix(path: Path, root: Path) -> str:
    try:
        inside = Path(os.path.abspath(path)).relative_to(Path(os.path.abspath(root)))  # noqa: PTH100  (links keep their names)
    except ValueError:
        raise SourceError(f"{path} is not in {root} (--root)") from None
    if path.is_dir():
        raise SourceError(f"{path} is a folder: with --root name its files")
    return "".join(segment(part) + "/" for part in inside.parts[:-1])


def _moved(item: Item, prefix: str) -> Item:
    origin = prefix + (item.origin)
    if isinstance(item, Failure):
        return item.model_copy(update={"origin": origin})
    return replace(item, origin=origin)
