"""What becomes of each member of an archive of files: the rules of a folder hold in it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO, Final, Protocol

from statedocs.errors import SourceError
from statedocs.snapshot import Skipped
from statedocs.sources.containers.entry import Entry, inner_path, unsafe_name
from statedocs.sources.items import Found, Index, Item, failure_of_input, nothing_beside
from statedocs.sources.ledger import Ledger
from statedocs.sources.names import SIDECAR, claims_page, other_kind
from statedocs.sources.page import read_whole
from statedocs.sources.run import Run

_SAVED: Final = "_files"
_LISTED: Final = b"listed\0"
_MET: Final = b"met\0"
_TOLD: Final = b"told\0"


class Guide(Protocol):
    """What an archive says of its own members."""

    def part(self, path: str) -> str | None:
        """Give the reason to skip a member that tells of the others."""
        ...

    def index_of(self, path: str) -> Index | None:
        """Give what is said of the records of a member."""
        ...


@dataclass(frozen=True, slots=True)
class Contents:
    """The members of one archive.

    All names are listed first, so that side-cars and the parts of saved pages are told wherever they stand.

    Attributes:
        found: The archive.
        run: The run that reads it.
        names: Remembers the members.
        beside: Opens a side-car that was listed, by what was kept for it.
        guide: What the archive itself says of its members, where it does.
    """

    found: Found
    run: Run
    names: Ledger
    beside: Callable[[bytes], BinaryIO]
    guide: "Guide | None" = None

    def list(self, name: str, kept: bytes = b"") -> None:
        """Take note of a member, and keep for it what `beside` opens it by."""
        self.names.add(_LISTED + inner_path(name).encode(), kept)

    def is_listed(self, path: str) -> bool:
        """Tell whether there is a member of this name."""
        return self.names.get(_LISTED + path.encode()) is not None

    def kept(self, path: str) -> bytes | None:
        """Give what was kept for a member, None where there is none."""
        return self.names.get(_LISTED + path.encode())

    def listed_under(self, path: str) -> Iterator[str]:
        """Give the names of members that begin so."""
        for key, _ in self.names.under(_LISTED + path.encode()):
            yield key.removeprefix(_LISTED).decode()

    def items(self, entry: Entry) -> Iterator[Item]:
        """Give what becomes of one member."""
        if entry.is_folder:
            return
        path = inner_path(entry.name)
        origin = f"{self.found.origin}#{path}"
        if not self.names.add(_MET + path.encode()):
            yield self.failure(f"a second member is named {path!r}: it is refused", entry.offset)
        elif reason := self._reason(path, origin):
            yield Skipped(origin, reason)
        elif refusal := entry.refusal or unsafe_name(path):
            yield failure_of_input(SourceError(f"refused: {refusal}"), origin, offset=entry.offset)
        elif not (path.endswith(SIDECAR) and self.is_listed(path.removesuffix(SIDECAR))):
            yield from self._read(entry, path, origin)

    def failure(self, reason: str, offset: int) -> Item:
        """Give the failure of a part of the archive; no two of them have one offset."""
        while not self.names.add(_TOLD + offset.to_bytes(8)):
            offset += 1
        return failure_of_input(SourceError(reason), self.found.origin, offset=offset)

    def _read(self, entry: Entry, path: str, origin: str) -> Iterator[Item]:
        name = path.rpartition("/")[2]
        reason = "side-car of a page that is not here" if path.endswith(SIDECAR) else other_kind(name)
        if reason := (self.guide.part(path) if self.guide else None) or reason:
            yield Skipped(origin, reason)
            return
        kept = self.names.get(_LISTED + (path + SIDECAR).encode())
        member = Found(
            origin=origin,
            name=name,
            open=entry.open,
            sidecar=nothing_beside if kept is None else partial(self._sidecar, kept),
            depth=self.found.depth + 1,
            within=self.found,
            is_wanted=self.found.is_wanted or not self.run.patterns.refuse(origin),
            offset=entry.offset,
            packed=entry.packed,
            place=entry.place,
            index=self.guide.index_of(path) if self.guide else None,
        )
        if not member.is_wanted and claims_page(name):
            yield Skipped(origin, "not included")
        else:
            yield from self.run.read(member, self.run)

    def _sidecar(self, kept: bytes) -> bytes:
        with self.beside(kept) as file:
            return read_whole(file)

    def _reason(self, path: str, origin: str) -> str | None:
        """Give the reason to skip a member for its name, or the folders that it is in."""
        parts = path.split("/")
        if any(part.startswith(".") and part != ".." for part in parts):
            return "hidden file"
        folders = ["/".join(parts[:count]) for count in range(1, len(parts))]
        if self.run.patterns.exclude:
            around = [f"{self.found.origin}#{folder}" for folder in folders]
            if reason := self.run.excluded(origin, *around):
                return reason
        saved = (self._owner(folder) for folder in folders if folder.endswith(_SAVED))
        page = next(filter(None, saved), None)
        return f"parts of the saved page {page}" if page else None

    def _owner(self, folder: str) -> str | None:
        """Give the page of which a browser put the parts into a folder."""
        stem = folder.removesuffix(_SAVED)
        beside = (PurePosixPath(path) for path in self.listed_under(stem + "."))
        return next(
            (page.name for page in beside if str(page.with_suffix("")) == stem and claims_page(page.name)), None
        )
