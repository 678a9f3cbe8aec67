"""Files that are listed and not opened: whoever converts them reads them, on whichever machine that is."""

import os
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from statedocs.errors import StatedocsError
from statedocs.snapshot import Member
from statedocs.sources.dispatch import read_page_of
from statedocs.sources.files import found_file
from statedocs.sources.items import Found, Item, failure_of_input, nothing_beside
from statedocs.sources.lists import is_remote
from statedocs.sources.names import maybe_kind, web_archive

Stamp = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unread:
    """A file of which only the name is known, and that should be one page by it.

    Attributes:
        origin: As in `Snapshot`.
        place: A whole path, or an address in a store.
        size: How many bytes it has, as far as that is known.
        stamp: By what a file of this machine is known where others see it; None in a store, whose addresses say it.
        is_wanted: As in `Found`.
        has_sidecar: Whether a side-car is to be looked for.
    """

    origin: str
    place: str
    size: int = 0
    stamp: Stamp | None = None
    is_wanted: bool = True
    has_sidecar: bool = True

    def is_seen(self) -> bool:
        """Tell whether the file that stands here is the one that was listed."""
        return self.stamp is None or _stamp(self.place) == self.stamp

    def found(self) -> Found:
        """Give the file as an input."""
        if is_remote(self.place):
            remote = import_module("statedocs.sources.remote")
            found: Found = remote.found_at(self.place, self.origin, is_wanted=self.is_wanted)
            return found if self.has_sidecar else found.alone()
        return found_file(self.place, self.origin, is_wanted=self.is_wanted)

    def read(self) -> Item | None:
        """Read the page; None where the file holds pages, of which nothing is read."""
        try:
            return read_page_of(self.found())
        except StatedocsError as error:  # of a store that cannot be asked
            return failure_of_input(error, self.origin)


def scheme_of(place: str | Member) -> str:
    """Name what a place belongs to: the scheme of its address; `file` for folders of this machine."""
    file = place.file if isinstance(place, Member) else place
    return file.partition("://")[0] if is_remote(file) else "file"


def unread(found: Found) -> Unread | None:
    """Give a file to be read later; None where its name says that it holds pages, or where it has no place."""
    if not isinstance(found.place, str) or maybe_kind(found.name) or web_archive(found.name):
        return None
    has_sidecar = found.sidecar is not nothing_beside
    if is_remote(found.place):
        return Unread(found.origin, found.place, is_wanted=found.is_wanted, has_sidecar=has_sidecar)
    place = os.path.abspath(found.place)  # noqa: PTH100  (names of bytes that are no text stay as they are)
    stamp = _stamp(place)
    return stamp and Unread(found.origin, place, stamp[0], stamp, is_wanted=found.is_wanted)


def _stamp(place: str) -> Stamp | None:
    try:
        status = Path(place).stat()
    except (OSError, ValueError):
        return None
    return status.st_size, status.st_mtime_ns
