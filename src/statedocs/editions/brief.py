"""What tells a record from others, read without the rest: a tenth of the time that a whole record takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from statedocs.record import Document, Model
from statedocs.sinks import Stored, StoredAsFiles
from statedocs.sinks.stored import read_document

_BEGINNING: Final = re.compile(rb'\s*\{\s*"schema_version"\s*:\s*"[^"]*"')
_CONVERTER: Final = b'"converter"'
_END: Final = re.compile(rb'"converter"\s*:\s*\{[^{}]*\}\s*\}\s*')


class BriefDate(Model, extra="ignore"):
    """A date's value."""

    value: str


class BriefSource(Model, extra="ignore"):
    """Where a record comes from, and when it was captured."""

    origin: str
    captured_at: str | None


class Brief(Model, extra="ignore"):
    """The fields of a record by which it is known."""

    id: str
    page_key: str | None
    url: str | None
    title: str | None
    published: BriefDate | None
    content_sha256: str
    source: BriefSource


@dataclass(frozen=True, slots=True)
class Slip:
    """A record that can be read in full.

    Attributes:
        brief: What it is known by.
        data: Its JSON.
        place: Where it lies, as messages say it.
    """

    brief: Brief
    data: bytes = field(repr=False)
    place: str

    def document(self) -> Document:
        """Give all of it.

        Raises:
            SinkError: It is damaged.
        """
        return read_document(self.data, self.place)

    def without_program(self) -> bytes:
        """Give its JSON without what it says of the program, at its beginning and at its end."""
        beginning = _BEGINNING.match(self.data)
        end = self.data.rfind(_CONVERTER)
        if beginning is None or end < 0 or not _END.fullmatch(self.data, end):
            return self.data
        return self.data[beginning.end() : end]


def slip_of(document: Document) -> Slip:
    """Give the slip of a record that is at hand."""
    data = document.model_dump_json().encode()
    return Slip(Brief.model_validate_json(data), data, document.source.origin)


def slips(stored: Stored) -> Iterator[Slip]:
    """Give every document that a run wrote, as a slip.

    Raises:
        SinkError: One of them is none.
    """
    if not isinstance(stored, StoredAsFiles):
        yield from map(slip_of, stored.documents())
        return
    for record in stored.records():
        if record.kind == "document":
            try:
                brief = Brief.model_validate_json(record.data)
            except ValueError:
                brief = slip_of(read_document(record.data, record.place)).brief  # says what is wrong with it
            yield Slip(brief, record.data, record.place)
