"""The texts that a record keeps, each with the places of its characters in the page's stream."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from statedocs.extraction.tracing.alignment import Range, Sought
from statedocs.extraction.tracing.stream import solid_text
from statedocs.record import Block, Document, Figure, List, Section, Table

UNKNOWN: Final = -1


@dataclass(slots=True)
class Kept:
    """A text of the record.

    Attributes:
        pointer: Where it is in the record.
        text: As the record has it; spans count in it.
        line: As the record has it.
        parts: Its pieces in order: items, cells.
        beside: What was kept with it outside its text: number, markers, caption.
        order: Both, as the page has them.
    """

    pointer: str
    text: str
    line: int | None
    parts: list[Sought] = field(default_factory=list)
    beside: list[Sought] = field(default_factory=list)
    order: list[Sought] = field(default_factory=list)
    _places: list[int] | None = None
    _solid_at: list[int] | None = None

    def keep(self, text: str) -> None:
        """Adds a piece of the text."""
        self.parts.append(Sought(solid_text(text)))
        self.order.append(self.parts[-1])

    def add_beside(self, text: str | None) -> None:
        """Adds what stands beside the text."""
        if text:
            self.beside.append(Sought(solid_text(text)))
            self.order.append(self.beside[-1])

    def ranges(self) -> list[Range]:
        """Everything of it, in the page's order."""
        return joined(sorted(chain.from_iterable(sought.ranges for sought in self.order)))

    def span(self, start: int, stop: int) -> list[Range]:
        """Where a span of the text stands."""
        if self._solid_at is None:
            self._solid_at = [at for at, character in enumerate(self.text) if solid_text(character)]
        first, last = bisect_left(self._solid_at, start), bisect_left(self._solid_at, stop)
        return ranges_of(self.places()[first:last])

    def find(self, words: str) -> list[Range]:
        """Where the first occurrence of some words in the text stands."""
        start = self.text.find(words)
        if start < 0:
            start = self.text.casefold().find(words.casefold())
        return self.span(start, start + len(words)) if start >= 0 and words else []

    def places(self) -> list[int]:
        """The place in the stream of each solid character of the text."""
        if self._places is None:
            self._places = []
            for sought in self.parts:
                found = [place for start, stop in sought.ranges for place in range(start, stop)]
                self._places += found or [UNKNOWN] * len(sought.words)
        return self._places


def ranges_of(places: Sequence[int]) -> list[Range]:
    """Places as ranges, unknown ones left out."""
    return joined((place, place + 1) for place in places if place != UNKNOWN)


def joined(ranges: Iterator[Range] | Sequence[Range]) -> list[Range]:
    """Ranges, those that touch made one.

    >>> joined([(0, 2), (2, 3), (5, 6)])
    [(0, 3), (5, 6)]
    """
    found: list[Range] = []
    for start, stop in ranges:
        if found and found[-1][1] == start:
            found[-1] = (found[-1][0], stop)
        else:
            found.append((start, stop))
    return found


def into_stream(ranges: Sequence[Range], here: Sequence[int], there: Sequence[int]) -> list[Range]:
    """Ranges of the free text as ranges of the stream, see `Stream.free`."""
    found: list[Range] = []
    for start, stop in ranges:
        at = start
        while at < stop:
            part = bisect_right(here, at) - 1
            end = min(stop, here[part + 1]) if part + 1 < len(here) else stop
            found.append((there[part] + at - here[part], there[part] + end - here[part]))
            at = end
    return joined(found)


def masthead_texts(document: Document) -> list[Kept]:
    """The lines of the masthead."""
    found = []
    for number, line in enumerate(document.masthead):
        kept = Kept(f"/masthead/{number}", line.text, line.line)
        kept.keep(line.text)
        found.append(kept)
    return found


def body_texts(document: Document) -> Iterator[Kept]:
    """Headings and blocks."""
    for section in document.sections:
        if section.heading is not None:
            yield _heading(section)
        for number, block in enumerate(section.blocks):
            yield _block(f"/sections/{section.position}/blocks/{number}", block)


def _heading(section: Section) -> Kept:
    kept = Kept(f"/sections/{section.position}/heading", section.heading or "", section.line)
    kept.add_beside(section.number)
    kept.keep(kept.text)
    return kept


def _block(pointer: str, block: Block) -> Kept:
    kept = Kept(pointer, block.text, block.line)
    if isinstance(block, List):
        for item in block.items:
            kept.add_beside(item.marker)
            kept.keep(item.text)
    elif isinstance(block, Table):
        kept.add_beside(block.caption)
        for cell in chain.from_iterable(block.rows):
            kept.keep(cell)
    elif isinstance(block, Figure):
        kept.keep(block.text)
    else:
        for line in block.text.split("\n"):
            kept.keep(line)
    return kept
