"""Places in the page's stream as places in its tree and in its source."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from statedocs.extraction.page import Element
from statedocs.extraction.text import collapse
from statedocs.extraction.tracing.alignment import Range
from statedocs.extraction.tracing.explanation import Explanation, Pair
from statedocs.extraction.tracing.sourcing import marks_in, places_in, source_ranges, tags_of
from statedocs.extraction.tracing.stream import Stream
from statedocs.extraction.tracing.tokens import Cover, tokens_of
from statedocs.extraction.tracing.witnesses import Stated
from statedocs.extraction.tracing.written import Tag, Written
from statedocs.record import Document

_PREVIEW: Final = 120
_BESIDE: Final = ("wayback", "saved-from", "archive", "url", "side-car", "http", "source", "caller")
_DEAD: Final = ("noscript", "template")
"""What stands in these, a browser that runs scripts does not take as the page's."""


@dataclass(frozen=True, slots=True)
class Place:
    """What is stated, and where it was found: ranges of the stream, else an element."""

    stated: Stated
    ranges: Sequence[Range]
    element: Element | None


class Source:
    """The page that a record was made from.

    Args:
        written: Its source.
        stream: Its visible texts.
        root: Its tree; None for plain text.
    """

    def __init__(self, written: Written, stream: Stream, root: Element | None) -> None:
        self.root = root
        self._written = written
        self._stream = stream
        self._at = list(range(stream.size)) if root is None else places_in(written, stream)
        self._tags: dict[Element, Tag] = {}

    def explain(self, document: Document, places: Sequence[Place], covers: Sequence[Cover]) -> Explanation:
        """Everything in its place."""
        alone = [place.element for place in places if place.element is not None and not place.ranges]
        self._tags = {} if self.root is None else tags_of(self._written, self.root, alone)
        shown_by: defaultdict[int, list[int]] = defaultdict(list)
        by_tag: defaultdict[Tag, list[int]] = defaultdict(list)
        for number, place in enumerate(places):
            if place.ranges or place.element is None:
                continue
            if place.element in self._stream.opened and self._is_blank(place.element):
                shown_by[self._stream.opened[place.element]].append(number)
            if tag := self._tags.get(place.element):
                by_tag[tag].append(number)
        visible = {number for numbers in shown_by.values() for number in numbers}
        pairs = tuple(self._pair(place, number in visible) for number, place in enumerate(places))
        spots = {
            (pair.start, pair.stop): (number,)
            for number, (pair, place) in enumerate(zip(pairs, places, strict=True))
            if pair.start is not None and pair.stop is not None and not place.ranges and place.element is None
        }
        marks = tuple(marks_in(self._written, self._at, covers, by_tag, spots))
        tokens = tuple(tokens_of(self._stream, covers, shown_by))
        return Explanation(document, tokens, pairs, self._written.source, marks, tuple(self._styles()))

    def _is_blank(self, element: Element) -> bool:
        return not collapse("".join(map(str, element.itertext())))

    def _pair(self, place: Place, is_visible: bool) -> Pair:
        stated, element, line = place.stated, place.element, place.stated.line
        start = stop = None
        if place.ranges:
            first, last = place.ranges[0][0], place.ranges[-1][1]
            spots = list(source_ranges(self._written, self._at, first, last))
            start, stop = (spots[0][0], spots[-1][1]) if spots else (None, None)
            line = line or self._stream.pieces[self._stream.piece_at(first)].line
            if self.root is not None and element is None:
                element = self._around(first, last - 1)
        elif element is not None and (tag := self._tags.get(element)):
            start, stop = tag.start, tag.stop
        elif spot := self._wrapped(stated):
            start, stop = spot
        if line is None and start is not None:
            line = self._written.line_at(start)
        path = None if element is None else str(element.getroottree().getpath(element))
        shown = bool(place.ranges) or is_visible
        return Pair(stated.pointer, stated.words[:_PREVIEW], stated.evidence, path, line, start, stop, shown)

    def _wrapped(self, stated: Stated) -> Range | None:
        """Where the page writes an address or a time that stands beside it, or that an archive or a browser put on."""
        if stated.evidence not in _BESIDE:
            return None
        is_time = stated.pointer.startswith(("/dates/", "/published"))
        words = re.sub(r"\D", "", stated.words)[:14] if is_time else stated.words.rpartition("://")[2]
        at = self._written.source.find(words) if words else -1
        if at >= 0:
            return at, at + len(words)
        at = self._written.solid.find(words) if words else -1  # a line may end within an address
        return (self._written.starts[at], self._written.stops[at + len(words) - 1]) if at >= 0 else None

    def _around(self, first: int, last: int) -> Element:
        """The innermost element around two characters."""
        pieces = self._stream.pieces
        element, other = pieces[self._stream.piece_at(first)].element, pieces[self._stream.piece_at(last)].element
        assert element is not None
        assert other is not None
        above = {other, *other.iterancestors()}
        return next(each for each in (element, *element.iterancestors()) if each in above)

    def _styles(self) -> list[tuple[str, str]]:
        """The page's own style sheets."""
        if self.root is None:
            return []
        return [
            ("".join(map(str, sheet.itertext())), sheet.get("media") or "all")
            for sheet in self.root.iter("style")
            if not any(above.tag in _DEAD for above in sheet.iterancestors())
        ]
