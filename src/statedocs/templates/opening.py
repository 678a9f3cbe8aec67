"""How a page opens: its first visible lines, read no further than is asked for."""

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

Element = etree._Element

_SKIPPED: Final = frozenset(
    "script style template noscript head title iframe object audio video canvas datalist noframes svg nav footer aside "
    "select option button textarea".split()
)
_BLOCKS: Final = frozenset(
    "html body main article section header div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tr pre "
    "blockquote form fieldset legend label center address hr br figure figcaption".split()
)
_CELLS: Final = frozenset(("td", "th"))
_CELL: Final = "\x1f"
"""Stands between cells while a row is read; input cannot hold it."""
_FALLBACKS: Final = ("noscript", "iframe")
_HOLLOW: Final = 20
"""With fewer visible characters than this, what is shown without scripts speaks for the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands in the source; `own` counts its characters outside links."""

    raw: str
    own: int
    is_h1: bool

    @property
    def text(self) -> str:
        """The line as shown; cells of a table row are parted by tabs."""
        return "\t".join(" ".join(cell.split()) for cell in self.raw.split(_CELL)).strip()


@dataclass(slots=True)
class Opening:
    """The first lines of a page.

    Attributes:
        lines: In reading order, menus and site footers left out.
        own: Characters outside links.
        whole: Whether reading came to the end.
    """

    lines: list[Line] = field(default_factory=list)
    own: int = 0
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far to read, and what to leave out.

    Attributes:
        chars: Characters outside links after which to stop.
        elements: Elements after which to stop.
        ids: Elements with these are left out.
        chrome: Elements to leave out.
    """

    chars: int
    elements: int
    ids: frozenset[str] = frozenset()
    chrome: Collection[Element] = ()


def read_opening(element: Element, bounds: Bounds) -> Opening:
    """Reads the lines of a page's content, or of the page, as far as the bounds allow."""
    reader = _Reader(bounds)
    reader.read(element)
    if reader.opening.whole and reader.opening.own < _HOLLOW:
        for fallback in element.iter(*_FALLBACKS):
            reader.read(fallback)
    return reader.opening


class _Reader:
    def __init__(self, bounds: Bounds) -> None:
        self.opening = Opening()
        self._bounds = bounds
        self._elements = bounds.elements
        self._pieces: list[str] = []
        self._own = 0
        self._is_h1 = False

    def read(self, element: Element) -> None:
        self._walk(element, linked=False)
        self._break()

    def _walk(self, element: Element, *, linked: bool) -> None:
        tag = element.tag
        block = tag in _BLOCKS
        if block:
            self._break()
            self._is_h1 = tag == "h1"
        elif tag in _CELLS:
            self._part_cells(element)
        linked = linked or (tag == "a" and element.get("href") is not None)
        self._add(element.text, linked)
        for child in element:
            self._elements -= 1
            self.opening.whole = self.opening.whole and self._elements >= 0
            if not self.opening.whole:
                break
            if not self._is_left_out(child):
                self._walk(child, linked=linked)
            self._add(child.tail, linked)
        if block:
            self._break()

    def _part_cells(self, element: Element) -> None:
        """Cells of text are parted, cells that hold more (a layout) are read one by one."""
        if len(element):
            self._break()
        elif self._pieces:
            self._pieces.append(_CELL)

    def _is_left_out(self, element: Element) -> bool:
        if element.tag in _SKIPPED or not isinstance(element.tag, str):
            return True
        if element.get("id") in self._bounds.ids or element in self._bounds.chrome:
            return True
        style = element.get("style")
        return element.get("hidden") is not None or (style is not None and "display:none" in "".join(style.split()))

    def _add(self, text: str | None, linked: bool) -> None:
        if not text:
            return
        if text.isspace():
            if self._pieces:
                self._pieces.append(" ")
            return
        self._pieces.append(text)
        if not linked:
            self._own += len(text.strip())
            if self.opening.own + self._own > self._bounds.chars:
                self.opening.whole = False

    def _break(self) -> None:
        if self._pieces:
            self.opening.lines.append(Line("".join(self._pieces), self._own, self._is_h1))
            self.opening.own += self._own
            self._pieces = []
            self._own = 0
        self._is_h1 = False
