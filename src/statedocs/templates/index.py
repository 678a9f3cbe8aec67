"""A page's elements by id and by class, gathered in one pass: looking a selector up then costs nothing."""

from itertools import chain
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


_MANY: Final = ("td", "p")
"""Tables have very many of these, and few with a name: attributes tell their elements sooner than a look at each."""
_FEW: Final = tuple(tag for tag in _INDEXED if tag not in _MANY)
_CLASSES_OF_MANY: Final = tuple(etree.XPath(f"descendant::{tag}/@class") for tag in _MANY)
_IDS_OF_MANY: Final = tuple(etree.XPath(f"descendant::{tag}/@id") for tag in _MANY)

_Groups = dict[str, list[Element]]
"""Elements by the value of an attribute, in document order."""


def _owners(path: etree.XPath, root: Element) -> _Groups:
    """The elements that have an attribute, by its values."""
    groups: _Groups = {}
    found: Any = path(root)
    for value in found:
        groups.setdefault(str(value), []).append(value.getparent())
    return groups


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
        self.unshown: list[Element] = list(root.iter(*_UNSHOWN))
        has_tables = next(root.iter("tr"), None) is not None
        by_id: _Groups = {}
        by_class: _Groups = {}
        for element in root.iter(*(_FEW if has_tables else _INDEXED)):
            get = element.get
            if (names := get("class")) is not None:
                by_class.setdefault(names, []).append(element)
            if (identifier := get("id")) is not None:
                by_id.setdefault(identifier, []).append(element)
        self._by_id = (by_id, *(_owners(path, root) for path in _IDS_OF_MANY if has_tables))
        self._by_class = (by_class, *(_owners(path, root) for path in _CLASSES_OF_MANY if has_tables))
        self._tokens: dict[str, dict[str, None]] = {}
        for names in chain.from_iterable(self._by_class):
            for token in names.split():
                self._tokens.setdefault(token, {})[names] = None

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
        """Elements with the id, or by value of `class` that holds the name; within a set, in document order."""
        if selector.id is not None:
            return [groups[selector.id] for groups in self._by_id if selector.id in groups]
        name = selector.cls or ""
        tokens = [token for token in self._tokens if token.startswith(name)] if selector.prefix else [name]
        values = dict.fromkeys(value for token in tokens for value in self._tokens.get(token, ()))
        return [groups[value] for value in values for groups in self._by_class if value in groups]


def _fits(element: Element, selector: Selector) -> bool:
    if selector.tag is not None and element.tag != selector.tag:
        return False
    return selector.attr is None or element.get(selector.attr) == selector.value
