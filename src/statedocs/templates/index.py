"""A page's elements by id and by class, gathered in one pass: looking a selector up then costs nothing."""

from collections.abc import Iterator
from typing import Any, Final

from lxml import etree

from statedocs.templates.selectors import Selector, elements, xpath

Element = etree._Element
_INDEXED: Final = tuple(
    "div section article main header footer nav aside form body table td ul ol dl p h1 h2 h3 h4 h5 h6 span center "
    "blockquote figure pre".split()
)
"""Elements that templates name; links, entries, options and the like, most of a page, are left out."""
INVISIBLE: Final = frozenset(
    "script style template noscript head iframe object audio video canvas datalist noframes title".split()
)
"""Elements whose text is not shown (`title` stands in `svg`, or astray)."""
IN_SVG: Final = frozenset({"desc", "metadata"})
"""Elements whose text is not shown in `svg`."""
_UNSHOWN: Final = INVISIBLE | IN_SVG | {"meta", "link", "base"}


_TAGS: Final = frozenset(_INDEXED)
_CLASSES: Final = etree.XPath("//@class")
_IDS: Final = etree.XPath("//@id")
"""Attributes know their elements; tables have many elements and few of these."""


def _owners(path: etree.XPath, root: Element) -> Iterator[tuple[str, Element]]:
    """The values of an attribute, and the boxes, headings, paragraphs and spans that have it, in document order."""
    found: Any = path(root)
    for value in found:
        element = value.getparent()
        if element.tag in _TAGS:
            yield str(value), element


class Index:
    """Finds boxes, headings, paragraphs and spans by selector; other elements only through an XPath.

    Attributes:
        root: The page.
        unshown: Elements that show nothing (scripts, meta elements …), in document order: gathered in the same pass,
            for every pass over a whole page takes a twentieth of the time that parsing it takes.
    """

    __slots__ = ("_by_class", "_by_id", "_tokens", "root", "unshown")

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id: dict[str, list[Element]] = {}
        self._by_class: dict[str, list[Element]] = {}
        self.unshown: list[Element] = []
        self.unshown.extend(root.iter(*_UNSHOWN))
        for names, element in _owners(_CLASSES, root):
            self._by_class.setdefault(names, []).append(element)
        for identifier, element in _owners(_IDS, root):
            self._by_id.setdefault(identifier, []).append(element)
        self._tokens: dict[str, list[str]] = {}
        for names in self._by_class:
            for token in names.split():
                self._tokens.setdefault(token, []).append(names)

    def find(self, text: str) -> list[Element]:
        """Elements that a selector or an XPath matches, in document order."""
        if text.startswith(("/", "(")):
            return elements(xpath(text), self.root)
        selector = Selector.parse(text)
        if selector.id is None and selector.cls is None:
            return elements(xpath(text), self.root)
        sets = self._sets(selector)
        found = [element for group in sets for element in group if _fits(element, selector)]
        if len(sets) < 2 or len(found) < 2:
            return found
        among = set(found)
        return [element for element in self.root.iter(*_INDEXED) if element in among]

    def has(self, text: str) -> bool:
        """Whether anything matches; asked of every design's signs, so nothing is put in order."""
        if text.startswith(("/", "(")):
            return bool(self.find(text))
        selector = Selector.parse(text)
        if selector.id is None and selector.cls is None:
            return bool(self.find(text))
        return any(_fits(element, selector) for group in self._sets(selector) for element in group)

    def _sets(self, selector: Selector) -> list[list[Element]]:
        """Elements with the id, or by value of `class` that holds the name."""
        if selector.id is not None:
            return [self._by_id[selector.id]] if selector.id in self._by_id else []
        name = selector.cls or ""
        tokens = [token for token in self._tokens if token.startswith(name)] if selector.prefix else [name]
        values = dict.fromkeys(value for token in tokens for value in self._tokens.get(token, ()))
        return [self._by_class[value] for value in values]


def _fits(element: Element, selector: Selector) -> bool:
    if selector.tag is not None and element.tag != selector.tag:
        return False
    return selector.attr is None or element.get(selector.attr) == selector.value
