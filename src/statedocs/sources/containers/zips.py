"""Zip files, read by their directory, and where that is damaged by the members' own heads.

Not by `zipfile`: it holds the whole directory in memory (0.5 KB a member: 540 MB for a million pages), and one wrong
byte in the directory costs every member. What decompresses is zlib, bz2, lzma and zstandard.
"""

import io
import struct
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, Final

from statedocs.errors import SourceError, UnsupportedFormat
from statedocs.sources.containers.contents import Contents
from statedocs.sources.containers.entry import Entry, inner_path
from statedocs.sources.containers.wacz import Wacz, is_wacz
from statedocs.sources.containers.zip_content import ZipContent, unknown_method
from statedocs.sources.containers.zip_format import (
    BrokenDirectory,
    Directory,
    Head,
    entries,
    find_directory,
    is_volume,
    read_local,
)
from statedocs.sources.containers.zip_salvage import Claims, local_heads, measure
from statedocs.sources.items import Found, Item
from statedocs.sources.ledger import Ledger
from statedocs.sources.packing.spool import Shared, spooled
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.packing.window import window
from statedocs.sources.page import MAX_BYTES
from statedocs.sources.run import Run, one_at_least

_IN_PLACE: Final = MAX_BYTES + 1
"""A member longer than any page that is not compressed is read where it stands, its check sum computed afterwards."""
_STORED: Final = 0
_VOLUMES: Final = "refused: it is one of several volumes, which are not put together; what is whole in it was read"
_PLACE: Final = struct.Struct("<QIQQH")


def read_zip(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the members of a zip file."""
    with Ledger() as names:
        yield from one_at_least(iter(ZipReader(found, file, run, names)), found, "archive without a page")


def open_member(file: BinaryIO, numbers: Sequence[int]) -> BinaryIO:
    """Open a member by its offset, check sum, packed size, size and method.

    Raises:
        SourceError: It is not there, or cannot be read.
    """
    offset, crc, packed, size, method = numbers
    local = read_local(file, offset)
    if local is None:
        raise SourceError("a member that speaks of it is not where it should be")
    head = _reconciled(file, replace(local, crc=crc, packed=packed, size=size, method=method), local)
    if refusal := _refusal(head):
        raise SourceError(f"a member that speaks of it cannot be read: {refusal}")
    if head.method == _STORED and packed == size >= _IN_PLACE:
        return window(file, local.offset + local.length, size)
    return spooled(ZipContent(file, head, local))


class ZipReader:
    """Reads one zip file.

    Args:
        found: The file.
        file: Its bytes.
        run: The run that reads it.
        names: Remembers its members.
    """

    def __init__(self, found: Found, file: BinaryIO, run: Run, names: Ledger) -> None:
        self._file = file
        self._names = names
        self._claims = Claims(names)
        self._size = file.seek(0, io.SEEK_END)
        self._taken = 0
        self._is_volume = is_volume(file)
        self._is_second = run.is_second
        self.contents = Contents(found, run, names, self._open_listed)

    def __iter__(self) -> Iterator[Item]:
        """Give what becomes of each member, in the order of the directory; then what it does not tell of."""
        directory = None if self._is_volume else find_directory(self._file)
        if directory is None:
            for local in local_heads(self._file, self._size, self._claims):
                self._list(local)
            yield from self._guided()
            yield from self._salvaged(None)
            return
        is_broken = False
        for head in entries(self._file, directory):
            if isinstance(head, BrokenDirectory):
                is_broken = True
            else:
                self._list(head)
        yield from self._guided()
        yield from self._listed(directory)
        if is_broken or self._claims.any_lost():
            yield from self._salvaged(directory)

    def _guided(self) -> Iterator[Item]:
        """Read what a WACZ says of its members, and give what is wrong with them."""
        if not self._is_second and is_wacz(self.contents):
            wacz = Wacz(self.contents, self._open_path, self._offset_of)
            yield from wacz.check()
            self.contents = replace(self.contents, guide=wacz)

    def _offset_of(self, path: str) -> int:
        kept = self.contents.kept(path)
        return int(_PLACE.unpack(kept)[0]) if kept else 0

    def _open_path(self, path: str) -> BinaryIO:
        return self._open_listed(self.contents.kept(path) or b"")

    def _list(self, head: Head) -> None:
        if not head.is_folder:
            self.contents.list(head.name, _PLACE.pack(head.offset, head.crc, head.packed, head.size, head.method))

    def _listed(self, directory: Directory) -> Iterator[Item]:
        for head in entries(self._file, directory):
            if isinstance(head, BrokenDirectory):
                yield self.contents.failure(f"the directory is damaged behind {head.before:,} entries", head.offset)
                continue
            local = read_local(self._file, head.offset)
            if local is None:
                if not head.is_folder:
                    self._claims.lose(inner_path(head.name), head.offset)
                continue
            yield from self.items(head, local)
            if _disagree(head.name, local.name):
                reason = f"the directory names {head.name!r} what names itself {local.name!r}"
                yield self.contents.failure(reason, head.offset)

    def _salvaged(self, directory: Directory | None) -> Iterator[Item]:
        """Give the members that no directory tells of, and then what is wrong with the directory."""
        is_empty = True
        for local in local_heads(self._file, self._size, self._claims):
            is_empty = False
            self._claims.find_again(inner_path(local.name))
            measured = measure(self._file, local)
            yield from self.items(measured, local)
        for path, offset in self._claims.lost():
            yield self.contents.failure(f"the directory names {path!r}, but no member begins there", offset)
        if directory is None:
            none = "expected a zip file, found other bytes"
            reason = none if is_empty else "there is no directory of the members: it was cut off or is damaged"
            yield self.contents.failure(_VOLUMES if self._is_volume else reason, self._claims.last_end())

    def items(self, head: Head, local: Head) -> Iterator[Item]:
        """Give what becomes of a member, and afterwards what its archive says wrongly of it."""
        said, head = head, _reconciled(self._file, head, local)
        member = _Member(self._file, head, local)
        is_bomb = self._taken > self._size and not head.is_folder
        yield from self.contents.items(
            Entry(
                name=head.name,
                offset=local.offset,
                open=member.shared.open,
                is_folder=head.is_folder,
                refusal="members overlap, as in a bomb" if is_bomb else _refusal(head),
                packed=None if head.method == _STORED else head.packed or None,
                place=self.contents.found.member("zip", local.offset, head.crc, head.packed, head.size, head.method),
            )
        )
        member.shared.close()
        self._claims.claim(local.offset, min(member.end(), self._size))
        self._taken += member.taken()
        disagree = "the directory and the member say different compressions" if head.method != said.method else None
        if reason := disagree or member.remark():
            yield self.contents.failure(f"{head.name!r}: {reason}", local.offset)

    def _open_listed(self, kept: bytes) -> BinaryIO:
        if len(kept) != _PLACE.size:
            raise SourceError("a member is not there")
        return open_member(self._file, _PLACE.unpack(kept))


class _Member:
    """Opens one member, and knows afterwards how it was."""

    def __init__(self, file: BinaryIO, head: Head, local: Head) -> None:
        self._file = file
        self._head = head
        self._local = local
        self._content: ZipContent | None = None
        self.shared = Shared(self._open)
        self._is_in_place = head.method == _STORED and head.packed == head.size >= _IN_PLACE

    def _open(self) -> BinaryIO:
        if self._is_in_place:
            return window(self._file, self._local.offset + self._local.length, self._head.size)
        self._content = ZipContent(self._file, self._head, self._local)
        return spooled(self._content)

    def end(self) -> int:
        """Give the place behind it, as far as it is known."""
        if self._content and self._content.end:
            return self._content.end
        return self._local.offset + self._local.length + self._head.packed

    def taken(self) -> int:
        """Give how many bytes of the file it takes, where it was read and is sound."""
        if self._is_in_place:
            return self._head.size
        return self._content.end - self._content.start if self._content and self._content.end else 0

    def remark(self) -> str | None:
        """Give what its archive says wrongly of it."""
        if self._is_in_place:
            return self._check_sum()
        return self._content.remark if self._content and self._head is not self._local else None

    def _check_sum(self) -> str | None:
        return _what_is_wrong(ZipContent(self._file, self._head, self._local))


def _what_is_wrong(content: ZipContent) -> str | None:
    try:
        while content.read(2**20):
            pass
    except Unreadable as error:
        return str(error.strerror)
    return None


def _reconciled(file: BinaryIO, head: Head, local: Head) -> Head:
    """Give what the directory says, with the compression and the flag of encryption that the member bears out."""
    head = replace(head, is_encrypted=head.is_encrypted and local.is_encrypted)
    if head.method == local.method or max(head.packed, head.size) > MAX_BYTES:
        return head
    other = replace(head, method=local.method)
    is_sound = _refusal(other) is None and _what_is_wrong(ZipContent(file, other, local)) is None
    return other if is_sound else head


def _refusal(head: Head) -> str | None:
    if head.is_encrypted:
        return "it is encrypted"
    if head.is_link:
        return "it is a link"
    try:
        return unknown_method(head)
    except UnsupportedFormat as error:
        return error.message


def _disagree(name: str, local: str) -> bool:
    """Tell whether two names of a member differ, other than by how they are encoded."""
    return name.isascii() and local.isascii() and inner_path(name) != inner_path(local)
