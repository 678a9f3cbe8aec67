"""A page's visible characters as one string, white space left out, with the way back to its texts."""

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Any, Final

from statedocs.extraction.accounting import hidden_elements
from statedocs.extraction.page import UNKNOWN_LINE, Element
from statedocs.extraction.tracing.explanation import Close, Open
from statedocs.templates.index import INVISIBLE

_BLANK: Final = re.compile(r"[\s\xad]+")
"""What `accounting` does not count."""
_UNSHOWN_IN_SVG: Final = ("desc", "metadata")


def solid_text(text: str) -> str:
    r"""A text without what is not counted.

    >>> solid_text(" a\u00ad b ")
    'ab'
    """
    return _BLANK.sub("", text)


@dataclass(slots=True)
class Piece:
    """One text of the page.

    Attributes:
        text: As it stands there.
        element: Around it; None for plain text.
        line: Of that element.
        start: Place in the stream of its first solid character.
        gone: Number of the removed entry whose element it stands in.
    """

    text: str
    element: Element | None
    line: int | None
    start: int
    gone: int | None = None


@dataclass(slots=True)
class Stream:
    """Every visible, solid character in reading order.

    Attributes:
        pieces: The texts.
        tokens: Elements, with the numbers of the texts between their tags.
        starts: `start` of each piece.
        solids: The solid characters of each piece.
        opened: Where in `tokens` each element begins.
    """

    pieces: list[Piece] = field(default_factory=list)
    tokens: list[Open | Close | int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    solids: list[str] = field(default_factory=list)
    opened: dict[Element, int] = field(default_factory=dict)
    size: int = 0
    _ends: dict[int, list[int]] = field(default_factory=dict)

    def add(self, text: str, element: Element | None, line: int | None, gone: int | None = None) -> None:
        """Adds a text."""
        solid = solid_text(text)
        self.tokens.append(len(self.pieces))
        self.pieces.append(Piece(text, element, line, self.size, gone))
        self.starts.append(self.size)
        self.solids.append(solid)
        self.size += len(solid)

    def piece_at(self, place: int) -> int:
        """The number of the piece that holds a character of the stream."""
        return bisect_right(self.starts, place) - 1

    def line_at(self, place: int) -> int | None:
        """The line of a character: that of its text, and the line ends in the text before it."""
        number = self.piece_at(place)
        piece = self.pieces[number]
        if piece.line is None:
            return None
        if number not in self._ends:
            lines = piece.text.split("\n")[:-1]
            self._ends[number] = list(accumulate(len(solid_text(line)) for line in lines))
        return piece.line + bisect_right(self._ends[number], place - piece.start)

    def text(self) -> str:
        """All of it."""
        return "".join(self.solids)

    def free(self) -> tuple[str, list[int], list[int]]:
        """What stands in no removed element: the text, where each of its parts begins there, and in the stream."""
        parts, here, there, size = [], [], [], 0
        for piece, solid in zip(self.pieces, self.solids, strict=True):
            if piece.gone is None and solid:
                parts.append(solid)
                here.append(size)
                there.append(piece.start)
                size += len(solid)
        return "".join(parts), here, there

    def free_words(self) -> set[int]:
        """Where the words of what `free` gives begin there."""
        found, size = set(), 0
        for piece in self.pieces:
            if piece.gone is None:
                for word in filter(None, _BLANK.split(piece.text)):
                    found.add(size)
                    size += len(word)
        return found


def stream_of_tree(root: Element, removed: Mapping[Element, int], *, of_text: bool) -> Stream:
    """The stream of a tree.

    Args:
        root: Its root.
        removed: Which elements went to which removed entry.
        of_text: Whether (part of) the tree was built from plain text, see `Page.is_text`.
    """
    stream = Stream()
    _Walk(root, removed, stream, of_text).enter(root, None)
    return stream


def stream_of_text(text: str) -> Stream:
    """The stream of a plain text, each of its lines a piece."""
    stream = Stream()
    for number, line in enumerate(text.split("\n"), 1):
        stream.add(line + "\n", None, number)
    return stream


class _Walk:
    def __init__(self, root: Element, removed: Mapping[Element, int], stream: Stream, is_text: bool) -> None:
        self._is_text = is_text
        self._hidden = hidden_elements(root)
        self._removed = removed
        self._stream = stream

    def enter(self, element: Element, gone: int | None, svg: bool = False) -> None:
        """Goes through an element; its depth is limited since it was parsed."""
        gone = self._removed.get(element, gone)
        svg = svg or element.tag == "svg"
        self._stream.opened[element] = len(self._stream.tokens)
        self._stream.tokens.append(Open(str(element.tag), {str(name): str(value) for name, value in element.items()}))
        if self._is_text and element.tag == "li" and (marker := element.get("marker")):
            self._stream.add(marker + " ", element, self._line(element), gone)
        if element.text:
            self._stream.add(element.text, element, self._line(element), gone)
        for child in element:
            tag: object = child.tag
            if isinstance(tag, str) and not self._is_unseen(child, svg):
                self.enter(child, gone, svg)
            if child.tail:
                self._stream.add(child.tail, element, self._line(child), gone)
        self._stream.tokens.append(Close(str(element.tag)))

    def _is_unseen(self, element: Element, svg: bool) -> bool:
        return element.tag in INVISIBLE or element in self._hidden or (svg and element.tag in _UNSHOWN_IN_SVG)

    def _line(self, element: Element) -> int | None:
        line = element.get("line") if self._is_text else None
        number: Any = int(line) if line else element.sourceline  # the stubs give it no type
        return number if number and number < UNKNOWN_LINE else None
