"""ARC files, what crawlers wrote before WARC.

Source: https://archive.org/web/researcher/ArcFileFormat.php
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final

from statedocs.snapshot import Snapshot
from statedocs.sources.archives.capture import Damages, guarded, page_of_response, placed, visit
from statedocs.sources.archives.framing import Damage, Form, Record, record_at, records
from statedocs.sources.archives.headers import split_media_type
from statedocs.sources.archives.originals import Originals
from statedocs.sources.items import Capture, Found, Item
from statedocs.sources.packing.members import Place
from statedocs.sources.packing.stream import Stream
from statedocs.sources.times import utc_of_digits

_LINE: Final = re.compile(
    rb"(?P<url>[A-Za-z][A-Za-z0-9+.-]{1,15}:[^\r\n]{1,8192}?) (?P<ip>[0-9A-Fa-f.:]+|-) (?P<date>\d{8,14}) "
    rb"(?P<type>[^\r\n]{1,512}?) (?P<length>\d{1,15})\r?\n"
)
"""Version 2 has more fields between type and length."""

_NOT_TOLD: Final = frozenset({"-", "no-type", "unknown", "unk"})


def _length(head: bytes) -> int | None:
    found = _LINE.match(head)
    return int(found["length"]) if found else None


FORM: Final = Form(
    opening=re.compile(rb"(?m:^)" + _LINE.pattern),
    head_end=re.compile(rb"\n"),
    closings=(b"\n", b"\r\n"),
    length_of=_length,
)


class ArcReader:
    """Reads the pages of one ARC file; a record's name is the place where it stands.

    Args:
        file: At its beginning.
        found: The file.
        originals: The pages of the run to which records may refer.
    """

    def __init__(self, file: BinaryIO, found: Found, originals: Originals) -> None:
        self._file = file
        self._origin = found.origin
        self._found = found
        self._damages = Damages(found.origin)
        self._originals = originals
        self._number = originals.enter(found, self._read_again)

    def leave(self) -> None:
        """Say that the file has been read."""
        self._originals.leave(self._number)

    def __iter__(self) -> Iterator[Item]:
        """Give each page, each capture that is none, each damage, in the file's order."""
        for found in records(Stream(self._file), FORM):
            if isinstance(found, Damage):
                yield self._damages.failure(found)
            elif not found.head.startswith(b"filedesc:"):
                capture, item = self._read(found)
                if isinstance(item, Snapshot):
                    self._remember(found.place, capture)
                    item = placed(item, self._found, "arc", found.place)
                yield item

    def note(self) -> None:
        """Take note of where its pages stand."""
        for found in records(Stream(self._file), FORM):
            if isinstance(found, Record):
                capture, item = self._read(found)
                if isinstance(item, Snapshot):
                    self._remember(found.place, capture)

    def _remember(self, place: Place, capture: Capture) -> None:
        self._originals.remember(self._number, place, visit(capture.url, capture.captured_at))

    def _read_again(self, stream: Stream, place: Place) -> Item | None:
        record = record_at(stream, FORM, place)
        return self._read(record)[1] if record else None

    def _read(self, record: Record) -> tuple[Capture, Item]:
        line = _LINE.match(record.head)
        assert line, "the form's length was read with it"
        url, date, label = (line[name].decode("utf-8", "replace") for name in ("url", "date", "type"))
        capture = Capture(
            origin=f"{self._origin}#{record.place}",
            url=url,
            captured_at=utc_of_digits(date),
            record_id=str(record.place),
            offset=record.place.offset,
        )
        media_type, _ = split_media_type(label.split(" ")[0])
        told = None if media_type in _NOT_TOLD else media_type
        return capture, guarded(capture, lambda: page_of_response(capture, record, told))
