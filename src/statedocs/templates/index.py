"""A page's elements by id and by class, gathered in one pass: looking a selector up then costs nothing."""

from operator import itemgetter
from typing import Final

from lxml import etree

from statedocs.templates.selectors import Selector, elements, xpath

Element = etree._Element
_NONE: Final[tuple[()]] = ()
_INDEXED: Final = tuple(
    "div section article main header footer nav aside form body table td ul ol dl p h1 h2 h3 h4 h5 h6 span center "
    "blockquote figure pre".split()
)
"""Elements that templates name; links, entries, options and the like, most of a page, are left out."""


class Index:
    """Finds boxes, headings, paragraphs and spans by selector; other elements only through an XPath.

    Attributes:
        root: The page.
    """

    __slots__ = ("_by_class", "_by_id", "_tokens", "root")

    def __init__(self, root: Element) -> None:
        self.root = root
        self._by_id: dict[str, list[Element]] = {}
        self._by_class: dict[str, list[tuple[int, Element]]] = {}
        by_id, by_class = self._by_id, self._by_class
        for number, element in enumerate(root.iter(*_INDEXED)):
            names = element.get("class")
            if names is not None:
                by_class.setdefault(names, []).append((number, element))
            identifier = element.get("id")
            if identifier is not None:
                by_id.setdefault(identifier, []).append(element)
        self._tokens: dict[str, list[str]] = {}
        for names in by_class:
            for token in names.split():
                self._tokens.setdefault(token, []).append(names)

    def find(self, text: str) -> list[Element]:
        """Elements that a selector or an XPath matches, in document order."""
        if text.startswith(("/", "(")):
            return elements(xpath(text), self.root)
        selector = Selector.parse(text)
        if selector.id is not None:
            found = list(self._by_id.get(selector.id, _NONE))
        elif selector.cls is not None:
            found = self._of_class(selector.cls, prefix=selector.prefix)
        else:
            return elements(xpath(text), self.root)
        return [element for element in found if _fits(element, selector)]

    def has(self, text: str) -> bool:
        """Whether anything matches."""
        return bool(self.find(text))

    def _of_class(self, name: str, *, prefix: bool) -> list[Element]:
        tokens = [token for token in self._tokens if token.startswith(name)] if prefix else [name]
        sets = {names for token in tokens for names in self._tokens.get(token, _NONE)}
        if len(sets) == 1:
            return [element for _, element in self._by_class[sets.pop()]]
        pairs = [pair for names in sets for pair in self._by_class[names]]
        return [element for _, element in sorted(pairs, key=itemgetter(0))]


def _fits(element: Element, selector: Selector) -> bool:
    if selector.tag is not None and element.tag != selector.tag:
        return False
    return selector.attr is None or element.get(selector.attr) == selector.value
