"""Every text of a record put in its place in the page's stream."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

from statedocs.extraction.page import Gone
from statedocs.extraction.text import collapse
from statedocs.extraction.tracing.alignment import Sought, align
from statedocs.extraction.tracing.ledger import place_leftovers
from statedocs.extraction.tracing.stream import Stream
from statedocs.extraction.tracing.texts import UNKNOWN, Kept, body_texts, into_stream, masthead_texts, ranges_of
from statedocs.record import Document

_NUMBER_POINTS: Final = ".):"


class Placed:
    """The texts of a record with their places.

    Attributes:
        masthead: The lines of the masthead.
        body: Headings and blocks.
        removed: What was left out, one for one.

    Args:
        stream: The page's texts.
        document: Its record.
        gone: What its removed entries were made from.
        taken_off: How many of the first of these reading took off before there was a tree.
    """

    def __init__(self, stream: Stream, document: Document, gone: Sequence[Gone], taken_off: int) -> None:
        self._stream = stream
        self._taken_off = taken_off
        self.masthead = masthead_texts(document)
        self.body = list(body_texts(document))
        self.removed = self._removed(document, gone)
        self._align()

    def _removed(self, document: Document, gone: Sequence[Gone]) -> list[Kept]:
        """The removed texts; of those that are an element the places are known."""
        inside = defaultdict(list)
        for piece in self._stream.pieces:
            if piece.gone is not None:
                inside[piece.gone].append(piece)
        found = []
        for number, entry in enumerate(gone):
            kept = Kept(f"/removed/{number}", document.removed[number].text, entry.line)
            if pieces := inside[number]:
                kept.text = " ".join(filter(None, (collapse(piece.text) for piece in pieces)))
                for piece in pieces:
                    kept.keep(piece.text)
                    kept.parts[-1].ranges = [(piece.start, piece.start + len(kept.parts[-1].words))]
            else:
                kept.keep(kept.text)
            found.append(kept)
        return found

    def _align(self) -> None:
        text, here, there = self._stream.free()
        unplaced = [kept for kept in self.removed[self._taken_off :] if not kept.parts[0].ranges]
        unplaced.sort(key=lambda kept: kept.line or 0)
        queues = [_sought(self.masthead), _sought(self.body), _sought(unplaced)]
        align(text, queues, self._stream.free_words())
        for sought in chain.from_iterable(queues):
            sought.ranges = into_stream(sought.ranges, here, there)
        self._take_points()

    def move(self, target: Stream) -> None:
        """Moves everything from the stream of a tree into that of the text which the tree was built from.

        The tree has every text of the page in the page's order, so that one queue finds them; what reading took off
        the text is what they leave.
        """
        text = target.text()
        pieces = [Sought(solid) for solid in self._stream.solids]
        align(text, [pieces])
        places: list[int] = []
        for piece in pieces:
            found = [place for start, stop in piece.ranges for place in range(start, stop)]
            places += found or [UNKNOWN] * len(piece.words)
        kept = _sought((*self.masthead, *self.body, *self.removed[self._taken_off :]))
        for sought in kept:
            sought.ranges = ranges_of([place for start, stop in sought.ranges for place in places[start:stop]])
        off = self.removed[: self._taken_off]
        place_leftovers(text, [pieces], off, target.line_at)

    def _take_points(self) -> None:
        """The point behind a heading's number was kept with it."""
        text = self._stream.text()
        for kept in self.body:
            for sought in kept.beside if kept.pointer.endswith("heading") else ():
                if sought.ranges:
                    start, stop = sought.ranges[-1]
                    if text[stop : stop + 1] and text[stop] in _NUMBER_POINTS:
                        sought.ranges = [*sought.ranges[:-1], (start, stop + 1)]


def _sought(texts: Iterable[Kept]) -> list[Sought]:
    return [sought for kept in texts for sought in kept.order]
