"""One file under a compression, such as `peru.html.gz`."""

from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from statedocs.sources.items import Found, Item
from statedocs.sources.names import compression
from statedocs.sources.packing.spool import Shared, spooled
from statedocs.sources.packing.stream import Stream
from statedocs.sources.packing.unreadable import Unreadable
from statedocs.sources.run import Run


def read_packed(found: Found, file: BinaryIO, run: Run) -> Iterator[Item]:
    """Read what lies under the compression of a file; it has the file's origin and side-car."""
    ending = compression(found.name)
    name = found.name[: -1 - len(ending)] if ending else found.name
    file.seek(0)
    content = Shared(lambda: spooled(_Content(Stream(file))))
    inner = replace(found, name=name, open=content.open, depth=found.depth + 1, within=found, place=None)
    yield from run.read(inner, run)
    content.close()


class _Content:
    def __init__(self, stream: Stream) -> None:
        self._stream = stream

    def read(self, count: int, /) -> bytes:
        data = self._stream.take(count)
        if not data and self._stream.damage:
            raise Unreadable(self._stream.damage.reason)
        return data
