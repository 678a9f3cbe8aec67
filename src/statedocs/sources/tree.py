"""A folder's names and what stands under them: on this machine, or in a store."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from statedocs.errors import SourceError
from statedocs.sources.files import found_file
from statedocs.sources.items import Found


@dataclass(frozen=True, slots=True)
class Leaf:
    """A name in a folder.

    Attributes:
        path: What the tree knows it by.
        name: The name alone.
        is_folder: Whether one can go into it; a link to a folder is none.
    """

    path: str
    name: str
    is_folder: bool


class Tree(Protocol):
    """What a walk asks of a file system."""

    def names(self, folder: str) -> list[Leaf]:
        """List a folder, in any order.

        Raises:
            SourceError: It cannot be listed.
        """
        ...

    def reason(self, path: str) -> str | None:
        """Give the reason why what stands there is no file to be read, or None.

        Raises:
            OSError: That cannot be told.
        """
        ...

    def found(self, leaf: Leaf, origin: str, *, is_wanted: bool, has_sidecar: bool) -> Found:
        """Give a file as an input."""
        ...


class LocalTree:
    """Folders of this machine.

    Links are read when they lead to a file under the root; linked folders are never entered.

    Args:
        root: Where the walk begins.
    """

    def __init__(self, root: str) -> None:
        self._real_root = os.path.realpath(root)

    def names(self, folder: str) -> list[Leaf]:
        """List a folder, in any order."""
        try:
            with os.scandir(folder) as found:
                return [Leaf(entry.path, entry.name, entry.is_dir(follow_symlinks=False)) for entry in found]
        except OSError as error:
            raise SourceError(f"cannot be listed: {error.strerror}") from error

    def reason(self, path: str) -> str | None:
        """Give the reason why what stands there is no file to be read, or None."""
        real = os.path.realpath(path)
        if os.path.commonpath([self._real_root, real]) != self._real_root:
            return "link that leads out of the input"
        mode = Path(path).stat().st_mode
        if stat.S_ISDIR(mode):
            return "link to a folder"
        return None if stat.S_ISREG(mode) else "no file (pipe, socket or device)"

    def found(self, leaf: Leaf, origin: str, *, is_wanted: bool, has_sidecar: bool) -> Found:  # noqa: ARG002
        """Give a file as an input; whether it has a side-car is seen when it is read."""
        return found_file(leaf.path, origin, is_wanted=is_wanted)
