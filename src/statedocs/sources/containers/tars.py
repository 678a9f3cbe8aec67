"""Tar files, plain or compressed, read as they come."""

import io
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Final

from statedocs.sources.containers.contents import Contents
from statedocs.sources.containers.entry import Entry
from statedocs.sources.containers.tar_format import Body, TarDamage, TarHead, tar_members
from statedocs.sources.items import Found, Item
from statedocs.sources.ledger import Ledger
from statedocs.sources.names import SIDECAR
from statedocs.sources.packing.members import Offsets
from statedocs.sources.packing.spool import Shared, spooled
from statedocs.sources.packing.stream import Stream
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.run import Run, one_at_least

_LONGEST_SIDECAR: Final = 64 * 2**10


def read_tar(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read the members of a tar file.

    It is read twice: once for the names and the side-cars, which may stand behind their pages, and once for the pages.
    """
    with Ledger() as names:
        contents = Contents(found, run, names, io.BytesIO)
        for member in tar_members(Stream(file)):
            if not isinstance(member, TarDamage):
                _list(contents, *member)
        file.seek(0)
        yield from one_at_least(_items(contents, Stream(file)), found, "archive without a page")


def _list(contents: Contents, head: TarHead, body: Body) -> None:
    if head.info.isdir():
        return
    name = _readable(head.name)
    contents.list(name, body.read(_LONGEST_SIDECAR) if name.endswith(SIDECAR) else b"")


def _items(contents: Contents, stream: Stream) -> Iterator[Item]:
    offsets = Offsets()
    for member in tar_members(stream):
        if isinstance(member, TarDamage):
            yield contents.failure(member.reason, offsets.of(member.place))
            continue
        head, body = member
        body_place = stream.place()
        content = Shared(partial(spooled, _Whole(body, stream)))
        entry = Entry(
            name=_readable(head.name),
            offset=offsets.of(head.place),
            open=content.open,
            is_folder=head.info.isdir(),
            refusal=_refusal(head),
            place=None if body_place.inner else contents.found.member("bytes", body_place.offset, head.size),
        )
        yield from contents.items(entry)
        content.close()


class _Whole:
    """The content of a member, or what says that a part of it is missing."""

    def __init__(self, body: Body, stream: Stream) -> None:
        self._body = body
        self._stream = stream

    def read(self, count: int, /) -> bytes:
        data = self._body.read(count)
        if not data and self._body.left:
            damage = self._stream.damage
            reason = damage.reason if damage else "the file ends"
            raise Unreadable(f"the member is cut off {self._body.left:,} bytes before its end: {reason}")
        return data


def _refusal(head: TarHead) -> str | None:
    info = head.info
    if info.issym() or info.islnk():
        return f"it is a link to {_readable(info.linkname)!r}"
    if info.isdev():
        return "it is a pipe" if info.isfifo() else "it is a device"
    return "it is a sparse file" if head.is_sparse else None


def _readable(name: str) -> str:
    r"""Give a name whose bytes are no UTF-8 as `\xe9`."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
