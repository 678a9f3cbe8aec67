"""The records of an archive by the index that tells where they stand; then what it leaves out, in the same order."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import BinaryIO, Final

from statedocs.sources.archives.framing import Damage, Form, Record, records
from statedocs.sources.packing.codecs import Codec
from statedocs.sources.packing.stream import Stream, codec_of
from statedocs.sources.packing.window import window_to

_REST: Final = None


def indexed_records(file: BinaryIO, form: Form, index: Iterable[tuple[int, int]]) -> Iterator[Record | Damage]:
    """Give every record once: each at the place that the index says, those that it does not name between them.

    Where no record of the stated length stands the index is not believed, and what is there is read as it comes. So
    neither a damaged record nor a wrong index costs what lies behind.

    Args:
        file: Seekable.
        form: Of the archive.
        index: Offsets and lengths, the offsets in rising order.
    """
    file.seek(0)
    codec = codec_of(file)
    done = file.tell()
    for offset, length in index:
        record = _alone(file, form, codec, (offset, length)) if offset >= done else None
        if record:
            yield from _between(file, form, codec, (done, offset))
            yield record
            done = offset + length
    yield from _between(file, form, codec, (done, _REST))


def _alone(file: BinaryIO, form: Form, codec: Codec | None, place: tuple[int, int]) -> Record | None:
    """Give the record that takes a place wholly, None where none does."""
    offset, length = place
    found = list(_two(records(Stream(window_to(file, offset, offset + length), codec), form)))
    if len(found) == 1 and isinstance(found[0], Record) and found[0].place.offset == 0:
        return replace(found[0], place=found[0].place.moved(offset))
    return None


def _two(found: Iterator[Record | Damage]) -> Iterator[Record | Damage]:
    """Give no more than it takes to see that it is not one record."""
    for number, item in enumerate(found):
        yield item
        if number or isinstance(item, Damage):
            return


def _between(
    file: BinaryIO, form: Form, codec: Codec | None, place: tuple[int, int | None]
) -> Iterator[Record | Damage]:
    start, stop = place
    if stop is None or start < stop:
        for found in records(Stream(window_to(file, start, stop), codec), form):
            yield replace(found, place=found.place.moved(start))
