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
    "html body main article section header div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody thead tr pre blockquote "
    "form fieldset legend label center address hr br figure figcaption".split()
)
_CELLS: Final = frozenset(("td", "th"))
_CELL: Final = "\x1f"
"""Stands between cells while a row is read; input cannot hold it."""
_UNSEEN: Final = frozenset(("noscript", "iframe"))
_HOLLOW: Final = 20
"""With fewer visible characters than this, what is shown without scripts speaks for the page."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line; `own` counts its characters outside links."""

    text: str
    own: int
    heading: bool


@dataclass(slots=True)
class Opening:
    """The first lines of a page.

    Attributes:
        lines: In reading order, menus and site footers left out. Cells of a table row are parted by tabs.
        own: Characters outside links; more than was asked for where reading stopped early.
    """

    lines: list[Line] = field(default_factory=list)
    own: int = 0


def read_opening(element: Element, ids: frozenset[str], chrome: Collection[Element], edge: int) -> Opening:
    """Reads an element's lines until they hold more than `edge` characters outside links.

    Args:
        element: The content of a page, or the page.
        ids: Elements with these are left out.
        chrome: Elements to leave out.
        edge: Where to stop.
    """
    reader = _Reader(ids, chrome, edge)
    reader.read(element)
    if reader.opening.own < _HOLLOW:
        for fallback in element.iter(*_UNSEEN):
            reader.read(fallback)
    return reader.opening


class _Reader:
    def __init__(self, ids: frozenset[str], chrome: Collection[Element], edge: int) -> None:
        self.opening = Opening()
        self._ids = ids
        self._chrome = chrome
        self._edge = edge
        self._pieces: list[str] = []
        self._own = 0
        self._heading = False

    def read(self, element: Element) -> None:
        self._walk(element, linked=False)
        self._break()

    def _walk(self, element: Element, *, linked: bool) -> None:
        tag = element.tag
        block = tag in _BLOCKS
        if block:
            self._break()
            self._heading = tag == "h1"
        elif tag in _CELLS:
            if len(element):
                self._break()
            elif self._pieces:
                self._pieces.append(_CELL)
        elif tag == "a" and element.get("href") is not None:
            linked = True
        if element.text:
            self._add(element.text, linked)
        for child in element:
            if self.opening.own + self._own > self._edge:
                break
            if not self._is_left_out(child):
                self._walk(child, linked=linked)
            if child.tail:
                self._add(child.tail, linked)
        if block:
            self._break()

    def _is_left_out(self, element: Element) -> bool:
        if element.tag in _SKIPPED or not isinstance(element.tag, str) or element in self._chrome:
            return True
        if not element.attrib:
            return False
        style = element.get("style")
        hidden = element.get("hidden") is not None or (style is not None and "display:none" in "".join(style.split()))
        return hidden or element.get("id") in self._ids

    def _add(self, text: str, linked: bool) -> None:
        self._pieces.append(text)
        if not linked:
            self._own += len("".join(text.split())) if len(text) <= self._edge else self._edge + 1

    def _break(self) -> None:
        if self._pieces:
            text = "\t".join(" ".join(cell.split()) for cell in "".join(self._pieces).split(_CELL)).strip()
            if text:
                self.opening.lines.append(Line(text, self._own, self._heading))
                self.opening.own += self._own
            self._pieces = []
            self._own = 0
        self._heading = False
